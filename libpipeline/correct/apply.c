#include "correct/apply.h"

#include "correct/removal.h"

void lp_tally_add(lp_tally *sum, const lp_tally *more)
{
    sum->cues += more->cues;
    sum->words += more->words;
    sum->lexicon += more->lexicon;
    sum->phonetic += more->phonetic;
    sum->number += more->number;
    sum->other += more->other;
    sum->flagged += more->flagged;
}

size_t lp_tally_edits(const lp_tally *t) { return t->lexicon + t->phonetic + t->number + t->other; }

static void count(lp_tally *tally, const char *by)
{
    if (strcmp(by, "lexicon") == 0) tally->lexicon++;
    else if (strcmp(by, "phonetic") == 0) tally->phonetic++;
    else if (strcmp(by, "number") == 0) tally->number++;
    else tally->other++;
}

/* The part of a span that lies in one cue. */
typedef struct piece {
    uint32_t cue;
    size_t at, end; /* bytes of the cue's text */
    lp_sv to;       /* what is written there */
} piece;

enum { MOST_PIECES = 8 };

/* Changes gathered cue by cue; proposals come in order of place, so at most
 * the pieces of one span lie ahead of the cue that is being filled. */
typedef struct pen {
    lp_transcript *t;
    const lp_tokens *tokens;
    lp_arena *arena;
    lp_change *changes;
    uint32_t *cues;
    size_t n, cap;
    bool reasons;
    lp_str why; /* scratch */
    lp_flag_walk flagged;
} pen;

static size_t pieces_of(const lp_tokens *tokens, const lp_proposal *p, piece out[MOST_PIECES])
{
    size_t n = 0;
    for (uint32_t i = p->first; i < p->first + p->n; i++) {
        const lp_token *t = &tokens->v[i];
        if (n && out[n - 1].cue == t->cue) {
            out[n - 1].end = t->at + t->text.len;
            continue;
        }
        if (n == MOST_PIECES) return 0;
        out[n++] = (piece){t->cue, t->at, t->at + t->text.len, LP_SV("")};
    }
    return n;
}

static bool blank(char c) { return c == ' ' || c == '\n' || c == '\t'; }

/* Can the piece simply go, with a blank beside it? Not when its cue would be
 * left empty or begin with the punctuation that followed it. */
static bool can_go(const pen *w, const piece *p)
{
    lp_sv text = w->t->cues[p->cue].text;
    return p->end < text.len && blank(text.s[p->end]) && lp_sv_trim(lp_sv_make(text.s + p->end, text.len - p->end)).len;
}

/* Share the words of `to` out over the pieces: each later piece that must not
 * become empty gets one word from the end, the first gets the rest. False when
 * there are too few words. */
static bool share(const pen *w, lp_sv to, piece *p, size_t n)
{
    p[0].to = to;
    for (size_t k = n; k-- > 1;) {
        if (can_go(w, &p[k])) {
            p[k].to = LP_SV("");
            continue;
        }
        size_t cut = p[0].to.len;
        while (cut && p[0].to.s[cut - 1] != ' ') cut--;
        if (!cut) return false;
        p[k].to = lp_sv_make(p[0].to.s + cut, p[0].to.len - cut);
        p[0].to.len = cut - 1;
    }
    return p[0].to.len > 0;
}

/* A line break inside the piece moves behind it, in place of the next blank,
 * or takes the place of the last space of what is written. */
static lp_sv keep_line_break(const pen *w, piece *p)
{
    lp_sv text = w->t->cues[p->cue].text;
    if (!memchr(text.s + p->at, '\n', p->end - p->at)) return p->to;
    char *copy = lp_arena_alloc(w->arena, p->to.len + 1);
    if (!copy) return p->to;
    memcpy(copy, p->to.s, p->to.len);
    if (p->end < text.len && text.s[p->end] == ' ') {
        copy[p->to.len] = '\n';
        p->end++;
        return lp_sv_make(copy, p->to.len + 1);
    }
    for (size_t i = p->to.len; i-- > 0;) {
        if (copy[i] != ' ') continue;
        copy[i] = '\n';
        break;
    }
    return lp_sv_make(copy, p->to.len);
}

static int push(pen *w, const piece *p, lp_sv to, const lp_proposal *from)
{
    lp_sv text = w->t->cues[p->cue].text;
    if (lp_sv_eq(lp_sv_make(text.s + p->at, p->end - p->at), to)) return LP_OK;
    if (w->n == w->cap) {
        size_t cap = w->cap ? w->cap * 2 : 128;
        lp_change *c = lp_arena_grow(w->arena, w->changes, w->n, cap, sizeof *c);
        uint32_t *q = lp_arena_grow(w->arena, w->cues, w->n, cap, sizeof *q);
        if (!c || !q) return LP_ENOMEM;
        w->changes = c;
        w->cues = q;
        w->cap = cap;
    }
    w->cues[w->n] = p->cue;
    w->changes[w->n++] = (lp_change){p->at, p->end - p->at, to, lp_sv_of(from->by), from->confidence,
                                     from->why, to.len ? from->others : LP_SV("")};
    return LP_OK;
}

/* True when the words already read as proposed, wherever their lines and cues
 * end. */
static bool unchanged(const pen *w, const piece *p, size_t n, lp_sv to)
{
    size_t at = 0;
    for (size_t k = 0; k < n; k++) {
        lp_sv text = w->t->cues[p[k].cue].text;
        if (k && (at == to.len || to.s[at++] != ' ')) return false;
        for (size_t i = p[k].at; i < p[k].end; i++, at++)
            if (at == to.len || to.s[at] != (text.s[i] == '\n' ? ' ' : text.s[i])) return false;
    }
    return at == to.len;
}

