/* correct -- Sanskrit terms restored, every change a fact. */
#include "correct/correct.h"

#include <getopt.h>

#include "base/number.h"
#include "explain.h"
#include "house.h"
#include "tool.h"

#define NAME "correct"

typedef struct options {
    const char *file, *out;
    lp_format format;
    lp_correct_options correct;
    house house;
    bool explain, diff, candidates, quiet;
} options;

static void help(void)
{
    const lp_correct_options d = lp_correct_defaults();
    printf("Usage: correct [OPTIONS] [FILE]\n\n"
           "Reads a subtitle file or a cue stream (standard input without FILE), restores\n"
           "Sanskrit terms that the recogniser heard as English, and writes the result.\n"
           "Unsure places are flagged, not changed; every change is recorded as an edit.\n\n"
           "Options:\n"
           "  -O, --format FORMAT   srt, jsonl (the cue stream) or txt; default: that of the\n"
           "                        input\n"
           "  -o, --output FILE     write here instead of standard output, whole or not at all\n"
           "  -m, --mode MODE       full, basic (exact lexicon only) or emergency (validated\n"
           "                        pass-through, needs no lexicon); default %s\n"
           "      --apply-at P      apply changes at least this sure; default %.2f\n"
           "      --flag-at P       flag places at least this sure; default %.2f\n"
           "      --odds N          apply only what is N times likelier than that the words are\n"
           "                        right as they stand; default %.1f\n"
           "      --context TEXT    what the lecture is about: series, title, text taught; its\n"
           "                        terms become likelier\n"
           "      --no-numbers      leave spoken numbers and references as they are\n"
           "      --rules FILE      patterns and replacements of your own, laid over the lexicon\n"
           "      --protect FILE    words and phrases that no correction touches, one a line\n"
           "      --profile PROFILE verbatim (default) or clean: without um, uh, er, you know and\n"
           "                        words said twice by stumbling\n"
           "      --style STYLE     write terms as iast (default), iso15919, popular (Krishna) or\n"
           "                        devanagari\n"
           "      --spellings FILE  terms with spellings of your own, which go before the style\n"
           "      --explain         instead of the text print each change with its reason\n"
           "      --candidates      instead of the text print all that was considered, with the\n"
           "                        evidence for it, as a table\n"
           "      --diff            instead of the text print changed cues before and after\n"
           "      --lexicon FILE    a lexicon of your own (YAML, a table, a list), laid over the\n"
           "                        shipped one; may be repeated. A compiled one takes its\n"
           "                        place; default $SHODHANA_LEXICON, else the installed one\n"
           "  -q, --quiet           no warnings about the input's form\n"
           "  -h, --help            this text\n"
           "  -V, --version         version\n\n"
           "Examples:\n"
           "  correct talk.srt > talk.fixed.srt\n"
           "  correct --diff talk.srt\n"
           "  correct --lexicon mine.yaml --rules mine.rules talk.srt > talk.fixed.srt\n"
           "  srt-parse talk.srt | sanskrit-normalize | correct -O srt > talk.fixed.srt\n\n"
           "Exit codes: 0 done, 1 done and places were flagged or the input had warnings,\n"
           "2 usage, 3 bad input, 4 I/O failure or the compiled lexicon cannot be used.\n",
           lp_mode_name(d.mode), d.apply_at, d.flag_at, d.odds);
}

static int read_share(const char *option, const char *text, double *to)
{
    if (lp_number_share(lp_sv_of(text), to)) return TOOL_DONE;
    return (int)tool_usage(NAME, "%s wants a number from 0 to 1, not `%s`", option, text);
}

