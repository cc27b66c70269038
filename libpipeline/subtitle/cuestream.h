/* subtitle/cuestream.h -- the cue stream: JSON Lines, one cue a line.
 *
 *   {"cue":12,"start":47040,"end":55615,"text":"…","edits":[…],"flags":[…]}
 *
 * Times in ms; `edits`, `flags` and `settings` are left out when empty. A first
 * line {"shodhana":1,"bom":true,"crlf":true,"tail":1} carries what the SRT writer
 * needs to give the source form back; it is left out when there is nothing to
 * say. Unknown keys are ignored, unknown first-line versions refused. The whole
 * format: docs/formats/cuestream.md.
 */
#ifndef LP_CUESTREAM_H
#define LP_CUESTREAM_H

#include "subtitle/cue.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Read a whole stream into *t (which must be empty). The error of a bad line
 * has its line number. Edits are checked against the text (LP_EMISMATCH).
 * An empty stream is LP_OK with no cues and diagnostic empty-file. */
LP_MUST_CHECK int lp_cuestream_read(lp_sv data, lp_transcript *t, lp_err *err);

/* Append the transcript as a cue stream. */
void lp_cuestream_write(const lp_transcript *t, lp_str *out);

#ifdef __cplusplus
}
#endif
#endif
