/* correct/numbers.h -- spoken references, years and counts become digits.
 *
 * Which number words change is house style ("Numbers and references") written
 * down as rules: one pattern, one outcome and one reason a row, in
 * numbers_rules.c. Idioms, guesses and counting aloud are rows, too: they keep
 * their words. A number no rule speaks of stays as it is.
 */
#ifndef LP_NUMBERS_H
#define LP_NUMBERS_H

#include "correct/proposal.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Append a proposal (by "number") for each span of number words that should
 * read otherwise; they do not overlap and come in no order. The reason is that
 * of the rule. Only token.low, key and flags are looked at, so the tokens of
 * lp_tokenise without a resource will do. Scratch memory is taken from the
 * list's arena. LP_ENOMEM, and nothing else, unless the rule table is broken
 * (LP_EVALUE; a test looks).
 */
LP_MUST_CHECK int lp_numbers(const lp_tokens *tokens, lp_proposals *list);

#ifdef __cplusplus
}
#endif
#endif
