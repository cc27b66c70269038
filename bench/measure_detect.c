/* How often scheme detection is right, on verses written in every scheme alone
 * and among English lecture lines, and how often it would touch English. "left"
 * are words that differ from IAST and are not sure enough to be changed.
 *
 *   measure_detect VERSES.tsv LEXICON|- LECTURE.srt...
 *
 * VERSES has the IAST of a verse in its third column, after a line of names.
 * scripts/measure-sanskrit finds and runs all of it. */
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "language/resource.h"
#include "language/sanskrit/detect.h"
#include "language/sanskrit/transliterate.h"

/* One verse stands in every so many lines of English. */
enum { LINES_PER_VERSE = 12, MOST_LINES = 2000000, SHOWN = 40 };

typedef struct lines {
    lp_sv *line;
    size_t n;
} lines;

typedef struct counts {
    size_t words, right_scheme, right_reading, sure, sure_wrong, left;
    size_t lines, right_lines, sure_wrong_lines;
} counts;

static void die(const char *what)
{
    fprintf(stderr, "measure_detect: %s\n", what);
    exit(4);
}

static void add_line(lines *all, lp_sv line)
{
    if (!all->line) all->line = malloc(MOST_LINES * sizeof *all->line);
    if (!all->line) die("out of memory");
    if (all->n < MOST_LINES) all->line[all->n++] = line;
}

static void split(const lp_str *text, lines *all)
{
    for (size_t from = 0, to; from < text->len; from = to + 1) {
        const char *lf = memchr(text->s + from, '\n', text->len - from);
        to = lf ? (size_t)(lf - text->s) : text->len;
        add_line(all, lp_sv_trim(lp_sv_make(text->s + from, to - from)));
    }
}

/* The half-verses of the third column; ".a" is the file's avagraha. */
static void read_verses(const char *path, lp_str *store, lines *out)
{
    lp_str raw = LP_STR_INIT;
    lp_err err;
    if (lp_file_read(path, 0, &raw, &err) != LP_OK) die(err.msg);
    size_t column = 0, row = 0;
    for (size_t i = 0; i < raw.len; i++) {
        char c = raw.s[i];
        if (c == '\n') column = 0, row++;
        else if (c == '\t') column++;
        else if (column != 2 || !row) continue;
        else if (c == '|') lp_str_addc(store, '\n');
        else if (c == '.' && i + 1 < raw.len && raw.s[i + 1] == 'a') lp_str_addc(store, '\''), i++;
        else if (c == '(')
            while (i + 1 < raw.len && raw.s[i] != ')') i++;
        else lp_str_addc(store, c);
        if (c == '\n') lp_str_addc(store, '\n');
    }
    lp_str_free(&raw);
    lines all = {NULL, 0};
    split(store, &all);
    for (size_t i = 0; i < all.n; i++)
        if (all.line[i].len) add_line(out, all.line[i]);
    free(all.line);
}

/* Spoken text: no numbers of cues, no times. */
static void read_lecture(const char *path, lp_str *store, lines *out)
{
    lp_err err;
    if (lp_file_read(path, 0, store, &err) != LP_OK) die(err.msg);
    lines all = {NULL, 0};
    split(store, &all);
    for (size_t i = 0; i < all.n; i++) {
        lp_sv l = all.line[i];
        if (l.len && strspn(l.s, "0123456789:,-> ") < l.len) add_line(out, l);
    }
    free(all.line);
}

static void convert(lp_scheme from, lp_scheme to, lp_sv in, lp_str *out)
{
    lp_err err;
    lp_str_clear(out);
    if (lp_transliterate(from, to, in, out, &err) != LP_OK) die(err.msg);
}

/* What --from auto would make of a word in IAST; true when it differs. */
static bool touches(lp_sv word, lp_verdict v, lp_str *out)
{
    if (!lp_detect_is_sure(v)) return false;
    convert(lp_writing_scheme(v.writing), LP_IAST, word, out);
    return !lp_sv_eq(lp_str_view(out), word);
}

