#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static int open_for_reading(const char *path, struct stat *st, lp_err *err)
{
    bool is_stdin = !path || strcmp(path, "-") == 0;
    int fd = is_stdin ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0) {
        int e = errno;
        lp_fail_errno(err, LP_EIO, e, "cannot open");
    } else if (fstat(fd, st) != 0) {
        lp_fail_errno(err, LP_EIO, errno, "cannot look at it");
    } else if (S_ISDIR(st->st_mode)) {
        lp_fail(err, LP_EIO, "it is a directory; name a file, or use `shodhana run` for a folder");
    } else {
        return fd;
    }
    lp_err_at(err, is_stdin ? "(standard input)" : path);
    if (fd >= 0 && !is_stdin) close(fd);
    return -1;
}

static int read_all(int fd, size_t expected, size_t max, lp_str *out, lp_err *err)
{
    size_t start = out->len;
    size_t step = expected + 1;
    for (;;) {
        if (step < 65536) step = 65536;
        if (lp_str_reserve(out, step) != LP_OK) return lp_fail(err, LP_ENOMEM, "the file does not fit in memory");
        ssize_t n = read(fd, out->s + out->len, out->cap - out->len - 1);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return lp_fail_errno(err, LP_EIO, errno, "cannot read");
        if (n == 0) break;
        out->len += (size_t)n;
        out->s[out->len] = '\0';
        if (max && out->len - start > max)
            return lp_fail(err, LP_ELIMIT, "larger than the limit of %zu bytes", max);
        step = 0;
    }
    return LP_OK;
}

int lp_file_read(const char *path, size_t max, lp_str *out, lp_err *err)
{
    struct stat st;
    int fd = open_for_reading(path, &st, err);
    if (fd < 0) return LP_EIO;
    size_t expected = S_ISREG(st.st_mode) && st.st_size > 0 ? (size_t)st.st_size : 0;
    int code = max && expected > max
                   ? lp_fail(err, LP_ELIMIT, "larger than the limit of %zu bytes", max)
                   : read_all(fd, expected, max, out, err);
    if (fd != STDIN_FILENO) close(fd);
    if (code != LP_OK) lp_err_at(err, fd == STDIN_FILENO ? "(standard input)" : path);
    return code;
}

static int write_all(int fd, lp_sv data)
{
    while (data.len) {
        ssize_t n = write(fd, data.s, data.len);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return -1;
        data.s += n;
        data.len -= (size_t)n;
    }
    return 0;
}

static int sync_folder_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    lp_str folder = LP_STR_INIT;
    if (!slash) lp_str_adds(&folder, ".");
    else lp_str_add(&folder, path, slash == path ? 1 : (size_t)(slash - path));
    int fd = folder.failed ? -1 : open(folder.s, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    lp_str_free(&folder);
    if (fd < 0) return -1;
    int result = fsync(fd);
    /* Some file systems cannot sync a folder and say EINVAL; they have
     * nothing to sync. */
    if (result != 0 && errno == EINVAL) result = 0;
    int e = errno;
    close(fd);
    errno = e;
    return result;
}

static void part_name(const char *path, lp_str *out)
{
    static atomic_uint serial; /* only makes names differ; order does not matter */
    const char *slash = strrchr(path, '/');
    size_t folder = slash ? (size_t)(slash - path) + 1 : 0;
    lp_str_add(out, path, folder);
    /* Long names are cut so that the part's own name fits in NAME_MAX. */
    lp_str_addf(out, ".%.180s.%ld-%u.part", path + folder, (long)getpid(), atomic_fetch_add(&serial, 1u));
}

int lp_file_write_whole(const char *path, lp_sv data, lp_err *err)
{
    lp_str part = LP_STR_INIT;
    part_name(path, &part);
    if (part.failed) {
        lp_str_free(&part);
        return lp_fail(err, LP_ENOMEM, "no memory for a file name");
    }
    const char *what = "cannot make a file beside it";
    int fd = open(part.s, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    bool made = fd >= 0, good = made;
    if (good) what = "cannot write", good = write_all(fd, data) == 0;
    if (good) what = "cannot sync", good = fsync(fd) == 0;
    int e = errno;
    if (made && close(fd) != 0 && good) good = false, e = errno, what = "cannot close";
    if (good) {
        what = "cannot rename into place";
        good = rename(part.s, path) == 0;
        e = errno;
        if (good) made = false;
    }
    if (good) {
        what = "cannot sync the folder";
        good = sync_folder_of(path) == 0;
        e = errno;
    }
    if (made) unlink(part.s);
    lp_str_free(&part);
    if (good) return LP_OK;
    lp_fail_errno(err, LP_EIO, e, "%s", what);
    lp_err_at(err, path);
    return LP_EIO;
}

int lp_make_folders(const char *path, lp_err *err)
{
    lp_str p = LP_STR_INIT;
    lp_str_adds(&p, path);
    int code = lp_str_check(&p, err);
    for (size_t i = 1; code == LP_OK && i <= p.len; i++) {
        if (i < p.len && p.s[i] != '/') continue;
        char keep = p.s[i];
        p.s[i] = '\0';
        struct stat st;
        if (mkdir(p.s, 0777) != 0) {
            int e = errno;
            if (e != EEXIST || stat(p.s, &st) != 0 || !S_ISDIR(st.st_mode)) {
                code = lp_fail_errno(err, LP_EIO, e == EEXIST ? ENOTDIR : e, "cannot make the folder");
                lp_err_at(err, p.s);
            }
        }
        p.s[i] = keep;
    }
    lp_str_free(&p);
    return code;
}

int lp_file_map(const char *path, lp_map *map, lp_err *err)
{
    struct stat st;
    *map = (lp_map){{"", 0}};
    int fd = open_for_reading(path, &st, err);
    if (fd < 0) return LP_EIO;
    int code = LP_OK;
    if (!S_ISREG(st.st_mode)) {
        code = lp_fail(err, LP_EIO, "not a regular file");
    } else if (st.st_size > 0) {
        void *p = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
        if (p == MAP_FAILED) code = lp_fail_errno(err, LP_EIO, errno, "cannot map");
        else map->data = lp_sv_make(p, (size_t)st.st_size);
    }
    if (code != LP_OK) lp_err_at(err, path);
    if (fd != STDIN_FILENO) close(fd);
    return code;
}

void lp_file_unmap(lp_map *map)
{
    /* munmap takes void *, the view is const: the pages are ours to give back. */
    if (map->data.len) munmap((void *)(size_t)map->data.s, map->data.len);
    *map = (lp_map){{"", 0}};
}