static int write_pieces(pen *w, piece *p, size_t n, const lp_proposal *from)
{
    for (size_t k = 0; k < n; k++) {
        lp_sv to = p[k].to;
        if (to.len) to = keep_line_break(w, &p[k]);
        else p[k].end++; /* the blank behind it goes, too */
        int code = push(w, &p[k], to, from);
        if (code != LP_OK) return code;
    }
    return LP_OK;
}

/* Words that go and leave nothing. The cue keeps its last words: an empty cue
 * is no cue to many players. */
static bool only_words(const pen *w, const lp_proposal *p)
{
    const lp_token *v = w->tokens->v;
    const uint32_t last = p->first + p->n - 1;
    for (uint32_t i = p->first, from = i; i <= last; i++) {
        if (v[i].cue != v[from].cue) from = i;
        const bool begins = from == 0 || v[from - 1].cue != v[i].cue;
        const bool ends = i + 1 == w->tokens->n || v[i + 1].cue != v[i].cue;
        if (begins && ends) return true;
    }
    return false;
}

static int remove_pieces(pen *w, piece *p, size_t n, const lp_proposal *from, bool next_stays)
{
    for (size_t k = 0; k < n; k++) {
        const lp_removal r = lp_removal_of(w->t->cues[p[k].cue].text, p[k].at, p[k].end, next_stays && k + 1 == n);
        const size_t len = strlen(r.capital);
        char *capital = lp_arena_copy(w->arena, r.capital, len);
        if (!capital) return LP_ENOMEM;
        p[k].at = r.at;
        p[k].end = r.end;
        int code = push(w, &p[k], lp_sv_make(capital, len), from);
        if (code != LP_OK) return code;
    }
    return LP_OK;
}

static int raise_flag(pen *w, const piece *p, const lp_proposal *from, lp_err *err)
{
    lp_sv text = w->t->cues[p->cue].text;
    lp_str all = LP_STR_INIT;
    lp_str_addv(&all, from->to);
    if (from->others.len) lp_str_addf(&all, " | %.*s", (int)from->others.len, from->others.s);
    lp_flag f = {.text = lp_sv_make(text.s + p->at, p->end - p->at),
                 .candidates = lp_str_view(&all),
                 .confidence = from->confidence,
                 .why = from->why};
    int code = lp_str_check(&all, err);
    if (code == LP_OK) code = lp_cue_flag_next(&w->flagged, w->t, &w->t->cues[p->cue], p->at, &f, err);
    lp_str_free(&all);
    return code;
}

static int commit(pen *w, lp_err *err)
{
    for (size_t i = 0; i < w->n;) {
        size_t from = i;
        while (i < w->n && w->cues[i] == w->cues[from]) i++;
        int code = lp_cue_edit(w->t, &w->t->cues[w->cues[from]], w->changes + from, i - from, err);
        if (code != LP_OK) return code;
    }
    return LP_OK;
}

/* Put the reason in place of how it is found. */
static int give_reason(pen *w, lp_proposal *p)
{
    const lp_sv why = w->reasons ? lp_proposal_why(p, &w->why) : LP_SV("");
    if (w->why.failed) return LP_ENOMEM;
    char *copy = p->explain && why.len ? lp_arena_copy(w->arena, why.s, why.len) : NULL;
    if (p->explain && why.len && !copy) return LP_ENOMEM;
    p->why = copy ? lp_sv_make(copy, why.len) : why;
    return LP_OK;
}

/* Neighbours that go, go at once: each alone would take the
 * blank between them, and the last one the cue's last word. */
static lp_proposal gone_together(const lp_proposals *list, size_t n, size_t *i)
{
    lp_proposal p = list->v[*i];
    while (*i + 1 < n) {
        const lp_proposal *next = &list->v[*i + 1];
        if (p.to.len || next->to.len || next->first != p.first + p.n) break;
        p.n += next->n;
        if (next->confidence < p.confidence) p.confidence = next->confidence;
        p.apply = p.apply && next->apply;
        ++*i;
    }
    return p;
}

/* `from` is followed at once by another chosen proposal, or by nothing. */
static int apply_one(pen *w, lp_proposal from, bool followed, lp_tally *tally, lp_err *err)
{
    piece p[MOST_PIECES];
    size_t many = pieces_of(w->tokens, &from, p);
    if (!many || unchanged(w, p, many, from.to)) return LP_OK;
    if (!from.to.len && only_words(w, &from)) return LP_OK;
    int code = give_reason(w, &from);
    if (code != LP_OK) return code;
    if (!from.to.len && from.apply) {
        code = remove_pieces(w, p, many, &from, !followed);
        count(tally, from.by);
    } else if (from.apply && share(w, from.to, p, many)) {
        code = write_pieces(w, p, many, &from);
        count(tally, from.by);
    } else {
        code = raise_flag(w, p, &from, err);
        tally->flagged++;
    }
    return code;
}

int lp_apply(lp_transcript *t, const lp_tokens *tokens, const lp_proposals *list, size_t n,
             const lp_apply_options *o, lp_tally *tally, lp_err *err)
{
    pen w = {.t = t, .tokens = tokens, .arena = list->arena, .reasons = o->reasons, .why = LP_STR_INIT};
    int code = LP_OK;
    for (size_t i = 0; code == LP_OK && i < n; i++) {
        const lp_proposal one = gone_together(list, n, &i);
        const bool followed = i + 1 < n && list->v[i + 1].first == one.first + one.n;
        code = apply_one(&w, one, followed, tally, err);
    }
    if (code == LP_OK) code = commit(&w, err);
    if (code == LP_ENOMEM) lp_fail(err, code, "no memory for the edits");
    lp_str_free(&w.why);
    return code;
}
