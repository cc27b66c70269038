/* Layout of the compiled lexicon, shared by its writer and its reader. All
 * numbers are in the byte order of the machine; `order` finds the wrong one. */
#ifndef LP_RESOURCE_INTERNAL_H
#define LP_RESOURCE_INTERNAL_H

#include <stdint.h>

#include "base/file.h"
#include "language/phones.h"
#include "language/resource.h"

#define LP_RES_MAGIC "SHODLEX"
#define LP_RES_LAYOUT 3u
/* Pronunciations beyond this many phones are cut when compiled. */
#define LP_RES_LONGEST 80
#define LP_RES_ORDER 0x01020304u

/* One list names the sections, their item types and order in the file. */
#define LP_RES_SECTIONS(X)              \
    X(LP_RES_TERMS, res_term)           \
    X(LP_RES_EXACT, res_exact)          \
    X(LP_RES_ENGLISH, res_english)      \
    X(LP_RES_SAID, res_said)            \
    X(LP_RES_BONES, res_bone)           \
    X(LP_RES_POSTS, res_post)           \
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
    uint64_t checksum;  /* XXH3 of everything, this member taken as 0 */
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

/* A way a term is said. */
typedef struct res_said {
    uint32_t phones;  /* in LP_RES_TEXT, as indexes in the alphabet */
    uint32_t term;
    uint16_t weight;  /* cost of dropping all of it */
    uint8_t n_phones;
    uint8_t n_bones;  /* length of its skeleton */
    uint32_t heard;   /* 1: a known mishearing */
} res_said;

/* Skeleton keys: open addressing on the hash of a skeleton or of a skeleton
 * with one bone taken out; the pronunciations that have it. */
typedef struct res_bone {
    uint32_t hash; /* 0: empty */
    uint32_t first, n; /* in LP_RES_POSTS */
} res_bone;

typedef uint32_t res_post; /* index in LP_RES_SAID */

typedef struct res_costs {
    uint16_t sub[LP_N_PHONES][LP_N_PHONES]; /* [heard][said] */
    uint16_t add[LP_N_PHONES];              /* heard, not said */
    uint16_t drop[LP_N_PHONES];             /* said, not heard */
    uint16_t end[LP_N_PHONES];              /* said last of all, not heard */
    uint16_t heard;                         /* surcharge of a known mishearing */
    uint16_t unused;
} res_costs;

/* The skeleton of a pronunciation: its consonants by class, without h and y,
 * which are hardly ever heard right. Confusable consonants share a class. */
static inline size_t res_skeleton(const uint8_t *phones, size_t n, char *bones)
{
    /*                          a A i I u U e E o k g c j T D t d p b n m y r l v s S z f h */
    static const char class[] = ".........KKJJTTTTPPNN.RLPSSSP.";
    size_t m = 0;
    for (size_t i = 0; i < n; i++)
        if (class[phones[i]] != '.') bones[m++] = class[phones[i]];
    return m;
}

/* FNV-1a over the bones, leaving out those at i and j (SIZE_MAX: none). */
static inline uint32_t res_bone_hash(const char *bones, size_t n, size_t i, size_t j)
{
    uint32_t h = 2166136261u;
    for (size_t k = 0; k < n; k++)
        if (k != i && k != j) h = (h ^ (unsigned char)bones[k]) * 16777619u;
    /* FNV's low bits alone are weak for short keys. */
    h ^= h >> 15;
    h *= 2246822519u;
    h ^= h >> 13;
    return h ? h : 1;
}

static inline uint32_t res_tag(uint64_t key) { return (uint32_t)(key >> 32) | 1u; }

static inline uint64_t res_slot_key(uint64_t key) { return key ? key : 1; }

/* An open resource. What a user lays over it hangs on it. */
struct lp_resource {
    lp_map map;      /* the file, or a view of `own` */
    lp_str own;      /* bytes made in memory */
    const res_header *head;
    const void *section[LP_RES_N_SECTIONS];
    size_t n[LP_RES_N_SECTIONS];
    char version[17];
    lp_resource *over;  /* NULL: nothing */
    uint32_t *instead;  /* by term: the one of `over` that takes its place, or LP_NO_TERM */
};

/* Open bytes made in memory, which go over to the resource. */
LP_MUST_CHECK int lp_res_open_own(lp_str *bytes, lp_resource **out, lp_err *err);

/* Compile entries to lie over base: it says what is English and what sounds
 * are confused. */
LP_MUST_CHECK int lp_res_build_over(const lp_lexicon *lex, const lp_resource *base, lp_str *out, lp_err *err);

/* Look-ups in this resource alone, whatever lies over it. */
bool lp_res_exact_one(const lp_resource *r, uint64_t key, lp_exact *hit);
size_t lp_res_sound_one(const lp_resource *r, lp_sv heard, uint32_t budget, lp_sound_hit hits[LP_SOUND_MOST]);

/* The checksum that the file should have, head and all. */
uint64_t lp_res_checksum(lp_sv file);

/* A section of an open resource and the number of its items. */
const void *lp_res_section(const lp_resource *r, enum res_section which, size_t *n);

#endif
