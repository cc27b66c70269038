#include "judge/report.h"

#include <math.h>
#include <stddef.h>

#include "base/json.h"
#include "base/utf8.h"

/* --- the columns ----------------------------------------------------------------- */

static double recall(const lp_score *s) { return lp_term_recall(&s->exact); }
static double precision(const lp_score *s) { return lp_term_precision(&s->exact); }
static double f1(const lp_score *s) { return lp_term_f1(&s->exact); }
static double folded_recall(const lp_score *s) { return lp_term_recall(&s->folded); }
static double folded_precision(const lp_score *s) { return lp_term_precision(&s->folded); }
static double folded_f1(const lp_score *s) { return lp_term_f1(&s->folded); }
static double damage_per_1000(const lp_score *s) { return 1000 * lp_score_damage(s); }

/* Exactly one of field (a count's place in lp_score, WORKED_OUT for none),
 * count and rate says where a column comes from. */
typedef struct column {
    const char *name;
    size_t field;
    uint64_t (*count)(const lp_score *s);
    double (*rate)(const lp_score *s);
    bool raw; /* needs a raw transcript */
} column;

#define WORKED_OUT SIZE_MAX
#define FIELD(name, member)                                 \
    {                                                       \
        name, offsetof(lp_score, member), NULL, NULL, false \
    }
#define RAW_FIELD(name, member)                            \
    {                                                      \
        name, offsetof(lp_score, member), NULL, NULL, true \
    }
#define COUNT(name, of)                   \
    {                                     \
        name, WORKED_OUT, of, NULL, false \
    }
#define RATE(name, of)                    \
    {                                     \
        name, WORKED_OUT, NULL, of, false \
    }
#define RAW_RATE(name, of)               \
    {                                    \
        name, WORKED_OUT, NULL, of, true \
    }

static const column columns[] = {
    FIELD("ref_cues", ref_cues),
    FIELD("hyp_cues", hyp_cues),
    COUNT("ref_words", lp_score_ref_words),
    COUNT("hyp_words", lp_score_hyp_words),
    FIELD("hits", hits),
    FIELD("sub", sub),
    FIELD("del", del),
    FIELD("ins", ins),
    RATE("wer", lp_score_wer),
    FIELD("chars", chars),
    FIELD("char_edits", char_edits),
    RATE("cer", lp_score_cer),
    FIELD("chars_no_spaces", letters),
    FIELD("char_edits_no_spaces", letter_edits),
    RATE("cer_no_spaces", lp_score_cer_letters),
    FIELD("ref_terms", exact.ref),
    FIELD("hyp_terms", exact.hyp),
    FIELD("terms_right", exact.right),
    RATE("term_recall", recall),
    RATE("term_precision", precision),
    RATE("term_f1", f1),
    FIELD("folded_hyp_terms", folded.hyp),
    FIELD("folded_terms_right", folded.right),
    RATE("folded_term_recall", folded_recall),
    RATE("folded_term_precision", folded_precision),
    RATE("folded_term_f1", folded_f1),
    RAW_RATE("raw_wer", lp_score_raw_wer),
    RAW_FIELD("terms_needed", needed),
    RAW_FIELD("terms_fixed", fixed),
    RAW_RATE("term_error_reduction", lp_score_reduction),
    RAW_FIELD("terms_held", held),
    RAW_FIELD("terms_kept", kept),
    RAW_RATE("term_kept_rate", lp_score_kept),
    RAW_FIELD("other_words_held", sound),
    RAW_FIELD("other_words_damaged", damaged),
    RAW_RATE("damage_per_1000", damage_per_1000),
};
enum { N_COLUMNS = sizeof columns / sizeof *columns };

static uint64_t count_of(const column *c, const lp_score *s)
{
    if (c->count) return c->count(s);
    uint64_t n;
    memcpy(&n, (const char *)s + c->field, sizeof n);
    return n;
}

/* --- for programs -------------------------------------------------------------------- */

