/* Tables of text: rows and cells, and mistakes named with their line. */
#include "support/test.h"

#include "support/folder.h"

#include "language/table.h"

typedef struct seen {
    lp_str text;       /* cells in brackets, a row a line */
    size_t stop_after; /* rows; 0: never */
    size_t n;
} seen;

static int note(void *ctx, const lp_row *row, lp_err *err)
{
    seen *s = ctx;
    for (size_t i = 0; i < LP_TABLE_CELLS; i++) {
        if (i >= row->n) assert_int_equal(row->cell[i].len, 0);
        else lp_str_addf(&s->text, "[%.*s]", (int)row->cell[i].len, row->cell[i].s);
    }
    lp_str_addc(&s->text, '\n');
    return ++s->n == s->stop_after ? lp_fail(err, LP_EVALUE, "enough") : LP_OK;
}

static int read_text(lp_sv text, size_t largest, seen *s, lp_err *err)
{
    char *folder = folder_new();
    lp_str path = LP_STR_INIT;
    folder_put(folder, "a table.tsv", text);
    lp_str_addf(&path, "%s/a table.tsv", folder);
    lp_str_clear(&s->text);
    s->n = 0;
    const int code = lp_table_read(path.s, largest, note, s, err);
    lp_str_free(&path);
    folder_remove(folder);
    return code;
}

static void assert_rows(lp_sv text, const char *want)
{
    seen s = {LP_STR_INIT, 0, 0};
    lp_err err = {0};
    if (read_text(text, 0, &s, &err) != LP_OK) fail_msg("%s:%zu: %s", err.file, err.line, err.msg);
    assert_text(lp_str_view(&s.text), lp_sv_of(want));
    lp_str_free(&s.text);
}

static void rows_become_cells(void **state)
{
    (void)state;
    assert_rows(LP_SV(""), "");
    assert_rows(LP_SV("a"), "[a]\n");
    assert_rows(LP_SV("a\tb\nc\td\te\n"), "[a][b]\n[c][d][e]\n");
    assert_rows(LP_SV("a b \t  c\r\nd\r\n"), "[a b][c]\n[d]\n");
    assert_rows(LP_SV("a\t\tb\t\n\tc\n"), "[a][][b][]\n[][c]\n");
    assert_rows(LP_SV("1\t2\t3\t4\t5\t6\t7\t8\n"), "[1][2][3][4][5][6][7][8]\n");
    assert_rows(LP_SV("gu\xE1\xB9\x87""a\t\xFF\n"), "[gu\xE1\xB9\x87""a][\xFF]\n");
    assert_rows(lp_sv_make("a\0b\tc\n", 6), "[a][c]\n"); /* the test's own print stops at the NUL */
}

static void comments_and_empty_lines_are_passed_over(void **state)
{
    (void)state;
    assert_rows(LP_SV("# a\tb\n\n  \t \r\n#\na\n#b"), "[a]\n");
    assert_rows(LP_SV(" # not at the beginning\n"), "[# not at the beginning]\n");
    assert_rows(LP_SV("a\t# nor behind\n"), "[a][# nor behind]\n");
    assert_rows(LP_SV("\n\n\n"), "");
}

static void assert_refused(lp_sv text, size_t largest, size_t stop_after, int code, size_t line, const char *what)
{
    seen s = {LP_STR_INIT, stop_after, 0};
    lp_err err = {0};
    const int have = read_text(text, largest, &s, &err);
    if (have != code || err.line != line || !strstr(err.msg, what))
        fail_msg("%s line %zu: %s", lp_code_name(have), err.line, err.msg);
    assert_non_null(strstr(err.file, "a table.tsv"));
    lp_str_free(&s.text);
}

static void mistakes_name_their_line(void **state)
{
    (void)state;
    assert_refused(LP_SV("# one\na\n\nb\nc\n"), 0, 2, LP_EVALUE, 4, "enough");
    assert_refused(LP_SV("a\n# eight at most\n1\t2\t3\t4\t5\t6\t7\t8\t9\n"), 0, 0, LP_EFORMAT, 3, "at most 8 cells");
    assert_refused(LP_SV("1\t2\t3\t4\t5\t6\t7\t8\t\n"), 0, 0, LP_EFORMAT, 1, "at most 8 cells");
    assert_refused(LP_SV("a\tb\n"), 3, 0, LP_ELIMIT, 0, "");
    seen s = {LP_STR_INIT, 0, 0};
    assert_int_equal(read_text(LP_SV("a\n"), 0, &s, NULL), LP_OK);
    s.stop_after = 1;
    assert_int_equal(read_text(LP_SV("a\n"), 0, &s, NULL), LP_EVALUE);
    lp_str_free(&s.text);
}

static void files_that_cannot_be_read(void **state)
{
    (void)state;
    seen s = {LP_STR_INIT, 0, 0};
    lp_err err = {0};
    assert_int_equal(lp_table_read(TEST_SOURCE "/tests/data/none.tsv", 0, note, &s, &err), LP_EIO);
    assert_non_null(strstr(err.file, "none.tsv"));
    assert_int_equal(lp_table_read(TEST_SOURCE "/tests/data", 0, note, &s, &err), LP_EIO);
    assert_int_equal(s.n, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_become_cells),
        cmocka_unit_test(comments_and_empty_lines_are_passed_over),
        cmocka_unit_test(mistakes_name_their_line),
        cmocka_unit_test(files_that_cannot_be_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
