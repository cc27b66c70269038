#include "subtitle/cuestream.h"

#include <inttypes.h>
#include <jansson.h>
#include <math.h>

#include "base/json.h"

/* The whole of the format's first version. */
#define STREAM_VERSION 1

/* Times beyond this are no times (some 285,000 years). */
#define MOST_MS 9007199254740992

/* Line ends a file may have at its end; more are cut. */
#define MOST_TAIL 1000

typedef struct reader {
    lp_transcript *t;
    lp_err *err;
    size_t line;      /* 1-based */
    bool begun;       /* a line was read */
    bool last;        /* the line has no line end: the stream may be cut */
} reader;

static int fail(const reader *r, int code, const char *what, const char *key)
{
    lp_fail(r->err, code, "%s%s%s", key ? key : "", key ? " " : "", what);
    if (r->err) r->err->line = r->line;
    return code;
}

static int no_memory(const reader *r) { return fail(r, LP_ENOMEM, "no memory for a cue", NULL); }

/* ---- values ------------------------------------------------------------ */

/* A whole number, written as one or as 12.0. */
static int get_whole(const reader *r, const json_t *obj, const char *key, int64_t low, int64_t high, int64_t *out)
{
    const json_t *v = json_object_get(obj, key);
    if (json_is_integer(v)) {
        *out = json_integer_value(v);
    } else if (json_is_real(v) && fabs(json_real_value(v)) <= (double)MOST_MS &&
               floor(json_real_value(v)) == json_real_value(v)) {
        *out = (int64_t)json_real_value(v);
    } else {
        return fail(r, LP_EFORMAT, v ? "is not a whole number" : "is missing", key);
    }
    return *out >= low && *out <= high ? LP_OK : fail(r, LP_EFORMAT, "is out of range", key);
}

/* A string, copied; an absent one is empty unless it must be there. */
static int get_text(const reader *r, const json_t *obj, const char *key, bool must, lp_sv *out)
{
    const json_t *v = json_object_get(obj, key);
    *out = LP_SV("");
    if (!v && !must) return LP_OK;
    if (!json_is_string(v)) return fail(r, LP_EFORMAT, v ? "is not a string" : "is missing", key);
    size_t len = json_string_length(v);
    if (!len) return LP_OK;
    char *s = lp_arena_copy(&r->t->arena, json_string_value(v), len);
    if (!s) return no_memory(r);
    *out = lp_sv_make(s, len);
    return LP_OK;
}

static int get_confidence(const reader *r, const json_t *obj, double *out)
{
    const json_t *v = json_object_get(obj, "confidence");
    *out = 1;
    if (!v) return LP_OK;
    if (!json_is_number(v)) return fail(r, LP_EFORMAT, "is not a number", "confidence");
    *out = json_number_value(v);
    return *out >= 0 && *out <= 1 ? LP_OK : fail(r, LP_EFORMAT, "is not between 0 and 1", "confidence");
}

/* ---- edits and flags --------------------------------------------------- */

static int read_edit(const reader *r, const json_t *obj, lp_edit *e)
{
    int64_t n = 0;
    if (!json_is_object(obj)) return fail(r, LP_EFORMAT, "holds something that is no object", "edits");
    int code = get_whole(r, obj, "at", 0, MOST_MS, &n);
    e->at = (size_t)n;
    if (code == LP_OK) code = get_text(r, obj, "from", true, &e->from);
    if (code == LP_OK) code = get_text(r, obj, "to", true, &e->to);
    if (code == LP_OK) code = get_text(r, obj, "by", false, &e->by);
    if (code == LP_OK) code = get_text(r, obj, "why", false, &e->why);
    if (code == LP_OK) code = get_text(r, obj, "others", false, &e->others);
    if (code == LP_OK) code = get_confidence(r, obj, &e->confidence);
    if (code != LP_OK || !json_object_get(obj, "len")) return code;
    code = get_whole(r, obj, "len", 0, MOST_MS, &n);
    if (code == LP_OK && (size_t)n != e->from.len)
        code = fail(r, LP_EMISMATCH, "is not the length of from", "len");
    return code;
}

static int read_flag(const reader *r, const json_t *obj, lp_flag *f)
{
    int64_t n = 0;
    if (!json_is_object(obj)) return fail(r, LP_EFORMAT, "holds something that is no object", "flags");
    int code = get_whole(r, obj, "at", 0, MOST_MS, &n);
    f->at = (size_t)n;
    if (code == LP_OK) code = get_text(r, obj, "text", true, &f->text);
    if (code == LP_OK) code = get_text(r, obj, "candidates", false, &f->candidates);
    if (code == LP_OK) code = get_text(r, obj, "why", false, &f->why);
    if (code == LP_OK) code = get_confidence(r, obj, &f->confidence);
    return code;
}

