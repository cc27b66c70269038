#include "correct/numbers_internal.h"

/*
 * A pattern is a row of parts separated by blanks. It is laid on the words so
 * that its first number stands on a numeral; what follows is matched to the
 * right, what precedes to the left. No punctuation may stand between.
 *   word a|b|<class>   one of these words; <things> <some> <same> are below
 *   #FEATURES LO-HI    a numeral (written without the blank: #cw2-9)
 *   =# ~#              marked: what the rule is about; ~ is written alone
 *   X?                 may be missing
 *   !X                 is not there (looks only)
 *   $                  a break or the end is there
 *   ,                  a comma may stand here
 * Features: c cardinal, o ordinal, w in words, d in digits, x exact, r round,
 * z "000", k three digits, v vague ones too; against the numeral before in the
 * pattern: n one more, e equal, g greater, j not one more; settled as: @
 * reference, % year, + reference or count. "<things>" are plural nouns that no
 * reference has, "<some>" a word that may stand before one, "<same>" the word
 * matched last once more.
 */

enum kind { WORDS, NUMBER, EDGE, COMMA };

/* Word lists found by their form. */
enum shape_class { LISTED, THINGS, SOME, SAME };

/* A word that some pattern or class names, and the classes that have it, a bit
 * each. Words of a transcript are looked up among these once; patterns then
 * compare places in the list and bits. */
typedef struct lexeme {
    uint64_t key; /* lp_word_key */
    uint64_t classes;
    lp_sv text;
} lexeme;

/* Open addressing; slot 0 is for what no pattern names. The rules have some
 * 500 words; a table that is too small is found by the test that compiles them. */
enum { SLOTS = 2048, UNNAMED = 0, MOST_LEXEMES = SLOTS / 2 };

typedef struct choice {
    enum shape_class shape;
    uint64_t classes; /* with LISTED one of these, with SOME what does not count */
    uint16_t word;    /* with LISTED and no classes: this one */
} choice;

enum { MOST_PARTS = 12, MOST_CHOICES = 16 };

typedef struct part {
    enum kind kind;
    bool optional, negated, marked, alone;
    bool vague_too;
    char relation;    /* n e g j or 0 */
    uint32_t shape;   /* all of these bits */
    uint32_t settled; /* one of these bits, 0 = whatever */
    uint64_t lo, hi;
    const choice *choices;
    size_t n_choices;
} part;

typedef struct pattern {
    const part *parts;
    size_t n, anchor;
    bool chains;
} pattern;

struct lp_patterns {
    pattern *v;
    uint64_t plural, no_plural, refs; /* classes, for <things> */
    size_t n_lexemes;
    lexeme slots[SLOTS];
};

/* ---- words ---- */

/* The slot of the word with this key, or the empty one where it would be. */
static uint16_t slot_of(const lp_patterns *p, uint64_t key, lp_sv word)
{
    uint32_t i = (uint32_t)key & (SLOTS - 1);
    while (i == UNNAMED || (p->slots[i].text.len && (p->slots[i].key != key || !lp_sv_eq(p->slots[i].text, word))))
        i = (i + 1) & (SLOTS - 1);
    return (uint16_t)i;
}

/* Its slot, made where there is none yet; UNNAMED when the table is full. */
static uint16_t name_word(lp_patterns *p, lp_sv word, uint64_t classes)
{
    const uint64_t key = lp_word_key(word);
    const uint16_t i = slot_of(p, key, word);
    if (!p->slots[i].text.len) {
        if (p->n_lexemes == MOST_LEXEMES) return UNNAMED;
        p->n_lexemes++;
        p->slots[i] = (lexeme){key, 0, word};
    }
    p->slots[i].classes |= classes;
    return i;
}

/* The bit of a class, 0 when there is none of that name. */
static uint64_t class_bit(lp_sv name)
{
    for (size_t i = 0; i < lp_number_classes_n && i < 64; i++)
        if (lp_sv_eq(name, lp_sv_of(lp_number_classes[i].name))) return (uint64_t)1 << i;
    return 0;
}

static bool name_classes(lp_patterns *p)
{
    for (size_t i = 0; i < lp_number_classes_n; i++) {
        for (const char *w = lp_number_classes[i].words; *w;) {
            size_t n = strcspn(w, " ");
            if (n && (i >= 64 || name_word(p, lp_sv_make(w, n), (uint64_t)1 << i) == UNNAMED)) return false;
            w += n + (w[n] != '\0');
        }
    }
    return true;
}

/* ---- compiling ---- */

