/* Decided proposals become edits and flags: over cue borders, lines, by layer. */
#include "support/test.h"

#include "support/transcripts.h"

#include "correct/apply.h"

typedef struct scene {
    lp_transcript t;
    lp_arena arena;
    lp_tokens tokens;
    lp_proposals list;
    lp_tally tally;
} scene;

static void set(scene *s, const char *text)
{
    *s = (scene){.t = LP_TRANSCRIPT_INIT, .arena = LP_ARENA_INIT};
    s->list.arena = &s->arena;
    transcript_fill(&s->t, lp_sv_of(text));
    assert_int_equal(lp_tokenise(&s->t, NULL, &s->arena, &s->tokens, NULL), LP_OK);
}

static void propose(scene *s, uint32_t first, uint32_t n, const char *to, const char *by, double confidence)
{
    const lp_proposal p = {.first = first,
                           .n = n,
                           .to = lp_sv_of(to),
                           .by = by,
                           .confidence = confidence, .apply = confidence >= 0.6,
                           .why = LP_SV("because"),
                           .others = LP_SV("other"),
                           .term = LP_NO_TERM};
    assert_int_equal(lp_propose(&s->list, &p), LP_OK);
}

static const lp_apply_options usual = {.reasons = true};

static void finish(scene *s, const char *source, const char *want)
{
    lp_str have = LP_STR_INIT;
    assert_int_equal(lp_apply(&s->t, &s->tokens, &s->list, s->list.n, &usual, &s->tally, NULL), LP_OK);
    transcript_show(&s->t, &have);
    assert_text(lp_str_view(&have), lp_sv_of(want));
    transcript_reverts(&s->t, lp_sv_of(source));
    lp_str_free(&have);
}

static void end(scene *s)
{
    lp_arena_free(&s->arena);
    lp_transcript_free(&s->t);
}

/* One sure proposal for words [first, first + n) of source. */
static void assert_applied(const char *source, uint32_t first, uint32_t n, const char *to, const char *want)
{
    scene s;
    set(&s, source);
    propose(&s, first, n, to, "lexicon", 0.9);
    finish(&s, source, want);
    end(&s);
}

static void words_are_replaced(void **state)
{
    (void)state;
    assert_applied("a bb c", 1, 1, "X", "a X c");
    assert_applied("a bb c", 0, 3, "X Y", "X Y");
    assert_applied("a, bb. c", 1, 1, "X", "a, X. c");
    assert_applied("<i>bb</i>", 0, 1, "X", "<i>X</i>");
    assert_applied("a-bb", 0, 2, "X", "X");
}

static void over_a_border_the_first_cue_has_it(void **state)
{
    (void)state;
    assert_applied("a b|c d", 1, 2, "X", "a X|d");
    assert_applied("a b|c d", 1, 2, "X Y", "a X Y|d");
    /* no cue is left empty, or begins with a mark */
    assert_applied("a b|c", 1, 2, "X Y", "a X|Y");
    assert_applied("a b|c, d", 1, 2, "X Y Z", "a X Y|Z, d");
    assert_applied("a b|c|d", 1, 3, "X Y Z", "a X|Y|Z");
    assert_applied("a b|c|d e", 1, 3, "X Y", "a X|Y|e");
    assert_applied("a||b c", 0, 2, "X", "X||c");
    assert_applied("a b|c\nd", 1, 2, "X", "a X|d");
    assert_applied("a b|c  ", 1, 2, "X Y", "a X|Y  ");
}

static void too_few_words_are_flagged(void **state)
{
    (void)state;
    scene s;
    set(&s, "a b|c");
    propose(&s, 1, 2, "X", "lexicon", 0.9);
    finish(&s, "a b|c", "a b|c");
    assert_int_equal(s.tally.flagged, 1);
    assert_int_equal(lp_tally_edits(&s.tally), 0);
    assert_int_equal(s.t.cues[0].n_flags, 1);
    end(&s);
}

