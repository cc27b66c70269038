/* Cues: edits composed over many stages, and what they must always give back. */
#include "support/test.h"

#include "subtitle/cuestream.h"

static lp_cue *a_cue(lp_transcript *t, const char *text)
{
    lp_err err;
    lp_cue *c = lp_transcript_add(t, &err);
    assert_non_null(c);
    c->text = lp_sv_of(text);
    return c;
}

static int edit(lp_transcript *t, lp_cue *c, size_t at, size_t len, const char *to, const char *by, const char *why)
{
    lp_change change = {at, len, lp_sv_of(to), lp_sv_of(by), 0.9, lp_sv_of(why), LP_SV("")};
    return lp_cue_edit(t, c, &change, 1, NULL);
}

static void assert_source(const lp_cue *c, const char *want)
{
    lp_str source = LP_STR_INIT;
    assert_int_equal(lp_cue_source(c, &source, NULL), LP_OK);
    assert_text(lp_str_view(&source), lp_sv_of(want));
    lp_str_free(&source);
}

static void a_change_becomes_an_edit(void **state)
{
    (void)state;
    lp_transcript t = LP_TRANSCRIPT_INIT;
    lp_cue *c = a_cue(&t, "the Manduca open you");
    assert_int_equal(edit(&t, c, 4, 16, "Māṇḍūkya Upaniṣad", "phonetic", "sounds alike"), LP_OK);
    assert_text(c->text, LP_SV("the Māṇḍūkya Upaniṣad"));
    assert_int_equal(c->n_edits, 1);
    assert_int_equal(c->edits[0].at, 4);
    assert_text(c->edits[0].from, LP_SV("Manduca open you"));
    assert_text(c->edits[0].by, LP_SV("phonetic"));
    assert_source(c, "the Manduca open you");
    lp_transcript_free(&t);
}

static void a_later_change_is_merged(void **state)
{
    (void)state;
    lp_transcript t = LP_TRANSCRIPT_INIT;
    lp_cue *c = a_cue(&t, "why rag ya is");
    assert_int_equal(edit(&t, c, 0, 10, "vairagya", "phonetic", "sounds"), LP_OK);
    lp_change later = {4, 1, LP_SV("ā"), LP_SV("scheme"), 0.5, LP_SV("IAST"), LP_SV("b | c")};
    assert_text(lp_sv_make(c->text.s + 4, 1), LP_SV("a"));
    assert_int_equal(lp_cue_edit(&t, c, &later, 1, NULL), LP_OK);
    assert_text(c->text, LP_SV("vairāgya is"));
    assert_int_equal(c->n_edits, 1);
    assert_text(c->edits[0].from, LP_SV("why rag ya"));
    assert_text(c->edits[0].to, LP_SV("vairāgya"));
    assert_text(c->edits[0].by, LP_SV("scheme"));
    assert_text(c->edits[0].why, LP_SV("IAST; before that: sounds"));
    assert_text(c->edits[0].others, LP_SV("b | c"));
    assert_true(c->edits[0].confidence == 0.5);
    lp_transcript_free(&t);
}

static void a_change_over_two_edits_joins_them(void **state)
{
    (void)state;
    lp_transcript t = LP_TRANSCRIPT_INIT;
    lp_cue *c = a_cue(&t, "aa bb cc");
    assert_int_equal(edit(&t, c, 0, 2, "A", "x", "1"), LP_OK);
    assert_int_equal(edit(&t, c, 5, 2, "C", "x", "2"), LP_OK);
    assert_text(c->text, LP_SV("A bb C"));
    assert_int_equal(edit(&t, c, 0, 6, "whole", "y", "3"), LP_OK);
    assert_int_equal(c->n_edits, 1);
    assert_text(c->edits[0].from, LP_SV("aa bb cc"));
    assert_text(c->edits[0].why, LP_SV("3; before that: 1; 2"));
    assert_source(c, "aa bb cc");
    lp_transcript_free(&t);
}

