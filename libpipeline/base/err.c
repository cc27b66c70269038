#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define AS_NAME(name, value, text) case value: return #name;
#define AS_TEXT(name, value, text) case value: return text;

const char *lp_code_name(int code)
{
    switch (code) { LP_CODES(AS_NAME) }
    return "LP_E?";
}

const char *lp_code_text(int code)
{
    switch (code) { LP_CODES(AS_TEXT) }
    return "unknown error";
}

static void start(lp_err *err, int code, const char *fmt, va_list ap)
{
    memset(err, 0, sizeof *err);
    err->code = code;
    (void)vsnprintf(err->msg, sizeof err->msg, fmt, ap);
}

int lp_fail(lp_err *err, int code, const char *fmt, ...)
{
    if (!err) return code;
    va_list ap;
    va_start(ap, fmt);
    start(err, code, fmt, ap);
    va_end(ap);
    return code;
}

int lp_fail_errno(lp_err *err, int code, int errnum, const char *fmt, ...)
{
    if (!err) return code;
    va_list ap;
    va_start(ap, fmt);
    start(err, code, fmt, ap);
    va_end(ap);
    /* strerror_r has two incompatible signatures; strerror's text for a known
     * errno is constant in glibc and musl, which is all this library runs on. */
    const char *why = strerror(errnum);
    size_t used = strlen(err->msg);
    (void)snprintf(err->msg + used, sizeof err->msg - used, ": %s", why);
    return code;
}

int lp_err_at(lp_err *err, const char *file)
{
    if (!err) return LP_OK;
    if (!err->file[0] && file) (void)snprintf(err->file, sizeof err->file, "%s", file);
    return err->code;
}

char *lp_err_format(const lp_err *err, char *buf, size_t cap)
{
    size_t n = 0;
    buf[0] = '\0';
    if (err->file[0]) n += (size_t)snprintf(buf, cap, "%s:", err->file);
    if (err->line && n < cap) n += (size_t)snprintf(buf + n, cap - n, "%zu:", err->line);
    if (n && n < cap) n += (size_t)snprintf(buf + n, cap - n, " ");
    if (err->cue && n < cap) n += (size_t)snprintf(buf + n, cap - n, "cue %zu: ", err->cue);
    if (n < cap) n += (size_t)snprintf(buf + n, cap - n, "%s", lp_code_text(err->code));
    if (err->msg[0] && n < cap) (void)snprintf(buf + n, cap - n, ": %s", err->msg);
    return buf;
}