static bool read_choice(lp_patterns *all, lp_sv v, choice *out)
{
    *out = (choice){.shape = LISTED};
    if (v.len < 3 || v.s[0] != '<' || v.s[v.len - 1] != '>') {
        if (v.len) out->word = name_word(all, v, 0);
        return out->word != UNNAMED;
    }
    lp_sv name = lp_sv_make(v.s + 1, v.len - 2);
    if (lp_sv_eq(name, LP_SV("things"))) out->shape = THINGS;
    else if (lp_sv_eq(name, LP_SV("same"))) out->shape = SAME;
    else if (lp_sv_eq(name, LP_SV("some"))) out->shape = SOME, name = LP_SV("little");
    if (out->shape == LISTED || out->shape == SOME) out->classes = class_bit(name);
    return out->shape == THINGS || out->shape == SAME || out->classes;
}

static int read_choices(lp_patterns *all, lp_arena *arena, lp_sv v, part *p)
{
    choice found[MOST_CHOICES];
    size_t n = 0;
    for (size_t from = 0; from <= v.len; n++) {
        size_t to = from;
        while (to < v.len && v.s[to] != '|') to++;
        if (n == MOST_CHOICES || !read_choice(all, lp_sv_make(v.s + from, to - from), &found[n])) return LP_EVALUE;
        from = to + 1;
    }
    choice *copy = lp_arena_alloc(arena, n * sizeof *copy);
    if (!copy) return LP_ENOMEM;
    memcpy(copy, found, n * sizeof *copy);
    p->choices = copy;
    p->n_choices = n;
    return LP_OK;
}

static bool read_feature(char c, part *p)
{
    switch (c) {
    case 'c': p->shape |= LP_NUM_CARDINAL; return true;
    case 'o': p->shape |= LP_NUM_ORDINAL; return true;
    case 'w': p->shape |= LP_NUM_WORDS; return true;
    case 'd': p->shape |= LP_NUM_DIGITS; return true;
    case 'x': p->shape |= LP_NUM_EXACT; return true;
    case 'r': p->shape |= LP_NUM_ROUND; return true;
    case 'z': p->shape |= LP_NUM_ZEROS; return true;
    case 'k': p->shape |= LP_NUM_TRIPLE; return true;
    case 'v': p->vague_too = true; return true;
    case 'n':
    case 'e':
    case 'g':
    case 'j': p->relation = c; return true;
    case '@': p->settled |= LP_NUM_REF; return true;
    case '%': p->settled |= LP_NUM_YEAR; return true;
    case '+': p->settled |= LP_NUM_REF | LP_NUM_COUNT; return true;
    default: return false;
    }
}

static uint64_t read_decimal(lp_sv v, size_t *at)
{
    uint64_t x = 0;
    for (; *at < v.len && v.s[*at] >= '0' && v.s[*at] <= '9' && x < UINT32_MAX; ++*at)
        x = x * 10 + (uint64_t)(v.s[*at] - '0');
    return x;
}

/* "cw2-9": the features and the range of a number, v without the '#'. */
static int read_number(lp_sv v, part *p)
{
    size_t at = 0;
    p->kind = NUMBER;
    p->hi = UINT64_MAX;
    while (at < v.len && read_feature(v.s[at], p)) at++;
    if (at == v.len) return LP_OK;
    p->lo = p->hi = read_decimal(v, &at);
    if (at + 1 < v.len && v.s[at] == '-') {
        at++;
        p->hi = read_decimal(v, &at);
    }
    return at == v.len && p->lo <= p->hi ? LP_OK : LP_EVALUE;
}

static int read_part(lp_patterns *all, lp_arena *arena, lp_sv v, part *p)
{
    *p = (part){.kind = WORDS};
    if (lp_sv_eq(v, LP_SV("$"))) p->kind = EDGE;
    else if (lp_sv_eq(v, LP_SV(","))) p->kind = COMMA;
    if (p->kind != WORDS) return LP_OK;
    if (v.len > 1 && v.s[v.len - 1] == '?') {
        p->optional = true;
        v.len--;
    }
    if (v.len > 1 && strchr("!=~", v.s[0])) {
        p->negated = v.s[0] == '!';
        p->marked = v.s[0] != '!';
        p->alone = v.s[0] == '~';
        v = lp_sv_make(v.s + 1, v.len - 1);
    }
    if (v.s[0] == '#') return read_number(lp_sv_make(v.s + 1, v.len - 1), p);
    return p->marked ? LP_EVALUE : read_choices(all, arena, v, p);
}

