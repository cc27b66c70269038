/* correct/correct.h -- the correcting stage.
 *
 * A corrector is a resource and options: read-only, shared by all threads. A
 * worker is one thread's scratch memory, used for file after file. The outcome
 * depends on the transcript and the corrector alone, not on the worker.
 */
#ifndef LP_CORRECT_H
#define LP_CORRECT_H

#include "correct/apply.h"
#include "correct/protect.h"
#include "correct/rules.h"
#include "correct/spelling.h"

#ifdef __cplusplus
extern "C" {
#endif

/* One list makes the enum and the names. */
#define LP_MODES(X)                                                                   \
    X(LP_MODE_FULL, "full", "lexicon, sound and numbers")                             \
    X(LP_MODE_BASIC, "basic", "exact lexicon forms only")                             \
    X(LP_MODE_EMERGENCY, "emergency", "validated pass-through, needs no lexicon")

#define LP_AS_MODE(name, text, what) name,
typedef enum lp_mode { LP_MODES(LP_AS_MODE) LP_N_MODES } lp_mode;
#undef LP_AS_MODE

const char *lp_mode_name(lp_mode m);
/* The mode of that name, or LP_N_MODES. */
lp_mode lp_mode_of(const char *name);

#define LP_PROFILES(X)                                                        \
    X(LP_VERBATIM, "verbatim", "what was said, fillers and all")              \
    X(LP_CLEAN, "clean", "without fillers and words said twice by stumbling")

#define LP_AS_PROFILE(name, text, what) name,
typedef enum lp_profile { LP_PROFILES(LP_AS_PROFILE) LP_N_PROFILES } lp_profile;
#undef LP_AS_PROFILE

const char *lp_profile_name(lp_profile p);
/* The profile of that name, or LP_N_PROFILES. */
lp_profile lp_profile_of(const char *name);

typedef struct lp_correct_options {
    lp_mode mode;
    double apply_at;  /* proposals at least this sure are applied */
    double flag_at;   /* those at least this sure are flagged */
    double odds;      /* and so many times likelier than that the words are right as they stand */
    bool numbers;     /* spoken references and numbers become digits */
    bool reasons;     /* edits and flags say why; for output that shows neither it is wasted work */
    lp_sv context;    /* what the lecture is about, in words ("Māṇḍūkya Upaniṣad"):
                         its terms count as named in the file; may be empty */
    lp_str *table;    /* where all candidates are appended, for training and diagnosis; NULL: nowhere */
    const lp_rules *rules; /* an editor's, laid over the lexicon; NULL: none */
    const lp_protected *protect; /* words that nothing may touch; NULL: none */
    const lp_spelling *spelling; /* how terms are spelled; NULL: IAST */
    lp_profile profile;
} lp_correct_options;

/* The defaults, as config/production.yaml has them. */
lp_correct_options lp_correct_defaults(void);

/* LP_OK, or LP_EVALUE naming the option that contradicts another. */
LP_MUST_CHECK int lp_correct_check(const lp_correct_options *o, lp_err *err);

typedef struct lp_worker lp_worker;
lp_worker *lp_worker_new(lp_err *err); /* NULL: out of memory */
void lp_worker_free(lp_worker *w);     /* accepts NULL */

/*
 * Correct a transcript in place; what was done is added to *tally. res may be
 * NULL in emergency mode only. LP_ENOMEM, LP_EUTF8, LP_ERESOURCE (no resource
 * for the mode).
 */
LP_MUST_CHECK int lp_correct(const lp_resource *res, const lp_correct_options *o, lp_worker *w, lp_transcript *t,
                             lp_tally *tally, lp_err *err);

#ifdef __cplusplus
}
#endif
#endif
