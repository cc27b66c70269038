/* language/phones.h -- words as sounds.
 *
 * A pronunciation is a string of phones, one byte each. The alphabet is broad
 * enough for Sanskrit as Indians and English speakers say it and for American
 * English, so that a term and a recogniser's spelling of it can be aligned:
 *
 *   vowels      a A i I u U e E o      (a ā i ī u ū e æ o; E only from English)
 *   stops       k g c j T D t d p b    (c is the ch of church; T D retroflex)
 *   nasals      n m                    (ṅ ñ ṇ are n; ṃ by what follows)
 *   others      y r l v s S z f h      (S is ś, ṣ and sh; v is v and w)
 *
 * Aspirates are stop + h, diphthongs two vowels, ṛ is r i, jñ is g y. All
 * functions are pure and safe from any thread.
 */
#ifndef LP_PHONES_H
#define LP_PHONES_H

#include <stdint.h>

#include "base/str.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Index of a phone in the alphabet, 0..LP_N_PHONES-1, or -1. */
#define LP_PHONE_LETTERS "aAiIuUeEokgcjTDtdpbnmyrlvsSzfh"
#define LP_N_PHONES 30
int lp_phone_index(char phone);
bool lp_phone_is_vowel(char phone);

/*
 * Each of the three readings appends phones to out[0..*n) up to cap; what does
 * not fit is cut. Letters the reading does not know are passed over.
 */

/* A term in IAST, any case, NFC; spaces, hyphens and avagrahas are silent. */
void lp_phones_of_iast(lp_sv iast, char *out, size_t *n, size_t cap);

/* A spelling without diacritics read the Indian way with English digraphs:
 * `shraddha`, `leelah`, `guiana`. ASCII in any case; IAST letters are read as
 * themselves, so already corrected text may be mixed in. */
void lp_phones_of_spelling(lp_sv spelling, char *out, size_t *n, size_t cap);

/* One phone of the CMU set (ARPAbet, lower case, with or without stress:
 * "ow1"), as flite's lexicon gives them. */
void lp_phones_of_arpabet(lp_sv phone, char *out, size_t *n, size_t cap);

#ifdef __cplusplus
}
#endif
#endif
