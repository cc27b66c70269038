#include "language/sanskrit/syllables.h"

#include "language/sanskrit/letters_internal.h"

/* The syllable in the making, and where the next one begins. */
typedef struct state {
    const lp_syllable_options *o;
    void (*give)(void *to, const lp_syllable *s);
    void *to;
    lp_syllable now;
    bool open;    /* now has its vowel */
    size_t end;   /* behind its vowel and marks, or the word's consonants */
    size_t onset; /* where the consonants of the next one begin */
    bool has_onset;
    unsigned follow; /* consonants since the vowel, words counted together */
} state;

static void close(state *st, bool pada_end)
{
    if (!st->open) return;
    if (pada_end && st->follow) st->now.heavy |= LP_HEAVY_CLOSED;
    if (!pada_end && st->follow > 1) st->now.heavy |= LP_HEAVY_CONJUNCT;
    if (pada_end && !st->now.heavy && st->o->end_is_heavy) st->now.heavy = LP_HEAVY_END;
    st->now.pada_end = pada_end;
    st->now.len = st->end - st->now.at;
    st->give(st->to, &st->now);
    st->open = false;
}

static void take_vowel(state *st, const lp_letter *k)
{
    close(st, false);
    size_t at = st->has_onset ? st->onset : k->at;
    st->now = (lp_syllable){.at = at, .heavy = lp_letter_is_long(k->c) ? LP_HEAVY_VOWEL : 0};
    st->open = true;
    st->end = k->at + k->len;
    st->has_onset = false;
    st->follow = 0;
}

static void take_consonant(state *st, const lp_letter *k)
{
    if (!st->has_onset) st->onset = k->at;
    st->has_onset = true;
    st->follow++;
}

/* The consonants so far end their word: they stay with the vowel before. */
static void end_word(state *st, size_t at)
{
    if (!st->open) return;
    if (st->has_onset) st->end = at;
    st->has_onset = false;
    st->now.word_end = true;
}

static void end_pada(state *st)
{
    close(st, true);
    st->has_onset = false;
    st->follow = 0;
}

static void walk(state *st, lp_sv text)
{
    lp_letters r = lp_letters_of(text);
    lp_letter k;
    while (lp_letters_next(&r, &k)) {
        if (lp_letter_is_vowel(k.c)) {
            take_vowel(st, &k);
        } else if (lp_letter_is_consonant(k.c)) {
            take_consonant(st, &k);
        } else if (lp_letter_is_mark(k.c) || k.c == '~') {
            if (st->open && !st->follow) st->end = k.at + k.len;
            if (st->open && !st->follow && k.c != '~') st->now.heavy |= LP_HEAVY_MARK;
        } else if (k.c == '|' || k.c == ' ') {
            end_word(st, k.at);
            if (k.c == '|') end_pada(st);
        }
    }
    end_word(st, text.len);
    end_pada(st);
}

typedef struct row {
    lp_syllable *out;
    char *weights;
    size_t n, cap;
} row;

static void give(void *to, const lp_syllable *s)
{
    row *r = to;
    if (r->n < r->cap && r->out) r->out[r->n] = *s;
    if (r->n < r->cap && r->weights) r->weights[r->n] = s->heavy ? 'G' : 'L';
    r->n++;
}

static size_t run(const lp_syllable_options *o, lp_sv text, row r)
{
    state st = {.o = o, .give = give, .to = &r};
    walk(&st, text);
    return r.n;
}

size_t lp_syllables(const lp_syllable_options *o, lp_sv iast, lp_syllable *out, size_t cap)
{
    return run(o, iast, (row){.out = out, .cap = cap});
}

size_t lp_weights(const lp_syllable_options *o, lp_sv iast, char *out, size_t cap)
{
    return run(o, iast, (row){.weights = out, .cap = cap});
}
