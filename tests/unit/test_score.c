/* Scores: the rows of tests/rows/score.tsv, and laws on random texts. */
#include "support/test.h"

#include <math.h>
#include <stdlib.h>

#include "judge/report.h"
#include "support/rows.h"

/* ---- rows ---- */

/* The idx'th field of a line between tabs. */
static lp_sv field(lp_sv line, size_t idx)
{
    size_t at = 0;
    for (; idx && at < line.len; at++) idx -= line.s[at] == '\t';
    size_t end = at;
    while (end < line.len && line.s[end] != '\t') end++;
    return lp_sv_make(line.s + at, end - at);
}

static lp_sv line_of(lp_sv text, size_t idx)
{
    size_t at = 0;
    for (; idx && at < text.len; at++) idx -= text.s[at] == '\n';
    const char *lf = memchr(text.s + at, '\n', text.len - at);
    return lp_sv_make(text.s + at, lf ? (size_t)(lf - text.s) - at : text.len - at);
}

/* What the TSV report says in the column of that name. */
static lp_sv value_of(lp_sv tsv, lp_sv name)
{
    const lp_sv head = line_of(tsv, 0), values = line_of(tsv, 1);
    for (size_t i = 0; field(head, i).len; i++)
        if (lp_sv_eq(field(head, i), name)) return field(values, i);
    fail_msg("no column %.*s", (int)name.len, name.s);
    return LP_SV("");
}

static void compare(const row *r, lp_sv tsv, lp_sv wants)
{
    for (size_t at = 0; at < wants.len;) {
        const char *space = memchr(wants.s + at, ' ', wants.len - at);
        const size_t end = space ? (size_t)(space - wants.s) : wants.len;
        const lp_sv one = lp_sv_make(wants.s + at, end - at);
        const char *sign = memchr(one.s, '=', one.len);
        assert_non_null(sign);
        const lp_sv name = lp_sv_make(one.s, (size_t)(sign - one.s));
        const lp_sv want = lp_sv_make(sign + 1, one.len - name.len - 1), have = value_of(tsv, name);
        if (!lp_sv_eq(have, want))
            fail_msg("%s: %.*s is %.*s, want %.*s", r->column[0].s, (int)name.len, name.s, (int)have.len, have.s,
                     (int)want.len, want.s);
        at = end + 1;
    }
}

static void scores_as_wanted(const row *r)
{
    lp_score_options o = LP_SCORE_OPTIONS_INIT;
    lp_score_row one = {.name = LP_SV("row")};
    lp_str tsv = LP_STR_INIT;
    if (r->n != 6) fail_msg("%s: %zu columns, want 6", r->column[0].s, r->n);
    const lp_sv norm = lp_str_view(&r->column[1]), raw = lp_str_view(&r->column[4]);
    if (!lp_sv_eq(norm, LP_SV("default"))) assert_int_equal(lp_norm_parse(norm, &o.norm, NULL), LP_OK);
    lp_scorer *s = lp_scorer_new(&o);
    assert_non_null(s);
    assert_int_equal(lp_score_texts(s, lp_str_view(&r->column[2]), lp_str_view(&r->column[3]),
                                    lp_sv_eq(raw, LP_SV("-")) ? NULL : &raw, &one.score, NULL),
                     LP_OK);
    const lp_score_report report = {.rows = &one, .n_rows = 1, .total = one.score};
    lp_report_tsv(&report, &tsv);
    compare(r, lp_str_view(&tsv), lp_str_view(&r->column[5]));
    lp_str_free(&tsv);
    lp_scorer_free(s);
}

static void rows_are_as_wanted(void **state)
{
    (void)state;
    assert_true(for_each_row("score.tsv", scores_as_wanted) > 30);
}

/* ---- laws ---- */

enum { ROUNDS = 600 };

