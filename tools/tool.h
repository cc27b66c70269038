/* tools/tool.h -- what every tool of the toolchain does the same way: exit
 * codes, error lines, options with values, reading input, closing output.
 * The library returns; the tool talks.
 */
#ifndef TOOL_H
#define TOOL_H

#include <stdbool.h>
#include <stdio.h>

#include "base/err.h"
#include "base/str.h"
#include "subtitle/cue.h"
#include "subtitle/format.h"

/* Exit codes of all tools (docs/design in one line: 0 done, 1 findings, 2 usage,
 * 3 bad input, 4 I/O or resource). */
enum tool_exit {
    TOOL_DONE = 0,
    TOOL_FINDINGS = 1,
    TOOL_USAGE = 2,
    TOOL_BAD_INPUT = 3,
    TOOL_FAILED = 4
};

/* The exit code that an error of the library calls for. */
enum tool_exit tool_exit_of(const lp_err *err);

/* One line on standard error: "TOOL: FILE:LINE: cue N: what". Returns
 * tool_exit_of(err). */
enum tool_exit tool_report(const char *tool, const lp_err *err);

/* One line on standard error for a usage mistake, with a pointer to --help;
 * returns TOOL_USAGE. */
enum tool_exit tool_usage(const char *tool, const char *fmt, ...) LP_PRINTF(2, 3);

/* What getopt_long gave as ? or : (the short options begin with a colon and
 * opterr is 0), as a usage mistake that names the option. */
enum tool_exit tool_bad_option(const char *tool, int c, char *const argv[]);

/* The last act of every tool: flush and close standard output and look. A
 * write that failed (full disk) makes the exit code TOOL_FAILED with one line;
 * a closed pipe (EPIPE) ends silently as SIGPIPE would, with TOOL_FAILED. */
int tool_finish(const char *tool, enum tool_exit status);

/* Called first in main: C locale kept, SIGPIPE ignored so that EPIPE is seen
 * (and SIGXFSZ for EFBIG), * standard descriptors 0-2 opened when a caller closed them. */
void tool_start(void);

/* Write to standard output; false once writing has failed. */
bool tool_put(lp_sv text);

/* Print "TOOL (Shodhana) VERSION" and the licence line to standard output. */
void tool_version(const char *tool);

/* Read a transcript from path ("-" or NULL: standard input), any format we
 * know. On failure the error names the file. */
LP_MUST_CHECK int tool_read_transcript(const char *path, lp_transcript *t, lp_format *found,
                                       lp_err *err);

/* Print the transcript's diagnostics on standard error, one a line:
 * "TOOL: FILE:LINE: cue N: warning: name: detail". Returns how many. */
size_t tool_warn(const char *tool, const char *file, const lp_transcript *t);

/* Write text to path (NULL or "-": standard output; a device or a pipe as it
 * is; any other file whole or not at all). */
LP_MUST_CHECK int tool_write_text(const char *path, lp_sv text, lp_err *err);

/* Write the transcript to path (NULL or "-": standard output; otherwise whole
 * or not at all). */
LP_MUST_CHECK int tool_write_transcript(const char *path, const lp_transcript *t, lp_format f,
                                        lp_err *err);

#endif