/* The array under key, or n 0 when there is none. */
static int get_array(const reader *r, const json_t *obj, const char *key, const json_t **array, size_t *n)
{
    *array = json_object_get(obj, key);
    *n = 0;
    if (!*array) return LP_OK;
    if (!json_is_array(*array)) return fail(r, LP_EFORMAT, "is not an array", key);
    *n = json_array_size(*array);
    return LP_OK;
}

static int read_edits(const reader *r, const json_t *obj, lp_cue *cue)
{
    const json_t *array;
    size_t n;
    int code = get_array(r, obj, "edits", &array, &n);
    if (code != LP_OK || !n) return code;
    cue->edits = lp_arena_grow(&r->t->arena, NULL, 0, n, sizeof *cue->edits);
    if (!cue->edits) return no_memory(r);
    for (size_t i = 0; i < n && code == LP_OK; i++) {
        cue->edits[i] = (lp_edit){.at = 0};
        code = read_edit(r, json_array_get(array, i), &cue->edits[i]);
    }
    if (code == LP_OK) cue->n_edits = n;
    return code;
}

static int read_flags(const reader *r, const json_t *obj, lp_cue *cue)
{
    const json_t *array;
    size_t n;
    int code = get_array(r, obj, "flags", &array, &n);
    if (code != LP_OK || !n) return code;
    cue->flags = lp_arena_grow(&r->t->arena, NULL, 0, n, sizeof *cue->flags);
    if (!cue->flags) return no_memory(r);
    for (size_t i = 0; i < n && code == LP_OK; i++) {
        cue->flags[i] = (lp_flag){.at = 0};
        code = read_flag(r, json_array_get(array, i), &cue->flags[i]);
    }
    if (code == LP_OK) cue->n_flags = cue->cap_flags = n;
    return code;
}

static bool inside_character(lp_sv v, size_t at)
{
    return at < v.len && ((unsigned char)v.s[at] & 0xC0u) == 0x80u;
}

/* Edits must undo to a text, and flags lie in it. */
static int check_facts(const reader *r, const lp_cue *cue)
{
    if (!cue->n_edits && !cue->n_flags) return LP_OK;
    lp_str source = LP_STR_INIT;
    int code = lp_cue_source(cue, &source, r->err);
    if (code != LP_OK && r->err) r->err->line = r->line;
    for (size_t i = 0; i < cue->n_edits && code == LP_OK; i++) {
        const lp_edit *e = &cue->edits[i];
        lp_sv v = lp_str_view(&source);
        if (inside_character(v, e->at) || inside_character(v, e->at + e->from.len))
            code = fail(r, LP_EMISMATCH, "cuts a character in two", "an edit");
    }
    for (size_t i = 0; i < cue->n_flags && code == LP_OK; i++)
        if (cue->flags[i].at > source.len) code = fail(r, LP_EMISMATCH, "is past the text", "a flag");
    lp_str_free(&source);
    return code;
}

/* ---- lines ------------------------------------------------------------- */

static int read_header(reader *r, const json_t *obj)
{
    if (r->begun)
        return fail(r, LP_EFORMAT, "a second stream begins here; give the tools one file at a time", NULL);
    int64_t version = 0, tail = 0;
    int code = get_whole(r, obj, "shodhana", INT64_MIN, INT64_MAX, &version);
    if (code == LP_OK && version != STREAM_VERSION)
        code = fail(r, LP_EFORMAT, "the stream is of a version this tool does not know", NULL);
    if (code == LP_OK && json_object_get(obj, "tail")) code = get_whole(r, obj, "tail", -1, MOST_TAIL, &tail);
    if (code != LP_OK) return code;
    r->t->bom = json_is_true(json_object_get(obj, "bom"));
    r->t->crlf = json_is_true(json_object_get(obj, "crlf"));
    r->t->tail = (int)tail;
    return LP_OK;
}

static int get_settings(const reader *r, const json_t *obj, lp_sv *out)
{
    int code = get_text(r, obj, "settings", false, out);
    for (size_t i = 0; i < out->len && code == LP_OK; i++)
        if ((unsigned char)out->s[i] < 0x20 && out->s[i] != '\t')
            code = fail(r, LP_EFORMAT, "holds a control character", "settings");
    return code;
}

static int read_cue(const reader *r, const json_t *obj)
{
    lp_cue *cue = lp_transcript_add(r->t, r->err);
    if (!cue) return LP_ENOMEM;
    int64_t number = (int64_t)cue->number;
    int code = LP_OK;
    if (json_object_get(obj, "cue")) code = get_whole(r, obj, "cue", 0, INT64_MAX, &number);
    cue->number = (size_t)number;
    if (code == LP_OK) code = get_whole(r, obj, "start", -MOST_MS, MOST_MS, &cue->start);
    if (code == LP_OK) code = get_whole(r, obj, "end", -MOST_MS, MOST_MS, &cue->end);
    if (code == LP_OK) code = get_text(r, obj, "text", true, &cue->text);
    if (code == LP_OK) code = get_settings(r, obj, &cue->settings);
    if (code == LP_OK) code = read_edits(r, obj, cue);
    if (code == LP_OK) code = read_flags(r, obj, cue);
    if (code == LP_OK) code = check_facts(r, cue);
    return code;
}

