/* Compiling the lexicon: from entries, English words and costs to one file. */
#include <stdalign.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "language/costs_internal.h"
#include "language/learned_internal.h"
#include "language/resource_internal.h"
#include "language/roman.h"
#include "language/unicode.h"
#include "language/words.h"

/* English words up to this level are never replaced on sight, whatever a
 * lexicon lists; those up to GUARD are never replaced by a generated form. */
enum { NEVER = 35, GUARD = 60 };

/* Of a dictionary's headwords only plain spellings this long are forms: among a
 * hundred thousand words there is one for every shorter garble, and it would
 * stand in the way of what was said. */
enum { HEADWORD_LETTERS = 9 };

typedef struct pronunciation {
    lp_sv phones;
    res_said said;
} pronunciation;

/* A skeleton key and a pronunciation that has it. */
typedef struct bone {
    uint32_t hash, said;
} bone;

typedef struct builder {
    const lp_lexicon *lex;
    const lp_english *en;
    const lp_resource *base;     /* what this will lie over, or NULL; it knows English, too */
    lp_err *err;
    lp_arena arena;
    lp_str text;                 /* LP_RES_TEXT */
    res_term *terms;
    res_exact *exact;            /* open addressing while building, too */
    size_t exact_slots, exact_used, forms;
    pronunciation *said;
    size_t n_said, cap_said;
    res_english *english;
    size_t english_slots;
    res_bone *bones;
    size_t bone_slots;
    res_post *posts;
    size_t n_posts;
    uint64_t *sieve;
    res_costs costs;
    lp_learned learned;
} builder;

static int no_memory(builder *b) { return lp_fail(b->err, LP_ENOMEM, "no memory to compile the lexicon"); }

static res_span add_text(builder *b, lp_sv v)
{
    res_span s = {(uint32_t)b->text.len, (uint32_t)v.len};
    lp_str_addv(&b->text, v);
    return s;
}

/* --- exact forms ---------------------------------------------------------- */

static res_exact *slot_for(res_exact *table, size_t slots, uint64_t key)
{
    key = res_slot_key(key);
    size_t i = key & (slots - 1);
    while (table[i].key && table[i].key != key) i = (i + 1) & (slots - 1);
    return &table[i];
}

static int grow_exact(builder *b)
{
    size_t slots = b->exact_slots ? b->exact_slots * 2 : 1u << 14;
    res_exact *t = calloc(slots, sizeof *t);
    if (!t) return no_memory(b);
    for (size_t i = 0; i < b->exact_slots; i++)
        if (b->exact[i].key) *slot_for(t, slots, b->exact[i].key) = b->exact[i];
    free(b->exact);
    b->exact = t;
    b->exact_slots = slots;
    return LP_OK;
}

static res_exact *exact_slot(builder *b, uint64_t key)
{
    if (b->exact_used * 2 >= b->exact_slots && grow_exact(b) != LP_OK) return NULL;
    res_exact *e = slot_for(b->exact, b->exact_slots, key);
    if (!e->key) {
        e->key = res_slot_key(key);
        e->term = LP_NO_TERM;
        b->exact_used++;
    }
    return e;
}

/* A listed form beats a generated one, and that beats English of which it is
 * only known that the term was heard so; then the more frequent term wins, then
 * the one that stands first. */
enum form_kind { HEARD_AS, GENERATED, LISTED };
static const uint32_t flags_of_kind[] = {RES_HEARD, 0, RES_WRITTEN};

static enum form_kind kind_of(const res_exact *e)
{
    return e->flags & RES_WRITTEN ? LISTED : e->flags & RES_HEARD ? HEARD_AS : GENERATED;
}

static bool beats(const builder *b, uint32_t term, enum form_kind kind, const res_exact *old)
{
    if (old->term == LP_NO_TERM) return true;
    if (kind != kind_of(old)) return kind > kind_of(old);
    return b->lex->entries[term].frequency > b->lex->entries[old->term].frequency;
}

