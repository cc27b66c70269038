/* schwa_internal.h -- Hindi schwa deletion on the sounds of one word. */
#ifndef LP_SCHWA_INTERNAL_H
#define LP_SCHWA_INTERNAL_H

#include "language/sanskrit/letters_internal.h"

/* Set gone[i] for each of the n sounds of a word that Hindi leaves unspoken;
 * the others become false. medial: rule 2 as well, else only word ends. */
void lp_schwa_of_word(const lp_letter *w, size_t n, bool medial, bool *gone);

#endif
