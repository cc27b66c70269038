/* language/sanskrit/transliterate.h -- Sanskrit text from one scheme to another.
 *
 * Text is read as a row of sounds and written from it, so every scheme meets
 * every other. What is no Sanskrit in the source scheme goes through as it is:
 * from Devanagari that is all text in other scripts, from a Latin scheme the
 * punctuation and foreign letters only (English words are read as Sanskrit).
 * Going there and back gives the text again for well-formed Sanskrit; the few
 * exceptions stand in docs/formats/schemes.md.
 */
#ifndef LP_TRANSLITERATE_H
#define LP_TRANSLITERATE_H

#include "language/sanskrit/schemes.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Append `in`, written in `from`, to *out as `to` writes it.
 *   in    UTF-8 in any normal form; may hold NULs
 *   out   appended to, NFC; on failure its length is what it was
 *   err   may be NULL
 * ZWJ and ZWNJ are dropped beside Sanskrit and Latin letters (and kept in
 * emoji and other scripts). Isolated vowel signs and viramas go through.
 * from == to gives NFC, and drops ZWJ and ZWNJ in a Latin scheme.
 * Returns LP_OK; LP_EUTF8 (err->byte is the offset in `in`); LP_EVALUE for an
 * unknown scheme; LP_ENOMEM; LP_ELIMIT. Safe from any thread.
 */
LP_MUST_CHECK int lp_transliterate(lp_scheme from, lp_scheme to, lp_sv in, lp_str *out, lp_err *err);

/* The same made once and used many times: the tables of a pair of schemes,
 * never written after lp_translit_new, so one serves every thread. */
typedef struct lp_translit lp_translit;

/* NULL on failure (LP_EVALUE, LP_ENOMEM). Free with lp_translit_free, which
 * accepts NULL. */
lp_translit *lp_translit_new(lp_scheme from, lp_scheme to, lp_err *err);
LP_MUST_CHECK int lp_translit_run(const lp_translit *t, lp_sv in, lp_str *out, lp_err *err);
void lp_translit_free(lp_translit *t);

#ifdef __cplusplus
}
#endif
#endif
