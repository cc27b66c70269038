/* The lattice over a file against brute force over all its cuttings. */
#include "support/test.h"

#include <math.h>

#include "support/learned.h"
#include "support/stage.h"

#include "correct/evidence.h"
#include "correct/lattice.h"

static lp_resource *res;

static int start(void **state)
{
    (void)state;
    res = small_resource();
    return 0;
}

static int end(void **state)
{
    (void)state;
    lp_resource_close(res);
    return 0;
}

enum { WORDS = 8, MOST = 14 };

/* --- the plain way -------------------------------------------------------------- */

typedef struct plain {
    const lp_candidate *v;
    size_t n;
    size_t words;
    double garbled[WORDS]; /* odds */
    double all;            /* sum over all cuttings */
    double with[MOST];     /* over those with this candidate */
    double right[WORDS];   /* over those where this word is right as it stands */
    size_t used[WORDS], n_used;
    bool stands[WORDS];
} plain;

/* Every way to cut the words from `at` on, with the pieces before it chosen. */
static void cut_from(plain *p, size_t at, double weight)
{
    if (at == p->words) {
        p->all += weight;
        for (size_t i = 0; i < p->n_used; i++) p->with[p->used[i]] += weight;
        for (size_t i = 0; i < p->words; i++)
            if (p->stands[i]) p->right[i] += weight;
        return;
    }
    p->stands[at] = true;
    cut_from(p, at + 1, weight);
    p->stands[at] = false;
    cut_from(p, at + 1, weight * p->garbled[at]);
    for (size_t i = 0; i < p->n; i++) {
        if (p->v[i].first != at) continue;
        p->used[p->n_used++] = i;
        cut_from(p, at + p->v[i].n, weight * exp(p->v[i].odds));
        p->n_used--;
    }
}

/* What `part` writes stands in what `whole` writes, on word borders; at the end
 * that they share, where they share one. */
static bool written_in(const lp_candidate *whole, const lp_candidate *part)
{
    const bool left = whole->first == part->first, right = whole->first + whole->n == part->first + part->n;
    const lp_sv w = whole->to, s = part->to;
    if (left && right) return lp_sv_eq(w, s);
    for (size_t at = 0; at + s.len <= w.len; at++) {
        if ((left && at) || (right && at + s.len != w.len)) continue;
        if (at && w.s[at - 1] != ' ') continue;
        if (at + s.len < w.len && w.s[at + s.len] != ' ') continue;
        if (memcmp(w.s + at, s.s, s.len) == 0) return true;
    }
    return false;
}

static bool holds(const lp_candidate *a, const lp_candidate *b)
{
    return a->first <= b->first && b->first + b->n <= a->first + a->n;
}

/* Share of its words that are written so, whatever the cutting. */
static double support_of(const lp_candidate *v, size_t n, size_t i)
{
    const lp_candidate *p = &v[i];
    double sum = p->share * p->n;
    for (size_t k = 0; k < n; k++) {
        const lp_candidate *q = &v[k];
        if (k == i || q->share < 0.01) continue;
        const uint32_t common = holds(p, q) && q->n < p->n ? q->n : p->n;
        if (holds(p, q) && q->n < p->n ? written_in(p, q) : holds(q, p) && written_in(q, p)) sum += q->share * common;
    }
    return sum < p->n ? sum / p->n : 1;
}

/* --- random windows --------------------------------------------------------------- */

static const char *const texts[] = {"the vairagya of many krishna why rag ya", "upanishad manduca shankar leela good the of and",
                                    "a b c d e f g h"};
static const char *const terms[] = {"Māṇḍūkya", "Upaniṣad", "Māṇḍūkya Upaniṣad", "Advaita", "Vedānta", "Advaita Vedānta", "guṇa"};

static lp_evidence_weights random_weights(uint64_t *seed)
{
    lp_evidence_weights w = {.evidence = {0}};
    for (size_t i = 0; i < LP_N_GARBLED; i++) w.garbled[i] = ((double)test_below(seed, 400) - 200) / 100;
    return w;
}

static void assert_close(const char *what, double have, double want)
{
    if (!(fabs(have - want) < 1e-9)) fail_msg("%s: %.12g, not %.12g", what, have, want);
}

