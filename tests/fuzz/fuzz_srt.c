/* Any bytes at all into the SRT reader. What it reads must come back from SRT
 * and from the cue stream, and no letter of the text may be lost. */
#include <stdint.h>

#include "base/utf8.h"
#include "laws.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool is_strict_time(lp_sv line)
{
    static const char shape[] = "dd:dd:dd,ddd --> dd:dd:dd,ddd";
    if (line.len != sizeof shape - 1) return false;
    for (size_t i = 0; i < line.len; i++) {
        bool digit = line.s[i] >= '0' && line.s[i] <= '9';
        if (shape[i] == 'd' ? !digit : line.s[i] != shape[i]) return false;
    }
    return true;
}

static bool is_letters(lp_sv line)
{
    for (size_t i = 0; i < line.len; i++)
        if ((line.s[i] | 0x20) < 'a' || (line.s[i] | 0x20) > 'z') return false;
    return line.len > 0;
}

/* Files whose lines anybody can tell: LF, no NULs, no other format. */
static bool is_simple(lp_sv data)
{
    return !memchr(data.s, '\r', data.len) && !memchr(data.s, '\0', data.len) &&
           lp_utf8_check(data.s, data.len) == data.len;
}

static lp_sv next_line(lp_sv *rest)
{
    const char *lf = memchr(rest->s, '\n', rest->len);
    lp_sv line = {rest->s, lf ? (size_t)(lf - rest->s) : rest->len};
    size_t taken = line.len + (lf != NULL);
    *rest = lp_sv_make(rest->s + taken, rest->len - taken);
    return line;
}

static const char *find(lp_sv in, lp_sv what)
{
    for (size_t i = 0; i + what.len <= in.len; i++)
        if (memcmp(in.s + i, what.s, what.len) == 0) return in.s + i;
    return NULL;
}

/* Lines of letters behind the first time line are in the texts, in order. */
static void law_no_letter_lost(lp_sv data, const lp_transcript *t)
{
    if (!data.len || !is_simple(data) || find(data, LP_SV("WEBVTT"))) return;
    lp_str all = LP_STR_INIT;
    for (size_t i = 0; i < t->n_cues; i++) {
        lp_str_addv(&all, t->cues[i].text);
        lp_str_addc(&all, '\n');
    }
    lp_sv texts = lp_str_view(&all);
    bool begun = false;
    while (data.len) {
        lp_sv line = next_line(&data);
        begun = begun || is_strict_time(line);
        if (!begun || !is_letters(line)) continue;
        const char *at = find(texts, line);
        LAW("no letter is lost", at != NULL);
        size_t skip = (size_t)(at - texts.s) + line.len;
        texts = lp_sv_make(texts.s + skip, texts.len - skip);
    }
    lp_str_free(&all);
}

/* SRT has no escape: words behind the times become a line of text, and may be
 * a time line then. */
static bool may_be_ambiguous(const lp_transcript *t)
{
    for (size_t i = 0; i < t->n_diags; i++)
        if (strcmp(t->diags[i].name, "text-on-timestamp-line") == 0) return true;
    return false;
}

static void law_srt_holds_all(const lp_transcript *t)
{
    if (may_be_ambiguous(t)) return;
    lp_transcript again = LP_TRANSCRIPT_INIT;
    lp_str once = LP_STR_INIT, twice = LP_STR_INIT;
    lp_srt_write(t, true, &once);
    lp_err err;
    LAW("an SRT that was written can be read", lp_srt_read(lp_str_view(&once), &again, &err) == LP_OK);
    laws_same_cues(t, &again);
    lp_srt_write(&again, true, &twice);
    LAW("written twice is written once", lp_sv_eq(lp_str_view(&once), lp_str_view(&twice)));
    lp_str_free(&once);
    lp_str_free(&twice);
    lp_transcript_free(&again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    lp_transcript t = LP_TRANSCRIPT_INIT;
    lp_err err = {0};
    lp_sv in = lp_sv_make(size ? (const char *)data : "", size);
    int code = lp_srt_read(in, &t, &err);
    if (code == LP_OK) {
        for (size_t i = 0; i < t.n_cues; i++)
            LAW("texts are UTF-8", lp_utf8_check(t.cues[i].text.s, t.cues[i].text.len) == t.cues[i].text.len);
        laws_stream_holds_all(&t);
        law_srt_holds_all(&t);
        law_no_letter_lost(in, &t);
    } else {
        LAW("a refusal says why", code == LP_EFORMAT && err.code == code && err.msg[0]);
    }
    lp_transcript_free(&t);
    return 0;
}
