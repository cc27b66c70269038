/* judge/align.h -- two sequences side by side with as few edits as can be.
 *
 * Levenshtein's distance with unit costs: replacing, leaving out and adding an
 * item cost 1 each (Levenshtein 1966; Wagner and Fischer 1974). Among the
 * alignments with the fewest edits, one with the most hits is taken. Since
 *     n = hits + sub + del    and    m = hits + sub + ins,
 * edits = sub + del + ins gives 2 hits = n + m - edits - sub: most hits is
 * fewest substitutions, and the four counts are unique. Where several such
 * alignments remain, the one that deletes as early and inserts as late as it
 * can is taken, so that the pairs too depend on nothing but the input.
 *
 * Items are numbers; two are equal when their numbers are. Memory grows with
 * n + m, never with n * m.
 *
 * Thread rule: an aligner is one thread's scratch.
 */
#ifndef LP_ALIGN_H
#define LP_ALIGN_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum lp_align_op {
    LP_HIT, /* the same item on both sides */
    LP_SUB, /* another item */
    LP_DEL, /* of the reference only */
    LP_INS  /* of the hypothesis only */
} lp_align_op;

#define LP_NOWHERE UINT32_MAX

typedef struct lp_pair {
    uint32_t ref; /* index in the reference, LP_NOWHERE for LP_INS */
    uint32_t hyp; /* index in the hypothesis, LP_NOWHERE for LP_DEL */
    lp_align_op op;
} lp_pair;

typedef struct lp_alignment {
    const lp_pair *pairs; /* in order; the aligner's, valid until its next call */
    size_t n_pairs;
    size_t hits, sub, del, ins;
} lp_alignment;

/* Scratch that grows to what it is used for and is used again by every call. */
typedef struct lp_aligner lp_aligner;
lp_aligner *lp_aligner_new(void);     /* NULL when memory is out */
void lp_aligner_free(lp_aligner *al); /* accepts NULL */

/*
 * Align ref[0..n) with hyp[0..m). Time grows with n times the number of edits,
 * most of it by bits (lp_distance); the sequences are cut where all alignments
 * meet, or else as Hirschberg (1975) does. LP_ENOMEM; LP_ELIMIT for a sequence of 2^31 items or more.
 */
LP_MUST_CHECK int lp_align(lp_aligner *al, const uint32_t *ref, size_t n, const uint32_t *hyp, size_t m,
                           lp_alignment *out, lp_err *err);

/*
 * Only the number of edits, in half the time or less: 64 rows of the table at
 * once (Myers 1999, in the form of Hyyro 2003), in a band of diagonals that is
 * doubled until it holds the answer (Ukkonen 1985). Errors as above.
 */
LP_MUST_CHECK int lp_distance(lp_aligner *al, const uint32_t *ref, size_t n, const uint32_t *hyp, size_t m,
                              size_t *edits, lp_err *err);

#ifdef __cplusplus
}
#endif
#endif
