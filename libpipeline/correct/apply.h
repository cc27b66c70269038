/* correct/apply.h -- decided proposals become edits and flags of cues.
 */
#ifndef LP_APPLY_H
#define LP_APPLY_H

#include "correct/proposal.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What was done to a transcript; sums over files by lp_tally_add. */
typedef struct lp_tally {
    size_t cues, words;
    size_t lexicon, phonetic, number, other; /* edits by layer */
    size_t flagged;
} lp_tally;

void lp_tally_add(lp_tally *sum, const lp_tally *more);
size_t lp_tally_edits(const lp_tally *t);

typedef struct lp_apply_options {
    bool reasons;    /* edits and flags say why; without, their `why` is empty */
} lp_apply_options;

/*
 * Apply the first n proposals of the list (in order of place, not
 * overlapping): those that are to be applied become edits where they change
 * anything, the others flags. A term spoken over a cue border is written in
 * the cue where it begins; where that would leave a later cue without a word,
 * its last words stay there, and when it has too few words it is only flagged.
 * A proposal of nothing takes its words out (correct/removal.h), unless they
 * are all words of a cue.
 * Line breaks inside cues are kept. Times and the number of cues never change.
 */
LP_MUST_CHECK int lp_apply(lp_transcript *t, const lp_tokens *tokens, const lp_proposals *list, size_t n,
                           const lp_apply_options *o, lp_tally *tally, lp_err *err);

#ifdef __cplusplus
}
#endif
#endif
