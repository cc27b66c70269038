/* The quick ways of the transliterator against the plain one: the same bytes
 * for any text, and the stream against the whole. */
#include "test.h"

#include "base/utf8.h"
#include "language/normalize.h"
#include "language/sanskrit/translit_internal.h"
#include "language/unicode.h"
#include "rows.h"

/* A text in one go by the plain way, white space and all. */
static int plain_text(lp_scheme from, lp_scheme to, lp_sv in, lp_str *out, lp_err *err)
{
    lp_sk_scratch scratch = {.strays = 0};
    lp_translit *t = lp_translit_new(from, to, NULL, NULL);
    assert_non_null(t);
    int code = lp_sk_plain(t, &scratch, in, out, err);
    lp_sk_scratch_free(&scratch);
    lp_translit_free(t);
    return code;
}

/* Each pair once, with its tables. */
static lp_translit *quick[LP_N_SCHEMES][LP_N_SCHEMES];

static int make_tables(void **state)
{
    (void)state;
    for (int a = 0; a < LP_N_SCHEMES; a++) {
        for (int b = 0; b < LP_N_SCHEMES; b++) {
            quick[a][b] = lp_translit_new((lp_scheme)a, (lp_scheme)b, NULL, NULL);
            assert_non_null(quick[a][b]);
            lp_translit_prepare(quick[a][b]);
        }
    }
    return 0;
}

static int free_tables(void **state)
{
    (void)state;
    for (int a = 0; a < LP_N_SCHEMES; a++)
        for (int b = 0; b < LP_N_SCHEMES; b++) lp_translit_free(quick[a][b]);
    return 0;
}

static void every_scheme_has_its_tables(void **state)
{
    (void)state;
    if (!SK_FAST) skip();
    for (int s = 1; s < LP_N_SCHEMES; s++) {
        if (lp_scheme_is_lossy((lp_scheme)s)) continue;
        assert_non_null(quick[LP_DEVANAGARI][s]->out);
        assert_non_null(quick[s][LP_DEVANAGARI]->in);
        for (int t = 1; t < LP_N_SCHEMES; t++)
            if (s != t && !lp_scheme_is_lossy((lp_scheme)t)) assert_true(quick[s][t]->in && quick[s][t]->out);
    }
}

static void same(lp_scheme from, lp_scheme to, lp_sv in)
{
    lp_str a = LP_STR_INIT, b = LP_STR_INIT;
    lp_err ea = {0}, eb = {0};
    const int code = plain_text(from, to, in, &a, &ea);
    assert_int_equal(lp_translit_run(quick[from][to], in, &b, &eb), code);
    if (code != LP_OK) {
        assert_int_equal(ea.byte, eb.byte);
    } else if (!lp_sv_eq(lp_str_view(&a), lp_str_view(&b))) {
        fail_msg("%s to %s: \"%.*s\"\nplain \"%s\"\nquick \"%s\"", lp_scheme_name(from), lp_scheme_name(to),
                 (int)in.len, in.s, lp_str_view(&a).s, lp_str_view(&b).s);
    }
    lp_str_free(&a);
    lp_str_free(&b);
}

/* ---- the rows, each amid others ---- */

static void row_is_the_same(const row *r)
{
    const lp_scheme from = lp_scheme_of(r->column[1].s), to = lp_scheme_of(r->column[2].s);
    lp_str text = LP_STR_INIT;
    lp_str_addf(&text, "%s ", from == LP_DEVANAGARI ? "राम" : "rama");
    lp_str_addv(&text, lp_str_view(&r->column[3]));
    lp_str_adds(&text, " an end of more than eight bytes\n");
    same(from, to, lp_str_view(&text));
    same(from, to, lp_str_view(&r->column[3]));
    lp_str_free(&text);
}

static void rows_are_the_same(void **state)
{
    (void)state;
    assert_true(for_each_row("transliterate.tsv", row_is_the_same) > 500);
}

/* ---- random text ---- */

