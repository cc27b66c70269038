/* judge/score.h -- how far is a transcript from its reference?
 *
 * A score is nothing but counts; rates are worked out from counts, so the rate
 * of a total is pooled (all errors by all words), not a mean of rates. With
 * H hits, S replaced, D missing and I added words of an alignment with unit
 * costs (judge/align.h) of the whole text of a file, over cue borders:
 *
 *   WER = (S + D + I) / (H + S + D)                  may be more than 1
 *   CER = edits of characters / characters of the reference, on the words as
 *         they are compared, joined by one space; without spaces, joined by
 *         nothing. Characters are code points of NFC.
 * (National Institute of Standards and Technology, SCTK, sclite; Morris, Maier
 * and Green 2004. sclite's default costs are 4, 3, 3 and its counts may differ.)
 *
 *   recall    = terms right / terms of the reference
 *   precision = terms right / terms of the hypothesis
 *   F1        = 2 right / (terms of the reference + terms of the hypothesis)
 * where a term is a word for which the term test holds (judge/vocab.h), and is
 * right when the alignment makes it a hit. `folded` says the same after both
 * sides were folded (judge/fold.h) and aligned anew; there a word of the
 * hypothesis counts as a term too when it was matched with one.
 *
 * With the raw transcript, aligned with the reference in the same way:
 *   reduction = terms wrong in raw and right now / terms wrong in raw
 *   kept      = terms right in raw and right now / terms right in raw
 *   damage    = other words right in raw and wrong now / other words right in raw
 *
 * A rate whose denominator is 0 is undefined, NAN here: nothing is known when
 * there was nothing to get right. Words added to an empty reference still
 * count in a total.
 *
 * Thread rule: one scorer, one thread.
 */
#ifndef LP_SCORE_H
#define LP_SCORE_H

#include "judge/vocab.h"
#include "subtitle/cue.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct lp_term_counts {
    uint64_t ref; /* terms of the reference */
    uint64_t hyp; /* terms of the hypothesis */
    uint64_t right;
} lp_term_counts;

/* Start from all zeros. */
typedef struct lp_score {
    uint64_t files;
    uint64_t ref_cues, hyp_cues;
    uint64_t hits, sub, del, ins;
    uint64_t chars, char_edits;     /* with a space between words */
    uint64_t letters, letter_edits; /* without */
    lp_term_counts exact, folded;

    /* With a raw transcript only; 0 without: */
    uint64_t raw_files;
    uint64_t raw_edits;      /* words */
    uint64_t raw_words;      /* of the reference, in these files */
    uint64_t needed, fixed;  /* terms wrong in raw; of these, right now */
    uint64_t held, kept;     /* terms right in raw; of these, right now */
    uint64_t sound, damaged; /* other words right in raw; of these, wrong now */
} lp_score;

typedef struct lp_score_options {
    unsigned norm;         /* LP_NORM_... */
    lp_term_test *is_term; /* NULL: lp_term_by_letters */
    void *is_term_arg;
} lp_score_options;

#define LP_SCORE_OPTIONS_INIT       \
    {                               \
        LP_NORM_DEFAULT, NULL, NULL \
    }

typedef struct lp_scorer lp_scorer;
lp_scorer *lp_scorer_new(const lp_score_options *o); /* o NULL: defaults; NULL when memory is out */
void lp_scorer_free(lp_scorer *s);                   /* accepts NULL */

/* Score texts; raw may be NULL. *out is replaced, its cues are 0. LP_EUTF8,
 * LP_ENOMEM, LP_ELIMIT. */
LP_MUST_CHECK int lp_score_texts(lp_scorer *s, lp_sv ref, lp_sv hyp, const lp_sv *raw, lp_score *out, lp_err *err);

/* Score transcripts; raw may be NULL. Cues need not agree in number or place:
 * only the joined text is compared. */
LP_MUST_CHECK int lp_score_transcripts(lp_scorer *s, const lp_transcript *ref, const lp_transcript *hyp,
                                       const lp_transcript *raw, lp_score *out, lp_err *err);

/* Add the counts of one to *total. */
void lp_score_add(lp_score *total, const lp_score *one);

/* Counts that follow from others. */
uint64_t lp_score_ref_words(const lp_score *s);
uint64_t lp_score_hyp_words(const lp_score *s);
uint64_t lp_score_edits(const lp_score *s);

/* Rates as shares of 1 (damage too); NAN when undefined. */
double lp_score_wer(const lp_score *s);
double lp_score_raw_wer(const lp_score *s);
double lp_score_cer(const lp_score *s);
double lp_score_cer_letters(const lp_score *s); /* without spaces */
double lp_term_recall(const lp_term_counts *t);
double lp_term_precision(const lp_term_counts *t);
double lp_term_f1(const lp_term_counts *t);
double lp_score_reduction(const lp_score *s);
double lp_score_kept(const lp_score *s);
double lp_score_damage(const lp_score *s);

#ifdef __cplusplus
}
#endif
#endif
