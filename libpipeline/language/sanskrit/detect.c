#include "language/sanskrit/detect.h"

#include <math.h>
#include <stdlib.h>

#include "language/sanskrit/detect_internal.h"

struct lp_detector {
    lp_detect_options o;
    lp_dt_spellings spellings[LP_N_WRITINGS]; /* of the Latin schemes */
};

#define LP_AS_ROW(id, scheme, name) {scheme, name},
static const struct {
    lp_scheme scheme;
    const char *name;
} writings[] = {LP_WRITINGS(LP_AS_ROW)};
#undef LP_AS_ROW

const char *lp_writing_name(lp_writing w) { return (unsigned)w < LP_N_WRITINGS ? writings[w].name : NULL; }

lp_scheme lp_writing_scheme(lp_writing w) { return (unsigned)w < LP_N_WRITINGS ? writings[w].scheme : LP_N_SCHEMES; }

bool lp_detect_is_sure(lp_verdict v)
{
    return lp_writing_scheme(v.writing) != LP_N_SCHEMES && v.confidence >= LP_DETECT_SURE;
}

static bool is_latin_scheme(int w) { return w > LP_WRITING_DEVANAGARI; }
/* A writing whose words can be told by their letters. */
static bool is_rival(int w) { return is_latin_scheme(w) || w == LP_WRITING_POPULAR; }

lp_detector *lp_detector_new(const lp_detect_options *o, lp_err *err)
{
    lp_detector *d = calloc(1, sizeof *d);
    if (!d) {
        lp_fail(err, LP_ENOMEM, "no memory for the tables of scheme detection");
        return NULL;
    }
    d->o = *o;
    int code = LP_OK;
    for (int w = 0; code == LP_OK && w < LP_N_WRITINGS; w++)
        if (is_latin_scheme(w)) code = lp_dt_learn(&d->spellings[w], writings[w].scheme, err);
    if (code == LP_OK) return d;
    lp_detector_free(d);
    return NULL;
}

void lp_detector_free(lp_detector *d) { free(d); }

/* ---- a word ---- */

/* Costs of a word in every writing. */
typedef struct weighed {
    size_t at, len;
    enum lp_dt_kind kind;
    double cost[LP_N_WRITINGS];
    uint64_t reading[LP_N_WRITINGS];
} weighed;

/* Letter models are surer of themselves than they should be: neighbouring
 * letters are not independent. Their evidence counts this much. */
static const double temper = 0.8;

/* Little words that are also little words of Sanskrit, or look like them. */
static bool is_little_word(lp_sv w)
{
    static const char words[] =
        " a i o an am as at be by do go he hi if in is it me my no of oh on or so to up us we the "
        "and are you your that this they them there then than have has had his her him she was "
        "were will would what when who why how not but for from with all any can one our out "
        "see say said know like just very even here okay ok yes yeah saw two um uh im dont its ";
    char key[8];
    if (w.len > 5) return false;
    key[0] = ' ';
    memcpy(key + 1, w.s, w.len);
    key[w.len + 1] = ' ';
    key[w.len + 2] = '\0';
    return strstr(words, key) != NULL;
}

