#include "correct/lattice.h"

#include <math.h>
#include <stdlib.h>

#include "correct/evidence.h"

/* Candidates of less probability neither support others nor are shown. */
#define MATTERS 0.01

/* No candidate has more words (correct/terms_written.c). */
enum { LONGEST = 24 };

static uint32_t end_of(const lp_candidate *c) { return c->first + c->n; }

/* By end, then by start, then by what it is: a total order. */
static int by_end(const void *x, const void *y)
{
    const lp_candidate *a = x, *b = y;
    if (end_of(a) != end_of(b)) return end_of(a) < end_of(b) ? -1 : 1;
    if (a->first != b->first) return a->first < b->first ? -1 : 1;
    if (a->term != b->term) return a->term < b->term ? -1 : 1;
    const size_t i = a->ending.add ? a->ending.stem + 1 : 0, k = b->ending.add ? b->ending.stem + 1 : 0;
    return (i > k) - (i < k);
}

static double add_logs(double a, double b)
{
    const double hi = a > b ? a : b, lo = a > b ? b : a;
    return hi == -INFINITY ? hi : hi + log1p(exp(lo - hi));
}

/* A run of words that candidates hang together, and the candidates in it. */
typedef struct cluster {
    uint32_t from, to;
    lp_candidate *v;
    size_t n;
} cluster;

typedef struct lattice {
    lp_surroundings *s;
    const lp_evidence_weights *w;
    lp_arena *arena;
    double *ahead, *behind; /* log of the sum of what lies before, after a border */
    double *garbled;        /* log-odds of a word's being garbled */
    double *alone;          /* log of 1 + those odds: the word as a piece of its own */
    double *plain;          /* probability that a word is right as it stands */
} lattice;

static void sweep_forward(lattice *l, const cluster *c)
{
    size_t k = 0;
    l->ahead[c->from] = 0;
    for (uint32_t t = c->from + 1; t <= c->to; t++) {
        double sum = l->ahead[t - 1] + l->alone[t - 1];
        for (; k < c->n && end_of(&c->v[k]) == t; k++) sum = add_logs(sum, l->ahead[c->v[k].first] + c->v[k].odds);
        l->ahead[t] = sum;
    }
}

static void sweep_backward(lattice *l, const cluster *c)
{
    size_t k = c->n;
    for (uint32_t t = c->from; t < c->to; t++) l->behind[t] = -INFINITY;
    l->behind[c->to] = 0;
    for (uint32_t t = c->to; t > c->from; t--) {
        l->behind[t - 1] = add_logs(l->behind[t - 1], l->behind[t] + l->alone[t - 1]);
        for (; k > 0 && end_of(&c->v[k - 1]) == t; k--) {
            const lp_candidate *p = &c->v[k - 1];
            l->behind[p->first] = add_logs(l->behind[p->first], l->behind[t] + p->odds);
        }
    }
}

static void share_out(lattice *l, const cluster *c)
{
    const double all = l->ahead[c->to];
    for (uint32_t t = c->from; t < c->to; t++) {
        const double garbled = exp(l->ahead[t] + l->garbled[t] + l->behind[t + 1] - all);
        l->plain[t] = 1 - garbled;
    }
    for (size_t i = 0; i < c->n; i++) {
        lp_candidate *p = &c->v[i];
        p->share = exp(l->ahead[p->first] + p->odds + l->behind[end_of(p)] - all);
        for (uint32_t t = p->first; t < end_of(p); t++) l->plain[t] -= p->share;
    }
    for (size_t i = 0; i < c->n; i++) {
        lp_candidate *p = &c->v[i];
        double sum = 0;
        for (uint32_t t = p->first; t < end_of(p); t++) sum += l->plain[t] > 0 ? l->plain[t] : 0;
        p->plain = sum / p->n;
    }
}

int lp_candidate_write(const lp_resource *res, lp_arena *arena, lp_candidate *c)
{
    const lp_sv text = lp_resource_term(res, c->term).text;
    c->to = text;
    if (!c->ending.add) return LP_OK;
    lp_str word = LP_STR_INIT;
    lp_ending_put(text, &c->ending, &word);
    char *copy = word.failed ? NULL : lp_arena_copy(arena, word.s, word.len);
    if (copy) c->to = lp_sv_make(copy, word.len);
    lp_str_free(&word);
    return copy ? LP_OK : LP_ENOMEM;
}

/* Does `part` stand in `whole` on word borders, at its left end, its right end,
 * or anywhere? With both ends it is the whole of it. */
