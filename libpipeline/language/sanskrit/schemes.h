/* language/sanskrit/schemes.h -- the writing schemes of Sanskrit by name.
 *
 * Constant data, any thread. The spellings themselves stand in
 * scheme_tables.c; docs/formats/schemes.md tells why they are what they are.
 */
#ifndef LP_SCHEMES_H
#define LP_SCHEMES_H

#include "base/str.h"

#ifdef __cplusplus
extern "C" {
#endif

/* One list makes the enum, the names and the titles. A new scheme is a row
 * here, a column in scheme_tables.c and a row of traits there. */
#define LP_SCHEMES(X)                                             \
    X(LP_DEVANAGARI, "devanagari", "Devanagari script")           \
    X(LP_IAST, "iast", "IAST, Latin with diacritics")             \
    X(LP_ISO15919, "iso15919", "ISO 15919, Latin with diacritics") \
    X(LP_HK, "hk", "Harvard-Kyoto, ASCII")                        \
    X(LP_ITRANS, "itrans", "ITRANS 5.3, ASCII")                   \
    X(LP_SLP1, "slp1", "SLP1, ASCII, one letter a sound")         \
    X(LP_VELTHUIS, "velthuis", "Velthuis, ASCII")                 \
    X(LP_WX, "wx", "WX, ASCII, one letter a sound")               \
    X(LP_POPULAR, "popular", "plain letters as in books (Krishna, Upanishad); read as far as it is clear")

#define LP_AS_SCHEME(id, name, title) id,
typedef enum lp_scheme { LP_SCHEMES(LP_AS_SCHEME) LP_N_SCHEMES } lp_scheme;
#undef LP_AS_SCHEME

/* "devanagari", "iast", ...; NULL for what is no scheme. */
const char *lp_scheme_name(lp_scheme s);
/* One line for people; NULL for what is no scheme. */
const char *lp_scheme_title(lp_scheme s);

/* Does writing in this scheme lose what cannot be read back (popular)? */
bool lp_scheme_is_lossy(lp_scheme s);

/* The scheme of that name, ASCII case ignored; a few usual other names are
 * understood ("iso", "harvard-kyoto", ...). LP_N_SCHEMES when there is none. */
lp_scheme lp_scheme_of(const char *name);

/* The scheme whose name is most like `name`: what to suggest after a mistake. */
lp_scheme lp_scheme_nearest(const char *name);

#ifdef __cplusplus
}
#endif
#endif
