/* work/tree.h -- the files of a folder tree, listed once and in one order.
 */
#ifndef LP_TREE_H
#define LP_TREE_H

#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct lp_tree_file {
    const char *name;    /* relative to the root, NUL at the end */
    uint64_t size;       /* bytes */
    const char *problem; /* NULL, or why this place could not be looked into */
} lp_tree_file;

typedef struct lp_tree {
    lp_arena arena;
    lp_tree_file *files; /* sorted by name, byte order */
    size_t n, cap;
} lp_tree;

#define LP_TREE_INIT {LP_ARENA_INIT, NULL, 0, 0}

/* List the regular files below root whose names end in suffix (ASCII case
 * ignored). Links to files are followed, links to folders are not (no loops);
 * FIFOs, devices and hidden files are passed over. A place that cannot be
 * looked into, which may be a folder, is listed with its problem and does not
 * stop the others; LP_EIO when root itself cannot be listed. */
LP_MUST_CHECK int lp_tree_list(const char *root, const char *suffix, lp_tree *tree, lp_err *err);
void lp_tree_free(lp_tree *tree);

#ifdef __cplusplus
}
#endif
#endif
