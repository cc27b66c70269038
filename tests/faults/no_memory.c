/* tests/faults/no_memory.c -- preloaded: the n-th request for memory fails.
 *
 * NO_MEMORY_AT=N   the N-th of malloc, calloc and realloc since the start of
 *                  the program, of all threads together, gives NULL;
 * NO_MEMORY_AT=N+  and so do all after it.
 * NO_MEMORY_MARK=FILE  the file is made when that happened.
 * Only with glibc, whose own names for these functions lie beneath.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

extern void *__libc_malloc(size_t n);
extern void *__libc_calloc(size_t n, size_t size);
extern void *__libc_realloc(void *p, size_t n);

static atomic_ulong requests;

/* The surroundings are read anew each time: this may run before anything of
 * ours could, and must not ask for memory. */
static int fails(void)
{
    const char *at = getenv("NO_MEMORY_AT"), *mark = getenv("NO_MEMORY_MARK");
    unsigned long n = 0, request = atomic_fetch_add(&requests, 1) + 1;
    if (!at) return 0;
    while (*at >= '0' && *at <= '9') n = n * 10 + (unsigned long)(*at++ - '0');
    if (request != n && !(*at == '+' && request > n)) return 0;
    if (mark && request == n) close(open(mark, O_WRONLY | O_CREAT | O_CLOEXEC, 0666));
    errno = ENOMEM;
    return 1;
}

void *malloc(size_t n) { return fails() ? NULL : __libc_malloc(n); }
void *calloc(size_t n, size_t size) { return fails() ? NULL : __libc_calloc(n, size); }
void *realloc(void *p, size_t n) { return fails() ? NULL : __libc_realloc(p, n); }
