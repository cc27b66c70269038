#include "subtitle/cue.h"

lp_cue *lp_transcript_add(lp_transcript *t, lp_err *err)
{
    if (t->n_cues == t->cap_cues) {
        size_t cap = t->cap_cues ? t->cap_cues * 2 : 64;
        lp_cue *cues = lp_arena_grow(&t->arena, t->cues, t->n_cues, cap, sizeof *cues);
        if (!cues) {
            lp_fail(err, LP_ENOMEM, "no memory for %zu cues", cap);
            return NULL;
        }
        t->cues = cues;
        t->cap_cues = cap;
    }
    lp_cue *cue = &t->cues[t->n_cues++];
    *cue = (lp_cue){.number = t->n_cues, .text = LP_SV(""), .settings = LP_SV("")};
    return cue;
}

/* A copy of v that lives as long as the transcript. */
static int keep(lp_transcript *t, lp_sv v, lp_sv *out, lp_err *err)
{
    *out = LP_SV("");
    if (!v.len) return LP_OK;
    char *s = lp_arena_copy(&t->arena, v.s, v.len);
    if (!s) return lp_fail(err, LP_ENOMEM, "no memory for a text of %zu bytes", v.len);
    *out = lp_sv_make(s, v.len);
    return LP_OK;
}

int lp_transcript_diag(lp_transcript *t, const char *name, size_t line, size_t cue, lp_sv detail,
                       lp_err *err)
{
    if (t->n_diags == t->cap_diags) {
        size_t cap = t->cap_diags ? t->cap_diags * 2 : 16;
        lp_diag *diags = lp_arena_grow(&t->arena, t->diags, t->n_diags, cap, sizeof *diags);
        if (!diags) return lp_fail(err, LP_ENOMEM, "no memory for %zu diagnostics", cap);
        t->diags = diags;
        t->cap_diags = cap;
    }
    lp_diag d = {.name = name, .line = line, .cue = cue};
    int code = keep(t, detail, &d.detail, err);
    if (code == LP_OK) t->diags[t->n_diags++] = d;
    return code;
}

void lp_transcript_clear(lp_transcript *t)
{
    lp_arena arena = t->arena;
    lp_arena_reset(&arena);
    *t = (lp_transcript)LP_TRANSCRIPT_INIT;
    t->arena = arena;
}

void lp_transcript_free(lp_transcript *t)
{
    lp_arena_free(&t->arena);
    *t = (lp_transcript)LP_TRANSCRIPT_INIT;
}

/* ---- edits ------------------------------------------------------------- */

/* A place in both texts at once: behind n edits, `now` in the current text is
 * `src` in the source. */
typedef struct place {
    size_t now, src;
} place;

/* Step over the untouched text before e; where e's `to` begins. False when e
 * does not lie ahead or its `to` is not there. */
static bool step_to(const lp_cue *cue, place *p, const lp_edit *e)
{
    if (e->at < p->src) return false;
    size_t gap = e->at - p->src;
    if (gap > cue->text.len - p->now) return false;
    p->now += gap;
    p->src += gap;
    return e->to.len <= cue->text.len - p->now &&
           lp_sv_eq(lp_sv_make(cue->text.s + p->now, e->to.len), e->to);
}

static void step_over(place *p, const lp_edit *e)
{
    p->now += e->to.len;
    p->src += e->from.len;
}

static bool edits_fit(const lp_cue *cue)
{
    place p = {0, 0};
    for (size_t i = 0; i < cue->n_edits; i++) {
        if (!step_to(cue, &p, &cue->edits[i])) return false;
        step_over(&p, &cue->edits[i]);
    }
    return true;
}

static int no_fit(const lp_cue *cue, lp_err *err)
{
    lp_fail(err, LP_EMISMATCH, "the edits do not fit the text; the cue was changed by hand or damaged");
    if (err) err->cue = cue->number;
    return LP_EMISMATCH;
}

