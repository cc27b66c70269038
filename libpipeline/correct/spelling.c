#include "correct/spelling.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/utf8.h"
#include "language/sanskrit/transliterate.h"
#include "language/unicode.h"

#define LARGEST_FILE ((size_t)16 * 1024 * 1024)

/* An exception has at most so many words. */
enum { MOST_WORDS = 12, LONGEST = 300 };

typedef struct exception {
    lp_sv term; /* small letters, single blanks */
    lp_sv spelling;
    size_t place; /* in the file */
} exception;

struct lp_spelling {
    lp_scheme style;
    lp_translit *from_iast; /* NULL: stays IAST */
    lp_translit *plain;     /* into popular spelling */
    lp_arena arena;
    exception *v;
    size_t n, cap;
    size_t most_words;
};

bool lp_spelling_is_style(lp_scheme s)
{
    return s == LP_IAST || s == LP_ISO15919 || s == LP_POPULAR || s == LP_DEVANAGARI;
}

/* --- exceptions ----------------------------------------------------------- */

static bool blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

/* Small letters in normal form C, single blanks. */
static int fold(lp_sv text, lp_str *scratch, lp_str *out, lp_err *err)
{
    lp_str_clear(scratch);
    int code = lp_lower(text, scratch, err);
    lp_sv v = lp_sv_trim(lp_str_view(scratch));
    lp_str once = LP_STR_INIT;
    for (size_t i = 0; code == LP_OK && i < v.len; i++)
        if (!blank(v.s[i]) || !blank(v.s[i + 1 < v.len ? i + 1 : i])) lp_str_addc(&once, blank(v.s[i]) ? ' ' : v.s[i]);
    if (code == LP_OK) code = lp_str_check(&once, err);
    if (code == LP_OK) code = lp_nfc(lp_str_view(&once), out, err);
    lp_str_free(&once);
    return code;
}

static size_t count_words(lp_sv v)
{
    size_t n = v.len > 0;
    for (size_t i = 0; i < v.len; i++) n += v.s[i] == ' ';
    return n;
}

static int add(lp_spelling *s, lp_sv term, lp_sv spelling, lp_err *err)
{
    if (s->n == s->cap) {
        size_t cap = s->cap ? s->cap * 2 : 64;
        exception *more = lp_arena_grow(&s->arena, s->v, s->n, cap, sizeof *more);
        if (!more) return lp_fail(err, LP_ENOMEM, "no memory for the spellings");
        s->v = more;
        s->cap = cap;
    }
    char *t = lp_arena_copy(&s->arena, term.s, term.len), *w = lp_arena_copy(&s->arena, spelling.s, spelling.len);
    if (!t || !w) return lp_fail(err, LP_ENOMEM, "no memory for the spellings");
    s->v[s->n] = (exception){lp_sv_make(t, term.len), lp_sv_make(w, spelling.len), s->n};
    s->n++;
    const size_t words = count_words(term);
    if (words > s->most_words) s->most_words = words;
    return LP_OK;
}

static int read_line(lp_spelling *s, lp_sv line, lp_str *scratch, lp_err *err)
{
    const char *tab = memchr(line.s, '\t', line.len);
    lp_str term = LP_STR_INIT, spelling = LP_STR_INIT;
    if (!lp_sv_trim(line).len || line.s[0] == '#') return LP_OK;
    if (!tab) return lp_fail(err, LP_EFORMAT, "a term in IAST, a tab and its spelling are wanted");
    int code = fold(lp_sv_make(line.s, (size_t)(tab - line.s)), scratch, &term, err);
    if (code == LP_OK) code = lp_nfc(lp_sv_trim(lp_sv_make(tab + 1, line.len - (size_t)(tab - line.s) - 1)), &spelling, err);
    const lp_sv t = lp_str_view(&term), w = lp_str_view(&spelling);
    if (code == LP_OK && (!t.len || !w.len || memchr(w.s, '\t', w.len)))
        code = lp_fail(err, LP_EFORMAT, "a term in IAST, a tab and its spelling are wanted");
    if (code == LP_OK && (t.len > LONGEST || w.len > LONGEST || count_words(t) > MOST_WORDS))
        code = lp_fail(err, LP_ELIMIT, "a term of more than %d words or %d bytes", MOST_WORDS, LONGEST);
    if (code == LP_OK) code = add(s, t, w, err);
    lp_str_free(&term);
    lp_str_free(&spelling);
    return code;
}

