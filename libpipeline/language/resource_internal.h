/* Layout of the compiled lexicon, shared by its writer and its reader. All
 * numbers are in the byte order of the machine; `order` finds the wrong one. */
#ifndef LP_RESOURCE_INTERNAL_H
#define LP_RESOURCE_INTERNAL_H

#include <stdint.h>

#include "base/file.h"
#include "language/phones.h"
#include "language/resource.h"

#define LP_RES_MAGIC "SHODLEX"
#define LP_RES_LAYOUT 5u
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
    X(LP_RES_SIEVE, uint64_t)           \
    X(LP_RES_COSTS, res_costs)          \
    X(LP_RES_LEARNED, res_learned)      \
    X(LP_RES_UNITS, res_unit)           \
    X(LP_RES_WORDS, res_word)           \
    X(LP_RES_VECTORS, res_vector)       \
    X(LP_RES_PAIRS, res_pair)           \
    X(LP_RES_WEIGHTS, res_weight)       \
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
enum { RES_LONGER = 1, RES_WRITTEN = 2, RES_HEARD = 4 };

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
    uint8_t n_phones;
    uint8_t n_bones;  /* length of its skeleton */
    uint16_t heard;   /* 1: a known mishearing */
} res_said;

/* Skeleton keys: open addressing on the hash of a skeleton or of a skeleton
 * with one bone taken out; the pronunciations that have it. */
typedef struct res_bone {
    uint32_t hash; /* 0: empty */
    uint32_t first, n; /* in LP_RES_POSTS */
} res_bone;

/* A pronunciation that has the key, with its beginning: most are seen to be far
 * off by that, without a look at the rest, which lies somewhere else. Those of
 * one key stand in alphabetical order. */
enum { LP_RES_BEGINNING = 10 };
typedef struct res_post {
    uint32_t said; /* index in LP_RES_SAID */
    uint8_t n_phones, n_bones;
    uint8_t first[LP_RES_BEGINNING]; /* its phones, or 0xFF behind the last */
} res_post;

/* One bit for each of so many values of a skeleton key's hash: most keys that
 * are asked for do not exist, and a bit that is not set says so without a look
 * into the table, which is too large for the caches. */
#define LP_RES_SIEVE_BITS (1u << 21)
#define LP_RES_SIEVE_WORDS (LP_RES_SIEVE_BITS / 64)

static inline bool res_in_sieve(const uint64_t *sieve, uint32_t hash)
{
    const uint32_t bit = hash & (LP_RES_SIEVE_BITS - 1);
    return (sieve[bit / 64] >> bit % 64 & 1) != 0;
}

/* Costs are negative logarithms of probabilities in 1/LP_COST_ONE nat. */
typedef struct res_costs {
    uint16_t sub[LP_N_PHONES][LP_N_PHONES]; /* [heard][said], equal ones too */
    uint16_t add[LP_N_PHONES];              /* heard, not said */
    uint16_t drop[LP_N_PHONES];             /* said, not heard */
    uint16_t end[LP_N_PHONES];              /* said last of all, not heard */
    uint16_t noise[LP_N_PHONES];            /* heard, whatever was said */
    uint16_t heard;                         /* surcharge of a known mishearing */
    uint16_t unused;
} res_costs;

/* --- what was learned from recorded lectures -------------------------------- */

typedef struct res_learned {
    double words; /* how many words were counted */
} res_learned;

/* What the lectures say of a term, by its index; count 0: they do not have it. */
typedef struct res_unit {
    uint64_t key;    /* of the term as one word of LP_RES_PAIRS */
    uint32_t count;
    uint32_t vector; /* in LP_RES_VECTORS: as part of a context; LP_NO_VECTOR: none */
    uint32_t sense;  /* in LP_RES_VECTORS: its usual context */
    float scale;     /* of the sense: a context's likelihood is */
    float offset;    /* scale * (context . sense) - offset */
} res_unit;

/* Words of the lectures: open addressing, tag 0 is empty. */
typedef struct res_word {
    uint32_t tag;
    uint32_t count;
    uint32_t vector;
} res_word;

#define LP_NO_VECTOR UINT32_MAX
typedef struct res_vector {
    int8_t x[LP_VECTOR_DIMENSIONS];
} res_vector;

/* How often two words (or terms, each as one word) stand side by side: open
 * addressing on the key joined from theirs, tag 0 is empty. */
typedef struct res_pair {
    uint32_t tag;
    uint32_t count;
} res_pair;

typedef struct res_weight {
    char name[24]; /* padded with NULs */
    double value;
} res_weight;

/* --- skeletons ---------------------------------------------------------------- */

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

/* A polynomial over the bones, so that the hash of a skeleton without some of
 * its bones follows from sums over its beginnings. */
#define LP_RES_BONE_BASE 0x01000193u
static inline uint32_t res_bone_step(uint32_t sum, char bone)
{
    return sum * LP_RES_BONE_BASE + (unsigned char)bone;
}
static inline uint32_t res_bone_finish(uint32_t sum)
{
    sum ^= sum >> 16;
    sum *= 0x85EBCA6Bu;
    sum ^= sum >> 13;
    sum *= 0xC2B2AE35u;
    sum ^= sum >> 16;
    return sum ? sum : 1;
}
/* The hash without the bone at i (SIZE_MAX: with all). */
static inline uint32_t res_bone_hash(const char *bones, size_t n, size_t without)
{
    uint32_t sum = 0;
    for (size_t k = 0; k < n; k++)
        if (k != without) sum = res_bone_step(sum, bones[k]);
    return res_bone_finish(sum);
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
    uint32_t *known_as; /* by term of `over`: the one whose place it takes, or LP_NO_TERM */
};

/* Open bytes made in memory, which go over to the resource. */
LP_MUST_CHECK int lp_res_open_own(lp_str *bytes, lp_resource **out, lp_err *err);

/* Compile entries to lie over base: it says what is English and what sounds
 * are confused. */
LP_MUST_CHECK int lp_res_build_over(const lp_lexicon *lex, const lp_resource *base, lp_str *out, lp_err *err);

/* Look-ups in this resource alone, whatever lies over it. */
bool lp_res_exact_one(const lp_resource *r, uint64_t key, lp_exact *hit);
size_t lp_res_sound_one(const lp_resource *r, lp_sv heard, int32_t least, bool wide, lp_sound_hit hits[LP_SOUND_MOST]);

/* The checksum that the file should have, head and all. */
uint64_t lp_res_checksum(lp_sv file);

/* A section of an open resource and the number of its items. */
const void *lp_res_section(const lp_resource *r, enum res_section which, size_t *n);

#endif
