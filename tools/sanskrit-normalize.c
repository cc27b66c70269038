/* sanskrit-normalize -- bring the Sanskrit of a transcript or a text to one
 * scheme (IAST) and one Unicode form. */
#include <getopt.h>
#include <string.h>

#include "language/normalize.h"
#include "sanskrit_text.h"
#include "tool.h"

#define TOOL "sanskrit-normalize"

static const char help[] =
    "Usage: sanskrit-normalize [OPTION]... [FILE]\n"
    "Bring the Sanskrit of a transcript to IAST in one Unicode form (NFC).\n"
    "English is left as it is. FILE is SRT or a cue stream; without FILE, or when\n"
    "FILE is -, standard input is read. Every change is recorded as an edit.\n"
    "\n"
    "  -O, --format FORMAT  write srt, jsonl (cue stream; the default) or txt\n"
    "  -o, --output FILE  write to FILE, whole or not at all, instead of standard output\n"
    "      --from SCHEME  the whole text is in SCHEME; default devanagari: only what\n"
    "                   stands in that script is read; auto: besides, each word in\n"
    "                   the scheme that it is surely in\n"
    "      --to SCHEME  write in SCHEME; default iast\n"
    "      --text       plain text in and out, of any size, no cues\n"
    "      --lossy      with --text: malformed bytes become U+FFFD instead of an error\n"
    "      --metre      print the metre of each verse of a plain text\n"
    "      --list-schemes\n"
    "                   print the names of the schemes and what they are\n"
    "      --table SCHEME  print the scheme's chart\n"
    "\n"
    "What is transliterated may be written otherwise:\n"
    "      --anusvara keep|nasal|dot  ṃ as it is (default), as the nasal of the\n"
    "                   stop behind it (saṅgha), or for every such nasal (saṃgha)\n"
    "      --accents keep|strip  Vedic accents; default keep\n"
    "      --capitals keep|lower  between schemes that have them; default keep\n"
    "      --keep-digits, --keep-dandas  digits and daṇḍas stay in their script\n"
    "      --schwa      leave out the a that Hindi does not speak: rām\n"
    "\n"
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
    bool text, lossy, metre, detect;
    const char *in, *out;
} options;

enum {
    OPT_FROM = 256, OPT_TO, OPT_TEXT, OPT_LIST, OPT_TABLE, OPT_LOSSY, OPT_ANUSVARA, OPT_ACCENTS, OPT_CAPITALS, OPT_DIGITS,
    OPT_DANDAS, OPT_SCHWA, OPT_METRE
};

