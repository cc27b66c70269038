/* Words of a transcript: the rows of tests/rows/tokens.tsv, and laws. */
#include "support/test.h"

#include <time.h>

#include "support/rows.h"
#include "support/small.h"
#include "support/transcripts.h"

#include "base/utf8.h"
#include "correct/tokens.h"

static void show(const lp_tokens *tokens, lp_str *out)
{
    for (size_t i = 0; i < tokens->n; i++) {
        const lp_token *t = &tokens->v[i];
        if (i) lp_str_addc(out, ' ');
        if (t->flags & LP_TOKEN_STOP) lp_str_addc(out, '.');
        else if (t->flags & LP_TOKEN_BREAK) lp_str_addc(out, ',');
        if (t->flags & LP_TOKEN_HYPHEN) lp_str_addc(out, '-');
        if (t->flags & LP_TOKEN_CUE) lp_str_addc(out, '/');
        lp_str_addv(out, t->low);
        if (t->flags & LP_TOKEN_CAPITAL) lp_str_addc(out, '^');
        if (t->flags & LP_TOKEN_DIGIT) lp_str_addc(out, '#');
    }
}

/* Words stand where they say, in order, and know their keys. */
static void assert_sound(const lp_transcript *t, const lp_tokens *tokens)
{
    uint32_t cue = 0;
    size_t end = 0;
    for (size_t i = 0; i < tokens->n; i++) {
        const lp_token *w = &tokens->v[i];
        assert_true(w->cue < t->n_cues && w->cue >= cue);
        if (w->cue != cue) end = 0;
        cue = w->cue;
        assert_true(w->at >= end && w->text.len > 0);
        end = w->at + w->text.len;
        assert_true(end <= t->cues[cue].text.len);
        assert_true(w->text.s == t->cues[cue].text.s + w->at);
        assert_int_equal(lp_utf8_check(w->low.s, w->low.len), w->low.len);
        assert_true(w->key == lp_word_key(w->low));
        assert_true(!(w->flags & LP_TOKEN_STOP) || (w->flags & LP_TOKEN_BREAK));
        assert_int_equal((w->flags & LP_TOKEN_CUE) != 0, i == 0 || tokens->v[i - 1].cue != cue);
    }
}

/* why, text, words */
static void check_row(const row *r)
{
    lp_transcript t = LP_TRANSCRIPT_INIT;
    lp_arena arena = LP_ARENA_INIT;
    lp_tokens tokens;
    lp_str have = LP_STR_INIT;
    if (r->n != 3) fail_msg("%s: %zu columns, want 3", r->column[0].s, r->n);
    transcript_fill(&t, lp_str_view(&r->column[1]));
    assert_int_equal(lp_tokenise(&t, NULL, &arena, &tokens, NULL), LP_OK);
    assert_sound(&t, &tokens);
    show(&tokens, &have);
    if (!lp_sv_eq(lp_str_view(&have), lp_str_view(&r->column[2])))
        fail_msg("%s: have %s, want %s", r->column[0].s, have.s ? have.s : "", r->column[2].s ? r->column[2].s : "");
    lp_str_free(&have);
    lp_arena_free(&arena);
    lp_transcript_free(&t);
}

static void texts_are_split_as_wanted(void **state)
{
    (void)state;
    assert_true(for_each_row("tokens.tsv", check_row) >= 45);
}

static void a_long_pause_is_a_break(void **state)
{
    (void)state;
    lp_transcript t = LP_TRANSCRIPT_INIT;
    lp_arena arena = LP_ARENA_INIT;
    lp_tokens tokens;
    transcript_fill(&t, LP_SV("one|two|three"));
    t.cues[1].start = t.cues[0].end + 3000;
    t.cues[1].end = t.cues[1].start + 1000;
    t.cues[2].start = t.cues[1].end + 3001;
    assert_int_equal(lp_tokenise(&t, NULL, &arena, &tokens, NULL), LP_OK);
    assert_int_equal(tokens.n, 3);
    assert_int_equal(tokens.v[1].flags, LP_TOKEN_CUE);
    assert_int_equal(tokens.v[2].flags, LP_TOKEN_CUE | LP_TOKEN_BREAK);
    lp_arena_free(&arena);
    lp_transcript_free(&t);
}

