/* Metres: the rows of tests/rows/metre.tsv, and laws. */
#include "test.h"

#include "language/sanskrit/metre.h"
#include "language/sanskrit/metre_internal.h"
#include "rows.h"

static size_t rows_failed;

static void run_row(const row *r)
{
    assert_int_equal(r->n, 3);
    lp_str have = LP_STR_INIT;
    lp_metre m;
    if (lp_metre_of(lp_str_view(&r->column[1]), &m)) lp_metre_format(&m, &have);
    else lp_str_adds(&have, "-");
    if (!lp_sv_eq(lp_str_view(&have), lp_str_view(&r->column[2]))) {
        print_error("%s: have \"%s\", want \"%s\"\n", r->column[0].s, lp_str_view(&have).s, r->column[2].s);
        rows_failed++;
    }
    lp_str_free(&have);
}

static void rows_hold(void **state)
{
    (void)state;
    assert_true(for_each_row("metre.tsv", run_row) >= 60);
    assert_int_equal(rows_failed, 0);
}

/* ---- the table ---- */

static void table_is_sound(void **state)
{
    (void)state;
    for (size_t i = 0; i < lp_metre_n_rows; i++) {
        const lp_metre_row *m = &lp_metre_rows[i];
        const char *patterns[] = {m->odd, m->even, m->also};
        for (size_t k = 0; k < COUNT(patterns); k++)
            if (patterns[k]) assert_int_equal(strspn(patterns[k], "LGx "), strlen(patterns[k]));
        for (size_t k = 0; k < i; k++) {
            assert_string_not_equal(m->name, lp_metre_rows[k].name);
            if (!m->also && !m->even && !lp_metre_rows[k].also) assert_string_not_equal(m->odd, lp_metre_rows[k].odd);
        }
    }
    assert_string_equal(lp_metre_genus(8), "anuṣṭubh");
    assert_string_equal(lp_metre_genus(21), "prakṛti");
    assert_string_equal(lp_metre_genus(7), "");
    assert_string_equal(lp_metre_genus(99), "");
}

/* ---- places ---- */

static void fault_points_into_the_text(void **state)
{
    (void)state;
    lp_metre m;
    lp_sv verse =
        LP_SV("dharmakṣetre kurukṣetre samavetā yuyutsavaḥ | māmakāḥ pāṇḍavāś caiva kim akurvatāṃ sañjaya ||");
    assert_true(lp_metre_of(verse, &m));
    assert_string_equal(m.name, "anuṣṭubh");
    assert_string_equal(m.genus, "anuṣṭubh");
    assert_int_equal(m.faults, 1);
    assert_int_equal(m.first.pada, 4);
    assert_int_equal(m.first.syllable, 5);
    assert_int_equal(m.first.want, 'L');
    assert_int_equal(m.first.have, 'G');
    assert_memory_equal(verse.s + m.first.at, "tāṃ sañjaya", 14);
}

static void verses_of_a_text(void **state)
{
    (void)state;
    lp_sv text = LP_SV("yadā yadā hi |\nglānir bhavati ||4-7||\n\nparitrāṇāya\nsādhūnāṃ\n \nsambhavāmi ॥ yuge"), verse;
    static const char *const want[] = {"yadā yadā hi |\nglānir bhavati ||", "\nparitrāṇāya\nsādhūnāṃ\n \n",
                                       "sambhavāmi ॥", " yuge"};
    for (size_t i = 0; i < COUNT(want); i++) {
        assert_true(lp_metre_next(&text, &verse));
        lp_sv trimmed = lp_sv_trim(verse);
        assert_text(trimmed, lp_sv_trim(lp_sv_of(want[i])));
    }
    assert_false(lp_metre_next(&text, &verse));
    assert_int_equal(text.len, 0);
}

/* ---- any verse ---- */

static void any_weights(void **state)
{
    (void)state;
    uint64_t seed = 0x3E78E;
    for (int round = 0; round < 20000; round++) {
        lp_str text = LP_STR_INIT, line = LP_STR_INIT;
        size_t n = test_below(&seed, 200);
        for (size_t i = 0; i < n; i++) {
            lp_str_adds(&text, test_below(&seed, 2) ? "tā" : "ta");
            size_t k = test_below(&seed, 24);
            if (k < 3) lp_str_adds(&text, k == 0 ? " | " : k == 1 ? " uvāca\n" : " ");
        }
        lp_metre m;
        bool verse = lp_metre_of(lp_str_view(&text), &m);
        if (verse) {
            size_t sum = 0;
            for (size_t i = 0; i < m.n_padas; i++) sum += m.pada[i];
            assert_true(m.n_padas >= 1 && m.n_padas <= LP_METRE_PADAS);
            assert_true(m.name ? sum == m.syllables : sum <= m.syllables);
            assert_true(!m.faults || m.first.at < text.len);
            lp_metre_format(&m, &line);
            assert_true(line.len > 0);
        }
        lp_str_free(&text);
        lp_str_free(&line);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_hold),
        cmocka_unit_test(table_is_sound),
        cmocka_unit_test(fault_points_into_the_text),
        cmocka_unit_test(verses_of_a_text),
        cmocka_unit_test(any_weights),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
