#include "locate.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

int locate_lexicon(const char *given, lp_str *path, lp_err *err)
{
    const char *set = getenv("SHODHANA_LEXICON");
    if (given || (set && *set)) {
        lp_str_adds(path, given ? given : set);
        return lp_str_check(path, err);
    }
    char self[4096];
    ssize_t n = readlink("/proc/self/exe", self, sizeof self);
    if (n <= 0 || (size_t)n == sizeof self)
        return lp_fail_errno(err, LP_ERESOURCE, n < 0 ? errno : ENAMETOOLONG,
                             "cannot tell where this program is; set SHODHANA_LEXICON");
    lp_str_add(path, self, (size_t)n);
    for (int up = 0; up < 2; up++)
        while (path->len && path->s[--path->len] != '/') {}
    lp_str_adds(path, "/share/shodhana/shodhana.lex");
    return lp_str_check(path, err);
}