static void lines_are_kept(void **state)
{
    (void)state;
    assert_applied("a\nb c", 0, 2, "X", "X\nc");
    assert_applied("a\nb c", 0, 2, "X Y", "X Y\nc");
    assert_applied("a\nb", 0, 2, "X Y", "X\nY");
    assert_applied("a\nb, c", 0, 2, "X Y", "X\nY, c");
    assert_applied("a b\nc", 0, 2, "X", "X\nc");
    assert_applied("a\nb\nc", 1, 1, "X", "a\nX\nc");
    assert_applied("z a|b\nc d", 1, 3, "X Y Z", "z X Y Z|d");
}

static void what_reads_as_proposed_stays(void **state)
{
    (void)state;
    static const char *const same[] = {"z X Y c", "z X\nY c", "z X\nY", "z X|Y c", "z X|Y", "z X\n|Y c"};
    for (size_t i = 0; i < COUNT(same); i++) {
        scene s;
        set(&s, same[i]);
        propose(&s, 1, 2, "X Y", "lexicon", 0.9);
        finish(&s, same[i], same[i]);
        assert_int_equal(lp_tally_edits(&s.tally) + s.tally.flagged, 0);
        for (size_t c = 0; c < s.t.n_cues; c++) assert_int_equal(s.t.cues[c].n_edits + s.t.cues[c].n_flags, 0);
        end(&s);
    }
    assert_applied("z X-Y c", 1, 2, "X Y", "z X Y c");
    assert_applied("z X  Y c", 1, 2, "X Y", "z X Y c");
    assert_applied("z X Y", 1, 2, "X Y Z", "z X Y Z");
    assert_applied("z X|Y c", 1, 2, "XY", "z XY|c");
}

static void unsure_is_flagged(void **state)
{
    (void)state;
    scene s;
    set(&s, "a bb|cc d");
    propose(&s, 1, 1, "X", "phonetic", 0.59);
    propose(&s, 2, 1, "Y", "phonetic", 0.6);
    finish(&s, "a bb|cc d", "a bb|Y d");
    assert_int_equal(s.tally.flagged, 1);
    assert_int_equal(s.tally.phonetic, 1);
    const lp_cue *c = &s.t.cues[0];
    assert_int_equal(c->n_flags, 1);
    assert_int_equal(c->flags[0].at, 2);
    assert_text(c->flags[0].text, LP_SV("bb"));
    assert_text(c->flags[0].candidates, LP_SV("X | other"));
    assert_text(c->flags[0].why, LP_SV("because"));
    end(&s);
}

static void edits_say_who_and_why(void **state)
{
    (void)state;
    static const char *const by[] = {"lexicon", "phonetic", "number", "somebody"};
    scene s;
    set(&s, "a b c d");
    for (uint32_t i = 0; i < COUNT(by); i++) propose(&s, i, 1, "X", by[i], 0.9);
    finish(&s, "a b c d", "X X X X");
    assert_int_equal(s.tally.lexicon, 1);
    assert_int_equal(s.tally.phonetic, 1);
    assert_int_equal(s.tally.number, 1);
    assert_int_equal(s.tally.other, 1);
    assert_int_equal(lp_tally_edits(&s.tally), 4);
    const lp_cue *c = &s.t.cues[0];
    assert_int_equal(c->n_edits, 4);
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(c->edits[i].at, i * 2);
        assert_text(c->edits[i].by, lp_sv_of(by[i]));
        assert_text(c->edits[i].why, LP_SV("because"));
    }
    lp_tally sum = s.tally;
    lp_tally_add(&sum, &s.tally);
    assert_int_equal(lp_tally_edits(&sum), 8);
    end(&s);
}

static void explain(const lp_proposal *p, lp_str *out)
{
    const size_t *times = p->about;
    for (size_t i = 0; i < *times; i++) lp_str_adds(out, "\xC4\x81");
}

static void propose_explained(scene *s, uint32_t first, const size_t *times, double confidence)
{
    const lp_proposal p = {.first = first, .n = 1, .to = LP_SV("X"), .by = "x", .confidence = confidence, .apply = confidence >= 0.6,
                           .explain = explain, .about = times, .term = LP_NO_TERM};
    assert_int_equal(lp_propose(&s->list, &p), LP_OK);
}

