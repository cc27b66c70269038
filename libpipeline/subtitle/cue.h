/* subtitle/cue.h -- a transcript: cues, and the facts recorded about them.
 *
 * A cue has times in milliseconds, a text, edits and flags. An edit is a fact,
 * not an overwrite: it names a place in the *source* text (what the first
 * stage read) and what stands there now, so the source text can always be
 * rebuilt to the byte (lp_cue_source). Edits of a cue are sorted by `at`, do
 * not overlap, and those of a later stage are composed into those of an
 * earlier one (lp_cue_edit), so there is one list however many stages ran.
 *
 * Ownership: a transcript owns all text of its cues through its arena; views
 * stay valid until lp_transcript_free. Thread rule: one transcript, one thread.
 */
#ifndef LP_CUE_H
#define LP_CUE_H

#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct lp_edit {
    size_t at;         /* byte offset in the source text */
    lp_sv from;        /* the source bytes replaced; may be empty */
    lp_sv to;          /* what stands there now; may be empty */
    lp_sv by;          /* which layer: "lexicon", "phonetic", "number", "scheme", ... */
    double confidence; /* 0..1, share of such edits that are right */
    lp_sv why;         /* one line for people */
    lp_sv others;      /* runners-up, best first, separated by " | "; may be empty */
} lp_edit;

typedef struct lp_flag {
    size_t at;         /* byte offset in the source text */
    lp_sv text;        /* the doubtful words as they stand */
    lp_sv candidates;  /* best readings, best first, separated by " | " */
    double confidence; /* of the best one */
    lp_sv why;
} lp_flag;

typedef struct lp_cue {
    size_t number;     /* as the file gives it, or 1-based place */
    int64_t start;     /* ms; may be negative in a broken file */
    int64_t end;       /* ms */
    lp_sv text;        /* lines separated by LF, none at the end */
    lp_edit *edits;
    size_t n_edits;
    lp_flag *flags;
    size_t n_flags;
    size_t cap_flags;  /* room lp_cue_flag made; 0 when it made none */
    lp_sv settings;    /* what stood behind the times (coordinates, WebVTT settings) */
} lp_cue;

/* A deviation of a file from its format; name is one of the short words of
 * docs/formats/srt.md, line 1-based, cue 1-based place (0: none). */
typedef struct lp_diag {
    const char *name;  /* static */
    size_t line;
    size_t cue;
    lp_sv detail;      /* may be empty */
} lp_diag;

typedef struct lp_transcript {
    lp_arena arena;
    lp_cue *cues;
    size_t n_cues;
    size_t cap_cues;
    lp_diag *diags;
    size_t n_diags;
    size_t cap_diags;
    bool bom;          /* the file began with a UTF-8 byte order mark */
    bool crlf;         /* its lines ended in CR LF */
    int tail;          /* line ends at its end, less the usual one: -1 none, 1 a blank line */
} lp_transcript;

#define LP_TRANSCRIPT_INIT {LP_ARENA_INIT, NULL, 0, 0, NULL, 0, 0, false, false, 0}

/* Append an empty cue, numbered by its place; the pointer is good until the
 * next call. NULL when memory is out. */
lp_cue *lp_transcript_add(lp_transcript *t, lp_err *err);

/* Record a deviation; detail is copied. */
LP_MUST_CHECK int lp_transcript_diag(lp_transcript *t, const char *name, size_t line, size_t cue,
                                     lp_sv detail, lp_err *err);

/* Empty again, memory kept for the next file. */
void lp_transcript_clear(lp_transcript *t);
void lp_transcript_free(lp_transcript *t);

/* A change of the current text, as a stage finds it. */
typedef struct lp_change {
    size_t at;         /* byte offset in cue->text as it stands now */
    size_t len;        /* bytes replaced there */
    lp_sv to;
    lp_sv by;
    double confidence;
    lp_sv why;
    lp_sv others;
} lp_change;

/*
 * Apply n changes (sorted by at, not overlapping) to the cue: the text is
 * rewritten and each change becomes an edit, composed with the edits that are
 * there. A change that shares a byte with an earlier edit, or puts text where
 * one took text away, is merged with it: the merged edit goes from the source
 * bytes to the new text, is `by` the later stage, has the lower confidence and
 * both reasons ("later; before that: earlier") and the runners-up of the later. An edit that leaves the source
 * bytes as they were disappears. Everything is copied into the transcript's
 * arena. On failure the cue is what it was.
 * LP_EVALUE when the changes are out of order, out of range or cut a character
 * in two; LP_EMISMATCH when the edits that are there do not fit the text.
 */
LP_MUST_CHECK int lp_cue_edit(lp_transcript *t, lp_cue *cue, const lp_change *changes, size_t n,
                              lp_err *err);

/* Add a flag at a byte offset of the current text (it is mapped to the source
 * offset; inside an edit, to the edit's; flag->at is not read). Strings are
 * copied. LP_EVALUE when `at` is past the text. */
LP_MUST_CHECK int lp_cue_flag(lp_transcript *t, lp_cue *cue, size_t at, const lp_flag *flag,
                              lp_err *err);

/* How far the edits of a cue have been walked for its flags; start from {0}. */
typedef struct lp_flag_walk {
    const lp_cue *cue;
    const lp_edit *edits;
    size_t i;          /* the next edit */
    size_t now, src;   /* behind the one before, in the current text and the source */
    size_t at;         /* of the last flag, in the current text */
} lp_flag_walk;

/* lp_cue_flag for many flags: the edits of a cue are walked once and not once a
 * flag, as long as flags come in order of place. */
LP_MUST_CHECK int lp_cue_flag_next(lp_flag_walk *walk, lp_transcript *t, lp_cue *cue, size_t at,
                                   const lp_flag *flag, lp_err *err);

/* Append the source text to *out by undoing the edits. LP_EMISMATCH, and *out
 * as it was, when the edits do not fit the text (out of order, or `to` not
 * found in its place). */
LP_MUST_CHECK int lp_cue_source(const lp_cue *cue, lp_str *out, lp_err *err);

#ifdef __cplusplus
}
#endif
#endif
