/* subtitle/srt.h -- SubRip (SRT) in and out.
 *
 * Reading is tolerant: what can be understood is read, every deviation becomes
 * a diagnostic of the transcript (names as in docs/formats/srt.md), and no word
 * of the text is lost. Reading fails only for what is no subtitle file.
 */
#ifndef LP_SRT_H
#define LP_SRT_H

#include "subtitle/cue.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Read a whole file held in data into *t (which must be empty). Text is
 * copied; data may be freed afterwards. UTF-8 with or without BOM; CRLF, LF
 * or CR; malformed UTF-8 becomes U+FFFD and is reported.
 * Returns LP_OK; LP_EFORMAT when there is text but no time line (diagnostic
 * no-cues; msg says what it looks like: binary, XML, JSON, plain text);
 * LP_ENOMEM. An empty file is LP_OK with no cues and diagnostic empty-file.
 */
LP_MUST_CHECK int lp_srt_read(lp_sv data, lp_transcript *t, lp_err *err);

/*
 * Append the transcript as SRT. Cues keep their numbers when `keep_numbers`,
 * else they are numbered from 1. BOM and CRLF as the transcript says, so a
 * clean file comes out byte for byte as it went in.
 */
void lp_srt_write(const lp_transcript *t, bool keep_numbers, lp_str *out);

/* Append "HH:MM:SS,mmm" (sign and more hour digits when needed). */
void lp_srt_time(int64_t ms, lp_str *out);

#ifdef __cplusplus
}
#endif
#endif
