/* Where cues begin and end. Lines are told apart first (blank, number, times,
 * text); every time line makes a cue; the lines between two time lines are the
 * text of the first, less what is the header of the second. */
#include <stdlib.h>

#include "base/utf8.h"
#include "subtitle/srt_internal.h"

#define NONE ((size_t)-1)

/* A number of more digits cannot be an index that anybody meant. */
#define MOST_INDEX_DIGITS 18

int lp_srt_note(lp_srt_reader *r, const char *name, size_t line, size_t cue, lp_sv detail)
{
    return lp_transcript_diag(r->t, name, line + 1, cue, detail, r->err);
}

/* ---- kinds of lines ---------------------------------------------------- */

static bool all_digits(lp_sv v)
{
    for (size_t i = 0; i < v.len; i++)
        if (v.s[i] < '0' || v.s[i] > '9') return false;
    return v.len > 0;
}

static bool begins(lp_sv v, const char *with)
{
    size_t n = strlen(with);
    return v.len >= n && memcmp(v.s, with, n) == 0;
}

/* The keyword alone or followed by white space. */
static bool is_keyword(lp_sv v, const char *word)
{
    size_t n = strlen(word);
    return begins(v, word) && (v.len == n || v.s[n] == ' ' || v.s[n] == '\t');
}

static lp_srt_kind kind_before(const lp_srt_reader *r, size_t i)
{
    return i ? r->lines[i - 1].kind : LP_LINE_BLANK;
}

/* Times that only the line's surroundings can confirm. */
static bool is_cue_here(const lp_srt_reader *r, size_t i, const lp_srt_times *times)
{
    lp_srt_kind before = kind_before(r, i);
    if (times->lone) return before == LP_LINE_NUMBER && kind_before(r, i - 1) == LP_LINE_BLANK;
    /* Inside a sentence that began a line higher. */
    return !(times->text.len && before == LP_LINE_TEXT);
}

static int classify_line(lp_srt_reader *r, size_t i)
{
    lp_srt_line *line = &r->lines[i];
    lp_sv bare = lp_srt_bare(line->text);
    lp_srt_times times;
    if (!bare.len) line->kind = LP_LINE_BLANK;
    else if (all_digits(bare)) line->kind = LP_LINE_NUMBER;
    else if (lp_srt_read_times(line->text, &times) && is_cue_here(r, i, &times)) {
        line->times = lp_arena_alloc(&r->scratch, sizeof times);
        if (!line->times) return lp_fail(r->err, LP_ENOMEM, "no memory for a time line");
        *line->times = times;
        line->kind = LP_LINE_TIME;
    }
    return LP_OK;
}

static int classify(lp_srt_reader *r)
{
    size_t full = 0, pairs = 0;
    for (size_t i = 0; i < r->n_lines; i++) {
        int code = classify_line(r, i);
        if (code != LP_OK) return code;
        bool text = r->lines[i].kind != LP_LINE_BLANK;
        full += text;
        pairs += text && kind_before(r, i) != LP_LINE_BLANK;
    }
    r->double_spaced = full >= 4 && pairs == 0;
    return LP_OK;
}

/* The WEBVTT line with its header, and notes, style sheets and regions, are
 * no transcript: they count as blank lines. */
static int blank_webvtt_blocks(lp_srt_reader *r)
{
    size_t i = 0;
    while (i < r->n_lines && r->lines[i].kind == LP_LINE_BLANK) i++;
    if (i == r->n_lines || !is_keyword(lp_srt_bare(r->lines[i].text), "WEBVTT")) return LP_OK;
    r->webvtt = true;
    int code = lp_srt_note(r, "webvtt-header", i, 0, LP_SV(""));
    for (; i < r->n_lines && r->lines[i].kind == LP_LINE_TEXT; i++) r->lines[i].kind = LP_LINE_BLANK;
    for (; i < r->n_lines; i++) {
        lp_sv text = lp_srt_bare(r->lines[i].text);
        bool block = is_keyword(text, "NOTE") || is_keyword(text, "STYLE") || is_keyword(text, "REGION");
        if (!block || kind_before(r, i) != LP_LINE_BLANK) continue;
        for (; i < r->n_lines && r->lines[i].kind != LP_LINE_BLANK && r->lines[i].kind != LP_LINE_TIME; i++)
            r->lines[i].kind = LP_LINE_BLANK;
        if (i < r->n_lines) i--;
    }
    return code;
}

