/* translit_internal.h -- what runs a pair of schemes over a text. */
#ifndef LP_TRANSLIT_INTERNAL_H
#define LP_TRANSLIT_INTERNAL_H

#include "language/sanskrit/fast_internal.h"
#include "language/sanskrit/transliterate.h"

struct lp_translit {
    lp_sk_index from, to;
    lp_translit_style style;
    bool styled;    /* style asks for something */
    lp_sk_in *in;   /* NULL: not made, or not for this pair */
    lp_sk_out *out; /* between two Latin schemes there are both */
};

/* ---- sounds of a word, and what a style does to them (style.c) ---- */

typedef struct lp_sk_sounds {
    lp_sk *k;
    size_t n, cap;
    bool failed; /* no memory */
} lp_sk_sounds;

void lp_sk_sounds_add(lp_sk_sounds *s, lp_sk k);
void lp_sk_sounds_free(lp_sk_sounds *s);
/* From the sounds of one word or more in `in` to those wanted in `out`. */
void lp_sk_style(const lp_translit_style *style, lp_scheme from, const lp_sk_sounds *in, lp_sk_sounds *out);

/* Popular spelling read as likely Sanskrit, in place (guess.c). */
void lp_sk_guess(lp_sk_sounds *s);

/* ---- the plain way: any text (plain.c) ---- */

/* Kept from word to word, so that nothing is allocated for each. Cleared by
 * {0}; one thread. */
typedef struct lp_sk_scratch {
    lp_str nfc, folded, composed, middle;
    lp_sk_sounds read, styled;
    size_t strays; /* vowel signs and viramas that belong to nothing, so far */
} lp_sk_scratch;

void lp_sk_scratch_free(lp_sk_scratch *s);

/* Append in[0..len), which may be one word or a whole text. */
LP_MUST_CHECK int lp_sk_plain(const lp_translit *t, lp_sk_scratch *s, lp_sv in, lp_str *out, lp_err *err);

/* ---- over a text, quick where it can be (drive.c) ---- */

typedef struct lp_sk_driver {
    const lp_sk_index *from;                                      /* says where words end */
    const lp_sk_in *in;                                           /* into Devanagari, and */
    const lp_sk_out *out;                                         /* from it; one or none may be NULL too */
    lp_str *middle;                                               /* scratch, where there are both */
    int (*word)(void *arg, lp_sv word, lp_str *out, lp_err *err); /* for all other words */
    void *arg;
} lp_sk_driver;

/* Append the text to *out. last: nothing comes behind it; else the word at the
 * end may go on and is left. *used: bytes done. On failure err->byte counts
 * from the start of `in`, *used is the start of the word, and *out holds what
 * was done before it. */
LP_MUST_CHECK int lp_sk_drive(const lp_sk_driver *d, lp_sv in, bool last, size_t *used, lp_str *out, lp_err *err);

#endif
