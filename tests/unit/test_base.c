/* The base layer: UTF-8, text, arena, JSON, files, errors. */
#include "support/test.h"

#include <fcntl.h>
#include <math.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/rows.h"

#include "base/arena.h"
#include "base/json.h"
#include "base/utf8.h"

/* ---- UTF-8 ------------------------------------------------------------- */

/* why, bytes, offset of the first malformed byte or "ok", repaired text */
static void check_utf8(const row *r)
{
    assert_int_equal(r->n, 4);
    lp_sv in = lp_str_view(&r->column[1]);
    size_t want = strcmp(r->column[2].s, "ok") == 0 ? in.len : (size_t)strtoul(r->column[2].s, NULL, 10);
    if (lp_utf8_check(in.s, in.len) != want)
        fail_msg("%s: malformed at %zu", r->column[0].s, lp_utf8_check(in.s, in.len));
    lp_str out = LP_STR_INIT;
    size_t repaired = lp_utf8_repair(in.s, in.len, &out);
    if (!lp_sv_eq(lp_str_view(&out), lp_str_view(&r->column[3]))) fail_msg("%s: repaired \"%s\"", r->column[0].s, out.s);
    assert_int_equal(repaired > 0, want < in.len);
    assert_int_equal(lp_utf8_check(out.s, out.len), out.len);
    assert_int_equal(lp_utf8_count(in.s, in.len), lp_utf8_count(out.s, out.len));
    lp_str_free(&out);
}

static void utf8_rows_hold(void **state)
{
    (void)state;
    assert_true(for_each_row("utf8.tsv", check_utf8) > 15);
}

static void every_character_comes_back(void **state)
{
    (void)state;
    for (uint32_t c = 0; c <= 0x10FFFF; c++) {
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        char bytes[4];
        uint32_t back;
        size_t n = lp_utf8_put(c, bytes);
        if (lp_utf8_get(bytes, n, &back) != n || back != c) fail_msg("U+%04X gives U+%04X", c, back);
    }
}

/* A long character across each edge of the fast loop. */
static void checking_does_not_depend_on_the_place(void **state)
{
    (void)state;
    for (size_t at = 0; at < 40; at++) {
        char text[64];
        memset(text, 'a', sizeof text);
        assert_int_equal(lp_ascii_run(text, at), at);
        memcpy(text + at, "\xF0\x9F\x95\x89", 4);
        assert_int_equal(lp_ascii_run(text, sizeof text), at);
        assert_int_equal(lp_utf8_check(text, sizeof text), sizeof text);
        text[at + 3] = 'a';
        assert_int_equal(lp_utf8_check(text, sizeof text), at);
    }
}

/* ---- text -------------------------------------------------------------- */

static void text_grows_and_starts_again(void **state)
{
    (void)state;
    lp_str s = LP_STR_INIT;
    for (int i = 0; i < 1000; i++) lp_str_addf(&s, "%d,", i);
    assert_int_equal(s.len, 3890);
    assert_int_equal(s.s[s.len], '\0');
    lp_str_clear(&s);
    lp_str_add(&s, "a\0b", 3);
    lp_str_adds(&s, "c");
    lp_str_addc(&s, '\0');
    assert_text(lp_str_view(&s), LP_SV("a\0bc\0"));
    assert_int_equal(lp_str_check(&s, NULL), LP_OK);
    lp_str_free(&s);
    assert_text(lp_str_view(&s), LP_SV(""));
}

static void growth_that_fails_leaves_the_text(void **state)
{
    (void)state;
    lp_str s = LP_STR_INIT;
    lp_err err;
    lp_str_adds(&s, "kept");
    assert_int_equal(lp_str_reserve(&s, SIZE_MAX - 2), LP_ENOMEM);
    assert_string_equal(s.s, "kept");
    assert_int_equal(lp_str_check(&s, &err), LP_ENOMEM);
    lp_str_clear(&s);
    assert_int_equal(lp_str_check(&s, &err), LP_OK);
    lp_str_free(&s);
}

