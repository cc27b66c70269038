#include "language/sanskrit/transliterate.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "language/sanskrit/engine_internal.h"
#include "language/unicode.h"

struct lp_translit {
    lp_sk_index from, to;
};

static int check_schemes(lp_scheme from, lp_scheme to, lp_err *err)
{
    if ((unsigned)from < LP_N_SCHEMES && (unsigned)to < LP_N_SCHEMES) return LP_OK;
    return lp_fail(err, LP_EVALUE, "no such scheme");
}

static void init(lp_translit *t, lp_scheme from, lp_scheme to)
{
    lp_sk_index_init(&t->from, from);
    lp_sk_index_init(&t->to, to);
}

lp_translit *lp_translit_new(lp_scheme from, lp_scheme to, lp_err *err)
{
    if (check_schemes(from, to, err) != LP_OK) return NULL;
    lp_translit *t = malloc(sizeof *t);
    if (!t) lp_fail(err, LP_ENOMEM, "no memory for the scheme tables");
    else init(t, from, to);
    return t;
}

void lp_translit_free(lp_translit *t) { free(t); }

/* Small letters into *out when there are capitals; otherwise *out stays empty.
 * Every letter keeps its length, so places agree. */
static int fold(lp_sv in, lp_str *out, lp_err *err)
{
    for (size_t i = 0, n; i < in.len; i += n) {
        uint32_t c;
        n = lp_utf8_get(in.s + i, in.len - i, &c);
        uint32_t small = lp_sk_fold(c);
        if (small == c) continue;
        if (!out->len) lp_str_addv(out, in);
        if (out->failed) break;
        lp_utf8_put(small, out->s + i);
    }
    return lp_str_check(out, err);
}

/* from == to: the text as it is, less joiners when it is Latin. */
static void copy(const lp_translit *t, lp_sv in, lp_str *out)
{
    if (t->from.scheme == LP_DEVANAGARI || lp_ascii_run(in.s, in.len) == in.len) {
        lp_str_addv(out, in);
        return;
    }
    lp_sk last = SK_NONE;
    for (size_t i = 0, n; i < in.len; i += n) {
        uint32_t c;
        n = lp_utf8_get(in.s + i, in.len - i, &c);
        if ((c == SK_CH_ZWJ || c == SK_CH_ZWNJ) && !lp_sk_keeps_joiner(last)) continue;
        lp_str_add(out, in.s + i, n);
        last = SK_RAW | c;
    }
}

/* in is NFC. */
static int convert(const lp_translit *t, lp_sv in, lp_str *out, bool *marks, lp_err *err)
{
    lp_str folded = LP_STR_INIT;
    int code = t->from.traits->cased ? fold(in, &folded, err) : LP_OK;
    if (code == LP_OK) {
        lp_sk_reader r;
        lp_sk_writer w;
        lp_sk k;
        lp_sk_reader_init(&r, &t->from, folded.len ? lp_str_view(&folded) : in, in.s);
        lp_sk_writer_init(&w, &t->to, out);
        while (lp_sk_read(&r, &k)) lp_sk_write(&w, k);
        lp_sk_write_end(&w);
        *marks = w.marks;
        code = lp_str_check(out, err);
    }
    lp_str_free(&folded);
    return code;
}

/* Bring out[start..] to NFC. */
static int compose(lp_str *out, size_t start, lp_err *err)
{
    lp_sv tail = lp_sv_make(out->s + start, out->len - start);
    if (lp_is_nfc(tail)) return LP_OK;
    lp_str nfc = LP_STR_INIT;
    int code = lp_nfc(tail, &nfc, err);
    if (code == LP_OK) {
        out->len = start;
        lp_str_addv(out, lp_str_view(&nfc));
        code = lp_str_check(out, err);
    }
    lp_str_free(&nfc);
    return code;
}

int lp_translit_run(const lp_translit *t, lp_sv in, lp_str *out, lp_err *err)
{
    size_t bad = lp_utf8_check(in.s, in.len), start = out->len;
    if (bad < in.len) {
        lp_fail(err, LP_EUTF8, "malformed at byte %zu", bad);
        if (err) err->byte = bad;
        return LP_EUTF8;
    }
    if (!in.len) return LP_OK;
    lp_str nfc = LP_STR_INIT;
    bool marks = true;
    int code = LP_OK;
    if (!lp_is_nfc(in)) {
        code = lp_nfc(in, &nfc, err);
        in = lp_str_view(&nfc);
    }
    if (code == LP_OK && t->from.scheme == t->to.scheme) {
        copy(t, in, out);
        code = lp_str_check(out, err);
    } else if (code == LP_OK) {
        code = convert(t, in, out, &marks, err);
    }
    if (code == LP_OK && marks && out->len > start) code = compose(out, start, err);
    lp_str_free(&nfc);
    if (code != LP_OK && out->s) {
        out->len = start;
        out->s[start] = '\0';
    }
    return code;
}

int lp_transliterate(lp_scheme from, lp_scheme to, lp_sv in, lp_str *out, lp_err *err)
{
    int code = check_schemes(from, to, err);
    if (code != LP_OK) return code;
    lp_translit t;
    init(&t, from, to);
    return lp_translit_run(&t, in, out, err);
}
