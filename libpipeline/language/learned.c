/* Reading what was learned: counts and context vectors of words and terms,
 * words that stand side by side, weights. scripts/train makes the tables. */
#include "language/learned_internal.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/number.h"
#include "language/table.h"

enum { LARGEST_TABLE = 64 << 20 };

typedef struct reader {
    lp_learned *out;
    const lp_lexicon *lex;
    const uint32_t *by_text; /* indexes of lex->entries, sorted by text */
    size_t rows; /* of the table: counted first, then those to come */
    lp_row_fn *take;
} reader;

uint64_t lp_learned_term_key(lp_sv term)
{
    return lp_word_key_join(lp_word_key(LP_SV("@")), lp_word_key(term));
}

/* --- cells ------------------------------------------------------------------ */

static int bad_row(lp_err *err, const char *form) { return lp_fail(err, LP_EFORMAT, "a row is: %s", form); }

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
}

/* A vector as two hexadecimal digits a dimension, two's complement; `-` is none. */
static bool read_vector(lp_learned *out, lp_sv cell, uint32_t *index)
{
    *index = LP_NO_VECTOR;
    if (lp_sv_eq(cell, LP_SV("-"))) return true;
    if (cell.len != 2 * LP_VECTOR_DIMENSIONS || out->n_vectors == out->cap_vectors) return false;
    res_vector *v = &out->vectors[out->n_vectors];
    for (size_t i = 0; i < LP_VECTOR_DIMENSIONS; i++) {
        const int hi = hex_digit(cell.s[2 * i]), lo = hex_digit(cell.s[2 * i + 1]);
        if (hi < 0 || lo < 0) return false;
        v->x[i] = (int8_t)(hi * 16 + lo - (hi >= 8 ? 256 : 0));
    }
    *index = (uint32_t)out->n_vectors++;
    return true;
}

/* A decimal number with or without a minus. */
static bool read_real(lp_sv cell, double *out)
{
    const bool minus = cell.len && cell.s[0] == '-';
    const bool good = lp_number_decimal(lp_sv_make(cell.s + minus, cell.len - minus), 0, 1e9, out);
    if (good && minus) *out = -*out;
    return good;
}

/* --- words ------------------------------------------------------------------ */

static int take_word(void *ctx, const lp_row *row, lp_err *err)
{
    reader *r = ctx;
    lp_learned *out = r->out;
    size_t count;
    uint32_t vector;
    if (row->n != 3 || !row->cell[0].len || !lp_number_whole(row->cell[1], 0, UINT32_MAX, &count) ||
        !read_vector(out, row->cell[2], &vector))
        return bad_row(err, "word, count, vector of 48 bytes in hexadecimal or -");
    if (lp_sv_eq(row->cell[0], LP_SV("*"))) { /* all words together */
        out->sums.words = (double)count;
        return LP_OK;
    }
    const uint64_t key = lp_word_key(row->cell[0]);
    size_t at = key & (out->word_slots - 1);
    while (out->words[at].tag && out->words[at].tag != res_tag(key)) at = (at + 1) & (out->word_slots - 1);
    out->words[at] = (res_word){res_tag(key), (uint32_t)count, vector};
    return LP_OK;
}

/* --- terms ------------------------------------------------------------------ */

static const lp_entry *entry_of(const reader *r, lp_sv text, uint32_t *id)
{
    size_t lo = 0, hi = r->lex->n;
    while (lo < hi) {
        const size_t mid = lo + (hi - lo) / 2;
        if (lp_sv_cmp(r->lex->entries[r->by_text[mid]].term, text) < 0) lo = mid + 1;
        else hi = mid;
    }
    if (lo == r->lex->n) return NULL;
    *id = r->by_text[lo];
    const lp_entry *e = &r->lex->entries[*id];
    return lp_sv_eq(e->term, text) ? e : NULL;
}

static int take_term(void *ctx, const lp_row *row, lp_err *err)
{
    reader *r = ctx;
    size_t count;
    double offset, scale;
    uint32_t id, vector, sense;
    if (row->n != 6 || !row->cell[0].len || !lp_number_whole(row->cell[1], 0, UINT32_MAX, &count) ||
        !read_vector(r->out, row->cell[2], &vector) || !read_real(row->cell[3], &scale) ||
        !read_real(row->cell[4], &offset) || !read_vector(r->out, row->cell[5], &sense))
        return bad_row(err, "term, count, vector or -, scale, offset, sense or -");
    if (!entry_of(r, row->cell[0], &id)) return LP_OK; /* learned before the term was taken out */
    r->out->units[id] = (res_unit){lp_learned_term_key(row->cell[0]), (uint32_t)count, vector, sense,
                                   (float)scale, (float)offset};
    return LP_OK;
}

/* --- pairs ------------------------------------------------------------------ */

static uint64_t unit_key(lp_sv cell)
{
    if (cell.len > 1 && cell.s[0] == '@') return lp_learned_term_key(lp_sv_make(cell.s + 1, cell.len - 1));
    return lp_word_key(cell);
}

static int take_pair(void *ctx, const lp_row *row, lp_err *err)
{
    reader *r = ctx;
    size_t count;
    if (row->n != 3 || !row->cell[0].len || !row->cell[1].len || !lp_number_whole(row->cell[2], 0, UINT32_MAX, &count))
        return bad_row(err, "word or @term, word or @term, count");
    const uint64_t key = lp_word_key_join(unit_key(row->cell[0]), unit_key(row->cell[1]));
    size_t at = key & (r->out->pair_slots - 1);
    while (r->out->pairs[at].tag && r->out->pairs[at].tag != res_tag(key)) at = (at + 1) & (r->out->pair_slots - 1);
    r->out->pairs[at] = (res_pair){res_tag(key), (uint32_t)count};
    return LP_OK;
}

