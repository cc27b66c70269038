/* From Devanagari, a syllable at a time.
 *
 * A character of the block is E0 A4 or A5 and one more byte: seven bits in
 * all. A consonant and the sign behind it choose one cell of a table that
 * holds the Latin of both in seven bytes and, in the eighth, their length and
 * how the cell ends. Eight bytes are written, the length says how many count.
 * No branch depends on the text but "is it Devanagari".
 */
#include <stdlib.h>

#include "base/utf8.h"
#include "language/sanskrit/fast_internal.h"

#define BLOCK 128
#define COLUMNS 32
#define CLASSES 32 /* ways for a cell to end */
#define CELL_TEXT 7

enum { COL_INHERENT, COL_VIRAMA, COL_FIRST_SIGN, COL_NEVER = COLUMNS - 1 };

struct lp_sk_out {
    uint64_t cell[BLOCK][COLUMNS]; /* text, length << 56 (0: not for us), class << 59 */
    uint8_t column[BLOCK];         /* of what stands behind a consonant */
    uint8_t takes[BLOCK];          /* 31: a consonant, which takes a column; else 0 */
    uint8_t joins[CLASSES][BLOCK]; /* 1: would run together with a cell that ends so */
};

/* While the tables are made. */
typedef struct maker {
    lp_sk_out *f;
    const lp_sk_index *ix;
    uint8_t at[SK_N_SOUNDS];                 /* character in the block, 0: none */
    uint8_t joins[SK_N_SOUNDS][SK_N_SOUNDS]; /* first, second: 1 they may run together */
    uint8_t class_of[SK_N_SOUNDS];           /* sounds with the same row of joins share one */
    unsigned n_classes;
} maker;

/* The seven bits of a character of the block; 0 (U+0900) for another. */
static uint8_t block_place(const char *s)
{
    uint32_t c = 0;
    lp_utf8_get(s, strlen(s), &c);
    return c > 0x0900 && c < 0x0980 ? (uint8_t)(c - 0x0900) : 0;
}

static lp_sv text_of(const maker *m, unsigned k)
{
    const lp_sk_entry *e = m->ix->spelling[k];
    return lp_sv_make(e->s, e->len);
}

static bool is_spelling(const maker *m, lp_sv s)
{
    for (unsigned k = SK_A; k < SK_N_SOUNDS; k++)
        if (lp_sv_eq(text_of(m, k), s)) return true;
    return false;
}

/* e holds the whole of `first` from byte i on and reaches past it: it may be
 * read across the joint with every sound that begins as e goes on. */
static void note_joins(maker *m, const lp_sk_entry *e, unsigned first, size_t i)
{
    lp_sv s = text_of(m, first);
    size_t rest = i + s.len;
    if (rest >= e->len || memcmp(e->s + i, s.s, s.len) != 0) return;
    if (i && !is_spelling(m, lp_sv_make(e->s, i))) return;
    for (unsigned k = SK_A; k < SK_N_SOUNDS; k++) {
        lp_sv t = text_of(m, k);
        if (e->len - rest <= t.len && memcmp(e->s + rest, t.s, e->len - rest) == 0) m->joins[first][k] = 1;
    }
}

/* At least what lp_sk_joins() finds with any two spellings on the left. */
static void find_joins(maker *m)
{
    for (unsigned i = 0; i < m->ix->n; i++) {
        const lp_sk_entry *e = &m->ix->entries[i];
        if (e->sign || e->len < 2 || (e->first == SK_OM && m->ix->traits->om_is_word)) continue;
        for (unsigned first = SK_A; first < SK_N_SOUNDS; first++)
            for (size_t at = 0; at < e->len; at++) note_joins(m, e, first, at);
    }
    for (unsigned first = SK_A; first < SK_N_SOUNDS; first++) {
        m->joins[first][SK_DANDA] = m->joins[first][SK_DOUBLE_DANDA] = 0;
        /* A consonant with virama and an independent vowel: k_a. */
        for (unsigned k = SK_A; lp_sk_is_consonant(first) && k <= SK_CANDRA_O; k++) m->joins[first][k] |= 2;
    }
}

/* Class 0 runs together with nothing; false when there are too many. */
static bool find_classes(maker *m)
{
    unsigned example[CLASSES] = {SK_NONE};
    m->n_classes = 1;
    for (unsigned k = SK_A; k < SK_N_SOUNDS; k++) {
        unsigned c = 0;
        while (c < m->n_classes && memcmp(m->joins[k], m->joins[example[c]], sizeof m->joins[k]) != 0) c++;
        if (c == CLASSES) return false;
        if (c == m->n_classes) example[m->n_classes++] = k;
        m->class_of[k] = (uint8_t)c;
    }
    for (unsigned c = 0; c < m->n_classes; c++)
        for (unsigned k = SK_A; k < SK_N_SOUNDS; k++)
            if (m->at[k]) m->f->joins[c][m->at[k]] = m->joins[example[c]][k] != 0;
    return true;
}

/* Signs that change with what stands before them are not for us, nor what the
 * scheme has no letters for. */
static bool is_plain(const maker *m, unsigned k)
{
    return k != SK_CANDRABINDU && !lp_sk_is_accent(k) && lp_sk_rows[k].spelling[m->ix->scheme];
}

