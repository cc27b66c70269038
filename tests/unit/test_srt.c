/* The SRT reader over the rows of tests/rows/srt.tsv, and the writer. */
#include "support/test.h"

#include "support/rows.h"

#include "subtitle/cuestream.h"
#include "subtitle/srt.h"

#include <unistd.h>

static int by_name(const void *a, const void *b)
{
    return strcmp(((const lp_diag *)a)->name, ((const lp_diag *)b)->name);
}

/* The diagnostics' names, each once, in the order of the alphabet; "-" for
 * none. */
static void list_diags(const lp_transcript *t, lp_str *out)
{
    lp_diag *list = malloc((t->n_diags + 1) * sizeof *list);
    assert_non_null(list);
    if (t->n_diags) memcpy(list, t->diags, t->n_diags * sizeof *list);
    qsort(list, t->n_diags, sizeof *list, by_name);
    for (size_t i = 0; i < t->n_diags; i++) {
        if (i && strcmp(list[i].name, list[i - 1].name) == 0) continue;
        if (out->len) lp_str_addc(out, ' ');
        lp_str_adds(out, list[i].name);
    }
    if (!out->len) lp_str_addc(out, '-');
    free(list);
}

static void list_cues(const lp_transcript *t, lp_str *out)
{
    for (size_t i = 0; i < t->n_cues; i++) {
        const lp_cue *c = &t->cues[i];
        lp_str_addf(out, "%s%zu %lld %lld ", i ? "|" : "", c->number, (long long)c->start, (long long)c->end);
        lp_str_addv(out, c->text);
    }
}

static void assert_same_cues(const row *r, const lp_transcript *a, const lp_transcript *b)
{
    if (a->n_cues != b->n_cues) fail_msg("%s: %zu cues, written and read %zu", r->column[0].s, a->n_cues, b->n_cues);
    for (size_t i = 0; i < a->n_cues; i++) {
        assert_int_equal(a->cues[i].start, b->cues[i].start);
        assert_int_equal(a->cues[i].end, b->cues[i].end);
        assert_int_equal(a->cues[i].number, b->cues[i].number);
        assert_text(a->cues[i].text, b->cues[i].text);
        assert_text(a->cues[i].settings, b->cues[i].settings);
    }
}

/* What is read comes back from what is written; a flawless file to the byte
 * but for blank lines and spaces that mean nothing. */
static void check_laws(const row *r, const lp_transcript *t)
{
    lp_transcript again = LP_TRANSCRIPT_INIT;
    lp_str srt = LP_STR_INIT, stream = LP_STR_INIT;
    lp_err err;
    lp_srt_write(t, true, &srt);
    assert_int_equal(lp_srt_read(lp_str_view(&srt), &again, &err), LP_OK);
    assert_same_cues(r, t, &again);
    lp_transcript_clear(&again);
    lp_cuestream_write(t, &stream);
    assert_int_equal(lp_cuestream_read(lp_str_view(&stream), &again, &err), LP_OK);
    assert_same_cues(r, t, &again);
    lp_transcript_free(&again);
    lp_str_free(&srt);
    lp_str_free(&stream);
}

/* why, file, diagnostics, cues or the message */
static void check_row(const row *r)
{
    assert_int_equal(r->n, 4);
    lp_transcript t = LP_TRANSCRIPT_INIT;
    lp_str diags = LP_STR_INIT, cues = LP_STR_INIT;
    lp_err err = {0};
    int code = lp_srt_read(lp_str_view(&r->column[1]), &t, &err);
    list_diags(&t, &diags);
    if (code == LP_OK) list_cues(&t, &cues);
    else lp_str_adds(&cues, err.msg);
    if (strcmp(diags.s, r->column[2].s) != 0)
        fail_msg("%s: diagnostics \"%s\", want \"%s\"", r->column[0].s, diags.s, r->column[2].s);
    if (!lp_sv_eq(lp_str_view(&cues), lp_str_view(&r->column[3])))
        fail_msg("%s: have \"%s\", want \"%s\"", r->column[0].s, cues.len ? cues.s : "", r->column[3].s);
    if (code == LP_OK) check_laws(r, &t);
    lp_str_free(&diags);
    lp_str_free(&cues);
    lp_transcript_free(&t);
}

static void rows_hold(void **state)
{
    (void)state;
    assert_true(for_each_row("srt.tsv", check_row) > 150);
}

