/* correct/numbers_internal.h -- between the files of the number layer:
 *   numbers_parse.c    words and digits -> numerals
 *   numbers_rules.c    the rules and the word classes they name: data only
 *   numbers_pattern.c  a rule's pattern -> does it hold here?
 *   numbers.c          rules in order -> proposals
 */
#ifndef LP_NUMBERS_INTERNAL_H
#define LP_NUMBERS_INTERNAL_H

#include "correct/numbers.h"

#ifdef __cplusplus
extern "C" {
#endif

/* ---- numerals ---- */

enum {
    LP_NUM_CARDINAL = 1,
    LP_NUM_ORDINAL = 2,
    LP_NUM_WORDS = 4,
    LP_NUM_DIGITS = 8,
    LP_NUM_EXACT = 16,  /* above twenty and not a multiple of ten: nobody guesses so */
    LP_NUM_ROUND = 32,  /* one digit and zeros: 10, 700, 20000 */
    LP_NUM_VAGUE = 64,  /* "hundred", "a thousand": said for "many" */
    LP_NUM_LARGE = 128, /* lakhs and up: stays in words */
    LP_NUM_ZEROS = 256, /* "000" */
    LP_NUM_TRIPLE = 512 /* three digits */
};

/* How the rules have settled a numeral; as bits, for patterns ask for sets. */
enum { LP_NUM_OPEN = 0, LP_NUM_KEPT = 1, LP_NUM_REF = 2, LP_NUM_YEAR = 4, LP_NUM_COUNT = 8 };

typedef struct lp_numeral {
    uint32_t first, n; /* tokens */
    uint32_t shape;    /* LP_NUM_CARDINAL ... */
    uint32_t settled;
    uint64_t value;
} lp_numeral;

typedef struct lp_numerals {
    const lp_tokens *tokens;
    lp_numeral *v;
    size_t n;
    uint32_t *of; /* by token: 1 + index of the numeral it belongs to, or 0 */
    uint16_t *lexeme; /* by token: which word of the rules it is, as far as that was asked */
} lp_numerals;

/* Nobody has asked yet which word of the rules a token is. */
#define LP_NUM_UNKNOWN UINT16_MAX

/* Find the numerals of all tokens, longest first from the left. LP_ENOMEM. */
LP_MUST_CHECK int lp_numerals_find(const lp_tokens *tokens, lp_arena *arena, lp_numerals *out);

/* ---- rules ---- */

typedef enum lp_number_act {
    LP_NUMBER_KEEP,  /* the words stay */
    LP_NUMBER_REF,   /* digits, and lists go on from here */
    LP_NUMBER_COUNT, /* digits */
    LP_NUMBER_DOT,   /* the marked ones as 2.47 */
    LP_NUMBER_YEAR,  /* the marked two as century and year */
    LP_NUMBER_JOIN   /* the marked ones written together */
} lp_number_act;

typedef struct lp_number_rule {
    const char *pattern;
    lp_number_act act;
    double confidence; /* share of such changes that are right; 0 with KEEP */
    const char *why;
} lp_number_rule;

typedef struct lp_number_class {
    const char *name;
    const char *words; /* separated by blanks */
    const char *why;
} lp_number_class;

extern const lp_number_rule lp_number_rules[];
extern const size_t lp_number_rules_n;
extern const lp_number_class lp_number_classes[];
extern const size_t lp_number_classes_n;

/* ---- patterns ---- */

typedef struct lp_patterns lp_patterns;

/* Compile all rules into the arena. LP_ENOMEM; LP_EVALUE with the pattern that
 * cannot be read in the message. */
LP_MUST_CHECK int lp_patterns_compile(lp_arena *arena, const lp_patterns **out, lp_err *err);

enum { LP_MARKS_MOST = 6 };

/* The numerals a pattern marked, in order of place. */
typedef struct lp_marks {
    uint32_t numeral[LP_MARKS_MOST];
    bool alone[LP_MARKS_MOST]; /* written by itself, whatever the rule does with the others */
    size_t n;
} lp_marks;

/* Does rule r hold with numeral k in its first place? */
bool lp_pattern_holds(const lp_patterns *patterns, size_t r, const lp_numerals *nums, uint32_t k, lp_marks *marks);

/* True when the rule looks at what other rules settled: it may hold again
 * after it has settled something itself. */
bool lp_pattern_chains(const lp_patterns *patterns, size_t r);

#ifdef __cplusplus
}
#endif
#endif