int lp_cue_source(const lp_cue *cue, lp_str *out, lp_err *err)
{
    if (!edits_fit(cue)) return no_fit(cue, err);
    place p = {0, 0};
    for (size_t i = 0; i < cue->n_edits; i++) {
        const lp_edit *e = &cue->edits[i];
        lp_str_add(out, cue->text.s + p.now, e->at - p.src);
        (void)step_to(cue, &p, e);
        lp_str_addv(out, e->from);
        step_over(&p, e);
    }
    lp_str_add(out, cue->text.s + p.now, cue->text.len - p.now);
    return lp_str_check(out, err);
}

/* Is at a place where a character begins or the text ends? */
static bool between_characters(lp_sv text, size_t at)
{
    return at == text.len || ((unsigned char)text.s[at] & 0xC0u) != 0x80u;
}

static int check_changes(const lp_cue *cue, const lp_change *changes, size_t n, lp_err *err)
{
    size_t end = 0;
    for (size_t i = 0; i < n; i++) {
        const lp_change *c = &changes[i];
        const char *wrong = NULL;
        if (c->at > cue->text.len || c->len > cue->text.len - c->at) wrong = "is past the text";
        else if (c->at < end) wrong = "is out of order";
        else if (!between_characters(cue->text, c->at) || !between_characters(cue->text, c->at + c->len))
            wrong = "cuts a character in two";
        if (wrong) {
            lp_fail(err, LP_EVALUE, "change %zu of %zu, at byte %zu, %s", i + 1, n, c->at, wrong);
            if (err) err->cue = cue->number;
            return LP_EVALUE;
        }
        end = c->at + c->len;
    }
    return LP_OK;
}

/*
 * The work of composing: edits and changes are walked together in the order of
 * the current text, in groups. A group is one edit that no change meets, or
 * one change that meets no edit, or all that hang together.
 */
typedef struct composer {
    lp_transcript *t;
    const lp_cue *cue;
    const lp_change *changes;
    size_t n_changes;
    size_t i, j;       /* next edit, next change */
    place p;           /* behind the last edit taken */
    size_t copied;     /* current text that is in `text` already */
    lp_str text;       /* the new text */
    lp_str from;       /* scratch of one group */
    lp_str why;
    lp_edit *edits;    /* the new list */
    size_t n_edits;
} composer;

/* A group while it is gathered: edits [i, i_end) and changes [j, j_end), and
 * the current text they cover. */
typedef struct group {
    size_t i, i_end, j, j_end;
    size_t start, end;
} group;

typedef struct span {
    size_t start, end;
} span;

/* The current text that edit e covers when p is the place behind the edit
 * before it. */
static span of_edit(place p, const lp_edit *e)
{
    size_t start = p.now + (e->at - p.src);
    return (span){start, start + e->to.len};
}

static span of_change(const lp_change *c)
{
    return (span){c->at, c->at + c->len};
}

static bool meets(const group *g, span s)
{
    if (s.start == s.end && g->start == g->end) return s.start == g->start;
    return s.start < g->end;
}

/* Of two that start at one place the empty one comes first, as its source
 * lies before the other's. */
static bool edit_comes_first(span e, span c)
{
    if (e.start != c.start) return e.start < c.start;
    return e.start == e.end || c.start != c.end;
}

static void widen(group *g, span s)
{
    if (s.end > g->end) g->end = s.end;
}

static void take_edit(composer *m, group *g)
{
    const lp_edit *e = &m->cue->edits[m->i];
    span s = of_edit(m->p, e);
    m->p.src = e->at;
    m->p.now = s.start;
    step_over(&m->p, e);
    widen(g, s);
    g->i_end = ++m->i;
}

static void take_change(composer *m, group *g)
{
    widen(g, of_change(&m->changes[m->j]));
    g->j_end = ++m->j;
}

static group gather(composer *m)
{
    group g = {m->i, m->i, m->j, m->j, 0, 0};
    bool has_edit = m->i < m->cue->n_edits, has_change = m->j < m->n_changes;
    span e = {0, 0}, c = {0, 0};
    if (has_edit) e = of_edit(m->p, &m->cue->edits[m->i]);
    if (has_change) c = of_change(&m->changes[m->j]);
    if (has_edit && (!has_change || edit_comes_first(e, c))) {
        g.start = g.end = e.start;
        take_edit(m, &g);
    } else {
        g.start = g.end = c.start;
        take_change(m, &g);
    }
    for (;;) {
        if (m->j < m->n_changes && g.i_end > g.i && meets(&g, of_change(&m->changes[m->j])))
            take_change(m, &g);
        else if (m->i < m->cue->n_edits && g.j_end > g.j &&
                 meets(&g, of_edit(m->p, &m->cue->edits[m->i])))
            take_edit(m, &g);
        else
            return g;
    }
}

