/* Transliteration: the rows of tests/rows/transliterate.tsv, and laws on
 * random Sanskrit. */
#include "test.h"

#include "base/utf8.h"
#include "language/sanskrit/engine_internal.h"
#include "language/sanskrit/transliterate.h"
#include "language/unicode.h"
#include "rows.h"

/* ---- rows ---- */

static size_t rows_failed;

static void run_row(const row *r)
{
    assert_int_equal(r->n, 5);
    lp_scheme from = lp_scheme_of(r->column[1].s), to = lp_scheme_of(r->column[2].s);
    lp_str got = LP_STR_INIT;
    lp_err err = {0};
    int code = lp_transliterate(from, to, lp_str_view(&r->column[3]), &got, &err);
    if (code != LP_OK) lp_str_addf(&got, "%s at byte %zu", lp_code_name(code), err.byte);
    if (!lp_sv_eq(lp_str_view(&got), lp_str_view(&r->column[4]))) {
        /* All that fail are told, not only the first. */
        print_error("%s (%s to %s): have \"%s\", want \"%s\"\n", r->column[0].s, r->column[1].s, r->column[2].s,
                    lp_str_view(&got).s, lp_str_view(&r->column[4]).s);
        rows_failed++;
    }
    lp_str_free(&got);
}

static void rows_hold(void **state)
{
    (void)state;
    assert_true(for_each_row("transliterate.tsv", run_row) >= 800);
    assert_int_equal(rows_failed, 0);
}

static bool has(const lp_str *list, const char *word) { return strstr(lp_str_view(list).s, word) != NULL; }

static lp_translit_style style_of(const lp_str *list)
{
    lp_translit_style s = {.strip_accents = has(list, "accents=strip"), .lower = has(list, "capitals=lower"),
                           .keep_digits = has(list, "keep-digits"), .keep_dandas = has(list, "keep-dandas"),
                           .drop_schwa = has(list, "schwa")};
    if (has(list, "anusvara=nasal")) s.anusvara = LP_ANUSVARA_NASAL;
    if (has(list, "anusvara=dot")) s.anusvara = LP_ANUSVARA_DOT;
    return s;
}

static void run_style_row(const row *r)
{
    assert_int_equal(r->n, 6);
    const lp_translit_style style = style_of(&r->column[1]);
    lp_translit *t = lp_translit_new(lp_scheme_of(r->column[2].s), lp_scheme_of(r->column[3].s), &style, NULL);
    lp_str got = LP_STR_INIT;
    assert_non_null(t);
    assert_int_equal(lp_translit_run(t, lp_str_view(&r->column[4]), &got, NULL), LP_OK);
    if (!lp_sv_eq(lp_str_view(&got), lp_str_view(&r->column[5]))) {
        print_error("%s: have \"%s\", want \"%s\"\n", r->column[0].s, lp_str_view(&got).s, r->column[5].s);
        rows_failed++;
    }
    lp_str_free(&got);
    lp_translit_free(t);
}

static void style_rows_hold(void **state)
{
    (void)state;
    assert_true(for_each_row("transliterate_style.tsv", run_style_row) >= 60);
    assert_int_equal(rows_failed, 0);
}

/* ---- random Sanskrit ---- */

static const char *const vowels[] = {"अ", "आ", "इ", "ई", "उ", "ऊ", "ऋ", "ॠ", "ऌ", "ॡ", "ए", "ऐ", "ओ", "औ"};
static const char *const signs[] = {"", "ा", "ि", "ी", "ु", "ू", "ृ", "ॄ", "ॢ", "ॣ", "े", "ै", "ो", "ौ"};
static const char *const consonants[] = {"क", "ख", "ग", "घ", "ङ", "च", "छ", "ज", "झ", "ञ", "ट", "ठ", "ड", "ढ", "ण", "त", "थ",
                                         "द", "ध", "न", "प", "फ", "ब", "भ", "म", "य", "र", "ल", "व", "श", "ष", "स", "ह", "ळ",
                                         "क\xE0\xA4\xBC", "ड\xE0\xA4\xBC", "ऱ"};
