#include "correct/numbers.h"

#include "correct/numbers_internal.h"

typedef struct writer {
    lp_numerals nums;
    const lp_patterns *patterns;
    lp_proposals *list;
    lp_str text; /* scratch */
} writer;

static const char *ordinal_ending(uint64_t x)
{
    static const char *const endings[] = {"th", "st", "nd", "rd"};
    bool teen = x % 100 >= 11 && x % 100 <= 13;
    return teen || x % 10 > 3 ? "th" : endings[x % 10];
}

/* Propose what stands in w->text for the words of numerals a to b. */
static int propose(writer *w, uint32_t a, uint32_t b, const lp_number_rule *rule)
{
    int code = lp_str_check(&w->text, NULL);
    if (code != LP_OK) return code;
    const lp_numeral *from = &w->nums.v[a], *to = &w->nums.v[b];
    lp_proposal p = {.first = from->first,
                     .n = to->first + to->n - from->first,
                     .by = "number",
                     .confidence = rule->confidence, .plain = 1 - rule->confidence,
                     .why = lp_sv_of(rule->why),
                     .term = LP_NO_TERM};
    p.to = lp_proposal_copy(w->list, lp_str_view(&w->text));
    return p.to.len ? lp_propose(w->list, &p) : LP_ENOMEM;
}

/* One numeral in digits; those in digits already are only settled. */
static int write_one(writer *w, uint32_t k, const lp_number_rule *rule)
{
    const lp_numeral *x = &w->nums.v[k];
    if (x->shape & LP_NUM_DIGITS) return LP_OK;
    lp_str_clear(&w->text);
    lp_str_addf(&w->text, "%llu%s", (unsigned long long)x->value,
                x->shape & LP_NUM_ORDINAL ? ordinal_ending(x->value) : "");
    return propose(w, k, k, rule);
}

/* What a marked numeral gives to a text of several. */
static void add_piece(writer *w, const lp_numeral *x, lp_number_act act, bool first)
{
    if (act == LP_NUMBER_DOT && !first) lp_str_addc(&w->text, '.');
    if (x->shape & LP_NUM_DIGITS) lp_str_addv(&w->text, w->nums.tokens->v[x->first].low);
    else lp_str_addf(&w->text, act == LP_NUMBER_YEAR && !first ? "%02llu" : "%llu", (unsigned long long)x->value);
}

/* The marked numerals that are not written alone, as one text. */
static int write_together(writer *w, const lp_marks *marks, const lp_number_rule *rule)
{
    uint32_t a = 0, b = 0;
    bool first = true;
    lp_str_clear(&w->text);
    for (size_t i = 0; i < marks->n; i++) {
        if (marks->alone[i]) continue;
        if (first) a = marks->numeral[i];
        b = marks->numeral[i];
        add_piece(w, &w->nums.v[b], rule->act, first);
        first = false;
    }
    return propose(w, a, b, rule);
}

static uint32_t outcome_of(lp_number_act act)
{
    switch (act) {
    case LP_NUMBER_KEEP: return LP_NUM_KEPT;
    case LP_NUMBER_REF:
    case LP_NUMBER_DOT: return LP_NUM_REF;
    case LP_NUMBER_YEAR: return LP_NUM_YEAR;
    default: return LP_NUM_COUNT;
    }
}

static int settle(writer *w, const lp_marks *marks, const lp_number_rule *rule)
{
    const bool singly = rule->act == LP_NUMBER_REF || rule->act == LP_NUMBER_COUNT;
    int code = LP_OK;
    for (size_t i = 0; code == LP_OK && i < marks->n; i++) {
        w->nums.v[marks->numeral[i]].settled = outcome_of(rule->act);
        if (singly || (marks->alone[i] && rule->act != LP_NUMBER_KEEP)) code = write_one(w, marks->numeral[i], rule);
    }
    if (code == LP_OK && !singly && rule->act != LP_NUMBER_KEEP) code = write_together(w, marks, rule);
    return code;
}

/* Lay rule r on every numeral; sets *any when it settled one. */
static int run_rule(writer *w, size_t r, bool *any)
{
    for (uint32_t k = 0; k < w->nums.n; k++) {
        lp_marks marks;
        if (!lp_pattern_holds(w->patterns, r, &w->nums, k, &marks)) continue;
        int code = settle(w, &marks, &lp_number_rules[r]);
        if (code != LP_OK) return code;
        *any = true;
    }
    return LP_OK;
}

/* The rules from r that chain, up to the first that does not, over and over
 * until none of them holds any more. Each time they settle a numeral, so this
 * ends. *next is the first rule behind them. */
static int run_chain(writer *w, size_t r, size_t *next)
{
    bool any = true;
    while (any) {
        any = false;
        for (*next = r; *next < lp_number_rules_n && lp_pattern_chains(w->patterns, *next); ++*next) {
            int code = run_rule(w, *next, &any);
            if (code != LP_OK) return code;
        }
    }
    return LP_OK;
}

int lp_numbers(const lp_tokens *tokens, lp_proposals *list)
{
    writer w = {.list = list, .text = LP_STR_INIT};
    int code = lp_numerals_find(tokens, list->arena, &w.nums);
    if (code != LP_OK || !w.nums.n) return code;
    code = lp_patterns_compile(list->arena, &w.patterns, NULL);
    for (size_t r = 0; code == LP_OK && r < lp_number_rules_n;) {
        bool any;
        if (lp_pattern_chains(w.patterns, r)) code = run_chain(&w, r, &r);
        else code = run_rule(&w, r++, &any);
    }
    lp_str_free(&w.text);
    return code;
}
