/* What a word costs as English, as popular spelling, and in each scheme. */
#include "base/utf8.h"
#include "language/sanskrit/detect_internal.h"
#include "language/sanskrit/transliterate.h"

/* ---- learning the spellings ---- */

/* Extra cost of a spelling that a scheme reads but seldom sees. */
enum { RARE_SPELLING = 24 };

static int place_of(char sound)
{
    const char *at = sound ? strchr(LP_DM_SOUNDS, sound) : NULL;
    return at ? (int)(at - LP_DM_SOUNDS) : -1;
}

static bool fits(lp_sv s) { return s.len > 0 && s.len <= sizeof((lp_dt_entry *)0)->s; }

/* Longer spellings stand first in their bucket. */
static void add(lp_dt_spellings *t, lp_sv s, const char *sounds, size_t n, unsigned extra)
{
    if (!fits(s) || t->n == LP_DT_MOST) return;
    lp_dt_entry *e = &t->entries[t->n++];
    *e = (lp_dt_entry){.len = (uint8_t)s.len, .n = (uint8_t)n, .extra = (uint8_t)extra};
    memcpy(e->s, s.s, s.len);
    for (size_t i = 0; i < n; i++) e->sound[i] = (uint8_t)place_of(sounds[i]);
    uint8_t *link = &t->bucket[(unsigned char)s.s[0]];
    while (*link && t->entries[*link - 1].len >= e->len) link = &t->entries[*link - 1].next;
    e->next = *link;
    *link = t->n;
}

static const lp_dt_entry *find(const lp_dt_spellings *t, const char *s, size_t len)
{
    for (uint8_t i = t->bucket[(unsigned char)*s]; i; i = t->entries[i - 1].next) {
        const lp_dt_entry *e = &t->entries[i - 1];
        if (e->len <= len && memcmp(e->s, s, e->len) == 0) return e;
    }
    return NULL;
}

/* Marks are written behind a vowel, which is asked for with them. */
static bool wants_vowel(char sound) { return strchr("MH~'", sound) != NULL; }

static int learn_sound(lp_dt_spellings *t, lp_scheme scheme, char sound, lp_err *err)
{
    char slp1[2] = {'a', sound};
    bool behind = wants_vowel(sound);
    lp_sv asked = behind ? lp_sv_make(slp1, 2) : lp_sv_make(slp1 + 1, 1);
    lp_str got = LP_STR_INIT;
    int code = lp_transliterate(LP_SLP1, scheme, asked, &got, err);
    if (code == LP_OK) {
        lp_sv s = lp_str_view(&got);
        if (behind && s.len) s = lp_sv_make(s.s + 1, s.len - 1);
        /* What a scheme cannot write comes back in Devanagari. */
        bool written = s.len && !((unsigned char)s.s[0] == 0xE0 && s.len >= 3);
        if (written) add(t, s, &sound, 1, 0);
    }
    lp_str_free(&got);
    return code;
}

/* Other spellings that people use; a scheme is asked whether it reads them. */
static const char *const others[] = {
    "aa", "ii",  "ee", "uu",  "oo", "RRi", "RRI", "R^i", "R^I", "LLi", "L^i", "N^",  "JN", "c", "chh", "w", "Sh", "shh",
    "x",  "kSh", "GY", "dny", ".m", ".n",  ".N",  ".h",  "A",   "I",   "U",   ".rr", "ṁ",  "ṃ", "r̥",   "ï", "ü",  "’",
};

/* Does the row of sounds differ from what the spellings known so far give? */
static bool is_news(const lp_dt_spellings *t, const char *s, const char *sounds, size_t n)
{
    size_t done = 0, left = strlen(s);
    while (left) {
        const lp_dt_entry *e = find(t, s, left);
        if (!e) return true;
        for (size_t i = 0; i < e->n; i++, done++)
            if (done >= n || e->sound[i] != place_of(sounds[done])) return true;
        s += e->len;
        left -= e->len;
    }
    return done != n;
}