/* The source bytes of the group into m->from. */
static void source_of(composer *m, const group *g, place before)
{
    lp_str_clear(&m->from);
    size_t at = g->start;
    place p = before;
    for (size_t i = g->i; i < g->i_end; i++) {
        const lp_edit *e = &m->cue->edits[i];
        span s = of_edit(p, e);
        lp_str_add(&m->from, m->cue->text.s + at, s.start - at);
        lp_str_addv(&m->from, e->from);
        at = s.end;
        p = (place){s.end, e->at + e->from.len};
    }
    lp_str_add(&m->from, m->cue->text.s + at, g->end - at);
}

/* The text before the group as it is, then the group with its changes made. */
static void rewrite(composer *m, const group *g)
{
    size_t at = m->copied;
    for (size_t j = g->j; j < g->j_end; j++) {
        const lp_change *c = &m->changes[j];
        lp_str_add(&m->text, m->cue->text.s + at, c->at - at);
        lp_str_addv(&m->text, c->to);
        at = c->at + c->len;
    }
    lp_str_add(&m->text, m->cue->text.s + at, g->end - at);
    m->copied = g->end;
}

static void add_reason(lp_str *why, const char *link, lp_sv reason)
{
    if (!reason.len) return;
    if (why->len) lp_str_adds(why, link);
    lp_str_addv(why, reason);
}

/* Later reasons first, each once in a row. */
static void reasons_of(composer *m, const group *g)
{
    lp_str_clear(&m->why);
    lp_sv last = LP_SV("");
    for (size_t j = g->j; j < g->j_end; j++) {
        if (!lp_sv_eq(m->changes[j].why, last)) add_reason(&m->why, "; ", m->changes[j].why);
        last = m->changes[j].why;
    }
    last = LP_SV("");
    for (size_t i = g->i; i < g->i_end; i++) {
        if (!lp_sv_eq(m->cue->edits[i].why, last))
            add_reason(&m->why, i == g->i ? "; before that: " : "; ", m->cue->edits[i].why);
        last = m->cue->edits[i].why;
    }
}

static double lowest_confidence(const composer *m, const group *g)
{
    double low = m->changes[g->j].confidence;
    for (size_t j = g->j + 1; j < g->j_end; j++)
        if (m->changes[j].confidence < low) low = m->changes[j].confidence;
    for (size_t i = g->i; i < g->i_end; i++)
        if (m->cue->edits[i].confidence < low) low = m->cue->edits[i].confidence;
    return low;
}

/* One group of the walk; `before` is the place behind the edit before it. */
static int compose_group(composer *m, const group *g, place before, lp_err *err)
{
    size_t gap = g->start - m->copied;
    size_t to_at = m->text.len + gap;
    rewrite(m, g);
    if (g->j == g->j_end) { /* nothing new here */
        m->edits[m->n_edits++] = m->cue->edits[g->i];
        return LP_OK;
    }
    source_of(m, g, before);
    reasons_of(m, g);
    if (m->text.failed || m->from.failed || m->why.failed)
        return lp_fail(err, LP_ENOMEM, "no memory for an edit");
    lp_sv to = {m->text.s + to_at, m->text.len - to_at};
    if (lp_sv_eq(to, lp_str_view(&m->from))) return LP_OK;
    lp_edit e = {.at = before.src + (g->start - before.now),
                 .confidence = lowest_confidence(m, g)};
    int code = keep(m->t, to, &e.to, err);
    if (code == LP_OK) code = keep(m->t, lp_str_view(&m->from), &e.from, err);
    if (code == LP_OK) code = keep(m->t, m->changes[g->j_end - 1].by, &e.by, err);
    if (code == LP_OK) code = keep(m->t, lp_str_view(&m->why), &e.why, err);
    if (code == LP_OK) code = keep(m->t, m->changes[g->j_end - 1].others, &e.others, err);
    if (code == LP_OK) m->edits[m->n_edits++] = e;
    return code;
}

