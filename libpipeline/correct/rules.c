/* Rules matched over runs of words. */
#include <stdlib.h>

#include "base/utf8.h"
#include "correct/rules_internal.h"
#include "language/unicode.h"

/* A call of the matcher may take so many steps, and so many more for each byte
 * it looks at. Readable patterns take up to ten steps over a window of 280 bytes;
 * the limit is reached in milliseconds. The sum over a file grows with its length, whatever the
 * pattern. */
#define STEPS 100000u
#define STEPS_PER_BYTE 200u
#define MOST_DEPTH 20000u
#define MOST_HEAP_KB 20000u
#define JIT_STACK ((size_t)512 * 1024)

/* What a rule looks at: the words of a cue, of the one before and of the one
 * behind it, as far as nothing but white space and punctuation parts them. */
typedef struct window {
    lp_str text;
    uint32_t first, n;    /* tokens */
    uint32_t *start, *end; /* of each token, in text */
    uint32_t cap;
    uint32_t begin, stop; /* tokens of the cue itself */
} window;

/* A place that a rule would change. */
typedef struct found {
    lp_proposal p;
    uint32_t rule;
} found;

typedef struct matcher {
    const lp_rules *rules;
    const lp_transcript *t;
    const lp_tokens *tokens;
    lp_proposals *list;
    lp_err *err;
    window w;
    lp_str made;
    uint32_t *behind; /* by rule: the token behind its last match */
    found *found;
    size_t n_found, cap_found;
    pcre2_match_context *context;
    pcre2_match_data *data;
    pcre2_jit_stack *stack;
} matcher;

/* --- windows -------------------------------------------------------------- */

static lp_sv text_of(const matcher *m, uint32_t cue) { return m->t->cues[cue].text; }

/* Only white space and punctuation: no tag, no note, no link. */
static bool is_plain_gap(lp_sv gap)
{
    for (size_t i = 0; i < gap.len;) {
        uint32_t c;
        i += lp_utf8_get(gap.s + i, gap.len - i, &c);
        if (c == LP_BAD_CHAR || (c < 0x80 && strchr("<>{}[]@/", (int)c)) || lp_is_word_char(c)) return false;
    }
    return true;
}

/* What stands between token i - 1 and token i, in up to two cues. */
static void gap_before(const matcher *m, uint32_t i, lp_sv gap[2])
{
    const lp_token *a = &m->tokens->v[i - 1], *b = &m->tokens->v[i];
    const lp_sv left = text_of(m, a->cue), right = text_of(m, b->cue);
    const size_t from = a->at + a->text.len;
    gap[0] = lp_sv_make(left.s + from, (a->cue == b->cue ? b->at : left.len) - from);
    gap[1] = a->cue == b->cue ? LP_SV("") : lp_sv_make(right.s, b->at);
}

/* Were the words before and behind spoken together? */
static bool joined(const matcher *m, uint32_t i)
{
    const lp_token *a = &m->tokens->v[i - 1], *b = &m->tokens->v[i];
    lp_sv gap[2];
    if (b->cue > a->cue + 1) return false;
    if (b->cue != a->cue && m->t->cues[b->cue].start - m->t->cues[a->cue].end > LP_LONG_PAUSE_MS) return false;
    gap_before(m, i, gap);
    return is_plain_gap(gap[0]) && is_plain_gap(gap[1]);
}

/* White space of any kind and length is one blank. */
static void put_gap(lp_str *out, const lp_sv gap[2], bool border)
{
    bool blank = false;
    for (int k = 0; k < 2; k++) {
        for (size_t i = 0; i < gap[k].len; i++) {
            const bool white = strchr(" \t\r\n", gap[k].s[i]) != NULL && gap[k].s[i];
            if (!white && blank) lp_str_addc(out, ' ');
            blank = white;
            if (!white) lp_str_addc(out, gap[k].s[i]);
        }
        blank |= border && k == 0;
    }
    if (blank) lp_str_addc(out, ' ');
}

static int put_word(matcher *m, const lp_token *t)
{
    if (lp_ascii_run(t->text.s, t->text.len) == t->text.len) {
        lp_str_addv(&m->w.text, t->text);
        return LP_OK;
    }
    return lp_nfc(t->text, &m->w.text, m->err);
}

