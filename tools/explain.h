/* tools/explain.h -- changes shown to people. */
#ifndef EXPLAIN_H
#define EXPLAIN_H

#include "subtitle/cue.h"

/* A table: cue, time, what was heard, what it is, layer, confidence, reason;
 * below it what else it might have been; flagged places behind the changes. */
LP_MUST_CHECK int explain_edits(const lp_transcript *t, lp_str *out, lp_err *err);

/* Every changed cue before and after, changes marked: in colour, or with
 * [-before-]{+after+} as `wdiff` does. */
LP_MUST_CHECK int explain_diff(const lp_transcript *t, bool colour, lp_str *out, lp_err *err);

/* Is standard output a terminal that wants colour (NO_COLOR unset)? */
bool explain_colour(void);

#endif
