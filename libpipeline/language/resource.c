#include "language/resource.h"

#include <stdalign.h>
#include <stdio.h>
#include <stdlib.h>
#include <xxhash.h>

#include "base/file.h"
#include "language/resource_internal.h"

struct lp_resource {
    lp_map map;
    const res_header *head;
    const void *section[LP_RES_N_SECTIONS];
    size_t n[LP_RES_N_SECTIONS];
    char version[17];
};

static int damaged(lp_err *err, const char *path, const char *what)
{
    lp_fail(err, LP_ERESOURCE, "%s; make it again with `shodhana lexicon compile`, or use --mode emergency", what);
    lp_err_at(err, path);
    return LP_ERESOURCE;
}

static const size_t item_size[] = {
#define AS_SIZE(name, type) sizeof(type),
    LP_RES_SECTIONS(AS_SIZE)
#undef AS_SIZE
};

/* The search walks the trie without looking at bounds, so they are looked at
 * here, once. */
static bool trie_is_sound(const lp_resource *r)
{
    const res_node *nodes = r->section[LP_RES_NODES];
    const res_said *said = r->section[LP_RES_SAID];
    const size_t n = r->n[LP_RES_NODES], n_said = r->n[LP_RES_SAID];
    for (size_t i = 1; i < n; i++) {
        const res_node *x = &nodes[i];
        if (x->end <= i || x->end > n || x->phone >= LP_N_PHONES) return false;
        if (!x->depth || x->depth > LP_RES_DEEPEST || x->depth > nodes[i - 1].depth + 1) return false;
        if (x->said > n_said || x->n_said > n_said - x->said) return false;
    }
    for (size_t i = 0; i < n_said; i++)
        if (said[i].term >= r->n[LP_RES_TERMS]) return false;
    return nodes[0].depth == 0;
}

static bool is_power_of_two(size_t n) { return (n & (n - 1)) == 0; }

static bool sections_fit(lp_resource *r)
{
    for (size_t i = 0; i < LP_RES_N_SECTIONS; i++) {
        const res_section_place *p = &r->head->sections[i];
        if (p->at % alignof(max_align_t) || p->at > r->map.data.len) return false;
        if (p->n > (r->map.data.len - p->at) / item_size[i]) return false;
        r->section[i] = r->map.data.s + p->at;
        r->n[i] = (size_t)p->n;
    }
    return r->n[LP_RES_COSTS] == 1 && r->n[LP_RES_NODES] >= 1 && is_power_of_two(r->n[LP_RES_EXACT]) &&
           is_power_of_two(r->n[LP_RES_ENGLISH]) && trie_is_sound(r);
}

static const char *fault_of(lp_resource *r)
{
    lp_sv d = r->map.data;
    if (d.len < sizeof(res_header)) return "too short for a compiled lexicon";
    r->head = (const res_header *)(const void *)d.s;
    if (memcmp(r->head->magic, LP_RES_MAGIC, sizeof LP_RES_MAGIC) != 0) return "not a compiled lexicon";
    if (r->head->order != LP_RES_ORDER) return "compiled on a machine of another byte order";
    if (r->head->layout != LP_RES_LAYOUT) return "compiled by another version";
    if (r->head->size != d.len) return "cut short or grown";
    if (XXH3_64bits(d.s + sizeof(res_header), d.len - sizeof(res_header)) != r->head->checksum)
        return "damaged (checksum differs)";
    return sections_fit(r) ? NULL : "its tables do not fit";
}

int lp_resource_open(const char *path, lp_resource **out, lp_err *err)
{
    *out = NULL;
    lp_resource *r = calloc(1, sizeof *r);
    if (!r) return lp_fail(err, LP_ENOMEM, "no memory for the lexicon");
    lp_err why = {0};
    if (lp_file_map(path, &r->map, &why) != LP_OK) {
        free(r);
        return damaged(err, path, why.msg);
    }
    const char *fault = fault_of(r);
    if (fault) {
        lp_resource_close(r);
        return damaged(err, path, fault);
    }
    (void)snprintf(r->version, sizeof r->version, "%016llx", (unsigned long long)r->head->checksum);
    *out = r;
    return LP_OK;
}

void lp_resource_close(lp_resource *r)
{
    if (!r) return;
    lp_file_unmap(&r->map);
    free(r);
}

const char *lp_resource_version(const lp_resource *r) { return r->version; }
size_t lp_resource_n_terms(const lp_resource *r) { return r->n[LP_RES_TERMS]; }
size_t lp_resource_n_forms(const lp_resource *r) { return (size_t)r->head->forms; }
size_t lp_resource_n_english(const lp_resource *r) { return (size_t)r->head->english; }