static const char *const marks[] = {"ं", "ः", "ँ", "ᳵ", "ᳶ"};
static const char *const accents[] = {"॑", "॒", "᳚"};
static const char *const between[] = {" ", " ", " ", " । ", " ॥ ", "-", ", ", " १२ ", "ऽ", "\n", " ॐ "};

#define PICK(list) list[test_below(seed, COUNT(list))]

static void random_syllable(uint64_t *seed, bool first, lp_str *out)
{
    size_t n = test_below(seed, 8);
    n = n < 4 ? 1 : n < 6 ? 2 : n < 7 ? 3 : 0; /* consonants; now and then a hiatus */
    if (first && test_below(seed, 4) == 0) n = 0;
    for (size_t i = 0; i < n; i++) {
        if (i) lp_str_adds(out, "्");
        lp_str_adds(out, PICK(consonants));
    }
    lp_str_adds(out, n ? PICK(signs) : PICK(vowels));
    if (test_below(seed, 6) == 0) lp_str_adds(out, PICK(marks));
    if (test_below(seed, 6) == 0) lp_str_adds(out, PICK(accents));
}

/* A line of words in Devanagari, NFC. A word never is ओं alone, which every
 * Latin scheme shares with ॐ. */
static void random_text(uint64_t *seed, lp_str *out)
{
    size_t words = 1 + test_below(seed, 4);
    for (size_t w = 0; w < words; w++) {
        size_t syllables = 2 + test_below(seed, 4);
        for (size_t i = 0; i < syllables; i++) random_syllable(seed, i == 0, out);
        if (test_below(seed, 5) == 0) {
            lp_str_adds(out, PICK(consonants));
            lp_str_adds(out, "्");
        }
        lp_str_adds(out, PICK(between));
    }
}

static lp_str to(lp_scheme a, lp_scheme b, const lp_str *in)
{
    lp_str out = LP_STR_INIT;
    assert_int_equal(lp_transliterate(a, b, lp_str_view(in), &out, NULL), LP_OK);
    return out;
}

static void must_be_same(const char *what, lp_scheme a, lp_scheme b, const lp_str *want, const lp_str *got)
{
    if (lp_sv_eq(lp_str_view(want), lp_str_view(got))) return;
    fail_msg("%s, %s and %s:\n%s\nbecame\n%s", what, lp_scheme_name(a), lp_scheme_name(b), want->s, got->s);
}

#define ROUNDS 400

static void there_and_back(void **state)
{
    (void)state;
    uint64_t seed = 0x5EED0001;
    for (int round = 0; round < ROUNDS; round++) {
        lp_str text = LP_STR_INIT;
        random_text(&seed, &text);
        for (int a = 0; a < LP_N_SCHEMES; a++) {
            if (lp_scheme_is_lossy((lp_scheme)a)) continue;
            lp_str in_a = to(LP_DEVANAGARI, (lp_scheme)a, &text);
            lp_str again = to((lp_scheme)a, LP_DEVANAGARI, &in_a);
            must_be_same("there and back", LP_DEVANAGARI, (lp_scheme)a, &text, &again);
            lp_str_free(&again);
            assert_true(lp_is_nfc(lp_str_view(&in_a)));
            for (int b = 1; b < LP_N_SCHEMES; b++) {
                if (lp_scheme_is_lossy((lp_scheme)b)) continue;
                lp_str in_b = to((lp_scheme)a, (lp_scheme)b, &in_a), back = to((lp_scheme)b, (lp_scheme)a, &in_b);
                must_be_same("there and back", (lp_scheme)a, (lp_scheme)b, &in_a, &back);
                lp_str_free(&in_b);
                lp_str_free(&back);
            }
            lp_str_free(&in_a);
        }
        lp_str_free(&text);
    }
}

