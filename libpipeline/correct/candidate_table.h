/* correct/candidate_table.h -- all candidates of a file with their evidence, as
 * rows of text: to learn weights from, and to see why a place came out as it
 * did.
 */
#ifndef LP_CANDIDATE_TABLE_H
#define LP_CANDIDATE_TABLE_H

#include "correct/candidate.h"
#include "correct/surroundings.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Append a table, cells separated by tabs:
 *   #word  index  cue  text  english  indian  GARBLED...   the columns' names
 *   word   one row a word; english and indian are its sounds in either reading
 *   #cand  first  words  to  form  heard  said  share  support  plain  EVIDENCE...
 *   cand   one row a candidate
 * LP_ENOMEM.
 */
LP_MUST_CHECK int lp_candidate_table(lp_surroundings *s, lp_candidates *all, lp_str *out);

#ifdef __cplusplus
}
#endif
#endif
