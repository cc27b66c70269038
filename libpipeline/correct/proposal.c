#include "correct/proposal.h"

#include <stdarg.h>
#include <stdio.h>

int lp_propose(lp_proposals *list, const lp_proposal *p)
{
    if (list->n == list->cap) {
        size_t cap = list->cap ? list->cap * 2 : 256;
        lp_proposal *more = lp_arena_grow(list->arena, list->v, list->n, cap, sizeof *more);
        if (!more) return LP_ENOMEM;
        list->v = more;
        list->cap = cap;
    }
    list->v[list->n++] = *p;
    return LP_OK;
}

lp_sv lp_proposal_copy(lp_proposals *list, lp_sv text)
{
    char *copy = lp_arena_copy(list->arena, text.s, text.len);
    return copy ? lp_sv_make(copy, text.len) : LP_SV("");
}

lp_sv lp_proposal_text(lp_proposals *list, const char *fmt, ...)
{
    char buf[512];
    va_list ap;
    va_start(ap, fmt);
    int n = vsnprintf(buf, sizeof buf, fmt, ap);
    va_end(ap);
    if (n < 0) return LP_SV("");
    size_t len = (size_t)n < sizeof buf ? (size_t)n : sizeof buf - 1;
    /* A cut may fall inside a character. */
    while (len && (size_t)n >= sizeof buf && ((unsigned char)buf[len] & 0xC0u) == 0x80u) len--;
    char *copy = lp_arena_copy(list->arena, buf, len);
    return copy ? lp_sv_make(copy, len) : LP_SV("");
}