static int make_room(matcher *m, uint32_t n)
{
    window *w = &m->w;
    if (n <= w->cap) return LP_OK;
    if (n < 2 * w->cap) n = 2 * w->cap;
    w->start = lp_arena_alloc(m->list->arena, n * sizeof *w->start);
    w->end = lp_arena_alloc(m->list->arena, n * sizeof *w->end);
    w->cap = n;
    return w->start && w->end ? LP_OK : LP_ENOMEM;
}

/* The window around tokens [begin, stop) of one cue, inside the run [from, to). */
static int fill_window(matcher *m, uint32_t from, uint32_t begin, uint32_t stop, uint32_t to)
{
    const lp_token *v = m->tokens->v;
    window *w = &m->w;
    const uint32_t cue = v[begin].cue;
    uint32_t first = begin, last = stop;
    while (first > from && v[first - 1].cue + 1 >= cue) first--;
    while (last < to && v[last].cue <= cue + 1) last++;
    lp_str_clear(&w->text);
    *w = (window){w->text, first, last - first, w->start, w->end, w->cap, begin, stop};
    int code = make_room(m, w->n);
    for (uint32_t i = first; code == LP_OK && i < last; i++) {
        if (i > first) {
            lp_sv gap[2];
            gap_before(m, i, gap);
            put_gap(&w->text, gap, v[i].cue != v[i - 1].cue);
        }
        w->start[i - first] = (uint32_t)w->text.len;
        code = put_word(m, &v[i]);
        w->end[i - first] = (uint32_t)w->text.len;
    }
    if (code == LP_OK) code = lp_str_check(&w->text, m->err);
    /* The matcher is told not to look: it would at each call. */
    if (code == LP_OK && lp_utf8_check(w->text.s, w->text.len) != w->text.len)
        code = lp_fail(m->err, LP_EUTF8, "the text is not valid UTF-8");
    return code;
}

/* --- one match ------------------------------------------------------------ */

static void expand(matcher *m, const rule *r, const PCRE2_SIZE *at, uint32_t n_groups)
{
    lp_str_clear(&m->made);
    for (size_t i = 0; i < r->n_parts; i++) {
        const rule_part *p = &r->parts[i];
        if (p->text.len) lp_str_addv(&m->made, p->text);
        else if (p->group < n_groups && at[2 * p->group] != PCRE2_UNSET)
            lp_str_add(&m->made, m->w.text.s + at[2 * p->group], at[2 * p->group + 1] - at[2 * p->group]);
    }
}

static bool begins_with(lp_sv v, lp_sv head) { return v.len >= head.len && lp_sv_eq(lp_sv_make(v.s, head.len), head); }

static bool ends_with(lp_sv v, lp_sv tail)
{
    return v.len >= tail.len && lp_sv_eq(lp_sv_make(v.s + v.len - tail.len, tail.len), tail);
}

/* Words are what is replaced. A match that begins or ends inside a word takes
 * the rest of it along; one that begins or ends between words leaves what it
 * writes again there, and otherwise takes the neighbour along. */
static lp_sv whole_words(const window *w, size_t at, size_t end, lp_sv made, uint32_t *first, uint32_t *last,
                         lp_sv *before, lp_sv *behind)
{
    const char *s = w->text.s;
    uint32_t f = 0, l = w->n - 1;
    while (f < w->n && w->end[f] <= at) f++;
    while (l > 0 && w->start[l] >= end) l--;
    if (f > l) { /* nothing but what stands between two words */
        const uint32_t swap = f;
        f = l;
        l = swap;
    }
    if (at < w->start[f]) {
        const lp_sv gap = {s + at, w->start[f] - at};
        if (begins_with(made, gap)) made = lp_sv_make(made.s + gap.len, made.len - gap.len), at = w->start[f];
        else f--;
    }
    if (end > w->end[l]) {
        const lp_sv gap = {s + w->end[l], end - w->end[l]};
        if (ends_with(made, gap)) made.len -= gap.len, end = w->end[l];
        else l++;
    }
    *first = f;
    *last = l;
    *before = lp_sv_make(s + w->start[f], at - w->start[f]);
    *behind = lp_sv_make(s + end, w->end[l] - end);
    return made;
}

