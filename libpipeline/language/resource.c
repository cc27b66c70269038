#include "language/resource.h"

#include <math.h>
#include <stdalign.h>
#include <stdio.h>
#include <stdlib.h>
#define XXH_INLINE_ALL /* words are short: calling costs more than hashing */
#include <xxhash.h>

#include "base/file.h"
#include "language/resource_internal.h"

static int damaged(lp_err *err, const char *path, const char *what)
{
    lp_fail(err, LP_ERESOURCE, "%s; make it again with `shodhana lexicon compile`, or use --mode emergency", what);
    lp_err_at(err, path);
    return LP_ERESOURCE;
}

static const size_t item_size[] = {
#define AS_SIZE(name, type) sizeof(type),
    LP_RES_SECTIONS(AS_SIZE)
#undef AS_SIZE
};

/* The search takes what it finds in these tables without looking at bounds,
 * so they are looked at here, once. */
static bool said_is_sound(const lp_resource *r)
{
    const res_said *said = r->section[LP_RES_SAID];
    const res_post *posts = r->section[LP_RES_POSTS];
    const res_bone *bones = r->section[LP_RES_BONES];
    const char *text = r->section[LP_RES_TEXT];
    const size_t n_text = r->n[LP_RES_TEXT], n_posts = r->n[LP_RES_POSTS], n_said = r->n[LP_RES_SAID];
    for (size_t i = 0; i < n_said; i++) {
        if (said[i].term >= r->n[LP_RES_TERMS] || said[i].n_phones > LP_RES_LONGEST) return false;
        if (said[i].phones > n_text || said[i].n_phones > n_text - said[i].phones) return false;
        for (size_t k = 0; k < said[i].n_phones; k++)
            if ((unsigned char)text[said[i].phones + k] >= LP_N_PHONES) return false;
    }
    for (size_t i = 0; i < r->n[LP_RES_BONES]; i++)
        if (bones[i].first > n_posts || bones[i].n > n_posts - bones[i].first) return false;
    for (size_t i = 0; i < n_posts; i++)
        if (posts[i].said >= n_said) return false; /* the search looks at its phones */
    return true;
}

static bool is_power_of_two(size_t n) { return (n & (n - 1)) == 0; }

static bool learned_is_sound(const lp_resource *r)
{
    const res_unit *units = r->section[LP_RES_UNITS];
    const res_word *words = r->section[LP_RES_WORDS];
    const size_t n = r->n[LP_RES_VECTORS];
    if (r->n[LP_RES_UNITS] != r->n[LP_RES_TERMS] || r->n[LP_RES_LEARNED] != 1) return false;
    if (!is_power_of_two(r->n[LP_RES_WORDS]) || !is_power_of_two(r->n[LP_RES_PAIRS])) return false;
    for (size_t i = 0; i < r->n[LP_RES_UNITS]; i++) {
        if (units[i].vector != LP_NO_VECTOR && units[i].vector >= n) return false;
        if (units[i].sense != LP_NO_VECTOR && units[i].sense >= n) return false;
    }
    for (size_t i = 0; i < r->n[LP_RES_WORDS]; i++)
        if (words[i].tag && words[i].vector != LP_NO_VECTOR && words[i].vector >= n) return false;
    return true;
}

uint64_t lp_res_checksum(lp_sv file)
{
    res_header h;
    memcpy(&h, file.s, sizeof h);
    h.checksum = 0;
    return XXH3_64bits_withSeed(file.s + sizeof h, file.len - sizeof h, XXH3_64bits(&h, sizeof h));
}

static bool sections_fit(lp_resource *r)
{
    for (size_t i = 0; i < LP_RES_N_SECTIONS; i++) {
        const res_section_place *p = &r->head->sections[i];
        if (p->at % alignof(max_align_t) || p->at > r->map.data.len) return false;
        if (p->n > (r->map.data.len - p->at) / item_size[i]) return false;
        r->section[i] = r->map.data.s + p->at;
        r->n[i] = (size_t)p->n;
    }
    return r->n[LP_RES_COSTS] == 1 && is_power_of_two(r->n[LP_RES_EXACT]) &&
           is_power_of_two(r->n[LP_RES_ENGLISH]) && is_power_of_two(r->n[LP_RES_BONES]) &&
           r->n[LP_RES_SIEVE] == LP_RES_SIEVE_WORDS && said_is_sound(r) && learned_is_sound(r);
}

static const char *fault_of(lp_resource *r)
{
    lp_sv d = r->map.data;
    if (d.len < sizeof(res_header)) return "too short for a compiled lexicon";
    r->head = (const res_header *)(const void *)d.s;
    if (memcmp(r->head->magic, LP_RES_MAGIC, sizeof LP_RES_MAGIC) != 0) return "not a compiled lexicon";
    if (r->head->order != LP_RES_ORDER) return "compiled on a machine of another byte order";
    if (r->head->layout != LP_RES_LAYOUT) return "compiled by another version";
    if (r->head->size != d.len) return "cut short or grown";
    if (lp_res_checksum(d) != r->head->checksum) return "damaged (checksum differs)";
    return sections_fit(r) ? NULL : "its tables do not fit";
}

