/* What was learned: tables read, looked up in the compiled lexicon, and refused
 * where they are wrong. */
#include "support/test.h"

#include <math.h>

#include "support/learned.h"

#include "correct/candidate.h"

/* A lexicon with all tables; the small ones of every test here. */
static lp_resource *res;

static int start(void **state)
{
    (void)state;
    lp_str words = LP_STR_INIT, terms = LP_STR_INIT;
    lp_err err = {0};
    lp_str_addf(&words, "# word, count, vector\n*\t1000\t-\nthe\t100\t-\nof\t60\t%s\nrare\t2\t-\nguna\t9\t-\n",
                learned_vector(127, -128));
    lp_str_addf(&terms, "# term, count, vector, scale, offset, sense\nguṇa\t20\t%s\t0.5\t-1.25\t%s\n"
                        "dharma\t5\t-\t0\t0\t-\nno such term\t7\t-\t0\t0\t-\n",
                learned_vector(1, -1), learned_vector(-2, 4));
    const learned_tables t = {.words = words.s,
                              .terms = terms.s,
                              .pairs = "the\t@guṇa\t15\nof\tthe\t40\n@guṇa\tof\t0\nthe\trare\t2\n",
                              .weights = "bias\t-1.5\tany candidate\nsound\t.25\ngarbled_odd\t2\n"};
    small_must(learned_open(&t, &res, &err), "tables", &err);
    lp_str_free(&words);
    lp_str_free(&terms);
    return 0;
}

static int end(void **state)
{
    (void)state;
    lp_resource_close(res);
    return 0;
}

static lp_unit word(const char *text) { return lp_resource_word_unit(res, lp_word_key(lp_sv_of(text))); }
static lp_unit term(const char *text) { return lp_resource_term_unit(res, learned_term(res, text)); }

static void assert_near(double have, double want)
{
    if (fabs(have - want) > 1e-6) fail_msg("%.9g, not %.9g", have, want);
}

static void words_are_found(void **state)
{
    (void)state;
    assert_int_equal(word("the").count, 100);
    assert_null(word("the").vector);
    const lp_unit of = word("of");
    assert_int_equal(of.count, 60);
    assert_non_null(of.vector);
    assert_int_equal(of.vector[0], 127);
    assert_int_equal(of.vector[LP_VECTOR_DIMENSIONS - 1], -128);
    for (size_t i = 1; i + 1 < LP_VECTOR_DIMENSIONS; i++) assert_int_equal(of.vector[i], 0);
    assert_true(of.key == lp_word_key(LP_SV("of")));
    assert_true(word("nowhere").key == 0 && word("nowhere").count == 0 && !word("nowhere").vector);
    assert_true(word("*").key == 0); /* no word, but how many there are */
    for (uint64_t key = 0; key < 1000; key++) assert_true(lp_resource_word_unit(res, key).count <= 100);
}

static void terms_are_found(void **state)
{
    (void)state;
    const lp_unit guna = term("guṇa");
    assert_int_equal(guna.count, 20);
    assert_int_equal(guna.vector[0], 1);
    assert_int_equal(guna.vector[LP_VECTOR_DIMENSIONS - 1], -1);
    assert_true(guna.key != 0 && guna.key != word("guna").key && guna.key != lp_word_key(LP_SV("guṇa")));
    assert_int_equal(term("dharma").count, 5);
    assert_null(term("dharma").vector);
    assert_true(term("vairāgya").key == 0 && term("vairāgya").count == 0); /* not in the table */
    assert_true(lp_resource_term_unit(res, LP_NO_TERM).key == 0);
    assert_true(lp_resource_term_unit(res, (uint32_t)lp_resource_n_terms(res)).key == 0);
}

