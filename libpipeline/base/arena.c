#include "base/arena.h"

#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct lp_arena_block {
    lp_arena_block *older;
    size_t cap;
    bool alone; /* holds one allocation, which fills it */
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
    *b = (lp_arena_block){.older = a->head, .cap = cap};
    a->head = b;
    a->used = 0;
    return LP_OK;
}

/* What is larger than a step has a block to itself, behind the one in use, of
 * which the rest stays good for small things. */
static void *alloc_alone(lp_arena *a, size_t n)
{
    lp_arena_block *b = malloc(sizeof *b + n);
    if (!b) return NULL;
    *b = (lp_arena_block){.cap = n, .alone = true};
    if (a->head) {
        b->older = a->head->older;
        a->head->older = b;
    } else {
        a->head = b;
        a->used = n;
    }
    a->total += n;
    return b->bytes;
}

void *lp_arena_alloc(lp_arena *a, size_t n)
{
    if (n > SIZE_MAX / 2) return NULL;
    n = aligned(n ? n : 1);
    if (n > LARGEST_STEP) return alloc_alone(a, n);
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

/* Where the block is linked that holds p alone, or NULL. */
static lp_arena_block **block_of(lp_arena *a, const void *p)
{
    for (lp_arena_block **at = &a->head; *at; at = &(*at)->older)
        if ((*at)->alone && (*at)->bytes == p) return at;
    return NULL;
}

/* Growing in place, or moved by the system without copying: a list of millions
 * would otherwise leave all its shorter selves behind. */
static void *regrow(lp_arena *a, lp_arena_block **at, size_t n)
{
    const size_t before = (*at)->cap;
    if (n <= before) return (*at)->bytes;
    lp_arena_block *b = realloc(*at, sizeof *b + n);
    if (!b) return NULL;
    *at = b;
    b->cap = n;
    if (b == a->head) a->used = n;
    a->total += n - before;
    return b->bytes;
}

void *lp_arena_grow(lp_arena *a, void *old, size_t old_n, size_t new_n, size_t size)
{
    if (size && new_n > SIZE_MAX / 2 / size) return NULL;
    lp_arena_block **alone = old && old_n * size > LARGEST_STEP / 2 ? block_of(a, old) : NULL;
    if (alone) return regrow(a, alone, aligned(new_n * size));
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
        a->head->alone = false; /* from now on it is shared */
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
