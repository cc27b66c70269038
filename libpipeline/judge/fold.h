/* judge/fold.h -- a word without the ways of writing it: was it recognised at all?
 *
 * Diacritics and habits of romanisation are taken away on both sides, so that
 * `vairagya`, `vairaagya` and `vairāgya` are one, as are `Krishna` and
 * `Kṛṣṇa`. docs/formats/scores.md lists the rules; their order matters. They are
 * generous on purpose and make some different words one (`kāma` and `khāna`):
 * use them to ask whether a term was heard, never to correct one.
 */
#ifndef LP_FOLD_H
#define LP_FOLD_H

#include "base/str.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Append the folded form of a word (well-formed UTF-8, lower case). Marks of
 * other scripts than Latin stay. A word of nothing but `a`s stays one `a`, so
 * nothing folds to nothing. Any thread. LP_ENOMEM. */
LP_MUST_CHECK int lp_fold(lp_sv lower_word, lp_str *out, lp_err *err);

#ifdef __cplusplus
}
#endif
#endif