static void company_is_a_line(void **state)
{
    (void)state;
    float context[LP_VECTOR_DIMENSIONS] = {0.6f};
    context[LP_VECTOR_DIMENSIONS - 1] = 0.8f;
    double nats = 7;
    assert_true(lp_resource_company(res, learned_term(res, "guṇa"), context, &nats));
    assert_near(nats, 0.5 * (-2 * 0.6 + 4 * 0.8) + 1.25);
    nats = 7;
    assert_false(lp_resource_company(res, learned_term(res, "dharma"), context, &nats));
    assert_false(lp_resource_company(res, learned_term(res, "vairāgya"), context, &nats));
    assert_false(lp_resource_company(res, LP_NO_TERM, context, &nats));
    assert_true(nats == 7);
}

static void pairs_against_chance(void **state)
{
    (void)state;
    assert_near(lp_resource_pair(res, word("the"), term("guṇa")), log((15 + 0.3) / (100 * 20 / 1000.0 + 0.3)));
    assert_near(lp_resource_pair(res, word("of"), word("the")), log((40 + 0.3) / (60 * 100 / 1000.0 + 0.3)));
    /* Nothing seen, in the table or not, is the same; the other way round is another pair. */
    assert_near(lp_resource_pair(res, term("guṇa"), word("of")), log(0.3 / (20 * 60 / 1000.0 + 0.3)));
    assert_near(lp_resource_pair(res, word("the"), word("of")), -3); /* log(0.3 / 6.3), cut */
    assert_near(lp_resource_pair(res, word("the"), word("rare")), 0); /* seen twice says nothing */
    assert_near(lp_resource_pair(res, word("the"), word("nowhere")), 0);
    assert_near(lp_resource_pair(res, (lp_unit){.key = 0}, word("the")), 0);
    const lp_unit much = {.key = word("of").key, .count = 3}, more = {.key = word("the").key, .count = 3};
    assert_near(lp_resource_pair(res, much, more), log((40 + 0.3) / (9 / 1000.0 + 0.3)));
}

static void weights_are_found(void **state)
{
    (void)state;
    assert_near(lp_resource_weight(res, "bias", 7), -1.5);
    assert_near(lp_resource_weight(res, "sound", 7), 0.25);
    assert_near(lp_resource_weight(res, "nowhere", 7), 7);
    assert_near(lp_resource_weight(res, "", 7), 7);
    const lp_evidence_weights w = lp_evidence_weights_of(res);
    assert_near(w.evidence[LP_E_BIAS], -1.5);
    assert_near(w.evidence[LP_E_SOUND], 0.25);
    assert_near(w.evidence[LP_E_LISTED], 0); /* not in the table: no weight */
    assert_near(w.garbled[LP_G_ODD], 2);
}

static void names_fit_the_tables(void **state)
{
    (void)state;
    for (size_t i = 0; i < LP_N_EVIDENCE + LP_N_GARBLED; i++) {
        const char *name = i < LP_N_EVIDENCE ? lp_evidence_names[i] : lp_garbled_names[i - LP_N_EVIDENCE];
        assert_in_range(strlen(name), 1, 23);
        for (size_t k = 0; k < i; k++)
            assert_string_not_equal(name, k < LP_N_EVIDENCE ? lp_evidence_names[k] : lp_garbled_names[k - LP_N_EVIDENCE]);
    }
}

/* Every term's sections are there, and empty. */
static void a_lexicon_without_tables(void **state)
{
    (void)state;
    lp_resource *plain = small_resource();
    const float context[LP_VECTOR_DIMENSIONS] = {1};
    double nats;
    for (uint32_t i = 0; i < lp_resource_n_terms(plain); i++) {
        assert_true(lp_resource_term_unit(plain, i).key == 0);
        assert_false(lp_resource_company(plain, i, context, &nats));
    }
    assert_true(lp_resource_word_unit(plain, lp_word_key(LP_SV("the"))).key == 0);
    assert_near(lp_resource_pair(plain, (lp_unit){1, 5, NULL}, (lp_unit){2, 5, NULL}), 0);
    assert_near(lp_resource_weight(plain, "bias", 7), 7);
    const lp_evidence_weights w = lp_evidence_weights_of(plain);
    assert_true(w.evidence[LP_E_BIAS] < 0 && w.evidence[LP_E_LISTED] > 0); /* those of nobody's training */
    lp_resource_close(plain);
}

