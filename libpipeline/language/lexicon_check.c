/* What a lexicon may get wrong, found before it corrects anything. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "language/lexicon_internal.h"
#include "language/phones.h"
#include "language/roman.h"
#include "language/unicode.h"
#include "language/words.h"

/* A form that an entry lays claim to. */
typedef struct claim {
    uint64_t key; /* of the lower-case form */
    size_t entry, place; /* place: in the order of the files */
    lp_sv form;
    bool is_term;
    size_t rival; /* entry that claims the same form and stands before it, or NO_RIVAL */
    bool rival_is_term;
} claim;

#define NO_RIVAL SIZE_MAX

/* Generated spellings that are English up to this level are left alone by the
 * compiler (resource_build.c). */
enum { GUARD = 60 };

typedef struct checker {
    const lp_lexicon *lex;
    int (*english)(void *, lp_sv);
    void *english_arg;
    bool (*report)(void *, const lp_lexicon_finding *);
    void *arg;
    size_t found;
    bool stop;
} checker;

LP_PRINTF(5, 6)
static void find(checker *c, const lp_entry *e, const char *rule, bool error, const char *fmt, ...)
{
    if (c->stop) return;
    lp_lexicon_finding f = {.entry = e, .rule = rule, .error = error};
    va_list ap;
    va_start(ap, fmt);
    (void)vsnprintf(f.text, sizeof f.text, fmt, ap);
    va_end(ap);
    f.text[lp_utf8_check(f.text, strlen(f.text))] = '\0'; /* a cut may fall inside a character */
    c->found++;
    c->stop = !c->report(c->arg, &f);
}

/* The letters of IAST, with those that Bengali, Hindi and Tamil names add. */
static bool is_iast_letter(uint32_t c)
{
    static const char others[] = "āīūṛṝḷṅñṭḍṇśṣḥṃĀĪŪṚṜḶṄÑṬḌṆŚṢḤṂḻṟēō";
    if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || strchr(" '-|.", (int)c);
    char buf[5] = {0};
    (void)lp_utf8_put(c, buf);
    return strstr(others, buf) != NULL;
}

static void check_letters(checker *c, const lp_entry *e)
{
    if (lp_utf8_check(e->term.s, e->term.len) != e->term.len) {
        find(c, e, "not-utf8", true, "the term is not valid UTF-8");
        return;
    }
    size_t i = 0;
    while (i < e->term.len) {
        uint32_t ch;
        size_t n = lp_utf8_get(e->term.s + i, e->term.len - i, &ch);
        if (!is_iast_letter(ch)) {
            find(c, e, "not-iast", true, "%.*s: `%.*s` is no letter of IAST%s", (int)e->term.len, e->term.s, (int)n,
                 e->term.s + i, ch == 0x1E41 ? " (write ṃ)" : "");
            return;
        }
        i += n;
    }
}

/* Letters that are all right by themselves and not side by side. */
static void check_sounds(checker *c, const lp_entry *e)
{
    bool certain;
    const char *what = lp_iast_impossible(e->term, &certain);
    if (what) find(c, e, "impossible", certain, "%.*s: %s", (int)e->term.len, e->term.s, what);
}

/* A single word that is English, or is spelled like English, is not replaced on
 * sight: only longer forms and the ear find it. */
static void check_english(checker *c, const lp_entry *e)
{
    lp_words w;
    lp_str plain[LP_ROMAN_MOST];
    if (!c->english || e->verse || lp_words_split(e->term, &w, NULL) != LP_OK || w.n != 1) return;
    for (size_t i = 0; i < LP_ROMAN_MOST; i++) plain[i] = (lp_str)LP_STR_INIT;
    const size_t n = lp_roman(e->term, plain);
    for (size_t i = 0; i < n; i++) {
        const int level = c->english(c->english_arg, lp_str_view(&plain[i]));
        if (!level || level > GUARD) continue;
        find(c, e, "english-spelling", false, "%.*s: `%.*s` is English, too, and is never replaced on sight", (int)e->term.len,
             e->term.s, (int)plain[i].len, plain[i].s);
        break;
    }
    for (size_t i = 0; i < LP_ROMAN_MOST; i++) lp_str_free(&plain[i]);
}

