#include "correct/spans.h"

#include <stdlib.h>
#include <xxhash.h>

#include "language/phones.h"

enum {
    MOST_STRONG = 2,     /* very common words beside odd ones */
    FEWEST_PHONES = 2    /* shorter spans sound like everything */
};

/* Scores that are worth a look: of the right candidates of annotated lectures
 * 98 in 100 score more, odd words, several words (and more for each very common one
 * among them), and single English ones. */
enum { LEAST_ODD = 3500, LEAST_MANY = 9500, LEAST_STRONG = 2000, LEAST_ENGLISH = 8500 };

/* A longer span must sound so much better than the best of its parts. Least
 * scores are rounded down to a step, so that the memory knows more of them. */
enum { BETTER = 2000, LEAST_STEP = 2000 };

/* --- memory: answers for sounds heard before ---------------------------------- */

enum { MEMORY_SLOTS = 1 << 17 };

typedef struct answer {
    uint64_t key; /* of the phones; 0: empty */
    uint32_t n;
    lp_sound_hit hits[LP_SOUND_MOST];
} answer;

struct lp_sound_memory {
    answer slots[MEMORY_SLOTS];
};

lp_sound_memory *lp_sound_memory_new(void) { return calloc(1, sizeof(lp_sound_memory)); }

void lp_sound_memory_free(lp_sound_memory *m) { free(m); }

static const answer *ask(const lp_resource *res, lp_sound_memory *m, lp_sv phones, int32_t least)
{
    uint64_t key = XXH3_64bits_withSeed(phones.s, phones.len, (uint64_t)least) | 1u;
    answer *a = &m->slots[(key >> 20) & (MEMORY_SLOTS - 1)];
    if (a->key != key) {
        a->key = key;
        a->n = (uint32_t)lp_resource_sound(res, phones, least, least == LEAST_ODD, a->hits);
    }
    return a;
}

/* --- what a span looks like ----------------------------------------------- */

static bool is_plain(const lp_token *t) { return t->level && t->level <= LP_PLAIN; }

void lp_look_at(const lp_surroundings *s, uint32_t at, lp_look *l)
{
    const lp_token *t = &s->tokens->v[at];
    l->n++;
    if (s->known[at]) l->known++;
    else if (t->level && t->level <= LP_STRONG) l->strong++;
    else if (is_plain(t)) l->weak++;
    else if (t->name_level && t->name_level <= LP_PLAIN) l->names++;
    else l->odd++;
}

/* --- sounds ----------------------------------------------------------------- */

/* One word's sounds; false when the Indian reading is no other than the English. */
static bool say(const lp_token *t, size_t stem, const lp_resource *res, bool indian, char *out, size_t *n)
{
    const bool cut = stem < t->low.len;
    lp_sv low = t->low, phones = t->phones;
    bool english = is_plain(t) || t->name_level || t->level;
    if (cut) {
        lp_english_info info;
        low.len = stem;
        english = english && lp_resource_english(res, lp_word_key(low), &info) && info.phones.len;
        phones = english ? info.phones : LP_SV("");
    }
    const bool choice = english && phones.len && !is_plain(t);
    if (english && phones.len && !(indian && choice)) {
        for (size_t i = 0; i < phones.len && *n < LP_SOUND_LONGEST; i++) out[(*n)++] = phones.s[i];
    } else {
        lp_phones_of_spelling(low, out, n, LP_SOUND_LONGEST);
    }
    return choice;
}

size_t lp_span_phones(const lp_surroundings *s, uint32_t first, uint32_t n, size_t stem, bool indian,
                      char out[LP_SOUND_LONGEST])
{
    size_t many = 0;
    for (uint32_t k = 0; k < n; k++)
        (void)say(&s->tokens->v[first + k], k + 1 == n ? stem : SIZE_MAX, s->res, indian, out, &many);
    return many;
}

/* --- spans --------------------------------------------------------------------- */

/* What is heard at one span. */
typedef struct hearing {
    lp_ear *ear;
    const lp_surroundings *s;
    lp_candidates *list;
    size_t begin; /* of the candidates of this span */
} hearing;

/* One candidate for a term and ending of a span: the best score stays. */
static int keep(hearing *e, uint32_t first, uint32_t n, const lp_sound_hit *hit, const lp_sv *phones, const lp_ending *ending)
{
    lp_candidate *c = NULL;
    for (size_t i = e->begin; i < e->list->n && !c; i++) {
        lp_candidate *old = &e->list->v[i];
        if (old->term == hit->term && old->ending.add == (ending ? ending->add : NULL)) c = old;
    }
    if (c && c->score >= hit->score) return LP_OK;
    if (!c && !(c = lp_candidates_add(e->list))) return LP_ENOMEM;
    c->first = first;
    c->n = n;
    c->term = hit->term;
    if (ending) c->ending = *ending;
    c->form = LP_HEARD;
    c->score = hit->score;
    c->n_heard = (uint8_t)phones->len;
    c->n_said = hit->n_said;
    c->mishearing = hit->heard;
    c->heard = *phones;
    return LP_OK;
}