static int add_form(builder *b, lp_sv form, uint32_t term, enum form_kind kind)
{
    lp_words w;
    int code = lp_words_split(form, &w, b->err);
    if (code != LP_OK) return code;
    if (!w.n) return LP_OK;
    uint64_t key = 0;
    for (size_t i = 0; i < w.n; i++) {
        key = i ? lp_word_key_join(key, lp_word_key(w.word[i])) : lp_word_key(w.word[0]);
        res_exact *e = exact_slot(b, key);
        if (!e) return LP_ENOMEM;
        if (i + 1 < w.n) {
            e->flags |= RES_LONGER;
        } else if (beats(b, term, kind, e)) {
            b->forms += e->term == LP_NO_TERM;
            e->term = term;
            e->flags = (e->flags & RES_LONGER) | flags_of_kind[kind];
        }
    }
    return LP_OK;
}

static lp_english_info english_of(const builder *b, lp_sv word)
{
    lp_english_info info = {0};
    if (b->base) {
        (void)lp_resource_english(b->base, lp_word_key(word), &info);
    } else {
        const lp_english_word *e = lp_english_find(b->en, word);
        if (e) info = (lp_english_info){.level = e->level, .name_level = e->name_level};
    }
    return info;
}

/* Is every word of the form English up to these levels? One ordinary word
 * that is not makes the form safe. */
static bool is_english(const builder *b, lp_sv form, int word_level, int name_level)
{
    lp_words w;
    if (lp_words_split(form, &w, NULL) != LP_OK || !w.n) return false;
    for (size_t i = 0; i < w.n; i++) {
        const lp_english_info e = english_of(b, w.word[i]);
        bool word = e.level && e.level <= word_level;
        bool name = e.name_level && e.name_level <= name_level;
        if (!word && !name) return false;
    }
    return true;
}

static size_t count_words(lp_sv form)
{
    lp_words w;
    return lp_words_split(form, &w, NULL) == LP_OK ? w.n : 0;
}

static bool is_common_english(const builder *b, lp_sv form)
{
    return count_words(form) == 1 && is_english(b, form, NEVER, 0);
}

static bool is_plain(lp_sv form) { return lp_ascii_run(form.s, form.len) == form.len; }

/* What the base has a term for is not a dictionary's to claim. */
static bool is_taken(const builder *b, lp_sv form)
{
    lp_words w;
    lp_exact hit;
    if (!b->base || lp_words_split(form, &w, NULL) != LP_OK || !w.n) return false;
    uint64_t key = lp_word_key(w.word[0]);
    for (size_t i = 1; i < w.n; i++) key = lp_word_key_join(key, lp_word_key(w.word[i]));
    return lp_res_exact_one(b->base, key, &hit) && hit.term != LP_NO_TERM;
}

static int add_forms(builder *b, uint32_t id, lp_str roman[LP_ROMAN_MOST])
{
    const lp_entry *e = &b->lex->entries[id];
    int code = is_common_english(b, e->term) || (e->headword && (is_plain(e->term) || is_taken(b, e->term))) ? LP_OK : add_form(b, e->term, id, LISTED);
    for (size_t i = 0; code == LP_OK && i < e->n_variations; i++)
        code = add_form(b, e->variations[i], id, is_common_english(b, e->variations[i]) ? HEARD_AS : LISTED);
    for (size_t i = 0; code == LP_OK && i < e->n_heard_as; i++) code = add_form(b, e->heard_as[i], id, HEARD_AS);
    size_t n = lp_roman(e->term, roman);
    for (size_t i = 0; code == LP_OK && i < n; i++) {
        lp_sv form = lp_str_view(&roman[i]);
        const bool may = !e->headword || (form.len >= HEADWORD_LETTERS && !is_taken(b, form));
        if (may && form.len >= 3 && !is_english(b, form, GUARD, GUARD)) code = add_form(b, form, id, GENERATED);
    }
    return code;
}

