/* work/config.h -- the settings of a batch run, from YAML.
 *
 * One table (config.c) lists every key with its type, limits and place; the
 * file config/production.yaml documents them for people. Unknown keys, wrong
 * types and values out of range are errors with file and line, because a
 * batch of thousands must not run with a setting nobody meant.
 */
#ifndef LP_CONFIG_H
#define LP_CONFIG_H

#include "correct/correct.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The name of a file; empty: none. */
typedef struct lp_config_path {
    char s[1024];
} lp_config_path;

enum { LP_CONFIG_LEXICONS = 8 };

typedef struct lp_config {
    lp_correct_options correct; /* mode, apply_at, flag_at, odds, numbers */
    lp_scheme style;            /* how terms are spelled */
    size_t jobs;                /* workers; 0: one a processor */
    size_t largest_file;        /* bytes; a larger input is set aside */
    /* Files for the tool to open; a name in the settings that does not begin
     * with a slash is one beside the settings. */
    lp_config_path rules, protect, spellings;
    lp_config_path lexicons[LP_CONFIG_LEXICONS];
    size_t n_lexicons;
} lp_config;

lp_config lp_config_defaults(void);

/* Lay the settings of a file over *c. LP_EFORMAT, LP_EVALUE, LP_EIO; on
 * failure *c may be partly changed. */
LP_MUST_CHECK int lp_config_load(const char *path, lp_config *c, lp_err *err);

#ifdef __cplusplus
}
#endif
#endif