/* ---- borders ----------------------------------------------------------- */

/* The header of one cue, as places in lines. */
typedef struct header {
    size_t times;    /* the time line */
    size_t first;    /* where the header begins */
    size_t index;    /* the index line, or NONE */
    size_t number;   /* the index, or 0 when it says nothing */
    bool has_index;
    bool bad_index;  /* negative, decimal, too large */
} header;

typedef struct borders {
    header *headers;
    size_t n;
    size_t end;      /* behind the last line that is text of the last cue */
} borders;

/* False for what is no plain number or too large for one. */
static bool read_number(lp_sv digits, size_t *n)
{
    *n = 0;
    if (!all_digits(digits)) return false;
    while (digits.len > 1 && digits.s[0] == '0') digits.s++, digits.len--;
    if (digits.len > MOST_INDEX_DIGITS) return false;
    for (size_t i = 0; i < digits.len; i++) *n = *n * 10 + (size_t)(digits.s[i] - '0');
    return true;
}

/* "-2", "1.5", "2.", "#3", "4)" */
static bool is_bad_index(lp_sv line)
{
    lp_sv v = lp_srt_bare(line);
    if (v.len && strchr("-+#(", v.s[0])) v.s++, v.len--;
    size_t digits = 0, points = 0;
    for (size_t i = 0; i < v.len; i++) {
        if (v.s[i] >= '0' && v.s[i] <= '9') digits++;
        else if (i > 0 && v.s[i] != '\0' && strchr(".,):", v.s[i])) points++;
        else return false;
    }
    return digits > 0 && points <= 1;
}

/* Is the number right above the times their index? It is, but for a file
 * whose cues have none, where it may be the last line of a text. */
static bool number_is_index(const lp_srt_reader *r, const borders *b, size_t at, size_t expected)
{
    if (kind_before(r, at) == LP_LINE_BLANK) return true;
    const header *last = b->n ? &b->headers[b->n - 1] : NULL;
    if (!last || last->has_index) return true;
    size_t n;
    return read_number(lp_srt_bare(r->lines[at].text), &n) && n == expected;
}

/* And a number with blank lines between? Only where a number was due. */
static bool far_number_is_index(const lp_srt_reader *r, const borders *b, size_t at, size_t expected)
{
    if (kind_before(r, at) != LP_LINE_BLANK) return false;
    if (r->double_spaced) return true;
    size_t n;
    if (!read_number(lp_srt_bare(r->lines[at].text), &n)) return false;
    if (!b->n) return n <= 1;
    return b->headers[b->n - 1].has_index && n == expected;
}

/* A cue identifier of WebVTT: one line of text above the times. */
static bool is_identifier(const lp_srt_reader *r, size_t at)
{
    return r->webvtt && r->lines[at].kind == LP_LINE_TEXT && kind_before(r, at) == LP_LINE_BLANK;
}

static void find_index(const lp_srt_reader *r, const borders *b, header *h, size_t floor, size_t expected)
{
    size_t at = h->times;
    while (at > floor && r->lines[at - 1].kind == LP_LINE_BLANK) at--;
    if (at == floor) return;
    bool near = at-- == h->times;
    bool number = r->lines[at].kind == LP_LINE_NUMBER;
    if (number && (near ? number_is_index(r, b, at, expected) : far_number_is_index(r, b, at, expected))) {
        h->index = h->first = at;
        h->has_index = true;
        h->bad_index = !read_number(lp_srt_bare(r->lines[at].text), &h->number);
    } else if (near && !number && kind_before(r, at) == LP_LINE_BLANK && is_bad_index(r->lines[at].text)) {
        h->index = h->first = at;
        h->has_index = h->bad_index = true;
    } else if (near && is_identifier(r, at)) {
        h->first = at;
        h->has_index = true;
    }
}

static header header_at(const lp_srt_reader *r, const borders *b, size_t times, size_t expected)
{
    header h = {.times = times, .first = times, .index = NONE};
    lp_sv inline_index = r->lines[times].times->index;
    if (inline_index.len) {
        h.has_index = true;
        h.bad_index = !read_number(lp_srt_bare(inline_index), &h.number);
        return h;
    }
    find_index(r, b, &h, b->n ? b->headers[b->n - 1].times + 1 : 0, expected);
    return h;
}

