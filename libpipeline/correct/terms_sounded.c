#include "correct/terms.h"

#include <math.h>
#include <stdlib.h>

#include "correct/candidate_table.h"
#include "correct/evidence.h"
#include "correct/lattice.h"

/* Log-odds below which a candidate is not looked at further; lower where the
 * table is wanted, which shows the losers, too. */
#define HOPELESS (-5.5)
#define HOPELESS_IN_TABLE (-12.0)

/* A hearing this sure is as good as a mention. */
#define SURE 0.85

/* --- reasons ----------------------------------------------------------------------- */

/* What the explanation of a proposal needs. */
typedef struct reason {
    const lp_resource *res;
    const lp_evidence_weights *weights;
    const lp_candidate *candidate;
} reason;

enum { REASONS = 5 };

static double part_of(const reason *r, size_t i) { return r->weights->evidence[i] * (double)r->candidate->x[i]; }

/* The weightiest evidence, weightiest first. */
static void explain_evidence(const reason *r, lp_str *out)
{
    bool told[LP_N_EVIDENCE] = {false};
    for (size_t k = 0; k < REASONS; k++) {
        size_t best = 0;
        for (size_t i = 1; i < LP_N_EVIDENCE; i++)
            if (!told[i] && (!best || fabs(part_of(r, i)) > fabs(part_of(r, best)))) best = i;
        if (!best || fabs(part_of(r, best)) < 0.1) break;
        told[best] = true;
        lp_str_addf(out, "%s%s %+.1f", k ? ", " : "", lp_evidence_names[best], part_of(r, best));
    }
}

static void explain(const lp_proposal *p, lp_str *out)
{
    static const char *const how[] = {"", "listed form", "regular spelling", "also English", "known mishearing"};
    const reason *r = p->about;
    const lp_candidate *c = r->candidate;
    const lp_term term = lp_resource_term(r->res, c->term);
    if (c->form == LP_HEARD)
        lp_str_addf(out, "heard /%.*s/ for /%.*s/", (int)c->heard.len, c->heard.s, (int)term.phones.len, term.phones.s);
    else lp_str_adds(out, how[c->form]);
    if (term.gloss.len) lp_str_addf(out, " (%.*s)", (int)term.gloss.len, term.gloss.s);
    lp_str_adds(out, ": ");
    explain_evidence(r, out);
}

/* --- confidence ---------------------------------------------------------------- */

/* An editor who is not sure of an entry limits what is claimed for it. */
static double confidence_of(const lp_resource *res, const lp_candidate *c)
{
    const double most = lp_resource_term(res, c->term).confidence + LP_BEYOND_LISTED;
    return c->support < most ? c->support : most;
}

/* --- proposals ---------------------------------------------------------------------- */

enum { MOST_OTHERS = 2 };

/* The likeliest other candidates of the same span. */
static lp_sv runners_up(const lp_candidates *all, size_t i, lp_proposals *list)
{
    const lp_candidate *c = &all->v[i];
    const lp_candidate *best[MOST_OTHERS] = {NULL};
    size_t from = i, to = i + 1;
    while (from > 0 && all->v[from - 1].first == c->first && all->v[from - 1].n == c->n) from--;
    while (to < all->n && all->v[to].first == c->first && all->v[to].n == c->n) to++;
    for (size_t k = from; k < to; k++) {
        const lp_candidate *o = &all->v[k];
        if (k == i || !o->to.len || lp_sv_eq(o->to, c->to)) continue;
        if (!best[0] || o->share > best[0]->share) best[1] = best[0], best[0] = o;
        else if (!best[1] || o->share > best[1]->share) best[1] = o;
    }
    lp_str s = LP_STR_INIT;
    for (size_t k = 0; k < MOST_OTHERS && best[k]; k++) {
        if (k) lp_str_adds(&s, " | ");
        lp_str_addv(&s, best[k]->to);
    }
    const lp_sv out = s.len ? lp_proposal_copy(list, lp_str_view(&s)) : LP_SV("");
    lp_str_free(&s);
    return out;
}

