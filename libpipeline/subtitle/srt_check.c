/* What only shows when cues are seen together: order of times and indexes,
 * repeated cues; and what a look at the texts tells. */
#include <stdlib.h>

#include "base/utf8.h"
#include "subtitle/srt_internal.h"

/* ---- indexes ----------------------------------------------------------- */

typedef struct numbered {
    size_t number, place;
} numbered;

static int by_number(const void *a, const void *b)
{
    const numbered *x = a, *y = b;
    if (x->number != y->number) return x->number < y->number ? -1 : 1;
    return x->place < y->place ? -1 : x->place > y->place;
}

/* used[i]: cue i has the index of a cue before it. */
static int find_used(lp_srt_reader *r, const bool *counts, bool *used)
{
    size_t n = r->t->n_cues, k = 0, rising = 0;
    for (size_t i = 0; i < n; i++) {
        used[i] = false;
        rising += i == 0 || r->t->cues[i].number > r->t->cues[i - 1].number;
    }
    if (rising == n) return LP_OK; /* as in nearly every file: nothing to sort */
    numbered *list = lp_arena_grow(&r->scratch, NULL, 0, n, sizeof *list);
    if (!list) return lp_fail(r->err, LP_ENOMEM, "no memory for %zu cues", n);
    for (size_t i = 0; i < n; i++)
        if (counts[i]) list[k++] = (numbered){r->t->cues[i].number, i};
    qsort(list, k, sizeof *list, by_number);
    for (size_t i = 1; i < k; i++)
        if (list[i].number == list[i - 1].number) used[list[i].place] = true;
    return LP_OK;
}

static int note_missing(lp_srt_reader *r, const bool *has)
{
    size_t n = r->t->n_cues, missing = 0;
    for (size_t i = 0; i < n; i++) missing += !has[i];
    if (missing == n) return n ? lp_srt_note(r, "missing-index", r->cue_line[0], 1, LP_SV("no cue has one")) : LP_OK;
    int code = LP_OK;
    for (size_t i = 0; i < n && code == LP_OK; i++)
        if (!has[i]) code = lp_srt_note(r, "missing-index", r->cue_line[i], i + 1, LP_SV(""));
    return code;
}

int lp_srt_check_indexes(lp_srt_reader *r, const bool *has_index, const bool *bad_index)
{
    size_t n = r->t->n_cues;
    bool *counts = lp_arena_grow(&r->scratch, NULL, 0, n, sizeof *counts);
    bool *used = lp_arena_grow(&r->scratch, NULL, 0, n, sizeof *used);
    if (!counts || !used) return lp_fail(r->err, LP_ENOMEM, "no memory for %zu cues", n);
    for (size_t i = 0; i < n; i++) counts[i] = has_index[i] && !bad_index[i];
    int code = find_used(r, counts, used);
    if (code == LP_OK) code = note_missing(r, has_index);
    size_t expected = 1;
    for (size_t i = 0; i < n && code == LP_OK; i++) {
        size_t number = r->t->cues[i].number;
        if (counts[i] && used[i])
            code = lp_srt_note(r, "duplicate-index", r->cue_line[i], i + 1, LP_SV(""));
        else if (counts[i] && number != expected)
            code = lp_srt_note(r, "index-not-sequential", r->cue_line[i], i + 1, LP_SV(""));
        expected = number + 1;
    }
    return code;
}

/* ---- times ------------------------------------------------------------- */

static const char *wrong_with(const lp_cue *c)
{
    if (c->end < c->start) return "end-before-start";
    return c->end == c->start ? "zero-duration" : NULL;
}

static const char *wrong_after(const lp_cue *before, const lp_cue *c)
{
    if (c->start < before->start) return "out-of-order";
    return c->start < before->end ? "overlap" : NULL;
}

static int check_times(lp_srt_reader *r)
{
    int code = LP_OK;
    for (size_t i = 0; i < r->t->n_cues && code == LP_OK; i++) {
        const lp_cue *c = &r->t->cues[i];
        if (r->guessed[i]) continue;
        const char *wrong = wrong_with(c);
        if (wrong) code = lp_srt_note(r, wrong, r->cue_line[i], i + 1, LP_SV(""));
        wrong = i && !r->guessed[i - 1] ? wrong_after(c - 1, c) : NULL;
        if (wrong && code == LP_OK) code = lp_srt_note(r, wrong, r->cue_line[i], i + 1, LP_SV(""));
    }
    return code;
}

