#include "language/phones.h"

#include "base/utf8.h"

/* A reading rule: letters, and the phones they stand for. `next` limits the
 * rule to places where one of these letters follows ('$' is the end of the
 * word). Rules are tried in order, so longer letters come first. */
typedef struct rule {
    const char *letters;
    const char *phones;
    const char *next;
} rule;

static const rule iast_rules[] = {
    {"m̐", "n", NULL},
    {"jñ", "gy", NULL},  {"kh", "kh", NULL}, {"gh", "gh", NULL}, {"ch", "ch", NULL}, {"jh", "jh", NULL},
    {"ṭh", "Th", NULL},  {"ḍh", "Dh", NULL}, {"th", "th", NULL}, {"dh", "dh", NULL}, {"ph", "ph", NULL},
    {"bh", "bh", NULL},  {"ai", "ai", NULL}, {"au", "au", NULL}, {"a", "a", NULL},   {"ā", "A", NULL},
    {"i", "i", NULL},    {"ī", "I", NULL},   {"u", "u", NULL},   {"ū", "U", NULL},   {"ṛ", "ri", NULL},
    {"ṝ", "rI", NULL},   {"ḷ", "lri", NULL}, {"e", "e", NULL},   {"o", "o", NULL},   {"k", "k", NULL},
    {"g", "g", NULL},    {"ṅ", "n", NULL},   {"c", "c", NULL},   {"j", "j", NULL},   {"ñ", "n", NULL},
    {"ṭ", "T", NULL},    {"ḍ", "D", NULL},   {"ṇ", "n", NULL},   {"t", "t", NULL},   {"d", "d", NULL},
    {"n", "n", NULL},    {"p", "p", NULL},   {"b", "b", NULL},   {"m", "m", NULL},   {"y", "y", NULL},
    {"r", "r", NULL},    {"l", "l", NULL},   {"v", "v", NULL},   {"ś", "S", NULL},   {"ṣ", "S", NULL},
    {"s", "s", NULL},    {"h", "h", NULL},   {"ḥ", "h", NULL},   {"ṃ", "m", "pbmvh $"}, {"ṃ", "n", NULL},
    {"z", "z", NULL},    {"f", "f", NULL},   {"q", "k", NULL},   {"w", "v", NULL},
    {"x", "ks", NULL},   {"ē", "e", NULL},   {"ō", "o", NULL},   {"ḻ", "l", NULL},   {"ṟ", "r", NULL},
    {"ḏ", "D", NULL},    {"ḵ", "k", NULL},   {"ġ", "g", NULL},
};

/* English digraphs and Indian romanisation side by side; where they differ the
 * Indian one stands, since these are words no English list holds. */
static const rule spelling_rules[] = {
    {"tion", "San", NULL}, {"sch", "S", NULL},   {"chh", "ch", NULL},  {"tch", "c", NULL},  {"dny", "gy", NULL},
    {"gny", "gy", NULL},   {"dge", "j", NULL},   {"ough", "o", NULL},  {"augh", "o", NULL}, {"shch", "Sc", NULL},
    {"jn", "gy", NULL},    {"gn", "gy", NULL},   {"sh", "S", NULL},    {"ch", "c", NULL},   {"kh", "kh", NULL},
    {"gh", "gh", NULL},    {"jh", "jh", NULL},   {"th", "th", NULL},   {"dh", "dh", NULL},  {"ph", "ph", NULL},
    {"bh", "bh", NULL},    {"ck", "k", NULL},    {"qu", "kv", NULL},   {"wh", "v", NULL},   {"rh", "r", NULL},
    {"wr", "r", "aeiou"},  {"kn", "n", "aeio"},  {"ng", "ng", "aeiour"}, {"ng", "n", NULL}, {"aa", "A", NULL},
    {"ee", "I", NULL},     {"ea", "I", NULL},    {"ie", "I", NULL},    {"oo", "U", NULL},   {"ou", "U", NULL},
    {"ow", "au", NULL},    {"aw", "o", NULL},    {"ay", "e", NULL},    {"ey", "e", NULL},   {"ei", "e", NULL},
    {"ai", "ai", NULL},    {"au", "au", NULL},   {"oa", "o", NULL},    {"ia", "iya", NULL}, {"io", "iyo", NULL},
    {"iu", "iyu", NULL},   {"ua", "uva", NULL},  {"ue", "U", "$"},     {"a", "a", NULL},    {"e", "e", NULL},
    {"i", "i", NULL},      {"o", "o", NULL},     {"u", "u", NULL},     {"c", "s", "eiy"},   {"c", "k", NULL},
    {"y", "y", "aeiou"},   {"y", "i", NULL},     {"b", "b", NULL},     {"d", "d", NULL},    {"f", "f", NULL},
    {"g", "g", NULL},      {"h", "h", NULL},     {"j", "j", NULL},     {"k", "k", NULL},    {"l", "l", NULL},
    {"m", "m", NULL},      {"n", "n", NULL},     {"p", "p", NULL},     {"q", "k", NULL},    {"r", "r", NULL},
    {"s", "s", NULL},      {"t", "t", NULL},     {"v", "v", NULL},     {"w", "v", NULL},    {"x", "ks", NULL},
    {"z", "z", NULL},
};

