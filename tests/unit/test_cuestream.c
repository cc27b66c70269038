/* The cue stream: what is written is read, what is wrong is told with its
 * line, and the door of all formats. */
#include "support/test.h"

#include "support/rows.h"

#include "subtitle/cuestream.h"
#include "subtitle/format.h"

/* why, stream, code, line of the error, message or the stream as written again */
static void check_row(const row *r)
{
    assert_int_equal(r->n, 5);
    lp_transcript t = LP_TRANSCRIPT_INIT;
    lp_str have = LP_STR_INIT;
    lp_err err = {0};
    int code = lp_cuestream_read(lp_str_view(&r->column[1]), &t, &err);
    if (code == LP_OK) lp_cuestream_write(&t, &have);
    else lp_str_adds(&have, err.msg);
    if (strcmp(lp_code_name(code), r->column[2].s) != 0)
        fail_msg("%s: %s (%s)", r->column[0].s, lp_code_name(code), have.s);
    assert_int_equal(err.line, strtoul(r->column[3].s, NULL, 10));
    if (!lp_sv_eq(lp_str_view(&have), lp_str_view(&r->column[4])))
        fail_msg("%s: have \"%s\", want \"%s\"", r->column[0].s, have.s, r->column[4].s);
    lp_str_free(&have);
    lp_transcript_free(&t);
}

static void rows_hold(void **state)
{
    (void)state;
    assert_true(for_each_row("cuestream.tsv", check_row) > 30);
}

static void nesting_has_a_limit(void **state)
{
    (void)state;
    lp_str deep = LP_STR_INIT;
    lp_transcript t = LP_TRANSCRIPT_INIT;
    lp_err err;
    lp_str_adds(&deep, "{\"start\":1,\"end\":2,\"text\":\"\",\"x\":");
    for (int i = 0; i < 1000000; i++) lp_str_addc(&deep, '[');
    assert_int_equal(lp_cuestream_read(lp_str_view(&deep), &t, &err), LP_EFORMAT);
    assert_int_equal(err.line, 1);
    lp_str_free(&deep);
    lp_transcript_free(&t);
}

static void an_empty_stream_is_told(void **state)
{
    (void)state;
    lp_transcript t = LP_TRANSCRIPT_INIT;
    assert_int_equal(lp_cuestream_read(LP_SV("\n \n"), &t, NULL), LP_OK);
    assert_int_equal(t.n_cues, 0);
    assert_int_equal(t.n_diags, 1);
    assert_string_equal(t.diags[0].name, "empty-file");
    lp_transcript_free(&t);
}

static void formats_are_told_apart(void **state)
{
    (void)state;
    static const struct { const char *why, *data; lp_format want; } rows[] = {
        {"a cue", "{\"cue\":1}", LP_FORMAT_JSONL},
        {"a header behind a mark and blank lines", "\xEF\xBB\xBF\r\n { \"shodhana\":1}", LP_FORMAT_JSONL},
        {"an empty object", "{}", LP_FORMAT_JSONL},
        {"SRT", "1\n00:00:01,000 --> 00:00:02,000\n", LP_FORMAT_SRT},
        {"a heading with an override code", "{\\an8}Heading\n", LP_FORMAT_SRT},
        {"MicroDVD", "{1}{20}Hello\n", LP_FORMAT_SRT},
        {"nothing", "", LP_FORMAT_SRT},
        {"a brace alone", "{", LP_FORMAT_SRT},
    };
    for (size_t i = 0; i < COUNT(rows); i++)
        if (lp_format_guess(lp_sv_of(rows[i].data)) != rows[i].want) fail_msg("%s", rows[i].why);
}

static void formats_have_names(void **state)
{
    (void)state;
    for (lp_format f = LP_FORMAT_SRT; f < LP_N_FORMATS; f++) assert_int_equal(lp_format_of(lp_format_name(f)), f);
    assert_int_equal(lp_format_of("SRT"), LP_N_FORMATS);
    assert_int_equal(lp_format_of(""), LP_N_FORMATS);
    assert_string_equal(lp_format_name(LP_N_FORMATS), "?");
}

static void txt_is_a_line_a_cue(void **state)
{
    (void)state;
    lp_transcript t = LP_TRANSCRIPT_INIT;
    lp_str out = LP_STR_INIT;
    lp_err err;
    assert_int_equal(lp_format_read(LP_SV("1\n00:00:01,000 --> 00:00:02,000\none\ntwo\n\nthree\n\n"
                                          "2\n00:00:03,000 --> 00:00:04,000\n\n3\n00:00:05,000 --> 00:00:06,000\nx"), &t, &err),
                     LP_OK);
    lp_format_write(&t, LP_FORMAT_TXT, &out);
    assert_text(lp_str_view(&out), LP_SV("one two three\n\nx\n"));
    lp_str_free(&out);
    lp_transcript_free(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_hold),
        cmocka_unit_test(nesting_has_a_limit),
        cmocka_unit_test(an_empty_stream_is_told),
        cmocka_unit_test(formats_are_told_apart),
        cmocka_unit_test(formats_have_names),
        cmocka_unit_test(txt_is_a_line_a_cue),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
