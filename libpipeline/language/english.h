/* language/english.h -- the English word list, for building the resource.
 *
 * Words come from SCOWL (Debian package `scowl`), which grades them: level 10
 * are the commonest few thousand, 35 is a small dictionary, 60 a large one, 70
 * an unabridged one. Pronunciations come from flite's CMU lexicon and its
 * letter-to-sound rules. Used when the lexicon is compiled, never by a stage.
 */
#ifndef LP_ENGLISH_H
#define LP_ENGLISH_H

#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct lp_english_word {
    lp_sv word;          /* lower case ASCII, with apostrophes */
    uint8_t level;       /* SCOWL level as an ordinary word, 0 = is none */
    uint8_t name_level;  /* SCOWL level as a name, 0 = is none */
} lp_english_word;

typedef struct lp_english {
    lp_arena arena;
    lp_english_word *words; /* sorted by bytes, unique */
    size_t n;
} lp_english;

#define LP_ENGLISH_INIT {LP_ARENA_INIT, NULL, 0}

/* Load the lists of a SCOWL folder: words and contractions of the English,
 * American and British lists up to word_level, names up to name_level. Words
 * with letters beyond ASCII are left out. LP_ERESOURCE when the folder has no
 * such lists (the message says which package brings them). */
LP_MUST_CHECK int lp_english_load(lp_english *en, const char *folder, int word_level, int name_level, lp_err *err);
/* Add the words of a file (one a line, # comments) as the commonest English,
 * level 10: words that an editor wants left alone. A line `!word` takes the
 * word out of the list: English elsewhere, never in such lectures. */
LP_MUST_CHECK int lp_english_protect(lp_english *en, const char *path, lp_err *err);
void lp_english_free(lp_english *en);

/* The word, or NULL. */
const lp_english_word *lp_english_find(const lp_english *en, lp_sv lower_word);

/* Phones (language/phones.h) of an English word, written to out up to cap;
 * returns how many. Not thread-safe: flite keeps its lexicon in static data. */
size_t lp_english_pronounce(lp_sv word, char *out, size_t cap);

#ifdef __cplusplus
}
#endif
#endif
