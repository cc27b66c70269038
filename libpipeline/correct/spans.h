/* correct/spans.h -- which spans of words may be a garbled term, and which
 * terms they sound like.
 *
 * Cheap gates come first: a span must be a single word, or hold one that is not
 * plain English, or be all terms, and it must sound better than its parts do.
 * What passes is asked of the sound index, both the way English reads it and
 * the way Indians do; a memory keeps the answers, since lecturers repeat
 * themselves. Several English words that make a term are known only when the
 * lexicon lists them (heard_as).
 */
#ifndef LP_SPANS_H
#define LP_SPANS_H

#include "correct/candidate.h"
#include "correct/surroundings.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Answers of the sound index, kept by one worker from file to file. */
typedef struct lp_sound_memory lp_sound_memory;
lp_sound_memory *lp_sound_memory_new(void);
void lp_sound_memory_free(lp_sound_memory *m);

/* SCOWL levels up to which a word is plain English, and up to which it is
 * hardly ever anything else. */
enum { LP_PLAIN = 60, LP_STRONG = 35 };

/* What the words of a span are, counted. */
typedef struct lp_look {
    uint32_t n;
    uint32_t strong, weak, names, odd, known;
} lp_look;
void lp_look_at(const lp_surroundings *s, uint32_t at, lp_look *look);

/* The sounds of words [first, first + n), the last one cut to `stem` bytes
 * (SIZE_MAX: whole); the Indian reading of all that is not plain English where
 * `indian`. Returns how many were written to out[LP_SOUND_LONGEST]. */
size_t lp_span_phones(const lp_surroundings *s, uint32_t first, uint32_t n, size_t stem, bool indian,
                      char out[LP_SOUND_LONGEST]);

/* The hearing of a file, from its end to its beginning, in parts so that what is
 * found can be thinned out in between. */
enum { LP_SPAN_LONGEST = 5 }; /* words */
typedef struct lp_ear {
    lp_surroundings *s;
    lp_sound_memory *memory;
    uint32_t at; /* all words from here on have been heard; begin with tokens->n */
    /* The best score within each span that begins at the last few words. */
    int32_t best[LP_SPAN_LONGEST + 1][LP_SPAN_LONGEST + 1];
} lp_ear;

/* Append the candidates by sound of all spans that begin at a word from `from`
 * to those heard already. LP_ENOMEM. */
LP_MUST_CHECK int lp_spans_hear(lp_ear *ear, uint32_t from, lp_candidates *list);

#ifdef __cplusplus
}
#endif
#endif