static bool stands_in(lp_sv whole, lp_sv part, bool left, bool right)
{
    if (part.len >= whole.len || (left && right)) return lp_sv_eq(whole, part);
    const size_t last = whole.len - part.len;
    for (size_t at = left ? 0 : right ? last : 0; at <= last; at++) {
        const bool begins = at == 0 || whole.s[at - 1] == ' ', ends = at == last || whole.s[at + part.len] == ' ';
        if (begins && ends && memcmp(whole.s + at, part.s, part.len) == 0) return true;
        if (left) break;
    }
    return false;
}

/* Words of p that q writes just so, too. */
static uint32_t agreed(const lp_candidate *p, const lp_candidate *q)
{
    const uint32_t from = p->first > q->first ? p->first : q->first;
    const uint32_t to = end_of(p) < end_of(q) ? end_of(p) : end_of(q);
    if (from >= to) return 0;
    const bool q_in_p = p->first <= q->first && end_of(q) <= end_of(p) && q->n < p->n;
    const bool p_in_q = q->first <= p->first && end_of(p) <= end_of(q);
    const lp_candidate *whole = q_in_p ? p : q, *part = q_in_p ? q : p;
    if (!q_in_p && !p_in_q) return 0;
    const bool left = whole->first == part->first, right = end_of(whole) == end_of(part);
    return stands_in(whole->to, part->to, left, right) ? to - from : 0;
}

static void support(const cluster *c)
{
    for (size_t i = 0; i < c->n; i++) {
        lp_candidate *p = &c->v[i];
        p->support = p->share;
        if (p->share < MATTERS) continue;
        double sum = p->share * p->n;
        for (size_t k = i; k-- > 0 && end_of(&c->v[k]) > p->first;)
            if (c->v[k].share >= MATTERS) sum += c->v[k].share * agreed(p, &c->v[k]);
        for (size_t k = i + 1; k < c->n && end_of(&c->v[k]) < end_of(p) + LONGEST; k++)
            if (c->v[k].share >= MATTERS) sum += c->v[k].share * agreed(p, &c->v[k]);
        p->support = sum < p->n ? sum / p->n : 1;
    }
}

static int weigh_cluster(lattice *l, const cluster *c)
{
    for (uint32_t t = c->from; t < c->to; t++) {
        float x[LP_N_GARBLED];
        lp_evidence_garbled(l->s, t, x);
        l->garbled[t] = lp_evidence_garbled_odds(l->w, x);
        l->alone[t] = add_logs(0, l->garbled[t]);
    }
    sweep_forward(l, c);
    sweep_backward(l, c);
    share_out(l, c);
    int code = LP_OK;
    for (size_t i = 0; code == LP_OK && i < c->n; i++)
        if (c->v[i].share >= MATTERS) code = lp_candidate_write(l->s->res, l->arena, &c->v[i]);
    if (code == LP_OK) support(c);
    return code;
}

/* Candidates are in order of their ends, so a run ends where the next one that
 * begins earlier is none. */
static size_t next_cluster(const lp_candidates *list, const uint32_t *earliest, size_t i, cluster *c)
{
    size_t k = i;
    uint32_t to = end_of(&list->v[i]);
    while (k + 1 < list->n && earliest[k + 1] < to) to = end_of(&list->v[++k]);
    *c = (cluster){earliest[i], to, list->v + i, k + 1 - i};
    return k + 1;
}

int lp_lattice_weigh(lp_surroundings *s, const lp_evidence_weights *w, lp_candidates *list)
{
    if (!list->n) return LP_OK;
    const size_t n = s->tokens->n;
    double *room = lp_arena_alloc(list->arena, (n + 1) * 5 * sizeof *room);
    uint32_t *earliest = lp_arena_alloc(list->arena, list->n * sizeof *earliest);
    if (!room || !earliest) return LP_ENOMEM;
    lattice l = {s, w, list->arena, room, room + (n + 1), room + 2 * (n + 1), room + 3 * (n + 1), room + 4 * (n + 1)};
    qsort(list->v, list->n, sizeof *list->v, by_end);
    for (size_t i = list->n; i-- > 0;) {
        earliest[i] = list->v[i].first;
        if (i + 1 < list->n && earliest[i + 1] < earliest[i]) earliest[i] = earliest[i + 1];
    }
    int code = LP_OK;
    for (size_t i = 0; code == LP_OK && i < list->n;) {
        cluster c;
        i = next_cluster(list, earliest, i, &c);
        code = weigh_cluster(&l, &c);
    }
    return code;
}
