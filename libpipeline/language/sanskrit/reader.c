/* From text to sounds: Devanagari by syllables, every other scheme by the
 * longest spelling that fits. */
#include <string.h>

#include "base/utf8.h"
#include "language/sanskrit/engine_internal.h"
#include "language/unicode.h"

void lp_sk_reader_init(lp_sk_reader *r, const lp_sk_index *ix, lp_sv in, const char *original)
{
    memset(r, 0, sizeof *r);
    r->ix = ix;
    r->in = in;
    r->original = original;
}

static lp_sv rest(const lp_sk_reader *r) { return lp_sv_make(r->in.s + r->at, r->in.len - r->at); }

/* The character at `at`, 0 at the end, and its length. */
static uint32_t peek(const lp_sk_reader *r, size_t at, size_t *len)
{
    uint32_t c = 0;
    *len = 0;
    if (at < r->in.len) *len = lp_utf8_get(r->in.s + at, r->in.len - at, &c);
    return c;
}

static bool take(lp_sk_reader *r, uint32_t wanted)
{
    size_t len;
    if (peek(r, r->at, &len) != wanted || !len) return false;
    r->at += len;
    return true;
}

static void skip_joiners(lp_sk_reader *r)
{
    while (take(r, SK_CH_ZWJ) || take(r, SK_CH_ZWNJ)) {}
}

/* A character that is no sound, joiners left out where they belong to the
 * letters around; false at the end. */
static bool read_raw(lp_sk_reader *r, lp_sk *k)
{
    size_t len;
    uint32_t c = peek(r, r->at, &len);
    while (len && (c == SK_CH_ZWJ || c == SK_CH_ZWNJ) && !lp_sk_keeps_joiner(r->last)) {
        r->at += len;
        c = peek(r, r->at, &len);
        if (len && lp_sk_match(r->ix, rest(r), false, NULL)) return lp_sk_read(r, k);
    }
    if (!len) return false;
    r->at += len;
    lp_sk_tail_clear(&r->tail);
    *k = r->last = SK_RAW | c;
    return true;
}

/* ---- Devanagari ---- */

/* What a waiting consonant gets: a vowel sign, a virama (true: nothing to give
 * yet, unless an independent vowel follows at once), or the inherent a. */
static bool close_consonant(lp_sk_reader *r, lp_sk *k)
{
    r->open = false;
    skip_joiners(r);
    const lp_sk_entry *sign = lp_sk_match(r->ix, rest(r), true, NULL);
    if (sign) {
        r->at += sign->len;
        *k = sign->first;
        return true;
    }
    if (!take(r, SK_CH_VIRAMA)) {
        *k = SK_A;
        return true;
    }
    skip_joiners(r);
    const lp_sk_entry *next = lp_sk_match(r->ix, rest(r), false, NULL);
    *k = SK_BREAK;
    return next && lp_sk_is_vowel(next->first);
}

static bool read_devanagari(lp_sk_reader *r, lp_sk *k)
{
    if (r->open && close_consonant(r, k)) {
        r->last = *k;
        return true;
    }
    const lp_sk_entry *e = lp_sk_match(r->ix, rest(r), false, NULL);
    if (!e) return read_raw(r, k);
    r->at += e->len;
    *k = e->first;
    r->open = lp_sk_is_consonant(lp_sk_sound(*k));
    if (r->open && take(r, SK_CH_NUKTA)) *k |= SK_NUKTA;
    r->last = *k;
    return true;
}

/* ---- all other schemes ---- */

static bool is_digit_at(const lp_sk_reader *r, size_t at)
{
    return at < r->in.len && r->in.s[at] >= '0' && r->in.s[at] <= '9';
}

static bool last_is_word(const lp_sk_reader *r)
{
    if (r->last & SK_RAW) return lp_is_word_char(r->last & 0x1FFFFFu);
    return lp_sk_is_word(lp_sk_sound(r->last)) || lp_sk_sound(r->last) == SK_BREAK;
}

/* Does the word go on at this place? */
static bool is_word_at(const lp_sk_reader *r, size_t at)
{
    size_t len;
    uint32_t c = peek(r, at, &len);
    if (!len || lp_is_word_char(c)) return len != 0;
    const lp_sk_entry *e = lp_sk_match(r->ix, lp_sv_make(r->in.s + at, r->in.len - at), false, NULL);
    return e && lp_sk_is_word(e->first & 0x7Fu);
}

/* Can the entry stand at this place? */
static bool fits(const lp_sk_reader *r, const lp_sk_entry *e)
{
    unsigned last = lp_sk_sound(r->last), now = e->first & 0x7Fu;
    if (now == SK_OM && r->ix->traits->om_is_word) return !last_is_word(r) && !is_word_at(r, r->at + e->len);
    if (now == SK_CANDRABINDU)
        return lp_sk_is_vowel(last) || last == SK_YA || last == SK_LA || last == SK_VA || last == SK_RA;
    if (now == SK_BREAK) return lp_sk_is_consonant(last) || lp_sk_is_vowel(last);
    if (lp_sk_is_accent(now)) return lp_sk_bears_accent(last);
    if (now == SK_DANDA && r->ix->traits->dot_is_danda)
        return !(last >= SK_0 && last <= SK_9 && is_digit_at(r, r->at + 1));
    return true;
}

static const lp_sk_entry *best_here(const lp_sk_reader *r)
{
    const lp_sk_entry *e = NULL;
    do e = lp_sk_match(r->ix, rest(r), false, e);
    while (e && !fits(r, e));
    return e;
}

/* A separator counts only where leaving it out would change the reading. It
 * says nothing where it keeps two spellings from running together; between a
 * consonant and a vowel that would not, it stands for a virama (SK_BREAK). */
static bool take_separator(lp_sk_reader *r, lp_sk *k)
{
    const char *separator = r->ix->traits->separator;
    size_t len = strlen(separator);
    lp_sv right = rest(r);
    *k = SK_NONE;
    if (!len || !r->tail.len[1] || right.len <= len || memcmp(right.s, separator, len) != 0) return false;
    right = lp_sv_make(right.s + len, right.len - len);
    const lp_sk_entry *next = lp_sk_match(r->ix, right, false, NULL);
    if (!next) return false;
    if (!lp_sk_joins(r->ix, &r->tail, right, SK_NONE)) {
        if (!lp_sk_is_consonant(lp_sk_sound(r->last)) || !lp_sk_is_vowel(next->first)) return false;
        *k = SK_BREAK;
    }
    r->at += len;
    lp_sk_tail_clear(&r->tail);
    return true;
}

static bool read_latin(lp_sk_reader *r, lp_sk *k)
{
    if (r->queued) {
        *k = r->last = r->queued;
        r->queued = SK_NONE;
        return true;
    }
    if (take_separator(r, k) && *k == SK_BREAK) return true;
    const lp_sk_entry *e = best_here(r);
    if (!e) return read_raw(r, k);
    *k = e->first;
    if (memcmp(r->in.s + r->at, r->original + r->at, e->len) != 0) *k |= SK_UPPER;
    r->at += e->len;
    r->queued = e->second;
    lp_sk_tail_push(&r->tail, lp_sv_make(e->s, e->len), e->first);
    if (lp_sk_is_consonant(lp_sk_sound(*k)) && !(*k & SK_NUKTA) && !r->queued && take(r, SK_CH_NUKTA)) *k |= SK_NUKTA;
    r->last = *k;
    return true;
}

bool lp_sk_read(lp_sk_reader *r, lp_sk *k)
{
    return r->ix->scheme == LP_DEVANAGARI ? read_devanagari(r, k) : read_latin(r, k);
}
