#include "correct/decide.h"

#include <stdint.h>
#include <stdlib.h>

static uint32_t end_of(const lp_proposal *p) { return p->first + p->n; }

/* By end, then by start, then by text: a total order, so that the outcome does
 * not depend on how qsort treats equals. */
static int by_end(const void *x, const void *y)
{
    const lp_proposal *a = x, *b = y;
    if (end_of(a) != end_of(b)) return end_of(a) < end_of(b) ? -1 : 1;
    if (a->first != b->first) return a->first < b->first ? -1 : 1;
    if (a->confidence != b->confidence) return a->confidence > b->confidence ? -1 : 1;
    int c = strcmp(a->by, b->by);
    return c ? c : lp_sv_cmp(a->to, b->to);
}

/* No number of flags outweighs something that is sure. */
#define FLAG_WEIGHS 1e-6

/* Of two that are equally sure the longer one says more. */
#define WORD_WEIGHS 0.1

static double gain_of(const lp_proposal *p, const lp_thresholds *at)
{
    const double gain = (1 + WORD_WEIGHS * (p->n - 1)) * (p->confidence + 1e-9);
    if (p->apply) return gain;
    return p->confidence >= at->flag_at ? FLAG_WEIGHS * gain : -1;
}

/* Number of proposals among the first n (sorted by end) that end at or before
 * `at`. */
static size_t ending_by(const lp_proposal *v, size_t n, uint32_t at)
{
    size_t lo = 0, hi = n;
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        if (end_of(&v[mid]) <= at) lo = mid + 1;
        else hi = mid;
    }
    return lo;
}

size_t lp_decide(lp_proposals *list, const lp_thresholds *at)
{
    size_t n = list->n;
    if (!n) return 0;
    qsort(list->v, n, sizeof *list->v, by_end);
    double *best = lp_arena_alloc(list->arena, (n + 1) * sizeof *best);
    lp_proposal *chosen = lp_arena_alloc(list->arena, n * sizeof *chosen);
    if (!best || !chosen) return SIZE_MAX;
    best[0] = 0;
    for (size_t i = 0; i < n; i++) {
        lp_proposal *p = &list->v[i];
        p->apply = p->confidence >= at->apply_at && p->confidence >= at->odds * p->plain;
        const double gain = gain_of(p, at);
        double with = gain > 0 ? best[ending_by(list->v, i, p->first)] + gain : -1;
        best[i + 1] = with > best[i] ? with : best[i];
    }
    size_t many = 0;
    for (size_t i = n; i > 0;) {
        if (best[i] > best[i - 1]) {
            chosen[many++] = list->v[i - 1];
            i = ending_by(list->v, i - 1, list->v[i - 1].first);
        } else {
            i--;
        }
    }
    for (size_t i = 0; i < many; i++) list->v[i] = chosen[many - 1 - i];
    return many;
}
