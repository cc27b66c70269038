/* measure N [-b BEFORE] [-i INPUT] COMMAND [ARGUMENT]... -- run a command N
 * times and print in one line:
 *
 *   best and median seconds, the largest resident size in KiB
 *
 * Seconds are from the start of the process to its end by the monotonic clock.
 * BEFORE is given to the shell ahead of each time and not counted; INPUT is
 * the command's standard input. What the command prints is thrown away, and an
 * exit code above 1 ends the measuring: exit code 1, 2 for usage.
 */
#define _DEFAULT_SOURCE /* wait4 */

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

static double now(void)
{
    struct timespec t;
    (void)clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static int by_size(const void *x, const void *y)
{
    const double a = *(const double *)x, b = *(const double *)y;
    return (a > b) - (a < b);
}

/* Seconds of one run, or -1; *kib grows to its resident size. */
static double run(char **argv, const char *input, long *kib)
{
    posix_spawn_file_actions_t files;
    struct rusage usage;
    pid_t pid;
    int status = 0;
    if (posix_spawn_file_actions_init(&files) != 0) return -1;
    int bad = posix_spawn_file_actions_addopen(&files, 0, input, O_RDONLY, 0);
    for (int fd = 1; !bad && fd <= 2; fd++) bad = posix_spawn_file_actions_addopen(&files, fd, "/dev/null", O_WRONLY, 0);
    double begin = now();
    if (!bad) bad = posix_spawnp(&pid, argv[0], &files, NULL, argv, environ);
    if (!bad)
        while (wait4(pid, &status, 0, &usage) < 0 && errno == EINTR) {}
    double seconds = now() - begin;
    (void)posix_spawn_file_actions_destroy(&files);
    if (bad || !WIFEXITED(status) || WEXITSTATUS(status) > 1) {
        (void)fprintf(stderr, "measure: %s: %s %d\n", argv[0], bad ? strerror(bad) : "ended with status", status);
        return -1;
    }
    if (usage.ru_maxrss > *kib) *kib = usage.ru_maxrss;
    return seconds;
}

int main(int argc, char **argv)
{
    const char *before = NULL, *input = "/dev/null";
    long kib = 0, n = argc > 2 ? strtol(argv[1], NULL, 10) : 0;
    int at = 2;
    for (; at + 2 < argc && argv[at][0] == '-'; at += 2) {
        if (strcmp(argv[at], "-b") == 0) before = argv[at + 1];
        else if (strcmp(argv[at], "-i") == 0) input = argv[at + 1];
        else break;
    }
    if (n < 1 || n > 1000000 || at >= argc) {
        (void)fputs("Usage: measure N [-b BEFORE] [-i INPUT] COMMAND [ARGUMENT]...\n", stderr);
        return 2;
    }
    double *seconds = calloc((size_t)n, sizeof *seconds);
    if (!seconds) return 1;
    for (long i = 0; i < n; i++) {
        if (before && system(before) != 0) return 1;
        seconds[i] = run(argv + at, input, &kib);
        if (seconds[i] < 0) return 1;
    }
    qsort(seconds, (size_t)n, sizeof *seconds, by_size);
    printf("%.6f %.6f %ld\n", seconds[0], seconds[n / 2], kib);
    free(seconds);
    return 0;
}
