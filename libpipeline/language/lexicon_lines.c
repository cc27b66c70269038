/* Lexicons that are no YAML: tables, lists and lists of headwords, a term a
 * line, and what kind of file one is. */
#include "base/number.h"
#include "base/utf8.h"
#include "language/lexicon_internal.h"
#include "language/unicode.h"

enum { COLUMNS = 24, LONGEST_TERM = 1000 };

/* --- what a file is ------------------------------------------------------- */

static bool ends_with(const char *path, const char *ending)
{
    const size_t n = strlen(path), m = strlen(ending);
    if (n < m) return false;
    for (size_t i = 0; i < m; i++) {
        const char c = path[n - m + i];
        if ((c >= 'A' && c <= 'Z' ? (char)(c + 32) : c) != ending[i]) return false;
    }
    return true;
}

static bool begins(lp_sv v, const char *with)
{
    const size_t n = strlen(with);
    return v.len >= n && memcmp(v.s, with, n) == 0;
}

static bool is_content(lp_sv line) { return lp_sv_trim(line).len && line.s[0] != '#'; }

/* So many lines are looked at. */
enum { FIRST_LINES = 400 };

static bool has_line(lp_sv text, const char *beginning)
{
    lp_sv line;
    for (size_t n = 0; n < FIRST_LINES && lp_sv_line(&text, &line); n++)
        if (begins(line, beginning)) return true;
    return false;
}

static lp_sv first_content(lp_sv text)
{
    lp_sv line;
    while (lp_sv_line(&text, &line))
        if (is_content(line)) return line;
    return LP_SV("");
}

/* The codes of the Cologne dictionaries, as lists of headwords give them. */
static bool is_cologne_code(lp_sv word)
{
    static const char codes[] = " acc abch acph acsj ae ap ap90 armh ben bhs bop bor bur cae ccs fri gra gst ieg inm krm "
                                "lan lrv mci md mw mw72 mwe pe pgn pui pw pwg pwkvn sch shs skd snp stc vcp vei wil yat ";
    char z[10] = " ";
    if (!word.len || word.len > 6) return false;
    memcpy(z + 1, word.s, word.len);
    z[word.len + 1] = ' ';
    z[word.len + 2] = '\0';
    return strstr(codes, z) != NULL;
}

static bool is_headword_line(lp_sv line)
{
    const char *tab = memchr(line.s, '\t', line.len);
    if (!tab) return false;
    size_t from = (size_t)(tab - line.s) + 1;
    if (from == line.len) return false;
    for (size_t i = from; i <= line.len; i++) {
        if (i < line.len && line.s[i] != ' ') continue;
        if (!is_cologne_code(lp_sv_make(line.s + from, i - from))) return false;
        from = i + 1;
    }
    return true;
}

lp_lexicon_form lp_lexicon_form_of(const char *path, lp_sv text)
{
    text = lp_sv_without_bom(text);
    const bool yaml = ends_with(path, ".yaml") || ends_with(path, ".yml") || ends_with(path, ".json");
    const bool list = ends_with(path, ".txt") || ends_with(path, ".lst") || ends_with(path, ".list") || ends_with(path, ".words");
    if (yaml || has_line(text, "entries:") || has_line(text, "compound_terms:")) return LP_LEXICON_YAML;
    if (has_line(text, "<L>") || has_line(text, "<H1>")) return LP_LEXICON_RECORDS;
    const lp_sv first = first_content(text);
    if (is_headword_line(first)) return LP_LEXICON_HEADWORDS;
    if (ends_with(path, ".tsv") || ends_with(path, ".tab") || memchr(first.s, '\t', first.len)) return LP_LEXICON_TABLE;
    return list ? LP_LEXICON_LIST : LP_LEXICON_YAML;
}

/* --- lines ---------------------------------------------------------------- */

typedef enum field {
    TERM, TRANSLITERATION, CANONICAL, VARIATIONS, HEARD_AS, PROPER, VERSE, CATEGORY, FREQUENCY, CONFIDENCE, SOURCE, GLOSS,
    PASSED_OVER
} field;

static const struct { const char *name; field field; } names[] = {
    {"term", TERM}, {"original_term", TERM}, {"phrase", TERM}, {"transliteration", TRANSLITERATION},
    {"canonical_text", CANONICAL}, {"variations", VARIATIONS}, {"heard_as", HEARD_AS}, {"is_proper_noun", PROPER},
    {"is_verse", VERSE}, {"category", CATEGORY}, {"kind", CATEGORY}, {"type", CATEGORY}, {"frequency", FREQUENCY},
    {"confidence", CONFIDENCE}, {"source_authority", SOURCE}, {"gloss", GLOSS}, {"meaning", GLOSS},
    {"count", PASSED_OVER}, {"difficulty_level", PASSED_OVER},
};

