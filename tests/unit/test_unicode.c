/* Normal form, case and word letters; words by which forms are looked up. */
#include "support/test.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "language/unicode.h"
#include "language/words.h"

typedef int change(lp_sv, lp_str *, lp_err *);

static void assert_becomes(change *f, lp_sv in, lp_sv want)
{
    lp_str out = LP_STR_INIT;
    lp_str_adds(&out, "<");
    assert_int_equal(f(in, &out, NULL), LP_OK);
    assert_text(lp_sv_make(out.s + 1, out.len - 1), want);
    assert_int_equal(out.s[out.len], '\0');
    lp_str_free(&out);
}

static void composed_is_normal(void **state)
{
    (void)state;
    assert_becomes(lp_nfc, LP_SV(""), LP_SV(""));
    assert_becomes(lp_nfc, LP_SV("plain"), LP_SV("plain"));
    assert_becomes(lp_nfc, LP_SV("a\0b"), LP_SV("a\0b"));
    assert_becomes(lp_nfc, LP_SV("vaira\xCC\x84gya"), LP_SV("vairāgya"));
    assert_becomes(lp_nfc, LP_SV("s\xCC\xA3 s\xCC\x81"), LP_SV("ṣ ś"));
    /* the dot below comes first, whatever was typed first */
    assert_becomes(lp_nfc, LP_SV("r\xCC\x84\xCC\xA3"), LP_SV("ṝ"));
    assert_becomes(lp_nfc, LP_SV("क\xE0\xA4\xBC"), LP_SV("क\xE0\xA4\xBC")); /* nukta stays apart */
    assert_true(lp_is_nfc(LP_SV("vairāgya धर्म 🕉")));
    assert_false(lp_is_nfc(LP_SV("vaira\xCC\x84gya")));
    assert_false(lp_is_nfc(LP_SV("a\xFF")));
    assert_true(lp_is_nfc(LP_SV("")));
}

static void small_letters(void **state)
{
    (void)state;
    assert_becomes(lp_lower, LP_SV(""), LP_SV(""));
    assert_becomes(lp_lower, LP_SV("GURU 108 Z["), LP_SV("guru 108 z["));
    assert_becomes(lp_lower, LP_SV("ŚAṄKARĀCĀRYA ṬḌṆṢḤṂṚṜḶÑĪŪ"), LP_SV("śaṅkarācārya ṭḍṇṣḥṃṛṝḷñīū"));
    assert_becomes(lp_lower, LP_SV("धर्म ΛΟΓΟΣ"), LP_SV("धर्म λογος"));
    assert_becomes(lp_lower, LP_SV("\xC4\xB0"), LP_SV("i\xCC\x87")); /* grows: İ */
}

static void one_capital(void **state)
{
    (void)state;
    assert_becomes(lp_capitalise, LP_SV(""), LP_SV(""));
    assert_becomes(lp_capitalise, LP_SV("dharma"), LP_SV("Dharma"));
    assert_becomes(lp_capitalise, LP_SV("śaṅkara"), LP_SV("Śaṅkara"));
    assert_becomes(lp_capitalise, LP_SV("'ātman is"), LP_SV("'Ātman is"));
    assert_becomes(lp_capitalise, LP_SV("Viṣṇu"), LP_SV("Viṣṇu"));
    assert_becomes(lp_capitalise, LP_SV("108"), LP_SV("108"));
    assert_becomes(lp_capitalise, LP_SV("धर्म"), LP_SV("धर्म"));
    assert_becomes(lp_capitalise, LP_SV("\xC7\x86"), LP_SV("\xC7\x85")); /* ǆ: title case is its own */
}

static void bad_bytes_are_told(void **state)
{
    (void)state;
    change *const all[] = {lp_nfc, lp_lower, lp_capitalise};
    for (size_t i = 0; i < COUNT(all); i++) {
        lp_str out = LP_STR_INIT;
        lp_err err = {0};
        assert_int_equal(all[i](LP_SV("ā\xE2\x82z"), &out, &err), LP_EUTF8);
        assert_int_equal(err.byte, 2);
        assert_int_equal(out.len, 0);
        assert_int_equal(all[i](LP_SV("\xED\xA0\x80"), &out, NULL), LP_EUTF8);
        lp_str_free(&out);
    }
}

static void word_letters(void **state)
{
    (void)state;
    static const uint32_t in[] = {'a', 'Z', '0', 0x101, 0x1E5B, 0x304, 0x915, 0x94D, 0x93C, 0x967, 0x3B1};
    static const uint32_t out[] = {' ', '-', '\'', '.', '_', 0x2019, 0x964, 0xA0, 0x2014, 0x1F549, 0};
    for (size_t i = 0; i < COUNT(in); i++) assert_true(lp_is_word_char(in[i]));
    for (size_t i = 0; i < COUNT(out); i++) assert_false(lp_is_word_char(out[i]));
    assert_true(lp_is_upper('A') && lp_is_upper(0x15A) && lp_is_upper(0x1C5));
    assert_false(lp_is_upper('a') || lp_is_upper(0x15B) || lp_is_upper('1') || lp_is_upper(0x915));
}

