#include <math.h>
#include <stdlib.h>

#include "correct/endings.h"
#include "correct/terms.h"
#include "language/phones.h"

enum {
    LONGEST_SPAN = 4,      /* words */
    FEWEST_PHONES = 3,     /* shorter spans sound like everything */
    PLAIN = 60,            /* SCOWL level up to which a word is plain English */
    STRONG = 35            /* and up to which it is hardly ever anything else */
};

/* The log-odds that a hit is what was said. Set by hand between first guesses
 * and a logistic regression over the 462 candidates of the development windows
 * (leaving out one series at a time): so few rows are no reason to trust the
 * regression to the digit. */
#define PERFECT 2.8         /* six phones, usual frequency, one odd word, perfect fit */
#define MISFIT 20.0         /* a whole misfit takes this away */
#define PER_PHONE 0.50      /* each phone beyond six adds, up to LONG */
#define PER_FREQUENCY 1.1   /* common against usual, usual against rare */
#define PER_STRONG 1.6      /* each very common English word in the span takes away */
#define PER_WEAK 0.8        /* each other English word */
#define PER_NAME 2.4        /* each name */
#define PER_KNOWN 0.6       /* each word that is a term by itself */
#define PER_WORD 0.5        /* each word beyond the first */
#define PER_MENTION 0.8     /* each doubling of the times the file names the term plainly, */
#define MENTIONS 3.0        /* up to so many doublings */
#define RIVAL 1.1           /* a runner-up that fits as well */
#define SIX 6.0             /* phones */
#define LONG 12.0           /* beyond which more say nothing more */
#define CLOSE ((double)LP_SOUND_MARGIN / LP_COST_ONE) /* cost within which a hit is a rival */
#define LEANING 60.0        /* cost by which each step of frequency is preferred among rivals */
#define MENTIONED 80.0      /* and each doubling of mentions */

/* --- memory: answers for spans heard before ------------------------------- */

enum { MEMORY_SLOTS = 1 << 14 };

typedef struct answer {
    uint64_t key; /* of the phones; 0: empty */
    size_t n;
    lp_sound_hit hits[LP_SOUND_MOST];
} answer;

struct lp_sound_memory {
    answer slots[MEMORY_SLOTS];
};

lp_sound_memory *lp_sound_memory_new(void) { return calloc(1, sizeof(lp_sound_memory)); }

void lp_sound_memory_free(lp_sound_memory *m) { free(m); }

static const answer *ask(const lp_resource *res, lp_sound_memory *m, lp_sv phones, double furthest)
{
    /* Shares are rounded so that few searches differ in nothing else. */
    const unsigned percent = furthest > 0 ? (unsigned)(furthest * 100) : 0;
    uint64_t key = lp_word_key_join(lp_word_key(phones), percent) | 1u;
    answer *a = &m->slots[(key >> 20) & (MEMORY_SLOTS - 1)];
    if (a->key != key) {
        a->key = key;
        a->n = lp_resource_sound(res, phones, lp_resource_weight(res, phones) * percent / 100, a->hits);
    }
    return a;
}

/* --- what a span looks like ----------------------------------------------- */

typedef struct look {
    uint32_t n;
    uint32_t strong, weak, names, odd, known; /* words of each kind */
} look;

static bool is_plain(const lp_token *t) { return t->level && t->level <= PLAIN; }

static void look_at(const lp_token *t, bool known, look *l)
{
    l->n++;
    if (known) l->known++;
    else if (t->level && t->level <= STRONG) l->strong++;
    else if (is_plain(t)) l->weak++;
    else if (t->name_level && t->name_level <= PLAIN) l->names++;
    else l->odd++;
}

/* Is the span worth asking for? Single words must be unknown to English;
 * longer spans need one such word, or all parts known (Shankar Acharya). */
static bool worth(const look *l)
{
    if (l->n == 1) return l->odd || l->names;
    if (l->odd) return l->strong <= 1 || l->odd >= l->strong;
    return l->known == l->n || (l->names && l->strong == 0);
}

static void append_phones(const lp_token *t, lp_sv low, char *out, size_t *n)
{
    if ((is_plain(t) || t->name_level) && t->phones.len && low.len == t->low.len) {
        for (size_t i = 0; i < t->phones.len && *n < LP_SOUND_LONGEST; i++) out[(*n)++] = t->phones.s[i];
    } else {
        lp_phones_of_spelling(low, out, n, LP_SOUND_LONGEST);
    }
}

typedef struct hearing {
    const lp_resource *res;
    const lp_tokens *tokens;
    const uint8_t *known;  /* [n tokens]: is a term by itself */
    const uint16_t *named; /* [n terms]: times a written form of it stands in the file */
    lp_sound_memory *memory;
    lp_proposals *list;
    double lowest;
} hearing;

