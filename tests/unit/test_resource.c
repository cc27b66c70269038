/* The compiled lexicon: deterministic, found again, and never opened broken. */
#include "support/test.h"

#include "support/small.h"

#include "base/utf8.h"
#include "language/phones.h"
#include "language/words.h"

static lp_str small; /* the small lexicon compiled; made once, then only read */
static lp_resource *res;

static int start(void **state)
{
    (void)state;
    lp_err err = {0};
    small_build(SMALL_LEXICON, &small);
    small_must(small_open(lp_str_view(&small), &res, &err), "small lexicon", &err);
    return 0;
}

static int end(void **state)
{
    (void)state;
    lp_resource_close(res);
    lp_str_free(&small);
    return 0;
}

static bool find_form(const char *form, lp_exact *hit)
{
    lp_words w;
    assert_int_equal(lp_words_split(lp_sv_of(form), &w, NULL), LP_OK);
    uint64_t key = lp_word_key(w.word[0]);
    for (size_t i = 1; i < w.n; i++) key = lp_word_key_join(key, lp_word_key(w.word[i]));
    return lp_resource_exact(res, key, hit);
}

/* term NULL: only the beginning of longer forms, or nothing at all. */
static void assert_form(const char *form, const char *term, bool written, bool longer)
{
    lp_exact hit;
    if (!find_form(form, &hit)) {
        if (term || longer) fail_msg("%s is not found", form);
        return;
    }
    if (hit.heard) hit.term = LP_NO_TERM; /* a mishearing, and no form of its own */
    if (term) {
        assert_true(hit.term != LP_NO_TERM);
        assert_text(lp_resource_term(res, hit.term).text, lp_sv_of(term));
        if (hit.written != written) fail_msg("%s: written is %d", form, hit.written);
    } else if (hit.term != LP_NO_TERM) {
        lp_term t = lp_resource_term(res, hit.term);
        fail_msg("%s is found: %.*s", form, (int)t.text.len, t.text.s);
    }
    if (hit.longer != longer) fail_msg("%s: longer is %d", form, hit.longer);
}

static void forms_are_found(void **state)
{
    (void)state;
    assert_form("vairāgya", "vairāgya", true, false);
    assert_form("VAIRĀGYA", "vairāgya", true, false);
    assert_form("vairagya", "vairāgya", true, false);
    assert_form("why rag ya", "vairāgya", true, false);
    assert_form("why-rag-ya", "vairāgya", true, false);
    assert_form("why", NULL, false, true);
    assert_form("why rag", NULL, false, true);
    assert_form("rag", NULL, false, false);
    assert_form("guna", "guṇa", false, false); /* by rule */
    assert_form("krushna", "Kṛṣṇa", false, false);
    assert_form("upanishad", "Upaniṣad", false, false);
    assert_form("a dwaita", "Advaita", true, true);
    assert_form("a dwaita vedanta", "Advaita Vedānta", true, false);
    assert_form("asato ma", "asato mā sad gamaya", true, true);
    assert_form("no such form", NULL, false, false);
}

static void common_english_is_no_form(void **state)
{
    (void)state;
    assert_form("the", NULL, false, false); /* listed, level 10 */
    assert_form("yoga", NULL, false, true); /* listed, protected; begins Yoga Sūtras */
    assert_form("cow of plenty", "go", true, false);
    assert_form("dharma", "dharma", true, false); /* the term itself, level 50 */
    assert_form("go", "go", true, false);         /* in no list of the tests */
}

static void terms_keep_their_fields(void **state)
{
    (void)state;
    lp_exact hit;
    assert_true(find_form("bishnu", &hit));
    lp_term t = lp_resource_term(res, hit.term);
    assert_text(t.text, LP_SV("Viṣṇu"));
    assert_text(t.phones, LP_SV("viSnu"));
    assert_text(t.category, LP_SV("deity"));
    assert_text(t.gloss, LP_SV("the preserver"));
    assert_text(t.source, LP_SV("tests"));
    assert_true(t.confidence > 0.949 && t.confidence < 0.951);
    assert_int_equal(t.frequency, LP_USUAL);
    assert_true(t.proper && !t.verse);
    assert_true(find_form("asato ma", &hit));
    t = lp_resource_term(res, hit.term);
    assert_true(t.verse && t.frequency == LP_RARE);
    t = lp_resource_term(res, (uint32_t)lp_resource_n_terms(res));
    assert_int_equal(t.text.len, 0);
    t = lp_resource_term(res, LP_NO_TERM);
    assert_int_equal(t.text.len, 0);
}

