#include "correct/endings.h"
#include "correct/terms.h"

/* Longer forms exist (verses), but no speaker is followed further than this
 * without a break. */
enum { LONGEST_FORM = 24 };

static lp_form form_of(const lp_token *t, uint32_t n, const lp_exact *hit)
{
    const bool written = hit->written;
    if (hit->heard) return LP_HEARD_AS;
    if (n == 1 && (t->level || (t->name_level && !written))) return LP_ENGLISH_TOO;
    return written ? LP_LISTED : LP_REGULAR;
}

/* How often such replacements are right, from the development windows: a
 * form with an unusual word in it is nearly always the term; a single word
 * that English has too, or that is also a name, less often. */
static double trust(const lp_token *t, lp_form form, double listed)
{
    double c = 0.97;
    if (form == LP_HEARD_AS) return 0.1; /* nothing by itself: the words around decide */
    if (form == LP_REGULAR) c = 0.95;
    else if (form == LP_ENGLISH_TOO) c = !t->level ? 0.75 : t->level <= 50 ? 0.80 : 0.90;
    return c < listed + LP_BEYOND_LISTED ? c : listed + LP_BEYOND_LISTED;
}

static void explain(const lp_proposal *p, const char *how, lp_str *out)
{
    const lp_sv gloss = lp_resource_term(p->about, p->term).gloss;
    lp_str_adds(out, how);
    if (gloss.len) lp_str_adds(out, ": ");
    lp_str_addv(out, gloss);
}

static void explain_listed(const lp_proposal *p, lp_str *out) { explain(p, "listed form", out); }

static void explain_heard(const lp_proposal *p, lp_str *out) { explain(p, "known mishearing", out); }

static void explain_regular(const lp_proposal *p, lp_str *out) { explain(p, "regular spelling", out); }

typedef struct span {
    const lp_resource *res;
    const lp_tokens *tokens;
    lp_proposals *list;
    uint32_t first;
} span;

static int propose(const span *s, uint32_t n, const lp_exact *hit, const lp_ending *ending)
{
    lp_term term = lp_resource_term(s->res, hit->term);
    const lp_token *t = &s->tokens->v[s->first];
    lp_proposal p = {.first = s->first, .n = n, .to = term.text, .by = "lexicon", .term = hit->term};
    if (ending) {
        lp_str word = LP_STR_INIT;
        lp_ending_put(term.text, ending, &word);
        p.to = lp_proposal_copy(s->list, lp_str_view(&word));
        lp_str_free(&word);
        p.ending = *ending;
    }
    p.form = form_of(t, n, hit);
    p.confidence = trust(t, p.form, term.confidence);
    p.plain = 1 - p.confidence;
    p.explain = hit->heard ? explain_heard : hit->written ? explain_listed : explain_regular;
    p.about = s->res;
    return lp_propose(s->list, &p);
}

static int try_endings(const span *s, uint32_t n, uint64_t before)
{
    const lp_token *last = &s->tokens->v[s->first + n - 1];
    lp_ending e[LP_ENDINGS_MOST];
    size_t many = lp_endings(last->low, e);
    for (size_t k = 0; k < many; k++) {
        char with_a[64];
        lp_sv stem = {last->low.s, e[k].stem};
        if (e[k].drop_a) {
            if (stem.len + 1 > sizeof with_a) continue;
            memcpy(with_a, stem.s, stem.len);
            with_a[stem.len++] = 'a';
            stem.s = with_a;
        }
        uint64_t key = lp_word_key(stem);
        if (n > 1) key = lp_word_key_join(before, key);
        lp_exact hit;
        if (!lp_resource_exact(s->res, key, &hit) || hit.term == LP_NO_TERM) continue;
        /* `-ic` of a short stem is more often an English word of its own. */
        if (e[k].add[0] == 'i' && stem.len < 5) continue;
        return propose(s, n, &hit, &e[k]);
    }
    return LP_OK;
}

int lp_terms_written(const lp_resource *res, const lp_tokens *tokens, lp_proposals *list)
{
    for (uint32_t i = 0; i < tokens->n; i++) {
        const span s = {res, tokens, list, i};
        uint64_t key = 0;
        for (uint32_t n = 1; n <= LONGEST_FORM && i + n <= tokens->n; n++) {
            const lp_token *t = &tokens->v[i + n - 1];
            if (n > 1 && (t->flags & LP_TOKEN_BREAK)) break;
            const uint64_t before = key;
            key = n > 1 ? lp_word_key_join(before, t->key) : t->key;
            lp_exact hit = {LP_NO_TERM, false, false, false};
            bool found = lp_resource_exact(res, key, &hit);
            int code = LP_OK;
            if (found && hit.term != LP_NO_TERM) code = propose(&s, n, &hit, NULL);
            else if (!t->level || n > 1) code = try_endings(&s, n, before);
            if (code != LP_OK) return code;
            if (!found || !hit.longer) break;
        }
    }
    return LP_OK;
}

void lp_terms_longest(lp_proposals *list)
{
    size_t kept = 0;
    uint32_t free_from = 0;
    for (size_t i = 0; i < list->n; i++) /* mishearings are only evidence */
        if (list->v[i].form != LP_HEARD_AS) list->v[kept++] = list->v[i];
    list->n = kept;
    kept = 0;
    for (size_t i = 0; i < list->n; i++) {
        const lp_proposal *p = &list->v[i];
        const bool longer = i + 1 < list->n && list->v[i + 1].first == p->first; /* the longest comes last */
        if (longer || p->first < free_from) continue;
        free_from = p->first + p->n;
        list->v[kept++] = *p;
    }
    list->n = kept;
}
