/* Words in the scheme that they are surely in. */
#include <stdio.h>
#include <stdlib.h>

#include "language/normalize_internal.h"

int lp_norm_look(lp_norm_word *w, lp_sv line, lp_err *err)
{
    w->at_found = 0;
    w->n_found = lp_detect_line(w->o.detector, &w->evidence, line, w->found, w->found_cap, NULL);
    if (w->n_found <= w->found_cap) return LP_OK;
    const size_t cap = w->n_found * 2;
    lp_found *more = realloc(w->found, cap * sizeof *more);
    w->n_found = 0;
    if (!more) return lp_fail(err, LP_ENOMEM, "no memory for the words of a line");
    w->found = more;
    w->found_cap = cap;
    w->n_found = lp_detect_line(w->o.detector, &w->evidence, line, w->found, w->found_cap, NULL);
    return LP_OK;
}

static int read_as(lp_norm_word *w, lp_scheme from, lp_sv word, lp_err *err)
{
    lp_translit **t = &w->detected[from];
    if (!*t) {
        *t = lp_translit_new(from, w->o.to, &w->o.style, err);
        (void)snprintf(w->why_detected[from], sizeof w->why_detected[from], "%s to %s, by its look",
                       lp_scheme_name(from), lp_scheme_name(w->o.to));
    }
    return *t ? lp_sk_plain(*t, &w->scratch, word, &w->next, err) : LP_ENOMEM;
}

/* Devanagari is known by its script and done elsewhere. */
static bool is_for_us(const lp_found *f)
{
    return lp_detect_is_sure(f->verdict) && lp_writing_scheme(f->verdict.writing) != LP_DEVANAGARI;
}

int lp_norm_detected(lp_norm_word *w, size_t at, const char **why, lp_err *err)
{
    const lp_sv word = lp_str_view(&w->word);
    size_t done = 0;
    int code = LP_OK;
    lp_str_clear(&w->next);
    w->confidence = 1;
    while (w->at_found < w->n_found && w->found[w->at_found].at < at) w->at_found++;
    for (size_t i = w->at_found; code == LP_OK && i < w->n_found && w->found[i].at < at + word.len; i++) {
        const lp_found *f = &w->found[i];
        if (f->at < at + done || f->at + f->len > at + word.len || !is_for_us(f)) continue;
        const lp_scheme from = lp_writing_scheme(f->verdict.writing);
        const lp_sv piece = lp_sv_make(word.s + (f->at - at), f->len);
        lp_str_add(&w->next, word.s + done, f->at - at - done);
        done = f->at - at + f->len;
        const size_t start = w->next.len;
        code = read_as(w, from, piece, err);
        if (code != LP_OK || lp_sv_eq(piece, lp_sv_make(w->next.s + start, w->next.len - start))) continue;
        *why = w->why_detected[from];
        if (f->verdict.confidence < w->confidence) w->confidence = f->verdict.confidence;
    }
    lp_str_add(&w->next, word.s + done, word.len - done);
    if (code == LP_OK) lp_norm_take_next(w);
    return code == LP_OK ? lp_str_check(&w->word, err) : code;
}
