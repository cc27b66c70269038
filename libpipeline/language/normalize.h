/* language/normalize.h -- bring the Sanskrit of a text to one scheme and one
 * Unicode form, leaving the English around it as it is.
 *
 * What is done, word by word:
 *   - Devanagari is transliterated (by "scheme");
 *   - with another `from`, every word is read in that scheme (by "scheme");
 *   - NFC; ZWJ and ZWNJ removed beside Latin letters (by "unicode");
 *   - into IAST: ṁ becomes ṃ, and in a word with ISO 15919's r̥ l̥ or ṁ also
 *     r̥ r̥̄ l̥ l̥̄ ē ō become ṛ ṝ ḷ ḹ e o (by "unicode"); m̐ stays.
 * Pure functions; one transcript, one thread.
 */
#ifndef LP_NORMALIZE_H
#define LP_NORMALIZE_H

#include "language/sanskrit/schemes.h"
#include "subtitle/cue.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct lp_normalize_options {
    lp_scheme from; /* LP_DEVANAGARI: Devanagari where it stands, nothing else;
                     * another: the whole text is in that scheme */
    lp_scheme to;
} lp_normalize_options;

#define LP_NORMALIZE_DEFAULTS {LP_DEVANAGARI, LP_IAST}

/*
 * Append the normal form of `in` to *out (NFC). On failure *out is as it was.
 * With `from` Devanagari, doing it twice changes nothing more.
 * LP_EUTF8 (err->byte), LP_EVALUE for an unknown scheme, LP_ENOMEM.
 */
LP_MUST_CHECK int lp_normalize(const lp_normalize_options *o, lp_sv in, lp_str *out, lp_err *err);

/*
 * Normalise every cue, each changed word becoming an edit. Words that already
 * carry a "scheme" edit are not read as `from` again, so doing it twice
 * changes nothing more whatever `from` is. Cues of ASCII cost one look at
 * their bytes. The error names the cue.
 */
LP_MUST_CHECK int lp_normalize_transcript(const lp_normalize_options *o, lp_transcript *t, lp_err *err);

#ifdef __cplusplus
}
#endif
#endif