static int by_term(const void *x, const void *y)
{
    const exception *a = x, *b = y;
    int c = lp_sv_cmp(a->term, b->term);
    return c ? c : a->place < b->place ? -1 : a->place > b->place;
}

/* Sorted; two spellings of one term are a mistake that nobody would see. */
static int settle(lp_spelling *s, lp_err *err)
{
    if (s->n) qsort(s->v, s->n, sizeof *s->v, by_term);
    for (size_t i = 1; i < s->n; i++)
        if (lp_sv_eq(s->v[i].term, s->v[i - 1].term) && !lp_sv_eq(s->v[i].spelling, s->v[i - 1].spelling))
            return lp_fail(err, LP_EFORMAT, "two spellings for %.*s", (int)s->v[i].term.len, s->v[i].term.s);
    return LP_OK;
}

static int read_file(lp_spelling *s, const char *path, lp_err *err)
{
    lp_str data = LP_STR_INIT, scratch = LP_STR_INIT;
    int code = lp_file_read(path, LARGEST_FILE, &data, err);
    lp_sv text = lp_sv_without_bom(lp_str_view(&data)), line;
    size_t number = 0;
    while (code == LP_OK && lp_sv_line(&text, &line)) {
        number++;
        code = read_line(s, line, &scratch, err);
        if (code != LP_OK && err) err->line = number;
    }
    if (code == LP_OK) code = settle(s, err);
    if (code != LP_OK) lp_err_at(err, path);
    lp_str_free(&data);
    lp_str_free(&scratch);
    return code;
}

int lp_spelling_new(lp_scheme style, const char *exceptions, lp_spelling **out, lp_err *err)
{
    *out = NULL;
    if (!lp_spelling_is_style(style)) return lp_fail(err, LP_EVALUE, "transcripts are spelled in iast, iso15919, popular or devanagari");
    lp_spelling *s = calloc(1, sizeof *s);
    /* A number stays as the numbers were written. */
    const lp_translit_style how = {.keep_digits = true};
    int code = s ? LP_OK : lp_fail(err, LP_ENOMEM, "no memory for the spellings");
    if (code == LP_OK) {
        s->style = style;
        if (style != LP_IAST) s->from_iast = lp_translit_new(LP_IAST, style, &how, err);
        s->plain = lp_translit_new(LP_IAST, LP_POPULAR, &how, err);
        if (!s->plain || (style != LP_IAST && !s->from_iast)) code = LP_ENOMEM;
    }
    if (code == LP_OK && exceptions) code = read_file(s, exceptions, err);
    if (code == LP_OK) *out = s;
    else lp_spelling_free(s);
    return code;
}

void lp_spelling_free(lp_spelling *s)
{
    if (!s) return;
    lp_translit_free(s->from_iast);
    lp_translit_free(s->plain);
    lp_arena_free(&s->arena);
    free(s);
}

/* --- spelling ------------------------------------------------------------- */

static const exception *find(const lp_spelling *s, lp_sv folded)
{
    size_t lo = 0, hi = s->n;
    while (lo < hi) {
        const size_t mid = lo + (hi - lo) / 2;
        const int c = lp_sv_cmp(s->v[mid].term, folded);
        if (c == 0) return &s->v[mid];
        if (c < 0) lo = mid + 1;
        else hi = mid;
    }
    return NULL;
}

static int convert(const lp_spelling *s, lp_sv text, lp_str *out, lp_err *err)
{
    if (s->from_iast) return lp_translit_run(s->from_iast, text, out, err);
    lp_str_addv(out, text);
    return lp_str_check(out, err);
}

/* Behind the word at i, and behind the n words from there. */
static size_t behind_words(lp_sv v, size_t i, size_t n)
{
    while (i < v.len) {
        while (i < v.len && blank(v.s[i])) i++;
        while (i < v.len && !blank(v.s[i])) i++;
        if (--n == 0) break;
    }
    return i;
}

/* The longest exception that begins with the word at i; *end behind it. */
static int exception_at(const lp_spelling *s, lp_sv v, size_t i, const exception **found, size_t *end, lp_err *err)
{
    lp_str scratch = LP_STR_INIT, folded = LP_STR_INIT;
    int code = LP_OK;
    *found = NULL;
    for (size_t n = s->most_words; code == LP_OK && n && !*found; n--) {
        *end = behind_words(v, i, n);
        lp_str_clear(&folded);
        code = fold(lp_sv_make(v.s + i, *end - i), &scratch, &folded, err);
        if (code == LP_OK) *found = find(s, lp_str_view(&folded));
    }
    lp_str_free(&scratch);
    lp_str_free(&folded);
    return code;
}

