#include "judge/align.h"

#include <stdlib.h>

#include "judge/align_internal.h"

/* Tables of moves up to this size stay in the second-level cache. */
#define TABLE_BYTES ((size_t)1 << 18)

/* A cost is edits and substitutions in one number, edits first. */
#define EDIT        ((uint64_t)1 << 32)
#define REPLACE     (EDIT + 1)
#define NEVER       (UINT64_MAX / 4)

/* --- scratch ---------------------------------------------------------------- */

lp_aligner *lp_aligner_new(void)
{
    lp_aligner *al = calloc(1, sizeof *al);
    if (al) al->table = TABLE_BYTES;
    return al;
}

void lp_aligner_free(lp_aligner *al)
{
    if (!al) return;
    al_buffer *all[] = {&al->pairs,     &al->forward, &al->backward, &al->moves, &al->dense_ref,
                        &al->dense_hyp, &al->slots,   &al->symbols,  &al->masks, &al->deltas};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) free(all[i]->p);
    free(al);
}

void *lp_al_room(al_buffer *b, size_t n, size_t size)
{
    if (n > SIZE_MAX / 2 / size) return NULL;
    size_t bytes = n * size;
    if (b->p && bytes <= b->bytes) return b->p;
    bytes += bytes / 2 + 64;
    void *p = malloc(bytes);
    if (!p) return NULL;
    free(b->p);
    b->p = p;
    b->bytes = bytes;
    return p;
}

/* --- the table of costs, in a band ------------------------------------------- */

/* A problem: a stretch of both sequences and the diagonals j - i that a path
 * with its number of edits can touch. `step` is -1 to read both from the end;
 * then a and b point at their last items, and the band is the same, since it
 * is as wide on either side of the two corners' diagonals. */
typedef struct block {
    const uint32_t *a, *b;
    int64_t n, m, low, high;
    int64_t step;
} block;

static int64_t smaller(int64_t x, int64_t y) { return x < y ? x : y; }
static int64_t larger(int64_t x, int64_t y) { return x > y ? x : y; }

static void set_band(block *k, size_t edits)
{
    const int64_t d = k->m - k->n, spare = ((int64_t)edits - (d < 0 ? -d : d)) / 2;
    k->low = larger(smaller(0, d) - spare, -k->n);
    k->high = smaller(larger(0, d) + spare, k->m);
}

static void first_row(const block *k, uint64_t *row)
{
    for (int64_t j = 0; j <= k->m; j++) row[j] = j <= k->high ? (uint64_t)j * EDIT : NEVER;
}

/* Which way the best path came to a cell; of several, the first in this order,
 * which is what puts deletions early and insertions late. */
enum { MOVE_LEFT = LP_INS, MOVE_SLANT = LP_HIT, MOVE_DOWN = LP_DEL };

/* From row i - 1 to row i, in place. moves, when not NULL, is the place of
 * column 0 of row i in the table of moves. Cells left of the band are stale
 * and never read again; cells right of it have been NEVER from the start. */
static void next_row(const block *k, int64_t i, uint64_t *row, uint8_t *moves)
{
    const uint32_t item = k->a[(i - 1) * k->step];
    int64_t j = larger(0, i + k->low);
    const int64_t end = smaller(k->m, i + k->high);
    uint64_t slant, left = NEVER;
    if (j) {
        slant = row[j - 1];
    } else {
        slant = row[0];
        left = row[0] += EDIT;
        if (moves) moves[0] = MOVE_DOWN;
        j = 1;
    }
    for (; j <= end; j++) {
        const uint64_t above = row[j] + EDIT;
        const uint64_t across = slant + (k->b[(j - 1) * k->step] == item ? 0 : REPLACE);
        /* The cell to the left last: it is the one that is waited for. */
        uint64_t best = above < across ? above : across;
        uint8_t move = above < across ? MOVE_DOWN : MOVE_SLANT;
        move = left + EDIT <= best ? MOVE_LEFT : move;
        best = left + EDIT <= best ? left + EDIT : best;
        if (moves) moves[j] = move;
        slant = row[j];
        left = row[j] = best;
    }
}

/* --- paths -------------------------------------------------------------------- */

typedef struct solver {
    lp_aligner *al;
    lp_pair *pairs;
    size_t n_pairs;
    const uint32_t *ref, *hyp;
} solver;

static void emit(solver *s, const uint32_t *a, const uint32_t *b, lp_align_op op)
{
    lp_pair *p = &s->pairs[s->n_pairs++];
    p->op = op == LP_HIT && *a != *b ? LP_SUB : op;
    p->ref = op == LP_INS ? LP_NOWHERE : (uint32_t)(a - s->ref);
    p->hyp = op == LP_DEL ? LP_NOWHERE : (uint32_t)(b - s->hyp);
}

static void reverse(lp_pair *p, size_t n)
{
    for (size_t i = 0; i < n / 2; i++) {
        lp_pair t = p[i];
        p[i] = p[n - 1 - i];
        p[n - 1 - i] = t;
    }
}

/* A problem small enough to remember every move. Row i's moves begin at
 * i * width, where they stand shifted by the band's lower edge. */