/* Does the text sound the same in both? */
static bool reads_alike(lp_writing a, lp_writing b, lp_sv text)
{
    static lp_str one, other;
    if (lp_writing_scheme(a) == LP_N_SCHEMES || lp_writing_scheme(b) == LP_N_SCHEMES) return false;
    convert(lp_writing_scheme(a), LP_SLP1, text, &one);
    convert(lp_writing_scheme(b), LP_SLP1, text, &other);
    return lp_sv_eq(lp_str_view(&one), lp_str_view(&other));
}

static void count_word(counts *c, lp_writing want, lp_sv word, lp_verdict v)
{
    bool right = reads_alike(want, v.writing, word);
    c->words++;
    c->right_scheme += v.writing == want;
    c->right_reading += right;
    c->sure += right && lp_detect_is_sure(v);
    c->sure_wrong += !right && lp_detect_is_sure(v);
    c->left += !lp_detect_is_sure(v) && !reads_alike(want, LP_WRITING_IAST, word);
}

static void count_words(const lp_detector *d, const lp_evidence *prior, lp_writing want, lp_sv line, counts *c)
{
    lp_found found[256];
    size_t n = lp_detect_line(d, prior, line, found, 256, NULL);
    for (size_t i = 0; i < n && i < 256; i++)
        count_word(c, want, lp_sv_make(line.s + found[i].at, found[i].len), found[i].verdict);
}

static void count_alone(const lp_detector *d, lp_writing want, lp_sv line, counts *c)
{
    lp_found found[256];
    size_t n = lp_detect_line(d, NULL, line, found, 256, NULL);
    for (size_t i = 0; i < n && i < 256; i++) {
        lp_sv word = lp_sv_make(line.s + found[i].at, found[i].len);
        count_word(c, want, word, lp_detect_word(d, NULL, word));
    }
}

static void count_line(const lp_detector *d, lp_writing want, lp_sv line, counts *c)
{
    lp_verdict v;
    lp_detect_line(d, NULL, line, NULL, 0, &v);
    bool right = reads_alike(want, v.writing, line);
    c->lines++;
    c->right_lines += right;
    c->sure_wrong_lines += !right && lp_detect_is_sure(v);
}

static double share(size_t part, size_t all) { return all ? 100.0 * (double)part / (double)all : 0; }

static void show(const char *what, const char *scheme, const counts *c)
{
    printf("%-18s %-10s %6zu words: reading right %5.1f%%, sure and right %5.1f%%, wrong %5.2f%%, left %4.1f%%; scheme "
           "%5.1f%%",
           what, scheme, c->words, share(c->right_reading, c->words), share(c->sure, c->words),
           share(c->sure_wrong, c->words), share(c->left, c->words), share(c->right_scheme, c->words));
    if (c->lines)
        printf("; %zu lines: %5.1f%%, wrong %.2f%%", c->lines, share(c->right_lines, c->lines),
               share(c->sure_wrong_lines, c->lines));
    printf("\n");
}

/* English touched in a text whose prior is given. */
static size_t count_touched(const lp_detector *d, const lp_evidence *prior, const lines *english, size_t from,
                            size_t to, size_t *words, size_t *shown)
{
    static lp_str out;
    size_t touched = 0;
    for (size_t i = from; i < to && i < english->n; i++) {
        lp_found found[256];
        size_t n = lp_detect_line(d, prior, english->line[i], found, 256, NULL);
        *words += n;
        for (size_t k = 0; k < n && k < 256; k++) {
            lp_sv word = lp_sv_make(english->line[i].s + found[k].at, found[k].len);
            if (!touches(word, found[k].verdict, &out)) continue;
            touched++;
            if ((*shown)++ < SHOWN)
                printf("    touched: %.*s -> %s (%s %.3f)\n", (int)word.len, word.s, out.s,
                       lp_writing_name(found[k].verdict.writing), found[k].verdict.confidence);
        }
    }
    return touched;
}

