/* The settings of a batch run: every one, every way to get it wrong. */
#include "support/test.h"

#include "support/small.h"

#include "work/config.h"

static int load(lp_sv yaml, lp_config *c, lp_err *err)
{
    char *name = small_file(yaml);
    int code = lp_config_load(name, c, err);
    small_remove(name);
    return code;
}

static lp_config loaded(const char *yaml)
{
    lp_config c = lp_config_defaults();
    lp_err err = {0};
    if (load(lp_sv_of(yaml), &c, &err) != LP_OK) fail_msg("%s: line %zu: %s", yaml, err.line, err.msg);
    return c;
}

static void assert_refused(const char *yaml, int code, size_t line, const char *what)
{
    lp_config c = lp_config_defaults();
    lp_err err = {0};
    int have = load(lp_sv_of(yaml), &c, &err);
    if (have != code || err.line != line || !strstr(err.msg, what))
        fail_msg("%s\nhave %s line %zu: %s\nwant %s line %zu: %s", yaml, lp_code_name(have), err.line, err.msg,
                 lp_code_name(code), line, what);
    assert_true(err.file[0] != '\0');
    assert_null(strchr(err.msg, '\n'));
}

static void assert_defaults(const lp_config *c)
{
    const lp_config d = lp_config_defaults();
    assert_int_equal(c->correct.mode, d.correct.mode);
    assert_true(c->correct.apply_at == d.correct.apply_at && c->correct.flag_at == d.correct.flag_at && c->correct.odds == d.correct.odds);
    assert_int_equal(c->correct.numbers, d.correct.numbers);
    assert_int_equal(c->n_lexicons, d.n_lexicons);
    assert_int_equal(c->style, d.style);
    assert_int_equal(c->correct.profile, d.correct.profile);
    assert_string_equal(c->spellings.s, d.spellings.s);
    assert_string_equal(c->rules.s, d.rules.s);
    assert_string_equal(c->protect.s, d.protect.s);
    assert_int_equal(c->jobs, d.jobs);
    assert_int_equal(c->largest_file, d.largest_file);
}

static void nothing_set_leaves_the_defaults(void **state)
{
    (void)state;
    static const char *const empty[] = {"", "# nothing\n", "{}\n", "---\n{}\n...\n", "correct: {}\nrun: {}\n"};
    for (size_t i = 0; i < COUNT(empty); i++) {
        lp_config c = loaded(empty[i]);
        assert_defaults(&c);
    }
}

/* The file that documents the settings has the defaults in it, and all of them. */
static void the_shipped_file_has_the_defaults(void **state)
{
    (void)state;
    lp_config c = {.correct = {.mode = LP_MODE_EMERGENCY, .apply_at = 1, .flag_at = 1, .odds = 7, .profile = LP_CLEAN}, .jobs = 7, .largest_file = 7,
                   .rules = {"x"}, .protect = {"x"}, .n_lexicons = 3, .style = LP_POPULAR,
                   .spellings = {"x"}};
    lp_err err = {0};
    if (lp_config_load(TEST_SOURCE "/config/production.yaml", &c, &err) != LP_OK) fail_msg("%s", err.msg);
    assert_defaults(&c);
}

static void every_setting_is_read(void **state)
{
    (void)state;
    lp_config c = loaded("correct:\n  mode: basic\n  apply_at: 0.75\n  flag_at: .25\n  odds: 12.5\n  numbers: false\n"
                         "run:\n  jobs: 12\n  largest_file: 4294967296\n");
    assert_int_equal(c.correct.mode, LP_MODE_BASIC);
    assert_true(c.correct.apply_at == 0.75 && c.correct.flag_at == 0.25 && c.correct.odds == 12.5);
    assert_false(c.correct.numbers);
    assert_int_equal(c.jobs, 12);
    assert_true(c.largest_file == (size_t)1 << 32);
    c = loaded("correct: {style: popular, profile: clean, spellings: /s.tsv}\n");
    assert_int_equal(c.style, LP_POPULAR);
    assert_int_equal(c.correct.profile, LP_CLEAN);
    assert_string_equal(c.spellings.s, "/s.tsv");
    c = loaded("run: {jobs: 1024, largest_file: 1}\ncorrect: {apply_at: 1, flag_at: 1, mode: \"emergency\"}\n");
    assert_int_equal(c.jobs, 1024);
    assert_int_equal(c.largest_file, 1);
    assert_int_equal(c.correct.mode, LP_MODE_EMERGENCY);
    assert_true(c.correct.numbers);
}

