/* tests/fuzz/laws.h -- what every transcript must obey, for fuzz targets and
 * law tests alike. A broken law ends the program. */
#ifndef LAWS_H
#define LAWS_H

#include <stdio.h>
#include <stdlib.h>

#include "subtitle/cuestream.h"
#include "subtitle/srt.h"

#define LAW(what, holds)                                                      \
    do {                                                                      \
        if (!(holds)) {                                                       \
            fprintf(stderr, "%s:%d: law broken: %s\n", __FILE__, __LINE__, what); \
            abort();                                                          \
        }                                                                     \
    } while (0)

/* Same cues: numbers, times, texts, settings. */
static inline void laws_same_cues(const lp_transcript *a, const lp_transcript *b)
{
    LAW("as many cues", a->n_cues == b->n_cues);
    for (size_t i = 0; i < a->n_cues; i++) {
        const lp_cue *x = &a->cues[i], *y = &b->cues[i];
        LAW("the same number", x->number == y->number);
        LAW("the same times", x->start == y->start && x->end == y->end);
        LAW("the same text", lp_sv_eq(x->text, y->text));
        LAW("the same settings", lp_sv_eq(x->settings, y->settings));
    }
}

/* Written as a cue stream and read again, all is there; and written again, it
 * is the same to the byte. */
static inline void laws_stream_holds_all(const lp_transcript *t)
{
    lp_transcript again = LP_TRANSCRIPT_INIT;
    lp_str once = LP_STR_INIT, twice = LP_STR_INIT;
    lp_err err;
    lp_cuestream_write(t, &once);
    LAW("a stream that was written can be read", lp_cuestream_read(lp_str_view(&once), &again, &err) == LP_OK);
    laws_same_cues(t, &again);
    LAW("the file's form is kept", t->bom == again.bom && t->crlf == again.crlf && t->tail == again.tail);
    lp_cuestream_write(&again, &twice);
    LAW("written twice is written once", lp_sv_eq(lp_str_view(&once), lp_str_view(&twice)));
    lp_str_free(&once);
    lp_str_free(&twice);
    lp_transcript_free(&again);
}

#endif
