/* letters_internal.h -- IAST and ISO 15919 text as a row of sounds, each with
 * its place in the text. For what only looks: syllables, metre, sounds.
 *
 * A sound is one char, its letter in SLP1 (a A i I u U f F x X e E o O, M H ~,
 * k K g G N ...), and besides
 *   1..7   q k͟h ġ z r̤ r̤h f, the letters of Hindi with a nukta
 *   '      avagraha      -   a hyphen between two letters
 *   space  anything that parts words     |   daṇḍa or line end: a pāda ends
 * NFC and NFD are read alike, capitals as small letters, Vedic accents not at
 * all. Nothing is allocated; any bytes may come in.
 */
#ifndef LP_LETTERS_INTERNAL_H
#define LP_LETTERS_INTERNAL_H

#include <stdint.h>

#include "base/str.h"

typedef struct lp_letter {
    char c;
    size_t at, len; /* bytes of the text */
} lp_letter;

typedef struct lp_letters {
    lp_sv text;
    size_t at;
} lp_letters;

static inline lp_letters lp_letters_of(lp_sv text)
{
    lp_letters r = {text, 0};
    return r;
}

/* The next sound; false at the end. */
bool lp_letters_next(lp_letters *r, lp_letter *out);

/* Up to cap sounds of the text; returns how many were written. */
size_t lp_letters_read(lp_sv text, lp_letter *out, size_t cap);

bool lp_letter_is_vowel(char c);
bool lp_letter_is_long(char c);      /* a vowel of two mātrās */
bool lp_letter_is_consonant(char c); /* with a nukta or without */
bool lp_letter_is_mark(char c);      /* anusvāra, visarga and its two variants; not candrabindu */

#endif
