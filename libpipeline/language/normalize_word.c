/* The normal form of one word. */
#include "language/normalize_internal.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "language/unicode.h"

void lp_norm_word_init(lp_norm_word *w, const lp_normalize_options *o)
{
    *w = (lp_norm_word){.o = *o, .word = LP_STR_INIT, .next = LP_STR_INIT};
    (void)snprintf(w->why_devanagari, sizeof w->why_devanagari, "%s to %s", lp_scheme_name(LP_DEVANAGARI),
                   lp_scheme_name(o->to));
    (void)snprintf(w->why_other, sizeof w->why_other, "%s to %s", lp_scheme_name(o->from), lp_scheme_name(o->to));
}

void lp_norm_word_free(lp_norm_word *w)
{
    lp_translit_free(w->devanagari);
    lp_translit_free(w->other);
    for (int s = 0; s < LP_N_SCHEMES; s++) lp_translit_free(w->detected[s]);
    free(w->found);
    lp_sk_scratch_free(&w->scratch);
    lp_str_free(&w->word);
    lp_str_free(&w->next);
}

int lp_norm_check(const lp_normalize_options *o, lp_err *err)
{
    if (o->detector && o->from != LP_DEVANAGARI)
        return lp_fail(err, LP_EVALUE, "a scheme to read and a detector exclude each other");
    if ((unsigned)o->from < LP_N_SCHEMES && (unsigned)o->to < LP_N_SCHEMES) return LP_OK;
    return lp_fail(err, LP_EVALUE, "no such scheme");
}

int lp_norm_check_utf8(lp_sv in, lp_err *err)
{
    const size_t bad = lp_utf8_check(in.s, in.len);
    if (bad == in.len) return LP_OK;
    lp_fail(err, LP_EUTF8, "malformed at byte %zu", bad);
    if (err) err->byte = bad;
    return LP_EUTF8;
}

static bool is_styled(const lp_translit_style *s)
{
    return s->anusvara != LP_ANUSVARA_KEEP || s->strip_accents || s->lower || s->keep_digits || s->keep_dandas ||
           s->drop_schwa;
}

bool lp_norm_is_whole(const lp_normalize_options *o)
{
    return o->from != LP_DEVANAGARI && (o->from != o->to || is_styled(&o->style));
}

/* ---- what a word holds ---- */

enum { HAS_DEVANAGARI = 1, HAS_JOINER = 2, HAS_ISO = 4, HAS_FOREIGN = 8 };

#define CH_RING   0x0325u
#define CH_MACRON 0x0304u
#define CH_M_DOT  0x1E41u /* ṁ; the capital stands before it */

/* The script, and the three Vedic signs outside its block that we write. */
static bool is_devanagari(uint32_t c)
{
    return (c >= 0x0900 && c <= 0x097F) || c == 0x1CDA || c == 0x1CF5 || c == 0x1CF6;
}

static bool is_latin(uint32_t c)
{
    return c < 0x0250 || (c >= 0x0300 && c <= 0x036F) || (c >= 0x1E00 && c <= 0x1EFF) || (c >= 0x2000 && c <= 0x206F);
}

static unsigned look(lp_sv word)
{
    unsigned found = 0;
    uint32_t before = 0;
    for (size_t i = lp_ascii_run(word.s, word.len), n; i < word.len; i += n) {
        uint32_t c;
        n = lp_utf8_get(word.s + i, word.len - i, &c);
        if (is_devanagari(c)) found |= HAS_DEVANAGARI;
        else if (!is_latin(c)) found |= HAS_FOREIGN;
        if (c == SK_CH_ZWJ || c == SK_CH_ZWNJ) found |= HAS_JOINER;
        if (c == CH_M_DOT || c == CH_M_DOT - 1) found |= HAS_ISO;
        if (c == CH_RING) before = i ? (unsigned char)word.s[i - 1] | 0x20u : 0;
        if (c == CH_RING && (before == 'r' || before == 'l')) found |= HAS_ISO;
    }
    return found;
}

/* ---- the steps of a word ---- */

static int run_translit(lp_translit **t, lp_scheme from, lp_norm_word *w, lp_err *err)
{
    if (!*t) *t = lp_translit_new(from, w->o.to, &w->o.style, err);
    if (!*t) return LP_ENOMEM;
    lp_str_clear(&w->next);
    return lp_sk_plain(*t, &w->scratch, lp_str_view(&w->word), &w->next, err);
}

