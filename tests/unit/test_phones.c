/* Words as sounds: the rows of tests/rows/phones.tsv and roman.tsv, and laws. */
#include "support/test.h"

#include "base/utf8.h"
#include "language/phones.h"
#include "language/roman.h"
#include "support/rows.h"

typedef void reading(lp_sv, char *, size_t *, size_t);

static reading *reading_of(const char *name)
{
    if (strcmp(name, "iast") == 0) return lp_phones_of_iast;
    if (strcmp(name, "spelling") == 0) return lp_phones_of_spelling;
    if (strcmp(name, "arpabet") == 0) return lp_phones_of_arpabet;
    fail_msg("no such reading: %s", name);
    return NULL;
}

/* An ARPAbet row holds several phones. */
static void read_all(reading *read, lp_sv letters, char *out, size_t *n, size_t cap)
{
    if (read != lp_phones_of_arpabet) {
        read(letters, out, n, cap);
        return;
    }
    while (letters.len) {
        const char *gap = memchr(letters.s, ' ', letters.len);
        size_t len = gap ? (size_t)(gap - letters.s) : letters.len;
        read(lp_sv_make(letters.s, len), out, n, cap);
        len += gap != NULL;
        letters = lp_sv_make(letters.s + len, letters.len - len);
    }
}

/* why, reading, letters, phones */
static void check_reading(const row *r)
{
    char out[64];
    size_t n = 0;
    if (r->n != 4) fail_msg("%s: %zu columns, want 4", r->column[0].s, r->n);
    reading *read = reading_of(r->column[1].s);
    lp_sv letters = lp_str_view(&r->column[2]), want = lp_str_view(&r->column[3]);
    read_all(read, letters, out, &n, sizeof out);
    if (!lp_sv_eq(lp_sv_make(out, n), want))
        fail_msg("%s: %s: have /%.*s/, want /%.*s/", r->column[0].s, letters.s, (int)n, out, (int)want.len, want.s);
    /* What does not fit is cut, and nothing else changes. */
    for (size_t cap = 0; cap <= want.len; cap++) {
        char cut[64];
        memset(cut, '!', sizeof cut);
        n = 0;
        read_all(read, letters, cut, &n, cap);
        assert_int_equal(n, cap);
        assert_memory_equal(cut, want.s, cap);
        assert_int_equal(cut[cap], '!');
    }
}

static void words_are_read_as_wanted(void **state)
{
    (void)state;
    assert_true(for_each_row("phones.tsv", check_reading) >= 60);
}

/* why, IAST, spellings */
static void check_spellings(const row *r)
{
    lp_str have = LP_STR_INIT, spelling[LP_ROMAN_MOST];
    for (size_t i = 0; i < LP_ROMAN_MOST; i++) spelling[i] = (lp_str)LP_STR_INIT;
    lp_str_adds(&spelling[0], "left over");
    if (r->n != 3) fail_msg("%s: %zu columns, want 3", r->column[0].s, r->n);
    size_t n = lp_roman(lp_str_view(&r->column[1]), spelling);
    assert_true(n <= LP_ROMAN_MOST);
    for (size_t i = 0; i < n; i++) {
        if (i) lp_str_addc(&have, '|');
        lp_str_addv(&have, lp_str_view(&spelling[i]));
        assert_int_equal(lp_ascii_run(spelling[i].s, spelling[i].len), spelling[i].len);
    }
    /* The wanted ones come first; rarer habits may follow. */
    lp_sv want = lp_str_view(&r->column[2]);
    bool good = have.len >= want.len && (!want.len || memcmp(have.s, want.s, want.len) == 0) &&
                (have.len == want.len || (want.len && have.s[want.len] == '|'));
    if (!good) fail_msg("%s: have %s, want %s", r->column[0].s, have.s ? have.s : "", r->column[2].s);
    for (size_t i = 0; i < LP_ROMAN_MOST; i++) lp_str_free(&spelling[i]);
    lp_str_free(&have);
}

static void spellings_are_as_wanted(void **state)
{
    (void)state;
    assert_true(for_each_row("roman.tsv", check_spellings) >= 25);
}

