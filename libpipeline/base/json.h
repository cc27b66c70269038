/* base/json.h -- writing JSON text (reading is jansson's work).
 *
 * Output is UTF-8; quotes, backslashes and control characters are escaped as
 * RFC 8259 asks. Malformed UTF-8 in the input becomes U+FFFD.
 */
#ifndef LP_JSON_H
#define LP_JSON_H

#include "base/str.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Append v as a JSON string, quotes included. */
void lp_json_string(lp_str *out, lp_sv v);

/* Append x in decimal with at most `places` digits after the point, trailing
 * zeros cut, always with a point as the locale-free separator. Not finite: 0. */
void lp_json_number(lp_str *out, double x, int places);

#ifdef __cplusplus
}
#endif
#endif
