#include "language/sanskrit/metre.h"

#include "base/utf8.h"
#include "language/sanskrit/letters_internal.h"
#include "language/sanskrit/metre_internal.h"
#include "language/sanskrit/syllables.h"

/* The verse as weights, with the stretches that daṇḍas and line ends leave. */
typedef struct verse {
    lp_syllable s[LP_METRE_LONGEST];
    size_t n;
    size_t stretch[LP_METRE_LONGEST]; /* syllables of each */
    size_t n_stretches;
} verse;

/* One way to read it. */
typedef struct reading {
    lp_metre m;
    size_t cost; /* what it departs from the metre by */
    bool loose;  /* only number and cadence are asked for */
} reading;

/* A pāda longer or shorter than it should be costs as much as two wrong weights
 * and one for each syllable; less would make every text a verse. */
enum { COST_OF_LENGTH = 2, IMPOSSIBLE = 1000000 };

static bool is_heavy(const verse *v, size_t i) { return v->s[i].heavy != 0; }
static char weight(const verse *v, size_t i) { return is_heavy(v, i) ? 'G' : 'L'; }

/* ---- the verse ---- */

/* "śrībhagavān uvāca", "ṛṣaya ūcuḥ": who speaks. */
static bool names_speaker(lp_sv text, const lp_syllable *s, size_t n)
{
    if (n < 3 || n > 16) return false;
    lp_letter k[16];
    char tail[17];
    size_t from = s[n - 3].at, len = 0;
    size_t got = lp_letters_read(lp_sv_make(text.s + from, s[n - 1].at + s[n - 1].len - from), k, 16);
    for (size_t i = 0; i < got; i++)
        if (k[i].c != ' ') tail[len++] = k[i].c;
    tail[len] = '\0';
    const char *end = len >= 5 ? tail + len - 5 : tail;
    return strcmp(end, "uvAca") == 0 || (len >= 4 && strcmp(tail + len - 4, "UcuH") == 0);
}

static void drop_stretch(verse *v, size_t from, size_t n)
{
    memmove(v->s + from, v->s + from + n, (v->n - from - n) * sizeof *v->s);
    v->n -= n;
}

static bool read_verse(lp_sv text, verse *v)
{
    const lp_syllable_options o = LP_SYLLABLE_DEFAULTS;
    v->n = lp_syllables(&o, text, v->s, LP_METRE_LONGEST);
    v->n_stretches = 0;
    if (!v->n || v->n > LP_METRE_LONGEST) return false;
    for (size_t i = 0, from = 0; i < v->n; i++) {
        if (!v->s[i].pada_end) continue;
        size_t n = i + 1 - from;
        if (n < v->n && names_speaker(text, v->s + from, n)) {
            drop_stretch(v, from, n);
            i = from - 1; /* the next one stands here now */
        } else {
            v->stretch[v->n_stretches++] = n;
            from = i + 1;
        }
    }
    return true;
}

/* ---- laying out ---- */

/* The length of pāda p (from 0) when odd and even ones have these. */
static size_t length(const size_t pada[2], size_t p) { return pada[p % 2]; }

/* How many pādas of these lengths come nearest to n syllables, the next being
 * pāda p. */
static size_t padas_in(const size_t pada[2], size_t p, size_t n)
{
    size_t sum = 0, k = 0;
    while (k < LP_METRE_PADAS && sum + length(pada, p + k) / 2 < n) sum += length(pada, p + k++);
    return k ? k : 1;
}

/* Cut every stretch into pādas; the last of a stretch takes what is over. */
static bool lay_out(const verse *v, const size_t pada[2], lp_metre *m)
{
    m->n_padas = 0;
    for (size_t i = 0; i < v->n_stretches; i++) {
        size_t left = v->stretch[i], k = padas_in(pada, m->n_padas, left);
        for (; k; k--) {
            if (m->n_padas == LP_METRE_PADAS) return false;
            size_t len = length(pada, m->n_padas);
            if (k == 1 || len > left) len = left;
            if (!len) return false;
            m->pada[m->n_padas++] = len;
            left -= len;
        }
    }
    m->syllables = v->n;
    return true;
}

static void add_fault(reading *r, const verse *v, lp_metre_fault f, size_t at, size_t cost)
{
    f.at = at < v->n ? v->s[at].at : v->s[v->n - 1].at;
    if (!r->m.faults++) r->m.first = f;
    r->cost += cost;
}