/* The stem word by word: exceptions as listed, the rest between them at once. */
static int put_stem(const lp_spelling *s, lp_sv v, lp_str *out, lp_err *err)
{
    int code = LP_OK;
    size_t done = 0;
    for (size_t i = 0; code == LP_OK && s->n && i < v.len;) {
        const exception *e;
        size_t end = v.len;
        code = exception_at(s, v, i, &e, &end, err);
        if (code == LP_OK && e) {
            code = convert(s, lp_sv_make(v.s + done, i - done), out, err);
            lp_str_addv(out, e->spelling);
            done = i = end;
        } else {
            i = behind_words(v, i, 1);
        }
        while (i < v.len && blank(v.s[i])) i++;
        if (done < i && done && blank(v.s[done])) {
            lp_str_add(out, v.s + done, 1);
            done++;
        }
    }
    return code == LP_OK ? convert(s, lp_sv_make(v.s + done, v.len - done), out, err) : code;
}

/* Advaitic, Upaniṣadic: no Sanskrit word in a transcript ends so, but English
 * adjectives do. */
static bool is_english(lp_sv v) { return v.len > 4 && memcmp(v.s + v.len - 2, "ic", 2) == 0; }

int lp_spelling_put(const lp_spelling *s, lp_sv text, size_t stem, lp_str *out, lp_err *err)
{
    const bool english = is_english(lp_sv_make(text.s, stem));
    if (english) stem -= 2;
    int code = english && s->style == LP_DEVANAGARI ? lp_translit_run(s->plain, lp_sv_make(text.s, stem), out, err)
                                                    : put_stem(s, lp_sv_make(text.s, stem), out, err);
    lp_str_add(out, text.s + stem, text.len - stem);
    return code == LP_OK ? lp_str_check(out, err) : code;
}

/* --- proposals ------------------------------------------------------------ */

/* How much of what is inserted is Sanskrit: all but guṇa|s, Kṛṣṇa|'s. */
static size_t stem_of(lp_sv to, lp_sv term)
{
    const bool longer = to.len > term.len && lp_sv_eq(lp_sv_make(to.s, term.len), term);
    return longer && !is_english(to) ? term.len : to.len;
}

static int spell_one(const lp_spelling *s, const lp_resource *res, lp_proposals *list, lp_proposal *p, lp_err *err)
{
    const lp_sv term = p->term == LP_NO_TERM ? LP_SV("") : lp_resource_term(res, p->term).text;
    lp_str made = LP_STR_INIT;
    int code = lp_spelling_put(s, p->to, term.len ? stem_of(p->to, term) : p->to.len, &made, err);
    if (code == LP_OK) p->to = lp_proposal_copy(list, lp_str_view(&made));
    lp_str_free(&made);
    return code == LP_OK && !p->to.s ? LP_ENOMEM : code;
}

/* Runners-up stand beside one another with " | " between. */
static int spell_others(const lp_spelling *s, lp_proposals *list, lp_proposal *p, lp_err *err)
{
    lp_str made = LP_STR_INIT;
    int code = LP_OK;
    for (size_t from = 0; code == LP_OK && from <= p->others.len;) {
        size_t to = from;
        while (to < p->others.len && (p->others.len - to < 3 || memcmp(p->others.s + to, " | ", 3) != 0)) to++;
        if (from) lp_str_adds(&made, " | ");
        code = lp_spelling_put(s, lp_sv_make(p->others.s + from, to - from), to - from, &made, err);
        from = to < p->others.len ? to + 3 : to + 1;
    }
    if (code == LP_OK && p->others.len) p->others = lp_proposal_copy(list, lp_str_view(&made));
    lp_str_free(&made);
    return code;
}

int lp_spelling_of_proposals(const lp_spelling *s, const lp_resource *res, lp_proposals *list, size_t n, lp_err *err)
{
    int code = LP_OK;
    for (size_t i = 0; code == LP_OK && i < n; i++) {
        lp_proposal *p = &list->v[i];
        if (p->term == LP_NO_TERM && strcmp(p->by, "scripture") != 0) continue;
        code = spell_one(s, res, list, p, err);
        if (code == LP_OK) code = spell_others(s, list, p, err);
    }
    return code;
}
