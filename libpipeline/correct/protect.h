/* correct/protect.h -- words and phrases that no correction may touch.
 *
 * A file with a word or phrase a line; # begins a comment. Compared in small
 * letters and normal form C, with white space, hyphens and punctuation as
 * borders between words; a possessive ('s) belongs to its word.
 *
 * Thread rule: read-only once loaded, shared by all threads.
 */
#ifndef LP_PROTECT_H
#define LP_PROTECT_H

#include "correct/tokens.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct lp_protected lp_protected;

/* Errors name file and line: LP_EUTF8, LP_ELIMIT (a line that is no phrase),
 * LP_EIO, LP_ENOMEM. */
LP_MUST_CHECK int lp_protected_load(const char *path, lp_protected **out, lp_err *err);
void lp_protected_free(lp_protected *p); /* accepts NULL */
size_t lp_protected_n(const lp_protected *p);

/* Set taken[i] to 1 for every protected word. */
void lp_protected_mark(const lp_protected *p, const lp_tokens *tokens, uint8_t *taken);

#ifdef __cplusplus
}
#endif
#endif