/* ---- repetition -------------------------------------------------------- */

static int same_first(const void *a, const void *b)
{
    const lp_cue *x = *(const lp_cue *const *)a, *y = *(const lp_cue *const *)b;
    if (x->start != y->start) return x->start < y->start ? -1 : 1;
    if (x->end != y->end) return x->end < y->end ? -1 : 1;
    int c = lp_sv_cmp(x->text, y->text);
    return c ? c : (x < y ? -1 : x > y);
}

static int check_duplicates(lp_srt_reader *r)
{
    size_t n = r->t->n_cues, later = 0;
    for (size_t i = 0; i < n; i++) later += i == 0 || r->t->cues[i].start > r->t->cues[i - 1].start;
    if (later == n) return LP_OK; /* no two begin at one time */
    const lp_cue **list = lp_arena_grow(&r->scratch, NULL, 0, n, sizeof *list);
    if (!list) return lp_fail(r->err, LP_ENOMEM, "no memory for %zu cues", n);
    for (size_t i = 0; i < n; i++) list[i] = &r->t->cues[i];
    qsort(list, n, sizeof *list, same_first);
    int code = LP_OK;
    for (size_t i = 1; i < n && code == LP_OK; i++) {
        const lp_cue *a = list[i - 1], *b = list[i];
        size_t place = (size_t)(b - r->t->cues);
        if (a->start == b->start && a->end == b->end && b->text.len && lp_sv_eq(a->text, b->text))
            code = lp_srt_note(r, "duplicate-cue", r->cue_line[place], place + 1, LP_SV(""));
    }
    return code;
}

static lp_sv first_line(lp_sv text)
{
    const char *lf = text.len ? memchr(text.s, '\n', text.len) : NULL;
    return lp_sv_trim(lp_sv_make(text.s, lf ? (size_t)(lf - text.s) : text.len));
}

static lp_sv last_line(lp_sv text)
{
    size_t at = text.len;
    while (at && text.s[at - 1] != '\n') at--;
    return lp_sv_trim(lp_sv_make(text.s + at, text.len - at));
}

/* Half of the cues, and two at least, begin with the line the one before ended
 * with and go on. The same text again is a refrain. */
static int check_rolling(lp_srt_reader *r)
{
    size_t repeats = 0, first = 0;
    for (size_t i = 1; i < r->t->n_cues; i++) {
        const lp_cue *a = &r->t->cues[i - 1], *b = a + 1;
        lp_sv line = first_line(b->text);
        if (!line.len || lp_sv_eq(a->text, b->text) || !lp_sv_eq(last_line(a->text), line)) continue;
        if (!repeats++) first = i;
    }
    if (repeats < 2 || repeats * 2 < r->t->n_cues - 1) return LP_OK;
    return lp_srt_note(r, "rolling-captions", r->cue_line[first], first + 1, LP_SV(""));
}

/* ---- texts ------------------------------------------------------------- */

/* The letter of a b, i, u or s tag or 'f' for a font tag at s (behind '<'),
 * else 0. */
static char tag_at(const char *s, size_t len)
{
    size_t i = len && s[0] == '/';
    char c = i < len ? (char)(s[i] | 0x20) : 0;
    bool font = c == 'f' && len >= i + 5 && memcmp(s + i + 1, "ont", 3) == 0;
    if (!font && c != 'b' && c != 'i' && c != 'u' && c != 's') return 0;
    i += font ? 4 : 1;
    return i < len && (s[i] == '>' || (font && s[i] == ' ')) ? c : 0;
}

static bool tags_balance(lp_sv text)
{
    int open[26] = {0};
    for (size_t i = 0; i < text.len; i++) {
        const char *lt = memchr(text.s + i, '<', text.len - i);
        if (!lt) break;
        i = (size_t)(lt - text.s);
        char c = tag_at(lt + 1, text.len - i - 1);
        if (c) open[c - 'a'] += lt[1] == '/' ? -1 : 1;
    }
    for (size_t i = 0; i < 26; i++)
        if (open[i]) return false;
    return true;
}

/* The byte that c was before somebody read it as Latin-1 or Windows-1252, or
 * 0 when it was none. */
static unsigned char was_byte(uint32_t c)
{
    static const uint16_t high[32] = {
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013,
        0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178};
    if (c >= 0x80 && c <= 0xFF) return (unsigned char)c;
    for (size_t i = 0; i < 32; i++)
        if (high[i] == c) return (unsigned char)(0x80 + i);
    return 0;
}

