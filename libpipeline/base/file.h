/* base/file.h -- whole files in, whole files out.
 *
 * Thread rule: every call stands alone; two threads may use different paths.
 */
#ifndef LP_FILE_H
#define LP_FILE_H

#include <stddef.h>

#include "base/str.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Read all of a regular file, a pipe or a terminal. path NULL or "-" is
 * standard input. Appends to *out. Refuses directories and, with LP_ELIMIT,
 * what is larger than max bytes (0 = no limit). The error names the file. */
LP_MUST_CHECK int lp_file_read(const char *path, size_t max, lp_str *out, lp_err *err);

/* Write data as the file path, whole or not at all: a file beside it
 * (.NAME.PID-N.part) is written, synced and renamed over path, and the folder
 * is synced. On failure path is what it was and the part file is gone. */
LP_MUST_CHECK int lp_file_write_whole(const char *path, lp_sv data, lp_err *err);

/* Make a folder and those above it (mode 0777 less umask). */
LP_MUST_CHECK int lp_make_folders(const char *path, lp_err *err);

/* A file mapped for reading. data is valid until lp_file_unmap. An empty file
 * gives data.len 0. */
typedef struct lp_map {
    lp_sv data;
} lp_map;

LP_MUST_CHECK int lp_file_map(const char *path, lp_map *map, lp_err *err);
void lp_file_unmap(lp_map *map);

#ifdef __cplusplus
}
#endif
#endif