/* A file that the settings name lies beside them. */
static void files_are_found_beside_the_settings(void **state)
{
    (void)state;
    char *name = small_file(LP_SV("correct: {rules: a b.rules}\n"));
    lp_config c = lp_config_defaults();
    lp_str want = LP_STR_INIT;
    assert_int_equal(lp_config_load(name, &c, NULL), LP_OK);
    lp_str_add(&want, name, (size_t)(strrchr(name, '/') - name) + 1);
    lp_str_adds(&want, "a b.rules");
    assert_string_equal(c.rules.s, want.s);
    small_remove(name);
    c = loaded("correct: {rules: /x/y.rules}\n");
    assert_string_equal(c.rules.s, "/x/y.rules");
    c = loaded("correct: {rules: ''}\n");
    assert_string_equal(c.rules.s, "");
    lp_str_clear(&want);
    lp_str_adds(&want, "correct: {rules: /");
    for (int i = 0; i < 2000; i++) lp_str_addc(&want, 'x');
    lp_str_adds(&want, "}\n");
    assert_refused(want.s, LP_EVALUE, 1, "for correct.rules");
    assert_refused("correct: {rules: \"a\\0b\"}\n", LP_EVALUE, 1, "for correct.rules");
    assert_refused("correct: {rules: [a]}\n", LP_EVALUE, 1, "for correct.rules");
    lp_str_free(&want);
    c = loaded("correct: {lexicon: /a/b.yaml}\n");
    assert_int_equal(c.n_lexicons, 1);
    assert_string_equal(c.lexicons[0].s, "/a/b.yaml");
    c = loaded("correct:\n  lexicon:\n  - /a\n  - /b\n");
    assert_int_equal(c.n_lexicons, 2);
    assert_string_equal(c.lexicons[1].s, "/b");
    assert_refused("correct: {lexicon: {a: b}}\n", LP_EVALUE, 1, "for correct.lexicon");
    assert_refused("correct: {lexicon: [[a]]}\n", LP_EVALUE, 1, "for correct.lexicon");
    assert_refused("correct: {lexicon: ['']}\n", LP_EVALUE, 1, "for correct.lexicon");
    assert_refused("correct: {lexicon: [1, 2, 3, 4, 5, 6, 7, 8, 9]}\n", LP_EVALUE, 1, "for correct.lexicon");
}

static void mistakes_are_refused_with_their_line(void **state)
{
    (void)state;
    assert_refused("corect:\n  mode: full\n", LP_EFORMAT, 1, "no such section: `corect`");
    assert_refused("correct:\n  mode: full\n  aply_at: 1\n", LP_EFORMAT, 3, "no such setting: `aply_at`");
    assert_refused("correct:\n  jobs: 1\n", LP_EFORMAT, 2, "no such setting: `jobs`");
    assert_refused("correct: full\n", LP_EFORMAT, 1, "a list of settings");
    assert_refused("correct: [mode]\n", LP_EFORMAT, 1, "a list of settings");
    assert_refused("- correct\n", LP_EFORMAT, 1, "sections are expected");
    assert_refused("words\n", LP_EFORMAT, 1, "sections are expected, not `words`");
    assert_refused("? [a]\n: b\n", LP_EFORMAT, 1, "no such section");
    assert_refused("correct:\n  ? {a: b}\n  : c\n", LP_EFORMAT, 2, "no such setting");
    assert_refused("correct: {mode: full\n", LP_EFORMAT, 2, "YAML");
    assert_refused("correct:\n\tmode: full\n", LP_EFORMAT, 2, "YAML");
    assert_refused("correct:\n  mode: \"a\xFF\"\n", LP_EFORMAT, 2, "YAML");
}

