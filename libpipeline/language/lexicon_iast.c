/* Letters that are IAST and yet no Sanskrit: what slips in from plain spelling,
 * from other schemes and from the keyboard. */
#include "base/utf8.h"
#include "language/lexicon_internal.h"
#include "language/unicode.h"

enum {
    AA = 0x101, II = 0x12B, UU = 0x16B, RI = 0x1E5B, RII = 0x1E5D, LI = 0x1E37, LII = 0x1E39, NGA = 0x1E45, NYA = 0xF1,
    TTA = 0x1E6D, DDA = 0x1E0D, NNA = 0x1E47, SHA = 0x15B, SSA = 0x1E63, VISARGA = 0x1E25, ANUSVARA = 0x1E43
};

static bool is_one_of(uint32_t c, const uint32_t *set)
{
    while (*set && *set != c) set++;
    return c && *set == c;
}

static bool is_vowel(uint32_t c)
{
    static const uint32_t vowels[] = {'a', AA, 'i', II, 'u', UU, RI, RII, LI, LII, 'e', 'o', 0x113, 0x14D, 0};
    return is_one_of(c, vowels);
}

static bool has_aspirate(uint32_t c)
{
    static const uint32_t stops[] = {'k', 'g', 'c', 'j', TTA, DDA, 't', 'd', 'p', 'b', 0};
    return is_one_of(c, stops);
}

/* What is wrong at v[i] of a word in small letters; 0 stands around it. */
static const char *wrong_at(const uint32_t *v, size_t i, bool *certain)
{
    static const uint32_t foreign[] = {'w', 'x', 'q', 'f', 'z', 0};
    static const uint32_t palatals[] = {'c', 'j', NYA, SHA, 0}, velars[] = {'k', 'g', NGA, 'm', 'n', ANUSVARA, 0};
    const uint32_t before = i ? v[i - 1] : 0, c = v[i], next = v[i + 1], third = next ? v[i + 2] : 0;
    *certain = true;
    if ((c == ANUSVARA || c == VISARGA) && !is_vowel(before)) return "ṃ and ḥ stand behind a vowel";
    if (is_vowel(c) && c == next && c < 0x80) return "a vowel twice: a long one has a stroke above";
    if (c == next && c == third && !is_vowel(c)) return "a consonant three times";
    if (c == 'c' && next == 'h' && third == 'h') return "chh is plain spelling: ch or cch";
    if (has_aspirate(c) && next == 'h' && third == c && v[i + 3] == 'h') return "an aspirate twice: kkh, ddh, ...";
    *certain = false;
    if (is_one_of(c, foreign)) return "w, x, q, f and z are no Sanskrit letters";
    if (c == 's' && next == 'h') return "sh is plain spelling: ś or ṣ";
    if (c == NYA && is_vowel(next) && !is_one_of(before, palatals)) return "ñ stands beside c and j";
    if (c == NGA && next && !is_one_of(next, velars)) return "ṅ stands before k and g";
    return NULL;
}

const char *lp_iast_impossible(lp_sv term, bool *certain)
{
    uint32_t word[130];
    const char *doubtful = NULL;
    size_t n = 0;
    lp_str low = LP_STR_INIT;
    if (lp_lower(term, &low, NULL) != LP_OK) return NULL;
    for (size_t at = 0; at <= low.len;) {
        uint32_t c = ' ';
        at += at < low.len ? lp_utf8_get(low.s + at, low.len - at, &c) : 1;
        if (lp_is_word_char(c) && n + 5 < sizeof word / sizeof *word) {
            word[n++] = c;
            continue;
        }
        memset(word + n, 0, 5 * sizeof *word);
        for (size_t i = 0; i < n; i++) {
            const char *what = wrong_at(word, i, certain);
            if (what && *certain) {
                lp_str_free(&low);
                return what;
            }
            if (what && !doubtful) doubtful = what;
        }
        n = 0;
    }
    lp_str_free(&low);
    *certain = false;
    return doubtful;
}
