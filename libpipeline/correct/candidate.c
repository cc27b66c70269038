#include "correct/candidate.h"

#define AS_NAME(id, name, what) name,
const char *const lp_evidence_names[LP_N_EVIDENCE] = {LP_EVIDENCE(AS_NAME)};
const char *const lp_garbled_names[LP_N_GARBLED] = {LP_GARBLED(AS_NAME)};
#undef AS_NAME

/* For lexicons that nobody trained: a listed form or a regular spelling is
 * taken, a sound only when it fits closely, English words are left alone. */
static const lp_evidence_weights untrained = {
    .evidence = {[LP_E_BIAS] = -8, [LP_E_SOUND] = 0.5, [LP_E_SOUND_EACH] = 1.5, [LP_E_SHORT] = -1,
                 [LP_E_FREQUENCY] = 0.7, [LP_E_NAMED] = 0.4, [LP_E_SPARSE] = 1, [LP_E_WORDS] = 1, [LP_E_STRONG] = -2.5,
                 [LP_E_WEAK] = -1.5, [LP_E_NAMES] = -1, [LP_E_LISTED] = 8, [LP_E_REGULAR] = 8,
                 [LP_E_ENGLISH_TOO] = 3},
    .garbled = {[LP_G_BIAS] = -4, [LP_G_ODD] = 3},
};

lp_evidence_weights lp_evidence_weights_of(const lp_resource *res)
{
    lp_evidence_weights w = untrained;
    if (lp_resource_weight(res, lp_evidence_names[LP_E_BIAS], 0) == 0) return w;
    for (size_t i = 0; i < LP_N_EVIDENCE; i++) w.evidence[i] = lp_resource_weight(res, lp_evidence_names[i], 0);
    for (size_t i = 0; i < LP_N_GARBLED; i++) w.garbled[i] = lp_resource_weight(res, lp_garbled_names[i], 0);
    return w;
}

lp_candidate *lp_candidates_add(lp_candidates *list)
{
    if (list->n == list->cap) {
        const size_t cap = list->cap ? list->cap * 2 : 256;
        lp_candidate *more = lp_arena_grow(list->arena, list->v, list->n, cap, sizeof *more);
        if (!more) return NULL;
        list->v = more;
        list->cap = cap;
    }
    lp_candidate *c = &list->v[list->n++];
    memset(c, 0, sizeof *c);
    return c;
}
