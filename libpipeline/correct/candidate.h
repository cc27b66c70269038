/* correct/candidate.h -- what may have been said at a span of words, and the
 * evidence for and against it.
 *
 * Candidates come from written forms and from sound. Each carries its evidence,
 * one number a kind; a learned weight a kind makes of it the log-odds of the
 * candidate against the words as they stand. The same tables name the columns
 * of training data (correct/candidate_table.h) and the rows of
 * lexicons/learned/weights.tsv.
 */
#ifndef LP_CANDIDATE_H
#define LP_CANDIDATE_H

#include "correct/endings.h"
#include "correct/proposal.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Evidence for a candidate. Levels are SCOWL's: strong up to 35, weak up to 60. */
#define LP_EVIDENCE(X)                                                                      \
    X(LP_E_BIAS, "bias", "any candidate")                                                   \
    X(LP_E_SOUND, "sound", "how much likelier the term makes the sounds than noise, nats")  \
    X(LP_E_SOUND_EACH, "sound_each", "the same, a phone")                                   \
    X(LP_E_SHORT, "short", "few phones: 1 for four, 2 for less")                            \
    X(LP_E_FREQUENCY, "frequency", "class in the lexicon: -1 rare, 0, 1 common")            \
    X(LP_E_COUNT, "count", "log of 1 + times the recorded lectures say it")                 \
    X(LP_E_NAMED, "named", "doublings of the times this file or its title names it")        \
    X(LP_E_COMPANY, "company", "how well the words around suit it, nats")                   \
    X(LP_E_KNOWN_COMPANY, "known_company", "its company is known")                          \
    X(LP_E_SPARSE, "sparse", "log of how rare terms are in this stretch, at most 0")        \
    X(LP_E_BESIDE, "beside", "log of how usual it is between its neighbours")               \
    X(LP_E_AS_IT_STANDS, "as_it_stands", "log of how usual the words are between them")     \
    X(LP_E_INSIDE, "inside", "log of how usual the words are side by side")                 \
    X(LP_E_WORD_COUNT, "word_count", "mean log of 1 + times the lectures have the words")   \
    X(LP_E_WORDS, "words", "words beyond the first")                                        \
    X(LP_E_STRONG, "strong", "very common English words among them")                        \
    X(LP_E_WEAK, "weak", "other English words among them")                                  \
    X(LP_E_NAMES, "names", "names among them")                                              \
    X(LP_E_KNOWN, "known", "words that are terms by themselves")                            \
    X(LP_E_CAPITAL, "capital", "a word begins with a capital")                              \
    X(LP_E_ONE_STRONG, "one_strong", "one word, very common English")                       \
    X(LP_E_ONE_WEAK, "one_weak", "one word, other English")                                 \
    X(LP_E_ONE_RARE, "one_rare", "one word, rare English")                                  \
    X(LP_E_MISHEARING, "mishearing", "matched a known mishearing, not the term itself")     \
    X(LP_E_ENDING, "ending", "an English ending was taken off")                             \
    X(LP_E_PLURAL, "plural", "that of the plural")                                          \
    X(LP_E_LISTED, "listed", "the words are a listed form of it")                           \
    X(LP_E_REGULAR, "regular", "the words are its regular spelling")                        \
    X(LP_E_ENGLISH_TOO, "english_too", "so they are, but are English or a name, too")       \
    X(LP_E_HEARD_AS, "heard_as", "English that it is known to have been heard as")

/* Evidence that a word is garbled, whatever was said. */
#define LP_GARBLED(X)                                                           \
    X(LP_G_BIAS, "garbled", "any word")                                         \
    X(LP_G_ODD, "garbled_odd", "neither English nor name nor term")             \
    X(LP_G_NAME, "garbled_name", "a name")                                      \
    X(LP_G_STRONG, "garbled_strong", "very common English")                     \
    X(LP_G_WEAK, "garbled_weak", "other English")                               \
    X(LP_G_RARE, "garbled_rare", "rare English")                                \
    X(LP_G_KNOWN, "garbled_known", "a term")                                    \
    X(LP_G_COUNT, "garbled_count", "log of 1 + times the lectures have it")     \
    X(LP_G_CAPITAL, "garbled_capital", "begins with a capital")                 \
    X(LP_G_BESIDE, "garbled_beside", "neighbours that are odd")

#define LP_AS_ENUM(id, name, what) id,
enum lp_evidence_kind { LP_EVIDENCE(LP_AS_ENUM) LP_N_EVIDENCE };
enum lp_garbled_kind { LP_GARBLED(LP_AS_ENUM) LP_N_GARBLED };
#undef LP_AS_ENUM

extern const char *const lp_evidence_names[LP_N_EVIDENCE];
extern const char *const lp_garbled_names[LP_N_GARBLED];

typedef struct lp_evidence_weights {
    double evidence[LP_N_EVIDENCE];
    double garbled[LP_N_GARBLED];
} lp_evidence_weights;

/* Those of the lexicon, or plain ones that trust written forms and close sounds
 * where it has learned none. */
lp_evidence_weights lp_evidence_weights_of(const lp_resource *res);

typedef struct lp_candidate {
    uint32_t first, n;       /* words */
    uint32_t term;
    lp_ending ending;        /* taken off the last word; add == NULL: none */
    lp_form form;
    int32_t score;           /* lp_sound_hit.score */
    uint8_t n_heard, n_said; /* phones */
    bool mishearing;
    lp_sv heard;             /* phones */
    float x[LP_N_EVIDENCE];
    double odds;             /* log-odds against the words as they stand */
    double share;            /* probability that exactly this was said here */
    double support;          /* probability that what it writes is right, also as part of something longer */
    double plain;            /* probability that the words are right as they stand, a word */
    lp_sv to;                /* what it writes; set for those that matter (lp_weigh) */
} lp_candidate;

typedef struct lp_candidates {
    lp_arena *arena;
    lp_candidate *v;
    size_t n, cap;
} lp_candidates;

/* A new candidate, zeroed but for the order of its arena; NULL: no memory. */
lp_candidate *lp_candidates_add(lp_candidates *list);

#ifdef __cplusplus
}
#endif
#endif
