/* What a style does to the sounds of a word. */
#include <stdlib.h>

#include "base/utf8.h"
#include "language/sanskrit/schwa.h"
#include "language/sanskrit/schwa_internal.h"
#include "language/sanskrit/translit_internal.h"

void lp_sk_sounds_add(lp_sk_sounds *s, lp_sk k)
{
    if (s->n == s->cap) {
        const size_t cap = s->cap ? 2 * s->cap : 64;
        lp_sk *more = realloc(s->k, cap * sizeof *more);
        s->failed |= !more;
        if (!more) return;
        s->k = more;
        s->cap = cap;
    }
    s->k[s->n++] = k;
}

void lp_sk_sounds_free(lp_sk_sounds *s)
{
    free(s->k);
    *s = (lp_sk_sounds){0};
}

/* The signs that mark accents and their like, as raw characters. */
static bool is_vedic(uint32_t c)
{
    return (c >= 0x0951 && c <= 0x0954) || (c >= 0x1CD0 && c <= 0x1CE8) || (c >= 0xA8E0 && c <= 0xA8F1) ||
           c == 0x030D || c == 0x030E || c == 0x0331;
}

static bool is_accent(lp_sk k) { return k & SK_RAW ? is_vedic(k & 0x1FFFFFu) : lp_sk_is_accent(lp_sk_sound(k)); }

/* 0 to 4 for the stops and nasals of the five classes, 5 for all else. */
static unsigned stop_class(unsigned k) { return k >= SK_KA && k <= SK_MA ? (k - SK_KA) / 5 : 5; }

/* The same sound, or what anusvāra and class nasals give for one another
 * before the sound `next`. */
static lp_sk nasal(enum lp_anusvara how, lp_sk k, lp_sk next)
{
    const unsigned sound = lp_sk_sound(k), class = stop_class(lp_sk_sound(next));
    if (class == 5) return k;
    const unsigned own = SK_NGA + 5 * class; /* the last of its class */
    if (how == LP_ANUSVARA_NASAL && sound == SK_ANUSVARA) return own;
    if (how == LP_ANUSVARA_DOT && sound == own && !(k & SK_NUKTA) && lp_sk_sound(next) != own) return SK_ANUSVARA;
    return k;
}

static lp_sk next_sound(const lp_sk_sounds *in, size_t i)
{
    do i++;
    while (i < in->n && is_accent(in->k[i]));
    return i < in->n ? in->k[i] : SK_NONE;
}

static void add_spelled(lp_sk_sounds *out, const char *s)
{
    for (size_t i = 0, n, len = strlen(s); i < len; i += n) {
        uint32_t c;
        n = lp_utf8_get(s + i, len - i, &c);
        lp_sk_sounds_add(out, SK_RAW | c);
    }
}

static bool stays(const lp_translit_style *style, unsigned sound)
{
    if (sound == SK_DANDA || sound == SK_DOUBLE_DANDA) return style->keep_dandas;
    return sound >= SK_0 && sound <= SK_9 && style->keep_digits;
}

/* The letter of letters_internal.h, as far as schwa deletion asks. */
static char letter_of(lp_sk k)
{
    const unsigned sound = lp_sk_sound(k);
    const char *slp1 = lp_sk_rows[sound].spelling[LP_SLP1];
    if (sound == SK_SHORT_E || sound == SK_CANDRA_E) return 'e';
    if (sound == SK_SHORT_O || sound == SK_CANDRA_O) return 'o';
    if (sound == SK_JIHVAMULIYA || sound == SK_UPADHMANIYA) return 'H';
    return slp1 ? *slp1 : '~';
}

/* Hindi: the sounds from `from` on are a word. */
static void drop_schwa(lp_sk_sounds *s, size_t from)
{
    lp_letter w[LP_SCHWA_LONGEST];
    bool gone[LP_SCHWA_LONGEST];
    const size_t n = s->n - from;
    if (!n || n > LP_SCHWA_LONGEST) return;
    for (size_t i = 0; i < n; i++) w[i] = (lp_letter){letter_of(s->k[from + i]), i, 1};
    lp_schwa_of_word(w, n, true, gone);
    s->n = from;
    for (size_t i = 0; i < n; i++) {
        const lp_sk k = s->k[from + i];
        if (!gone[i] || lp_sk_sound(k) != SK_A) s->k[s->n++] = k;
    }
}

void lp_sk_style(const lp_translit_style *style, lp_scheme from, const lp_sk_sounds *in, lp_sk_sounds *out)
{
    size_t word = 0;
    for (size_t i = 0; i < in->n; i++) {
        lp_sk k = in->k[i];
        if (style->strip_accents && is_accent(k)) continue;
        if (style->lower) k &= ~SK_UPPER;
        const bool letter = lp_sk_is_word(lp_sk_sound(k)) && lp_sk_sound(k) != SK_AVAGRAHA;
        if (!letter && style->drop_schwa) drop_schwa(out, word);
        const lp_sk now = k & SK_RAW ? k : nasal(style->anusvara, k, next_sound(in, i));
        /* A consonant bears no accent: those on its anusvāra go to the vowel. */
        for (; now != k && lp_sk_is_consonant(lp_sk_sound(now)) && is_accent(in->k[i + 1]); i++)
            if (!style->strip_accents) lp_sk_sounds_add(out, in->k[i + 1]);
        if (stays(style, lp_sk_sound(k))) add_spelled(out, lp_sk_rows[lp_sk_sound(k)].spelling[from]);
        else lp_sk_sounds_add(out, now);
        if (!letter) word = out->n;
    }
    if (style->drop_schwa) drop_schwa(out, word);
}
