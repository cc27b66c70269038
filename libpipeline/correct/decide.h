/* correct/decide.h -- one decision for the whole file.
 */
#ifndef LP_DECIDE_H
#define LP_DECIDE_H

#include "correct/proposal.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct lp_thresholds {
    double apply_at; /* proposals at least this sure are applied ... */
    double flag_at;  /* ... those at least this sure are flagged ... */
    double odds;     /* ... but applied only when so many times likelier than that the words are right */
} lp_thresholds;

/*
 * Choose the set of proposals that do not overlap with the greatest sum of
 * confidence, a little more for longer ones: weighted interval scheduling (Kleinberg and Tardos,
 * Algorithm Design, 6.1), O(n log n). Those that are applied go before any that
 * are flagged; those below flag_at are never chosen. The chosen ones come first
 * in the list, in order of place and with `apply` set; returns their number.
 * (size_t)-1: out of memory.
 */
size_t lp_decide(lp_proposals *list, const lp_thresholds *at);

#ifdef __cplusplus
}
#endif
#endif
