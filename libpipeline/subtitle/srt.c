/* Writing SRT; reading is in srt_read.c. */
#include "subtitle/srt.h"

#include <inttypes.h>

void lp_srt_time(int64_t ms, lp_str *out)
{
    uint64_t v = ms < 0 ? (uint64_t)0 - (uint64_t)ms : (uint64_t)ms;
    lp_str_addf(out, "%s%02" PRIu64 ":%02" PRIu64 ":%02" PRIu64 ",%03" PRIu64, ms < 0 ? "-" : "", v / 3600000,
                v / 60000 % 60, v / 1000 % 60, v % 1000);
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
    lp_str_addf(out, "%zu%s", number, nl);
    lp_srt_time(c->start, out);
    lp_str_adds(out, " --> ");
    lp_srt_time(c->end, out);
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
