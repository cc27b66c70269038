/* Reading lexicons/learned/confusions.tsv, the costs of the alignment. */
#include "language/costs_internal.h"

#include "language/table.h"

typedef struct row {
    lp_sv kind, heard, said, cost;
} row;

/* "0.35" in thousandths, or -1. */
static long cost_of(lp_sv v)
{
    long x = 0, places = -1;
    if (!v.len || lp_sv_eq(v, LP_SV("."))) return -1;
    for (size_t i = 0; i < v.len; i++) {
        if (v.s[i] == '.' && places < 0) places = 0;
        else if (v.s[i] >= '0' && v.s[i] <= '9' && places < 3 && x < 100000) {
            x = x * 10 + (v.s[i] - '0');
            if (places >= 0) places++;
        } else return -1;
    }
    for (long p = places < 0 ? 0 : places; p < 3; p++) x *= 10;
    return x <= 20 * LP_COST_ONE ? x : -1;
}

/* Does phone i belong to the class or single phone named v? */
static bool covers(lp_sv v, int i)
{
    const char phone = LP_PHONE_LETTERS[i];
    if (v.len != 1) return false;
    if (v.s[0] == '*') return true;
    if (v.s[0] == 'V') return lp_phone_is_vowel(phone);
    if (v.s[0] == 'C') return !lp_phone_is_vowel(phone);
    return v.s[0] == phone;
}

static bool names_phones(lp_sv v)
{
    return v.len == 1 && (memchr("*VC", v.s[0], 3) || lp_phone_index(v.s[0]) >= 0);
}

/* A class for a class means different phones of them; a phone for itself must
 * be named. */
static void set_pair(res_costs *c, lp_sv heard, lp_sv said, uint16_t cost)
{
    const bool exact = heard.len == 1 && said.len == 1 && lp_phone_index(heard.s[0]) >= 0 && heard.s[0] == said.s[0];
    for (int h = 0; h < LP_N_PHONES; h++)
        for (int s = 0; s < LP_N_PHONES; s++)
            if (covers(heard, h) && covers(said, s) && (h != s || exact)) c->sub[h][s] = cost;
}

static void set_each(uint16_t *table, lp_sv which, uint16_t cost)
{
    for (int i = 0; i < LP_N_PHONES; i++)
        if (covers(which, i)) table[i] = cost;
}

static bool apply(res_costs *c, const row *r)
{
    long cost = cost_of(r->cost);
    if (cost < 0) return false;
    uint16_t v = (uint16_t)cost;
    if (lp_sv_eq(r->kind, LP_SV("heard"))) return c->heard = v, true;
    bool heard = names_phones(r->heard), said = names_phones(r->said);
    if (lp_sv_eq(r->kind, LP_SV("add"))) return heard && (set_each(c->add, r->heard, v), true);
    if (lp_sv_eq(r->kind, LP_SV("drop"))) return said && (set_each(c->drop, r->said, v), true);
    if (lp_sv_eq(r->kind, LP_SV("end"))) return said && (set_each(c->end, r->said, v), true);
    if (lp_sv_eq(r->kind, LP_SV("noise"))) return heard && (set_each(c->noise, r->heard, v), true);
    if (!heard || !said) return false;
    if (lp_sv_eq(r->kind, LP_SV("sub"))) return set_pair(c, r->heard, r->said, v), true;
    if (lp_sv_eq(r->kind, LP_SV("swap")))
        return set_pair(c, r->heard, r->said, v), set_pair(c, r->said, r->heard, v), true;
    return false;
}

static int take_row(void *ctx, const lp_row *cells, lp_err *err)
{
    const row r = {cells->cell[0], cells->cell[1], cells->cell[2], cells->cell[3]};
    if (apply(ctx, &r)) return LP_OK;
    return lp_fail(err, LP_EFORMAT, "a row is: kind (sub swap add drop end noise heard), heard, said, cost 0..20");
}

int lp_costs_load(const char *path, res_costs *c, lp_err *err)
{
    memset(c, 0, sizeof *c);
    return lp_table_read(path, 1u << 20, take_row, c, err);
}
