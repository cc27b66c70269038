/* The decision over a whole file against brute force over all subsets, and the
 * list of proposals. */
#include "support/test.h"

#include <math.h>

#include "base/utf8.h"
#include "correct/decide.h"

/* As libpipeline/correct/decide.h has it: what is applied goes before any flag,
 * and of two equally sure the longer one. */
static bool is_applied(const lp_proposal *p, const lp_thresholds *at)
{
    return p->confidence >= at->apply_at && p->confidence >= at->odds * p->plain;
}

static double gain(const lp_proposal *p, const lp_thresholds *at)
{
    const double g = (1 + 0.1 * (p->n - 1)) * p->confidence;
    return is_applied(p, at) ? g : 1e-6 * g;
}

static const lp_thresholds usual = {0.6, 0.3, 0};

static bool apart(const lp_proposal *a, const lp_proposal *b)
{
    return a->first + a->n <= b->first || b->first + b->n <= a->first;
}

/* The best sum of all subsets without overlap. */
static double best_of_all(const lp_proposal *v, size_t n, const lp_thresholds *at)
{
    double best = 0;
    for (uint32_t set = 0; set < 1u << n; set++) {
        double sum = 0;
        bool good = true;
        for (size_t i = 0; i < n && good; i++) {
            if (!(set >> i & 1)) continue;
            good = v[i].confidence >= at->flag_at || is_applied(&v[i], at);
            sum += gain(&v[i], at);
            for (size_t k = 0; k < i && good; k++) good = !(set >> k & 1) || apart(&v[i], &v[k]);
        }
        if (good && sum > best) best = sum;
    }
    return best;
}

static void law_equal_to_brute_force(void **state)
{
    (void)state;
    uint64_t seed = 3;
    static const double shares[] = {0, 0.1, 0.29, 0.3, 0.5, 0.75, 0.95, 0.97, 0.999, 1};
    for (int round = 0; round < 4000; round++) {
        lp_arena arena = LP_ARENA_INIT;
        lp_proposals list = {.arena = &arena};
        lp_proposal before[12];
        const size_t n = test_below(&seed, COUNT(before) + 1);
        const lp_thresholds at = {.apply_at = (double)test_below(&seed, 101) / 100,
                                  .flag_at = (double)(1 + test_below(&seed, 99)) / 100,
                                  .odds = (double)test_below(&seed, 4)};
        for (size_t i = 0; i < n; i++) {
            before[i] = (lp_proposal){.first = (uint32_t)test_below(&seed, 12),
                                      .n = 1 + (uint32_t)test_below(&seed, 4),
                                      .to = LP_SV("x"),
                                      .by = test_below(&seed, 2) ? "lexicon" : "phonetic",
                                      .confidence = shares[test_below(&seed, COUNT(shares))],
                                      .plain = shares[test_below(&seed, COUNT(shares))],
                                      .term = (uint32_t)i};
            assert_int_equal(lp_propose(&list, &before[i]), LP_OK);
        }
        const size_t many = lp_decide(&list, &at);
        assert_true(many <= n);
        double sum = 0;
        for (size_t i = 0; i < many; i++) {
            sum += gain(&list.v[i], &at);
            assert_int_equal(list.v[i].apply, is_applied(&list.v[i], &at));
            assert_true(list.v[i].apply || list.v[i].confidence >= at.flag_at);
            if (i) assert_true(list.v[i - 1].first + list.v[i - 1].n <= list.v[i].first);
        }
        assert_true(fabs(sum - best_of_all(before, n, &at)) < 1e-6);
        /* Nothing that is sure enough and in nobody's way is left out. */
        for (size_t i = 0; i < n; i++) {
            bool free = before[i].confidence >= at.flag_at || is_applied(&before[i], &at);
            for (size_t k = 0; k < many && free; k++) free = apart(&before[i], &list.v[k]);
            assert_false(free);
        }
        lp_arena_free(&arena);
    }
}

