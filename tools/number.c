#include "number.h"

bool number_share(const char *text, double *out)
{
    /* One division at the end, so that 0.6 is what the compiler makes of it. */
    double whole = 0, scale = 1;
    bool point = false, digits = false;
    for (; *text; text++) {
        if (*text == '.' && !point) {
            point = true;
        } else if (*text >= '0' && *text <= '9') {
            digits = true;
            if (point && scale >= 1e15) continue;
            whole = whole * 10 + (*text - '0');
            if (point) scale *= 10;
        } else {
            return false;
        }
    }
    if (digits && whole <= scale) *out = whole / scale;
    return digits && whole <= scale;
}

bool number_whole(const char *text, size_t least, size_t most, size_t *out)
{
    size_t x = 0;
    if (!*text) return false;
    for (; *text; text++) {
        if (*text < '0' || *text > '9') return false;
        const size_t digit = (size_t)(*text - '0');
        if (digit > most || x > (most - digit) / 10) return false;
        x = x * 10 + digit;
    }
    *out = x;
    return x >= least;
}
