/* Popular spelling (Krishna, Upanishad) read as the Sanskrit that it most
 * likely stands for. What it does not tell (long vowels, t or ṭ, most of ś and
 * ṣ) is left as the plainest sound; only what the neighbours make nearly sure
 * is changed. docs/formats/schemes.md has the rules with examples.
 */
#include "language/sanskrit/translit_internal.h"

static unsigned sound_at(const lp_sk_sounds *s, size_t i) { return i < s->n ? lp_sk_sound(s->k[i]) : SK_NONE; }

static unsigned before(const lp_sk_sounds *s, size_t i) { return i ? sound_at(s, i - 1) : SK_NONE; }

static bool is_in(unsigned sound, const uint8_t *set)
{
    while (*set && *set != sound) set++;
    return *set != SK_NONE;
}

/* "ri" is ṛ at the start of a word or behind a consonant, before sh (kṛṣṇa,
 * ṛṣi); behind some consonants also before t, d, h, nd (smṛti, hṛdaya, gṛha,
 * vṛndā). Elsewhere it is r and i (hari, śrī, kriyā). */
static bool is_vocalic(const lp_sk_sounds *s, size_t i)
{
    static const uint8_t bearers[] = {SK_KA, SK_GA,  SK_GHA, SK_DA, SK_DHA, SK_NA,
                                      SK_BA, SK_BHA, SK_MA,  SK_VA, SK_HA,  SK_NONE};
    const unsigned last = before(s, i), next = sound_at(s, i + 1), second = sound_at(s, i + 2);
    if (lp_sk_is_vowel(last)) return false;
    if (next == SK_SHA) return last != SK_SHA;
    if (!is_in(last, bearers)) return false;
    return next == SK_TA || next == SK_DA || next == SK_HA || (next == SK_NA && second == SK_DA);
}

static void split_ri(const lp_sk_sounds *in, lp_sk_sounds *out)
{
    for (size_t i = 0; i < in->n; i++) {
        if (sound_at(in, i) != SK_R || is_vocalic(in, i)) {
            lp_sk_sounds_add(out, in->k[i]);
            continue;
        }
        lp_sk_sounds_add(out, SK_RA | (in->k[i] & SK_UPPER));
        lp_sk_sounds_add(out, SK_I);
    }
}

/* sh is ṣ behind k and ṛ, before t and th, and behind i or u inside a word. */
static bool is_retroflex(const lp_sk_sounds *s, size_t i)
{
    const unsigned last = before(s, i), next = sound_at(s, i + 1);
    if (last == SK_KA || last == SK_R || next == SK_TA || next == SK_THA) return true;
    return (last == SK_I || last == SK_U) && i > 1 && lp_sk_is_consonant(sound_at(s, i - 2)) && next != SK_VA;
}

static void retroflex(lp_sk_sounds *s)
{
    for (size_t i = 0; i < s->n; i++) {
        const unsigned k = sound_at(s, i), last = before(s, i);
        const lp_sk rest = s->k[i] & SK_UPPER;
        if (k == SK_SHA && is_retroflex(s, i)) s->k[i] = SK_SSA | rest;
        if (last != SK_SSA) continue;
        if (k == SK_TA) s->k[i] = SK_TTA;
        if (k == SK_THA) s->k[i] = SK_TTHA;
        if (k == SK_NA) s->k[i] = SK_NNA;
    }
}

/* n before a stop, and behind j. */
static void nasals(lp_sk_sounds *s)
{
    for (size_t i = 0; i < s->n; i++) {
        const unsigned next = sound_at(s, i + 1);
        lp_sk k = SK_NA;
        if (sound_at(s, i) != SK_NA || s->k[i] & SK_NUKTA) continue;
        if (next >= SK_KA && next <= SK_GHA) k = SK_NGA;
        if (before(s, i) == SK_JA || (next >= SK_CA && next <= SK_JHA)) k = SK_NYA;
        if (next >= SK_TTA && next <= SK_DDHA) k = SK_NNA;
        s->k[i] = k | (s->k[i] & SK_UPPER);
    }
}

/* Of the sounds that share a spelling the index gives the first of the table;
 * here the dentals are meant. */
static void plainest(lp_sk_sounds *s)
{
    for (size_t i = 0; i < s->n; i++) {
        const unsigned k = sound_at(s, i);
        if (s->k[i] & SK_NUKTA) continue;
        if (k >= SK_TTA && k <= SK_DDHA) s->k[i] += SK_TA - SK_TTA;
        if (k == SK_NGA) s->k[i] += SK_NA - SK_NGA;
    }
}

void lp_sk_guess(lp_sk_sounds *s)
{
    lp_sk_sounds out = {0}, old = *s;
    plainest(s);
    split_ri(s, &out);
    retroflex(&out);
    nasals(&out);
    *s = out;
    s->failed |= old.failed;
    lp_sk_sounds_free(&old);
}
