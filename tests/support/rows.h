/* tests/support/rows.h -- tables of test rows: tests/rows/NAME.tsv.
 *
 * A line is a row, its columns separated by a tab; the first says why. Lines
 * that are empty or begin with # are skipped. Escapes: \n \r \t \\ \p for |
 * and \xHH for any byte.
 */
#ifndef ROWS_H
#define ROWS_H

#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"

#define ROW_COLUMNS 6

typedef struct row {
    lp_str column[ROW_COLUMNS];
    size_t n;
} row;

static inline char row_hex(char c) { return (char)(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10); }

static inline void row_unescape(lp_sv v, lp_str *out)
{
    for (size_t i = 0; i < v.len; i++) {
        if (v.s[i] != '\\' || i + 1 == v.len) {
            lp_str_addc(out, v.s[i]);
            continue;
        }
        switch (v.s[++i]) {
        case 'n': lp_str_addc(out, '\n'); break;
        case 'r': lp_str_addc(out, '\r'); break;
        case 't': lp_str_addc(out, '\t'); break;
        case 'p': lp_str_addc(out, '|'); break;
        case 'x':
            if (i + 2 < v.len) lp_str_addc(out, (char)(row_hex(v.s[i + 1]) * 16 + row_hex(v.s[i + 2])));
            i += 2;
            break;
        default: lp_str_addc(out, v.s[i]); break;
        }
    }
}

/* Call `use` for each row of rows/NAME; returns how many there were. */
static inline size_t for_each_row(const char *name, void (*use)(const row *r))
{
    lp_str path = LP_STR_INIT, data = LP_STR_INIT;
    lp_err err;
    lp_str_addf(&path, "%s/%s", TEST_ROWS, name);
    if (lp_file_read(path.s, 0, &data, &err) != LP_OK) fail_msg("%s: %s", path.s, err.msg);
    size_t n = 0;
    for (size_t at = 0; at < data.len;) {
        char *lf = memchr(data.s + at, '\n', data.len - at);
        size_t end = lf ? (size_t)(lf - data.s) : data.len;
        if (end > at && data.s[at] != '#') {
            row r = {.n = 0};
            for (size_t from = at; from <= end && r.n < ROW_COLUMNS;) {
                char *tab = memchr(data.s + from, '\t', end - from);
                size_t to = tab ? (size_t)(tab - data.s) : end;
                row_unescape(lp_sv_make(data.s + from, to - from), &r.column[r.n++]);
                from = to + 1;
            }
            use(&r);
            for (size_t i = 0; i < r.n; i++) lp_str_free(&r.column[i]);
            n++;
        }
        at = end + 1;
    }
    lp_str_free(&path);
    lp_str_free(&data);
    return n;
}

#endif
