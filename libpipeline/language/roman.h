/* language/roman.h -- IAST as people spell it without diacritics.
 */
#ifndef LP_ROMAN_H
#define LP_ROMAN_H

#include "base/str.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { LP_ROMAN_MOST = 8 };

/*
 * The plain spellings of an IAST text, lower case ASCII, most usual first:
 * sh for ś and ṣ or s for both; ch or c; ri or ru for ṛ. `Kṛṣṇa` gives
 * krishna, krsna, krushna, ... Distinct, at most LP_ROMAN_MOST; out[i] must be
 * initialised and is cleared first. Returns how many were written.
 * Spaces stay, hyphens become spaces, avagrahas go.
 */
size_t lp_roman(lp_sv iast, lp_str out[LP_ROMAN_MOST]);

#ifdef __cplusplus
}
#endif
#endif
