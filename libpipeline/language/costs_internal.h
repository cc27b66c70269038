/* Confusion costs as data, for the resource builder. */
#ifndef LP_COSTS_INTERNAL_H
#define LP_COSTS_INTERNAL_H

#include "language/resource_internal.h"

/* Read the table; the format stands in the file's own head. Errors name file
 * and line. */
LP_MUST_CHECK int lp_costs_load(const char *path, res_costs *costs, lp_err *err);

#endif
