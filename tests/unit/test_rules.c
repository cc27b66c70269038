/* An editor's rules: what they match, what they become, how a file may be wrong,
 * and patterns that run away. */
#include "support/test.h"

#include <time.h>

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

static lp_rules *rules_of(lp_sv text)
{
    lp_rules *r = NULL;
    lp_err err = {0};
    char *name = small_file(text);
    if (lp_rules_load(name, &r, &err) != LP_OK) fail_msg("%.*s: line %zu: %s", (int)text.len, text.s, err.line, err.msg);
    small_remove(name);
    return r;
}

static int correct_with(const lp_rules *r, lp_transcript *t, lp_tally *tally, lp_err *err)
{
    lp_correct_options o = lp_correct_defaults();
    o.rules = r;
    *tally = (lp_tally){0};
    return lp_correct(small, &o, worker, t, tally, err);
}

static void assert_made(const char *rules, const char *in, const char *want)
{
    lp_rules *r = rules_of(lp_sv_of(rules));
    lp_transcript t = LP_TRANSCRIPT_INIT;
    lp_str have = LP_STR_INIT;
    lp_tally tally;
    lp_err err = {0};
    transcript_fill(&t, lp_sv_of(in));
    if (correct_with(r, &t, &tally, &err) != LP_OK) fail_msg("%s: %s", rules, err.msg);
    transcript_show(&t, &have);
    assert_text(lp_str_view(&have), lp_sv_of(want));
    transcript_reverts(&t, lp_sv_of(in));
    lp_str_free(&have);
    lp_transcript_free(&t);
    lp_rules_free(r);
}

static void patterns_match_words_as_they_are_written(void **state)
{
    (void)state;
    assert_made("foo\tbar\n", "a foo b", "a bar b");
    assert_made("foo\tbar\n", "a Foo b", "a Foo b");
    assert_made("foo\tbar\ti\n", "a FOO b", "a bar b");
    assert_made("oo\tee\n", "a food b", "a feed b");
    assert_made("oo\tee\tw\n", "a food b", "a food b");
    assert_made("f o o\tbar\tx\n", "a foo b", "a bar b");
    assert_made("ŚIVA\tŚiva\ti\n", "of śiva now", "of Śiva now");
    assert_made("\\bś\\w+\tx\n", "of śivaś now", "of x now");
    assert_made("\xC3\xA9t\xC3\xA9\tsummer\n", "l e\xCC\x81te\xCC\x81 ", "l summer ");
    assert_made("# all of it\n\nfoo\tbar\r\nx\ty\n", "foo x", "bar y");
    assert_made("\xEF\xBB\xBF" "foo\tbar", "foo", "bar");
    assert_made("\\#(\\w)\t$1\n", "no #1 here", "no 1 here");
}

static void groups_are_put_in(void **state)
{
    (void)state;
    assert_made("(\\w+) point (\\w+)\t$2.$1\n", "see one point two here", "see two.one here");
    assert_made("(?<a>\\w+) point (?<b>\\w+)\t${b}/${a}$$\n", "one point two", "two/one$");
    assert_made("x(y)?z\t[$1]\n", "a xz b", "a [] b");
    assert_made("(\\d)(\\d)\t${1}0$2\n", "of 47 men", "of 407 men");
    assert_made("(\\w+)\t$0$0\tw\n", "ha", "haha");
}

static void line_ends_and_borders_are_blanks(void **state)
{
    (void)state;
    assert_made("one two\tthree\n", "one\ntwo four", "three\nfour");
    assert_made("one two three\t4 5\n", "x one|two three y", "x 4 5|y");
    assert_made("one two\t4 5\n", "x one|two", "x 4|5");
    assert_made("one  two\tthree\tx\n", "one two", "one two"); /* x: no blank in it */
    assert_made("(?<=one )two\tthree\n", "one|two", "one|three");
    assert_made("two(?= three)\tfour\n", "one two|three", "one four|three");
    assert_made("a b c d\te\n", "a|b|c|d", "a|b|c|d"); /* further than the next cue */
}

