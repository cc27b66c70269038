/* Words that no correction touches. */
#include "support/test.h"

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

static void assert_made(lp_sv list, const char *in, const char *want)
{
    lp_correct_options o = lp_correct_defaults();
    lp_transcript t = LP_TRANSCRIPT_INIT;
    lp_str have = LP_STR_INIT;
    lp_tally tally = {0};
    lp_err err = {0};
    lp_protected *p = NULL;
    lp_rules *r = NULL;
    char *name = small_file(list);
    if (lp_protected_load(name, &p, &err) != LP_OK) fail_msg("%.*s: %s", (int)list.len, list.s, err.msg);
    small_remove(name);
    name = small_file(LP_SV("shankar\tShankar X\ti\n"));
    assert_int_equal(lp_rules_load(name, &r, &err), LP_OK);
    small_remove(name);
    o.protect = p;
    o.rules = r;
    transcript_fill(&t, lp_sv_of(in));
    if (lp_correct(small, &o, worker, &t, &tally, &err) != LP_OK) fail_msg("%s", err.msg);
    transcript_show(&t, &have);
    assert_text(lp_str_view(&have), lp_sv_of(want));
    transcript_reverts(&t, lp_sv_of(in));
    lp_str_free(&have);
    lp_transcript_free(&t);
    lp_rules_free(r);
    lp_protected_free(p);
}

static void words_and_phrases_are_left(void **state)
{
    (void)state;
    assert_made(LP_SV(""), "of krishna now", "of Kṛṣṇa now");
    assert_made(LP_SV("krishna"), "of krishna, Krishna and KRISHNA now", "of krishna, Krishna and KRISHNA now");
    assert_made(LP_SV("Krishna\n"), "of krishna and vairagya", "of krishna and vairāgya");
    assert_made(LP_SV("Krishna Das\n"), "krishna das, krishna", "krishna das, Kṛṣṇa");
    assert_made(LP_SV("Krishna Das\n"), "krishna\ndas and krishna|das", "krishna\ndas and krishna|das");
    assert_made(LP_SV("Krishna-Das"), "krishna das", "krishna das");
    assert_made(LP_SV("krishna's"), "krishna's and krishna", "krishna's and Kṛṣṇa");
    assert_made(LP_SV("krishna"), "krishna's, krishna’s", "krishna's, krishna’s");
    assert_made(LP_SV("Swami \"Krishna\", das # his name\n# krishna\n"), "swami krishna das; krishna",
                "swami krishna das; Kṛṣṇa");
    assert_made(LP_SV("\xEF\xBB\xBFkr\xCC\xA3s\xCC\xA3n\xCC\xA3""a\r\n\r\nvairagya\r\n"), "vairagya", "vairagya");
}

static void nothing_touches_a_protected_word(void **state)
{
    (void)state;
    assert_made(LP_SV("gita\n"), "the bagavat gita says", "the bagavat gita says");
    assert_made(LP_SV("shankar"), "shankar and shankar", "shankar and shankar");
    assert_made(LP_SV("two\n"), "chapter two verse forty seven", "chapter two verse 47");
    assert_made(LP_SV("a\nb\na b c\na b\n"), "a b c vairagya", "a b c vairāgya");
}

static void assert_refused(lp_sv text, int code, size_t line)
{
    lp_protected *p = NULL;
    lp_err err = {0};
    char *name = small_file(text);
    int have = lp_protected_load(name, &p, &err);
    small_remove(name);
    assert_null(p);
    if (have != code || err.line != line)
        fail_msg("have %s line %zu: %s\nwant %s line %zu", lp_code_name(have), err.line, err.msg, lp_code_name(code), line);
    assert_true(err.file[0] != '\0');
}

static void mistakes_are_refused_with_their_line(void **state)
{
    (void)state;
    lp_str text = LP_STR_INIT;
    assert_refused(LP_SV("krishna\n\xFF\n"), LP_EUTF8, 2);
    for (int i = 0; i < 2000; i++) lp_str_addc(&text, 'a');
    assert_refused(lp_str_view(&text), LP_ELIMIT, 1);
    lp_str_clear(&text);
    for (int i = 0; i < 100; i++) lp_str_adds(&text, "a ");
    assert_refused(lp_str_view(&text), LP_ELIMIT, 1);
    lp_str_free(&text);
    lp_protected *p = NULL;
    assert_int_equal(lp_protected_load(SMALL_DATA "/none.txt", &p, NULL), LP_EIO);
    lp_protected_free(NULL);
}

/* A long list costs a look-up a word. */
static void long_lists(void **state)
{
    (void)state;
    lp_str list = LP_STR_INIT, in = LP_STR_INIT;
    for (int i = 0; i < 50000; i++) lp_str_addf(&list, "phrase number %d\n", i);
    for (int i = 0; i < 20000; i++) lp_str_addf(&in, "%sphrase number%s", i ? " " : "", i % 9 ? "" : "|");
    lp_protected *p = NULL;
    char *name = small_file(lp_str_view(&list));
    assert_int_equal(lp_protected_load(name, &p, NULL), LP_OK);
    small_remove(name);
    assert_int_equal(lp_protected_n(p), 50000);
    lp_transcript t = LP_TRANSCRIPT_INIT;
    lp_correct_options o = lp_correct_defaults();
    lp_tally tally = {0};
    o.protect = p;
    o.mode = LP_MODE_BASIC;
    transcript_fill(&t, lp_str_view(&in));
    assert_int_equal(lp_correct(small, &o, worker, &t, &tally, NULL), LP_OK);
    lp_transcript_free(&t);
    lp_protected_free(p);
    lp_str_free(&list);
    lp_str_free(&in);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_and_phrases_are_left),
        cmocka_unit_test(nothing_touches_a_protected_word),
        cmocka_unit_test(mistakes_are_refused_with_their_line),
        cmocka_unit_test(long_lists),
    };
    return cmocka_run_group_tests(tests, start, end);
}
