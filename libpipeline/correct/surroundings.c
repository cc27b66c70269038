#include "correct/surroundings.h"

#include <math.h>

/* Words on either side that make a context; scripts/train/company.py learns
 * with the same. */
enum { REACH = 25 };

/* A form at least this sure stands for its term in the context of others. */
#define SURE_FORM 0.9

/* A title is said once and counts as so many mentions. */
enum { IN_TITLE = 4 };

/* Words on either side of a place that tell whether terms are spoken there; a
 * lecture on Vedānta names one in so many words, and what has fewer words than
 * these is given the benefit of the doubt. */
enum { STRETCH = 700, WORDS_A_TERM = 40 };

static void count_named(lp_surroundings *s, const lp_proposals *p, unsigned times)
{
    for (size_t i = 0; i < p->n; i++) {
        const uint32_t term = p->v[i].term;
        if (term != LP_NO_TERM && p->v[i].form != LP_HEARD_AS && s->named[term] < UINT16_MAX - times) s->named[term] = (uint16_t)(s->named[term] + times);
    }
}

static void mark_terms(lp_surroundings *s, const lp_proposals *written)
{
    for (size_t i = 0; i < written->n; i++) {
        const lp_proposal *p = &written->v[i];
        if (p->term == LP_NO_TERM || p->form == LP_HEARD_AS) continue;
        if (p->n == 1) s->known[p->first] = 1;
        /* Longer forms of one place come later and take it. */
        if (p->confidence < SURE_FORM || s->term[p->first] == LP_INSIDE) continue;
        s->term[p->first] = p->term;
        for (uint32_t k = 1; k < p->n; k++) s->term[p->first + k] = LP_INSIDE;
    }
}

int lp_surroundings_make(lp_surroundings *s, const lp_resource *res, const lp_tokens *tokens,
                         const lp_proposals *written, const lp_proposals *context, lp_arena *arena)
{
    const size_t n_terms = lp_resource_n_terms(res), n = tokens->n;
    *s = (lp_surroundings){res, tokens, lp_arena_alloc(arena, n), lp_arena_alloc(arena, n_terms * sizeof *s->named),
                           lp_arena_alloc(arena, n * sizeof *s->term), lp_arena_alloc(arena, (n + 1) * sizeof *s->terms),
                           lp_arena_alloc(arena, n * sizeof *s->units),
                           lp_arena_alloc(arena, n)};
    if (!s->known || !s->named || !s->term || !s->terms || !s->units || !s->asked) return LP_ENOMEM;
    memset(s->known, 0, n);
    memset(s->asked, 0, n);
    memset(s->named, 0, n_terms * sizeof *s->named);
    for (size_t i = 0; i < n; i++) s->term[i] = LP_NO_TERM;
    mark_terms(s, written);
    s->terms[0] = 0;
    for (size_t i = 0; i < n; i++) s->terms[i + 1] = s->terms[i] + (s->term[i] != LP_NO_TERM && s->term[i] != LP_INSIDE);
    count_named(s, written, 1);
    count_named(s, context, IN_TITLE);
    return LP_OK;
}

lp_unit lp_surroundings_word(lp_surroundings *s, uint32_t at)
{
    if (!s->asked[at]) {
        s->units[at] = lp_resource_word_unit(s->res, s->tokens->v[at].key);
        s->asked[at] = 1;
    }
    return s->units[at];
}

lp_unit lp_surroundings_at(lp_surroundings *s, uint32_t at)
{
    if (at >= s->tokens->n) return (lp_unit){.key = 0};
    const uint32_t term = s->term[at];
    if (term == LP_NO_TERM || term == LP_INSIDE) return lp_surroundings_word(s, at);
    return lp_resource_term_unit(s->res, term);
}

lp_unit lp_surroundings_before(lp_surroundings *s, uint32_t at)
{
    if (!at) return (lp_unit){.key = 0};
    for (at--; at && s->term[at] == LP_INSIDE;) at--;
    return lp_surroundings_at(s, at);
}

double lp_surroundings_sparse(const lp_surroundings *s, uint32_t at)
{
    const size_t n = s->tokens->n;
    const size_t from = at > STRETCH ? at - STRETCH : 0, to = n - at > STRETCH ? at + STRETCH : n;
    const double terms = 1 + (double)(s->terms[to] - s->terms[from]);
    const double usual = (double)(to - from) / WORDS_A_TERM;
    return terms < usual ? log(terms / usual) : 0;
}

static void add_vector(lp_surroundings *s, uint32_t at, int32_t sum[LP_VECTOR_DIMENSIONS])
{
    if (s->term[at] == LP_INSIDE) return;
    const int8_t *v = lp_surroundings_at(s, at).vector;
    if (!v) return;
    for (size_t i = 0; i < LP_VECTOR_DIMENSIONS; i++) sum[i] += v[i];
}

void lp_surroundings_context(lp_surroundings *s, uint32_t first, uint32_t n, float out[LP_VECTOR_DIMENSIONS])
{
    int32_t sum[LP_VECTOR_DIMENSIONS] = {0};
    const uint32_t from = first > REACH ? first - REACH : 0;
    const uint32_t to = s->tokens->n - (first + n) > REACH ? first + n + REACH : (uint32_t)s->tokens->n;
    for (uint32_t i = from; i < first; i++) add_vector(s, i, sum);
    for (uint32_t i = first + n; i < to; i++) add_vector(s, i, sum);
    double square = 0;
    for (size_t i = 0; i < LP_VECTOR_DIMENSIONS; i++) square += (double)sum[i] * (double)sum[i];
    const double length = square > 0 ? 1 / sqrt(square) : 0;
    for (size_t i = 0; i < LP_VECTOR_DIMENSIONS; i++) out[i] = (float)((double)sum[i] * length);
}
