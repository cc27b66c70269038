/* Writing SRT; reading is in srt_read.c. */
#include "subtitle/srt.h"

#include <stdint.h>

/* Room for the longest number or time: digits of 64 bits and signs. */
enum { MOST_CHARS = 32 };

/* The digits of v, at least so many, ending before `end`; where they begin.
 * By hand, because two times a cue through printf were a seventh of a run. */
static char *put_digits(char *end, uint64_t v, int least)
{
    for (; v || least > 0; v /= 10, least--) *--end = (char)('0' + v % 10);
    return end;
}

static char *put_time(char *end, int64_t ms)
{
    uint64_t v = ms < 0 ? (uint64_t)0 - (uint64_t)ms : (uint64_t)ms;
    end = put_digits(end, v % 1000, 3);
    *--end = ',';
    end = put_digits(end, v / 1000 % 60, 2);
    *--end = ':';
    end = put_digits(end, v / 60000 % 60, 2);
    *--end = ':';
    end = put_digits(end, v / 3600000, 2);
    if (ms < 0) *--end = '-';
    return end;
}

void lp_srt_time(int64_t ms, lp_str *out)
{
    char buf[MOST_CHARS], *const end = buf + sizeof buf, *s = put_time(end, ms);
    lp_str_add(out, s, (size_t)(end - s));
}

static void add_lines(lp_sv text, const char *nl, lp_str *out)
{
    size_t i = 0;
    while (i < text.len) {
        const char *lf = memchr(text.s + i, '\n', text.len - i);
        size_t end = lf ? (size_t)(lf - text.s) : text.len;
        lp_str_add(out, text.s + i, end - i);
        if (lf) lp_str_adds(out, nl);
        i = end + (lf != NULL);
    }
}

static void add_cue(const lp_cue *c, size_t number, const char *nl, lp_str *out)
{
    static const char arrow[] = " --> ";
    /* Number, line end and times, written from behind. */
    char head[4 * MOST_CHARS], *const end = head + sizeof head, *s = put_time(end, c->end);
    s -= sizeof arrow - 1;
    memcpy(s, arrow, sizeof arrow - 1);
    s = put_time(s, c->start);
    for (size_t n = strlen(nl); n > 0; n--) *--s = nl[n - 1];
    s = put_digits(s, number, 1);
    lp_str_add(out, s, (size_t)(end - s));
    if (c->settings.len) {
        lp_str_addc(out, ' ');
        lp_str_addv(out, c->settings);
    }
    if (c->text.len) lp_str_adds(out, nl);
    add_lines(c->text, nl, out);
}

void lp_srt_write(const lp_transcript *t, bool keep_numbers, lp_str *out)
{
    const char *nl = t->crlf ? "\r\n" : "\n";
    if (t->bom) lp_str_adds(out, "\xEF\xBB\xBF");
    for (size_t i = 0; i < t->n_cues; i++) {
        const lp_cue *c = &t->cues[i];
        add_cue(c, keep_numbers ? c->number : i + 1, nl, out);
        int ends = i + 1 < t->n_cues ? 2 : t->tail + 1;
        for (int k = 0; k < ends; k++) lp_str_adds(out, nl);
    }
}
