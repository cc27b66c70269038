/* The aligner against a plain table, and the laws of a distance. */
#include "support/test.h"

#include <stdlib.h>
#include <string.h>

#include "judge/align_internal.h"

enum { LONGEST = 220, ROUNDS = 4000 };

static uint64_t seed = 1;

static uint32_t random_below(uint32_t n) { return (uint32_t)test_below(&seed, n); }

/* ---- the twin: the whole table of edits and substitutions ---- */

typedef struct twin {
    uint32_t edits[LONGEST + 1][LONGEST + 1];
    uint32_t subs[LONGEST + 1][LONGEST + 1];
    lp_pair pairs[2 * LONGEST];
    size_t n_pairs;
} twin;

static bool cheaper(uint32_t edits, uint32_t subs, uint32_t than_edits, uint32_t than_subs)
{
    return edits < than_edits || (edits == than_edits && subs < than_subs);
}

static void twin_fill(twin *t, const uint32_t *a, size_t n, const uint32_t *b, size_t m)
{
    for (size_t i = 0; i <= n; i++) {
        for (size_t j = 0; j <= m; j++) {
            uint32_t edits = (uint32_t)(i + j), subs = 0;
            if (i && j) {
                const uint32_t differ = a[i - 1] != b[j - 1];
                edits = t->edits[i - 1][j - 1] + differ;
                subs = t->subs[i - 1][j - 1] + differ;
                if (cheaper(t->edits[i - 1][j] + 1, t->subs[i - 1][j], edits, subs))
                    edits = t->edits[i - 1][j] + 1, subs = t->subs[i - 1][j];
                if (cheaper(t->edits[i][j - 1] + 1, t->subs[i][j - 1], edits, subs))
                    edits = t->edits[i][j - 1] + 1, subs = t->subs[i][j - 1];
            }
            t->edits[i][j] = edits;
            t->subs[i][j] = subs;
        }
    }
}

/* Back from the end: an insertion if it can be, else a pair, else a deletion,
 * which puts insertions late and deletions early. */
static void twin_trace(twin *t, const uint32_t *a, size_t n, const uint32_t *b, size_t m)
{
    size_t i = n, j = m, at = n + m;
    while (i || j) {
        const uint32_t differ = i && j && a[i - 1] != b[j - 1];
        lp_pair *p = &t->pairs[--at];
        if (j && t->edits[i][j] == t->edits[i][j - 1] + 1 && t->subs[i][j] == t->subs[i][j - 1]) {
            *p = (lp_pair){LP_NOWHERE, (uint32_t)--j, LP_INS};
        } else if (i && j && t->edits[i][j] == t->edits[i - 1][j - 1] + differ &&
                   t->subs[i][j] == t->subs[i - 1][j - 1] + differ) {
            *p = (lp_pair){(uint32_t)--i, (uint32_t)--j, differ ? LP_SUB : LP_HIT};
        } else {
            *p = (lp_pair){(uint32_t)--i, LP_NOWHERE, LP_DEL};
        }
    }
    t->n_pairs = n + m - at;
    memmove(t->pairs, t->pairs + at, t->n_pairs * sizeof *t->pairs);
}

/* ---- random input ---- */

/* Half the time unrelated, half the time a damaged copy. */
static void random_case(uint32_t *a, size_t *n, uint32_t *b, size_t *m)
{
    const uint32_t longest = random_below(8) ? 24 : LONGEST, kinds = 1 + random_below(random_below(2) ? 4 : 60);
    *n = random_below(longest + 1);
    for (size_t i = 0; i < *n; i++) a[i] = random_below(kinds) * 0x10001u;
    if (random_below(2)) {
        *m = random_below(longest + 1);
        for (size_t j = 0; j < *m; j++) b[j] = random_below(kinds) * 0x10001u;
        return;
    }
    const uint32_t rate = 2 + random_below(20);
    *m = 0;
    for (size_t i = 0; i < *n && *m + 1 < LONGEST; i++) {
        const uint32_t luck = random_below(rate);
        if (luck == 0) continue;
        if (luck == 1) b[(*m)++] = random_below(kinds) * 0x10001u;
        b[(*m)++] = a[i];
    }
}

static void agrees_with_the_plain_table(void **state)
{
    (void)state;
    static twin t;
    /* From "always cut in two" to "never". */
    static const size_t tables[] = {0, 16, 300, (size_t)1 << 20};
    uint32_t a[LONGEST], b[LONGEST];
    lp_aligner *al = lp_aligner_new();
    assert_non_null(al);
    for (int round = 0; round < ROUNDS; round++) {
        size_t n, m, edits;
        lp_alignment got;
        random_case(a, &n, b, &m);
        twin_fill(&t, a, n, b, m);
        twin_trace(&t, a, n, b, m);
        al->table = tables[round % 4];
        assert_int_equal(lp_distance(al, a, n, b, m, &edits, NULL), LP_OK);
        assert_int_equal(edits, t.edits[n][m]);
        assert_int_equal(lp_align(al, a, n, b, m, &got, NULL), LP_OK);
        assert_int_equal(got.n_pairs, t.n_pairs);
        for (size_t i = 0; i < t.n_pairs; i++) {
            assert_int_equal(got.pairs[i].op, t.pairs[i].op);
            assert_int_equal(got.pairs[i].ref, t.pairs[i].ref);
            assert_int_equal(got.pairs[i].hyp, t.pairs[i].hyp);
        }
    }
    lp_aligner_free(al);
}

/* ---- laws ---- */