static const char *const deva[] = {"अ", "आ", "इ", "ऋ", "ॡ", "ए", "औ", "क", "ख", "ग", "ङ", "च", "ज", "ञ", "ट", "ड", "ण",
                                   "त", "थ", "द", "न", "प", "भ", "म", "य", "र", "ल", "व", "श", "ष", "स", "ह", "ळ", "क्",
                                   "त्", "ह्", "र्", "ल्", "ा", "ि", "ी", "ु",  "ृ",  "ॄ",  "ॢ",  "े",  "ै",  "ो", "ौ", "्",  "ं",
                                   "ः", "ँ",  "॑",  "॒",  "़",  "ऽ", "।", "॥", "ॐ", "०", "९", "ᳵ", "ऎ", "ॆ",  "ॉ", "ऱ", "क़"};
static const char *const other[] = {" ",
                                    " ",
                                    " ",
                                    "\n",
                                    "\t",
                                    "-",
                                    ",",
                                    ".",
                                    "(",
                                    ")",
                                    "'",
                                    "_",
                                    ":",
                                    "{}",
                                    "|",
                                    "||",
                                    "\"",
                                    "~",
                                    "^",
                                    "/",
                                    "\\",
                                    "#",
                                    "##",
                                    "<b>",
                                    "<",
                                    ">",
                                    "&",
                                    "&amp;",
                                    "@",
                                    "www.",
                                    "http://x.y ",
                                    "the ",
                                    "wax ",
                                    "é",
                                    "e\xCC\x81",
                                    "\xE2\x80\x8D",
                                    "\xE2\x80\x8C",
                                    "α",
                                    "👩",
                                    "\xCC\xA3",
                                    "\xCC\x84",
                                    "1",
                                    "2.5",
                                    "\x01"};

static void add_any(uint64_t *seed, const lp_sk_index *ix, lp_str *out)
{
    const size_t what = test_below(seed, 20);
    if (what == 0) {
        lp_str_adds(out, other[test_below(seed, COUNT(other))]);
    } else if (what < 4) {
        lp_str_adds(out, " ");
    } else if (ix->scheme == LP_DEVANAGARI || what == 4) {
        lp_str_adds(out, deva[test_below(seed, what < 12 ? 46 : COUNT(deva))]);
    } else {
        const lp_sk_entry *e = &ix->entries[test_below(seed, ix->n)];
        lp_str_add(out, e->s, e->len);
    }
}

static void capitals(uint64_t *seed, lp_str *text)
{
    for (size_t i = 0; i < text->len; i++)
        if (test_below(seed, 8) == 0 && text->s[i] >= 'a' && text->s[i] <= 'z') text->s[i] = (char)(text->s[i] - 32);
}

static void any_text(lp_scheme from, lp_scheme to, int rounds, size_t longest)
{
    uint64_t seed = 0x5EED0100 + (uint64_t)from * 16 + (uint64_t)to;
    lp_sk_index ix;
    lp_sk_index_init(&ix, from);
    for (int round = 0; round < rounds; round++) {
        lp_str text = LP_STR_INIT;
        for (size_t n = test_below(&seed, longest); n; n--) add_any(&seed, &ix, &text);
        if (round % 4 == 0) capitals(&seed, &text);
        if (round % 16 == 1 && text.len) text.s[test_below(&seed, text.len)] = (char)test_random(&seed);
        same(from, to, lp_str_view(&text));
        lp_str_free(&text);
    }
}

static void random_text_is_the_same(void **state)
{
    (void)state;
    for (int s = 0; s < LP_N_SCHEMES; s++) {
        any_text(LP_DEVANAGARI, (lp_scheme)s, 1500, 60);
        any_text((lp_scheme)s, LP_DEVANAGARI, 1500, 60);
        for (int t = 1; t < LP_N_SCHEMES; t++) any_text((lp_scheme)s, (lp_scheme)t, 300, 60);
    }
}