static void solve_by_table(solver *s, const block *k)
{
    uint64_t *row = s->al->forward.p;
    uint8_t *moves = s->al->moves.p;
    const int64_t width = k->high - k->low + 1;
    first_row(k, row);
    /* Not negative: the band's lower edge never is above 0. */
    for (int64_t i = 1; i <= k->n; i++) next_row(k, i, row, moves + (i * width - (i + k->low)));

    const size_t from = s->n_pairs;
    int64_t i = k->n, j = k->m;
    while (i || j) {
        int move = i ? moves[i * width + (j - i - k->low)] : MOVE_LEFT;
        if (move == MOVE_LEFT) emit(s, NULL, k->b + --j, LP_INS);
        else if (move == MOVE_DOWN) emit(s, k->a + --i, NULL, LP_DEL);
        else i--, j--, emit(s, k->a + i, k->b + j, LP_HIT);
    }
    reverse(s->pairs + from, s->n_pairs - from);
}

/* The first column where a best path crosses row `middle` (Hirschberg 1975),
 * and the edits before it. */
static int64_t crossing(solver *s, const block *k, int64_t middle, size_t *before)
{
    uint64_t *there = s->al->forward.p, *back = s->al->backward.p;
    const block r = {k->a + k->n - 1, k->b + k->m - 1, k->n, k->m, k->low, k->high, -1};
    first_row(k, there);
    for (int64_t i = 1; i <= middle; i++) next_row(k, i, there, NULL);
    first_row(&r, back);
    for (int64_t i = 1; i <= k->n - middle; i++) next_row(&r, i, back, NULL);

    int64_t at = larger(0, middle + k->low);
    for (int64_t j = at + 1; j <= smaller(k->m, middle + k->high); j++)
        if (there[j] + back[k->m - j] < there[at] + back[k->m - at]) at = j;
    *before = (size_t)(there[at] / EDIT);
    return at;
}

/* A row to cut at, the column there, and the edits before it. Most rows of a
 * text are crossed at one place only, and that is found by bits; where a few
 * rows about the middle are not, the costs must decide. */
static int64_t cut(solver *s, const block *k, size_t edits, int64_t *at, size_t *before)
{
    static const int64_t tries[] = {0, 4, -7, 13, -24, 45};
    const int64_t middle = k->n / 2;
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++) {
        const int64_t row = middle + tries[i];
        size_t column;
        if (row < 1 || row >= k->n) break;
        if (!lp_al_crossing(s->al, k->a, (size_t)k->n, k->b, (size_t)k->m, edits, (size_t)row, &column, before))
            continue;
        *at = (int64_t)column;
        return row;
    }
    *at = crossing(s, k, middle, before);
    return middle;
}

static void solve(solver *s, block k, size_t edits)
{
    if (!edits || !k.n || !k.m) {
        for (int64_t i = 0; i < k.n; i++) emit(s, k.a + i, k.m ? k.b + i : NULL, k.m ? LP_HIT : LP_DEL);
        for (int64_t j = 0; !k.n && j < k.m; j++) emit(s, NULL, k.b + j, LP_INS);
        return;
    }
    set_band(&k, edits);
    const uint64_t cells = (uint64_t)(k.n + 1) * (uint64_t)(k.high - k.low + 1);
    if (k.n < 2 || cells <= s->al->table) {
        solve_by_table(s, &k);
        return;
    }
    int64_t at;
    size_t before;
    const int64_t row = cut(s, &k, edits, &at, &before);
    solve(s, (block){k.a, k.b, row, at, 0, 0, 1}, before);
    solve(s, (block){k.a + row, k.b + at, k.n - row, k.m - at, 0, 0, 1}, edits - before);
}

static void count(lp_alignment *out)
{
    size_t by[4] = {0};
    for (size_t i = 0; i < out->n_pairs; i++) by[out->pairs[i].op]++;
    out->hits = by[LP_HIT];
    out->sub = by[LP_SUB];
    out->del = by[LP_DEL];
    out->ins = by[LP_INS];
}

int lp_align(lp_aligner *al, const uint32_t *ref, size_t n, const uint32_t *hyp, size_t m, lp_alignment *out,
             lp_err *err)
{
    *out = (lp_alignment){0};
    int code = lp_al_number(al, ref, n, hyp, m, err);
    if (code != LP_OK) return code;
    const uint32_t *a = al->dense_ref.p, *b = al->dense_hyp.p;
    const size_t least = 2 * (m + 2); /* what a single row needs */
    solver s = {al, lp_al_room(&al->pairs, n + m, sizeof(lp_pair)), 0, a, b};
    if (!s.pairs || !lp_al_room(&al->forward, m + 1, sizeof(uint64_t)) ||
        !lp_al_room(&al->backward, m + 1, sizeof(uint64_t)) ||
        !lp_al_room(&al->moves, al->table > least ? al->table : least, 1))
        return lp_fail(err, LP_ENOMEM, "no memory to align %zu with %zu items", n, m);
    solve(&s, (block){a, b, (int64_t)n, (int64_t)m, 0, 0, 1}, lp_al_edits(al, a, n, b, m));
    out->pairs = s.pairs;
    out->n_pairs = s.n_pairs;
    count(out);
    return LP_OK;
}
