#include "house.h"

#include <stdio.h>

#include "language/lexicon.h"
#include "locate.h"

house house_none(void) { return (house){.style = LP_IAST}; }

bool house_style(house *h, const char *name)
{
    h->style = lp_scheme_of(name);
    return lp_spelling_is_style(h->style);
}

bool house_add_lexicon(house *h, const char *path)
{
    if (h->n_lexicons == HOUSE_LEXICONS) return false;
    h->lexicons[h->n_lexicons++] = path;
    return true;
}

/* By name, else by the first bytes. What is no text, or not there, is taken for
 * a compiled one: opening it says best what is wrong. */
static bool is_compiled(const char *path)
{
    char head[256];
    const size_t len = strlen(path);
    if (len > 4 && strcmp(path + len - 4, ".lex") == 0) return true;
    FILE *f = fopen(path, "rb");
    const size_t n = f ? fread(head, 1, sizeof head, f) : 0;
    if (f) (void)fclose(f);
    return !n || memchr(head, '\0', n) != NULL;
}

static int load_sources(const house *h, lp_lexicon *lex, const char **compiled, lp_err *err)
{
    for (size_t i = 0; i < h->n_lexicons; i++) {
        const char *path = h->lexicons[i];
        int code = LP_OK;
        if (!is_compiled(path)) code = lp_lexicon_load(lex, path, err);
        else if (*compiled) code = lp_fail(err, LP_EVALUE, "a second compiled lexicon beside %s; lay its YAML over that one", *compiled);
        else *compiled = path;
        if (code != LP_OK) lp_err_at(err, path);
        if (code != LP_OK) return code;
    }
    return LP_OK;
}

int house_lexicon(const house *h, lp_resource **res, lp_err *err)
{
    lp_lexicon lex = LP_LEXICON_INIT;
    lp_str path = LP_STR_INIT;
    const char *compiled = NULL;
    int code = load_sources(h, &lex, &compiled, err);
    if (code == LP_OK) code = locate_lexicon(compiled, &path, err);
    if (code == LP_OK) code = lp_resource_open(path.s, res, err);
    if (code == LP_OK && lex.n) code = lp_resource_lay_over(*res, &lex, err);
    lp_str_free(&path);
    lp_lexicon_free(&lex);
    return code;
}

int house_open(house *h, lp_correct_options *o, lp_err *err)
{
    int code = LP_OK;
    if (h->rules) code = lp_rules_load(h->rules, &h->own_rules, err);
    if (code == LP_OK && h->protect) code = lp_protected_load(h->protect, &h->own_protect, err);
    if (code == LP_OK && (h->spellings || h->style != LP_IAST))
        code = lp_spelling_new(h->style, h->spellings, &h->own_spelling, err);
    o->spelling = h->own_spelling;
    o->rules = h->own_rules;
    o->protect = h->own_protect;
    return code;
}

void house_close(house *h)
{
    lp_rules_free(h->own_rules);
    lp_protected_free(h->own_protect);
    lp_spelling_free(h->own_spelling);
    h->own_spelling = NULL;
    h->own_rules = NULL;
    h->own_protect = NULL;
}
