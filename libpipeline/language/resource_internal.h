/* Layout of the compiled lexicon, shared by its writer and its reader. All
 * numbers are in the byte order of the machine; `order` finds the wrong one. */
#ifndef LP_RESOURCE_INTERNAL_H
#define LP_RESOURCE_INTERNAL_H

#include <stdint.h>

#include "language/phones.h"
#include "language/resource.h"

#define LP_RES_MAGIC "SHODLEX"
#define LP_RES_LAYOUT 1u
/* Pronunciations beyond this many phones are cut when compiled. */
#define LP_RES_DEEPEST 80
#define LP_RES_ORDER 0x01020304u

/* One list names the sections, their item types and order in the file. */
#define LP_RES_SECTIONS(X)              \
    X(LP_RES_TERMS, res_term)           \
    X(LP_RES_EXACT, res_exact)          \
    X(LP_RES_ENGLISH, res_english)      \
    X(LP_RES_NODES, res_node)           \
    X(LP_RES_SAID, res_said)            \
    X(LP_RES_COSTS, res_costs)          \
    X(LP_RES_TEXT, char)

#define LP_RES_AS_ENUM(name, type) name,
enum res_section { LP_RES_SECTIONS(LP_RES_AS_ENUM) LP_RES_N_SECTIONS };
#undef LP_RES_AS_ENUM

typedef struct res_span { uint32_t at, len; } res_span; /* in LP_RES_TEXT */

typedef struct res_section_place { uint64_t at, n; } res_section_place; /* bytes, items */

typedef struct res_header {
    char magic[8];
    uint32_t layout, order;
    uint64_t size;      /* of the file */
    uint64_t checksum;  /* XXH3 of everything behind the header */
    uint64_t forms;     /* exact forms that have a term */
    uint64_t english;   /* English words */
    res_section_place sections[LP_RES_N_SECTIONS];
} res_header;

typedef struct res_term {
    res_span text, phones, category, gloss, source;
    uint16_t confidence; /* 0..1000 */
    uint8_t frequency, flags;
} res_term;
enum { RES_PROPER = 1, RES_VERSE = 2 };

/* Open-addressing tables; the number of slots is a power of two, a key of 0
 * marks an empty slot (a real key of 0 is stored as 1). */
typedef struct res_exact {
    uint64_t key;
    uint32_t term;
    uint32_t flags;
} res_exact;
enum { RES_LONGER = 1, RES_WRITTEN = 2 };

/* Half the key is enough here: a false hit, one in some thousand million,
 * would only make an unknown word count as English. */
typedef struct res_english {
    uint32_t tag; /* 0: empty */
    uint32_t phones;
    uint8_t n_phones, level, name_level, unused;
} res_english;

/* The pronunciation trie in preorder: the children of node i begin at i + 1,
 * a node's next sibling is its `end`; node 0 is the root. */
typedef struct res_node {
    uint32_t end;
    uint32_t said;    /* first of its pronunciations in LP_RES_SAID */
    uint16_t n_said;
    uint8_t phone;    /* index in the alphabet */
    uint8_t depth;
} res_node;

typedef struct res_said {
    uint32_t term;
    uint16_t weight;
    uint16_t heard;   /* 1: a known mishearing */
} res_said;

typedef struct res_costs {
    uint16_t sub[LP_N_PHONES][LP_N_PHONES]; /* [heard][said] */
    uint16_t add[LP_N_PHONES];              /* heard, not said */
    uint16_t drop[LP_N_PHONES];             /* said, not heard */
    uint16_t end[LP_N_PHONES];              /* said last of all, not heard */
    uint16_t heard;                         /* surcharge of a known mishearing */
    uint16_t unused;
} res_costs;

static inline uint32_t res_tag(uint64_t key) { return (uint32_t)(key >> 32) | 1u; }

static inline uint64_t res_slot_key(uint64_t key) { return key ? key : 1; }

#endif
