/* shodhana run -- a folder of transcripts goes in, corrected ones come out. */
#include <getopt.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/number.h"
#include "house.h"
#include "shodhana.h"
#include "tool.h"
#include "work/run.h"

#define NAME "shodhana run"

typedef struct options {
    const char *config;
    lp_run_options run;
    house house;
    bool quiet;
} options;

static void help(void)
{
    printf("Usage: shodhana run [OPTIONS] IN OUT\n\n"
           "Corrects every .srt file below the folder IN and writes it to the same place\n"
           "below the folder OUT, whole or not at all. IN is never touched. A file that\n"
           "cannot be done is named on standard error and never stops the others. At the\n"
           "end a summary table is printed.\n\n"
           "Options:\n"
           "  -O, --format FORMAT   srt (default), jsonl (the cue stream with all edits) or txt\n"
           "  -m, --mode MODE       full (default), basic (exact lexicon only) or emergency\n"
           "                        (validated pass-through, needs no lexicon)\n"
           "  -j, --jobs N          workers; default one a processor\n"
           "      --config FILE     settings; see config/production.yaml\n"
           "      --rules FILE      patterns and replacements of your own, laid over the lexicon\n"
           "      --protect FILE    words and phrases that no correction touches, one a line\n"
           "      --profile PROFILE verbatim (default) or clean: without um, uh, er, you know and\n"
           "                        words said twice by stumbling\n"
           "      --style STYLE     write terms as iast (default), iso15919, popular (Krishna) or\n"
           "                        devanagari\n"
           "      --spellings FILE  terms with spellings of your own, which go before the style\n"
           "      --lexicon FILE    a lexicon of your own (YAML, a table, a list), laid over the\n"
           "                        shipped one; may be repeated. A compiled one takes its\n"
           "                        place; default $SHODHANA_LEXICON, else the installed one\n"
           "  -q, --quiet           no progress, no warnings about the form of single files\n"
           "  -h, --help            this text\n\n"
           "Examples:\n"
           "  shodhana run transcripts/ corrected/\n"
           "  shodhana run --config config/production.yaml -m basic in/ out/\n\n"
           "Exit codes: 0 done, 1 done and places were flagged or files had warnings, 2 usage,\n"
           "3 some files were bad input, 4 I/O or lexicon failure.\n");
}

/* What the callbacks know. The library calls them one at a time. */
typedef struct teller {
    bool quiet, terminal;
    double last; /* seconds of the last progress line */
} teller;

static void clear_line(const teller *t)
{
    if (t->terminal) (void)fputs("\r\033[K", stderr);
}

static void on_file(void *arg, const lp_run_file *f)
{
    teller *t = arg;
    if (f->err) {
        clear_line(t);
        (void)tool_report(NAME, f->err);
    } else if (!t->quiet && f->t->n_diags) {
        clear_line(t);
        (void)tool_warn(NAME, f->name, f->t);
    }
}

static void on_progress(void *arg, const lp_run_progress *p)
{
    teller *t = arg;
    /* A terminal sees five lines a second at most, a log one in ten seconds. */
    const double pause = t->terminal ? 0.2 : 10;
    bool last = p->files_done == p->files;
    if (t->quiet || (!last && p->seconds - t->last < pause)) return;
    t->last = p->seconds;
    double rate = p->seconds > 0 ? (double)p->words_done / p->seconds : 0;
    double share = p->bytes ? (double)p->bytes_done / (double)p->bytes : 1;
    double left = share > 0 ? p->seconds * (1 - share) / share : 0;
    clear_line(t);
    (void)fprintf(stderr, "%s: %zu of %zu files, %.0f%%, %.0f words/s, %.0f s left%s", NAME, p->files_done, p->files,
                  share * 100, rate, left, t->terminal && !last ? "" : "\n");
    (void)fflush(stderr);
}

static void row(const char *name, size_t n) { printf("  %-22s %12zu\n", name, n); }

static void print_summary(const options *o, const lp_run_result *r, const char *version)
{
    const lp_tally *t = &r->tally;
    printf("%s: %s -> %s\n", NAME, o->run.in, o->run.out);
    printf("  %-22s %12s\n", "mode", lp_mode_name(o->run.config.correct.mode));
    if (version) printf("  %-22s %12.12s\n", "lexicon", version);
    row("files", r->files);
    row("  failed", r->failed);
    row("  with warnings", r->warned);
    row("  with flagged places", r->flagged);
    row("cues", t->cues);
    row("words", t->words);
    row("corrections", lp_tally_edits(t));
    row("  lexicon", t->lexicon);
    row("  phonetic", t->phonetic);
    row("  number", t->number);
    if (t->other) row("  other", t->other); /* an editor's rules */
    row("flagged places", t->flagged);
    printf("  %-22s %12.2f s on %zu worker%s\n", "time", r->seconds, r->jobs, r->jobs == 1 ? "" : "s");
    printf("  %-22s %12.0f words/s\n", "speed", r->seconds > 0 ? (double)t->words / r->seconds : 0.0);
}

