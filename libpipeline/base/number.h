/* base/number.h -- numbers in options, settings and tables, read to the last
 * byte: no sign, no blank, no unit, no exponent, whatever the locale.
 */
#ifndef LP_NUMBER_H
#define LP_NUMBER_H

#include "base/str.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A decimal number from 0 to 1 with a point; false, and *out as it was, for
 * anything else. */
bool lp_number_share(lp_sv text, double *out);

/* A decimal number from least to most; false, and *out as it was, for anything
 * else. */
bool lp_number_decimal(lp_sv text, double least, double most, double *out);

/* A whole number from least to most; false, and *out as it was, for anything
 * else. */
bool lp_number_whole(lp_sv text, size_t least, size_t most, size_t *out);

#ifdef __cplusplus
}
#endif
#endif
