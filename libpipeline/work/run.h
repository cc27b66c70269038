/* work/run.h -- all stages over a folder tree, in one process.
 *
 * Every *.srt below IN is read, normalised, corrected and written to the same
 * relative path below OUT, whole or not at all. A file that cannot be done is
 * reported and never stops the others. The bytes written do not depend on the
 * number of workers and are those of the chained filters
 * `srt-parse | sanskrit-normalize | correct`.
 */
#ifndef LP_RUN_H
#define LP_RUN_H

#include "language/normalize.h"
#include "subtitle/format.h"
#include "work/config.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct lp_run_progress {
    size_t files, files_done;
    uint64_t bytes, bytes_done; /* of the input files */
    size_t words_done;
    double seconds;             /* since the start */
} lp_run_progress;

/* What became of one file. */
typedef struct lp_run_file {
    const char *name;      /* relative to IN */
    const lp_err *err;     /* NULL: done */
    const lp_transcript *t; /* with its diagnostics; NULL when err */
    const lp_tally *tally; /* NULL when err */
} lp_run_file;

typedef struct lp_run_options {
    const char *in, *out;
    lp_config config;
    lp_format format;      /* of the output; LP_N_FORMATS: SRT */
    /* Called by the workers one at a time, in no set order; may be NULL. */
    void (*on_file)(void *arg, const lp_run_file *f);
    void (*on_progress)(void *arg, const lp_run_progress *p);
    void *arg;
} lp_run_options;

typedef struct lp_run_result {
    size_t files, failed, warned, flagged; /* flagged: files with flags */
    bool io_failed;    /* some failure was one of I/O or memory, not of input */
    uint64_t bytes;
    size_t jobs;
    lp_tally tally;
    double seconds;
} lp_run_result;

/*
 * Run. LP_OK also when single files failed (result->failed says so);
 * LP_EIO when IN cannot be listed or OUT cannot be made, LP_EVALUE when OUT is
 * IN or lies inside it (or the other way round), LP_EEMPTY when there is no
 * *.srt below IN, LP_ENOMEM. res may be NULL in emergency mode only.
 */
LP_MUST_CHECK int lp_run(const lp_resource *res, const lp_run_options *o, lp_run_result *result, lp_err *err);

#ifdef __cplusplus
}
#endif
#endif
