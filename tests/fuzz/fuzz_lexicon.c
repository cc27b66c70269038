/* Any bytes as a lexicon: the loader, the checker, the compiler. What is refused
 * says where; what is accepted compiles and opens, or says why not. */
#include <stdint.h>

#include "support/small.h"

#include "base/utf8.h"
#include "laws.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool look(void *arg, const lp_lexicon_finding *f)
{
    size_t *n = arg;
    LAW("a finding says what", f->text[0] && f->rule[0] && f->entry->line > 0);
    LAW("in UTF-8", lp_utf8_check(f->text, strlen(f->text)) == strlen(f->text));
    return ++*n < 100;
}

static int level(void *arg, lp_sv word)
{
    (void)arg;
    return (int)(word.len * 7 % 60);
}

static void law_entries_are_sound(const lp_lexicon *lex)
{
    for (size_t i = 0; i < lex->n; i++) {
        const lp_entry *e = &lex->entries[i];
        LAW("an entry has a term", e->term.len > 0);
        LAW("in UTF-8", lp_utf8_check(e->term.s, e->term.len) == e->term.len);
        LAW("and a share of confidence", e->confidence >= 0 && e->confidence <= 1);
        for (size_t k = 0; k < e->n_variations; k++) LAW("no empty form", e->variations[k].len > 0);
    }
}

static void law_it_compiles(const lp_lexicon *lex)
{
    lp_str bytes = LP_STR_INIT;
    lp_err err = {0};
    const lp_english none = LP_ENGLISH_INIT;
    int code = lp_resource_build(lex, &none, SMALL_LEARNED, &bytes, &err);
    if (code != LP_OK) {
        LAW("a refusal says which entry", code == LP_ELIMIT && err.line > 0 && err.msg[0]);
    } else {
        lp_resource *res = NULL;
        LAW("what was compiled opens", small_open(lp_str_view(&bytes), &res, &err) == LP_OK);
        LAW("with all terms", lp_resource_n_terms(res) == lex->n);
        for (uint32_t id = 0; id < lex->n; id++) {
            lp_term t = lp_resource_term(res, id);
            LAW("as they are written", lp_sv_eq(t.text, lex->entries[id].term));
        }
        lp_resource_close(res);
    }
    lp_str_free(&bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    lp_lexicon lex = LP_LEXICON_INIT;
    lp_err err = {0};
    char *name = small_file(lp_sv_make(size ? (const char *)data : "", size));
    int code = lp_lexicon_load(&lex, name, &err);
    small_remove(name);
    law_entries_are_sound(&lex); /* also those before the mistake */
    if (code == LP_OK) {
        size_t n = 0;
        LAW("all findings are told", lp_lexicon_check(&lex, level, NULL, look, &n) == n);
        law_it_compiles(&lex);
    } else {
        LAW("a refusal says where",
            code == LP_EFORMAT && err.code == code && err.line > 0 && err.msg[0] && err.file[0]);
    }
    lp_lexicon_free(&lex);
    return 0;
}
