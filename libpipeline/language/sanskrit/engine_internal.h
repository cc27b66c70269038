/* engine_internal.h -- the parts of the transliterator: an index over the
 * spellings of one scheme, a reader from text to sounds, a writer from sounds
 * to text.
 */
#ifndef LP_ENGINE_INTERNAL_H
#define LP_ENGINE_INTERNAL_H

#include "language/sanskrit/scheme_tables_internal.h"

#define SK_LONGEST 12 /* bytes of the longest spelling, with room */

/* ---- index: the longest spelling that begins here ---- */

typedef struct lp_sk_entry {
    const char *s;
    uint8_t len;
    uint8_t first, second; /* sounds, SK_NUKTA in the top bit; second may be SK_NONE */
    bool sign;             /* a Devanagari vowel sign */
    uint8_t next;          /* place + 1 of the next entry of the bucket, 0: none */
} lp_sk_entry;

#define SK_MAX_ENTRIES 200
#define SK_N_LATIN (0x250 + 0x100) /* up to Latin Extended-B, and Latin Extended Additional */

typedef struct lp_sk_index {
    lp_scheme scheme;
    const lp_sk_traits *traits;
    lp_sk_entry entries[SK_MAX_ENTRIES];
    uint8_t n;
    uint8_t bucket[256];               /* by the low byte of the first character */
    const lp_sk_entry *spelling[256];  /* by sound, SK_NUKTA in the top bit; NULL: none */
    uint8_t letters[SK_N_LATIN / 8];   /* the Latin letters of its spellings, a bit each */
} lp_sk_index;

void lp_sk_index_init(lp_sk_index *ix, lp_scheme scheme);

/* The longest entry that s begins with, vowel signs or all the rest; NULL when
 * there is none. after: an earlier answer for the same place, to get the next
 * best one. */
const lp_sk_entry *lp_sk_match(const lp_sk_index *ix, lp_sv s, bool signs, const lp_sk_entry *after);

/* False for a Latin letter that no spelling of the scheme holds. */
bool lp_sk_has_letter(const lp_sk_index *ix, uint32_t c);

/* ---- tail: the last two spellings of a run, to see what would run together ---- */

typedef struct lp_sk_tail {
    char bytes[2 * SK_LONGEST];
    uint8_t len[2]; /* the older, the newer */
    uint8_t sound;  /* of the newer, SK_NUKTA in the top bit */
} lp_sk_tail;

void lp_sk_tail_clear(lp_sk_tail *t);
void lp_sk_tail_push(lp_sk_tail *t, lp_sv spelling, uint8_t sound);

/* Would reading tail and right side by side find a spelling across the joint?
 * sound: what right stands for when it is known, so that k + ṣ and a spelling
 * of kṣ count as the same; SK_NONE otherwise. */
bool lp_sk_joins(const lp_sk_index *ix, const lp_sk_tail *tail, lp_sv right, uint8_t sound);

/* ---- reader ---- */

typedef struct lp_sk_reader {
    const lp_sk_index *ix;
    lp_sv in;             /* NFC; small letters in a cased scheme */
    const char *original; /* the same with its capitals */
    size_t at;
    lp_sk last;           /* what was given last */
    lp_sk queued;         /* the second sound of a spelling, or SK_NONE */
    bool open;            /* Devanagari: a consonant waits for its vowel */
    lp_sk_tail tail;
} lp_sk_reader;

void lp_sk_reader_init(lp_sk_reader *r, const lp_sk_index *ix, lp_sv in, const char *original);
/* The next sound into *k; false at the end. */
bool lp_sk_read(lp_sk_reader *r, lp_sk *k);

/* ---- writer ---- */

typedef struct lp_sk_writer {
    const lp_sk_index *ix;
    lp_str *out;
    lp_sk last;   /* what was written last */
    bool open;    /* Devanagari: a consonant waits for its vowel or virama */
    bool broken;  /* SK_BREAK came */
    bool marks;   /* a combining mark was written: the result may not be NFC */
    lp_sk_tail tail;
} lp_sk_writer;

void lp_sk_writer_init(lp_sk_writer *w, const lp_sk_index *ix, lp_str *out);
void lp_sk_write(lp_sk_writer *w, lp_sk k);
void lp_sk_write_end(lp_sk_writer *w);

/* ---- text of a Latin scheme that is no Sanskrit (spans.c) ---- */

/* How many bytes from `at` on are kept as they are: a tag, a URL, an entity, a
 * stretch between ## and ##, a word with letters that the scheme has not. 0:
 * none. From Devanagari nothing is, all Latin being raw there. */
size_t lp_sk_kept(const lp_sk_index *ix, lp_sv t, size_t at);

/* What stands between the signs of a toggle. */
lp_sv lp_sk_between_toggles(lp_sv whole);

/* Where the word at `at` ends: at white space that is not inside of something
 * kept. last: t ends there; else what it cuts off may go on, and its length is
 * the answer where that matters. */
size_t lp_sk_word_end(const lp_sk_index *ix, lp_sv t, size_t at, bool last);

/* ---- characters ---- */

#define SK_CH_NUKTA 0x093Cu
#define SK_CH_VIRAMA 0x094Du
#define SK_CH_ZWNJ 0x200Cu
#define SK_CH_ZWJ 0x200Du

/* Is a joiner after raw character c part of emoji or another script? */
bool lp_sk_keeps_joiner(lp_sk last);

/* Small letter of a Latin letter of the cased schemes, same length in UTF-8;
 * any other character is given back. lp_sk_unfold is the other way. */
uint32_t lp_sk_fold(uint32_t c);
uint32_t lp_sk_unfold(uint32_t c);

#endif
