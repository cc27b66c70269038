/* Which metres the verses of a text have: a count for each name, and every
 * verse that does not fit one without a fault.
 *
 *   measure_metre VERSES.tsv
 *
 * VERSES has chapter, verse and IAST in its first columns, after a line of
 * names. scripts/measure-sanskrit finds and runs all of it. */
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "language/sanskrit/metre.h"

enum { MOST_NAMES = 64 };

typedef struct tally {
    const char *name;
    size_t n, faulty;
} tally;

typedef struct state {
    tally names[MOST_NAMES];
    size_t n_names, verses, vipulas[LP_NO_VIPULA + 1], odd_padas;
} state;

static tally *tally_of(state *st, const char *name)
{
    for (size_t i = 0; i < st->n_names; i++)
        if (strcmp(st->names[i].name, name) == 0) return &st->names[i];
    tally *t = &st->names[st->n_names < MOST_NAMES ? st->n_names++ : MOST_NAMES - 1];
    t->name = name;
    return t;
}

/* The file's way: ".a" is an avagraha, other readings stand in brackets, and
 * only the last "||" ends a verse. */
static void clean(lp_sv raw, lp_str *out)
{
    lp_str_clear(out);
    for (size_t i = 0; i < raw.len; i++) {
        if (raw.s[i] == '.' && i + 1 < raw.len && raw.s[i + 1] == 'a') lp_str_addc(out, '\''), i++;
        else if (raw.s[i] == '(')
            while (i + 1 < raw.len && raw.s[i] != ')') i++;
        else lp_str_addc(out, raw.s[i]);
    }
}

static void count(state *st, lp_sv place, lp_sv verse)
{
    static lp_str text, line;
    lp_metre m;
    clean(verse, &text);
    if (!lp_metre_of(lp_str_view(&text), &m)) return;
    tally *t = tally_of(st, m.name ? m.name : "(no known metre)");
    t->n++;
    t->faulty += m.faults > 0;
    st->verses++;
    for (size_t p = 0; m.anustubh && p < m.n_padas; p += 2) {
        st->vipulas[m.odd[p / 2]]++;
        st->odd_padas++;
    }
    if (m.name && !m.faults) return;
    lp_str_clear(&line);
    lp_metre_format(&m, &line);
    printf("  %.*s: %s\n", (int)place.len, place.s, line.s);
}

static lp_sv column(lp_sv line, size_t n)
{
    size_t from = 0;
    for (; n; n--) {
        const char *tab = memchr(line.s + from, '\t', line.len - from);
        if (!tab) return lp_sv_make(line.s, 0);
        from = (size_t)(tab - line.s) + 1;
    }
    const char *tab = memchr(line.s + from, '\t', line.len - from);
    return lp_sv_make(line.s + from, (tab ? (size_t)(tab - line.s) : line.len) - from);
}

static void count_all(state *st, const lp_str *data)
{
    size_t from = 0, row = 0;
    while (from < data->len) {
        const char *lf = memchr(data->s + from, '\n', data->len - from);
        size_t to = lf ? (size_t)(lf - data->s) : data->len;
        lp_sv line = lp_sv_make(data->s + from, to - from), iast = column(line, 2);
        if (row++ && iast.len) count(st, lp_sv_make(line.s, (size_t)(iast.s - line.s) - 1), iast);
        from = to + 1;
    }
}

static void show(const state *st)
{
    printf("%zu verses\n", st->verses);
    for (size_t i = 0; i < st->n_names; i++) {
        const tally *t = &st->names[i];
        printf("%6zu  %5.1f%%  %s", t->n, 100.0 * (double)t->n / (double)st->verses, t->name);
        printf(t->faulty ? " (%zu with a fault)\n" : "\n", t->faulty);
    }
    printf("%zu odd pādas of anuṣṭubh:", st->odd_padas);
    for (int v = 0; v <= LP_NO_VIPULA; v++) printf(" %s %zu", lp_vipula_name((lp_vipula)v), st->vipulas[v]);
    printf("\n");
}

int main(int argc, char **argv)
{
    lp_str data = LP_STR_INIT;
    lp_err err;
    if (argc != 2) {
        fprintf(stderr, "usage: measure_metre VERSES.tsv\n");
        return 2;
    }
    if (lp_file_read(argv[1], 0, &data, &err) != LP_OK) {
        fprintf(stderr, "measure_metre: %s\n", err.msg);
        return 4;
    }
    static state st;
    count_all(&st, &data);
    show(&st);
    lp_str_free(&data);
    return 0;
}