typedef struct lines {
    lp_lexicon *lex;
    lp_str scratch;
    lp_entry start; /* of every entry */
    size_t line;
    field column[COLUMNS];
    size_t n_columns;
    lp_err *err;
} lines;

static int fail(const lines *r, const char *what, lp_sv text)
{
    lp_fail(r->err, LP_EFORMAT, "%s%s%.*s", what, text.len ? ": " : "", (int)(text.len > 80 ? 80 : text.len), text.s);
    if (r->err) {
        for (char *p = r->err->msg; *p; p++)
            if ((unsigned char)*p < 0x20) *p = '?';
        r->err->line = r->line;
    }
    return LP_EFORMAT;
}

static int keep(lines *r, lp_sv text, lp_sv *to)
{
    int code = lp_lexicon_keep(r->lex, &r->scratch, text, to, r->err);
    if (code != LP_OK && r->err) r->err->line = r->line;
    return code;
}

static int keep_list(lines *r, lp_sv cell, lp_sv **list, size_t *n)
{
    int code = LP_OK;
    for (size_t from = 0, i = 0; code == LP_OK && i <= cell.len; i++) {
        if (i < cell.len && !strchr("|;,", cell.s[i])) continue;
        lp_sv item;
        code = keep(r, lp_sv_make(cell.s + from, i - from), &item);
        if (code == LP_OK && item.len) code = lp_lexicon_add_text(r->lex, list, n, item, r->err);
        from = i + 1;
    }
    return code;
}

static bool yes_or_no(lp_sv v, bool *to)
{
    static const char *const yes[] = {"true", "True", "TRUE", "yes", "1"}, *const no[] = {"false", "False", "FALSE", "no", "0", ""};
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
        if (lp_sv_eq(v, lp_sv_of(yes[i]))) return *to = true, true;
    for (size_t i = 0; i < sizeof no / sizeof *no; i++)
        if (lp_sv_eq(v, lp_sv_of(no[i]))) return *to = false, true;
    return false;
}

/* A term as people type one: letters, and no more than a line. */
static bool is_term(lp_sv v)
{
    bool letter = false;
    if (v.len > LONGEST_TERM) return false;
    for (size_t i = 0; i < v.len;) {
        uint32_t c;
        i += lp_utf8_get(v.s + i, v.len - i, &c);
        if (c < 0x20 || (c < 0x80 && strchr("<>{}=@", (int)c))) return false;
        letter |= lp_is_word_char(c) && !(c >= '0' && c <= '9');
    }
    return letter;
}

/* An entry whose written form is chosen as YAML's are. */
static int add(lines *r, lp_entry *e, lp_sv original, lp_sv transliteration, lp_sv canonical, bool says_proper)
{
    uint32_t first;
    e->term = e->verse && canonical.len ? canonical : transliteration.len ? transliteration : original;
    if (!e->term.len) return fail(r, "a line without a term", LP_SV(""));
    if (!is_term(e->term)) return fail(r, "no term", e->term);
    int code = LP_OK;
    if (original.len && !lp_sv_eq(original, e->term))
        code = lp_lexicon_add_text(r->lex, &e->variations, &e->n_variations, original, r->err);
    (void)lp_utf8_get(e->term.s, e->term.len, &first);
    if (!says_proper) e->proper = lp_is_upper(first);
    return code == LP_OK ? lp_lexicon_add(r->lex, e, r->err) : code;
}

static lp_sv next_cell(lp_sv line, size_t *at)
{
    const char *tab = memchr(line.s + *at, '\t', line.len - *at);
    const size_t end = tab ? (size_t)(tab - line.s) : line.len;
    const lp_sv cell = {line.s + *at, end - *at};
    *at = end + 1;
    return lp_sv_trim(cell);
}

static int read_cell(lines *r, field f, lp_sv cell, lp_entry *e, lp_sv forms[3], bool *says_proper)
{
    switch (f) {
    case TERM: case TRANSLITERATION: case CANONICAL: return keep(r, cell, &forms[f]);
    case VARIATIONS: return keep_list(r, cell, &e->variations, &e->n_variations);
    case HEARD_AS: return keep_list(r, cell, &e->heard_as, &e->n_heard_as);
    case PROPER:
        *says_proper = cell.len > 0;
        return yes_or_no(cell, &e->proper) ? LP_OK : fail(r, "true or false is expected, not", cell);
    case VERSE: return yes_or_no(cell, &e->verse) ? LP_OK : fail(r, "true or false is expected, not", cell);
    case CATEGORY: return cell.len ? keep(r, cell, &e->category) : LP_OK;
    case FREQUENCY:
        return !cell.len || lp_frequency_of(cell, &e->frequency) ? LP_OK : fail(r, "frequency is rare, usual or common, not", cell);
    case CONFIDENCE:
        return !cell.len || lp_number_share(cell, &e->confidence) ? LP_OK : fail(r, "a number from 0 to 1 is expected, not", cell);
    case SOURCE: return keep(r, cell, &e->source);
    case GLOSS: return keep(r, cell, &e->gloss);
    case PASSED_OVER: return LP_OK;
    }
    return LP_OK;
}

