/* tests/support/test.h -- cmocka and the headers it wants before it. */
#ifndef TEST_H
#define TEST_H

/* The order is cmocka's. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>

#include "base/str.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* The same bytes, or a failure that shows both. */
#define assert_text(have, want)                                                          \
    do {                                                                                 \
        lp_sv have_ = (have), want_ = (want);                                            \
        if (!lp_sv_eq(have_, want_))                                                     \
            fail_msg("have \"%.*s\"\nwant \"%.*s\"", (int)have_.len, have_.s, (int)want_.len, want_.s); \
    } while (0)

/* A small generator for law tests: the same numbers on every machine. */
static inline uint32_t test_random(uint64_t *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*state >> 33);
}

static inline size_t test_below(uint64_t *state, size_t n) { return n ? test_random(state) % n : 0; }

#endif
