/* correct/fillers.h -- what the clean profile leaves out: um, uh, er, `you
 * know` where it only fills a pause, and words said twice by stumbling.
 */
#ifndef LP_FILLERS_H
#define LP_FILLERS_H

#include "correct/proposal.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Append proposals (by "filler" and "repetition"). Only words of a closed list
 * count as said twice by stumbling, for Indian English and recitation repeat on
 * purpose ("slowly slowly", "neti neti"). LP_ENOMEM.
 */
LP_MUST_CHECK int lp_fillers(const lp_transcript *t, const lp_tokens *tokens, lp_proposals *list);

#ifdef __cplusplus
}
#endif
#endif