/* -1: go on; otherwise the exit code. */
static int read_options(int argc, char **argv, options *o)
{
    enum { CONFIG = 256, LEXICON, RULES, PROTECT, STYLE, SPELLINGS, PROFILE };
    static const struct option longs[] = {
        {"format", required_argument, NULL, 'O'},     {"mode", required_argument, NULL, 'm'},
        {"jobs", required_argument, NULL, 'j'},       {"config", required_argument, NULL, CONFIG},
        {"lexicon", required_argument, NULL, LEXICON}, {"quiet", no_argument, NULL, 'q'},
        {"rules", required_argument, NULL, RULES},
        {"protect", required_argument, NULL, PROTECT}, {"style", required_argument, NULL, STYLE},
        {"spellings", required_argument, NULL, SPELLINGS}, {"profile", required_argument, NULL, PROFILE},
        {"help", no_argument, NULL, 'h'},             {NULL, 0, NULL, 0}};
    static const char shorts[] = ":O:m:j:qh";
    lp_err err = {0};
    int c;
    /* The settings file comes first, the command line over it. */
    optind = 1;
    opterr = 0;
    while ((c = getopt_long(argc, argv, shorts, longs, NULL)) != -1)
        if (c == CONFIG) o->config = optarg;
    if (o->config && lp_config_load(o->config, &o->run.config, &err) != LP_OK) return (int)tool_report(NAME, &err);
    bool own_lexicons = false;
    for (size_t i = 0; i < o->run.config.n_lexicons; i++) (void)house_add_lexicon(&o->house, o->run.config.lexicons[i].s);
    if (o->run.config.rules.s[0]) o->house.rules = o->run.config.rules.s;
    if (o->run.config.protect.s[0]) o->house.protect = o->run.config.protect.s;
    if (o->run.config.spellings.s[0]) o->house.spellings = o->run.config.spellings.s;
    o->house.style = o->run.config.style;
    optind = 1;
    while ((c = getopt_long(argc, argv, shorts, longs, NULL)) != -1) {
        switch (c) {
        case 'O':
            o->run.format = lp_format_of(optarg);
            if (o->run.format == LP_N_FORMATS) return (int)tool_usage(NAME, "no format `%s`: srt, jsonl or txt", optarg);
            break;
        case 'm':
            o->run.config.correct.mode = lp_mode_of(optarg);
            if (o->run.config.correct.mode == LP_N_MODES)
                return (int)tool_usage(NAME, "no mode `%s`: full, basic or emergency", optarg);
            break;
        case 'j':
            if (!lp_number_whole(lp_sv_of(optarg), 1, 1024, &o->run.config.jobs))
                return (int)tool_usage(NAME, "--jobs wants a number from 1 to 1024, not `%s`", optarg);
            break;
        case CONFIG: break;
        case LEXICON:
            if (!own_lexicons) o->house.n_lexicons = 0; /* those of the settings */
            own_lexicons = true;
            if (!house_add_lexicon(&o->house, optarg)) return (int)tool_usage(NAME, "too many lexicons: %d at most", HOUSE_LEXICONS);
            break;
        case RULES: o->house.rules = optarg; break;
        case PROTECT: o->house.protect = optarg; break;
        case STYLE:
            if (!house_style(&o->house, optarg))
                return (int)tool_usage(NAME, "no style `%s`: iast, iso15919, popular or devanagari", optarg);
            break;
        case SPELLINGS: o->house.spellings = optarg; break;
        case PROFILE:
            o->run.config.correct.profile = lp_profile_of(optarg);
            if (o->run.config.correct.profile == LP_N_PROFILES)
                return (int)tool_usage(NAME, "no profile `%s`: verbatim or clean", optarg);
            break;
        case 'q': o->quiet = true; break;
        case 'h': help(); return TOOL_DONE;
        default: return (int)tool_bad_option(NAME, c, argv);
        }
    }
    if (argc - optind != 2) return (int)tool_usage(NAME, "two folders are needed, IN and OUT");
    o->run.in = argv[optind];
    o->run.out = argv[optind + 1];
    return -1;
}

static int run(options *o)
{
    lp_err err = {0};
    lp_resource *res = NULL;
    lp_run_result result = {0};
    teller t = {.quiet = o->quiet, .terminal = isatty(STDERR_FILENO) != 0};
    o->run.on_file = on_file;
    o->run.on_progress = on_progress;
    o->run.arg = &t;
    int code = o->run.config.correct.mode == LP_MODE_EMERGENCY ? LP_OK : house_lexicon(&o->house, &res, &err);
    if (code == LP_OK) code = house_open(&o->house, &o->run.config.correct, &err);
    if (code == LP_OK) code = lp_run(res, &o->run, &result, &err);
    if (code == LP_OK) print_summary(o, &result, res ? lp_resource_version(res) : NULL);
    house_close(&o->house);
    lp_resource_close(res);
    if (code != LP_OK) return code == LP_EVALUE ? (int)tool_usage(NAME, "%s", err.msg) : (int)tool_report(NAME, &err);
    if (result.failed) return result.io_failed ? TOOL_FAILED : TOOL_BAD_INPUT;
    return result.tally.flagged || result.warned ? TOOL_FINDINGS : TOOL_DONE;
}

int shodhana_run(int argc, char **argv)
{
    options o = {.run = {.format = LP_N_FORMATS, .config = lp_config_defaults()}, .house = house_none()};
    int status = read_options(argc, argv, &o);
    return status < 0 ? run(&o) : status;
}