static void check_window(stage *s, const lp_evidence_weights *w)
{
    static plain p;
    p = (plain){.v = s->list.v, .n = s->list.n, .words = s->tokens.n};
    for (uint32_t i = 0; i < p.words; i++) {
        float x[LP_N_GARBLED];
        lp_evidence_garbled(&s->around, i, x);
        p.garbled[i] = exp(lp_evidence_garbled_odds(w, x));
    }
    assert_int_equal(lp_lattice_weigh(&s->around, w, &s->list), LP_OK);
    cut_from(&p, 0, 1);
    for (size_t i = 0; i < p.n; i++) {
        const lp_candidate *c = &p.v[i];
        double right = 0;
        for (uint32_t k = c->first; k < c->first + c->n; k++) right += p.right[k] / p.all;
        assert_close("share", c->share, p.with[i] / p.all);
        assert_close("plain", c->plain, right / c->n);
        if (c->share >= 0.01) {
            assert_close("support", c->support, support_of(p.v, p.n, i));
            assert_text(c->to, lp_resource_term(res, c->term).text);
        }
        if (i) assert_true(c[-1].first + c[-1].n <= c->first + c->n);
    }
}

static void law_equal_to_brute_force(void **state)
{
    (void)state;
    uint64_t seed = 11;
    for (int round = 0; round < 600; round++) {
        stage s;
        stage_make(&s, res, texts[test_below(&seed, COUNT(texts))], "");
        assert_int_equal(s.tokens.n, WORDS);
        const lp_evidence_weights w = random_weights(&seed);
        for (size_t n = test_below(&seed, MOST + 1); n > 0; n--) {
            const uint32_t first = (uint32_t)test_below(&seed, WORDS), most = WORDS - first < 4 ? WORDS - first : 4;
            lp_candidate *c = stage_add(&s, first, 1 + (uint32_t)test_below(&seed, most),
                                        learned_term(res, terms[test_below(&seed, COUNT(terms))]));
            c->odds = ((double)test_below(&seed, 1400) - 700) / 100;
        }
        check_window(&s, &w);
        stage_end(&s);
    }
}

/* Odds that no double holds as such: sums of logarithms stay finite. */
static void odds_may_be_extreme(void **state)
{
    (void)state;
    static const double odds[] = {2000, -2000, 700, 0};
    for (size_t i = 0; i < COUNT(odds); i++) {
        stage s;
        stage_make(&s, res, texts[2], "");
        stage_add(&s, 1, 2, learned_term(res, "Advaita"))->odds = odds[i];
        stage_add(&s, 2, 1, learned_term(res, "guṇa"))->odds = -odds[i];
        const lp_evidence_weights w = {.garbled = {[LP_G_BIAS] = -50}};
        assert_int_equal(lp_lattice_weigh(&s.around, &w, &s.list), LP_OK);
        for (size_t k = 0; k < s.list.n; k++) {
            const lp_candidate *c = &s.list.v[k];
            assert_true(c->share >= 0 && c->share <= 1 + 1e-9 && isfinite(c->share));
            assert_true(c->plain >= -1e-9 && c->plain <= 1 + 1e-9);
            if (c->odds > 600) assert_true(c->share > 0.999999);
        }
        stage_end(&s);
    }
}

/* Written as one term or as two, the words are the same: each cutting speaks for
 * the other. */
static void cuttings_of_the_same_text_support_each_other(void **state)
{
    (void)state;
    stage s;
    stage_make(&s, res, texts[2], "");
    stage_add(&s, 1, 1, learned_term(res, "Māṇḍūkya"))->odds = 1;
    stage_add(&s, 2, 1, learned_term(res, "Upaniṣad"))->odds = 2;
    stage_add(&s, 1, 2, learned_term(res, "Māṇḍūkya Upaniṣad"))->odds = 3;
    stage_add(&s, 1, 2, learned_term(res, "Advaita Vedānta"))->odds = 1;
    const lp_evidence_weights w = {.garbled = {[LP_G_BIAS] = -1000}};
    assert_int_equal(lp_lattice_weigh(&s.around, &w, &s.list), LP_OK);
    const double one = exp(1), two = exp(2), both = exp(3), all = (1 + one) * (1 + two) + both + one;
    const double share[] = {one * (1 + two) / all, both / all, one / all, two * (1 + one) / all};
    const char *const order[] = {"Māṇḍūkya", "", "", "Upaniṣad"}; /* by end, then by beginning */
    for (size_t i = 0; i < s.list.n; i++) {
        const lp_candidate *c = &s.list.v[i];
        if (order[i][0]) {
            assert_text(c->to, lp_sv_of(order[i]));
            assert_close("share", c->share, share[i]);
            assert_close("support", c->support, share[i] + share[1]);
        } else if (lp_sv_eq(c->to, LP_SV("Māṇḍūkya Upaniṣad"))) {
            assert_close("share", c->share, share[1]);
            assert_close("support", c->support, share[1] + (share[0] + share[3]) / 2);
        } else {
            assert_close("share", c->share, share[2]);
            assert_close("support", c->support, share[2]); /* nobody writes that */
        }
    }
    stage_end(&s);
}