static int find_borders(lp_srt_reader *r, borders *b)
{
    size_t n = 0;
    for (size_t i = 0; i < r->n_lines; i++) n += r->lines[i].kind == LP_LINE_TIME;
    b->headers = lp_arena_grow(&r->scratch, NULL, 0, n, sizeof *b->headers);
    if (!b->headers) return lp_fail(r->err, LP_ENOMEM, "no memory for %zu cues", n);
    size_t expected = 1;
    for (size_t i = 0; i < r->n_lines; i++) {
        if (r->lines[i].kind != LP_LINE_TIME) continue;
        header h = header_at(r, b, i, expected);
        bool good = h.index != NONE || r->lines[i].times->index.len;
        if (!good || h.bad_index) h.number = expected; /* place in the count so far */
        expected = h.number + 1;
        b->headers[b->n++] = h;
    }
    b->end = r->n_lines;
    return LP_OK;
}

/* ---- a file that was cut ----------------------------------------------- */

static size_t last_full_line(const lp_srt_reader *r, size_t end)
{
    while (end && r->lines[end - 1].kind == LP_LINE_BLANK) end--;
    return end;
}

static bool is_part_of_times(lp_sv line)
{
    lp_sv v = lp_srt_bare(line);
    for (size_t i = 0; i < v.len; i++)
        if (!strchr("0123456789:,.-> ", v.s[i])) return false;
    return v.len > 0 && v.s[0] >= '0' && v.s[0] <= '9';
}

/* Where the lines [.., end) begin to be a header that was cut off: a blank
 * line, the next number, maybe the first part of the times. NONE when not. */
static size_t cut_header(const lp_srt_reader *r, const borders *b, size_t end, bool *in_times)
{
    const header *last = &b->headers[b->n - 1];
    end = last_full_line(r, end);
    for (size_t part = 0; part <= 1; part++) {
        if (end < last->times + part + 2) continue;
        size_t at = end - part - 1, n;
        if (r->lines[at].kind != LP_LINE_NUMBER || kind_before(r, at) == LP_LINE_TEXT) continue;
        if (!read_number(lp_srt_bare(r->lines[at].text), &n) || n != last->number + 1) continue;
        if (part && (r->ended || !is_part_of_times(r->lines[at + 1].text))) continue;
        *in_times = part == 1;
        return at;
    }
    return NONE;
}

/* Is the number due at the end of these lines, too? Then somebody counts. */
static bool counts_on(const lp_srt_reader *r, const borders *b, size_t end)
{
    bool in_times;
    return cut_header(r, b, end, &in_times) != NONE;
}

/* Does the last cue end inside its time line? It has no text then. */
static bool is_cut_cue(const lp_srt_reader *r, const header *h)
{
    const lp_srt_times *t = r->lines[h->times].times;
    if (last_full_line(r, r->n_lines) != h->times + 1 || t->text.len) return false;
    if (!t->has_start || !t->has_end) return !t->text.len;
    return t->cut && !r->ended && h->times + 1 == r->n_lines && !t->settings.len;
}

static int note_cut(lp_srt_reader *r, size_t line, bool in_times)
{
    int code = lp_srt_note(r, "truncated-file", line, 0, LP_SV("the file ends inside the header of a cue"));
    if (code == LP_OK && in_times) code = lp_srt_note(r, "bad-timestamp", line, 0, lp_srt_bare(r->lines[line].text));
    return code;
}

/* Drop a header that the end of the file cut off; its numbers are no text. */
static int drop_cut_header(lp_srt_reader *r, borders *b)
{
    if (r->cut_character) {
        int code = lp_srt_note(r, "truncated-file", r->n_lines - 1, 0, LP_SV("the file ends inside a character"));
        if (code != LP_OK) return code;
    }
    bool in_times = false;
    if (b->n > 1 && is_cut_cue(r, &b->headers[b->n - 1])) {
        header last = b->headers[--b->n];
        b->end = last.first;
        if (!counts_on(r, b, b->end)) return note_cut(r, last.times, true);
        b->n++;
        b->end = r->n_lines;
        return LP_OK;
    }
    size_t at = cut_header(r, b, r->n_lines, &in_times);
    if (at == NONE || kind_before(r, at) != LP_LINE_BLANK || counts_on(r, b, at)) return LP_OK;
    b->end = at;
    return note_cut(r, at + in_times, in_times);
}

/* ---- what stands before the first cue ---------------------------------- */

