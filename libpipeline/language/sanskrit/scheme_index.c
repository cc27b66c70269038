#include <string.h>

#include "base/utf8.h"
#include "language/sanskrit/engine_internal.h"

static uint8_t bucket_of(lp_sv s)
{
    uint32_t c;
    lp_utf8_get(s.s, s.len, &c);
    return (uint8_t)(c & 0xFF);
}

/* The bit of a Latin letter, SK_N_LATIN for any other character. */
static unsigned letter_bit(uint32_t c)
{
    const bool sign = c < 0xC0 && !((c | 32) >= 'a' && (c | 32) <= 'z');
    if (sign || c == 0xD7 || c == 0xF7) return SK_N_LATIN;
    if (c < 0x250) return c;
    return c >= 0x1E00 && c < 0x1F00 ? c - 0x1E00 + 0x250 : SK_N_LATIN;
}

static void note_letters(lp_sk_index *ix, lp_sv s)
{
    for (size_t i = 0, n; i < s.len; i += n) {
        uint32_t c;
        n = lp_utf8_get(s.s + i, s.len - i, &c);
        const unsigned bit = letter_bit(c);
        if (bit < SK_N_LATIN) ix->letters[bit / 8] |= (uint8_t)(1u << bit % 8);
    }
}

bool lp_sk_has_letter(const lp_sk_index *ix, uint32_t c)
{
    const unsigned bit = letter_bit(ix->traits->cased ? lp_sk_fold(c) : c);
    return bit == SK_N_LATIN || (ix->letters[bit / 8] >> bit % 8 & 1u);
}

/* Longer spellings stand before shorter ones, so the first that fits is the
 * longest; of two equal ones the first added is found first. */
static const lp_sk_entry *add(lp_sk_index *ix, const char *s, unsigned first, unsigned second, bool sign)
{
    if (ix->n == SK_MAX_ENTRIES) return NULL; /* a unit test counts the entries */
    lp_sk_entry *e = &ix->entries[ix->n++];
    *e = (lp_sk_entry){s, (uint8_t)strlen(s), (uint8_t)first, (uint8_t)second, sign, 0};
    uint8_t *link = &ix->bucket[bucket_of(lp_sv_make(s, e->len))];
    while (*link && ix->entries[*link - 1].len >= e->len) link = &ix->entries[*link - 1].next;
    e->next = *link;
    *link = ix->n;
    note_letters(ix, lp_sv_make(s, e->len));
    return e;
}

static void add_rows(lp_sk_index *ix)
{
    for (unsigned k = SK_A; k < SK_N_SOUNDS; k++) {
        const lp_sk_row *row = &lp_sk_rows[k];
        const char *s = row->spelling[ix->scheme];
        /* What a scheme cannot write stands in Devanagari, and is read so. */
        ix->spelling[k] = add(ix, s ? s : row->spelling[LP_DEVANAGARI], k, SK_NONE, false);
    }
}

static void add_signs(lp_sk_index *ix)
{
    for (unsigned k = SK_A; k < SK_N_SOUNDS; k++)
        if (lp_sk_rows[k].sign) add(ix, lp_sk_rows[k].sign, k, SK_NONE, true);
}

void lp_sk_index_init(lp_sk_index *ix, lp_scheme scheme)
{
    memset(ix, 0, sizeof *ix);
    ix->scheme = scheme;
    ix->traits = &lp_sk_scheme_traits[scheme];
    add_rows(ix);
    for (size_t i = 0; i < lp_sk_n_nuktas; i++) {
        const lp_sk_nukta *row = &lp_sk_nuktas[i];
        unsigned k = row->sound | SK_NUKTA;
        if (row->spelling[scheme]) ix->spelling[k] = add(ix, row->spelling[scheme], k, SK_NONE, false);
    }
    for (size_t i = 0; i < lp_sk_n_aliases; i++) {
        const lp_sk_alias *a = &lp_sk_aliases[i];
        if (a->scheme == scheme) add(ix, a->spelling, a->first, a->second, false);
    }
    if (scheme == LP_DEVANAGARI) add_signs(ix);
}

const lp_sk_entry *lp_sk_match(const lp_sk_index *ix, lp_sv s, bool signs, const lp_sk_entry *after)
{
    if (!s.len) return NULL;
    uint8_t i = after ? after->next : ix->bucket[bucket_of(s)];
    for (; i; i = ix->entries[i - 1].next) {
        const lp_sk_entry *e = &ix->entries[i - 1];
        if (e->len <= s.len && e->sign == signs && memcmp(e->s, s.s, e->len) == 0) return e;
    }
    return NULL;
}

void lp_sk_tail_clear(lp_sk_tail *t) { t->len[0] = t->len[1] = t->sound = 0; }

void lp_sk_tail_push(lp_sk_tail *t, lp_sv spelling, uint8_t sound)
{
    if (spelling.len > SK_LONGEST) {
        lp_sk_tail_clear(t);
        return;
    }
    memmove(t->bytes, t->bytes + t->len[0], t->len[1]);
    t->len[0] = t->len[1];
    memcpy(t->bytes + t->len[0], spelling.s, spelling.len);
    t->len[1] = (uint8_t)spelling.len;
    t->sound = sound;
}

bool lp_sk_joins(const lp_sk_index *ix, const lp_sk_tail *tail, lp_sv right, uint8_t sound)
{
    char both[3 * SK_LONGEST];
    size_t left = (size_t)tail->len[0] + tail->len[1];
    size_t more = right.len < SK_LONGEST ? right.len : SK_LONGEST;
    memcpy(both, tail->bytes, left);
    memcpy(both + left, right.s, more);
    for (int i = 0; i < 2; i++) {
        if (!tail->len[i]) continue;
        size_t from = i ? tail->len[0] : 0;
        lp_sv here = lp_sv_make(both + from, left + more - from);
        const lp_sk_entry *e = lp_sk_match(ix, here, false, NULL);
        /* Inside a word those letters are no ॐ. */
        while (e && e->first == SK_OM && ix->traits->om_is_word) e = lp_sk_match(ix, here, false, e);
        if (!e || from + e->len <= left) continue;
        if (i && sound && e->first == tail->sound && e->second == sound && from + e->len == left + more) continue;
        return true;
    }
    return false;
}

bool lp_sk_keeps_joiner(lp_sk last)
{
    uint32_t c = last & 0x1FFFFFu;
    return (last & SK_RAW) && c >= 0x0590 && !(c >= 0x0900 && c <= 0x097F);
}

/* The Latin letters with a small partner of the same length in UTF-8. */
static bool has_pairs(uint32_t c)
{
    return (c >= 0x0100 && c <= 0x012F) || (c >= 0x014A && c <= 0x0177) || (c >= 0x1E00 && c <= 0x1E95) ||
           (c >= 0x1EA0 && c <= 0x1EFF);
}

uint32_t lp_sk_fold(uint32_t c)
{
    if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
    if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 32;
    return has_pairs(c) && c % 2 == 0 ? c + 1 : c;
}

uint32_t lp_sk_unfold(uint32_t c)
{
    if (c < 0x80) return c >= 'a' && c <= 'z' ? c - 32 : c;
    if (c >= 0xE0 && c <= 0xFE && c != 0xF7) return c - 32;
    return has_pairs(c) && c % 2 == 1 ? c - 1 : c;
}
