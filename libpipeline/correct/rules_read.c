/* A file of rules: lines to compiled patterns and replacements. */
#include <stdlib.h>

#include "base/file.h"
#include "base/number.h"
#include "base/utf8.h"
#include "correct/rules_internal.h"
#include "language/unicode.h"

#define LARGEST_FILE ((size_t)16 * 1024 * 1024)
/* More text than any readable pattern has; longer ones are generated, and a
 * list of words belongs into a lexicon. */
#define LONGEST_PATTERN 10000

enum { COLUMNS = 5, WHY_BYTES = 300 };

typedef struct reader {
    lp_rules *rules;
    lp_err *err;
    size_t line;
    pcre2_compile_context *context, *whole_words;
} reader;

static int fail(const reader *r, int code, const char *what, lp_sv text)
{
    lp_fail(r->err, code, "%s%.*s%s", what, (int)(text.len > 60 ? 60 : text.len), text.s, text.len ? "`" : "");
    if (r->err) r->err->line = r->line;
    return code;
}

static int out_of_memory(const reader *r) { return fail(r, LP_ENOMEM, "no memory for the rules", LP_SV("")); }

/* --- replacements --------------------------------------------------------- */

static int add_part(const reader *r, rule *to, rule_part p)
{
    if (!(to->n_parts & (to->n_parts - 1))) { /* room for one, two, four, ... */
        rule_part *more = lp_arena_grow(&r->rules->arena, to->parts, to->n_parts, to->n_parts ? to->n_parts * 2 : 1,
                                        sizeof *more);
        if (!more) return out_of_memory(r);
        to->parts = more;
    }
    to->parts[to->n_parts++] = p;
    return LP_OK;
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* The group that a name or number stands for; false when the pattern has none. */
static bool group_of(const rule *to, lp_sv name, uint32_t *group)
{
    uint32_t most = 0;
    size_t n;
    char z[40];
    (void)pcre2_pattern_info(to->code, PCRE2_INFO_CAPTURECOUNT, &most);
    if (name.len && is_digit(name.s[0])) {
        if (!lp_number_whole(name, 0, most, &n)) return false;
        *group = (uint32_t)n;
        return true;
    }
    if (!name.len || name.len >= sizeof z) return false;
    memcpy(z, name.s, name.len);
    z[name.len] = '\0';
    const int found = pcre2_substring_number_from_name(to->code, (PCRE2_SPTR)z);
    if (found <= 0) return false;
    *group = (uint32_t)found;
    return true;
}

/* The reference behind the $ at i: its name and where the text goes on. */
static lp_sv reference_at(lp_sv text, size_t i, size_t *next)
{
    size_t from = i + 1, to = from;
    if (from < text.len && text.s[from] == '{') {
        const char *close = memchr(text.s + from, '}', text.len - from);
        if (!close) return LP_SV("");
        to = (size_t)(close - text.s);
        *next = to + 1;
        return lp_sv_make(text.s + from + 1, to - from - 1);
    }
    while (to < text.len && to < from + 2 && is_digit(text.s[to])) to++;
    *next = to;
    return lp_sv_make(text.s + from, to - from);
}

static int read_replacement(const reader *r, lp_sv text, rule *to)
{
    int code = LP_OK;
    for (size_t i = 0, from = 0; code == LP_OK && i <= text.len;) {
        if (i < text.len && text.s[i] != '$') {
            i++;
            continue;
        }
        if (i > from) code = add_part(r, to, (rule_part){lp_sv_make(text.s + from, i - from), 0});
        if (i == text.len) break;
        if (i + 1 < text.len && text.s[i + 1] == '$') {
            from = i + 1; /* the second one is text */
            i += 2;
            continue;
        }
        rule_part p = {LP_SV(""), 0};
        size_t next = i;
        if (!group_of(to, reference_at(text, i, &next), &p.group))
            return fail(r, LP_EFORMAT, "no such group in the pattern ($$ writes the sign itself): `",
                        lp_sv_make(text.s + i, text.len - i));
        if (code == LP_OK) code = add_part(r, to, p);
        from = i = next;
    }
    return code;
}

/* --- lines ---------------------------------------------------------------- */

static int read_options(const reader *r, lp_sv text, uint32_t *flags, bool *whole_words)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.s[i] == 'i') *flags |= PCRE2_CASELESS;
        else if (text.s[i] == 'x') *flags |= PCRE2_EXTENDED;
        else if (text.s[i] == 'w') *whole_words = true;
        else if (text.s[i] != '-' && text.s[i] != ' ')
            return fail(r, LP_EFORMAT, "options are i (any case), w (whole words) and x (blanks count for nothing), not `",
                        text);
    }
    return LP_OK;
}

static int compile(const reader *r, lp_sv pattern, uint32_t flags, bool whole_words, rule *to)
{
    int number;
    PCRE2_SIZE at;
    /* \C would cut a character in two. */
    flags |= PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C;
    to->code = pcre2_compile((PCRE2_SPTR)pattern.s, pattern.len, flags, &number, &at,
                             whole_words ? r->whole_words : r->context);
    if (!to->code) {
        PCRE2_UCHAR text[160];
        if (pcre2_get_error_message(number, text, sizeof text) < 0) text[0] = '\0';
        if (number == PCRE2_ERROR_NOMEMORY) return out_of_memory(r);
        lp_fail(r->err, LP_EFORMAT, "the pattern cannot be used: %s, at its character %zu", (const char *)text,
                lp_utf8_count(pattern.s, at < pattern.len ? at : pattern.len) + 1);
        if (r->err) r->err->line = r->line;
        return LP_EFORMAT;
    }
    /* Where there is no JIT (or memory for it may not be run), matching is
     * slower and gives the same. */
    (void)pcre2_jit_compile(to->code, PCRE2_JIT_COMPLETE);
    return LP_OK;
}