static void a_long_run_of_marks_has_a_normal_form(void **state)
{
    (void)state;
    lp_str in = LP_STR_INIT, once = LP_STR_INIT;
    for (size_t n = 200; n < 300; n += 7) {
        lp_str_clear(&in);
        lp_str_adds(&in, "q");
        for (size_t i = 0; i < n; i++) lp_str_adds(&in, i % 2 ? "\xCC\xA3" : "\xCC\x81");
        lp_str_clear(&once);
        assert_int_equal(lp_nfc(lp_str_view(&in), &once, NULL), LP_OK);
        assert_true(lp_is_nfc(lp_str_view(&once)));
        assert_false(lp_is_nfc(lp_str_view(&in)));
    }
    lp_str_free(&in);
    lp_str_free(&once);
}

/* Normalised is normal; normal text comes back as it is; twice is once. Pieces
 * of all lengths fall over the borders of the test's own buffer. */
static void law_normal_stays_normal(void **state)
{
    (void)state;
    static const char *const parts[] = {"a",
                                        "ā",
                                        "\xCC\x84",
                                        "\xCC\xA3",
                                        "क",
                                        "्",
                                        "\xE0\xA4\xBC",
                                        "🕉",
                                        " ",
                                        "\xE1\x84\x80",
                                        "\xE1\x85\xA1",
                                        "\xE1\x86\xA8",
                                        "word",
                                        "\xE0\xA6\xBE",
                                        "\xE0\xA7\x87"};
    uint64_t seed = 15;
    lp_str in = LP_STR_INIT, once = LP_STR_INIT, twice = LP_STR_INIT, low = LP_STR_INIT;
    for (int round = 0; round < 4000; round++) {
        lp_str_clear(&in);
        for (size_t n = test_below(&seed, round % 10 ? 30 : 400); n; n--)
            lp_str_adds(&in, parts[test_below(&seed, COUNT(parts))]);
        lp_str_clear(&once);
        lp_str_clear(&twice);
        lp_str_clear(&low);
        assert_int_equal(lp_nfc(lp_str_view(&in), &once, NULL), LP_OK);
        assert_true(lp_is_nfc(lp_str_view(&once)));
        assert_int_equal(lp_is_nfc(lp_str_view(&in)), lp_sv_eq(lp_str_view(&in), lp_str_view(&once)));
        assert_int_equal(lp_nfc(lp_str_view(&once), &twice, NULL), LP_OK);
        assert_text(lp_str_view(&twice), lp_str_view(&once));
        assert_int_equal(lp_lower(lp_str_view(&once), &low, NULL), LP_OK);
        assert_int_equal(lp_utf8_check(low.s, low.len), low.len);
    }
    lp_str_free(&in);
    lp_str_free(&once);
    lp_str_free(&twice);
    lp_str_free(&low);
}

/* The words, each in brackets. */
static void assert_words(lp_sv text, const char *want)
{
    lp_words w;
    lp_str have = LP_STR_INIT;
    assert_int_equal(lp_words_split(text, &w, NULL), LP_OK);
    for (size_t i = 0; i < w.n; i++) lp_str_addf(&have, "(%.*s)", (int)w.word[i].len, w.word[i].s);
    assert_text(lp_str_view(&have), lp_sv_of(want));
    lp_str_free(&have);
}

static void forms_are_split_into_words(void **state)
{
    (void)state;
    assert_words(LP_SV(""), "");
    assert_words(LP_SV(" - "), "");
    assert_words(LP_SV("Why rag\tya"), "(why)(rag)(ya)");
    assert_words(LP_SV("sat-cit-ānanda"), "(sat)(cit)(ānanda)");
    assert_words(LP_SV("Kṛṣṇa’s D'HOOKA"), "(kṛṣṇa's)(d'hooka)");
    assert_words(LP_SV("VAIRA\xCC\x84GYA"), "(vairāgya)");
    assert_words(LP_SV("one\ntwo\r\n three "), "(one)(two)(three)");
}

static void forms_too_long_are_refused(void **state)
{
    (void)state;
    lp_words w;
    lp_err err = {0};
    lp_str text = LP_STR_INIT;
    for (int i = 0; i < LP_WORDS_MOST; i++) lp_str_adds(&text, "a ");
    assert_int_equal(lp_words_split(lp_str_view(&text), &w, &err), LP_OK);
    assert_int_equal(w.n, LP_WORDS_MOST);
    lp_str_adds(&text, "b");
    assert_int_equal(lp_words_split(lp_str_view(&text), &w, &err), LP_ELIMIT);
    lp_str_clear(&text);
    while (text.len < LP_WORDS_BYTES) lp_str_addc(&text, 'x');
    assert_int_equal(lp_words_split(lp_str_view(&text), &w, &err), LP_OK);
    assert_int_equal(w.word[0].len, LP_WORDS_BYTES);
    lp_str_addc(&text, 'x');
    assert_int_equal(lp_words_split(lp_str_view(&text), &w, &err), LP_ELIMIT);
    assert_int_equal(lp_words_split(LP_SV("a\xFF"), &w, &err), LP_EUTF8);
    lp_str_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(composed_is_normal),
        cmocka_unit_test(small_letters),
        cmocka_unit_test(one_capital),
        cmocka_unit_test(bad_bytes_are_told),
        cmocka_unit_test(word_letters),
        cmocka_unit_test(a_long_run_of_marks_has_a_normal_form),
        cmocka_unit_test(law_normal_stays_normal),
        cmocka_unit_test(forms_are_split_into_words),
        cmocka_unit_test(forms_too_long_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
