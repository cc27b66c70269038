/* Search by sound against a plain alignment of every pronunciation: no hit is
 * wrong, and few are missed. */
#include "support/test.h"

#include "support/small.h"

#include "language/resource_internal.h"

static lp_resource *small, *shipped;

static int start(void **state)
{
    (void)state;
    lp_err err = {0};
    small = small_resource();
    small_must(lp_resource_open(TEST_DATA "/shodhana.lex", &shipped, &err), "shipped lexicon", &err);
    return 0;
}

static int end(void **state)
{
    (void)state;
    lp_resource_close(small);
    lp_resource_close(shipped);
    return 0;
}

/* --- the plain way -------------------------------------------------------- */

typedef struct tables {
    const res_costs *costs;
    const res_said *said;
    size_t n_said;
    const char *text;
} tables;

static tables tables_of(const lp_resource *r)
{
    tables t;
    size_t n;
    t.costs = lp_res_section(r, LP_RES_COSTS, &n);
    t.said = lp_res_section(r, LP_RES_SAID, &t.n_said);
    t.text = lp_res_section(r, LP_RES_TEXT, &n);
    return t;
}

static uint32_t least(uint32_t a, uint32_t b) { return a < b ? a : b; }

/* The whole matrix, no corner cut. */
static uint32_t align_plain(const res_costs *c, const uint8_t *heard, size_t n, const uint8_t *said, size_t m)
{
    static uint32_t cell[LP_RES_LONGEST + 1][LP_SOUND_LONGEST + 1];
    for (size_t d = 0; d <= m; d++)
        for (size_t i = 0; i <= n; i++) {
            uint32_t v = d || i ? UINT32_MAX / 2 : 0;
            if (d) v = least(v, cell[d - 1][i] + c->drop[said[d - 1]]);
            if (i) v = least(v, cell[d][i - 1] + c->add[heard[i - 1]]);
            if (d && i) v = least(v, cell[d - 1][i - 1] + c->sub[heard[i - 1]][said[d - 1]]);
            cell[d][i] = v;
        }
    uint32_t whole = cell[m][n];
    return m ? least(whole, cell[m - 1][n] + c->end[said[m - 1]]) : whole;
}

static size_t as_indexes(lp_sv phones, uint8_t *out)
{
    for (size_t i = 0; i < phones.len; i++) out[i] = (uint8_t)lp_phone_index(phones.s[i]);
    return phones.len;
}

/* The cheapest way each term is said: cost[term], UINT32_MAX where over budget. */
static void search_plain(const lp_resource *r, lp_sv heard, uint32_t budget, uint32_t *cost)
{
    const tables t = tables_of(r);
    uint8_t h[LP_SOUND_LONGEST];
    size_t n = as_indexes(heard, h);
    for (size_t i = 0; i < lp_resource_n_terms(r); i++) cost[i] = UINT32_MAX;
    for (size_t k = 0; k < t.n_said; k++) {
        const res_said *p = &t.said[k];
        /* No pronunciation so much longer or shorter can be within the budget. */
        uint32_t c = align_plain(t.costs, h, n, (const uint8_t *)t.text + p->phones, p->n_phones);
        c += p->heard ? t.costs->heard : 0;
        if (c <= budget) cost[p->term] = least(cost[p->term], c);
    }
}

/* --- queries -------------------------------------------------------------- */

/* How somebody may have heard a term: one or two small slips, as the costs have
 * them, or none. */
static size_t mishear(uint64_t *seed, const lp_resource *r, char *out)
{
    lp_sv said = lp_resource_term(r, (uint32_t)test_below(seed, lp_resource_n_terms(r))).phones;
    size_t n = said.len < 40 ? said.len : 40;
    memcpy(out, said.s, n);
    for (size_t slips = test_below(seed, 3); slips && n > 2; slips--) {
        const size_t at = test_below(seed, n);
        const char phone = LP_PHONE_LETTERS[test_below(seed, LP_N_PHONES)];
        switch (test_below(seed, 4)) {
        case 0: /* lost */
            memmove(out + at, out + at + 1, n - at - 1);
            n--;
            break;
        case 1: /* put in */
            memmove(out + at + 1, out + at, n - at);
            out[at] = phone;
            n++;
            break;
        default: out[at] = phone;
        }
    }
    return n;
}

