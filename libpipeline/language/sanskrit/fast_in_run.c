/* Into Devanagari, a byte at a time: the loop.
 *
 * A step has to wait for the state that the one before it found: a load and an
 * addition. So two places of the text, each at the start of a word, go forward
 * side by side, and the waiting of one is filled with the work of the other.
 * (Four have too many pointers for the registers and are slower.)
 */
#include "language/sanskrit/fast_in_internal.h"

#define LANES 2
#define LANE  4096 /* bytes */
#define TRIAL 1024 /* without a stop before lanes are worth it */

typedef struct lane {
    const char *p, *end;
    char *o, *out; /* where it writes, where it began to */
    size_t state;
} lane;

static inline uint32_t step(const lp_sk_in *f, size_t state, char c)
{
    return f->step[state + f->class_of[(unsigned char)c]];
}

/* Write what a step gives. */
static inline char *put(const lp_sk_in *f, uint32_t step, char *o)
{
    const uint64_t text = f->texts[step >> 16];
    memcpy(o, &text, sizeof text);
    return o + (text >> 56);
}

/* To the end of the lane, or to a byte that is not for us: then false. */
static bool run_one(const lp_sk_in *f, lane *l)
{
    const char *p = l->p;
    char *o = l->o;
    size_t state = l->state;
    bool good = true;
    for (; p < l->end; p++) {
        const uint32_t s = step(f, state, *p);
        if ((s & 0xFFFFu) == SK_IN_STOP) {
            good = false;
            break;
        }
        state = s & 0xFFFFu;
        o = put(f, s, o);
    }
    *l = (lane){p, l->end, o, l->out, state};
    return good;
}

/* As far as both lanes can go together. */
static void run_together(const lp_sk_in *f, lane l[LANES])
{
    const char *pa = l[0].p, *pb = l[1].p;
    char *oa = l[0].o, *ob = l[1].o;
    size_t a = l[0].state, b = l[1].state;
    const size_t left_a = (size_t)(l[0].end - pa), left_b = (size_t)(l[1].end - pb);
    for (size_t n = left_a < left_b ? left_a : left_b; n; n--) {
        const uint32_t step_a = step(f, a, *pa), step_b = step(f, b, *pb);
        const size_t next_a = step_a & 0xFFFFu, next_b = step_b & 0xFFFFu;
        if (next_a == SK_IN_STOP || next_b == SK_IN_STOP) break;
        oa = put(f, step_a, oa), ob = put(f, step_b, ob);
        a = next_a, b = next_b;
        pa++, pb++;
    }
    l[0] = (lane){pa, l[0].end, oa, l[0].out, a};
    l[1] = (lane){pb, l[1].end, ob, l[1].out, b};
}

/* How many bytes the steps over in[0..len) write, from the first state on. */
static size_t written(const lp_sk_in *f, const char *in, size_t len)
{
    size_t state = 0, n = 0;
    for (size_t i = 0; i < len; i++) {
        const uint32_t s = step(f, state, in[i]);
        n += f->texts[s >> 16] >> 56;
        state = s & 0xFFFFu;
    }
    return n;
}

/* Back to the start of the word that p stands in, and the output with it. */
static const char *back_to_word(const lp_sk_in *f, const char *from, const char *p, char **o)
{
    const char *word = p;
    while (word > from && !lp_sk_is_space(word[-1])) word--;
    *o -= written(f, word, (size_t)(p - word));
    return word;
}

/* Lanes that begin at words; false when white space is too rare. */
static bool make_lanes(lane l[LANES], const char *p, char *o)
{
    const char *start = p;
    for (int i = 0; i < LANES; i++) {
        const char *end = p + (size_t)(i + 1) * LANE;
        while (end > start && !lp_sk_is_space(end[-1])) end--;
        if (end == start) return false;
        l[i].p = start;
        l[i].end = end;
        l[i].state = 0;
        l[i].o = l[i].out = o + SK_FAST_MOST * (start - p) + 16 * i;
        start = end;
    }
    return true;
}

/* One round of lanes from *p on; false when one of them met a stop. */
static bool run_lanes(const lp_sk_in *f, lane l[LANES], const char **p, char **o)
{
    run_together(f, l);
    bool good = true;
    for (int i = 0; i < LANES && good; i++) {
        const char *start = i ? l[i - 1].end : *p;
        good = run_one(f, &l[i]);
        if (!good) l[i].p = back_to_word(f, start, l[i].p, &l[i].o);
        const size_t n = (size_t)(l[i].o - l[i].out);
        memmove(*o, l[i].out, n);
        *o += n;
        if (!good || i == LANES - 1) *p = l[i].p;
    }
    return good;
}

size_t lp_sk_in_run(const lp_sk_in *f, lp_sv in, char **out)
{
    const char *p = in.s, *end = in.s + in.len;
    lane trial = {p, in.len < TRIAL ? end : p + TRIAL, *out, *out, 0}, l[LANES];
    bool good = run_one(f, &trial);
    *out = trial.o;
    p = back_to_word(f, in.s, trial.p, out);
    while (good && end - p >= LANES * LANE && make_lanes(l, p, *out)) good = run_lanes(f, l, &p, out);
    if (!good || p == end || end - p >= LANES * LANE) return (size_t)(p - in.s);
    lane rest = {p, end, *out, *out, 0};
    (void)run_one(f, &rest);
    *out = rest.o;
    return (size_t)(back_to_word(f, p, rest.p, out) - in.s);
}
