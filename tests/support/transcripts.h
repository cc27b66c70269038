/* tests/support/transcripts.h -- transcripts from one line of text and back:
 * cues separated by |, two seconds each. Wants support/test.h before it.
 */
#ifndef TRANSCRIPTS_H
#define TRANSCRIPTS_H

#include "subtitle/cue.h"

static inline void transcript_fill(lp_transcript *t, lp_sv text)
{
    lp_transcript_clear(t);
    for (size_t from = 0; from <= text.len;) {
        const char *bar = memchr(text.s + from, '|', text.len - from);
        size_t to = bar ? (size_t)(bar - text.s) : text.len;
        lp_cue *c = lp_transcript_add(t, NULL);
        assert_non_null(c);
        char *copy = lp_arena_copy(&t->arena, text.s + from, to - from);
        assert_non_null(copy);
        c->text = lp_sv_make(copy, to - from);
        c->start = (int64_t)t->n_cues * 2000;
        c->end = c->start + 2000;
        from = to + 1;
    }
}

static inline void transcript_show(const lp_transcript *t, lp_str *out)
{
    for (size_t i = 0; i < t->n_cues; i++) {
        if (i) lp_str_addc(out, '|');
        lp_str_addv(out, t->cues[i].text);
    }
}

/* The edits undone give the text that went in, and the times are those of
 * transcript_fill. */
static inline void transcript_reverts(const lp_transcript *t, lp_sv source)
{
    lp_str back = LP_STR_INIT;
    for (size_t i = 0; i < t->n_cues; i++) {
        if (i) lp_str_addc(&back, '|');
        assert_int_equal(lp_cue_source(&t->cues[i], &back, NULL), LP_OK);
        assert_true(t->cues[i].start == (int64_t)(i + 1) * 2000);
        assert_true(t->cues[i].end == (int64_t)(i + 1) * 2000 + 2000);
        assert_int_equal(t->cues[i].number, i + 1);
    }
    assert_text(lp_str_view(&back), source);
    lp_str_free(&back);
}

#endif
