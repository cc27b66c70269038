/* correct/terms.h -- terms of the lexicon, found by their written forms and by
 * their sound.
 *
 * Two layers propose. "lexicon": words that are a listed variation, the IAST
 * itself or a regular plain spelling of a term, longest first. "phonetic":
 * spans of one to five words that sound like a term. In full mode both become
 * candidates of one decision (correct/lattice.h), which weighs how well the
 * sounds fit, how frequent the term is here and anywhere, what stands around,
 * and how English the words are as they stand.
 */
#ifndef LP_TERMS_H
#define LP_TERMS_H

#include "correct/spans.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A correction may be so much surer than its term's entry. */
#define LP_BEYOND_LISTED 0.04

/* Propose by written form. LP_ENOMEM. */
LP_MUST_CHECK int lp_terms_written(const lp_resource *res, const lp_tokens *tokens, lp_proposals *list);

/* Of what lp_terms_written proposed leave the longest form that begins at each
 * place, from the beginning on: where nothing else weighs them, the longer form
 * is meant. */
void lp_terms_longest(lp_proposals *list);

/*
 * Weigh the proposals of lp_terms_written, which are in `list`, together with
 * what is heard by sound, and leave in it those that are at least `lowest`
 * sure. `context` holds the terms of the lecture's title and texts (their
 * places mean nothing here). `table`, when not NULL, gets all candidates
 * (correct/candidate_table.h). LP_ENOMEM.
 */
LP_MUST_CHECK int lp_terms_sounded(const lp_resource *res, const lp_tokens *tokens, const lp_proposals *context,
                                   double lowest, lp_sound_memory *memory, lp_str *table, lp_proposals *list);

#ifdef __cplusplus
}
#endif
#endif
