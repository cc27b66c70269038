/* subtitle/srt_internal.h -- the rooms of the SRT reader among themselves.
 *
 * srt_text.c makes clean lines of the bytes, srt_time.c reads a time line,
 * srt_read.c finds where cues begin and end, srt_check.c looks at the cues
 * together. All scratch is taken from one arena that lp_srt_read frees.
 */
#ifndef LP_SRT_INTERNAL_H
#define LP_SRT_INTERNAL_H

#include "subtitle/srt.h"

/* What a time line may have that it should not, each with its diagnostic. */
#define LP_ODDITIES(X)                              \
    X(LP_ODD_TIMESTAMP, "nonstandard-timestamp")    \
    X(LP_ODD_ARROW, "nonstandard-arrow")            \
    X(LP_ODD_NO_MS, "missing-milliseconds")         \
    X(LP_ODD_SHORT_MS, "short-milliseconds")        \
    X(LP_ODD_LONG_MS, "long-milliseconds")          \
    X(LP_ODD_NO_HOURS, "missing-hours")             \
    X(LP_ODD_MANY_HOURS, "hours-over-99")           \
    X(LP_ODD_RANGE, "field-out-of-range")           \
    X(LP_ODD_NEGATIVE, "negative-time")             \
    X(LP_ODD_INVISIBLE, "invisible-char")           \
    X(LP_ODD_BOM, "bom-mid-file")                   \
    X(LP_ODD_SETTINGS, "webvtt-settings")           \
    X(LP_ODD_JUNK, "junk-after-timestamp")          \
    X(LP_ODD_TEXT, "text-on-timestamp-line")        \
    X(LP_ODD_SBV, "wrong-format")                   \
    X(LP_ODD_BAD, "bad-timestamp")

enum lp_srt_odd_place {
#define LP_AS_PLACE(name, text) name##_PLACE,
    LP_ODDITIES(LP_AS_PLACE)
#undef LP_AS_PLACE
    LP_N_ODDITIES
};
enum lp_srt_odd {
#define LP_AS_BIT(name, text) name = 1 << name##_PLACE,
    LP_ODDITIES(LP_AS_BIT)
#undef LP_AS_BIT
};

/* One time line as read. */
typedef struct lp_srt_times {
    int64_t start, end;    /* ms; 0 where unreadable */
    bool has_start, has_end;
    bool cut;              /* the end is written shorter than the start */
    bool lone;             /* one time and nothing else: a cue only behind an index */
    unsigned odd;          /* enum lp_srt_odd, or-ed */
    lp_sv index;           /* an index on the same line; may be empty */
    lp_sv settings;        /* coordinates and settings */
    lp_sv text;            /* other text behind the times */
    lp_sv junk;            /* one stray character behind them */
} lp_srt_times;

typedef enum lp_srt_kind {
    LP_LINE_TEXT,
    LP_LINE_BLANK,
    LP_LINE_NUMBER,        /* ASCII digits only, spaces aside */
    LP_LINE_TIME
} lp_srt_kind;

typedef struct lp_srt_line {
    lp_sv text;            /* without its line end */
    lp_srt_kind kind;
    lp_srt_times *times;   /* of a LP_LINE_TIME */
} lp_srt_line;

typedef struct lp_srt_reader {
    lp_transcript *t;
    lp_err *err;
    lp_arena scratch;
    lp_str clean;          /* the data repaired, when that was needed */
    lp_sv data;            /* what is read */
    lp_srt_line *lines;
    size_t n_lines;
    bool ended;            /* the last line has a line end */
    bool cut_character;    /* the data ends inside a character */
    bool webvtt;
    bool fence;            /* a Markdown fence stands before the first cue */
    bool double_spaced;    /* every line has a blank line behind it */
    size_t *cue_line;      /* of each cue, the place in lines of its times */
    bool *guessed;         /* of each cue, whether a time of it is a guess */
} lp_srt_reader;

/* Report name at the 0-based place of a line; cue 1-based or 0. */
LP_MUST_CHECK int lp_srt_note(lp_srt_reader *r, const char *name, size_t line, size_t cue, lp_sv detail);

/* srt_text.c: refuse what is no text (LP_EFORMAT), repair the rest, split it. */
LP_MUST_CHECK int lp_srt_lines(lp_srt_reader *r, lp_sv data);

/* Bytes of the invisible character (zero width, direction mark, BOM) at s, or
 * 0; and the same for any white space of a line. */
size_t lp_srt_invisible(const char *s, size_t len);
size_t lp_srt_space(const char *s, size_t len);
/* Without white space and invisible characters at both ends. */
lp_sv lp_srt_bare(lp_sv line);
/* enum lp_srt_odd of the invisible characters around the bare part. */
unsigned lp_srt_bare_odd(lp_sv line);

/* srt_time.c: is this line a time line, or a damaged one? */
bool lp_srt_read_times(lp_sv line, lp_srt_times *times);

/* srt_check.c: diagnostics of the cues as they stand together. */
LP_MUST_CHECK int lp_srt_check_cues(lp_srt_reader *r);
LP_MUST_CHECK int lp_srt_check_indexes(lp_srt_reader *r, const bool *has_index, const bool *bad_index);
/* Put the diagnostics in the order of their lines. */
LP_MUST_CHECK int lp_srt_sort_diags(lp_srt_reader *r);

#endif
