#include "correct/tokens.h"

#include "base/utf8.h"
#include "language/unicode.h"

typedef struct splitter {
    const lp_resource *res;
    lp_arena *arena;
    lp_tokens *out;
    size_t cap;
    lp_err *err;
    lp_str scratch, scratch2;
    uint32_t cue;
    lp_sv text;
    uint32_t pending; /* flags for the next word */
    uint32_t unclosed; /* pairs of outside() that nothing closes any more in this cue, a bit each */
    bool links;        /* the cue has a sign that links and addresses have */
} splitter;

static bool is_apostrophe(uint32_t c) { return c == '\'' || c == 0x2019; }

/* Nearly all of a transcript is ASCII, and asking Unicode for each letter costs
 * more than the rest of the work. */
static bool is_ascii_word(unsigned char c)
{
    return (unsigned)(c | 0x20u) - 'a' < 26u || (unsigned)c - '0' < 10u;
}

static bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

/* A stretch that is no speech and begins at i: a tag, an override block, a
 * bracketed note, a link. Returns its length, 0 when none begins here. */
static size_t outside(splitter *s, size_t i)
{
    static const struct { char open, close; } pairs[] = {{'<', '>'}, {'{', '}'}, {'[', ']'}};
    const lp_sv t = s->text;
    for (size_t k = 0; k < sizeof pairs / sizeof *pairs; k++) {
        if (t.s[i] != pairs[k].open) continue;
        /* "x < y" is text: a tag goes on with a letter, a slash or a time. */
        bool tag = pairs[k].open != '<' || (i + 1 < t.len && !is_blank(t.s[i + 1]) && t.s[i + 1] != '<');
        if (!tag || (s->unclosed >> k & 1u)) return 0;
        const char *close = memchr(t.s + i, pairs[k].close, t.len - i);
        if (!close) s->unclosed |= 1u << k; /* looked for once only */
        return close ? (size_t)(close - (t.s + i)) + 1 : 0;
    }
    return 0;
}

/* Length of the run up to white space when it is a link or an address. */
static size_t link_at(const splitter *s, size_t i)
{
    const lp_sv t = s->text;
    if (!s->links && t.s[i] != 'w') return 0;
    size_t n = 0;
    while (i + n < t.len && !is_blank(t.s[i + n])) n++;
    const char *run = t.s + i;
    if (n > 4 && memcmp(run, "www.", 4) == 0) return n;
    if (!s->links) return 0;
    if (memchr(run, '@', n)) return n;
    for (size_t k = 0; k + 3 <= n; k++)
        if (memcmp(run + k, "://", 3) == 0) return n;
    return 0;
}

static uint32_t char_at(lp_sv t, size_t i, size_t *len)
{
    uint32_t c;
    *len = lp_utf8_get(t.s + i, t.len - i, &c);
    return c;
}

static size_t word_length(lp_sv t, size_t i)
{
    size_t from = i;
    while (i < t.len) {
        if (is_ascii_word((unsigned char)t.s[i])) {
            i++;
            continue;
        }
        size_t len, next_len;
        uint32_t c = char_at(t, i, &len);
        if (!lp_is_word_char(c)) {
            bool inside = i > from && is_apostrophe(c) && i + len < t.len &&
                          lp_is_word_char(char_at(t, i + len, &next_len));
            if (!inside) break;
        }
        i += len;
    }
    return i - from;
}

static int lower_ascii(splitter *s, lp_sv word, lp_sv *low)
{
    char *p = lp_arena_copy(s->arena, word.s, word.len);
    if (!p) return LP_ENOMEM;
    for (size_t i = 0; i < word.len; i++)
        if (p[i] >= 'A' && p[i] <= 'Z') p[i] = (char)(p[i] + 32);
    *low = lp_sv_make(p, word.len);
    return LP_OK;
}

static int lower_any(splitter *s, lp_sv word, lp_sv *low)
{
    lp_str_clear(&s->scratch);
    lp_str_clear(&s->scratch2);
    int code = lp_lower(word, &s->scratch, s->err);
    if (code == LP_OK) code = lp_nfc(lp_str_view(&s->scratch), &s->scratch2, s->err);
    if (code != LP_OK) return code;
    char *p = lp_arena_copy(s->arena, s->scratch2.s, s->scratch2.len);
    if (!p) return LP_ENOMEM;
    size_t n = 0;
    for (size_t i = 0; i < s->scratch2.len; i++) {
        bool typographic = s->scratch2.len - i >= 3 && memcmp(p + i, "\xE2\x80\x99", 3) == 0;
        p[n++] = typographic ? '\'' : p[i];
        if (typographic) i += 2;
    }
    *low = lp_sv_make(p, n);
    return LP_OK;
}

/* What the bytes of a word are, in one walk. */
typedef struct shape {
    bool ascii, upper, digit; /* all of it; some of it */
} shape;

static shape shape_of(lp_sv word)
{
    unsigned high = 0, upper = 0, digit = 0;
    for (size_t i = 0; i < word.len; i++) {
        const unsigned c = (unsigned char)word.s[i];
        high |= c & 0x80u;
        upper |= c - 'A' < 26u;
        digit |= c - '0' < 10u;
    }
    return (shape){!high, upper != 0, digit != 0};
}

