#include "language/normalize.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "language/sanskrit/engine_internal.h"
#include "language/sanskrit/transliterate.h"
#include "language/unicode.h"

/* A changed stretch of a text; `to` lies in work.store. */
typedef struct change {
    size_t at, len;
    size_t to, to_len;
    bool scheme; /* by "scheme", else by "unicode" */
    const char *why;
} change;

/* Scratch of one call. */
typedef struct work {
    lp_normalize_options o;
    lp_translit *devanagari; /* Devanagari to o.to, made when first needed */
    lp_translit *other;      /* o.from to o.to, likewise */
    lp_str word, next;       /* the word on its way */
    lp_str store;
    change *changes;
    size_t n, cap;
    char why_other[96];
    char why_devanagari[96];
} work;

static void work_init(work *w, const lp_normalize_options *o)
{
    *w = (work){.o = *o, .word = LP_STR_INIT, .next = LP_STR_INIT, .store = LP_STR_INIT};
    (void)snprintf(w->why_devanagari, sizeof w->why_devanagari, "%s to %s", lp_scheme_name(LP_DEVANAGARI),
                   lp_scheme_name(o->to));
    (void)snprintf(w->why_other, sizeof w->why_other, "%s to %s", lp_scheme_name(o->from), lp_scheme_name(o->to));
}

static void work_free(work *w)
{
    lp_translit_free(w->devanagari);
    lp_translit_free(w->other);
    lp_str_free(&w->word);
    lp_str_free(&w->next);
    lp_str_free(&w->store);
    free(w->changes);
}

static int check_options(const lp_normalize_options *o, lp_err *err)
{
    if ((unsigned)o->from < LP_N_SCHEMES && (unsigned)o->to < LP_N_SCHEMES) return LP_OK;
    return lp_fail(err, LP_EVALUE, "no such scheme");
}

/* ---- what a word holds ---- */

enum { HAS_DEVANAGARI = 1, HAS_JOINER = 2, HAS_ISO = 4, HAS_FOREIGN = 8 };

#define CH_RING 0x0325u
#define CH_MACRON 0x0304u
#define CH_M_DOT 0x1E41u /* ṁ; the capital stands before it */

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

