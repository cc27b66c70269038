#include "correct/evidence.h"

#include <math.h>
#include <stdlib.h>

#include "correct/spans.h"

/* What the neighbours and the company of a term can add at most to its
 * log-odds, so that candidates far below are not looked at further. */
#define MOST_OF_CONTEXT 4.0
#define MOST_COMPANY 8.0
#define MOST_NAMED 3.0

/* --- written forms --------------------------------------------------------------- */

/* A form longer than the sound index reads (a verse) fits as it is. */
enum { LONG_FORM_SCORE = 60000 };

/* What the ear would say of a listed form that its gates kept from it: the form
 * is indexed as a mishearing, and may sound like its term not at all. */
static void score_listed(const lp_resource *res, lp_sv phones, lp_candidate *c)
{
    lp_sound_hit hits[LP_SOUND_MOST];
    const size_t n = lp_resource_sound(res, phones, 0, true, hits);
    for (size_t i = 0; i < n; i++) {
        if (hits[i].term != c->term || hits[i].score <= c->score) continue;
        c->score = hits[i].score;
        c->n_heard = (uint8_t)phones.len;
        c->n_said = hits[i].n_said;
        c->mishearing = hits[i].heard;
    }
}

static void score_written(lp_surroundings *s, const lp_proposal *p, lp_candidate *c)
{
    const lp_sv said = lp_resource_term(s->res, p->term).phones;
    const lp_token *last = &s->tokens->v[p->first + p->n - 1];
    const size_t stem = p->ending.add ? p->ending.stem : last->low.len;
    c->score = INT32_MIN;
    c->n_said = (uint8_t)(said.len < LP_SOUND_LONGEST ? said.len : LP_SOUND_LONGEST);
    for (int indian = 0; indian < 2; indian++) {
        char phones[LP_SOUND_LONGEST];
        const size_t n = lp_span_phones(s, p->first, p->n, stem, indian != 0, phones);
        const int32_t score = n < LP_SOUND_LONGEST ? lp_resource_score(s->res, lp_sv_make(phones, n), said) : LONG_FORM_SCORE;
        if (score > c->score) {
            c->score = score;
            c->n_heard = (uint8_t)n;
        }
        if (p->form == LP_LISTED && n < LP_SOUND_LONGEST) score_listed(s->res, lp_sv_make(phones, n), c);
    }
}

/* By place, then by term: to find a written form among the heard ones. */
static int by_place(const void *x, const void *y)
{
    const lp_candidate *a = x, *b = y;
    if (a->first != b->first) return a->first < b->first ? -1 : 1;
    if (a->n != b->n) return a->n < b->n ? -1 : 1;
    if (a->term != b->term) return a->term < b->term ? -1 : 1;
    const size_t i = a->ending.add ? a->ending.stem + 1 : 0, k = b->ending.add ? b->ending.stem + 1 : 0;
    return (i > k) - (i < k);
}

/* The first of the written forms, which come in order of place, that begins at
 * word `from` or behind it. */
static size_t beginning_at(const lp_proposals *written, uint32_t from)
{
    size_t lo = 0, hi = written->n;
    while (lo < hi) {
        const size_t mid = lo + (hi - lo) / 2;
        if (written->v[mid].first < from) lo = mid + 1;
        else hi = mid;
    }
    return lo;
}

int lp_evidence_add_written(lp_surroundings *s, const lp_proposals *written, uint32_t from, uint32_t to, size_t begin,
                            lp_candidates *list)
{
    const size_t heard = list->n - begin;
    if (heard) qsort(list->v + begin, heard, sizeof *list->v, by_place);
    for (size_t i = beginning_at(written, from); i < written->n && written->v[i].first < to; i++) {
        const lp_proposal *p = &written->v[i];
        if (p->term == LP_NO_TERM) continue;
        const lp_candidate key = {.first = p->first, .n = p->n, .term = p->term, .ending = p->ending};
        lp_candidate *c = heard ? bsearch(&key, list->v + begin, heard, sizeof *list->v, by_place) : NULL;
        if (!c) {
            c = lp_candidates_add(list);
            if (!c) return LP_ENOMEM;
            c->first = p->first;
            c->n = p->n;
            c->term = p->term;
            c->ending = p->ending;
            score_written(s, p, c);
        }
        c->form = p->form;
    }
    return LP_OK;
}

