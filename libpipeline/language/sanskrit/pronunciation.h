/* language/sanskrit/pronunciation.h -- how a Sanskrit term is said.
 *
 * The ways of saying it, as phones of language/phones.h, each with the tag of
 * who says it so:
 *   sanskrit   as written: every a spoken, jñ as j n, visarga a breath. A
 *              second one as recited: ṛ as ru, final visarga with its echo
 *              (namaha), jñ as g n.
 *   hindi      short a dropped (language/sanskrit/schwa.h), ṛ as ri, jñ as gy;
 *              a second one with the short a of word ends only dropped.
 *   bengali    a as o, v as b, y- as j, ś ṣ s as sh, kṣ as kkh, jñ as gg, y, v
 *              and m behind a consonant only double it, short and long alike;
 *              after S. K. Chatterji, The Origin and Development of the Bengali
 *              Language (1926).
 *   english    a reader of a romanised book: no aspirates, no retroflexes, no
 *              length in a; jñ as gy.
 *   american   the same with t between vowels as d, th as in thin, word-final
 *              a open, j of jñ kept.
 * Phones do not tell doubled consonants, so a sound is never doubled.
 * Deterministic, no allocation, any thread.
 */
#ifndef LP_PRONUNCIATION_H
#define LP_PRONUNCIATION_H

#include "base/str.h"

#ifdef __cplusplus
extern "C" {
#endif

#define LP_SPEAKERS(X)          \
    X(LP_SAYS_SANSKRIT, "sanskrit") \
    X(LP_SAYS_HINDI, "hindi")       \
    X(LP_SAYS_BENGALI, "bengali")   \
    X(LP_SAYS_ENGLISH, "english")   \
    X(LP_SAYS_AMERICAN, "american")

#define LP_AS_SPEAKER(id, name) id,
typedef enum lp_speaker { LP_SPEAKERS(LP_AS_SPEAKER) LP_N_SPEAKERS } lp_speaker;
#undef LP_AS_SPEAKER

/* "sanskrit", ...; NULL for what is none. */
const char *lp_speaker_name(lp_speaker s);

enum {
    LP_SAYINGS_MOST = 8,    /* pronunciations of a term */
    LP_SAYING_LONGEST = 64  /* phones; what is longer is cut */
};

typedef struct lp_saying {
    lp_speaker speaker;
    size_t n;
    char phones[LP_SAYING_LONGEST];
} lp_saying;

/*
 * The pronunciations of an IAST or ISO 15919 term (any case and normal form;
 * several words are said as one), in the order of the speakers above and no two
 * alike: what two speakers share has the tag of the first. Returns how many, 0
 * for text without a sound. Terms of more than 128 letters are cut there.
 */
size_t lp_sayings(lp_sv iast, lp_saying out[LP_SAYINGS_MOST]);

#ifdef __cplusplus
}
#endif
#endif