static void random_text(uint64_t *seed, lp_str *out)
{
    static const char *const words[] = {"the", "jīva",  "jiva", "is",    "Brahman", "karma-yoga", "māyā,", "maya",
                                        "of",  "hobby", "॥",    "guṇas", "Oṃ",      "'ham",       "2.47",  "--"};
    lp_str_clear(out);
    for (size_t n = test_below(seed, 40); n; n--) {
        lp_str_adds(out, words[test_below(seed, COUNT(words))]);
        lp_str_addc(out, ' ');
    }
}

static bool share_or_undefined(double x) { return isnan(x) || (x >= 0 && x <= 1); }

static void check_bounds(const lp_score *s)
{
    const lp_term_counts *terms[] = {&s->exact, &s->folded};
    for (size_t i = 0; i < 2; i++) {
        assert_true(terms[i]->right <= terms[i]->ref && terms[i]->right <= terms[i]->hyp);
        assert_true(share_or_undefined(lp_term_f1(terms[i])));
    }
    assert_int_equal(s->exact.ref, s->folded.ref);
    assert_true(s->char_edits <= s->chars + lp_score_hyp_words(s) * 32);
    assert_true(s->fixed <= s->needed && s->kept <= s->held && s->damaged <= s->sound);
    assert_int_equal(s->needed + s->held, s->exact.ref);
    assert_int_equal(s->fixed + s->kept, s->exact.right);
    assert_true(s->sound + s->exact.ref <= lp_score_ref_words(s));
}

static void check_mirror(const lp_score *there, const lp_score *back)
{
    assert_int_equal(there->hits, back->hits);
    assert_int_equal(there->sub, back->sub);
    assert_int_equal(there->del, back->ins);
    assert_int_equal(there->ins, back->del);
    assert_int_equal(there->char_edits, back->char_edits);
    assert_int_equal(there->letter_edits, back->letter_edits);
}

static void laws_hold(void **state)
{
    (void)state;
    uint64_t seed = 7;
    lp_str a = LP_STR_INIT, b = LP_STR_INIT, c = LP_STR_INIT;
    lp_scorer *s = lp_scorer_new(NULL), *fresh;
    for (int round = 0; round < ROUNDS; round++) {
        lp_score there, back, self, again;
        random_text(&seed, &a);
        random_text(&seed, &b);
        random_text(&seed, &c);
        const lp_sv raw = lp_str_view(&c);
        assert_int_equal(lp_score_texts(s, lp_str_view(&a), lp_str_view(&b), &raw, &there, NULL), LP_OK);
        assert_int_equal(lp_score_texts(s, lp_str_view(&b), lp_str_view(&a), NULL, &back, NULL), LP_OK);
        assert_int_equal(lp_score_texts(s, lp_str_view(&a), lp_str_view(&a), NULL, &self, NULL), LP_OK);
        check_bounds(&there);
        check_mirror(&there, &back);
        assert_int_equal(lp_score_edits(&self) + self.char_edits + self.letter_edits, 0);
        assert_int_equal(self.exact.right, self.exact.ref);
        /* What was scored before leaves no trace. */
        fresh = lp_scorer_new(NULL);
        assert_int_equal(lp_score_texts(fresh, lp_str_view(&a), lp_str_view(&b), &raw, &again, NULL), LP_OK);
        assert_memory_equal(&there, &again, sizeof there);
        lp_scorer_free(fresh);
    }
    lp_scorer_free(s);
    lp_str_free(&a);
    lp_str_free(&b);
    lp_str_free(&c);
}

/* ---- the rest ---- */

static void a_total_is_pooled(void **state)
{
    (void)state;
    lp_score total = {0}, one;
    lp_scorer *s = lp_scorer_new(NULL);
    assert_int_equal(lp_score_texts(s, LP_SV("a b c d e f g h i"), LP_SV("a b c d e f g h i"), NULL, &one, NULL),
                     LP_OK);
    lp_score_add(&total, &one);
    assert_int_equal(lp_score_texts(s, LP_SV("x"), LP_SV("y"), NULL, &one, NULL), LP_OK);
    lp_score_add(&total, &one);
    assert_int_equal(lp_score_texts(s, LP_SV(""), LP_SV("z"), NULL, &one, NULL), LP_OK);
    lp_score_add(&total, &one);
    assert_int_equal(total.files, 3);
    assert_true(fabs(lp_score_wer(&total) - 0.2) < 1e-12);
    lp_scorer_free(s);
}

