#include "correct/proposal.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/utf8.h"

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

void lp_proposals_leave(lp_proposals *list, const uint8_t *taken)
{
    size_t kept = 0;
    for (size_t i = 0; i < list->n; i++) {
        const lp_proposal p = list->v[i];
        if (!memchr(taken + p.first, 1, p.n)) list->v[kept++] = p;
    }
    list->n = kept;
}

lp_sv lp_proposal_copy(lp_proposals *list, lp_sv text)
{
    char *copy = lp_arena_copy(list->arena, text.s, text.len);
    return copy ? lp_sv_make(copy, text.len) : LP_SV("");
}

lp_sv lp_proposal_why(const lp_proposal *p, lp_str *scratch)
{
    if (!p->explain) return p->why;
    lp_str_clear(scratch);
    p->explain(p, scratch);
    lp_sv why = scratch->failed ? LP_SV("") : lp_str_view(scratch);
    if (why.len > LP_WHY_MOST) why.len = lp_utf8_check(why.s, LP_WHY_MOST); /* not inside a character */
    return why;
}

lp_sv lp_proposal_text(lp_proposals *list, const char *fmt, ...)
{
    char buf[LP_WHY_MOST + 1];
    va_list ap;
    va_start(ap, fmt);
    int n = vsnprintf(buf, sizeof buf, fmt, ap);
    va_end(ap);
    if (n < 0) return LP_SV("");
    size_t len = (size_t)n < sizeof buf ? (size_t)n : lp_utf8_check(buf, sizeof buf - 1); /* not inside a character */
    char *copy = lp_arena_copy(list->arena, buf, len);
    return copy ? lp_sv_make(copy, len) : LP_SV("");
}
