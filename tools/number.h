/* tools/number.h -- numbers in options, read to the last byte. */
#ifndef NUMBER_H
#define NUMBER_H

#include <stdbool.h>
#include <stddef.h>

/* A decimal number from 0 to 1 with a point; false for anything else. */
bool number_share(const char *text, double *out);

/* A whole number from least to most; false for anything else. */
bool number_whole(const char *text, size_t least, size_t most, size_t *out);

#endif
