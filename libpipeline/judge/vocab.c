#include "judge/vocab.h"

#include <stdlib.h>
#include <unicode/uchar.h>
#include <xxhash.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "judge/fold.h"
#include "language/unicode.h"

/* --- texts as numbers ---------------------------------------------------------- */

typedef struct table {
    lp_arena arena;
    lp_sv *texts;
    size_t n, cap;
    uint32_t *slot; /* index + 1, 0 = empty */
    size_t slots;   /* power of two, more than n / 0.75 */
} table;

static void table_free(table *t)
{
    lp_arena_free(&t->arena);
    free(t->texts);
    free(t->slot);
}

static size_t place(const table *t, lp_sv text)
{
    size_t at = (size_t)XXH3_64bits(text.s, text.len) & (t->slots - 1);
    while (t->slot[at] && !lp_sv_eq(t->texts[t->slot[at] - 1], text)) at = (at + 1) & (t->slots - 1);
    return at;
}

static bool table_grow(table *t)
{
    const size_t cap = t->cap ? 2 * t->cap : 1024, slots = 2 * cap;
    if (cap >= UINT32_MAX / 2) return false;
    lp_sv *texts = realloc(t->texts, cap * sizeof *texts);
    if (!texts) return false;
    t->texts = texts;
    uint32_t *slot = calloc(slots, sizeof *slot);
    if (!slot) return false;
    free(t->slot);
    t->slot = slot;
    t->slots = slots;
    t->cap = cap;
    for (size_t i = 0; i < t->n; i++) t->slot[place(t, t->texts[i])] = (uint32_t)i + 1;
    return true;
}

/* The number of text, a new one when it has none. False when memory is out. */
static bool number(table *t, lp_sv text, uint32_t *id)
{
    if (t->n == t->cap && !table_grow(t)) return false;
    const size_t at = place(t, text);
    if (!t->slot[at]) {
        const char *copy = lp_arena_copy(&t->arena, text.s, text.len);
        if (!copy) return false;
        t->texts[t->n++] = lp_sv_make(copy, text.len);
        t->slot[at] = (uint32_t)t->n;
    }
    *id = t->slot[at] - 1;
    return true;
}

/* --- the vocabulary -------------------------------------------------------------- */

typedef struct entry {
    uint32_t compared, folded;
    bool known; /* the rest is filled in */
    bool term;
    bool nothing; /* punctuation only */
} entry;

struct lp_vocab {
    unsigned norm;
    lp_term_test *is_term;
    void *arg;
    table written, compared, folded;
    entry *entries; /* by number in `written` */
    size_t n_entries;
    lp_str nfc, lower, core, fold; /* scratch */
};

lp_vocab *lp_vocab_new(unsigned norm, lp_term_test *is_term, void *arg)
{
    lp_vocab *v = calloc(1, sizeof *v);
    if (!v) return NULL;
    v->norm = norm;
    v->is_term = is_term ? is_term : lp_term_by_letters;
    v->arg = arg;
    return v;
}

void lp_vocab_free(lp_vocab *v)
{
    if (!v) return;
    table_free(&v->written);
    table_free(&v->compared);
    table_free(&v->folded);
    free(v->entries);
    lp_str_free(&v->nfc);
    lp_str_free(&v->lower);
    lp_str_free(&v->core);
    lp_str_free(&v->fold);
    free(v);
}

static bool is_apostrophe(uint32_t c) { return c == '\'' || c == 0x2019 || c == 0x2BC; }
static bool is_hyphen(uint32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2015); }

/* Replace *out by the word with plain apostrophes and bare ends. */
static void strip_ends(lp_sv in, lp_str *out)
{
    lp_str_clear(out);
    size_t end = 0;   /* behind the last letter */
    bool any = false; /* a letter was seen */
    for (size_t i = 0; i < in.len;) {
        uint32_t c;
        char buf[4];
        i += lp_utf8_get(in.s + i, in.len - i, &c);
        if (is_apostrophe(c)) c = '\'';
        const bool letter = c != '\'' && lp_is_word_char(c);
        /* Before the first letter only one apostrophe stays. */
        if (!any && !letter && (c != '\'' || out->len)) continue;
        any = any || letter;
        lp_str_add(out, buf, lp_utf8_put(c, buf));
        if (letter) end = out->len;
    }
    if (out->failed) return;
    out->len = end;
    if (out->s) out->s[end] = '\0';
}

/* Work out what is to be known of a new token. */
static int describe(lp_vocab *v, lp_sv written, entry *w, lp_err *err)
{
    *w = (entry){0};
    lp_str_clear(&v->lower);
    int code = lp_lower(written, &v->lower, err);
    if (code != LP_OK) return code;
    const lp_sv cased = v->norm & LP_NORM_CASE ? lp_str_view(&v->lower) : written;
    if (v->norm & LP_NORM_PUNCT) {
        strip_ends(cased, &v->core);
        w->nothing = !v->core.len;
    }
    const lp_sv compared = v->norm & LP_NORM_PUNCT ? lp_str_view(&v->core) : cased;
    if (v->core.failed || !number(&v->compared, compared, &w->compared)) goto no_memory;

    strip_ends(lp_str_view(&v->lower), &v->core);
    w->term = v->core.len && v->is_term(v->arg, lp_str_view(&v->core));
    lp_str_clear(&v->fold);
    code = lp_fold(v->norm & LP_NORM_PUNCT ? lp_str_view(&v->core) : lp_str_view(&v->lower), &v->fold, err);
    if (code != LP_OK) return code;
    if (v->core.failed || !number(&v->folded, lp_str_view(&v->fold), &w->folded)) goto no_memory;
    w->known = true;
    return LP_OK;
no_memory:
    return lp_fail(err, LP_ENOMEM, "no memory for the vocabulary");
}