static int read_pattern(lp_patterns *all, lp_arena *arena, lp_sv v, pattern *out)
{
    part found[MOST_PARTS];
    size_t n = 0, marks = 0, anchor = MOST_PARTS;
    for (size_t from = 0; from < v.len; n++) {
        size_t to = from;
        while (to < v.len && v.s[to] != ' ') to++;
        if (n == MOST_PARTS || to == from) return LP_EVALUE;
        int code = read_part(all, arena, lp_sv_make(v.s + from, to - from), &found[n]);
        if (code != LP_OK) return code;
        if (found[n].kind == NUMBER && !found[n].negated) {
            if (anchor == MOST_PARTS) anchor = n;
            marks += found[n].marked;
            out->chains = out->chains || found[n].settled;
        }
        from = to + 1;
    }
    if (!marks || marks > LP_MARKS_MOST || found[anchor].optional) return LP_EVALUE;
    part *copy = lp_arena_alloc(arena, n * sizeof *copy);
    if (!copy) return LP_ENOMEM;
    memcpy(copy, found, n * sizeof *copy);
    out->parts = copy;
    out->n = n;
    out->anchor = anchor;
    return LP_OK;
}

int lp_patterns_compile(lp_arena *arena, const lp_patterns **out, lp_err *err)
{
    lp_patterns *p = lp_arena_alloc(arena, sizeof *p);
    pattern *v = lp_arena_alloc(arena, lp_number_rules_n * sizeof *v);
    if (!p || !v) return lp_fail(err, LP_ENOMEM, "no memory for the number rules");
    memset(v, 0, lp_number_rules_n * sizeof *v);
    memset(p, 0, sizeof *p);
    p->v = v;
    if (!name_classes(p)) return lp_fail(err, LP_EVALUE, "too many words or classes in the number rules");
    for (size_t i = 0; i < lp_number_rules_n; i++) {
        int code = read_pattern(p, arena, lp_sv_of(lp_number_rules[i].pattern), &v[i]);
        if (code != LP_OK) return lp_fail(err, code, "number rule \"%s\"", lp_number_rules[i].pattern);
    }
    p->plural = class_bit(LP_SV("plural"));
    p->no_plural = class_bit(LP_SV("no-plural"));
    p->refs = class_bit(LP_SV("refs"));
    if (!p->plural || !p->no_plural || !p->refs) return lp_fail(err, LP_EVALUE, "a class of number words is missing");
    *out = p;
    return LP_OK;
}

bool lp_pattern_chains(const lp_patterns *patterns, size_t r) { return patterns->v[r].chains; }

/* ---- matching ---- */

static bool ends_in(lp_sv v, const char *end)
{
    size_t n = strlen(end);
    return v.len >= n && memcmp(v.s + v.len - n, end, n) == 0;
}

/* A plural by its form or by the list: what one counts. */
static bool is_thing(const lp_patterns *p, lp_sv w, uint64_t classes)
{
    bool plural = w.len > 3 && ends_in(w, "s") && !ends_in(w, "ss") && !ends_in(w, "us");
    if (!plural || memchr(w.s, '\'', w.len)) return (classes & p->plural) != 0;
    return !(classes & (p->no_plural | p->refs));
}

/* Where a match stands. */
typedef struct trail {
    uint32_t at;   /* next token */
    uint32_t prev; /* numeral matched last */
    uint32_t word; /* word matched last */
    bool comma;    /* a comma may come before `at` */
} trail;

typedef struct walk {
    const lp_numerals *nums;
    const lp_patterns *all;
    const pattern *p;
    lp_marks *marks;
} walk;

/* The slot of the word at a token, looked up when first asked for. */
static uint16_t lexeme_at(const walk *w, uint32_t at)
{
    uint16_t *known = &w->nums->lexeme[at];
    if (*known == LP_NUM_UNKNOWN) {
        const lp_token *t = &w->nums->tokens->v[at];
        const uint16_t slot = slot_of(w->all, t->key, t->low);
        *known = w->all->slots[slot].text.len ? slot : UNNAMED;
    }
    return *known;
}

static bool word_fits(const walk *w, const part *e, uint32_t at, uint32_t last)
{
    if (w->nums->of[at]) return false;
    const lp_sv word = w->nums->tokens->v[at].low;
    const uint16_t slot = lexeme_at(w, at);
    const uint64_t classes = w->all->slots[slot].classes;
    for (size_t i = 0; i < e->n_choices; i++) {
        const choice *c = &e->choices[i];
        bool fits = false;
        switch (c->shape) {
        case LISTED: fits = c->classes ? (classes & c->classes) != 0 : slot == c->word; break;
        case THINGS: fits = is_thing(w->all, word, classes); break;
        case SOME: fits = !(classes & c->classes); break;
        case SAME: fits = lp_sv_eq(w->nums->tokens->v[last].low, word); break;
        }
        if (fits) return true;
    }
    return false;
}

