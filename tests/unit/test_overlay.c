/* A user's lexicon over the compiled one. */
#include "support/test.h"

#include <time.h>

#include "support/small.h"
#include "support/transcripts.h"

#include "correct/correct.h"

/* The small lexicon with these entries over it. */
static lp_resource *with(lp_sv yaml)
{
    lp_resource *res = small_resource();
    lp_lexicon lex = LP_LEXICON_INIT;
    lp_err err = {0};
    char *name = small_file(yaml);
    small_must(lp_lexicon_load(&lex, name, &err), "user's lexicon", &err);
    small_must(lp_resource_lay_over(res, &lex, &err), "laying over", &err);
    small_remove(name);
    lp_lexicon_free(&lex); /* nothing of it is needed any more */
    return res;
}

static void assert_made(lp_sv yaml, const char *in, const char *want)
{
    lp_resource *res = with(yaml);
    lp_worker *w = lp_worker_new(NULL);
    const lp_correct_options o = lp_correct_defaults();
    lp_transcript t = LP_TRANSCRIPT_INIT;
    lp_str have = LP_STR_INIT;
    lp_tally tally = {0};
    lp_err err = {0};
    transcript_fill(&t, lp_sv_of(in));
    if (lp_correct(res, &o, w, &t, &tally, &err) != LP_OK) fail_msg("%s", err.msg);
    transcript_show(&t, &have);
    assert_text(lp_str_view(&have), lp_sv_of(want));
    transcript_reverts(&t, lp_sv_of(in));
    lp_str_free(&have);
    lp_transcript_free(&t);
    lp_worker_free(w);
    lp_resource_close(res);
}

static uint32_t exact(const lp_resource *r, const char *a, const char *b, lp_exact *hit)
{
    uint64_t key = lp_word_key(lp_sv_of(a));
    if (b) key = lp_word_key_join(key, lp_word_key(lp_sv_of(b)));
    *hit = (lp_exact){LP_NO_TERM, false, false, false};
    return lp_resource_exact(r, key, hit) ? hit->term : LP_NO_TERM - 1;
}

static void terms_are_numbered_behind_the_base(void **state)
{
    (void)state;
    lp_resource *base = small_resource();
    const size_t n = lp_resource_n_terms(base), forms = lp_resource_n_forms(base);
    lp_resource *res = with(LP_SV("entries:\n- {term: kūṭastha, variations: [good us the, vishnu cow], gloss: changeless}\n"
                                  "- {term: Om Prakash, is_proper_noun: true}\n"));
    assert_int_equal(lp_resource_n_terms(res), n + 2);
    assert_true(lp_resource_n_forms(res) > forms + 2);
    assert_int_equal(lp_resource_n_english(res), lp_resource_n_english(base));
    assert_string_not_equal(lp_resource_version(res), lp_resource_version(base));
    assert_text(lp_resource_term(res, (uint32_t)n).text, LP_SV("kūṭastha"));
    assert_text(lp_resource_term(res, (uint32_t)n).gloss, LP_SV("changeless"));
    assert_true(lp_resource_term(res, (uint32_t)n + 1).proper);
    assert_text(lp_resource_term(res, (uint32_t)n + 2).text, LP_SV(""));
    assert_text(lp_resource_term(res, UINT32_MAX).text, LP_SV(""));
    lp_exact hit;
    assert_int_equal(exact(res, "kutastha", NULL, &hit), n);
    assert_false(hit.written);
    const uint32_t vishnu = exact(base, "vishnu", NULL, &hit);
    const bool longer = hit.longer;
    assert_int_equal(exact(res, "vishnu", NULL, &hit), vishnu);
    assert_true(hit.longer && !longer); /* forms of both begin so */
    assert_int_equal(exact(res, "vishnu", "cow", &hit), n);
    assert_int_equal(exact(res, "good", NULL, &hit), LP_NO_TERM);
    assert_int_equal(exact(res, "nowhere", NULL, &hit), LP_NO_TERM - 1);
    lp_resource_close(res);
    /* The same entries, the same version. */
    lp_resource *one = with(LP_SV("entries:\n- {term: x}\n")), *two = with(LP_SV("entries:\n- {term: x}\n"));
    assert_string_equal(lp_resource_version(one), lp_resource_version(two));
    lp_resource_close(one);
    lp_resource_close(two);
    lp_resource_close(base);
}