/* Punctuation that may well follow an accented letter. */
static bool is_usual(uint32_t c)
{
    return (c >= 0x2013 && c <= 0x201E) || c == 0x2026 || c == 0xA0 || c == 0xAB || c == 0xBB || c == 0xB0 ||
           c == 0xB7;
}

/* Do the characters at s, taken back to bytes, make one UTF-8 character? */
static bool is_mojibake(const char *s, size_t len)
{
    char bytes[4];
    size_t i = 0, n = 0, need = 4;
    bool unusual = false;
    while (n < need && i < len) {
        uint32_t c;
        i += lp_utf8_get(s + i, len - i, &c);
        unsigned char b = was_byte(c);
        if (!b || c == LP_BAD_CHAR) return false;
        if (n == 0) need = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : b >= 0xC2 ? 2 : 0;
        else if (!is_usual(c)) unusual = true;
        bytes[n++] = (char)b;
    }
    uint32_t c;
    return need >= 2 && n == need && unusual && lp_utf8_get(bytes, n, &c) == n && c != LP_BAD_CHAR;
}

static bool has_mojibake(lp_sv text)
{
    for (size_t i = lp_ascii_run(text.s, text.len); i < text.len;) {
        if ((unsigned char)text.s[i] == 0xC3 && is_mojibake(text.s + i, text.len - i)) return true;
        if ((unsigned char)text.s[i] == 0xC2 && is_mojibake(text.s + i, text.len - i)) return true;
        uint32_t c;
        i += lp_utf8_get(text.s + i, text.len - i, &c);
        i += lp_ascii_run(text.s + i, text.len - i);
    }
    return false;
}

/* A byte order mark at the head of a line came with a second file. */
static bool has_bom(lp_sv text)
{
    for (size_t i = 0; i + 3 <= text.len; i++) {
        const char *b = memchr(text.s + i, '\xEF', text.len - i - 2);
        if (!b) return false;
        if (memcmp(b, "\xEF\xBB\xBF", 3) == 0) return true;
        i = (size_t)(b - text.s);
    }
    return false;
}

static int check_texts(lp_srt_reader *r)
{
    /* All texts come from the data: one look at it for what most files have nowhere. */
    const bool ascii = lp_ascii_run(r->data.s, r->data.len) == r->data.len;
    if (ascii && !memchr(r->data.s, '<', r->data.len)) return LP_OK;
    int code = LP_OK;
    bool mojibake = ascii;
    for (size_t i = 0; i < r->t->n_cues && code == LP_OK; i++) {
        lp_sv text = r->t->cues[i].text;
        if (!tags_balance(text)) code = lp_srt_note(r, "unclosed-tag", r->cue_line[i], i + 1, LP_SV(""));
        if (code == LP_OK && has_bom(text))
            code = lp_srt_note(r, "bom-mid-file", r->cue_line[i], i + 1, LP_SV("in the text"));
        if (code != LP_OK || mojibake || !has_mojibake(text)) continue;
        mojibake = true;
        code = lp_srt_note(r, "mojibake", r->cue_line[i], i + 1,
                           LP_SV("UTF-8 was read as Latin-1 and saved again"));
    }
    return code;
}

int lp_srt_check_cues(lp_srt_reader *r)
{
    int code = check_times(r);
    if (code == LP_OK) code = check_duplicates(r);
    if (code == LP_OK) code = check_rolling(r);
    if (code == LP_OK) code = check_texts(r);
    return code;
}

/* ---- order ------------------------------------------------------------- */

typedef struct placed {
    lp_diag diag;
    size_t place;
} placed;

static int by_line(const void *a, const void *b)
{
    const placed *x = a, *y = b;
    if (x->diag.line != y->diag.line) return x->diag.line < y->diag.line ? -1 : 1;
    return x->place < y->place ? -1 : x->place > y->place;
}

int lp_srt_sort_diags(lp_srt_reader *r)
{
    size_t n = r->t->n_diags;
    placed *list = lp_arena_grow(&r->scratch, NULL, 0, n, sizeof *list);
    if (!list) return lp_fail(r->err, LP_ENOMEM, "no memory for %zu diagnostics", n);
    for (size_t i = 0; i < n; i++) list[i] = (placed){r->t->diags[i], i};
    if (n > 1) qsort(list, n, sizeof *list, by_line);
    for (size_t i = 0; i < n; i++) r->t->diags[i] = list[i].diag;
    return LP_OK;
}