/* --- evidence ----------------------------------------------------------------------- */

static double clamp(double x, double lo, double hi) { return x < lo ? lo : x > hi ? hi : x; }

double lp_evidence_named(const lp_surroundings *s, uint32_t term)
{
    return clamp(log2(1.0 + s->named[term]), 0, MOST_NAMED);
}

static void of_sound(const lp_surroundings *s, lp_candidate *c)
{
    const double nats = (double)c->score / LP_COST_ONE;
    const uint32_t longer = c->n_heard > c->n_said ? c->n_heard : c->n_said;
    const uint32_t shorter = c->n_heard < c->n_said ? c->n_heard : c->n_said;
    c->x[LP_E_BIAS] = 1;
    c->x[LP_E_SOUND] = (float)nats;
    c->x[LP_E_SOUND_EACH] = (float)(nats / (longer ? longer : 1));
    c->x[LP_E_SHORT] = shorter <= 2 ? 2 : shorter <= 3 ? 1 : 0;
    c->x[LP_E_FREQUENCY] = (float)((int)lp_resource_term(s->res, c->term).frequency - (int)LP_USUAL);
    c->x[LP_E_COUNT] = (float)log1p(lp_resource_term_unit(s->res, c->term).count);
    c->x[LP_E_NAMED] = (float)lp_evidence_named(s, c->term);
    c->x[LP_E_MISHEARING] = c->mishearing;
    c->x[LP_E_ENDING] = c->ending.add != NULL;
    c->x[LP_E_PLURAL] = c->ending.add && strcmp(c->ending.add, "s") == 0;
    c->x[LP_E_LISTED] = c->form == LP_LISTED;
    c->x[LP_E_REGULAR] = c->form == LP_REGULAR;
    c->x[LP_E_ENGLISH_TOO] = c->form == LP_ENGLISH_TOO;
    c->x[LP_E_HEARD_AS] = c->form == LP_HEARD_AS;
}

static void of_words(lp_surroundings *s, lp_candidate *c)
{
    c->x[LP_E_SPARSE] = (float)lp_surroundings_sparse(s, c->first);
    lp_look l = {0};
    double logs = 0;
    bool capital = false;
    for (uint32_t k = c->first; k < c->first + c->n; k++) {
        lp_look_at(s, k, &l);
        logs += log1p(lp_surroundings_word(s, k).count);
        capital |= (s->tokens->v[k].flags & LP_TOKEN_CAPITAL) != 0;
    }
    c->x[LP_E_WORDS] = (float)(c->n - 1);
    c->x[LP_E_STRONG] = (float)l.strong;
    c->x[LP_E_WEAK] = (float)l.weak;
    c->x[LP_E_NAMES] = (float)l.names;
    c->x[LP_E_KNOWN] = (float)l.known;
    c->x[LP_E_CAPITAL] = capital;
    c->x[LP_E_WORD_COUNT] = (float)(logs / c->n);
    const uint8_t level = s->tokens->v[c->first].level;
    c->x[LP_E_ONE_STRONG] = c->n == 1 && level && level <= LP_STRONG;
    c->x[LP_E_ONE_WEAK] = c->n == 1 && level > LP_STRONG && level <= LP_PLAIN;
    c->x[LP_E_ONE_RARE] = c->n == 1 && level > LP_PLAIN;
}

static void of_neighbours(lp_surroundings *s, lp_candidate *c)
{
    const uint32_t end = c->first + c->n;
    const lp_unit before = lp_surroundings_before(s, c->first), after = lp_surroundings_at(s, end);
    const lp_unit term = lp_resource_term_unit(s->res, c->term);
    double inside = 0;
    for (uint32_t k = c->first + 1; k < end; k++)
        inside += lp_resource_pair(s->res, lp_surroundings_word(s, k - 1), lp_surroundings_word(s, k));
    c->x[LP_E_INSIDE] = (float)inside;
    c->x[LP_E_AS_IT_STANDS] = (float)(lp_resource_pair(s->res, before, lp_surroundings_word(s, c->first)) +
                                      lp_resource_pair(s->res, lp_surroundings_word(s, end - 1), after));
    c->x[LP_E_BESIDE] = (float)(lp_resource_pair(s->res, before, term) + lp_resource_pair(s->res, term, after));
}

