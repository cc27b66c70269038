/* score -- how far transcripts are from their references. */
#include "judge/score.h"

#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "correct/endings.h"
#include "judge/report.h"
#include "language/resource.h"
#include "language/unicode.h"
#include "locate.h"
#include "tool.h"
#include "work/tree.h"

#define TOOL "score"

static const char help[] = "Usage: score [OPTION]... REFERENCE HYPOTHESIS\n"
                           "\n"
                           "Compare a transcript with its reference: word and character error rate, and\n"
                           "how many of the Sanskrit terms are right. REFERENCE and HYPOTHESIS are two\n"
                           "subtitle files of any format that the tools read (- is standard input), or two\n"
                           "folders; then every file of REFERENCE is compared with the file of the same\n"
                           "path below HYPOTHESIS.\n"
                           "\n"
                           "      --raw=PATH         the transcript before correction, a file or a folder as\n"
                           "                         the others: tells the terms that were put right and the\n"
                           "                         words that were spoiled\n"
                           "      --normalize=LIST   what to overlook: case,punct (default), either alone,\n"
                           "                         or none; Unicode NFC always\n"
                           "      --format=FORMAT    table (default), tsv or json\n"
                           "      --by=WHAT          file: a row a file, and the total (default); total\n"
                           "      --lexicon=FILE     compiled lexicon, whose words count as terms beside those\n"
                           "                         with IAST letters; none: letters only. Default:\n"
                           "                         $SHODHANA_LEXICON, else the installed one if there is one\n"
                           "  -o, --output=FILE      write FILE, whole or not at all\n"
                           "  -h, --help             print this help\n"
                           "  -V, --version          print the version\n"
                           "\n"
                           "Exit status: 0 done; 1 done, and files differ from their reference in number of\n"
                           "cues; 2 wrong usage; 3 bad input or a missing counterpart (all other files are\n"
                           "still scored); 4 cannot read, write or use the lexicon.\n"
                           "\n"
                           "Examples:\n"
                           "  score talk.ref.srt talk.fixed.srt\n"
                           "  correct talk.srt | score --raw talk.srt talk.ref.srt -\n"
                           "  score --format tsv --raw in ref out > scores.tsv\n"
                           "\n"
                           "Formulas and columns are in docs/formats/scores.md.\n";

/* --- options ------------------------------------------------------------------- */

typedef void report_writer(const lp_score_report *r, lp_str *out);

typedef struct options {
    const char *ref, *hyp, *raw;
    const char *lexicon, *output;
    report_writer *write;
    unsigned norm;
    bool by_file;
    bool help, version;
} options;

enum long_only { OPT_RAW = 256, OPT_NORMALIZE, OPT_FORMAT, OPT_BY, OPT_LEXICON };

static const struct option long_options[] = {
    {"raw", required_argument, NULL, OPT_RAW},
    {"normalize", required_argument, NULL, OPT_NORMALIZE},
    {"format", required_argument, NULL, OPT_FORMAT},
    {"by", required_argument, NULL, OPT_BY},
    {"lexicon", required_argument, NULL, OPT_LEXICON},
    {"output", required_argument, NULL, 'o'},
    {"help", no_argument, NULL, 'h'},
    {"version", no_argument, NULL, 'V'},
    {NULL, 0, NULL, 0},
};

static enum tool_exit set_format(options *o, const char *name)
{
    static const struct {
        const char *name;
        report_writer *write;
    } formats[] = {{"table", lp_report_table}, {"tsv", lp_report_tsv}, {"json", lp_report_json}};
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        if (strcmp(name, formats[i].name) != 0) continue;
        o->write = formats[i].write;
        return TOOL_DONE;
    }
    return tool_usage(TOOL, "unknown format '%s' (table, tsv, json)", name);
}

static enum tool_exit set_by(options *o, const char *name)
{
    o->by_file = strcmp(name, "file") == 0;
    if (o->by_file || strcmp(name, "total") == 0) return TOOL_DONE;
    return tool_usage(TOOL, "--by wants file or total, not '%s'", name);
}

static enum tool_exit set_normalize(options *o, const char *list)
{
    lp_err err = {0};
    if (lp_norm_parse(lp_sv_of(list), &o->norm, &err) == LP_OK) return TOOL_DONE;
    return tool_usage(TOOL, "--normalize: %s", err.msg);
}