/* CMU phones; vowels of American English on the nearest of ours. */
static const rule arpabet_rules[] = {
    {"aa", "A", NULL}, {"ae", "E", NULL}, {"ah", "a", NULL}, {"ao", "o", NULL}, {"aw", "au", NULL},
    {"ax", "a", NULL}, {"ay", "ai", NULL}, {"b", "b", NULL}, {"ch", "c", NULL}, {"d", "d", NULL},
    {"dh", "d", NULL}, {"eh", "e", NULL}, {"er", "ar", NULL}, {"ey", "e", NULL}, {"f", "f", NULL},
    {"g", "g", NULL},  {"hh", "h", NULL}, {"ih", "i", NULL}, {"iy", "I", NULL}, {"jh", "j", NULL},
    {"k", "k", NULL},  {"l", "l", NULL},  {"m", "m", NULL},  {"n", "n", NULL},  {"ng", "n", NULL},
    {"ow", "o", NULL}, {"oy", "oi", NULL}, {"p", "p", NULL}, {"r", "r", NULL},  {"s", "s", NULL},
    {"sh", "S", NULL}, {"t", "t", NULL},  {"th", "th", NULL}, {"uh", "u", NULL}, {"uw", "U", NULL},
    {"v", "v", NULL},  {"w", "v", NULL},  {"y", "y", NULL},  {"z", "z", NULL},  {"zh", "S", NULL},
};

int lp_phone_index(char phone)
{
    const char *at = phone ? strchr(LP_PHONE_LETTERS, phone) : NULL;
    return at ? (int)(at - LP_PHONE_LETTERS) : -1;
}

bool lp_phone_is_vowel(char phone)
{
    int i = lp_phone_index(phone);
    return i >= 0 && i < 9;
}

/* Doubled letters are one sound, except that vowels may meet (a i, i i). */
static void push(const char *phones, char *out, size_t *n, size_t cap)
{
    for (; *phones; phones++) {
        if (*n && out[*n - 1] == *phones && !lp_phone_is_vowel(*phones)) continue;
        if (*n < cap) out[(*n)++] = *phones;
    }
}

static bool follows(lp_sv rest, const char *next)
{
    if (!next) return true;
    return strchr(next, rest.len ? rest.s[0] : '$') != NULL;
}

static size_t try_rules(const rule *rules, size_t n_rules, lp_sv rest, const char **phones)
{
    for (size_t i = 0; i < n_rules; i++) {
        size_t len = strlen(rules[i].letters);
        if (len > rest.len || memcmp(rules[i].letters, rest.s, len) != 0) continue;
        if (!follows(lp_sv_make(rest.s + len, rest.len - len), rules[i].next)) continue;
        *phones = rules[i].phones;
        return len;
    }
    return 0;
}

/* Lower case for the letters that occur: ASCII, and the IAST capitals, whose
 * UTF-8 forms differ from the small ones by one in the last byte. */
static size_t lower(lp_sv in, char *out, size_t cap)
{
    size_t n = 0, i = 0;
    while (i < in.len) {
        uint32_t c;
        i += lp_utf8_get(in.s + i, in.len - i, &c);
        if (c == LP_BAD_CHAR) continue;
        if (c >= 'A' && c <= 'Z') c += 32;
        else if ((c >= 0x100 && c <= 0x17F && c % 2 == 0) || (c >= 0x1E00 && c <= 0x1EFF && c % 2 == 0)) c += 1;
        else if (c == 0xD1) c = 0xF1;
        char buf[4];
        size_t len = lp_utf8_put(c, buf);
        if (n + len > cap) break;
        memcpy(out + n, buf, len);
        n += len;
    }
    return n;
}

#define LONGEST_WORD 256

void lp_phones_of_iast(lp_sv iast, char *out, size_t *n, size_t cap)
{
    char word[LONGEST_WORD];
    lp_sv rest = {word, lower(iast, word, sizeof word)};
    while (rest.len) {
        const char *phones = "";
        size_t len = try_rules(iast_rules, sizeof iast_rules / sizeof *iast_rules, rest, &phones);
        push(phones, out, n, cap);
        if (!len) len = 1;
        rest.s += len;
        rest.len -= len;
    }
}

void lp_phones_of_spelling(lp_sv spelling, char *out, size_t *n, size_t cap)
{
    char word[LONGEST_WORD];
    lp_sv rest = {word, lower(spelling, word, sizeof word)};
    while (rest.len) {
        const char *phones = "";
        size_t len = (unsigned char)rest.s[0] < 0x80
                         ? try_rules(spelling_rules, sizeof spelling_rules / sizeof *spelling_rules, rest, &phones)
                         : try_rules(iast_rules, sizeof iast_rules / sizeof *iast_rules, rest, &phones);
        push(phones, out, n, cap);
        if (!len) len = 1;
        rest.s += len;
        rest.len -= len;
    }
}

void lp_phones_of_arpabet(lp_sv phone, char *out, size_t *n, size_t cap)
{
    while (phone.len && phone.s[phone.len - 1] >= '0' && phone.s[phone.len - 1] <= '9') phone.len--;
    for (size_t i = 0; i < sizeof arpabet_rules / sizeof *arpabet_rules; i++) {
        if (lp_sv_eq(phone, lp_sv_of(arpabet_rules[i].letters))) {
            push(arpabet_rules[i].phones, out, n, cap);
            return;
        }
    }
}