static int read_rule(const reader *r, lp_sv column[COLUMNS], rule *to)
{
    uint32_t flags = 0;
    bool whole_words = false;
    if (!column[0].len) return fail(r, LP_EFORMAT, "a rule without a pattern", LP_SV(""));
    int code = read_options(r, lp_sv_trim(column[2]), &flags, &whole_words);
    if (code == LP_OK) code = compile(r, column[0], flags, whole_words, to);
    if (code == LP_OK) code = read_replacement(r, column[1], to);
    if (code != LP_OK) return code;
    const lp_sv confidence = lp_sv_trim(column[3]);
    to->certain = !confidence.len;
    to->confidence = 1;
    if (confidence.len && (!lp_number_share(confidence, &to->confidence) || to->confidence <= 0))
        return fail(r, LP_EFORMAT, "the confidence is a number above 0 and up to 1, not `", confidence);
    to->why = lp_sv_trim(column[4]);
    if (to->why.len > WHY_BYTES) return fail(r, LP_ELIMIT, "a reason is one line of up to 300 bytes", LP_SV(""));
    to->line = r->line;
    return LP_OK;
}

static int add_rule(const reader *r, lp_sv column[COLUMNS])
{
    lp_rules *rules = r->rules;
    if (rules->n == rules->cap) {
        size_t cap = rules->cap ? rules->cap * 2 : 64;
        rule *more = lp_arena_grow(&rules->arena, rules->v, rules->n, cap, sizeof *more);
        if (!more) return out_of_memory(r);
        rules->v = more;
        rules->cap = cap;
    }
    rule *to = &rules->v[rules->n];
    *to = (rule){.code = NULL};
    int code = read_rule(r, column, to);
    if (to->code) rules->n++; /* so that it is freed */
    return code;
}

static int read_line(const reader *r, lp_sv line)
{
    lp_sv column[COLUMNS] = {LP_SV(""), LP_SV(""), LP_SV(""), LP_SV(""), LP_SV("")};
    size_t n = 0;
    if (!lp_sv_trim(line).len || line.s[0] == '#') return LP_OK;
    for (size_t from = 0; from <= line.len;) {
        const char *tab = memchr(line.s + from, '\t', line.len - from);
        const size_t to = tab ? (size_t)(tab - line.s) : line.len;
        if (n == COLUMNS)
            return fail(r, LP_EFORMAT, "more than pattern, replacement, options, confidence and reason", LP_SV(""));
        column[n++] = lp_sv_make(line.s + from, to - from);
        from = to + 1;
    }
    if (n < 2) return fail(r, LP_EFORMAT, "no tab and no replacement behind the pattern `", line);
    return add_rule(r, column);
}

static int read_lines(reader *r, lp_sv text)
{
    int code = LP_OK;
    lp_sv line;
    text = lp_sv_without_bom(text);
    while (code == LP_OK && lp_sv_line(&text, &line)) {
        r->line++;
        code = read_line(r, line);
    }
    return code;
}

/* The file in normal form, since that is what patterns are laid over. */
static int read_file(reader *r, const char *path)
{
    lp_str raw = LP_STR_INIT, text = LP_STR_INIT;
    int code = lp_file_read(path, LARGEST_FILE, &raw, r->err);
    if (code == LP_OK) {
        code = lp_nfc(lp_str_view(&raw), &text, r->err);
        const size_t good = code == LP_EUTF8 ? lp_utf8_check(raw.s, raw.len) : 0;
        if (code == LP_EUTF8 && r->err) r->err->line = 1;
        for (size_t i = 0; i < good && r->err; i++) r->err->line += raw.s[i] == '\n';
    }
    /* Patterns are copied by pcre2_compile; replacements and reasons point here. */
    char *copy = code == LP_OK ? lp_arena_copy(&r->rules->arena, text.s ? text.s : "", text.len) : NULL;
    if (code == LP_OK && !copy) code = out_of_memory(r);
    if (code == LP_OK) code = read_lines(r, lp_sv_make(copy, text.len));
    lp_str_free(&raw);
    lp_str_free(&text);
    return code;
}

static int make_contexts(reader *r)
{
    r->context = pcre2_compile_context_create(NULL);
    r->whole_words = pcre2_compile_context_create(NULL);
    if (!r->context || !r->whole_words) return out_of_memory(r);
    (void)pcre2_set_max_pattern_length(r->context, LONGEST_PATTERN);
    (void)pcre2_set_max_pattern_length(r->whole_words, LONGEST_PATTERN);
    (void)pcre2_set_compile_extra_options(r->whole_words, PCRE2_EXTRA_MATCH_WORD);
    return LP_OK;
}

int lp_rules_load(const char *path, lp_rules **out, lp_err *err)
{
    *out = NULL;
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    lp_rules *rules = calloc(1, sizeof *rules);
    reader r = {.rules = rules, .err = err};
    int code = rules ? make_contexts(&r) : out_of_memory(&r);
    if (code == LP_OK) {
        rules->file = lp_arena_copy(&rules->arena, name, strlen(name));
        code = rules->file ? read_file(&r, path) : out_of_memory(&r);
    }
    pcre2_compile_context_free(r.context);
    pcre2_compile_context_free(r.whole_words);
    if (code == LP_OK) {
        *out = rules;
        return LP_OK;
    }
    lp_rules_free(rules);
    lp_err_at(err, path);
    return code;
}

void lp_rules_free(lp_rules *r)
{
    if (!r) return;
    for (size_t i = 0; i < r->n; i++) pcre2_code_free(r->v[i].code);
    lp_arena_free(&r->arena);
    free(r);
}

size_t lp_rules_n(const lp_rules *r) { return r->n; }