int lp_resource_open(const char *path, lp_resource **out, lp_err *err)
{
    *out = NULL;
    lp_resource *r = calloc(1, sizeof *r);
    if (!r) return lp_fail(err, LP_ENOMEM, "no memory for the lexicon");
    lp_err why = {0};
    if (lp_file_map(path, &r->map, &why) != LP_OK) {
        free(r);
        return damaged(err, path, why.msg);
    }
    const char *fault = fault_of(r);
    if (fault) {
        lp_resource_close(r);
        return damaged(err, path, fault);
    }
    (void)snprintf(r->version, sizeof r->version, "%016llx", (unsigned long long)r->head->checksum);
    *out = r;
    return LP_OK;
}

int lp_res_open_own(lp_str *bytes, lp_resource **out, lp_err *err)
{
    *out = NULL;
    lp_resource *r = calloc(1, sizeof *r);
    if (!r) return lp_fail(err, LP_ENOMEM, "no memory for the lexicon");
    r->own = *bytes;
    *bytes = (lp_str)LP_STR_INIT;
    r->map.data = lp_str_view(&r->own);
    const char *fault = fault_of(r);
    if (fault) {
        lp_resource_close(r);
        return lp_fail(err, LP_ERESOURCE, "%s", fault);
    }
    *out = r;
    return LP_OK;
}

void lp_resource_close(lp_resource *r)
{
    if (!r) return;
    lp_resource_close(r->over);
    free(r->instead);
    free(r->known_as);
    if (r->own.s) lp_str_free(&r->own);
    else lp_file_unmap(&r->map);
    free(r);
}

const char *lp_resource_version(const lp_resource *r) { return r->version; }
size_t lp_resource_n_terms(const lp_resource *r)
{
    return r->n[LP_RES_TERMS] + (r->over ? r->over->n[LP_RES_TERMS] : 0);
}
size_t lp_resource_n_forms(const lp_resource *r)
{
    return (size_t)r->head->forms + (r->over ? (size_t)r->over->head->forms : 0);
}
size_t lp_resource_n_english(const lp_resource *r) { return (size_t)r->head->english; }

static lp_sv text_of(const lp_resource *r, res_span s)
{
    const char *text = r->section[LP_RES_TEXT];
    if (s.at > r->n[LP_RES_TEXT] || s.len > r->n[LP_RES_TEXT] - s.at) return LP_SV("");
    return lp_sv_make(text + s.at, s.len);
}

lp_term lp_resource_term(const lp_resource *r, uint32_t id)
{
    if (id >= r->n[LP_RES_TERMS])
        return r->over ? lp_resource_term(r->over, id - (uint32_t)r->n[LP_RES_TERMS]) : (lp_term){.text = LP_SV("")};
    const res_term *t = (const res_term *)r->section[LP_RES_TERMS] + id;
    return (lp_term){
        .text = text_of(r, t->text),
        .phones = text_of(r, t->phones),
        .category = text_of(r, t->category),
        .gloss = text_of(r, t->gloss),
        .source = text_of(r, t->source),
        .confidence = t->confidence / 1000.0,
        .frequency = (lp_frequency)t->frequency,
        .proper = (t->flags & RES_PROPER) != 0,
        .verse = (t->flags & RES_VERSE) != 0,
    };
}

uint64_t lp_word_key(lp_sv lower_word) { return XXH3_64bits(lower_word.s, lower_word.len); }

uint64_t lp_word_key_join(uint64_t before, uint64_t next)
{
    /* Order matters, so the parts are mixed unevenly (constants: the 64-bit
     * golden ratio and an odd neighbour). */
    uint64_t h = before * 0x9E3779B97F4A7C15u + next;
    return (h ^ h >> 29) * 0xBF58476D1CE4E5B9u;
}

bool lp_res_exact_one(const lp_resource *r, uint64_t key, lp_exact *hit)
{
    const res_exact *table = r->section[LP_RES_EXACT];
    size_t n = r->n[LP_RES_EXACT];
    if (!n) return false;
    key = res_slot_key(key);
    for (size_t i = key & (n - 1), left = n; left && table[i].key; i = (i + 1) & (n - 1), left--) {
        if (table[i].key != key) continue;
        const uint32_t flags = table[i].flags;
        *hit = (lp_exact){table[i].term, (flags & RES_LONGER) != 0, (flags & RES_WRITTEN) != 0, (flags & RES_HEARD) != 0};
        return true;
    }
    return false;
}

