#include "correct/removal.h"

#include "base/utf8.h"
#include "language/unicode.h"

#define ELLIPSIS "\xE2\x80\xA6"

static bool is_blank(char c) { return c == ' ' || c == '\t'; }

static bool is_white(char c) { return is_blank(c) || c == '\n'; }

/* Punctuation directly behind a word: how long it is, and whether it parts no
 * more than words (a comma, dots of hesitation). */
static size_t mark_at(lp_sv t, size_t i, bool *soft)
{
    size_t n = 0, dots = 0;
    *soft = true;
    while (i + n < t.len) {
        if (t.len - i - n >= 3 && memcmp(t.s + i + n, ELLIPSIS, 3) == 0) {
            n += 3;
        } else if (t.s[i + n] == '.') {
            n++, dots++;
        } else if (strchr(",;:?!", t.s[i + n]) && t.s[i + n]) {
            *soft &= t.s[i + n] == ',';
            n++;
        } else {
            break;
        }
    }
    if (dots == 1) *soft = false;
    return n;
}

/* Does a sentence, or the cue, begin at i? */
static bool begins_here(lp_sv t, size_t i)
{
    while (i && (is_white(t.s[i - 1]) || strchr("\"'(", t.s[i - 1]))) i--;
    return i == 0 || strchr(".?!:;", t.s[i - 1]) != NULL;
}

static void take_blank_before(lp_sv t, lp_removal *r)
{
    while (r->at && is_blank(t.s[r->at - 1])) r->at--;
}

/* One blank or line end goes with the words: the one behind them, unless that
 * is all that holds two lines apart. */
static void take_blank(lp_sv t, lp_removal *r)
{
    while (r->end < t.len && is_blank(t.s[r->end])) r->end++;
    const bool line_ends = r->end == t.len || t.s[r->end] == '\n';
    if (!line_ends || (r->at && !is_white(t.s[r->at - 1]))) return;
    if (r->at && is_blank(t.s[r->at - 1])) take_blank_before(t, r);
    else if (r->end < t.len) r->end++; /* the words were a line */
    else if (r->at) r->at--;           /* the last line */
}

static void capitalise(lp_sv t, lp_removal *r)
{
    uint32_t first, next;
    lp_str up = LP_STR_INIT;
    (void)lp_utf8_get(t.s + r->at, t.len - r->at, &first);
    if (!lp_is_upper(first) || r->end >= t.len) return;
    const size_t n = lp_utf8_get(t.s + r->end, t.len - r->end, &next);
    if (!lp_is_word_char(next) || lp_is_upper(next)) return;
    if (lp_capitalise(lp_sv_make(t.s + r->end, n), &up, NULL) == LP_OK && up.len && up.len < sizeof r->capital &&
        !lp_sv_eq(lp_str_view(&up), lp_sv_make(t.s + r->end, n))) {
        memcpy(r->capital, up.s, up.len);
        r->capital[up.len] = '\0';
        r->end += n;
    }
    lp_str_free(&up);
}

lp_removal lp_removal_of(lp_sv text, size_t at, size_t end, bool may_capitalise)
{
    lp_removal r = {.at = at, .end = end, .capital = ""};
    bool soft;
    const size_t mark = mark_at(text, end, &soft);
    const bool begins = begins_here(text, at);
    if (mark && !soft && !begins) {
        /* The sentence ends here: its mark moves to the word before. */
        take_blank_before(text, &r);
        while (r.at && text.s[r.at - 1] == ',') r.at--;
        return r;
    }
    r.end += mark;
    const lp_removal words = r;
    take_blank(text, &r);
    if (may_capitalise && begins && words.at == r.at) capitalise(text, &r);
    return r;
}