static enum tool_exit set_option(options *o, int c, char **argv)
{
    switch (c) {
    case OPT_RAW: o->raw = optarg; break;
    case OPT_NORMALIZE: return set_normalize(o, optarg);
    case OPT_FORMAT: return set_format(o, optarg);
    case OPT_BY: return set_by(o, optarg);
    case OPT_LEXICON: o->lexicon = optarg; break;
    case 'o': o->output = optarg; break;
    case 'h': o->help = true; break;
    case 'V': o->version = true; break;
    case ':': return tool_usage(TOOL, "option '%s' needs a value", argv[optind - 1]);
    default:
        if (optopt > 0 && optopt < 256) return tool_usage(TOOL, "unknown option '-%c'", optopt);
        return tool_usage(TOOL, "wrong option '%s'", argv[optind - 1]);
    }
    return TOOL_DONE;
}

static bool is_standard(const char *path) { return strcmp(path, "-") == 0; }

static enum tool_exit read_options(int argc, char **argv, options *o)
{
    opterr = 0;
    int c;
    while ((c = getopt_long(argc, argv, ":o:hV", long_options, NULL)) != -1) {
        enum tool_exit status = set_option(o, c, argv);
        if (status != TOOL_DONE) return status;
    }
    if (o->help || o->version) return TOOL_DONE;
    if (argc - optind != 2)
        return tool_usage(TOOL, "a reference and a hypothesis are needed, not %d paths", argc - optind);
    o->ref = argv[optind];
    o->hyp = argv[optind + 1];
    if (is_standard(o->ref) + is_standard(o->hyp) + (o->raw && is_standard(o->raw)) > 1)
        return tool_usage(TOOL, "standard input can be only one of the transcripts");
    return TOOL_DONE;
}

/* --- terms of the lexicon --------------------------------------------------------- */

/* SCOWL's list 35 is a small dictionary: a word in it is English first. */
enum { ENGLISH_LEVEL = 35 };

typedef struct terms {
    lp_resource *lexicon; /* NULL: letters only */
    lp_str lower;         /* scratch */
} terms;

/* A word that the lexicon writes just so, and that is not plain English. */
static bool in_lexicon(terms *t, lp_sv word)
{
    const uint64_t key = lp_word_key(word);
    lp_exact hit;
    lp_english_info english;
    if (!lp_resource_exact(t->lexicon, key, &hit) || hit.term == LP_NO_TERM) return false;
    if (lp_resource_english(t->lexicon, key, &english) && english.level && english.level <= ENGLISH_LEVEL) return false;
    lp_str_clear(&t->lower);
    if (lp_lower(lp_resource_term(t->lexicon, hit.term).text, &t->lower, NULL) != LP_OK) return false;
    return lp_sv_eq(lp_str_view(&t->lower), word);
}

/* A lp_term_test. */
static bool is_term(void *arg, lp_sv word)
{
    terms *t = arg;
    if (lp_term_by_letters(NULL, word)) return true;
    if (!t->lexicon) return false;
    if (in_lexicon(t, word)) return true;
    lp_ending endings[LP_ENDINGS_MOST];
    const size_t n = lp_endings(word, endings);
    for (size_t i = 0; i < n; i++) {
        char stem[128];
        if (endings[i].stem + 1 > sizeof stem) continue;
        memcpy(stem, word.s, endings[i].stem);
        stem[endings[i].stem] = 'a';
        if (in_lexicon(t, lp_sv_make(stem, endings[i].stem + endings[i].drop_a))) return true;
    }
    return false;
}

/* A lexicon that was asked for must open; the installed one may be missing. */
static int open_lexicon(const options *o, terms *t, lp_err *err)
{
    if (o->lexicon && strcmp(o->lexicon, "none") == 0) return LP_OK;
    const char *set = getenv("SHODHANA_LEXICON");
    const bool asked = o->lexicon || (set && *set);
    lp_str path = LP_STR_INIT;
    int code = locate_lexicon(o->lexicon, &path, err);
    if (code == LP_OK && (asked || access(path.s, F_OK) == 0)) code = lp_resource_open(path.s, &t->lexicon, err);
    lp_str_free(&path);
    return code;
}

/* --- files --------------------------------------------------------------------------- */

typedef struct job {
    const options *o;
    terms terms;
    lp_scorer *scorer;
    lp_arena arena; /* rows and names of files */
    lp_score_row *rows;
    size_t n_rows, cap_rows;
    lp_tree tree; /* the references of folder mode */
    lp_score total;
    size_t failed;
    enum tool_exit status;
} job;