/* -1: go on; otherwise the exit code. */
static int read_options(int argc, char **argv, options *o)
{
    enum { APPLY = 256, FLAG, NO_NUMBERS, EXPLAIN, DIFF, LEXICON, CONTEXT, RULES, PROTECT, STYLE, SPELLINGS, PROFILE, ODDS,
           CANDIDATES };
    static const struct option longs[] = {
        {"format", required_argument, NULL, 'O'},      {"output", required_argument, NULL, 'o'},
        {"mode", required_argument, NULL, 'm'},        {"apply-at", required_argument, NULL, APPLY},
        {"flag-at", required_argument, NULL, FLAG},    {"no-numbers", no_argument, NULL, NO_NUMBERS},
        {"explain", no_argument, NULL, EXPLAIN},       {"diff", no_argument, NULL, DIFF},
        {"lexicon", required_argument, NULL, LEXICON}, {"quiet", no_argument, NULL, 'q'},
        {"context", required_argument, NULL, CONTEXT}, {"rules", required_argument, NULL, RULES},
        {"protect", required_argument, NULL, PROTECT}, {"style", required_argument, NULL, STYLE},
        {"spellings", required_argument, NULL, SPELLINGS}, {"profile", required_argument, NULL, PROFILE},
        {"odds", required_argument, NULL, ODDS},       {"candidates", no_argument, NULL, CANDIDATES},
        {"help", no_argument, NULL, 'h'},              {"version", no_argument, NULL, 'V'},
        {NULL, 0, NULL, 0}};
    int c, status = TOOL_DONE;
    opterr = 0;
    while (status == TOOL_DONE && (c = getopt_long(argc, argv, ":O:o:m:qhV", longs, NULL)) != -1) {
        switch (c) {
        case 'O':
            o->format = lp_format_of(optarg);
            if (o->format == LP_N_FORMATS) status = (int)tool_usage(NAME, "no format `%s`: srt, jsonl or txt", optarg);
            break;
        case 'm':
            o->correct.mode = lp_mode_of(optarg);
            if (o->correct.mode == LP_N_MODES)
                status = (int)tool_usage(NAME, "no mode `%s`: full, basic or emergency", optarg);
            break;
        case 'o': o->out = optarg; break;
        case 'q': o->quiet = true; break;
        case 'h': help(); return TOOL_DONE;
        case APPLY: status = read_share("--apply-at", optarg, &o->correct.apply_at); break;
        case FLAG: status = read_share("--flag-at", optarg, &o->correct.flag_at); break;
        case ODDS:
            if (!lp_number_decimal(lp_sv_of(optarg), 0, 1000, &o->correct.odds))
                status = (int)tool_usage(NAME, "--odds wants a number from 0 to 1000, not `%s`", optarg);
            break;
        case CANDIDATES: o->candidates = true; break;
        case NO_NUMBERS: o->correct.numbers = false; break;
        case EXPLAIN: o->explain = true; break;
        case DIFF: o->diff = true; break;
        case LEXICON:
            if (!house_add_lexicon(&o->house, optarg)) status = (int)tool_usage(NAME, "too many lexicons: %d at most", HOUSE_LEXICONS);
            break;
        case CONTEXT: o->correct.context = lp_sv_of(optarg); break;
        case RULES: o->house.rules = optarg; break;
        case PROTECT: o->house.protect = optarg; break;
        case STYLE:
            if (!house_style(&o->house, optarg))
                status = (int)tool_usage(NAME, "no style `%s`: iast, iso15919, popular or devanagari", optarg);
            break;
        case SPELLINGS: o->house.spellings = optarg; break;
        case PROFILE:
            o->correct.profile = lp_profile_of(optarg);
            if (o->correct.profile == LP_N_PROFILES)
                status = (int)tool_usage(NAME, "no profile `%s`: verbatim or clean", optarg);
            break;
        case 'V': tool_version(NAME); return TOOL_DONE;
        default: status = (int)tool_bad_option(NAME, c, argv);
        }
    }
    if (status != TOOL_DONE) return status;
    if (argc - optind > 1) return (int)tool_usage(NAME, "one file at a time; `shodhana run` does folders");
    if (o->explain + o->diff + o->candidates > 1)
        return (int)tool_usage(NAME, "--explain, --diff and --candidates do not go together");
    o->file = optind < argc ? argv[optind] : NULL;
    lp_err err = {0};
    if (lp_correct_check(&o->correct, &err) != LP_OK) return (int)tool_usage(NAME, "%s", err.msg);
    return -1;
}

static int show(const options *o, const lp_transcript *t, lp_format found, lp_err *err)
{
    if (o->candidates) return tool_write_text(o->out, lp_str_view(o->correct.table), err);
    if (!o->explain && !o->diff)
        return tool_write_transcript(o->out, t, o->format == LP_N_FORMATS ? found : o->format, err);
    lp_str text = LP_STR_INIT;
    int code = o->explain ? explain_edits(t, &text, err) : explain_diff(t, !o->out && explain_colour(), &text, err);
    if (code == LP_OK) code = tool_write_text(o->out, lp_str_view(&text), err);
    lp_str_free(&text);
    return code;
}

static int run(options *o, lp_err *err)
{
    lp_transcript t = LP_TRANSCRIPT_INIT;
    lp_format found = LP_N_FORMATS;
    lp_resource *res = NULL;
    lp_worker *worker = NULL;
    lp_tally tally = {0};
    lp_str table = LP_STR_INIT;
    size_t warnings = 0;
    if (o->candidates) o->correct.table = &table;
    int code = o->correct.mode == LP_MODE_EMERGENCY ? LP_OK : house_lexicon(&o->house, &res, err);
    if (code == LP_OK) code = house_open(&o->house, &o->correct, err);
    if (code == LP_OK) code = tool_read_transcript(o->file, &t, &found, err);
    if (code == LP_OK) warnings = o->quiet ? t.n_diags : tool_warn(NAME, o->file, &t);
    if (code == LP_OK && !(worker = lp_worker_new(err))) code = LP_ENOMEM;
    if (code == LP_OK) code = lp_correct(res, &o->correct, worker, &t, &tally, err);
    if (code != LP_OK) lp_err_at(err, o->file ? o->file : "(standard input)");
    if (code == LP_OK) code = show(o, &t, found, err);
    lp_str_free(&table);
    lp_worker_free(worker);
    house_close(&o->house);
    lp_resource_close(res);
    lp_transcript_free(&t);
    if (code != LP_OK) return (int)tool_report(NAME, err);
    return tally.flagged || warnings ? TOOL_FINDINGS : TOOL_DONE;
}

int main(int argc, char **argv)
{
    options o = {.format = LP_N_FORMATS, .correct = lp_correct_defaults(), .house = house_none()};
    lp_err err = {0};
    tool_start();
    int status = read_options(argc, argv, &o);
    if (status < 0) status = run(&o, &err);
    return tool_finish(NAME, (enum tool_exit)status);
}
