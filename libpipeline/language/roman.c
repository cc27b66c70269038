#include "language/roman.h"

#include "base/utf8.h"

/* The habits that differ between spellers. */
typedef struct habit {
    const char *s;   /* for ś and ṣ */
    const char *c;   /* for c; its aspirate doubles the h */
    const char *r;   /* for ṛ */
    const char *jn;  /* for jñ */
} habit;

static const habit habits[] = {
    {"sh", "ch", "ri", "jn"}, {"s", "c", "r", "jn"},    {"sh", "ch", "ri", "gy"}, {"sh", "ch", "ru", "jn"},
    {"s", "ch", "ri", "jn"},  {"sh", "c", "ri", "jn"}, {"s", "ch", "ri", "gy"},  {"sh", "ch", "r", "jn"},
};

static const char *plain_letter(uint32_t c, const habit *h)
{
    switch (c) {
    case 0x101: return "a";  /* ā */
    case 0x12B: return "i";  /* ī */
    case 0x16B: return "u";  /* ū */
    case 0x1E5B: return h->r; /* ṛ */
    case 0x1E5D: return h->r; /* ṝ */
    case 0x1E37: return "l"; /* ḷ */
    case 0x1E45: case 0xF1: case 0x1E47: return "n"; /* ṅ ñ ṇ */
    case 0x1E6D: return "t"; /* ṭ */
    case 0x1E0D: return "d"; /* ḍ */
    case 0x15B: case 0x1E63: return h->s; /* ś ṣ */
    case 0x1E25: return "h"; /* ḥ */
    case 0x1E3B: return "l"; /* ḻ */
    case 0x113: return "e";  /* ē */
    case 0x14D: return "o";  /* ō */
    case '-': case ' ': return " ";
    default: return "";
    }
}

static uint32_t small(uint32_t c)
{
    if (c >= 'A' && c <= 'Z') return c + 32;
    if (c == 0xD1) return 0xF1;
    if (((c >= 0x100 && c <= 0x17F) || (c >= 0x1E00 && c <= 0x1EFF)) && c % 2 == 0) return c + 1;
    return c;
}

/* ṃ is written by what follows: m before labials, v, y, h and at the end. */
static const char *anusvara(uint32_t next) { return next && strchr("kgcjtdnsS", (int)(next & 0x7F)) && next < 0x80 ? "n" : "m"; }

static void spell(lp_sv iast, const habit *h, lp_str *out)
{
    size_t i = 0;
    while (i < iast.len) {
        uint32_t c, next = 0;
        i += lp_utf8_get(iast.s + i, iast.len - i, &c);
        c = small(c);
        if (i < iast.len) {
            (void)lp_utf8_get(iast.s + i, iast.len - i, &next);
            next = small(next);
        }
        if (c == 'j' && next == 0xF1) {
            lp_str_adds(out, h->jn);
            i += 2;
        } else if (c == 'c') {
            /* cc is cch, ch is ch with one habit and chh with none. */
            lp_str_adds(out, next == 'c' ? "c" : next == 'h' ? "c" : h->c);
        } else if (c == 0x1E43) {
            lp_str_adds(out, anusvara(next));
        } else if (c >= 'a' && c <= 'z') {
            lp_str_addc(out, (char)c);
        } else {
            lp_str_adds(out, plain_letter(c, h));
        }
    }
}

size_t lp_roman(lp_sv iast, lp_str out[LP_ROMAN_MOST])
{
    size_t n = 0;
    for (size_t k = 0; k < sizeof habits / sizeof *habits && n < LP_ROMAN_MOST; k++) {
        lp_str_clear(&out[n]);
        spell(iast, &habits[k], &out[n]);
        bool known = out[n].len == 0;
        for (size_t i = 0; i < n && !known; i++) known = lp_sv_eq(lp_str_view(&out[i]), lp_str_view(&out[n]));
        if (!known) n++;
    }
    return n;
}