static void neighbours_stay_apart(void **state)
{
    (void)state;
    lp_transcript t = LP_TRANSCRIPT_INIT;
    lp_cue *c = a_cue(&t, "abcd");
    assert_int_equal(edit(&t, c, 1, 1, "", "x", "gone"), LP_OK);    /* a|cd */
    assert_int_equal(edit(&t, c, 1, 1, "C", "y", "right"), LP_OK);  /* a|Cd */
    assert_int_equal(edit(&t, c, 0, 1, "A", "y", "left"), LP_OK);   /* A|Cd */
    assert_int_equal(edit(&t, c, 0, 0, ">", "y", "before"), LP_OK);
    assert_text(c->text, LP_SV(">ACd"));
    assert_int_equal(c->n_edits, 4);
    assert_source(c, "abcd");
    lp_transcript_free(&t);
}

static void text_put_where_text_was_taken_is_one_edit(void **state)
{
    (void)state;
    lp_transcript t = LP_TRANSCRIPT_INIT;
    lp_cue *c = a_cue(&t, "abc");
    assert_int_equal(edit(&t, c, 1, 1, "", "x", "1"), LP_OK);
    assert_int_equal(edit(&t, c, 1, 0, "B", "y", "2"), LP_OK);
    assert_int_equal(c->n_edits, 1);
    assert_text(c->edits[0].from, LP_SV("b"));
    assert_text(c->edits[0].to, LP_SV("B"));
    lp_transcript_free(&t);
}

static void an_edit_taken_back_disappears(void **state)
{
    (void)state;
    lp_transcript t = LP_TRANSCRIPT_INIT;
    lp_cue *c = a_cue(&t, "guna");
    assert_int_equal(edit(&t, c, 0, 4, "guṇa", "x", "1"), LP_OK);
    assert_int_equal(edit(&t, c, 0, 6, "guna", "y", "2"), LP_OK);
    assert_int_equal(c->n_edits, 0);
    assert_text(c->text, LP_SV("guna"));
    assert_int_equal(edit(&t, c, 0, 4, "guna", "y", "nothing"), LP_OK);
    assert_int_equal(c->n_edits, 0);
    lp_transcript_free(&t);
}

static void bad_changes_leave_the_cue_alone(void **state)
{
    (void)state;
    lp_transcript t = LP_TRANSCRIPT_INIT;
    lp_cue *c = a_cue(&t, "guṇa ok");
    lp_err err;
    const lp_change past[] = {{9, 1, LP_SV(""), LP_SV("x"), 1, LP_SV(""), LP_SV("")}};
    const lp_change huge[] = {{2, (size_t)-1, LP_SV(""), LP_SV("x"), 1, LP_SV(""), LP_SV("")}};
    const lp_change inside[] = {{3, 1, LP_SV(""), LP_SV("x"), 1, LP_SV(""), LP_SV("")}};
    const lp_change order[] = {{6, 1, LP_SV(""), LP_SV("x"), 1, LP_SV(""), LP_SV("")}, {0, 1, LP_SV(""), LP_SV("x"), 1, LP_SV(""), LP_SV("")}};
    const lp_change overlap[] = {{0, 2, LP_SV(""), LP_SV("x"), 1, LP_SV(""), LP_SV("")}, {1, 1, LP_SV(""), LP_SV("x"), 1, LP_SV(""), LP_SV("")}};
    assert_int_equal(lp_cue_edit(&t, c, past, 1, &err), LP_EVALUE);
    assert_int_equal(err.cue, 1);
    assert_int_equal(lp_cue_edit(&t, c, huge, 1, &err), LP_EVALUE);
    assert_int_equal(lp_cue_edit(&t, c, inside, 1, &err), LP_EVALUE);
    assert_int_equal(lp_cue_edit(&t, c, order, 2, &err), LP_EVALUE);
    assert_int_equal(lp_cue_edit(&t, c, overlap, 2, &err), LP_EVALUE);
    assert_text(c->text, LP_SV("guṇa ok"));
    assert_int_equal(c->n_edits, 0);
    lp_transcript_free(&t);
}

