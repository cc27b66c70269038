/* tests/support/learned.h -- the small lexicon compiled with learned tables of a
 * test's own. Wants support/test.h before it.
 */
#ifndef LEARNED_H
#define LEARNED_H

#include "support/folder.h"
#include "support/small.h"

/* Texts of tables; NULL: the file is not there. `confusions` NULL: the small one. */
typedef struct learned_tables {
    const char *confusions, *words, *terms, *pairs, *weights;
} learned_tables;

/* The vector with `first` in its first dimension and `last` in its last one, as
 * the tables write it; good until the next eight calls. */
static inline const char *learned_vector(int first, int last)
{
    static char buffers[8][2 * LP_VECTOR_DIMENSIONS + 1];
    static size_t next;
    char *s = buffers[next++ % 8];
    memset(s, '0', 2 * LP_VECTOR_DIMENSIONS);
    char hex[4];
    (void)snprintf(hex, sizeof hex, "%02x", (unsigned)first & 0xFFu);
    memcpy(s, hex, 2);
    (void)snprintf(hex, sizeof hex, "%02x", (unsigned)last & 0xFFu);
    memcpy(s + 2 * LP_VECTOR_DIMENSIONS - 2, hex, 2);
    s[2 * LP_VECTOR_DIMENSIONS] = '\0';
    return s;
}

static inline char *learned_folder(const learned_tables *t)
{
    char *folder = folder_new();
    const struct {
        const char *name, *text;
    } files[] = {{"confusions.tsv", t->confusions}, {"words.tsv", t->words}, {"terms.tsv", t->terms},
                 {"pairs.tsv", t->pairs}, {"weights.tsv", t->weights}};
    for (size_t i = 0; i < COUNT(files); i++)
        if (files[i].text) folder_put(folder, files[i].name, lp_sv_of(files[i].text));
    if (!t->confusions) {
        lp_str costs = LP_STR_INIT;
        assert_int_equal(lp_file_read(SMALL_LEARNED "/confusions.tsv", 0, &costs, NULL), LP_OK);
        folder_put(folder, "confusions.tsv", lp_str_view(&costs));
        lp_str_free(&costs);
    }
    return folder;
}

/* Compile and, when that went well, open; what lp_resource_build says. */
static inline int learned_open(const learned_tables *t, lp_resource **res, lp_err *err)
{
    lp_lexicon lex = LP_LEXICON_INIT;
    lp_english en = LP_ENGLISH_INIT;
    lp_str bytes = LP_STR_INIT;
    char *folder = learned_folder(t);
    *res = NULL;
    small_english(&en);
    small_must(lp_lexicon_load(&lex, SMALL_LEXICON, err), "small lexicon", err);
    const int code = lp_resource_build(&lex, &en, folder, &bytes, err);
    if (code == LP_OK) small_must(small_open(lp_str_view(&bytes), res, err), "with tables", err);
    folder_remove(folder);
    lp_str_free(&bytes);
    lp_english_free(&en);
    lp_lexicon_free(&lex);
    return code;
}

/* The index of a term; a failure when there is none. */
static inline uint32_t learned_term(const lp_resource *res, const char *text)
{
    for (uint32_t i = 0; i < lp_resource_n_terms(res); i++)
        if (lp_sv_eq(lp_resource_term(res, i).text, lp_sv_of(text))) return i;
    fail_msg("no term %s", text);
    return LP_NO_TERM;
}

#endif
