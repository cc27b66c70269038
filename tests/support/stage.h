/* tests/support/stage.h -- a text as the parts of the correcting stage see it:
 * words, what stands around, a list of candidates. Wants support/test.h before
 * it.
 */
#ifndef STAGE_H
#define STAGE_H

#include "support/transcripts.h"

#include "correct/candidate.h"
#include "correct/surroundings.h"
#include "correct/terms.h"

typedef struct stage {
    lp_transcript transcript;
    lp_arena arena;
    lp_tokens tokens;
    lp_proposals written;
    lp_surroundings around;
    lp_candidates list;
} stage;

/* `title` may be empty. The stage must not move: its parts point to each other. */
static inline void stage_make(stage *s, const lp_resource *res, const char *text, const char *title)
{
    *s = (stage){.transcript = LP_TRANSCRIPT_INIT, .arena = LP_ARENA_INIT};
    s->written.arena = s->list.arena = &s->arena;
    transcript_fill(&s->transcript, lp_sv_of(text));
    assert_int_equal(lp_tokenise(&s->transcript, res, &s->arena, &s->tokens, NULL), LP_OK);
    assert_int_equal(lp_terms_written(res, &s->tokens, &s->written), LP_OK);
    lp_transcript named = LP_TRANSCRIPT_INIT;
    lp_tokens tokens;
    lp_proposals context = {.arena = &s->arena};
    transcript_fill(&named, lp_sv_of(title));
    assert_int_equal(lp_tokenise(&named, res, &s->arena, &tokens, NULL), LP_OK);
    assert_int_equal(lp_terms_written(res, &tokens, &context), LP_OK);
    assert_int_equal(lp_surroundings_make(&s->around, res, &s->tokens, &s->written, &context, &s->arena), LP_OK);
    lp_transcript_free(&named);
}

static inline lp_candidate *stage_add(stage *s, uint32_t first, uint32_t n, uint32_t term)
{
    lp_candidate *c = lp_candidates_add(&s->list);
    assert_non_null(c);
    c->first = first;
    c->n = n;
    c->term = term;
    return c;
}

static inline void stage_end(stage *s)
{
    lp_transcript_free(&s->transcript);
    lp_arena_free(&s->arena);
}

#endif
