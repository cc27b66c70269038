#include "language/lexicon.h"

#include <stdlib.h>
#include <yaml.h>

#include "base/file.h"
#include "base/number.h"
#include "language/lexicon_internal.h"
#include "language/unicode.h"

/* The largest lexicon file that is read: one hundred thousand full entries
 * take about 30 MB. */
#define LARGEST_FILE ((size_t)256 * 1024 * 1024)

lp_entry lp_lexicon_default_entry(lp_sv file)
{
    return (lp_entry){.confidence = 0.95, .frequency = LP_USUAL, .category = LP_SV("concept"), .file = file};
}

int lp_lexicon_keep(lp_lexicon *lex, lp_str *scratch, lp_sv text, lp_sv *to, lp_err *err)
{
    lp_str_clear(scratch);
    int code = lp_nfc(text, scratch, err);
    if (code != LP_OK) return code;
    char *copy = lp_arena_copy(&lex->arena, scratch->s ? scratch->s : "", scratch->len);
    if (!copy) return lp_fail(err, LP_ENOMEM, "no memory for the lexicon");
    *to = lp_sv_trim(lp_sv_make(copy, scratch->len));
    return LP_OK;
}

int lp_lexicon_add(lp_lexicon *lex, const lp_entry *e, lp_err *err)
{
    if (lex->n == lex->cap) {
        size_t grown = lex->cap ? lex->cap * 2 : 512;
        lp_entry *more = lp_arena_grow(&lex->arena, lex->entries, lex->n, grown, sizeof *more);
        if (!more) return lp_fail(err, LP_ENOMEM, "no memory for the lexicon");
        lex->entries = more;
        lex->cap = grown;
    }
    lex->entries[lex->n++] = *e;
    return LP_OK;
}

int lp_lexicon_add_text(lp_lexicon *lex, lp_sv **list, size_t *n, lp_sv text, lp_err *err)
{
    if (*n < 4 || !(*n & (*n - 1))) { /* room for 1, 2, 3, 4, 8, 16, ... */
        lp_sv *more = lp_arena_grow(&lex->arena, *list, *n, *n < 4 ? *n + 1 : *n * 2, sizeof *more);
        if (!more) return lp_fail(err, LP_ENOMEM, "no memory for the lexicon");
        *list = more;
    }
    (*list)[(*n)++] = text;
    return LP_OK;
}

bool lp_frequency_of(lp_sv name, lp_frequency *to)
{
    if (lp_sv_eq(name, LP_SV("rare"))) return *to = LP_RARE, true;
    if (lp_sv_eq(name, LP_SV("usual"))) return *to = LP_USUAL, true;
    if (lp_sv_eq(name, LP_SV("common"))) return *to = LP_COMMON, true;
    return false;
}

/* The reader: libyaml gives events, this walks them. A lexicon is a mapping
 * with `entries` (a sequence of mappings of scalars and scalar lists). */
typedef struct reader {
    yaml_parser_t yaml;
    yaml_event_t event;
    bool has_event;
    lp_lexicon *lex;
    lp_entry defaults;
    lp_sv file;
    lp_str scratch;
    lp_sv text; /* the whole file */
    lp_err *err;
} reader;

static size_t line_of(const reader *r) { return r->event.start_mark.line + 1; }

static int fail(reader *r, const char *what, lp_sv name)
{
    lp_fail(r->err, LP_EFORMAT, "%s%s%.*s", what, name.len ? ": " : "", (int)(name.len > 80 ? 80 : name.len), name.s);
    if (r->err) r->err->line = line_of(r);
    return LP_EFORMAT;
}

static int out_of_memory(reader *r) { return lp_fail(r->err, LP_ENOMEM, "no memory for the lexicon"); }

/* Bytes that are no text have an offset only. */
static size_t line_of_problem(const reader *r)
{
    if (r->yaml.error != YAML_READER_ERROR) return r->yaml.problem_mark.line + 1;
    size_t line = 1;
    for (size_t i = 0; i < r->yaml.problem_offset && i < r->text.len; i++) line += r->text.s[i] == '\n';
    return line;
}

static int advance(reader *r)
{
    if (r->has_event) yaml_event_delete(&r->event);
    r->has_event = false;
    if (!yaml_parser_parse(&r->yaml, &r->event)) {
        lp_fail(r->err, LP_EFORMAT, "YAML: %s", r->yaml.problem ? r->yaml.problem : "cannot be read");
        if (r->err) r->err->line = line_of_problem(r);
        return LP_EFORMAT;
    }
    r->has_event = true;
    /* An alias could make a small file describe endless data. */
    if (r->event.type == YAML_ALIAS_EVENT) return fail(r, "aliases are not allowed in a lexicon", (lp_sv){"", 0});
    return LP_OK;
}

