/* What stands around a place: terms, neighbours, mentions, context. */
#include "support/test.h"

#include <math.h>

#include "support/learned.h"
#include "support/stage.h"

static lp_resource *res;

/* Vectors: the (100, 0), of (0, 50), guṇa (-30, 40), Bhagavad Gītā (0, 120); in the
 * first and the last dimension, as in all tests here. */
static int start(void **state)
{
    (void)state;
    lp_str words = LP_STR_INIT, terms = LP_STR_INIT;
    lp_err err = {0};
    lp_str_addf(&words, "*\t1000\t-\nthe\t100\t%s\nof\t60\t%s\nopen\t7\t-\n", learned_vector(100, 0), learned_vector(0, 50));
    lp_str_addf(&terms, "guṇa\t20\t%s\t0\t0\t-\nBhagavad Gītā\t9\t%s\t0\t0\t-\n", learned_vector(-30, 40),
                learned_vector(0, 120));
    const learned_tables t = {.words = words.s, .terms = terms.s};
    small_must(learned_open(&t, &res, &err), "tables", &err);
    lp_str_free(&words);
    lp_str_free(&terms);
    return 0;
}

static int end(void **state)
{
    (void)state;
    lp_resource_close(res);
    return 0;
}

static uint64_t key_of(const char *word) { return lp_word_key(lp_sv_of(word)); }

static void forms_mark_their_words(void **state)
{
    (void)state;
    stage s;
    stage_make(&s, res, "the goona of bagavat gita open", "");
    const uint32_t guna = learned_term(res, "guṇa"), gita = learned_term(res, "Bhagavad Gītā");
    assert_int_equal(s.around.term[0], LP_NO_TERM);
    assert_int_equal(s.around.term[1], guna);
    assert_int_equal(s.around.term[2], LP_NO_TERM);
    assert_int_equal(s.around.term[3], gita);
    assert_int_equal(s.around.term[4], LP_INSIDE);
    assert_int_equal(s.around.term[5], LP_NO_TERM);
    assert_true(s.around.known[1] && !s.around.known[0] && !s.around.known[3]); /* bagavat alone is none */
    assert_int_equal(s.around.named[guna], 1);
    assert_int_equal(s.around.named[gita], 1);
    stage_end(&s);
}

static void the_file_and_its_title_name_terms(void **state)
{
    (void)state;
    stage s;
    stage_make(&s, res, "goona and goona and the gunas", "a talk on the goona and the Bhagavad Gītā");
    assert_int_equal(s.around.named[learned_term(res, "guṇa")], 3 + 4);
    assert_int_equal(s.around.named[learned_term(res, "Bhagavad Gītā")], 4);
    assert_int_equal(s.around.named[learned_term(res, "dharma")], 0);
    stage_end(&s);
    lp_str long_talk = LP_STR_INIT;
    for (int i = 0; i < 70000; i++) lp_str_adds(&long_talk, "goona ");
    stage_make(&s, res, long_talk.s, "goona");
    assert_in_range(s.around.named[learned_term(res, "guṇa")], UINT16_MAX - 4, UINT16_MAX); /* and no further */
    lp_str_free(&long_talk);
    stage_end(&s);
}

static void neighbours_are_terms_where_there_are_some(void **state)
{
    (void)state;
    stage s;
    stage_make(&s, res, "the goona of bagavat gita open", "");
    lp_surroundings *a = &s.around;
    const lp_unit guna = lp_resource_term_unit(res, learned_term(res, "guṇa"));
    const lp_unit gita = lp_resource_term_unit(res, learned_term(res, "Bhagavad Gītā"));
    assert_true(guna.key && gita.key && guna.key != gita.key);
    assert_true(lp_surroundings_before(a, 0).key == 0);
    assert_true(lp_surroundings_before(a, 1).key == key_of("the"));
    assert_true(lp_surroundings_before(a, 2).key == guna.key);
    assert_true(lp_surroundings_before(a, 5).key == gita.key); /* over both its words */
    assert_true(lp_surroundings_before(a, 6).key == key_of("open"));
    assert_true(lp_surroundings_at(a, 0).key == key_of("the"));
    assert_true(lp_surroundings_at(a, 1).key == guna.key);
    assert_true(lp_surroundings_at(a, 3).key == gita.key);
    assert_true(lp_surroundings_at(a, 6).key == 0 && lp_surroundings_at(a, 600).key == 0);
    /* As it stands a word is itself. */
    assert_true(lp_surroundings_word(a, 0).key == key_of("the"));
    assert_int_equal(lp_surroundings_word(a, 0).count, 100);
    assert_true(lp_surroundings_word(a, 1).key == 0); /* the lectures have no goona */
    assert_true(lp_surroundings_word(a, 0).key == key_of("the")); /* asked again */
    stage_end(&s);
}