static void the_outcome_does_not_depend_on_the_order(void **state)
{
    (void)state;
    uint64_t seed = 12;
    for (int round = 0; round < 200; round++) {
        stage one, two;
        lp_candidate made[MOST];
        stage_make(&one, res, texts[0], "");
        stage_make(&two, res, texts[0], "");
        const size_t n = 1 + test_below(&seed, MOST);
        const lp_evidence_weights w = random_weights(&seed);
        for (size_t i = 0; i < n; i++) {
            /* No two alike: of such it could not be said which is which. */
            const uint32_t first = (uint32_t)(i % 7), many = 1 + (uint32_t)(i / 7);
            lp_candidate *c = stage_add(&one, first, many, learned_term(res, terms[test_below(&seed, COUNT(terms))]));
            c->odds = ((double)test_below(&seed, 1000) - 500) / 100;
            made[i] = *c;
        }
        for (size_t i = n; i > 1; i--) {
            const size_t k = test_below(&seed, i);
            const lp_candidate swap = made[k];
            made[k] = made[i - 1];
            made[i - 1] = swap;
        }
        for (size_t i = 0; i < n; i++) *stage_add(&two, 0, 1, 0) = made[i];
        assert_int_equal(lp_lattice_weigh(&one.around, &w, &one.list), LP_OK);
        assert_int_equal(lp_lattice_weigh(&two.around, &w, &two.list), LP_OK);
        for (size_t i = 0; i < n; i++) {
            const lp_candidate *a = &one.list.v[i], *b = &two.list.v[i];
            assert_true(a->first == b->first && a->n == b->n && a->term == b->term);
            assert_true(a->share == b->share && a->plain == b->plain && a->support == b->support);
        }
        stage_end(&one);
        stage_end(&two);
    }
}

/* Clusters far apart do not touch each other, whatever lies between. */
static void places_apart_are_weighed_apart(void **state)
{
    (void)state;
    const lp_evidence_weights w = {.garbled = {[LP_G_BIAS] = -1}};
    stage both, left;
    stage_make(&both, res, texts[2], "");
    stage_make(&left, res, texts[2], "");
    stage_add(&both, 0, 2, 1)->odds = 1;
    stage_add(&left, 0, 2, 1)->odds = 1;
    stage_add(&both, 5, 3, 2)->odds = 4;
    assert_int_equal(lp_lattice_weigh(&both.around, &w, &both.list), LP_OK);
    assert_int_equal(lp_lattice_weigh(&left.around, &w, &left.list), LP_OK);
    assert_close("share", both.list.v[0].share, left.list.v[0].share);
    assert_close("plain", both.list.v[0].plain, left.list.v[0].plain);
    const double word = 1 + exp(-1);
    assert_close("share", left.list.v[0].share, exp(1) / (exp(1) + word * word));
    stage_end(&both);
    stage_end(&left);
}

static void nothing_to_weigh(void **state)
{
    (void)state;
    stage s;
    const lp_evidence_weights w = {.garbled = {0}};
    stage_make(&s, res, "", "");
    assert_int_equal(lp_lattice_weigh(&s.around, &w, &s.list), LP_OK);
    stage_end(&s);
}

static void endings_are_written(void **state)
{
    (void)state;
    stage s;
    stage_make(&s, res, "gunas", "");
    lp_candidate *c = stage_add(&s, 0, 1, learned_term(res, "Advaita"));
    c->ending = (lp_ending){4, "ic", true};
    assert_int_equal(lp_candidate_write(res, &s.arena, c), LP_OK);
    assert_text(c->to, LP_SV("Advaitic"));
    c->ending = (lp_ending){.add = NULL};
    assert_int_equal(lp_candidate_write(res, &s.arena, c), LP_OK);
    assert_text(c->to, LP_SV("Advaita"));
    stage_end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(law_equal_to_brute_force),
        cmocka_unit_test(odds_may_be_extreme),
        cmocka_unit_test(cuttings_of_the_same_text_support_each_other),
        cmocka_unit_test(the_outcome_does_not_depend_on_the_order),
        cmocka_unit_test(places_apart_are_weighed_apart),
        cmocka_unit_test(nothing_to_weigh),
        cmocka_unit_test(endings_are_written),
    };
    return cmocka_run_group_tests(tests, start, end);
}