static bool is_fence(lp_sv line)
{
    lp_sv v = lp_srt_bare(line);
    return begins(v, "```") || begins(v, "~~~");
}

static int read_preamble(lp_srt_reader *r, size_t end)
{
    lp_str text = LP_STR_INIT;
    size_t first = NONE;
    int code = LP_OK;
    for (size_t i = 0; i < end && code == LP_OK; i++) {
        if (r->lines[i].kind == LP_LINE_BLANK) continue;
        if (first == NONE) first = i;
        if (is_fence(r->lines[i].text) && !r->fence) {
            r->fence = true;
            code = lp_srt_note(r, "code-fence", i, 0, LP_SV(""));
        }
        if (text.len) lp_str_addc(&text, ' ');
        lp_str_addv(&text, lp_srt_bare(r->lines[i].text));
    }
    if (code == LP_OK) code = lp_str_check(&text, r->err);
    if (code == LP_OK && first != NONE)
        code = lp_srt_note(r, "text-before-first-cue", first, 0, lp_str_view(&text));
    lp_str_free(&text);
    return code;
}

/* The closing fence, when the file has an opening one and ends with it. */
static void drop_closing_fence(const lp_srt_reader *r, borders *b)
{
    size_t end = last_full_line(r, b->end);
    if (!r->fence || !end || !is_fence(r->lines[end - 1].text)) return;
    if (lp_srt_bare(r->lines[end - 1].text).len == 3 && end - 1 > b->headers[b->n - 1].times) b->end = end - 1;
}

/* ---- cues -------------------------------------------------------------- */

static int note_header(lp_srt_reader *r, const header *h, size_t cue)
{
    const lp_srt_times *t = r->lines[h->times].times;
    unsigned odd = t->odd;
    if (h->index != NONE) odd |= lp_srt_bare_odd(r->lines[h->index].text);
    if (r->webvtt) odd &= ~(unsigned)LP_ODD_SETTINGS;
    static const char *const names[LP_N_ODDITIES] = {
#define LP_AS_NAME(name, text) [name##_PLACE] = text,
        LP_ODDITIES(LP_AS_NAME)
#undef LP_AS_NAME
    };
    int code = LP_OK;
    for (unsigned i = 0; i < LP_N_ODDITIES && code == LP_OK; i++) {
        if (!(odd >> i & 1u)) continue;
        lp_sv detail = LP_SV("");
        if (1u << i == LP_ODD_JUNK) detail = t->junk;
        else if (1u << i == LP_ODD_BAD) detail = lp_srt_bare(r->lines[h->times].text);
        code = lp_srt_note(r, names[i], h->times, cue, detail);
    }
    if (code == LP_OK && h->bad_index) {
        lp_sv index = h->index == NONE ? t->index : lp_srt_bare(r->lines[h->index].text);
        code = lp_srt_note(r, "bad-index", h->index == NONE ? h->times : h->index, cue, index);
    }
    if (code == LP_OK && h->index != NONE && h->index + 1 != h->times)
        code = lp_srt_note(r, "blank-line-in-header", h->index + 1, cue, LP_SV("between index and times"));
    return code;
}

/* A cue that follows text, or an empty cue's times, with no blank line
 * between. Times right under times are told by empty-cue. */
static int note_missing_blank(lp_srt_reader *r, const header *h, size_t cue)
{
    if (h->first == 0 || kind_before(r, h->first) == LP_LINE_BLANK || cue == 1) return LP_OK;
    if (kind_before(r, h->first) == LP_LINE_TIME && h->first == h->times &&
        !r->lines[h->first - 1].times->text.len)
        return LP_OK;
    return lp_srt_note(r, "missing-blank-line", h->first, cue, LP_SV(""));
}

/* The lines [from, to) without the blank ones at both ends, behind `head`
 * (which may be empty), as the text of the cue. */
static int join_lines(lp_srt_reader *r, lp_sv head, size_t from, size_t to, lp_sv *out)
{
    size_t len = head.len;
    for (size_t i = from; i < to; i++) len += r->lines[i].text.len + 1;
    char *s = lp_arena_alloc(&r->t->arena, len + 1);
    if (!s) return lp_fail(r->err, LP_ENOMEM, "no memory for a text of %zu bytes", len);
    size_t n = head.len;
    if (n) memcpy(s, head.s, n);
    for (size_t i = from; i < to; i++) {
        if (n || i > from) s[n++] = '\n';
        lp_sv line = r->lines[i].text;
        if (line.len) memcpy(s + n, line.s, line.len);
        n += line.len;
    }
    s[n] = '\0';
    *out = lp_sv_make(s, n);
    return LP_OK;
}