static lp_sv text_of(const lp_resource *r, res_span s)
{
    const char *text = r->section[LP_RES_TEXT];
    if (s.at > r->n[LP_RES_TEXT] || s.len > r->n[LP_RES_TEXT] - s.at) return LP_SV("");
    return lp_sv_make(text + s.at, s.len);
}

lp_term lp_resource_term(const lp_resource *r, uint32_t id)
{
    if (id >= r->n[LP_RES_TERMS]) return (lp_term){.text = LP_SV("")};
    const res_term *t = (const res_term *)r->section[LP_RES_TERMS] + id;
    return (lp_term){
        .text = text_of(r, t->text),
        .phones = text_of(r, t->phones),
        .category = text_of(r, t->category),
        .gloss = text_of(r, t->gloss),
        .source = text_of(r, t->source),
        .confidence = t->confidence / 1000.0,
        .frequency = (lp_frequency)t->frequency,
        .proper = (t->flags & RES_PROPER) != 0,
        .verse = (t->flags & RES_VERSE) != 0,
    };
}

uint64_t lp_word_key(lp_sv lower_word) { return XXH3_64bits(lower_word.s, lower_word.len); }

uint64_t lp_word_key_join(uint64_t before, uint64_t next)
{
    /* Order matters, so the parts are mixed unevenly (constants: the 64-bit
     * golden ratio and an odd neighbour). */
    uint64_t h = before * 0x9E3779B97F4A7C15u + next;
    return (h ^ h >> 29) * 0xBF58476D1CE4E5B9u;
}

bool lp_resource_exact(const lp_resource *r, uint64_t key, lp_exact *hit)
{
    const res_exact *table = r->section[LP_RES_EXACT];
    size_t n = r->n[LP_RES_EXACT];
    if (!n) return false;
    key = res_slot_key(key);
    for (size_t i = key & (n - 1), left = n; left && table[i].key; i = (i + 1) & (n - 1), left--) {
        if (table[i].key != key) continue;
        *hit = (lp_exact){table[i].term, (table[i].flags & RES_LONGER) != 0, (table[i].flags & RES_WRITTEN) != 0};
        return true;
    }
    return false;
}

bool lp_resource_english(const lp_resource *r, uint64_t key, lp_english_info *info)
{
    const res_english *table = r->section[LP_RES_ENGLISH];
    size_t n = r->n[LP_RES_ENGLISH];
    if (!n) return false;
    const uint32_t tag = res_tag(key);
    for (size_t i = key & (n - 1), left = n; left && table[i].tag; i = (i + 1) & (n - 1), left--) {
        if (table[i].tag != tag) continue;
        *info = (lp_english_info){table[i].level, table[i].name_level,
                                  text_of(r, (res_span){table[i].phones, table[i].n_phones})};
        return true;
    }
    return false;
}

/* --- search by sound ------------------------------------------------------ */

uint32_t lp_resource_weight(const lp_resource *r, lp_sv phones)
{
    const res_costs *c = r->section[LP_RES_COSTS];
    uint32_t w = 0;
    for (size_t i = 0; i < phones.len; i++) {
        int p = lp_phone_index(phones.s[i]);
        if (p >= 0) w += c->drop[p];
    }
    return w;
}

/* Insert keeping best first and one hit a term. */
static size_t keep_hit(lp_sound_hit *hits, size_t n, lp_sound_hit h)
{
    for (size_t i = 0; i < n; i++) {
        if (hits[i].term != h.term) continue;
        if (hits[i].cost <= h.cost) return n;
        memmove(hits + i, hits + i + 1, (n - i - 1) * sizeof *hits);
        n--;
        break;
    }
    size_t at = n;
    while (at && hits[at - 1].cost > h.cost) at--;
    if (at == LP_SOUND_MOST) return n;
    if (n == LP_SOUND_MOST) n--;
    memmove(hits + at + 1, hits + at, (n - at) * sizeof *hits);
    hits[at] = h;
    return n + 1;
}

typedef struct search {
    const res_costs *costs;
    uint8_t heard[LP_SOUND_LONGEST];
    size_t n;
    uint32_t budget;
    /* row[d][i]: cheapest alignment of the first i heard phones with the first
     * d phones of the path to the current node. Only cells from lo[d] to hi[d]
     * can be within the budget; the others are not written (Ukkonen 1985,
     * Algorithms for approximate string matching, the cut-off). */
    uint32_t row[LP_RES_DEEPEST + 1][LP_SOUND_LONGEST + 1];
    uint8_t lo[LP_RES_DEEPEST + 1], hi[LP_RES_DEEPEST + 1];
} search;

#define FAR ((uint32_t)1 << 30)

