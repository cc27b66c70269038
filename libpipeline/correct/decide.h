/* correct/decide.h -- one decision for the whole file.
 */
#ifndef LP_DECIDE_H
#define LP_DECIDE_H

#include "correct/proposal.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Choose the set of proposals that do not overlap with the greatest sum of
 * n_words * (log-odds of confidence - log-odds of flag_at): weighted interval
 * scheduling (Kleinberg and Tardos, Algorithm Design, 6.1), O(n log n).
 * Proposals below flag_at are never chosen. The chosen ones come first in the
 * list, in order of place; returns their number. (size_t)-1: out of memory.
 */
size_t lp_decide(lp_proposals *list, double flag_at);

#ifdef __cplusplus
}
#endif
#endif