static int note_text(lp_srt_reader *r, size_t cue, size_t from, size_t to, bool blank_before)
{
    int code = LP_OK;
    if (blank_before) code = lp_srt_note(r, "blank-line-in-header", from - 1, cue, LP_SV("between times and text"));
    bool told = false;
    for (size_t i = from; i < to && code == LP_OK; i++) {
        if (r->lines[i].kind == LP_LINE_BLANK && !told) {
            told = true;
            code = lp_srt_note(r, "blank-line-in-text", i, cue, LP_SV(""));
        } else if (r->lines[i].text.len > 1000) {
            code = lp_srt_note(r, "long-line", i, cue, LP_SV(""));
        }
    }
    return code;
}

static int read_cue_text(lp_srt_reader *r, lp_cue *cue, size_t place, size_t times, size_t to)
{
    lp_sv head = r->lines[times].times->text;
    size_t from = times + 1;
    while (from < to && r->lines[from].kind == LP_LINE_BLANK) from++;
    while (to > from && r->lines[to - 1].kind == LP_LINE_BLANK) to--;
    if (head.len && from < to) from = times + 1; /* blank lines behind the head are inside the text */
    int code = join_lines(r, head, from, to, &cue->text);
    if (code == LP_OK && !cue->text.len) return lp_srt_note(r, "empty-cue", times, place, LP_SV(""));
    if (code == LP_OK) code = note_text(r, place, from, to, !head.len && from > times + 1);
    return code;
}

static int read_cue(lp_srt_reader *r, const borders *b, size_t i)
{
    const header *h = &b->headers[i];
    const lp_srt_times *t = r->lines[h->times].times;
    lp_cue *cue = lp_transcript_add(r->t, r->err);
    if (!cue) return LP_ENOMEM;
    cue->number = h->number;
    cue->start = t->start;
    cue->end = t->end;
    r->cue_line[i] = h->times;
    r->guessed[i] = !t->has_start || !t->has_end;
    int code = note_header(r, h, i + 1);
    if (code == LP_OK) code = note_missing_blank(r, h, i + 1);
    if (code == LP_OK && t->settings.len) {
        char *s = lp_arena_copy(&r->t->arena, t->settings.s, t->settings.len);
        if (!s) return lp_fail(r->err, LP_ENOMEM, "no memory for the settings of a cue");
        cue->settings = lp_sv_make(s, t->settings.len);
    }
    size_t to = i + 1 < b->n ? b->headers[i + 1].first : b->end;
    if (code == LP_OK) code = read_cue_text(r, cue, i + 1, h->times, to);
    return code;
}

/* A time that could not be read is taken from the neighbours. */
static void guess_times(lp_srt_reader *r, const borders *b)
{
    for (size_t i = 0; i < b->n; i++) {
        if (!r->guessed[i]) continue;
        const lp_srt_times *t = r->lines[b->headers[i].times].times;
        lp_cue *c = &r->t->cues[i];
        int64_t before = i ? c[-1].end : 0;
        if (!t->has_start) c->start = t->has_end && before > c->end ? c->end : before;
        if (t->has_end) continue;
        bool next = i + 1 < b->n && r->lines[b->headers[i + 1].times].times->has_start;
        c->end = next && c[1].start > c->start ? c[1].start : c->start;
    }
}

static int read_cues(lp_srt_reader *r, const borders *b)
{
    r->cue_line = lp_arena_grow(&r->scratch, NULL, 0, b->n, sizeof *r->cue_line);
    r->guessed = lp_arena_grow(&r->scratch, NULL, 0, b->n, sizeof *r->guessed);
    bool *has = lp_arena_grow(&r->scratch, NULL, 0, b->n, sizeof *has);
    bool *bad = lp_arena_grow(&r->scratch, NULL, 0, b->n, sizeof *bad);
    if (!r->cue_line || !r->guessed || !has || !bad)
        return lp_fail(r->err, LP_ENOMEM, "no memory for %zu cues", b->n);
    for (size_t i = 0; i < b->n; i++) {
        int code = read_cue(r, b, i);
        if (code != LP_OK) return code;
        has[i] = b->headers[i].has_index;
        /* An identifier of WebVTT is no number either. */
        bool inline_index = r->lines[b->headers[i].times].times->index.len > 0;
        bad[i] = b->headers[i].bad_index || (b->headers[i].index == NONE && !inline_index);
    }
    guess_times(r, b);
    return lp_srt_check_indexes(r, has, bad);
}

