/* Between rules_read.c, which compiles a file of rules, and rules.c, which
 * matches them. */
#ifndef LP_RULES_INTERNAL_H
#define LP_RULES_INTERNAL_H

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "correct/rules.h"

/* A piece of a replacement: text, or what a group matched. */
typedef struct rule_part {
    lp_sv text;
    uint32_t group; /* when text is empty */
} rule_part;

typedef struct rule {
    pcre2_code *code;
    rule_part *parts;
    size_t n_parts;
    double confidence; /* 1 when certain */
    bool certain;      /* the file states no confidence */
    lp_sv why;
    size_t line;
} rule;

struct lp_rules {
    lp_arena arena;
    rule *v;
    size_t n, cap;
    const char *file; /* base name */
};

#endif
