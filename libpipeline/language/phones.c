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
static const rule of_a[] = {
    {"augh", "o", NULL}, {"aa", "A", NULL}, {"aw", "o", NULL}, {"ay", "e", NULL}, {"ai", "ai", NULL},
    {"au", "au", NULL}, {"a", "a", NULL},
};
static const rule of_b[] = {{"bh", "bh", NULL}, {"b", "b", NULL}};
static const rule of_c[] = {
    {"chh", "ch", NULL}, {"ch", "c", NULL}, {"ck", "k", NULL}, {"c", "s", "eiy"}, {"c", "k", NULL},
};
static const rule of_d[] = {{"dny", "gy", NULL}, {"dge", "j", NULL}, {"dh", "dh", NULL}, {"d", "d", NULL}};
static const rule of_e[] = {
    {"ee", "I", NULL}, {"ea", "I", NULL}, {"ey", "e", NULL}, {"ei", "e", NULL}, {"e", "e", NULL},
};
static const rule of_f[] = {{"f", "f", NULL}};
static const rule of_g[] = {{"gny", "gy", NULL}, {"gn", "gy", NULL}, {"gh", "gh", NULL}, {"g", "g", NULL}};
static const rule of_h[] = {{"h", "h", NULL}};
static const rule of_i[] = {
    {"ie", "I", NULL}, {"ia", "iya", NULL}, {"io", "iyo", NULL}, {"iu", "iyu", NULL}, {"i", "i", NULL},
};
static const rule of_j[] = {{"jn", "gy", NULL}, {"jh", "jh", NULL}, {"j", "j", NULL}};
static const rule of_k[] = {{"kh", "kh", NULL}, {"kn", "n", "aeio"}, {"k", "k", NULL}};
static const rule of_l[] = {{"l", "l", NULL}};
static const rule of_m[] = {{"m", "m", NULL}};
static const rule of_n[] = {{"ng", "ng", "aeiour"}, {"ng", "n", NULL}, {"n", "n", NULL}};
static const rule of_o[] = {
    {"ough", "o", NULL}, {"oo", "U", NULL}, {"ou", "U", NULL}, {"ow", "au", NULL}, {"oa", "o", NULL},
    {"o", "o", NULL},
};
static const rule of_p[] = {{"ph", "ph", NULL}, {"p", "p", NULL}};
static const rule of_q[] = {{"qu", "kv", NULL}, {"q", "k", NULL}};
static const rule of_r[] = {{"rh", "r", NULL}, {"r", "r", NULL}};
static const rule of_s[] = {{"sch", "S", NULL}, {"shch", "Sc", NULL}, {"sh", "S", NULL}, {"s", "s", NULL}};
static const rule of_t[] = {{"tion", "San", NULL}, {"tch", "c", NULL}, {"th", "th", NULL}, {"t", "t", NULL}};
static const rule of_u[] = {{"ua", "uva", NULL}, {"ue", "U", "$"}, {"u", "u", NULL}};
static const rule of_v[] = {{"v", "v", NULL}};
static const rule of_w[] = {{"wh", "v", NULL}, {"wr", "r", "aeiou"}, {"w", "v", NULL}};
static const rule of_x[] = {{"x", "ks", NULL}};
static const rule of_y[] = {{"y", "y", "aeiou"}, {"y", "i", NULL}};
static const rule of_z[] = {{"z", "z", NULL}};

/* By first letter, so that a letter is compared with its own few rules only. */
#define OF(letter) {of_##letter, sizeof of_##letter / sizeof *of_##letter}
static const struct { const rule *v; size_t n; } spelling_rules[26] = {
    OF(a), OF(b), OF(c), OF(d), OF(e), OF(f), OF(g), OF(h), OF(i), OF(j), OF(k), OF(l), OF(m),
    OF(n), OF(o), OF(p), OF(q), OF(r), OF(s), OF(t), OF(u), OF(v), OF(w), OF(x), OF(y), OF(z),
};
#undef OF

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

/* Bytes of `letters` when rest begins with them, else 0. By hand, as there are
 * one or two and nearly always the first decides. */
static size_t begins(lp_sv rest, const char *letters)
{
    size_t n = 0;
    for (; letters[n]; n++)
        if (n == rest.len || rest.s[n] != letters[n]) return 0;
    return n;
}

static size_t try_rules(const rule *rules, size_t n_rules, lp_sv rest, const char **phones)
{
    for (size_t i = 0; i < n_rules; i++) {
        size_t len = begins(rest, rules[i].letters);
        if (!len) continue;
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
        const char b = in.s[i];
        if ((unsigned char)b < 0x80) {
            if (n == cap) break;
            out[n++] = b >= 'A' && b <= 'Z' ? (char)(b + 32) : b;
            i++;
            continue;
        }
        uint32_t c;
        i += lp_utf8_get(in.s + i, in.len - i, &c);
        if (c == LP_BAD_CHAR) continue;
        if ((c >= 0x100 && c <= 0x17F && c % 2 == 0) || (c >= 0x1E00 && c <= 0x1EFF && c % 2 == 0)) c += 1;
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
        const unsigned char b = (unsigned char)rest.s[0];
        size_t len = 0;
        if (b >= 'a' && b <= 'z') len = try_rules(spelling_rules[b - 'a'].v, spelling_rules[b - 'a'].n, rest, &phones);
        else if (b >= 0x80) len = try_rules(iast_rules, sizeof iast_rules / sizeof *iast_rules, rest, &phones);
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