static void assert_context(stage *s, uint32_t first, uint32_t n, double x, double y)
{
    float c[LP_VECTOR_DIMENSIONS];
    lp_surroundings_context(&s->around, first, n, c);
    const double length = x != 0 || y != 0 ? sqrt(x * x + y * y) : 1;
    for (size_t i = 1; i + 1 < LP_VECTOR_DIMENSIONS; i++) assert_true(c[i] == 0);
    if (fabs((double)c[0] - x / length) > 1e-6 || fabs((double)c[LP_VECTOR_DIMENSIONS - 1] - y / length) > 1e-6)
        fail_msg("at %u: (%g, %g), not (%g, %g)", first, (double)c[0], (double)c[LP_VECTOR_DIMENSIONS - 1], x / length, y / length);
}

static void a_context_is_the_sum_of_what_is_around(void **state)
{
    (void)state;
    stage s;
    stage_make(&s, res, "the goona of bagavat gita open", "");
    assert_context(&s, 5, 1, 100 - 30, 50 + 40 + 120); /* the title is one unit, with one vector */
    assert_context(&s, 0, 1, -30, 40 + 50 + 120);
    assert_context(&s, 1, 1, 100, 50 + 120);
    assert_context(&s, 3, 2, 100 - 30, 40 + 50);
    assert_context(&s, 0, 6, 0, 0); /* nothing around */
    stage_end(&s);
    stage_make(&s, res, "zzz qqq", "");
    assert_context(&s, 0, 1, 0, 0); /* nothing known */
    stage_end(&s);
}

/* Twenty-five words on either side, over cues and sentences; no more. */
static void a_context_has_a_reach(void **state)
{
    (void)state;
    lp_str text = LP_STR_INIT;
    lp_str_adds(&text, "of ");
    for (int i = 0; i < 24; i++) lp_str_adds(&text, i % 5 ? "zzz " : "zzz. ");
    lp_str_adds(&text, "here|the");
    for (int i = 0; i < 23; i++) lp_str_adds(&text, " zzz");
    lp_str_adds(&text, " the of");
    stage s;
    stage_make(&s, res, text.s, "");
    assert_int_equal(s.tokens.n, 52);
    assert_context(&s, 25, 1, 200, 50);     /* the first word is the 25th before, the last but one the 25th behind */
    assert_context(&s, 26, 1, 100, 50);     /* the first is out of reach */
    assert_context(&s, 24, 1, 100, 50);     /* so are the last two */
    assert_context(&s, 24, 3, 100, 50 + 50); /* a span reaches from both its ends */
    lp_str_free(&text);
    stage_end(&s);
}

static void a_file_without_words(void **state)
{
    (void)state;
    stage s;
    stage_make(&s, res, "", "");
    assert_true(lp_surroundings_at(&s.around, 0).key == 0 && lp_surroundings_before(&s.around, 0).key == 0);
    stage_end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forms_mark_their_words),
        cmocka_unit_test(the_file_and_its_title_name_terms),
        cmocka_unit_test(neighbours_are_terms_where_there_are_some),
        cmocka_unit_test(a_context_is_the_sum_of_what_is_around),
        cmocka_unit_test(a_context_has_a_reach),
        cmocka_unit_test(a_file_without_words),
    };
    return cmocka_run_group_tests(tests, start, end);
}