static void joined_text_is_scored_over_cue_borders(void **state)
{
    (void)state;
    lp_transcript ref = LP_TRANSCRIPT_INIT, hyp = LP_TRANSCRIPT_INIT;
    lp_transcript_add(&ref, NULL)->text = LP_SV("the Māṇḍūkya Upaniṣad");
    lp_transcript_add(&ref, NULL)->text = LP_SV("is short");
    lp_transcript_add(&hyp, NULL)->text = LP_SV("the Māṇḍūkya\nUpaniṣad is short");
    lp_score score;
    lp_scorer *s = lp_scorer_new(NULL);
    assert_int_equal(lp_score_transcripts(s, &ref, &hyp, NULL, &score, NULL), LP_OK);
    assert_int_equal(score.ref_cues, 2);
    assert_int_equal(score.hyp_cues, 1);
    assert_int_equal(score.hits, 5);
    assert_int_equal(lp_score_edits(&score), 0);
    lp_scorer_free(s);
    lp_transcript_free(&ref);
    lp_transcript_free(&hyp);
}

static bool is_guru(void *arg, lp_sv word)
{
    ++*(size_t *)arg;
    return lp_sv_eq(word, LP_SV("guru"));
}

static void the_term_test_is_asked_once_a_word(void **state)
{
    (void)state;
    size_t asked = 0;
    const lp_score_options o = {LP_NORM_NONE, is_guru, &asked};
    lp_score score;
    lp_scorer *s = lp_scorer_new(&o);
    assert_int_equal(lp_score_texts(s, LP_SV("Guru, a Guru,"), LP_SV("a Guru,"), NULL, &score, NULL), LP_OK);
    assert_int_equal(asked, 2);
    assert_int_equal(score.exact.ref, 2);
    assert_int_equal(score.exact.right, 1);
    lp_scorer_free(s);
}

static void malformed_text_is_refused(void **state)
{
    (void)state;
    lp_err err;
    lp_score score;
    lp_scorer *s = lp_scorer_new(NULL);
    assert_int_equal(lp_score_texts(s, LP_SV("fine"), LP_SV("half \xE2\x82"), NULL, &score, &err), LP_EUTF8);
    assert_int_equal(lp_score_texts(s, LP_SV("fine"), LP_SV("fine"), NULL, &score, &err), LP_OK);
    assert_int_equal(score.hits, 1);
    lp_scorer_free(s);
}

static void normalisations_have_names(void **state)
{
    (void)state;
    static const struct {
        const char *in, *out; /* out NULL: refused */
    } rows[] = {
        {"none", "none"},
        {"case", "case"},
        {"punct", "punct"},
        {"case,punct", "case,punct"},
        {"punct,case", "case,punct"},
        {"", NULL},
        {"case,", NULL},
        {"Case", NULL},
        {"none,case", NULL},
        {"numbers", NULL},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        unsigned norm;
        lp_err err;
        lp_str out = LP_STR_INIT;
        const int code = lp_norm_parse(lp_sv_of(rows[i].in), &norm, &err);
        if (code != (rows[i].out ? LP_OK : LP_EVALUE)) fail_msg("'%s' gives %d", rows[i].in, code);
        if (!rows[i].out) continue;
        lp_norm_write(norm, &out);
        assert_text(lp_str_view(&out), lp_sv_of(rows[i].out));
        lp_str_free(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_as_wanted),
        cmocka_unit_test(laws_hold),
        cmocka_unit_test(a_total_is_pooled),
        cmocka_unit_test(joined_text_is_scored_over_cue_borders),
        cmocka_unit_test(the_term_test_is_asked_once_a_word),
        cmocka_unit_test(malformed_text_is_refused),
        cmocka_unit_test(normalisations_have_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
