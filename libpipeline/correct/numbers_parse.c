#include "correct/numbers_internal.h"

/* What a number word can do in a numeral. */
enum kind { UNIT, TEEN, TENS, HUNDRED, SCALE };

typedef struct number_word {
    const char *word;
    enum kind kind;
    bool ordinal;
    uint64_t value;
} number_word;

/* Sorted by first letter. */
static const number_word words[] = {
    {"billion", SCALE, false, 1000000000},
    {"crore", SCALE, false, 10000000},
    {"crores", SCALE, false, 10000000},
    {"eight", UNIT, false, 8},
    {"eighth", UNIT, true, 8},
    {"eighteen", TEEN, false, 18},
    {"eighteenth", TEEN, true, 18},
    {"eightieth", TENS, true, 80},
    {"eighty", TENS, false, 80},
    {"eleven", TEEN, false, 11},
    {"eleventh", TEEN, true, 11},
    {"fifteen", TEEN, false, 15},
    {"fifteenth", TEEN, true, 15},
    {"fifth", UNIT, true, 5},
    {"fiftieth", TENS, true, 50},
    {"fifty", TENS, false, 50},
    {"first", UNIT, true, 1},
    {"five", UNIT, false, 5},
    {"fortieth", TENS, true, 40},
    {"forty", TENS, false, 40},
    {"four", UNIT, false, 4},
    {"fourteen", TEEN, false, 14},
    {"fourteenth", TEEN, true, 14},
    {"fourth", UNIT, true, 4},
    {"fourty", TENS, false, 40},
    {"hundred", HUNDRED, false, 100},
    {"hundredth", HUNDRED, true, 100},
    {"lakh", SCALE, false, 100000},
    {"lakhs", SCALE, false, 100000},
    {"million", SCALE, false, 1000000},
    {"nine", UNIT, false, 9},
    {"nineteen", TEEN, false, 19},
    {"nineteenth", TEEN, true, 19},
    {"ninetieth", TENS, true, 90},
    {"ninety", TENS, false, 90},
    {"ninth", UNIT, true, 9},
    {"one", UNIT, false, 1},
    {"second", UNIT, true, 2},
    {"seven", UNIT, false, 7},
    {"seventeen", TEEN, false, 17},
    {"seventeenth", TEEN, true, 17},
    {"seventh", UNIT, true, 7},
    {"seventieth", TENS, true, 70},
    {"seventy", TENS, false, 70},
    {"six", UNIT, false, 6},
    {"sixteen", TEEN, false, 16},
    {"sixteenth", TEEN, true, 16},
    {"sixth", UNIT, true, 6},
    {"sixtieth", TENS, true, 60},
    {"sixty", TENS, false, 60},
    {"ten", TEEN, false, 10},
    {"tenth", TEEN, true, 10},
    {"third", UNIT, true, 3},
    {"thirteen", TEEN, false, 13},
    {"thirteenth", TEEN, true, 13},
    {"thirtieth", TENS, true, 30},
    {"thirty", TENS, false, 30},
    {"thousand", SCALE, false, 1000},
    {"thousandth", SCALE, true, 1000},
    {"three", UNIT, false, 3},
    {"trillion", SCALE, false, 1000000000000},
    {"twelfth", TEEN, true, 12},
    {"twelve", TEEN, false, 12},
    {"twentieth", TENS, true, 20},
    {"twenty", TENS, false, 20},
    {"two", UNIT, false, 2},
    {"zero", UNIT, false, 0},
};
enum { N_WORDS = sizeof words / sizeof *words, LONGEST = 11, LARGE_FROM = 100000, MOST_DIGITS = 9 };

typedef struct reader {
    const lp_tokens *tokens;
    uint8_t from[27];     /* by letter: where its words begin in the table */
    uint16_t lengths[26]; /* by letter: a bit for each length that its words have */
} reader;

static void index_letters(reader *r)
{
    size_t w = 0;
    for (int c = 0; c < 27; c++) {
        while (w < N_WORDS && words[w].word[0] < 'a' + c) w++;
        r->from[c] = (uint8_t)w;
    }
    memset(r->lengths, 0, sizeof r->lengths);
    for (w = 0; w < N_WORDS; w++) {
        uint16_t *lengths = &r->lengths[words[w].word[0] - 'a'];
        *lengths = (uint16_t)(*lengths | 1u << strlen(words[w].word));
    }
}

