/* From Devanagari, a character at a time.
 *
 * A character of the block is E0, A4 or A5, and one more byte: seven bits in
 * all. What it writes depends on it and on what stands before it: a consonant
 * that still has its a, a consonant with virama, another letter. These come
 * down to a few classes, and a cell for each class and character holds up to
 * seven bytes of Latin and, in the eighth, how many they are. Eight bytes are
 * written and the pointer moves on by that number. The class is known from the
 * last two characters alone, so no step waits for the one before; three other
 * designs and what they came to: docs/decisions/0010-transliteration-engine.md.
 */
#include <stdlib.h>

#include "base/utf8.h"
#include "language/sanskrit/fast_internal.h"

#define BLOCK        128
#define CLASSES      64
#define CELL_TEXT    7
#define NOT_FOR_US   ((uint64_t)1 << 63)
#define VIRAMA_PLACE (SK_CH_VIRAMA - 0x0900)

struct lp_sk_out {
    uint64_t cell[CLASSES][BLOCK]; /* text, length << 56; or NOT_FOR_US */
    uint8_t class_of[BLOCK];       /* what a character leaves behind */
    uint8_t halant[BLOCK];         /* what a consonant with virama leaves behind */
    uint8_t a_len[CLASSES];        /* bytes of the a that is due before other text */
    char a[8];
};

/* What stands before a character. */
enum before { NOTHING, LETTER, OPEN, HALANT };

typedef struct situation {
    enum before before;
    unsigned sound; /* of the letter or consonant */
} situation;

/* While the tables are made. */
typedef struct maker {
    lp_sk_out *f;
    const lp_sk_index *ix;
    uint8_t at[SK_N_SOUNDS];              /* character in the block, 0: none */
    uint8_t sign_at[SK_N_SOUNDS];         /* vowel sign, 0: none */
    bool joins[SK_N_SOUNDS][SK_N_SOUNDS]; /* first, second: they may run together */
    unsigned n_classes;
} maker;

/* The seven bits of a character of the block; 0 (U+0900) for another. */
static uint8_t block_place(const char *s)
{
    uint32_t c = 0;
    if (s) lp_utf8_get(s, strlen(s), &c);
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
        if (e->len - rest <= t.len && memcmp(e->s + rest, t.s, e->len - rest) == 0) m->joins[first][k] = true;
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
    for (unsigned first = SK_A; first < SK_N_SOUNDS; first++)
        m->joins[first][SK_DANDA] = m->joins[first][SK_DOUBLE_DANDA] = false;
}

/* Signs that change with what stands before them are not for us, nor what the
 * scheme has no letters for. */
static bool is_plain(const maker *m, unsigned k)
{
    return k != SK_CANDRABINDU && !lp_sk_is_accent(k) && lp_sk_rows[k].spelling[m->ix->scheme];
}

static uint64_t cell_of(lp_sv a, lp_sv b)
{
    char bytes[8] = {0};
    const size_t len = a.len + b.len;
    uint64_t cell;
    if (len > CELL_TEXT) return NOT_FOR_US;
    memcpy(bytes, a.s, a.len);
    memcpy(bytes + a.len, b.s, b.len);
    bytes[7] = (char)len;
    memcpy(&cell, bytes, sizeof cell);
    return cell;
}

static uint64_t letter_cell(const maker *m, situation s, unsigned k)
{
    const unsigned last = s.before == OPEN ? SK_A : s.sound;
    if (!is_plain(m, k) || (s.before != NOTHING && m->joins[last][k])) return NOT_FOR_US;
    if (s.before == HALANT && lp_sk_is_vowel(k)) return NOT_FOR_US; /* k_a */
    return cell_of(s.before == OPEN ? text_of(m, SK_A) : LP_SV(""), text_of(m, k));
}

static void make_row(const maker *m, situation s, uint64_t row[BLOCK])
{
    for (unsigned i = 0; i < BLOCK; i++) row[i] = NOT_FOR_US;
    for (unsigned k = SK_A; k < SK_N_SOUNDS; k++) {
        if (m->at[k]) row[m->at[k]] = letter_cell(m, s, k);
        if (m->sign_at[k] && s.before == OPEN && is_plain(m, k) && !m->joins[s.sound][k])
            row[m->sign_at[k]] = cell_of(text_of(m, k), LP_SV(""));
    }
    if (s.before == OPEN) row[VIRAMA_PLACE] = 0; /* writes nothing */
}

/* The class with such a row, a new one if need be. CLASSES: no room. */
static unsigned class_for(maker *m, situation s)
{
    uint64_t row[BLOCK];
    const uint8_t a_len = s.before == OPEN ? (uint8_t)text_of(m, SK_A).len : 0;
    unsigned c = 0;
    make_row(m, s, row);
    while (c < m->n_classes && (a_len != m->f->a_len[c] || memcmp(row, m->f->cell[c], sizeof row) != 0)) c++;
    if (c < m->n_classes || c == CLASSES) return c;
    memcpy(m->f->cell[c], row, sizeof row);
    m->f->a_len[c] = a_len;
    return m->n_classes++;
}

static bool make(lp_sk_out *f, const lp_sk_index *to)
{
    maker m = {.f = f, .ix = to};
    for (unsigned k = SK_A; k < SK_N_SOUNDS; k++) {
        m.at[k] = block_place(lp_sk_rows[k].spelling[LP_DEVANAGARI]);
        m.sign_at[k] = block_place(lp_sk_rows[k].sign);
    }
    find_joins(&m);
    memcpy(f->a, text_of(&m, SK_A).s, text_of(&m, SK_A).len);
    (void)class_for(&m, (situation){NOTHING, SK_NONE}); /* class 0 */
    for (unsigned k = SK_A; k < SK_N_SOUNDS; k++) {
        const bool consonant = lp_sk_is_consonant(k);
        const unsigned c = class_for(&m, (situation){consonant ? OPEN : LETTER, k});
        const unsigned h = consonant ? class_for(&m, (situation){HALANT, k}) : 0;
        if (c == CLASSES || h == CLASSES) return false;
        f->class_of[m.at[k]] = f->class_of[m.sign_at[k]] = (uint8_t)c;
        f->halant[m.at[k]] = (uint8_t)h;
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
    unsigned class = 0, last = 0;
    while (end - p >= 8) {
        const uint32_t v = load4(p);
        if (in_block(v)) {
            const unsigned place = place_of(v);
            const uint64_t cell = f->cell[class][place];
            if (cell & NOT_FOR_US) break;
            memcpy(o, &cell, 8);
            o += cell >> 56;
            p += 3;
            class = place == VIRAMA_PLACE ? f->halant[last] : f->class_of[place];
            last = place;
            continue;
        }
        if (v & 0x80u) break;
        memcpy(o, f->a, 8);
        o += f->a_len[class];
        class = 0;
        const char *run = p;
        p = copy_ascii(p, end, &o);
        run = last_word(run, p);
        if (run > in.s && lp_sk_is_space(run[-1])) word = run, word_out = o - (p - run);
    }
    *out = word_out;
    return (size_t)(word - in.s);
}