static void english_words_are_found(void **state)
{
    (void)state;
    lp_english_info e;
    assert_true(lp_resource_english(res, lp_word_key(LP_SV("why")), &e));
    assert_int_equal(e.level, 10);
    assert_int_equal(e.name_level, 0);
    assert_text(e.phones, LP_SV("vai"));
    assert_true(lp_resource_english(res, lp_word_key(LP_SV("krishna")), &e));
    assert_int_equal(e.level, 0);
    assert_int_equal(e.name_level, 50);
    assert_false(lp_resource_english(res, lp_word_key(LP_SV("vairagya")), &e));
    assert_in_range(lp_resource_n_english(res), 100, 300);
}

static void keys_know_the_order(void **state)
{
    (void)state;
    const uint64_t a = lp_word_key(LP_SV("a")), b = lp_word_key(LP_SV("b"));
    assert_true(lp_word_key_join(a, b) != lp_word_key_join(b, a));
    assert_true(lp_word_key_join(a, b) != lp_word_key(LP_SV("ab")));
    assert_true(lp_word_key_join(lp_word_key_join(a, a), b) != lp_word_key_join(a, lp_word_key_join(a, b)));
}

static void the_same_input_gives_the_same_bytes(void **state)
{
    (void)state;
    lp_str again = LP_STR_INIT;
    lp_str_adds(&again, "before");
    small_build(SMALL_LEXICON, &again);
    assert_text(lp_sv_make(again.s + 6, again.len - 6), lp_str_view(&small));
    assert_int_equal(strlen(lp_resource_version(res)), 16);
    assert_int_equal(strspn(lp_resource_version(res), "0123456789abcdef"), 16);
    lp_str_free(&again);
}

static void an_empty_lexicon_is_one_too(void **state)
{
    (void)state;
    lp_lexicon lex = LP_LEXICON_INIT;
    lp_english en = LP_ENGLISH_INIT;
    lp_str bytes = LP_STR_INIT;
    lp_resource *empty = NULL;
    lp_err err = {0};
    lp_exact hit;
    lp_english_info e;
    lp_sound_hit hits[LP_SOUND_MOST];
    assert_int_equal(lp_resource_build(&lex, &en, SMALL_LEARNED, &bytes, &err), LP_OK);
    assert_int_equal(small_open(lp_str_view(&bytes), &empty, &err), LP_OK);
    assert_int_equal(lp_resource_n_terms(empty) + lp_resource_n_forms(empty) + lp_resource_n_english(empty), 0);
    assert_false(lp_resource_exact(empty, 1, &hit));
    assert_false(lp_resource_exact(empty, 0, &hit));
    assert_false(lp_resource_english(empty, 1, &e));
    assert_int_equal(lp_resource_sound(empty, LP_SV("vairagya"), 0, false, hits), 0);
    assert_int_equal(lp_resource_sound(empty, LP_SV(""), 0, false, hits), 0);
    lp_resource_close(empty);
    lp_resource_close(NULL);
    lp_str_free(&bytes);
}

/* The error names the file and says what to do. */
static void assert_broken(lp_sv bytes, const char *what)
{
    lp_resource *r = NULL;
    lp_err err = {0};
    int code = small_open(bytes, &r, &err);
    if (code != LP_ERESOURCE) {
        lp_resource_close(r);
        fail_msg("%s: opened", what);
    }
    assert_null(r);
    assert_non_null(strstr(err.msg, "shodhana lexicon compile"));
    assert_non_null(strstr(err.file, "shodhana-test"));
}

