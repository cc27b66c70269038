/* realpath is of the X/Open part of POSIX. */
#define _XOPEN_SOURCE 700

#include "tool.h"

#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

/* No subtitle file comes near this; /dev/zero goes past it. */
#define MOST_BYTES ((size_t)256 * 1024 * 1024)

/* So many warnings of one name are told one by one. */
#define MOST_OF_A_NAME 5

#define STDOUT_NAME "(standard output)"

static int write_errno; /* of the first write to standard output that failed */

enum tool_exit tool_exit_of(const lp_err *err)
{
    switch (err->code) {
    case LP_OK: return TOOL_DONE;
    case LP_EIO:
    case LP_ENOMEM:
    case LP_ERESOURCE: return TOOL_FAILED;
    default: return TOOL_BAD_INPUT;
    }
}

/* Text for a terminal: one line, no control characters. */
static void print_plain(lp_sv v)
{
    for (size_t i = 0; i < v.len; i++) {
        unsigned char b = (unsigned char)v.s[i];
        /* U+0080..U+009F are control characters, too. */
        bool c1 = b == 0xC2 && i + 1 < v.len && (unsigned char)v.s[i + 1] < 0xA0;
        if (c1) i++;
        putc(c1 || b < 0x20 || b == 0x7F ? '?' : b, stderr);
    }
}

enum tool_exit tool_report(const char *tool, const lp_err *err)
{
    char line[1024];
    (void)fflush(stdout);
    lp_err_format(err, line, sizeof line);
    (void)fprintf(stderr, "%s: ", tool);
    print_plain(lp_sv_of(line));
    (void)putc('\n', stderr);
    return tool_exit_of(err);
}

enum tool_exit tool_usage(const char *tool, const char *fmt, ...)
{
    char line[512];
    va_list ap;
    va_start(ap, fmt);
    (void)vsnprintf(line, sizeof line, fmt, ap);
    va_end(ap);
    (void)fprintf(stderr, "%s: ", tool);
    print_plain(lp_sv_of(line));
    (void)fprintf(stderr, "; see `%s --help`\n", tool);
    return TOOL_USAGE;
}

enum tool_exit tool_bad_option(const char *tool, int c, char *const argv[])
{
    /* getopt leaves a short option in optopt; a long one is the last word. */
    const char letter[3] = {'-', (char)optopt, '\0'}, *word = argv[optind - 1];
    const char *name = optopt > 0 && optopt < 128 && strncmp(word, "--", 2) != 0 ? letter : word;
    return c == ':' ? tool_usage(tool, "option `%s` needs a value", name) : tool_usage(tool, "bad option `%s`", name);
}

int tool_finish(const char *tool, enum tool_exit status)
{
    bool failed = ferror(stdout) != 0;
    errno = 0;
    if (fflush(stdout) != 0) failed = true;
    if (failed && !write_errno) write_errno = errno;
    errno = 0;
    /* A close that fails after a good flush is a network disk that is full. */
    if (fclose(stdout) != 0 && !failed) {
        failed = true;
        write_errno = errno;
    }
    if (!failed) return (int)status;
    if (write_errno != EPIPE) {
        lp_err err;
        lp_fail_errno(&err, LP_EIO, write_errno ? write_errno : EIO, "cannot write");
        lp_err_at(&err, STDOUT_NAME);
        (void)tool_report(tool, &err);
    }
    return TOOL_FAILED;
}

void tool_start(void)
{
    /* A descriptor that is closed is opened the wrong way round, so that its
     * use fails as it should and no file of ours gets its number. */
    for (int fd = 0; fd <= 2; fd++) {
        if (fcntl(fd, F_GETFD) != -1 || errno != EBADF) continue;
        if (open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY) != fd) _Exit(TOOL_FAILED);
    }
    (void)signal(SIGPIPE, SIG_IGN);
    (void)signal(SIGXFSZ, SIG_IGN); /* a limit on file size becomes EFBIG */
}

bool tool_put(lp_sv text)
{
    if (text.len && fwrite(text.s, 1, text.len, stdout) != text.len && !write_errno) write_errno = errno;
    return ferror(stdout) == 0;
}

void tool_version(const char *tool)
{
    printf("%s (Shodhana) %s\n", tool, SHODHANA_VERSION);
    puts("Free software, without any warranty; see the file LICENSE.");
}

/* ---- transcripts ------------------------------------------------------- */

static bool is_standard(const char *path) { return !path || strcmp(path, "-") == 0; }

