/* language/lexicon.h -- the lexicon as people write it.
 *
 * Mostly YAML files with `entries:`, a list of records with the fields that lexicons
 * of this field have: original_term, transliteration, variations,
 * is_proper_noun, is_verse, canonical_text, category, confidence,
 * source_authority; and ours: heard_as, gloss, frequency. `defaults:` at the
 * top gives values for records that leave them out. Unknown fields are errors,
 * because a mistyped field is a lost correction. docs/formats/lexicon.md has
 * all of it.
 *
 * Ownership: a lexicon owns all its text. Thread rule: one thread while
 * loading; afterwards read-only and shared.
 */
#ifndef LP_LEXICON_H
#define LP_LEXICON_H

#include "base/arena.h"
#include "base/str.h"

#ifdef __cplusplus
extern "C" {
#endif

/* How often lecturers of this field say a term. */
typedef enum lp_frequency { LP_RARE, LP_USUAL, LP_COMMON } lp_frequency;

typedef struct lp_entry {
    lp_sv term;          /* what is written: canonical_text of a verse, else
                            transliteration, else original_term; NFC */
    lp_sv *variations;   /* ways it is written or misheard, replaced on sight */
    size_t n_variations;
    lp_sv *heard_as;     /* English that it has been heard as: evidence only */
    size_t n_heard_as;
    lp_sv category;
    lp_sv gloss;
    lp_sv source;        /* source_authority */
    double confidence;   /* 0..1 */
    lp_frequency frequency;
    bool proper;         /* is_proper_noun */
    bool verse;          /* is_verse */
    bool headword;       /* of a dictionary: exists, and may never be said */
    lp_sv file;          /* base name of the file it stands in */
    size_t line;
} lp_entry;

typedef struct lp_lexicon {
    lp_arena arena;
    lp_entry *entries;
    size_t n;
    size_t cap;
} lp_lexicon;

#define LP_LEXICON_INIT {LP_ARENA_INIT, NULL, 0, 0}

/* Add the entries of a file: YAML, a table with tabs, a list of terms, or
 * records of a Cologne dictionary (docs/formats/lexicon.md tells how they are
 * told apart). Errors name file and line: LP_EFORMAT for what cannot be read or
 * a field that is wrong, LP_EUTF8, LP_EIO, LP_ENOMEM. */
LP_MUST_CHECK int lp_lexicon_load(lp_lexicon *lex, const char *path, lp_err *err);
void lp_lexicon_free(lp_lexicon *lex);

/* One finding of the checker. */
typedef struct lp_lexicon_finding {
    const lp_entry *entry;
    const char *rule;    /* static short word: "duplicate", "not-iast", ... */
    bool error;          /* false: worth a look */
    char text[200];
} lp_lexicon_finding;

/*
 * Look for duplicates, letters that are not IAST or stand where they cannot,
 * capitals that disagree with is_proper_noun, entries without variations,
 * variations claimed by two terms, terms that sound alike, variations that are common English words (level, by
 * english(word) <= 35; NULL: not checked). Calls report for each, in file
 * order; stops when it returns false. Returns the number reported.
 */
size_t lp_lexicon_check(const lp_lexicon *lex, int (*english)(void *arg, lp_sv word), void *english_arg,
                        bool (*report)(void *arg, const lp_lexicon_finding *f), void *arg);

#ifdef __cplusplus
}
#endif
#endif
