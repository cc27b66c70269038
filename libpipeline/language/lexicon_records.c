/* The Cologne Digital Sanskrit Dictionaries as their repository keeps them:
 *
 *     <L>3<pc>001-1<k1>aMSa<k2>a/MSa
 *     {#a/MSa#}¦ {%m.%} Teil, Erbteil
 *     <LEND>
 *
 * or as XML with <key1> and <body>. The headword is in SLP1. Of the body a few
 * words behind the broken bar are kept as gloss. */
#include "base/utf8.h"
#include "language/lexicon_internal.h"
#include "language/sanskrit/transliterate.h"

enum { GLOSS_BYTES = 90, LONGEST_KEY = 200 };

typedef struct records {
    lp_lexicon *lex;
    lp_translit *slp1;
    lp_str scratch, term, gloss;
    lp_entry entry;  /* the record that is being read */
    bool open;
    size_t line;
    lp_err *err;
} records;

static bool begins(lp_sv v, const char *with)
{
    const size_t n = strlen(with);
    return v.len >= n && memcmp(v.s, with, n) == 0;
}

/* What stands between two marks of a line; empty when either is missing. */
static lp_sv between(lp_sv line, const char *open, const char *close)
{
    const size_t n = strlen(open), m = strlen(close);
    for (size_t i = 0; i + n <= line.len; i++) {
        if (memcmp(line.s + i, open, n) != 0) continue;
        for (size_t k = i + n; k + m <= line.len; k++)
            if (memcmp(line.s + k, close, m) == 0) return lp_sv_make(line.s + i + n, k - i - n);
        return LP_SV("");
    }
    return LP_SV("");
}

/* What stands behind the broken bar, which ends the headword; all when there is
 * none. */
static lp_sv behind_bar(lp_sv line)
{
    for (size_t i = 0; i + 2 <= line.len; i++)
        if (memcmp(line.s + i, "\xC2\xA6", 2) == 0) return lp_sv_make(line.s + i + 2, line.len - i - 2);
    return line;
}

/* Words in the dictionary's own language: no tags, no Sanskrit, no signs of
 * type. */
static void put_gloss(lp_str *out, lp_sv body)
{
    bool blank = out->len > 0;
    for (size_t i = 0; i < body.len && out->len < GLOSS_BYTES * 2;) {
        const char c = body.s[i];
        const char *close = NULL;
        size_t past = 1;
        if (c == '<') close = memchr(body.s + i, '>', body.len - i);
        else if (c == '{' && i + 1 < body.len && body.s[i + 1] == '#') {
            for (size_t k = i + 2; k + 1 < body.len && !close; k++)
                if (body.s[k] == '#' && body.s[k + 1] == '}') close = body.s + k, past = 2;
        }
        if (close) {
            i = (size_t)(close - body.s) + past;
            continue;
        }
        if (c == ' ' || c == '\t') blank = true;
        else if (!strchr("{}%", c)) {
            if (blank && out->len) lp_str_addc(out, ' ');
            blank = false;
            lp_str_addc(out, c);
        }
        i++;
    }
}

static int close_record(records *r)
{
    if (!r->open) return LP_OK;
    r->open = false;
    lp_sv gloss = lp_sv_trim(lp_str_view(&r->gloss));
    if (gloss.len > GLOSS_BYTES) gloss.len = GLOSS_BYTES;
    gloss.len = lp_utf8_check(gloss.s, gloss.len); /* not inside a character */
    int code = lp_lexicon_keep(r->lex, &r->scratch, gloss, &r->entry.gloss, r->err);
    return code == LP_OK ? lp_lexicon_add(r->lex, &r->entry, r->err) : code;
}

static int bad_line(const records *r, int code, const char *what)
{
    lp_fail(r->err, code, "%s", what);
    if (r->err) r->err->line = r->line;
    return code;
}

/* Homonyms stand one behind the other: the first speaks for all. */
static bool is_again(const records *r, lp_sv term)
{
    return r->lex->n && r->lex->entries[r->lex->n - 1].headword && lp_sv_eq(r->lex->entries[r->lex->n - 1].term, term);
}

static int open_record(records *r, lp_sv key, lp_entry start)
{
    lp_sv term;
    int code = close_record(r);
    if (code != LP_OK) return code;
    if (key.len > LONGEST_KEY) return bad_line(r, LP_ELIMIT, "a headword of more than 200 bytes");
    lp_str_clear(&r->term);
    lp_str_clear(&r->gloss);
    code = lp_translit_run(r->slp1, lp_sv_trim(key), &r->term, r->err);
    if (code == LP_OK) code = lp_lexicon_keep(r->lex, &r->scratch, lp_str_view(&r->term), &term, r->err);
    if (code != LP_OK) {
        if (r->err) r->err->line = r->line;
        return code;
    }
    /* Prefixes, endings and signs are no words. */
    if (term.len < 2 || strchr("-'.0123456789", term.s[0]) || is_again(r, term)) return LP_OK;
    r->entry = start;
    r->entry.term = term;
    r->entry.line = r->line;
    r->open = true;
    return LP_OK;
}

static int read_line(records *r, lp_sv line, const lp_entry *start)
{
    if (begins(line, "<L>")) {
        lp_sv key = between(line, "<k1>", "<");
        if (!key.len) return bad_line(r, LP_EFORMAT, "a record without <k1>");
        return open_record(r, key, *start);
    }
    if (begins(line, "<H")) {
        int code = open_record(r, between(line, "<key1>", "</key1>"), *start);
        if (code == LP_OK && r->open) put_gloss(&r->gloss, between(line, "<body>", "</body>"));
        return code == LP_OK ? close_record(r) : code;
    }
    if (begins(line, "<LEND>")) return close_record(r);
    if (!r->open) return LP_OK; /* between records: pages, letters, the editors' notes */
    put_gloss(&r->gloss, behind_bar(line));
    return LP_OK;
}

int lp_lexicon_read_records(lp_lexicon *lex, lp_sv file, lp_sv text, lp_err *err)
{
    const lp_translit_style style = {.strip_accents = true};
    records r = {.lex = lex, .err = err};
    lp_entry start = lp_lexicon_default_entry(file);
    start.headword = true;
    start.frequency = LP_RARE;
    start.category = LP_SV("headword");
    start.source = file;
    r.slp1 = lp_translit_new(LP_SLP1, LP_IAST, &style, err);
    int code = r.slp1 ? LP_OK : LP_ENOMEM;
    lp_sv line;
    while (code == LP_OK && lp_sv_line(&text, &line)) {
        r.line++;
        code = read_line(&r, line, &start);
    }
    if (code == LP_OK) code = close_record(&r);
    lp_translit_free(r.slp1);
    lp_str_free(&r.scratch);
    lp_str_free(&r.term);
    lp_str_free(&r.gloss);
    return code;
}
