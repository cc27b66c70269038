/* sanskrit-normalize -- bring the Sanskrit of a transcript or a text to one
 * scheme (IAST) and one Unicode form. */
#include <getopt.h>
#include <stdlib.h>

#include "base/file.h"
#include "language/normalize.h"
#include "tool.h"

#define TOOL "sanskrit-normalize"

static const char help[] =
    "Usage: sanskrit-normalize [OPTION]... [FILE]\n"
    "Bring the Sanskrit of a transcript to IAST in one Unicode form (NFC).\n"
    "English is left as it is. FILE is SRT or a cue stream; without FILE, or when\n"
    "FILE is -, standard input is read. Every change is recorded as an edit.\n"
    "\n"
    "  -O FORMAT        write srt, jsonl (cue stream; the default) or txt\n"
    "  -o FILE          write to FILE, whole or not at all, instead of standard output\n"
    "      --from SCHEME  the whole text is in SCHEME; default devanagari: only what\n"
    "                   stands in that script is read\n"
    "      --to SCHEME  write in SCHEME; default iast\n"
    "      --text       plain text in and out, no cues\n"
    "      --list-schemes\n"
    "                   print the names of the schemes and what they are\n"
    "  -h, --help       print this help\n"
    "  -V, --version    print the version\n"
    "\n"
    "Exit code: 0 done, 1 done with warnings about the input, 2 usage,\n"
    "3 bad input, 4 cannot read or write.\n"
    "\n"
    "Examples:\n"
    "  srt-parse talk.srt | sanskrit-normalize | correct -O srt > talk.fixed.srt\n"
    "  sanskrit-normalize -O srt -o talk.iast.srt talk.srt\n"
    "  echo 'rAmaH vanaM gacchati' | sanskrit-normalize --text --from hk\n"
    "  sanskrit-normalize --text --from iast --to devanagari verses.txt\n";

typedef struct options {
    lp_normalize_options normalize;
    lp_format format;
    bool format_given;
    bool text;
    const char *in, *out;
} options;

enum { OPT_FROM = 256, OPT_TO, OPT_TEXT, OPT_LIST };

static const struct option long_options[] = {
    {"from", required_argument, NULL, OPT_FROM},
    {"to", required_argument, NULL, OPT_TO},
    {"text", no_argument, NULL, OPT_TEXT},
    {"list-schemes", no_argument, NULL, OPT_LIST},
    {"help", no_argument, NULL, 'h'},
    {"version", no_argument, NULL, 'V'},
    {NULL, 0, NULL, 0},
};

/* What reading the options came to: go on, or be done with an exit code. */
#define GO_ON (-1)
#define USAGE(...) ((int)tool_usage(TOOL, __VA_ARGS__))

static int read_scheme(const char *option, const char *name, lp_scheme *scheme)
{
    *scheme = lp_scheme_of(name);
    if (*scheme != LP_N_SCHEMES) return GO_ON;
    return USAGE("%s: no scheme is called \"%s\"; did you mean %s? (--list-schemes)", option, name,
                      lp_scheme_name(lp_scheme_nearest(name)));
}

static int read_format(const char *name, options *o)
{
    o->format = lp_format_of(name);
    o->format_given = true;
    if (o->format != LP_N_FORMATS) return GO_ON;
    return USAGE("-O: no format is called \"%s\"; there are srt, jsonl and txt", name);
}

static int list_schemes(void)
{
    lp_str text = LP_STR_INIT;
    for (int i = 0; i < LP_N_SCHEMES; i++)
        lp_str_addf(&text, "%-12s %s\n", lp_scheme_name((lp_scheme)i), lp_scheme_title((lp_scheme)i));
    tool_put(lp_str_view(&text));
    lp_str_free(&text);
    return TOOL_DONE;
}

