#include "number.h"

bool number_share(const char *text, double *out)
{
    double x = 0, unit = 1;
    bool point = false, digits = false;
    for (; *text; text++) {
        if (*text == '.' && !point) {
            point = true;
        } else if (*text >= '0' && *text <= '9') {
            digits = true;
            if (point) x += (unit /= 10) * (*text - '0');
            else x = x * 10 + (*text - '0');
        } else {
            return false;
        }
        if (x > 1) return false;
    }
    if (digits) *out = x;
    return digits;
}

bool number_whole(const char *text, size_t least, size_t most, size_t *out)
{
    size_t x = 0;
    if (!*text) return false;
    for (; *text; text++) {
        if (*text < '0' || *text > '9' || x > most / 10) return false;
        x = x * 10 + (size_t)(*text - '0');
        if (x > most) return false;
    }
    *out = x;
    return x >= least;
}
