#include "sanskrit_text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define PIECE 65536

/* Where the text goes: a file whole or not at all, a device or a pipe as it is. */
typedef struct sink {
    const char *path; /* NULL: standard output */
    lp_str part;      /* the file beside it that is written */
    int fd;
} sink;

static bool is_standard(const char *path) { return !path || strcmp(path, "-") == 0; }

static int open_in(const char *path, lp_err *err)
{
    struct stat st;
    const int fd = is_standard(path) ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0) {
        lp_fail_errno(err, LP_EIO, errno, "cannot open");
    } else if (fstat(fd, &st) == 0 && S_ISDIR(st.st_mode)) {
        lp_fail(err, LP_EIO, "it is a directory; name a file");
        if (fd != STDIN_FILENO) close(fd);
        return -1;
    }
    return fd;
}

static int open_out(sink *s, const char *path, lp_err *err)
{
    *s = (sink){.path = is_standard(path) ? NULL : path, .part = LP_STR_INIT, .fd = -1};
    if (!s->path) return LP_OK;
    struct stat st;
    if (stat(path, &st) == 0 && !S_ISREG(st.st_mode) && !S_ISDIR(st.st_mode)) {
        s->fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
        if (s->fd < 0) lp_fail_errno(err, LP_EIO, errno, "cannot open");
        return s->fd < 0 ? lp_err_at(err, path) : LP_OK;
    }
    const char *slash = strrchr(path, '/');
    const size_t folder = slash ? (size_t)(slash - path) + 1 : 0;
    lp_str_add(&s->part, path, folder);
    lp_str_addf(&s->part, ".%.180s.%ld.part", path + folder, (long)getpid());
    if (s->part.failed) return lp_fail(err, LP_ENOMEM, "no memory for a file name");
    s->fd = open(s->part.s, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (s->fd >= 0) return LP_OK;
    lp_fail_errno(err, LP_EIO, errno, "cannot make a file beside it");
    lp_err_at(err, path);
    return LP_EIO;
}

static int put(sink *s, lp_sv data, lp_err *err)
{
    if (!s->path) return tool_put(data) ? LP_OK : LP_EIO; /* tool_finish says why */
    while (data.len) {
        const ssize_t n = write(s->fd, data.s, data.len);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) {
            lp_fail_errno(err, LP_EIO, errno, "cannot write");
            return lp_err_at(err, s->path);
        }
        data.s += n;
        data.len -= (size_t)n;
    }
    return LP_OK;
}

/* good: the part becomes the file; else it goes. */
static int close_out(sink *s, bool good, lp_err *err)
{
    int code = good ? LP_OK : LP_EIO;
    if (s->fd >= 0) {
        const bool part = s->part.len > 0;
        if (good && part && fsync(s->fd) != 0) good = false, code = lp_fail_errno(err, LP_EIO, errno, "cannot sync");
        if (close(s->fd) != 0 && good) good = false, code = lp_fail_errno(err, LP_EIO, errno, "cannot close");
        if (good && part && rename(s->part.s, s->path) != 0)
            good = false, code = lp_fail_errno(err, LP_EIO, errno, "cannot rename into place");
        if (!good && part) (void)unlink(s->part.s);
        if (code != LP_OK) lp_err_at(err, s->path);
    }
    lp_str_free(&s->part);
    return code;
}

static int run(lp_normalizer *n, int fd, sink *to, lp_err *err)
{
    char *piece = malloc(PIECE);
    lp_str out = LP_STR_INIT;
    int code = piece ? LP_OK : lp_fail(err, LP_ENOMEM, "no memory to read");
    for (bool last = false; code == LP_OK && !last;) {
        const ssize_t got = read(fd, piece, PIECE);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) code = lp_fail_errno(err, LP_EIO, errno, "cannot read");
        last = got <= 0;
        if (code == LP_OK) code = lp_normalizer_feed(n, lp_sv_make(piece, (size_t)got), last, &out, err);
        if (code == LP_OK) code = put(to, lp_str_view(&out), err);
        lp_str_clear(&out);
    }
    lp_str_free(&out);
    free(piece);
    return code;
}

/* What is worth a warning; true when something was. */
static bool warn(const char *tool, const char *in, lp_normalizer_report found)
{
    const char *name = is_standard(in) ? "(standard input)" : in;
    if (found.repaired)
        fprintf(stderr, "%s: %s:%zu: warning: malformed-utf8: %zu sequence%s written as U+FFFD, the first here\n", tool,
                name, found.repaired_line, found.repaired, found.repaired == 1 ? "" : "s");
    if (found.strays)
        fprintf(
            stderr,
            "%s: %s:%zu: warning: half-written-devanagari: %zu sign%s without a letter left as %s, the first here\n",
            tool, name, found.stray_line, found.strays, found.strays == 1 ? "" : "s",
            found.strays == 1 ? "it is" : "they are");
    return found.repaired || found.strays;
}

int sanskrit_text(const char *tool, const lp_normalize_options *o, bool lossy, const char *in, const char *out)
{
    lp_err err = {0};
    sink to = {.fd = -1};
    lp_normalizer_report found = {0};
    lp_normalizer *n = lp_normalizer_new(o, lossy, &err);
    const int fd = n ? open_in(in, &err) : -1;
    int code = fd < 0 ? LP_EIO : open_out(&to, out, &err);
    if (code == LP_OK) {
        code = run(n, fd, &to, &err);
        found = lp_normalizer_found(n);
    }
    code = close_out(&to, code == LP_OK, &err) != LP_OK && code == LP_OK ? LP_EIO : code;
    if (fd > STDIN_FILENO) close(fd);
    lp_normalizer_free(n);
    const bool warned = warn(tool, in, found);
    if (code == LP_OK) return warned ? TOOL_FINDINGS : TOOL_DONE;
    if (err.code == LP_OK) return TOOL_FAILED; /* standard output: tool_finish tells */
    lp_err_at(&err, is_standard(in) ? "(standard input)" : in);
    return (int)tool_report(tool, &err);
}