static int run_translit(lp_translit **t, lp_scheme from, work *w, lp_err *err)
{
    if (!*t) *t = lp_translit_new(from, w->o.to, err);
    if (!*t) return LP_ENOMEM;
    lp_str_clear(&w->next);
    return lp_translit_run(*t, lp_str_view(&w->word), &w->next, err);
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
    case 0x1E40: case 0x1E41: return c + 2;            /* Ṁ ṁ */
    case 0x0112: case 0x0113: return c == 0x0112 ? 'E' : 'e';
    case 0x014C: case 0x014D: return c == 0x014C ? 'O' : 'o';
    case 'r': case 'R': case 'l': case 'L': break;
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

static void take_next(work *w)
{
    lp_str swap = w->word;
    w->word = w->next;
    w->next = swap;
    lp_str_clear(&w->next);
}

/* NFC, joiners and ISO letters: what is done to every word. */
static int tidy(work *w, lp_err *err)
{
    lp_str_clear(&w->next);
    if (!lp_is_nfc(lp_str_view(&w->word))) {
        int code = lp_nfc(lp_str_view(&w->word), &w->next, err);
        if (code != LP_OK) return code;
        take_next(w);
    }
    unsigned found = look(lp_str_view(&w->word));
    if (found & HAS_JOINER) {
        size_t before = w->word.len;
        strip_joiners(lp_str_view(&w->word), &w->next);
        take_next(w);
        /* What a joiner kept apart may belong together now. */
        if (w->word.len < before) return tidy(w, err);
    }
    if (found & HAS_ISO && !(found & HAS_FOREIGN) && w->o.to == LP_IAST) {
        iso_to_iast(lp_str_view(&w->word), &w->next);
        take_next(w);
        if (!lp_is_nfc(lp_str_view(&w->word))) return tidy(w, err);
    }
    return lp_str_check(&w->word, err);
}

/* Bring w->word to its normal form; *why says which scheme it was read in, or
 * stays NULL. */
static int convert(work *w, bool as_other, const char **why, lp_err *err)
{
    int code = LP_OK;
    if (as_other) {
        code = run_translit(&w->other, w->o.from, w, err);
        if (code == LP_OK && !lp_sv_eq(lp_str_view(&w->word), lp_str_view(&w->next))) *why = w->why_other;
        if (code == LP_OK) take_next(w);
    }
    if (code == LP_OK && w->o.to != LP_DEVANAGARI && look(lp_str_view(&w->word)) & HAS_DEVANAGARI) {
        code = run_translit(&w->devanagari, LP_DEVANAGARI, w, err);
        if (code == LP_OK && !*why) *why = w->why_devanagari;
        if (code == LP_OK) take_next(w);
    }
    return code == LP_OK ? tidy(w, err) : code;
}

/* ---- the words of a text ---- */

static bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

static bool is_ascii_sign(char c)
{
    return (unsigned char)c < 0x80 && !(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9');
}

/* Leave out what both sides have in common at either end, as far as it ends
 * at an ASCII sign: (योग) changes inside its brackets. */
static void shrink(lp_sv old, lp_sv new, size_t *before, size_t *after)
{
    size_t least = old.len < new.len ? old.len : new.len, p = 0, s = 0;
    while (p < least && old.s[p] == new.s[p]) p++;
    while (p && !is_ascii_sign(old.s[p - 1])) p--;
    while (s < least - p && old.s[old.len - 1 - s] == new.s[new.len - 1 - s]) s++;
    while (s && !is_ascii_sign(old.s[old.len - s])) s--;
    *before = p;
    *after = s;
}

static int note_change(work *w, size_t at, lp_sv old, const char *why, lp_err *err)
{
    lp_sv new = lp_str_view(&w->word);
    if (w->n == w->cap) {
        size_t cap = w->cap ? w->cap * 2 : 32;
        change *more = realloc(w->changes, cap * sizeof *more);
        if (!more) return lp_fail(err, LP_ENOMEM, "no memory for the changes of a text");
        w->changes = more;
        w->cap = cap;
    }
    size_t before, after;
    shrink(old, new, &before, &after);
    size_t len = new.len - before - after;
    w->changes[w->n++] = (change){at + before, old.len - before - after, w->store.len, len, why != NULL,
                                  why ? why : "one Unicode form"};
    lp_str_add(&w->store, new.s + before, len);
    return lp_str_check(&w->store, err);
}

/* Where the text already carries an edit by "scheme". Edits are sorted, so one
 * walk serves a cue. */
typedef struct done_walk {
    const lp_cue *cue; /* NULL: nothing is done yet */
    size_t i;          /* next edit */
    size_t source, now; /* offsets up to which both texts are known to agree */
} done_walk;

static bool is_done(done_walk *d, size_t at, size_t end)
{
    while (d->cue && d->i < d->cue->n_edits) {
        const lp_edit *e = &d->cue->edits[d->i];
        size_t from = d->now + (e->at - d->source), to = from + e->to.len;
        if (from >= end) return false;
        if (to > at && lp_sv_eq(e->by, LP_SV("scheme"))) return true;
        if (to > end) return false; /* it reaches into the next word */
        d->now = to;
        d->source = e->at + e->from.len;
        d->i++;
    }
    return false;
}

/* Fill w->changes with what is to be done to text. */
static int collect(work *w, lp_sv text, const lp_cue *cue, lp_err *err)
{
    bool whole = w->o.from != LP_DEVANAGARI && w->o.from != w->o.to;
    done_walk done = {cue, 0, 0, 0};
    w->n = 0;
    lp_str_clear(&w->store);
    for (size_t i = 0, end; i < text.len; i = end) {
        for (end = i; end < text.len && is_space(text.s[end]) == is_space(text.s[i]);) end++;
        lp_sv word = lp_sv_make(text.s + i, end - i);
        if (is_space(text.s[i])) continue;
        if (!whole && lp_ascii_run(word.s, word.len) == word.len) continue;
        const char *why = NULL;
        lp_str_clear(&w->word);
        lp_str_addv(&w->word, word);
        bool as_other = whole && !is_done(&done, i, end);
        int code = convert(w, as_other, &why, err);
        if (code == LP_OK && !lp_sv_eq(word, lp_str_view(&w->word))) code = note_change(w, i, word, why, err);
        if (code != LP_OK) return code;
    }
    return LP_OK;
}

static int check_utf8(lp_sv in, lp_err *err)
{
    size_t bad = lp_utf8_check(in.s, in.len);
    if (bad == in.len) return LP_OK;
    lp_fail(err, LP_EUTF8, "malformed at byte %zu", bad);
    if (err) err->byte = bad;
    return LP_EUTF8;
}

/* Nothing to do, seen from the bytes alone. */
static bool is_plain(const lp_normalize_options *o, lp_sv text)
{
    return (o->from == LP_DEVANAGARI || o->from == o->to) && lp_ascii_run(text.s, text.len) == text.len;
}

int lp_normalize(const lp_normalize_options *o, lp_sv in, lp_str *out, lp_err *err)
{
    int code = check_options(o, err);
    if (code == LP_OK) code = check_utf8(in, err);
    if (code != LP_OK) return code;
    if (is_plain(o, in)) {
        lp_str_addv(out, in);
        return lp_str_check(out, err);
    }
    work w;
    work_init(&w, o);
    size_t start = out->len, at = 0;
    code = collect(&w, in, NULL, err);
    for (size_t i = 0; code == LP_OK && i < w.n; i++) {
        const change *c = &w.changes[i];
        lp_str_add(out, in.s + at, c->at - at);
        lp_str_add(out, w.store.s + c->to, c->to_len);
        at = c->at + c->len;
    }
    if (code == LP_OK) {
        lp_str_add(out, in.s + at, in.len - at);
        code = lp_str_check(out, err);
    }
    if (code != LP_OK && out->s) {
        out->len = start;
        out->s[start] = '\0';
    }
    work_free(&w);
    return code;
}

/* How sure an edit is: a form of Unicode is a fact, Devanagari nearly so, and
 * that a text is all in one scheme is the caller's word. */
static double confidence_of(const work *w, const change *c)
{
    if (!c->scheme) return 1.0;
    return c->why == w->why_devanagari ? 0.99 : 0.95;
}

static int edit_cue(work *w, lp_transcript *t, lp_cue *cue, lp_err *err)
{
    if (!w->n) return LP_OK;
    lp_change *changes = lp_arena_alloc(&t->arena, w->n * sizeof *changes);
    if (!changes) return lp_fail(err, LP_ENOMEM, "no memory for the edits of a cue");
    for (size_t i = 0; i < w->n; i++) {
        const change *c = &w->changes[i];
        changes[i] = (lp_change){c->at, c->len, lp_sv_make(w->store.s + c->to, c->to_len),
                                 c->scheme ? LP_SV("scheme") : LP_SV("unicode"), confidence_of(w, c), lp_sv_of(c->why)};
    }
    return lp_cue_edit(t, cue, changes, w->n, err);
}

int lp_normalize_transcript(const lp_normalize_options *o, lp_transcript *t, lp_err *err)
{
    int code = check_options(o, err);
    if (code != LP_OK) return code;
    work w;
    work_init(&w, o);
    for (size_t i = 0; code == LP_OK && i < t->n_cues; i++) {
        lp_cue *cue = &t->cues[i];
        if (is_plain(o, cue->text)) continue;
        code = check_utf8(cue->text, err);
        if (code == LP_OK) code = collect(&w, cue->text, cue, err);
        if (code == LP_OK) code = edit_cue(&w, t, cue, err);
        if (code != LP_OK && err) err->cue = i + 1;
    }
    work_free(&w);
    return code;
}
