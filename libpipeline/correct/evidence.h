/* correct/evidence.h -- from a candidate to its log-odds.
 */
#ifndef LP_EVIDENCE_H
#define LP_EVIDENCE_H

#include "correct/candidate.h"
#include "correct/surroundings.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Append the written forms that begin at words [from, to) as candidates, scored by
 * sound like the others; of the candidates from number `begin` on, which are put
 * in another order, one by sound for the same place and term becomes the written
 * one. LP_ENOMEM. */
LP_MUST_CHECK int lp_evidence_add_written(lp_surroundings *s, const lp_proposals *written, uint32_t from,
                                          uint32_t to, size_t begin, lp_candidates *list);

/* Gather the evidence of the candidates from number `begin` on and weigh it. Those that cannot
 * come above `hopeless` log-odds are taken out before the dear part, and so are
 * those far behind the best of their span. */
void lp_evidence_gather(lp_surroundings *s, const lp_evidence_weights *w, double hopeless, size_t begin,
                        lp_candidates *list);

/* The evidence that word `at` is garbled, and the log-odds of that against its
 * being right. */
void lp_evidence_garbled(lp_surroundings *s, uint32_t at, float x[LP_N_GARBLED]);
double lp_evidence_garbled_odds(const lp_evidence_weights *w, const float x[LP_N_GARBLED]);

/* Doublings of the times the file names a term, 0..3. */
double lp_evidence_named(const lp_surroundings *s, uint32_t term);

#ifdef __cplusplus
}
#endif
#endif