static void the_alphabet_is_whole(void **state)
{
    (void)state;
    static const char letters[] = LP_PHONE_LETTERS;
    size_t vowels = 0;
    assert_int_equal(sizeof letters - 1, LP_N_PHONES);
    for (int i = 0; i < LP_N_PHONES; i++) {
        assert_int_equal(lp_phone_index(letters[i]), i);
        vowels += lp_phone_is_vowel(letters[i]);
        assert_int_equal(lp_phone_is_vowel(letters[i]), strchr("aAiIuUeEo", letters[i]) != NULL);
    }
    assert_int_equal(vowels, 9);
    assert_int_equal(lp_phone_index('\0'), -1);
    assert_int_equal(lp_phone_index('x'), -1);
    assert_int_equal(lp_phone_index((char)0xC4), -1);
    assert_false(lp_phone_is_vowel('\0'));
}

static void readings_append(void **state)
{
    (void)state;
    char out[16] = "ga";
    size_t n = 2;
    lp_phones_of_iast(LP_SV("ṅgā"), out, &n, sizeof out);
    lp_phones_of_spelling(LP_SV("tt"), out, &n, sizeof out);
    lp_phones_of_spelling(LP_SV("t"), out, &n, sizeof out); /* the same sound goes on */
    lp_phones_of_arpabet(LP_SV("iy1"), out, &n, sizeof out);
    assert_text(lp_sv_make(out, n), LP_SV("gangAtI"));
}

/* Whatever the bytes: phones of the alphabet, and no more than fit. */
static void any_bytes_give_phones(void **state)
{
    (void)state;
    static const char *const parts[] = {"a",        "ṛ", "ṃ",  "jñ", "kh", "T",    "Ś", "\xFF",
                                        "\xE1\xB9", " ", "ng", "ia", "x",  "tion", "$"};
    uint64_t seed = 5;
    lp_str text = LP_STR_INIT;
    for (int round = 0; round < 5000; round++) {
        char out[40];
        size_t cap = test_below(&seed, sizeof out), n;
        lp_str_clear(&text);
        for (size_t k = test_below(&seed, 40); k; k--) lp_str_adds(&text, parts[test_below(&seed, COUNT(parts))]);
        reading *const reads[] = {lp_phones_of_iast, lp_phones_of_spelling, lp_phones_of_arpabet};
        for (size_t r = 0; r < COUNT(reads); r++) {
            n = 0;
            reads[r](lp_str_view(&text), out, &n, cap);
            assert_true(n <= cap);
            for (size_t i = 0; i < n; i++) assert_true(lp_phone_index(out[i]) >= 0);
        }
    }
    lp_str_free(&text);
}

/* A term and the spelling that is made of it must sound nearly alike: consonant
 * for consonant, so that the two meet in the search. */
static void a_spelling_sounds_like_its_term(void **state)
{
    (void)state;
    static const char *const terms[] = {"vairāgya", "jñāna", "Kṛṣṇa", "mokṣa", "saṃkalpa", "Viṣṇu", "guṇa", "bhakti"};
    lp_str spelling[LP_ROMAN_MOST];
    for (size_t i = 0; i < LP_ROMAN_MOST; i++) spelling[i] = (lp_str)LP_STR_INIT;
    for (size_t t = 0; t < COUNT(terms); t++) {
        char said[64], heard[64];
        size_t n = 0, m = 0;
        lp_phones_of_iast(lp_sv_of(terms[t]), said, &n, sizeof said);
        assert_true(lp_roman(lp_sv_of(terms[t]), spelling) > 0);
        lp_phones_of_spelling(lp_str_view(&spelling[0]), heard, &m, sizeof heard);
        assert_int_equal(n, m);
        for (size_t i = 0; i < n; i++)
            if (!lp_phone_is_vowel(said[i])) assert_true(said[i] == heard[i] || strchr("TD", said[i]));
    }
    for (size_t i = 0; i < LP_ROMAN_MOST; i++) lp_str_free(&spelling[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_read_as_wanted), cmocka_unit_test(spellings_are_as_wanted),
        cmocka_unit_test(the_alphabet_is_whole),    cmocka_unit_test(readings_append),
        cmocka_unit_test(any_bytes_give_phones),    cmocka_unit_test(a_spelling_sounds_like_its_term),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