static void set_cell(maker *m, unsigned place, unsigned column, lp_sv a, lp_sv b, unsigned last)
{
    char bytes[8] = {0};
    size_t len = a.len + b.len;
    if (!len || len > CELL_TEXT) return;
    memcpy(bytes, a.s, a.len);
    memcpy(bytes + a.len, b.s, b.len);
    bytes[7] = (char)(len | (unsigned)m->class_of[last] << 3);
    memcpy(&m->f->cell[place][column], bytes, sizeof bytes);
}

static void set_consonant(maker *m, unsigned k)
{
    const uint8_t place = m->at[k];
    m->f->takes[place] = COLUMNS - 1;
    set_cell(m, place, COL_VIRAMA, text_of(m, k), LP_SV(""), k);
    for (unsigned v = SK_A; v <= SK_CANDRA_O; v++) {
        /* k and a vowel that would be read as one are parted by the other way. */
        if (m->joins[k][v] & 1 || !is_plain(m, v)) continue;
        set_cell(m, place, v == SK_A ? COL_INHERENT : COL_FIRST_SIGN + v - SK_AA, text_of(m, k), text_of(m, v), v);
    }
}

static void set_columns(lp_sk_out *f)
{
    f->column[SK_CH_VIRAMA - 0x0900] = COL_VIRAMA;
    f->column[SK_CH_NUKTA - 0x0900] = COL_NEVER;
    for (unsigned v = SK_AA; v <= SK_CANDRA_O; v++)
        f->column[block_place(lp_sk_rows[v].sign)] = (uint8_t)(COL_FIRST_SIGN + v - SK_AA);
}

static bool make(lp_sk_out *f, const lp_sk_index *to)
{
    maker m = {.f = f, .ix = to};
    for (unsigned k = SK_A; k < SK_N_SOUNDS; k++) m.at[k] = block_place(lp_sk_rows[k].spelling[LP_DEVANAGARI]);
    find_joins(&m);
    if (!find_classes(&m)) return false;
    set_columns(f);
    for (unsigned k = SK_A; k < SK_N_SOUNDS; k++) {
        if (!m.at[k] || !is_plain(&m, k)) continue;
        if (lp_sk_is_consonant(k)) set_consonant(&m, k);
        else set_cell(&m, m.at[k], COL_INHERENT, text_of(&m, k), LP_SV(""), k);
    }
    return true;
}

lp_sk_out *lp_sk_out_new(const lp_sk_index *to)
{
    lp_sk_out *f = SK_FAST ? calloc(1, sizeof *f) : NULL;
    if (f && !make(f, to)) {
        free(f);
        f = NULL;
    }
    return f;
}

/* ---- the loop ---- */

static inline uint32_t load4(const char *p)
{
    uint32_t v;
    memcpy(&v, p, sizeof v);
    return v;
}

/* E0, A4 or A5, and a continuation byte. */
static inline bool in_block(uint32_t v) { return (v & 0xC0FEFFu) == 0x80A4E0u; }

static inline unsigned place_of(uint32_t v) { return (v >> 2 & 0x40u) | (v >> 16 & 0x3Fu); }

#define HIGH_BITS 0x8080808080808080u

/* Copy ASCII, eight bytes at a time; p has ASCII at its start. */
static inline const char *copy_ascii(const char *p, const char *end, char **o)
{
    char *to = *o;
    uint64_t w = 0;
    while (end - p >= 8) {
        memcpy(&w, p, 8);
        memcpy(to, &w, 8);
        if (w & HIGH_BITS) {
            unsigned n = (unsigned)__builtin_ctzll(w & HIGH_BITS) >> 3;
            p += n;
            to += n;
            break;
        }
        p += 8;
        to += 8;
    }
    *o = to;
    return p;
}

/* Where the last word of an ASCII run begins: its bytes are the same on both
 * sides. */
static inline const char *last_word(const char *run, const char *p)
{
    while (p > run && !lp_sk_is_space(p[-1])) p--;
    return p;
}

size_t lp_sk_out_run(const lp_sk_out *f, lp_sv in, char **out)
{
    const char *p = in.s, *end = in.s + in.len, *word = p;
    char *o = *out, *word_out = o;
    unsigned last = 0;
    while (end - p >= 8) {
        const uint32_t v = load4(p), w = load4(p + 3);
        if (!in_block(v)) {
            if (v & 0x80u) break;
            const char *run = p;
            p = copy_ascii(p, end, &o);
            run = last_word(run, p);
            if (lp_sk_is_space(run[-1])) word = run, word_out = o - (p - run);
            last = 0;
            continue;
        }
        const unsigned place = place_of(v);
        const unsigned column = (in_block(w) ? f->column[place_of(w)] : 0u) & f->takes[place];
        const uint64_t cell = f->cell[place][column];
        const unsigned len = cell >> 56 & 7u;
        if (!len || f->joins[last][place]) break;
        memcpy(o, &cell, 8);
        o += len;
        p += column ? 6 : 3;
        last = (unsigned)(cell >> 59);
    }
    *out = word_out;
    return (size_t)(word - in.s);
}
