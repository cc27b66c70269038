/* The words of a line, for scheme detection. */
#include "base/utf8.h"
#include "language/sanskrit/detect_internal.h"

static bool is_in(const char *set, char c) { return c && strchr(set, c); }
static bool is_blank(char c) { return is_in(" \t\r\n\f\v", c) || !c; }
static bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* Characters that stand between words although no blank does. */
static bool is_joint(uint32_t c)
{
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2026 || c == '/' || c == 0x00A0;
}

/* Quotes and the like beyond ASCII; ’ may be an avagraha and is not among them. */
static bool is_quote(uint32_t c)
{
    return c == 0x2018 || (c >= 0x201A && c <= 0x201F) || c == 0xAB || c == 0xBB || c == 0x0964 || c == 0x0965;
}

static bool is_devanagari(uint32_t c) { return c >= 0x0900 && c <= 0x097F && c != 0x0964 && c != 0x0965; }

/* Where the token that begins at `at` ends. An address keeps its joints. */
static size_t token_end(lp_sv line, size_t at)
{
    size_t i = at;
    while (i < line.len && !is_blank(line.s[i])) {
        uint32_t c;
        size_t n = lp_utf8_get(line.s + i, line.len - i, &c);
        if (i > at && is_joint(c)) break;
        i += n;
        if (is_joint(c)) break;
    }
    return i;
}

/* Addresses and tags reach to the next blank. */
static size_t address_end(lp_sv line, size_t at)
{
    size_t end = at;
    while (end < line.len && !is_blank(line.s[end])) end++;
    lp_sv all = lp_sv_make(line.s + at, end - at);
    bool address = memchr(all.s, '@', all.len) || memchr(all.s, '<', all.len) || memchr(all.s, '>', all.len) ||
                   memchr(all.s, '=', all.len) || (all.len > 4 && memcmp(all.s, "www.", 4) == 0);
    for (size_t i = 0; !address && i + 2 < all.len; i++) address = memcmp(all.s + i, "://", 3) == 0;
    return address ? end : at;
}

/* A quote that is the ś or "n of Velthuis: others of its spellings follow. */
static bool is_velthuis_quote(lp_sv word)
{
    if (word.len < 4 || word.s[0] != '"' || !is_in("sSn", word.s[1])) return false;
    for (size_t i = 2; i + 1 < word.len; i++) {
        bool twice = is_in("aiu", word.s[i]) && word.s[i] == word.s[i + 1];
        bool dotted = is_in(".\"", word.s[i]) && is_ascii_letter(word.s[i + 1]);
        if (twice || dotted) return word.s[word.len - 1] != '"';
    }
    return false;
}

/* Take what stands around a word off it. A dot or tilde may begin a letter
 * (.rta, ~nAna), a quote that has no partner is an avagraha. */
static void trim(const char *s, size_t *from, size_t *to)
{
    while (*from < *to && is_in("([{<\"*_,;:!?)]}>|#&", s[*from])) {
        if (is_velthuis_quote(lp_sv_make(s + *from, *to - *from))) break;
        ++*from;
    }
    while (*from < *to && is_in(")]}>\"*_,;:!?([{<|.#&/-", s[*to - 1])) --*to;
    while (*from < *to && s[*from] == '.' && !(*from + 1 < *to && is_in("rRlLtdnsmhao", s[*from + 1]))) ++*from;
    if (*from < *to && s[*to - 1] == '\'') {
        --*to;
        if (*from < *to && s[*from] == '\'') ++*from;
    }
    for (bool more = true; more && *from < *to;) {
        uint32_t c;
        size_t n = lp_utf8_get(s + *from, *to - *from, &c);
        more = is_quote(c) || is_joint(c);
        if (more) *from += n;
    }
    while (*to - *from >= 3) {
        uint32_t c;
        lp_utf8_get(s + *to - 3, 3, &c);
        if (c != LP_BAD_CHAR && (is_quote(c) || is_joint(c) || c == 0x2019) && c >= 0x0800) *to -= 3;
        else break;
    }
}

/* The English genitive is no part of a Sanskrit word. */
static void trim_genitive(const char *s, size_t from, size_t *to)
{
    if (*to - from > 3 && s[*to - 1] == 's' && s[*to - 2] == '\'') *to -= 2;
    else if (*to - from > 5 && memcmp(s + *to - 4, "’s", 4) == 0) *to -= 4;
}

/* Single letters between dots: a.m, u.s.a. */
static bool is_abbreviation(lp_sv word)
{
    bool good = word.len >= 3 && word.len % 2 == 1;
    for (size_t i = 0; good && i < word.len; i++) good = i % 2 ? word.s[i] == '.' : is_ascii_letter(word.s[i]);
    return good;
}

static enum lp_dt_kind kind_of(lp_sv word)
{
    size_t letters = 0;
    bool digits = false, foreign = false, devanagari = false;
    for (size_t i = 0; i < word.len;) {
        uint32_t c;
        i += lp_utf8_get(word.s + i, word.len - i, &c);
        if (c < 0x80) {
            letters += is_ascii_letter((char)c);
            digits |= is_digit((char)c);
            continue;
        }
        letters++;
        devanagari |= is_devanagari(c);
        foreign |= c == LP_BAD_CHAR || (c > 0x036F && c < 0x0900) || (c > 0x097F && c < 0x1E00) || c > 0x2019;
    }
    if (devanagari) return LP_DT_DEVANAGARI;
    if (!letters) return LP_DT_END;
    return foreign || digits || is_abbreviation(word) ? LP_DT_FOREIGN : LP_DT_LATIN;
}

enum lp_dt_kind lp_dt_next_word(lp_sv line, size_t *at, size_t *at_word, size_t *len)
{
    while (*at < line.len) {
        if (is_blank(line.s[*at])) {
            ++*at;
            continue;
        }
        size_t from = *at, address = address_end(line, from);
        size_t to = address > from ? address : token_end(line, from);
        *at = to;
        if (address <= from) {
            trim(line.s, &from, &to);
            trim_genitive(line.s, from, &to);
        }
        enum lp_dt_kind kind = kind_of(lp_sv_make(line.s + from, to - from));
        if (kind == LP_DT_END) continue;
        *at_word = from;
        *len = to - from;
        return address > from ? LP_DT_FOREIGN : kind;
    }
    return LP_DT_END;
}
