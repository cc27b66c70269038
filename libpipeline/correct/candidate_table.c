#include "correct/candidate_table.h"

#include "correct/evidence.h"
#include "correct/lattice.h"
#include "correct/spans.h"

static void put_words(lp_surroundings *s, lp_str *out)
{
    lp_str_adds(out, "#word\tindex\tcue\ttext\tenglish\tindian");
    for (size_t i = 0; i < LP_N_GARBLED; i++) lp_str_addf(out, "\t%s", lp_garbled_names[i]);
    lp_str_addc(out, '\n');
    for (uint32_t k = 0; k < s->tokens->n; k++) {
        const lp_token *t = &s->tokens->v[k];
        char english[LP_SOUND_LONGEST], indian[LP_SOUND_LONGEST];
        const size_t n = lp_span_phones(s, k, 1, SIZE_MAX, false, english);
        const size_t m = lp_span_phones(s, k, 1, SIZE_MAX, true, indian);
        float x[LP_N_GARBLED];
        lp_evidence_garbled(s, k, x);
        lp_str_addf(out, "word\t%u\t%u\t%.*s\t%.*s\t%.*s", k, t->cue + 1, (int)t->text.len, t->text.s, (int)n, english, (int)m,
                    indian);
        for (size_t i = 0; i < LP_N_GARBLED; i++) lp_str_addf(out, "\t%.4g", (double)x[i]);
        lp_str_addc(out, '\n');
    }
}

static int put_candidates(lp_surroundings *s, lp_candidates *all, lp_str *out)
{
    static const char *const forms[] = {"heard", "listed", "regular", "english", "heard_as"};
    int code = LP_OK;
    lp_str_adds(out, "#cand\tfirst\twords\tto\tform\theard\tsaid\tshare\tsupport\tplain");
    for (size_t i = 0; i < LP_N_EVIDENCE; i++) lp_str_addf(out, "\t%s", lp_evidence_names[i]);
    lp_str_addc(out, '\n');
    for (size_t k = 0; code == LP_OK && k < all->n; k++) {
        lp_candidate *c = &all->v[k];
        code = lp_candidate_write(s->res, all->arena, c);
        const lp_sv said = lp_resource_term(s->res, c->term).phones;
        lp_str_addf(out, "cand\t%u\t%u\t%.*s\t%s\t%.*s\t%.*s\t%.4f\t%.4f\t%.4f", c->first, c->n, (int)c->to.len, c->to.s,
                    forms[c->form], (int)c->heard.len, c->heard.len ? c->heard.s : "", (int)said.len, said.s, c->share,
                    c->support, c->plain);
        for (size_t i = 0; i < LP_N_EVIDENCE; i++) lp_str_addf(out, "\t%.5g", (double)c->x[i]);
        lp_str_addc(out, '\n');
    }
    return code;
}

int lp_candidate_table(lp_surroundings *s, lp_candidates *all, lp_str *out)
{
    put_words(s, out);
    const int code = put_candidates(s, all, out);
    return out->failed ? LP_ENOMEM : code;
}
