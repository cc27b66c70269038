/* Whole texts, and texts that come in pieces. */
#include "language/normalize.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "language/normalize_internal.h"

#define WORTH_TABLES 20000 /* bytes of text */

struct lp_normalizer {
    lp_norm_word w;
    lp_sk_index from;   /* says where words end */
    lp_translit *quick; /* its tables are used, where there are some */
    lp_str held;        /* read and not done */
    size_t bytes;       /* done before `held` */
    size_t lines;       /* line ends among them */
    const char *stray;  /* the word with the first stray sign, while a piece is done */
    bool lossy;
    lp_normalizer_report found;
};

static int one_word(void *arg, lp_sv word, lp_str *out, lp_err *err)
{
    lp_normalizer *n = arg;
    lp_norm_word *w = &n->w;
    const bool whole = lp_norm_is_whole(&w->o);
    const char *why = NULL;
    if (!whole && lp_ascii_run(word.s, word.len) == word.len) {
        lp_str_addv(out, word);
        return LP_OK;
    }
    int code = lp_norm_check_utf8(word, err);
    if (code != LP_OK) return code;
    lp_str_clear(&w->word);
    lp_str_addv(&w->word, word);
    code = lp_norm_convert(w, whole, &why, err);
    if (w->scratch.strays && !n->stray) n->stray = word.s;
    if (code == LP_OK) lp_str_addv(out, lp_str_view(&w->word));
    return code;
}

/* ---- with a detector: line by line ---- */

/* Where a character that the next piece may complete begins at the end of s. */
static size_t whole_characters(lp_sv s)
{
    size_t i = s.len, back = 0;
    while (i && back < 3 && ((unsigned char)s.s[i - 1] & 0xC0u) == 0x80u) i--, back++;
    if (!i || back >= 4) return s.len;
    const unsigned char lead = (unsigned char)s.s[i - 1];
    const size_t need = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC2 ? 1 : 0;
    return need > back ? i - 1 : s.len;
}

static int one_line(lp_normalizer *n, lp_sv line, lp_str *out, lp_err *err)
{
    lp_norm_word *w = &n->w;
    int code = lp_norm_check_utf8(line, err);
    if (code == LP_OK) code = lp_norm_look(w, line, err);
    for (size_t at = 0, end; code == LP_OK && at < line.len; at = end) {
        const bool space = lp_sk_is_space(line.s[at]);
        const char *why = NULL;
        for (end = at; end < line.len && lp_sk_is_space(line.s[end]) == space;) end++;
        lp_str_clear(&w->word);
        lp_str_add(&w->word, line.s + at, end - at);
        if (!space) code = lp_norm_detected(w, at, &why, err);
        if (!space && code == LP_OK) code = lp_norm_convert(w, false, &why, err);
        if (w->scratch.strays && !n->stray) n->stray = line.s + at;
        lp_str_addv(out, lp_str_view(&w->word));
    }
    return code;
}

/* What stands before the last line end, or all of it; a line without end is
 * not waited for longer than a word. */
static size_t whole_lines(lp_sv in, bool last)
{
    size_t end = in.len;
    while (!last && end && in.s[end - 1] != '\n') end--;
    return !end && in.len > LP_NORMALIZER_WORD / 2 ? whole_characters(in) : end;
}

static int drive_lines(lp_normalizer *n, lp_sv in, bool last, size_t *used, lp_str *out, lp_err *err)
{
    const size_t end = whole_lines(in, last);
    int code = LP_OK;
    *used = 0;
    if (end) lp_evidence_add(n->w.o.detector, &n->w.evidence, lp_sv_make(in.s, end));
    while (code == LP_OK && *used < end) {
        const char *lf = memchr(in.s + *used, '\n', end - *used);
        const size_t len = lf ? (size_t)(lf - in.s) + 1 - *used : end - *used;
        code = one_line(n, lp_sv_make(in.s + *used, len), out, err);
        if (code == LP_OK) *used += len;
    }
    if (code == LP_EUTF8 && err) err->byte += *used;
    return code == LP_OK ? lp_str_check(out, err) : code;
}

/* The quick tables do what one_word() does, for the words they take. */
static void prepare(lp_normalizer *n)
{
    if (n->quick) return;
    n->quick = lp_translit_new(n->w.o.from, n->w.o.to, &n->w.o.style, NULL);
    if (n->quick) lp_translit_prepare(n->quick);
}