/* Ordinary words only, so that the loops run long and the lanes are used. */
static void long_text(uint64_t *seed, size_t bytes, lp_str *out)
{
    while (out->len < bytes) {
        for (size_t n = 1 + test_below(seed, 6); n; n--) {
            lp_str_adds(out, deva[7 + test_below(seed, 26)]);
            if (test_below(seed, 2)) lp_str_adds(out, deva[38 + test_below(seed, 12)]);
        }
        lp_str_adds(out, test_below(seed, 400) ? " " : " the ##word## ॐ\n");
    }
}

static void long_text_is_the_same(void **state)
{
    (void)state;
    uint64_t seed = 0x5EED0200;
    for (int s = 1; s < LP_N_SCHEMES; s++) {
        lp_str text = LP_STR_INIT, latin = LP_STR_INIT;
        long_text(&seed, 60000 + test_below(&seed, 60000), &text);
        same(LP_DEVANAGARI, (lp_scheme)s, lp_str_view(&text));
        assert_int_equal(lp_translit_run(quick[LP_DEVANAGARI][s], lp_str_view(&text), &latin, NULL), LP_OK);
        for (int t = 0; t < LP_N_SCHEMES; t++) same((lp_scheme)s, (lp_scheme)t, lp_str_view(&latin));
        lp_str_free(&text);
        lp_str_free(&latin);
    }
}

/* Each length and offset, so that every end falls on every place. */
static void ends_and_offsets(void **state)
{
    (void)state;
    const lp_sv text = LP_SV("क्षेत्रं योगः dharma ॥ कृष्ण वाक् x");
    const lp_sv latin = LP_SV("kṣetraṃ yogaḥ dharma || kṛṣṇa vāk x ai au kh");
    for (size_t at = 0; at < text.len; at++)
        for (size_t len = 0; at + len <= text.len; len++) same(LP_DEVANAGARI, LP_IAST, lp_sv_make(text.s + at, len));
    for (size_t at = 0; at < latin.len; at++)
        for (size_t len = 0; at + len <= latin.len; len++) same(LP_IAST, LP_DEVANAGARI, lp_sv_make(latin.s + at, len));
}

/* ---- in pieces ---- */

static void pieces_make_the_whole(lp_scheme from, lp_scheme to, uint64_t *seed, lp_sv in, size_t longest)
{
    const lp_normalize_options o = {.from = from, .to = to};
    lp_str whole = LP_STR_INIT, out = LP_STR_INIT;
    lp_err err = {0};
    lp_normalizer *n = lp_normalizer_new(&o, false, &err);
    assert_int_equal(lp_normalize(&o, in, &whole, &err), LP_OK);
    for (size_t at = 0, len; at <= in.len; at += len) {
        len = test_below(seed, longest) + 1;
        const bool last = at + len >= in.len;
        if (last) len = in.len - at;
        assert_int_equal(lp_normalizer_feed(n, lp_sv_make(in.s + at, len), last, &out, &err), LP_OK);
        if (last) break;
    }
    assert_text(lp_str_view(&out), lp_str_view(&whole));
    lp_normalizer_free(n);
    lp_str_free(&whole);
    lp_str_free(&out);
}

static void a_stream_is_the_whole(void **state)
{
    (void)state;
    uint64_t seed = 0x5EED0300;
    lp_sk_index ix;
    for (int round = 0; round < 300; round++) {
        const lp_scheme from = (lp_scheme)test_below(&seed, LP_N_SCHEMES),
                        to = (lp_scheme)test_below(&seed, LP_N_SCHEMES);
        lp_str text = LP_STR_INIT;
        lp_sk_index_init(&ix, from);
        for (size_t n = test_below(&seed, 200); n; n--) add_any(&seed, &ix, &text);
        pieces_make_the_whole(from, to, &seed, lp_str_view(&text), 20);
        lp_str_free(&text);
    }
    lp_str text = LP_STR_INIT;
    long_text(&seed, 300000, &text);
    pieces_make_the_whole(LP_DEVANAGARI, LP_IAST, &seed, lp_str_view(&text), 70000);
    lp_str_free(&text);
}

