/* Search by sound: the pronunciations that share a skeleton with what was heard,
 * give or take a bone on either side, are aligned with it. */
#include "language/resource_internal.h"

/* What a lost or added bone costs at least, so that skeletons differing by more
 * than the budget pays for are not looked up. */
#define CHEAPEST_BONE 1500u
/* Bones are taken out of what was heard, one or two, and one is changed, only
 * where enough remain to mean something: what sounds like two bones is legion.
 * A wide search asks for less. */
typedef struct enough {
    size_t for_one, for_change, for_two;
} enough;
static const enough usual = {4, 5, 7}, less = {3, 3, 5};

/*
 * Rows run over the said phones, cells over the heard ones. A cell holds what
 * its beginning costs and what the rest of what was heard costs at least
 * (every heard phone has a cheapest explanation), so the first cell that is
 * dearer than the budget says that no end of it can be cheap enough; such cells
 * at either end of a row are not computed (Ukkonen 1985, Algorithms for
 * approximate string matching). Rows are kept: pronunciations come in
 * alphabetical order, and a common beginning is aligned once.
 */
typedef struct align_row {
    uint16_t lo, hi; /* cells within the budget; lo > hi: none */
    uint32_t cell[LP_SOUND_LONGEST + 1];
} align_row;

typedef struct search {
    const res_costs *costs;
    const res_said *said;
    const res_bone *bones;
    const res_post *posts;
    const uint64_t *sieve;
    const char *text;
    size_t n_bones_slots;
    uint8_t heard[LP_SOUND_LONGEST];
    size_t n;
    size_t n_skeleton;
    uint32_t sums[LP_SOUND_LONGEST + 1];   /* of the beginnings of the skeleton */
    uint32_t powers[LP_SOUND_LONGEST + 1]; /* of LP_RES_BONE_BASE */
    uint32_t cheapest[LP_SOUND_LONGEST];   /* what each heard phone costs at least */
    uint32_t rest;                         /* and all of them */
    align_row *rows;                       /* [LP_SOUND_LONGEST + 1], of the last pronunciation */
    size_t n_rows;
    uint8_t last[LP_SOUND_LONGEST];        /* its phones, as far as it has rows */
    uint32_t noise;
    uint32_t budget;                       /* cost that reaches the least score */
    lp_sound_hit *hits;
    size_t n_hits;
    const enough *enough;
    size_t without; /* bones taken out of what was heard, now */
    uint32_t seen[512]; /* pronunciations aligned lately, +1; may forget */
} search;

static uint32_t least(uint32_t a, uint32_t b) { return a < b ? a : b; }

/* Insert keeping best first and one hit a term. */
static void keep_hit(search *s, lp_sound_hit h)
{
    lp_sound_hit *hits = s->hits;
    size_t n = s->n_hits;
    for (size_t i = 0; i < n; i++) {
        if (hits[i].term != h.term) continue;
        if (hits[i].score >= h.score) return;
        memmove(hits + i, hits + i + 1, (n - i - 1) * sizeof *hits);
        n--;
        break;
    }
    size_t at = n;
    while (at && (hits[at - 1].score < h.score || (hits[at - 1].score == h.score && hits[at - 1].term > h.term))) at--;
    s->n_hits = n;
    if (at == LP_SOUND_MOST) return;
    if (n == LP_SOUND_MOST) n--;
    memmove(hits + at + 1, hits + at, (n - at) * sizeof *hits);
    hits[at] = h;
    s->n_hits = n + 1;
    /* What is further from the best than the margin is no rival of it, and what
     * is behind the last of a full list does not get in. */
    s->budget = least(s->budget, s->noise - (uint32_t)(hits[0].score) + LP_SOUND_MARGIN);
    if (s->n_hits == LP_SOUND_MOST) s->budget = least(s->budget, s->noise - (uint32_t)hits[LP_SOUND_MOST - 1].score);
}

/* --- alignment ------------------------------------------------------------------ */

static void first_row(search *s)
{
    align_row *r = &s->rows[0];
    uint32_t v = s->rest;
    r->lo = r->hi = 0;
    r->cell[0] = v;
    for (size_t i = 1; i <= s->n && v <= s->budget; i++) {
        v += s->costs->add[s->heard[i - 1]] - s->cheapest[i - 1];
        r->cell[i] = v;
        if (v <= s->budget) r->hi = (uint16_t)i;
    }
    s->n_rows = 1;
}

static void next_row(search *s, const align_row *up, uint8_t p, align_row *row)
{
    const res_costs *c = s->costs;
    const uint32_t budget = s->budget, over = budget + 1, drop = c->drop[p];
    uint32_t diagonal = over, left = over;
    size_t first = s->n + 1, last = 0;
    for (size_t i = up->lo; i <= s->n; i++) {
        const uint32_t above = i <= up->hi ? up->cell[i] : over;
        uint32_t v = above + drop;
        if (i) {
            const uint8_t h = s->heard[i - 1];
            v = least(v, diagonal + c->sub[h][p] - s->cheapest[i - 1]);
            v = least(v, left + c->add[h] - s->cheapest[i - 1]);
        }
        row->cell[i] = left = v;
        diagonal = above;
        if (v <= budget) {
            if (first > i) first = i;
            last = i;
        } else {
            left = over;
            if (i > up->hi) break; /* from here only additions to what is too dear already */
        }
    }
    row->lo = (uint16_t)first;
    row->hi = (uint16_t)last;
}

