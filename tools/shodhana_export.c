/* shodhana lexicon export -- the lexicon for the recogniser's next run. */
#include <getopt.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/number.h"
#include "house.h"
#include "shodhana.h"
#include "tool.h"
#include "work/export.h"
#include "work/tree.h"

#define NAME "shodhana lexicon export"

enum { MOST_SERIES = 256 };

typedef struct options {
    house house;
    bool has_style, quiet;
    lp_export_options export;
    const char *out;
    const char *series[MOST_SERIES]; /* names, and files and folders of transcripts */
    size_t n_series;
    size_t failed; /* transcripts */
} options;

/* -1: go on; otherwise the exit code. */
static int read_options(int argc, char **argv, options *o)
{
    enum { PROMPT = 256, HOTWORDS, TSV, SERIES, MOST, STYLE, SPELLINGS, LEXICON };
    static const struct option longs[] = {
        {"whisper-prompt", no_argument, NULL, PROMPT}, {"hotwords", no_argument, NULL, HOTWORDS}, {"tsv", no_argument, NULL, TSV},
        {"series", required_argument, NULL, SERIES}, {"most", required_argument, NULL, MOST},
        {"style", required_argument, NULL, STYLE}, {"spellings", required_argument, NULL, SPELLINGS},
        {"lexicon", required_argument, NULL, LEXICON}, {"output", required_argument, NULL, 'o'}, {"quiet", no_argument, NULL, 'q'},
        {NULL, 0, NULL, 0}};
    int c, forms = 0;
    optind = 1;
    opterr = 0;
    while ((c = getopt_long(argc, argv, ":o:q", longs, NULL)) != -1) {
        switch (c) {
        case PROMPT: case HOTWORDS: case TSV:
            o->export.form = (lp_export_form)(c - PROMPT);
            forms++;
            break;
        case SERIES:
            if (o->n_series == MOST_SERIES) return (int)tool_usage(NAME, "more than %d times --series; name a folder", MOST_SERIES);
            o->series[o->n_series++] = optarg;
            break;
        case MOST:
            if (!lp_number_whole(lp_sv_of(optarg), 1, 1000000, &o->export.most))
                return (int)tool_usage(NAME, "--most wants a number from 1 to 1000000, not `%s`", optarg);
            break;
        case STYLE:
            o->has_style = true;
            if (!house_style(&o->house, optarg)) return (int)tool_usage(NAME, "no style `%s`: iast, iso15919, popular or devanagari", optarg);
            break;
        case SPELLINGS: o->house.spellings = optarg; break;
        case LEXICON:
            if (!house_add_lexicon(&o->house, optarg)) return (int)tool_usage(NAME, "too many lexicons: %d at most", HOUSE_LEXICONS);
            break;
        case 'o': o->out = optarg; break;
        case 'q': o->quiet = true; break;
        default: return (int)tool_bad_option(NAME, c, argv);
        }
    }
    if (forms != 1) return (int)tool_usage(NAME, "one of --whisper-prompt, --hotwords and --tsv is needed");
    for (; optind < argc; optind++) {
        if (o->n_series == MOST_SERIES) return (int)tool_usage(NAME, "more than %d transcripts; name a folder", MOST_SERIES);
        o->series[o->n_series++] = argv[optind];
    }
    /* Recognisers have learned from plain letters; a table is for people. */
    if (!o->has_style && o->export.form != LP_EXPORT_TSV) o->house.style = LP_POPULAR;
    return -1;
}

static int add_file(const char *path, lp_usage *u, const lp_correct_options *c, lp_worker *w, lp_err *err)
{
    lp_transcript t = LP_TRANSCRIPT_INIT;
    lp_format found;
    int code = tool_read_transcript(path, &t, &found, err);
    if (code == LP_OK) code = lp_usage_add(u, c, w, &t, err);
    if (code != LP_OK) lp_err_at(err, path);
    lp_transcript_free(&t);
    return code;
}

/* A file that cannot be read is named and the others are counted. */
static int add_told(options *o, const char *path, lp_usage *u, const lp_correct_options *c, lp_worker *w, lp_err *err)
{
    int code = add_file(path, u, c, w, err);
    if (code == LP_OK || code == LP_ENOMEM) return code;
    (void)tool_report(NAME, err);
    o->failed++;
    return LP_OK;
}