static lp_sv scalar(const reader *r)
{
    return lp_sv_make((const char *)r->event.data.scalar.value, r->event.data.scalar.length);
}

static int keep(reader *r, lp_sv text, lp_sv *to)
{
    lp_err why;
    int code = lp_lexicon_keep(r->lex, &r->scratch, text, to, &why);
    if (code == LP_EUTF8) return fail(r, "not valid UTF-8", (lp_sv){"", 0});
    return code == LP_OK ? LP_OK : out_of_memory(r);
}

static int read_text(reader *r, lp_sv *to)
{
    if (r->event.type != YAML_SCALAR_EVENT) return fail(r, "a text is expected here", (lp_sv){"", 0});
    return keep(r, scalar(r), to);
}

static int read_bool(reader *r, bool *to)
{
    if (r->event.type == YAML_SCALAR_EVENT) {
        lp_sv v = scalar(r);
        if (lp_sv_eq(v, LP_SV("true")) || lp_sv_eq(v, LP_SV("True"))) return *to = true, LP_OK;
        if (lp_sv_eq(v, LP_SV("false")) || lp_sv_eq(v, LP_SV("False"))) return *to = false, LP_OK;
        return fail(r, "true or false is expected, not", v);
    }
    return fail(r, "true or false is expected here", (lp_sv){"", 0});
}

/* A share between 0 and 1, written with a point whatever the locale. */
static int read_share(reader *r, double *to)
{
    if (r->event.type != YAML_SCALAR_EVENT) return fail(r, "a number is expected here", (lp_sv){"", 0});
    lp_sv v = scalar(r);
    return lp_number_share(v, to) ? LP_OK : fail(r, "a number from 0 to 1 is expected, not", v);
}

static int read_frequency(reader *r, lp_frequency *to)
{
    lp_sv v;
    int code = read_text(r, &v);
    if (code != LP_OK) return code;
    return lp_frequency_of(v, to) ? LP_OK : fail(r, "frequency is rare, usual or common, not", v);
}

static int read_list(reader *r, lp_sv **items, size_t *n)
{
    size_t cap = 0;
    *n = 0;
    *items = NULL;
    if (r->event.type == YAML_SCALAR_EVENT && r->event.data.scalar.length == 0) return LP_OK;
    if (r->event.type != YAML_SEQUENCE_START_EVENT) return fail(r, "a list [..] is expected here", (lp_sv){"", 0});
    for (;;) {
        int code = advance(r);
        if (code != LP_OK) return code;
        if (r->event.type == YAML_SEQUENCE_END_EVENT) return LP_OK;
        if (*n == cap) {
            size_t grown = cap ? cap * 2 : 4;
            lp_sv *more = lp_arena_grow(&r->lex->arena, *items, *n, grown, sizeof **items);
            if (!more) return out_of_memory(r);
            *items = more;
            cap = grown;
        }
        code = read_text(r, &(*items)[*n]);
        if (code != LP_OK) return code;
        if ((*items)[*n].len) (*n)++;
    }
}

/* A record while it is read: the entry and what decides its written form. */
typedef struct record {
    lp_entry e;
    lp_sv original, transliteration, canonical;
    lp_sv seen[16]; /* fields read so far; there are fewer names than this */
    size_t n_seen;
} record;

