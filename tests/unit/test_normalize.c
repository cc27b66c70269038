/* Normalising texts and cues: what changes, what stays, and the laws. */
#include "test.h"

#include "language/normalize.h"
#include "language/unicode.h"

static const lp_normalize_options defaults = LP_NORMALIZE_DEFAULTS;

static lp_str normal(const lp_normalize_options *o, lp_sv in)
{
    lp_str out = LP_STR_INIT;
    lp_err err = {0};
    assert_int_equal(lp_normalize(o, in, &out, &err), LP_OK);
    return out;
}

/* ---- rows ---- */

static const struct normal_row {
    const char *why, *in, *want;
} rows[] = {
    {"ASCII stays", "the Gita, chapter two", "the Gita, chapter two"},
    {"nothing stays nothing", "", ""},
    {"white space stays", " \n a  \t\n", " \n a  \t\n"},
    {"IAST is its own normal form", "vairāgya and Kṛṣṇa's", "vairāgya and Kṛṣṇa's"},
    {"Devanagari becomes IAST, English stays", "the word धर्म means law", "the word dharma means law"},
    {"brackets stay", "(योग)", "(yoga)"},
    {"a verse with daṇḍas", "योगः कर्मसु कौशलम् ॥", "yogaḥ karmasu kauśalam ||"},
    {"ṁ becomes ṃ", "saṁsāra", "saṃsāra"},
    {"capital Ṁ too", "SAṀSĀRA", "SAṂSĀRA"},
    {"m̐ stays", "tām̐s", "tām̐s"},
    {"ISO r̥ becomes ṛ", "Kr̥ṣṇa", "Kṛṣṇa"},
    {"ISO r̥̄ and l̥", "pitr̥̄n kl̥pta", "pitṝn kḷpta"},
    {"capital R̥", "R̥ṣi", "Ṛṣi"},
    {"ē and ō in a word that is clearly ISO", "kr̥ṣṇēna", "kṛṣṇena"},
    {"ē elsewhere is not ours", "Tōkyō and fiancē", "Tōkyō and fiancē"},
    {"a word of NFD", "Kr\xCC\xA3s\xCC\xA3n\xCC\xA3\x61", "Kṛṣṇa"},
    {"English with accents stays", "a naïve café", "a naïve café"},
    {"NFD English becomes NFC", "cafe\xCC\x81", "café"},
    {"a joiner between a letter and its mark goes", "kr\xE2\x80\x8D\xCC\xA5ta", "kṛta"},
    {"a joiner in Latin goes", "yo\xE2\x80\x8Dga", "yoga"},
    {"a joiner in Devanagari leaves no trace", "क्\xE2\x80\x8Dष", "kṣa"},
    {"a joiner in emoji stays", "👩\xE2\x80\x8D👧 ok", "👩\xE2\x80\x8D👧 ok"},
    {"quotes and dashes stay", "“so” — ‘he’ said…", "“so” — ‘he’ said…"},
    {"Devanagari digits", "श्लोक २.४७", "śloka 2.47"},
    {"music signs stay", "♪ ॐ ♪", "♪ oṃ ♪"},
    {"other scripts stay", "привет ಯೋಗ", "привет ಯೋಗ"},
};

static void rows_hold(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        lp_str once = normal(&defaults, lp_sv_of(rows[i].in));
        if (!lp_sv_eq(lp_str_view(&once), lp_sv_of(rows[i].want)))
            fail_msg("%s: \"%s\" became \"%s\"", rows[i].why, rows[i].in, once.s);
        lp_str twice = normal(&defaults, lp_str_view(&once));
        assert_true(lp_sv_eq(lp_str_view(&once), lp_str_view(&twice)));
        lp_str_free(&once);
        lp_str_free(&twice);
    }
}

static void whole_text_in_a_scheme(void **state)
{
    (void)state;
    const lp_normalize_options hk = {.from = LP_HK, .to = LP_IAST}, back = {.from = LP_IAST, .to = LP_DEVANAGARI},
                               out = {.from = LP_DEVANAGARI, .to = LP_SLP1};
    lp_str a = normal(&hk, LP_SV("rAmaH vanaM (gacchati)")), b = normal(&back, lp_str_view(&a));
    lp_str c = normal(&out, LP_SV("the कृष्ण kṛṣṇa"));
    assert_string_equal(a.s, "rāmaḥ vanaṃ (gacchati)");
    assert_string_equal(b.s, "रामः वनं (गच्छति)");
    assert_string_equal(c.s, "the kfzRa kṛṣṇa");
    lp_str_free(&a);
    lp_str_free(&b);
    lp_str_free(&c);
}

