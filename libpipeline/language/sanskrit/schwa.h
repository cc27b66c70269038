/* language/sanskrit/schwa.h -- which short a Hindi does not speak.
 *
 * Hindi writes the a of every consonant and speaks about half of them: rāma is
 * said rām, kamalā kamlā. Rules, word by word, after M. Ohala, Aspects of Hindi
 * Phonology (1983), and B. Narasimhan, R. Sproat and G. Kiraz, Schwa-deletion
 * in Hindi text-to-speech synthesis (2004):
 *   1. the a that ends a word of more than one syllable goes, but stays behind
 *      i ī e + y (priya), behind consonant + y (satya), behind a stop,
 *      sibilant or nasal + r l v (mitra, śukla, tattva) and behind jñ (yajña);
 *   2. from right to left, an a goes between two single consonants that have a
 *      spoken vowel on their other sides (bhagavān: bhagvān), unless these are
 *      the same consonant;
 *   3. members that end compounds keep their first a, and the word before them
 *      ends there (gaṇa+pati: gaṇpati, rāma+caraṇa: rāmcaraṇ);
 *   4. a before a conjunct, anusvāra or visarga always stays.
 * Pure functions, any thread; any bytes may come in.
 */
#ifndef LP_SCHWA_H
#define LP_SCHWA_H

#include "base/str.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Words of more letters than this are left as they are. */
enum { LP_SCHWA_LONGEST = 96 };

/*
 * Append `iast` to *out without the a that Hindi does not speak; all other
 * bytes stay as they are. IAST or ISO 15919, any case, any normal form.
 * LP_OK, LP_ENOMEM. Doing it twice may take away more: the result is not
 * Sanskrit spelling any longer.
 */
LP_MUST_CHECK int lp_schwa_drop(lp_sv iast, lp_str *out, lp_err *err);

#ifdef __cplusplus
}
#endif
#endif
