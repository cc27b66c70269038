/* fast_in_internal.h -- the tables of the way into Devanagari. */
#ifndef LP_FAST_IN_INTERNAL_H
#define LP_FAST_IN_INTERNAL_H

#include "language/sanskrit/fast_internal.h"

#define SK_VIRAMA "\xE0\xA5\x8D"

#define SK_IN_TEXT 13     /* bytes that one step can write, less the raw one */
#define SK_IN_STEPS 65000 /* states times classes */
#define SK_IN_TEXTS 4000
#define SK_IN_STOP 0xFFFFu

/* What a step writes: 16 bytes, of which `advance` count; the byte that was
 * read is put at `len`, and counts when it goes through. */
typedef struct sk_in_text {
    char bytes[SK_IN_TEXT];
    uint8_t raw; /* while it is made */
    uint8_t len, advance;
} sk_in_text;

struct lp_sk_in {
    uint8_t class_of[256];
    uint16_t next[SK_IN_STEPS]; /* state (times classes) + class: the next state, or SK_IN_STOP */
    uint16_t text[SK_IN_STEPS];
    sk_in_text texts[SK_IN_TEXTS];
};

#endif