static int read_option(int c, options *o)
{
    switch (c) {
    case 'O': return read_format(optarg, o);
    case 'o': o->out = optarg; return GO_ON;
    case OPT_FROM: return read_scheme("--from", optarg, &o->normalize.from);
    case OPT_TO: return read_scheme("--to", optarg, &o->normalize.to);
    case OPT_TEXT: o->text = true; return GO_ON;
    case OPT_LIST: return list_schemes();
    case 'h': tool_put(lp_sv_of(help)); return TOOL_DONE;
    case 'V': tool_version(TOOL); return TOOL_DONE;
    default: return TOOL_USAGE;
    }
}

/* getopt leaves a short option in optopt; a long one stands in the last word. */
static int bad_option(int c, const char *word)
{
    char letter[3] = {'-', (char)optopt, '\0'};
    const char *name = optopt > 0 && optopt < 128 && strncmp(word, "--", 2) != 0 ? letter : word;
    return c == ':' ? USAGE("%s needs a value", name) : USAGE("no option is called \"%s\"", name);
}

static int read_options(int argc, char **argv, options *o)
{
    int c, status = GO_ON;
    opterr = 0;
    while (status == GO_ON && (c = getopt_long(argc, argv, ":O:o:hV", long_options, NULL)) != -1) {
        status = c == '?' || c == ':' ? bad_option(c, argv[optind - 1]) : read_option(c, o);
    }
    if (status != GO_ON) return status;
    if (argc - optind > 1) return USAGE("one file at a time; \"%s\" is the second", argv[optind + 1]);
    if (o->text && o->format_given) return USAGE("--text is plain text in and out; -O is for cues");
    o->in = optind < argc ? argv[optind] : NULL;
    return GO_ON;
}

static size_t line_of(const lp_str *text, size_t byte)
{
    size_t line = 1;
    for (size_t i = 0; i < byte && i < text->len; i++) line += text->s[i] == '\n';
    return line;
}

static int put_text(const options *o, const lp_str *text, lp_err *err)
{
    if (o->out && strcmp(o->out, "-") != 0) return lp_file_write_whole(o->out, lp_str_view(text), err);
    tool_put(lp_str_view(text)); /* tool_finish looks whether it arrived */
    return LP_OK;
}

static int run_text(const options *o)
{
    lp_err err = {0};
    lp_str in = LP_STR_INIT, out = LP_STR_INIT;
    int code = lp_file_read(o->in, 0, &in, &err);
    if (code == LP_OK) {
        code = lp_normalize(&o->normalize, lp_str_view(&in), &out, &err);
        if (code == LP_EUTF8) err.line = line_of(&in, err.byte);
        if (code != LP_OK) lp_err_at(&err, o->in ? o->in : "(standard input)");
    }
    if (code == LP_OK) code = put_text(o, &out, &err);
    lp_str_free(&in);
    lp_str_free(&out);
    return code == LP_OK ? TOOL_DONE : (int)tool_report(TOOL, &err);
}

static int run_cues(const options *o)
{
    lp_err err = {0};
    lp_transcript t = LP_TRANSCRIPT_INIT;
    size_t warnings = 0;
    lp_format found;
    int code = tool_read_transcript(o->in, &t, &found, &err);
    if (code == LP_OK) {
        warnings = tool_warn(TOOL, o->in, &t);
        code = lp_normalize_transcript(&o->normalize, &t, &err);
        if (code != LP_OK) lp_err_at(&err, o->in ? o->in : "(standard input)");
    }
    if (code == LP_OK) code = tool_write_transcript(o->out, &t, o->format, &err);
    lp_transcript_free(&t);
    if (code != LP_OK) return (int)tool_report(TOOL, &err);
    return warnings ? TOOL_FINDINGS : TOOL_DONE;
}

int main(int argc, char **argv)
{
    options o = {.normalize = LP_NORMALIZE_DEFAULTS, .format = LP_FORMAT_JSONL};
    tool_start();
    int status = read_options(argc, argv, &o);
    if (status == GO_ON) status = o.text ? run_text(&o) : run_cues(&o);
    return tool_finish(TOOL, (enum tool_exit)status);
}