static int learn_other(lp_dt_spellings *t, lp_scheme scheme, const char *s, lp_err *err)
{
    char asked[16] = "a";
    size_t len = strlen(s);
    memcpy(asked + 1, s, len);
    lp_str got = LP_STR_INIT;
    /* Behind a vowel, where all of them can stand; consonants take it as theirs. */
    bool vowel = strchr("aiueoARLUIïü", s[0]) != NULL;
    lp_sv in = vowel ? lp_sv_make(asked + 1, len) : lp_sv_make(asked, len + 1);
    int code = lp_transliterate(scheme, LP_SLP1, in, &got, err);
    lp_sv sounds = lp_str_view(&got);
    if (code == LP_OK && !vowel && sounds.len) sounds = lp_sv_make(sounds.s + 1, sounds.len - 1);
    bool good = code == LP_OK && sounds.len > 0 && sounds.len <= 2;
    for (size_t i = 0; good && i < sounds.len; i++) good = place_of(sounds.s[i]) >= 0;
    if (good && is_news(t, s, sounds.s, sounds.len)) add(t, lp_sv_of(s), sounds.s, sounds.len, RARE_SPELLING);
    lp_str_free(&got);
    return code;
}

int lp_dt_learn(lp_dt_spellings *t, lp_scheme scheme, lp_err *err)
{
    static const char sounds[] = LP_DM_SOUNDS;
    int code = LP_OK;
    memset(t, 0, sizeof *t);
    t->cased = scheme == LP_IAST || scheme == LP_ISO15919;
    for (size_t i = 0; code == LP_OK && i + 1 < sizeof sounds; i++) code = learn_sound(t, scheme, sounds[i], err);
    for (size_t i = 0; code == LP_OK && i < sizeof others / sizeof *others; i++)
        code = learn_other(t, scheme, others[i], err);
    return code;
}

/* ---- reading a word in a scheme ---- */

enum { N_VOWELS = 14 }; /* they stand first in LP_DM_SOUNDS */

/* Capitals where they mean nothing: the first letter, or all of them. */
enum { CAPITAL_COST = 16, ODD_CAPITAL_COST = 128 };

static uint32_t small_of(uint32_t c)
{
    if (c >= 'A' && c <= 'Z') return c + 32;
    bool pairs = (c >= 0x0100 && c <= 0x017F) || (c >= 0x1E00 && c <= 0x1E95);
    return pairs && c % 2 == 0 ? c + 1 : c == 0xD1 ? 0xF1 : c;
}

/* Small letters into out[LP_DT_LONGEST_WORD]; the cost of the capitals. */
static unsigned lower(lp_sv word, char *out)
{
    size_t capitals = 0, letters = 0;
    bool first = false;
    for (size_t i = 0, n; i < word.len; i += n) {
        uint32_t c;
        n = lp_utf8_get(word.s + i, word.len - i, &c);
        memcpy(out + i, word.s + i, n);
        if (c == LP_BAD_CHAR) continue;
        letters++;
        if (small_of(c) == c) continue;
        lp_utf8_put(small_of(c), out + i);
        capitals++;
        if (!i) first = true;
    }
    if (!capitals) return 0;
    return (capitals == 1 && first) || capitals == letters ? CAPITAL_COST : ODD_CAPITAL_COST;
}

double lp_dt_read(const lp_dt_spellings *t, lp_sv word, uint64_t *reading)
{
    char small[LP_DT_LONGEST_WORD];
    unsigned cost = 0;
    bool vowel = false;
    uint8_t last = LP_DM_N_SOUNDS - 1;
    *reading = 14695981039346656037u;
    if (word.len > LP_DT_LONGEST_WORD) return LP_DT_NEVER;
    if (t->cased) {
        cost += lower(word, small);
        word.s = small;
    }
    for (size_t i = 0; i < word.len;) {
        const lp_dt_entry *e = find(t, word.s + i, word.len - i);
        if (!e) return LP_DT_NEVER;
        cost += e->extra;
        for (size_t k = 0; k < e->n; k++) {
            cost += lp_sanskrit_model[last][e->sound[k]];
            last = e->sound[k];
            vowel = vowel || last < N_VOWELS;
            *reading = (*reading ^ last) * 1099511628211u;
        }
        i += e->len;
    }
    if (!vowel) return LP_DT_NEVER;
    return (cost + lp_sanskrit_model[last][LP_DM_N_SOUNDS - 1]) / LP_DM_UNIT;
}

/* ---- English and popular spelling ---- */

