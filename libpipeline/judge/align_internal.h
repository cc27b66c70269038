/* The aligner's scratch, seen by align.c, distance.c and their tests. */
#ifndef LP_ALIGN_INTERNAL_H
#define LP_ALIGN_INTERNAL_H

#include <stdbool.h>

#include "judge/align.h"

/* A buffer that only grows; its bytes are not kept when it does. */
typedef struct al_buffer {
    void *p;
    size_t bytes;
} al_buffer;

/* Room for n items of size bytes; NULL when memory is out. */
void *lp_al_room(al_buffer *b, size_t n, size_t size);

struct lp_aligner {
    size_t table;                   /* largest table of moves, in bytes; larger problems are cut in two */
    al_buffer pairs;                /* lp_pair, n + m */
    al_buffer forward, backward;    /* uint64_t, m + 1 */
    al_buffer moves;                /* uint8_t, `table`, or 2 (m + 2) if that is more */
    al_buffer dense_ref, dense_hyp; /* uint32_t, n and m: items as small numbers */
    al_buffer slots, symbols;       /* uint32_t: from item to small number */
    al_buffer masks;                /* uint64_t a distinct item */
    al_buffer deltas;               /* int8_t, m + 1 */
};

/* Write both sequences into dense_ref and dense_hyp as small numbers, equal as
 * the items are equal, and make room for what follows. The functions below
 * take stretches of these. LP_ELIMIT, LP_ENOMEM. */
LP_MUST_CHECK int lp_al_number(lp_aligner *al, const uint32_t *ref, size_t n, const uint32_t *hyp, size_t m,
                               lp_err *err);

/* The number of edits between two stretches. */
size_t lp_al_edits(lp_aligner *al, const uint32_t *a, size_t n, const uint32_t *b, size_t m);

/*
 * Do all alignments of the fewest edits (which are `edits`) cross row `middle`
 * (0 < middle < n) at one and the same column? Then true, with that column and
 * the edits before it. m > 0; uses forward and backward, m + 1 each.
 */
bool lp_al_crossing(lp_aligner *al, const uint32_t *a, size_t n, const uint32_t *b, size_t m, size_t edits,
                    size_t middle, size_t *at, size_t *before);

#endif
