/* base/utf8.h -- the one strict UTF-8 decoder.
 *
 * Refuses overlong forms, surrogates and values past U+10FFFF (RFC 3629), and
 * always moves forward. Pure functions, any thread.
 */
#ifndef LP_UTF8_H
#define LP_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

#ifdef __cplusplus
extern "C" {
#endif

#define LP_BAD_CHAR 0xFFFFFFFFu

/* Decode one character at s[0..len), len > 0. Stores it in *c and returns the
 * bytes taken (1..4). A malformed sequence stores LP_BAD_CHAR and returns the
 * length of its maximal subpart (Unicode 15, section 3.9, U+FFFD practice). */
size_t lp_utf8_get(const char *s, size_t len, uint32_t *c);

/* Encode c (must be a scalar value) into out[4]; returns the bytes written. */
size_t lp_utf8_put(uint32_t c, char out[4]);

/* Offset of the first malformed byte, or len when all is well. */
size_t lp_utf8_check(const char *s, size_t len);

/* How many of the first bytes are ASCII. */
size_t lp_ascii_run(const char *s, size_t len);

/* Append in[0..len) to out with every malformed sequence replaced by U+FFFD;
 * returns how many were replaced. */
size_t lp_utf8_repair(const char *in, size_t len, lp_str *out);

/* Number of characters (malformed sequences count one each). */
size_t lp_utf8_count(const char *s, size_t len);

#ifdef __cplusplus
}
#endif
#endif