static const number_word *word_at(const reader *r, uint32_t i)
{
    if (i >= r->tokens->n) return NULL;
    lp_sv low = r->tokens->v[i].low;
    if (low.len < 3 || low.len > LONGEST || low.s[0] < 'a' || low.s[0] > 'z') return NULL;
    int c = low.s[0] - 'a';
    if (!(r->lengths[c] >> low.len & 1u)) return NULL;
    for (size_t w = r->from[c]; w < r->from[c + 1]; w++)
        if (words[w].word[1] == low.s[1] && strncmp(words[w].word, low.s, low.len) == 0 && !words[w].word[low.len]) return &words[w];
    return NULL;
}

/* The number word at i when it goes on from the word before. */
static const number_word *next_word(const reader *r, uint32_t i)
{
    return i < r->tokens->n && !(r->tokens->v[i].flags & LP_TOKEN_BREAK) ? word_at(r, i) : NULL;
}

static bool is_word(const reader *r, uint32_t i, const char *word)
{
    return i < r->tokens->n && !(r->tokens->v[i].flags & LP_TOKEN_BREAK) &&
           lp_sv_eq(r->tokens->v[i].low, lp_sv_of(word));
}

/* A part of a numeral: n tokens from where it was asked for, 0 = none. */
typedef struct part {
    uint32_t n;
    uint64_t value;
    bool ordinal;
} part;

/* "forty", "seven", "forty seven", "forty seventh". */
static part below_hundred(const reader *r, uint32_t i, const number_word *w)
{
    part p = {0, 0, false};
    if (!w || w->kind > TENS) return p;
    p = (part){1, w->value, w->ordinal};
    if (w->kind != TENS || w->ordinal) return p;
    const number_word *u = next_word(r, i + 1);
    if (u && u->kind == UNIT && u->value) p = (part){2, w->value + u->value, u->ordinal};
    return p;
}

/* What may follow a scale word: "[and] TAIL". A tail that is itself the
 * multiplier of an equal scale belongs to the next numeral ("five hundred six
 * hundred"), and so does a small one after a bare scale without "and" ("among
 * a thousand one strives"). */
static part tail_of(const reader *r, uint32_t i, uint64_t scale, bool bare)
{
    uint32_t and_too = is_word(r, i, "and") ? 1 : 0;
    part p = below_hundred(r, i + and_too, next_word(r, i + and_too));
    if (!p.n) return p;
    const number_word *after = p.ordinal ? NULL : next_word(r, i + and_too + p.n);
    bool multiplies = after && (after->kind == HUNDRED || (after->kind == SCALE && scale >= 1000));
    if (multiplies || (bare && !and_too && p.value < 10)) return (part){0, 0, false};
    p.n += and_too;
    return p;
}

/* "two hundred and fifteen", "hundred", "seventeen", up to the thousands. */
static part below_thousand(const reader *r, uint32_t i, const number_word *w, bool bare)
{
    part p = below_hundred(r, i, w);
    if (p.ordinal) return p;
    const number_word *h = p.n ? next_word(r, i + p.n) : w;
    if (!h || h->kind != HUNDRED || (p.n && !p.value)) return p;
    bool no_multiplier = !p.n;
    p = (part){p.n + 1, (p.n ? p.value : 1) * 100, h->ordinal};
    if (p.ordinal) return p;
    part t = tail_of(r, i + p.n, 100, no_multiplier || bare);
    if (t.n) p = (part){p.n + t.n, p.value + t.value, t.ordinal};
    return p;
}

/* The group after a scale word, if it is part of the same numeral: smaller than
 * the scale and not the multiplier of one as great. */
static part group_after(const reader *r, uint32_t i, uint64_t scale, bool bare)
{
    part t = tail_of(r, i, scale, bare);
    const number_word *w = next_word(r, i);
    part g = below_thousand(r, i, w, false);
    if (g.n <= t.n || g.value >= scale || !w || w->kind == HUNDRED) return t;
    const number_word *after = g.ordinal ? NULL : next_word(r, i + g.n);
    return after && after->kind == SCALE && after->value >= scale ? (part){0, 0, false} : g;
}

static uint32_t shape_of(uint64_t value, bool ordinal, bool bare, bool large)
{
    uint32_t shape = ordinal ? LP_NUM_ORDINAL : LP_NUM_CARDINAL;
    uint64_t left = value;
    while (left >= 10 && left % 10 == 0) left /= 10;
    if (value >= 10 && left < 10) shape |= LP_NUM_ROUND;
    if (value > 20 && value % 10 != 0) shape |= LP_NUM_EXACT;
    if (bare && value >= 100 && left == 1) shape |= LP_NUM_VAGUE;
    if (large) shape |= LP_NUM_LARGE;
    return shape;
}

