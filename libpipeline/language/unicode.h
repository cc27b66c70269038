/* language/unicode.h -- normal forms and case, by ICU (Unicode 15 in ICU 72).
 *
 * All functions append to out and want well-formed UTF-8 in (LP_EUTF8 with the
 * byte otherwise). Locale-independent. Safe from any thread.
 */
#ifndef LP_UNICODE_H
#define LP_UNICODE_H

#include "base/str.h"

#ifdef __cplusplus
extern "C" {
#endif

/* NFC of in. ASCII is copied without asking ICU. */
LP_MUST_CHECK int lp_nfc(lp_sv in, lp_str *out, lp_err *err);

/* True when in is well-formed and already NFC. */
bool lp_is_nfc(lp_sv in);

/* Lower case by the root locale. */
LP_MUST_CHECK int lp_lower(lp_sv in, lp_str *out, lp_err *err);

/* The first letter in title case, the rest as it is. */
LP_MUST_CHECK int lp_capitalise(lp_sv in, lp_str *out, lp_err *err);

/* A letter, mark or digit: what words are made of. */
bool lp_is_word_char(unsigned c);

/* An upper-case or title-case letter. */
bool lp_is_upper(unsigned c);

#ifdef __cplusplus
}
#endif
#endif