int tool_read_transcript(const char *path, lp_transcript *t, lp_format *found, lp_err *err)
{
    lp_str data = LP_STR_INIT;
    int code = lp_file_read(path, MOST_BYTES, &data, err);
    if (code == LP_OK) {
        *found = lp_format_guess(lp_str_view(&data));
        code = lp_format_read(lp_str_view(&data), t, err);
    }
    if (code != LP_OK) lp_err_at(err, is_standard(path) ? "(standard input)" : path);
    lp_str_free(&data);
    return code;
}

static void warn(const char *tool, const char *file, const lp_diag *d)
{
    (void)fprintf(stderr, "%s: ", tool);
    print_plain(lp_sv_of(file));
    if (d->line) (void)fprintf(stderr, ":%zu", d->line);
    (void)fputs(": ", stderr);
    if (d->cue) (void)fprintf(stderr, "cue %zu: ", d->cue);
    (void)fprintf(stderr, "warning: %s", d->name);
    if (d->detail.len) (void)fputs(": ", stderr);
    print_plain(d->detail);
    (void)putc('\n', stderr);
}

/* How often a name was seen so far. There are some fifty names. */
typedef struct tally {
    const char *name[64];
    size_t seen[64];
    size_t n;
} tally;

static size_t *tally_of(tally *t, const char *name)
{
    size_t i = 0;
    while (i < t->n && strcmp(t->name[i], name) != 0) i++;
    if (i == t->n && t->n + 1 < sizeof t->name / sizeof *t->name) t->name[t->n++] = name;
    return &t->seen[i];
}

size_t tool_warn(const char *tool, const char *file, const lp_transcript *t)
{
    tally all = {.n = 0};
    (void)fflush(stdout);
    if (is_standard(file)) file = "(standard input)";
    for (size_t i = 0; i < t->n_diags; i++)
        if (++*tally_of(&all, t->diags[i].name) <= MOST_OF_A_NAME) warn(tool, file, &t->diags[i]);
    for (size_t i = 0; i < all.n; i++) {
        if (all.seen[i] <= MOST_OF_A_NAME) continue;
        char more[64];
        int n = snprintf(more, sizeof more, "%zu more like these", all.seen[i] - MOST_OF_A_NAME);
        lp_diag d = {.name = all.name[i], .detail = lp_sv_make(more, n > 0 ? (size_t)n : 0)};
        warn(tool, file, &d);
    }
    return t->n_diags;
}

/* Devices and pipes are written to as they are; there is no whole or not. */
static int write_special(const char *path, lp_sv data, lp_err *err)
{
    FILE *f = fopen(path, "wb");
    bool good = f != NULL;
    if (good) good = fwrite(data.s, 1, data.len, f) == data.len && fflush(f) == 0;
    int e = errno;
    if (f && fclose(f) != 0 && good) {
        good = false;
        e = errno;
    }
    if (good) return LP_OK;
    lp_fail_errno(err, LP_EIO, e, f ? "cannot write" : "cannot open");
    lp_err_at(err, path);
    return LP_EIO;
}

static int write_file(const char *path, lp_sv data, lp_err *err)
{
    struct stat st;
    if (stat(path, &st) != 0) return lp_file_write_whole(path, data, err);
    if (S_ISDIR(st.st_mode)) {
        lp_fail(err, LP_EIO, "it is a directory; name a file");
        lp_err_at(err, path);
        return LP_EIO;
    }
    if (!S_ISREG(st.st_mode)) return write_special(path, data, err);
    /* Replace the file that a link leads to, not the link. */
    char *real = lstat(path, &st) == 0 && S_ISLNK(st.st_mode) ? realpath(path, NULL) : NULL;
    int code = lp_file_write_whole(real ? real : path, data, err);
    free(real);
    return code;
}

int tool_write_text(const char *path, lp_sv text, lp_err *err)
{
    if (!is_standard(path)) return write_file(path, text, err);
    /* What fails here is told by tool_finish, which sees all that was put. */
    (void)tool_put(text);
    return LP_OK;
}

int tool_write_transcript(const char *path, const lp_transcript *t, lp_format f, lp_err *err)
{
    lp_str out = LP_STR_INIT;
    lp_format_write(t, f, &out);
    int code = lp_str_check(&out, err);
    if (code == LP_OK) code = tool_write_text(path, lp_str_view(&out), err);
    lp_str_free(&out);
    return code;
}