static void edits_that_do_not_fit_are_told(void **state)
{
    (void)state;
    lp_transcript t = LP_TRANSCRIPT_INIT;
    lp_cue *c = a_cue(&t, "abc");
    lp_edit e[] = {{1, LP_SV("x"), LP_SV("b"), LP_SV(""), 1, LP_SV(""), LP_SV("")}, {2, LP_SV("x"), LP_SV("Z"), LP_SV(""), 1, LP_SV(""), LP_SV("")}};
    lp_str out = LP_STR_INIT;
    lp_err err;
    c->edits = e;
    c->n_edits = 2;
    assert_int_equal(lp_cue_source(c, &out, &err), LP_EMISMATCH);
    assert_int_equal(out.len, 0);
    assert_int_equal(edit(&t, c, 0, 1, "q", "x", ""), LP_EMISMATCH);
    c->n_edits = 1;
    assert_source(c, "axc");
    lp_str_free(&out);
    lp_transcript_free(&t);
}

static void a_flag_is_kept_at_its_source_offset(void **state)
{
    (void)state;
    lp_transcript t = LP_TRANSCRIPT_INIT;
    lp_cue *c = a_cue(&t, "why rag ya and cup");
    assert_int_equal(edit(&t, c, 0, 10, "vairāgya", "x", "1"), LP_OK);
    lp_flag f = {0, LP_SV("cup"), LP_SV("kapha | kāvya"), 0.4, LP_SV("close")};
    assert_int_equal(lp_cue_flag(&t, c, 14, &f, NULL), LP_OK); /* "vairāgya and cup" */
    assert_int_equal(lp_cue_flag(&t, c, 3, &f, NULL), LP_OK);  /* inside the edit */
    assert_int_equal(lp_cue_flag(&t, c, c->text.len, &f, NULL), LP_OK);
    assert_int_equal(lp_cue_flag(&t, c, c->text.len + 1, &f, NULL), LP_EVALUE);
    assert_int_equal(c->n_flags, 3);
    assert_int_equal(c->flags[0].at, 15);
    assert_int_equal(c->flags[1].at, 0);
    assert_int_equal(c->flags[2].at, 18);
    assert_text(c->flags[0].candidates, LP_SV("kapha | kāvya"));
    lp_transcript_free(&t);
}

static void a_transcript_is_used_again(void **state)
{
    (void)state;
    lp_transcript t = LP_TRANSCRIPT_INIT;
    for (int round = 0; round < 3; round++) {
        for (int i = 0; i < 1000; i++) {
            lp_cue *c = a_cue(&t, "text");
            assert_int_equal(c->number, (size_t)i + 1);
            assert_int_equal(lp_transcript_diag(&t, "empty-cue", 1, 1, LP_SV("detail"), NULL), LP_OK);
        }
        t.bom = t.crlf = true;
        t.tail = 1;
        lp_transcript_clear(&t);
        assert_int_equal(t.n_cues + t.n_diags, 0);
        assert_false(t.bom || t.crlf || t.tail);
    }
    lp_transcript_free(&t);
}

/* ---- law --------------------------------------------------------------- */

static const char *const letters[] = {"a", "b", " ", "ā", "ṇ", "\n", "क", "🕉"};

static void random_text(uint64_t *seed, size_t most, lp_str *out)
{
    for (size_t n = test_below(seed, most + 1); n; n--) lp_str_adds(out, letters[test_below(seed, COUNT(letters))]);
}

static size_t next_start(lp_sv v, size_t at)
{
    while (at < v.len && ((unsigned char)v.s[at] & 0xC0u) == 0x80u) at++;
    return at < v.len ? at : v.len;
}

enum { MOST_CHANGES = 4 };

/* Some changes in order that do not overlap; `expected` is the text with them
 * made, by the plain way. Returns how many. */
static size_t random_changes(uint64_t *seed, lp_sv text, lp_change *changes, lp_str *to, lp_str *expected)
{
    size_t n = 0, at = 0;
    for (size_t want = test_below(seed, MOST_CHANGES + 1); n < want; n++) {
        size_t from = next_start(text, at + test_below(seed, (text.len - at) / 2 + 1));
        size_t end = next_start(text, from + test_below(seed, 4));
        if (end > text.len) end = text.len;
        lp_str_clear(&to[n]);
        if (test_below(seed, 4)) random_text(seed, 3, &to[n]);
        changes[n] = (lp_change){from, end - from, lp_str_view(&to[n]), LP_SV("by"), 0.9, LP_SV("why"), LP_SV("")};
        lp_str_add(expected, text.s + at, from - at);
        lp_str_addv(expected, changes[n].to);
        at = end;
    }
    lp_str_add(expected, text.s + at, text.len - at);
    return n;
}

