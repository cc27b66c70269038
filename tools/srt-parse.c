/* srt-parse -- reads a subtitle file, tells what is wrong with it, and writes
 * it in a regular form: the first stage of the toolchain. */
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "tool.h"

#define TOOL "srt-parse"

static const char help[] =
    "Usage: srt-parse [OPTION]... [FILE]\n"
    "\n"
    "Read a subtitle file (standard input when FILE is missing or -), tell on\n"
    "standard error where it deviates from its format, and write its cues.\n"
    "Reads SRT in UTF-8, however damaged, and the cue stream of the other tools.\n"
    "\n"
    "  -O, --format=FORMAT         jsonl: cue stream, one cue a line (default);\n"
    "                              srt; txt: the text of one cue a line\n"
    "  -o, --output=FILE           write FILE, whole or not at all\n"
    "      --keep-numbers          cues keep their numbers (default)\n"
    "      --renumber              number the cues from 1\n"
    "      --strict                warnings are errors: nothing is written, exit 3\n"
    "  -q, --quiet                 no warnings on standard error\n"
    "  -h, --help                  print this help\n"
    "  -V, --version               print the version\n"
    "\n"
    "Exit status: 0 done, 1 done with warnings, 2 wrong usage, 3 bad input,\n"
    "4 cannot read or write. With --quiet it is the same.\n"
    "\n"
    "Examples:\n"
    "  srt-parse talk.srt | sanskrit-normalize | correct -O srt > talk.fixed.srt\n"
    "  srt-parse --renumber -O srt -o clean.srt talk.srt\n"
    "  srt-parse --strict -o /dev/null talk.srt && echo flawless\n"
    "\n"
    "The warnings are explained in docs/formats/srt.md.\n";

typedef struct options {
    const char *input;
    const char *output;
    lp_format format;
    bool renumber;
    bool strict;
    bool quiet;
    bool help;
    bool version;
} options;

enum long_only { OPT_KEEP = 256, OPT_RENUMBER, OPT_STRICT };

static const struct option long_options[] = {
    {"format", required_argument, NULL, 'O'},
    {"output", required_argument, NULL, 'o'},
    {"keep-numbers", no_argument, NULL, OPT_KEEP},
    {"renumber", no_argument, NULL, OPT_RENUMBER},
    {"strict", no_argument, NULL, OPT_STRICT},
    {"quiet", no_argument, NULL, 'q'},
    {"help", no_argument, NULL, 'h'},
    {"version", no_argument, NULL, 'V'},
    {NULL, 0, NULL, 0},
};

static enum tool_exit set_format(options *o, const char *name)
{
    o->format = lp_format_of(name);
    if (o->format != LP_N_FORMATS) return TOOL_DONE;
    return tool_usage(TOOL, "unknown format '%s' (jsonl, srt, txt)", name);
}

static enum tool_exit set_option(options *o, int c, char **argv)
{
    switch (c) {
    case 'O': return set_format(o, optarg);
    case 'o': o->output = optarg; break;
    case OPT_KEEP: o->renumber = false; break;
    case OPT_RENUMBER: o->renumber = true; break;
    case OPT_STRICT: o->strict = true; break;
    case 'q': o->quiet = true; break;
    case 'h': o->help = true; break;
    case 'V': o->version = true; break;
    case ':': return tool_usage(TOOL, "option '%s' needs a value", argv[optind - 1]);
    default:
        if (optopt > 0 && optopt < 256) return tool_usage(TOOL, "unknown option '-%c'", optopt);
        return tool_usage(TOOL, "wrong option '%s'", argv[optind - 1]);
    }
    return TOOL_DONE;
}

static enum tool_exit read_options(int argc, char **argv, options *o)
{
    opterr = 0;
    int c;
    while ((c = getopt_long(argc, argv, ":O:o:qhV", long_options, NULL)) != -1) {
        enum tool_exit status = set_option(o, c, argv);
        if (status != TOOL_DONE) return status;
    }
    if (optind + 1 < argc)
        return tool_usage(TOOL, "one file at a time, not '%s' and '%s'", argv[optind], argv[optind + 1]);
    if (optind < argc) o->input = argv[optind];
    return TOOL_DONE;
}

static enum tool_exit parse(const options *o, lp_transcript *t)
{
    lp_err err = {0};
    lp_format found;
    if (tool_read_transcript(o->input, t, &found, &err) != LP_OK) return tool_report(TOOL, &err);
    if (!o->quiet) (void)tool_warn(TOOL, o->input, t);
    if (o->strict && t->n_diags) return TOOL_BAD_INPUT;
    for (size_t i = 0; o->renumber && i < t->n_cues; i++) t->cues[i].number = i + 1;
    if (tool_write_transcript(o->output, t, o->format, &err) != LP_OK) return tool_report(TOOL, &err);
    return t->n_diags ? TOOL_FINDINGS : TOOL_DONE;
}

int main(int argc, char **argv)
{
    tool_start();
    options o = {.format = LP_FORMAT_JSONL};
    enum tool_exit status = read_options(argc, argv, &o);
    if (status != TOOL_DONE) return tool_finish(TOOL, status);
    if (o.help || o.version) {
        if (o.help) (void)tool_put(lp_sv_of(help));
        else tool_version(TOOL);
        return tool_finish(TOOL, TOOL_DONE);
    }
    lp_transcript t = LP_TRANSCRIPT_INIT;
    status = parse(&o, &t);
    lp_transcript_free(&t);
    return tool_finish(TOOL, status);
}