static int compose(composer *m, lp_sv *text, lp_err *err)
{
    m->edits = lp_arena_grow(&m->t->arena, NULL, 0, m->cue->n_edits + m->n_changes, sizeof *m->edits);
    if (!m->edits) return lp_fail(err, LP_ENOMEM, "no memory for %zu edits", m->n_changes);
    int code = LP_OK;
    while (code == LP_OK && (m->i < m->cue->n_edits || m->j < m->n_changes)) {
        place before = m->p;
        group g = gather(m);
        code = compose_group(m, &g, before, err);
    }
    if (code != LP_OK) return code;
    lp_str_add(&m->text, m->cue->text.s + m->copied, m->cue->text.len - m->copied);
    code = lp_str_check(&m->text, err);
    if (code == LP_OK) code = keep(m->t, lp_str_view(&m->text), text, err);
    return code;
}

int lp_cue_edit(lp_transcript *t, lp_cue *cue, const lp_change *changes, size_t n, lp_err *err)
{
    if (n == 0) return LP_OK;
    int code = check_changes(cue, changes, n, err);
    if (code != LP_OK) return code;
    if (!edits_fit(cue)) return no_fit(cue, err);
    composer m = {.t = t, .cue = cue, .changes = changes, .n_changes = n,
                  .text = LP_STR_INIT, .from = LP_STR_INIT, .why = LP_STR_INIT};
    lp_sv text;
    code = compose(&m, &text, err);
    if (code == LP_OK) {
        cue->text = text;
        cue->edits = m.edits;
        cue->n_edits = m.n_edits;
    }
    lp_str_free(&m.text);
    lp_str_free(&m.from);
    lp_str_free(&m.why);
    return code;
}

/* ---- flags ------------------------------------------------------------- */

static size_t source_offset(lp_flag_walk *w, size_t at)
{
    w->at = at;
    for (; w->i < w->cue->n_edits; w->i++) {
        const lp_edit *e = &w->edits[w->i];
        span s = of_edit((place){w->now, w->src}, e);
        if (at < s.start) break;
        if (at < s.end) return e->at;
        w->now = s.end;
        w->src = e->at + e->from.len;
    }
    return w->src + (at - w->now);
}

static int room_for_flag(lp_transcript *t, lp_cue *cue, lp_err *err)
{
    if (cue->n_flags < cue->cap_flags) return LP_OK;
    size_t cap = cue->n_flags ? cue->n_flags * 2 : 2;
    lp_flag *flags = lp_arena_grow(&t->arena, cue->flags, cue->n_flags, cap, sizeof *flags);
    if (!flags) return lp_fail(err, LP_ENOMEM, "no memory for %zu flags", cap);
    cue->flags = flags;
    cue->cap_flags = cap;
    return LP_OK;
}

int lp_cue_flag(lp_transcript *t, lp_cue *cue, size_t at, const lp_flag *flag, lp_err *err)
{
    lp_flag_walk walk = {0};
    return lp_cue_flag_next(&walk, t, cue, at, flag, err);
}

int lp_cue_flag_next(lp_flag_walk *walk, lp_transcript *t, lp_cue *cue, size_t at, const lp_flag *flag,
                     lp_err *err)
{
    if (at > cue->text.len)
        return lp_fail(err, LP_EVALUE, "a flag at byte %zu is past the text (%zu bytes)", at, cue->text.len);
    if (walk->cue != cue || walk->edits != cue->edits || at < walk->at) {
        if (!edits_fit(cue)) return no_fit(cue, err);
        *walk = (lp_flag_walk){.cue = cue, .edits = cue->edits};
    }
    lp_flag f = {.at = source_offset(walk, at), .confidence = flag->confidence};
    int code = keep(t, flag->text, &f.text, err);
    if (code == LP_OK) code = keep(t, flag->candidates, &f.candidates, err);
    if (code == LP_OK) code = keep(t, flag->why, &f.why, err);
    if (code == LP_OK) code = room_for_flag(t, cue, err);
    if (code == LP_OK) cue->flags[cue->n_flags++] = f;
    return code;
}