static void errors_of_a_stream_are_placed(void **state)
{
    (void)state;
    const lp_normalize_options o = LP_NORMALIZE_DEFAULTS;
    lp_str out = LP_STR_INIT;
    lp_err err = {0};
    lp_normalizer *n = lp_normalizer_new(&o, false, &err);
    assert_int_equal(lp_normalizer_feed(n, LP_SV("योग\nध"), false, &out, &err), LP_OK);
    assert_int_equal(lp_normalizer_feed(n, LP_SV("र्म\nab \xFFz "), true, &out, &err), LP_EUTF8);
    assert_int_equal(err.byte, 26);
    assert_int_equal(err.line, 3);
    lp_normalizer_free(n);
    lp_str_clear(&out);
    n = lp_normalizer_new(&o, true, &err);
    assert_int_equal(lp_normalizer_feed(n, LP_SV("योग\n\xFF\xE0\xA4"), false, &out, &err), LP_OK);
    assert_int_equal(lp_normalizer_feed(n, LP_SV("\xA7 क ि\n\xE0\xA4"), true, &out, &err), LP_OK);
    assert_text(lp_str_view(&out), LP_SV("yoga\n\xEF\xBF\xBD"
                                         "dha ka ि\n\xEF\xBF\xBD"));
    const lp_normalizer_report found = lp_normalizer_found(n);
    assert_int_equal(found.repaired, 2);
    assert_int_equal(found.repaired_line, 2);
    assert_int_equal(found.strays, 1);
    assert_int_equal(found.stray_line, 2);
    lp_normalizer_free(n);
    lp_str_free(&out);
}

static void a_word_without_end_is_cut(void **state)
{
    (void)state;
    const lp_normalize_options o = LP_NORMALIZE_DEFAULTS;
    lp_str in = LP_STR_INIT, want = LP_STR_INIT, out = LP_STR_INIT;
    lp_err err = {0};
    for (int i = 0; i < 100000; i++) lp_str_adds(&in, "ता"), lp_str_adds(&want, "tā");
    lp_normalizer *n = lp_normalizer_new(&o, false, &err);
    for (size_t at = 0; at < in.len; at += 1000) {
        const size_t len = in.len - at < 1000 ? in.len - at : 1000;
        assert_int_equal(lp_normalizer_feed(n, lp_sv_make(in.s + at, len), at + len == in.len, &out, &err), LP_OK);
        if (at == 400000) assert_true(out.len > 0); /* it does not wait for the end */
    }
    assert_true(lp_sv_eq(lp_sv_make(out.s, 1000), lp_sv_make(want.s, 1000)));
    lp_normalizer_free(n);
    lp_str_free(&in);
    lp_str_free(&want);
    lp_str_free(&out);
}

/* 300 KB each of what begins something that never comes; with a time that
 * grows as the square this would take minutes. */
static void no_text_takes_its_square(void **state)
{
    (void)state;
    static const char *const units[] = {"\"a", "a'", "<a",   "<a ", "##a ", "a#",  "{\\a",
                                        "&a",  "a@", "a://", "w",   "a_",   "oM ", "\xE2\x80\x8D"};
    for (size_t i = 0; i < COUNT(units); i++) {
        lp_str text = LP_STR_INIT, out = LP_STR_INIT;
        while (text.len < 300000) lp_str_adds(&text, units[i]);
        assert_int_equal(lp_translit_run(quick[LP_HK][LP_DEVANAGARI], lp_str_view(&text), &out, NULL), LP_OK);
        assert_int_equal(lp_translit_run(quick[LP_IAST][LP_SLP1], lp_str_view(&text), &out, NULL), LP_OK);
        lp_str_free(&text);
        lp_str_free(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_scheme_has_its_tables),
        cmocka_unit_test(rows_are_the_same),
        cmocka_unit_test(random_text_is_the_same),
        cmocka_unit_test(long_text_is_the_same),
        cmocka_unit_test(ends_and_offsets),
        cmocka_unit_test(a_stream_is_the_whole),
        cmocka_unit_test(errors_of_a_stream_are_placed),
        cmocka_unit_test(a_word_without_end_is_cut),
        cmocka_unit_test(no_text_takes_its_square),
    };
    return cmocka_run_group_tests(tests, make_tables, free_tables);
}
