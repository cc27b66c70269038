/* Scheme detection: the rows of tests/rows/detect.tsv, and laws. */
#include "test.h"

#include "base/utf8.h"
#include "language/sanskrit/detect.h"
#include "language/sanskrit/detect_internal.h"
#include "language/sanskrit/transliterate.h"
#include "rows.h"

static lp_detector *detector;

static int make(void **state)
{
    (void)state;
    const lp_detect_options o = LP_DETECT_DEFAULTS;
    detector = lp_detector_new(&o, NULL);
    return detector ? 0 : -1;
}

static int drop(void **state)
{
    (void)state;
    lp_detector_free(detector);
    lp_detector_free(NULL);
    return 0;
}

/* ---- rows ---- */

/* The line with every sure word in IAST: what --from auto does. */
static void apply(const lp_evidence *prior, lp_sv line, lp_str *out)
{
    lp_found found[64];
    size_t n = lp_detect_line(detector, prior, line, found, COUNT(found), NULL), done = 0;
    assert_true(n <= COUNT(found));
    for (size_t i = 0; i < n; i++) {
        lp_sv word = lp_sv_make(line.s + found[i].at, found[i].len);
        lp_str_add(out, line.s + done, found[i].at - done);
        done = found[i].at + found[i].len;
        if (!lp_detect_is_sure(found[i].verdict)) lp_str_addv(out, word);
        else
            assert_int_equal(lp_transliterate(lp_writing_scheme(found[i].verdict.writing), LP_IAST, word, out, NULL),
                             LP_OK);
    }
    lp_str_add(out, line.s + done, line.len - done);
}

static size_t rows_failed;

static void run_row(const row *r)
{
    assert_true(r->n == 4 || r->n == 5);
    lp_str have = LP_STR_INIT;
    lp_evidence e = LP_EVIDENCE_INIT;
    lp_sv in = lp_str_view(&r->column[2]);
    if (r->n == 5) lp_evidence_add(detector, &e, lp_str_view(&r->column[4]));
    if (strcmp(r->column[1].s, "text") == 0) lp_str_adds(&have, lp_writing_name(lp_detect_text(detector, in).writing));
    else apply(r->n == 5 ? &e : NULL, in, &have);
    if (!lp_sv_eq(lp_str_view(&have), lp_str_view(&r->column[3]))) {
        print_error("%s: have \"%s\", want \"%s\"\n", r->column[0].s, lp_str_view(&have).s, r->column[3].s);
        rows_failed++;
    }
    lp_str_free(&have);
}

static void rows_hold(void **state)
{
    (void)state;
    assert_true(for_each_row("detect.tsv", run_row) >= 100);
    assert_int_equal(rows_failed, 0);
}

/* ---- laws ---- */

static void names_fit_schemes(void **state)
{
    (void)state;
    for (int s = 0; s < LP_N_SCHEMES; s++) {
        bool found = false;
        for (int w = 0; w < LP_N_WRITINGS; w++)
            found |= lp_writing_scheme((lp_writing)w) == (lp_scheme)s &&
                     strcmp(lp_writing_name((lp_writing)w), lp_scheme_name((lp_scheme)s)) == 0;
        if (s <= LP_WX) assert_true(found);
    }
    assert_null(lp_writing_name(LP_N_WRITINGS));
    assert_int_equal(lp_writing_scheme(LP_N_WRITINGS), LP_N_SCHEMES);
}

/* Every sound can be read in every Latin scheme, and the tables have room. */
static void spellings_are_learnt(void **state)
{
    (void)state;
    for (lp_scheme s = LP_IAST; s <= LP_WX; s = (lp_scheme)(s + 1)) {
        lp_dt_spellings t;
        assert_int_equal(lp_dt_learn(&t, s, NULL), LP_OK);
        assert_true(t.n >= 46 && t.n < LP_DT_MOST);
        lp_str text = LP_STR_INIT;
        uint64_t reading;
        assert_int_equal(lp_transliterate(LP_SLP1, s, LP_SV("jYAnakfzRaDarmaH"), &text, NULL), LP_OK);
        assert_true(lp_dt_read(&t, lp_str_view(&text), &reading) < LP_DT_NEVER);
        lp_str_free(&text);
    }
}

