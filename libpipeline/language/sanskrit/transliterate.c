#include "language/sanskrit/transliterate.h"

#include <stdlib.h>

#include "language/sanskrit/translit_internal.h"

#define WORTH_TABLES 20000 /* bytes of text */

static int check_schemes(lp_scheme from, lp_scheme to, lp_err *err)
{
    if ((unsigned)from < LP_N_SCHEMES && (unsigned)to < LP_N_SCHEMES) return LP_OK;
    return lp_fail(err, LP_EVALUE, "no such scheme");
}

static void init(lp_translit *t, lp_scheme from, lp_scheme to, const lp_translit_style *style)
{
    memset(t, 0, sizeof *t);
    lp_sk_index_init(&t->from, from);
    lp_sk_index_init(&t->to, to);
    if (style) t->style = *style;
    style = &t->style;
    t->style.strip_accents |= t->to.traits->guesses; /* it has no letters for them */
    t->styled = style->anusvara != LP_ANUSVARA_KEEP || style->strip_accents || style->lower || style->keep_digits ||
                style->keep_dandas || style->drop_schwa;
}

lp_translit *lp_translit_new(lp_scheme from, lp_scheme to, const lp_translit_style *style, lp_err *err)
{
    if (check_schemes(from, to, err) != LP_OK) return NULL;
    lp_translit *t = malloc(sizeof *t);
    if (!t) lp_fail(err, LP_ENOMEM, "no memory for the scheme tables");
    else init(t, from, to, style);
    return t;
}

static void free_tables(lp_translit *t)
{
    free(t->out);
    free(t->in);
    t->out = NULL;
    t->in = NULL;
}

/* Without memory for them the plain way serves. */
void lp_translit_prepare(lp_translit *t)
{
    const lp_scheme from = t->from.scheme, to = t->to.scheme;
    if (t->styled || from == to || t->from.traits->guesses) return;
    /* Capitals are lost in Devanagari, so where they are kept it must not be
     * between. */
    const bool fold = t->from.traits->cased && !t->to.traits->cased;
    if (from != LP_DEVANAGARI && !t->in) t->in = lp_sk_in_new(&t->from, fold);
    if (to != LP_DEVANAGARI && !t->out) t->out = lp_sk_out_new(&t->to);
    if ((from == LP_DEVANAGARI || t->in) && (to == LP_DEVANAGARI || t->out)) return;
    free_tables(t);
}

void lp_translit_free(lp_translit *t)
{
    if (t) free_tables(t);
    free(t);
}

typedef struct run {
    const lp_translit *t;
    lp_sk_scratch scratch;
} run;

static int plain_word(void *arg, lp_sv word, lp_str *out, lp_err *err)
{
    run *r = arg;
    return lp_sk_plain(r->t, &r->scratch, word, out, err);
}

int lp_translit_run(const lp_translit *t, lp_sv in, lp_str *out, lp_err *err)
{
    run r = {.t = t};
    const lp_sk_driver d = {&t->from, t->in, t->out, &r.scratch.middle, plain_word, &r};
    size_t start = out->len, used;
    int code = lp_sk_drive(&d, in, true, &used, out, err);
    if (code != LP_OK && out->s) {
        out->len = start;
        out->s[start] = '\0';
    }
    lp_sk_scratch_free(&r.scratch);
    return code;
}

int lp_transliterate(lp_scheme from, lp_scheme to, lp_sv in, lp_str *out, lp_err *err)
{
    int code = check_schemes(from, to, err);
    if (code != LP_OK) return code;
    lp_translit t;
    init(&t, from, to, NULL);
    if (in.len > WORTH_TABLES) lp_translit_prepare(&t);
    code = lp_translit_run(&t, in, out, err);
    free_tables(&t);
    return code;
}
