/* Folding: the rows of tests/rows/fold.tsv. */
#include "support/test.h"

#include "judge/fold.h"
#include "support/rows.h"

static void folds_as_wanted(const row *r)
{
    lp_str out = LP_STR_INIT;
    if (r->n != 3) fail_msg("%s: %zu columns, want 3", r->column[0].s, r->n);
    assert_int_equal(lp_fold(lp_str_view(&r->column[1]), &out, NULL), LP_OK);
    if (!lp_sv_eq(lp_str_view(&out), lp_str_view(&r->column[2])))
        fail_msg("%s: %s gives %s, want %s", r->column[0].s, r->column[1].s, out.s, r->column[2].s);
    lp_str_free(&out);
}

static void rows_are_as_wanted(void **state)
{
    (void)state;
    assert_true(for_each_row("fold.tsv", folds_as_wanted) > 10);
}

static void nothing_folds_to_nothing(void **state)
{
    (void)state;
    lp_str out = LP_STR_INIT;
    assert_int_equal(lp_fold(LP_SV(""), &out, NULL), LP_OK);
    assert_int_equal(out.len, 0);
    lp_str_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_as_wanted),
        cmocka_unit_test(nothing_folds_to_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
