/* correct/rules.h -- an editor's own rules, laid over the shipped lexicon.
 *
 * A file of patterns (PCRE2, UTF-8, with Unicode's letters) and replacements,
 * one a line; docs/formats/rules.md has all of it. A rule sees runs of words
 * as they are written, over line ends and cue borders, and proposes; the one
 * decision over the file and the edits stay the only way text changes.
 *
 * Ownership: rules own everything of theirs. Thread rule: read-only once
 * loaded, shared by all threads.
 */
#ifndef LP_RULES_H
#define LP_RULES_H

#include "correct/proposal.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct lp_rules lp_rules;

/* Read a file of rules. Errors name file and line: LP_EFORMAT for a line or a
 * pattern that cannot be used, LP_EUTF8, LP_ELIMIT, LP_EIO, LP_ENOMEM. */
LP_MUST_CHECK int lp_rules_load(const char *path, lp_rules **out, lp_err *err);
void lp_rules_free(lp_rules *r); /* accepts NULL */
size_t lp_rules_n(const lp_rules *r);

/*
 * Append a proposal (by "rule") for each place where a rule would change
 * something. certain[i] is set to 1 for the words of rules that state no
 * confidence: what other layers make of those words is not asked for. Of such
 * rules the one that stands first in the file has a place to itself.
 * LP_ELIMIT, with the cue in *err and the rule's file and line in its message,
 * when a pattern takes too many steps; LP_EUTF8; LP_ENOMEM.
 */
LP_MUST_CHECK int lp_rules_propose(const lp_rules *r, const lp_transcript *t, const lp_tokens *tokens,
                                   lp_proposals *list, uint8_t *certain, lp_err *err);

#ifdef __cplusplus
}
#endif
#endif