static void a_flawless_file_comes_out_to_the_byte(void **state)
{
    (void)state;
    static const char *const files[] = {
        "1\n00:00:01,000 --> 00:00:02,000\none\n\n2\n00:00:03,000 --> 00:00:04,000\ntwo\nlines\n",
        "1\n00:00:01,000 --> 00:00:02,000\none\n\n2\n00:00:03,000 --> 00:00:04,000\ntwo\n\n",
        "1\n00:00:01,000 --> 00:00:02,000\none",
        "1\n00:00:01,000 --> 00:00:02,000\none\n\n\n\n",
        "\xEF\xBB\xBF" "1\r\n00:00:01,000 --> 00:00:02,000\r\none\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\ntwo\r\n",
        "7\n00:00:01,000 --> 00:00:02,000 X1:1 X2:2 Y1:3 Y2:4\n  one  \n\n3\n00:00:03,000 --> 00:00:04,000\n\n",
    };
    for (size_t i = 0; i < COUNT(files); i++) {
        lp_transcript t = LP_TRANSCRIPT_INIT;
        lp_str out = LP_STR_INIT;
        lp_err err;
        assert_int_equal(lp_srt_read(lp_sv_of(files[i]), &t, &err), LP_OK);
        lp_srt_write(&t, true, &out);
        assert_text(lp_str_view(&out), lp_sv_of(files[i]));
        lp_str_free(&out);
        lp_transcript_free(&t);
    }
}

static void cues_are_numbered_from_one_when_wanted(void **state)
{
    (void)state;
    lp_transcript t = LP_TRANSCRIPT_INIT;
    lp_str out = LP_STR_INIT;
    lp_err err;
    assert_int_equal(lp_srt_read(LP_SV("7\n00:00:01,000 --> 00:00:02,000\none\n"), &t, &err), LP_OK);
    lp_srt_write(&t, false, &out);
    assert_text(lp_str_view(&out), LP_SV("1\n00:00:01,000 --> 00:00:02,000\none\n"));
    lp_str_free(&out);
    lp_transcript_free(&t);
}

static void times_are_written_whatever_they_are(void **state)
{
    (void)state;
    static const struct { int64_t ms; const char *want; } rows[] = {
        {0, "00:00:00,000"},
        {3723004, "01:02:03,004"},
        {-1500, "-00:00:01,500"},
        {3600000000, "1000:00:00,000"},
        {INT64_MIN, "-2562047788015:12:55,808"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        lp_str out = LP_STR_INIT;
        lp_srt_time(rows[i].ms, &out);
        assert_string_equal(out.s, rows[i].want);
        lp_str_free(&out);
    }
}

static void a_diagnostic_names_line_and_cue(void **state)
{
    (void)state;
    lp_transcript t = LP_TRANSCRIPT_INIT;
    lp_err err;
    assert_int_equal(lp_srt_read(LP_SV("1\n00:00:01,000 --> 00:00:02,000\none\n\n2\n00:00:09,000 --> 00:00:04,000\ntwo\n"),
                                 &t, &err), LP_OK);
    assert_int_equal(t.n_diags, 1);
    assert_string_equal(t.diags[0].name, "end-before-start");
    assert_int_equal(t.diags[0].line, 6);
    assert_int_equal(t.diags[0].cue, 2);
    lp_transcript_free(&t);
}

/* Each of these once took time that grew with the square of the size. */
static void hostile_files_take_no_long(void **state)
{
    (void)state;
    (void)alarm(120); /* a sanitizer build on a busy machine needs some seconds */
    static const char *const parts[] = {"\r", "\r\r\r\r\n", "1\n", "\xE2\x80\x8B", "00:", "-", "```\n", "<",
                                        "1\n00:00:01,000 --> 00:00:02,000\n", "\n2\n", "00:00:01,000 -->", "- "};
    for (size_t i = 0; i < COUNT(parts); i++) {
        lp_transcript t = LP_TRANSCRIPT_INIT;
        lp_str data = LP_STR_INIT;
        lp_err err;
        lp_str_adds(&data, "1\n00:00:01,000 --> 00:00:02,000\n");
        while (data.len < 400000) lp_str_adds(&data, parts[i]);
        assert_int_equal(lp_srt_read(lp_str_view(&data), &t, &err), LP_OK);
        lp_str_free(&data);
        lp_transcript_free(&t);
    }
    (void)alarm(0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_hold),
        cmocka_unit_test(a_flawless_file_comes_out_to_the_byte),
        cmocka_unit_test(cues_are_numbered_from_one_when_wanted),
        cmocka_unit_test(times_are_written_whatever_they_are),
        cmocka_unit_test(a_diagnostic_names_line_and_cue),
        cmocka_unit_test(hostile_files_take_no_long),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