static void bad_input_is_named(void **state)
{
    (void)state;
    const lp_normalize_options none = {.from = LP_N_SCHEMES, .to = LP_IAST};
    lp_str out = LP_STR_INIT;
    lp_err err = {0};
    assert_int_equal(lp_normalize(&defaults, LP_SV("ok \xE0\xA4"), &out, &err), LP_EUTF8);
    assert_int_equal(err.byte, 3);
    assert_int_equal(out.len, 0);
    assert_int_equal(lp_normalize(&none, LP_SV("ok"), &out, &err), LP_EVALUE);
    lp_str_free(&out);
}

/* ---- cues ---- */

static void one_cue(lp_transcript *t, const char *text)
{
    lp_cue *cue = lp_transcript_add(t, NULL);
    assert_non_null(cue);
    cue->number = t->n_cues;
    cue->end = 1000;
    cue->text = lp_sv_of(text);
}

static void check_source(const lp_cue *cue, const char *want)
{
    lp_str source = LP_STR_INIT;
    lp_err err = {0};
    assert_int_equal(lp_cue_source(cue, &source, &err), LP_OK);
    assert_true(lp_sv_eq(lp_str_view(&source), lp_sv_of(want)));
    lp_str_free(&source);
}

static void edits_are_words(void **state)
{
    (void)state;
    lp_transcript t = LP_TRANSCRIPT_INIT;
    one_cue(&t, "the (धर्म), the saṁsāra\nand योग-yoga");
    assert_int_equal(lp_normalize_transcript(&defaults, &t, NULL), LP_OK);
    const lp_cue *cue = &t.cues[0];
    assert_true(lp_sv_eq(cue->text, LP_SV("the (dharma), the saṃsāra\nand yoga-yoga")));
    assert_int_equal(cue->n_edits, 3);
    assert_int_equal(cue->edits[0].at, 5);
    assert_true(lp_sv_eq(cue->edits[0].from, LP_SV("धर्म")));
    assert_true(lp_sv_eq(cue->edits[0].to, LP_SV("dharma")));
    assert_true(lp_sv_eq(cue->edits[0].by, LP_SV("scheme")));
    assert_true(lp_sv_eq(cue->edits[0].why, LP_SV("devanagari to iast")));
    assert_true(cue->edits[0].confidence == 0.99);
    assert_true(lp_sv_eq(cue->edits[1].from, LP_SV("saṁsāra")));
    assert_true(lp_sv_eq(cue->edits[1].by, LP_SV("unicode")));
    assert_true(cue->edits[1].confidence == 1.0);
    assert_true(lp_sv_eq(cue->edits[2].from, LP_SV("योग")));
    check_source(cue, "the (धर्म), the saṁsāra\nand योग-yoga");
    lp_transcript_free(&t);
}

static void every_row_reverts(void **state)
{
    (void)state;
    lp_transcript t = LP_TRANSCRIPT_INIT;
    for (size_t i = 0; i < COUNT(rows); i++) one_cue(&t, rows[i].in);
    for (int round = 0; round < 2; round++) {
        assert_int_equal(lp_normalize_transcript(&defaults, &t, NULL), LP_OK);
        for (size_t i = 0; i < COUNT(rows); i++) {
            assert_true(lp_sv_eq(t.cues[i].text, lp_sv_of(rows[i].want)));
            check_source(&t.cues[i], rows[i].in);
        }
    }
    lp_transcript_free(&t);
}

static void another_scheme_twice_is_once(void **state)
{
    (void)state;
    const lp_normalize_options itrans = {.from = LP_ITRANS, .to = LP_IAST};
    /* ch and Ch become c and ch, and ch must not become c after that; a word
     * that did not change is read again to the same. */
    static const char source[] = "gachChati cha rama shiva chit";
    lp_transcript t = LP_TRANSCRIPT_INIT;
    one_cue(&t, source);
    for (int round = 0; round < 3; round++) {
        assert_int_equal(lp_normalize_transcript(&itrans, &t, NULL), LP_OK);
        assert_true(lp_sv_eq(t.cues[0].text, LP_SV("gacchati ca rama śiva cit")));
        assert_int_equal(t.cues[0].n_edits, 4);
        check_source(&t.cues[0], source);
    }
    lp_transcript_free(&t);
}

