/* The evidence for a few candidates, each number by hand. */
#include "support/test.h"

#include <math.h>

#include "support/learned.h"
#include "support/stage.h"

#include "correct/evidence.h"

static lp_resource *res;

static int start(void **state)
{
    (void)state;
    lp_str words = LP_STR_INIT, terms = LP_STR_INIT;
    lp_err err = {0};
    lp_str_addf(&words, "*\t1000\t-\nthe\t100\t%s\nwhy\t30\t-\nrag\t4\t-\nof\t60\t-\n", learned_vector(100, 0));
    lp_str_addf(&terms, "vairāgya\t20\t-\t0.04\t1.5\t%s\nguṇa\t10\t-\t1\t-2\t%s\n", learned_vector(50, 0),
                learned_vector(100, 0));
    const learned_tables t = {.words = words.s,
                              .terms = terms.s,
                              .pairs = "the\twhy\t5\nwhy\trag\t3\nthe\t@vairāgya\t12\n@vairāgya\tof\t9\nrag\tof\t1\n"};
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

/* All evidence that is not named is 0. */
typedef struct wanted {
    enum lp_evidence_kind kind;
    double value;
} wanted;

static void assert_evidence(const lp_candidate *c, const wanted *w, size_t n)
{
    for (size_t i = 0; i < LP_N_EVIDENCE; i++) {
        double want = 0;
        for (size_t k = 0; k < n; k++)
            if (w[k].kind == i) want = w[k].value;
        if (fabs((double)c->x[i] - want) > 1e-5) fail_msg("%s: %g, not %g", lp_evidence_names[i], (double)c->x[i], want);
    }
}

static void gather(stage *s, double hopeless)
{
    const lp_evidence_weights w = {.evidence = {[LP_E_BIAS] = -1, [LP_E_SOUND] = 0.5, [LP_E_NAMED] = 1}};
    lp_evidence_gather(&s->around, &w, hopeless, 0, &s->list);
}

/* ln of how much more often than by chance; 1000 words in all. */
static double pair(double seen, double a, double b) { return log((seen + 0.3) / (a * b / 1000 + 0.3)); }

static void several_words_heard(void **state)
{
    (void)state;
    stage s;
    stage_make(&s, res, "the why Rag of", "vairagya");
    lp_candidate *c = stage_add(&s, 1, 2, learned_term(res, "vairāgya"));
    c->score = 9000;
    c->n_heard = 6;
    c->n_said = 8;
    c->mishearing = true;
    gather(&s, -1000);
    assert_int_equal(s.list.n, 1);
    const wanted want[] = {{LP_E_BIAS, 1},
                           {LP_E_SOUND, 9},
                           {LP_E_SOUND_EACH, 9.0 / 8},
                           {LP_E_FREQUENCY, 1}, /* common */
                           {LP_E_COUNT, log(21)},
                           {LP_E_NAMED, log2(5)}, /* in the title: four times */
                           {LP_E_COMPANY, 0.04 * 50 - 1.5}, /* beside `the` alone */
                           {LP_E_KNOWN_COMPANY, 1},
                           {LP_E_BESIDE, pair(12, 100, 20) + pair(9, 20, 60)},
                           {LP_E_AS_IT_STANDS, pair(5, 100, 30) + pair(1, 4, 60)},
                           {LP_E_INSIDE, pair(3, 30, 4)},
                           {LP_E_WORD_COUNT, (log(31) + log(5)) / 2},
                           {LP_E_WORDS, 1},
                           {LP_E_STRONG, 2},
                           {LP_E_CAPITAL, 1},
                           {LP_E_MISHEARING, 1}};
    assert_evidence(&s.list.v[0], want, COUNT(want));
    assert_true(fabs(s.list.v[0].odds - (-1 + 4.5 + log2(5))) < 1e-5);
    stage_end(&s);
}

static void one_word_with_an_ending(void **state)
{
    (void)state;
    stage s;
    stage_make(&s, res, "gunaas", "");
    lp_candidate *c = stage_add(&s, 0, 1, learned_term(res, "guṇa"));
    c->score = -1500;
    c->n_heard = 3;
    c->n_said = 4;
    c->ending = (lp_ending){5, "s", false};
    gather(&s, -1000);
    const wanted want[] = {{LP_E_BIAS, 1},   {LP_E_SOUND, -1.5},      {LP_E_SOUND_EACH, -1.5 / 4}, {LP_E_SHORT, 1},
                           {LP_E_FREQUENCY, 1}, {LP_E_COUNT, log(11)},   {LP_E_COMPANY, 2}, /* nothing around: minus the offset */
                           {LP_E_KNOWN_COMPANY, 1}, {LP_E_ENDING, 1}, {LP_E_PLURAL, 1}};
    assert_evidence(&s.list.v[0], want, COUNT(want));
    stage_end(&s);
}

static void forms_that_are_written(void **state)
{
    (void)state;
    static const struct {
        lp_form form;
        enum lp_evidence_kind kind;
    } rows[] = {{LP_LISTED, LP_E_LISTED}, {LP_REGULAR, LP_E_REGULAR}, {LP_ENGLISH_TOO, LP_E_ENGLISH_TOO}};
    for (size_t i = 0; i < COUNT(rows); i++) {
        stage s;
        stage_make(&s, res, "x dharma x", "");
        lp_candidate *c = stage_add(&s, 1, 1, learned_term(res, "adharma"));
        c->n_heard = c->n_said = 2;
        c->form = rows[i].form;
        gather(&s, -1000);
        /* dharma is level 50 here and a term; adharma neither common nor in the lectures. */
        const wanted want[] = {{LP_E_BIAS, 1}, {LP_E_SHORT, 2}, {LP_E_KNOWN, 1}, {LP_E_ONE_WEAK, 1}, {rows[i].kind, 1}};
        assert_evidence(&s.list.v[0], want, COUNT(want));
        stage_end(&s);
    }
}

/* Company is cut, and so is what a file may name. */
static void evidence_has_bounds(void **state)
{
    (void)state;
    stage s;
    stage_make(&s, res, "the rajas", "goona goona goona goona goona goona");
    lp_candidate *c = stage_add(&s, 1, 1, learned_term(res, "guṇa"));
    c->n_heard = c->n_said = 4;
    gather(&s, -1000);
    assert_true(s.list.v[0].x[LP_E_COMPANY] == 8.0f); /* 100 + 2 */
    assert_true(s.list.v[0].x[LP_E_NAMED] == 3.0f);
    assert_true(lp_evidence_named(&s.around, learned_term(res, "guṇa")) == 3);
    assert_true(lp_evidence_named(&s.around, learned_term(res, "dharma")) == 0);
    stage_end(&s);
}

static void the_hopeless_are_taken_out(void **state)
{
    (void)state;
    stage s;
    stage_make(&s, res, "x y z", "");
    for (uint32_t i = 0; i < 3; i++) {
        lp_candidate *c = stage_add(&s, i, 1, learned_term(res, "dharma"));
        c->score = (int32_t)(i * 2 - 2) * 10000; /* odds -11, -1, 9 */
        c->n_heard = c->n_said = 5;
    }
    gather(&s, -7);
    assert_int_equal(s.list.n, 2);
    assert_int_equal(s.list.v[0].first, 1);
    assert_true(fabs(s.list.v[0].odds + 1) < 1e-5 && fabs(s.list.v[1].odds - 9) < 1e-5);
    gather(&s, 0);
    assert_int_equal(s.list.n, 1);
    gather(&s, 9.5);
    assert_int_equal(s.list.n, 0);
    stage_end(&s);
}

/* --- written forms ------------------------------------------------------------------- */

static void a_heard_candidate_becomes_the_written_one(void **state)
{
    (void)state;
    stage s;
    stage_make(&s, res, "the why rag ya of cow of plenty", "");
    const uint32_t vairagya = learned_term(res, "vairāgya"), go = learned_term(res, "go");
    stage_add(&s, 5, 2, vairagya)->score = 1;
    stage_add(&s, 1, 3, vairagya)->score = 12345;
    stage_add(&s, 1, 2, vairagya)->score = 2;
    assert_int_equal(lp_evidence_add_written(&s.around, &s.written, 0, UINT32_MAX, 0, &s.list), LP_OK);
    assert_int_equal(s.list.n, 5); /* with `the`, which is listed, but as common English is a mishearing only */
    size_t listed = 0;
    for (size_t i = 0; i < s.list.n; i++) {
        const lp_candidate *c = &s.list.v[i];
        if (c->form != LP_LISTED) continue;
        listed++;
        if (c->term == vairagya) {
            assert_true(c->first == 1 && c->n == 3);
            assert_int_equal(c->score, 12345);
        } else {
            /* No sound of it, but listed: heard as it is indexed, /kauavplentI/. */
            assert_true(c->term == go && c->first == 5 && c->n == 3);
            assert_int_equal(c->score, 11 * 2800 - 500);
            assert_int_equal(c->n_heard, 11);
            assert_int_equal(c->n_said, 11);
            assert_true(c->mishearing);
        }
    }
    assert_int_equal(listed, 2);
    stage_end(&s);
}

static void written_forms_are_scored_by_their_stem(void **state)
{
    (void)state;
    stage s;
    stage_make(&s, res, "goonas", "");
    assert_int_equal(lp_evidence_add_written(&s.around, &s.written, 0, UINT32_MAX, 0, &s.list), LP_OK);
    assert_int_equal(s.list.n, 1);
    const lp_candidate *c = &s.list.v[0];
    assert_string_equal(c->ending.add, "s");
    assert_int_equal(c->score, lp_resource_score(res, LP_SV("gUna"), LP_SV("guna")));
    assert_int_equal(c->n_heard, 4);
    assert_int_equal(c->n_said, 4);
    stage_end(&s);
}

/* --- garbled words -------------------------------------------------------------------- */

static void assert_garbled(const char *text, uint32_t at, const double want[LP_N_GARBLED])
{
    stage s;
    float x[LP_N_GARBLED];
    stage_make(&s, res, text, "");
    lp_evidence_garbled(&s.around, at, x);
    for (size_t i = 0; i < LP_N_GARBLED; i++)
        if (fabs((double)x[i] - want[i]) > 1e-5)
            fail_msg("\"%s\" %u: %s: %g, not %g", text, at, lp_garbled_names[i], (double)x[i], want[i]);
    stage_end(&s);
}

static void garbled_words(void **state)
{
    (void)state;
    assert_garbled("the zorp of", 1, (const double[LP_N_GARBLED]){[LP_G_BIAS] = 1, [LP_G_ODD] = 1});
    assert_garbled("zorp the Zorp", 1, (const double[LP_N_GARBLED]){[LP_G_BIAS] = 1, [LP_G_STRONG] = 1, [LP_G_COUNT] = log(101), [LP_G_BESIDE] = 2});
    assert_garbled("zorp the Zorp", 2, (const double[LP_N_GARBLED]){[LP_G_BIAS] = 1, [LP_G_ODD] = 1, [LP_G_CAPITAL] = 1});
    assert_garbled("rag", 0, (const double[LP_N_GARBLED]){[LP_G_BIAS] = 1, [LP_G_STRONG] = 1, [LP_G_COUNT] = log(5)});
    assert_garbled("dharma", 0, (const double[LP_N_GARBLED]){[LP_G_BIAS] = 1, [LP_G_WEAK] = 1, [LP_G_KNOWN] = 1});
    assert_garbled("goona zorp", 0, (const double[LP_N_GARBLED]){[LP_G_BIAS] = 1, [LP_G_KNOWN] = 1, [LP_G_BESIDE] = 1});
    assert_garbled("zorp goona", 0, (const double[LP_N_GARBLED]){[LP_G_BIAS] = 1, [LP_G_ODD] = 1}); /* a term is not odd */
}

static void garbled_odds_are_a_sum(void **state)
{
    (void)state;
    const lp_evidence_weights w = {.garbled = {[LP_G_BIAS] = -3, [LP_G_ODD] = 2, [LP_G_COUNT] = 0.5}};
    const float x[LP_N_GARBLED] = {[LP_G_BIAS] = 1, [LP_G_ODD] = 1, [LP_G_COUNT] = 4, [LP_G_CAPITAL] = 1};
    assert_true(fabs(lp_evidence_garbled_odds(&w, x) - 1) < 1e-9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(several_words_heard),
        cmocka_unit_test(one_word_with_an_ending),
        cmocka_unit_test(forms_that_are_written),
        cmocka_unit_test(evidence_has_bounds),
        cmocka_unit_test(the_hopeless_are_taken_out),
        cmocka_unit_test(a_heard_candidate_becomes_the_written_one),
        cmocka_unit_test(written_forms_are_scored_by_their_stem),
        cmocka_unit_test(garbled_words),
        cmocka_unit_test(garbled_odds_are_a_sum),
    };
    return cmocka_run_group_tests(tests, start, end);
}