static void put_value(const column *c, const lp_score *s, const char *undefined, lp_str *out)
{
    if (c->raw && !s->raw_files) {
        lp_str_adds(out, undefined);
    } else if (!c->rate) {
        lp_str_addf(out, "%llu", (unsigned long long)count_of(c, s));
    } else {
        const double x = c->rate(s);
        if (isnan(x)) lp_str_adds(out, undefined);
        else lp_json_number(out, x, 6);
    }
}

static void tsv_row(lp_sv name, const lp_score *s, lp_str *out)
{
    for (size_t i = 0; i < name.len; i++)
        lp_str_addc(out, name.s[i] == '\t' || name.s[i] == '\n' || name.s[i] == '\r' ? ' ' : name.s[i]);
    for (size_t i = 0; i < N_COLUMNS; i++) {
        lp_str_addc(out, '\t');
        put_value(&columns[i], s, "NA", out);
    }
    lp_str_addc(out, '\n');
}

void lp_report_tsv(const lp_score_report *r, lp_str *out)
{
    lp_str_adds(out, "file");
    for (size_t i = 0; i < N_COLUMNS; i++) lp_str_addf(out, "\t%s", columns[i].name);
    lp_str_addc(out, '\n');
    for (size_t i = 0; i < r->n_rows; i++) tsv_row(r->rows[i].name, &r->rows[i].score, out);
    tsv_row(LP_SV("TOTAL"), &r->total, out);
}

static void json_values(const lp_score *s, lp_str *out)
{
    bool first = true;
    for (size_t i = 0; i < N_COLUMNS; i++) {
        if (columns[i].raw && !s->raw_files) continue;
        lp_str_addf(out, "%s\"%s\":", first ? "" : ",", columns[i].name);
        put_value(&columns[i], s, "null", out);
        first = false;
    }
}

void lp_report_json(const lp_score_report *r, lp_str *out)
{
    lp_str_adds(out, "{\"schema\":\"" LP_SCORE_SCHEMA "\",\"normalize\":\"");
    lp_norm_write(r->norm, out);
    lp_str_adds(out, "\",\"lexicon\":");
    if (r->lexicon.len) lp_json_string(out, r->lexicon);
    else lp_str_adds(out, "null");
    lp_str_addf(out, ",\"scored\":%llu,\"failed\":%zu,\n \"files\":[", (unsigned long long)r->total.files, r->failed);
    for (size_t i = 0; i < r->n_rows; i++) {
        lp_str_adds(out, i ? ",\n  {\"file\":" : "\n  {\"file\":");
        lp_json_string(out, r->rows[i].name);
        lp_str_addc(out, ',');
        json_values(&r->rows[i].score, out);
        lp_str_addc(out, '}');
    }
    lp_str_adds(out, r->n_rows ? "\n ],\n \"total\":{" : "],\n \"total\":{");
    json_values(&r->total, out);
    lp_str_adds(out, "}}\n");
}

/* --- for people ------------------------------------------------------------------------ */

/* The columns of a table; a rate is shown in percent, or as it is. */
static const struct shown {
    const char *head;
    const char *name; /* in columns[] */
    bool percent;
} shown[] = {
    {"words", "ref_words", false},
    {"WER", "wer", true},
    {"CER", "cer", true},
    {"terms", "ref_terms", false},
    {"recall", "term_recall", true},
    {"precision", "term_precision", true},
    {"F1", "term_f1", true},
    {"folded", "folded_term_recall", true},
    {"fixed", "term_error_reduction", true},
    {"kept", "term_kept_rate", true},
    {"damage", "damage_per_1000", false},
};
enum { N_SHOWN = sizeof shown / sizeof *shown, CELL = 32 };

static const column *column_named(const char *name)
{
    for (size_t i = 0; i < N_COLUMNS; i++)
        if (strcmp(columns[i].name, name) == 0) return &columns[i];
    return NULL;
}

