/* correct/lattice.h -- one decision for the whole file.
 *
 * The words of a file are cut into pieces: each is a candidate's span, or one
 * word that is right as it stands, or one word that is garbled nobody knows
 * how. A cutting is as likely as the product of the odds of its pieces, and the
 * sum over all cuttings (forward-backward over a semi-Markov chain: Sarawagi
 * and Cohen 2004, Semi-Markov conditional random fields) gives each candidate
 * its probability with everything it overlaps taken into account.
 */
#ifndef LP_LATTICE_H
#define LP_LATTICE_H

#include "correct/candidate.h"
#include "correct/surroundings.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Set share, support, plain and, where the share matters, `to` of all
 * candidates from their odds; the list is put in order of their ends. What
 * candidates write agrees when it is the same words at the same place, so two
 * ways of cutting the same text support each other. LP_ENOMEM.
 */
LP_MUST_CHECK int lp_lattice_weigh(lp_surroundings *s, const lp_evidence_weights *w, lp_candidates *list);

/* Set `to` of one candidate. LP_ENOMEM. */
LP_MUST_CHECK int lp_candidate_write(const lp_resource *res, lp_arena *arena, lp_candidate *c);

#ifdef __cplusplus
}
#endif
#endif
