/* base/arena.h -- memory that is given back all at once.
 *
 * One arena a file or a worker: allocation is a pointer bump, freeing is
 * cutting back to a mark. Blocks are aligned for any type. Not thread-safe:
 * one arena belongs to one thread.
 */
#ifndef LP_ARENA_H
#define LP_ARENA_H

#include <stddef.h>

#include "base/err.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct lp_arena_block lp_arena_block;

typedef struct lp_arena {
    lp_arena_block *head; /* block in use; older ones behind it */
    size_t used;          /* bytes taken of head */
    size_t total;         /* bytes taken of all blocks */
} lp_arena;

#define LP_ARENA_INIT {NULL, 0, 0}

/* n bytes, not cleared, that live until the arena is reset or freed.
 * n == 0 gives a valid pointer. NULL when memory is out. */
void *lp_arena_alloc(lp_arena *a, size_t n);

/* A copy of s[0..len) with a NUL behind it (the NUL is not counted). */
char *lp_arena_copy(lp_arena *a, const char *s, size_t len);

/* Grow an array from old_n to new_n items of size bytes; the old items are
 * copied, and the old array must not be used any more: a large one may have
 * moved. NULL, and the old one as it was, when memory is out or the size
 * overflows. */
void *lp_arena_grow(lp_arena *a, void *old, size_t old_n, size_t new_n, size_t size);

/* Forget everything but keep one block, for use again. */
void lp_arena_reset(lp_arena *a);

/* Give all memory back; the arena may be used again afterwards. */
void lp_arena_free(lp_arena *a);

#ifdef __cplusplus
}
#endif
#endif