/* --- pronunciations ------------------------------------------------------- */

static int add_said(builder *b, const char *phones, size_t n, uint32_t term, bool heard)
{
    if (!n) return LP_OK;
    if (b->n_said == b->cap_said) {
        size_t cap = b->cap_said ? b->cap_said * 2 : 1u << 13;
        pronunciation *more = realloc(b->said, cap * sizeof *more);
        if (!more) return no_memory(b);
        b->said = more;
        b->cap_said = cap;
    }
    char *copy = lp_arena_copy(&b->arena, phones, n);
    if (!copy) return no_memory(b);
    pronunciation *p = &b->said[b->n_said++];
    p->phones = lp_sv_make(copy, n);
    p->said = (res_said){.term = term, .heard = heard};
    return LP_OK;
}

/* English words as flite says them, or as the resource below has it; what
 * English does not have is read as it is spelled. */
static size_t say_english(const builder *b, lp_sv form, char *out, size_t cap)
{
    lp_words w;
    size_t n = 0;
    if (lp_words_split(form, &w, NULL) != LP_OK) return 0;
    for (size_t i = 0; i < w.n; i++) {
        lp_english_info info = {.phones = LP_SV("")};
        if (b->base) (void)lp_resource_english(b->base, lp_word_key(w.word[i]), &info);
        if (info.phones.len) {
            for (size_t k = 0; k < info.phones.len && n < cap; k++) out[n++] = info.phones.s[k];
        } else if (!b->base && lp_english_find(b->en, w.word[i])) {
            n += lp_english_pronounce(w.word[i], out + n, cap - n);
        } else {
            lp_phones_of_spelling(w.word[i], out, &n, cap);
        }
    }
    return n;
}

/* A mishearing that is English is heard the English way. */
static int add_mishearing(builder *b, uint32_t id, lp_sv form)
{
    char p[LP_RES_LONGEST];
    size_t n = 0;
    if (is_english(b, form, GUARD, 0)) n = say_english(b, form, p, sizeof p);
    else lp_phones_of_spelling(form, p, &n, sizeof p);
    return add_said(b, p, n, id, true);
}

static int add_pronunciations(builder *b, uint32_t id, res_span *phones)
{
    const lp_entry *e = &b->lex->entries[id];
    char p[LP_RES_LONGEST];
    size_t n = 0;
    lp_phones_of_iast(e->term, p, &n, sizeof p);
    *phones = add_text(b, lp_sv_make(p, n));
    /* A whole dictionary sounds like everything. */
    if (e->headword) return LP_OK;
    int code = add_said(b, p, n, id, false);
    /* A house that writes Krishna does not mean s and h one behind the other. */
    if (code == LP_OK && b->base && is_plain(e->term)) {
        n = 0;
        lp_phones_of_spelling(e->term, p, &n, sizeof p);
        code = add_said(b, p, n, id, false);
    }
    for (size_t i = 0; code == LP_OK && i < e->n_variations; i++) code = add_mishearing(b, id, e->variations[i]);
    for (size_t i = 0; code == LP_OK && i < e->n_heard_as; i++) code = add_mishearing(b, id, e->heard_as[i]);
    return code;
}

static int by_phones(const void *x, const void *y)
{
    const pronunciation *a = x, *b = y;
    int c = lp_sv_cmp(a->phones, b->phones);
    if (c) return c;
    if (a->said.term != b->said.term) return a->said.term < b->said.term ? -1 : 1;
    return (int)a->said.heard - (int)b->said.heard;
}

/* The same word said twice for one term is kept once, the term's own reading
 * before a known mishearing. */
static void drop_doubles(builder *b)
{
    if (b->n_said) qsort(b->said, b->n_said, sizeof *b->said, by_phones);
    size_t n = 0;
    for (size_t i = 0; i < b->n_said; i++) {
        bool same = n && b->said[n - 1].said.term == b->said[i].said.term &&
                    lp_sv_eq(b->said[n - 1].phones, b->said[i].phones);
        if (!same) b->said[n++] = b->said[i];
    }
    b->n_said = n;
}

