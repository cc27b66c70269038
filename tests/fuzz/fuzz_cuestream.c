/* Any bytes at all into the cue stream reader. What it accepts must come back
 * to the byte, and its edits must give the source text. */
#include <stdint.h>

#include "laws.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void law_edits_undo(lp_transcript *t)
{
    lp_str before = LP_STR_INIT, after = LP_STR_INIT;
    lp_err err;
    for (size_t i = 0; i < t->n_cues; i++) {
        lp_cue *c = &t->cues[i];
        lp_str_clear(&before);
        lp_str_clear(&after);
        LAW("edits that were read undo", lp_cue_source(c, &before, &err) == LP_OK);
        lp_change all = {.at = 0, .len = c->text.len, .to = LP_SV("new"), .by = LP_SV("test"), .why = LP_SV("law")};
        LAW("a cue that was read can be edited", lp_cue_edit(t, c, &all, 1, &err) == LP_OK);
        LAW("and holds the edit", lp_sv_eq(c->text, LP_SV("new")));
        LAW("and still undoes", lp_cue_source(c, &after, &err) == LP_OK);
        LAW("to the same source", lp_sv_eq(lp_str_view(&before), lp_str_view(&after)));
    }
    lp_str_free(&before);
    lp_str_free(&after);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    lp_transcript t = LP_TRANSCRIPT_INIT;
    lp_err err = {0};
    int code = lp_cuestream_read(lp_sv_make(size ? (const char *)data : "", size), &t, &err);
    if (code == LP_OK) {
        laws_stream_holds_all(&t);
        law_edits_undo(&t);
    } else {
        LAW("a refusal says why", err.code == code && err.msg[0] && err.line > 0);
    }
    lp_transcript_free(&t);
    return 0;
}