static uint32_t cell_at(const align_row *r, size_t i, uint32_t over) { return i >= r->lo && i <= r->hi ? r->cell[i] : over; }

/* Make the rows of a beginning of n phones, as far as they are not there yet;
 * false when it is too dear already. */
static bool align_beginning(search *s, const uint8_t *said, size_t n)
{
    size_t same = 0;
    while (same < n && same + 1 < s->n_rows && said[same] == s->last[same]) same++;
    s->n_rows = same + 1;
    for (size_t d = same; d <= n; d++) {
        const align_row *up = &s->rows[d];
        if (up->lo > up->hi) return false; /* s->n_rows tells that the rows end here */
        if (d == n) break;
        if (said[d] >= LP_N_PHONES) return false; /* of a file that somebody made up */
        next_row(s, up, said[d], &s->rows[d + 1]);
        s->last[d] = said[d];
        s->n_rows = d + 2;
    }
    return true;
}

/* Cost of aligning what was heard with a pronunciation, or something above the
 * budget. */
static uint32_t align(search *s, const uint8_t *said, size_t n_said)
{
    const uint32_t over = s->budget + 1;
    const bool whole_way = align_beginning(s, said, n_said);
    const uint32_t whole = whole_way ? cell_at(&s->rows[n_said], s->n, over) : over;
    /* The last phone may be lost on terms of its own. */
    if (!n_said || s->n_rows < n_said) return whole;
    const uint32_t before_last = cell_at(&s->rows[n_said - 1], s->n, over);
    return least(whole, before_last + s->costs->end[said[n_said - 1]]);
}

/* Did the last pronunciation become too dear within phones that this one has,
 * too? */
static bool dead_already(const search *s, const res_post *p)
{
    const size_t rows = s->n_rows;
    if (rows > LP_RES_BEGINNING || s->rows[rows - 1].lo <= s->rows[rows - 1].hi) return false;
    return rows <= p->n_phones && memcmp(p->first, s->last, rows - 1) == 0;
}

static void consider(search *s, const res_post *post)
{
    if (s->without && post->n_bones == s->n_skeleton && s->n_skeleton < s->enough->for_change) return;
    const size_t more = post->n_bones > s->n_skeleton ? post->n_bones - s->n_skeleton : s->n_skeleton - post->n_bones;
    if (dead_already(s, post) || more * CHEAPEST_BONE > s->budget || post->n_phones > LP_SOUND_LONGEST) return;
    const uint32_t id = post->said;
    uint32_t *seen = &s->seen[id % (sizeof s->seen / sizeof *s->seen)];
    if (*seen == id + 1) return;
    *seen = id + 1;
    /* Its beginning may be too dear by itself; the last phone of all does not
     * count, since it may be lost. */
    const size_t known = post->n_phones <= LP_RES_BEGINNING ? post->n_phones - 1u : LP_RES_BEGINNING;
    if (!post->n_phones || !align_beginning(s, post->first, known)) return;
    const res_said *p = &s->said[id];
    const uint32_t extra = p->heard ? s->costs->heard : 0u;
    const uint32_t cost = align(s, (const uint8_t *)s->text + p->phones, p->n_phones);
    if (cost + extra > s->budget) return;
    keep_hit(s, (lp_sound_hit){p->term, (int32_t)s->noise - (int32_t)(cost + extra), p->n_phones, p->heard != 0});
}

static void look_up(search *s, uint32_t sum)
{
    const uint32_t hash = res_bone_finish(sum);
    if (!res_in_sieve(s->sieve, hash)) return;
    const size_t mask = s->n_bones_slots - 1;
    for (size_t at = hash & mask, left = s->n_bones_slots; left && s->bones[at].hash; at = (at + 1) & mask, left--) {
        if (s->bones[at].hash != hash) continue;
        const res_bone *b = &s->bones[at];
        for (uint32_t k = 0; k < b->n; k++) consider(s, &s->posts[b->first + k]);
        return;
    }
}

/* Sum of the bones from `from` on, as far as `to`. */
static uint32_t middle(const search *s, size_t from, size_t to)
{
    return s->sums[to] - s->sums[from] * s->powers[to - from];
}