static enum lp_dt_listed is_listed(const lp_detector *d, lp_sv word)
{
    char small[LP_DT_LONGEST_WORD];
    if (word.len > sizeof small) return LP_DT_NO_LIST;
    for (size_t i = 0; i < word.len; i++) {
        char c = word.s[i];
        if ((unsigned char)c >= 0x80) return LP_DT_NO_LIST;
        small[i] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    lp_sv low = lp_sv_make(small, word.len);
    if (is_little_word(low)) return LP_DT_LITTLE;
    if (!d->o.is_english) return LP_DT_NO_LIST;
    return d->o.is_english(d->o.with, low) ? LP_DT_LISTED : LP_DT_UNLISTED;
}

/* English and popular spelling begin names with a capital; where the capital
 * is a sound (Advaita, Erica as HK) it must have been meant. */
static const double name_like_cost = 3.0;

static bool looks_like_name(lp_sv word)
{
    bool good = word.len > 1 && word.s[0] >= 'A' && word.s[0] <= 'Z';
    for (size_t i = 1; good && i < word.len; i++) good = word.s[i] >= 'a' && word.s[i] <= 'z';
    return good;
}

static void weigh(const lp_detector *d, lp_sv word, weighed *out)
{
    for (int w = 0; w < LP_N_WRITINGS; w++) out->cost[w] = LP_DT_NEVER, out->reading[w] = (uint64_t)w;
    out->cost[LP_WRITING_NONE] = 0;
    if (out->kind != LP_DT_LATIN) return;
    out->cost[LP_WRITING_NONE] = temper * lp_dt_english(word, is_listed(d, word));
    out->cost[LP_WRITING_POPULAR] = temper * lp_dt_popular(word);
    for (int w = 0; w < LP_N_WRITINGS; w++)
        if (is_latin_scheme(w)) out->cost[w] = temper * lp_dt_read(&d->spellings[w], word, &out->reading[w]);
    if (!looks_like_name(word)) return;
    for (int w = 0; w < LP_N_WRITINGS; w++)
        if (is_latin_scheme(w) && !d->spellings[w].cased) out->cost[w] += name_like_cost;
}

/* ---- a line: English and one other writing, taking turns ---- */

/* Lines are looked at by this many words. */
enum { WINDOW = 64 };

/* How likely a word is Sanskrit behind English, and behind Sanskrit. */
typedef struct rates {
    double begin, go_on;
} rates;

typedef struct window {
    weighed word[WINDOW];
    size_t n;
    double share[LP_N_WRITINGS][WINDOW]; /* p that the word is in it, if the line is */
    double odds[LP_N_WRITINGS];          /* ln of the line's odds against English only */
    double p[LP_N_WRITINGS];             /* of the writings, for this line */
} window;

/* Odds of the letters of each word, Sanskrit in w against English; the highest
 * of them. */
static double gains_of(const window *win, int w, double *gain)
{
    double most = 0;
    for (size_t i = 0; i < win->n; i++) {
        const double *cost = win->word[i].cost;
        double log_gain = cost[LP_WRITING_NONE] - cost[w];
        gain[i] = log_gain < -300 ? 0 : exp(fmin(log_gain, 300));
        most = fmax(most, gain[i]);
    }
    return most;
}

/* From the end to the beginning: what follows a word speaks for it, too.
 * share: forward probabilities in, probabilities out. */
static void run_back(const double *gain, size_t n, rates rate, double *share)
{
    double in_after = 1, out_after = 1; /* likelihood of what follows, by the state here */
    for (size_t i = n; i-- > 0;) {
        double in = share[i] * in_after, out = (1 - share[i]) * out_after;
        share[i] = in + out > 0 ? in / (in + out) : 0;
        double next_in = in_after * gain[i], next_out = out_after;
        in_after = rate.go_on * next_in + (1 - rate.go_on) * next_out;
        out_after = rate.begin * next_in + (1 - rate.begin) * next_out;
        double most = fmax(in_after, out_after);
        in_after /= most;
        out_after /= most;
    }
}

/* No word of a line is worth a look when all gains are below this. */
static const double no_gain = 0.02;

/* Forward and backward over the words with two states. Works on odds of
 * Sanskrit against English, so no scaling is needed; returns ln of the odds of
 * the whole line against English only. */
static double run_chain(const window *win, int w, rates rate, double *share)
{
    double gain[WINDOW], log_odds = 0, now = rate.begin;
    memset(share, 0, win->n * sizeof *share);
    if (gains_of(win, w, gain) < no_gain) return 0;
    for (size_t i = 0; i < win->n; i++) {
        double in = now * gain[i], sum = in + (1 - now);
        log_odds += log(sum);
        share[i] = in / sum;
        now = share[i] * rate.go_on + (1 - share[i]) * rate.begin;
    }
    run_back(gain, win->n, rate, share);
    return log_odds;
}

/* Without knowledge of the text a Sanskrit word is rare but comes in company.
 * What is known begins to count against fifty words of that. */
static rates rates_of(const lp_evidence *prior, int w)
{
    double n = prior ? (double)prior->n_words : 0, found = prior ? prior->words[w] : 0;
    double share = (found + 0.5) / (n + 50);
    return (rates){fmin(fmax(share, 0.002), 0.5), fmax(0.75, fmin(share, 0.95))};
}

/* A Sanskrit word without any telltale letter is rather spelled for newspapers
 * than in ITRANS or Velthuis: e to this power times, and less where the text is
 * known to hold a scheme. */
static const double popular_is_usual = 5.0, popular_beside_scheme = 2.0;

/* ln of how likely each writing is before the line is seen. */
static double prior_of(const lp_evidence *prior, int w)
{
    double best = 0;
    if (!prior) return w == LP_WRITING_POPULAR ? popular_is_usual : 0;
    for (int i = 0; i < LP_N_WRITINGS; i++)
        if (is_latin_scheme(i)) best = fmax(best, prior->odds[i]);
    if (w == LP_WRITING_POPULAR) return best > 0 ? popular_beside_scheme : popular_is_usual;
    return fmax(prior->odds[w] - best, -9.0);
}

static void weigh_writings(window *win, const lp_evidence *prior)
{
    double most = -LP_DT_NEVER, sum = 0;
    for (int w = 0; w < LP_N_WRITINGS; w++) {
        if (!is_rival(w)) continue;
        win->odds[w] = run_chain(win, w, rates_of(prior, w), win->share[w]);
        win->p[w] = prior_of(prior, w) + win->odds[w];
        most = fmax(most, win->p[w]);
    }
    for (int w = 0; w < LP_N_WRITINGS; w++) {
        win->p[w] = is_rival(w) ? exp(win->p[w] - most) : 0;
        sum += win->p[w];
    }
    for (int w = 0; w < LP_N_WRITINGS; w++) win->p[w] /= sum;
}

/* Words from *at on into the window; false when there are none. */
static bool fill(const lp_detector *d, lp_sv line, size_t *at, window *win)
{
    win->n = 0;
    while (win->n < WINDOW) {
        weighed *x = &win->word[win->n];
        x->kind = lp_dt_next_word(line, at, &x->at, &x->len);
        if (x->kind == LP_DT_END) break;
        weigh(d, lp_sv_make(line.s + x->at, x->len), x);
        win->n++;
    }
    return win->n > 0;
}

/* ---- verdicts ---- */

/* All writings that read a word alike speak for one another. */
static lp_verdict verdict_of(const window *win, size_t i)
{
    const weighed *x = &win->word[i];
    if (x->kind == LP_DT_DEVANAGARI) return (lp_verdict){LP_WRITING_DEVANAGARI, 1.0};
    if (x->kind == LP_DT_FOREIGN) return (lp_verdict){LP_WRITING_NONE, 1.0};
    lp_verdict best = {LP_WRITING_NONE, 1.0};
    double one[LP_N_WRITINGS] = {0}, highest = -1;
    for (int w = 0; w < LP_N_WRITINGS; w++) {
        one[w] = win->p[w] * (is_rival(w) ? win->share[w][i] : 0);
        best.confidence -= one[w];
    }
    for (int w = 0; w < LP_N_WRITINGS; w++) {
        double together = 0;
        for (int k = 0; k < LP_N_WRITINGS; k++)
            if (x->reading[k] == x->reading[w]) together += one[k];
        bool better = together > best.confidence + 1e-12;
        bool likelier = together > best.confidence - 1e-12 && one[w] > highest;
        if (one[w] > 0 && (better || likelier)) {
            best = (lp_verdict){(lp_writing)w, together};
            highest = one[w];
        }
    }
    return best;
}

static lp_verdict clamp(lp_verdict v)
{
    v.confidence = fmin(fmax(v.confidence, 0), 1);
    return v;
}

/* Odds below this are what English looks like by chance; they do not add up. */
static const double least_odds = 2.0, least_popular_odds = 4.0;

static void add_window(lp_evidence *e, const window *win)
{
    for (size_t i = 0; i < win->n; i++) {
        bool devanagari = win->word[i].kind == LP_DT_DEVANAGARI;
        if (devanagari) e->odds[LP_WRITING_DEVANAGARI] += 8, e->words[LP_WRITING_DEVANAGARI] += 1;
        e->n_words++;
    }
    for (int w = 0; w < LP_N_WRITINGS; w++) {
        double least = w == LP_WRITING_POPULAR ? least_popular_odds : least_odds;
        if (!is_rival(w) || win->odds[w] < least) continue;
        e->odds[w] += win->odds[w];
        for (size_t i = 0; i < win->n; i++) e->words[w] += win->share[w][i];
    }
}

static lp_verdict verdict_among(const lp_evidence *e, bool with_devanagari)
{
    int best = LP_WRITING_NONE;
    double sum = 0;
    for (int w = 1; w < LP_N_WRITINGS; w++) {
        if (w == LP_WRITING_DEVANAGARI && !with_devanagari) continue;
        if (e->odds[w] > e->odds[best]) best = w;
    }
    for (int w = 0; w < LP_N_WRITINGS; w++) {
        if (w == LP_WRITING_DEVANAGARI && !with_devanagari) continue;
        sum += exp(fmax(e->odds[w] - e->odds[best], -300));
    }
    if (best == LP_WRITING_NONE) return (lp_verdict){LP_WRITING_NONE, 1.0};
    return clamp((lp_verdict){(lp_writing)best, 1 / sum});
}

lp_verdict lp_evidence_verdict(const lp_evidence *e) { return verdict_among(e, true); }
lp_verdict lp_evidence_latin(const lp_evidence *e) { return verdict_among(e, false); }

void lp_evidence_add(const lp_detector *d, lp_evidence *e, lp_sv text)
{
    window win;
    for (size_t from = 0, to; from < text.len; from = to + 1) {
        const char *lf = memchr(text.s + from, '\n', text.len - from);
        to = lf ? (size_t)(lf - text.s) : text.len;
        lp_sv line = lp_sv_make(text.s + from, to - from);
        for (size_t at = 0; fill(d, line, &at, &win);) {
            weigh_writings(&win, NULL);
            add_window(e, &win);
        }
    }
}

lp_verdict lp_detect_text(const lp_detector *d, lp_sv text)
{
    lp_evidence e = LP_EVIDENCE_INIT;
    lp_evidence_add(d, &e, text);
    return lp_evidence_verdict(&e);
}

size_t lp_detect_line(const lp_detector *d, const lp_evidence *prior, lp_sv line, lp_found *out, size_t cap,
                      lp_verdict *verdict)
{
    window win;
    lp_evidence e = LP_EVIDENCE_INIT;
    size_t n = 0;
    for (size_t at = 0; fill(d, line, &at, &win);) {
        weigh_writings(&win, prior);
        for (int w = 0; prior && w < LP_N_WRITINGS; w++)
            if (is_rival(w)) win.odds[w] += prior_of(prior, w);
        add_window(&e, &win);
        for (size_t i = 0; i < win.n; i++, n++)
            if (n < cap) out[n] = (lp_found){win.word[i].at, win.word[i].len, clamp(verdict_of(&win, i))};
    }
    if (verdict) *verdict = lp_evidence_verdict(&e);
    return n;
}

lp_verdict lp_detect_word(const lp_detector *d, const lp_evidence *prior, lp_sv word)
{
    lp_found found;
    size_t n = lp_detect_line(d, prior, word, &found, 1, NULL);
    return n ? found.verdict : (lp_verdict){LP_WRITING_NONE, 1.0};
}