static void reasons_are_put_together_for_the_chosen(void **state)
{
    (void)state;
    static const size_t once = 1, often = 1000;
    for (int reasons = 0; reasons < 2; reasons++) {
        const lp_apply_options o = {.reasons = reasons != 0};
        scene s;
        set(&s, "a b c");
        propose_explained(&s, 0, &once, 0.9);
        propose_explained(&s, 1, &often, 0.9);
        propose_explained(&s, 2, &once, 0.4);
        assert_int_equal(lp_apply(&s.t, &s.tokens, &s.list, s.list.n, &o, &s.tally, NULL), LP_OK);
        const lp_cue *c = &s.t.cues[0];
        assert_int_equal(c->n_edits, 2);
        assert_int_equal(c->n_flags, 1);
        assert_text(c->edits[0].why, reasons ? LP_SV("\xC4\x81") : LP_SV(""));
        assert_int_equal(c->edits[1].why.len, reasons ? LP_WHY_MOST - 1 : 0); /* not inside a character */
        assert_text(c->flags[0].why, reasons ? LP_SV("\xC4\x81") : LP_SV(""));
        end(&s);
    }
}

static void a_very_long_span_is_left(void **state)
{
    (void)state;
    assert_applied("a|b|c|d|e|f|g|h|i", 0, 9, "X", "a|b|c|d|e|f|g|h|i");
}

/* Any proposals that do not overlap, on any cues and lines: the edits undo, no
 * cue loses its last word, and lines are at most joined. */
static void law_any_proposals_revert(void **state)
{
    (void)state;
    static const char *const gaps[] = {" ", " ", " ", "\n", "|", "|", "-", ", ", "  ", "||"};
    static const char *const to[] = {"X", "X Y", "X Y Z", "a", "ā ṇ", "a b"};
    uint64_t seed = 77;
    lp_str text = LP_STR_INIT;
    for (int round = 0; round < 20000; round++) {
        lp_str_clear(&text);
        for (size_t n = 1 + test_below(&seed, 10); n; n--) {
            lp_str_addc(&text, (char)('a' + test_below(&seed, 3)));
            if (n > 1) lp_str_adds(&text, gaps[test_below(&seed, COUNT(gaps))]);
        }
        scene s;
        set(&s, text.s);
        size_t words[16] = {0};
        for (uint32_t i = 0; i < s.tokens.n; i++) words[s.tokens.v[i].cue < 16 ? s.tokens.v[i].cue : 15]++;
        for (uint32_t i = 0; i < s.tokens.n;) {
            uint32_t n = 1 + (uint32_t)test_below(&seed, 4);
            if (i + n > s.tokens.n) break;
            /* a break ends a span, as in the layers */
            for (uint32_t k = 1; k < n; k++)
                if (s.tokens.v[i + k].flags & LP_TOKEN_BREAK) n = k;
            if (test_below(&seed, 2))
                propose(&s, i, n, to[test_below(&seed, COUNT(to))], "x", test_below(&seed, 3) ? 0.9 : 0.4);
            i += n;
        }
        assert_int_equal(lp_apply(&s.t, &s.tokens, &s.list, s.list.n, &usual, &s.tally, NULL), LP_OK);
        transcript_reverts(&s.t, lp_str_view(&text));
        assert_int_equal(s.tally.other + s.tally.flagged <= s.list.n, 1);
        for (size_t c = 0; c < s.t.n_cues && c < 15; c++)
            if (words[c]) assert_true(lp_sv_trim(s.t.cues[c].text).len > 0);
        end(&s);
    }
    lp_str_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_replaced),           cmocka_unit_test(over_a_border_the_first_cue_has_it),
        cmocka_unit_test(too_few_words_are_flagged),    cmocka_unit_test(lines_are_kept),
        cmocka_unit_test(what_reads_as_proposed_stays), cmocka_unit_test(unsure_is_flagged),
        cmocka_unit_test(edits_say_who_and_why),        cmocka_unit_test(a_very_long_span_is_left),
        cmocka_unit_test(reasons_are_put_together_for_the_chosen), cmocka_unit_test(law_any_proposals_revert),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
