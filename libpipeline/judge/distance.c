/* Numbers of edits by bits: a word holds the vertical differences of 64 rows of
 * the table (Myers 1999; Hyyro 2003), in a band (Ukkonen 1985). */
#include <string.h>

#include "judge/align_internal.h"

#define NO_SLOT    UINT32_MAX

/* The band to begin with; one word of rows is 64 wide anyway. */
#define FIRST_BAND 32

static size_t slot_of(uint32_t item, size_t slots)
{
    /* Knuth's multiplicative hashing; the high bits are the mixed ones. */
    uint64_t h = (uint64_t)item * 0x9E3779B97F4A7C15u;
    return (size_t)(h >> 32) & (slots - 1);
}

/* The slot that holds item, or the empty one where it belongs. */
static size_t find_slot(const uint32_t *slot, size_t slots, const uint32_t *symbols, uint32_t item)
{
    size_t at = slot_of(item, slots);
    while (slot[at] != NO_SLOT && symbols[slot[at]] != item) at = (at + 1) & (slots - 1);
    return at;
}

/* Numbers of distinct items from 0; what only hyp has gets the number *n_symbols. */
static bool number_items(lp_aligner *al, const uint32_t *ref, size_t n, const uint32_t *hyp, size_t m,
                         size_t *n_symbols)
{
    size_t slots = 16, k = 0;
    while (slots < 2 * n) slots *= 2;
    uint32_t *slot = lp_al_room(&al->slots, slots, sizeof *slot);
    uint32_t *symbols = lp_al_room(&al->symbols, n, sizeof *symbols);
    uint32_t *a = lp_al_room(&al->dense_ref, n, sizeof *a), *b = lp_al_room(&al->dense_hyp, m, sizeof *b);
    if (!slot || !symbols || !a || !b) return false;
    memset(slot, 0xFF, slots * sizeof *slot);
    for (size_t i = 0; i < n; i++) {
        size_t at = find_slot(slot, slots, symbols, ref[i]);
        if (slot[at] == NO_SLOT) {
            symbols[k] = ref[i];
            slot[at] = (uint32_t)k++;
        }
        a[i] = slot[at];
    }
    for (size_t j = 0; j < m; j++) {
        size_t at = find_slot(slot, slots, symbols, hyp[j]);
        b[j] = slot[at] == NO_SLOT ? (uint32_t)k : slot[at];
    }
    *n_symbols = k;
    return true;
}

typedef struct column {
    uint64_t plus, minus; /* rows whose value is one more, one less than the row above */
} column;

/* One column of 64 rows: eq has the rows whose item is this column's, in is
 * the horizontal difference above them. Returns that of row `last`. */
static inline int step(column *v, uint64_t eq, int in, uint64_t last)
{
    const uint64_t in_minus = in<0, in_plus = in> 0;
    const uint64_t xv = eq | v->minus;
    eq |= in_minus;
    const uint64_t xh = (((eq & v->plus) + v->plus) ^ v->plus) | eq;
    uint64_t plus = v->minus | ~(xh | v->plus);
    uint64_t minus = v->plus & xh;
    const int out = (int)((plus & last) != 0) - (int)((minus & last) != 0);
    plus = plus << 1 | in_plus;
    minus = minus << 1 | in_minus;
    v->plus = minus | ~(xv | plus);
    v->minus = plus & xv;
    return out;
}

/* A problem in small numbers, with the band of diagonals j - i from -below to
 * above. step is -1 to read both from the end; a and b then point at the last
 * items. */
typedef struct strip {
    const uint32_t *a, *b;
    size_t n, m;
    size_t below, above;
    ptrdiff_t step;
} strip;

/* A path of e edits stays on diagonals from -(e - (m - n)) / 2 to
 * (e + (m - n)) / 2; e must be at least |m - n|. Read from the end, the band is
 * the same. */
static void set_band(strip *k, size_t edits)
{
    k->below = (edits + k->n - k->m) / 2;
    k->above = (edits + k->m - k->n) / 2;
}

/*
 * Run down `rows` rows. Afterwards delta[j] is the step from column j - 1 to j
 * in the last row, for columns from the one returned, and *value the value one
 * column before that. Cells outside the band are taken as one more than their
 * neighbour inside, which is never too little; so all values are at least the
 * true ones, and are the true ones on every path that stays in the band.
 */
