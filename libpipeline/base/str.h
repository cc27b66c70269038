/* base/str.h -- text: a view (pointer and length) and a growing string.
 *
 * Neither needs a NUL at the end and both may hold NULs; lp_str keeps one
 * behind its bytes all the same, so that s.s can be handed to C functions.
 * Growth that fails leaves the string as it was and sets its `failed` flag,
 * so a writer may append many times and look once at the end.
 */
#ifndef LP_STR_H
#define LP_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "base/err.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A view: bytes owned by somebody else, valid as long as they are. */
typedef struct lp_sv {
    const char *s;
    size_t len;
} lp_sv;

#define LP_SV(literal) ((lp_sv){"" literal, sizeof(literal) - 1})

static inline lp_sv lp_sv_of(const char *cstr)
{
    lp_sv v = {cstr ? cstr : "", cstr ? strlen(cstr) : 0};
    return v;
}

static inline lp_sv lp_sv_make(const char *s, size_t len)
{
    lp_sv v = {s, len};
    return v;
}

static inline bool lp_sv_eq(lp_sv a, lp_sv b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.s, b.s, a.len) == 0);
}

/* Without ASCII white space at both ends. */
lp_sv lp_sv_trim(lp_sv v);

/* Cut the next line off *text: into *line, without its end (LF or CR LF). False
 * when no text is left. */
bool lp_sv_line(lp_sv *text, lp_sv *line);

/* Without a byte order mark (UTF-8) at the beginning. */
lp_sv lp_sv_without_bom(lp_sv text);

/* Byte order; less than, equal to or greater than 0, as memcmp. */
int lp_sv_cmp(lp_sv a, lp_sv b);

/* Growing text; start from LP_STR_INIT, end with lp_str_free. */
typedef struct lp_str {
    char *s;     /* NULL until something is added */
    size_t len;
    size_t cap;
    bool failed; /* an append ran out of memory; stays set until lp_str_clear */
} lp_str;

#define LP_STR_INIT {NULL, 0, 0, false}

LP_MUST_CHECK int lp_str_reserve(lp_str *b, size_t more);
void lp_str_add(lp_str *b, const char *s, size_t len);
void lp_str_addv(lp_str *b, lp_sv v);
void lp_str_adds(lp_str *b, const char *cstr);
void lp_str_addc(lp_str *b, char c);
void lp_str_addf(lp_str *b, const char *fmt, ...) LP_PRINTF(2, 3);
/* Length 0 again; memory kept, `failed` cleared. */
void lp_str_clear(lp_str *b);
void lp_str_free(lp_str *b);
/* LP_OK, or LP_ENOMEM (with err filled) when an append failed since clear. */
LP_MUST_CHECK int lp_str_check(const lp_str *b, lp_err *err);

static inline lp_sv lp_str_view(const lp_str *b)
{
    lp_sv v = {b->s ? b->s : "", b->len};
    return v;
}

#ifdef __cplusplus
}
#endif
#endif
