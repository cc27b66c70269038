#include "language/sanskrit/schwa.h"

#include "language/sanskrit/schwa_internal.h"

/* Last members of compounds whose first vowel stays, as SLP1 letters. The list
 * is short on purpose: a member must not be the end of a simple word. */
static const char *const members[] = {
    "pati",   "patnI", "putra",  "putrI",  "puruza", "pUrRa",  "varza",  "vatI",    "matI",    "caraRa",  "carita",
    "carya",  "caryA", "kumAra", "kumArI", "jana",   "janma",  "nagara", "maRqala", "mandira", "mantra",  "ratna",
    "ramaRa", "lIlA",  "loka",   "samAja", "saBA",   "sAgara", "SAlA",   "daSamI",  "zazWI",   "paYcamI", "navamI",
};

/* The sounds of a word and what became of them. */
typedef struct word {
    const lp_letter *w;
    size_t n;
    bool *gone;
} word;

static bool is_consonant(const word *x, size_t i) { return i < x->n && lp_letter_is_consonant(x->w[i].c); }

static bool is_spoken_vowel(const word *x, size_t i)
{
    return i < x->n && lp_letter_is_vowel(x->w[i].c) && !x->gone[i];
}

static size_t count_vowels(const word *x, size_t from, size_t to)
{
    size_t n = 0;
    for (size_t i = from; i < to; i++) n += is_spoken_vowel(x, i);
    return n;
}

static bool is_in(const char *set, char c) { return c && strchr(set, c); }

/* Does a word need its last a to be spoken at all? a: its place. */
static bool end_is_held(const word *x, size_t from, size_t a)
{
    if (a < from + 2) return false;
    char last = x->w[a - 1].c, before = x->w[a - 2].c;
    if (last == 'y' && is_in("iIe", before)) return true;
    if (!lp_letter_is_consonant(before)) return false;
    if (last == 'y') return before != 'y';
    if (is_in("rlv", last)) return is_in("kKgGcCjJwWqQtTdDpPbBSzsnmRNY", before);
    return last == 'Y' && before == 'j';
}

/* Rule 1 on the sounds [from, to). */
static void drop_end(word *x, size_t from, size_t to)
{
    if (to < from + 2 || x->w[to - 1].c != 'a') return;
    if (!is_consonant(x, to - 2) || count_vowels(x, from, to) < 2 || end_is_held(x, from, to - 1)) return;
    x->gone[to - 1] = true;
}

/* Rule 2 for the vowel at i. */
static bool is_dropped(const word *x, size_t i)
{
    if (x->w[i].c != 'a' || i < 2 || x->gone[i]) return false;
    if (!is_consonant(x, i - 1) || !is_spoken_vowel(x, i - 2)) return false;
    if (!is_consonant(x, i + 1) || !is_spoken_vowel(x, i + 2)) return false;
    return x->w[i - 1].c != x->w[i + 1].c;
}

static bool ends_in(const word *x, const char *member, size_t len)
{
    /* a syllable of two sounds at least must stand before it */
    if (len + 3 > x->n) return false;
    for (size_t i = 0; i < len; i++)
        if (x->w[x->n - len + i].c != member[i]) return false;
    return true;
}

/* Where the last member of a compound begins, or 0. */
static size_t joint_of(const word *x)
{
    size_t best = 0;
    for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
        size_t len = strlen(members[i]);
        if (len > best && ends_in(x, members[i], len)) best = len;
    }
    return best ? x->n - best : 0;
}

void lp_schwa_of_word(const lp_letter *w, size_t n, bool medial, bool *gone)
{
    word x = {w, n, gone};
    memset(gone, 0, n * sizeof *gone);
    size_t joint = joint_of(&x);
    drop_end(&x, joint, n);
    if (joint && medial) drop_end(&x, 0, joint);
    if (!medial) return;
    for (size_t i = n; i-- > 0;)
        if (!(joint && i == joint + 1) && is_dropped(&x, i)) gone[i] = true;
}

/* ---- in a text ---- */

static bool parts_words(char c) { return c == ' ' || c == '|' || c == '-' || c == '\''; }

/* Copy the text up to `to`, less the sounds that are gone. */
static void copy(lp_sv text, size_t from, size_t to, const lp_letter *w, const bool *gone, size_t n, lp_str *out)
{
    for (size_t i = 0; i < n; i++) {
        if (!gone[i]) continue;
        lp_str_add(out, text.s + from, w[i].at - from);
        from = w[i].at + w[i].len;
    }
    lp_str_add(out, text.s + from, to - from);
}

int lp_schwa_drop(lp_sv iast, lp_str *out, lp_err *err)
{
    lp_letters r = lp_letters_of(iast);
    lp_letter w[LP_SCHWA_LONGEST], k;
    bool gone[LP_SCHWA_LONGEST], more;
    size_t done = 0, n = 0;
    do {
        more = lp_letters_next(&r, &k);
        if (more && !parts_words(k.c)) {
            if (n < LP_SCHWA_LONGEST) w[n] = k;
            n++;
            continue;
        }
        size_t to = more ? k.at + k.len : iast.len;
        if (n > LP_SCHWA_LONGEST) n = 0;
        lp_schwa_of_word(w, n, true, gone);
        copy(iast, done, to, w, gone, n, out);
        done = to;
        n = 0;
    } while (more);
    return lp_str_check(out, err);
}