/* A pāda that begins at `from` and has the wrong length. true: it has. */
static bool check_length(reading *r, const verse *v, size_t p, size_t from, size_t want)
{
    size_t have = r->m.pada[p];
    if (have == want) return false;
    bool more = have > want;
    size_t last = more ? want + 1 : have;
    lp_metre_fault f = {p + 1, last, 0, more ? '+' : '-', weight(v, from + last - 1)};
    add_fault(r, v, f, from + last - 1, COST_OF_LENGTH + (more ? have - want : want - have));
    return true;
}

/* ---- metres by fixed weights ---- */

static size_t pattern_length(const char *pattern)
{
    size_t n = 0;
    for (; *pattern; pattern++) n += *pattern != ' ';
    return n;
}

/* Faults of the n syllables from `from` against a pattern of that length; the
 * place of the first, and what it should be, into *where and *want. */
static size_t mismatches(const verse *v, size_t from, size_t n, const char *pattern, size_t *where, char *want)
{
    size_t found = 0;
    for (size_t i = 0; i + 1 < n; pattern++) {
        if (*pattern == ' ') continue;
        if (*pattern != 'x' && *pattern != weight(v, from + i) && !found++) {
            *where = i;
            *want = *pattern;
        }
        i++;
    }
    return found;
}

static void check_pada(reading *r, const verse *v, const lp_metre_row *row, size_t p, size_t from)
{
    const char *pattern = p % 2 && row->even ? row->even : row->odd;
    if (check_length(r, v, p, from, pattern_length(pattern))) return;
    size_t where = 0, other = 0, n = r->m.pada[p];
    char want = 'x', other_want = 'x';
    size_t found = mismatches(v, from, n, pattern, &where, &want);
    if (found && row->also) {
        size_t second = mismatches(v, from, n, row->also, &other, &other_want);
        if (second < found) found = second, where = other, want = other_want;
    }
    if (!found) return;
    lp_metre_fault f = {p + 1, where + 1, 0, want, weight(v, from + where)};
    add_fault(r, v, f, from + where, found);
    r->m.faults += found - 1;
}

static bool try_row(const verse *v, const lp_metre_row *row, reading *r)
{
    size_t odd = pattern_length(row->odd);
    size_t pada[2] = {odd, row->even ? pattern_length(row->even) : odd};
    *r = (reading){.m = {.name = row->name, .genus = lp_metre_genus(odd)}, .loose = *row->odd == 'x'};
    if (!lay_out(v, pada, &r->m)) return false;
    for (size_t p = 0, from = 0; p < r->m.n_padas; from += r->m.pada[p++]) check_pada(r, v, row, p, from);
    return true;
}

/* ---- anuṣṭubh ---- */

static const char *const vipula_names[] = {"pathyā",    "na-vipulā", "bha-vipulā", "ma-vipulā",
                                           "ra-vipulā", "ta-vipulā", "irregular"};

const char *lp_vipula_name(lp_vipula v) { return (unsigned)v <= LP_NO_VIPULA ? vipula_names[v] : ""; }

static bool runs(const verse *v, size_t from, const char *pattern)
{
    size_t where;
    char want;
    return mismatches(v, from, strlen(pattern) + 1, pattern, &where, &want) == 0;
}

static lp_vipula vipula_of(const verse *v, size_t from)
{
    static const char *const patterns[] = {"LGG", "LLL", "GLL", "GGG", "GLG", "GGL"};
    for (int i = 0; i < LP_NO_VIPULA; i++)
        if (runs(v, from + 4, patterns[i])) return (lp_vipula)i;
    return LP_NO_VIPULA;
}

/* A fault at syllable i (from 0) of pāda p, where several weights together are
 * wrong. */
static void fault_at(reading *r, const verse *v, size_t p, size_t from, size_t i)
{
    lp_metre_fault f = {p + 1, i + 1, 0, 'x', weight(v, from + i)};
    add_fault(r, v, f, from + i, 1);
}

static void check_even_cadence(reading *r, const verse *v, size_t p, size_t from)
{
    size_t where = 0;
    char want = 'x';
    size_t found = mismatches(v, from + 4, 4, "LGLx", &where, &want);
    if (!found) return;
    lp_metre_fault f = {p + 1, where + 5, 0, want, weight(v, from + 4 + where)};
    add_fault(r, v, f, from + 4 + where, found);
    r->m.faults += found - 1;
}

