/* tools/house.h -- what a house lays over the shipped lexicon: files that
 * `correct` and `shodhana run` take alike.
 */
#ifndef HOUSE_H
#define HOUSE_H

#include "correct/correct.h"

enum { HOUSE_LEXICONS = 16 };

typedef struct house {
    const char *lexicons[HOUSE_LEXICONS]; /* compiled or as people write them */
    size_t n_lexicons;
    const char *rules, *protect, *spellings; /* files to open; NULL: none */
    lp_scheme style;                         /* IAST: as the layers propose */
    lp_rules *own_rules;
    lp_protected *own_protect;
    lp_spelling *own_spelling;
} house;

/* A house that wants nothing of its own. */
house house_none(void);

/* The style of that name; false: there is none. */
bool house_style(house *h, const char *name);

/* Note a --lexicon; false when there are too many. */
bool house_add_lexicon(house *h, const char *path);

/*
 * Open the compiled lexicon (the one among h->lexicons, else that of
 * tools/locate.h) and lay the others over it. *res is closed by the caller,
 * whatever is returned.
 */
LP_MUST_CHECK int house_lexicon(const house *h, lp_resource **res, lp_err *err);

/* Open the files and have *o use them. Errors name file and line. On failure
 * house_close is still wanted. */
LP_MUST_CHECK int house_open(house *h, lp_correct_options *o, lp_err *err);
void house_close(house *h);

#endif
