/* Search by sound: the pronunciations that share a skeleton with what was heard,
 * give or take a bone on either side, are aligned with it. */
#include "language/resource_internal.h"

/* What an inserted or lost bone costs at least (v heard as u), so that
 * skeletons differing by more than the budget pays for are not looked up. */
#define CHEAPEST_BONE 300u
/* Two bones are taken out of what was heard only where enough remain to mean
 * something. */
enum { ENOUGH_BONES = 6 };

typedef struct search {
    const res_costs *costs;
    const res_said *said;
    const res_bone *bones;
    const res_post *posts;
    const char *text;
    size_t n_bones_slots;
    uint8_t heard[LP_SOUND_LONGEST];
    size_t n;
    char skeleton[LP_SOUND_LONGEST];
    size_t n_skeleton;
    uint32_t budget;
    lp_sound_hit *hits;
    size_t n_hits;
    uint32_t seen[1024]; /* pronunciations aligned lately, +1; may forget */
} search;

static uint32_t least(uint32_t a, uint32_t b) { return a < b ? a : b; }

uint32_t lp_resource_weight(const lp_resource *r, lp_sv phones)
{
    size_t n;
    const res_costs *c = lp_res_section(r, LP_RES_COSTS, &n);
    uint32_t w = 0;
    for (size_t i = 0; i < phones.len; i++) {
        int p = lp_phone_index(phones.s[i]);
        if (p >= 0) w += c->drop[p];
    }
    return w;
}

/* Insert keeping best first and one hit a term. */
static void keep_hit(search *s, lp_sound_hit h)
{
    lp_sound_hit *hits = s->hits;
    size_t n = s->n_hits;
    for (size_t i = 0; i < n; i++) {
        if (hits[i].term != h.term) continue;
        if (hits[i].cost <= h.cost) return;
        memmove(hits + i, hits + i + 1, (n - i - 1) * sizeof *hits);
        n--;
        break;
    }
    size_t at = n;
    while (at && (hits[at - 1].cost > h.cost || (hits[at - 1].cost == h.cost && hits[at - 1].term > h.term))) at--;
    s->n_hits = n;
    if (at == LP_SOUND_MOST) return;
    if (n == LP_SOUND_MOST) n--;
    memmove(hits + at + 1, hits + at, (n - at) * sizeof *hits);
    hits[at] = h;
    s->n_hits = n + 1;
    /* What is further from the best than the margin is no rival of it. */
    s->budget = least(s->budget, hits[0].cost + LP_SOUND_MARGIN);
}

/* Cost of aligning what was heard with a pronunciation, or something above the
 * budget. Rows run over the said phones, cells over the heard ones; cells
 * before lo and behind hi cannot be within the budget any more and are not
 * computed (Ukkonen 1985, Algorithms for approximate string matching). */
static uint32_t align(const search *s, const uint8_t *said, size_t n_said)
{
    const res_costs *c = s->costs;
    const uint32_t over = s->budget + 1;
    uint32_t row[LP_SOUND_LONGEST + 1];
    size_t lo = 0, hi = 0;
    uint32_t before_last = over; /* of the row above the last one, its last cell */
    row[0] = 0;
    for (size_t i = 1; i <= s->n; i++) {
        row[i] = row[i - 1] + c->add[s->heard[i - 1]];
        if (row[i] > s->budget) break;
        hi = i;
    }
    for (size_t d = 0; d < n_said; d++) {
        const uint8_t p = said[d];
        const uint32_t drop = c->drop[p];
        uint32_t diagonal = over, left = over;
        size_t first = s->n + 1, last = 0;
        if (d + 1 == n_said && hi == s->n) before_last = row[s->n];
        for (size_t i = lo; i <= s->n; i++) {
            const uint32_t up = i <= hi ? row[i] : over;
            uint32_t v = up + drop;
            if (i) {
                const uint8_t h = s->heard[i - 1];
                v = least(v, diagonal + c->sub[h][p]);
                v = least(v, left + c->add[h]);
            }
            if (v > over) v = over;
            row[i] = left = v;
            diagonal = up;
            if (v <= s->budget) {
                if (first > i) first = i;
                last = i;
            } else if (i > hi) {
                break; /* from here only additions to what is too dear already */
            }
        }
        if (first > s->n) { /* nothing left, unless the very last phone was lost */
            hi = 0, lo = s->n + 1;
            break;
        }
        lo = first;
        hi = last;
    }
    uint32_t whole = lo <= s->n && hi == s->n ? row[s->n] : over;
    uint32_t cut = n_said ? before_last + c->end[said[n_said - 1]] : over;
    return least(whole, cut);
}