static int add_folder(options *o, const char *root, lp_usage *u, const lp_correct_options *c, lp_worker *w, lp_err *err)
{
    lp_tree tree = LP_TREE_INIT;
    lp_str path = LP_STR_INIT;
    int code = lp_tree_list(root, ".srt", &tree, err);
    if (code != LP_OK) lp_err_at(err, root);
    for (size_t i = 0; code == LP_OK && i < tree.n; i++) {
        lp_str_clear(&path);
        lp_str_addf(&path, "%s/%s", root, tree.files[i].name);
        code = lp_str_check(&path, err);
        if (code == LP_OK) code = add_told(o, path.s, u, c, w, err);
    }
    lp_str_free(&path);
    lp_tree_free(&tree);
    return code;
}

/* What is there is a file or a folder of transcripts; what looks like a path
 * and is not there is a mistake; the rest is a name. */
static int add_series(options *o, const char *what, lp_usage *u, const lp_correct_options *c, lp_worker *w, lp_err *err)
{
    struct stat st;
    if (stat(what, &st) == 0) return S_ISDIR(st.st_mode) ? add_folder(o, what, u, c, w, err) : add_told(o, what, u, c, w, err);
    const size_t len = strlen(what);
    if (strchr(what, '/') || (len > 4 && (strcmp(what + len - 4, ".srt") == 0)) || (len > 6 && strcmp(what + len - 6, ".jsonl") == 0))
        return add_told(o, what, u, c, w, err);
    return lp_usage_name(u, lp_sv_of(what), err);
}

/* The names of the series, as context for the correction. */
static void put_context(const options *o, lp_str *context)
{
    struct stat st;
    for (size_t i = 0; i < o->n_series; i++)
        if (!strchr(o->series[i], '/') && stat(o->series[i], &st) != 0) lp_str_addf(context, "%s%s", context->len ? ", " : "", o->series[i]);
}

static void tell(const options *o, const lp_usage *u, const lp_export_result *r)
{
    if (o->quiet) return;
    fprintf(stderr, "%s: %zu term%s", NAME, r->terms, r->terms == 1 ? "" : "s");
    if (u->transcripts) fprintf(stderr, ", counted in %zu transcript%s of %zu words", u->transcripts, u->transcripts == 1 ? "" : "s", u->words);
    if (o->export.form == LP_EXPORT_PROMPT)
        fprintf(stderr, "; some %zu of %d tokens, estimated at two letters a token", r->tokens, LP_PROMPT_TOKENS);
    fputc('\n', stderr);
}

static int export(options *o, lp_err *err)
{
    lp_resource *res = NULL;
    lp_worker *w = NULL;
    lp_usage u = {.res = NULL};
    lp_correct_options c = lp_correct_defaults();
    lp_spelling *spelling = NULL;
    lp_str out = LP_STR_INIT, context = LP_STR_INIT;
    lp_export_result r = {0, 0};
    put_context(o, &context);
    c.context = lp_str_view(&context);
    int code = house_lexicon(&o->house, &res, err);
    if (code == LP_OK && (o->house.style != LP_IAST || o->house.spellings))
        code = lp_spelling_new(o->house.style, o->house.spellings, &spelling, err);
    if (code == LP_OK && !(w = lp_worker_new(err))) code = LP_ENOMEM;
    if (code == LP_OK) code = lp_usage_new(res, &u, err);
    for (size_t i = 0; code == LP_OK && i < o->n_series; i++) code = add_series(o, o->series[i], &u, &c, w, err);
    o->export.spelling = spelling;
    if (code == LP_OK) code = lp_export(&u, &o->export, &out, &r, err);
    if (code == LP_OK) code = tool_write_text(o->out, lp_str_view(&out), err);
    if (code == LP_OK) tell(o, &u, &r);
    lp_usage_free(&u);
    lp_worker_free(w);
    lp_spelling_free(spelling);
    lp_resource_close(res);
    lp_str_free(&out);
    lp_str_free(&context);
    if (code != LP_OK) return (int)tool_report(NAME, err);
    return o->failed ? TOOL_BAD_INPUT : TOOL_DONE;
}

int shodhana_lexicon_export(int argc, char **argv)
{
    options o = {.house = house_none()};
    lp_err err = {0};
    int status = read_options(argc, argv, &o);
    return status < 0 ? export(&o, &err) : status;
}
