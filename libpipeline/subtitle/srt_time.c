/* Reading a time line: exact where it is exact, patient where it is not. */
#include "base/utf8.h"
#include "subtitle/srt_internal.h"

/* More digits than any field of a real file has; keeps sums inside 64 bits. */
#define MOST_DIGITS 12
#define MOST_MS 3600000000000000 /* a thousand million hours */

typedef struct cursor {
    lp_sv v;
    size_t at;
    unsigned odd;
} cursor;

static bool is_digit(uint32_t c) { return c >= '0' && c <= '9'; }

/* Full-width forms as the ASCII they stand for, other spaces as a space. */
static uint32_t plain(uint32_t c)
{
    if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFF01 + 0x21;
    if (c == 0x3002) return '.';
    if (c == 0x3001) return ',';
    if (c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000) return ' ';
    return c;
}

/* The next character, invisible ones passed over; 0 at the end. Stores where
 * it ends and what is odd about it. */
static uint32_t peek(const cursor *c, size_t *end, unsigned *odd)
{
    size_t at = c->at, hidden;
    *odd = 0;
    while (at < c->v.len && (hidden = lp_srt_invisible(c->v.s + at, c->v.len - at)) != 0) {
        *odd |= memcmp(c->v.s + at, "\xEF\xBB\xBF", hidden) == 0 ? LP_ODD_BOM : LP_ODD_INVISIBLE;
        at += hidden;
    }
    *end = at;
    if (at == c->v.len) return 0;
    uint32_t got;
    *end += lp_utf8_get(c->v.s + at, c->v.len - at, &got);
    if (plain(got) != got) *odd |= LP_ODD_TIMESTAMP;
    return plain(got);
}

static uint32_t look(const cursor *c)
{
    size_t end;
    unsigned odd;
    return peek(c, &end, &odd);
}

static uint32_t take(cursor *c)
{
    size_t end;
    unsigned odd;
    uint32_t got = peek(c, &end, &odd);
    c->at = end;
    c->odd |= odd;
    return got;
}

/* Returns how many; *tabs counts those that are tabs. */
static size_t take_spaces(cursor *c, size_t *tabs)
{
    size_t n = 0;
    for (; look(c) == ' ' || look(c) == '\t'; n++) *tabs += take(c) == '\t';
    return n;
}

static size_t skip_spaces(cursor *c)
{
    size_t tabs = 0;
    return take_spaces(c, &tabs);
}

/* ---- one time ---------------------------------------------------------- */

typedef struct stamp {
    int64_t field[4];
    unsigned digits[4];
    uint32_t sep[4];      /* sep[i] stands behind field i */
    size_t n;
    bool negative;
    bool has_ms;
    bool comma;           /* a separator for milliseconds with none behind it */
    int64_t ms;           /* the value */
} stamp;

static bool take_number(cursor *c, int64_t *value, unsigned *digits)
{
    *value = 0;
    *digits = 0;
    while (is_digit(look(c))) {
        int64_t d = (int64_t)(take(c) - '0');
        if (++*digits <= MOST_DIGITS) *value = *value * 10 + d;
    }
    return *digits > 0;
}

static bool is_separator(uint32_t c) { return c == ':' || c == ',' || c == '.' || c == ';'; }

static bool take_minus(cursor *c, stamp *s)
{
    if (look(c) != '-' && look(c) != 0x2212) return false;
    cursor back = *c;
    take(c);
    if (is_digit(look(c))) {
        s->negative = true;
        return true;
    }
    *c = back;
    return false;
}

/* A separator and the number behind it. With no number behind it the
 * separator is taken only where milliseconds should follow. */
static bool take_next_field(cursor *c, stamp *s)
{
    cursor back = *c;
    size_t spaces = skip_spaces(c);
    uint32_t sep = look(c);
    if (!is_separator(sep)) {
        *c = back;
        return false;
    }
    take(c);
    cursor behind = *c;
    spaces += skip_spaces(c);
    take_minus(c, s);
    if (!is_digit(look(c))) {
        *c = back;
        if (s->n == 3 && (sep == ',' || sep == '.') && spaces <= 1) {
            *c = behind;
            s->comma = true;
        }
        return false;
    }
    if (spaces) c->odd |= LP_ODD_TIMESTAMP;
    s->sep[s->n - 1] = sep;
    take_number(c, &s->field[s->n], &s->digits[s->n]);
    s->n++;
    return true;
}

