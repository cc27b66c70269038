#include "base/str.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

lp_sv lp_sv_trim(lp_sv v)
{
    while (v.len && is_space(v.s[0])) v.s++, v.len--;
    while (v.len && is_space(v.s[v.len - 1])) v.len--;
    return v;
}

bool lp_sv_line(lp_sv *text, lp_sv *line)
{
    if (!text->len) return false;
    const char *lf = memchr(text->s, '\n', text->len);
    const size_t end = lf ? (size_t)(lf - text->s) : text->len;
    *line = lp_sv_make(text->s, end);
    if (end && line->s[end - 1] == '\r') line->len--;
    const size_t behind = end + (lf != NULL);
    text->s += behind;
    text->len -= behind;
    return true;
}

lp_sv lp_sv_without_bom(lp_sv text)
{
    static const char mark[] = "\xEF\xBB\xBF";
    const size_t n = sizeof mark - 1;
    return text.len >= n && memcmp(text.s, mark, n) == 0 ? lp_sv_make(text.s + n, text.len - n) : text;
}

int lp_sv_cmp(lp_sv a, lp_sv b)
{
    size_t n = a.len < b.len ? a.len : b.len;
    int c = n ? memcmp(a.s, b.s, n) : 0;
    if (c) return c;
    return a.len < b.len ? -1 : a.len > b.len;
}

int lp_str_reserve(lp_str *b, size_t more)
{
    if (b->cap > b->len && b->cap - b->len > more) return LP_OK;
    if (more > SIZE_MAX / 4 || b->len > SIZE_MAX / 4) {
        b->failed = true;
        return LP_ENOMEM;
    }
    size_t need = b->len + more + 1, cap = b->cap ? b->cap : 64;
    while (cap < need) cap *= 2;
    char *s = realloc(b->s, cap);
    if (!s) {
        b->failed = true;
        return LP_ENOMEM;
    }
    b->s = s;
    b->cap = cap;
    b->s[b->len] = '\0';
    return LP_OK;
}

void lp_str_add(lp_str *b, const char *s, size_t len)
{
    if (lp_str_reserve(b, len) != LP_OK) return;
    if (len) memcpy(b->s + b->len, s, len);
    b->len += len;
    b->s[b->len] = '\0';
}

void lp_str_addv(lp_str *b, lp_sv v) { lp_str_add(b, v.s, v.len); }

void lp_str_adds(lp_str *b, const char *cstr) { lp_str_add(b, cstr, strlen(cstr)); }

void lp_str_addc(lp_str *b, char c) { lp_str_add(b, &c, 1); }

void lp_str_addf(lp_str *b, const char *fmt, ...)
{
    va_list ap, again;
    va_start(ap, fmt);
    va_copy(again, ap);
    int n = vsnprintf(NULL, 0, fmt, ap);
    va_end(ap);
    if (n >= 0 && lp_str_reserve(b, (size_t)n) == LP_OK) {
        (void)vsnprintf(b->s + b->len, (size_t)n + 1, fmt, again);
        b->len += (size_t)n;
    }
    va_end(again);
}

void lp_str_clear(lp_str *b)
{
    b->len = 0;
    b->failed = false;
    if (b->s) b->s[0] = '\0';
}

void lp_str_free(lp_str *b)
{
    free(b->s);
    *b = (lp_str)LP_STR_INIT;
}

int lp_str_check(const lp_str *b, lp_err *err)
{
    return b->failed ? lp_fail(err, LP_ENOMEM, "a text grew beyond the memory there is") : LP_OK;
}
