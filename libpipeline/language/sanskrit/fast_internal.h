/* fast_internal.h -- the quick ways of the transliterator, for running text.
 *
 * Both know only what the plain engine (reader.c, writer.c) does with ordinary
 * words, in tables that are drawn from its index. At the first thing out of
 * the ordinary (an accent, a hiatus, NFD, a tag, a malformed byte) they stop at
 * the start of that word; the caller lets the plain engine do the word and
 * calls again behind it. White space is where nothing of the engine's state
 * goes on, so the two ways give the same bytes: tests/unit/test_fast.c.
 *
 * Tables are never written after they are made: one serves every thread.
 */
#ifndef LP_FAST_INTERNAL_H
#define LP_FAST_INTERNAL_H

#include "language/sanskrit/engine_internal.h"

/* The tables are laid out for words read in little-endian order. */
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define SK_FAST 1
#else
#define SK_FAST 0
#endif

/* Room that must be free in the output for n bytes of input: the most that a
 * step writes for a byte. */
#define SK_FAST_MOST    14
#define SK_FAST_ROOM(n) (SK_FAST_MOST * (n) + 128)

static inline bool lp_sk_is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/* ---- from Devanagari ---- */

typedef struct lp_sk_out lp_sk_out;

lp_sk_out *lp_sk_out_new(const lp_sk_index *to);

/* Write in to o and move *o behind it, which must have SK_FAST_ROOM(in.len).
 * Returns the bytes of `in` that are done: always a place behind white space
 * (or 0), so the last word is left to the caller. */
size_t lp_sk_out_run(const lp_sk_out *f, lp_sv in, char **o);

/* ---- into Devanagari ---- */

typedef struct lp_sk_in lp_sk_in;

/* fold: a capital is read as its small letter; else it is left to the caller. */
lp_sk_in *lp_sk_in_new(const lp_sk_index *from, bool fold);
size_t lp_sk_in_run(const lp_sk_in *f, lp_sv in, char **o);

#endif