/* Which field is which: [hours :] minutes : seconds [, ms]. False when the
 * numbers cannot be a time. */
static bool has_shape(stamp *s)
{
    if (s->n < 2) return false;
    uint32_t last = s->sep[s->n - 2];
    s->has_ms = s->n == 4 || (s->n == 3 && (last != ':' || s->digits[2] == 3) && s->digits[2] > 0);
    if (s->n == 3 && last == '.' && s->sep[0] == '.' && s->digits[2] == 2) s->has_ms = false;
    size_t units = s->n - s->has_ms;
    if (units < 2) return false;
    for (size_t i = 0; i < s->n; i++) {
        bool first = i == 0, ms = s->has_ms && i == s->n - 1;
        if (!ms && s->digits[i] > (first ? MOST_DIGITS : 2)) return false;
        /* 1.000.000 is a number with thousands dots. */
        if (first && s->sep[0] != ':' && s->digits[0] > 3) return false;
    }
    return s->n > 2 || s->sep[0] == ':';
}

static int64_t thousandths(int64_t value, unsigned digits)
{
    unsigned kept = digits < MOST_DIGITS ? digits : MOST_DIGITS;
    for (; kept < 3; kept++) value *= 10;
    for (; kept > 3; kept--) value /= 10;
    return value;
}

static unsigned oddities_of(const stamp *s)
{
    size_t units = s->n - s->has_ms;
    unsigned odd = 0;
    for (size_t i = 0; i < units; i++) {
        if (s->digits[i] != 2 && !(i == 0 && units == 3 && s->digits[0] > 2)) odd |= LP_ODD_TIMESTAMP;
        if (i + 1 < units && s->sep[i] != ':') odd |= LP_ODD_TIMESTAMP;
    }
    if (s->has_ms && s->sep[s->n - 2] != ',') odd |= LP_ODD_TIMESTAMP;
    if (!s->has_ms) odd |= LP_ODD_NO_MS;
    else if (s->digits[s->n - 1] < 3) odd |= LP_ODD_SHORT_MS;
    else if (s->digits[s->n - 1] > 3) odd |= LP_ODD_LONG_MS;
    if (units == 2) odd |= LP_ODD_NO_HOURS;
    if (units == 3 && s->field[0] > 99) odd |= LP_ODD_MANY_HOURS;
    if (s->field[units - 1] > 59 || s->field[units - 2] > 59) odd |= LP_ODD_RANGE;
    if (s->negative) odd |= LP_ODD_NEGATIVE;
    return odd;
}

static bool take_stamp(cursor *c, stamp *s)
{
    cursor back = *c;
    *s = (stamp){.n = 0};
    skip_spaces(c);
    take_minus(c, s);
    if (take_number(c, &s->field[0], &s->digits[0])) {
        s->n = 1;
        while (s->n < 4 && take_next_field(c, s)) continue;
    }
    if (!has_shape(s)) {
        *c = back;
        return false;
    }
    size_t units = s->n - s->has_ms;
    int64_t hours = units == 3 ? s->field[0] : 0;
    s->ms = (hours * 60 + s->field[units - 2]) * 60 + s->field[units - 1];
    s->ms *= 1000;
    if (s->has_ms) s->ms += thousandths(s->field[s->n - 1], s->digits[s->n - 1]);
    if (s->ms > MOST_MS) {
        *c = back;
        return false;
    }
    if (s->negative) s->ms = -s->ms;
    c->odd |= oddities_of(s);
    return true;
}

/* ---- the arrow --------------------------------------------------------- */

typedef enum arrow { NO_ARROW, DASHES, COMMA, ARROW } arrow;

