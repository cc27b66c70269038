#include "explain.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/utf8.h"
#include "subtitle/srt.h"

bool explain_colour(void)
{
    const char *no = getenv("NO_COLOR"), *term = getenv("TERM");
    return isatty(STDOUT_FILENO) && !(no && *no) && term && strcmp(term, "dumb") != 0;
}

/* Text on one line, padded to a width in characters (marks are rare in NFC). */
static void put_padded(lp_str *out, lp_sv v, size_t width)
{
    for (size_t i = 0; i < v.len; i++) lp_str_addc(out, v.s[i] == '\n' ? ' ' : v.s[i]);
    for (size_t n = lp_utf8_count(v.s, v.len); n < width; n++) lp_str_addc(out, ' ');
}

/* What stands for nothing: a word that went, or the rest of a term that was
 * written in the cue before. Such a rest begins its cue. */
static lp_sv nothing(const lp_transcript *t, size_t cue, size_t edit)
{
    const lp_edit *e = &t->cues[cue].edits[edit];
    const bool said = lp_sv_eq(e->by, LP_SV("filler")) || lp_sv_eq(e->by, LP_SV("repetition"));
    return !said && cue && !edit && t->cues[cue - 1].n_edits ? LP_SV("(joined above)") : LP_SV("(left out)");
}

static void put_row(lp_str *out, const lp_cue *c, lp_sv from, lp_sv to, lp_sv by, double confidence, lp_sv why)
{
    lp_str_addf(out, "%6zu  ", c->number);
    lp_srt_time(c->start, out);
    lp_str_adds(out, "  ");
    put_padded(out, from, 28);
    lp_str_adds(out, " -> ");
    put_padded(out, to, 28);
    lp_str_adds(out, "  ");
    put_padded(out, by, 9);
    lp_str_addf(out, " %.2f  %.*s\n", confidence, (int)why.len, why.s);
}

/* Below a change, under what was heard: what else it might have been. */
static void put_others(lp_str *out, lp_sv others)
{
    if (others.len) lp_str_addf(out, "%22sor %.*s\n", "", (int)others.len, others.s);
}

int explain_edits(const lp_transcript *t, lp_str *out, lp_err *err)
{
    for (size_t i = 0; i < t->n_cues; i++) {
        const lp_cue *c = &t->cues[i];
        for (size_t k = 0; k < c->n_edits; k++) {
            const lp_edit *e = &c->edits[k];
            put_row(out, c, e->from, e->to.len ? e->to : nothing(t, i, k), e->by, e->confidence, e->why);
            put_others(out, e->others);
        }
        for (size_t k = 0; k < c->n_flags; k++) {
            const lp_flag *f = &c->flags[k];
            put_row(out, c, f->text, f->candidates, LP_SV("flagged"), f->confidence, f->why);
        }
    }
    return lp_str_check(out, err);
}

/* Text of one side; each of its lines begins with the side's sign. */
static void put_lines(lp_str *out, bool old, lp_sv v)
{
    for (size_t i = 0; i < v.len; i++) {
        lp_str_addc(out, v.s[i]);
        if (v.s[i] == '\n') lp_str_adds(out, old ? "- " : "+ ");
    }
}

static void mark(lp_str *out, bool colour, bool old, lp_sv v)
{
    if (!v.len) return;
    lp_str_adds(out, colour ? (old ? "\033[31m" : "\033[32m") : old ? "[-" : "{+");
    put_lines(out, old, v);
    lp_str_adds(out, colour ? "\033[0m" : old ? "-]" : "+}");
}

static void put_side(lp_str *out, const lp_cue *c, lp_sv source, bool old, bool colour)
{
    size_t at = 0;
    lp_str_adds(out, old ? "- " : "+ ");
    for (size_t k = 0; k < c->n_edits; k++) {
        const lp_edit *e = &c->edits[k];
        put_lines(out, old, lp_sv_make(source.s + at, e->at - at));
        mark(out, colour, old, old ? e->from : e->to);
        at = e->at + e->from.len;
    }
    put_lines(out, old, lp_sv_make(source.s + at, source.len - at));
    lp_str_addc(out, '\n');
}

int explain_diff(const lp_transcript *t, bool colour, lp_str *out, lp_err *err)
{
    lp_str source = LP_STR_INIT;
    int code = LP_OK;
    for (size_t i = 0; code == LP_OK && i < t->n_cues; i++) {
        const lp_cue *c = &t->cues[i];
        if (!c->n_edits) continue;
        lp_str_clear(&source);
        code = lp_cue_source(c, &source, err);
        lp_str_addf(out, "%s@@ cue %zu, ", colour ? "\033[36m" : "", c->number);
        lp_srt_time(c->start, out);
        lp_str_addf(out, " @@%s\n", colour ? "\033[0m" : "");
        put_side(out, c, lp_str_view(&source), true, colour);
        put_side(out, c, lp_str_view(&source), false, colour);
    }
    lp_str_free(&source);
    return code == LP_OK ? lp_str_check(out, err) : code;
}
