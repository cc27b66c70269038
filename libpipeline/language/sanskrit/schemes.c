#include "language/sanskrit/schemes.h"

#include <string.h>

#include "language/sanskrit/scheme_tables_internal.h"

#define LP_AS_NAMES(id, name, title) {name, title},
static const struct {
    const char *name, *title;
} schemes[LP_N_SCHEMES] = {LP_SCHEMES(LP_AS_NAMES)};
#undef LP_AS_NAMES

static const struct {
    const char *name;
    lp_scheme scheme;
} other_names[] = {
    {"deva", LP_DEVANAGARI},  {"nagari", LP_DEVANAGARI}, {"iso", LP_ISO15919}, {"iso-15919", LP_ISO15919},
    {"harvard-kyoto", LP_HK}, {"harvard", LP_HK},        {"kh", LP_HK},        {"kyoto-harvard", LP_HK},
    {"slp", LP_SLP1},         {"hunterian", LP_POPULAR},
};

static bool known(lp_scheme s) { return (unsigned)s < LP_N_SCHEMES; }

const char *lp_scheme_name(lp_scheme s) { return known(s) ? schemes[s].name : NULL; }

const char *lp_scheme_title(lp_scheme s) { return known(s) ? schemes[s].title : NULL; }

bool lp_scheme_is_lossy(lp_scheme s) { return known(s) && lp_sk_scheme_traits[s].guesses; }

static char lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c; }

static bool same(const char *a, const char *b)
{
    for (; *a && lower(*a) == *b; a++, b++) {}
    return !*a && !*b;
}

lp_scheme lp_scheme_of(const char *name)
{
    for (int i = 0; i < LP_N_SCHEMES; i++)
        if (same(name, schemes[i].name)) return (lp_scheme)i;
    for (size_t i = 0; i < sizeof other_names / sizeof *other_names; i++)
        if (same(name, other_names[i].name)) return other_names[i].scheme;
    return LP_N_SCHEMES;
}

#define LONGEST 24

/* Levenshtein distance; b is one of our names, a is cut where it is too long. */
static size_t distance(const char *a, const char *b)
{
    size_t row[LONGEST + 1], n = strlen(b);
    for (size_t j = 0; j <= n; j++) row[j] = j;
    for (size_t i = 0; i < LONGEST && a[i]; i++) {
        size_t diagonal = row[0];
        row[0] = i + 1;
        for (size_t j = 0; j < n; j++) {
            size_t best = diagonal + (lower(a[i]) != b[j]);
            diagonal = row[j + 1];
            if (row[j] + 1 < best) best = row[j] + 1;
            if (diagonal + 1 < best) best = diagonal + 1;
            row[j + 1] = best;
        }
    }
    return row[n];
}

lp_scheme lp_scheme_nearest(const char *name)
{
    size_t best = (size_t)-1;
    lp_scheme found = LP_IAST;
    for (int i = 0; i < LP_N_SCHEMES; i++) {
        size_t d = distance(name, schemes[i].name);
        if (d < best) best = d, found = (lp_scheme)i;
    }
    return found;
}