static void check_anustubh_pada(reading *r, const verse *v, size_t p, size_t from)
{
    if (p % 2 == 0) r->m.odd[p / 2] = LP_NO_VIPULA;
    if (check_length(r, v, p, from, 8)) return;
    /* The second and third are never both light; ra does not open an even pāda. */
    if (runs(v, from + 1, "LL")) fault_at(r, v, p, from, 1);
    if (p % 2) {
        if (runs(v, from + 1, "GLG")) fault_at(r, v, p, from, 1);
        check_even_cadence(r, v, p, from);
        return;
    }
    r->m.odd[p / 2] = vipula_of(v, from);
    if (r->m.odd[p / 2] == LP_NO_VIPULA) fault_at(r, v, p, from, 4);
}

static bool try_anustubh(const verse *v, reading *r)
{
    static const size_t pada[2] = {8, 8};
    *r = (reading){.m = {.name = "anuṣṭubh", .genus = "anuṣṭubh", .anustubh = true}};
    if (!lay_out(v, pada, &r->m)) return false;
    for (size_t p = 0, from = 0; p < r->m.n_padas; from += r->m.pada[p++]) check_anustubh_pada(r, v, p, from);
    return r->m.n_padas > 1 || r->cost == 0;
}

/* ---- gāyatrī ---- */

/* A gāyatrī that wants one syllable (nicṛt) is as regular as poets make it:
 * tat savitur vareṇyam, said vareṇiyam. */
static bool is_nicrt(reading *r, const verse *v, size_t p, size_t from)
{
    if (r->m.syllables != 23 || r->m.pada[p] != 7) return false;
    add_fault(r, v, (lp_metre_fault){p + 1, 7, 0, '-', weight(v, from + 6)}, from + 6, 1);
    return true;
}

/* Three pādas of eight that end in L G L x; the daṇḍa stands behind the second. */
static bool try_gayatri(const verse *v, reading *r)
{
    static const size_t pada[2] = {8, 8};
    *r = (reading){.m = {.name = "gāyatrī", .genus = "gāyatrī"}};
    if (!lay_out(v, pada, &r->m) || r->m.n_padas != 3) return false;
    if (v->stretch[0] == 15) r->m.pada[0] = 7, r->m.pada[1] = 8;
    for (size_t p = 0, from = 0; p < 3; from += r->m.pada[p++])
        if (!is_nicrt(r, v, p, from) && !check_length(r, v, p, from, 8)) check_even_cadence(r, v, p, from);
    return true;
}

/* ---- triṣṭubh and jagatī mixed ---- */

/* Epic verse changes between the two, and has triṣṭubhs of one syllable more. */
static const lp_metre_row epic[2] = {
    {"", "xxxxxxxGLGx", NULL, NULL},
    {"", "xxxxxxxGLGLx", NULL, "xxxxxxxxGLGx"},
};

static size_t epic_cost(const verse *v, size_t from, size_t n)
{
    size_t where;
    char want;
    const lp_metre_row *row = &epic[n == 12];
    size_t cost = mismatches(v, from, n, row->odd, &where, &want);
    size_t other = row->also ? mismatches(v, from, n, row->also, &where, &want) : cost;
    return other < cost ? other : cost;
}

/* How long the first of two pādas is that have n syllables together. */
static size_t first_of_two(const verse *v, size_t from, size_t n)
{
    if (n != 23) return n / 2;
    size_t shorter = epic_cost(v, from, 11) + epic_cost(v, from + 11, 12);
    size_t longer = epic_cost(v, from, 12) + epic_cost(v, from + 12, 11);
    return longer < shorter ? 12 : 11;
}

/* A stretch has one pāda or two. */
static bool lay_out_mixed(const verse *v, lp_metre *m)
{
    m->n_padas = 0;
    for (size_t i = 0, from = 0; i < v->n_stretches; from += v->stretch[i++]) {
        size_t n = v->stretch[i];
        if (m->n_padas + 2 > LP_METRE_PADAS || n < 11 || (n > 12 && n < 22) || n > 24) return false;
        size_t first = n > 12 ? first_of_two(v, from, n) : 0;
        if (first) m->pada[m->n_padas++] = first;
        m->pada[m->n_padas++] = n - first;
    }
    m->syllables = v->n;
    return true;
}