/* A file: English lines with verses of one scheme among them. */
static void measure_file(const lp_detector *d, lp_writing want, const lines *verses, const lines *english)
{
    lp_evidence e = LP_EVIDENCE_INIT;
    lp_str text = LP_STR_INIT;
    size_t line = 0, n_english = verses->n * LINES_PER_VERSE / 2, shown = 0, words = 0;
    for (size_t i = 0; i < verses->n; i++) {
        for (size_t k = 0; k < LINES_PER_VERSE / 2; k++, line++)
            if (line < english->n) lp_evidence_add(d, &e, english->line[line]);
        convert(LP_IAST, lp_writing_scheme(want), verses->line[i], &text);
        lp_evidence_add(d, &e, lp_str_view(&text));
    }
    lp_verdict v = lp_evidence_verdict(&e);
    counts c = {0};
    for (size_t i = 0; i < verses->n; i++) {
        convert(LP_IAST, lp_writing_scheme(want), verses->line[i], &text);
        count_words(d, &e, want, lp_str_view(&text), &c);
    }
    show("in a mixed file", lp_writing_name(want), &c);
    size_t touched = count_touched(d, &e, english, 0, n_english, &words, &shown);
    printf("    file: %s %.3f; English touched %zu of %zu words, %.0f a million\n", lp_writing_name(v.writing),
           v.confidence, touched, words, words ? 1e6 * (double)touched / (double)words : 0);
    lp_str_free(&text);
}

static void measure_scheme(const lp_detector *d, lp_writing want, const lines *verses, const lines *english)
{
    counts alone = {0}, in_line = {0};
    lp_str text = LP_STR_INIT;
    for (size_t i = 0; i < verses->n; i++) {
        convert(LP_IAST, lp_writing_scheme(want), verses->line[i], &text);
        count_alone(d, want, lp_str_view(&text), &alone);
        count_words(d, NULL, want, lp_str_view(&text), &in_line);
        count_line(d, want, lp_str_view(&text), &in_line);
    }
    show("a word alone", lp_writing_name(want), &alone);
    show("a half-verse alone", lp_writing_name(want), &in_line);
    measure_file(d, want, verses, english);
    lp_str_free(&text);
}

static bool is_english(const void *with, lp_sv word)
{
    lp_english_info info;
    return lp_resource_english(with, lp_word_key(word), &info) && info.level;
}

static void measure(const lp_detect_options *o, const lines *verses, const lines *english)
{
    lp_err err;
    lp_detector *d = lp_detector_new(o, &err);
    if (!d) die(err.msg);
    size_t words = 0, shown = 0, touched = count_touched(d, NULL, english, 0, english->n, &words, &shown);
    printf("English alone: touched %zu of %zu words, %.1f a million\n", touched, words,
           1e6 * (double)touched / (double)words);
    for (int w = 0; w < LP_N_WRITINGS; w++)
        if (lp_writing_scheme((lp_writing)w) != LP_N_SCHEMES) measure_scheme(d, (lp_writing)w, verses, english);
    lp_detector_free(d);
}

int main(int argc, char **argv)
{
    if (argc < 3) die("usage: measure_detect VERSES.tsv LEXICON|- LECTURE.srt...");
    lines verses = {NULL, 0}, english = {NULL, 0};
    lp_str store = LP_STR_INIT;
    lp_str *texts = calloc((size_t)argc, sizeof *texts);
    if (!texts) die("out of memory");
    read_verses(argv[1], &store, &verses);
    for (int i = 3; i < argc; i++) read_lecture(argv[i], &texts[i], &english);
    printf("%zu half-verses, %zu lines of English\n", verses.n, english.n);
    lp_detect_options o = LP_DETECT_DEFAULTS;
    lp_resource *r = NULL;
    lp_err err;
    if (strcmp(argv[2], "-") != 0) {
        if (lp_resource_open(argv[2], &r, &err) != LP_OK) die(err.msg);
        o = (lp_detect_options){is_english, r};
    }
    measure(&o, &verses, &english);
    lp_resource_close(r);
    for (int i = 3; i < argc; i++) lp_str_free(&texts[i]);
    free(texts);
    free(verses.line);
    free(english.line);
    lp_str_free(&store);
    return 0;
}