static int keep_found(matcher *m, uint32_t r, const lp_proposal *p)
{
    if (m->n_found == m->cap_found) {
        size_t cap = m->cap_found ? m->cap_found * 2 : 64;
        found *more = lp_arena_grow(m->list->arena, m->found, m->n_found, cap, sizeof *more);
        if (!more) return LP_ENOMEM;
        m->found = more;
        m->cap_found = cap;
    }
    m->found[m->n_found++] = (found){*p, r};
    return LP_OK;
}

static int take_match(matcher *m, uint32_t index, size_t at, size_t end)
{
    const rule *r = &m->rules->v[index];
    const window *w = &m->w;
    uint32_t first, last;
    lp_sv before, behind, made = whole_words(w, at, end, lp_str_view(&m->made), &first, &last, &before, &behind);
    lp_str to = LP_STR_INIT;
    lp_str_addv(&to, before);
    lp_str_addv(&to, made);
    lp_str_addv(&to, behind);
    int code = lp_str_check(&to, m->err);
    const lp_sv old = {w->text.s + w->start[first], w->end[last] - w->start[first]};
    m->behind[index] = w->first + last + 1;
    if (code == LP_OK && !lp_sv_eq(lp_str_view(&to), old)) {
        const lp_sv copy = lp_sv_trim(lp_proposal_copy(m->list, lp_str_view(&to)));
        lp_proposal p = {.first = w->first + first, .n = last - first + 1, .to = copy, .by = "rule", .term = LP_NO_TERM};
        p.confidence = r->confidence;
        p.plain = 1 - r->confidence;
        p.why = r->why.len ? r->why : lp_proposal_text(m->list, "rule %s:%zu", m->rules->file, r->line);
        code = keep_found(m, index, &p);
    }
    lp_str_free(&to);
    return code;
}

/* --- matching ------------------------------------------------------------- */

static int trouble(const matcher *m, const rule *r, int number)
{
    const char *file = m->rules->file;
    if (number == PCRE2_ERROR_NOMEMORY) return LP_ENOMEM;
    if (number == PCRE2_ERROR_MATCHLIMIT || number == PCRE2_ERROR_DEPTHLIMIT || number == PCRE2_ERROR_HEAPLIMIT ||
        number == PCRE2_ERROR_JIT_STACKLIMIT)
        return lp_fail(m->err, LP_ELIMIT, "the rule %s:%zu takes too many steps here; make it say more exactly what it wants",
                       file, r->line);
    return lp_fail(m->err, LP_EVALUE, "the rule %s:%zu cannot be matched here (PCRE2 error %d)", file, r->line, number);
}

/* All matches of one rule that begin in the window's own cue. */
static int match_rule(matcher *m, uint32_t index)
{
    const rule *r = &m->rules->v[index];
    const window *w = &m->w;
    const uint32_t from = m->behind[index] > w->begin ? m->behind[index] : w->begin;
    const size_t stop = w->stop < w->first + w->n ? w->start[w->stop - w->first] : w->text.len;
    if (from >= w->stop) return LP_OK;
    for (size_t at = w->start[from - w->first]; at < stop;) {
        const int n = pcre2_match(r->code, (PCRE2_SPTR)w->text.s, w->text.len, at, PCRE2_NOTEMPTY | PCRE2_NO_UTF_CHECK,
                                  m->data, m->context);
        if (n == PCRE2_ERROR_NOMATCH) return LP_OK;
        if (n < 0) return trouble(m, r, n);
        const PCRE2_SIZE *o = pcre2_get_ovector_pointer(m->data);
        /* \K may leave a match that ends before it begins, or begins before
         * what was looked at. */
        if (o[0] < at || o[1] <= o[0]) return LP_OK;
        if (o[0] >= stop) return LP_OK;
        expand(m, r, o, pcre2_get_ovector_count(m->data));
        int code = take_match(m, index, o[0], o[1]);
        if (code != LP_OK) return code;
        if (m->behind[index] >= w->first + w->n) return LP_OK;
        at = w->start[m->behind[index] - w->first];
    }
    return LP_OK;
}