static void detected_words_become_edits(void **state)
{
    (void)state;
    static const char source[] = "and he said (yogaH karmasu kauzalam), the skill in action";
    const lp_detect_options detect = LP_DETECT_DEFAULTS;
    lp_detector *detector = lp_detector_new(&detect, NULL);
    const lp_normalize_options o = {.from = LP_DEVANAGARI, .to = LP_IAST, .detector = detector};
    const lp_normalize_options both = {.from = LP_HK, .to = LP_IAST, .detector = detector};
    lp_transcript t = LP_TRANSCRIPT_INIT;
    lp_str out = LP_STR_INIT;
    assert_non_null(detector);
    one_cue(&t, source);
    for (int round = 0; round < 2; round++) {
        assert_int_equal(lp_normalize_transcript(&o, &t, NULL), LP_OK);
        assert_text(t.cues[0].text, LP_SV("and he said (yogaḥ karmasu kauśalam), the skill in action"));
        assert_int_equal(t.cues[0].n_edits, 2); /* karmasu was IAST already */
        assert_true(t.cues[0].edits[0].confidence >= LP_DETECT_SURE && t.cues[0].edits[0].confidence <= 1);
        check_source(&t.cues[0], source);
    }
    assert_int_equal(lp_normalize(&o, lp_sv_of(source), &out, NULL), LP_OK);
    assert_text(lp_str_view(&out), t.cues[0].text);
    assert_int_equal(lp_normalize(&both, LP_SV("a"), &out, NULL), LP_EVALUE);
    lp_transcript_free(&t);
    lp_str_free(&out);
    lp_detector_free(detector);
}

static void an_ascii_cue_costs_nothing(void **state)
{
    (void)state;
    lp_transcript t = LP_TRANSCRIPT_INIT;
    one_cue(&t, "plain English, nothing else");
    const char *before = t.cues[0].text.s;
    size_t used = t.arena.total;
    assert_int_equal(lp_normalize_transcript(&defaults, &t, NULL), LP_OK);
    assert_ptr_equal(t.cues[0].text.s, before);
    assert_int_equal(t.arena.total, used);
    assert_int_equal(t.cues[0].n_edits, 0);
    lp_transcript_free(&t);
}

static void a_bad_cue_is_named(void **state)
{
    (void)state;
    lp_transcript t = LP_TRANSCRIPT_INIT;
    lp_err err = {0};
    one_cue(&t, "good");
    one_cue(&t, "bad \xFF");
    assert_int_equal(lp_normalize_transcript(&defaults, &t, &err), LP_EUTF8);
    assert_int_equal(err.cue, 2);
    assert_int_equal(err.byte, 4);
    lp_transcript_free(&t);
}

/* ---- laws on random text ---- */

static const char *const pieces[] = {
    "the ", "योग", "धर्म", " ", "ṁ", "ṃ", "r̥", "l̥", "\xCC\x84", "\xCC\xA3", "ē", "Kṛṣṇa", "\n", "(", ")", "क्", "ि", "्", "ं",
    "\xE2\x80\x8D", "\xE2\x80\x8C", "a", "m", "r", "l", "ॐ", "।", "२", "é", "e\xCC\x81", "о", "👩", "'", "॑", "़", "-", "R\xCC\xA5", "ṝ",
};

static void laws_hold_on_random_text(void **state)
{
    (void)state;
    uint64_t seed = 0x5EED0004;
    for (int round = 0; round < 5000; round++) {
        lp_str in = LP_STR_INIT, nfc = LP_STR_INIT;
        for (size_t n = test_below(&seed, 12); n; n--)
            lp_str_adds(&in, pieces[test_below(&seed, COUNT(pieces))]);
        lp_str_adds(&in, " ");
        assert_int_equal(lp_nfc(lp_str_view(&in), &nfc, NULL), LP_OK);
        lp_str once = normal(&defaults, lp_str_view(&in)), twice = normal(&defaults, lp_str_view(&once));
        lp_str of_nfc = normal(&defaults, lp_str_view(&nfc));
        if (!lp_sv_eq(lp_str_view(&once), lp_str_view(&twice))) fail_msg("twice: %s\n%s\n%s", in.s, once.s, twice.s);
        if (!lp_sv_eq(lp_str_view(&once), lp_str_view(&of_nfc))) fail_msg("NFC first: %s\n%s\n%s", in.s, once.s, of_nfc.s);
        assert_true(lp_is_nfc(lp_str_view(&once)));
        lp_transcript t = LP_TRANSCRIPT_INIT;
        one_cue(&t, in.s);
        assert_int_equal(lp_normalize_transcript(&defaults, &t, NULL), LP_OK);
        assert_true(lp_sv_eq(t.cues[0].text, lp_str_view(&once)));
        check_source(&t.cues[0], in.s);
        lp_transcript_free(&t);
        lp_str_free(&in);
        lp_str_free(&nfc);
        lp_str_free(&once);
        lp_str_free(&twice);
        lp_str_free(&of_nfc);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_hold),
        cmocka_unit_test(whole_text_in_a_scheme),
        cmocka_unit_test(bad_input_is_named),
        cmocka_unit_test(edits_are_words),
        cmocka_unit_test(every_row_reverts),
        cmocka_unit_test(another_scheme_twice_is_once),
        cmocka_unit_test(detected_words_become_edits),
        cmocka_unit_test(an_ascii_cue_costs_nothing),
        cmocka_unit_test(a_bad_cue_is_named),
        cmocka_unit_test(laws_hold_on_random_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
