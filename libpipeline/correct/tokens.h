/* correct/tokens.h -- a transcript as one run of words over all cues.
 *
 * A term may be spoken over a cue border, so the correcting layers see the
 * words of the whole file in order, each knowing its place. What is no speech
 * (tags, bracketed sound notes, links) yields no words and breaks the run.
 *
 * Ownership: words point into the transcript and into the arena given; both
 * must outlive them. Thread rule: one transcript, one thread.
 */
#ifndef LP_TOKENS_H
#define LP_TOKENS_H

#include "language/resource.h"
#include "subtitle/cue.h"

#ifdef __cplusplus
extern "C" {
#endif

enum {
    LP_TOKEN_BREAK = 1,   /* punctuation, a tag or a long pause stands before it */
    LP_TOKEN_HYPHEN = 2,  /* joined to the word before by a hyphen */
    LP_TOKEN_CAPITAL = 4, /* begins with a capital */
    LP_TOKEN_DIGIT = 8,   /* holds a digit */
    LP_TOKEN_CUE = 16,    /* first word of its cue */
    LP_TOKEN_STOP = 32    /* sentence punctuation (. ? ! ; :) stands before it */
};

/* Words further apart than this were not spoken together. */
#define LP_LONG_PAUSE_MS 3000

typedef struct lp_token {
    lp_sv text;          /* as written, a view of the cue's text */
    lp_sv low;           /* lower case, NFC, apostrophes plain; may be the same bytes as text */
    uint64_t key;        /* lp_word_key(low) */
    uint32_t cue;        /* index of the cue */
    uint32_t at;         /* byte offset in the cue's text */
    uint32_t flags;
    uint8_t level;       /* SCOWL level as English word, 0 = none */
    uint8_t name_level;  /* as a name, 0 = none */
    lp_sv phones;        /* English pronunciation, empty when unknown */
} lp_token;

typedef struct lp_tokens {
    lp_token *v;
    size_t n;
} lp_tokens;

/* Split all cues. res may be NULL: levels and phones stay empty. Everything is
 * allocated in the arena. LP_ENOMEM, LP_EUTF8. */
LP_MUST_CHECK int lp_tokenise(const lp_transcript *t, const lp_resource *res, lp_arena *arena, lp_tokens *out,
                              lp_err *err);

#ifdef __cplusplus
}
#endif
#endif