static void bad_values_are_refused(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "correct:\n  mode: Full\n",
        "correct:\n  mode:\n",
        "correct:\n  mode: [full]\n",
        "correct:\n  numbers: yes\n",
        "correct:\n  numbers: 1\n",
        "correct:\n  profile: cleaner\n",
        "correct:\n  style: slp1\n",
        "correct:\n  style: Popular\n",
        "correct:\n  odds: 1000.1\n",
        "correct:\n  odds: -1\n",
        "correct:\n  odds: many\n",
        "correct:\n  odds: [2]\n",
        "correct:\n  apply_at: 1.1\n",
        "correct:\n  apply_at: 60%\n",
        "correct:\n  apply_at: '0,6'\n",
        "correct:\n  apply_at: -0.6\n",
        "correct:\n  apply_at: +0.6\n",
        "correct:\n  apply_at: 6e-1\n",
        "correct:\n  apply_at: .\n",
        "correct:\n  apply_at: 0.6.0\n",
        "correct:\n  apply_at: ''\n",
        "correct:\n  apply_at: nan\n",
        "run:\n  jobs: 1025\n",
        "run:\n  jobs: -1\n",
        "run:\n  jobs: 1.0\n",
        "run:\n  jobs: 99999999999999999999999\n",
        "run:\n  jobs: ' 1'\n",
        "run:\n  jobs: 0x10\n",
        "run:\n  largest_file: 0\n",
        "run:\n  largest_file: 4294967297\n",
        "run:\n  largest_file: 64M\n",
        "run:\n  largest_file: {}\n",
        "run:\n  jobs: ~\n",
    };
    for (size_t i = 0; i < COUNT(rows); i++) assert_refused(rows[i], LP_EVALUE, 2, " for ");
}

static void settings_that_contradict(void **state)
{
    (void)state;
    assert_refused("correct: {apply_at: 0.2, flag_at: 0.3}\n", LP_EVALUE, 0, "apply_at must not be below flag_at");
    assert_refused("correct: {apply_at: 0.1}\n", LP_EVALUE, 0, "apply_at must not be below flag_at");
    assert_refused("correct: {flag_at: 0}\n", LP_EVALUE, 0, "flag_at must be above 0");
}

/* A batch must not run with a setting that nobody meant. */
static void nothing_is_passed_over(void **state)
{
    (void)state;
    assert_refused("run:\n  jobs: 1\n  jobs: 2\n", LP_EFORMAT, 3, "set twice: `jobs`");
    assert_refused("run: {jobs: 1}\ncorrect: {}\nrun: {jobs: 1}\n", LP_EFORMAT, 3, "set twice: `jobs`");
    assert_refused("run: {jobs: 1}\n---\nrun: {largest_file: 7}\n", LP_EFORMAT, 3, "one document");
    assert_refused("run: {jobs: 1}\n---\nrun: {jobs\n", LP_EFORMAT, 4, "YAML");
}

static void files_lie_over_one_another(void **state)
{
    (void)state;
    lp_config c = loaded("run: {jobs: 3}\ncorrect: {numbers: false}\n");
    lp_err err = {0};
    assert_int_equal(load(LP_SV("run: {jobs: 4}\n"), &c, &err), LP_OK);
    assert_int_equal(c.jobs, 4);
    assert_false(c.correct.numbers);
}

static void files_that_cannot_be_read(void **state)
{
    (void)state;
    lp_config c = lp_config_defaults();
    lp_err err = {0};
    assert_int_equal(lp_config_load(SMALL_DATA "/none.yaml", &c, &err), LP_EIO);
    assert_non_null(strstr(err.file, "none.yaml"));
    assert_int_equal(lp_config_load(SMALL_DATA, &c, &err), LP_EIO);
    lp_str large = LP_STR_INIT;
    while (large.len <= (size_t)1 << 20) lp_str_adds(&large, "# a comment that says nothing\n");
    assert_int_equal(load(lp_str_view(&large), &c, &err), LP_ELIMIT);
    lp_str_free(&large);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_set_leaves_the_defaults), cmocka_unit_test(the_shipped_file_has_the_defaults),
        cmocka_unit_test(files_are_found_beside_the_settings),
        cmocka_unit_test(every_setting_is_read),           cmocka_unit_test(mistakes_are_refused_with_their_line),
        cmocka_unit_test(bad_values_are_refused),          cmocka_unit_test(settings_that_contradict),
        cmocka_unit_test(nothing_is_passed_over),          cmocka_unit_test(files_lie_over_one_another),
        cmocka_unit_test(files_that_cannot_be_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
