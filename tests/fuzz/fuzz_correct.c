/* Any bytes as a transcript through the whole stage, with a small lexicon: times
 * and cues stay, edits undo, a used worker is as good as a new one. */
#include <stdint.h>

#include "support/small.h"

#include "base/utf8.h"
#include "correct/correct.h"
#include "laws.h"
#include "subtitle/format.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void law_nothing_but_text_changed(const lp_transcript *before, const lp_transcript *after)
{
    lp_str source = LP_STR_INIT, first = LP_STR_INIT;
    LAW("as many cues", before->n_cues == after->n_cues);
    for (size_t i = 0; i < before->n_cues; i++) {
        const lp_cue *x = &before->cues[i], *y = &after->cues[i];
        LAW("the same number", x->number == y->number);
        LAW("the same times", x->start == y->start && x->end == y->end);
        LAW("the same settings", lp_sv_eq(x->settings, y->settings));
        LAW("texts are UTF-8", lp_utf8_check(y->text.s, y->text.len) == y->text.len);
        lp_str_clear(&source);
        lp_str_clear(&first);
        LAW("edits undo", lp_cue_source(y, &source, NULL) == LP_OK);
        LAW("as before", lp_cue_source(x, &first, NULL) == LP_OK);
        LAW("to the source", lp_sv_eq(lp_str_view(&first), lp_str_view(&source)));
        if (lp_sv_trim(x->text).len) LAW("no cue loses its last word", lp_sv_trim(y->text).len > 0);
        if (x->text.len == y->text.len && y->n_edits == x->n_edits) continue;
        LAW("what changed has an edit", y->n_edits > 0 || x->n_edits > 0);
    }
    lp_str_free(&source);
    lp_str_free(&first);
}

static void correct(const lp_resource *res, lp_worker *w, lp_transcript *t)
{
    const lp_correct_options o = lp_correct_defaults();
    lp_tally tally = {0};
    lp_err err = {0};
    LAW("a transcript that was read can be corrected", lp_correct(res, &o, w, t, &tally, &err) == LP_OK);
    LAW("cues are counted", tally.cues == t->n_cues);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static lp_resource *res;
    static lp_worker *used;
    static unsigned runs;
    if (!res) res = small_resource();
    if (!used) used = lp_worker_new(NULL);
    lp_transcript before = LP_TRANSCRIPT_INIT, after = LP_TRANSCRIPT_INIT, fresh = LP_TRANSCRIPT_INIT;
    lp_err err = {0};
    const lp_sv in = lp_sv_make(size ? (const char *)data : "", size);
    if (lp_format_read(in, &before, &err) == LP_OK) {
        LAW("what was read is read again", lp_format_read(in, &after, &err) == LP_OK);
        correct(res, used, &after);
        law_nothing_but_text_changed(&before, &after);
        laws_stream_holds_all(&after);
        if (runs++ % 16 == 0) { /* a new worker costs some megabytes */
            lp_worker *w = lp_worker_new(NULL);
            LAW("what was read is read again", lp_format_read(in, &fresh, &err) == LP_OK);
            correct(res, w, &fresh);
            laws_same_cues(&after, &fresh);
            lp_worker_free(w);
        }
    }
    lp_transcript_free(&before);
    lp_transcript_free(&after);
    lp_transcript_free(&fresh);
    return 0;
}