static void cell(const struct shown *show, const lp_score *s, lp_str *out)
{
    const column *c = column_named(show->name);
    const double x = c->rate ? c->rate(s) : 0;
    lp_str_clear(out);
    if (isnan(x) || (c->raw && !s->raw_files)) lp_str_addc(out, '-');
    else if (!c->rate) lp_str_addf(out, "%llu", (unsigned long long)count_of(c, s));
    else lp_str_addf(out, show->percent ? "%.1f%%" : "%.2f", show->percent ? 100 * x : x);
}

/* Columns that a text takes; marks that combine take none. */
static size_t width_of(lp_sv text)
{
    size_t n = 0;
    for (size_t i = 0; i < text.len;) {
        uint32_t c;
        i += lp_utf8_get(text.s + i, text.len - i, &c);
        n += c < 0x300 || c > 0x36F;
    }
    return n;
}

/* A name as it is, but nothing that would drive a terminal. */
static void put_name(lp_sv name, lp_str *out)
{
    for (size_t i = 0; i < name.len; i++) {
        const unsigned char b = (unsigned char)name.s[i];
        lp_str_addc(out, b < 0x20 || b == 0x7F ? '?' : name.s[i]);
    }
}

static void pad(lp_str *out, size_t n)
{
    while (n-- && !out->failed) lp_str_addc(out, ' ');
}

typedef struct layout {
    size_t name;
    size_t column[N_SHOWN]; /* 0: not shown */
    lp_str scratch;
} layout;

static void widen(size_t *width, size_t n)
{
    if (*width < n) *width = n;
}

static void measure(layout *l, lp_sv name, const lp_score *s)
{
    widen(&l->name, width_of(name));
    for (size_t i = 0; i < N_SHOWN; i++) {
        if (!l->column[i]) continue;
        cell(&shown[i], s, &l->scratch);
        widen(&l->column[i], l->scratch.len);
    }
}

static void put_row(layout *l, lp_sv name, const lp_score *s, lp_str *out)
{
    put_name(name, out);
    pad(out, l->name - width_of(name));
    for (size_t i = 0; i < N_SHOWN; i++) {
        if (!l->column[i]) continue;
        if (s) {
            cell(&shown[i], s, &l->scratch);
        } else {
            lp_str_clear(&l->scratch);
            lp_str_adds(&l->scratch, shown[i].head);
        }
        pad(out, 2 + l->column[i] - l->scratch.len);
        lp_str_addv(out, lp_str_view(&l->scratch));
    }
    lp_str_addc(out, '\n');
}

static void how_counted(const lp_score_report *r, lp_str *out)
{
    lp_str_adds(out, "\nnormalised: ");
    lp_norm_write(r->norm, out);
    lp_str_adds(out, "; terms: words with IAST letters");
    if (r->lexicon.len) lp_str_adds(out, ", and words of the lexicon");
    lp_str_addc(out, '\n');
    if (r->total.raw_files)
        lp_str_adds(out, "fixed, kept: of the terms that were wrong, right in the raw transcript\n"
                         "damage: of 1000 other words that were right, so many are wrong now\n");
    if (r->failed) lp_str_addf(out, "not scored: %zu\n", r->failed);
}

void lp_report_table(const lp_score_report *r, lp_str *out)
{
    const lp_sv total = LP_SV("TOTAL"), file = LP_SV("file");
    layout l = {.name = width_of(file)};
    for (size_t i = 0; i < N_SHOWN; i++)
        if (r->total.raw_files || !column_named(shown[i].name)->raw) l.column[i] = strlen(shown[i].head);
    for (size_t i = 0; i < r->n_rows; i++) measure(&l, r->rows[i].name, &r->rows[i].score);
    measure(&l, total, &r->total);

    put_row(&l, file, NULL, out);
    for (size_t i = 0; i < r->n_rows; i++) put_row(&l, r->rows[i].name, &r->rows[i].score, out);
    if (r->n_rows != 1) put_row(&l, total, &r->total, out);
    how_counted(r, out);
    lp_str_free(&l.scratch);
}
