#include "work/export.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "correct/terms.h"
#include "language/normalize.h"

/* --- how often terms are said --------------------------------------------- */

int lp_usage_new(const lp_resource *res, lp_usage *u, lp_err *err)
{
    const size_t n = lp_resource_n_terms(res);
    *u = (lp_usage){.res = res, .count = calloc(n ? n : 1, sizeof *u->count), .named = calloc(n ? n : 1, 1)};
    if (u->count && u->named) return LP_OK;
    lp_usage_free(u);
    return lp_fail(err, LP_ENOMEM, "no memory to count %zu terms", n);
}

void lp_usage_free(lp_usage *u)
{
    free(u->count);
    free(u->named);
    *u = (lp_usage){.res = NULL};
}

/* Terms by their written forms; of those that overlap the longest. */
static int find_terms(const lp_usage *u, const lp_transcript *t, lp_arena *arena, lp_proposals *list, size_t *n, size_t *words,
                      lp_err *err)
{
    lp_tokens tokens;
    *list = (lp_proposals){.arena = arena};
    int code = lp_tokenise(t, u->res, arena, &tokens, err);
    if (code != LP_OK) return code;
    *words = tokens.n;
    code = lp_terms_written(u->res, &tokens, list);
    if (code == LP_OK) lp_terms_longest(list);
    *n = list->n;
    if (code == LP_ENOMEM) return lp_fail(err, LP_ENOMEM, "no memory to count terms");
    return code;
}

int lp_usage_name(lp_usage *u, lp_sv name, lp_err *err)
{
    lp_arena arena = LP_ARENA_INIT;
    lp_transcript t = LP_TRANSCRIPT_INIT;
    lp_proposals list;
    size_t n = 0, words;
    lp_cue *cue = lp_transcript_add(&t, err);
    int code = cue ? LP_OK : LP_ENOMEM;
    if (cue) {
        cue->text = name;
        code = find_terms(u, &t, &arena, &list, &n, &words, err);
    }
    for (size_t i = 0; code == LP_OK && i < n; i++)
        if (list.v[i].term != LP_NO_TERM) u->named[list.v[i].term] = 1;
    lp_transcript_free(&t);
    lp_arena_free(&arena);
    return code;
}

int lp_usage_add(lp_usage *u, const lp_correct_options *o, lp_worker *w, lp_transcript *t, lp_err *err)
{
    const lp_normalize_options normalize = LP_NORMALIZE_DEFAULTS;
    lp_arena arena = LP_ARENA_INIT;
    lp_proposals list;
    lp_tally tally = {0};
    size_t n = 0, words = 0;
    int code = lp_normalize_transcript(&normalize, t, err);
    if (code == LP_OK) code = lp_correct(u->res, o, w, t, &tally, err);
    if (code == LP_OK) code = find_terms(u, t, &arena, &list, &n, &words, err);
    for (size_t i = 0; code == LP_OK && i < n; i++)
        if (list.v[i].term != LP_NO_TERM && u->count[list.v[i].term] < UINT32_MAX) u->count[list.v[i].term]++;
    if (code == LP_OK) u->transcripts++, u->words += words;
    lp_arena_free(&arena);
    return code;
}

/* --- writing -------------------------------------------------------------- */

typedef struct line {
    lp_term term;
    uint32_t count;
    uint64_t spread; /* order of what is equal otherwise */
    bool named, own;
} line;

static int by_use(const void *x, const void *y)
{
    const line *a = x, *b = y;
    if (a->named != b->named) return a->named ? -1 : 1;
    if (a->count != b->count) return a->count > b->count ? -1 : 1;
    if (a->own != b->own) return a->own ? -1 : 1;
    if (a->term.frequency != b->term.frequency) return a->term.frequency > b->term.frequency ? -1 : 1;
    if (a->spread != b->spread) return a->spread < b->spread ? -1 : 1;
    return lp_sv_cmp(a->term.text, b->term.text);
}

static bool is_wanted(const lp_usage *u, const lp_export_options *o, uint32_t id, const lp_term *term)
{
    if (term->verse && o->form != LP_EXPORT_TSV) return false;
    if (u->count[id] || u->named[id]) return true;
    /* A dictionary is no list of what is said. */
    return !u->transcripts && !lp_resource_is_replaced(u->res, id) && !lp_sv_eq(term->category, LP_SV("headword"));
}

static line *sorted(const lp_usage *u, const lp_export_options *o, size_t *n)
{
    const size_t all = lp_resource_n_terms(u->res);
    line *v = malloc((all ? all : 1) * sizeof *v);
    *n = 0;
    for (uint32_t id = 0; v && id < all; id++) {
        const lp_term term = lp_resource_term(u->res, id);
        if (!is_wanted(u, o, id, &term)) continue;
        /* A prompt has room for some thirty terms; of a thousand equals it
         * should not say those with A. */
        const uint64_t spread = o->form == LP_EXPORT_PROMPT ? lp_word_key(term.text) : 0;
        v[(*n)++] = (line){term, u->count[id], spread, u->named[id] != 0, lp_resource_is_own(u->res, id)};
    }
    if (v && *n) qsort(v, *n, sizeof *v, by_use);
    return v;
}

