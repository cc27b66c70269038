#include "correct/correct.h"

#include <stdint.h>
#include <stdlib.h>

#include "correct/decide.h"
#include "correct/fillers.h"
#include "correct/numbers.h"
#include "correct/terms.h"

#define AS_NAME(name, text, what) text,
static const char *const mode_names[] = {LP_MODES(AS_NAME)};

const char *lp_mode_name(lp_mode m) { return m < LP_N_MODES ? mode_names[m] : "?"; }

lp_mode lp_mode_of(const char *name)
{
    int m = 0;
    while (m < LP_N_MODES && strcmp(name, mode_names[m]) != 0) m++;
    return (lp_mode)m;
}

static const char *const profile_names[] = {LP_PROFILES(AS_NAME)};

const char *lp_profile_name(lp_profile p) { return p < LP_N_PROFILES ? profile_names[p] : "?"; }

lp_profile lp_profile_of(const char *name)
{
    int p = 0;
    while (p < LP_N_PROFILES && strcmp(name, profile_names[p]) != 0) p++;
    return (lp_profile)p;
}

lp_correct_options lp_correct_defaults(void)
{
    return (lp_correct_options){.mode = LP_MODE_FULL, .apply_at = 0.35, .flag_at = 0.2, .odds = 1.5, .numbers = true,
                                .reasons = true, .context = LP_SV("")};
}

int lp_correct_check(const lp_correct_options *o, lp_err *err)
{
    if (!(o->flag_at > 0 && o->flag_at <= 1)) return lp_fail(err, LP_EVALUE, "flag_at must be above 0 and at most 1");
    if (!(o->apply_at > 0 && o->apply_at <= 1)) return lp_fail(err, LP_EVALUE, "apply_at must be above 0 and at most 1");
    if (!(o->odds >= 0)) return lp_fail(err, LP_EVALUE, "odds must not be negative");
    if (o->apply_at < o->flag_at) return lp_fail(err, LP_EVALUE, "apply_at must not be below flag_at");
    return LP_OK;
}

struct lp_worker {
    lp_arena arena;
    lp_sound_memory *memory;
    char heard_with[17]; /* version of the lexicon whose answers the memory holds; empty: of none */
};

lp_worker *lp_worker_new(lp_err *err)
{
    lp_worker *w = calloc(1, sizeof *w);
    if (w) w->memory = lp_sound_memory_new();
    if (w && w->memory) return w;
    lp_worker_free(w);
    lp_fail(err, LP_ENOMEM, "no memory for a worker");
    return NULL;
}

void lp_worker_free(lp_worker *w)
{
    if (!w) return;
    lp_sound_memory_free(w->memory);
    lp_arena_free(&w->arena);
    free(w);
}

/* Another lexicon may lie where a closed one lay, so it is known by its version. */
static int forget_other(lp_worker *w, const lp_resource *res)
{
    const char *version = lp_resource_version(res);
    if (strcmp(w->heard_with, version) == 0) return LP_OK;
    if (w->heard_with[0]) {
        lp_sound_memory *fresh = lp_sound_memory_new();
        if (!fresh) return LP_ENOMEM;
        lp_sound_memory_free(w->memory);
        w->memory = fresh;
    }
    memcpy(w->heard_with, version, sizeof w->heard_with);
    return LP_OK;
}

/* The terms that the context names, as proposals over tokens of its own. */
static int read_context(const lp_resource *res, lp_sv context, lp_arena *arena, lp_proposals *named, lp_err *err)
{
    lp_transcript t = LP_TRANSCRIPT_INIT;
    lp_tokens tokens;
    lp_cue *cue = context.len ? lp_transcript_add(&t, err) : NULL;
    int code = context.len && !cue ? LP_ENOMEM : LP_OK;
    if (cue) {
        cue->text = context;
        code = lp_tokenise(&t, res, arena, &tokens, err);
        if (code == LP_OK) code = lp_terms_written(res, &tokens, named);
    }
    lp_transcript_free(&t);
    return code;
}

static int propose_all(const lp_resource *res, const lp_correct_options *o, lp_worker *w, const lp_tokens *tokens,
                       lp_proposals *list, lp_err *err)
{
    int code = lp_terms_written(res, tokens, list);
    if (code == LP_OK && o->mode != LP_MODE_FULL) lp_terms_longest(list);
    if (code != LP_OK || o->mode != LP_MODE_FULL) return code;
    lp_proposals context = {.arena = &w->arena};
    code = forget_other(w, res);
    if (code == LP_OK) code = read_context(res, o->context, &w->arena, &context, err);
    if (code == LP_OK) code = lp_terms_sounded(res, tokens, &context, o->flag_at, w->memory, o->table, list);
    if (code == LP_OK && o->numbers) code = lp_numbers(tokens, list);
    return code;
}

static uint8_t *no_words(lp_worker *w, const lp_tokens *tokens)
{
    uint8_t *taken = lp_arena_alloc(&w->arena, tokens->n);
    if (taken) memset(taken, 0, tokens->n);
    return taken;
}

static int append(lp_proposals *list, const lp_proposals *more)
{
    int code = LP_OK;
    for (size_t i = 0; code == LP_OK && i < more->n; i++) code = lp_propose(list, &more->v[i]);
    return code;
}

/* What the house wants, over what the layers propose. */
static int lay_over(const lp_correct_options *o, lp_worker *w, const lp_transcript *t, const lp_tokens *tokens,
                    lp_proposals *list, lp_err *err)
{
    int code = o->profile == LP_CLEAN ? lp_fillers(t, tokens, list) : LP_OK;
    if (code == LP_OK && o->rules) {
        lp_proposals own = {.arena = &w->arena};
        uint8_t *certain = no_words(w, tokens);
        code = certain ? lp_rules_propose(o->rules, t, tokens, &own, certain, err) : LP_ENOMEM;
        if (code == LP_OK) lp_proposals_leave(list, certain);
        if (code == LP_OK) code = append(list, &own);
    }
    if (code == LP_OK && o->protect) {
        uint8_t *taken = no_words(w, tokens);
        if (!taken) return LP_ENOMEM;
        lp_protected_mark(o->protect, tokens, taken);
        lp_proposals_leave(list, taken);
    }
    return code;
}

int lp_correct(const lp_resource *res, const lp_correct_options *o, lp_worker *w, lp_transcript *t, lp_tally *tally,
               lp_err *err)
{
    lp_arena_reset(&w->arena);
    lp_tokens tokens;
    if (o->mode == LP_MODE_EMERGENCY) res = NULL;
    else if (!res) return lp_fail(err, LP_ERESOURCE, "mode %s needs the compiled lexicon", lp_mode_name(o->mode));
    int code = lp_tokenise(t, res, &w->arena, &tokens, err);
    if (code != LP_OK) return code;
    tally->cues += t->n_cues;
    tally->words += tokens.n;
    if (!res) return LP_OK;

    lp_proposals list = {.arena = &w->arena};
    code = propose_all(res, o, w, &tokens, &list, err);
    if (code == LP_OK) code = lay_over(o, w, t, &tokens, &list, err);
    size_t n = code == LP_OK ? lp_decide(&list, &(lp_thresholds){o->apply_at, o->flag_at, o->odds}) : 0;
    if (code == LP_ENOMEM || n == SIZE_MAX) return lp_fail(err, LP_ENOMEM, "no memory to correct %zu words", tokens.n);
    if (code == LP_OK && o->spelling) code = lp_spelling_of_proposals(o->spelling, res, &list, n, err);
    if (code != LP_OK) return code;
    return lp_apply(t, &tokens, &list, n, &(lp_apply_options){o->reasons}, tally, err);
}
