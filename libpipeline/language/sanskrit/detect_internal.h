/* detect_internal.h -- the parts of scheme detection: letter models, spellings
 * of all schemes, the words of a line.
 */
#ifndef LP_DETECT_INTERNAL_H
#define LP_DETECT_INTERNAL_H

#include <stdint.h>

#include "language/sanskrit/detect.h"

/* ---- models (detect_models.c): -16 ln p of a letter behind another ---- */

#define LP_DM_SOUNDS "aAiIuUfFxXeEoOMH~kKgGNcCjJYwWqQRtTdDnpPbBmyrlvSzshL'"
#define LP_DM_N_SOUNDS 53 /* and the end of a word, last */
#define LP_DM_N_LETTERS 28 /* a to z, apostrophe, the end of a word */
#define LP_DM_UNIT 16.0

extern const uint8_t lp_sanskrit_model[LP_DM_N_SOUNDS][LP_DM_N_SOUNDS];
extern const uint8_t lp_popular_model[LP_DM_N_LETTERS][LP_DM_N_LETTERS];
extern const uint8_t lp_english_model[LP_DM_N_LETTERS][LP_DM_N_LETTERS];

/* ---- spellings of one scheme ---- */

typedef struct lp_dt_entry {
    char s[8];
    uint8_t len;
    uint8_t n;        /* sounds */
    uint8_t sound[2]; /* places in LP_DM_SOUNDS */
    uint8_t extra;    /* cost besides: a spelling read but not usual */
    uint8_t next;     /* place + 1 of the next entry of the bucket */
} lp_dt_entry;

enum { LP_DT_MOST = 120, LP_DT_LONGEST_WORD = 96 };

typedef struct lp_dt_spellings {
    bool cased;
    uint8_t n;
    uint8_t bucket[256]; /* by the first byte; longer ones first */
    lp_dt_entry entries[LP_DT_MOST];
} lp_dt_spellings;

/* Ask the transliterator how the scheme writes each sound. LP_ENOMEM. */
int lp_dt_learn(lp_dt_spellings *t, lp_scheme scheme, lp_err *err);

#define LP_DT_NEVER 1e9 /* cost of what cannot be */

/* Cost (-ln p) of the word as Sanskrit in these spellings, and a hash of the
 * sounds read; LP_DT_NEVER when it cannot be read. */
double lp_dt_read(const lp_dt_spellings *t, lp_sv word, uint64_t *reading);

/* What a dictionary says of a word. */
enum lp_dt_listed { LP_DT_NO_LIST, LP_DT_UNLISTED, LP_DT_LISTED, LP_DT_LITTLE };

/* Cost of the word as English, and as Sanskrit in popular spelling. */
double lp_dt_english(lp_sv word, enum lp_dt_listed listed);
double lp_dt_popular(lp_sv word);

/* ---- words ---- */

enum lp_dt_kind {
    LP_DT_END,
    LP_DT_LATIN,      /* may be in any Latin scheme */
    LP_DT_DEVANAGARI,
    LP_DT_FOREIGN     /* tag, address, number with letters, another script */
};

/* The next word with letters from *at on, its stretch into *at_word, *len. */
enum lp_dt_kind lp_dt_next_word(lp_sv line, size_t *at, size_t *at_word, size_t *len);

#endif