static void a_missing_file_is_a_resource_failure(void **state)
{
    (void)state;
    lp_resource *r = NULL;
    lp_err err = {0};
    assert_int_equal(lp_resource_open(SMALL_DATA "/none.lex", &r, &err), LP_ERESOURCE);
    assert_int_equal(lp_resource_open(SMALL_DATA, &r, &err), LP_ERESOURCE);
    assert_int_equal(lp_resource_open("/dev/null", &r, NULL), LP_ERESOURCE);
    assert_null(r);
}

static void truncated_files_are_refused(void **state)
{
    (void)state;
    uint64_t seed = 6;
    for (size_t n = 0; n < 400; n++) assert_broken(lp_sv_make(small.s, n), "a beginning");
    for (size_t i = 0; i < 400; i++) assert_broken(lp_sv_make(small.s, test_below(&seed, small.len)), "cut");
    for (size_t i = 1; i < 40; i++) assert_broken(lp_sv_make(small.s, small.len - i), "cut at the end");
    lp_str grown = LP_STR_INIT;
    lp_str_addv(&grown, lp_str_view(&small));
    lp_str_addc(&grown, '\0');
    assert_broken(lp_str_view(&grown), "grown");
    lp_str_free(&grown);
}

/* Every bit of the head, and many of the rest. */
static void flipped_bits_are_refused(void **state)
{
    (void)state;
    enum { HEAD_BITS = 192 * 8, MORE = 1500 };
    uint64_t seed = 7;
    lp_str copy = LP_STR_INIT;
    lp_str_addv(&copy, lp_str_view(&small));
    for (size_t i = 0; i < HEAD_BITS + MORE; i++) {
        const size_t bit = i < HEAD_BITS ? i : HEAD_BITS + test_below(&seed, small.len * 8 - HEAD_BITS);
        char what[40];
        (void)snprintf(what, sizeof what, "bit %zu of byte %zu", bit % 8, bit / 8);
        copy.s[bit / 8] = (char)(copy.s[bit / 8] ^ (1 << bit % 8));
        assert_broken(lp_str_view(&copy), what);
        copy.s[bit / 8] = small.s[bit / 8];
    }
    assert_broken(LP_SV(""), "empty");
    assert_broken(LP_SV("SHODLEX"), "only the magic");
    lp_str_free(&copy);
}

/* What every term must satisfy, in the lexicon that is shipped, too. */
static void the_shipped_lexicon_is_sound(void **state)
{
    (void)state;
    lp_resource *r = NULL;
    lp_err err = {0};
    lp_words w;
    if (lp_resource_open(TEST_DATA "/shodhana.lex", &r, &err) != LP_OK) fail_msg("%s: %s", err.file, err.msg);
    assert_true(lp_resource_n_terms(r) > 1000);
    for (uint32_t id = 0; id < lp_resource_n_terms(r); id++) {
        lp_term t = lp_resource_term(r, id);
        assert_true(t.text.len > 0 && t.phones.len > 0);
        assert_int_equal(lp_utf8_check(t.text.s, t.text.len), t.text.len);
        assert_true(t.confidence > 0 && t.confidence <= 1);
        assert_true(t.frequency <= LP_COMMON);
        for (size_t i = 0; i < t.phones.len; i++) assert_true(lp_phone_index(t.phones.s[i]) >= 0);
        assert_int_equal(lp_words_split(t.text, &w, NULL), LP_OK);
    }
    lp_resource_close(r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forms_are_found),
        cmocka_unit_test(common_english_is_no_form),
        cmocka_unit_test(terms_keep_their_fields),
        cmocka_unit_test(english_words_are_found),
        cmocka_unit_test(keys_know_the_order),
        cmocka_unit_test(the_same_input_gives_the_same_bytes),
        cmocka_unit_test(an_empty_lexicon_is_one_too),
        cmocka_unit_test(a_missing_file_is_a_resource_failure),
        cmocka_unit_test(truncated_files_are_refused),
        cmocka_unit_test(flipped_bits_are_refused),
        cmocka_unit_test(the_shipped_lexicon_is_sound),
    };
    return cmocka_run_group_tests(tests, start, end);
}
