#include "language/sanskrit/pronunciation.h"

#include "language/phones.h"
#include "language/sanskrit/schwa_internal.h"

enum { LONGEST_TERM = 128 };

/* A term on its way to phones: sounds of single words, ' ' between them. */
typedef struct term {
    lp_letter w[LONGEST_TERM];
    bool gone[LONGEST_TERM];
    size_t n;
} term;

/* One way of saying it. */
typedef struct manner {
    lp_speaker speaker;
    bool drop_ends, drop_inside; /* Hindi's short a */
    const char *vocalic_r, *jna;
    bool echo; /* final visarga takes up its vowel again */
} manner;

static const manner manners[] = {
    {LP_SAYS_SANSKRIT, false, false, "ri", "jn", false}, {LP_SAYS_SANSKRIT, false, false, "ru", "gn", true},
    {LP_SAYS_HINDI, true, true, "ri", "gy", false},      {LP_SAYS_HINDI, true, false, "ri", "gy", false},
    {LP_SAYS_BENGALI, true, false, "ri", "g", false},    {LP_SAYS_ENGLISH, false, false, "ri", "gy", false},
    {LP_SAYS_AMERICAN, false, false, "ri", "jn", false},
};

#define LP_AS_NAME(id, name) name,
static const char *const names[] = {LP_SPEAKERS(LP_AS_NAME)};
#undef LP_AS_NAME

const char *lp_speaker_name(lp_speaker s) { return (unsigned)s < LP_N_SPEAKERS ? names[s] : NULL; }

/* ---- sounds ---- */

/* How each sound is said: in India, in Bengal, in England, in America. */
typedef struct sound {
    char c;
    const char *india, *bengal, *england, *america;
} sound;

/* clang-format off */
static const sound sounds[] = {
    {'a', "a", "o", "a", "a"},      {'A', "A", "A", "A", "A"},      {'i', "i", "i", "i", "i"},
    {'I', "I", "i", "I", "I"},      {'u', "u", "u", "u", "u"},      {'U', "U", "u", "U", "U"},
    {'x', "lri", "li", "lri", "lri"}, {'X', "lrI", "li", "lrI", "lrI"},
    {'e', "e", "e", "e", "e"},      {'E', "ai", "oi", "ai", "ai"},
    {'o', "o", "o", "o", "o"},      {'O', "au", "ou", "au", "au"},
    {'k', "k", "k", "k", "k"},      {'K', "kh", "kh", "k", "k"},    {'g', "g", "g", "g", "g"},
    {'G', "gh", "gh", "g", "g"},    {'N', "n", "n", "n", "n"},
    {'c', "c", "c", "c", "c"},      {'C', "ch", "ch", "c", "c"},    {'j', "j", "j", "j", "j"},
    {'J', "jh", "jh", "j", "j"},    {'Y', "n", "n", "n", "n"},
    {'w', "T", "T", "t", "t"},      {'W', "Th", "Th", "t", "t"},    {'q', "D", "D", "d", "d"},
    {'Q', "Dh", "Dh", "d", "d"},    {'R', "n", "n", "n", "n"},
    {'t', "t", "t", "t", "t"},      {'T', "th", "th", "t", "th"},   {'d', "d", "d", "d", "d"},
    {'D', "dh", "dh", "d", "d"},    {'n', "n", "n", "n", "n"},
    {'p', "p", "p", "p", "p"},      {'P', "ph", "ph", "p", "f"},    {'b', "b", "b", "b", "b"},
    {'B', "bh", "bh", "b", "b"},    {'m', "m", "m", "m", "m"},
    {'y', "y", "y", "y", "y"},      {'r', "r", "r", "r", "r"},      {'l', "l", "l", "l", "l"},
    {'v', "v", "b", "v", "v"},      {'L', "l", "l", "l", "l"},
    {'S', "S", "S", "S", "S"},      {'z', "S", "S", "S", "S"},      {'s', "s", "S", "s", "s"},
    {'h', "h", "h", "h", "h"},      {'H', "h", "h", "h", "h"},
    {'1', "k", "k", "k", "k"},      {'2', "kh", "kh", "k", "k"},    {'3', "g", "g", "g", "g"},
    {'4', "z", "j", "z", "z"},      {'5', "D", "r", "r", "r"},      {'6', "Dh", "r", "r", "r"},
    {'7', "f", "ph", "f", "f"},     {'Z', "h", "h", "h", "h"},      {'V', "h", "h", "h", "h"},
};
/* clang-format on */

static const char *said(lp_speaker who, char c)
{
    for (size_t i = 0; i < sizeof sounds / sizeof *sounds; i++) {
        const sound *s = &sounds[i];
        if (s->c != c) continue;
        switch (who) {
        case LP_SAYS_BENGALI: return s->bengal;
        case LP_SAYS_ENGLISH: return s->england;
        case LP_SAYS_AMERICAN: return s->america;
        default: return s->india;
        }
    }
    return "";
}

static void push(lp_saying *out, const char *phones)
{
    for (; *phones; phones++) {
        bool twice = out->n && out->phones[out->n - 1] == *phones && !lp_phone_is_vowel(*phones);
        if (!twice && out->n < LP_SAYING_LONGEST) out->phones[out->n++] = *phones;
    }
}

/* ---- one manner ---- */

static char at(const term *t, size_t i) { return i < t->n ? t->w[i].c : ' '; }
static char before(const term *t, size_t i) { return i ? t->w[i - 1].c : ' '; }

