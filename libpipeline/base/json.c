#include "base/json.h"

#include <math.h>
#include <stdint.h>

#include "base/utf8.h"

static bool plain(unsigned char c)
{
    return c >= 0x20 && c < 0x7F && c != '"' && c != '\\';
}

static void escape(lp_str *out, unsigned char c)
{
    switch (c) {
    case '"': lp_str_adds(out, "\\\""); break;
    case '\\': lp_str_adds(out, "\\\\"); break;
    case '\n': lp_str_adds(out, "\\n"); break;
    case '\r': lp_str_adds(out, "\\r"); break;
    case '\t': lp_str_adds(out, "\\t"); break;
    default: lp_str_addf(out, "\\u%04x", c); break;
    }
}

void lp_json_string(lp_str *out, lp_sv v)
{
    lp_str_addc(out, '"');
    size_t i = 0;
    while (i < v.len) {
        size_t from = i;
        while (i < v.len && plain((unsigned char)v.s[i])) i++;
        lp_str_add(out, v.s + from, i - from);
        if (i == v.len) break;
        if ((unsigned char)v.s[i] < 0x80) {
            escape(out, (unsigned char)v.s[i++]);
            continue;
        }
        uint32_t c;
        size_t n = lp_utf8_get(v.s + i, v.len - i, &c);
        if (c == LP_BAD_CHAR) lp_str_adds(out, "\xEF\xBF\xBD");
        else lp_str_add(out, v.s + i, n);
        i += n;
    }
    lp_str_addc(out, '"');
}

void lp_json_number(lp_str *out, double x, int places)
{
    if (!isfinite(x)) x = 0;
    if (places < 0) places = 0;
    if (places > 9) places = 9;
    if (x < 0) {
        lp_str_addc(out, '-');
        x = -x;
    }
    int64_t scale = 1;
    for (int i = 0; i < places; i++) scale *= 10;
    if (x > 9e8) x = 9e8; /* all our numbers are counts, rates and shares */
    int64_t units = (int64_t)llround(x * (double)scale);
    lp_str_addf(out, "%lld", (long long)(units / scale));
    int64_t rest = units % scale;
    if (!rest) return;
    char digits[16];
    int n = 0;
    for (int64_t s = scale / 10; s >= 1 && rest; s /= 10) {
        digits[n++] = (char)('0' + rest / s);
        rest %= s;
    }
    lp_str_addc(out, '.');
    lp_str_add(out, digits, (size_t)n);
}