static void consider(search *s, uint32_t id)
{
    uint32_t *seen = &s->seen[id & 1023u];
    if (*seen == id + 1) return;
    *seen = id + 1;
    const res_said *p = &s->said[id];
    const size_t more = p->n_bones > s->n_skeleton ? p->n_bones - s->n_skeleton : s->n_skeleton - p->n_bones;
    const uint32_t extra = p->heard ? s->costs->heard : 0u;
    if (more * CHEAPEST_BONE + extra > s->budget) return;
    uint32_t cost = align(s, (const uint8_t *)s->text + p->phones, p->n_phones);
    if (cost + extra > s->budget) return;
    keep_hit(s, (lp_sound_hit){p->term, cost + extra, p->weight, p->heard != 0});
}

static void look_up(search *s, size_t without, size_t without_too)
{
    const uint32_t hash = res_bone_hash(s->skeleton, s->n_skeleton, without, without_too);
    const size_t mask = s->n_bones_slots - 1;
    for (size_t at = hash & mask, left = s->n_bones_slots; left && s->bones[at].hash; at = (at + 1) & mask, left--) {
        if (s->bones[at].hash != hash) continue;
        const res_bone *b = &s->bones[at];
        for (uint32_t k = 0; k < b->n; k++) consider(s, s->posts[b->first + k]);
        return;
    }
}

static void search_all(search *s)
{
    const size_t n = s->n_skeleton;
    look_up(s, SIZE_MAX, SIZE_MAX);
    if (s->budget < CHEAPEST_BONE || n < 2) return;
    for (size_t i = 0; i < n; i++) look_up(s, i, SIZE_MAX);
    if (n < ENOUGH_BONES || s->budget < 2 * CHEAPEST_BONE) return;
    for (size_t i = 0; i < n; i++)
        for (size_t k = i + 1; k < n; k++) look_up(s, i, k);
}

size_t lp_res_sound_one(const lp_resource *r, lp_sv heard, uint32_t budget, lp_sound_hit hits[LP_SOUND_MOST])
{
    search s;
    size_t n;
    if (heard.len > LP_SOUND_LONGEST) return 0;
    s.costs = lp_res_section(r, LP_RES_COSTS, &n);
    s.said = lp_res_section(r, LP_RES_SAID, &n);
    s.posts = lp_res_section(r, LP_RES_POSTS, &n);
    s.text = lp_res_section(r, LP_RES_TEXT, &n);
    s.bones = lp_res_section(r, LP_RES_BONES, &s.n_bones_slots);
    if (!s.n_bones_slots) return 0;
    s.n = 0;
    for (size_t i = 0; i < heard.len; i++) {
        int p = lp_phone_index(heard.s[i]);
        if (p >= 0) s.heard[s.n++] = (uint8_t)p;
    }
    s.n_skeleton = res_skeleton(s.heard, s.n, s.skeleton);
    s.budget = least(budget, UINT32_MAX / 4); /* sums of costs must not overflow */
    s.hits = hits;
    s.n_hits = 0;
    memset(s.seen, 0, sizeof s.seen);
    search_all(&s);
    /* The list may still hold hits taken before a better one narrowed it. */
    while (s.n_hits && hits[s.n_hits - 1].cost > hits[0].cost + LP_SOUND_MARGIN) s.n_hits--;
    return s.n_hits;
}
