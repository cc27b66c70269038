/* shodhana lexicon -- compile, check, look up, count. */
#include <getopt.h>
#include <stdlib.h>

#include "language/english.h"
#include "language/lexicon.h"
#include "language/phones.h"
#include "language/resource.h"
#include "language/words.h"
#include "house.h"
#include "shodhana.h"
#include "tool.h"

#define NAME "shodhana lexicon"

/* Words up to these SCOWL levels go into the resource: beyond 70 the lists
 * hold rarities that recognisers do not write but garbles may equal. */
enum { WORD_LEVEL = 70, NAME_LEVEL = 60 };

typedef struct options {
    const char *english;   /* SCOWL folder */
    const char *protect;   /* file of protected words */
    const char *learned;   /* folder of learned tables */
    const char *out;
    house house;           /* --lexicon */
    bool quiet;
} options;

static void help(void)
{
    printf("Usage: shodhana lexicon compile [OPTIONS] -o OUT FILE.yaml...\n"
           "       shodhana lexicon check [OPTIONS] FILE.yaml...\n"
           "       shodhana lexicon lookup [--lexicon FILE] WORDS...\n"
           "       shodhana lexicon stats [--lexicon FILE]\n"
           "       shodhana lexicon export --whisper-prompt|--hotwords|--tsv [OPTIONS]\n"
           "                               [TRANSCRIPT|FOLDER]...\n\n"
           "compile  makes the mapped file that the tools use\n"
           "check    finds duplicates, letters that are not IAST or stand where they cannot,\n"
           "         wrong capitals, clashes with English, variations claimed twice, terms that\n"
           "         sound alike; exit 1 when it finds any\n"
           "lookup   shows what the lexicon makes of words, by form and by sound\n"
           "stats    counts\n"
           "export   writes terms for the recogniser's next run: those that are named, then\n"
           "         those said most often in the transcripts after correction, then by the\n"
           "         lexicon's own frequency; with transcripts only what occurs\n\n"
           "Options:\n"
           "  -o, --output FILE    write the compiled lexicon here\n"
           "  --english DIR        SCOWL word lists (default /usr/share/dict/scowl)\n"
           "  --protect FILE       words that count as plain English, one a line\n"
           "  --learned DIR        what was learned from recordings (a lexicons/learned)\n"
           "  --lexicon FILE       the compiled lexicon to look into, or one of your own, laid\n"
           "                       over the shipped one; may be repeated\n"
           "  -q, --quiet          check: only errors, no hints; export: no count at the end\n"
           "Options of export:\n"
           "  --whisper-prompt     one line of terms, at most 224 tokens by estimate: two\n"
           "                       letters a token, a byte a token for other characters\n"
           "  --hotwords           a term a line\n"
           "  --tsv                term, kind, gloss, frequency and count, with a head\n"
           "  --series WHAT        transcripts (a file or a folder), or the series' name, whose\n"
           "                       terms come first; may be repeated\n"
           "  --most N             no more than N terms\n"
           "  --style STYLE        iast, iso15919, popular or devanagari; default popular, and\n"
           "                       iast in tables\n"
           "  --spellings FILE     terms with spellings of your own\n\n"
           "Examples:\n"
           "  shodhana lexicon compile -o my.lex --learned lexicons/learned lexicons/*.yaml\n"
           "  shodhana lexicon check lexicons/gita.yaml\n"
           "  shodhana lexicon lookup why rag ya\n"
           "  shodhana lexicon export --whisper-prompt --series \"Katha Upanishad\" corrected/\n");
}

static int load_all(char **files, int n, lp_lexicon *lex, lp_err *err)
{
    for (int i = 0; i < n; i++) {
        int code = lp_lexicon_load(lex, files[i], err);
        if (code != LP_OK) return code;
    }
    return LP_OK;
}

static int load_english(const options *o, lp_english *en, lp_err *err)
{
    int code = lp_english_load(en, o->english, WORD_LEVEL, NAME_LEVEL, err);
    return code == LP_OK && o->protect ? lp_english_protect(en, o->protect, err) : code;
}