/* The pronunciations as indexes in the alphabet, and their skeleton keys. */
/* Skeletons of more bones are indexed whole only. */
enum { LONGEST_WITHOUT = 14 };

static int add_phones(builder *b, bone *keys, size_t *n)
{
    char bones[LP_RES_LONGEST];
    *n = 0;
    for (size_t i = 0; i < b->n_said; i++) {
        pronunciation *p = &b->said[i];
        uint8_t phones[LP_RES_LONGEST];
        for (size_t k = 0; k < p->phones.len; k++) phones[k] = (uint8_t)lp_phone_index(p->phones.s[k]);
        p->said.phones = add_text(b, lp_sv_make((const char *)phones, p->phones.len)).at;
        p->said.n_phones = (uint8_t)p->phones.len;
        const size_t m = res_skeleton(phones, p->phones.len, bones);
        p->said.n_bones = (uint8_t)m;
        keys[(*n)++] = (bone){res_bone_hash(bones, m, SIZE_MAX), (uint32_t)i};
        /* A long one is found by what is taken out of what was heard. */
        for (size_t k = 0; m >= 2 && m <= LONGEST_WITHOUT && k < m; k++) {
            /* Of two equal neighbours it does not matter which one goes. */
            if (k && bones[k] == bones[k - 1]) continue;
            keys[(*n)++] = (bone){res_bone_hash(bones, m, k), (uint32_t)i};
        }
    }
    return LP_OK;
}

static int by_hash(const void *x, const void *y)
{
    const bone *a = x, *b = y;
    if (a->hash != b->hash) return a->hash < b->hash ? -1 : 1;
    return a->said < b->said ? -1 : a->said > b->said;
}

static res_post post_of(const builder *b, uint32_t id)
{
    const res_said *said = &b->said[id].said;
    res_post p = {.said = id, .n_phones = said->n_phones, .n_bones = said->n_bones};
    for (size_t i = 0; i < LP_RES_BEGINNING; i++)
        p.first[i] = i < said->n_phones ? (uint8_t)b->text.s[said->phones + i] : 0xFF;
    return p;
}

static int build_index(builder *b)
{
    size_t n, distinct = 0;
    bone *keys = malloc((b->n_said ? b->n_said : 1) * (LP_RES_LONGEST + 1) * sizeof *keys);
    if (!keys) return no_memory(b);
    int code = add_phones(b, keys, &n);
    if (n) qsort(keys, n, sizeof *keys, by_hash);
    for (size_t i = 0; i < n; i++) distinct += i == 0 || keys[i].hash != keys[i - 1].hash;
    for (b->bone_slots = 16; b->bone_slots < distinct * 2;) b->bone_slots *= 2;
    b->bones = calloc(b->bone_slots, sizeof *b->bones);
    b->posts = calloc(n ? n : 1, sizeof *b->posts);
    b->sieve = calloc(LP_RES_SIEVE_WORDS, sizeof *b->sieve);
    if (!b->bones || !b->posts || !b->sieve) code = no_memory(b);
    for (size_t i = 0; code == LP_OK && i < n;) {
        size_t at = keys[i].hash & (b->bone_slots - 1);
        while (b->bones[at].hash) at = (at + 1) & (b->bone_slots - 1);
        res_bone *slot = &b->bones[at];
        *slot = (res_bone){keys[i].hash, (uint32_t)b->n_posts, 0};
        const uint32_t bit = slot->hash & (LP_RES_SIEVE_BITS - 1);
        b->sieve[bit / 64] |= UINT64_C(1) << bit % 64;
        for (; i < n && keys[i].hash == slot->hash; i++) {
            const bool again = slot->n && b->posts[b->n_posts - 1].said == keys[i].said;
            if (again) continue;
            b->posts[b->n_posts++] = post_of(b, keys[i].said);
            slot->n++;
        }
    }
    free(keys);
    return code;
}