typedef struct recall {
    size_t queries, best, best_found; /* queries that have an answer, and those whose best was found */
    size_t rivals, rivals_found;      /* all within the margin, at most LP_SOUND_MOST a query */
} recall;

static void check_hits(const lp_resource *r, lp_sv heard, uint32_t budget, uint32_t *plain, recall *sum)
{
    lp_sound_hit hits[LP_SOUND_MOST];
    const size_t n = lp_resource_sound(r, heard, budget, hits);
    search_plain(r, heard, budget, plain);
    uint32_t best = UINT32_MAX;
    size_t rivals = 0;
    for (size_t i = 0; i < lp_resource_n_terms(r); i++) best = least(best, plain[i]);
    for (size_t i = 0; i < lp_resource_n_terms(r); i++)
        rivals += best != UINT32_MAX && plain[i] <= best + LP_SOUND_MARGIN;
    assert_true(n <= LP_SOUND_MOST);
    for (size_t i = 0; i < n; i++) {
        /* A hit is never cheaper than the plain way says, and never over the
         * budget; it may be dearer when the cheaper way of saying it was missed. */
        assert_true(hits[i].cost >= plain[hits[i].term] && hits[i].cost <= budget);
        assert_true(hits[i].cost <= hits[0].cost + LP_SOUND_MARGIN);
        assert_true(hits[i].weight > 0 || heard.len == 0);
        if (i)
            assert_true(hits[i - 1].cost < hits[i].cost ||
                        (hits[i - 1].cost == hits[i].cost && hits[i - 1].term < hits[i].term));
        for (size_t k = 0; k < i; k++) assert_true(hits[k].term != hits[i].term);
    }
    if (best == UINT32_MAX) {
        assert_int_equal(n, 0);
        return;
    }
    sum->best++;
    sum->best_found += n && hits[0].cost == best;
    size_t found = 0;
    for (size_t i = 0; i < n; i++)
        found += hits[i].cost == plain[hits[i].term] && hits[i].cost <= best + LP_SOUND_MARGIN;
    sum->rivals += rivals < LP_SOUND_MOST ? rivals : LP_SOUND_MOST;
    sum->rivals_found += found;
}

static recall measure(const lp_resource *r, uint64_t seed, size_t queries, uint32_t percent)
{
    recall sum = {.queries = queries};
    uint32_t *plain = malloc(lp_resource_n_terms(r) * sizeof *plain);
    assert_non_null(plain);
    for (size_t q = 0; q < queries; q++) {
        char heard[LP_SOUND_LONGEST];
        lp_sv phones = {heard, mishear(&seed, r, heard)};
        const uint32_t budget = percent ? lp_resource_weight(r, phones) * percent / 100 : UINT32_MAX;
        check_hits(r, phones, budget, plain, &sum);
    }
    free(plain);
    print_message("%zu queries at %u%%: best found %zu of %zu, rivals %zu of %zu\n", queries, percent, sum.best_found,
                  sum.best, sum.rivals_found, sum.rivals);
    return sum;
}

static void law_hits_are_those_of_the_plain_way(void **state)
{
    (void)state;
    static const uint32_t percents[] = {1, 5, 10, 20, 30, 36};
    recall sum = {0};
    for (size_t i = 0; i < COUNT(percents); i++) {
        recall one = measure(small, 100 + i, 500, percents[i]);
        sum.best += one.best;
        sum.best_found += one.best_found;
    }
    assert_true(sum.best > 500);
    assert_true(sum.best_found * 100 >= sum.best * 97);
}

