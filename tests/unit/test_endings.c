/* English endings: the rows of tests/rows/endings.tsv, and how they are put. */
#include "support/test.h"

#include "correct/endings.h"
#include "support/rows.h"

/* why, word, readings */
static void check_row(const row *r)
{
    lp_ending e[LP_ENDINGS_MOST];
    lp_str have = LP_STR_INIT;
    if (r->n != 3) fail_msg("%s: %zu columns, want 3", r->column[0].s, r->n);
    lp_sv word = lp_str_view(&r->column[1]);
    size_t n = lp_endings(word, e);
    assert_true(n <= LP_ENDINGS_MOST);
    if (!n) lp_str_addc(&have, '-');
    for (size_t i = 0; i < n; i++) {
        if (i) lp_str_addc(&have, '|');
        assert_true(e[i].stem < word.len);
        lp_str_add(&have, word.s, e[i].stem);
        lp_str_addf(&have, "+%s%s", e[i].drop_a ? "~" : "", e[i].add);
    }
    if (!lp_sv_eq(lp_str_view(&have), lp_str_view(&r->column[2])))
        fail_msg("%s: have %s, want %s", r->column[0].s, have.s, r->column[2].s);
    lp_str_free(&have);
}

static void words_are_read_as_wanted(void **state)
{
    (void)state;
    assert_true(for_each_row("endings.tsv", check_row) >= 15);
}

static void assert_put(const char *term, lp_ending e, const char *want)
{
    lp_str out = LP_STR_INIT;
    lp_str_adds(&out, "<");
    lp_ending_put(lp_sv_of(term), &e, &out);
    assert_text(lp_str_view(&out), lp_sv_of(want));
    lp_str_free(&out);
}

static void endings_stand_behind_the_stem(void **state)
{
    (void)state;
    assert_put("guṇa", (lp_ending){4, "s", false}, "<guṇas");
    assert_put("Kṛṣṇa", (lp_ending){7, "'s", false}, "<Kṛṣṇa's");
    assert_put("Upaniṣad", (lp_ending){9, "ic", true}, "<Upaniṣadic");
    assert_put("Advaita", (lp_ending){6, "ic", true}, "<Advaitic");
    assert_put("Advaita", (lp_ending){6, "ic", false}, "<Advaitaic");
    assert_put("māyā", (lp_ending){4, "ic", true}, "<māyāic");
    assert_put("", (lp_ending){0, "ic", true}, "<ic");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_read_as_wanted),
        cmocka_unit_test(endings_stand_behind_the_stem),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
