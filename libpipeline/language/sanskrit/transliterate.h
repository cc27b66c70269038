/* language/sanskrit/transliterate.h -- Sanskrit text from one scheme to another.
 *
 * Text is read as a row of sounds and written from it, so every scheme meets
 * every other. What is no Sanskrit in the source scheme goes through as it is:
 * from Devanagari all text in other scripts; from a Latin scheme punctuation,
 * tags, entities, URLs and addresses, what stands between ## and ## (which are
 * taken away), and words with a letter that the scheme has not. Other English
 * words are read as Sanskrit there. Going there and back gives the text again
 * for well-formed Sanskrit; the few exceptions stand in docs/formats/schemes.md.
 */
#ifndef LP_TRANSLITERATE_H
#define LP_TRANSLITERATE_H

#include "language/sanskrit/schemes.h"

#ifdef __cplusplus
extern "C" {
#endif

enum lp_anusvara {
    LP_ANUSVARA_KEEP,  /* as it is written */
    LP_ANUSVARA_NASAL, /* the nasal of the stop behind it: saṃgha, saṅgha */
    LP_ANUSVARA_DOT    /* anusvāra for such a nasal: aṅga, aṃga */
};

/* What may be wanted besides; all zero is the default. */
typedef struct lp_translit_style {
    enum lp_anusvara anusvara;
    bool strip_accents; /* Vedic accents are left out */
    bool lower;         /* capitals become small letters */
    bool keep_digits;   /* digits stay in the script they stand in */
    bool keep_dandas;   /* daṇḍas too */
    bool drop_schwa;    /* the a that Hindi does not speak is left out (schwa.h) */
} lp_translit_style;

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
 * never written after lp_translit_new and lp_translit_prepare, so one serves
 * every thread. */
typedef struct lp_translit lp_translit;

/* style may be NULL. NULL on failure (LP_EVALUE, LP_ENOMEM). Free with
 * lp_translit_free, which accepts NULL. Takes microseconds. */
lp_translit *lp_translit_new(lp_scheme from, lp_scheme to, const lp_translit_style *style, lp_err *err);

/* Make the tables for long texts as well: about a millisecond, worth it from
 * some 20 KB on. Where there are none for the pair, nothing is done. */
void lp_translit_prepare(lp_translit *t);

LP_MUST_CHECK int lp_translit_run(const lp_translit *t, lp_sv in, lp_str *out, lp_err *err);
void lp_translit_free(lp_translit *t);

/* Append a scheme's chart to *out: its letters, what is read besides, one a
 * line, with Devanagari and IAST beside them. LP_OK, LP_EVALUE, LP_ENOMEM. */
LP_MUST_CHECK int lp_scheme_chart(lp_scheme s, lp_str *out, lp_err *err);

#ifdef __cplusplus
}
#endif
#endif
