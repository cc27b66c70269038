/* work/export.h -- the lexicon for the recogniser's next run: a prompt, hot
 * words or a table, by how often terms are said.
 */
#ifndef LP_EXPORT_H
#define LP_EXPORT_H

#include "correct/correct.h"

#ifdef __cplusplus
extern "C" {
#endif

/* --- how often terms are said -------------------------------------------- */

/* Of the transcripts of a series, by term. One thread. */
typedef struct lp_usage {
    const lp_resource *res;
    uint32_t *count;  /* times the corrected text has the term */
    uint8_t *named;   /* the series' own name has it */
    size_t transcripts, words;
} lp_usage;

LP_MUST_CHECK int lp_usage_new(const lp_resource *res, lp_usage *u, lp_err *err);
void lp_usage_free(lp_usage *u);

/* Note the terms of the series' name ("Māṇḍūkya Upaniṣad, autumn"). */
LP_MUST_CHECK int lp_usage_name(lp_usage *u, lp_sv name, lp_err *err);

/* Normalise and correct the transcript in place, and count its terms, the
 * longest first: of Māṇḍūkya Upaniṣad neither part is counted again. */
LP_MUST_CHECK int lp_usage_add(lp_usage *u, const lp_correct_options *o, lp_worker *w, lp_transcript *t, lp_err *err);

/* --- writing -------------------------------------------------------------- */

typedef enum lp_export_form { LP_EXPORT_PROMPT, LP_EXPORT_HOTWORDS, LP_EXPORT_TSV, LP_N_EXPORTS } lp_export_form;

/* Whisper keeps so many tokens of a prompt, the last ones. */
enum { LP_PROMPT_TOKENS = 224 };

typedef struct lp_export_options {
    lp_export_form form;
    const lp_spelling *spelling; /* NULL: IAST */
    size_t most;                 /* terms; 0: all there are (and fit) */
} lp_export_options;

typedef struct lp_export_result {
    size_t terms;  /* written */
    size_t tokens; /* of a prompt, estimated */
} lp_export_result;

/*
 * Append to *out: terms named first, then by count, those of a lexicon laid over
 * before others, by frequency, by the alphabet (in a prompt: by chance that is
 * always the same). When transcripts were counted, only terms that occur or are named.
 * A prompt is one line of terms, as many as fit into LP_PROMPT_TOKENS; hot words
 * are one a line; both leave out verses and say what is spelled alike once. TSV
 * has a head: term, kind, gloss, frequency, count. LP_ENOMEM, LP_EUTF8.
 */
LP_MUST_CHECK int lp_export(const lp_usage *u, const lp_export_options *o, lp_str *out, lp_export_result *result,
                            lp_err *err);

/* So many tokens of Whisper's the text is reckoned at: a token for two ASCII
 * letters, for every other character one a byte. A reckoning on the high side, not
 * compared with Whisper's own tokenizer, which is no part of the tree. */
size_t lp_prompt_tokens(lp_sv text);

#ifdef __cplusplus
}
#endif
#endif
