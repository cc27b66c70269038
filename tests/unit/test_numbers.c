/* The number layer over the rows of tests/rows/numbers.tsv, and its laws. */
#include "support/test.h"

#include "support/rows.h"

#include "correct/apply.h"
#include "correct/decide.h"
#include "correct/numbers_internal.h"

/* A transcript whose cues are the parts of `text` between '|'. */
static void fill(lp_transcript *t, lp_sv text)
{
    lp_transcript_clear(t);
    for (size_t from = 0; from <= text.len;) {
        const char *bar = memchr(text.s + from, '|', text.len - from);
        size_t to = bar ? (size_t)(bar - text.s) : text.len;
        lp_cue *c = lp_transcript_add(t, NULL);
        assert_non_null(c);
        char *copy = lp_arena_copy(&t->arena, text.s + from, to - from);
        assert_non_null(copy);
        c->text = lp_sv_make(copy, to - from);
        c->start = (int64_t)t->n_cues * 2000;
        c->end = c->start + 2000;
        from = to + 1;
    }
}

static void show(const lp_transcript *t, lp_str *out)
{
    for (size_t i = 0; i < t->n_cues; i++) {
        if (i) lp_str_addc(out, '|');
        lp_str_addv(out, t->cues[i].text);
    }
}

/* No two proposals of the list share a word. */
static void assert_apart(const lp_proposals *list)
{
    for (size_t i = 0; i < list->n; i++)
        for (size_t k = 0; k < i; k++) {
            const lp_proposal *a = &list->v[i], *b = &list->v[k];
            if (a->first < b->first + b->n && b->first < a->first + a->n)
                fail_msg("\"%.*s\" and \"%.*s\" overlap", (int)a->to.len, a->to.s, (int)b->to.len, b->to.s);
        }
}

/* Correct the numbers of t; all of them, for a row shows what the rules want. */
static void correct(lp_transcript *t)
{
    lp_arena arena = LP_ARENA_INIT;
    lp_tokens tokens;
    lp_tally tally = {0};
    lp_err err = {0};
    assert_int_equal(lp_tokenise(t, NULL, &arena, &tokens, &err), LP_OK);
    lp_proposals list = {.arena = &arena};
    assert_int_equal(lp_numbers(&tokens, &list), LP_OK);
    assert_apart(&list);
    const size_t proposed = list.n;
    const size_t n = lp_decide(&list, &(lp_thresholds){0.6, 0.3, 0});
    assert_int_equal(n, proposed);
    assert_int_equal(lp_apply(t, &tokens, &list, n, &(lp_apply_options){true}, &tally, &err), LP_OK);
    assert_int_equal(tally.number + tally.flagged, n);
    lp_arena_free(&arena);
}

/* Undo the edits of every cue: the text that went in. */
static void assert_reverts(const lp_transcript *t, lp_sv source)
{
    lp_str back = LP_STR_INIT;
    for (size_t i = 0; i < t->n_cues; i++) {
        if (i) lp_str_addc(&back, '|');
        assert_int_equal(lp_cue_source(&t->cues[i], &back, NULL), LP_OK);
    }
    assert_text(lp_str_view(&back), source);
    lp_str_free(&back);
}

/* why, in, want */
static void check_row(const row *r)
{
    assert_int_equal(r->n, 3);
    lp_transcript t = LP_TRANSCRIPT_INIT;
    lp_str have = LP_STR_INIT, again = LP_STR_INIT;
    fill(&t, lp_str_view(&r->column[1]));
    correct(&t);
    show(&t, &have);
    if (!lp_sv_eq(lp_str_view(&have), lp_str_view(&r->column[2])))
        fail_msg("%s: have \"%s\", want \"%s\"", r->column[0].s, have.s, r->column[2].s);
    assert_reverts(&t, lp_str_view(&r->column[1]));
    /* Corrected once is corrected twice. */
    fill(&t, lp_str_view(&r->column[2]));
    correct(&t);
    show(&t, &again);
    if (!lp_sv_eq(lp_str_view(&have), lp_str_view(&again)))
        fail_msg("%s: \"%s\" becomes \"%s\"", r->column[0].s, have.s, again.s);
    lp_str_free(&have);
    lp_str_free(&again);
    lp_transcript_free(&t);
}

static void rows_come_out_as_wanted(void **state)
{
    (void)state;
    assert_true(for_each_row("numbers.tsv", check_row) >= 100);
}

static void every_rule_can_be_read(void **state)
{
    (void)state;
    lp_arena arena = LP_ARENA_INIT;
    const lp_patterns *patterns;
    lp_err err = {0};
    if (lp_patterns_compile(&arena, &patterns, &err) != LP_OK) fail_msg("%s", err.msg);
    lp_arena_free(&arena);
    for (size_t i = 0; i < lp_number_rules_n; i++) {
        const lp_number_rule *r = &lp_number_rules[i];
        assert_true(r->why && *r->why);
        assert_true(r->act == LP_NUMBER_KEEP ? r->confidence == 0 : r->confidence >= 0.5 && r->confidence < 1);
    }
}

/* Text of words that mean something to the rules, in no sensible order. */
static void babble(uint64_t *seed, lp_str *out)
{
    static const char *const words[] = {
        "one",      "two",     "nine",    "ten",      "twelve", "eighteen", "nineteen", "twenty", "eighty",  "hundred",
        "thousand", "million", "and",     "a",        "first",  "second",   "third",    "tenth",  "47th",    "15",
        "000",      "108",     "chapter", "verse",    "verses", "mantra",   "gita",     "book",   "number",  "in",
        "year",     "august",  "from",    "to",       "or",     "by",       "of",       "the",    "percent", "people",
        "times",    "point",   "plus",    "one-fold", "words",  "oh",       "sutra",    "page",   "000",     "kārikā"};
    static const char *const gaps[] = {" ", " ", " ", " ", " ", " ", "-", ", ", ". ", "|", "\n"};
    size_t n = 1 + test_below(seed, 30);
    for (size_t i = 0; i < n; i++) {
        if (i) lp_str_adds(out, gaps[test_below(seed, COUNT(gaps))]);
        lp_str_adds(out, words[test_below(seed, COUNT(words))]);
    }
}

static void any_text_reverts_to_the_byte(void **state)
{
    (void)state;
    uint64_t seed = 12;
    lp_transcript t = LP_TRANSCRIPT_INIT;
    lp_str text = LP_STR_INIT;
    for (int i = 0; i < 20000; i++) {
        lp_str_clear(&text);
        babble(&seed, &text);
        fill(&t, lp_str_view(&text));
        correct(&t);
        assert_reverts(&t, lp_str_view(&text));
    }
    lp_str_free(&text);
    lp_transcript_free(&t);
}

static void no_words_no_proposals(void **state)
{
    (void)state;
    lp_arena arena = LP_ARENA_INIT;
    const lp_tokens none = {NULL, 0};
    lp_proposals list = {.arena = &arena};
    assert_int_equal(lp_numbers(&none, &list), LP_OK);
    assert_int_equal(list.n, 0);
    lp_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_come_out_as_wanted),
        cmocka_unit_test(every_rule_can_be_read),
        cmocka_unit_test(any_text_reverts_to_the_byte),
        cmocka_unit_test(no_words_no_proposals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
