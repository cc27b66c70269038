#include "judge/score.h"

#include <math.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "judge/align.h"

/* One text on its way: its tokens, and a view of them as numbers to compare. */
typedef struct side {
    lp_ids tokens, compared, folded;
} side;

struct lp_scorer {
    lp_vocab *vocab;
    lp_aligner *aligner;
    side ref, hyp, raw;
    lp_ids ref_chars, hyp_chars;
    lp_ids right_now, right_raw; /* a word of the reference each: 1 = hit */
    lp_str joined[3];
};

lp_scorer *lp_scorer_new(const lp_score_options *o)
{
    const lp_score_options defaults = LP_SCORE_OPTIONS_INIT;
    if (!o) o = &defaults;
    lp_scorer *s = calloc(1, sizeof *s);
    if (!s) return NULL;
    s->vocab = lp_vocab_new(o->norm, o->is_term, o->is_term_arg);
    s->aligner = lp_aligner_new();
    if (s->vocab && s->aligner) return s;
    lp_scorer_free(s);
    return NULL;
}

static void side_free(side *x)
{
    lp_ids_free(&x->tokens);
    lp_ids_free(&x->compared);
    lp_ids_free(&x->folded);
}

void lp_scorer_free(lp_scorer *s)
{
    if (!s) return;
    lp_vocab_free(s->vocab);
    lp_aligner_free(s->aligner);
    side_free(&s->ref);
    side_free(&s->hyp);
    side_free(&s->raw);
    lp_ids_free(&s->ref_chars);
    lp_ids_free(&s->hyp_chars);
    lp_ids_free(&s->right_now);
    lp_ids_free(&s->right_raw);
    for (size_t i = 0; i < 3; i++) lp_str_free(&s->joined[i]);
    free(s);
}

/* --- reading ------------------------------------------------------------------- */

static int read_side(lp_scorer *s, lp_sv text, side *x, lp_err *err)
{
    x->tokens.n = x->compared.n = x->folded.n = 0;
    int code = lp_vocab_read(s->vocab, text, &x->tokens, err);
    for (size_t i = 0; code == LP_OK && i < x->tokens.n; i++) {
        const uint32_t t = x->tokens.v[i];
        code = lp_ids_add(&x->compared, lp_vocab_compared(s->vocab, t), err);
        if (code == LP_OK) code = lp_ids_add(&x->folded, lp_vocab_folded(s->vocab, t), err);
    }
    return code;
}

/* The characters of a side as numbers. */
static int spell(lp_scorer *s, const side *x, bool spaces, lp_ids *out, lp_err *err)
{
    int code = LP_OK;
    out->n = 0;
    for (size_t i = 0; code == LP_OK && i < x->tokens.n; i++) {
        const lp_sv w = lp_vocab_text(s->vocab, x->tokens.v[i]);
        if (spaces && i) code = lp_ids_add(out, ' ', err);
        for (size_t at = 0; code == LP_OK && at < w.len;) {
            uint32_t c;
            at += lp_utf8_get(w.s + at, w.len - at, &c);
            code = lp_ids_add(out, c, err);
        }
    }
    return code;
}

/* --- counting ------------------------------------------------------------------ */

static int count_chars(lp_scorer *s, bool spaces, uint64_t *chars, uint64_t *edits, lp_err *err)
{
    size_t d = 0;
    int code = spell(s, &s->ref, spaces, &s->ref_chars, err);
    if (code == LP_OK) code = spell(s, &s->hyp, spaces, &s->hyp_chars, err);
    if (code == LP_OK)
        code = lp_distance(s->aligner, s->ref_chars.v, s->ref_chars.n, s->hyp_chars.v, s->hyp_chars.n, &d, err);
    *chars = s->ref_chars.n;
    *edits = d;
    return code;
}

static lp_term_counts count_terms(const lp_scorer *s, const lp_alignment *al)
{
    lp_term_counts t = {0};
    for (size_t i = 0; i < al->n_pairs; i++) {
        const lp_pair *p = &al->pairs[i];
        const bool ref = p->ref != LP_NOWHERE && lp_vocab_is_term(s->vocab, s->ref.tokens.v[p->ref]);
        const bool hyp = p->hyp != LP_NOWHERE && lp_vocab_is_term(s->vocab, s->hyp.tokens.v[p->hyp]);
        const bool right = ref && p->op == LP_HIT;
        t.ref += ref;
        t.hyp += hyp || right;
        t.right += right;
    }
    return t;
}

/* Which words of the reference are hits. */
static int mark_hits(const lp_alignment *al, lp_ids *out, lp_err *err)
{
    int code = LP_OK;
    out->n = 0;
    for (size_t i = 0; code == LP_OK && i < al->n_pairs; i++)
        if (al->pairs[i].ref != LP_NOWHERE) code = lp_ids_add(out, al->pairs[i].op == LP_HIT, err);
    return code;
}

static int count_words(lp_scorer *s, lp_score *out, lp_err *err)
{
    const side *a = &s->ref, *b = &s->hyp;
    lp_alignment al;
    int code = lp_align(s->aligner, a->compared.v, a->compared.n, b->compared.v, b->compared.n, &al, err);
    if (code != LP_OK) return code;
    out->hits = al.hits;
    out->sub = al.sub;
    out->del = al.del;
    out->ins = al.ins;
    out->exact = count_terms(s, &al);
    code = mark_hits(&al, &s->right_now, err);
    if (code != LP_OK) return code;
    code = lp_align(s->aligner, a->folded.v, a->folded.n, b->folded.v, b->folded.n, &al, err);
    if (code == LP_OK) out->folded = count_terms(s, &al);
    return code;
}

