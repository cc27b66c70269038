/* correct/spelling.h -- how a house spells what is inserted.
 *
 * The layers propose IAST; a house may want ISO 15919, plain spelling or
 * Devanagari, and some terms in a way of its own. docs/formats/spelling.md.
 *
 * Thread rule: read-only once made, shared by all threads.
 */
#ifndef LP_SPELLING_H
#define LP_SPELLING_H

#include "correct/proposal.h"
#include "language/sanskrit/schemes.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct lp_spelling lp_spelling;

/* Is it a scheme that transcripts are written in (iast, iso15919, popular,
 * devanagari)? */
bool lp_spelling_is_style(lp_scheme s);

/* exceptions: a file of terms and spellings, or NULL. Errors name file and
 * line: LP_EFORMAT, LP_EVALUE (no such style), LP_EUTF8, LP_EIO, LP_ENOMEM. */
LP_MUST_CHECK int lp_spelling_new(lp_scheme style, const char *exceptions, lp_spelling **out, lp_err *err);
void lp_spelling_free(lp_spelling *s); /* accepts NULL */

/* Append IAST text as the house spells it. Of `text` the first stem bytes are
 * Sanskrit, the rest is an English ending. LP_ENOMEM, LP_EUTF8. */
LP_MUST_CHECK int lp_spelling_put(const lp_spelling *s, lp_sv text, size_t stem, lp_str *out, lp_err *err);

/* Spell what the first n proposals insert: those of terms and of scripture.
 * What rules and numbers write stays. LP_ENOMEM, LP_EUTF8. */
LP_MUST_CHECK int lp_spelling_of_proposals(const lp_spelling *s, const lp_resource *res, lp_proposals *list, size_t n,
                                           lp_err *err);

#ifdef __cplusplus
}
#endif
#endif