static bool try_mixed(const verse *v, reading *r)
{
    *r = (reading){.m = {.name = "triṣṭubh and jagatī mixed", .genus = "triṣṭubh"}, .loose = true};
    if (!lay_out_mixed(v, &r->m)) return false;
    for (size_t p = 0, from = 0; p < r->m.n_padas; from += r->m.pada[p++])
        check_pada(r, v, &epic[r->m.pada[p] == 12], p, from);
    return true;
}

/* ---- āryā and its kin, by mātrās ---- */

/* Gaṇas of four mātrās over the weights [from, to); the last syllable counts as
 * heavy. Returns the mātrās when the gaṇas are as in the half of an āryā, else
 * 0. */
static size_t arya_half(const verse *v, size_t from, size_t to)
{
    size_t sum = 0, gana = 0, in_gana = 0, total = 0, at = from;
    for (size_t i = from; i < to; i++) total += is_heavy(v, i) || i + 1 == to ? 2 : 1;
    if (total != 30 && total != 27) return 0;
    for (size_t i = from; i + 1 < to; i++) {
        in_gana += is_heavy(v, i) ? 2 : 1;
        sum += is_heavy(v, i) ? 2 : 1;
        bool lone = total == 27 && gana == 5; /* the sixth of the short half: one light */
        if (lone && in_gana != 1) return 0;
        if (!lone && in_gana > 4) return 0;
        if (!lone && in_gana < 4) continue;
        bool ja = i + 1 - at == 3 && is_heavy(v, at + 1);
        bool lights = i + 1 - at == 4;
        if (gana % 2 == 0 && ja) return 0;
        if (!lone && gana == 5 && !ja && !lights) return 0;
        gana++;
        in_gana = 0;
        at = i + 1;
    }
    return gana == 7 && in_gana == 0 && sum + 2 == total ? total : 0;
}

static const char *arya_name(size_t first, size_t second)
{
    if (!second) return first == 30 ? "āryā, first half" : "āryā, second half";
    if (first == 30) return second == 27 ? "āryā" : "gīti";
    return second == 27 ? "upagīti" : "udgīti";
}

/* The halves are two stretches, or two pairs of stretches, or one alone. */
static bool try_arya(const verse *v, reading *r)
{
    size_t half = v->stretch[0], second = 0;
    if (v->n_stretches == 3 || v->n_stretches > 4) return false;
    if (v->n_stretches == 4) half += v->stretch[1];
    size_t first = arya_half(v, 0, half);
    if (v->n_stretches > 1) second = arya_half(v, half, v->n);
    if (!first || (v->n_stretches > 1 && !second)) return false;
    *r = (reading){.m = {.name = arya_name(first, second), .genus = "mātrā", .syllables = v->n}};
    for (size_t i = 0; i < v->n_stretches; i++) r->m.pada[r->m.n_padas++] = v->stretch[i];
    return true;
}

/* ---- the best reading ---- */

/* Between readings that cost the same, a daṇḍa rather stands behind one pāda or
 * two than behind more: 32 syllables are two of sixteen, not four of eight. And
 * 24 are rather two twelves than three eights. */
static size_t rank(const verse *v, const reading *r)
{
    bool gayatri = strcmp(r->m.genus, "gāyatrī") == 0;
    size_t odd = r->m.n_padas % 2 && r->m.n_padas > 1 && !gayatri ? 2 : 0;
    return 4 * r->cost + odd + (r->m.n_padas > 2 * v->n_stretches ? 1 : 0);
}

static void keep_better(reading *best, const verse *v, const reading *r)
{
    if (!best->m.name || rank(v, r) < rank(v, best)) *best = *r;
}

/* Faults beyond one in ten syllables: another metre, or none. Where little is
 * asked for, half as many. */
static bool is_near(const reading *r) { return r->cost * (r->loose ? 20 : 10) <= r->m.syllables; }

static void unnamed(const verse *v, lp_metre *m)
{
    *m = (lp_metre){.syllables = v->n};
    for (size_t i = 0; i < v->n_stretches && i < LP_METRE_PADAS; i++) m->pada[m->n_padas++] = v->stretch[i];
}