static bool number_fits(const part *e, const lp_numeral *x, const lp_numeral *prev)
{
    if ((x->shape & e->shape) != e->shape || x->value < e->lo || x->value > e->hi) return false;
    if (e->settled && !(x->settled & e->settled)) return false;
    if (e->marked && x->settled != LP_NUM_OPEN) return false;
    if (e->marked && (x->shape & LP_NUM_LARGE || (x->shape & LP_NUM_VAGUE && !e->vague_too))) return false;
    switch (prev ? e->relation : 0) {
    case 'n': return x->value == prev->value + 1;
    case 'e': return x->value == prev->value;
    case 'g': return x->value > prev->value;
    case 'j': return x->value != prev->value + 1;
    default: return true;
    }
}

static void mark(const walk *w, const part *e, uint32_t k)
{
    if (!e->marked) return;
    w->marks->numeral[w->marks->n] = k;
    w->marks->alone[w->marks->n++] = e->alone;
}

/* Do the words go on at `at` without a break? */
static bool goes_on(const walk *w, uint32_t at, bool comma)
{
    const lp_tokens *t = w->nums->tokens;
    return at < t->n && !(t->v[at].flags & (comma ? LP_TOKEN_STOP : LP_TOKEN_BREAK));
}

/* Match one part at t->at and move behind it. */
static bool step(const walk *w, const part *e, trail *t)
{
    if (!goes_on(w, t->at, t->comma)) return false;
    t->comma = false;
    if (e->kind == WORDS) {
        if (!word_fits(w, e, t->at, t->word)) return false;
        t->word = t->at++;
        return true;
    }
    uint32_t k = w->nums->of[t->at];
    const lp_numeral *x = k ? &w->nums->v[k - 1] : NULL;
    if (!x || x->first != t->at || !number_fits(e, x, &w->nums->v[t->prev])) return false;
    mark(w, e, k - 1);
    t->prev = k - 1;
    t->at += x->n;
    return true;
}

static bool forward(const walk *w, size_t i, trail t)
{
    if (i == w->p->n) return true;
    const part *e = &w->p->parts[i];
    if (e->kind == COMMA) {
        t.comma = true;
        return forward(w, i + 1, t);
    }
    if (e->kind == EDGE) return !goes_on(w, t.at, false) && forward(w, i + 1, t);
    const size_t marks = w->marks->n;
    trail moved = t;
    bool there = step(w, e, &moved);
    if (e->negated) return !there && forward(w, i + 1, t);
    if (there && forward(w, i + 1, moved)) return true;
    w->marks->n = marks;
    return e->optional && forward(w, i + 1, t);
}

/* Match part i - 1 and those before it, leftwards from the token before `at`. */
static bool backward(const walk *w, size_t i, uint32_t at)
{
    if (i == 0) return true;
    const part *e = &w->p->parts[i - 1];
    const bool on = at > 0 && !(w->nums->tokens->v[at].flags & LP_TOKEN_BREAK);
    if (e->kind == EDGE) return !on && backward(w, i - 1, at);
    if (e->kind == COMMA) return backward(w, i - 1, at);
    bool there;
    if (e->kind == NUMBER) {
        uint32_t k = on ? w->nums->of[at - 1] : 0;
        there = k && number_fits(e, &w->nums->v[k - 1], NULL);
    } else {
        there = on && word_fits(w, e, at - 1, at - 1);
    }
    if (e->negated) return !there && backward(w, i - 1, at);
    if (there && backward(w, i - 1, at - 1)) return true;
    return e->optional && backward(w, i - 1, at);
}

bool lp_pattern_holds(const lp_patterns *patterns, size_t r, const lp_numerals *nums, uint32_t k, lp_marks *marks)
{
    const walk w = {nums, patterns, &patterns->v[r], marks};
    const part *anchor = &w.p->parts[w.p->anchor];
    const lp_numeral *x = &nums->v[k];
    marks->n = 0;
    if (!number_fits(anchor, x, NULL)) return false;
    mark(&w, anchor, k);
    const trail t = {x->first + x->n, k, x->first, false};
    return backward(&w, w.p->anchor, x->first) && forward(&w, w.p->anchor + 1, t);
}