static int compile(const options *o, char **files, int n)
{
    lp_err err = {0};
    lp_lexicon lex = LP_LEXICON_INIT;
    lp_english en = LP_ENGLISH_INIT;
    lp_str out = LP_STR_INIT;
    int code = load_all(files, n, &lex, &err);
    if (code == LP_OK) code = load_english(o, &en, &err);
    if (code == LP_OK) code = lp_resource_build(&lex, &en, o->learned, &out, &err);
    if (code == LP_OK) code = tool_write_text(o->out, lp_str_view(&out), &err);
    if (code == LP_OK)
        fprintf(stderr, "%s: %s: %zu terms, %zu English words, %.1f MB\n", NAME, o->out, lex.n, en.n,
                (double)out.len / 1e6);
    lp_str_free(&out);
    lp_english_free(&en);
    lp_lexicon_free(&lex);
    return code == LP_OK ? TOOL_DONE : (int)tool_report(NAME, &err);
}

typedef struct findings {
    size_t errors, hints;
    bool quiet;
} findings;

static bool print_finding(void *arg, const lp_lexicon_finding *f)
{
    findings *seen = arg;
    if (f->error) seen->errors++;
    else seen->hints++;
    if (f->error || !seen->quiet)
        printf("%.*s:%zu: %s: %s: %s\n", (int)f->entry->file.len, f->entry->file.s, f->entry->line,
               f->error ? "error" : "hint", f->rule, f->text);
    return true;
}

static int english_level(void *arg, lp_sv word)
{
    const lp_english_word *w = lp_english_find(arg, word);
    return w ? w->level : 0;
}

static int check(const options *o, char **files, int n)
{
    lp_err err = {0};
    lp_lexicon lex = LP_LEXICON_INIT;
    lp_english en = LP_ENGLISH_INIT;
    findings seen = {.quiet = o->quiet};
    int code = load_all(files, n, &lex, &err);
    if (code == LP_OK) code = load_english(o, &en, &err);
    if (code == LP_OK) {
        lp_lexicon_check(&lex, english_level, &en, print_finding, &seen);
        printf("%zu entries, %zu errors, %zu hints\n", lex.n, seen.errors, seen.hints);
    }
    lp_english_free(&en);
    lp_lexicon_free(&lex);
    if (code != LP_OK) return (int)tool_report(NAME, &err);
    return seen.errors || (seen.hints && !o->quiet) ? TOOL_FINDINGS : TOOL_DONE;
}

static int open_compiled(const options *o, lp_resource **res)
{
    lp_err err = {0};
    if (house_lexicon(&o->house, res, &err) == LP_OK) return TOOL_DONE;
    lp_resource_close(*res);
    *res = NULL;
    return (int)tool_report(NAME, &err);
}

static void print_term(const char *how, const lp_term *t)
{
    printf("%-10s %.*s  (%.*s%s%.*s)\n", how, (int)t->text.len, t->text.s, (int)t->category.len, t->category.s,
           t->gloss.len ? ": " : "", (int)t->gloss.len, t->gloss.s);
}

static bool lookup_form(const lp_resource *res, const lp_words *w)
{
    uint64_t key = lp_word_key(w->word[0]);
    for (size_t i = 1; i < w->n; i++) key = lp_word_key_join(key, lp_word_key(w->word[i]));
    lp_exact hit;
    if (!lp_resource_exact(res, key, &hit) || hit.term == LP_NO_TERM) return false;
    lp_term t = lp_resource_term(res, hit.term);
    print_term(hit.written ? "listed" : "regular", &t);
    return true;
}

static bool lookup_sound(const lp_resource *res, const lp_words *w)
{
    char phones[LP_SOUND_LONGEST];
    size_t n = 0;
    for (size_t i = 0; i < w->n; i++) {
        lp_english_info e;
        bool known = lp_resource_english(res, lp_word_key(w->word[i]), &e);
        printf("%-10s %.*s\n", !known ? "no English" : e.level ? "English" : "name", (int)w->word[i].len, w->word[i].s);
        lp_phones_of_spelling(w->word[i], phones, &n, sizeof phones);
    }
    lp_sv heard = {phones, n};
    lp_sound_hit hits[LP_SOUND_MOST];
    size_t many = lp_resource_sound(res, heard, 0, true, hits);
    for (size_t i = 0; i < many; i++) {
        lp_term t = lp_resource_term(res, hits[i].term);
        char how[32];
        (void)snprintf(how, sizeof how, "sound %+.1f", (double)hits[i].score / LP_COST_ONE);
        print_term(how, &t);
    }
    return many > 0;
}