static void lines_of_a_text(void **state)
{
    (void)state;
    lp_sv text = LP_SV("one\r\n\n\r\rtwo\nlast\r"), line;
    static const char *const want[] = {"one", "", "\r\rtwo", "last"};
    for (size_t i = 0; i < 4; i++) {
        assert_true(lp_sv_line(&text, &line));
        assert_text(line, lp_sv_of(want[i]));
    }
    assert_false(lp_sv_line(&text, &line));
    text = LP_SV("\n");
    assert_true(lp_sv_line(&text, &line) && !line.len);
    assert_false(lp_sv_line(&text, &line)); /* an end ends a line and begins none */
    assert_text(lp_sv_without_bom(LP_SV("\xEF\xBB\xBFx")), LP_SV("x"));
    assert_text(lp_sv_without_bom(LP_SV("\xEF\xBB")), LP_SV("\xEF\xBB"));
}

static void views_are_compared_and_trimmed(void **state)
{
    (void)state;
    assert_text(lp_sv_trim(LP_SV(" \t\r\n a b \v\f")), LP_SV("a b"));
    assert_text(lp_sv_trim(LP_SV("  ")), LP_SV(""));
    assert_true(lp_sv_cmp(LP_SV("a"), LP_SV("ab")) < 0);
    assert_true(lp_sv_cmp(LP_SV("b"), LP_SV("ab")) > 0);
    assert_true(lp_sv_cmp(LP_SV("ā"), LP_SV("z")) > 0);
    assert_true(lp_sv_cmp(LP_SV(""), LP_SV("")) == 0);
    assert_true(lp_sv_eq(lp_sv_make(NULL, 0), LP_SV("")));
    assert_false(lp_sv_eq(LP_SV("a"), LP_SV("b")));
    assert_text(lp_sv_of(NULL), LP_SV(""));
}

/* ---- arena ------------------------------------------------------------- */

static void arena_memory_is_aligned_and_apart(void **state)
{
    (void)state;
    lp_arena a = LP_ARENA_INIT;
    uint64_t seed = 1;
    unsigned char *last = NULL;
    size_t last_n = 0;
    for (int i = 0; i < 5000; i++) {
        size_t n = test_below(&seed, 200);
        unsigned char *p = lp_arena_alloc(&a, n);
        assert_non_null(p);
        assert_int_equal((uintptr_t)p % _Alignof(max_align_t), 0);
        memset(p, i & 0xFF, n);
        for (size_t k = 0; k < last_n; k++) assert_int_equal(last[k], (i - 1) & 0xFF);
        last = p;
        last_n = n;
    }
    lp_arena_reset(&a);
    assert_int_equal(a.total, 0);
    assert_string_equal(lp_arena_copy(&a, "text and more", 4), "text");
    lp_arena_free(&a);
    assert_string_equal(lp_arena_copy(&a, "again", 5), "again");
    lp_arena_free(&a);
}

/* Large arrays grow without leaving their shorter selves behind, and small
 * things stay where they are. */
static void arena_grows_large_arrays(void **state)
{
    (void)state;
    lp_arena a = LP_ARENA_INIT;
    /* The second time in the block that the first left behind, the third with
     * something small before the arrays. */
    for (int round = 0; round < 3; round++) {
        char *array = round == 1 ? lp_arena_grow(&a, NULL, 0, 5u << 19, 1) : NULL;
        const char *small = round ? lp_arena_copy(&a, "small", 5) : NULL;
        if (array) assert_true(lp_arena_grow(&a, array, 5u << 19, 9u << 20, 1) != array);
        size_t n = 1u << 20, *v = lp_arena_grow(&a, NULL, 0, n, sizeof *v);
        size_t *other = lp_arena_grow(&a, NULL, 0, n, sizeof *other);
        assert_non_null(v);
        assert_non_null(other);
        for (size_t i = 0; i < n; i++) v[i] = i, other[i] = ~i;
        for (int times = 0; times < 3; times++) {
            const char *more = lp_arena_copy(&a, "more", 4);
            v = lp_arena_grow(&a, v, n, n * 2, sizeof *v);
            assert_non_null(v);
            for (size_t i = n; i < n * 2; i++) v[i] = i;
            n *= 2;
            assert_string_equal(more, "more");
        }
        for (size_t i = 0; i < n; i++) assert_true(v[i] == i);
        for (size_t i = 0; i < 1u << 20; i++) assert_true(other[i] == ~i);
        assert_true(a.total < (n + (2u << 20)) * sizeof *v + (16u << 20));
        if (small) assert_string_equal(small, "small");
        lp_arena_reset(&a);
    }
    lp_arena_free(&a);
}

