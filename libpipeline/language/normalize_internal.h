/* normalize_internal.h -- one word on its way to its normal form. */
#ifndef LP_NORMALIZE_INTERNAL_H
#define LP_NORMALIZE_INTERNAL_H

#include "language/normalize.h"
#include "language/sanskrit/translit_internal.h"

/* Scratch of one call; one thread. */
typedef struct lp_norm_word {
    lp_normalize_options o;
    lp_translit *devanagari; /* Devanagari to o.to, made when first needed */
    lp_translit *other;      /* o.from to o.to, likewise */
    lp_sk_scratch scratch;
    lp_str word, next; /* the word on its way */
    char why_other[96];
    char why_devanagari[96];
    /* With a detector: what the text has shown, and the words of the line that
     * is being done. */
    lp_evidence evidence;
    lp_translit *detected[LP_N_SCHEMES]; /* from each scheme, made when first needed */
    char why_detected[LP_N_SCHEMES][64];
    lp_found *found;
    size_t n_found, found_cap, at_found; /* those before at_found stand before the word */
    double confidence;                   /* of the detected words in w->word */
} lp_norm_word;

void lp_norm_word_init(lp_norm_word *w, const lp_normalize_options *o);
void lp_norm_word_free(lp_norm_word *w);

/* Every word is in o.from, not only what stands in Devanagari. */
bool lp_norm_is_whole(const lp_normalize_options *o);

/* Bring w->word to its normal form; *why says which scheme it was read in, or
 * stays as it was. as_other: it is in o.from. */
LP_MUST_CHECK int lp_norm_convert(lp_norm_word *w, bool as_other, const char **why, lp_err *err);
/* The word and what was made of it change places. */
void lp_norm_take_next(lp_norm_word *w);

/* With a detector: look at the words of a line, before those are converted. */
LP_MUST_CHECK int lp_norm_look(lp_norm_word *w, lp_sv line, lp_err *err);

/* Read the words of w->word, which stands at `at` of the line looked at (and not
 * before the last one asked for), that are surely in a scheme; *why as in lp_norm_convert. */
LP_MUST_CHECK int lp_norm_detected(lp_norm_word *w, size_t at, const char **why, lp_err *err);

LP_MUST_CHECK int lp_norm_check(const lp_normalize_options *o, lp_err *err);
LP_MUST_CHECK int lp_norm_check_utf8(lp_sv in, lp_err *err);

#endif