static int lookup(const options *o, char **words, int n)
{
    lp_resource *res = NULL;
    lp_err err = {0};
    lp_str all = LP_STR_INIT;
    lp_words w;
    int status = open_compiled(o, &res);
    if (status != TOOL_DONE) return status;
    for (int i = 0; i < n; i++) {
        if (i) lp_str_addc(&all, ' ');
        lp_str_adds(&all, words[i]);
    }
    if (lp_words_split(lp_str_view(&all), &w, &err) != LP_OK) {
        status = (int)tool_report(NAME, &err);
    } else if (!w.n) {
        status = (int)tool_usage(NAME, "lookup needs words");
    } else {
        bool form = lookup_form(res, &w);
        bool sound = lookup_sound(res, &w);
        status = form || sound ? TOOL_DONE : TOOL_FINDINGS;
    }
    lp_str_free(&all);
    lp_resource_close(res);
    return status;
}

static int stats(const options *o)
{
    static const char *const names[] = {"rare", "usual", "common"};
    lp_resource *res = NULL;
    int status = open_compiled(o, &res);
    if (status != TOOL_DONE) return status;
    size_t by_frequency[3] = {0}, proper = 0, n = lp_resource_n_terms(res);
    for (uint32_t i = 0; i < n; i++) {
        lp_term t = lp_resource_term(res, i);
        by_frequency[t.frequency]++;
        proper += t.proper;
    }
    printf("version        %s\nterms          %zu\n", lp_resource_version(res), n);
    for (int f = 2; f >= 0; f--) printf("  %-12s %zu\n", names[f], by_frequency[f]);
    printf("  %-12s %zu\nforms          %zu\nEnglish words  %zu\n", "proper nouns", proper, lp_resource_n_forms(res),
           lp_resource_n_english(res));
    lp_resource_close(res);
    return TOOL_DONE;
}

static int read_options(int argc, char **argv, options *o)
{
    enum { ENGLISH = 256, PROTECT, LEARNED, LEXICON };
    static const struct option longs[] = {
        {"output", required_argument, NULL, 'o'},     {"english", required_argument, NULL, ENGLISH},
        {"protect", required_argument, NULL, PROTECT}, {"learned", required_argument, NULL, LEARNED},
        {"lexicon", required_argument, NULL, LEXICON}, {"quiet", no_argument, NULL, 'q'},
        {NULL, 0, NULL, 0}};
    int c;
    optind = 1;
    opterr = 0;
    while ((c = getopt_long(argc, argv, ":o:q", longs, NULL)) != -1) {
        switch (c) {
        case 'o': o->out = optarg; break;
        case 'q': o->quiet = true; break;
        case ENGLISH: o->english = optarg; break;
        case PROTECT: o->protect = optarg; break;
        case LEARNED: o->learned = optarg; break;
        case LEXICON:
            if (!house_add_lexicon(&o->house, optarg)) return (int)tool_usage(NAME, "too many lexicons: %d at most", HOUSE_LEXICONS);
            break;
        default: return (int)tool_bad_option(NAME, c, argv);
        }
    }
    return TOOL_DONE;
}

int shodhana_lexicon(int argc, char **argv)
{
    options o = {.english = "/usr/share/dict/scowl", .house = house_none()};
    for (int i = 1; i < argc; i++)
        if (strcmp(argv[i], "--help") == 0 || strcmp(argv[i], "-h") == 0) return help(), TOOL_DONE;
    if (argc < 2) return (int)tool_usage(NAME, "compile, check, lookup, stats or export?");
    const char *verb = argv[1];
    if (strcmp(verb, "export") == 0) return shodhana_lexicon_export(argc - 1, argv + 1);
    int status = read_options(argc - 1, argv + 1, &o);
    if (status != TOOL_DONE) return status;
    char **rest = argv + 1 + optind;
    int n = argc - 1 - optind;
    if (strcmp(verb, "compile") == 0) {
        if (!o.out || !o.learned || !n) return (int)tool_usage(NAME, "compile needs -o OUT, --learned DIR and YAML files");
        return compile(&o, rest, n);
    }
    if (strcmp(verb, "check") == 0) return n ? check(&o, rest, n) : (int)tool_usage(NAME, "check needs YAML files");
    if (strcmp(verb, "lookup") == 0) return n ? lookup(&o, rest, n) : (int)tool_usage(NAME, "lookup needs words");
    if (strcmp(verb, "stats") == 0) return stats(&o);
    return (int)tool_usage(NAME, "no command `%s`", verb);
}