static void arena_refuses_what_cannot_be(void **state)
{
    (void)state;
    lp_arena a = LP_ARENA_INIT;
    assert_null(lp_arena_alloc(&a, SIZE_MAX));
    assert_null(lp_arena_alloc(&a, SIZE_MAX / 2 + 1));
    assert_null(lp_arena_grow(&a, NULL, 0, SIZE_MAX / 4, 8));
    int *n = lp_arena_grow(&a, NULL, 0, 2, sizeof *n);
    n[0] = 5;
    n[1] = 6;
    n = lp_arena_grow(&a, n, 2, 100, sizeof *n);
    assert_int_equal(n[0] + n[1], 11);
    lp_arena_free(&a);
}

/* ---- JSON -------------------------------------------------------------- */

static void strings_are_escaped(void **state)
{
    (void)state;
    static const struct { lp_sv in; const char *want; } rows[] = {
        {{"", 0}, "\"\""},
        {{"a\"b\\c/", 6}, "\"a\\\"b\\\\c/\""},
        {{"\n\r\t\b\0\x1F\x7F", 7}, "\"\\n\\r\\t\\u0008\\u0000\\u001f\\u007f\""},
        {{"\xC4\x81\xF0\x9F\x95\x89", 6}, "\"\xC4\x81\xF0\x9F\x95\x89\""},
        {{"a\xFFz", 3}, "\"a\xEF\xBF\xBDz\""},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        lp_str out = LP_STR_INIT;
        lp_json_string(&out, rows[i].in);
        assert_string_equal(out.s, rows[i].want);
        lp_str_free(&out);
    }
}

