/* judge/vocab.h -- words as numbers, under a named normalisation.
 *
 * A text is brought to NFC, split into words, and every word becomes a token:
 * a number that stands for the word as written. For each token the vocabulary
 * knows, worked out once however often the word comes:
 *   - the word as it is compared (normalised), as a number: equal words, equal
 *     numbers;
 *   - the word folded (judge/fold.h), as a number;
 *   - whether it is a term.
 *
 * Normalisation is always NFC, and what is asked for beside it:
 *   case   lower case by Unicode's root locale
 *   punct  hyphens and dashes (U+002D, U+2010 to U+2015) part words like a
 *          space; U+2019 and U+02BC are an apostrophe; then everything that is
 *          no letter, mark or digit goes from both ends of a word, but an
 *          apostrophe at its beginning (avagraha) stays; a word of which
 *          nothing is left is no word
 * Without punct, words are what stands between white space.
 *
 * Thread rule: one vocabulary, one thread. It grows with the distinct words.
 */
#ifndef LP_VOCAB_H
#define LP_VOCAB_H

#include <stdint.h>

#include "base/str.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { LP_NORM_NONE = 0, LP_NORM_CASE = 1, LP_NORM_PUNCT = 2 };
enum { LP_NORM_DEFAULT = LP_NORM_CASE | LP_NORM_PUNCT };

/* Read a list like "case,punct" or "none" (which stands alone). LP_EVALUE
 * names the word it does not know. */
LP_MUST_CHECK int lp_norm_parse(lp_sv list, unsigned *norm, lp_err *err);

/* Append the list that lp_norm_parse reads back. */
void lp_norm_write(unsigned norm, lp_str *out);

/* Is this word a term? word is NFC, lower case and without punctuation at its
 * ends, whatever the normalisation. */
typedef bool lp_term_test(void *arg, lp_sv word);

/* A lp_term_test (arg is not used) that needs no lexicon: the word has a letter
 * of IAST beyond ASCII: ā ī ū ṛ ṝ ḷ ḹ ṅ ñ ṭ ḍ ṇ ś ṣ ḥ ṃ (or ṁ). */
bool lp_term_by_letters(void *arg, lp_sv word);

typedef struct lp_vocab lp_vocab;

/* is_term NULL: lp_term_by_letters. NULL when memory is out. */
lp_vocab *lp_vocab_new(unsigned norm, lp_term_test *is_term, void *arg);
void lp_vocab_free(lp_vocab *v); /* accepts NULL */

/* Growing list of tokens, one text's; end with lp_ids_free. */
typedef struct lp_ids {
    uint32_t *v;
    size_t n, cap;
} lp_ids;

#define LP_IDS_INIT \
    {               \
        NULL, 0, 0  \
    }

LP_MUST_CHECK int lp_ids_add(lp_ids *ids, uint32_t id, lp_err *err);
void lp_ids_free(lp_ids *ids);

/* Append the tokens of text to *out. LP_EUTF8, LP_ENOMEM. */
LP_MUST_CHECK int lp_vocab_read(lp_vocab *v, lp_sv text, lp_ids *out, lp_err *err);

/* Of a token that lp_vocab_read gave: */
uint32_t lp_vocab_compared(const lp_vocab *v, uint32_t token);
uint32_t lp_vocab_folded(const lp_vocab *v, uint32_t token);
bool lp_vocab_is_term(const lp_vocab *v, uint32_t token);
/* The word as it is compared; lives as long as v. */
lp_sv lp_vocab_text(const lp_vocab *v, uint32_t token);

#ifdef __cplusplus
}
#endif
#endif
