#include "base/utf8.h"

#include <string.h>

static size_t bad(uint32_t *c, size_t taken)
{
    *c = LP_BAD_CHAR;
    return taken;
}

static bool tail(const char *s, size_t len, size_t i)
{
    return i < len && ((unsigned char)s[i] & 0xC0u) == 0x80u;
}

size_t lp_utf8_get(const char *s, size_t len, uint32_t *c)
{
    const unsigned char b = (unsigned char)s[0];
    if (b < 0x80) {
        *c = b;
        return 1;
    }
    size_t need;
    unsigned lo = 0x80, hi = 0xBF; /* what the second byte may be */
    uint32_t v;
    if (b >= 0xC2 && b <= 0xDF) {
        need = 2;
        v = b & 0x1Fu;
    } else if (b >= 0xE0 && b <= 0xEF) {
        need = 3;
        v = b & 0x0Fu;
        if (b == 0xE0) lo = 0xA0; /* overlong */
        if (b == 0xED) hi = 0x9F; /* surrogates */
    } else if (b >= 0xF0 && b <= 0xF4) {
        need = 4;
        v = b & 0x07u;
        if (b == 0xF0) lo = 0x90; /* overlong */
        if (b == 0xF4) hi = 0x8F; /* past U+10FFFF */
    } else {
        return bad(c, 1);
    }
    if (len < 2) return bad(c, 1);
    const unsigned second = (unsigned char)s[1];
    if (second < lo || second > hi) return bad(c, 1);
    v = v << 6 | (second & 0x3Fu);
    for (size_t i = 2; i < need; i++) {
        if (!tail(s, len, i)) return bad(c, i);
        v = v << 6 | ((unsigned char)s[i] & 0x3Fu);
    }
    *c = v;
    return need;
}

size_t lp_utf8_put(uint32_t c, char out[4])
{
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xC0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3F));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (char)(0xE0 | c >> 12);
        out[1] = (char)(0x80 | (c >> 6 & 0x3F));
        out[2] = (char)(0x80 | (c & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | c >> 18);
    out[1] = (char)(0x80 | (c >> 12 & 0x3F));
    out[2] = (char)(0x80 | (c >> 6 & 0x3F));
    out[3] = (char)(0x80 | (c & 0x3F));
    return 4;
}

size_t lp_ascii_run(const char *s, size_t len)
{
    size_t i = 0;
    for (; i + 8 <= len; i += 8) {
        uint64_t w;
        memcpy(&w, s + i, 8);
        if (w & 0x8080808080808080u) break;
    }
    while (i < len && (unsigned char)s[i] < 0x80) i++;
    return i;
}

size_t lp_utf8_check(const char *s, size_t len)
{
    size_t i = 0;
    while (i < len) {
        i += lp_ascii_run(s + i, len - i);
        if (i == len) break;
        uint32_t c;
        size_t n = lp_utf8_get(s + i, len - i, &c);
        if (c == LP_BAD_CHAR) return i;
        i += n;
    }
    return len;
}

size_t lp_utf8_repair(const char *in, size_t len, lp_str *out)
{
    size_t i = 0, repaired = 0;
    while (i < len) {
        size_t good = lp_utf8_check(in + i, len - i);
        lp_str_add(out, in + i, good);
        i += good;
        if (i == len) break;
        uint32_t c;
        i += lp_utf8_get(in + i, len - i, &c);
        lp_str_adds(out, "\xEF\xBF\xBD");
        repaired++;
    }
    return repaired;
}

size_t lp_utf8_count(const char *s, size_t len)
{
    size_t n = 0, i = 0;
    while (i < len) {
        uint32_t c;
        i += lp_utf8_get(s + i, len - i, &c);
        n++;
    }
    return n;
}