static void hits_by_sound_are_those_of_both(void **state)
{
    (void)state;
    lp_resource *res = with(LP_SV("entries:\n- {term: vairāgyā}\n- {term: Krishna, variations: [kṛṣṇa]}\n"));
    lp_resource *base = small_resource();
    const size_t n = lp_resource_n_terms(base);
    lp_sound_hit hits[LP_SOUND_MOST];
    size_t many = lp_resource_sound(res, LP_SV("vairAgya"), 0, false, hits);
    bool own = false, theirs = false;
    for (size_t i = 0; i < many; i++) {
        own |= hits[i].term == n;
        theirs |= lp_sv_eq(lp_resource_term(res, hits[i].term).text, LP_SV("vairāgya"));
        if (i) assert_true(hits[i].score <= hits[i - 1].score);
    }
    assert_true(own && theirs);
    /* A term that the user claims is heard as the user's, and is no rival of it. */
    many = lp_resource_sound(res, LP_SV("kriSna"), 0, false, hits);
    assert_true(many >= 1);
    for (size_t i = 0; i < many; i++) assert_false(lp_sv_eq(lp_resource_term(res, hits[i].term).text, LP_SV("Kṛṣṇa")));
    assert_text(lp_resource_term(res, hits[0].term).text, LP_SV("Krishna"));
    lp_resource_close(res);
    lp_resource_close(base);
}

static void transcripts_are_corrected_with_both(void **state)
{
    (void)state;
    static const char in[] = "the good us tha and krishna of vairagya";
    assert_made(LP_SV("entries: []\n"), in, "the good us tha and Kṛṣṇa of vairāgya");
    assert_made(LP_SV("entries:\n- {term: kūṭastha, variations: [good us tha]}\n"), in, "the kūṭastha and Kṛṣṇa of vairāgya");
    assert_made(LP_SV("entries:\n- {term: Krishna, variations: [kṛṣṇa]}\n"), "of crishna, krushna and krishnaa",
                "of Krishna, Krishna and Krishna");
    assert_made(LP_SV("entries:\n- {term: guṇaa, variations: [the, cow]}\n"), "the cow of goonas", "the cow of guṇas");
    /* By sound, too. */
    assert_made(LP_SV("entries:\n- {term: prasthānatrayī, frequency: common}\n"), "the prusthaan trayee is", "the prasthānatrayī is");
    /* A term given twice is one term, with the variations of both. */
    assert_made(LP_SV("entries:\n- {term: kūṭastha, variations: [good us tha]}\n- {term: kūṭastha, variations: [coot asta]}\n"),
                "good us tha, coot asta, kutasta", "kūṭastha, kūṭastha, kūṭastha");
}

static void headwords_do_no_harm(void **state)
{
    (void)state;
    lp_resource *res = small_resource();
    lp_lexicon lex = LP_LEXICON_INIT;
    lp_err err = {0};
    char *name = small_file(LP_SV("i\tmw ben\nviṣṇu\tmw\nrāma\tmw\nvijñānavāda\tmw\nvairājya\tmw\nhari\tmw\n"));
    assert_int_equal(lp_lexicon_load(&lex, name, &err), LP_OK);
    assert_int_equal(lp_resource_lay_over(res, &lex, &err), LP_OK);
    small_remove(name);
    lp_lexicon_free(&lex);
    lp_exact hit;
    assert_int_equal(exact(res, "i", NULL, &hit), LP_NO_TERM - 1);
    assert_int_equal(exact(res, "rama", NULL, &hit), LP_NO_TERM); /* begins "rama krishna" */
    assert_int_equal(exact(res, "hari", NULL, &hit), LP_NO_TERM - 1);
    exact(res, "vishnu", NULL, &hit);
    assert_text(lp_resource_term(res, hit.term).text, LP_SV("Viṣṇu"));
    exact(res, "vijnanavada", NULL, &hit);
    assert_text(lp_resource_term(res, hit.term).text, LP_SV("vijñānavāda"));
    lp_sound_hit hits[LP_SOUND_MOST];
    const size_t n = lp_resource_sound(res, LP_SV("vairAjya"), 0, false, hits);
    for (size_t i = 0; i < n; i++) assert_false(lp_sv_eq(lp_resource_term(res, hits[i].term).text, LP_SV("vairājya")));
    lp_resource_close(res);
}

