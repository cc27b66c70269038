/* Any bytes as learned tables: what is refused names a file and a line, what is
 * accepted compiles, opens and answers.
 *
 * The first byte chooses the table: confusions, words, terms, pairs, weights; or
 * all five, divided by lines that hold one % only.
 */
#include <math.h>
#include <stdint.h>
#include <sys/stat.h>

#include "support/small.h"

#include "correct/candidate.h"
#include "laws.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { TABLES = 5 };
static const char *const names[TABLES] = {"confusions.tsv", "words.tsv", "terms.tsv", "pairs.tsv", "weights.tsv"};

static lp_lexicon lex = LP_LEXICON_INIT;

/* A folder of this process, made once. */
static const char *folder(void)
{
    static char *name;
    lp_err err = {0};
    if (name) return name;
    name = small_name();
    unlink(name);
    if (mkdir(name, 0700) != 0) small_must(LP_EIO, name, NULL);
    small_must(lp_lexicon_load(&lex, SMALL_LEXICON, &err), "small lexicon", &err);
    return name;
}

static void put(int table, lp_sv text)
{
    lp_str path = LP_STR_INIT;
    lp_str_addf(&path, "%s/%s", folder(), names[table]);
    small_must(lp_file_write_whole(path.s, text, NULL), path.s, NULL);
    lp_str_free(&path);
}

static void take_away(void)
{
    for (int i = 0; i < TABLES; i++) {
        lp_str path = LP_STR_INIT;
        lp_str_addf(&path, "%s/%s", folder(), names[i]);
        unlink(path.s);
        lp_str_free(&path);
    }
    rmdir(folder());
}

static void put_all(lp_sv text)
{
    for (int i = 0; i < TABLES; i++) {
        size_t end = 0;
        while (end < text.len && !(text.s[end] == '%' && (end == 0 || text.s[end - 1] == '\n'))) end++;
        put(i, lp_sv_make(text.s, end));
        const size_t gone = end < text.len ? end + 1 : end;
        text.s += gone;
        text.len -= gone;
    }
}

static void put_tables(const uint8_t *data, size_t size)
{
    static lp_str costs;
    if (!costs.len) small_must(lp_file_read(SMALL_LEARNED "/confusions.tsv", 0, &costs, NULL), "costs", NULL);
    for (int i = 0; i < TABLES; i++) put(i, i ? LP_SV("") : lp_str_view(&costs));
    if (!size) return;
    const lp_sv text = {(const char *)data + 1, size - 1};
    const int table = (data[0] - '0') % (TABLES + 1);
    if (table < 0 || table == TABLES) put_all(text);
    else put(table, text);
}

static void ask(const lp_resource *res)
{
    static const char *const words[] = {"the", "of", "guna", "", "*", "a"};
    const float context[LP_VECTOR_DIMENSIONS] = {0.5f};
    lp_sound_hit hits[LP_SOUND_MOST];
    lp_unit before = {.key = 0};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const lp_unit u = lp_resource_word_unit(res, lp_word_key(lp_sv_of(words[i])));
        const double nats = lp_resource_pair(res, before, u);
        LAW("a pair is within its bounds", nats >= -3 && nats <= 6);
        before = u;
    }
    for (uint32_t id = 0; id < lp_resource_n_terms(res); id++) {
        const lp_unit u = lp_resource_term_unit(res, id);
        const double nats = lp_resource_pair(res, u, before);
        double company = 0;
        LAW("so is one of terms", nats >= -3 && nats <= 6);
        if (lp_resource_company(res, id, context, &company)) LAW("company is a number", isfinite(company));
        const lp_sv said = lp_resource_term(res, id).phones;
        LAW("no more hits than fit", lp_resource_sound(res, said, 0, id % 2 == 0, hits) <= LP_SOUND_MOST);
        const int32_t score = lp_resource_score(res, said, said), noise = lp_resource_noise(res, said);
        LAW("no score above the noise", said.len > LP_SOUND_LONGEST || score <= noise);
    }
    const lp_evidence_weights w = lp_evidence_weights_of(res);
    for (size_t i = 0; i < LP_N_EVIDENCE; i++) LAW("a weight is a number", isfinite(w.evidence[i]));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const lp_english none = LP_ENGLISH_INIT;
    lp_str bytes = LP_STR_INIT;
    lp_resource *res = NULL;
    lp_err err = {0};
    put_tables(data, size);
    const int code = lp_resource_build(&lex, &none, folder(), &bytes, &err);
    if (code == LP_OK) {
        LAW("what was compiled opens", small_open(lp_str_view(&bytes), &res, &err) == LP_OK);
        ask(res);
        lp_resource_close(res);
    } else {
        LAW("a refusal says where", code == LP_EFORMAT && err.code == code && err.line > 0 && err.msg[0] && err.file[0]);
    }
    lp_str_free(&bytes);
    static bool planned;
    if (!planned) atexit(take_away);
    planned = true;
    return 0;
}