static const struct option long_options[] = {
    {"from", required_argument, NULL, OPT_FROM},
    {"to", required_argument, NULL, OPT_TO},
    {"text", no_argument, NULL, OPT_TEXT},
    {"lossy", no_argument, NULL, OPT_LOSSY},
    {"metre", no_argument, NULL, OPT_METRE},
    {"list-schemes", no_argument, NULL, OPT_LIST},
    {"table", required_argument, NULL, OPT_TABLE},
    {"anusvara", required_argument, NULL, OPT_ANUSVARA},
    {"accents", required_argument, NULL, OPT_ACCENTS},
    {"capitals", required_argument, NULL, OPT_CAPITALS},
    {"keep-digits", no_argument, NULL, OPT_DIGITS},
    {"keep-dandas", no_argument, NULL, OPT_DANDAS},
    {"schwa", no_argument, NULL, OPT_SCHWA},
    {"format", required_argument, NULL, 'O'},
    {"output", required_argument, NULL, 'o'},
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

static int read_from(const char *name, options *o)
{
    o->detect = strcmp(name, "auto") == 0;
    o->normalize.from = LP_DEVANAGARI;
    return o->detect ? GO_ON : read_scheme("--from", name, &o->normalize.from);
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

static int print_table(const char *name)
{
    lp_scheme s;
    lp_err err = {0};
    lp_str text = LP_STR_INIT;
    const int status = read_scheme("--table", name, &s);
    if (status != GO_ON) return status;
    const int code = lp_scheme_chart(s, &text, &err);
    if (code == LP_OK) tool_put(lp_str_view(&text));
    lp_str_free(&text);
    return code == LP_OK ? TOOL_DONE : (int)tool_report(TOOL, &err);
}

/* The place of `value` among the words of `choices`, the first being 0. */
static int read_choice(const char *option, const char *value, const char *const *choices, int *chosen)
{
    for (int i = 0; choices[i]; i++) {
        if (strcmp(value, choices[i]) != 0) continue;
        *chosen = i;
        return GO_ON;
    }
    return USAGE("%s: \"%s\" is not one of %s, %s%s%s", option, value, choices[0], choices[1], choices[2] ? ", " : "",
                 choices[2] ? choices[2] : "");
}

static int read_style(int c, const char *value, lp_translit_style *style)
{
    static const char *const anusvara[] = {"keep", "nasal", "dot", NULL}, *const accents[] = {"keep", "strip", NULL, NULL},
                             *const capitals[] = {"keep", "lower", NULL, NULL};
    int chosen = 0, status = GO_ON;
    switch (c) {
    case OPT_ANUSVARA:
        status = read_choice("--anusvara", value, anusvara, &chosen);
        style->anusvara = (enum lp_anusvara)chosen;
        break;
    case OPT_ACCENTS:
        status = read_choice("--accents", value, accents, &chosen);
        style->strip_accents = chosen == 1;
        break;
    case OPT_CAPITALS:
        status = read_choice("--capitals", value, capitals, &chosen);
        style->lower = chosen == 1;
        break;
    case OPT_DIGITS: style->keep_digits = true; break;
    case OPT_DANDAS: style->keep_dandas = true; break;
    case OPT_SCHWA: style->drop_schwa = true; break;
    default: return TOOL_USAGE;
    }
    return status;
}

static int read_option(int c, options *o)
{
    switch (c) {
    case 'O': return read_format(optarg, o);
    case 'o': o->out = optarg; return GO_ON;
    case OPT_FROM: return read_from(optarg, o);
    case OPT_TO: return read_scheme("--to", optarg, &o->normalize.to);
    case OPT_TEXT: o->text = true; return GO_ON;
    case OPT_METRE: o->metre = true; return GO_ON;
    case OPT_LOSSY: o->lossy = true; return GO_ON;
    case OPT_LIST: return list_schemes();
    case OPT_TABLE: return print_table(optarg);
    case 'h': tool_put(lp_sv_of(help)); return TOOL_DONE;
    case 'V': tool_version(TOOL); return TOOL_DONE;
    default: return read_style(c, optarg, &o->normalize.style);
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
    if (o->metre && (o->text || o->format_given || o->out)) return USAGE("--metre prints lines of its own");
    if (o->lossy && !o->text) return USAGE("--lossy is for --text");
    o->in = optind < argc ? argv[optind] : NULL;
    return GO_ON;
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

static int run(options *o)
{
    lp_err err = {0};
    const lp_detect_options detect = LP_DETECT_DEFAULTS;
    lp_detector *detector = o->detect ? lp_detector_new(&detect, &err) : NULL;
    o->normalize.detector = detector;
    int status;
    if (o->detect && !detector) status = (int)tool_report(TOOL, &err);
    else if (o->metre) status = sanskrit_metre(TOOL, &o->normalize, o->in);
    else if (o->text) status = sanskrit_text(TOOL, &o->normalize, o->lossy, o->in, o->out);
    else status = run_cues(o);
    lp_detector_free(detector);
    return status;
}

int main(int argc, char **argv)
{
    options o = {.normalize = LP_NORMALIZE_DEFAULTS, .format = LP_FORMAT_JSONL};
    tool_start();
    int status = read_options(argc, argv, &o);
    if (status == GO_ON) status = run(&o);
    return tool_finish(TOOL, (enum tool_exit)status);
}