static int add_word(lp_vocab *v, lp_sv written, lp_ids *out, lp_err *err)
{
    uint32_t id;
    if (!number(&v->written, written, &id)) return lp_fail(err, LP_ENOMEM, "no memory for the vocabulary");
    if (id >= v->n_entries) {
        const size_t n = v->written.cap;
        entry *entries = realloc(v->entries, n * sizeof *entries);
        if (!entries) return lp_fail(err, LP_ENOMEM, "no memory for the vocabulary");
        memset(entries + v->n_entries, 0, (n - v->n_entries) * sizeof *entries);
        v->entries = entries;
        v->n_entries = n;
    }
    if (!v->entries[id].known) {
        int code = describe(v, written, &v->entries[id], err);
        if (code != LP_OK) return code;
    }
    return v->entries[id].nothing ? LP_OK : lp_ids_add(out, id, err);
}

static bool parts_words(const lp_vocab *v, uint32_t c)
{
    if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r') || (c == '-' && v->norm & LP_NORM_PUNCT);
    return u_isUWhiteSpace((UChar32)c) || (is_hyphen(c) && v->norm & LP_NORM_PUNCT);
}

int lp_vocab_read(lp_vocab *v, lp_sv text, lp_ids *out, lp_err *err)
{
    lp_str_clear(&v->nfc);
    int code = lp_nfc(text, &v->nfc, err);
    const lp_sv in = lp_str_view(&v->nfc);
    for (size_t i = 0, from = 0; code == LP_OK && i <= in.len;) {
        uint32_t c = ' ';
        const size_t taken = i < in.len ? lp_utf8_get(in.s + i, in.len - i, &c) : 1;
        if (parts_words(v, c)) {
            if (i > from) code = add_word(v, lp_sv_make(in.s + from, i - from), out, err);
            from = i + taken;
        }
        i += taken;
    }
    return code;
}

uint32_t lp_vocab_compared(const lp_vocab *v, uint32_t token) { return v->entries[token].compared; }
uint32_t lp_vocab_folded(const lp_vocab *v, uint32_t token) { return v->entries[token].folded; }
bool lp_vocab_is_term(const lp_vocab *v, uint32_t token) { return v->entries[token].term; }
lp_sv lp_vocab_text(const lp_vocab *v, uint32_t token) { return v->compared.texts[v->entries[token].compared]; }

/* --- small things ------------------------------------------------------------------ */

bool lp_term_by_letters(void *arg, lp_sv word)
{
    (void)arg;
    static const uint32_t letters[] = {
        0x101,  0x12B,  0x16B,  0x1E5B, 0x1E5D, 0x1E37, 0x1E39, 0x1E45, 0xF1,
        0x1E6D, 0x1E0D, 0x1E47, 0x15B,  0x1E63, 0x1E25, 0x1E43, 0x1E41,
    };
    for (size_t i = 0; i < word.len;) {
        uint32_t c;
        i += lp_utf8_get(word.s + i, word.len - i, &c);
        for (size_t k = 0; c >= 0x80 && k < sizeof letters / sizeof *letters; k++)
            if (c == letters[k]) return true;
    }
    return false;
}

int lp_ids_add(lp_ids *ids, uint32_t id, lp_err *err)
{
    if (ids->n == ids->cap) {
        const size_t cap = ids->cap ? 2 * ids->cap : 1024;
        uint32_t *p = cap > SIZE_MAX / 8 ? NULL : realloc(ids->v, cap * sizeof *p);
        if (!p) return lp_fail(err, LP_ENOMEM, "no memory for %zu words", cap);
        ids->v = p;
        ids->cap = cap;
    }
    ids->v[ids->n++] = id;
    return LP_OK;
}

void lp_ids_free(lp_ids *ids)
{
    free(ids->v);
    *ids = (lp_ids)LP_IDS_INIT;
}

static const struct norm_name {
    const char *name;
    unsigned bit;
} norm_names[] = {{"case", LP_NORM_CASE}, {"punct", LP_NORM_PUNCT}};

int lp_norm_parse(lp_sv list, unsigned *norm, lp_err *err)
{
    *norm = LP_NORM_NONE;
    if (lp_sv_eq(list, LP_SV("none"))) return LP_OK;
    for (size_t i = 0, from = 0; i <= list.len; i++) {
        if (i < list.len && list.s[i] != ',') continue;
        const lp_sv one = lp_sv_make(list.s + from, i - from);
        unsigned bit = 0;
        for (size_t k = 0; k < sizeof norm_names / sizeof *norm_names; k++)
            if (lp_sv_eq(one, lp_sv_of(norm_names[k].name))) bit = norm_names[k].bit;
        if (!bit)
            return lp_fail(err, LP_EVALUE, "'%.*s' is no normalisation; known are case, punct, and none alone",
                           (int)(one.len < 40 ? one.len : 40), one.s);
        *norm |= bit;
        from = i + 1;
    }
    return LP_OK;
}

void lp_norm_write(unsigned norm, lp_str *out)
{
    const size_t from = out->len;
    for (size_t k = 0; k < sizeof norm_names / sizeof *norm_names; k++) {
        if (!(norm & norm_names[k].bit)) continue;
        if (out->len > from) lp_str_addc(out, ',');
        lp_str_adds(out, norm_names[k].name);
    }
    if (out->len == from) lp_str_adds(out, "none");
}