static void a_style_twice_is_once(void **state)
{
    (void)state;
    static const lp_translit_style styles[] = {{.anusvara = LP_ANUSVARA_NASAL}, {.anusvara = LP_ANUSVARA_DOT},
                                               {.strip_accents = true}, {.lower = true}};
    uint64_t seed = 0x5EED0005;
    for (size_t i = 0; i < COUNT(styles); i++) {
        lp_translit *t = lp_translit_new(LP_IAST, LP_IAST, &styles[i], NULL);
        for (int round = 0; round < 200; round++) {
            lp_str text = LP_STR_INIT, once = LP_STR_INIT, twice = LP_STR_INIT;
            random_text(&seed, &text);
            lp_str iast = to(LP_DEVANAGARI, LP_IAST, &text);
            assert_int_equal(lp_translit_run(t, lp_str_view(&iast), &once, NULL), LP_OK);
            assert_int_equal(lp_translit_run(t, lp_str_view(&once), &twice, NULL), LP_OK);
            must_be_same("twice", LP_IAST, LP_IAST, &once, &twice);
            lp_str_free(&text);
            lp_str_free(&iast);
            lp_str_free(&once);
            lp_str_free(&twice);
        }
        lp_translit_free(t);
    }
}

/* NFD by hand: the letters of ours that decompose. */
static void decompose(const lp_str *in, lp_str *out)
{
    static const struct {
        const char *whole, *parts;
    } letters[] = {
        {"ā", "a\xCC\x84"}, {"ī", "i\xCC\x84"}, {"ū", "u\xCC\x84"}, {"ē", "e\xCC\x84"}, {"ō", "o\xCC\x84"},
        {"ṛ", "r\xCC\xA3"}, {"ṝ", "r\xCC\xA3\xCC\x84"}, {"ḷ", "l\xCC\xA3"}, {"ḹ", "l\xCC\xA3\xCC\x84"},
        {"ṅ", "n\xCC\x87"}, {"ñ", "n\xCC\x83"}, {"ṭ", "t\xCC\xA3"}, {"ḍ", "d\xCC\xA3"}, {"ṇ", "n\xCC\xA3"},
        {"ś", "s\xCC\x81"}, {"ṣ", "s\xCC\xA3"}, {"ḥ", "h\xCC\xA3"}, {"ṃ", "m\xCC\xA3"}, {"ṁ", "m\xCC\x87"},
        {"ï", "i\xCC\x88"}, {"ü", "u\xCC\x88"}, {"ḻ", "l\xCC\xB1"}, {"ẖ", "h\xCC\xB1"}, {"ḫ", "h\xCC\xAE"},
        {"ṟ", "r\xCC\xB1"}, {"ऱ", "र\xE0\xA4\xBC"},
    };
    for (size_t i = 0; i < in->len;) {
        size_t k = 0, n = COUNT(letters);
        while (k < n && strncmp(in->s + i, letters[k].whole, strlen(letters[k].whole)) != 0) k++;
        if (k < n) lp_str_adds(out, letters[k].parts), i += strlen(letters[k].whole);
        else lp_str_addc(out, in->s[i++]);
    }
}

static void nfd_reads_as_nfc(void **state)
{
    (void)state;
    static const lp_scheme from[] = {LP_DEVANAGARI, LP_IAST, LP_ISO15919};
    uint64_t seed = 0x5EED0002;
    for (int round = 0; round < ROUNDS; round++) {
        lp_str text = LP_STR_INIT;
        random_text(&seed, &text);
        for (size_t i = 0; i < COUNT(from); i++) {
            lp_str in = to(LP_DEVANAGARI, from[i], &text), nfd = LP_STR_INIT;
            decompose(&in, &nfd);
            lp_str a = to(from[i], LP_SLP1, &in), b = to(from[i], LP_SLP1, &nfd);
            must_be_same("NFD", from[i], LP_SLP1, &a, &b);
            lp_str_free(&in);
            lp_str_free(&nfd);
            lp_str_free(&a);
            lp_str_free(&b);
        }
        lp_str_free(&text);
    }
}

/* ---- any bytes ---- */

