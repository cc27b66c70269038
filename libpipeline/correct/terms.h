/* correct/terms.h -- terms of the lexicon, found by their written forms and by
 * their sound.
 *
 * Two layers propose. "lexicon": words that are a listed variation, the IAST
 * itself or a regular plain spelling of a term, longest first. "phonetic":
 * spans of one to four words that no English list holds, or not all of them,
 * aligned by sound with every term (language/resource.h); the confidence
 * weighs how well the sounds fit, how long and how frequent the term is, how
 * English the words are as they stand, and how near the runner-up comes.
 */
#ifndef LP_TERMS_H
#define LP_TERMS_H

#include "correct/proposal.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Propose by written form. LP_ENOMEM. */
LP_MUST_CHECK int lp_terms_written(const lp_resource *res, const lp_tokens *tokens, lp_proposals *list);

/* What one worker keeps between calls of lp_terms_sounded: answers of the
 * sound index for spans heard before. One thread. */
typedef struct lp_sound_memory lp_sound_memory;
lp_sound_memory *lp_sound_memory_new(void);
void lp_sound_memory_free(lp_sound_memory *m);

/* Propose by sound; nothing below `lowest` confidence is proposed. `list`
 * holds the proposals of lp_terms_written, which say which words are known and
 * what the file names; `context` holds those of the lecture's title and texts
 * (their places mean nothing here). */
LP_MUST_CHECK int lp_terms_sounded(const lp_resource *res, const lp_tokens *tokens, const lp_proposals *context,
                                   double lowest, lp_sound_memory *memory, lp_proposals *list);

#ifdef __cplusplus
}
#endif
#endif