static void the_outcome_does_not_depend_on_the_order(void **state)
{
    (void)state;
    static const char *const texts[] = {"a", "b", "c"};
    uint64_t seed = 9;
    for (int round = 0; round < 500; round++) {
        lp_arena arena = LP_ARENA_INIT;
        lp_proposals one = {.arena = &arena}, two = {.arena = &arena};
        lp_proposal p[10];
        for (size_t i = 0; i < COUNT(p); i++) {
            p[i] = (lp_proposal){.first = (uint32_t)test_below(&seed, 8),
                                 .n = 1 + (uint32_t)test_below(&seed, 3),
                                 .to = lp_sv_of(texts[test_below(&seed, 3)]),
                                 .by = "lexicon",
                                 .confidence = 0.9};
            assert_int_equal(lp_propose(&one, &p[i]), LP_OK);
        }
        for (size_t i = COUNT(p); i-- > 0;) assert_int_equal(lp_propose(&two, &p[i]), LP_OK);
        const size_t n = lp_decide(&one, &usual), m = lp_decide(&two, &usual);
        assert_int_equal(n, m);
        for (size_t i = 0; i < n; i++) {
            assert_int_equal(one.v[i].first, two.v[i].first);
            assert_int_equal(one.v[i].n, two.v[i].n);
            assert_text(one.v[i].to, two.v[i].to);
        }
        lp_arena_free(&arena);
    }
}

static size_t decide_one(double confidence, double flag_at)
{
    lp_arena arena = LP_ARENA_INIT;
    lp_proposals list = {.arena = &arena};
    const lp_proposal p = {.n = 1, .to = LP_SV("x"), .by = "lexicon", .confidence = confidence};
    assert_int_equal(lp_propose(&list, &p), LP_OK);
    const size_t n = lp_decide(&list, &(lp_thresholds){1, flag_at, 0});
    lp_arena_free(&arena);
    return n;
}

/* "At least this sure" is what the options say. */
static void just_sure_enough_is_enough(void **state)
{
    (void)state;
    assert_int_equal(decide_one(0.3, 0.3), 1);
    assert_int_equal(decide_one(0.97, 0.97), 1);
    assert_int_equal(decide_one(1, 1), 1);
    assert_int_equal(decide_one(0.29, 0.3), 0);
    assert_int_equal(decide_one(0.9995, 1), 0);
    assert_int_equal(decide_one(0, 0.3), 0);
}

static void nothing_proposed_nothing_chosen(void **state)
{
    (void)state;
    lp_arena arena = LP_ARENA_INIT;
    lp_proposals list = {.arena = &arena};
    assert_int_equal(lp_decide(&list, &usual), 0);
    lp_arena_free(&arena);
}

static void reasons_are_cut_between_characters(void **state)
{
    (void)state;
    lp_arena arena = LP_ARENA_INIT;
    lp_proposals list = {.arena = &arena};
    lp_str filler = LP_STR_INIT;
    for (int shift = 0; shift < 4; shift++) {
        lp_str_clear(&filler);
        for (int i = 0; i < shift; i++) lp_str_addc(&filler, 'x');
        while (filler.len < 600) lp_str_adds(&filler, "ṇ");
        lp_sv cut = lp_proposal_text(&list, "%s", filler.s);
        assert_in_range(cut.len, 500, 511);
        assert_int_equal(lp_utf8_check(cut.s, cut.len), cut.len);
        assert_memory_equal(cut.s, filler.s, cut.len);
    }
    assert_text(lp_proposal_text(&list, "%d%s", 7, "ā"), LP_SV("7ā"));
    assert_text(lp_proposal_copy(&list, LP_SV("guṇa")), LP_SV("guṇa"));
    lp_str_free(&filler);
    lp_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(law_equal_to_brute_force),
        cmocka_unit_test(the_outcome_does_not_depend_on_the_order),
        cmocka_unit_test(just_sure_enough_is_enough),
        cmocka_unit_test(nothing_proposed_nothing_chosen),
        cmocka_unit_test(reasons_are_cut_between_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