/* What a letter costs that the models do not know. */
enum { ACCENTED_COST = 64, DOTTED_COST = 176, SIGN_COST = 128, INNER_CAPITAL_COST = 96 };

/* A letter that other languages write, too (é ñ ü, macrons), or one with a dot
 * or ring below, which hardly any text has that is not from the east. */
static unsigned foreign_cost(uint32_t c)
{
    bool common = (c >= 0xC0 && c < 0x180) || (c >= 0x0300 && c <= 0x0309) || c == 0x2019;
    return common ? ACCENTED_COST : DOTTED_COST;
}

static unsigned letter_of(uint32_t c)
{
    if (c >= 'A' && c <= 'Z') c += 32;
    if (c >= 'a' && c <= 'z') return c - 'a';
    return c == '\'' || c == 0x2019 ? 26 : LP_DM_N_LETTERS;
}

/* The letters by a model, in 1/LP_DM_UNIT. */
static unsigned by_letters(lp_sv word, const uint8_t model[LP_DM_N_LETTERS][LP_DM_N_LETTERS])
{
    unsigned cost = 0, last = LP_DM_N_LETTERS - 1;
    for (size_t i = 0; i < word.len;) {
        uint32_t c;
        i += lp_utf8_get(word.s + i, word.len - i, &c);
        unsigned k = letter_of(c);
        if (k == LP_DM_N_LETTERS) {
            cost += c < 0x80 ? SIGN_COST : foreign_cost(c);
            continue;
        }
        cost += model[last][k];
        last = k;
    }
    return cost + model[last][LP_DM_N_LETTERS - 1];
}

static bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

/* Runs of capitals behind a small letter: two in fMRIs' kin, one in YouTube. */
static size_t inner_runs(lp_sv word)
{
    size_t n = 0;
    for (size_t i = 1; i < word.len; i++) n += is_capital(word.s[i]) && !is_capital(word.s[i - 1]);
    return n;
}

/* How capitals stand in English: none, the first, all; half of them in what is
 * made of initials (fMRI, PhD); else each run is odd. */
static unsigned by_capitals(lp_sv word)
{
    size_t capitals = 0, letters = 0;
    for (size_t i = 0; i < word.len; i++) {
        capitals += is_capital(word.s[i]);
        letters += letter_of((unsigned char)word.s[i]) < 26;
    }
    if (!capitals) return 1;
    if (capitals == letters) return 3 * 16;
    if (capitals == 1 && is_capital(word.s[0])) return 2 * 16;
    if (capitals > 1 && 2 * capitals >= letters) return 5 * 16;
    return (unsigned)(4 * 16 + INNER_CAPITAL_COST * inner_runs(word));
}

/* Little words cost the first of these, what a dictionary has at most the
 * second; what it should have and has not costs the third more. */
static const double little_cost = 4.0, listed_cost = 9.0, unlisted_cost = 2.5;

/* English text holds words and names of any language; these cost at most so
 * much and as much a letter: Iraq, hazra. */
static const double any_word_cost = 8.0, any_letter_cost = 3.2;

/* Letters only, and no capital inside. */
static bool is_plain(lp_sv word)
{
    for (size_t i = 0; i < word.len; i++)
        if (letter_of((unsigned char)word.s[i]) >= 26) return false;
    return inner_runs(word) == 0;
}

double lp_dt_english(lp_sv word, enum lp_dt_listed listed)
{
    double capitals = by_capitals(word) / LP_DM_UNIT;
    double cost = by_letters(word, lp_english_model) / LP_DM_UNIT;
    double any = any_word_cost + any_letter_cost * (double)word.len;
    if (cost > any && is_plain(word)) cost = any;
    if (listed == LP_DT_LITTLE) return little_cost + (inner_runs(word) ? capitals : 0);
    if (listed == LP_DT_UNLISTED) cost += unlisted_cost;
    if (listed == LP_DT_LISTED && cost > listed_cost) cost = listed_cost;
    return cost + capitals;
}

double lp_dt_popular(lp_sv word)
{
    for (size_t i = 0; i < word.len; i++)
        if (letter_of((unsigned char)word.s[i]) == LP_DM_N_LETTERS) return LP_DT_NEVER;
    if (inner_runs(word)) return LP_DT_NEVER;
    return (by_letters(word, lp_popular_model) + by_capitals(word)) / LP_DM_UNIT;
}