static void obeys_the_laws_of_a_distance(void **state)
{
    (void)state;
    uint32_t a[LONGEST], b[LONGEST], c[LONGEST];
    lp_aligner *al = lp_aligner_new();
    assert_non_null(al);
    for (int round = 0; round < ROUNDS; round++) {
        size_t n, m, k, ab, ba, aa, bc, ac;
        random_case(a, &n, b, &m);
        k = random_below(24);
        for (size_t i = 0; i < k; i++) c[i] = random_below(4) * 0x10001u;
        assert_int_equal(lp_distance(al, a, n, b, m, &ab, NULL), LP_OK);
        assert_int_equal(lp_distance(al, b, m, a, n, &ba, NULL), LP_OK);
        assert_int_equal(lp_distance(al, a, n, a, n, &aa, NULL), LP_OK);
        assert_int_equal(lp_distance(al, b, m, c, k, &bc, NULL), LP_OK);
        assert_int_equal(lp_distance(al, a, n, c, k, &ac, NULL), LP_OK);
        assert_int_equal(aa, 0);
        assert_int_equal(ab, ba);
        assert_true(ac <= ab + bc);
        assert_true(ab >= (n > m ? n - m : m - n));
        assert_true(ab <= (n > m ? n : m));
    }
    lp_aligner_free(al);
}

static void counts_belong_together(void **state)
{
    (void)state;
    uint32_t a[LONGEST], b[LONGEST];
    lp_aligner *al = lp_aligner_new();
    assert_non_null(al);
    for (int round = 0; round < ROUNDS; round++) {
        size_t n, m, edits;
        lp_alignment there, back;
        random_case(a, &n, b, &m);
        assert_int_equal(lp_distance(al, a, n, b, m, &edits, NULL), LP_OK);
        assert_int_equal(lp_align(al, a, n, b, m, &there, NULL), LP_OK);
        assert_int_equal(there.hits + there.sub + there.del, n);
        assert_int_equal(there.hits + there.sub + there.ins, m);
        assert_int_equal(there.sub + there.del + there.ins, edits);
        assert_int_equal(lp_align(al, b, m, a, n, &back, NULL), LP_OK);
        assert_int_equal(back.hits, there.hits);
        assert_int_equal(back.sub, there.sub);
        assert_int_equal(back.del, there.ins);
        assert_int_equal(back.ins, there.del);
    }
    lp_aligner_free(al);
}

/* ---- long input ---- */

/* Long enough for many words of 64 rows, several bands, and several cuts. */
static void long_input_keeps_to_linear_memory(void **state)
{
    (void)state;
    enum { LONG = 6000 };
    uint32_t *a = malloc(LONG * sizeof *a), *b = malloc(2 * (size_t)LONG * sizeof *b);
    lp_aligner *al = lp_aligner_new();
    assert_true(a && b && al);
    size_t m = 0, edits;
    for (size_t i = 0; i < LONG; i++) {
        a[i] = random_below(900);
        const uint32_t luck = random_below(12);
        if (luck == 0) continue;
        if (luck == 1) b[m++] = random_below(900);
        b[m++] = a[i];
    }
    lp_alignment got;
    assert_int_equal(lp_align(al, a, LONG, b, m, &got, NULL), LP_OK);
    assert_int_equal(lp_distance(al, a, LONG, b, m, &edits, NULL), LP_OK);
    assert_int_equal(got.sub + got.del + got.ins, edits);
    size_t i = 0, j = 0;
    for (size_t k = 0; k < got.n_pairs; k++) {
        const lp_pair *p = &got.pairs[k];
        if (p->op != LP_INS) assert_int_equal(p->ref, i++);
        if (p->op != LP_DEL) assert_int_equal(p->hyp, j++);
        if (p->op == LP_HIT) assert_true(a[p->ref] == b[p->hyp]);
        if (p->op == LP_SUB) assert_true(a[p->ref] != b[p->hyp]);
    }
    assert_int_equal(i, LONG);
    assert_int_equal(j, m);
    assert_true(al->moves.bytes < (size_t)1 << 20);
    lp_aligner_free(al);
    free(a);
    free(b);
}

static void nothing_aligns_with_nothing(void **state)
{
    (void)state;
    const uint32_t one[] = {7, 8, 9};
    lp_aligner *al = lp_aligner_new();
    lp_alignment got;
    assert_int_equal(lp_align(al, NULL, 0, NULL, 0, &got, NULL), LP_OK);
    assert_int_equal(got.n_pairs, 0);
    assert_int_equal(lp_align(al, one, 3, NULL, 0, &got, NULL), LP_OK);
    assert_int_equal(got.del, 3);
    assert_int_equal(lp_align(al, NULL, 0, one, 3, &got, NULL), LP_OK);
    assert_int_equal(got.ins, 3);
    lp_aligner_free(al);
}

static void too_long_is_refused(void **state)
{
    (void)state;
    const uint32_t one[] = {7};
    lp_err err;
    size_t edits;
    lp_aligner *al = lp_aligner_new();
    assert_int_equal(lp_distance(al, one, (size_t)1 << 31, one, 1, &edits, &err), LP_ELIMIT);
    lp_aligner_free(al);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_the_plain_table), cmocka_unit_test(obeys_the_laws_of_a_distance),
        cmocka_unit_test(counts_belong_together),      cmocka_unit_test(long_input_keeps_to_linear_memory),
        cmocka_unit_test(nothing_aligns_with_nothing), cmocka_unit_test(too_long_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
