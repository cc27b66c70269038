/* language/sanskrit/metre.h -- the metre of a verse.
 *
 * A verse or half-verse in IAST or ISO 15919 is read as weights
 * (language/sanskrit/syllables.h), laid out in pādas and held against the table
 * of metre_table.c; the metre that fits with the fewest faults is named, with
 * the first place where the verse leaves it. Daṇḍas and line ends must stand
 * between pādas; pādas need not be marked. "X uvāca |" before a verse is no part
 * of it. Definitions after Piṅgala's Chandaḥśāstra and Kedārabhaṭṭa's
 * Vṛttaratnākara; docs/formats/metre.md has the whole list.
 *
 * Pure functions: nothing is allocated but what is appended, any bytes may come
 * in, any thread.
 */
#ifndef LP_METRE_H
#define LP_METRE_H

#include "base/str.h"

#ifdef __cplusplus
extern "C" {
#endif

enum {
    LP_METRE_LONGEST = 160, /* syllables of a verse; more is no verse */
    LP_METRE_PADAS = 8
};

/* How an odd pāda of an anuṣṭubh runs (syllables 5 to 7). */
typedef enum lp_vipula {
    LP_PATHYA,       /* L G G */
    LP_NA_VIPULA,    /* L L L */
    LP_BHA_VIPULA,   /* G L L */
    LP_MA_VIPULA,    /* G G G */
    LP_RA_VIPULA,    /* G L G */
    LP_TA_VIPULA,    /* G G L */
    LP_NO_VIPULA     /* none of these: a fault */
} lp_vipula;

/* "pathyā", "na-vipulā", ...; "irregular" for LP_NO_VIPULA. */
const char *lp_vipula_name(lp_vipula v);

/* Where a pāda leaves the metre. */
typedef struct lp_metre_fault {
    size_t pada;     /* from 1 */
    size_t syllable; /* from 1, in the pāda */
    size_t at;       /* byte of the text where the syllable begins */
    char want, have; /* 'L' or 'G'; '-' a syllable too few, '+' one too many;
                      * want 'x': no single weight is at fault */
} lp_metre_fault;

typedef struct lp_metre {
    const char *name;  /* "vasantatilakā"; NULL: no metre of the table */
    const char *genus; /* "śakvarī": what its pādas are called by their length;
                        * "mātrā" where mātrās are counted; NULL as name */
    size_t syllables, n_padas;
    size_t pada[LP_METRE_PADAS];      /* syllables of each */
    lp_vipula odd[LP_METRE_PADAS / 2]; /* of an anuṣṭubh: its odd pādas */
    bool anustubh;                    /* odd[] holds */
    size_t faults;                    /* 0: it fits everywhere */
    lp_metre_fault first;             /* when there are any */
} lp_metre;

/*
 * The metre of one verse or half-verse. Returns false, and *out without a name,
 * when there are no syllables or more than LP_METRE_LONGEST; true otherwise,
 * also when no metre fits (name NULL, pada[] by what the daṇḍas say).
 */
bool lp_metre_of(lp_sv iast, lp_metre *out);

/*
 * Take the next verse from the front of *text: up to and with a double daṇḍa
 * (|| or ॥) or an empty line. false when nothing is left. Verses without any
 * syllable (numbers between double daṇḍas) are passed over.
 */
bool lp_metre_next(lp_sv *text, lp_sv *next);

/* Append one line for people, without its end: "anuṣṭubh (pathyā, na-vipulā)",
 * "mālinī: pāda 2, syllable 7 is light", "no known metre (9 9 11 8 syllables)". */
void lp_metre_format(const lp_metre *m, lp_str *out);

#ifdef __cplusplus
}
#endif
#endif
