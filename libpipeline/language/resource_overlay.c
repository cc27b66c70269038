/* A user's lexicon over the shipped one: compiled in memory with the same
 * builder, and asked beside it. */
#include <stdio.h>
#include <stdlib.h>
#include <xxhash.h>

#include "language/resource_internal.h"
#include "language/words.h"

/* --- one entry a term ----------------------------------------------------- */

typedef struct place {
    lp_sv term;
    size_t entry;
} place;

static int by_term(const void *x, const void *y)
{
    const place *a = x, *b = y;
    int c = lp_sv_cmp(a->term, b->term);
    return c ? c : a->entry < b->entry ? -1 : a->entry > b->entry;
}

/* Two entries of one term would be rivals of each other wherever it is heard.
 * The first stays and takes the variations of the others; an entry that
 * somebody wrote goes before a headword. */
static int join(lp_lexicon *out, lp_entry *first, const lp_entry *more, lp_err *err)
{
    lp_sv *v = lp_arena_grow(&out->arena, first->variations, first->n_variations,
                             first->n_variations + more->n_variations, sizeof *v);
    if (!v) return lp_fail(err, LP_ENOMEM, "no memory for the lexicon");
    if (more->n_variations) memcpy(v + first->n_variations, more->variations, more->n_variations * sizeof *v);
    first->variations = v;
    first->n_variations += more->n_variations;
    first->headword = first->headword && more->headword;
    if (!first->gloss.len) first->gloss = more->gloss;
    return LP_OK;
}

/* The entries of lex, each term once, in the order in which they came. */
static int once_each(const lp_lexicon *lex, lp_lexicon *out, lp_err *err)
{
    place *p = malloc((lex->n ? lex->n : 1) * sizeof *p);
    size_t *same = malloc((lex->n ? lex->n : 1) * sizeof *same); /* the first entry of that term */
    out->entries = lp_arena_grow(&out->arena, NULL, 0, lex->n ? lex->n : 1, sizeof *out->entries);
    int code = p && same && out->entries ? LP_OK : lp_fail(err, LP_ENOMEM, "no memory for the lexicon");
    for (size_t i = 0; code == LP_OK && i < lex->n; i++) p[i] = (place){lex->entries[i].term, i};
    if (code == LP_OK && lex->n) qsort(p, lex->n, sizeof *p, by_term);
    for (size_t i = 0, first = 0; code == LP_OK && i < lex->n; i++) {
        if (i == 0 || !lp_sv_eq(p[i].term, p[i - 1].term)) first = p[i].entry;
        same[p[i].entry] = first;
    }
    /* `first` stands before its doubles; afterwards same[] tells its new place. */
    for (size_t i = 0; code == LP_OK && i < lex->n; i++) {
        if (same[i] == i) {
            same[i] = out->n;
            out->entries[out->n++] = lex->entries[i];
        } else {
            same[i] = same[same[i]];
            code = join(out, &out->entries[same[i]], &lex->entries[i], err);
        }
    }
    free(p);
    free(same);
    return code;
}

/* --- laying over ---------------------------------------------------------- */

static uint64_t key_of(lp_sv form)
{
    lp_words w;
    if (lp_words_split(form, &w, NULL) != LP_OK || !w.n) return 0;
    uint64_t key = lp_word_key(w.word[0]);
    for (size_t i = 1; i < w.n; i++) key = lp_word_key_join(key, lp_word_key(w.word[i]));
    return key;
}

/* Which terms of r the overlay claims by a form that somebody wrote: what is
 * heard as such a term is what the user makes of it. */
static int find_instead(const lp_resource *r, const lp_resource *over, uint32_t **instead, uint32_t **known_as, lp_err *err)
{
    const size_t n = r->n[LP_RES_TERMS], n_over = over->n[LP_RES_TERMS];
    *instead = malloc((n ? n : 1) * sizeof **instead);
    *known_as = malloc((n_over ? n_over : 1) * sizeof **known_as);
    if (!*instead || !*known_as) return lp_fail(err, LP_ENOMEM, "no memory for the lexicon");
    for (size_t i = 0; i < n_over; i++) (*known_as)[i] = LP_NO_TERM;
    for (uint32_t i = 0; i < n; i++) {
        lp_exact hit;
        const uint64_t key = key_of(lp_resource_term(r, i).text);
        const bool claimed = key && lp_res_exact_one(over, key, &hit) && hit.term != LP_NO_TERM && hit.written;
        (*instead)[i] = claimed ? hit.term + (uint32_t)n : LP_NO_TERM;
        if (claimed && (*known_as)[hit.term] == LP_NO_TERM) (*known_as)[hit.term] = i;
    }
    return LP_OK;
}