/* What became of the words that were right and wrong before. */
static int count_changes(lp_scorer *s, lp_score *out, lp_err *err)
{
    const side *a = &s->ref, *b = &s->raw;
    lp_alignment al;
    int code = lp_align(s->aligner, a->compared.v, a->compared.n, b->compared.v, b->compared.n, &al, err);
    if (code == LP_OK) code = mark_hits(&al, &s->right_raw, err);
    if (code != LP_OK) return code;
    out->raw_files = 1;
    out->raw_words = a->tokens.n;
    out->raw_edits = al.sub + al.del + al.ins;
    for (size_t i = 0; i < a->tokens.n; i++) {
        const bool before = s->right_raw.v[i], now = s->right_now.v[i];
        if (!lp_vocab_is_term(s->vocab, a->tokens.v[i])) {
            out->sound += before;
            out->damaged += before && !now;
        } else if (before) {
            out->held++;
            out->kept += now;
        } else {
            out->needed++;
            out->fixed += now;
        }
    }
    return LP_OK;
}

int lp_score_texts(lp_scorer *s, lp_sv ref, lp_sv hyp, const lp_sv *raw, lp_score *out, lp_err *err)
{
    *out = (lp_score){.files = 1};
    int code = read_side(s, ref, &s->ref, err);
    if (code == LP_OK) code = read_side(s, hyp, &s->hyp, err);
    if (code == LP_OK && raw) code = read_side(s, *raw, &s->raw, err);
    if (code == LP_OK) code = count_words(s, out, err);
    if (code == LP_OK && raw) code = count_changes(s, out, err);
    if (code == LP_OK) code = count_chars(s, true, &out->chars, &out->char_edits, err);
    if (code == LP_OK) code = count_chars(s, false, &out->letters, &out->letter_edits, err);
    return code;
}

static int join_cues(const lp_transcript *t, lp_str *out, lp_err *err)
{
    lp_str_clear(out);
    for (size_t i = 0; i < t->n_cues; i++) {
        lp_str_addv(out, t->cues[i].text);
        lp_str_addc(out, '\n');
    }
    return lp_str_check(out, err);
}

int lp_score_transcripts(lp_scorer *s, const lp_transcript *ref, const lp_transcript *hyp, const lp_transcript *raw,
                         lp_score *out, lp_err *err)
{
    int code = join_cues(ref, &s->joined[0], err);
    if (code == LP_OK) code = join_cues(hyp, &s->joined[1], err);
    if (code == LP_OK && raw) code = join_cues(raw, &s->joined[2], err);
    if (code != LP_OK) return code;
    const lp_sv before = lp_str_view(&s->joined[2]);
    code = lp_score_texts(s, lp_str_view(&s->joined[0]), lp_str_view(&s->joined[1]), raw ? &before : NULL, out, err);
    out->ref_cues = ref->n_cues;
    out->hyp_cues = hyp->n_cues;
    return code;
}

static void add_terms(lp_term_counts *total, const lp_term_counts *one)
{
    total->ref += one->ref;
    total->hyp += one->hyp;
    total->right += one->right;
}

void lp_score_add(lp_score *total, const lp_score *one)
{
    total->files += one->files;
    total->ref_cues += one->ref_cues;
    total->hyp_cues += one->hyp_cues;
    total->hits += one->hits;
    total->sub += one->sub;
    total->del += one->del;
    total->ins += one->ins;
    total->chars += one->chars;
    total->char_edits += one->char_edits;
    total->letters += one->letters;
    total->letter_edits += one->letter_edits;
    add_terms(&total->exact, &one->exact);
    add_terms(&total->folded, &one->folded);
    total->raw_files += one->raw_files;
    total->raw_edits += one->raw_edits;
    total->raw_words += one->raw_words;
    total->needed += one->needed;
    total->fixed += one->fixed;
    total->held += one->held;
    total->kept += one->kept;
    total->sound += one->sound;
    total->damaged += one->damaged;
}

/* --- rates ----------------------------------------------------------------------- */

static double share(uint64_t part, uint64_t whole) { return whole ? (double)part / (double)whole : (double)NAN; }

uint64_t lp_score_ref_words(const lp_score *s) { return s->hits + s->sub + s->del; }
uint64_t lp_score_hyp_words(const lp_score *s) { return s->hits + s->sub + s->ins; }
uint64_t lp_score_edits(const lp_score *s) { return s->sub + s->del + s->ins; }

double lp_score_wer(const lp_score *s) { return share(lp_score_edits(s), lp_score_ref_words(s)); }
double lp_score_raw_wer(const lp_score *s) { return share(s->raw_edits, s->raw_words); }
double lp_score_cer(const lp_score *s) { return share(s->char_edits, s->chars); }
double lp_score_cer_letters(const lp_score *s) { return share(s->letter_edits, s->letters); }
double lp_term_recall(const lp_term_counts *t) { return share(t->right, t->ref); }
double lp_term_precision(const lp_term_counts *t) { return share(t->right, t->hyp); }
double lp_term_f1(const lp_term_counts *t) { return share(2 * t->right, t->ref + t->hyp); }
double lp_score_reduction(const lp_score *s) { return share(s->fixed, s->needed); }
double lp_score_kept(const lp_score *s) { return share(s->kept, s->held); }
double lp_score_damage(const lp_score *s) { return share(s->damaged, s->sound); }
