/* What was learned from recorded lectures, on its way from the tables of
 * lexicons/learned into the compiled lexicon. */
#ifndef LP_LEARNED_INTERNAL_H
#define LP_LEARNED_INTERNAL_H

#include "language/resource_internal.h"

typedef struct lp_learned {
    res_learned sums;
    res_unit *units;     /* [n_terms] */
    res_word *words;     /* [word_slots] */
    size_t word_slots;
    res_vector *vectors;
    size_t n_vectors, cap_vectors;
    res_pair *pairs;     /* [pair_slots] */
    size_t pair_slots;
    res_weight *weights;
    size_t n_weights, cap_weights;
} lp_learned;

/* Read words.tsv, terms.tsv, pairs.tsv and weights.tsv of a folder; one that is
 * not there leaves its part empty, and so does a NULL for the folder. Terms that the lexicon does not have are
 * passed over. Errors name file and line. */
LP_MUST_CHECK int lp_learned_load(const char *folder, const lp_lexicon *lex, lp_learned *out, lp_err *err);
void lp_learned_free(lp_learned *l);

/* The key of a term as one word beside others. */
uint64_t lp_learned_term_key(lp_sv term);

#endif