static void assert_edits_in_order(const lp_cue *c)
{
    size_t end = 0;
    for (size_t i = 0; i < c->n_edits; i++) {
        assert_true(c->edits[i].at >= end);
        assert_false(lp_sv_eq(c->edits[i].from, c->edits[i].to));
        end = c->edits[i].at + c->edits[i].from.len;
    }
}

/* Through the cue stream, as between two stage tools. */
static void pass_on(lp_transcript *t)
{
    lp_str stream = LP_STR_INIT;
    lp_err err;
    lp_cuestream_write(t, &stream);
    lp_transcript_clear(t);
    if (lp_cuestream_read(lp_str_view(&stream), t, &err) != LP_OK) fail_msg("%s in %s", err.msg, stream.s);
    lp_str_free(&stream);
}

/* Flags in any order, mostly forwards, have the places that they have one by one. */
static void assert_flags_walk(uint64_t *seed, lp_transcript *t, lp_cue *c)
{
    const lp_flag f = {.text = LP_SV("x"), .confidence = 0.4};
    lp_flag_walk walk = {0};
    for (size_t at = 0, k = 0; k < 12; k++) {
        c->n_flags = 0;
        assert_int_equal(lp_cue_flag_next(&walk, t, c, at, &f, NULL), LP_OK);
        assert_int_equal(lp_cue_flag(t, c, at, &f, NULL), LP_OK);
        assert_int_equal(c->n_flags, 2);
        assert_int_equal(c->flags[0].at, c->flags[1].at);
        at = test_below(seed, 5) ? at + test_below(seed, 4) : 0;
        if (at > c->text.len) at = c->text.len;
    }
    c->n_flags = 0;
}

static void law_stages_of_edits_undo(void **state)
{
    (void)state;
    uint64_t seed = 20;
    lp_str source = LP_STR_INIT, back = LP_STR_INIT, expected = LP_STR_INIT, to[MOST_CHANGES];
    for (size_t i = 0; i < MOST_CHANGES; i++) to[i] = (lp_str)LP_STR_INIT;
    lp_transcript t = LP_TRANSCRIPT_INIT;
    lp_change changes[MOST_CHANGES];
    for (int round = 0; round < 3000; round++) {
        lp_transcript_clear(&t);
        lp_str_clear(&source);
        random_text(&seed, 20, &source);
        lp_cue *c = a_cue(&t, source.s);
        for (size_t stages = test_below(&seed, 7); stages; stages--) {
            lp_str_clear(&expected);
            size_t n = random_changes(&seed, c->text, changes, to, &expected);
            assert_int_equal(lp_cue_edit(&t, c, changes, n, NULL), LP_OK);
            assert_text(c->text, lp_str_view(&expected));
            assert_edits_in_order(c);
            lp_str_clear(&back);
            assert_int_equal(lp_cue_source(c, &back, NULL), LP_OK);
            assert_text(lp_str_view(&back), lp_str_view(&source));
            assert_flags_walk(&seed, &t, c);
            if (test_below(&seed, 3)) continue;
            pass_on(&t);
            c = &t.cues[0];
            assert_text(c->text, lp_str_view(&expected));
        }
    }
    lp_transcript_free(&t);
    for (size_t i = 0; i < MOST_CHANGES; i++) lp_str_free(&to[i]);
    lp_str_free(&source);
    lp_str_free(&back);
    lp_str_free(&expected);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_change_becomes_an_edit),
        cmocka_unit_test(a_later_change_is_merged),
        cmocka_unit_test(a_change_over_two_edits_joins_them),
        cmocka_unit_test(neighbours_stay_apart),
        cmocka_unit_test(text_put_where_text_was_taken_is_one_edit),
        cmocka_unit_test(an_edit_taken_back_disappears),
        cmocka_unit_test(bad_changes_leave_the_cue_alone),
        cmocka_unit_test(edits_that_do_not_fit_are_told),
        cmocka_unit_test(a_flag_is_kept_at_its_source_offset),
        cmocka_unit_test(a_transcript_is_used_again),
        cmocka_unit_test(law_stages_of_edits_undo),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
