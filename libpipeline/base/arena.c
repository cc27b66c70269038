#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct lp_arena_block {
    lp_arena_block *older;
    size_t cap;
    alignas(max_align_t) unsigned char bytes[];
};

#define FIRST_BLOCK ((size_t)16 * 1024)
#define LARGEST_STEP ((size_t)4 * 1024 * 1024)

static size_t aligned(size_t n)
{
    const size_t a = alignof(max_align_t);
    return (n + a - 1) & ~(a - 1);
}

static int add_block(lp_arena *a, size_t need)
{
    size_t cap = a->head ? a->head->cap * 2 : FIRST_BLOCK;
    if (cap > LARGEST_STEP) cap = LARGEST_STEP;
    if (cap < need) cap = need;
    if (cap > SIZE_MAX - sizeof(lp_arena_block)) return LP_ENOMEM;
    lp_arena_block *b = malloc(sizeof *b + cap);
    if (!b) return LP_ENOMEM;
    b->older = a->head;
    b->cap = cap;
    a->head = b;
    a->used = 0;
    return LP_OK;
}

void *lp_arena_alloc(lp_arena *a, size_t n)
{
    if (n > SIZE_MAX / 2) return NULL;
    n = aligned(n ? n : 1);
    if ((!a->head || a->head->cap - a->used < n) && add_block(a, n) != LP_OK) return NULL;
    void *p = a->head->bytes + a->used;
    a->used += n;
    a->total += n;
    return p;
}

char *lp_arena_copy(lp_arena *a, const char *s, size_t len)
{
    char *p = lp_arena_alloc(a, len + 1);
    if (!p) return NULL;
    if (len) memcpy(p, s, len);
    p[len] = '\0';
    return p;
}

void *lp_arena_grow(lp_arena *a, void *old, size_t old_n, size_t new_n, size_t size)
{
    if (size && new_n > SIZE_MAX / 2 / size) return NULL;
    void *p = lp_arena_alloc(a, new_n * size);
    if (p && old_n) memcpy(p, old, old_n * size);
    return p;
}

void lp_arena_reset(lp_arena *a)
{
    /* The newest block is the largest one that ordinary use needed. */
    if (a->head) {
        lp_arena_block *b = a->head->older;
        a->head->older = NULL;
        while (b) {
            lp_arena_block *older = b->older;
            free(b);
            b = older;
        }
    }
    a->used = 0;
    a->total = 0;
}

void lp_arena_free(lp_arena *a)
{
    lp_arena_reset(a);
    free(a->head);
    a->head = NULL;
}