static int drive(lp_normalizer *n, lp_sv in, bool last, size_t *used, lp_str *out, lp_err *err)
{
    if (n->w.o.detector) return drive_lines(n, in, last, used, out, err);
    if (n->bytes + in.len > WORTH_TABLES) prepare(n);
    const lp_translit *q = n->quick;
    const lp_sk_driver d = {&n->from, q ? q->in : NULL, q ? q->out : NULL, &n->w.scratch.middle, one_word, n};
    return lp_sk_drive(&d, in, last, used, out, err);
}

static void init(lp_normalizer *n, const lp_normalize_options *o)
{
    *n = (lp_normalizer){.held = LP_STR_INIT};
    lp_norm_word_init(&n->w, o);
    lp_sk_index_init(&n->from, o->from);
}

static void clear(lp_normalizer *n)
{
    lp_norm_word_free(&n->w);
    lp_translit_free(n->quick);
    lp_str_free(&n->held);
}

int lp_normalize(const lp_normalize_options *o, lp_sv in, lp_str *out, lp_err *err)
{
    int code = lp_norm_check(o, err);
    if (code != LP_OK) return code;
    lp_normalizer n;
    init(&n, o);
    size_t start = out->len, used;
    code = drive(&n, in, true, &used, out, err);
    if (code != LP_OK && out->s) {
        out->len = start;
        out->s[start] = '\0';
    }
    clear(&n);
    return code;
}

/* ---- in pieces ---- */

lp_normalizer *lp_normalizer_new(const lp_normalize_options *o, bool lossy, lp_err *err)
{
    if (lp_norm_check(o, err) != LP_OK) return NULL;
    lp_normalizer *n = malloc(sizeof *n);
    if (!n) {
        lp_fail(err, LP_ENOMEM, "no memory for a normalizer");
        return NULL;
    }
    init(n, o);
    n->lossy = lossy;
    return n;
}

void lp_normalizer_free(lp_normalizer *n)
{
    if (n) clear(n);
    free(n);
}

lp_normalizer_report lp_normalizer_found(const lp_normalizer *n) { return n->found; }

static size_t count_lines(const char *s, size_t len)
{
    size_t n = 0;
    for (size_t i = 0; i < len; i++) n += s[i] == '\n';
    return n;
}

/* U+FFFD for what is malformed among the first len bytes of what is held. */
static int repair(lp_normalizer *n, size_t len, lp_err *err)
{
    const size_t bad = lp_utf8_check(n->held.s, len);
    if (bad == len) return LP_OK;
    if (!n->found.repaired) n->found.repaired_line = n->lines + 1 + count_lines(n->held.s, bad);
    lp_str good = LP_STR_INIT;
    lp_str_add(&good, n->held.s, bad);
    n->found.repaired += lp_utf8_repair(n->held.s + bad, len - bad, &good);
    lp_str_add(&good, n->held.s + len, n->held.len - len);
    lp_str_free(&n->held);
    n->held = good;
    return lp_str_check(&n->held, err);
}

static int held_as_far_as_sure(lp_normalizer *n, bool last, size_t *used, lp_str *out, lp_err *err)
{
    lp_sv in = lp_str_view(&n->held);
    int code = drive(n, in, last, used, out, err);
    if (code == LP_OK && in.len - *used > LP_NORMALIZER_WORD) {
        const size_t from = *used, len = whole_characters(in) - from;
        size_t more = 0;
        code = drive(n, lp_sv_make(in.s + from, len), true, &more, out, err);
        *used += more;
        if (code == LP_EUTF8 && err) err->byte += from;
    }
    if (!n->found.strays && n->stray) n->found.stray_line = n->lines + 1 + count_lines(in.s, (size_t)(n->stray - in.s));
    n->found.strays = n->w.scratch.strays;
    return code;
}

int lp_normalizer_feed(lp_normalizer *n, lp_sv piece, bool last, lp_str *out, lp_err *err)
{
    size_t used = 0;
    lp_str_addv(&n->held, piece);
    int code = lp_str_check(&n->held, err);
    if (code == LP_OK && n->lossy) code = repair(n, last ? n->held.len : whole_characters(lp_str_view(&n->held)), err);
    if (code == LP_OK) code = held_as_far_as_sure(n, last, &used, out, err);
    if (code == LP_EUTF8 && err) {
        const size_t byte = err->byte;
        lp_fail(err, LP_EUTF8, "malformed at byte %zu", n->bytes + byte);
        err->byte = n->bytes + byte;
        err->line = n->lines + 1 + count_lines(n->held.s, byte);
    }
    if (code != LP_OK) return code;
    n->bytes += used;
    n->lines += count_lines(n->held.s, used);
    n->held.len -= used;
    if (used) memmove(n->held.s, n->held.s + used, n->held.len);
    return LP_OK;
}
