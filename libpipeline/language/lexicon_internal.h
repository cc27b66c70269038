/* Between lexicon.c (YAML) and the readers of other forms. */
#ifndef LP_LEXICON_INTERNAL_H
#define LP_LEXICON_INTERNAL_H

#include "language/lexicon.h"

/* The values of fields that a file leaves out. */
lp_entry lp_lexicon_default_entry(lp_sv file);

/* A copy in normal form C without blanks at its ends. LP_EUTF8, LP_ENOMEM. */
LP_MUST_CHECK int lp_lexicon_keep(lp_lexicon *lex, lp_str *scratch, lp_sv text, lp_sv *to, lp_err *err);

/* Append an entry. LP_ENOMEM. */
LP_MUST_CHECK int lp_lexicon_add(lp_lexicon *lex, const lp_entry *e, lp_err *err);

LP_MUST_CHECK int lp_lexicon_add_text(lp_lexicon *lex, lp_sv **list, size_t *n, lp_sv text, lp_err *err);

bool lp_frequency_of(lp_sv name, lp_frequency *to);

typedef enum lp_lexicon_form {
    LP_LEXICON_YAML,
    LP_LEXICON_TABLE,   /* columns parted by tabs */
    LP_LEXICON_LIST,    /* a term a line */
    LP_LEXICON_RECORDS, /* a Cologne dictionary: <L>...<k1>... or XML */
    LP_LEXICON_HEADWORDS /* words with the Cologne dictionaries that have them */
} lp_lexicon_form;

/* What a file is, by its name and its first lines. */
lp_lexicon_form lp_lexicon_form_of(const char *path, lp_sv text);

/* The readers of the forms but YAML. Errors name the line. */
LP_MUST_CHECK int lp_lexicon_read_lines(lp_lexicon *lex, lp_lexicon_form form, lp_sv file, lp_sv text, lp_err *err);
LP_MUST_CHECK int lp_lexicon_read_records(lp_lexicon *lex, lp_sv file, lp_sv text, lp_err *err);

/* Why a text in letters of IAST is no Sanskrit, or NULL. *certain: no language
 * of India writes so; otherwise a name may. */
const char *lp_iast_impossible(lp_sv term, bool *certain);

#endif