static double weigh(const lp_evidence_weights *w, const lp_candidate *c)
{
    double z = 0;
    for (size_t i = 0; i < LP_N_EVIDENCE; i++) z += w->evidence[i] * (double)c->x[i];
    return z;
}

/* One context serves all candidates of a span. */
typedef struct company {
    uint32_t first, n;
    float context[LP_VECTOR_DIMENSIONS];
} company;

static void of_company(lp_surroundings *s, lp_candidate *c, company *here)
{
    if (here->first != c->first || here->n != c->n) {
        here->first = c->first;
        here->n = c->n;
        lp_surroundings_context(s, c->first, c->n, here->context);
    }
    double nats;
    if (!lp_resource_company(s->res, c->term, here->context, &nats)) return;
    c->x[LP_E_COMPANY] = (float)clamp(nats, -MOST_COMPANY, MOST_COMPANY);
    c->x[LP_E_KNOWN_COMPANY] = 1;
}

/* Of one span's candidates those stay that are not far behind the best. */
#define FAR_BEHIND 5.0

static size_t thin_out(lp_candidate *v, size_t n)
{
    size_t kept = 0;
    for (size_t i = 0, to; i < n; i = to) {
        double best = v[i].odds;
        for (to = i + 1; to < n && v[to].first == v[i].first && v[to].n == v[i].n; to++)
            if (v[to].odds > best) best = v[to].odds;
        for (size_t k = i; k < to; k++)
            if (v[k].odds >= best - FAR_BEHIND) v[kept++] = v[k];
    }
    return kept;
}

void lp_evidence_gather(lp_surroundings *s, const lp_evidence_weights *w, double hopeless, size_t begin, lp_candidates *list)
{
    company here = {.n = 0};
    size_t kept = begin;
    for (size_t i = begin; i < list->n; i++) {
        lp_candidate *c = &list->v[i];
        of_sound(s, c);
        of_words(s, c);
        if (weigh(w, c) + MOST_OF_CONTEXT < hopeless) continue;
        of_neighbours(s, c);
        of_company(s, c, &here);
        c->odds = weigh(w, c);
        if (c->odds < hopeless) continue;
        list->v[kept++] = *c;
    }
    list->n = begin + thin_out(list->v + begin, kept - begin);
}

/* --- garbled words -------------------------------------------------------------------- */

static bool is_odd(const lp_surroundings *s, uint32_t at)
{
    const uint8_t level = s->tokens->v[at].level;
    return !s->known[at] && !(level && level <= LP_PLAIN);
}

void lp_evidence_garbled(lp_surroundings *s, uint32_t at, float x[LP_N_GARBLED])
{
    const lp_token *t = &s->tokens->v[at];
    const bool known = s->known[at] != 0, plain = t->level && t->level <= LP_PLAIN;
    const bool name = !known && !plain && t->name_level && t->name_level <= LP_PLAIN;
    x[LP_G_BIAS] = 1;
    x[LP_G_ODD] = !known && !plain && !name;
    x[LP_G_NAME] = name;
    x[LP_G_STRONG] = t->level && t->level <= LP_STRONG;
    x[LP_G_WEAK] = t->level > LP_STRONG && t->level <= LP_PLAIN;
    x[LP_G_RARE] = t->level > LP_PLAIN;
    x[LP_G_KNOWN] = known;
    x[LP_G_COUNT] = (float)log1p(lp_surroundings_word(s, at).count);
    x[LP_G_CAPITAL] = (t->flags & LP_TOKEN_CAPITAL) != 0;
    x[LP_G_BESIDE] = (float)((at > 0 && is_odd(s, at - 1)) + (at + 1 < s->tokens->n && is_odd(s, at + 1)));
}

double lp_evidence_garbled_odds(const lp_evidence_weights *w, const float x[LP_N_GARBLED])
{
    double z = 0;
    for (size_t i = 0; i < LP_N_GARBLED; i++) z += w->garbled[i] * (double)x[i];
    return z;
}
