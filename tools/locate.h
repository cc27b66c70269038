/* tools/locate.h -- where the compiled lexicon is.
 */
#ifndef LOCATE_H
#define LOCATE_H

#include "base/str.h"

/* Append the path to use: `given` (--lexicon) when not NULL, else
 * $SHODHANA_LEXICON, else ../share/shodhana/shodhana.lex beside the folder of
 * this program. Existence is not looked at: opening says what is wrong. */
LP_MUST_CHECK int locate_lexicon(const char *given, lp_str *path, lp_err *err);

#endif
