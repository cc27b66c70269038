/* How a house spells what is inserted. */
#include "support/test.h"

#include "support/small.h"
#include "support/transcripts.h"

#include "correct/correct.h"

static lp_resource *small;
static lp_worker *worker;

static int start(void **state)
{
    (void)state;
    small = small_resource();
    worker = lp_worker_new(NULL);
    return worker ? 0 : -1;
}

static int end(void **state)
{
    (void)state;
    lp_worker_free(worker);
    lp_resource_close(small);
    return 0;
}

static lp_spelling *spelling_of(lp_scheme style, const char *exceptions)
{
    lp_spelling *s = NULL;
    lp_err err = {0};
    char *name = exceptions ? small_file(lp_sv_of(exceptions)) : NULL;
    if (lp_spelling_new(style, name, &s, &err) != LP_OK) fail_msg("line %zu: %s", err.line, err.msg);
    if (name) small_remove(name);
    return s;
}

static void assert_spelled(lp_scheme style, const char *exceptions, const char *text, const char *want)
{
    lp_spelling *s = spelling_of(style, exceptions);
    lp_str out = LP_STR_INIT;
    assert_int_equal(lp_spelling_put(s, lp_sv_of(text), strlen(text), &out, NULL), LP_OK);
    assert_text(lp_str_view(&out), lp_sv_of(want));
    lp_str_free(&out);
    lp_spelling_free(s);
}

static void assert_made(lp_scheme style, const char *exceptions, const char *in, const char *want)
{
    lp_correct_options o = lp_correct_defaults();
    lp_transcript t = LP_TRANSCRIPT_INIT;
    lp_str have = LP_STR_INIT;
    lp_tally tally = {0};
    lp_err err = {0};
    lp_spelling *s = spelling_of(style, exceptions);
    o.spelling = s;
    transcript_fill(&t, lp_sv_of(in));
    if (lp_correct(small, &o, worker, &t, &tally, &err) != LP_OK) fail_msg("%s", err.msg);
    transcript_show(&t, &have);
    assert_text(lp_str_view(&have), lp_sv_of(want));
    transcript_reverts(&t, lp_sv_of(in));
    lp_str_free(&have);
    lp_transcript_free(&t);
    lp_spelling_free(s);
}

static void styles(void **state)
{
    (void)state;
    static const char text[] = "Māṇḍūkya Upaniṣad of Śaṅkara, jñāna and saṃsāra; Kṛṣṇa, citta, Oṃ";
    assert_spelled(LP_IAST, NULL, text, text);
    assert_spelled(LP_ISO15919, NULL, "Kṛṣṇa saṃsāra", "Kr̥ṣṇa saṁsāra");
    assert_spelled(LP_POPULAR, NULL, "Māṇḍūkya Upaniṣad", "Mandukya Upanishad");
    assert_spelled(LP_POPULAR, NULL, "Śaṅkara jñāna saṃsāra Kṛṣṇa citta Oṃ", "Shankara jnana samsara Krishna chitta Om");
    assert_spelled(LP_DEVANAGARI, NULL, "Kṛṣṇa saṃsāra", "कृष्ण संसार");
    assert_spelled(LP_DEVANAGARI, NULL, "asato mā sad gamaya | [2.47]", "असतो मा सद् गमय । [2.47]");
    lp_spelling *s = NULL;
    lp_err err = {0};
    assert_int_equal(lp_spelling_new(LP_SLP1, NULL, &s, &err), LP_EVALUE);
    assert_int_equal(lp_spelling_new(LP_N_SCHEMES, NULL, &s, &err), LP_EVALUE);
    lp_spelling_free(NULL);
}

static void exceptions(void **state)
{
    (void)state;
    static const char list[] = "# ours\n\nKṛṣṇa\tKrishna\r\nYoga Sūtras\tयोगसूत्र\nŚrī Rāma\tSri Ram\nrāma\tRAMA\n";
    assert_spelled(LP_IAST, list, "Śrī Kṛṣṇa", "Śrī Krishna");
    assert_spelled(LP_IAST, list, "Kṛṣṇa", "Krishna");
    assert_spelled(LP_IAST, list, "Kṛṣṇa Kṛṣṇa", "Krishna Krishna");
    assert_spelled(LP_IAST, list, "Rāmakṛṣṇa", "Rāmakṛṣṇa");
    assert_spelled(LP_DEVANAGARI, list, "Śiva Yoga Sūtras Śiva", "शिव योगसूत्र शिव");
    assert_spelled(LP_ISO15919, list, "śrī rāma and Rāma, rāma", "Sri Ram and Rāma, RAMA");
    assert_spelled(LP_POPULAR, list, "Śrī Rāma Rāma Śrī", "Sri Ram RAMA Shri");
    assert_spelled(LP_POPULAR, "", "Śrī", "Shri");
}