static void english_is_known(void **state)
{
    (void)state;
    lp_transcript t = LP_TRANSCRIPT_INIT;
    lp_arena arena = LP_ARENA_INIT;
    lp_tokens tokens;
    lp_resource *res = small_resource();
    transcript_fill(&t, LP_SV("The yoga vairagya"));
    assert_int_equal(lp_tokenise(&t, res, &arena, &tokens, NULL), LP_OK);
    assert_int_equal(tokens.n, 3);
    assert_int_equal(tokens.v[0].level, 10);
    assert_text(tokens.v[0].phones, LP_SV("da"));
    assert_int_equal(tokens.v[1].level, 10); /* protected */
    assert_int_equal(tokens.v[2].level, 0);
    assert_int_equal(tokens.v[2].phones.len, 0);
    lp_resource_close(res);
    lp_arena_free(&arena);
    lp_transcript_free(&t);
}

static void bad_bytes_are_told_with_their_cue(void **state)
{
    (void)state;
    lp_transcript t = LP_TRANSCRIPT_INIT;
    lp_arena arena = LP_ARENA_INIT;
    lp_tokens tokens;
    lp_err err = {0};
    transcript_fill(&t, LP_SV("one|two \xFF|three"));
    /* a lone byte is no letter: it parts words */
    assert_int_equal(lp_tokenise(&t, NULL, &arena, &tokens, &err), LP_OK);
    assert_int_equal(tokens.n, 3);
    lp_arena_free(&arena);
    lp_transcript_free(&t);
}

static void law_any_text_has_words_in_order(void **state)
{
    (void)state;
    static const char *const parts[] = {
        "a", "Bc", "ā", "\xCC\x84", "धर्म", "'",          "’",     " ", "\n", "|",    "-",    "<",        ">", "[",
        "]", "{",  "}", ".",        ",",   "http://x.y", "www.z", "@", "7",  "🕉", "\xFF", "\xE1\xB9", "\t"};
    uint64_t seed = 41;
    lp_transcript t = LP_TRANSCRIPT_INIT;
    lp_arena arena = LP_ARENA_INIT;
    lp_tokens tokens;
    lp_str text = LP_STR_INIT;
    for (int round = 0; round < 20000; round++) {
        lp_str_clear(&text);
        for (size_t n = test_below(&seed, 30); n; n--) lp_str_adds(&text, parts[test_below(&seed, COUNT(parts))]);
        transcript_fill(&t, lp_str_view(&text));
        lp_arena_reset(&arena);
        assert_int_equal(lp_tokenise(&t, NULL, &arena, &tokens, NULL), LP_OK);
        assert_sound(&t, &tokens);
    }
    lp_str_free(&text);
    lp_arena_free(&arena);
    lp_transcript_free(&t);
}

/* A megabyte of brackets that nobody closes must not take minutes. */
static void brackets_without_end_cost_nothing_special(void **state)
{
    (void)state;
    static const char *const open[] = {"[", "{", "<a", "< ", "[ a"};
    lp_str text = LP_STR_INIT;
    const clock_t start = clock();
    for (size_t k = 0; k < COUNT(open); k++) {
        lp_transcript t = LP_TRANSCRIPT_INIT;
        lp_arena arena = LP_ARENA_INIT;
        lp_tokens tokens;
        lp_str_clear(&text);
        while (text.len < (size_t)1 << 20) lp_str_adds(&text, open[k]);
        if (k == 3) lp_str_adds(&text, ">");
        transcript_fill(&t, lp_str_view(&text));
        assert_int_equal(lp_tokenise(&t, NULL, &arena, &tokens, NULL), LP_OK);
        lp_arena_free(&arena);
        lp_transcript_free(&t);
    }
    assert_true((double)(clock() - start) / CLOCKS_PER_SEC < 10);
    lp_str_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_are_split_as_wanted),
        cmocka_unit_test(a_long_pause_is_a_break),
        cmocka_unit_test(english_is_known),
        cmocka_unit_test(bad_bytes_are_told_with_their_cue),
        cmocka_unit_test(law_any_text_has_words_in_order),
        cmocka_unit_test(brackets_without_end_cost_nothing_special),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
