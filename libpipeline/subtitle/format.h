/* subtitle/format.h -- which subtitle format is this, and one door to all.
 */
#ifndef LP_FORMAT_H
#define LP_FORMAT_H

#include "subtitle/cue.h"

#ifdef __cplusplus
extern "C" {
#endif

#define LP_FORMATS(X)           \
    X(LP_FORMAT_SRT, "srt")     \
    X(LP_FORMAT_JSONL, "jsonl") \
    X(LP_FORMAT_TXT, "txt")

#define LP_AS_FORMAT(name, text) name,
typedef enum lp_format { LP_FORMATS(LP_AS_FORMAT) LP_N_FORMATS } lp_format;
#undef LP_AS_FORMAT

/* "srt", "jsonl", "txt". */
const char *lp_format_name(lp_format f);
/* The format of that name, or LP_N_FORMATS. */
lp_format lp_format_of(const char *name);

/* What data is, from its first bytes: a cue stream when a JSON object begins
 * it ('{' and then '"' or '}', spaces aside), otherwise SRT. Never LP_FORMAT_TXT. */
lp_format lp_format_guess(lp_sv data);

/* Read data as lp_format_guess finds it. */
LP_MUST_CHECK int lp_format_read(lp_sv data, lp_transcript *t, lp_err *err);

/* Append the transcript in format f. SRT keeps the cues' numbers; txt is the
 * text of one cue a line, line breaks inside a cue as one space. */
void lp_format_write(const lp_transcript *t, lp_format f, lp_str *out);

#ifdef __cplusplus
}
#endif
#endif
