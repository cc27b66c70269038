/* A scheme's chart for people, from the tables that the engine is driven by. */
#include "base/utf8.h"
#include "language/sanskrit/engine_internal.h"
#include "language/sanskrit/transliterate.h"

#define DOTTED "\xE2\x97\x8C" /* U+25CC, carries a sign that would not be seen alone */

/* Combining marks have no width. */
static size_t width(const char *s)
{
    size_t n = 0;
    for (size_t i = 0, len = strlen(s), step; i < len; i += step) {
        uint32_t c;
        step = lp_utf8_get(s + i, len - i, &c);
        const bool mark = (c >= 0x0300 && c <= 0x036F) || (c >= 0x093C && c <= 0x094D && c != 0x093D) ||
                          (c >= 0x0900 && c <= 0x0902) || c == 0x0951 || c == 0x0952 || c == 0x1CDA;
        n += !mark;
    }
    return n;
}

static bool is_mark(const char *s) { return width(s) == 0; }

static void cell(lp_str *out, const char *s, size_t wide)
{
    const bool mark = is_mark(s);
    if (mark) lp_str_adds(out, DOTTED);
    lp_str_adds(out, s);
    for (size_t n = width(s) + mark; n < wide; n++) lp_str_addc(out, ' ');
}

static void end_line(lp_str *out)
{
    while (out->len && out->s[out->len - 1] == ' ') out->len--;
    lp_str_addc(out, '\n');
}

static void line(lp_str *out, const char *spelling, const char *devanagari, const char *iast)
{
    lp_str_adds(out, "  ");
    cell(out, spelling, 8);
    cell(out, devanagari, 8);
    cell(out, iast, 0);
    end_line(out);
}

static void sounds(lp_scheme s, const char *title, unsigned from, unsigned to, lp_str *out)
{
    lp_str_addf(out, "\n%s\n", title);
    for (unsigned k = from; k <= to; k++) {
        const lp_sk_row *row = &lp_sk_rows[k];
        const char *deva = row->spelling[LP_DEVANAGARI], *own = row->spelling[s], *iast = row->spelling[LP_IAST];
        /* A scheme without a letter of its own keeps the sign. */
        line(out, own ? own : deva, row->sign && s == LP_DEVANAGARI ? row->sign : deva, iast ? iast : deva);
    }
}

static void nuktas(lp_scheme s, lp_str *out)
{
    bool any = false;
    for (size_t i = 0; i < lp_sk_n_nuktas; i++) {
        const lp_sk_nukta *n = &lp_sk_nuktas[i];
        lp_str deva = LP_STR_INIT;
        if (!n->spelling[s]) continue;
        if (!any) lp_str_adds(out, "\nwith nukta\n");
        any = true;
        lp_str_addf(&deva, "%s\xE0\xA4\xBC", lp_sk_rows[n->sound].spelling[LP_DEVANAGARI]);
        line(out, n->spelling[s],
             n->spelling[LP_DEVANAGARI] ? n->spelling[LP_DEVANAGARI]
             : deva.s                   ? deva.s
                                        : "",
             n->spelling[LP_IAST] ? n->spelling[LP_IAST] : "");
        lp_str_free(&deva);
    }
}

static void aliases(lp_scheme s, lp_str *out)
{
    bool any = false;
    for (size_t i = 0; i < lp_sk_n_aliases; i++) {
        const lp_sk_alias *a = &lp_sk_aliases[i];
        if (a->scheme != s) continue;
        if (!any) lp_str_adds(out, "\nread besides, never written\n");
        any = true;
        lp_str_adds(out, "  ");
        cell(out, a->spelling, 8);
        if (a->first == SK_BREAK) lp_str_adds(out, "(keeps apart)");
        else lp_str_adds(out, lp_sk_rows[a->first & 0x7Fu].spelling[LP_DEVANAGARI]);
        if (a->first & SK_NUKTA) lp_str_adds(out, "\xE0\xA4\xBC");
        if (a->second) lp_str_addf(out, " %s", lp_sk_rows[a->second & 0x7Fu].spelling[LP_DEVANAGARI]);
        end_line(out);
    }
}

int lp_scheme_chart(lp_scheme s, lp_str *out, lp_err *err)
{
    if ((unsigned)s >= LP_N_SCHEMES) return lp_fail(err, LP_EVALUE, "no such scheme");
    const lp_sk_traits *t = &lp_sk_scheme_traits[s];
    lp_str_addf(out, "%s: %s\n", lp_scheme_name(s), lp_scheme_title(s));
    sounds(s, "vowels", SK_A, SK_CANDRA_O, out);
    sounds(s, "consonants", SK_KA, SK_LLA, out);
    sounds(s, "what follows a vowel", SK_ANUSVARA, SK_UPADHMANIYA, out);
    sounds(s, "accents", SK_SVARITA, SK_DIRGHA_SVARITA, out);
    sounds(s, "signs and digits", SK_AVAGRAHA, SK_9, out);
    nuktas(s, out);
    aliases(s, out);
    if (t->separator[0]) lp_str_addf(out, "\nkeeps apart what would be read as one: %s\n", t->separator);
    return lp_str_check(out, err);
}
