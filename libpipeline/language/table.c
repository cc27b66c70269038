#include "language/table.h"

#include "base/file.h"

/* False when there are too many cells. */
static bool cut(lp_sv line, lp_row *r)
{
    *r = (lp_row){.n = 0};
    for (size_t i = 0; i < LP_TABLE_CELLS; i++) r->cell[i] = LP_SV("");
    while (r->n < LP_TABLE_CELLS) {
        const char *tab = memchr(line.s, '\t', line.len);
        const size_t n = tab ? (size_t)(tab - line.s) : line.len;
        r->cell[r->n++] = lp_sv_trim(lp_sv_make(line.s, n));
        if (!tab) return true;
        line.s += n + 1;
        line.len -= n + 1;
    }
    return false;
}

int lp_table_read(const char *path, size_t largest, lp_row_fn *fn, void *ctx, lp_err *err)
{
    lp_str text = LP_STR_INIT;
    int code = lp_file_read(path, largest, &text, err);
    lp_sv rest = lp_str_view(&text), row;
    size_t number = 0;
    while (code == LP_OK && lp_sv_line(&rest, &row)) {
        number++;
        if (!lp_sv_trim(row).len || row.s[0] == '#') continue;
        lp_row cells;
        if (cut(row, &cells)) code = fn(ctx, &cells, err);
        else code = lp_fail(err, LP_EFORMAT, "a row has at most %d cells", LP_TABLE_CELLS);
        if (code != LP_OK && err) err->line = number;
    }
    if (code != LP_OK) lp_err_at(err, path);
    lp_str_free(&text);
    return code;
}
