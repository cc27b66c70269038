/* metre_internal.h -- the table of metres. */
#ifndef LP_METRE_INTERNAL_H
#define LP_METRE_INTERNAL_H

#include "language/sanskrit/metre.h"

/* Weights of a pāda: L, G, x either; a blank is the place of a caesura, which
 * is shown but not asked for. The last syllable may always be either. */
typedef struct lp_metre_row {
    const char *name;
    const char *odd;  /* pādas 1 and 3 */
    const char *even; /* pādas 2 and 4; NULL: as the odd ones */
    const char *also; /* any pāda may also run so; NULL: none */
} lp_metre_row;

extern const lp_metre_row lp_metre_rows[];
extern const size_t lp_metre_n_rows;

/* The name of metres with pādas of n syllables. */
const char *lp_metre_genus(size_t n);

#endif
