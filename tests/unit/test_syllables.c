/* Syllables and weights, and the short a of Hindi: tests/rows/syllables.tsv,
 * tests/rows/schwa.tsv, and laws. */
#include "test.h"

#include "language/sanskrit/letters_internal.h"
#include "language/sanskrit/schwa.h"
#include "language/sanskrit/syllables.h"
#include "rows.h"

static const lp_syllable_options plain = LP_SYLLABLE_DEFAULTS;

/* ---- rows ---- */

static size_t rows_failed;

static void compare(const row *r, const lp_str *have, const lp_str *want)
{
    if (lp_sv_eq(lp_str_view(have), lp_str_view(want))) return;
    print_error("%s: have \"%s\", want \"%s\"\n", r->column[0].s, lp_str_view(have).s, lp_str_view(want).s);
    rows_failed++;
}

static void syllable_row(const row *r)
{
    lp_str have = LP_STR_INIT;
    lp_syllable s[64];
    lp_sv text = lp_str_view(&r->column[1]);
    size_t n = lp_syllables(&plain, text, s, COUNT(s));
    for (size_t i = 0; i < n; i++) {
        lp_str_addf(&have, "%s%c", i ? " " : "", s[i].heavy ? '+' : '-');
        lp_str_add(&have, text.s + s[i].at, s[i].len);
    }
    compare(r, &have, &r->column[2]);
    lp_str_free(&have);
}

static void syllable_rows_hold(void **state)
{
    (void)state;
    assert_true(for_each_row("syllables.tsv", syllable_row) >= 60);
    assert_int_equal(rows_failed, 0);
}

static void schwa_row(const row *r)
{
    assert_int_equal(r->n, 3);
    lp_str have = LP_STR_INIT;
    assert_int_equal(lp_schwa_drop(lp_str_view(&r->column[1]), &have, NULL), LP_OK);
    compare(r, &have, &r->column[2]);
    lp_str_free(&have);
}

static void schwa_rows_hold(void **state)
{
    (void)state;
    rows_failed = 0;
    assert_true(for_each_row("schwa.tsv", schwa_row) >= 150);
    assert_int_equal(rows_failed, 0);
}

/* ---- syllables ---- */

static void heavy_says_why(void **state)
{
    (void)state;
    lp_syllable s[8];
    const lp_syllable_options ends = {true};
    assert_int_equal(lp_syllables(&plain, LP_SV("rāmaṃ dharma tat"), s, COUNT(s)), 5);
    assert_int_equal(s[0].heavy, LP_HEAVY_VOWEL);
    assert_int_equal(s[1].heavy, LP_HEAVY_MARK);
    assert_int_equal(s[2].heavy, LP_HEAVY_CONJUNCT);
    assert_int_equal(s[3].heavy, 0);
    assert_int_equal(s[4].heavy, LP_HEAVY_CLOSED);
    assert_int_equal(lp_syllables(&ends, LP_SV("gacchati"), s, COUNT(s)), 3);
    assert_int_equal(s[2].heavy, LP_HEAVY_END);
    assert_true(s[2].pada_end && s[2].word_end && !s[1].word_end);
}

static void room_is_kept_to(void **state)
{
    (void)state;
    lp_syllable s[3];
    char w[4] = "....";
    memset(s, 0x55, sizeof s);
    assert_int_equal(lp_syllables(&plain, LP_SV("karmaṇyevādhikāraste"), s, 2), 8);
    assert_int_equal(s[2].len, (size_t)0x5555555555555555u);
    assert_int_equal(lp_weights(&plain, LP_SV("karmaṇy eva"), w, 3), 4);
    assert_memory_equal(w, "GGG.", 4);
    assert_int_equal(lp_syllables(&plain, LP_SV("karma"), NULL, 0), 2);
}

/* ---- any bytes ---- */

static void random_bytes(uint64_t *seed, char *out, size_t n)
{
    static const char letters[] = "aiueokgcjtdnpbmyrlvsh -'|\n\xC4\x81\xE1\xB9\x9B\xCC\x84\xE1\xB9\x83\xFF";
    for (size_t i = 0; i < n; i++) out[i] = letters[test_below(seed, sizeof letters - 1)];
}

/* Syllables stand one behind the other inside the text, each with one vowel. */
static void syllables_of_any_bytes(void **state)
{
    (void)state;
    uint64_t seed = 0x5111AB1E;
    for (int round = 0; round < 20000; round++) {
        char bytes[96];
        lp_syllable s[96];
        size_t n = test_below(&seed, sizeof bytes), end = 0;
        random_bytes(&seed, bytes, n);
        size_t found = lp_syllables(&plain, lp_sv_make(bytes, n), s, COUNT(s));
        assert_true(found <= n);
        for (size_t i = 0; i < found; i++) {
            lp_letter k[96];
            size_t vowels = 0, letters = lp_letters_read(lp_sv_make(bytes + s[i].at, s[i].len), k, COUNT(k));
            assert_true(s[i].at >= end && s[i].at + s[i].len <= n);
            end = s[i].at + s[i].len;
            for (size_t m = 0; m < letters; m++) vowels += lp_letter_is_vowel(k[m].c);
            assert_true(vowels >= 1);
        }
        if (found) assert_true(s[found - 1].pada_end);
    }
}

/* Only the letter a is taken away. */
static void schwa_takes_only_a(void **state)
{
    (void)state;
    uint64_t seed = 0x5C4A;
    for (int round = 0; round < 20000; round++) {
        char bytes[160];
        size_t n = test_below(&seed, sizeof bytes), k = 0;
        random_bytes(&seed, bytes, n);
        lp_str out = LP_STR_INIT;
        assert_int_equal(lp_schwa_drop(lp_sv_make(bytes, n), &out, NULL), LP_OK);
        for (size_t i = 0; i < n; i++) {
            if (k < out.len && out.s[k] == bytes[i]) k++;
            else assert_true(bytes[i] == 'a' || (unsigned char)bytes[i] >= 0x80);
        }
        assert_int_equal(k, out.len);
        lp_str_free(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(syllable_rows_hold),     cmocka_unit_test(schwa_rows_hold),
        cmocka_unit_test(heavy_says_why),         cmocka_unit_test(room_is_kept_to),
        cmocka_unit_test(syllables_of_any_bytes), cmocka_unit_test(schwa_takes_only_a),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