/* The letter whose sound is heard next, over word ends and silent letters. */
static char heard_after(const term *t, size_t i)
{
    for (i++; i < t->n; i++)
        if (!t->gone[i] && t->w[i].c != ' ') return t->w[i].c;
    return ' ';
}

static const char *anusvara(const term *t, size_t i, lp_speaker who)
{
    char next = heard_after(t, i);
    if (who == LP_SAYS_BENGALI) return "ng";
    return strchr("pPbBmvh ", next) ? "m" : "n";
}

/* The visarga repeats the vowel before it: namaha, hariḥ harihi. */
static const char *echo(char vowel)
{
    switch (vowel) {
    case 'a':
    case 'A': return "ha";
    case 'i':
    case 'I':
    case 'E':
    case 'e': return "hi";
    case 'u':
    case 'U':
    case 'O': return "hu";
    case 'o': return "ho";
    default: return "h";
    }
}

/* What Bengali says otherwise than letter by letter; 0: nothing. *took: sounds
 * taken. */
static const char *bengali(const term *t, size_t i, size_t *took)
{
    char c = at(t, i), next = at(t, i + 1), last = before(t, i);
    bool behind = lp_letter_is_consonant(last), first = last == ' ';
    *took = 1;
    if (c == 'k' && next == 'z') {
        *took = at(t, i + 2) == 'm' ? 3 : 2;
        return "kh";
    }
    if (c == 'y' && first) return "j";
    if (c == 's' && strchr("tTnrl", next) && next != ' ') return "s";
    if (behind && strchr("yv", c) && !strchr("rlh", last)) return "";
    if (behind && c == 'm' && strchr("tdszS", last)) return "";
    return NULL;
}

static const char *american(const term *t, size_t i)
{
    bool between = lp_letter_is_vowel(before(t, i)) && lp_letter_is_vowel(at(t, i + 1));
    if (at(t, i) == 't' && between) return "d";
    if (at(t, i) == 'a' && at(t, i + 1) == ' ' && i) return "A";
    return NULL;
}

/* The phones of the sound at i. */
static const char *phones_of(const manner *m, const term *t, size_t i, size_t *took)
{
    char c = at(t, i);
    const char *special = NULL;
    *took = 1;
    if (c == 'j' && at(t, i + 1) == 'Y') {
        *took = 2;
        return m->jna;
    }
    if (c == 'f' || c == 'F') return m->vocalic_r;
    if (c == 'M') return anusvara(t, i, m->speaker);
    if (c == '~') return heard_after(t, i) == ' ' ? "" : "n";
    if (c == 'H' && m->echo && at(t, i + 1) == ' ') return echo(before(t, i));
    if (m->speaker == LP_SAYS_BENGALI) special = bengali(t, i, took);
    if (m->speaker == LP_SAYS_AMERICAN) special = american(t, i);
    return special ? special : said(m->speaker, c);
}

/* Bengali speaks the last a behind two consonants: poddo, dhormo. */
static bool is_held_in_bengali(const term *t, size_t i)
{
    return i > 1 && lp_letter_is_consonant(t->w[i - 1].c) && lp_letter_is_consonant(t->w[i - 2].c);
}

static void mark_silent(const manner *m, term *t)
{
    memset(t->gone, 0, sizeof t->gone);
    if (!m->drop_ends) return;
    for (size_t from = 0, to; from < t->n; from = to + 1) {
        for (to = from; to < t->n && t->w[to].c != ' '; to++) {}
        lp_schwa_of_word(t->w + from, to - from, m->drop_inside, t->gone + from);
    }
    for (size_t i = 0; m->speaker == LP_SAYS_BENGALI && i < t->n; i++)
        if (t->gone[i] && is_held_in_bengali(t, i)) t->gone[i] = false;
}

static void say(const manner *m, term *t, lp_saying *out)
{
    size_t took;
    out->speaker = m->speaker;
    out->n = 0;
    mark_silent(m, t);
    for (size_t i = 0; i < t->n; i += took) {
        const char *phones = phones_of(m, t, i, &took);
        if (!t->gone[i]) push(out, phones);
    }
}

/* ---- the term ---- */

static void read_term(lp_sv iast, term *t)
{
    lp_letters r = lp_letters_of(iast);
    lp_letter k;
    t->n = 0;
    while (t->n < LONGEST_TERM && lp_letters_next(&r, &k)) {
        if (k.c == '\'') continue;
        if (k.c == '-' || k.c == '|') k.c = ' ';
        t->w[t->n++] = k;
    }
}

static bool is_known(const lp_saying *list, size_t n, const lp_saying *s)
{
    for (size_t i = 0; i < n; i++)
        if (lp_sv_eq(lp_sv_make(list[i].phones, list[i].n), lp_sv_make(s->phones, s->n))) return true;
    return false;
}

size_t lp_sayings(lp_sv iast, lp_saying out[LP_SAYINGS_MOST])
{
    _Static_assert(sizeof manners / sizeof *manners <= LP_SAYINGS_MOST, "room for every manner");
    term t;
    size_t n = 0;
    read_term(iast, &t);
    for (size_t i = 0; i < sizeof manners / sizeof *manners; i++) {
        lp_saying s;
        say(&manners[i], &t, &s);
        if (s.n && !is_known(out, n, &s)) out[n++] = s;
    }
    return n;
}
