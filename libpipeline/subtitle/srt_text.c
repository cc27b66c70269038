/* From bytes to clean lines: what is no text is refused, NULs go, malformed
 * UTF-8 becomes U+FFFD, line ends of any kind split. */
#include <stdio.h>

#include "base/utf8.h"
#include "subtitle/srt_internal.h"

static const char BOM[] = "\xEF\xBB\xBF";

size_t lp_srt_invisible(const char *s, size_t len)
{
    if (len < 2 || (unsigned char)s[0] < 0x80) return 0;
    uint32_t c;
    size_t n = lp_utf8_get(s, len, &c);
    bool hidden = c == 0xAD || c == 0x61C || (c >= 0x200B && c <= 0x200F) ||
                  (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
    return hidden ? n : 0;
}

size_t lp_srt_space(const char *s, size_t len)
{
    if (!len) return 0;
    if (s[0] == ' ' || s[0] == '\t' || s[0] == '\v' || s[0] == '\f') return 1;
    if ((unsigned char)s[0] < 0x80) return 0;
    uint32_t c;
    size_t n = lp_utf8_get(s, len, &c);
    bool space = c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F ||
                 c == 0x205F || c == 0x3000;
    return space ? n : 0;
}

static size_t edge_at(const char *s, size_t len)
{
    size_t n = lp_srt_space(s, len);
    return n ? n : lp_srt_invisible(s, len);
}

/* What nearly all lines begin and end with. */
static bool is_visible_ascii(char c) { return c > ' ' && c < 0x7F; }

lp_sv lp_srt_bare(lp_sv line)
{
    if (line.len && is_visible_ascii(line.s[0]) && is_visible_ascii(line.s[line.len - 1])) return line;
    size_t n;
    while (line.len && (n = edge_at(line.s, line.len)) != 0) line.s += n, line.len -= n;
    while (line.len) {
        size_t at = line.len - 1;
        while (at && ((unsigned char)line.s[at] & 0xC0u) == 0x80u) at--;
        if (edge_at(line.s + at, line.len - at) != line.len - at) break;
        line.len = at;
    }
    return line;
}

static unsigned odd_in(lp_sv v)
{
    unsigned odd = 0;
    for (size_t i = 0; i < v.len;) {
        size_t n = lp_srt_invisible(v.s + i, v.len - i);
        if (n == 3 && memcmp(v.s + i, BOM, 3) == 0) odd |= LP_ODD_BOM;
        else if (n) odd |= LP_ODD_INVISIBLE;
        i += n ? n : 1;
    }
    return odd;
}

unsigned lp_srt_bare_odd(lp_sv line)
{
    lp_sv bare = lp_srt_bare(line);
    size_t before = (size_t)(bare.s - line.s);
    return odd_in(lp_sv_make(line.s, before)) |
           odd_in(lp_sv_make(bare.s + bare.len, line.len - before - bare.len));
}

/* ---- what is no UTF-8 text --------------------------------------------- */

static int wrong_encoding(lp_srt_reader *r, const char *what)
{
    return lp_fail(r->err, LP_EFORMAT, "the file is %s; convert it to UTF-8 (iconv -t UTF-8)", what);
}

static size_t count_nuls(lp_sv v, size_t from, size_t step)
{
    size_t n = 0;
    for (size_t i = from; i < v.len; i += step) n += v.s[i] == '\0';
    return n;
}

/* UTF-16 and UTF-32 by their marks; by every other byte being NUL; binary by
 * many NULs. NULs behind the last other byte are the padding of a broken copy
 * and say nothing. */
static int refuse_no_text(lp_srt_reader *r, lp_sv v)
{
    static const struct { const char *mark; size_t len; const char *what; } marks[] = {
        {"\xFF\xFE\0\0", 4, "UTF-32 (little endian)"}, {"\0\0\xFE\xFF", 4, "UTF-32 (big endian)"},
        {"\xFF\xFE", 2, "UTF-16 (little endian)"},     {"\xFE\xFF", 2, "UTF-16 (big endian)"},
    };
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (v.len >= marks[i].len && memcmp(v.s, marks[i].mark, marks[i].len) == 0)
            return wrong_encoding(r, marks[i].what);
    while (v.len && v.s[v.len - 1] == '\0') v.len--;
    if (!v.len || !memchr(v.s, '\0', v.len)) return LP_OK;
    size_t even = count_nuls(v, 0, 2), odd = count_nuls(v, 1, 2), half = v.len / 2;
    if (v.len < 8 || (even + odd) * 10 < v.len) return LP_OK;
    if (odd * 10 > half * 3 && even * 20 < odd)
        return wrong_encoding(r, "UTF-16 (little endian, without a byte order mark)");
    if (even * 10 > half * 3 && odd * 20 < even)
        return wrong_encoding(r, "UTF-16 (big endian, without a byte order mark)");
    if ((even + odd) * 4 > v.len)
        return lp_fail(r->err, LP_EFORMAT, "the file is binary: %zu of its %zu bytes are NUL", even + odd, v.len);
    return LP_OK;
}

/* ---- repair ------------------------------------------------------------ */

/* One line end at s: LF, CR LF, CR, or CR CR LF (a file converted twice, or
 * CR CR CR LF, three times). */
static size_t line_end(const char *s, size_t len)
{
    if (s[0] == '\n') return 1;
    if (s[0] != '\r') return 0;
    size_t n = 1;
    while (n < 3 && n < len && s[n] == '\r') n++;
    return n < len && s[n] == '\n' ? n + 1 : 1;
}

/* The 0-based line of a byte. */
static size_t line_of(lp_sv v, size_t at)
{
    size_t line = 0;
    for (size_t i = 0; i < v.len && i < at;) {
        size_t n = line_end(v.s + i, v.len - i);
        line += n > 0;
        i += n ? n : 1;
    }
    return line;
}

static int note_count(lp_srt_reader *r, const char *name, size_t line, size_t count, const char *unit)
{
    char detail[64];
    int n = snprintf(detail, sizeof detail, "%zu %s%s", count, unit, count == 1 ? "" : "s");
    return lp_srt_note(r, name, line, 0, lp_sv_make(detail, n > 0 ? (size_t)n : 0));
}

static int drop_nuls(lp_srt_reader *r)
{
    const char *first = r->data.len ? memchr(r->data.s, '\0', r->data.len) : NULL;
    if (!first) return LP_OK;
    size_t dropped = 0;
    for (size_t i = 0; i < r->data.len;) {
        const char *nul = memchr(r->data.s + i, '\0', r->data.len - i);
        size_t run = nul ? (size_t)(nul - r->data.s) - i : r->data.len - i;
        lp_str_add(&r->clean, r->data.s + i, run);
        dropped += nul != NULL;
        i += run + (nul != NULL);
    }
    int code = lp_str_check(&r->clean, r->err);
    if (code != LP_OK) return code;
    size_t line = line_of(r->data, (size_t)(first - r->data.s));
    r->data = lp_str_view(&r->clean);
    return note_count(r, "nul-byte", line, dropped, "NUL byte");
}

/* Does v end in the first bytes of a character whose rest is missing? */
static bool ends_in_character(lp_sv v)
{
    for (size_t back = 1; back <= 3 && back <= v.len; back++) {
        unsigned char b = (unsigned char)v.s[v.len - back];
        if (b < 0x80) return false;
        if (b < 0xC0) continue;
        uint32_t c;
        size_t need = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2;
        return b >= 0xC2 && b <= 0xF4 && need > back && lp_utf8_get(v.s + v.len - back, back, &c) == back &&
               c == LP_BAD_CHAR;
    }
    return false;
}

static int repair_utf8(lp_srt_reader *r)
{
    size_t bad = lp_utf8_check(r->data.s, r->data.len);
    if (bad == r->data.len) return LP_OK;
    r->cut_character = ends_in_character(r->data);
    size_t line = line_of(r->data, bad);
    lp_str fixed = LP_STR_INIT;
    size_t repaired = lp_utf8_repair(r->data.s, r->data.len, &fixed);
    int code = lp_str_check(&fixed, r->err);
    lp_str_free(&r->clean);
    r->clean = fixed;
    r->data = lp_str_view(&r->clean);
    if (code != LP_OK) return code;
    return note_count(r, "invalid-utf8", line, repaired, "malformed sequence");
}

/* Bytes of a control character at s that no text file should have, or 0. */
static size_t control(const char *s, size_t len)
{
    unsigned char b = (unsigned char)s[0];
    if (b < 0x20) return b == '\t' || b == '\n' || b == '\r' ? 0 : 1;
    if (b < 0x7F) return 0;
    if (b == 0x7F) return 1;
    if (b == 0xC2 && len > 1 && (unsigned char)s[1] < 0xA0) return 2;
    if (b == 0xE2 && len > 2 && (unsigned char)s[1] == 0x80 &&
        ((unsigned char)s[2] == 0xA8 || (unsigned char)s[2] == 0xA9))
        return 3;
    return 0;
}

/* Bytes from i on, in whole chunks, of which none can begin a control
 * character; written so that compilers do many at once. */
static size_t plain_run(lp_sv v, size_t i)
{
    enum { CHUNK = 32 };
    const size_t from = i;
    for (; v.len - i >= CHUNK; i += CHUNK) {
        unsigned odd = 0;
        for (size_t k = 0; k < CHUNK; k++) {
            unsigned char b = (unsigned char)v.s[i + k];
            odd |= (unsigned)(b >= 0x7F) | ((unsigned)(b < 0x20) & (unsigned)(b != '\n') & (unsigned)(b != '\r'));
        }
        if (odd) break;
    }
    return i - from;
}

/* Control characters are reported and kept, but for the DOS end-of-file mark. */
static int look_for_controls(lp_srt_reader *r)
{
    size_t first = r->data.len, count = 0;
    for (size_t i = 0; i < r->data.len;) {
        i += plain_run(r->data, i);
        for (size_t end = i + 64; i < r->data.len && i < end;) {
            size_t n = control(r->data.s + i, r->data.len - i);
            if (n && !count++) first = i;
            i += n ? n : 1;
        }
    }
    if (!count) return LP_OK;
    size_t line = line_of(r->data, first);
    while (r->data.len && r->data.s[r->data.len - 1] == 0x1A) r->data.len--;
    return note_count(r, "control-char", line, count, "control character");
}

static bool take_bom(lp_sv *v)
{
    if (v->len < 3 || memcmp(v->s, BOM, 3) != 0) return false;
    v->s += 3;
    v->len -= 3;
    return true;
}

static int take_boms(lp_srt_reader *r)
{
    r->t->bom = take_bom(&r->data);
    bool more = false;
    while (take_bom(&r->data)) more = true;
    return more ? lp_srt_note(r, "bom-mid-file", 0, 0, LP_SV("more than one at the start")) : LP_OK;
}

/* ---- lines ------------------------------------------------------------- */

typedef struct line_ends {
    size_t lf, crlf, cr, twice;
} line_ends;

static void count_end(line_ends *e, const char *s, size_t n)
{
    if (n == 1 && s[0] == '\n') e->lf++;
    else if (n == 1) e->cr++;
    else if (n == 2) e->crlf++;
    else e->twice++;
}

static int note_line_ends(lp_srt_reader *r, const line_ends *e)
{
    r->t->crlf = e->crlf + e->twice > e->lf + e->cr;
    if (e->twice || (e->lf > 0) + (e->crlf > 0) + (e->cr > 0) > 1) {
        char detail[96];
        int n = snprintf(detail, sizeof detail, "%zu LF, %zu CR LF, %zu CR, %zu CR CR LF", e->lf, e->crlf,
                         e->cr, e->twice);
        return lp_srt_note(r, "mixed-newlines", 0, 0, lp_sv_make(detail, n > 0 ? (size_t)n : 0));
    }
    return e->cr ? lp_srt_note(r, "cr-newlines", 0, 0, LP_SV("")) : LP_OK;
}

/* The next LF or CR. It is kept until the reader is past it, so that a file
 * without any is searched once. */
typedef struct next_end {
    char c;
    size_t at;
    bool known;
} next_end;

static void find_next(lp_sv v, size_t from, next_end *e)
{
    if (e->known && e->at >= from) return;
    const char *p = memchr(v.s + from, e->c, v.len - from);
    e->at = p ? (size_t)(p - v.s) : v.len;
    e->known = true;
}

static int add_line(lp_srt_reader *r, size_t *cap, lp_sv text)
{
    if (r->n_lines == *cap) {
        size_t more = *cap ? *cap * 2 : 256;
        lp_srt_line *lines = lp_arena_grow(&r->scratch, r->lines, r->n_lines, more, sizeof *lines);
        if (!lines) return lp_fail(r->err, LP_ENOMEM, "no memory for %zu lines", more);
        r->lines = lines;
        *cap = more;
    }
    r->lines[r->n_lines++] = (lp_srt_line){text, LP_LINE_TEXT, NULL};
    return LP_OK;
}

static int split(lp_srt_reader *r)
{
    line_ends ends = {0, 0, 0, 0};
    size_t cap = 0, i = 0;
    next_end lf = {'\n', 0, false}, cr = {'\r', 0, false};
    r->ended = true;
    while (i < r->data.len) {
        find_next(r->data, i, &lf);
        find_next(r->data, i, &cr);
        size_t end = lf.at < cr.at ? lf.at : cr.at;
        int code = add_line(r, &cap, lp_sv_make(r->data.s + i, end - i));
        if (code != LP_OK) return code;
        i = end;
        r->ended = i < r->data.len;
        if (!r->ended) break;
        size_t n = line_end(r->data.s + i, r->data.len - i);
        count_end(&ends, r->data.s + i, n);
        i += n;
    }
    return note_line_ends(r, &ends);
}

int lp_srt_lines(lp_srt_reader *r, lp_sv data)
{
    r->data = data;
    int code = refuse_no_text(r, data);
    if (code == LP_OK) code = drop_nuls(r);
    if (code == LP_OK) code = repair_utf8(r);
    if (code == LP_OK) code = take_boms(r);
    if (code == LP_OK) code = look_for_controls(r);
    if (code == LP_OK) code = split(r);
    return code;
}