/* --- English -------------------------------------------------------------- */

static int add_english(builder *b)
{
    size_t slots = 1;
    while (slots * 3 < b->en->n * 4) slots *= 2; /* at most three quarters full */
    b->english = calloc(slots, sizeof *b->english);
    if (!b->english) return no_memory(b);
    b->english_slots = slots;
    for (size_t i = 0; i < b->en->n; i++) {
        const lp_english_word *w = &b->en->words[i];
        char phones[LP_SOUND_LONGEST];
        size_t n = lp_english_pronounce(w->word, phones, sizeof phones);
        uint64_t key = lp_word_key(w->word);
        size_t at = key & (slots - 1);
        while (b->english[at].tag && b->english[at].tag != res_tag(key)) at = (at + 1) & (slots - 1);
        res_span span = add_text(b, lp_sv_make(phones, n));
        b->english[at] = (res_english){res_tag(key), span.at, (uint8_t)n, w->level, w->name_level, 0};
    }
    return LP_OK;
}

/* --- terms and the file --------------------------------------------------- */

static int add_terms(builder *b)
{
    lp_str roman[LP_ROMAN_MOST];
    for (size_t i = 0; i < LP_ROMAN_MOST; i++) roman[i] = (lp_str)LP_STR_INIT;
    b->terms = calloc(b->lex->n ? b->lex->n : 1, sizeof *b->terms);
    int code = b->terms ? LP_OK : no_memory(b);
    for (uint32_t id = 0; code == LP_OK && id < b->lex->n; id++) {
        const lp_entry *e = &b->lex->entries[id];
        res_term *t = &b->terms[id];
        t->text = add_text(b, e->term);
        t->category = add_text(b, e->category);
        t->gloss = add_text(b, e->gloss);
        t->source = add_text(b, e->source);
        t->confidence = (uint16_t)(e->confidence * 1000 + 0.5);
        t->frequency = (uint8_t)e->frequency;
        t->flags = (uint8_t)((e->proper ? RES_PROPER : 0) | (e->verse ? RES_VERSE : 0));
        code = add_pronunciations(b, id, &t->phones);
        if (code == LP_OK) code = add_forms(b, id, roman);
        if (code != LP_OK && b->err) b->err->line = e->line, lp_err_at(b->err, e->file.s);
    }
    for (size_t i = 0; i < LP_ROMAN_MOST; i++) lp_str_free(&roman[i]);
    return code;
}

static void put_section(lp_str *out, size_t start, res_header *h, enum res_section which, const void *items,
                        size_t n, size_t size)
{
    static const char zeros[alignof(max_align_t)] = {0};
    size_t over = (out->len - start) % alignof(max_align_t);
    if (over) lp_str_add(out, zeros, alignof(max_align_t) - over);
    h->sections[which] = (res_section_place){out->len - start, n};
    if (n) lp_str_add(out, items, n * size);
}

