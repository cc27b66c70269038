/* tools/sanskrit_text.h -- sanskrit-normalize --text and --metre: plain text
 * instead of cues. */
#ifndef SANSKRIT_TEXT_H
#define SANSKRIT_TEXT_H

#include "language/normalize.h"
#include "tool.h"

/* in, out: NULL or "-" for the standard ones; another out is written whole or
 * not at all. Returns the exit code. */
int sanskrit_text(const char *tool, const lp_normalize_options *o, bool lossy, const char *in, const char *out);

/* --metre: one line a verse, "LINE: METRE". */
int sanskrit_metre(const char *tool, const lp_normalize_options *o, const char *in);

#endif