bool lp_resource_english(const lp_resource *r, uint64_t key, lp_english_info *info)
{
    const res_english *table = r->section[LP_RES_ENGLISH];
    size_t n = r->n[LP_RES_ENGLISH];
    if (!n) return false;
    const uint32_t tag = res_tag(key);
    for (size_t i = key & (n - 1), left = n; left && table[i].tag; i = (i + 1) & (n - 1), left--) {
        if (table[i].tag != tag) continue;
        *info = (lp_english_info){table[i].level, table[i].name_level,
                                  text_of(r, (res_span){table[i].phones, table[i].n_phones})};
        return true;
    }
    return false;
}

/* The tables are larger than the caches; a word that is not among the most
 * common waits for main memory, unless that was asked for early enough. */
void lp_resource_expect(const lp_resource *r, uint64_t key)
{
#ifdef __GNUC__
    const res_exact *exact = r->section[LP_RES_EXACT];
    const res_english *english = r->section[LP_RES_ENGLISH];
    if (r->n[LP_RES_ENGLISH]) __builtin_prefetch(&english[key & (r->n[LP_RES_ENGLISH] - 1)]);
    if (r->n[LP_RES_EXACT]) __builtin_prefetch(&exact[res_slot_key(key) & (r->n[LP_RES_EXACT] - 1)]);
#else
    (void)r;
    (void)key;
#endif
}

/* --- what was learned --------------------------------------------------------- */

static const int8_t *vector_of(const lp_resource *r, uint32_t index)
{
    return index == LP_NO_VECTOR ? NULL : ((const res_vector *)r->section[LP_RES_VECTORS] + index)->x;
}

lp_unit lp_resource_word_unit(const lp_resource *r, uint64_t word_key)
{
    const res_word *table = r->section[LP_RES_WORDS];
    const size_t n = r->n[LP_RES_WORDS];
    const uint32_t tag = res_tag(word_key);
    for (size_t i = word_key & (n - 1), left = n; left && table[i].tag; i = (i + 1) & (n - 1), left--)
        if (table[i].tag == tag) return (lp_unit){word_key, table[i].count, vector_of(r, table[i].vector)};
    return (lp_unit){.key = 0};
}

/* What the lectures say of a term is said of the one that a user puts in its
 * place, too; NULL for what they cannot know. */
static const res_unit *unit_of(const lp_resource *r, uint32_t term)
{
    const size_t n = r->n[LP_RES_UNITS];
    if (term >= n && r->over && term - n < r->over->n[LP_RES_TERMS]) term = r->known_as[term - n];
    return term < n ? (const res_unit *)r->section[LP_RES_UNITS] + term : NULL;
}

lp_unit lp_resource_term_unit(const lp_resource *r, uint32_t term)
{
    const res_unit *u = unit_of(r, term);
    if (!u) return (lp_unit){.key = 0};
    return (lp_unit){u->count ? u->key : 0, u->count, vector_of(r, u->vector)};
}

bool lp_resource_company(const lp_resource *r, uint32_t term, const float context[LP_VECTOR_DIMENSIONS], double *nats)
{
    const res_unit *u = unit_of(r, term);
    const int8_t *sense = u ? vector_of(r, u->sense) : NULL;
    if (!sense) return false;
    float sum = 0;
    for (size_t i = 0; i < LP_VECTOR_DIMENSIONS; i++) sum += context[i] * (float)sense[i];
    *nats = (double)(u->scale * sum - u->offset);
    return true;
}

/* Fewer sightings say nothing of what is usual beside them. */
enum { SEEN_ENOUGH = 3 };

double lp_resource_pair(const lp_resource *r, lp_unit before, lp_unit after)
{
    if (before.count < SEEN_ENOUGH || after.count < SEEN_ENOUGH) return 0;
    const res_pair *table = r->section[LP_RES_PAIRS];
    const size_t n = r->n[LP_RES_PAIRS];
    const uint64_t key = lp_word_key_join(before.key, after.key);
    const uint32_t tag = res_tag(key);
    double count = 0;
    for (size_t i = key & (n - 1), left = n; left && table[i].tag; i = (i + 1) & (n - 1), left--) {
        if (table[i].tag != tag) continue;
        count = table[i].count;
        break;
    }
    const res_learned *sums = r->section[LP_RES_LEARNED];
    if (sums->words <= 0) return 0;
    const double chance = (double)before.count * (double)after.count / sums->words;
    const double nats = log((count + 0.3) / (chance + 0.3));
    return nats < -3 ? -3 : nats > 6 ? 6 : nats;
}

double lp_resource_weight(const lp_resource *r, const char *name, double otherwise)
{
    const res_weight *w = r->section[LP_RES_WEIGHTS];
    for (size_t i = 0; i < r->n[LP_RES_WEIGHTS]; i++)
        if (strncmp(w[i].name, name, sizeof w[i].name) == 0) return w[i].value;
    return otherwise;
}

const void *lp_res_section(const lp_resource *r, enum res_section which, size_t *n)
{
    *n = r->n[which];
    return r->section[which];
}