/* Names that lexicons of the field have for the same. */
static lp_sv usual_name(lp_sv key)
{
    static const struct { const char *other, *ours; } names[] = {
        {"term", "original_term"}, {"phrase", "original_term"}, {"meaning", "gloss"}, {"type", "category"}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (lp_sv_eq(key, lp_sv_of(names[i].other))) return lp_sv_of(names[i].ours);
    return key;
}

/* What other tools read in their lexicons and this one has no use for. */
static bool is_passed_over(lp_sv key)
{
    static const char *const fields[] = {"difficulty_level", "context_clues"};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (lp_sv_eq(key, lp_sv_of(fields[i]))) return true;
    return false;
}

enum { DEEPEST = 64 };

/* Pass over what begins with the event: a text, a list, a mapping. */
static int skip(reader *r)
{
    for (size_t depth = 0;;) {
        const yaml_event_type_t t = r->event.type;
        depth += t == YAML_SEQUENCE_START_EVENT || t == YAML_MAPPING_START_EVENT;
        depth -= t == YAML_SEQUENCE_END_EVENT || t == YAML_MAPPING_END_EVENT;
        if (!depth) return LP_OK;
        /* libyaml takes time by the square of the depth. */
        if (depth > DEEPEST) return fail(r, "nested too deeply", (lp_sv){"", 0});
        int code = advance(r);
        if (code != LP_OK) return code;
    }
}

static bool is_new(record *rec, lp_sv key)
{
    for (size_t i = 0; i < rec->n_seen; i++)
        if (lp_sv_eq(rec->seen[i], key)) return false;
    if (rec->n_seen < sizeof rec->seen / sizeof *rec->seen) rec->seen[rec->n_seen++] = key;
    return true;
}

static int read_field(reader *r, lp_sv key, record *rec)
{
    lp_entry *e = &rec->e;
    if (is_passed_over(key)) return skip(r);
    if (lp_sv_eq(key, LP_SV("original_term"))) return read_text(r, &rec->original);
    if (lp_sv_eq(key, LP_SV("transliteration"))) return read_text(r, &rec->transliteration);
    if (lp_sv_eq(key, LP_SV("canonical_text"))) return read_text(r, &rec->canonical);
    if (lp_sv_eq(key, LP_SV("variations"))) return read_list(r, &e->variations, &e->n_variations);
    if (lp_sv_eq(key, LP_SV("heard_as"))) return read_list(r, &e->heard_as, &e->n_heard_as);
    if (lp_sv_eq(key, LP_SV("is_proper_noun"))) return read_bool(r, &e->proper);
    if (lp_sv_eq(key, LP_SV("is_verse"))) return read_bool(r, &e->verse);
    if (lp_sv_eq(key, LP_SV("category"))) return read_text(r, &e->category);
    if (lp_sv_eq(key, LP_SV("gloss"))) return read_text(r, &e->gloss);
    if (lp_sv_eq(key, LP_SV("source_authority"))) return read_text(r, &e->source);
    if (lp_sv_eq(key, LP_SV("confidence"))) return read_share(r, &e->confidence);
    if (lp_sv_eq(key, LP_SV("frequency"))) return read_frequency(r, &e->frequency);
    return fail(r, "unknown field", key);
}

/* The event is the start of the mapping; afterwards it is its end. */
static int read_record(reader *r, record *rec)
{
    for (;;) {
        int code = advance(r);
        if (code != LP_OK) return code;
        if (r->event.type == YAML_MAPPING_END_EVENT) return LP_OK;
        if (r->event.type != YAML_SCALAR_EVENT) return fail(r, "a field name is expected here", (lp_sv){"", 0});
        lp_sv key;
        code = keep(r, scalar(r), &key);
        const lp_sv given = key;
        key = usual_name(key);
        if (code == LP_OK && !is_new(rec, key)) return fail(r, "field given twice", given);
        if (code == LP_OK) code = advance(r);
        if (code == LP_OK) code = read_field(r, key, rec);
        if (code != LP_OK) return code;
    }
}

static int add_entry(reader *r, record *rec)
{
    lp_lexicon *lex = r->lex;
    lp_entry *e = &rec->e;
    e->term = rec->e.verse && rec->canonical.len ? rec->canonical
              : rec->transliteration.len         ? rec->transliteration
                                                 : rec->original;
    if (!e->term.len) {
        lp_fail(r->err, LP_EFORMAT, "an entry without original_term");
        if (r->err) r->err->line = e->line;
        return LP_EFORMAT;
    }
    /* In lexicons of the field original_term is often the plain spelling. */
    if (rec->original.len && !lp_sv_eq(rec->original, e->term)) {
        lp_sv *v = lp_arena_grow(&lex->arena, e->variations, e->n_variations, e->n_variations + 1, sizeof *v);
        if (!v) return out_of_memory(r);
        v[e->n_variations++] = rec->original;
        e->variations = v;
    }
    return lp_lexicon_add(lex, e, r->err);
}

static int read_entries(reader *r)
{
    if (r->event.type != YAML_SEQUENCE_START_EVENT) return fail(r, "`entries` holds a list", (lp_sv){"", 0});
    for (;;) {
        int code = advance(r);
        if (code != LP_OK) return code;
        if (r->event.type == YAML_SEQUENCE_END_EVENT) return LP_OK;
        if (r->event.type != YAML_MAPPING_START_EVENT) return fail(r, "an entry is a mapping of fields", (lp_sv){"", 0});
        record rec = {.e = r->defaults};
        rec.e.file = r->file;
        rec.e.line = line_of(r);
        code = read_record(r, &rec);
        if (code == LP_OK) code = add_entry(r, &rec);
        if (code != LP_OK) return code;
    }
}

static int read_top(reader *r)
{
    bool found = false;
    for (;;) {
        int code = advance(r);
        if (code != LP_OK) return code;
        if (r->event.type == YAML_MAPPING_END_EVENT) break;
        if (r->event.type != YAML_SCALAR_EVENT) return fail(r, "a field name is expected here", (lp_sv){"", 0});
        lp_sv key;
        code = keep(r, scalar(r), &key);
        if (code == LP_OK) code = advance(r);
        if (code != LP_OK) return code;
        if (lp_sv_eq(key, LP_SV("entries")) || lp_sv_eq(key, LP_SV("compound_terms"))) {
            found = true;
            code = read_entries(r);
        } else if (lp_sv_eq(key, LP_SV("defaults"))) {
            record rec = {.e = r->defaults};
            if (r->event.type != YAML_MAPPING_START_EVENT) return fail(r, "`defaults` is a mapping", (lp_sv){"", 0});
            code = read_record(r, &rec);
            r->defaults = rec.e;
        } else if (lp_sv_eq(key, LP_SV("domain"))) {
            lp_sv ignored;
            code = read_text(r, &ignored);
        } else if (lp_sv_eq(key, LP_SV("context_rules")) || lp_sv_eq(key, LP_SV("performance")) ||
                   lp_sv_eq(key, LP_SV("metadata"))) {
            code = skip(r); /* of other tools, beside compound_terms */
        } else {
            code = fail(r, "unknown field", key);
        }
        if (code != LP_OK) return code;
    }
    return found ? LP_OK : fail(r, "no `entries:` in this file", (lp_sv){"", 0});
}

/* What stood behind it would not be read. */
static int read_end(reader *r)
{
    int code = advance(r);
    if (code == LP_OK) code = advance(r);
    if (code == LP_OK && r->event.type != YAML_STREAM_END_EVENT)
        return fail(r, "a lexicon is one document, and this is a second one", (lp_sv){"", 0});
    return code;
}

static int read_file(reader *r)
{
    int code = LP_OK;
    while (code == LP_OK) {
        code = advance(r);
        if (code != LP_OK) return code;
        if (r->event.type == YAML_MAPPING_START_EVENT) {
            code = read_top(r);
            return code == LP_OK ? read_end(r) : code;
        }
        if (r->event.type == YAML_SCALAR_EVENT || r->event.type == YAML_SEQUENCE_START_EVENT ||
            r->event.type == YAML_STREAM_END_EVENT)
            return fail(r, "a lexicon is a mapping with `entries:`", (lp_sv){"", 0});
    }
    return code;
}

static int read_yaml(lp_lexicon *lex, lp_sv file, lp_sv text, lp_err *err)
{
    reader r = {.lex = lex, .scratch = LP_STR_INIT, .text = text, .file = file, .err = err};
    r.defaults = lp_lexicon_default_entry(file);
    if (!yaml_parser_initialize(&r.yaml)) return lp_fail(err, LP_ENOMEM, "no memory for the YAML reader");
    yaml_parser_set_input_string(&r.yaml, (const unsigned char *)text.s, text.len);
    yaml_parser_set_encoding(&r.yaml, YAML_UTF8_ENCODING);
    int code = read_file(&r);
    if (r.has_event) yaml_event_delete(&r.event);
    yaml_parser_delete(&r.yaml);
    lp_str_free(&r.scratch);
    return code;
}

int lp_lexicon_load(lp_lexicon *lex, const char *path, lp_err *err)
{
    lp_str text = LP_STR_INIT;
    int code = lp_file_read(path, LARGEST_FILE, &text, err);
    const char *slash = strrchr(path, '/');
    const char *base = slash ? slash + 1 : path;
    char *name = lp_arena_copy(&lex->arena, base, strlen(base));
    if (code == LP_OK && !name) code = lp_fail(err, LP_ENOMEM, "no memory for the lexicon");
    if (code == LP_OK) {
        const lp_sv all = lp_str_view(&text), file = lp_sv_of(name);
        const lp_lexicon_form form = lp_lexicon_form_of(path, all);
        if (form == LP_LEXICON_YAML) code = read_yaml(lex, file, all, err);
        else if (form == LP_LEXICON_RECORDS) code = lp_lexicon_read_records(lex, file, all, err);
        else code = lp_lexicon_read_lines(lex, form, file, all, err);
    }
    if (code != LP_OK) lp_err_at(err, path);
    lp_str_free(&text);
    return code;
}

void lp_lexicon_free(lp_lexicon *lex)
{
    lp_arena_free(&lex->arena);
    *lex = (lp_lexicon)LP_LEXICON_INIT;
}