static void punctuation_stays_unless_it_is_matched(void **state)
{
    (void)state;
    assert_made("foo\tbar\n", "\"foo\", foo. foo!", "\"bar\", bar. bar!");
    assert_made("sri, krishna\tSri Krishna\ti\n", "so Sri, Krishna said", "so Sri Krishna said");
    assert_made("foo, (\\w+)\t$1\n", "a foo, b", "a b");
    assert_made("foo,\tbar,\n", "a foo, b", "a bar, b");
    assert_made(", and\t and\n", "one, and two", "one and two");
    assert_made(" - \t, \n", "one - two", "one, two");
    assert_made("one two\tthree\n", "one <i>two</i>", "one <i>two</i>");
    assert_made("one two\tthree\n", "one [music] two", "one [music] two");
    assert_made("com\torg\n", "at www.x.com or https://a.com", "at www.x.com or https://a.com");
}

static void words_may_go(void **state)
{
    (void)state;
    assert_made("foo\t\n", "a foo b", "a b");
    assert_made("foo\t\n", "foo b", "b");
    assert_made("foo\t\n", "a foo", "a");
    assert_made("foo\t\n", "a foo.", "a.");
    assert_made("foo\t\n", "a, foo, b", "a, b");
    assert_made("foo\t\n", "Foo, foo, b", "Foo, b");
    assert_made("foo\t\ti\n", "Foo, foo, bar", "Bar");
    assert_made("foo\t\ti\n", "it is. Foo, he goes", "it is. He goes");
    assert_made("foo\t\n", "a foo foo", "a");
    assert_made("foo\t\n", "a\nfoo\nb", "a\nb");
    assert_made("foo\t\n", "a\nfoo", "a");
    assert_made("foo\t\n", "a|foo|b", "a|foo|b"); /* no cue is left empty */
    assert_made("foo ?\t\n", "a foo b", "a b");
    assert_made("foo\t\ti\n", "Foo vairagya", "vairāgya");
}

static void a_certain_rule_goes_before_the_lexicon(void **state)
{
    (void)state;
    assert_made("krishna\tKrishna\tiw\n", "of krishna now", "of Krishna now");
    assert_made("upanishad\tUpanishat\n", "the mandukya upanishad", "the Māṇḍūkya Upanishat");
    assert_made("two\tdeux\n", "chapter two verse forty seven", "chapter deux verse 47");
    /* The first rule of the file has the place. */
    assert_made("one two\tA\ntwo three\tB\n", "one two three", "A three");
    assert_made("two three\tB\none two\tA\n", "one two three", "one B");
    /* One that is less sure than the lexicon loses, one below flag-at is dropped. */
    assert_made("krishna\tKrishna\tiw\t0.4\n", "of krishna now", "of Kṛṣṇa now");
    assert_made("plain\tfancy\t-\t0.2\n", "a plain word", "a plain word");
}

static void an_edit_tells_its_rule(void **state)
{
    (void)state;
    lp_rules *r = rules_of(LP_SV("foo\tbar\t\t\twhy not\nbaz\tqux\nduh\thuh\t\t0.5\n"));
    assert_int_equal(lp_rules_n(r), 3);
    lp_transcript t = LP_TRANSCRIPT_INIT;
    lp_tally tally;
    transcript_fill(&t, LP_SV("foo baz duh"));
    assert_int_equal(correct_with(r, &t, &tally, NULL), LP_OK);
    assert_int_equal(t.cues[0].n_edits, 2);
    assert_text(t.cues[0].edits[0].by, LP_SV("rule"));
    assert_text(t.cues[0].edits[0].why, LP_SV("why not"));
    const lp_sv why = t.cues[0].edits[1].why;
    assert_true(why.len > 7 && memcmp(why.s, "rule ", 5) == 0 && memcmp(why.s + why.len - 2, ":2", 2) == 0);
    assert_int_equal(t.cues[0].n_flags, 1);
    assert_text(t.cues[0].flags[0].candidates, LP_SV("huh"));
    assert_int_equal(tally.other, 2);
    lp_transcript_free(&t);
    lp_rules_free(r);
}

static void assert_refused(lp_sv text, int code, size_t line, const char *what)
{
    lp_rules *r = NULL;
    lp_err err = {0};
    char *name = small_file(text);
    int have = lp_rules_load(name, &r, &err);
    small_remove(name);
    assert_null(r);
    if (have != code || err.line != line || !strstr(err.msg, what))
        fail_msg("%.*s\nhave %s line %zu: %s\nwant %s line %zu: %s", (int)(text.len < 80 ? text.len : 80), text.s,
                 lp_code_name(have), err.line, err.msg, lp_code_name(code), line, what);
    assert_true(err.file[0] != '\0');
    assert_null(strchr(err.msg, '\n'));
}

