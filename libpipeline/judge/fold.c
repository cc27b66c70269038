#include "judge/fold.h"

#include <unicode/unorm2.h>

#include "base/utf8.h"

/* In this order, each over the whole word before the next. */
static const struct rule {
    const char *from, *to;
} rules[] = {
    {"sh", "s"}, {"ch", "c"}, {"kh", "k"},  {"gh", "g"},  {"th", "t"}, {"dh", "d"}, {"ph", "p"}, {"bh", "b"},
    {"jh", "j"}, {"w", "v"},  {"aa", "a"},  {"ee", "i"},  {"oo", "u"}, {"ii", "i"}, {"uu", "u"}, {"ri", "r"},
    {"ru", "r"}, {"x", "ks"}, {"jn", "gy"}, {"gn", "gy"}, {"y", "i"},  {"m", "n"},
};

static bool latin_mark(uint32_t c) { return c >= 0x300 && c <= 0x36F; }

static void add_letter(lp_str *out, uint32_t c)
{
    char buf[4];
    if (!latin_mark(c)) lp_str_add(out, buf, lp_utf8_put(c, buf));
}

/* The letters of word taken apart, Latin marks left out. */
static void strip_marks(lp_sv word, lp_str *out)
{
    UErrorCode u = U_ZERO_ERROR;
    const UNormalizer2 *nfc = unorm2_getNFCInstance(&u);
    for (size_t i = 0; i < word.len;) {
        uint32_t c;
        i += lp_utf8_get(word.s + i, word.len - i, &c);
        if (c == LP_BAD_CHAR) c = 0xFFFD;
        UChar parts[32];
        UErrorCode none = U_ZERO_ERROR;
        int32_t n = c < 0xC0 || U_FAILURE(u) ? -1 : unorm2_getDecomposition(nfc, (UChar32)c, parts, 32, &none);
        if (n < 0 || U_FAILURE(none)) {
            add_letter(out, c);
            continue;
        }
        for (int32_t k = 0; k < n; k++) {
            uint32_t part = parts[k];
            if (U16_IS_LEAD(part) && k + 1 < n) part = 0x10000 + ((part - 0xD800) << 10) + (parts[++k] - 0xDC00u);
            add_letter(out, part);
        }
    }
}

static void replace_all(const lp_str *in, const struct rule *r, lp_str *out)
{
    const size_t len = strlen(r->from);
    lp_str_clear(out);
    for (size_t i = 0; i < in->len;) {
        if (in->len - i >= len && memcmp(in->s + i, r->from, len) == 0) {
            lp_str_adds(out, r->to);
            i += len;
        } else {
            lp_str_addc(out, in->s[i++]);
        }
    }
}

/* Runs of one character become one, and `a` at the end goes. */
static void squeeze(const lp_str *in, lp_str *out)
{
    const size_t from = out->len;
    uint32_t before = LP_BAD_CHAR;
    for (size_t i = 0; i < in->len;) {
        uint32_t c;
        size_t n = lp_utf8_get(in->s + i, in->len - i, &c);
        if (c != before) lp_str_add(out, in->s + i, n);
        before = c;
        i += n;
    }
    if (!out->failed && out->len > from + 1 && out->s[out->len - 1] == 'a') out->s[--out->len] = '\0';
}

int lp_fold(lp_sv lower_word, lp_str *out, lp_err *err)
{
    lp_str a = LP_STR_INIT, b = LP_STR_INIT;
    strip_marks(lower_word, &a);
    for (size_t i = 0; i < sizeof rules / sizeof *rules && !a.failed && !b.failed; i++) {
        replace_all(&a, &rules[i], &b);
        lp_str t = a;
        a = b;
        b = t;
    }
    int code = a.failed || b.failed ? lp_fail(err, LP_ENOMEM, "no memory to fold a word") : LP_OK;
    if (code == LP_OK) {
        squeeze(&a, out);
        code = lp_str_check(out, err);
    }
    lp_str_free(&a);
    lp_str_free(&b);
    return code;
}