static bool is_dash(uint32_t c)
{
    return c == '-' || c == '=' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

static bool is_whole_arrow(uint32_t c)
{
    return c == 0x2192 || c == 0x21D2 || c == 0x27F6 || c == 0x2794 || c == 0x279C;
}

static bool take_word(cursor *c, const char *word)
{
    cursor back = *c;
    for (; *word; word++)
        if (take(c) != (unsigned char)*word) {
            *c = back;
            return false;
        }
    return true;
}

/* The head behind the dashes: '>' once or more, or as HTML escapes it. */
static size_t take_head(cursor *c)
{
    size_t n = 0;
    while (look(c) == '>' || look(c) == '&') {
        if (look(c) == '>') take(c);
        else if (!take_word(c, "&gt;")) break;
        else n++; /* never the plain head */
        n++;
    }
    return n;
}

/* Dashes with single spaces between; *plain_dashes when they are "--". */
static size_t take_dashes(cursor *c, bool *plain_dashes)
{
    size_t n = 0;
    *plain_dashes = true;
    while (is_dash(look(c))) {
        if (take(c) != '-') *plain_dashes = false;
        n++;
        cursor back = *c;
        if (skip_spaces(c) && (is_dash(look(c)) || look(c) == '>')) *plain_dashes = false;
        else *c = back;
    }
    if (n != 2) *plain_dashes = false;
    return n;
}

static arrow take_arrow(cursor *c)
{
    cursor back = *c;
    unsigned odd_before = c->odd;
    size_t tabs = 0;
    size_t before = take_spaces(c, &tabs);
    bool standard;
    arrow kind = NO_ARROW;
    size_t dashes = take_dashes(c, &standard);
    size_t heads = take_head(c);
    if (dashes || heads) {
        kind = heads ? ARROW : DASHES;
        if (heads != 1) standard = false;
    } else if (is_whole_arrow(look(c))) {
        take(c);
        standard = false;
        kind = ARROW;
    } else if (look(c) == ',' && !before) {
        take(c);
        return COMMA;
    }
    if (kind == NO_ARROW) {
        *c = back;
        return kind;
    }
    size_t after = take_spaces(c, &tabs);
    bool nbsp = (c->odd & ~odd_before & LP_ODD_TIMESTAMP) != 0;
    if (!standard || tabs || (!nbsp && (before != 1 || after != 1))) c->odd |= LP_ODD_ARROW;
    return kind;
}

/* ---- what stands behind the times -------------------------------------- */

static lp_sv word_at(lp_sv v)
{
    size_t n = 0;
    while (n < v.len && v.s[n] != ' ' && v.s[n] != '\t') n++;
    return lp_sv_make(v.s, n);
}

static bool is_coordinate(lp_sv w)
{
    if (w.len < 4 || (w.s[0] | 0x20) < 'x' || (w.s[0] | 0x20) > 'y') return false;
    if ((w.s[1] != '1' && w.s[1] != '2') || w.s[2] != ':') return false;
    size_t i = w.s[3] == '-' && w.len > 4 ? 4 : 3;
    for (; i < w.len; i++)
        if (!is_digit((unsigned char)w.s[i])) return false;
    return true;
}

static bool is_setting(lp_sv w)
{
    static const char *const keys[] = {"align:", "line:", "position:", "region:", "size:", "vertical:"};
    for (size_t i = 0; i < w.len; i++)
        if ((unsigned char)w.s[i] <= ' ' || (unsigned char)w.s[i] > '~') return false;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        size_t n = strlen(keys[i]);
        if (w.len > n && memcmp(w.s, keys[i], n) == 0) return true;
    }
    return false;
}

/* One stray character; but a letter of another script may be a word, and so
 * is "I". */
static bool is_junk(lp_sv rest)
{
    return rest.len == 1 && (unsigned char)rest.s[0] < 0x80 && rest.s[0] != 'I';
}

static void read_rest(cursor *c, lp_srt_times *t)
{
    lp_sv rest = {c->v.s + c->at, c->v.len - c->at};
    unsigned odd = lp_srt_bare_odd(rest);
    rest = lp_srt_bare(rest);
    const char *begin = rest.s, *end = rest.s;
    for (;;) {
        lp_sv w = word_at(rest);
        bool setting = is_setting(w);
        if (!w.len || (!setting && !is_coordinate(w))) break;
        if (setting) c->odd |= LP_ODD_SETTINGS;
        end = w.s + w.len;
        rest = lp_sv_make(end, rest.len - w.len);
        while (rest.len && (rest.s[0] == ' ' || rest.s[0] == '\t')) rest.s++, rest.len--;
    }
    t->settings = lp_sv_make(begin, (size_t)(end - begin));
    c->odd |= odd;
    if (is_junk(rest)) {
        t->junk = rest;
        c->odd |= LP_ODD_JUNK;
    } else if (rest.len) {
        t->text = rest;
        c->odd |= LP_ODD_TEXT;
    }
}