int lp_resource_lay_over(lp_resource *r, const lp_lexicon *lex, lp_err *err)
{
    lp_lexicon once = LP_LEXICON_INIT;
    lp_str bytes = LP_STR_INIT;
    lp_resource *over = NULL;
    uint32_t *instead = NULL, *known_as = NULL;
    if (r->over) return lp_fail(err, LP_EVALUE, "a lexicon lies over this one already");
    int code = once_each(lex, &once, err);
    if (code == LP_OK && once.n >= LP_NO_TERM - r->n[LP_RES_TERMS])
        code = lp_fail(err, LP_ELIMIT, "a lexicon of %zu terms", once.n);
    if (code == LP_OK) code = lp_res_build_over(&once, r, &bytes, err);
    if (code == LP_OK) code = lp_res_open_own(&bytes, &over, err);
    if (code == LP_OK) code = find_instead(r, over, &instead, &known_as, err);
    lp_lexicon_free(&once);
    lp_str_free(&bytes);
    if (code != LP_OK) {
        lp_resource_close(over);
        free(instead);
        free(known_as);
        return code;
    }
    const uint64_t both[2] = {r->head->checksum, over->head->checksum};
    (void)snprintf(r->version, sizeof r->version, "%016llx", (unsigned long long)XXH3_64bits(both, sizeof both));
    r->over = over;
    r->instead = instead;
    r->known_as = known_as;
    return LP_OK;
}

bool lp_resource_is_own(const lp_resource *r, uint32_t id) { return r->over && id >= r->n[LP_RES_TERMS]; }

bool lp_resource_is_replaced(const lp_resource *r, uint32_t id)
{
    return r->over && id < r->n[LP_RES_TERMS] && r->instead[id] != LP_NO_TERM;
}

/* --- asking both ---------------------------------------------------------- */

static uint32_t instead_of(const lp_resource *r, uint32_t term)
{
    return term != LP_NO_TERM && r->instead[term] != LP_NO_TERM ? r->instead[term] : term;
}

bool lp_resource_exact(const lp_resource *r, uint64_t key, lp_exact *hit)
{
    if (!r->over) return lp_res_exact_one(r, key, hit);
    lp_exact base, over;
    const bool in_base = lp_res_exact_one(r, key, &base), in_over = lp_res_exact_one(r->over, key, &over);
    const bool longer = (in_base && base.longer) || (in_over && over.longer);
    if (in_over && over.term != LP_NO_TERM) *hit = (lp_exact){over.term + (uint32_t)r->n[LP_RES_TERMS], longer, over.written, over.heard};
    else if (in_base) *hit = (lp_exact){instead_of(r, base.term), longer, base.written, base.heard};
    else *hit = (lp_exact){LP_NO_TERM, longer, false, false};
    return in_base || in_over;
}

/* Into the list, best first and each term once; one more than fits pushes out
 * the worst. */
static size_t put_hit(lp_sound_hit *hits, size_t n, lp_sound_hit h)
{
    for (size_t i = 0; i < n; i++) {
        if (hits[i].term != h.term) continue;
        if (hits[i].score >= h.score) return n;
        memmove(hits + i, hits + i + 1, (n - i - 1) * sizeof *hits);
        n--;
    }
    size_t at = n;
    while (at && (hits[at - 1].score < h.score || (hits[at - 1].score == h.score && hits[at - 1].term > h.term))) at--;
    if (at == LP_SOUND_MOST) return n;
    if (n == LP_SOUND_MOST) n--;
    memmove(hits + at + 1, hits + at, (n - at) * sizeof *hits);
    hits[at] = h;
    return n + 1;
}

size_t lp_resource_sound(const lp_resource *r, lp_sv heard, int32_t least, bool wide, lp_sound_hit hits[LP_SOUND_MOST])
{
    if (!r->over) return lp_res_sound_one(r, heard, least, wide, hits);
    lp_sound_hit base[LP_SOUND_MOST], over[LP_SOUND_MOST];
    const size_t n_base = lp_res_sound_one(r, heard, least, wide, base), n_over = lp_res_sound_one(r->over, heard, least, wide, over);
    size_t n = 0;
    for (size_t i = 0; i < n_base; i++) {
        base[i].term = instead_of(r, base[i].term);
        n = put_hit(hits, n, base[i]);
    }
    for (size_t i = 0; i < n_over; i++) {
        over[i].term += (uint32_t)r->n[LP_RES_TERMS];
        n = put_hit(hits, n, over[i]);
    }
    while (n && hits[n - 1].score + LP_SOUND_MARGIN < hits[0].score) n--;
    return n;
}
