/* fast_in_internal.h -- the tables of the way into Devanagari. */
#ifndef LP_FAST_IN_INTERNAL_H
#define LP_FAST_IN_INTERNAL_H

#include "language/sanskrit/fast_internal.h"

#define SK_VIRAMA   "\xE0\xA5\x8D"

#define SK_IN_TEXT  7     /* bytes that one step can write */
#define SK_IN_STEPS 65000 /* states times classes */
#define SK_IN_TEXTS 4000
#define SK_IN_STOP  0xFFFFu

/* A step is the next state (times classes) in the low half and the number of a
 * text in the high half; a text has up to seven bytes and, in the eighth, how
 * many they are. */
struct lp_sk_in {
    uint8_t class_of[256];
    uint32_t step[SK_IN_STEPS]; /* by state (times classes) + class */
    uint64_t texts[SK_IN_TEXTS];
};

#endif