/* ---- the whole ---------------------------------------------------------- */

static bool noted(const lp_srt_reader *r, const char *name)
{
    for (size_t i = 0; i < r->t->n_diags; i++)
        if (strcmp(r->t->diags[i].name, name) == 0) return true;
    return false;
}

/* Text without a time line: say what it looks like. */
static int refuse_no_cues(lp_srt_reader *r, size_t first)
{
    lp_sv v = lp_srt_bare(r->lines[first].text);
    const char *what = "plain text";
    if (noted(r, "control-char") && (noted(r, "nul-byte") || noted(r, "invalid-utf8"))) what = "binary data";
    else if (r->webvtt) what = "WebVTT without cues";
    else if (v.len && v.s[0] == '<') what = "XML or HTML";
    else if (begins(v, "[Script Info]")) what = "an ASS subtitle file";
    else if (v.len > 2 && v.s[0] == '{' && v.s[1] >= '0' && v.s[1] <= '9') what = "MicroDVD";
    else if (v.len && (v.s[0] == '{' || v.s[0] == '[')) what = "JSON";
    int code = lp_srt_note(r, "no-cues", first, 0, LP_SV(""));
    if (code != LP_OK) return code;
    lp_fail(r->err, LP_EFORMAT, "no time line (like 00:00:01,000 --> 00:00:02,000); it looks like %s", what);
    return LP_EFORMAT;
}

/* Every line with text is indented: somebody quoted the file. */
static int note_indent(lp_srt_reader *r)
{
    size_t first = NONE;
    for (size_t i = 0; i < r->n_lines; i++) {
        const lp_srt_line *line = &r->lines[i];
        if (line->kind == LP_LINE_BLANK) continue;
        if (line->text.s[0] != ' ' && line->text.s[0] != '\t') return LP_OK;
        if (line->kind == LP_LINE_TIME && first == NONE) first = i;
    }
    return first == NONE ? LP_OK : lp_srt_note(r, "nonstandard-timestamp", first, 0, LP_SV("the file is indented"));
}

/* Line ends behind the last line with text, less one. */
static void read_tail(lp_srt_reader *r, bool dropped)
{
    size_t blank = r->n_lines - last_full_line(r, r->n_lines);
    if (dropped) r->t->tail = 0;
    else if (r->ended) r->t->tail = blank < 1000 ? (int)blank : 1000;
    else r->t->tail = blank ? (int)(blank < 1000 ? blank : 1000) - 1 : -1;
}

static int read_lines(lp_srt_reader *r)
{
    int code = classify(r);
    if (code == LP_OK) code = blank_webvtt_blocks(r);
    if (code != LP_OK) return code;
    borders b = {NULL, 0, 0};
    code = find_borders(r, &b);
    if (code != LP_OK) return code;
    if (!b.n) {
        size_t first = 0;
        while (first < r->n_lines && r->lines[first].kind == LP_LINE_BLANK) first++;
        if (first < r->n_lines || r->webvtt) return refuse_no_cues(r, first < r->n_lines ? first : 0);
        return lp_srt_note(r, "empty-file", 0, 0, LP_SV(""));
    }
    code = read_preamble(r, b.headers[0].first);
    if (code == LP_OK) code = drop_cut_header(r, &b);
    drop_closing_fence(r, &b);
    read_tail(r, b.end != r->n_lines);
    if (code == LP_OK) code = note_indent(r);
    if (code == LP_OK) code = read_cues(r, &b);
    if (code == LP_OK) code = lp_srt_check_cues(r);
    return code;
}

int lp_srt_read(lp_sv data, lp_transcript *t, lp_err *err)
{
    lp_srt_reader r = {.t = t, .err = err, .scratch = LP_ARENA_INIT, .clean = LP_STR_INIT};
    int code = lp_srt_lines(&r, data);
    if (code == LP_OK) code = read_lines(&r);
    if (code == LP_OK) code = lp_srt_sort_diags(&r);
    lp_str_free(&r.clean);
    lp_arena_free(&r.scratch);
    return code;
}
