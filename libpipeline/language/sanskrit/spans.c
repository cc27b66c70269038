/* What a Latin scheme's text holds that is no Sanskrit.
 *
 * Where words end is asked before a text is brought to NFC, what is kept after
 * it, so the rules for what may hold white space must not depend on the form: a
 * letter, < or > with a combining mark behind it is none, and beside : and @ any
 * character beyond ASCII is as good as a letter.
 */
#include <unicode/uchar.h>

#include "base/utf8.h"
#include "language/sanskrit/engine_internal.h"
#include "language/sanskrit/fast_internal.h"
#include "language/unicode.h"

/* Limits, so that no text takes a time that grows as its square. */
#define TAG_LONGEST    1024
#define WORD_LONGEST   256
#define TOGGLE_LONGEST 65536 /* one that is never closed must not hold up a stream */

static bool is_alpha(char c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; }
static bool is_alnum(char c) { return is_alpha(c) || (c >= '0' && c <= '9'); }

static char at_or_nul(lp_sv t, size_t i) { return i < t.len ? t.s[i] : '\0'; }

static bool starts(lp_sv t, size_t at, lp_sv with)
{
    return t.len - at >= with.len && memcmp(t.s + at, with.s, with.len) == 0;
}

static bool is_combining_at(lp_sv t, size_t i)
{
    uint32_t c = 0;
    if (i >= t.len || (unsigned char)t.s[i] < 0xC0) return false;
    lp_utf8_get(t.s + i, t.len - i, &c);
    return c != LP_BAD_CHAR && u_getCombiningClass((UChar32)c) != 0;
}

/* Behind < or {: what makes a tag of it. NFC writes the Kelvin sign as K. */
static bool names_tag(lp_sv t, size_t i)
{
    if (starts(t, i, LP_SV("\xE2\x84\xAA"))) return !is_combining_at(t, i + 3);
    const char c = at_or_nul(t, i);
    return (is_alnum(c) && !is_combining_at(t, i + 1)) || (c && strchr("/!?", c));
}

/* <i>, </font>, <c.yellow>, <00:01.000>, {\an8}: to the closing sign on the same
 * line. *cut: the end of the text leaves it open. */
static size_t tag(lp_sv t, size_t at, bool *cut)
{
    const char open = t.s[at], close = open == '<' ? '>' : '}';
    const size_t end = t.len - at > TAG_LONGEST ? at + TAG_LONGEST : t.len;
    *cut = false;
    if (open == '<' ? !names_tag(t, at + 1) : at_or_nul(t, at + 1) != '\\') return 0;
    for (size_t i = at + 1; i < end; i++) {
        if (t.s[i] == '\n') return 0;
        if ((t.s[i] != open && t.s[i] != close) || is_combining_at(t, i + 1)) continue;
        /* At the very end a mark may follow. */
        *cut = i + 1 == t.len;
        return t.s[i] == close ? i + 1 - at : 0;
    }
    *cut = end == t.len;
    return 0;
}

/* &amp; &#39; &nbsp; */
static size_t entity(lp_sv t, size_t at)
{
    size_t i = at + 1;
    if (at_or_nul(t, i) == '#') i++;
    const size_t first = i;
    while (i < t.len && i - first < 10 && is_alnum(t.s[i])) i++;
    return i > first && at_or_nul(t, i) == ';' ? i + 1 - at : 0;
}

/* < and > part words, but not with a mark on them (≮). */
static bool is_angle(lp_sv t, size_t i) { return (t.s[i] == '<' || t.s[i] == '>') && !is_combining_at(t, i + 1); }

/* Behind these an address may begin. */
static bool opens_address(lp_sv t, size_t i)
{
    return lp_sk_is_space(t.s[i]) || is_angle(t, i) || (t.s[i] && strchr("([\"'", t.s[i]));
}

static bool is_like_letter(char c) { return is_alnum(c) || (unsigned char)c >= 0x80; }

/* A word with :// or @ inside, before anything that may open another, or that
 * begins with www. */
static size_t address(lp_sv t, size_t at)
{
    bool found = starts(t, at, LP_SV("www."));
    size_t end = at;
    for (; !found && end < t.len && !opens_address(t, end); end++) {
        if (end == at || !is_like_letter(t.s[end - 1])) continue;
        if (t.s[end] == ':') found = starts(t, end, LP_SV("://"));
        if (t.s[end] == '@') found = is_like_letter(at_or_nul(t, end + 1));
    }
    if (!found) return 0;
    while (end < t.len && !lp_sk_is_space(t.s[end]) && !is_angle(t, end)) end++;
    return end - at;
}

