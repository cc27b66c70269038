/* correct/surroundings.h -- what stands around a place: the words and terms on
 * either side as the recorded lectures know them, and how often the file names
 * a term.
 */
#ifndef LP_SURROUNDINGS_H
#define LP_SURROUNDINGS_H

#include "correct/proposal.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct lp_surroundings {
    const lp_resource *res;
    const lp_tokens *tokens;
    uint8_t *known;    /* [tokens->n]: is a term by itself */
    uint16_t *named;   /* [terms]: times the file or its title names it */
    uint32_t *term;    /* [tokens->n]: the term that a written form beginning here stands for, LP_NO_TERM,
                          or LP_INSIDE a longer one */
    uint32_t *terms;   /* [tokens->n + 1]: terms that begin before a word */
    lp_unit *units;    /* [tokens->n]: of the word; filled when first asked for */
    uint8_t *asked;    /* [tokens->n] */
} lp_surroundings;

#define LP_INSIDE (LP_NO_TERM - 1)

/* Everything in the arena. `written` holds the proposals by form, `context`
 * those of the title (their places mean nothing). LP_ENOMEM. */
LP_MUST_CHECK int lp_surroundings_make(lp_surroundings *s, const lp_resource *res, const lp_tokens *tokens,
                                       const lp_proposals *written, const lp_proposals *context, lp_arena *arena);

/* The word at a place as it stands. */
lp_unit lp_surroundings_word(lp_surroundings *s, uint32_t at);

/* The term that ends just before a place, or begins at it, where the file has
 * one, else the word; key 0 beyond the file's ends. */
lp_unit lp_surroundings_before(lp_surroundings *s, uint32_t at);
lp_unit lp_surroundings_at(lp_surroundings *s, uint32_t at);

/* How rare written terms are in the stretch around a place: log of their rate
 * against that of a lecture on Vedānta, at most 0. Somewhere else what sounds
 * like a term seldom is one. */
double lp_surroundings_sparse(const lp_surroundings *s, uint32_t at);

/* The context of words [first, first + n): the sum of the vectors around, of
 * length 1, or all 0 where nothing is known. */
void lp_surroundings_context(lp_surroundings *s, uint32_t first, uint32_t n, float out[LP_VECTOR_DIMENSIONS]);

#ifdef __cplusplus
}
#endif
#endif