bool lp_metre_of(lp_sv iast, lp_metre *out)
{
    verse v;
    reading r, best = {.cost = IMPOSSIBLE};
    *out = (lp_metre){.name = NULL};
    if (!read_verse(iast, &v)) return false;
    for (size_t i = 0; i + 2 < lp_metre_n_rows; i++)
        if (try_row(&v, &lp_metre_rows[i], &r)) keep_better(&best, &v, &r);
    if (try_anustubh(&v, &r)) keep_better(&best, &v, &r);
    if (best.cost && try_arya(&v, &r)) keep_better(&best, &v, &r);
    if (best.cost && try_gayatri(&v, &r)) keep_better(&best, &v, &r);
    for (size_t i = lp_metre_n_rows - 2; best.cost && i < lp_metre_n_rows; i++)
        if (try_row(&v, &lp_metre_rows[i], &r)) keep_better(&best, &v, &r);
    if (best.cost && try_mixed(&v, &r)) keep_better(&best, &v, &r);
    if (best.m.name && is_near(&best)) *out = best.m;
    else unnamed(&v, out);
    return true;
}

/* ---- verses of a text ---- */

/* Bytes of a double daṇḍa at i, or 0. */
static size_t double_danda(lp_sv text, size_t i)
{
    lp_sv rest = lp_sv_make(text.s + i, text.len - i);
    if (rest.len >= 2 && memcmp(rest.s, "||", 2) == 0) return 2;
    return rest.len >= 3 && memcmp(rest.s, "॥", 3) == 0 ? 3 : 0;
}

/* Bytes of an empty line at i, the line end before it counted, or 0. */
static size_t empty_line(lp_sv text, size_t i)
{
    if (text.s[i] != '\n') return 0;
    size_t at = i + 1;
    while (at < text.len && strchr(" \t\r", text.s[at]) && text.s[at]) at++;
    return at < text.len && text.s[at] == '\n' ? at + 1 - i : 0;
}

static lp_sv take(lp_sv *text)
{
    size_t i = 0, end = 0;
    while (i < text->len && !(end = double_danda(*text, i)) && !(end = empty_line(*text, i))) i++;
    lp_sv taken = lp_sv_make(text->s, i + end);
    *text = lp_sv_make(text->s + i + end, text->len - i - end);
    return taken;
}

bool lp_metre_next(lp_sv *text, lp_sv *next)
{
    const lp_syllable_options o = LP_SYLLABLE_DEFAULTS;
    while (text->len) {
        *next = take(text);
        if (lp_syllables(&o, *next, NULL, 0)) return true;
    }
    return false;
}

/* ---- for people ---- */

static void format_fault(const lp_metre *m, lp_str *out)
{
    const lp_metre_fault *f = &m->first;
    lp_str_addf(out, ": pāda %zu", f->pada);
    if (f->want == '+') lp_str_addf(out, " has %zu syllables", m->pada[f->pada - 1]);
    else if (f->want == '-') lp_str_addf(out, " has only %zu syllables", m->pada[f->pada - 1]);
    else if (f->want == 'x') lp_str_addf(out, " is irregular from syllable %zu", f->syllable);
    else lp_str_addf(out, ", syllable %zu is %s", f->syllable, f->have == 'L' ? "light" : "heavy");
    if (m->faults > 1) lp_str_addf(out, "; %zu places in all", m->faults);
}

/* Each kind of odd pāda, once when they agree. */
static void format_vipulas(const lp_metre *m, lp_str *out)
{
    size_t n = (m->n_padas + 1) / 2;
    bool same = true;
    for (size_t i = 1; i < n; i++) same = same && m->odd[i] == m->odd[0];
    for (size_t i = 0; i < (same ? 1 : n); i++) lp_str_addf(out, "%s%s", i ? ", " : " (", lp_vipula_name(m->odd[i]));
    lp_str_adds(out, ")");
}

void lp_metre_format(const lp_metre *m, lp_str *out)
{
    if (!m->name) {
        lp_str_adds(out, "no known metre (");
        for (size_t i = 0; i < m->n_padas; i++) lp_str_addf(out, "%zu ", m->pada[i]);
        lp_str_adds(out, "syllables)");
        return;
    }
    lp_str_adds(out, m->name);
    if (m->anustubh) format_vipulas(m, out);
    if (m->faults) format_fault(m, out);
}