static int hear(hearing *e, uint32_t first, uint32_t n, size_t stem, bool indian, int32_t least, const lp_ending *ending)
{
    char phones[LP_SOUND_LONGEST];
    const size_t many = lp_span_phones(e->s, first, n, stem, indian, phones);
    if (many < FEWEST_PHONES || many >= LP_SOUND_LONGEST) return LP_OK;
    const answer *a = ask(e->s->res, e->ear->memory, (lp_sv){phones, many}, least);
    if (!a->n) return LP_OK;
    char *copy = lp_arena_copy(e->list->arena, phones, many); /* one for all hits */
    int code = copy ? LP_OK : LP_ENOMEM;
    const lp_sv heard = {copy, many};
    for (uint32_t k = 0; code == LP_OK && k < a->n; k++) code = keep(e, first, n, &a->hits[k], &heard, ending);
    return code;
}

/* All readings of one span. */
static int hear_span(hearing *e, uint32_t first, uint32_t n, bool choice, int32_t least)
{
    e->begin = e->list->n;
    lp_ending ends[LP_ENDINGS_MOST];
    const size_t many = lp_endings(e->s->tokens->v[first + n - 1].low, ends);
    int code = LP_OK;
    for (int indian = 0; code == LP_OK && indian <= choice; indian++) {
        code = hear(e, first, n, SIZE_MAX, indian != 0, least, NULL);
        if (code == LP_OK && many && ends[0].add[0] != 'i')
            code = hear(e, first, n, ends[0].stem, indian != 0, least, &ends[0]);
    }
    return code;
}

/* The least score that is worth a look, or 0: the span is not. */
static int32_t least_for(const lp_look *l)
{
    if (l->n == 1) return l->odd || l->names || l->known ? LEAST_ODD : LEAST_ENGLISH;
    if (l->odd || l->names) return l->strong <= MOST_STRONG ? LEAST_MANY + LEAST_STRONG * (int32_t)l->strong : 0;
    return l->known == l->n ? LEAST_MANY : 0;
}

static int32_t *best_of(hearing *e, uint32_t first, uint32_t n)
{
    return &e->ear->best[first % (LP_SPAN_LONGEST + 1)][n];
}

/* The best score that a part of the span reaches. A longer span must do better:
 * it has more words to explain away. */
static int32_t best_part(hearing *e, uint32_t first, uint32_t n)
{
    if (n == 1) return 0;
    const int32_t left = *best_of(e, first, n - 1), right = *best_of(e, first + 1, n - 1);
    return left > right ? left : right;
}

static int hear_from(hearing *e, uint32_t first)
{
    const lp_surroundings *s = e->s;
    lp_look l = {0};
    bool choice = false;
    size_t phones = 0;
    char ignored[LP_SOUND_LONGEST];
    for (uint32_t n = 1; n <= LP_SPAN_LONGEST; n++) *best_of(e, first, n) = 0;
    for (uint32_t n = 1; n <= LP_SPAN_LONGEST && first + n <= s->tokens->n; n++) {
        const uint32_t k = first + n - 1;
        const lp_token *t = &s->tokens->v[k];
        if (n > 1 && (t->flags & LP_TOKEN_BREAK)) break;
        if (t->flags & LP_TOKEN_DIGIT) break;
        lp_look_at(s, k, &l);
        const size_t before = phones;
        choice |= say(t, SIZE_MAX, s->res, false, ignored, &phones);
        if (phones == before) break; /* of another script, or too long */
        int32_t *best = best_of(e, first, n), least = least_for(&l);
        *best = best_part(e, first, n);
        if (!least) continue;
        if (*best + BETTER > least) least = *best + BETTER - (*best + BETTER) % LEAST_STEP;
        int code = hear_span(e, first, n, choice, least);
        if (code != LP_OK) return code;
        for (size_t i = e->begin; i < e->list->n; i++)
            if (e->list->v[i].score > *best) *best = e->list->v[i].score;
    }
    return LP_OK;
}

int lp_spans_hear(lp_ear *ear, uint32_t from, lp_candidates *list)
{
    hearing e = {.ear = ear, .s = ear->s, .list = list};
    int code = LP_OK;
    /* From the end, so that all parts of a span come before it. */
    while (code == LP_OK && ear->at > from) code = hear_from(&e, --ear->at);
    return code;
}
