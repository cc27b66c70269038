/* correct/endings.h -- English endings on Sanskrit stems: gunas, Krishna's.
 */
#ifndef LP_ENDINGS_H
#define LP_ENDINGS_H

#include "base/str.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct lp_ending {
    size_t stem;      /* bytes of the word that are stem */
    const char *add;  /* what goes behind the IAST stem: "s", "'s", "ic" */
    bool drop_a;      /* the stem loses its final a first: Advaita, Advaitic */
} lp_ending;

enum { LP_ENDINGS_MOST = 2 };

/* The ways a lower-case word may be stem and ending, likeliest first; returns
 * how many (0: none). */
size_t lp_endings(lp_sv low, lp_ending out[LP_ENDINGS_MOST]);

/* Append term with the ending. */
void lp_ending_put(lp_sv term, const lp_ending *e, lp_str *out);

#ifdef __cplusplus
}
#endif
#endif