static size_t run(lp_aligner *al, const strip *k, size_t rows, int64_t *value)
{
    uint64_t *mask = al->masks.p;
    int8_t *delta = al->deltas.p;
    size_t from = 1;
    *value = 0;
    memset(delta, 1, k->m + 1);
    for (size_t top = 0; top < rows; top += 64) {
        const size_t height = rows - top < 64 ? rows - top : 64, reach = top + height + k->above;
        const size_t begin = top > k->below ? top + 1 - k->below : 1, end = k->m < reach ? k->m : reach;
        const uint64_t last = (uint64_t)1 << (height - 1);
        const uint32_t *a = k->a + (ptrdiff_t)top * k->step;
        for (; from < begin; from++) *value += delta[from];
        for (size_t i = 0; i < height; i++) mask[a[(ptrdiff_t)i * k->step]] |= (uint64_t)1 << i;
        column v = {~(uint64_t)0, 0};
        for (size_t j = begin; j <= end; j++)
            delta[j] = (int8_t)step(&v, mask[k->b[(ptrdiff_t)(j - 1) * k->step]], delta[j], last);
        for (size_t i = 0; i < height; i++) mask[a[(ptrdiff_t)i * k->step]] = 0;
        *value += (int64_t)height;
    }
    return from;
}

size_t lp_al_edits(lp_aligner *al, const uint32_t *a, size_t n, const uint32_t *b, size_t m)
{
    /* What both share at the ends can always be hits. */
    while (n && m && a[0] == b[0]) a++, b++, n--, m--;
    while (n && m && a[n - 1] == b[m - 1]) n--, m--;
    if (!n || !m) return n + m;
    strip k = {a, b, n, m, 0, 0, 1};
    const size_t difference = n > m ? n - m : m - n;
    size_t band = difference > FIRST_BAND ? difference : FIRST_BAND;
    for (;;) {
        int64_t value;
        set_band(&k, band);
        for (size_t j = run(al, &k, n, &value); j <= m; j++) value += ((const int8_t *)al->deltas.p)[j];
        const size_t found = (size_t)value;
        if (found <= band) return found;
        /* `found` edits are enough, so a band of that is surely wide enough. */
        band = found < 2 * band ? found : 2 * band;
    }
}

/* The values of row `rows` for columns first to last. */
static void read_row(lp_aligner *al, const strip *k, size_t rows, size_t first, size_t last, uint64_t *out)
{
    int64_t value;
    const int8_t *delta = al->deltas.p;
    size_t j = run(al, k, rows, &value) - 1;
    for (;; value += delta[++j]) {
        if (j >= first) out[j] = (uint64_t)value;
        if (j == last) return;
    }
}

bool lp_al_crossing(lp_aligner *al, const uint32_t *a, size_t n, const uint32_t *b, size_t m, size_t edits,
                    size_t middle, size_t *at, size_t *before)
{
    uint64_t *there = al->forward.p, *back = al->backward.p;
    strip k = {a, b, n, m, 0, 0, 1}, r = {a + n - 1, b + m - 1, n, m, 0, 0, -1};
    set_band(&k, edits);
    set_band(&r, edits);
    const size_t first = middle > k.below ? middle - k.below : 0;
    const size_t last = m < middle + k.above ? m : middle + k.above;
    read_row(al, &k, middle, first, last, there);
    read_row(al, &r, n - middle, m - last, m - first, back);
    size_t found = 0;
    for (size_t j = first; j <= last; j++) {
        if (there[j] + back[m - j] != edits) continue;
        *at = j;
        *before = (size_t)there[j];
        found++;
    }
    return found == 1;
}

int lp_al_number(lp_aligner *al, const uint32_t *ref, size_t n, const uint32_t *hyp, size_t m, lp_err *err)
{
    const size_t most = INT32_MAX;
    if (n > most || m > most) return lp_fail(err, LP_ELIMIT, "a sequence of more than %zu items", most);
    size_t k = 0;
    if (!number_items(al, ref, n, hyp, m, &k) || !lp_al_room(&al->masks, k + 1, sizeof(uint64_t)) ||
        !lp_al_room(&al->deltas, m + 1, sizeof(int8_t)))
        return lp_fail(err, LP_ENOMEM, "no memory to compare %zu with %zu items", n, m);
    memset(al->masks.p, 0, (k + 1) * sizeof(uint64_t));
    return LP_OK;
}

int lp_distance(lp_aligner *al, const uint32_t *ref, size_t n, const uint32_t *hyp, size_t m, size_t *edits,
                lp_err *err)
{
    int code = lp_al_number(al, ref, n, hyp, m, err);
    if (code == LP_OK) *edits = lp_al_edits(al, al->dense_ref.p, n, al->dense_hyp.p, m);
    return code;
}
