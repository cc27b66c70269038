/* A text through the quick tables as far as they go, and word by word where
 * they do not. */
#include "language/sanskrit/translit_internal.h"

#define PIECE 32768 /* what the quick way is given at once, so that its output stays near */

static int room(lp_str *out, size_t n, lp_err *err)
{
    return lp_str_reserve(out, n) == LP_OK ? LP_OK : lp_fail(err, LP_ENOMEM, "no memory for the text");
}

/* The place behind the n-th white space. */
static size_t behind_space(lp_sv in, size_t n)
{
    size_t i = 0;
    while (n) n -= lp_sk_is_space(in.s[i++]);
    return i;
}

static size_t count_spaces(const char *s, size_t len)
{
    size_t n = 0;
    for (size_t i = 0; i < len; i++) n += lp_sk_is_space(s[i]);
    return n;
}

/* From one Latin scheme to another, Devanagari between. The second half may
 * stop before the first did; white space, which is the same in all three, says
 * where that is in the input. */
static int through_both(const lp_sk_driver *d, lp_sv in, size_t *done, lp_str *out, lp_err *err)
{
    static const char pad[] = "        "; /* so that the last word is not left */
    lp_str *m = d->middle;
    lp_str_clear(m);
    int code = room(m, SK_FAST_ROOM(in.len), err);
    if (code != LP_OK) return code;
    char *o = m->s;
    *done = lp_sk_in_run(d->in, in, &o);
    const size_t len = (size_t)(o - m->s);
    memcpy(o, pad, sizeof pad);
    code = room(out, SK_FAST_ROOM(len), err);
    if (code != LP_OK) return code;
    o = out->s + out->len;
    const size_t end = lp_sk_out_run(d->out, lp_sv_make(m->s, len + sizeof pad - 1), &o);
    if (end > len) o -= end - len;
    out->len = (size_t)(o - out->s);
    if (end < len) *done = behind_space(in, count_spaces(m->s, end));
    return LP_OK;
}

static int through_one(const lp_sk_driver *d, lp_sv in, size_t *done, lp_str *out, lp_err *err)
{
    const int code = room(out, SK_FAST_ROOM(in.len), err);
    if (code != LP_OK) return code;
    char *o = out->s + out->len;
    *done = d->out ? lp_sk_out_run(d->out, in, &o) : lp_sk_in_run(d->in, in, &o);
    out->len = (size_t)(o - out->s);
    return LP_OK;
}

static int quick(const lp_sk_driver *d, lp_sv in, size_t *at, lp_str *out, lp_err *err)
{
    if (!d->out && !d->in) return LP_OK;
    size_t n, done = 0;
    do {
        n = in.len - *at < PIECE ? in.len - *at : PIECE;
        const lp_sv piece = lp_sv_make(in.s + *at, n);
        const int code =
            d->in && d->out ? through_both(d, piece, &done, out, err) : through_one(d, piece, &done, out, err);
        if (code != LP_OK) return code;
        out->s[out->len] = '\0';
        *at += done;
        /* A piece that went through but for the word at its end. */
    } while (done + 256 > n && n == PIECE);
    return LP_OK;
}

static size_t spaces(lp_sv in, size_t at)
{
    size_t end = at;
    while (end < in.len && lp_sk_is_space(in.s[end])) end++;
    return end - at;
}

int lp_sk_drive(const lp_sk_driver *d, lp_sv in, bool last, size_t *used, lp_str *out, lp_err *err)
{
    size_t at = 0;
    int code = LP_OK;
    while (at < in.len) {
        code = quick(d, in, &at, out, err);
        const size_t n = spaces(in, at);
        lp_str_add(out, in.s + at, n);
        at += n;
        if (code != LP_OK || at == in.len) break;
        const size_t end = lp_sk_word_end(d->from, in, at, last);
        if (end == in.len && !last) break;
        code = d->word(d->arg, lp_sv_make(in.s + at, end - at), out, err);
        if (code != LP_OK) break;
        at = end;
    }
    *used = at;
    if (code == LP_EUTF8 && err) {
        const size_t byte = at + err->byte;
        lp_fail(err, LP_EUTF8, "malformed at byte %zu", byte);
        err->byte = byte;
    }
    return code == LP_OK ? lp_str_check(out, err) : code;
}