static void search_all(search *s)
{
    const size_t n = s->n_skeleton;
    s->without = 0;
    look_up(s, s->sums[n]);
    s->without = 1;
    if (s->budget < CHEAPEST_BONE || n < s->enough->for_one) return;
    for (size_t i = 0; i < n; i++) look_up(s, s->sums[i] * s->powers[n - 1 - i] + middle(s, i + 1, n));
    if (n < s->enough->for_two || s->budget < 2 * CHEAPEST_BONE) return;
    for (size_t i = 0; i < n; i++) {
        for (size_t k = i + 1; k < n; k++) {
            const uint32_t head = s->sums[i] * s->powers[k - i - 1] + middle(s, i + 1, k);
            look_up(s, head * s->powers[n - 1 - k] + middle(s, k + 1, n));
        }
    }
}

static size_t read_phones(lp_sv phones, uint8_t out[LP_SOUND_LONGEST])
{
    size_t n = 0;
    for (size_t i = 0; i < phones.len && n < LP_SOUND_LONGEST; i++) {
        int p = lp_phone_index(phones.s[i]);
        if (p >= 0) out[n++] = (uint8_t)p;
    }
    return n;
}

static uint32_t noise_of(const res_costs *c, const uint8_t *heard, size_t n)
{
    uint32_t sum = 0;
    for (size_t i = 0; i < n; i++) sum += c->noise[heard[i]];
    return sum;
}

static void weigh_heard(search *s)
{
    s->rest = 0;
    for (size_t i = 0; i < s->n; i++) {
        const uint8_t h = s->heard[i];
        uint32_t cheapest = s->costs->add[h];
        for (size_t p = 0; p < LP_N_PHONES; p++) cheapest = least(cheapest, s->costs->sub[h][p]);
        s->cheapest[i] = cheapest;
        s->rest += cheapest;
    }
}

size_t lp_res_sound_one(const lp_resource *r, lp_sv heard, int32_t least_score, bool wide, lp_sound_hit hits[LP_SOUND_MOST])
{
    search s;
    size_t n;
    char skeleton[LP_SOUND_LONGEST];
    if (heard.len > LP_SOUND_LONGEST) return 0;
    s.costs = lp_res_section(r, LP_RES_COSTS, &n);
    s.said = lp_res_section(r, LP_RES_SAID, &n);
    s.posts = lp_res_section(r, LP_RES_POSTS, &n);
    s.text = lp_res_section(r, LP_RES_TEXT, &n);
    s.sieve = lp_res_section(r, LP_RES_SIEVE, &n);
    s.bones = lp_res_section(r, LP_RES_BONES, &s.n_bones_slots);
    if (!s.n_bones_slots) return 0;
    s.n = read_phones(heard, s.heard);
    s.noise = noise_of(s.costs, s.heard, s.n);
    if ((int64_t)s.noise < (int64_t)least_score) return 0;
    align_row rows[LP_SOUND_LONGEST + 1];
    s.rows = rows;
    weigh_heard(&s);
    const int32_t share = (int32_t)((uint64_t)s.noise * (wide ? LP_SOUND_SHARE_WIDE : LP_SOUND_SHARE) / 100);
    if (least_score < share) least_score = share;
    s.budget = s.noise - (uint32_t)least_score;
    s.n_skeleton = res_skeleton(s.heard, s.n, skeleton);
    s.sums[0] = 0;
    s.powers[0] = 1;
    for (size_t i = 0; i < s.n_skeleton; i++) {
        s.sums[i + 1] = res_bone_step(s.sums[i], skeleton[i]);
        s.powers[i + 1] = s.powers[i] * LP_RES_BONE_BASE;
    }
    s.enough = wide ? &less : &usual;
    s.hits = hits;
    s.n_hits = 0;
    first_row(&s);
    memset(s.seen, 0, sizeof s.seen);
    search_all(&s);
    /* The list may still hold hits taken before a better one narrowed it. */
    while (s.n_hits && hits[s.n_hits - 1].score + LP_SOUND_MARGIN < hits[0].score) s.n_hits--;
    return s.n_hits;
}

int32_t lp_resource_noise(const lp_resource *r, lp_sv phones)
{
    size_t n;
    uint8_t heard[LP_SOUND_LONGEST];
    const res_costs *c = lp_res_section(r, LP_RES_COSTS, &n);
    return (int32_t)noise_of(c, heard, read_phones(phones, heard));
}

int32_t lp_resource_score(const lp_resource *r, lp_sv heard, lp_sv said)
{
    search s;
    size_t n;
    align_row rows[LP_SOUND_LONGEST + 1];
    uint8_t phones[LP_SOUND_LONGEST];
    if (heard.len > LP_SOUND_LONGEST || said.len > LP_SOUND_LONGEST) return INT32_MIN;
    s.costs = lp_res_section(r, LP_RES_COSTS, &n);
    s.n = read_phones(heard, s.heard);
    s.budget = UINT32_MAX / 4; /* sums of costs must not overflow */
    s.rows = rows;
    weigh_heard(&s);
    first_row(&s);
    const size_t n_said = read_phones(said, phones);
    return (int32_t)noise_of(s.costs, s.heard, s.n) - (int32_t)align(&s, phones, n_said);
}
