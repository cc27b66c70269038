/* judge/report.h -- scores for people and for programs.
 *
 * docs/formats/scores.md has the columns. All writers append to out; whether
 * memory held is asked with lp_str_check afterwards. Any thread.
 */
#ifndef LP_REPORT_H
#define LP_REPORT_H

#include "judge/score.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Raised when a key or column changes its meaning or goes; new ones may come
 * without. */
#define LP_SCORE_SCHEMA "shodhana-score/1"

typedef struct lp_score_row {
    lp_sv name;
    lp_score score;
} lp_score_row;

typedef struct lp_score_report {
    const lp_score_row *rows; /* one a file; may be none */
    size_t n_rows;
    lp_score total; /* of all files, whether they have a row or not */
    size_t failed;  /* files that could not be scored */
    unsigned norm;  /* LP_NORM_... */
    lp_sv lexicon;  /* version of the lexicon that knew terms; empty: by letters only */
} lp_score_report;

/* Aligned columns for a terminal, rates in percent; then how it was counted. A
 * total is left out when it would repeat the only row. */
void lp_report_table(const lp_score_report *r, lp_str *out);

/* A line of column names, a line a row, a line TOTAL; rates are shares of 1
 * with six digits, NA when undefined. Tabs and line breaks in names become
 * spaces. */
void lp_report_tsv(const lp_score_report *r, lp_str *out);

/* One object; rates are shares of 1, null when undefined. */
void lp_report_json(const lp_score_report *r, lp_str *out);

#ifdef __cplusplus
}
#endif
#endif
