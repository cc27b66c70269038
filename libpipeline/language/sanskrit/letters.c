#include "language/sanskrit/letters_internal.h"

#include "base/utf8.h"

/* What stands on or below a Latin letter. */
enum mark {
    MACRON = 1,
    DOT = 2,   /* below */
    ABOVE = 4, /* dot above */
    ACUTE = 8,
    TILDE = 16,
    RING = 32,    /* below */
    LINE = 64,    /* below */
    BREVE = 128,  /* below */
    PARTED = 256, /* diaeresis: the second vowel of a hiatus */
    DOTS = 512,   /* diaeresis below */
    HAT = 1024,
    CANDRA = 2048,
    TIE = 4096 /* below two letters */
};

/* clang-format off */
static const struct {
    uint32_t c;
    unsigned mark;
} combining[] = {
    {0x0304, MACRON}, {0x0323, DOT},     {0x0307, ABOVE}, {0x0301, ACUTE}, {0x0303, TILDE},
    {0x0325, RING},   {0x0331, LINE},    {0x032E, BREVE}, {0x0308, PARTED}, {0x0324, DOTS},
    {0x0302, HAT},    {0x0310, CANDRA},  {0x035F, TIE},   {0x030D, 0},     {0x030E, 0},
    {0x0300, 0},
};

static const struct {
    uint32_t c;
    char base;
    unsigned marks;
} composed[] = {
    {0x00EF, 'i', PARTED}, {0x00F1, 'n', TILDE},  {0x00FC, 'u', PARTED}, {0x00EA, 'e', HAT},
    {0x00F4, 'o', HAT},    {0x0101, 'a', MACRON}, {0x0113, 'e', MACRON}, {0x0121, 'g', ABOVE},
    {0x012B, 'i', MACRON}, {0x014D, 'o', MACRON}, {0x015B, 's', ACUTE},  {0x016B, 'u', MACRON},
    {0x1E0D, 'd', DOT},    {0x1E25, 'h', DOT},    {0x1E2B, 'h', BREVE},  {0x1E33, 'k', DOT},
    {0x1E37, 'l', DOT},    {0x1E39, 'l', DOT | MACRON}, {0x1E3B, 'l', LINE}, {0x1E41, 'm', ABOVE},
    {0x1E43, 'm', DOT},    {0x1E45, 'n', ABOVE},  {0x1E47, 'n', DOT},    {0x1E49, 'n', LINE},
    {0x1E5B, 'r', DOT},    {0x1E5D, 'r', DOT | MACRON}, {0x1E5F, 'r', LINE}, {0x1E63, 's', DOT},
    {0x1E6D, 't', DOT},    {0x1E8F, 'y', ABOVE},  {0x1E96, 'h', LINE},
    /* accented by an acute in some editions */
    {0x00E1, 'a', ACUTE},  {0x00E9, 'e', ACUTE},  {0x00ED, 'i', ACUTE},  {0x00F3, 'o', ACUTE},
    {0x00FA, 'u', ACUTE},
};

/* Letters whose marks make another sound; any other mark is passed over. */
static const struct {
    char base;
    unsigned marks;
    char sound;
} marked[] = {
    {'a', MACRON, 'A'},       {'i', MACRON, 'I'},       {'u', MACRON, 'U'},      {'r', DOT, 'f'},
    {'r', DOT | MACRON, 'F'}, {'r', RING, 'f'},         {'r', RING | MACRON, 'F'}, {'l', DOT, 'x'},
    {'l', DOT | MACRON, 'X'}, {'l', RING, 'x'},         {'l', RING | MACRON, 'X'}, {'l', LINE, 'L'},
    {'n', ABOVE, 'N'},        {'n', TILDE, 'Y'},        {'n', DOT, 'R'},         {'t', DOT, 'w'},
    {'d', DOT, 'q'},          {'s', ACUTE, 'S'},        {'s', DOT, 'z'},         {'h', DOT, 'H'},
    {'h', LINE, 'Z'},         {'h', BREVE, 'V'},        {'m', DOT, 'M'},         {'m', ABOVE, 'M'},
    {'m', CANDRA, '~'},       {'r', DOTS, '5'},         {'g', ABOVE, '3'},       {'k', TIE, '2'},
};
/* clang-format on */

static uint32_t fold(uint32_t c)
{
    if (c >= 'A' && c <= 'Z') return c + 32;
    if (c >= 0xC0 && c <= 0xDE) return c + 32;
    bool pairs = (c >= 0x0100 && c <= 0x017F) || (c >= 0x1E00 && c <= 0x1E95);
    return pairs && c % 2 == 0 ? c + 1 : c;
}

/* A letter with its marks, before letters are put together. */
typedef struct unit {
    char c;
    unsigned marks;
} unit;

