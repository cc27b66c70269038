/* language/words.h -- a short text as the words by which forms are looked up.
 */
#ifndef LP_WORDS_H
#define LP_WORDS_H

#include "base/str.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { LP_WORDS_MOST = 64, LP_WORDS_BYTES = 1024 };

/* Lower case, NFC, typographic apostrophes made plain; words are split at
 * white space and hyphens. The views point into buf. */
typedef struct lp_words {
    char buf[LP_WORDS_BYTES];
    lp_sv word[LP_WORDS_MOST];
    size_t n;
} lp_words;

/* LP_ELIMIT for a text that does not fit, LP_EUTF8. */
LP_MUST_CHECK int lp_words_split(lp_sv text, lp_words *w, lp_err *err);

#ifdef __cplusplus
}
#endif
#endif
