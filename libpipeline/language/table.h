/* language/table.h -- tables of text: a row a line, cells separated by tabs.
 *
 * Empty lines and lines that begin with # are passed over; blanks around a cell
 * do not count. Read when the lexicon is compiled, never by a stage. Safe from
 * any thread.
 */
#ifndef LP_TABLE_H
#define LP_TABLE_H

#include "base/err.h"
#include "base/str.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { LP_TABLE_CELLS = 8 }; /* more in a row are a mistake */

typedef struct lp_row {
    lp_sv cell[LP_TABLE_CELLS]; /* views that live during the call; missing ones are empty */
    size_t n;
} lp_row;

/* What is to be done with a row: LP_OK, or an error already in *err. */
typedef int lp_row_fn(void *ctx, const lp_row *row, lp_err *err);

/* Hand all rows to fn in order. What fn returns ends the reading; the error
 * then names file and line. LP_EFORMAT (too many cells), LP_EIO, LP_ELIMIT (over `largest` bytes),
 * LP_ENOMEM. */
LP_MUST_CHECK int lp_table_read(const char *path, size_t largest, lp_row_fn *fn, void *ctx, lp_err *err);

#ifdef __cplusplus
}
#endif
#endif