static void the_shipped_lexicon_is_searched_well(void **state)
{
    (void)state;
    static const uint32_t percents[] = {5, 10, 15, 20, 30};
    recall sum = {0};
    for (size_t i = 0; i < COUNT(percents); i++) {
        recall one = measure(shipped, 200 + i, 120, percents[i]);
        sum.best += one.best;
        sum.best_found += one.best_found;
    }
    assert_true(sum.best > 100);
    assert_true(sum.best_found * 100 >= sum.best * 97);
}

/* A term said as it is spelled is its own best hit, or another is said alike. */
static void every_term_finds_itself(void **state)
{
    (void)state;
    const lp_resource *const all[] = {small, shipped};
    for (size_t k = 0; k < COUNT(all); k++)
        for (uint32_t id = 0; id < lp_resource_n_terms(all[k]); id++) {
            lp_sound_hit hits[LP_SOUND_MOST];
            lp_term t = lp_resource_term(all[k], id);
            if (t.phones.len > LP_SOUND_LONGEST) continue;
            size_t n = lp_resource_sound(all[k], t.phones, 0, hits);
            if (!n || hits[0].cost) fail_msg("%.*s does not find itself", (int)t.text.len, t.text.s);
        }
}

static void no_limit_is_a_budget_too(void **state)
{
    (void)state;
    recall sum = measure(small, 300, 300, 0);
    assert_int_equal(sum.best, 300);
}

static void what_cannot_be_asked(void **state)
{
    (void)state;
    lp_sound_hit hits[LP_SOUND_MOST];
    char heard[LP_SOUND_LONGEST + 1];
    memset(heard, 'a', sizeof heard);
    assert_int_equal(lp_resource_sound(small, lp_sv_make(heard, sizeof heard), UINT32_MAX, hits), 0);
    assert_int_equal(lp_resource_sound(small, LP_SV("QX?"), 0, hits), 0); /* no phones at all */
    assert_int_equal(lp_resource_sound(small, LP_SV(""), 0, hits), 0);
    assert_int_equal(lp_resource_weight(small, LP_SV("")), 0);
    assert_int_equal(lp_resource_weight(small, LP_SV("kQ")), 900);
    assert_int_equal(lp_resource_weight(small, LP_SV("kA")), 1350);
}

/* A margin around the best, one hit a term, ways of saying told apart. */
static void hits_say_how_they_fit(void **state)
{
    (void)state;
    lp_sound_hit hits[LP_SOUND_MOST];
    size_t n = lp_resource_sound(small, LP_SV("vairagya"), 2000, hits);
    assert_true(n >= 1);
    assert_text(lp_resource_term(small, hits[0].term).text, LP_SV("vairāgya"));
    assert_int_equal(hits[0].cost, 30); /* the length of one a; the listed form costs 120 */
    assert_false(hits[0].heard);
    n = lp_resource_sound(small, LP_SV("kapiyo"), 2000, hits);
    assert_true(n >= 1);
    assert_text(lp_resource_term(small, hits[0].term).text, LP_SV("kavya"));
    assert_int_equal(hits[0].cost, 120); /* a known mishearing, and nothing else */
    assert_true(hits[0].heard);
    n = lp_resource_sound(small, LP_SV("vairAgy"), 2000, hits);
    assert_true(n >= 1);
    assert_int_equal(hits[0].cost, 80); /* a final a is free to go */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(law_hits_are_those_of_the_plain_way),
        cmocka_unit_test(the_shipped_lexicon_is_searched_well),
        cmocka_unit_test(every_term_finds_itself),
        cmocka_unit_test(no_limit_is_a_budget_too),
        cmocka_unit_test(what_cannot_be_asked),
        cmocka_unit_test(hits_say_how_they_fit),
    };
    return cmocka_run_group_tests(tests, start, end);
}