/* The worse of the two wins; the codes are in that order. */
static void note_status(job *j, enum tool_exit status)
{
    if (status > j->status) j->status = status;
}

static void fail(job *j, const lp_err *err) { note_status(j, tool_report(TOOL, err)); }

static int add_row(job *j, lp_sv name, const lp_score *score, lp_err *err)
{
    if (j->n_rows == j->cap_rows) {
        const size_t cap = j->cap_rows ? 2 * j->cap_rows : 64;
        lp_score_row *rows = lp_arena_grow(&j->arena, j->rows, j->n_rows, cap, sizeof *rows);
        if (!rows) return lp_fail(err, LP_ENOMEM, "no memory for the table");
        j->rows = rows;
        j->cap_rows = cap;
    }
    j->rows[j->n_rows++] = (lp_score_row){name, *score};
    return LP_OK;
}

/* A transcript that was cut otherwise than its reference is worth a look, but
 * can be scored all the same. */
static void compare_cues(job *j, const char *path, size_t cues, size_t ref_cues)
{
    if (cues == ref_cues) return;
    (void)fflush(stdout);
    (void)fprintf(stderr, TOOL ": %s: warning: cue-count: %zu, the reference has %zu\n",
                  is_standard(path) ? "(standard input)" : path, cues, ref_cues);
    note_status(j, TOOL_FINDINGS);
}

/* paths: reference, hypothesis, raw (may be NULL). */
static int score_files(job *j, const char *const paths[3], lp_sv name, lp_err *err)
{
    lp_transcript t[3] = {LP_TRANSCRIPT_INIT, LP_TRANSCRIPT_INIT, LP_TRANSCRIPT_INIT};
    lp_score score;
    lp_format found;
    int code = LP_OK;
    for (size_t i = 0; code == LP_OK && i < 3; i++)
        if (paths[i]) code = tool_read_transcript(paths[i], &t[i], &found, err);
    if (code == LP_OK) {
        code = lp_score_transcripts(j->scorer, &t[0], &t[1], paths[2] ? &t[2] : NULL, &score, err);
        if (code != LP_OK) lp_err_at(err, paths[1]);
    }
    for (size_t i = 1; code == LP_OK && i < 3; i++)
        if (paths[i]) compare_cues(j, paths[i], t[i].n_cues, t[0].n_cues);
    if (code == LP_OK) {
        lp_score_add(&j->total, &score);
        if (j->o->by_file) code = add_row(j, name, &score, err);
    }
    for (size_t i = 0; i < 3; i++) lp_transcript_free(&t[i]);
    return code;
}

static void score_one(job *j, const char *const paths[3], lp_sv name)
{
    lp_err err = {0};
    if (score_files(j, paths, name, &err) == LP_OK) return;
    fail(j, &err);
    j->failed++;
}

/* --- folders --------------------------------------------------------------------------- */

/* All files of the reference folder that are named like what can be read. */
static int list_references(job *j, lp_err *err)
{
    int code = LP_OK;
    for (int f = 0; code == LP_OK && f < LP_N_FORMATS; f++) {
        if (f == LP_FORMAT_TXT) continue; /* written, not read */
        char suffix[16] = ".";
        const char *name = lp_format_name((lp_format)f);
        for (size_t i = 0; name[i] && i + 2 < sizeof suffix; i++) suffix[i + 1] = name[i];
        code = lp_tree_list(j->o->ref, suffix, &j->tree, err);
    }
    if (code != LP_OK || j->tree.n) return code;
    lp_fail(err, LP_EEMPTY, "no subtitle file in this folder");
    return lp_err_at(err, j->o->ref);
}

/* The file of that relative path below folder, in the arena; NULL with the
 * error filled when it is not there. */
static const char *counterpart(job *j, const char *folder, const char *relative, lp_err *err)
{
    lp_str path = LP_STR_INIT;
    struct stat st;
    lp_str_addf(&path, "%s/%s", folder, relative);
    const char *copy = path.failed ? NULL : lp_arena_copy(&j->arena, path.s, path.len);
    lp_str_free(&path);
    if (!copy) {
        lp_fail(err, LP_ENOMEM, "no memory for a file name");
    } else if (stat(copy, &st) != 0) {
        lp_fail(err, LP_EMISMATCH, "missing, but %s has a file of that name", j->o->ref);
        lp_err_at(err, copy);
        return NULL;
    }
    return copy;
}

