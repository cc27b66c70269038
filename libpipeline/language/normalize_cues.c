/* The words of a cue, each change an edit. */
#include <stdlib.h>

#include "base/utf8.h"
#include "language/normalize_internal.h"

/* A changed stretch of a text; `to` lies in work.store. */
typedef struct change {
    size_t at, len;
    size_t to, to_len;
    bool scheme; /* by "scheme", else by "unicode" */
    const char *why;
    double confidence;
} change;

typedef struct work {
    lp_norm_word w;
    lp_sk_index from; /* says where words end */
    lp_str store;
    change *changes;
    size_t n, cap;
} work;

static bool is_ascii_sign(char c)
{
    return (unsigned char)c < 0x80 && !(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9');
}

/* Leave out what both sides have in common at either end, as far as it ends
 * at an ASCII sign: (योग) changes inside its brackets. */
static void shrink(lp_sv old, lp_sv new, size_t *before, size_t *after)
{
    size_t least = old.len < new.len ? old.len : new.len, p = 0, s = 0;
    while (p < least && old.s[p] == new.s[p]) p++;
    while (p && !is_ascii_sign(old.s[p - 1])) p--;
    while (s < least - p && old.s[old.len - 1 - s] == new.s[new.len - 1 - s]) s++;
    while (s && !is_ascii_sign(old.s[old.len - s])) s--;
    *before = p;
    *after = s;
}

/* How sure an edit is: a form of Unicode is a fact, Devanagari nearly so; that
 * a text is all in one scheme is the caller's word; else the detector says. */
static double confidence_of(const lp_norm_word *w, const char *why)
{
    if (!why) return 1.0;
    if (why == w->why_devanagari) return 0.99;
    return why == w->why_other ? 0.95 : w->confidence;
}

static int note_change(work *w, size_t at, lp_sv old, const char *why, lp_err *err)
{
    lp_sv new = lp_str_view(&w->w.word);
    if (w->n == w->cap) {
        size_t cap = w->cap ? w->cap * 2 : 32;
        change *more = realloc(w->changes, cap * sizeof *more);
        if (!more) return lp_fail(err, LP_ENOMEM, "no memory for the changes of a text");
        w->changes = more;
        w->cap = cap;
    }
    size_t before, after;
    shrink(old, new, &before, &after);
    size_t len = new.len - before - after;
    w->changes[w->n++] = (change){at + before, old.len - before - after, w->store.len, len, why != NULL,
                                  why ? why : "one Unicode form", confidence_of(&w->w, why)};
    lp_str_add(&w->store, new.s + before, len);
    return lp_str_check(&w->store, err);
}

/* Where the text already carries an edit by "scheme". Edits are sorted, so one
 * walk serves a cue. */
typedef struct done_walk {
    const lp_cue *cue; /* NULL: nothing is done yet */
    size_t i;          /* next edit */
    size_t source, now; /* offsets up to which both texts are known to agree */
} done_walk;

static bool is_done(done_walk *d, size_t at, size_t end)
{
    while (d->cue && d->i < d->cue->n_edits) {
        const lp_edit *e = &d->cue->edits[d->i];
        size_t from = d->now + (e->at - d->source), to = from + e->to.len;
        if (from >= end) return false;
        if (to > at && lp_sv_eq(e->by, LP_SV("scheme"))) return true;
        if (to > end) return false; /* it reaches into the next word */
        d->now = to;
        d->source = e->at + e->from.len;
        d->i++;
    }
    return false;
}

/* Fill w->changes with what is to be done to text. */
static int collect(work *w, lp_sv text, const lp_cue *cue, lp_err *err)
{
    const bool whole = lp_norm_is_whole(&w->w.o), detect = w->w.o.detector != NULL;
    done_walk done = {cue, 0, 0, 0};
    w->n = 0;
    lp_str_clear(&w->store);
    int code = detect ? lp_norm_look(&w->w, text, err) : LP_OK;
    for (size_t i = 0, end; code == LP_OK && i < text.len; i = end) {
        for (end = i; end < text.len && lp_sk_is_space(text.s[end]);) end++;
        if (end == i) end = lp_sk_word_end(&w->from, text, i, true);
        lp_sv word = lp_sv_make(text.s + i, end - i);
        if (lp_sk_is_space(text.s[i])) continue;
        if (!whole && !detect && lp_ascii_run(word.s, word.len) == word.len) continue;
        const char *why = NULL;
        lp_str_clear(&w->w.word);
        lp_str_addv(&w->w.word, word);
        const bool fresh = (whole || detect) && !is_done(&done, i, end);
        code = detect && fresh ? lp_norm_detected(&w->w, i, &why, err) : LP_OK;
        if (code == LP_OK) code = lp_norm_convert(&w->w, whole && fresh, &why, err);
        if (code == LP_OK && !lp_sv_eq(word, lp_str_view(&w->w.word))) code = note_change(w, i, word, why, err);
    }
    return code;
}

static int edit_cue(work *w, lp_transcript *t, lp_cue *cue, lp_err *err)
{
    if (!w->n) return LP_OK;
    lp_change *changes = lp_arena_alloc(&t->arena, w->n * sizeof *changes);
    if (!changes) return lp_fail(err, LP_ENOMEM, "no memory for the edits of a cue");
    for (size_t i = 0; i < w->n; i++) {
        const change *c = &w->changes[i];
        changes[i] = (lp_change){c->at, c->len, lp_sv_make(w->store.s + c->to, c->to_len),
                                 c->scheme ? LP_SV("scheme") : LP_SV("unicode"), c->confidence, lp_sv_of(c->why),
                                 LP_SV("")};
    }
    return lp_cue_edit(t, cue, changes, w->n, err);
}

int lp_normalize_transcript(const lp_normalize_options *o, lp_transcript *t, lp_err *err)
{
    int code = lp_norm_check(o, err);
    if (code != LP_OK) return code;
    work w = {.store = LP_STR_INIT};
    lp_norm_word_init(&w.w, o);
    lp_sk_index_init(&w.from, o->from);
    for (size_t i = 0; o->detector && i < t->n_cues; i++) lp_evidence_add(o->detector, &w.w.evidence, t->cues[i].text);
    for (size_t i = 0; code == LP_OK && i < t->n_cues; i++) {
        lp_cue *cue = &t->cues[i];
        if (!lp_norm_is_whole(o) && !o->detector && lp_ascii_run(cue->text.s, cue->text.len) == cue->text.len) continue;
        code = lp_norm_check_utf8(cue->text, err);
        if (code == LP_OK) code = collect(&w, cue->text, cue, err);
        if (code == LP_OK) code = edit_cue(&w, t, cue, err);
        if (code != LP_OK && err) err->cue = i + 1;
    }
    lp_norm_word_free(&w.w);
    lp_str_free(&w.store);
    free(w.changes);
    return code;
}