static int write_file(builder *b, lp_str *out)
{
    size_t start = out->len;
    res_header h = {.magic = LP_RES_MAGIC, .layout = LP_RES_LAYOUT, .order = LP_RES_ORDER};
    lp_str_add(out, (const char *)&h, sizeof h);
    res_said *said = calloc(b->n_said ? b->n_said : 1, sizeof *said);
    if (!said) return no_memory(b);
    for (size_t i = 0; i < b->n_said; i++) said[i] = b->said[i].said;
    put_section(out, start, &h, LP_RES_TERMS, b->terms, b->lex->n, sizeof *b->terms);
    put_section(out, start, &h, LP_RES_EXACT, b->exact, b->exact_slots, sizeof *b->exact);
    put_section(out, start, &h, LP_RES_ENGLISH, b->english, b->english_slots, sizeof *b->english);
    put_section(out, start, &h, LP_RES_SAID, said, b->n_said, sizeof *said);
    put_section(out, start, &h, LP_RES_BONES, b->bones, b->bone_slots, sizeof *b->bones);
    put_section(out, start, &h, LP_RES_POSTS, b->posts, b->n_posts, sizeof *b->posts);
    put_section(out, start, &h, LP_RES_SIEVE, b->sieve, LP_RES_SIEVE_WORDS, sizeof *b->sieve);
    put_section(out, start, &h, LP_RES_COSTS, &b->costs, 1, sizeof b->costs);
    const lp_learned *l = &b->learned;
    put_section(out, start, &h, LP_RES_LEARNED, &l->sums, 1, sizeof l->sums);
    put_section(out, start, &h, LP_RES_UNITS, l->units, b->lex->n, sizeof *l->units);
    put_section(out, start, &h, LP_RES_WORDS, l->words, l->word_slots, sizeof *l->words);
    put_section(out, start, &h, LP_RES_VECTORS, l->vectors, l->n_vectors, sizeof *l->vectors);
    put_section(out, start, &h, LP_RES_PAIRS, l->pairs, l->pair_slots, sizeof *l->pairs);
    put_section(out, start, &h, LP_RES_WEIGHTS, l->weights, l->n_weights, sizeof *l->weights);
    put_section(out, start, &h, LP_RES_TEXT, b->text.s ? b->text.s : "", b->text.len, 1);
    free(said);
    int code = lp_str_check(out, b->err);
    if (code != LP_OK) return code;
    h.forms = b->forms;
    h.english = b->en->n;
    h.size = out->len - start;
    memcpy(out->s + start, &h, sizeof h);
    h.checksum = lp_res_checksum(lp_sv_make(out->s + start, h.size));
    memcpy(out->s + start, &h, sizeof h);
    return LP_OK;
}

static int load_costs(builder *b, const char *learned)
{
    lp_str path = LP_STR_INIT;
    lp_str_addf(&path, "%s/confusions.tsv", learned);
    int code = lp_str_check(&path, b->err);
    if (code == LP_OK) code = lp_costs_load(path.s, &b->costs, b->err);
    lp_str_free(&path);
    return code;
}

/* The costs are there already. */
static int build(builder *b, const char *learned, lp_str *out)
{
    int code = lp_learned_load(learned, b->lex, &b->learned, b->err);
    if (code == LP_OK) code = add_terms(b);
    if (code == LP_OK) drop_doubles(b);
    if (code == LP_OK) code = build_index(b);
    if (code == LP_OK) code = add_english(b);
    if (code == LP_OK) code = lp_str_check(&b->text, b->err);
    if (code == LP_OK && b->text.len > UINT32_MAX) code = lp_fail(b->err, LP_ELIMIT, "the lexicon holds over 4 GB of text");
    if (code == LP_OK) code = write_file(b, out);
    free(b->terms);
    free(b->exact);
    free(b->said);
    free(b->english);
    free(b->bones);
    free(b->posts);
    free(b->sieve);
    lp_learned_free(&b->learned);
    lp_str_free(&b->text);
    lp_arena_free(&b->arena);
    return code;
}

int lp_resource_build(const lp_lexicon *lex, const lp_english *en, const char *learned, lp_str *out, lp_err *err)
{
    builder b = {.lex = lex, .en = en, .err = err, .arena = LP_ARENA_INIT, .text = LP_STR_INIT};
    int code = load_costs(&b, learned);
    return code == LP_OK ? build(&b, learned, out) : code;
}

int lp_res_build_over(const lp_lexicon *lex, const lp_resource *base, lp_str *out, lp_err *err)
{
    static const lp_english none = LP_ENGLISH_INIT;
    builder b = {.lex = lex, .en = &none, .base = base, .err = err, .arena = LP_ARENA_INIT, .text = LP_STR_INIT};
    size_t n;
    memcpy(&b.costs, lp_res_section(base, LP_RES_COSTS, &n), sizeof b.costs);
    return build(&b, NULL, out);
}