static int match_window(matcher *m)
{
    const size_t steps = STEPS + STEPS_PER_BYTE * m->w.text.len;
    (void)pcre2_set_match_limit(m->context, steps < UINT32_MAX ? (uint32_t)steps : UINT32_MAX);
    for (uint32_t i = 0; i < m->rules->n; i++) {
        int code = match_rule(m, i);
        if (code != LP_OK) return code;
    }
    return LP_OK;
}

/* The cues of the run [from, to) one after the other. */
static int match_run(matcher *m, uint32_t from, uint32_t to)
{
    int code = LP_OK;
    for (uint32_t i = from; code == LP_OK && i < to;) {
        const uint32_t begin = i, cue = m->tokens->v[i].cue;
        while (i < to && m->tokens->v[i].cue == cue) i++;
        code = fill_window(m, from, begin, i, to);
        if (code == LP_OK) code = match_window(m);
        if (code != LP_OK && m->err) m->err->cue = cue + 1;
    }
    return code;
}

static int match_all(matcher *m)
{
    int code = LP_OK;
    for (uint32_t i = 0, n = (uint32_t)m->tokens->n; code == LP_OK && i < n;) {
        const uint32_t from = i++;
        while (i < n && joined(m, i)) i++;
        code = match_run(m, from, i);
    }
    return code;
}

/* --- what becomes of the matches ------------------------------------------ */

static int by_rule(const void *x, const void *y)
{
    const found *a = x, *b = y;
    if (a->rule != b->rule) return a->rule < b->rule ? -1 : 1;
    return a->p.first < b->p.first ? -1 : a->p.first > b->p.first;
}

static bool is_free(const uint8_t *taken, const lp_proposal *p)
{
    for (uint32_t i = p->first; i < p->first + p->n; i++)
        if (taken[i]) return false;
    return true;
}

/* Rules in the order of the file: of those that are certain the first one
 * takes its words. */
static int propose_found(matcher *m, uint8_t *certain)
{
    int code = LP_OK;
    if (m->n_found) qsort(m->found, m->n_found, sizeof *m->found, by_rule);
    for (size_t i = 0; code == LP_OK && i < m->n_found; i++) {
        const found *f = &m->found[i];
        if (!is_free(certain, &f->p)) continue;
        if (m->rules->v[f->rule].certain) memset(certain + f->p.first, 1, f->p.n);
        code = lp_propose(m->list, &f->p);
    }
    return code;
}

static int make_matcher(matcher *m)
{
    uint32_t groups = 1;
    for (size_t i = 0; i < m->rules->n; i++) {
        uint32_t n = 0;
        (void)pcre2_pattern_info(m->rules->v[i].code, PCRE2_INFO_CAPTURECOUNT, &n);
        if (n >= groups) groups = n + 1;
    }
    m->behind = lp_arena_alloc(m->list->arena, m->rules->n * sizeof *m->behind);
    m->context = pcre2_match_context_create(NULL);
    m->data = pcre2_match_data_create(groups, NULL);
    if (!m->behind || !m->context || !m->data) return LP_ENOMEM;
    memset(m->behind, 0, m->rules->n * sizeof *m->behind);
    (void)pcre2_set_depth_limit(m->context, MOST_DEPTH);
    (void)pcre2_set_heap_limit(m->context, MOST_HEAP_KB);
    m->stack = pcre2_jit_stack_create(32 * 1024, JIT_STACK, NULL);
    if (m->stack) pcre2_jit_stack_assign(m->context, NULL, m->stack);
    return LP_OK;
}

int lp_rules_propose(const lp_rules *r, const lp_transcript *t, const lp_tokens *tokens, lp_proposals *list,
                     uint8_t *certain, lp_err *err)
{
    matcher m = {.rules = r, .t = t, .tokens = tokens, .list = list, .err = err};
    if (!r->n) return LP_OK;
    int code = make_matcher(&m);
    if (code == LP_OK) code = match_all(&m);
    if (code == LP_OK) code = propose_found(&m, certain);
    if (code == LP_ENOMEM) lp_fail(err, code, "no memory for the rules");
    pcre2_jit_stack_free(m.stack);
    pcre2_match_data_free(m.data);
    pcre2_match_context_free(m.context);
    lp_str_free(&m.w.text);
    lp_str_free(&m.made);
    return code;
}