static void mistakes_are_refused_with_their_line(void **state)
{
    (void)state;
    assert_refused(LP_SV("a\tb\nfoo bar\n"), LP_EFORMAT, 2, "no tab");
    assert_refused(LP_SV("\tb\n"), LP_EFORMAT, 1, "without a pattern");
    assert_refused(LP_SV("(a\tb\n"), LP_EFORMAT, 1, "missing closing parenthesis");
    assert_refused(LP_SV("# x\n\na[\tb\n"), LP_EFORMAT, 3, "at its character 3");
    assert_refused(LP_SV("a\\C\tb\n"), LP_EFORMAT, 1, "cannot be used");
    assert_refused(LP_SV("a\t$1\n"), LP_EFORMAT, 1, "no such group");
    assert_refused(LP_SV("(a)\t$2\n"), LP_EFORMAT, 1, "`$2`");
    assert_refused(LP_SV("(a)\t${b}\n"), LP_EFORMAT, 1, "no such group");
    assert_refused(LP_SV("(a)\t${1\n"), LP_EFORMAT, 1, "no such group");
    assert_refused(LP_SV("(a)\t5 $ \n"), LP_EFORMAT, 1, "$$ writes the sign");
    assert_refused(LP_SV("a\tb\tq\n"), LP_EFORMAT, 1, "options are");
    assert_refused(LP_SV("a\tb\ti\t2\n"), LP_EFORMAT, 1, "confidence");
    assert_refused(LP_SV("a\tb\ti\t0\n"), LP_EFORMAT, 1, "confidence");
    assert_refused(LP_SV("a\tb\ti\t1\twhy\tmore\n"), LP_EFORMAT, 1, "more than");
    assert_refused(LP_SV("a\tb\nc\t\xFF\n"), LP_EUTF8, 2, "");
    lp_str text = LP_STR_INIT;
    for (int i = 0; i < 20000; i++) lp_str_addc(&text, 'a');
    lp_str_adds(&text, "\tb\n");
    assert_refused(lp_str_view(&text), LP_EFORMAT, 1, "pattern string is longer");
    lp_str_clear(&text);
    for (int i = 0; i < 1000; i++) lp_str_addc(&text, '(');
    lp_str_adds(&text, "\tb\n");
    assert_refused(lp_str_view(&text), LP_EFORMAT, 1, "too deep");
    lp_str_clear(&text);
    lp_str_adds(&text, "((((a{1000}){1000}){1000}){1000})\tb\n");
    assert_refused(lp_str_view(&text), LP_EFORMAT, 1, "cannot be used");
    lp_str_free(&text);
    lp_rules *r = NULL;
    lp_err err = {0};
    assert_int_equal(lp_rules_load(SMALL_DATA "/none.rules", &r, &err), LP_EIO);
    assert_int_equal(lp_rules_load(SMALL_DATA, &r, &err), LP_EIO);
    lp_rules_free(NULL);
}

static double seconds(void)
{
    struct timespec ts;
    clock_gettime(CLOCK_MONOTONIC, &ts);
    return (double)ts.tv_sec + (double)ts.tv_nsec * 1e-9;
}