static void check_capital(checker *c, const lp_entry *e)
{
    uint32_t first;
    if (!e->term.len || e->verse) return;
    (void)lp_utf8_get(e->term.s, e->term.len, &first);
    if (lp_is_upper(first) == e->proper) return;
    find(c, e, "capital", false, "%.*s: is_proper_noun is %s, but the term begins %s capital", (int)e->term.len,
         e->term.s, e->proper ? "true" : "false", e->proper ? "without a" : "with a");
}

static void check_variation(checker *c, const lp_entry *e, lp_sv form)
{
    lp_words w;
    lp_err err;
    if (lp_words_split(form, &w, &err) != LP_OK) {
        find(c, e, "bad-variation", true, "%.*s: a variation cannot be used: %s", (int)e->term.len, e->term.s, err.msg);
        return;
    }
    if (w.n != 1 || !c->english) return;
    int level = c->english(c->english_arg, w.word[0]);
    if (level && level <= 35)
        find(c, e, "english", true, "%.*s: `%.*s` is a common English word; list it under heard_as", (int)e->term.len,
             e->term.s, (int)form.len, form.s);
}

static void check_entry(checker *c, const lp_entry *e)
{
    check_letters(c, e);
    check_sounds(c, e);
    check_english(c, e);
    check_capital(c, e);
    if (!e->n_variations && !e->verse)
        find(c, e, "no-variations", false, "%.*s: no variations: how is it misheard?", (int)e->term.len, e->term.s);
    for (size_t i = 0; i < e->n_variations; i++) check_variation(c, e, e->variations[i]);
}

/* Terms before variations, so that the terms of a group lie side by side. */
static int by_key(const void *x, const void *y)
{
    const claim *a = x, *b = y;
    if (a->key != b->key) return a->key < b->key ? -1 : 1;
    if (a->is_term != b->is_term) return a->is_term ? -1 : 1;
    return a->place < b->place ? -1 : a->place > b->place;
}

static int by_place(const void *x, const void *y)
{
    const claim *a = x, *b = y;
    return a->place < b->place ? -1 : a->place > b->place;
}

static uint64_t key_of(lp_sv form)
{
    lp_words w;
    if (lp_words_split(form, &w, NULL) != LP_OK) return 0;
    uint64_t h = 1469598103934665603u; /* FNV-1a, 64 bits: only groups equal forms */
    for (size_t i = 0; i < w.n; i++) {
        for (size_t k = 0; k < w.word[i].len; k++) h = (h ^ (unsigned char)w.word[i].s[k]) * 1099511628211u;
        h = (h ^ ' ') * 1099511628211u;
    }
    return h;
}

static void check_clash(checker *c, const claim *a)
{
    const lp_entry *x = &c->lex->entries[a->rival], *y = &c->lex->entries[a->entry];
    if (a->rival_is_term && a->is_term && lp_sv_eq(x->term, y->term))
        find(c, y, "duplicate", true, "%.*s: already in %.*s line %zu", (int)y->term.len, y->term.s, (int)x->file.len,
             x->file.s, x->line);
    else if (!lp_sv_eq(x->term, y->term))
        find(c, y, "claimed-twice", false, "`%.*s` stands for %.*s and (%.*s line %zu) for %.*s", (int)a->form.len,
             a->form.s, (int)y->term.len, y->term.s, (int)x->file.len, x->file.s, x->line, (int)x->term.len, x->term.s);
}

static void gather(const checker *c, claim *claims)
{
    size_t k = 0;
    for (size_t i = 0; i < c->lex->n; i++) {
        const lp_entry *e = &c->lex->entries[i];
        for (size_t v = 0; v <= e->n_variations; v++) {
            lp_sv form = v ? e->variations[v - 1] : e->term;
            claims[k] = (claim){key_of(form), i, k, form, v == 0, NO_RIVAL, false};
            k++;
        }
    }
}

