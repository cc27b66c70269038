/* tests/support/folder.h -- a folder of one test's own, gone afterwards. Wants
 * support/test.h before it. */
#ifndef FOLDER_H
#define FOLDER_H

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

/* Its path; give it to folder_remove. */
static inline char *folder_new(void)
{
    const char *where = getenv("TMPDIR");
    lp_str name = LP_STR_INIT;
    lp_str_addf(&name, "%s/shodhana-test-XXXXXX", where && *where ? where : "/tmp");
    assert_non_null(mkdtemp(name.s));
    return name.s;
}

/* root/name with these bytes; folders on the way are made. */
static inline void folder_put(const char *root, const char *name, lp_sv bytes)
{
    lp_str path = LP_STR_INIT;
    lp_str_addf(&path, "%s/%s", root, name);
    char *slash = strrchr(path.s, '/');
    *slash = '\0';
    assert_int_equal(lp_make_folders(path.s, NULL), LP_OK);
    *slash = '/';
    assert_int_equal(lp_file_write_whole(path.s, bytes, NULL), LP_OK);
    lp_str_free(&path);
}

static inline void folder_empty(const char *path)
{
    (void)chmod(path, 0700);
    DIR *dir = opendir(path);
    if (!dir) return;
    const struct dirent *d;
    while ((d = readdir(dir)) != NULL) {
        if (strcmp(d->d_name, ".") == 0 || strcmp(d->d_name, "..") == 0) continue;
        lp_str name = LP_STR_INIT;
        struct stat st;
        lp_str_addf(&name, "%s/%s", path, d->d_name);
        if (lstat(name.s, &st) == 0 && S_ISDIR(st.st_mode)) {
            folder_empty(name.s);
            rmdir(name.s);
        } else {
            unlink(name.s);
        }
        lp_str_free(&name);
    }
    closedir(dir);
}

static inline void folder_remove(char *path)
{
    folder_empty(path);
    rmdir(path);
    free(path);
}

#endif