/* What the lectures say of a term is said of the one that a user puts there. */
static void a_user_s_term_is_known_as_the_one_it_replaces(void **state)
{
    (void)state;
    lp_lexicon lex = LP_LEXICON_INIT;
    lp_resource *own = NULL;
    lp_err err = {0};
    const learned_tables t = {.words = "*\t100\t-\n", .terms = "guṇa\t20\t-\t0\t0\t-\n"};
    small_must(learned_open(&t, &own, &err), "tables", &err);
    char *name = small_file(LP_SV("entries:\n- {term: strand, variations: [guṇa]}\n- {term: kūṭastha}\n"));
    small_must(lp_lexicon_load(&lex, name, &err), "user's lexicon", &err);
    small_must(lp_resource_lay_over(own, &lex, &err), "laying over", &err);
    small_remove(name);
    lp_lexicon_free(&lex);
    assert_int_equal(lp_resource_term_unit(own, learned_term(own, "strand")).count, 20);
    assert_int_equal(lp_resource_term_unit(own, learned_term(own, "kūṭastha")).count, 0);
    lp_resource_close(own);
}

/* --- refused ------------------------------------------------------------------ */

static void assert_refused(const char *table, const char *row)
{
    lp_str text = LP_STR_INIT;
    lp_resource *none;
    lp_err err = {0};
    lp_str_addf(&text, "# a table\n\n%s\n", row);
    const bool words = strcmp(table, "words.tsv") == 0, terms = strcmp(table, "terms.tsv") == 0;
    const bool pairs = strcmp(table, "pairs.tsv") == 0;
    const learned_tables t = {.words = words ? text.s : NULL,
                              .terms = terms ? text.s : NULL,
                              .pairs = pairs ? text.s : NULL,
                              .weights = words || terms || pairs ? NULL : text.s};
    if (learned_open(&t, &none, &err) != LP_EFORMAT) fail_msg("%s: taken for good: %s", table, row);
    assert_int_equal(err.line, 3);
    assert_non_null(strstr(err.file, table));
    assert_true(err.msg[0] != '\0');
    lp_str_free(&text);
}

static void hostile_rows_are_refused(void **state)
{
    (void)state;
    char vector[2 * LP_VECTOR_DIMENSIONS + 3];
    lp_str row = LP_STR_INIT;
    static const char *const words[] = {"the", "the\t1", "the\t1\t-\tmore", "\t1\t-", "the\t-1\t-", "the\t1.5\t-",
                                        "the\t4294967296\t-", "the\t99999999999999999999999\t-", "the\t\t-",
                                        "the\t1\t", "the\t1\t--", "the\t1\t00", "the\tmany\t-", "a\tb\tc\td\te\tf\tg\th\ti"};
    static const char *const terms[] = {"guṇa", "guṇa\t1\t-\t0\t0", "guṇa\t1\t-\t0\t0\t-\t-", "\t1\t-\t0\t0\t-",
                                        "guṇa\t1\t-\tx\t0\t-", "guṇa\t1\t-\t0\tnan\t-", "guṇa\t1\t-\t0\t1e3\t-",
                                        "guṇa\t1\t-\t--1\t0\t-", "guṇa\t1\t-\t-\t0\t-", "guṇa\t1\t-\t0\t9999999999\t-",
                                        "guṇa\t-1\t-\t0\t0\t-", "guṇa\t1\tff\t0\t0\t-", "guṇa\t1\t-\t0\t0\tzz"};
    static const char *const pairs[] = {"the", "the\tof", "the\tof\tmany", "\tof\t1", "the\t\t1", "the\tof\t-1",
                                        "the\tof\t4294967296", "the\tof\t1\t2"};
    static const char *const weights[] = {"bias", "bias\t", "\t1", "bias\tmuch", "bias\t1.2.3", "bias\t-", "bias\tinf",
                                          "a_name_that_is_too_long_\t1"};
    for (size_t i = 0; i < COUNT(words); i++) assert_refused("words.tsv", words[i]);
    for (size_t i = 0; i < COUNT(terms); i++) assert_refused("terms.tsv", terms[i]);
    for (size_t i = 0; i < COUNT(pairs); i++) assert_refused("pairs.tsv", pairs[i]);
    for (size_t i = 0; i < COUNT(weights); i++) assert_refused("weights.tsv", weights[i]);
    /* Vectors a digit short, a digit long, in capitals, with something else. */
    for (int kind = 0; kind < 4; kind++) {
        memset(vector, 'a', sizeof vector);
        vector[2 * LP_VECTOR_DIMENSIONS - (kind == 0) + (kind == 1)] = '\0';
        if (kind == 2) vector[7] = 'A';
        if (kind == 3) vector[8] = 'g';
        lp_str_clear(&row);
        lp_str_addf(&row, "the\t1\t%s", vector);
        assert_refused("words.tsv", row.s);
    }
    lp_str_free(&row);
}

