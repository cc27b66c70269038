/* correct/proposal.h -- what a layer suggests for a span of words.
 *
 * Every correcting layer (lexicon, phonetic, number, ...) only proposes; one
 * decision over the whole file (correct/decide.h) picks the best set that does
 * not overlap and applies, flags or leaves each.
 */
#ifndef LP_PROPOSAL_H
#define LP_PROPOSAL_H

#include "correct/endings.h"
#include "correct/tokens.h"

#ifdef __cplusplus
extern "C" {
#endif

/* How a term was found. */
typedef enum lp_form {
    LP_HEARD,      /* by sound */
    LP_LISTED,     /* the words are a form that a lexicon lists */
    LP_REGULAR,    /* the words are its regular spelling */
    LP_ENGLISH_TOO, /* the word is, but is also English or a name */
    LP_HEARD_AS     /* English that the term is known to have been heard as */
} lp_form;

typedef struct lp_proposal {
    uint32_t first, n;   /* words covered: tokens [first, first + n) */
    lp_sv to;            /* what should stand there; empty: nothing */
    const char *by;      /* static: "lexicon", "phonetic", "number" */
    double confidence;   /* 0..1: that `to` is right */
    double plain;        /* 0..1: that the words are right as they stand */
    bool apply;          /* sure enough to be done, not only flagged; set by lp_decide */
    lp_form form;        /* where term is one */
    lp_ending ending;    /* of English on the last word; add == NULL: none */
    lp_sv why;           /* one line for people; empty where `explain` writes it */
    lp_sv others;        /* runners-up separated by " | ", may be empty */
    uint32_t term;       /* the term, or LP_NO_TERM */
    /* Appends the reason. Most proposals are never chosen and most outputs show
     * no reasons, so what has to be put together is put together when asked
     * for (lp_proposal_why). NULL: `why` has it. */
    void (*explain)(const struct lp_proposal *p, lp_str *out);
    const void *about;   /* for explain; lives as long as the list's arena */
} lp_proposal;

/* A growing list in an arena. */
typedef struct lp_proposals {
    lp_arena *arena;
    lp_proposal *v;
    size_t n, cap;
} lp_proposals;

LP_MUST_CHECK int lp_propose(lp_proposals *list, const lp_proposal *p);

/* Take out the proposals that cover a word i with taken[i] == 1. */
void lp_proposals_leave(lp_proposals *list, const uint8_t *taken);

/* A copy in the list's arena; an empty view when memory is out. */
lp_sv lp_proposal_copy(lp_proposals *list, lp_sv text);

/* The reason, in *scratch (which is cleared) or where the proposal has it; cut
 * at LP_WHY_MOST bytes. Empty when memory is out. */
enum { LP_WHY_MOST = 511 };
lp_sv lp_proposal_why(const lp_proposal *p, lp_str *scratch);

/* printf into the list's arena, cut at LP_WHY_MOST bytes: for `why`, not for `to`. */
lp_sv lp_proposal_text(lp_proposals *list, const char *fmt, ...) LP_PRINTF(2, 3);

#ifdef __cplusplus
}
#endif
#endif
