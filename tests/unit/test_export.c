/* The lexicon for the recogniser's next run. */
#include "support/test.h"

#include "support/small.h"
#include "support/transcripts.h"

#include "work/export.h"

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

static void add(lp_usage *u, const char *text)
{
    const lp_correct_options o = lp_correct_defaults();
    lp_transcript t = LP_TRANSCRIPT_INIT;
    lp_err err = {0};
    transcript_fill(&t, lp_sv_of(text));
    if (lp_usage_add(u, &o, worker, &t, &err) != LP_OK) fail_msg("%s", err.msg);
    lp_transcript_free(&t);
}

static void assert_exported(const lp_usage *u, lp_export_form form, lp_scheme style, size_t most, const char *want)
{
    lp_spelling *s = NULL;
    lp_str out = LP_STR_INIT;
    lp_export_result r;
    lp_err err = {0};
    if (style != LP_IAST) assert_int_equal(lp_spelling_new(style, NULL, &s, &err), LP_OK);
    const lp_export_options o = {form, s, most};
    if (lp_export(u, &o, &out, &r, &err) != LP_OK) fail_msg("%s", err.msg);
    assert_text(lp_str_view(&out), lp_sv_of(want));
    lp_str_free(&out);
    lp_spelling_free(s);
}

static void terms_are_counted_after_correction(void **state)
{
    (void)state;
    lp_usage u;
    assert_int_equal(lp_usage_new(small, &u, NULL), LP_OK);
    add(&u, "the manduca open you of why|rag ya, vairagya's goona and goonas");
    add(&u, "vairāgya and धर्म");
    assert_int_equal(u.transcripts, 2);
    assert_exported(&u, LP_EXPORT_HOTWORDS, LP_IAST, 0, "vairāgya\nguṇa\ndharma\nMāṇḍūkya Upaniṣad\n");
    assert_exported(&u, LP_EXPORT_HOTWORDS, LP_POPULAR, 2, "vairagya\nguna\n");
    assert_exported(&u, LP_EXPORT_PROMPT, LP_POPULAR, 3, "Glossary: vairagya, guna, dharma.\n");
    assert_exported(&u, LP_EXPORT_TSV, LP_IAST, 2,
                    "term\tkind\tgloss\tfrequency\tcount\nvairāgya\tconcept\tdispassion\tcommon\t3\nguṇa\tconcept\t\tcommon\t2\n");
    /* What the series is named after comes first, said or not. */
    assert_int_equal(lp_usage_name(&u, LP_SV("Bhagavad Gita and dharma"), NULL), LP_OK);
    assert_exported(&u, LP_EXPORT_HOTWORDS, LP_IAST, 3, "dharma\nBhagavad Gītā\nvairāgya\n");
    lp_usage_free(&u);
}

static void without_transcripts_the_lexicon_decides(void **state)
{
    (void)state;
    lp_resource *res = small_resource();
    lp_lexicon lex = LP_LEXICON_INIT;
    char *name = small_file(LP_SV("entries:\n- {term: zvara, frequency: rare}\n- {term: KRISHNA, variations: [kṛṣṇa], gloss: \"a\\tb\\nc\"}\n"));
    assert_int_equal(lp_lexicon_load(&lex, name, NULL), LP_OK);
    small_remove(name);
    assert_int_equal(lp_resource_lay_over(res, &lex, NULL), LP_OK);
    lp_lexicon_free(&lex);
    lp_usage u;
    assert_int_equal(lp_usage_new(res, &u, NULL), LP_OK);
    /* One's own terms first; a term that gave way to one is not said. */
    assert_exported(&u, LP_EXPORT_HOTWORDS, LP_IAST, 4, "KRISHNA\nzvara\nGītā\nRāmakṛṣṇa\n");
    assert_exported(&u, LP_EXPORT_TSV, LP_IAST, 1, "term\tkind\tgloss\tfrequency\tcount\nKRISHNA\tconcept\ta b c\tusual\t0\n");
    lp_str out = LP_STR_INIT;
    lp_export_result r;
    lp_export_options o = {LP_EXPORT_HOTWORDS, NULL, 0};
    assert_int_equal(lp_export(&u, &o, &out, &r, NULL), LP_OK);
    assert_null(strstr(out.s, "Kṛṣṇa\n") == out.s ? out.s : NULL);
    assert_null(strstr(out.s, "\nKṛṣṇa\n"));
    assert_null(strstr(out.s, "asato")); /* a verse */
    lp_str_clear(&out);
    o.form = LP_EXPORT_TSV;
    assert_int_equal(lp_export(&u, &o, &out, &r, NULL), LP_OK);
    assert_non_null(strstr(out.s, "asato"));
    lp_str_free(&out);
    lp_usage_free(&u);
    lp_resource_close(res);
}

static void a_prompt_fits(void **state)
{
    (void)state;
    lp_resource *res = small_resource();
    lp_lexicon lex = LP_LEXICON_INIT;
    lp_str list = LP_STR_INIT, out = LP_STR_INIT;
    lp_str_adds(&list, "entries:\n");
    for (int i = 0; i < 500; i++) lp_str_addf(&list, "- {term: ma%c%c%ca}\n", 'b' + i % 20, 'a' + i / 20 % 26, 'k' + i % 7);
    char *name = small_file(lp_str_view(&list));
    assert_int_equal(lp_lexicon_load(&lex, name, NULL), LP_OK);
    small_remove(name);
    assert_int_equal(lp_resource_lay_over(res, &lex, NULL), LP_OK);
    lp_usage u;
    lp_export_result r;
    assert_int_equal(lp_usage_new(res, &u, NULL), LP_OK);
    static const lp_scheme styles[] = {LP_IAST, LP_POPULAR, LP_DEVANAGARI};
    for (size_t i = 0; i < COUNT(styles); i++) {
        lp_spelling *s = NULL;
        assert_int_equal(lp_spelling_new(styles[i], NULL, &s, NULL), LP_OK);
        const lp_export_options o = {LP_EXPORT_PROMPT, s, 0};
        lp_str_clear(&out);
        assert_int_equal(lp_export(&u, &o, &out, &r, NULL), LP_OK);
        lp_sv line = lp_str_view(&out);
        assert_true(r.terms > 10 && r.tokens <= LP_PROMPT_TOKENS && r.tokens > LP_PROMPT_TOKENS - 20);
        line.len--; /* the line end */
        assert_int_equal(lp_prompt_tokens(line), r.tokens);
        lp_spelling_free(s);
    }
    assert_int_equal(lp_prompt_tokens(LP_SV("")), 0);
    assert_int_equal(lp_prompt_tokens(LP_SV("Krishna, dharma.")), 4 + 1 + 3 + 1);
    assert_int_equal(lp_prompt_tokens(LP_SV("mokṣa")), 2 + 3 + 1);
    lp_usage_free(&u);
    lp_lexicon_free(&lex);
    lp_str_free(&list);
    lp_str_free(&out);
    lp_resource_close(res);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(terms_are_counted_after_correction),
                                       cmocka_unit_test(without_transcripts_the_lexicon_decides), cmocka_unit_test(a_prompt_fits)};
    return cmocka_run_group_tests(tests, start, end);
}
