/* language/sanskrit/syllables.h -- the syllables of Sanskrit and their weights.
 *
 * Text is IAST or ISO 15919 in any case and normal form; other schemes are
 * transliterated first. A syllable is an akṣara: the consonants before a vowel,
 * the vowel, and anusvāra or visarga; consonants at the end of a word belong to
 * the vowel before them (dha-rma-kṣe-tre, ta-t sa-vi-tuḥ is tat sa-vi-tuḥ).
 *
 * A syllable is heavy (guru) when its vowel is long (ā ī ū ṝ ḹ e ai o au), when
 * anusvāra, visarga, jihvāmūlīya or upadhmānīya follows it, or when two or more
 * consonants follow before the next vowel, words counted together; else it is
 * light (laghu). A consonant that ends a pāda also makes heavy. The rules are
 * those of Piṅgala's Chandaḥśāstra 1.9-10 and of Vṛttaratnākara 1.9. Candrabindu
 * makes nothing heavy. A pāda ends at a daṇḍa, at a line end, and at the end of
 * the text.
 *
 * Pure functions: nothing is allocated, any bytes may come in, any thread.
 */
#ifndef LP_SYLLABLES_H
#define LP_SYLLABLES_H

#include <stdint.h>

#include "base/str.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Why a syllable is heavy; 0 when it is light. */
enum lp_heavy {
    LP_HEAVY_VOWEL = 1,    /* long vowel */
    LP_HEAVY_MARK = 2,     /* anusvāra, visarga */
    LP_HEAVY_CONJUNCT = 4, /* two consonants follow */
    LP_HEAVY_CLOSED = 8,   /* the pāda ends in its consonant */
    LP_HEAVY_END = 16      /* only as the last of a pāda, by the option */
};

typedef struct lp_syllable {
    size_t at, len;      /* bytes of the text */
    uint8_t heavy;       /* enum lp_heavy */
    bool word_end;       /* a word ends with it */
    bool pada_end;       /* a daṇḍa, a line end or the end of the text follows */
} lp_syllable;

typedef struct lp_syllable_options {
    bool end_is_heavy; /* the last syllable of a pāda counts as heavy, whatever it is */
} lp_syllable_options;

#define LP_SYLLABLE_DEFAULTS {false}

/*
 * The syllables of the text, in order: the first cap of them are written to
 * out. Returns how many the text has, which may be more than cap (so cap 0
 * counts). What is no letter has no syllables; English is read as if it were
 * Sanskrit.
 */
size_t lp_syllables(const lp_syllable_options *o, lp_sv iast, lp_syllable *out, size_t cap);

/* The weights as letters, 'L' and 'G', into out[0..cap), not ended by a NUL.
 * Returns how many the text has, as lp_syllables. */
size_t lp_weights(const lp_syllable_options *o, lp_sv iast, char *out, size_t cap);

#ifdef __cplusplus
}
#endif
#endif