static int not_json(const reader *r, const json_error_t *why)
{
    lp_fail(r->err, LP_EFORMAT, "not a line of JSON: %s%s", why->text, r->last ? " (is the stream cut off?)" : "");
    if (!r->err) return LP_EFORMAT;
    r->err->line = r->line;
    /* The text may quote the line. */
    for (char *p = r->err->msg; *p; p++)
        if ((unsigned char)*p < 0x20 || *p == 0x7F) *p = '?';
    return LP_EFORMAT;
}

static int read_line(reader *r, lp_sv line)
{
    if (!lp_sv_trim(line).len) return LP_OK;
    json_error_t why;
    json_t *obj = json_loadb(line.s, line.len, JSON_ALLOW_NUL, &why);
    if (!obj) return not_json(r, &why);
    int code;
    if (!json_is_object(obj)) code = fail(r, LP_EFORMAT, "not a JSON object", NULL);
    else if (json_object_get(obj, "shodhana")) code = read_header(r, obj);
    else code = read_cue(r, obj);
    r->begun = true;
    json_decref(obj);
    return code;
}

int lp_cuestream_read(lp_sv data, lp_transcript *t, lp_err *err)
{
    reader r = {.t = t, .err = err};
    data = lp_sv_without_bom(data);
    while (data.len) {
        const char *lf = memchr(data.s, '\n', data.len);
        size_t len = lf ? (size_t)(lf - data.s) : data.len;
        r.line++;
        r.last = !lf;
        int code = read_line(&r, lp_sv_make(data.s, len));
        if (code != LP_OK) return code;
        len += lf != NULL;
        data.s += len;
        data.len -= len;
    }
    return r.begun ? LP_OK : lp_transcript_diag(t, "empty-file", 1, 0, LP_SV(""), err);
}

/* ---- writing ----------------------------------------------------------- */

static void add_member(lp_str *out, const char *key, lp_sv value)
{
    lp_str_addf(out, ",\"%s\":", key);
    lp_json_string(out, value);
}

static void add_confidence(lp_str *out, double x)
{
    lp_str_adds(out, ",\"confidence\":");
    lp_json_number(out, x, 6);
}

static void add_edit(lp_str *out, const lp_edit *e)
{
    lp_str_addf(out, "{\"at\":%zu,\"len\":%zu", e->at, e->from.len);
    add_member(out, "from", e->from);
    add_member(out, "to", e->to);
    add_member(out, "by", e->by);
    add_confidence(out, e->confidence);
    add_member(out, "why", e->why);
    if (e->others.len) add_member(out, "others", e->others);
    lp_str_addc(out, '}');
}

static void add_flag(lp_str *out, const lp_flag *f)
{
    lp_str_addf(out, "{\"at\":%zu", f->at);
    add_member(out, "text", f->text);
    add_member(out, "candidates", f->candidates);
    add_confidence(out, f->confidence);
    add_member(out, "why", f->why);
    lp_str_addc(out, '}');
}

static void add_cue(lp_str *out, const lp_cue *c)
{
    lp_str_addf(out, "{\"cue\":%zu,\"start\":%" PRId64 ",\"end\":%" PRId64, c->number, c->start, c->end);
    if (c->settings.len) add_member(out, "settings", c->settings);
    add_member(out, "text", c->text);
    if (c->n_edits) lp_str_adds(out, ",\"edits\":[");
    for (size_t i = 0; i < c->n_edits; i++) {
        if (i) lp_str_addc(out, ',');
        add_edit(out, &c->edits[i]);
    }
    if (c->n_edits) lp_str_addc(out, ']');
    if (c->n_flags) lp_str_adds(out, ",\"flags\":[");
    for (size_t i = 0; i < c->n_flags; i++) {
        if (i) lp_str_addc(out, ',');
        add_flag(out, &c->flags[i]);
    }
    if (c->n_flags) lp_str_addc(out, ']');
    lp_str_adds(out, "}\n");
}

static void add_header(lp_str *out, const lp_transcript *t)
{
    if (!t->bom && !t->crlf && !t->tail) return;
    lp_str_addf(out, "{\"shodhana\":%d", STREAM_VERSION);
    if (t->bom) lp_str_adds(out, ",\"bom\":true");
    if (t->crlf) lp_str_adds(out, ",\"crlf\":true");
    if (t->tail) lp_str_addf(out, ",\"tail\":%d", t->tail);
    lp_str_adds(out, "}\n");
}

void lp_cuestream_write(const lp_transcript *t, lp_str *out)
{
    add_header(out, t);
    for (size_t i = 0; i < t->n_cues; i++) add_cue(out, &t->cues[i]);
}