/* ---- the line ---------------------------------------------------------- */

/* The time must not go on in a way that says it was not read to its end:
 * 00:00:O4,000 with a letter for a digit. */
static bool ends_well(const cursor *c, const stamp *s)
{
    uint32_t next = look(c);
    bool whole_ms = s->has_ms && s->digits[s->n - 1] >= 3;
    if (next == ':' || is_digit(next)) return false;
    bool letter = (next | 0x20) >= 'a' && (next | 0x20) <= 'z';
    return whole_ms || !(letter || is_separator(next));
}

/* SBV: H:MM:SS.mmm,H:MM:SS.mmm and nothing else. */
static bool is_sbv(const cursor *c, const stamp *a, const stamp *b)
{
    return look(c) == 0 && a->n == 4 && b->n == 4 && a->sep[2] == '.' && b->sep[2] == '.';
}

static bool is_full(const stamp *s) { return s->n == 4; }

static bool both_readable(cursor *c, lp_srt_times *t)
{
    stamp a, b;
    if (!take_stamp(c, &a)) return false;
    arrow kind = take_arrow(c);
    if (kind == NO_ARROW || !take_stamp(c, &b) || !ends_well(c, &b)) return false;
    if (kind == COMMA && !is_sbv(c, &a, &b)) return false;
    if (kind == DASHES && !(is_full(&a) && is_full(&b))) return false;
    if (kind == ARROW && (c->odd & LP_ODD_ARROW) && a.n + b.n == 4) return false;
    if (kind == COMMA) c->odd |= LP_ODD_SBV;
    t->has_start = t->has_end = true;
    t->start = a.ms;
    t->end = b.ms;
    t->cut = b.n < a.n || (b.n == 4 && a.n == 4 && b.digits[3] < a.digits[3]);
    read_rest(c, t);
    t->odd |= c->odd;
    return true;
}

/* "12 " or "12) " before the times. */
static bool take_index(cursor *c, lp_sv *index)
{
    skip_spaces(c);
    size_t from = c->at;
    int64_t value;
    unsigned digits;
    if (!take_number(c, &value, &digits)) return false;
    *index = lp_sv_make(c->v.s + from, c->at - from);
    if (look(c) == '.' || look(c) == ')' || look(c) == ':') take(c);
    return skip_spaces(c) > 0;
}

/* Could this be meant as a time: digits and separators, a colon among them,
 * with a few wrong letters? */
static bool is_timelike(lp_sv w)
{
    size_t digits = 0, seps = 0, other = 0;
    if (!w.len || !memchr(w.s, ':', w.len)) return false;
    for (size_t i = 0; i < w.len; i++) {
        unsigned char b = (unsigned char)w.s[i];
        if (is_digit(b)) digits++;
        else if (is_separator(b)) seps++;
        else if (b != ' ' && b != '\t') other++;
    }
    return seps >= 2 && digits >= 2 && other <= 3;
}

/* Where an arrow with a head stands in the line, or its length. */
static size_t find_arrow(lp_sv v, size_t *end)
{
    for (size_t i = 0; i < v.len; i++) {
        unsigned char b = (unsigned char)v.s[i];
        if (b != '-' && b != 0xE2 && b != '=') continue;
        cursor c = {v, i, 0};
        if (lp_srt_invisible(v.s + i, v.len - i)) continue;
        arrow kind = take_arrow(&c);
        if (kind == ARROW) {
            *end = c.at;
            return i;
        }
        if (kind == DASHES) i = c.at - 1; /* no head here, nor from any later dash of the run */
    }
    return v.len;
}

/* The end of the line when the end time is not readable: a first word like a
 * time is that time, other words are text. */
static void read_bad_end(lp_sv rest, lp_srt_times *t)
{
    rest = lp_srt_bare(rest);
    lp_sv w = word_at(rest);
    if (is_timelike(w)) rest = lp_srt_bare(lp_sv_make(w.s + w.len, rest.len - w.len));
    t->text = rest;
    if (rest.len) t->odd |= LP_ODD_TEXT;
}