/* A text read by lines gives what it gives as a whole. */
static void evidence_adds_up(void **state)
{
    (void)state;
    lp_sv a = LP_SV("dharmakSetre kurukSetre samavetA yuyutsavaH\n"), b = LP_SV("and then he said it again\n");
    lp_str both = LP_STR_INIT;
    lp_evidence parts = LP_EVIDENCE_INIT, whole = LP_EVIDENCE_INIT;
    lp_str_addv(&both, a);
    lp_str_addv(&both, b);
    lp_evidence_add(detector, &parts, a);
    lp_evidence_add(detector, &parts, b);
    lp_evidence_add(detector, &whole, lp_str_view(&both));
    assert_memory_equal(&parts, &whole, sizeof parts);
    assert_int_equal(lp_evidence_verdict(&whole).writing, LP_WRITING_HK);
    assert_int_equal(whole.n_words, 10);
    lp_str_free(&both);
}

static void devanagari_and_latin_side_by_side(void **state)
{
    (void)state;
    lp_evidence e = LP_EVIDENCE_INIT;
    lp_evidence_add(detector, &e,
                    LP_SV("धर्मक्षेत्रे कुरुक्षेत्रे समवेता युयुत्सवः मामकाः पाण्डवाश्चैव किमकुर्वत सञ्जय\nmAmakAH pANDavAz caiva\n"));
    assert_int_equal(lp_evidence_verdict(&e).writing, LP_WRITING_DEVANAGARI);
    assert_int_equal(lp_evidence_latin(&e).writing, LP_WRITING_HK);
}

/* The callback is asked, and its word counts. */
static bool says_yes(const void *with, lp_sv word)
{
    (void)word;
    ++*(size_t *)(uintptr_t)with;
    return true;
}

static void english_list_is_asked(void **state)
{
    (void)state;
    size_t asked = 0;
    const lp_detect_options o = {says_yes, &asked};
    lp_detector *d = lp_detector_new(&o, NULL);
    assert_non_null(d);
    assert_int_equal(lp_detect_word(detector, NULL, LP_SV("kfzRa")).writing, LP_WRITING_SLP1);
    double with = lp_detect_word(d, NULL, LP_SV("kfzRa")).confidence;
    assert_int_equal(asked, 1);
    assert_true(with < lp_detect_word(detector, NULL, LP_SV("kfzRa")).confidence);
    lp_detector_free(d);
}

static void random_bytes(uint64_t *seed, char *out, size_t n)
{
    static const char letters[] = "aAiIuUkKgGcCjJtTdDnNpPbBmyrlvzSsHM.~'^ -_|\n<\xC4\x81\xE1\xB9\x9B\xE0\xA4\x95\xFF";
    for (size_t i = 0; i < n; i++) out[i] = letters[test_below(seed, sizeof letters - 1)];
}

/* Any bytes: words lie in the line one behind the other, confidences in 0..1,
 * and as many are counted as are given. */
static void any_bytes(void **state)
{
    (void)state;
    uint64_t seed = 0xDE7EC7;
    for (int round = 0; round < 5000; round++) {
        char bytes[200];
        size_t n = test_below(&seed, sizeof bytes), end = 0;
        random_bytes(&seed, bytes, n);
        lp_found found[128];
        lp_verdict v;
        size_t words = lp_detect_line(detector, NULL, lp_sv_make(bytes, n), found, COUNT(found), &v);
        assert_true(words <= COUNT(found));
        assert_int_equal(lp_detect_line(detector, NULL, lp_sv_make(bytes, n), NULL, 0, NULL), words);
        for (size_t i = 0; i < words; i++) {
            assert_true(found[i].at >= end && found[i].len > 0);
            end = found[i].at + found[i].len;
            assert_true(end <= n);
            assert_true(found[i].verdict.confidence >= 0 && found[i].verdict.confidence <= 1);
        }
        assert_true(v.confidence >= 0 && v.confidence <= 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_hold),
        cmocka_unit_test(names_fit_schemes),
        cmocka_unit_test(spellings_are_learnt),
        cmocka_unit_test(evidence_adds_up),
        cmocka_unit_test(devanagari_and_latin_side_by_side),
        cmocka_unit_test(english_list_is_asked),
        cmocka_unit_test(any_bytes),
    };
    return cmocka_run_group_tests(tests, make, drop);
}