static void any_text_gives_good_utf8(void **state)
{
    (void)state;
    static const uint32_t bases[] = {0x20, 0x0900, 0x0300, 0x1E00, 0x2008, 0x1CD0, 0xC0, 0x41};
    uint64_t seed = 0x5EED0003;
    for (int round = 0; round < 20000; round++) {
        lp_str in = LP_STR_INIT;
        char buf[4];
        size_t n = test_below(&seed, 24);
        for (size_t i = 0; i < n; i++) {
            uint32_t c = bases[test_below(&seed, 8)] + (uint32_t)test_below(&seed, 0x70);
            lp_str_add(&in, buf, lp_utf8_put(c, buf));
        }
        lp_scheme a = (lp_scheme)test_below(&seed, LP_N_SCHEMES), b = (lp_scheme)test_below(&seed, LP_N_SCHEMES);
        lp_str out = to(a, b, &in);
        assert_int_equal(lp_utf8_check(lp_str_view(&out).s, out.len), out.len);
        assert_true(lp_is_nfc(lp_str_view(&out)));
        lp_str_free(&in);
        lp_str_free(&out);
    }
}

static void failure_leaves_output_as_it_was(void **state)
{
    (void)state;
    lp_str out = LP_STR_INIT;
    lp_err err;
    lp_str_adds(&out, "before");
    assert_int_equal(lp_transliterate(LP_DEVANAGARI, LP_IAST, LP_SV("क\xFF"), &out, &err), LP_EUTF8);
    assert_int_equal(err.byte, 3);
    assert_string_equal(out.s, "before");
    assert_int_equal(lp_transliterate(LP_N_SCHEMES, LP_IAST, LP_SV("a"), &out, &err), LP_EVALUE);
    assert_null(lp_translit_new(LP_IAST, LP_N_SCHEMES, NULL, &err));
    assert_int_equal(lp_transliterate(LP_HK, LP_IAST, LP_SV("A"), &out, NULL), LP_OK);
    assert_string_equal(out.s, "beforeā");
    lp_str_free(&out);
}

/* ---- tables and names ---- */

static void tables_fit_their_index(void **state)
{
    (void)state;
    for (int s = 0; s < LP_N_SCHEMES; s++) {
        lp_sk_index ix;
        lp_sk_index_init(&ix, (lp_scheme)s);
        assert_true(ix.n < SK_MAX_ENTRIES);
        for (unsigned i = 0; i < ix.n; i++) {
            const lp_sk_entry *e = &ix.entries[i];
            assert_true(e->len > 0 && e->len < SK_LONGEST);
            assert_true(lp_is_nfc(lp_sv_make(e->s, e->len)));
        }
        for (unsigned k = SK_A; k < SK_N_SOUNDS; k++) assert_non_null(ix.spelling[k]);
    }
}

static void names_and_mistakes(void **state)
{
    (void)state;
    for (int s = 0; s < LP_N_SCHEMES; s++) {
        assert_int_equal(lp_scheme_of(lp_scheme_name((lp_scheme)s)), s);
        assert_non_null(lp_scheme_title((lp_scheme)s));
    }
    assert_null(lp_scheme_name(LP_N_SCHEMES));
    assert_int_equal(lp_scheme_of("IAST"), LP_IAST);
    assert_int_equal(lp_scheme_of("iso"), LP_ISO15919);
    assert_int_equal(lp_scheme_of("Harvard-Kyoto"), LP_HK);
    assert_int_equal(lp_scheme_of("ias"), LP_N_SCHEMES);
    assert_int_equal(lp_scheme_of(""), LP_N_SCHEMES);
    assert_int_equal(lp_scheme_nearest("ias"), LP_IAST);
    assert_int_equal(lp_scheme_nearest("Velthius"), LP_VELTHUIS);
    assert_int_equal(lp_scheme_nearest("devnagri"), LP_DEVANAGARI);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_hold),
        cmocka_unit_test(style_rows_hold),
        cmocka_unit_test(there_and_back),
        cmocka_unit_test(a_style_twice_is_once),
        cmocka_unit_test(nfd_reads_as_nfc),
        cmocka_unit_test(any_text_gives_good_utf8),
        cmocka_unit_test(failure_leaves_output_as_it_was),
        cmocka_unit_test(tables_fit_their_index),
        cmocka_unit_test(names_and_mistakes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