/* --- weighing ------------------------------------------------------------- */

static double english_of(const look *l)
{
    return PER_STRONG * l->strong + PER_WEAK * l->weak + PER_NAME * l->names + PER_KNOWN * l->known +
           PER_WORD * (l->n - 1.0);
}

static double clamp(double x, double lo, double hi) { return x < lo ? lo : x > hi ? hi : x; }

/* Doublings of the times the file names a term by a written form. */
static double mentions(const uint16_t *named, uint32_t term)
{
    return clamp(log2(1.0 + named[term]), 0, MENTIONS);
}

/* How far, as a share of the span's own weight, a term may be and still be
 * proposed: the inverse of weigh(). */
static double furthest_of(const look *l, size_t n_phones, double lowest)
{
    double z = PERFECT + PER_PHONE * (clamp((double)n_phones + 1, 0, LONG) - SIX) + PER_FREQUENCY + PER_MENTION - english_of(l);
    return clamp((z - log(lowest / (1 - lowest))) / MISFIT, 0, 0.36);
}

/* The hit that is taken, and by how much it leads, in whole costs. Of hits that
 * fit almost equally well the more frequent term leads, and the one that the
 * file names elsewhere. */
typedef struct pick {
    size_t best;
    double lead;
} pick;

static pick pick_of(const hearing *h, const answer *a)
{
    pick p = {0, 0};
    double best = 1e9, second = 1e9;
    for (size_t k = 0; k < a->n; k++) {
        const uint32_t term = a->hits[k].term;
        double cost = a->hits[k].cost - LEANING * (double)lp_resource_term(h->res, term).frequency -
                      MENTIONED * mentions(h->named, term);
        if (cost < best) second = best, best = cost, p.best = k;
        else if (cost < second) second = cost;
    }
    p.lead = (second - best) / LP_COST_ONE;
    return p;
}

/* Log-odds that the picked hit is what was said. */
static double weigh(const hearing *h, const answer *a, pick p, lp_sv heard, const look *l)
{
    const lp_sound_hit *hit = &a->hits[p.best];
    const lp_term term = lp_resource_term(h->res, hit->term);
    const uint32_t heard_weight = lp_resource_weight(h->res, heard);
    const size_t shorter = heard.len < term.phones.len ? heard.len : term.phones.len;
    double whole = hit->weight > heard_weight ? hit->weight : heard_weight;
    double misfit = whole > 0 ? hit->cost / whole : 1;
    double z = PERFECT - MISFIT * misfit + PER_PHONE * (clamp((double)shorter, 0, LONG) - SIX);
    z += PER_FREQUENCY * ((double)term.frequency - (double)LP_USUAL) + PER_MENTION * mentions(h->named, hit->term);
    z -= english_of(l);
    if (p.lead < CLOSE) z -= RIVAL * (1 - p.lead / CLOSE);
    return z;
}

static double logistic(double z) { return 1 / (1 + exp(-z)); }

static lp_sv runners_up(const hearing *h, const answer *a, size_t best)
{
    lp_str s = LP_STR_INIT;
    size_t named = 0;
    for (size_t k = 0; k < a->n && named < 2; k++) {
        if (k == best) continue;
        if (named++) lp_str_adds(&s, " | ");
        lp_str_addv(&s, lp_resource_term(h->res, a->hits[k].term).text);
    }
    lp_sv out = lp_proposal_copy(h->list, lp_str_view(&s));
    lp_str_free(&s);
    return out;
}

static int propose(const hearing *h, uint32_t first, const look *l, const answer *a, lp_sv phones,
                   const lp_ending *ending)
{
    if (!a->n) return LP_OK;
    const pick best = pick_of(h, a);
    const size_t k = best.best;
    double z = weigh(h, a, best, phones, l);
    if (ending && ending->add[0] == 's') z -= 0.3;
    lp_proposal p = {.first = first, .n = l->n, .by = "phonetic", .term = a->hits[k].term};
    p.confidence = logistic(z);
    if (p.confidence < h->lowest) return LP_OK;
    lp_term term = lp_resource_term(h->res, p.term);
    p.to = term.text;
    if (ending) {
        lp_str word = LP_STR_INIT;
        lp_ending_put(term.text, ending, &word);
        p.to = lp_proposal_copy(h->list, lp_str_view(&word));
        lp_str_free(&word);
    }
    p.others = runners_up(h, a, k);
    p.why = lp_proposal_text(h->list, "sounds like it: /%.*s/ for /%.*s/, cost %.2f", (int)phones.len, phones.s,
                             (int)term.phones.len, term.phones.s, (double)a->hits[k].cost / LP_COST_ONE);
    return lp_propose(h->list, &p);
}