static void score_folders(job *j)
{
    lp_err err = {0};
    if (list_references(j, &err) != LP_OK) {
        fail(j, &err);
        return;
    }
    const char *folders[3] = {j->o->ref, j->o->hyp, j->o->raw};
    for (size_t i = 0; i < j->tree.n; i++) {
        const char *name = j->tree.files[i].name, *problem = j->tree.files[i].problem, *paths[3] = {NULL, NULL, NULL};
        bool found = !problem;
        /* Such a place was met once for each suffix. */
        if (problem && i && strcmp(name, j->tree.files[i - 1].name) == 0) continue;
        if (problem) {
            lp_fail(&err, LP_EIO, "cannot look into it: %s", problem);
            lp_err_at(&err, name);
        }
        for (size_t k = 0; found && k < 3; k++)
            if (folders[k]) found = (paths[k] = counterpart(j, folders[k], name, &err)) != NULL;
        if (found) {
            score_one(j, paths, lp_sv_of(name));
        } else {
            fail(j, &err);
            j->failed++;
        }
    }
}

/* --- the whole ---------------------------------------------------------------------------- */

static void report(job *j)
{
    lp_err err = {0};
    lp_str text = LP_STR_INIT;
    const lp_score_report r = {
        .rows = j->rows,
        .n_rows = j->n_rows,
        .total = j->total,
        .failed = j->failed,
        .norm = j->o->norm,
        .lexicon = j->terms.lexicon ? lp_sv_of(lp_resource_version(j->terms.lexicon)) : LP_SV(""),
    };
    j->o->write(&r, &text);
    int code = lp_str_check(&text, &err);
    if (code == LP_OK) code = tool_write_text(j->o->output, lp_str_view(&text), &err);
    if (code != LP_OK) fail(j, &err);
    lp_str_free(&text);
}

/* Whether the paths are folders (1) or files (0); they must be all the same.
 * Negative: they are not, or one is missing; *status has been told. */
static int look_at_paths(const options *o, enum tool_exit *status)
{
    const char *const paths[] = {o->ref, o->hyp, o->raw};
    int folders = 0;
    for (size_t i = 0; i < 3 && paths[i]; i++) {
        struct stat st = {0};
        if (!is_standard(paths[i]) && stat(paths[i], &st) != 0) {
            lp_err err;
            lp_fail_errno(&err, LP_EIO, errno, "cannot open");
            lp_err_at(&err, paths[i]);
            *status = tool_report(TOOL, &err);
            return -1;
        }
        const int folder = S_ISDIR(st.st_mode) != 0;
        if (i && folder != folders) {
            *status = tool_usage(TOOL, "files and folders cannot be mixed");
            return -1;
        }
        folders = folder;
    }
    return folders;
}

static enum tool_exit run(const options *o)
{
    enum tool_exit status = TOOL_DONE;
    const int folders = look_at_paths(o, &status);
    if (folders < 0) return status;
    job j = {.o = o, .terms = {NULL, LP_STR_INIT}, .arena = LP_ARENA_INIT, .tree = LP_TREE_INIT, .status = TOOL_DONE};
    lp_err err = {0};
    int code = open_lexicon(o, &j.terms, &err);
    const lp_score_options so = {o->norm, is_term, &j.terms};
    if (code == LP_OK && !(j.scorer = lp_scorer_new(&so))) code = lp_fail(&err, LP_ENOMEM, "no memory to score");
    if (code != LP_OK) fail(&j, &err);
    if (code == LP_OK && folders) score_folders(&j);
    if (code == LP_OK && !folders)
        score_one(&j, (const char *const[3]){o->ref, o->hyp, o->raw},
                  lp_sv_of(is_standard(o->hyp) ? "(standard input)" : o->hyp));
    if (j.total.files) report(&j);
    lp_scorer_free(j.scorer);
    lp_resource_close(j.terms.lexicon);
    lp_str_free(&j.terms.lower);
    lp_tree_free(&j.tree);
    lp_arena_free(&j.arena);
    return j.status;
}

int main(int argc, char **argv)
{
    tool_start();
    options o = {.write = lp_report_table, .norm = LP_NORM_DEFAULT, .by_file = true};
    enum tool_exit status = read_options(argc, argv, &o);
    if (status == TOOL_DONE && o.help) (void)tool_put(lp_sv_of(help));
    else if (status == TOOL_DONE && o.version) tool_version(TOOL);
    else if (status == TOOL_DONE) status = run(&o);
    return tool_finish(TOOL, status);
}