static void check_claims(checker *c)
{
    size_t n = c->lex->n;
    for (size_t i = 0; i < c->lex->n; i++) n += c->lex->entries[i].n_variations;
    claim *claims = malloc((n ? n : 1) * sizeof *claims);
    if (!claims) return;
    gather(c, claims);
    qsort(claims, n, sizeof *claims, by_key);
    for (size_t i = 1; i < n; i++) {
        const claim *before = &claims[i - 1];
        if (claims[i].key != before->key || !claims[i].key || claims[i].entry == before->entry) continue;
        claims[i].rival = before->entry;
        claims[i].rival_is_term = before->is_term;
    }
    qsort(claims, n, sizeof *claims, by_place);
    for (size_t i = 0; i < n; i++)
        if (claims[i].rival != NO_RIVAL) check_clash(c, &claims[i]);
    free(claims);
}

/* --- terms that sound alike ----------------------------------------------- */

enum { SAID_MOST = 80 };

typedef struct sound {
    size_t entry, n;
    char phones[SAID_MOST];
} sound;

static int by_sound(const void *x, const void *y)
{
    const sound *a = x, *b = y;
    const int c = lp_sv_cmp(lp_sv_make(a->phones, a->n), lp_sv_make(b->phones, b->n));
    return c ? c : a->entry < b->entry ? -1 : a->entry > b->entry;
}

static int by_entry(const void *x, const void *y)
{
    const sound *a = x, *b = y;
    return a->entry < b->entry ? -1 : a->entry > b->entry;
}

/* Two terms that are said alike are rivals wherever one is heard: only their
 * frequency decides. */
static void check_sounds_alike(checker *c)
{
    const lp_lexicon *lex = c->lex;
    sound *v = malloc((lex->n ? lex->n : 1) * sizeof *v), *pairs = malloc((lex->n ? lex->n : 1) * sizeof *pairs);
    size_t n_pairs = 0;
    for (size_t i = 0; v && i < lex->n; i++) {
        v[i].entry = i;
        v[i].n = 0;
        lp_phones_of_iast(lex->entries[i].term, v[i].phones, &v[i].n, SAID_MOST);
    }
    if (v && pairs && lex->n) qsort(v, lex->n, sizeof *v, by_sound);
    for (size_t i = 1; v && pairs && i < lex->n; i++) {
        const bool same = v[i].n && v[i].n < SAID_MOST && lp_sv_eq(lp_sv_make(v[i].phones, v[i].n), lp_sv_make(v[i - 1].phones, v[i - 1].n));
        /* From here on n is the entry that it sounds like. */
        if (!same || lp_sv_eq(lex->entries[v[i].entry].term, lex->entries[v[i - 1].entry].term)) continue;
        pairs[n_pairs] = v[i];
        pairs[n_pairs++].n = v[i - 1].entry;
    }
    if (n_pairs) qsort(pairs, n_pairs, sizeof *pairs, by_entry);
    for (size_t i = 0; i < n_pairs; i++) {
        const lp_entry *e = &lex->entries[pairs[i].entry], *other = &lex->entries[pairs[i].n];
        find(c, e, "same-sound", false, "%.*s sounds like (%.*s line %zu) %.*s", (int)e->term.len, e->term.s,
             (int)other->file.len, other->file.s, other->line, (int)other->term.len, other->term.s);
    }
    free(v);
    free(pairs);
}

size_t lp_lexicon_check(const lp_lexicon *lex, int (*english)(void *arg, lp_sv word), void *english_arg,
                        bool (*report)(void *arg, const lp_lexicon_finding *f), void *arg)
{
    checker c = {lex, english, english_arg, report, arg, 0, false};
    for (size_t i = 0; i < lex->n && !c.stop; i++) check_entry(&c, &lex->entries[i]);
    if (!c.stop) check_claims(&c);
    if (!c.stop) check_sounds_alike(&c);
    return c.found;
}