static void inserted_terms_are_spelled(void **state)
{
    (void)state;
    assert_made(LP_POPULAR, NULL, "the moksha of crishna and bagavat gita", "the moksha of Krishna and Bhagavad Gita");
    assert_made(LP_POPULAR, NULL, "mokṣa of Kṛṣṇa", "moksha of Krishna"); /* known terms that stand there */
    assert_made(LP_POPULAR, NULL, "goonas, crishna's, a dwaita vedanta", "gunas, Krishna's, Advaita Vedanta");
    assert_made(LP_DEVANAGARI, NULL, "goonas, crishna's moksha", "गुणs, कृष्ण's मोक्ष");
    assert_made(LP_POPULAR, NULL, "an advaitic and upanishadic", "an Advaitic and Upanishadic");
    assert_made(LP_DEVANAGARI, NULL, "an advaitic one", "an Advaitic one");
    assert_made(LP_DEVANAGARI, NULL, "an upanishadic teaching", "an Upanishadic teaching");
    assert_made(LP_POPULAR, "Kṛṣṇa\tKRISHNA\n", "crishna's moksha", "KRISHNA's moksha");
    assert_made(LP_IAST, "Kṛṣṇa\tKrishna\n", "crishna's moksa", "Krishna's mokṣa");
    assert_made(LP_DEVANAGARI, NULL, "geeta chapter two verse forty seven", "गीता chapter 2 verse 47");
    assert_made(LP_POPULAR, NULL, "the manduca|open you says", "the Mandukya Upanishad|says");
}

/* Flags name their candidates in the house's spelling, too. */
static void flags_are_spelled(void **state)
{
    (void)state;
    lp_correct_options o = lp_correct_defaults();
    lp_transcript t = LP_TRANSCRIPT_INIT;
    lp_tally tally = {0};
    lp_spelling *s = spelling_of(LP_POPULAR, NULL);
    o.spelling = s;
    o.apply_at = 1;
    transcript_fill(&t, LP_SV("of crishna"));
    assert_int_equal(lp_correct(small, &o, worker, &t, &tally, NULL), LP_OK);
    assert_int_equal(t.cues[0].n_flags, 1);
    assert_text(t.cues[0].flags[0].candidates, LP_SV("Krishna"));
    lp_transcript_free(&t);
    lp_spelling_free(s);
}

static void assert_refused(lp_sv text, int code, size_t line, const char *what)
{
    lp_spelling *s = NULL;
    lp_err err = {0};
    char *name = small_file(text);
    int have = lp_spelling_new(LP_IAST, name, &s, &err);
    small_remove(name);
    assert_null(s);
    if (have != code || err.line != line || !strstr(err.msg, what))
        fail_msg("have %s line %zu: %s\nwant %s line %zu: %s", lp_code_name(have), err.line, err.msg, lp_code_name(code), line, what);
    assert_true(err.file[0] != '\0');
}

static void mistakes_are_refused_with_their_line(void **state)
{
    (void)state;
    lp_str text = LP_STR_INIT;
    assert_refused(LP_SV("a\tb\nc d\n"), LP_EFORMAT, 2, "a tab");
    assert_refused(LP_SV("a\t\n"), LP_EFORMAT, 1, "a tab");
    assert_refused(LP_SV("\tb\n"), LP_EFORMAT, 1, "a tab");
    assert_refused(LP_SV("a\tb\tc\n"), LP_EFORMAT, 1, "a tab");
    assert_refused(LP_SV("a\tb\na\t\xFF\n"), LP_EUTF8, 2, "");
    assert_refused(LP_SV("Rāma\tRam\nrāma\tRama\n"), LP_EFORMAT, 0, "two spellings for rāma");
    for (int i = 0; i < 20; i++) lp_str_adds(&text, "a ");
    lp_str_adds(&text, "\tb\n");
    assert_refused(lp_str_view(&text), LP_ELIMIT, 1, "12 words");
    lp_str_free(&text);
    lp_spelling *s = NULL;
    assert_int_equal(lp_spelling_new(LP_IAST, SMALL_DATA "/none.tsv", &s, NULL), LP_EIO);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(styles), cmocka_unit_test(exceptions), cmocka_unit_test(inserted_terms_are_spelled),
        cmocka_unit_test(flags_are_spelled), cmocka_unit_test(mistakes_are_refused_with_their_line),
    };
    return cmocka_run_group_tests(tests, start, end);
}
