/* What a Latin scheme's text holds that is no Sanskrit. */
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

/* <i>, </font>, <c.yellow>, <00:01.000>, {\an8}: to the closing sign on the same line. */
static size_t tag(lp_sv t, size_t at, char open, char close)
{
    const size_t end = t.len - at > TAG_LONGEST ? at + TAG_LONGEST : t.len;
    for (size_t i = at + 1; i < end && t.s[i] != '\n' && t.s[i] != open; i++)
        if (t.s[i] == close) return i + 1 - at;
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

static bool ends_address(char c) { return lp_sk_is_space(c) || c == '<' || c == '>'; }

/* Behind these an address may begin. */
static bool opens_address(char c) { return lp_sk_is_space(c) || (c && strchr("([<>\"'", c)); }

/* A word with :// or @ inside, before anything that may open another, or that
 * begins with www. */
static size_t address(lp_sv t, size_t at)
{
    bool found = starts(t, at, LP_SV("www."));
    size_t end = at;
    for (; !found && end < t.len && !opens_address(t.s[end]); end++) {
        if (end == at) continue;
        if (t.s[end] == ':') found = is_alpha(t.s[end - 1]) && starts(t, end, LP_SV("://"));
        if (t.s[end] == '@') found = is_alnum(t.s[end - 1]) && is_alnum(at_or_nul(t, end + 1));
    }
    if (!found) return 0;
    while (end < t.len && !ends_address(t.s[end])) end++;
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

static bool is_address_start(lp_sv t, size_t at) { return !at || opens_address(t.s[at - 1]); }

size_t lp_sk_kept(const lp_sk_index *ix, lp_sv t, size_t at)
{
    const char c = t.s[at], next = at_or_nul(t, at + 1);
    size_t len = 0;
    if (ix->scheme == LP_DEVANAGARI || lp_sk_is_space(c)) return 0;
    if (c == '<' && (is_alnum(next) || (next && strchr("/!?", next)))) return tag(t, at, '<', '>');
    if (c == '{' && next == '\\') return tag(t, at, '{', '}');
    if (c == '&' && ix->scheme != LP_VELTHUIS) return entity(t, at);
    if (c == '#' && next == '#') return toggle(t, at);
    if (is_alnum(c) && is_address_start(t, at)) len = address(t, at);
    if (!len && (is_alpha(c) || (unsigned char)c >= 0xC0) && is_word_start(t, at)) len = alien_word(ix, t, at);
    return len;
}

/* A tag that the end of the text cuts off and that may yet be one. */
static bool is_cut_tag(lp_sv t, size_t at)
{
    if (t.s[at] == '#' || t.len - at >= TAG_LONGEST) return false;
    return !memchr(t.s + at + 1, t.s[at], t.len - at - 1) && !memchr(t.s + at, '\n', t.len - at);
}

size_t lp_sk_word_end(const lp_sk_index *ix, lp_sv t, size_t at, bool last)
{
    while (at < t.len && !lp_sk_is_space(t.s[at])) {
        const bool may_open = (t.s[at] == '<' || t.s[at] == '{' || t.s[at] == '#') && ix->scheme != LP_DEVANAGARI;
        const bool may_address = is_alnum(t.s[at]) && ix->scheme != LP_DEVANAGARI && is_address_start(t, at);
        const size_t n = may_open ? lp_sk_kept(ix, t, at) : may_address ? address(t, at) : 0;
        if (may_open && !n && !last && is_cut_tag(t, at)) return t.len;
        at += n ? n : 1;
    }
    return at;
}
