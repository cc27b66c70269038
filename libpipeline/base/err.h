/* base/err.h -- what went wrong, where, and what to do about it.
 *
 * Every function of the library that can fail returns one of the codes below
 * (0 is success, all failures are negative) and fills an lp_err when the
 * caller passed one. The library never prints and never exits; tools do.
 *
 * Thread rule: an lp_err belongs to one thread; nothing here is shared.
 */
#ifndef LP_ERR_H
#define LP_ERR_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* One list makes the enum, the names and the texts. */
#define LP_CODES(X)                                             \
    X(LP_OK, 0, "done")                                         \
    X(LP_EUTF8, -1, "not valid UTF-8")                          \
    X(LP_EIO, -2, "cannot read or write")                       \
    X(LP_ENOMEM, -3, "out of memory")                           \
    X(LP_EFORMAT, -4, "not in the expected format")             \
    X(LP_EVALUE, -5, "bad value")                               \
    X(LP_ERESOURCE, -6, "cannot use the compiled lexicon")      \
    X(LP_ELIMIT, -7, "over a limit")                            \
    X(LP_EMISMATCH, -8, "the two sides do not belong together") \
    X(LP_EEMPTY, -9, "nothing in it")

#define LP_AS_ENUM(name, value, text) name = value,
enum lp_code { LP_CODES(LP_AS_ENUM) };
#undef LP_AS_ENUM

/* Where and what. Members that do not apply are 0 or empty. */
typedef struct lp_err {
    int code;          /* enum lp_code */
    size_t line;       /* 1-based line in the file, 0 = unknown */
    size_t cue;        /* 1-based cue in the file, 0 = none */
    size_t byte;       /* 0-based byte offset, meaningful with LP_EUTF8 */
    char file[256];    /* may be cut; empty = the caller knows it */
    char msg[256];     /* one sentence, no newline */
} lp_err;

#if defined(__GNUC__)
#define LP_MUST_CHECK __attribute__((warn_unused_result))
#define LP_PRINTF(a, b) __attribute__((format(printf, a, b)))
#else
#define LP_MUST_CHECK
#define LP_PRINTF(a, b)
#endif

/* The name ("LP_EIO") and the text ("cannot read or write") of a code; an
 * unknown code gives "LP_E?" and "unknown error". Never NULL. */
const char *lp_code_name(int code);
const char *lp_code_text(int code);

/* Fill *err (which may be NULL) with code and a formatted message, clearing
 * every other member; returns code, so that `return lp_fail(...)` reads well. */
int lp_fail(lp_err *err, int code, const char *fmt, ...) LP_PRINTF(3, 4);

/* The same with the text of errno appended: "what: No space left on device". */
int lp_fail_errno(lp_err *err, int code, int errnum, const char *fmt, ...) LP_PRINTF(4, 5);

/* Name the file an error belongs to, when it has none yet. err may be NULL.
 * Returns err->code, or LP_OK for NULL. */
int lp_err_at(lp_err *err, const char *file);

/* Write "FILE:LINE: cue N: text: message" into buf, leaving out what is not
 * known. Always ends buf in NUL; returns buf. */
char *lp_err_format(const lp_err *err, char *buf, size_t cap);

#ifdef __cplusplus
}
#endif
#endif