static bool take_mark(lp_letters *r, unsigned *marks)
{
    uint32_t c;
    if (r->at == r->text.len || (unsigned char)r->text.s[r->at] < 0x80) return false;
    size_t len = lp_utf8_get(r->text.s + r->at, r->text.len - r->at, &c);
    for (size_t i = 0; i < sizeof combining / sizeof *combining; i++) {
        if (combining[i].c != c) continue;
        *marks |= combining[i].mark;
        r->at += len;
        return true;
    }
    return false;
}

/* Signs that part words, join them, or end a pāda. */
static char sign_of(uint32_t c)
{
    switch (c) {
    case '\'':
    case 0x2019:
    case 0x093D: return '\'';
    case '-':
    case 0x2010:
    case 0x2011: return '-';
    case '|':
    case '\n':
    case 0x0964:
    case 0x0965: return '|';
    case '_':
    case ':':
    case 0x200C:
    case 0x200D: return '_';
    default: return ' ';
    }
}

static char letter_of(const unit *u)
{
    for (size_t i = 0; i < sizeof marked / sizeof *marked; i++)
        if (marked[i].base == u->c && marked[i].marks == u->marks) return marked[i].sound;
    switch (u->c) {
    case 'w': return 'v';
    case 'q':
    case 'x': return '1';
    case 'z': return '4';
    case 'f': return '7';
    default: return u->c;
    }
}

/* One letter with its marks as a sound; the diaeresis stays known. */
static bool next_unit(lp_letters *r, unit *u)
{
    if (r->at == r->text.len) return false;
    uint32_t c;
    r->at += lp_utf8_get(r->text.s + r->at, r->text.len - r->at, &c);
    c = fold(c);
    *u = (unit){sign_of(c), 0};
    if (c >= 'a' && c <= 'z') u->c = (char)c;
    for (size_t i = 0; c >= 0x80 && i < sizeof composed / sizeof *composed; i++)
        if (composed[i].c == c) *u = (unit){composed[i].base, composed[i].marks};
    while (take_mark(r, &u->marks)) {}
    bool letter = u->c >= 'a' && u->c <= 'z';
    /* Anudātta stands below vowels, where a line has no other meaning. */
    if (letter && strchr("aeiou", u->c)) u->marks &= ~(unsigned)LINE;
    if (letter) u->c = letter_of(u);
    return true;
}

static char aspirated(char c)
{
    static const char plain[] = "kgcjwqtdpb25", breathed[] = "KGCJWQTDPB26";
    const char *at = c ? strchr(plain, c) : NULL;
    return at ? breathed[at - plain] : '\0';
}

/* What the sound becomes with the unit behind it, or 0 when they stay two. */
static char joined(const unit *u, const unit *next)
{
    if (next->c == 'h' && !next->marks) return aspirated(u->c);
    if (u->c != 'a' || next->marks & PARTED) return '\0';
    return next->c == 'i' ? 'E' : next->c == 'u' ? 'O' : '\0';
}

/* ḷ before a vowel or h is ळ (īḷe), ṛ before a vowel Hindi's ड़ (laṛakā): the
 * vowels never stand there. */
static char before_vowel(char c, const unit *next)
{
    bool vowel = lp_letter_is_vowel(next->c);
    if (c == 'x') return vowel || next->c == 'h' ? 'L' : c;
    return c == 'f' && vowel ? '5' : c;
}

bool lp_letters_next(lp_letters *r, lp_letter *out)
{
    unit u, next = {' ', 0};
    size_t from;
    do {
        from = r->at;
        if (!next_unit(r, &u)) return false;
    } while (u.c == '_');
    lp_letters ahead = *r;
    bool more = next_unit(&ahead, &next);
    char both = more ? joined(&u, &next) : '\0';
    if (both) {
        r->at = ahead.at;
        u.c = both;
    } else if (more) {
        u.c = before_vowel(u.c, &next);
    }
    *out = (lp_letter){u.c, from, r->at - from};
    return true;
}

size_t lp_letters_read(lp_sv text, lp_letter *out, size_t cap)
{
    lp_letters r = lp_letters_of(text);
    size_t n = 0;
    while (n < cap && lp_letters_next(&r, &out[n])) n++;
    return n;
}

static bool is_in(const char *set, char c) { return c && strchr(set, c); }

bool lp_letter_is_vowel(char c) { return is_in("aAiIuUfFxXeEoO", c); }
bool lp_letter_is_long(char c) { return is_in("AIUFXeEoO", c); }
bool lp_letter_is_consonant(char c) { return is_in("kKgGNcCjJYwWqQRtTdDnpPbBmyrlvSzshL1234567", c); }
bool lp_letter_is_mark(char c) { return is_in("MHZV", c); }