static void the_last_of_equals_counts(void **state)
{
    (void)state;
    lp_resource *twice = NULL;
    lp_err err = {0};
    const learned_tables t = {.words = "*\t100\t-\nthe\t4\t-\nthe\t5\t-\n"};
    small_must(learned_open(&t, &twice, &err), "tables", &err);
    assert_int_equal(lp_resource_word_unit(twice, lp_word_key(LP_SV("the"))).count, 5);
    lp_resource_close(twice);
}

/* What is there and cannot be read is not the same as not there. */
static void a_table_that_cannot_be_read(void **state)
{
    (void)state;
    const learned_tables none = {.words = NULL};
    lp_lexicon lex = LP_LEXICON_INIT;
    lp_english en = LP_ENGLISH_INIT;
    lp_str bytes = LP_STR_INIT;
    lp_err err = {0};
    char *folder = learned_folder(&none);
    folder_put(folder, "pairs.tsv/inside", LP_SV("a folder\n"));
    assert_int_equal(lp_resource_build(&lex, &en, folder, &bytes, &err), LP_EIO);
    assert_non_null(strstr(err.file, "pairs.tsv"));
    folder_remove(folder);
    lp_str_free(&bytes);
}

/* As many words as rows, whatever their keys: none is lost in the table. */
static void many_words_are_all_found(void **state)
{
    (void)state;
    enum { MANY = 5000 };
    lp_str words = LP_STR_INIT;
    lp_resource *large = NULL;
    lp_err err = {0};
    for (unsigned i = 0; i < MANY; i++) lp_str_addf(&words, "word%u\t%u\t-\n", i, i + 1);
    const learned_tables t = {.words = words.s};
    small_must(learned_open(&t, &large, &err), "tables", &err);
    for (unsigned i = 0; i < MANY; i++) {
        char name[20];
        (void)snprintf(name, sizeof name, "word%u", i);
        assert_int_equal(lp_resource_word_unit(large, lp_word_key(lp_sv_of(name))).count, i + 1);
    }
    lp_str_free(&words);
    lp_resource_close(large);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_found),
        cmocka_unit_test(terms_are_found),
        cmocka_unit_test(company_is_a_line),
        cmocka_unit_test(pairs_against_chance),
        cmocka_unit_test(weights_are_found),
        cmocka_unit_test(names_fit_the_tables),
        cmocka_unit_test(a_lexicon_without_tables),
        cmocka_unit_test(a_user_s_term_is_known_as_the_one_it_replaces),
        cmocka_unit_test(hostile_rows_are_refused),
        cmocka_unit_test(the_last_of_equals_counts),
        cmocka_unit_test(a_table_that_cannot_be_read),
        cmocka_unit_test(many_words_are_all_found),
    };
    return cmocka_run_group_tests(tests, start, end);
}