/* --- weights ---------------------------------------------------------------- */

static int take_weight(void *ctx, const lp_row *row, lp_err *err)
{
    lp_learned *out = ((reader *)ctx)->out;
    res_weight w = {.value = 0};
    if (row->n < 2 || !row->cell[0].len || row->cell[0].len >= sizeof w.name || !read_real(row->cell[1], &w.value))
        return bad_row(err, "name, number, what for");
    memcpy(w.name, row->cell[0].s, row->cell[0].len);
    out->weights[out->n_weights++] = w;
    return LP_OK;
}

/* --- all together ------------------------------------------------------------ */

static int count_row(void *ctx, const lp_row *row, lp_err *err)
{
    (void)row;
    (void)err;
    ((reader *)ctx)->rows++;
    return LP_OK;
}

/* There is room for the rows that were counted. */
static int take_row(void *ctx, const lp_row *row, lp_err *err)
{
    reader *r = ctx;
    if (!r->rows) return lp_fail(err, LP_EFORMAT, "the table grew while it was read");
    r->rows--;
    return r->take(r, row, err);
}

static int path_of(const char *folder, const char *name, lp_str *path, lp_err *err)
{
    lp_str_clear(path);
    lp_str_addf(path, "%s/%s", folder, name);
    return lp_str_check(path, err);
}

/* Slots of a table that is at most two thirds full. */
static size_t slots_for(size_t items)
{
    size_t slots = 16;
    while (slots * 2 < items * 3) slots *= 2;
    return slots;
}

static bool room(reader *r, enum res_section which, size_t rows)
{
    lp_learned *o = r->out;
    void *new_room = NULL;
    switch (which) {
    case LP_RES_WORDS: new_room = o->words = calloc(o->word_slots = slots_for(rows), sizeof *o->words); break;
    case LP_RES_PAIRS: new_room = o->pairs = calloc(o->pair_slots = slots_for(rows), sizeof *o->pairs); break;
    case LP_RES_WEIGHTS: new_room = o->weights = calloc(rows + 1, sizeof *o->weights); break;
    default: return true;
    }
    return new_room != NULL;
}

/* Read one table, once for its size and once for its rows. */
static int read_table(reader *r, const char *folder, const char *name, enum res_section which, size_t vectors,
                      lp_row_fn *take, lp_err *err)
{
    lp_str path = LP_STR_INIT;
    int code = folder ? path_of(folder, name, &path, err) : LP_OK;
    r->rows = 0;
    r->take = take;
    const bool there = code == LP_OK && folder && access(path.s, F_OK) == 0;
    if (there) code = lp_table_read(path.s, LARGEST_TABLE, count_row, r, err);
    if (code == LP_OK && vectors) {
        const size_t cap = r->out->n_vectors + r->rows * vectors;
        res_vector *more = realloc(r->out->vectors, (cap + 1) * sizeof *more);
        if (more) r->out->vectors = more, r->out->cap_vectors = cap;
        else code = lp_fail(err, LP_ENOMEM, "no memory for what was learned");
    }
    if (code == LP_OK && !room(r, which, r->rows)) code = lp_fail(err, LP_ENOMEM, "no memory for what was learned");
    if (code == LP_OK && there) code = lp_table_read(path.s, LARGEST_TABLE, take_row, r, err);
    lp_str_free(&path);
    return code;
}

typedef struct text_index {
    lp_sv text;
    uint32_t id;
} text_index;

static int by_text(const void *x, const void *y)
{
    const text_index *a = x, *b = y;
    const int c = lp_sv_cmp(a->text, b->text);
    return c ? c : (a->id > b->id) - (a->id < b->id);
}

static uint32_t *sort_terms(const lp_lexicon *lex)
{
    const size_t n = lex->n ? lex->n : 1;
    text_index *t = malloc(n * sizeof *t);
    uint32_t *out = malloc(n * sizeof *out);
    if (t && out) {
        for (uint32_t i = 0; i < lex->n; i++) t[i] = (text_index){lex->entries[i].term, i};
        if (lex->n) qsort(t, lex->n, sizeof *t, by_text);
        for (size_t i = 0; i < lex->n; i++) out[i] = t[i].id;
    } else {
        free(out);
        out = NULL;
    }
    free(t);
    return out;
}

int lp_learned_load(const char *folder, const lp_lexicon *lex, lp_learned *out, lp_err *err)
{
    *out = (lp_learned){.units = calloc(lex->n ? lex->n : 1, sizeof *out->units)};
    uint32_t *sorted = sort_terms(lex);
    int code = out->units && sorted ? LP_OK : lp_fail(err, LP_ENOMEM, "no memory for what was learned");
    for (size_t i = 0; code == LP_OK && i < lex->n; i++)
        out->units[i] = (res_unit){.key = lp_learned_term_key(lex->entries[i].term), .vector = LP_NO_VECTOR, .sense = LP_NO_VECTOR};
    reader r = {out, lex, sorted, 0, NULL};
    if (code == LP_OK) code = read_table(&r, folder, "words.tsv", LP_RES_WORDS, 1, take_word, err);
    if (code == LP_OK) code = read_table(&r, folder, "terms.tsv", LP_RES_UNITS, 2, take_term, err);
    if (code == LP_OK) code = read_table(&r, folder, "pairs.tsv", LP_RES_PAIRS, 0, take_pair, err);
    if (code == LP_OK) code = read_table(&r, folder, "weights.tsv", LP_RES_WEIGHTS, 0, take_weight, err);
    free(sorted);
    return code;
}

void lp_learned_free(lp_learned *l)
{
    free(l->units);
    free(l->words);
    free(l->vectors);
    free(l->pairs);
    free(l->weights);
    *l = (lp_learned){.units = NULL};
}
