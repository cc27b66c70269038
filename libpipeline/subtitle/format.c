#include "subtitle/format.h"

#include "subtitle/cuestream.h"
#include "subtitle/srt.h"

static const char *const names[LP_N_FORMATS] = {
#define LP_AS_NAME(name, text) [name] = text,
    LP_FORMATS(LP_AS_NAME)
#undef LP_AS_NAME
};

const char *lp_format_name(lp_format f)
{
    return (unsigned)f < LP_N_FORMATS ? names[f] : "?";
}

lp_format lp_format_of(const char *name)
{
    unsigned f = 0;
    while (f < LP_N_FORMATS && strcmp(name, names[f]) != 0) f++;
    return (lp_format)f;
}

static lp_sv skip_spaces(lp_sv v)
{
    while (v.len && (v.s[0] == ' ' || (v.s[0] >= '\t' && v.s[0] <= '\r'))) v.s++, v.len--;
    return v;
}

lp_format lp_format_guess(lp_sv data)
{
    data = lp_sv_without_bom(data);
    data = skip_spaces(data);
    if (!data.len || data.s[0] != '{') return LP_FORMAT_SRT;
    /* "{\an8}" and "{12}{34}" begin subtitles, too. */
    data = skip_spaces(lp_sv_make(data.s + 1, data.len - 1));
    return data.len && (data.s[0] == '"' || data.s[0] == '}') ? LP_FORMAT_JSONL : LP_FORMAT_SRT;
}

int lp_format_read(lp_sv data, lp_transcript *t, lp_err *err)
{
    return lp_format_guess(data) == LP_FORMAT_JSONL ? lp_cuestream_read(data, t, err) : lp_srt_read(data, t, err);
}

static void write_txt(const lp_transcript *t, lp_str *out)
{
    for (size_t i = 0; i < t->n_cues; i++) {
        lp_sv text = t->cues[i].text;
        size_t at = 0;
        while (at < text.len) {
            size_t end = at;
            while (end < text.len && text.s[end] != '\n' && text.s[end] != '\r') end++;
            lp_str_add(out, text.s + at, end - at);
            while (end < text.len && (text.s[end] == '\n' || text.s[end] == '\r')) end++;
            at = end;
            if (at < text.len) lp_str_addc(out, ' ');
        }
        lp_str_addc(out, '\n');
    }
}

void lp_format_write(const lp_transcript *t, lp_format f, lp_str *out)
{
    if (f == LP_FORMAT_JSONL) lp_cuestream_write(t, out);
    else if (f == LP_FORMAT_TXT) write_txt(t, out);
    else lp_srt_write(t, true, out);
}