/* Spellings that were written already, by key; open addressing. */
typedef struct seen {
    uint64_t *slot;
    size_t slots;
} seen;

static bool is_new(seen *s, lp_sv text)
{
    const uint64_t key = lp_word_key(text) | 1u;
    size_t i = (size_t)(key >> 1) & (s->slots - 1);
    while (s->slot[i] && s->slot[i] != key) i = (i + 1) & (s->slots - 1);
    const bool fresh = !s->slot[i];
    s->slot[i] = key;
    return fresh;
}

size_t lp_prompt_tokens(lp_sv text)
{
    size_t tokens = 0, letters = 0;
    for (size_t i = 0; i <= text.len; i++) {
        const char c = i < text.len ? text.s[i] : ' ';
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
            letters++;
            continue;
        }
        tokens += (letters + 1) / 2;
        letters = 0;
        tokens += c != ' '; /* a blank belongs to the word behind it */
    }
    return tokens;
}

static const char prompt_head[] = "Glossary: ";

/* One more term of a prompt, when it fits with the stop at the end. */
static bool put_in_prompt(lp_sv term, lp_str *out, lp_export_result *r)
{
    const size_t comma = r->terms > 0, more = lp_prompt_tokens(term) + comma;
    if (r->tokens + more + 1 > LP_PROMPT_TOKENS) return false;
    if (comma) lp_str_adds(out, ", ");
    lp_str_addv(out, term);
    r->tokens += more;
    return true;
}

/* A cell of a table has no tab and no line end. */
static void put_cell(lp_str *out, lp_sv v, char behind)
{
    for (size_t i = 0; i < v.len; i++) lp_str_addc(out, (unsigned char)v.s[i] < 0x20 ? ' ' : v.s[i]);
    lp_str_addc(out, behind);
}

static void put_row(const line *l, lp_sv term, lp_str *out)
{
    static const char *const frequencies[] = {"rare", "usual", "common"};
    put_cell(out, term, '\t');
    put_cell(out, l->term.category, '\t');
    put_cell(out, l->term.gloss, '\t');
    put_cell(out, lp_sv_of(frequencies[l->term.frequency > LP_COMMON ? LP_COMMON : l->term.frequency]), '\t');
    lp_str_addf(out, "%lu\n", (unsigned long)l->count);
}

static int put_line(const lp_export_options *o, const line *l, seen *s, lp_str *word, lp_str *out, lp_export_result *r, lp_err *err)
{
    int code = LP_OK;
    lp_str_clear(word);
    if (o->spelling) code = lp_spelling_put(o->spelling, l->term.text, l->term.text.len, word, err);
    else lp_str_addv(word, l->term.text);
    if (code == LP_OK) code = lp_str_check(word, err);
    const lp_sv spelled = lp_str_view(word);
    if (code != LP_OK || (o->form != LP_EXPORT_TSV && !is_new(s, spelled))) return code;
    bool written = true;
    if (o->form == LP_EXPORT_TSV) put_row(l, spelled, out);
    else if (o->form == LP_EXPORT_HOTWORDS) put_cell(out, spelled, '\n');
    else written = put_in_prompt(spelled, out, r);
    r->terms += written;
    return code;
}

int lp_export(const lp_usage *u, const lp_export_options *o, lp_str *out, lp_export_result *result, lp_err *err)
{
    lp_str word = LP_STR_INIT;
    size_t n;
    seen s = {NULL, 64};
    line *v = sorted(u, o, &n);
    while (s.slots < n * 2) s.slots *= 2;
    s.slot = calloc(s.slots, sizeof *s.slot);
    int code = v && s.slot ? LP_OK : lp_fail(err, LP_ENOMEM, "no memory for %zu terms", n);
    *result = (lp_export_result){0, 0};
    if (o->form == LP_EXPORT_TSV) lp_str_adds(out, "term\tkind\tgloss\tfrequency\tcount\n");
    if (o->form == LP_EXPORT_PROMPT) {
        lp_str_adds(out, prompt_head);
        result->tokens = lp_prompt_tokens(LP_SV("Glossary: "));
    }
    for (size_t i = 0; code == LP_OK && i < n && (!o->most || result->terms < o->most); i++) {
        if (o->form == LP_EXPORT_PROMPT && result->tokens + 3 > LP_PROMPT_TOKENS) break;
        code = put_line(o, &v[i], &s, &word, out, result, err);
    }
    if (o->form == LP_EXPORT_PROMPT) {
        lp_str_adds(out, ".\n");
        result->tokens++;
    }
    free(v);
    free(s.slot);
    lp_str_free(&word);
    return code == LP_OK ? lp_str_check(out, err) : code;
}
