/* language/sanskrit/detect.h -- in which scheme is the Sanskrit of a text?
 *
 * For text that mixes English with one scheme. A word is read by the spellings
 * of each scheme and weighed by how Sanskrit the sounds are that come out
 * (which follows which, from the lexicons), against how English its letters
 * are; in a line, neighbours count: Sanskrit stands beside Sanskrit. What one
 * scheme is sure of in one place counts for the rest of the text. Devanagari is
 * known by its script, whatever the rest is in.
 *
 * A confidence is the model's probability that the writing is the one named; for
 * a word, that the reading is right: `rAma` is rāma in four schemes, and is sure
 * although the scheme is not. docs/formats/detection.md has the measured figures.
 *
 * A detector is never changed after it is made and may serve many threads; an
 * lp_evidence belongs to one. Text is UTF-8; malformed bytes are no letters.
 */
#ifndef LP_DETECT_H
#define LP_DETECT_H

#include "language/sanskrit/schemes.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What text can be: one of the schemes, Sanskrit as newspapers write it
 * (Krishna, Upanishad), or none of these: English, numbers, anything else. */
#define LP_WRITINGS(X)                         \
    X(LP_WRITING_NONE, LP_N_SCHEMES, "none")   \
    X(LP_WRITING_POPULAR, LP_N_SCHEMES, "popular") \
    X(LP_WRITING_DEVANAGARI, LP_DEVANAGARI, "devanagari") \
    X(LP_WRITING_IAST, LP_IAST, "iast")        \
    X(LP_WRITING_ISO15919, LP_ISO15919, "iso15919") \
    X(LP_WRITING_HK, LP_HK, "hk")              \
    X(LP_WRITING_ITRANS, LP_ITRANS, "itrans")  \
    X(LP_WRITING_SLP1, LP_SLP1, "slp1")        \
    X(LP_WRITING_VELTHUIS, LP_VELTHUIS, "velthuis") \
    X(LP_WRITING_WX, LP_WX, "wx")

#define LP_AS_WRITING(id, scheme, name) id,
typedef enum lp_writing { LP_WRITINGS(LP_AS_WRITING) LP_N_WRITINGS } lp_writing;
#undef LP_AS_WRITING

/* "none", "popular", or the name of the scheme; NULL for what is no writing. */
const char *lp_writing_name(lp_writing w);
/* The scheme to read it with; LP_N_SCHEMES where there is none. */
lp_scheme lp_writing_scheme(lp_writing w);

typedef struct lp_verdict {
    lp_writing writing;
    double confidence; /* 0..1 */
} lp_verdict;

/* From this confidence on, text may be changed by machine. */
#define LP_DETECT_SURE 0.95
/* The verdict names a scheme and is sure. */
bool lp_detect_is_sure(lp_verdict v);

typedef struct lp_detect_options {
    /* Is the word (lower-case ASCII) English? `with` is handed through. NULL: a
     * short list of little words and the look of the letters must do. Must be
     * safe from every thread that uses the detector. */
    bool (*is_english)(const void *with, lp_sv lower_word);
    const void *with;
} lp_detect_options;

#define LP_DETECT_DEFAULTS {NULL, NULL}

typedef struct lp_detector lp_detector;

/* The tables, made once from the spellings of all schemes (about a
 * millisecond). NULL on LP_ENOMEM. *o is copied. Free with lp_detector_free,
 * which accepts NULL. */
lp_detector *lp_detector_new(const lp_detect_options *o, lp_err *err);
void lp_detector_free(lp_detector *d);

/* What is known of a text so far; start from LP_EVIDENCE_INIT. */
typedef struct lp_evidence {
    double odds[LP_N_WRITINGS];  /* ln of the odds against English, from the lines that speak */
    double words[LP_N_WRITINGS]; /* expected words in it */
    size_t n_words;              /* words with letters, seen so far */
} lp_evidence;

#define LP_EVIDENCE_INIT {{0}, {0}, 0}

/* Add a piece of the text that ends where a line ends. Pieces may be of any
 * size: a file can be read by blocks. */
void lp_evidence_add(const lp_detector *d, lp_evidence *e, lp_sv text);
/* The writing of the Sanskrit in the text, and how sure; LP_WRITING_NONE when
 * nothing speaks for any. A text with Devanagari and a Latin scheme gets the
 * one that has more. */
lp_verdict lp_evidence_verdict(const lp_evidence *e);
/* The same without Devanagari: what the Latin letters are to be read as. */
lp_verdict lp_evidence_latin(const lp_evidence *e);

/* Both in one call. */
lp_verdict lp_detect_text(const lp_detector *d, lp_sv text);

/* A word of a line, less the quotes, brackets and stops around it. */
typedef struct lp_found {
    size_t at, len; /* bytes of the line */
    lp_verdict verdict;
} lp_found;

/*
 * The words of a line, each with its writing. prior: what is known of the text
 * (NULL: nothing). The first cap words are written to out, which may be NULL
 * with cap 0; returns how many there are. Tokens without letters are left out;
 * parts of a word with hyphens count one by one. line: NULL, or the verdict on
 * the Sanskrit of the line as a whole.
 */
size_t lp_detect_line(const lp_detector *d, const lp_evidence *prior, lp_sv line, lp_found *out, size_t cap,
                      lp_verdict *verdict);

/* One word alone. */
lp_verdict lp_detect_word(const lp_detector *d, const lp_evidence *prior, lp_sv word);

#ifdef __cplusplus
}
#endif
#endif