/* Patterns that would run for years end with an error that says where. */
static void patterns_that_run_away_are_stopped(void **state)
{
    (void)state;
    static const char *const patterns[] = {"(a+)+$", "(a|aa)+$", "(\\w+\\s*)+:", "(.*)*\\1x", "^(([a-z])+.)+[A-Z]([a-z])+$",
                                           "(?:a?){40}a{40}b", "((a*)*)*b", "(x+x+)+y|(a+a+)+b"};
    lp_str in = LP_STR_INIT;
    lp_str_adds(&in, "plain|");
    for (int i = 0; i < 120; i++) lp_str_addc(&in, 'a');
    lp_str_adds(&in, " aaaaaaaaaaaaaaaa aaaaaaaaaaaaaaaaaaaaaaa aaaaaaaaaaaaaaaaaaa!|plain");
    for (size_t i = 0; i < COUNT(patterns); i++) {
        lp_str text = LP_STR_INIT;
        lp_transcript t = LP_TRANSCRIPT_INIT;
        lp_tally tally;
        lp_err err = {0};
        lp_str_addf(&text, "# a line\n%s\tx\n", patterns[i]);
        lp_rules *r = rules_of(lp_str_view(&text));
        transcript_fill(&t, lp_str_view(&in));
        const double began = seconds();
        int code = correct_with(r, &t, &tally, &err);
        assert_true(seconds() - began < 5);
        /* Some are clever enough to be matched. */
        if (code != LP_OK && (code != LP_ELIMIT || err.cue < 1 || err.cue > 3 || !strstr(err.msg, ":2 takes too many steps")))
            fail_msg("%s: %s: cue %zu: %s", patterns[i], lp_code_name(code), err.cue, err.msg);
        if (i < 2 && code != LP_ELIMIT) fail_msg("%s was not stopped", patterns[i]);
        assert_text(t.cues[0].text, LP_SV("plain"));
        lp_transcript_free(&t);
        lp_rules_free(r);
        lp_str_free(&text);
    }
    lp_str_free(&in);
}

/* Deep recursion ends, too, and empty matches change nothing. */
static void odd_patterns(void **state)
{
    (void)state;
    lp_rules *r = rules_of(LP_SV("(?R)?x\ty\n(?:)\tz\nx*\tq\n\\Kfoo\tbar\nfo\\Ko\tu\n(?=foo\\b)\tp\n"));
    lp_transcript t = LP_TRANSCRIPT_INIT;
    lp_tally tally;
    lp_err err = {0};
    uint64_t seed = 3;
    for (int round = 0; round < 200; round++) {
        lp_str in = LP_STR_INIT;
        static const char *const words[] = {"x", "xx", "foo", "a", "foo,", "|", "\n", "x-x", "śx", "fo"};
        lp_str_adds(&in, "a");
        for (size_t n = test_below(&seed, 30); n; n--) {
            const char *word = words[test_below(&seed, COUNT(words))];
            if (*word != '|' && *word != '\n' && !strchr("|\n", in.s[in.len - 1])) lp_str_addc(&in, ' ');
            lp_str_adds(&in, word);
        }
        transcript_fill(&t, lp_str_view(&in));
        int code = correct_with(r, &t, &tally, &err);
        if (code == LP_OK) transcript_reverts(&t, lp_str_view(&in));
        else if (code != LP_ELIMIT) fail_msg("%s", err.msg);
        lp_str_free(&in);
    }
    lp_transcript_free(&t);
    lp_rules_free(r);
}

static void a_hundred_thousand_words_and_many_rules(void **state)
{
    (void)state;
    lp_str rules = LP_STR_INIT, in = LP_STR_INIT;
    for (int i = 0; i < 200; i++) lp_str_addf(&rules, "\\bword%d\\b\tterm%d\ti\n", i, i);
    uint64_t seed = 7;
    for (int i = 0; i < 20000; i++) lp_str_addf(&in, "%sword%zu", !i ? "" : i % 8 ? " " : "|", test_below(&seed, 400));
    lp_rules *r = rules_of(lp_str_view(&rules));
    lp_transcript t = LP_TRANSCRIPT_INIT;
    lp_tally tally;
    transcript_fill(&t, lp_str_view(&in));
    assert_int_equal(correct_with(r, &t, &tally, NULL), LP_OK);
    assert_true(tally.other > 8000);
    transcript_reverts(&t, lp_str_view(&in));
    lp_transcript_free(&t);
    lp_rules_free(r);
    lp_str_free(&rules);
    lp_str_free(&in);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(patterns_match_words_as_they_are_written),
        cmocka_unit_test(groups_are_put_in),
        cmocka_unit_test(line_ends_and_borders_are_blanks),
        cmocka_unit_test(punctuation_stays_unless_it_is_matched),
        cmocka_unit_test(words_may_go),
        cmocka_unit_test(a_certain_rule_goes_before_the_lexicon),
        cmocka_unit_test(an_edit_tells_its_rule),
        cmocka_unit_test(mistakes_are_refused_with_their_line),
        cmocka_unit_test(patterns_that_run_away_are_stopped),
        cmocka_unit_test(odd_patterns),
        cmocka_unit_test(a_hundred_thousand_words_and_many_rules),
    };
    return cmocka_run_group_tests(tests, start, end);
}
