#include "correct/fillers.h"

/* Judged, not counted: the golden sets are verbatim, so nothing tells how many
 * of these are right. Set high, because the rules below are narrow. */
#define HESITATION 0.97
#define SET_OFF 0.90
#define SAID_TWICE 0.93

/* Sounds of hesitation. `ah`, `oh` and `hmm` say something. */
static const char *const hesitations[] = {"um", "umm", "ummm", "uh", "uhh", "uhm", "er", "erm", "ehm"};

/* Words that nobody repeats on purpose: they carry no sense of their own.
 * Left out because saying them twice is English: that that, had had, is is,
 * do do, so so, very very, no no, who who, what what. */
static const char *const carriers[] = {
    "a",     "an",    "the",  "of",    "to",   "in",    "on",    "at",   "for",  "from",  "with",  "by",   "into",
    "and",   "but",   "or",   "if",    "as",   "than",  "because", "when", "where", "while", "i",  "he",   "she",
    "we",    "they",  "it",   "my",    "your", "our",   "their", "his",  "its",  "this",  "these", "those", "was",
    "are",   "were",  "be",   "been",  "have", "has",   "will",  "would", "could", "should", "may", "might",
    "i'm",   "it's",  "we're", "you're", "they're", "he's", "she's", "there's", "that's", "don't", "which", "am",
};

static bool is_in(lp_sv word, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (lp_sv_eq(word, lp_sv_of(list[i]))) return true;
    return false;
}

#define IS_IN(word, list) is_in(word, list, sizeof list / sizeof *list)

static bool is(const lp_tokens *tokens, size_t i, const char *word)
{
    return i < tokens->n && lp_sv_eq(tokens->v[i].low, lp_sv_of(word));
}

/* Is the word in small letters but perhaps for the first? ER and UM are names. */
static bool is_spoken(const lp_token *t)
{
    size_t upper = 0;
    for (size_t i = 0; i < t->text.len; i++) upper += t->text.s[i] >= 'A' && t->text.s[i] <= 'Z';
    return upper <= 1;
}

/* The mark that stands directly behind a word: its first byte, or 0. */
static char mark_behind(const lp_transcript *t, const lp_token *w)
{
    const lp_sv text = t->cues[w->cue].text;
    const size_t at = w->at + w->text.len;
    return at < text.len ? text.s[at] : '\0';
}

/* "uh-huh" and "er-" are words of their own. */
static bool stands_alone(const lp_tokens *tokens, size_t i, uint32_t n)
{
    return !(tokens->v[i].flags & LP_TOKEN_HYPHEN) && (i + n == tokens->n || !(tokens->v[i + n].flags & LP_TOKEN_HYPHEN));
}

/* Is it all there is between quotes, brackets or tags? Taken out it would leave
 * an empty pair. */
static bool is_enclosed(const lp_transcript *t, const lp_token *w)
{
    const lp_sv text = t->cues[w->cue].text;
    size_t i = w->at + w->text.len;
    while (i < text.len && strchr(",.", text.s[i])) i++;
    return w->at && !strchr(" \t\n", text.s[w->at - 1]) && i < text.len && !strchr(" \t\n", text.s[i]);
}

static bool is_hesitation(const lp_transcript *t, const lp_tokens *tokens, size_t i)
{
    const lp_token *w = &tokens->v[i];
    if (!IS_IN(w->low, hesitations) || !is_spoken(w) || !stands_alone(tokens, i, 1) || is_enclosed(t, w)) return false;
    /* Er, the hero of Plato's tale, has a capital inside the sentence. */
    return !(w->flags & LP_TOKEN_CAPITAL) || (w->flags & (LP_TOKEN_STOP | LP_TOKEN_CUE)) || i == 0;
}

/* `you know` with a mark on either side, and not a sentence of its own. */
static bool is_you_know(const lp_transcript *t, const lp_tokens *tokens, size_t i)
{
    if (!is(tokens, i, "you") || !is(tokens, i + 1, "know")) return false;
    const lp_token *you = &tokens->v[i], *know = &tokens->v[i + 1];
    const bool before = i == 0 || (you->flags & LP_TOKEN_BREAK);
    const char behind = mark_behind(t, know);
    if (!before || (know->flags & LP_TOKEN_BREAK) || you->cue != know->cue) return false;
    /* "You know." and "You know?" are said to somebody. */
    return behind == ',' || (behind == '.' && i > 0 && !(you->flags & LP_TOKEN_STOP));
}

/* The same word again, with nothing or a comma between: i is the first. */
static bool is_stumble(const lp_transcript *t, const lp_tokens *tokens, size_t i)
{
    if (i + 1 >= tokens->n) return false;
    const lp_token *a = &tokens->v[i], *b = &tokens->v[i + 1];
    if (a->key != b->key || !lp_sv_eq(a->low, b->low) || !IS_IN(a->low, carriers)) return false;
    if (!stands_alone(tokens, i, 2) || (b->flags & (LP_TOKEN_HYPHEN | LP_TOKEN_STOP))) return false;
    if (a->cue != b->cue) return !(b->flags & LP_TOKEN_BREAK);
    const char behind = mark_behind(t, a);
    return !(b->flags & LP_TOKEN_BREAK) || behind == ',';
}

static int propose(lp_proposals *list, size_t first, uint32_t n, const char *by, double confidence, const char *why)
{
    const lp_proposal p = {.first = (uint32_t)first, .n = n, .to = LP_SV(""), .by = by, .confidence = confidence,
                           .why = lp_sv_of(why), .term = LP_NO_TERM};
    return lp_propose(list, &p);
}

int lp_fillers(const lp_transcript *t, const lp_tokens *tokens, lp_proposals *list)
{
    int code = LP_OK;
    for (size_t i = 0; code == LP_OK && i < tokens->n; i++) {
        if (is_hesitation(t, tokens, i)) code = propose(list, i, 1, "filler", HESITATION, "a sound of hesitation");
        else if (is_you_know(t, tokens, i)) code = propose(list, i, 2, "filler", SET_OFF, "set off by marks on either side");
        else if (is_stumble(t, tokens, i)) code = propose(list, i, 1, "repetition", SAID_TWICE, "the same word again");
    }
    return code;
}