static uint32_t flags_of(lp_sv word, const shape *is)
{
    uint32_t flags = is->digit ? LP_TOKEN_DIGIT : 0, c;
    if (is->ascii && !is->upper) return flags;
    (void)lp_utf8_get(word.s, word.len, &c);
    return lp_is_upper(c) ? flags | LP_TOKEN_CAPITAL : flags;
}

static int add(splitter *s, size_t at, size_t len)
{
    if (s->out->n == s->cap) {
        size_t cap = s->cap ? s->cap * 2 : 1024;
        lp_token *more = lp_arena_grow(s->arena, s->out->v, s->out->n, cap, sizeof *more);
        if (!more) return LP_ENOMEM;
        s->out->v = more;
        s->cap = cap;
    }
    lp_token *t = &s->out->v[s->out->n];
    *t = (lp_token){.text = {s->text.s + at, len}, .cue = s->cue, .at = (uint32_t)at};
    const shape is = shape_of(t->text);
    int code = LP_OK;
    if (!is.ascii) code = lower_any(s, t->text, &t->low);
    else if (is.upper) code = lower_ascii(s, t->text, &t->low);
    else t->low = t->text;
    if (code != LP_OK) return code;
    t->key = lp_word_key(t->low);
    if (s->res) lp_resource_expect(s->res, t->key);
    t->flags = s->pending | flags_of(t->text, &is);
    s->pending = 0;
    s->out->n++;
    return LP_OK;
}

/* What English knows of the words from `first` on. Asked for a cue at a time,
 * when the memory has had time to bring what add() said will be wanted. */
static void look_up(const splitter *s, size_t first)
{
    lp_english_info e;
    for (size_t i = first; s->res && i < s->out->n; i++) {
        lp_token *t = &s->out->v[i];
        if (!lp_resource_english(s->res, t->key, &e)) continue;
        t->level = e.level;
        t->name_level = e.name_level;
        t->phones = e.phones;
    }
}

/* What stands between words: how it separates them. */
static uint32_t between(lp_sv t, size_t i, uint32_t c)
{
    if (c < 0x80 && is_blank((char)c)) return 0;
    if (c == '-' || c == 0x2010 || c == 0x2011) {
        bool joined = i > 0 && !is_blank(t.s[i - 1]) && i + 1 < t.len && !is_blank(t.s[i + 1]);
        return joined ? LP_TOKEN_HYPHEN : LP_TOKEN_BREAK;
    }
    if (c < 0x80 && strchr(".?!;:", (int)c)) return LP_TOKEN_BREAK | LP_TOKEN_STOP;
    return LP_TOKEN_BREAK;
}

static int split_cue(splitter *s)
{
    lp_sv t = s->text;
    size_t i = 0;
    bool after_blank = true;
    const size_t first = s->out->n;
    s->unclosed = 0;
    s->links = t.len && (memchr(t.s, '@', t.len) || memchr(t.s, ':', t.len));
    while (i < t.len) {
        if (t.s[i] == ' ') { /* nothing else is as frequent */
            after_blank = true;
            i++;
            continue;
        }
        const bool letter = is_ascii_word((unsigned char)t.s[i]);
        size_t skip = letter ? 0 : outside(s, i);
        if (!skip && after_blank) skip = link_at(s, i);
        if (skip) {
            s->pending |= LP_TOKEN_BREAK;
            i += skip;
            continue;
        }
        size_t len = 1;
        uint32_t c = letter ? (unsigned char)t.s[i] : char_at(t, i, &len);
        size_t word = letter || lp_is_word_char(c) ? word_length(t, i) : 0;
        if (word) {
            int code = add(s, i, word);
            if (code != LP_OK) return code;
            i += word;
            after_blank = false;
        } else {
            s->pending |= between(t, i, c);
            after_blank = c < 0x80 && is_blank((char)c);
            i += len;
        }
    }
    look_up(s, first);
    return LP_OK;
}

int lp_tokenise(const lp_transcript *t, const lp_resource *res, lp_arena *arena, lp_tokens *out, lp_err *err)
{
    *out = (lp_tokens){NULL, 0};
    splitter s = {.res = res, .arena = arena, .out = out, .err = err};
    int code = LP_OK;
    for (size_t i = 0; code == LP_OK && i < t->n_cues; i++) {
        s.cue = (uint32_t)i;
        s.text = t->cues[i].text;
        if (s.text.len > UINT32_MAX / 2) code = lp_fail(err, LP_ELIMIT, "a cue of %zu bytes", s.text.len);
        s.pending |= LP_TOKEN_CUE;
        if (i && t->cues[i].start - t->cues[i - 1].end > LP_LONG_PAUSE_MS) s.pending |= LP_TOKEN_BREAK;
        if (code == LP_OK) code = split_cue(&s);
        if (code == LP_ENOMEM) lp_fail(err, code, "no memory for the words");
        if (code != LP_OK && err) err->cue = i + 1;
    }
    lp_str_free(&s.scratch);
    lp_str_free(&s.scratch2);
    return code;
}