/* To the closing ## or, when it is missing, to the end of the paragraph. */
static size_t toggle(lp_sv t, size_t at)
{
    size_t end = t.len - at > TOGGLE_LONGEST ? at + TOGGLE_LONGEST : t.len;
    while (end < t.len && ((unsigned char)t.s[end] & 0xC0u) == 0x80u) end++;
    for (size_t i = at + 2; i < end; i++) {
        if (t.s[i] == '#' && at_or_nul(t, i + 1) == '#') return i + 2 - at;
        if (t.s[i] != '\n') continue;
        const size_t next = i + 1 + (at_or_nul(t, i + 1) == '\r');
        if (at_or_nul(t, next) == '\n') return i - at;
    }
    return end - at;
}

lp_sv lp_sk_between_toggles(lp_sv whole)
{
    const bool closed = whole.len >= 4 && memcmp(whole.s + whole.len - 2, "##", 2) == 0;
    /* "## " that is never closed is more likely a heading of Markdown. */
    if (!closed && whole.len > 2 && whole.s[2] == ' ') return whole;
    return lp_sv_make(whole.s + 2, whole.len - (closed ? 4 : 2));
}

/* The length of an apostrophe at i, 0: none. */
static size_t apostrophe(lp_sv t, size_t i)
{
    if (t.s[i] == '\'') return 1;
    return starts(t, i, LP_SV("\xE2\x80\x99")) ? 3 : 0;
}

/* A word with a Latin letter that the scheme has not: a whole word of another
 * language (we'll), not half of one. */
static size_t alien_word(const lp_sk_index *ix, lp_sv t, size_t at)
{
    size_t end = at, n;
    bool alien = false;
    for (; end < t.len && end - at < WORD_LONGEST; end += n) {
        uint32_t c;
        n = lp_utf8_get(t.s + end, t.len - end, &c);
        if (apostrophe(t, end) && end > at) n = apostrophe(t, end);
        else if (c == LP_BAD_CHAR || !lp_is_word_char(c)) break;
        alien |= !lp_sk_has_letter(ix, c);
    }
    return alien ? end - at : 0;
}

/* The character before `at`, and where it begins; LP_BAD_CHAR at the start. */
static uint32_t char_before(lp_sv t, size_t *at)
{
    size_t i = *at;
    uint32_t c = LP_BAD_CHAR;
    if (!i) return c;
    do i--;
    while (i && ((unsigned char)t.s[i] & 0xC0u) == 0x80u);
    lp_utf8_get(t.s + i, *at - i, &c);
    *at = i;
    return c;
}

/* Words go on behind an apostrophe, as alien_word() has it. */
static bool is_word_start(lp_sv t, size_t at)
{
    uint32_t c = char_before(t, &at);
    if (c == '\'' || c == 0x2019) c = char_before(t, &at);
    return c == LP_BAD_CHAR || !lp_is_word_char(c);
}

static bool is_address_start(lp_sv t, size_t at)
{
    return is_like_letter(t.s[at]) && (!at || opens_address(t, at - 1));
}

/* What may hold white space or hide what does. *cut: more text may change it. */
static size_t wide_span(const lp_sk_index *ix, lp_sv t, size_t at, bool *cut)
{
    const char c = t.s[at];
    *cut = false;
    if (ix->scheme == LP_DEVANAGARI) return 0;
    if (c == '<' || c == '{') return tag(t, at, cut);
    if (c == '#') return at_or_nul(t, at + 1) == '#' ? toggle(t, at) : 0;
    return is_address_start(t, at) ? address(t, at) : 0;
}

size_t lp_sk_kept(const lp_sk_index *ix, lp_sv t, size_t at)
{
    const char c = t.s[at];
    bool cut;
    if (ix->scheme == LP_DEVANAGARI || lp_sk_is_space(c)) return 0;
    const size_t len = wide_span(ix, t, at, &cut);
    if (len) return len;
    if (c == '&' && ix->scheme != LP_VELTHUIS) return entity(t, at);
    return (is_alpha(c) || (unsigned char)c >= 0xC0) && is_word_start(t, at) ? alien_word(ix, t, at) : 0;
}

size_t lp_sk_word_end(const lp_sk_index *ix, lp_sv t, size_t at, bool last)
{
    while (at < t.len && !lp_sk_is_space(t.s[at])) {
        bool cut;
        const size_t n = wide_span(ix, t, at, &cut);
        if (cut && !last) return t.len;
        at += n ? n : 1;
    }
    return at;
}