static uint32_t least(uint32_t a, uint32_t b) { return a < b ? a : b; }

/* A cell of a row, far where it was not written. */
static uint32_t cell(const search *s, size_t d, size_t i)
{
    return i >= s->lo[d] && i <= s->hi[d] ? s->row[d][i] : FAR;
}

/* The row of no phones said: all heard ones are additions. */
static void start_row(search *s)
{
    s->row[0][0] = 0;
    s->lo[0] = s->hi[0] = 0;
    for (size_t i = 1; i <= s->n; i++) {
        s->row[0][i] = s->row[0][i - 1] + s->costs->add[s->heard[i - 1]];
        if (s->row[0][i] <= s->budget) s->hi[0] = (uint8_t)i;
        else break;
    }
}

/* Fill the row of a node from that of its parent. False when no cell is within
 * the budget, so that nothing below the node can be. */
static bool step(search *s, const res_node *node)
{
    const size_t d = node->depth, u = d - 1;
    const res_costs *c = s->costs;
    const uint32_t drop = c->drop[node->phone];
    uint32_t *here = s->row[d];
    size_t first = s->n + 1, last = 0;
    uint32_t left = FAR, diagonal = FAR;
    for (size_t i = s->lo[u]; i <= s->n; i++) {
        const uint32_t up = i <= s->hi[u] ? s->row[u][i] : FAR;
        uint32_t v = up + drop;
        if (i) {
            const uint8_t h = s->heard[i - 1];
            v = least(v, diagonal + c->sub[h][node->phone]);
            v = least(v, left + c->add[h]);
        }
        here[i] = left = v;
        diagonal = up;
        if (v <= s->budget) {
            if (first > i) first = i;
            last = i;
        } else if (i > s->hi[u]) {
            break; /* from here only additions to what is too dear already */
        }
    }
    s->lo[d] = (uint8_t)first;
    s->hi[d] = (uint8_t)last;
    return first <= s->n;
}

static size_t take(const lp_resource *r, search *s, const res_node *node, lp_sound_hit *hits, size_t n)
{
    const res_said *said = (const res_said *)r->section[LP_RES_SAID] + node->said;
    const uint32_t whole = cell(s, node->depth, s->n);
    const uint32_t cut = cell(s, node->depth - 1u, s->n) + s->costs->end[node->phone];
    const uint32_t cost = least(whole, cut);
    if (cost > s->budget) return n;
    for (size_t k = 0; k < node->n_said; k++) {
        uint32_t total = cost + (said[k].heard ? s->costs->heard : 0u);
        if (total > s->budget) continue;
        n = keep_hit(hits, n, (lp_sound_hit){said[k].term, total, said[k].weight, said[k].heard != 0});
        /* What is further from the best than the margin is no rival of it. */
        s->budget = least(s->budget, hits[0].cost + LP_SOUND_MARGIN);
    }
    return n;
}

static size_t walk(const lp_resource *r, search *s, lp_sound_hit *hits)
{
    const res_node *nodes = r->section[LP_RES_NODES];
    const size_t n_nodes = r->n[LP_RES_NODES];
    size_t n = 0, i = 1;
    start_row(s);
    while (i < n_nodes) {
        const res_node *node = &nodes[i];
        bool alive = step(s, node);
        /* A lost last phone may be cheaper than the row says, so the node's own
         * pronunciations are looked at even where the row is dead. */
        if (node->n_said) n = take(r, s, node, hits, n);
        i = alive ? i + 1 : node->end;
    }
    /* The list may still hold hits taken before a better one narrowed it. */
    while (n && hits[n - 1].cost > hits[0].cost + LP_SOUND_MARGIN) n--;
    return n;
}

size_t lp_resource_sound(const lp_resource *r, lp_sv heard, uint32_t budget, lp_sound_hit hits[LP_SOUND_MOST])
{
    search s;
    if (heard.len > LP_SOUND_LONGEST) return 0;
    s.costs = r->section[LP_RES_COSTS];
    s.n = 0;
    for (size_t i = 0; i < heard.len; i++) {
        int p = lp_phone_index(heard.s[i]);
        if (p >= 0) s.heard[s.n++] = (uint8_t)p;
    }
    /* Most of what is found is found near, and near is cheap to search. */
    for (uint32_t part = 1; part <= 3; part++) {
        s.budget = (uint32_t)((uint64_t)budget * part / 3);
        size_t n = walk(r, &s, hits);
        if (!n) continue;
        if (part == 3 || hits[0].cost + LP_SOUND_MARGIN <= (uint64_t)budget * part / 3) return n;
        s.budget = least(budget, hits[0].cost + LP_SOUND_MARGIN);
        return walk(r, &s, hits);
    }
    return 0;
}
