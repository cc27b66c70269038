/* The plain way: any text, one sound after the other. */
#include "base/utf8.h"
#include "language/sanskrit/translit_internal.h"
#include "language/unicode.h"

void lp_sk_scratch_free(lp_sk_scratch *s)
{
    lp_str_free(&s->nfc);
    lp_str_free(&s->folded);
    lp_str_free(&s->composed);
    lp_str_free(&s->middle);
    lp_sk_sounds_free(&s->read);
    lp_sk_sounds_free(&s->styled);
}

/* Small letters into *out when there are capitals; otherwise *out stays empty.
 * Every letter keeps its length, so places agree. */
static int fold(lp_sv in, lp_str *out, lp_err *err)
{
    lp_str_clear(out);
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

/* A sign that only makes sense behind a consonant. */
static bool is_stray(lp_sk k)
{
    const uint32_t c = k & 0x1FFFFFu;
    if (!(k & SK_RAW)) return false;
    return (c >= 0x093A && c <= 0x094F && c != 0x093D) || (c >= 0x0955 && c <= 0x0957) || c == 0x0962 || c == 0x0963;
}

/* Sanskrit from start to end: NFC, without anything that is kept. */
static int convert(const lp_translit *t, lp_sk_scratch *s, lp_sv in, lp_str *out, bool *marks, lp_err *err)
{
    int code = t->from.traits->cased ? fold(in, &s->folded, err) : LP_OK;
    if (code != LP_OK) return code;
    lp_sk_reader r;
    lp_sk_writer w;
    lp_sk k;
    const bool folded = t->from.traits->cased && s->folded.len;
    const bool through = t->styled || t->from.traits->guesses;
    lp_sk_reader_init(&r, &t->from, folded ? lp_str_view(&s->folded) : in, in.s);
    lp_sk_writer_init(&w, &t->to, out);
    s->read.n = s->styled.n = 0;
    while (lp_sk_read(&r, &k)) {
        s->strays += is_stray(k);
        if (through) lp_sk_sounds_add(&s->read, k);
        else lp_sk_write(&w, k);
    }
    if (through) {
        if (t->from.traits->guesses) lp_sk_guess(&s->read);
        lp_sk_style(&t->style, t->from.scheme, &s->read, &s->styled);
        for (size_t i = 0; i < s->styled.n; i++) lp_sk_write(&w, s->styled.k[i]);
        if (s->read.failed || s->styled.failed) return lp_fail(err, LP_ENOMEM, "no memory for the sounds of a word");
    }
    lp_sk_write_end(&w);
    *marks |= w.marks;
    return lp_str_check(out, err);
}

/* Bring out[start..] to NFC. */
static int compose(lp_str *out, size_t start, lp_str *nfc, lp_err *err)
{
    lp_sv tail = lp_sv_make(out->s + start, out->len - start);
    if (lp_is_nfc(tail)) return LP_OK;
    lp_str_clear(nfc);
    int code = lp_nfc(tail, nfc, err);
    if (code != LP_OK) return code;
    out->len = start;
    lp_str_addv(out, lp_str_view(nfc));
    return lp_str_check(out, err);
}

/* The text between what is kept, and what is kept, in turn. */
static int pieces(const lp_translit *t, lp_sk_scratch *s, lp_sv in, lp_str *out, bool *marks, lp_err *err)
{
    int code = LP_OK;
    for (size_t at = 0, from = 0; code == LP_OK; at++) {
        const size_t kept = at < in.len ? lp_sk_kept(&t->from, in, at) : 0;
        if (at < in.len && !kept) continue;
        if (at > from) code = convert(t, s, lp_sv_make(in.s + from, at - from), out, marks, err);
        if (at == in.len || code != LP_OK) break;
        lp_sv whole = lp_sv_make(in.s + at, kept);
        *marks = true; /* its ends may meet marks */
        if (whole.s[0] == '#') whole = lp_sk_between_toggles(whole);
        lp_str_addv(out, whole);
        at += kept - 1;
        from = at + 1;
    }
    return code;
}

static int check_utf8(lp_sv in, lp_err *err)
{
    const size_t bad = lp_utf8_check(in.s, in.len);
    if (bad == in.len) return LP_OK;
    lp_fail(err, LP_EUTF8, "malformed at byte %zu", bad);
    if (err) err->byte = bad;
    return LP_EUTF8;
}

int lp_sk_plain(const lp_translit *t, lp_sk_scratch *s, lp_sv in, lp_str *out, lp_err *err)
{
    const size_t start = out->len;
    bool marks = true;
    int code = check_utf8(in, err);
    if (code != LP_OK || !in.len) return code;
    if (!lp_is_nfc(in)) {
        lp_str_clear(&s->nfc);
        code = lp_nfc(in, &s->nfc, err);
        in = lp_str_view(&s->nfc);
    }
    if (code == LP_OK && t->from.scheme == t->to.scheme && !t->styled) {
        copy(t, in, out);
        code = lp_str_check(out, err);
    } else if (code == LP_OK) {
        marks = false;
        code = pieces(t, s, in, out, &marks, err);
    }
    if (code == LP_OK && marks && out->len > start) code = compose(out, start, &s->composed, err);
    return code;
}