static int propose_all(const lp_surroundings *s, const lp_evidence_weights *w, const lp_candidates *all, double lowest,
                       lp_proposals *list)
{
    int code = LP_OK;
    for (size_t i = 0; code == LP_OK && i < all->n; i++) {
        const lp_candidate *c = &all->v[i];
        const double confidence = confidence_of(s->res, c);
        if (confidence < lowest || !c->to.len) continue;
        reason *about = lp_arena_alloc(list->arena, sizeof *about);
        if (!about) return LP_ENOMEM;
        *about = (reason){s->res, w, c};
        lp_proposal p = {.first = c->first, .n = c->n, .to = c->to, .term = c->term, .form = c->form,
                         .by = c->form == LP_HEARD || c->form == LP_HEARD_AS ? "phonetic" : "lexicon", .confidence = confidence,
                         .plain = c->plain, .ending = c->ending, .explain = explain, .about = about};
        p.others = runners_up(all, i, list);
        code = lp_propose(list, &p);
    }
    return code;
}

/* Terms that are garbled every time speak for each other: sure hearings count
 * as mentions. True when anything changed. */
static bool mention_surest(lp_surroundings *s, const lp_evidence_weights *w, lp_candidates *all)
{
    bool any = false;
    for (size_t i = 0; i < all->n; i++) {
        const lp_candidate *c = &all->v[i];
        if (c->form != LP_HEARD || c->support < SURE || s->named[c->term] == UINT16_MAX) continue;
        s->named[c->term]++;
        any = true;
    }
    for (size_t i = 0; any && i < all->n; i++) {
        lp_candidate *c = &all->v[i];
        const float now = (float)lp_evidence_named(s, c->term);
        c->odds += w->evidence[LP_E_NAMED] * (double)(now - c->x[LP_E_NAMED]);
        c->x[LP_E_NAMED] = now;
    }
    return any;
}

/* Words heard at a time: most candidates are hopeless, and need not lie in
 * memory together. */
enum { PART = 2048 };

static int hear_all(lp_surroundings *s, const lp_evidence_weights *w, const lp_proposals *written, double hopeless,
                    lp_sound_memory *memory, lp_candidates *all)
{
    lp_ear ear = {.s = s, .memory = memory, .at = (uint32_t)s->tokens->n};
    int code = LP_OK;
    while (code == LP_OK && ear.at > 0) {
        const uint32_t to = ear.at, from = to > PART ? to - PART : 0;
        const size_t begin = all->n;
        code = lp_spans_hear(&ear, from, all);
        if (code == LP_OK) code = lp_evidence_add_written(s, written, from, to, begin, all);
        if (code == LP_OK) lp_evidence_gather(s, w, hopeless, begin, all);
    }
    return code;
}

int lp_terms_sounded(const lp_resource *res, const lp_tokens *tokens, const lp_proposals *context, double lowest,
                     lp_sound_memory *memory, lp_str *table, lp_proposals *list)
{
    lp_surroundings s;
    lp_candidates all = {.arena = list->arena};
    lp_evidence_weights *w = lp_arena_alloc(list->arena, sizeof *w);
    if (!w) return LP_ENOMEM;
    *w = lp_evidence_weights_of(res);
    int code = lp_surroundings_make(&s, res, tokens, list, context, list->arena);
    if (code == LP_OK) code = hear_all(&s, w, list, table ? HOPELESS_IN_TABLE : HOPELESS, memory, &all);
    if (code == LP_OK) code = lp_lattice_weigh(&s, w, &all);
    if (code == LP_OK && mention_surest(&s, w, &all)) code = lp_lattice_weigh(&s, w, &all);
    if (code == LP_OK && table) code = lp_candidate_table(&s, &all, table);
    if (code != LP_OK) return code;
    list->n = 0;
    return propose_all(&s, w, &all, lowest, list);
}
