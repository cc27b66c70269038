/* From sounds to text. */
#include <string.h>

#include "base/utf8.h"
#include "language/sanskrit/engine_internal.h"

void lp_sk_writer_init(lp_sk_writer *w, const lp_sk_index *ix, lp_str *out)
{
    memset(w, 0, sizeof *w);
    w->ix = ix;
    w->out = out;
}

static void put_char(lp_sk_writer *w, uint32_t c)
{
    char buf[4];
    lp_str_add(w->out, buf, lp_utf8_put(c, buf));
    /* Anything from the first combining marks on may compose or reorder. */
    if (c >= 0x0300) w->marks = true;
}

static lp_sv entry_text(const lp_sk_entry *e) { return lp_sv_make(e->s, e->len); }

/* ---- Devanagari ---- */

static void write_devanagari(lp_sk_writer *w, lp_sk k)
{
    unsigned sound = lp_sk_sound(k);
    bool vowel = lp_sk_is_vowel(sound);
    if (w->open && !vowel) put_char(w, SK_CH_VIRAMA);
    bool after_consonant = w->open;
    w->open = lp_sk_is_consonant(sound);
    if (k & SK_RAW) {
        put_char(w, k & 0x1FFFFFu);
    } else if (vowel && after_consonant) {
        if (lp_sk_rows[sound].sign) lp_str_adds(w->out, lp_sk_rows[sound].sign);
    } else if (sound != SK_BREAK) {
        const lp_sk_entry *whole = w->ix->spelling[k & 0xFFu];
        lp_str_addv(w->out, entry_text(whole ? whole : w->ix->spelling[sound]));
        if (!whole) put_char(w, SK_CH_NUKTA);
        if (lp_sk_is_accent(sound)) w->marks = true;
    }
}

/* ---- all other schemes ---- */

static void put_spelling(lp_sk_writer *w, lp_sv s, bool upper)
{
    if (upper && w->ix->traits->cased) {
        uint32_t c;
        size_t n = lp_utf8_get(s.s, s.len, &c);
        char buf[4];
        lp_str_add(w->out, buf, lp_utf8_put(lp_sk_unfold(c), buf));
        s = lp_sv_make(s.s + n, s.len - n);
    }
    lp_str_addv(w->out, s);
}

static bool needs_break(const lp_sk_writer *w, lp_sv s, lp_sk k)
{
    /* Two daṇḍas side by side are a double daṇḍa, however they were typed. */
    if (lp_sk_sound(k) == SK_DANDA || lp_sk_sound(k) == SK_DOUBLE_DANDA) return false;
    if (w->broken && lp_sk_is_consonant(lp_sk_sound(w->last)) && lp_sk_is_vowel(lp_sk_sound(k))) return true;
    return w->tail.len[1] && lp_sk_joins(w->ix, &w->tail, s, (uint8_t)(k & 0xFFu));
}

/* The spelling of a sound at this place: some have another shape after what
 * stands before. */
static lp_sv spelling_of(const lp_sk_writer *w, lp_sk k)
{
    unsigned sound = lp_sk_sound(k), last = lp_sk_sound(w->last);
    if (lp_sk_is_accent(sound) && !lp_sk_bears_accent(last))
        return lp_sv_of(lp_sk_rows[sound].spelling[LP_DEVANAGARI]);
    /* A nasal y, l or v carries the sign itself: l̐. */
    if (sound == SK_CANDRABINDU && w->ix->traits->cased && !w->ix->traits->guesses &&
        (last == SK_YA || last == SK_LA || last == SK_VA))
        return LP_SV("\xCC\x90");
    const lp_sk_entry *e = w->ix->spelling[k & 0xFFu];
    return entry_text(e ? e : w->ix->spelling[sound]);
}

static void write_latin(lp_sk_writer *w, lp_sk k)
{
    unsigned sound = lp_sk_sound(k);
    if (k & SK_RAW) {
        lp_sk_tail_clear(&w->tail);
        put_char(w, k & 0x1FFFFFu);
        return;
    }
    const lp_sk_traits *traits = w->ix->traits;
    lp_sv s = spelling_of(w, k);
    if (needs_break(w, s, k)) {
        const char *own = sound == SK_I ? traits->a_i : sound == SK_U ? traits->a_u : NULL;
        if (own && lp_sk_sound(w->last) == SK_A) {
            s = lp_sv_of(own);
        } else {
            lp_str_adds(w->out, traits->separator);
            lp_sk_tail_clear(&w->tail);
        }
    }
    put_spelling(w, s, (k & SK_UPPER) != 0);
    lp_sk_tail_push(&w->tail, s, (uint8_t)(k & 0xFFu));
    if (lp_sk_is_accent(sound) || sound == SK_CANDRABINDU) w->marks = true;
    if (k & SK_NUKTA && !w->ix->spelling[k & 0xFFu]) {
        put_char(w, SK_CH_NUKTA);
        lp_sk_tail_clear(&w->tail);
    }
}

void lp_sk_write(lp_sk_writer *w, lp_sk k)
{
    if (w->ix->scheme == LP_DEVANAGARI) {
        write_devanagari(w, k);
    } else if (lp_sk_sound(k) != SK_BREAK || k & SK_RAW) {
        write_latin(w, k);
    } else {
        w->broken = true;
        return;
    }
    w->broken = false;
    w->last = k;
}

void lp_sk_write_end(lp_sk_writer *w)
{
    if (w->open) put_char(w, SK_CH_VIRAMA);
    w->open = false;
}