static void strip_joiners(lp_sv in, lp_str *out)
{
    lp_sk last = SK_NONE;
    for (size_t i = 0, n; i < in.len; i += n) {
        uint32_t c;
        n = lp_utf8_get(in.s + i, in.len - i, &c);
        bool joiner = c == SK_CH_ZWJ || c == SK_CH_ZWNJ;
        /* In Devanagari joiners choose a shape and stay. */
        if (joiner && !lp_sk_keeps_joiner(last) && !is_devanagari(last & 0x1FFFFFu)) continue;
        lp_str_add(out, in.s + i, n);
        last = SK_RAW | c;
    }
}

/* The IAST letter for an ISO one that begins at in; *n bytes are taken. 0: no
 * such letter. */
static uint32_t iast_of(lp_sv in, size_t *n)
{
    uint32_t c, mark = 0;
    *n = lp_utf8_get(in.s, in.len, &c);
    switch (c) {
    case 0x1E40:
    case 0x1E41: return c + 2; /* Ṁ ṁ */
    case 0x0112:
    case 0x0113: return c == 0x0112 ? 'E' : 'e';
    case 0x014C:
    case 0x014D: return c == 0x014C ? 'O' : 'o';
    case 'r':
    case 'R':
    case 'l':
    case 'L': break;
    default: return 0;
    }
    size_t i = *n, m = i < in.len ? lp_utf8_get(in.s + i, in.len - i, &mark) : 0;
    if (!m || mark != CH_RING) return 0;
    i += m;
    bool is_long = i < in.len && (m = lp_utf8_get(in.s + i, in.len - i, &mark), mark == CH_MACRON);
    *n = is_long ? i + m : i;
    uint32_t r = (c | 0x20u) == 'r' ? 0x1E5A : 0x1E36; /* Ṛ ṛ Ṝ ṝ and Ḷ ḷ Ḹ ḹ stand in a row */
    return r + (is_long ? 2u : 0u) + (c & 0x20u ? 1u : 0u);
}

static void iso_to_iast(lp_sv in, lp_str *out)
{
    for (size_t i = 0, n; i < in.len; i += n) {
        char buf[4];
        uint32_t c = iast_of(lp_sv_make(in.s + i, in.len - i), &n);
        if (c) lp_str_add(out, buf, lp_utf8_put(c, buf));
        else lp_str_add(out, in.s + i, n);
    }
}

void lp_norm_take_next(lp_norm_word *w)
{
    lp_str swap = w->word;
    w->word = w->next;
    w->next = swap;
    lp_str_clear(&w->next);
}

/* NFC, joiners and ISO letters: what is done to every word. */
static int tidy(lp_norm_word *w, lp_err *err)
{
    lp_str_clear(&w->next);
    if (!lp_is_nfc(lp_str_view(&w->word))) {
        int code = lp_nfc(lp_str_view(&w->word), &w->next, err);
        if (code != LP_OK) return code;
        lp_norm_take_next(w);
    }
    unsigned found = look(lp_str_view(&w->word));
    if (found & HAS_JOINER) {
        size_t before = w->word.len;
        strip_joiners(lp_str_view(&w->word), &w->next);
        lp_norm_take_next(w);
        /* What a joiner kept apart may belong together now. */
        if (w->word.len < before) return tidy(w, err);
    }
    if (found & HAS_ISO && !(found & HAS_FOREIGN) && w->o.to == LP_IAST) {
        iso_to_iast(lp_str_view(&w->word), &w->next);
        lp_norm_take_next(w);
        if (!lp_is_nfc(lp_str_view(&w->word))) return tidy(w, err);
    }
    return lp_str_check(&w->word, err);
}

int lp_norm_convert(lp_norm_word *w, bool as_other, const char **why, lp_err *err)
{
    const bool styled = w->o.from == LP_DEVANAGARI && is_styled(&w->o.style);
    int code = LP_OK;
    if (as_other) {
        code = run_translit(&w->other, w->o.from, w, err);
        if (code == LP_OK && !lp_sv_eq(lp_str_view(&w->word), lp_str_view(&w->next))) *why = w->why_other;
        if (code == LP_OK) lp_norm_take_next(w);
    }
    if (code == LP_OK && (w->o.to != LP_DEVANAGARI || styled) && look(lp_str_view(&w->word)) & HAS_DEVANAGARI) {
        code = run_translit(&w->devanagari, LP_DEVANAGARI, w, err);
        if (code == LP_OK && !*why) *why = w->why_devanagari;
        if (code == LP_OK) lp_norm_take_next(w);
    }
    return code == LP_OK ? tidy(w, err) : code;
}