/* One time and nothing else. */
static bool lone_time(lp_sv line, lp_srt_times *t)
{
    cursor c = {line, 0, 0};
    stamp s;
    if (!take_stamp(&c, &s) || s.n < 3 || !s.has_ms) return false;
    if (lp_srt_bare(lp_sv_make(line.s + c.at, line.len - c.at)).len) return false;
    t->lone = true;
    t->has_start = true;
    t->start = s.ms;
    t->odd = c.odd | LP_ODD_BAD;
    return true;
}

/* The whole of v, or its beginning, as one full time. */
static bool read_side(lp_sv v, bool whole, int64_t *ms, cursor *c)
{
    stamp s;
    *c = (cursor){v, 0, 0};
    if (take_stamp(c, &s) && s.n >= 3 && ends_well(c, &s) && (!whole || c->at == v.len)) {
        *ms = s.ms;
        return true;
    }
    *c = (cursor){v, 0, 0};
    return false;
}

/* A time line of which one side or both cannot be read. */
static bool half_readable(lp_sv line, lp_srt_times *t)
{
    size_t behind = 0, at = find_arrow(line, &behind);
    if (at == line.len) return lone_time(line, t);
    lp_sv left = lp_srt_bare(lp_sv_make(line.s, at)), right = {line.s + behind, line.len - behind};
    cursor l, rc;
    t->has_start = read_side(left, true, &t->start, &l);
    if (!t->has_start && !is_timelike(left)) return false;
    t->has_end = read_side(right, false, &t->end, &rc);
    if (!t->has_start && !t->has_end && !is_timelike(word_at(lp_srt_bare(right)))) return false;
    if (t->has_end) read_rest(&rc, t);
    else read_bad_end(right, t);
    t->odd |= l.odd | rc.odd | LP_ODD_BAD;
    return true;
}

/* Most lines are text; they are told by a look at a few bytes. */
static bool may_be_times(lp_sv line)
{
    lp_sv bare = lp_srt_bare(line);
    if (!bare.len) return false;
    unsigned char b = (unsigned char)bare.s[0];
    if (is_digit(b) || b == '-' || b >= 0x80) return true;
    return memchr(bare.s, '>', bare.len) || memchr(bare.s, '\xE2', bare.len) || memchr(bare.s, '&', bare.len);
}

/* HH:MM:SS,mmm of the standard at s, in ms; -1 for any other form. */
static int64_t standard_stamp(const char *s)
{
    static const char form[] = "00:00:00,000";
    static const int32_t worth[] = {36000000, 3600000, 0, 600000, 60000, 0, 10000, 1000, 0, 100, 10, 1};
    int32_t ms = 0;
    for (size_t i = 0; i < sizeof form - 1; i++) {
        unsigned digit = (unsigned)(unsigned char)s[i] - '0';
        if (form[i] == '0' ? digit > 9 : s[i] != form[i]) return -1;
        ms += worth[i] * (int32_t)digit;
    }
    return s[3] > '5' || s[6] > '5' ? -1 : ms;
}

/* Nearly every time line is in the form of the standard and nothing else; it
 * needs none of the patience below. */
static bool read_standard(lp_sv line, lp_srt_times *t)
{
    enum { STAMP = 12, ARROW_LEN = 5 };
    if (line.len != 2 * STAMP + ARROW_LEN || memcmp(line.s + STAMP, " --> ", ARROW_LEN) != 0) return false;
    int64_t start = standard_stamp(line.s), end = standard_stamp(line.s + STAMP + ARROW_LEN);
    if (start < 0 || end < 0) return false;
    t->start = start;
    t->end = end;
    t->has_start = t->has_end = true;
    return true;
}

bool lp_srt_read_times(lp_sv line, lp_srt_times *t)
{
    if (!may_be_times(line)) return false;
    *t = (lp_srt_times){.index = LP_SV(""), .settings = LP_SV(""), .text = LP_SV(""), .junk = LP_SV("")};
    if (read_standard(line, t)) return true;
    cursor c = {line, 0, 0};
    if (both_readable(&c, t)) return true;
    c = (cursor){line, 0, 0};
    lp_sv index;
    if (take_index(&c, &index) && both_readable(&c, t)) {
        t->index = index;
        t->odd |= LP_ODD_TIMESTAMP;
        return true;
    }
    return half_readable(line, t);
}
