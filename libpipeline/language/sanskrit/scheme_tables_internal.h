/* scheme_tables_internal.h -- sounds, and how each scheme writes them.
 *
 * The middle form of every conversion is a row of sounds (lp_sk): a consonant
 * is bare, the inherent a is a sound of its own, marks and digits count as
 * sounds, and what is no Sanskrit goes through as a raw character.
 */
#ifndef LP_SCHEME_TABLES_INTERNAL_H
#define LP_SCHEME_TABLES_INTERNAL_H

#include <stddef.h>
#include <stdint.h>

#include "language/sanskrit/schemes.h"

enum lp_sk_sound {
    SK_NONE,
    /* vowels; the first is the one that Devanagari leaves unwritten */
    SK_A, SK_AA, SK_I, SK_II, SK_U, SK_UU, SK_R, SK_RR, SK_L, SK_LL,
    SK_E, SK_AI, SK_O, SK_AU, SK_SHORT_E, SK_SHORT_O, SK_CANDRA_E, SK_CANDRA_O,
    /* consonants */
    SK_KA, SK_KHA, SK_GA, SK_GHA, SK_NGA, SK_CA, SK_CHA, SK_JA, SK_JHA, SK_NYA,
    SK_TTA, SK_TTHA, SK_DDA, SK_DDHA, SK_NNA, SK_TA, SK_THA, SK_DA, SK_DHA, SK_NA,
    SK_PA, SK_PHA, SK_BA, SK_BHA, SK_MA, SK_YA, SK_RA, SK_LA, SK_VA,
    SK_SHA, SK_SSA, SK_SA, SK_HA, SK_LLA,
    /* what follows a vowel */
    SK_ANUSVARA, SK_VISARGA, SK_CANDRABINDU, SK_JIHVAMULIYA, SK_UPADHMANIYA,
    SK_SVARITA, SK_ANUDATTA, SK_DIRGHA_SVARITA,
    /* the rest */
    SK_AVAGRAHA, SK_OM, SK_DANDA, SK_DOUBLE_DANDA,
    SK_0, SK_1, SK_2, SK_3, SK_4, SK_5, SK_6, SK_7, SK_8, SK_9,
    SK_N_SOUNDS,
    SK_BREAK /* two sounds side by side that are not one: no spelling of its own */
};

/* A sound with what goes with it. */
typedef uint32_t lp_sk;
#define SK_NUKTA 0x80u        /* with SK_KA ...: the consonant with a dot below */
#define SK_UPPER 0x40000000u  /* written with a capital */
#define SK_RAW 0x80000000u    /* no sound: the low 21 bits are a character */

static inline unsigned lp_sk_sound(lp_sk k) { return k & SK_RAW ? SK_NONE : k & 0x7Fu; }
static inline bool lp_sk_is_vowel(unsigned s) { return s >= SK_A && s <= SK_CANDRA_O; }
static inline bool lp_sk_is_consonant(unsigned s) { return s >= SK_KA && s <= SK_LLA; }
static inline bool lp_sk_is_accent(unsigned s) { return s >= SK_SVARITA && s <= SK_DIRGHA_SVARITA; }
/* A vowel or what follows it: an accent can stand here. */
static inline bool lp_sk_bears_accent(unsigned s)
{
    return lp_sk_is_vowel(s) || (s >= SK_ANUSVARA && s <= SK_DIRGHA_SVARITA);
}
/* Part of a word: everything up to ॐ. */
static inline bool lp_sk_is_word(unsigned s) { return s >= SK_A && s <= SK_OM; }

/* How each scheme writes a sound; NULL: it has no spelling and the Devanagari
 * sign stands for it. sign: the Devanagari vowel sign. */
typedef struct lp_sk_row {
    const char *spelling[LP_N_SCHEMES];
    const char *sign;
} lp_sk_row;

/* The same for a consonant with nukta; NULL: base consonant and U+093C. */
typedef struct lp_sk_nukta {
    uint8_t sound;
    const char *spelling[LP_N_SCHEMES];
} lp_sk_nukta;

/* What is read besides, never written: one sound or two. */
typedef struct lp_sk_alias {
    lp_scheme scheme;
    const char *spelling;
    uint8_t first, second;
} lp_sk_alias;

typedef struct lp_sk_traits {
    const char *separator; /* between sounds that would run together; "" none */
    const char *a_i, *a_u; /* the second of a hiatus, where it has its own letter */
    bool cased;            /* capitals are read as their small letters */
    bool om_is_word;       /* ॐ is written as plain letters: only a whole word is read so */
    bool dot_is_danda;     /* "." is a daṇḍa, but not between digits */
    bool guesses;          /* has fewer letters than sounds: reading it is guessing (guess.c) */
} lp_sk_traits;

extern const lp_sk_row lp_sk_rows[SK_N_SOUNDS];
extern const lp_sk_nukta lp_sk_nuktas[];
extern const size_t lp_sk_n_nuktas;
extern const lp_sk_alias lp_sk_aliases[];
extern const size_t lp_sk_n_aliases;
extern const lp_sk_traits lp_sk_scheme_traits[LP_N_SCHEMES];

#endif