static int hear(const hearing *h, uint32_t first, const look *l, const char *before, size_t n_before,
                const lp_token *last)
{
    char phones[LP_SOUND_LONGEST];
    lp_ending e[LP_ENDINGS_MOST];
    size_t many = lp_endings(last->low, e);
    bool possessive = many && e[0].add[0] == '\'';
    int code = LP_OK;
    if (!possessive) {
        size_t n = n_before;
        memcpy(phones, before, n_before);
        append_phones(last, last->low, phones, &n);
        lp_sv heard = {phones, n};
        if (n >= FEWEST_PHONES && n < LP_SOUND_LONGEST)
            code = propose(h, first, l, ask(h->res, h->memory, heard, furthest_of(l, n, h->lowest)), heard, NULL);
    }
    if (code == LP_OK && many && e[0].add[0] != 'i') {
        size_t n = n_before;
        memcpy(phones, before, n_before);
        append_phones(last, lp_sv_make(last->low.s, e[0].stem), phones, &n);
        lp_sv heard = {phones, n};
        if (n >= FEWEST_PHONES && n < LP_SOUND_LONGEST)
            code = propose(h, first, l, ask(h->res, h->memory, heard, furthest_of(l, n, h->lowest)), heard, &e[0]);
    }
    return code;
}

static int hear_from(const hearing *h, uint32_t first)
{
    char phones[LP_SOUND_LONGEST];
    size_t n = 0;
    look l = {0};
    for (uint32_t k = first; k < h->tokens->n && k < first + LONGEST_SPAN; k++) {
        const lp_token *t = &h->tokens->v[k];
        if (k > first && (t->flags & LP_TOKEN_BREAK)) break;
        if (t->flags & LP_TOKEN_DIGIT) break;
        look_at(t, h->known[k] != 0, &l);
        if (l.strong > 2) break;
        size_t more = n;
        append_phones(t, t->low, phones, &more);
        if (more == n) break; /* of another script: nobody heard it as part of a term */
        if (worth(&l)) {
            int code = hear(h, first, &l, phones, n, t);
            if (code != LP_OK) return code;
        }
        n = more;
        if (n >= LP_SOUND_LONGEST) break;
    }
    return LP_OK;
}

/* A hearing this sure is as good as a mention. */
#define SURE 0.85

/* A title is said once and counts as so many mentions. */
enum { IN_CONTEXT = 4 };

static void mention(uint16_t *named, const lp_proposals *written, unsigned times)
{
    for (size_t i = 0; i < written->n; i++) {
        const uint32_t term = written->v[i].term;
        if (term != LP_NO_TERM && named[term] < UINT16_MAX - times) named[term] = (uint16_t)(named[term] + times);
    }
}

/* The surest hearing at each place, counted as a mention when it is sure: terms
 * that are garbled every time speak for each other. */
static void mention_surest(uint16_t *named, const lp_proposals *heard)
{
    for (size_t i = 0; i < heard->n;) {
        const lp_proposal *best = &heard->v[i];
        for (i++; i < heard->n && heard->v[i].first == best->first; i++)
            if (heard->v[i].confidence > best->confidence) best = &heard->v[i];
        if (best->confidence >= SURE && named[best->term] < UINT16_MAX) named[best->term]++;
    }
}

static int hear_all(const hearing *h)
{
    for (uint32_t i = 0; i < h->tokens->n; i++) {
        int code = hear_from(h, i);
        if (code != LP_OK) return code;
    }
    return LP_OK;
}

int lp_terms_sounded(const lp_resource *res, const lp_tokens *tokens, const lp_proposals *context, double lowest,
                     lp_sound_memory *memory, lp_proposals *list)
{
    const size_t n_terms = lp_resource_n_terms(res);
    uint8_t *known = lp_arena_alloc(list->arena, tokens->n);
    uint16_t *named = lp_arena_alloc(list->arena, n_terms * sizeof *named);
    if (!known || !named) return LP_ENOMEM;
    memset(known, 0, tokens->n);
    memset(named, 0, n_terms * sizeof *named);
    for (size_t i = 0; i < list->n; i++)
        if (list->v[i].n == 1 && list->v[i].term != LP_NO_TERM) known[list->v[i].first] = 1;
    mention(named, list, 1);
    mention(named, context, IN_CONTEXT);
    lp_proposals first = {.arena = list->arena};
    hearing h = {res, tokens, known, named, memory, &first, lowest};
    int code = hear_all(&h);
    if (code != LP_OK) return code;
    mention_surest(named, &first);
    h.list = list;
    return hear_all(&h); /* the memory still knows the answers */
}