/* A numeral in words that begins at i; out->n == 0: none. */
static void read_words(const reader *r, uint32_t i, lp_numeral *out)
{
    uint32_t at = i;
    const number_word *w = word_at(r, at);
    if (!w && (is_word(r, i, "a") || lp_sv_eq(r->tokens->v[i].low, LP_SV("a")))) {
        w = next_word(r, ++at);
        if (w && (w->kind < HUNDRED || w->ordinal)) w = NULL;
    }
    if (!w) return;
    const bool bare = w->kind >= HUNDRED;
    part p = below_thousand(r, at, w, bare && at > i);
    uint64_t value = 0, scale = UINT64_MAX;
    bool large = false, ordinal = p.ordinal;
    while (!ordinal) {
        const number_word *s = p.n ? next_word(r, at + p.n) : (scale == UINT64_MAX ? w : NULL);
        if (!s || s->kind != SCALE || s->value >= scale || (p.n && !p.value)) break;
        value += (p.n ? p.value : 1) * s->value;
        at += p.n + 1;
        scale = s->value;
        large = large || scale >= LARGE_FROM;
        ordinal = s->ordinal;
        p = (part){0, 0, ordinal};
        if (ordinal) break;
        /* Years of this century are said so, "five thousand three" is not. */
        p = group_after(r, at, scale, bare || value != 2000);
        ordinal = p.ordinal;
    }
    at += p.n;
    value += p.value;
    *out = (lp_numeral){i, at - i, shape_of(value, ordinal, bare, large || value >= LARGE_FROM * 10) | LP_NUM_WORDS,
                        LP_NUM_OPEN, value};
}

static bool is_ordinal_ending(lp_sv v)
{
    return lp_sv_eq(v, LP_SV("st")) || lp_sv_eq(v, LP_SV("nd")) || lp_sv_eq(v, LP_SV("rd")) || lp_sv_eq(v, LP_SV("th"));
}

/* "47", "47th", "000". */
static void read_digits(const lp_token *t, uint32_t i, lp_numeral *out)
{
    size_t n = 0;
    uint64_t value = 0;
    while (n < t->low.len && t->low.s[n] >= '0' && t->low.s[n] <= '9' && n <= MOST_DIGITS)
        value = value * 10 + (uint64_t)(t->low.s[n++] - '0');
    lp_sv rest = lp_sv_make(t->low.s + n, t->low.len - n);
    if (!n || n > MOST_DIGITS || (rest.len && !is_ordinal_ending(rest))) return;
    uint32_t shape = shape_of(value, rest.len > 0, false, false) | LP_NUM_DIGITS;
    if (n == 3 && !rest.len) shape |= value ? LP_NUM_TRIPLE : LP_NUM_ZEROS | LP_NUM_TRIPLE;
    *out = (lp_numeral){i, 1, shape, LP_NUM_OPEN, value};
}

static int keep(lp_arena *arena, lp_numerals *list, size_t *cap, const lp_numeral *x)
{
    if (list->n == *cap) {
        size_t more = *cap ? *cap * 2 : 64;
        lp_numeral *v = lp_arena_grow(arena, list->v, list->n, more, sizeof *v);
        if (!v) return LP_ENOMEM;
        list->v = v;
        *cap = more;
    }
    list->v[list->n++] = *x;
    for (uint32_t i = 0; i < x->n; i++) list->of[x->first + i] = (uint32_t)list->n;
    return LP_OK;
}

int lp_numerals_find(const lp_tokens *tokens, lp_arena *arena, lp_numerals *out)
{
    *out = (lp_numerals){.tokens = tokens};
    out->of = lp_arena_alloc(arena, (tokens->n + 1) * sizeof *out->of);
    out->lexeme = lp_arena_alloc(arena, (tokens->n + 1) * sizeof *out->lexeme);
    if (!out->of || !out->lexeme) return LP_ENOMEM;
    memset(out->of, 0, (tokens->n + 1) * sizeof *out->of);
    memset(out->lexeme, 0xFF, (tokens->n + 1) * sizeof *out->lexeme); /* LP_NUM_UNKNOWN */
    reader r = {.tokens = tokens};
    index_letters(&r);
    size_t cap = 0;
    for (uint32_t i = 0; i < tokens->n;) {
        lp_numeral x = {.n = 0};
        if (tokens->v[i].flags & LP_TOKEN_DIGIT) read_digits(&tokens->v[i], i, &x);
        else read_words(&r, i, &x);
        if (x.n && keep(arena, out, &cap, &x) != LP_OK) return LP_ENOMEM;
        i += x.n ? x.n : 1;
    }
    return LP_OK;
}
