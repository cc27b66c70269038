#include "base/number.h"

bool lp_number_decimal(lp_sv text, double least, double most, double *out)
{
    /* One division at the end, so that 0.6 is what the compiler makes of it. */
    double whole = 0, scale = 1;
    bool point = false, digits = false;
    for (size_t i = 0; i < text.len; i++) {
        const char c = text.s[i];
        if (c == '.' && !point) {
            point = true;
        } else if (c >= '0' && c <= '9') {
            digits = true;
            if (point && scale >= 1e15) continue;
            whole = whole * 10 + (c - '0');
            if (point) scale *= 10;
        } else {
            return false;
        }
    }
    const double value = whole / scale;
    const bool good = digits && value >= least && value <= most;
    if (good) *out = value;
    return good;
}

bool lp_number_share(lp_sv text, double *out) { return lp_number_decimal(text, 0, 1, out); }

bool lp_number_whole(lp_sv text, size_t least, size_t most, size_t *out)
{
    size_t x = 0;
    if (!text.len) return false;
    for (size_t i = 0; i < text.len; i++) {
        if (text.s[i] < '0' || text.s[i] > '9') return false;
        const size_t digit = (size_t)(text.s[i] - '0');
        if (digit > most || x > (most - digit) / 10) return false;
        x = x * 10 + digit;
    }
    if (x >= least) *out = x;
    return x >= least;
}
