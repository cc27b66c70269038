/* tools/house.h -- what a house lays over the shipped lexicon: files that
 * `correct` and `shodhana run` take alike.
 */
#ifndef HOUSE_H
#define HOUSE_H

#include "correct/correct.h"

typedef struct house {
    const char *rules, *protect; /* files to open; NULL: none */
    lp_rules *own_rules;
    lp_protected *own_protect;
} house;

/* Open the files and have *o use them. Errors name file and line. On failure
 * house_close is still wanted. */
LP_MUST_CHECK int house_open(house *h, lp_correct_options *o, lp_err *err);
void house_close(house *h);

#endif
