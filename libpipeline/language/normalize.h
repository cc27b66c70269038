/* language/normalize.h -- bring the Sanskrit of a text to one scheme and one
 * Unicode form, leaving the English around it as it is.
 *
 * What is done, word by word:
 *   - Devanagari is transliterated (by "scheme");
 *   - with another `from`, every word is read in that scheme (by "scheme"),
 *     less what transliterate.h keeps: tags, URLs, ##...##, foreign words;
 *   - NFC; ZWJ and ZWNJ removed beside Latin letters (by "unicode");
 *   - into IAST: ṁ becomes ṃ, and in a word with ISO 15919's r̥ l̥ or ṁ also
 *     r̥ r̥̄ l̥ l̥̄ ē ō become ṛ ṝ ḷ ḹ e o (by "unicode"); m̐ stays.
 * One transcript, one thread; one normalizer, one thread.
 */
#ifndef LP_NORMALIZE_H
#define LP_NORMALIZE_H

#include "language/sanskrit/detect.h"
#include "language/sanskrit/transliterate.h"
#include "subtitle/cue.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct lp_normalize_options {
    lp_scheme from; /* LP_DEVANAGARI: Devanagari where it stands, nothing else;
                     * another: the whole text is in that scheme */
    lp_scheme to;
    lp_translit_style style; /* of what is transliterated */
    /* NULL, or: besides Devanagari, each word is read in the scheme that it is
     * surely in (detect.h), and `from` must be LP_DEVANAGARI. */
    const lp_detector *detector;
} lp_normalize_options;

#define LP_NORMALIZE_DEFAULTS {LP_DEVANAGARI, LP_IAST, {LP_ANUSVARA_KEEP, false, false, false, false, false}, NULL}

/*
 * Append the normal form of `in` to *out (NFC). On failure *out is as it was.
 * With `from` Devanagari and no detector, doing it twice changes nothing more.
 * LP_EUTF8 (err->byte), LP_EVALUE for an unknown scheme, LP_ENOMEM.
 */
LP_MUST_CHECK int lp_normalize(const lp_normalize_options *o, lp_sv in, lp_str *out, lp_err *err);

/*
 * The same for a text of any length in constant memory: feed it in pieces cut
 * anywhere, the last one (which may be empty) with `last`. What is certain is
 * appended to *out each time; the word that may go on is kept for the next
 * piece. A "word" of more than LP_NORMALIZER_WORD bytes is cut at a character.
 */
typedef struct lp_normalizer lp_normalizer;
enum { LP_NORMALIZER_WORD = 1 << 18 };

/* What was met on the way. Lines count from 1. */
typedef struct lp_normalizer_report {
    size_t strays;       /* vowel signs and viramas that belong to nothing */
    size_t stray_line;   /* line of the first */
    size_t repaired;     /* malformed sequences that became U+FFFD */
    size_t repaired_line;
} lp_normalizer_report;

/* lossy: malformed UTF-8 becomes U+FFFD and is counted, instead of LP_EUTF8.
 * NULL on failure. Free with lp_normalizer_free, which accepts NULL. */
lp_normalizer *lp_normalizer_new(const lp_normalize_options *o, bool lossy, lp_err *err);

/* An error names the line, and the byte from the start of the text. After a
 * failure the normalizer can only be freed. */
LP_MUST_CHECK int lp_normalizer_feed(lp_normalizer *n, lp_sv piece, bool last, lp_str *out, lp_err *err);
lp_normalizer_report lp_normalizer_found(const lp_normalizer *n);
void lp_normalizer_free(lp_normalizer *n);

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
