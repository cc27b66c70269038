/* The clean profile: rows, and laws on random text. */
#include "support/test.h"

#include "support/rows.h"
#include "support/small.h"
#include "support/transcripts.h"

#include "correct/correct.h"

static lp_resource *small;
static lp_worker *worker;

static int start(void **state)
{
    (void)state;
    small = small_resource();
    worker = lp_worker_new(NULL);
    return worker ? 0 : -1;
}

static int end(void **state)
{
    (void)state;
    lp_worker_free(worker);
    lp_resource_close(small);
    return 0;
}

static void clean(lp_transcript *t, lp_profile profile, lp_str *out)
{
    lp_correct_options o = lp_correct_defaults();
    lp_tally tally = {0};
    lp_err err = {0};
    o.profile = profile;
    o.mode = LP_MODE_BASIC; /* nothing by sound: rows say what the profile does */
    if (lp_correct(small, &o, worker, t, &tally, &err) != LP_OK) fail_msg("%s", err.msg);
    lp_str_clear(out);
    transcript_show(t, out);
}

static size_t wrong;

static void check(const row *r)
{
    lp_transcript t = LP_TRANSCRIPT_INIT;
    lp_str have = LP_STR_INIT, again = LP_STR_INIT;
    if (r->n != 3) fail_msg("%s: %zu columns, want 3", r->column[0].s, r->n);
    transcript_fill(&t, lp_str_view(&r->column[1]));
    clean(&t, LP_CLEAN, &have);
    if (!lp_sv_eq(lp_str_view(&have), lp_str_view(&r->column[2]))) {
        print_error("%s:\nhave \"%s\"\nwant \"%s\"\n", r->column[0].s, have.s, r->column[2].s);
        wrong++;
    }
    transcript_reverts(&t, lp_str_view(&r->column[1]));
    clean(&t, LP_CLEAN, &again); /* clean is clean */
    assert_text(lp_str_view(&again), lp_str_view(&have));
    transcript_reverts(&t, lp_str_view(&r->column[1]));
    lp_transcript_free(&t);
    lp_str_free(&have);
    lp_str_free(&again);
}

static void rows_hold(void **state)
{
    (void)state;
    wrong = 0;
    assert_true(for_each_row("clean.tsv", check) > 40);
    assert_int_equal(wrong, 0);
}

static void verbatim_keeps_all(void **state)
{
    (void)state;
    lp_transcript t = LP_TRANSCRIPT_INIT;
    lp_str have = LP_STR_INIT;
    const lp_sv in = LP_SV("so, um, it is, you know, the the self");
    transcript_fill(&t, in);
    clean(&t, LP_VERBATIM, &have);
    assert_text(lp_str_view(&have), in);
    assert_int_equal(lp_profile_of("clean"), LP_CLEAN);
    assert_int_equal(lp_profile_of("Clean"), LP_N_PROFILES);
    assert_string_equal(lp_profile_name(LP_VERBATIM), "verbatim");
    assert_string_equal(lp_profile_name(LP_N_PROFILES), "?");
    lp_transcript_free(&t);
    lp_str_free(&have);
}

/* Whatever stands there: the source can be had back, no cue loses all, no blank
 * is doubled that was not. */
static void laws(void **state)
{
    (void)state;
    static const char *const words[] = {"um", "uh,", "Um,", "the", "the", "the,", "er.", "I", "I", "you", "know,", ", ", "you know,",
                                        "vairagya", "<i>um</i>", "[um]", "|", "|", "\n", "\"um\"", "um...", "in", "in", "x", "um-um", "é"};
    lp_transcript t = LP_TRANSCRIPT_INIT;
    lp_str in = LP_STR_INIT, have = LP_STR_INIT;
    uint64_t seed = 11;
    for (int round = 0; round < 3000; round++) {
        lp_str_clear(&in);
        lp_str_adds(&in, "a");
        for (size_t n = test_below(&seed, 25); n; n--) {
            const char *word = words[test_below(&seed, COUNT(words))];
            if (!strchr("|\n,", *word) && !strchr("|\n ", in.s[in.len - 1])) lp_str_addc(&in, ' ');
            if ((*word == '|' || *word == '\n') && strchr("|\n", in.s[in.len - 1])) continue;
            lp_str_adds(&in, word);
        }
        if (strchr("|\n", in.s[in.len - 1])) lp_str_addc(&in, 'z');
        transcript_fill(&t, lp_str_view(&in));
        clean(&t, LP_CLEAN, &have);
        transcript_reverts(&t, lp_str_view(&in));
        for (size_t i = 0; i < t.n_cues; i++) assert_true(t.cues[i].text.len > 0);
        if (!strstr(in.s, "  ")) assert_null(strstr(have.s, "  "));
        if (strstr(have.s, " |") && !strstr(in.s, " |")) fail_msg("%s\n%s", in.s, have.s);
    }
    lp_transcript_free(&t);
    lp_str_free(&in);
    lp_str_free(&have);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(rows_hold), cmocka_unit_test(verbatim_keeps_all), cmocka_unit_test(laws)};
    return cmocka_run_group_tests(tests, start, end);
}