static int read_row(lines *r, lp_sv line)
{
    lp_entry e = r->start;
    lp_sv forms[3] = {LP_SV(""), LP_SV(""), LP_SV("")};
    bool says_proper = false;
    int code = LP_OK;
    e.line = r->line;
    for (size_t at = 0, k = 0; code == LP_OK && at <= line.len; k++) {
        if (k == r->n_columns) return fail(r, "more columns than the first line names", LP_SV(""));
        const lp_sv cell = next_cell(line, &at);
        code = read_cell(r, r->column[k], cell, &e, forms, &says_proper);
    }
    return code == LP_OK ? add(r, &e, forms[TERM], forms[TRANSLITERATION], forms[CANONICAL], says_proper) : code;
}

static bool field_of(lp_sv name, field *to)
{
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (lp_sv_eq(name, lp_sv_of(names[i].name))) return *to = names[i].field, true;
    return false;
}

/* The first line of a table may name its columns. *is_head: it does. */
static int read_head(lines *r, lp_sv line, bool *is_head)
{
    static const field plain[] = {TERM, VARIATIONS, GLOSS};
    size_t at = 0;
    field f;
    *is_head = field_of(next_cell(line, &at), &f) && (f == TERM || memchr(line.s, '\t', line.len));
    r->n_columns = sizeof plain / sizeof *plain;
    memcpy(r->column, plain, sizeof plain);
    if (!*is_head) return LP_OK;
    r->n_columns = 0;
    for (at = 0; at <= line.len; r->n_columns++) {
        const lp_sv name = next_cell(line, &at);
        if (r->n_columns == COLUMNS) return fail(r, "more columns than there are fields", LP_SV(""));
        if (!field_of(name, &f)) return fail(r, "unknown field", name);
        for (size_t i = 0; i < r->n_columns; i++)
            if (r->column[i] == f && f != PASSED_OVER) return fail(r, "field given twice", name);
        r->column[r->n_columns] = f;
    }
    return LP_OK;
}

static int read_headword(lines *r, lp_sv line)
{
    const char *tab = memchr(line.s, '\t', line.len);
    lp_entry e = r->start;
    lp_sv term;
    if (!is_headword_line(line)) return fail(r, "no headword with the dictionaries that have it", line);
    e.line = r->line;
    e.headword = true;
    e.frequency = LP_RARE;
    e.category = LP_SV("headword");
    int code = keep(r, lp_sv_make(line.s, (size_t)(tab - line.s)), &term);
    if (code == LP_OK) code = keep(r, lp_sv_make(tab + 1, line.len - (size_t)(tab - line.s) - 1), &e.source);
    return code == LP_OK ? add(r, &e, term, LP_SV(""), LP_SV(""), false) : code;
}

static int read_term(lines *r, lp_sv line)
{
    const char *sharp = memchr(line.s, '#', line.len);
    lp_entry e = r->start;
    lp_sv term;
    if (sharp) line.len = (size_t)(sharp - line.s);
    e.line = r->line;
    int code = keep(r, line, &term);
    return code == LP_OK ? add(r, &e, term, LP_SV(""), LP_SV(""), false) : code;
}

int lp_lexicon_read_lines(lp_lexicon *lex, lp_lexicon_form form, lp_sv file, lp_sv text, lp_err *err)
{
    lines r = {.lex = lex, .start = lp_lexicon_default_entry(file), .err = err};
    bool is_first = true;
    int code = LP_OK;
    lp_sv line;
    text = lp_sv_without_bom(text);
    while (code == LP_OK && lp_sv_line(&text, &line)) {
        bool is_head = false;
        r.line++;
        if (!is_content(line)) continue;
        if (is_first && form == LP_LEXICON_TABLE) code = read_head(&r, line, &is_head);
        is_first = false;
        if (code != LP_OK || is_head) continue;
        if (form == LP_LEXICON_TABLE) code = read_row(&r, line);
        else if (form == LP_LEXICON_HEADWORDS) code = read_headword(&r, line);
        else code = read_term(&r, line);
    }
    lp_str_free(&r.scratch);
    return code;
}