static void numbers_are_written_short(void **state)
{
    (void)state;
    static const struct { double x; int places; const char *want; } rows[] = {
        {0, 4, "0"},         {0.97, 4, "0.97"},    {1, 6, "1"},          {0.99999, 4, "1"},
        {-1.5, 2, "-1.5"},   {0.001, 2, "0"},      {0.105, 3, "0.105"},  {12345.0625, 4, "12345.0625"},
        {2.5, 0, "3"},       {0.123456789, 99, "0.123456789"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        lp_str out = LP_STR_INIT;
        lp_json_number(&out, rows[i].x, rows[i].places);
        assert_string_equal(out.s, rows[i].want);
        lp_str_free(&out);
    }
    lp_str out = LP_STR_INIT;
    lp_json_number(&out, (double)NAN, 2);
    lp_json_number(&out, (double)INFINITY, 2);
    assert_string_equal(out.s, "00");
    lp_str_free(&out);
}

/* ---- files ------------------------------------------------------------- */

static char folder[64];

static int make_folder(void **state)
{
    (void)state;
    (void)snprintf(folder, sizeof folder, "test_base.XXXXXX");
    return mkdtemp(folder) ? 0 : -1;
}

static int remove_folder(void **state)
{
    (void)state;
    return rmdir(folder); /* fails when a test left something behind */
}

static const char *in_folder(const char *name)
{
    static char path[128];
    (void)snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static void a_file_is_written_whole_and_read(void **state)
{
    (void)state;
    const char *path = in_folder("file");
    lp_err err;
    lp_str s = LP_STR_INIT;
    assert_int_equal(lp_file_write_whole(path, LP_SV("first"), &err), LP_OK);
    assert_int_equal(lp_file_write_whole(path, LP_SV("a\0b"), &err), LP_OK);
    lp_str_adds(&s, ">");
    assert_int_equal(lp_file_read(path, 0, &s, &err), LP_OK);
    assert_text(lp_str_view(&s), LP_SV(">a\0b"));
    assert_int_equal(lp_file_read(path, 2, &s, &err), LP_ELIMIT);
    lp_map map;
    assert_int_equal(lp_file_map(path, &map, &err), LP_OK);
    assert_text(map.data, LP_SV("a\0b"));
    lp_file_unmap(&map);
    lp_str_free(&s);
    assert_int_equal(unlink(path), 0);
}

static void an_error_names_the_file(void **state)
{
    (void)state;
    lp_err err;
    lp_str s = LP_STR_INIT;
    char line[512];
    assert_int_equal(lp_file_read("nosuch", 0, &s, &err), LP_EIO);
    assert_string_equal(lp_err_format(&err, line, sizeof line),
                        "nosuch: cannot read or write: cannot open: No such file or directory");
    assert_int_equal(lp_file_read(folder, 0, &s, &err), LP_EIO);
    assert_string_equal(err.file, folder);
    assert_int_equal(lp_file_write_whole("nosuch/file", LP_SV(""), &err), LP_EIO);
    assert_string_equal(err.file, "nosuch/file");
    lp_map map;
    assert_int_equal(lp_file_map("nosuch", &map, &err), LP_EIO);
    assert_int_equal(map.data.len, 0);
    lp_file_unmap(&map);
    lp_str_free(&s);
}

static void folders_are_made(void **state)
{
    (void)state;
    lp_err err;
    struct stat st;
    assert_int_equal(lp_make_folders(in_folder("a/b"), &err), LP_OK);
    assert_int_equal(lp_make_folders(in_folder("a/b"), &err), LP_OK);
    assert_int_equal(stat(in_folder("a/b"), &st), 0);
    assert_int_equal(lp_file_write_whole(in_folder("a/f"), LP_SV(""), &err), LP_OK);
    assert_int_equal(lp_make_folders(in_folder("a/f/g"), &err), LP_EIO);
    assert_int_equal(unlink(in_folder("a/f")), 0);
    assert_int_equal(rmdir(in_folder("a/b")), 0);
    assert_int_equal(rmdir(in_folder("a")), 0);
}

/* ---- errors ------------------------------------------------------------ */

static void errors_say_where(void **state)
{
    (void)state;
    char line[512];
    lp_err err;
    assert_int_equal(lp_fail(&err, LP_EFORMAT, "bad %s", "times"), LP_EFORMAT);
    assert_string_equal(lp_err_format(&err, line, sizeof line), "not in the expected format: bad times");
    err.line = 212;
    err.cue = 7;
    assert_int_equal(lp_err_at(&err, "talk.srt"), LP_EFORMAT);
    lp_err_at(&err, "other.srt");
    assert_string_equal(lp_err_format(&err, line, sizeof line),
                        "talk.srt:212: cue 7: not in the expected format: bad times");
    assert_string_equal(lp_err_format(&err, line, 10), "talk.srt:");
    assert_int_equal(lp_fail(NULL, LP_EIO, "nobody listens"), LP_EIO);
    assert_int_equal(lp_err_at(NULL, "x"), LP_OK);
    assert_string_equal(lp_code_name(LP_ELIMIT), "LP_ELIMIT");
    assert_string_equal(lp_code_text(99), "unknown error");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(utf8_rows_hold),
        cmocka_unit_test(every_character_comes_back),
        cmocka_unit_test(checking_does_not_depend_on_the_place),
        cmocka_unit_test(text_grows_and_starts_again),
        cmocka_unit_test(growth_that_fails_leaves_the_text),
        cmocka_unit_test(views_are_compared_and_trimmed),
        cmocka_unit_test(lines_of_a_text),
        cmocka_unit_test(arena_memory_is_aligned_and_apart),
        cmocka_unit_test(arena_grows_large_arrays),
        cmocka_unit_test(arena_refuses_what_cannot_be),
        cmocka_unit_test(strings_are_escaped),
        cmocka_unit_test(numbers_are_written_short),
        cmocka_unit_test(a_file_is_written_whole_and_read),
        cmocka_unit_test(an_error_names_the_file),
        cmocka_unit_test(folders_are_made),
        cmocka_unit_test(errors_say_where),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