static void only_one_layer(void **state)
{
    (void)state;
    lp_resource *res = with(LP_SV("entries:\n- {term: x}\n"));
    lp_lexicon lex = LP_LEXICON_INIT;
    lp_err err = {0};
    assert_int_equal(lp_resource_lay_over(res, &lex, &err), LP_EVALUE);
    lp_resource_close(res);
    /* A variation that cannot be used leaves the base as it was. */
    res = small_resource();
    lp_str yaml = LP_STR_INIT;
    lp_str_adds(&yaml, "entries:\n- term: y\n  variations: [\"");
    for (int i = 0; i < 100; i++) lp_str_adds(&yaml, "a ");
    lp_str_adds(&yaml, "\"]\n");
    char *name = small_file(lp_str_view(&yaml));
    assert_int_equal(lp_lexicon_load(&lex, name, &err), LP_OK);
    small_remove(name);
    const size_t n = lp_resource_n_terms(res);
    assert_int_equal(lp_resource_lay_over(res, &lex, &err), LP_ELIMIT);
    assert_int_equal(err.line, 2);
    assert_int_equal(lp_resource_n_terms(res), n);
    lp_lexicon_free(&lex);
    lp_str_free(&yaml);
    lp_resource_close(res);
}

/* 100,000 terms: seconds, and memory in proportion. */
static void a_hundred_thousand_terms(void **state)
{
    (void)state;
    static const char *const parts[] = {"ka", "khā", "gi", "ghī", "cu", "jū", "ṭṛ", "ḍe", "ṇai", "to", "tha", "dā", "dhi", "nī", "pu", "ṣṭa"};
    lp_str yaml = LP_STR_INIT;
    lp_str_adds(&yaml, "entries:\n");
    for (unsigned i = 0; i < 100000; i++)
        lp_str_addf(&yaml, "- {term: %s%s%s%s%s, variations: [word %u]}\n", parts[i & 15], parts[i >> 4 & 15], parts[i >> 8 & 15],
                    parts[i >> 12 & 15], parts[i >> 16 & 15], i);
    struct timespec from, to;
    clock_gettime(CLOCK_MONOTONIC, &from);
    lp_resource *res = with(lp_str_view(&yaml));
    clock_gettime(CLOCK_MONOTONIC, &to);
    assert_true(to.tv_sec - from.tv_sec < 60); /* some 2 s; sanitizers and busy machines take longer */
    lp_exact hit;
    exact(res, "word", "99999", &hit);
    assert_int_equal(hit.term, lp_resource_n_terms(res) - 1);
    lp_sound_hit hits[LP_SOUND_MOST];
    assert_true(lp_resource_sound(res, LP_SV("kakAgigI"), 0, false, hits) <= LP_SOUND_MOST);
    lp_resource_close(res);
    lp_str_free(&yaml);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(terms_are_numbered_behind_the_base), cmocka_unit_test(hits_by_sound_are_those_of_both),
        cmocka_unit_test(transcripts_are_corrected_with_both), cmocka_unit_test(headwords_do_no_harm),
        cmocka_unit_test(only_one_layer), cmocka_unit_test(a_hundred_thousand_terms),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
