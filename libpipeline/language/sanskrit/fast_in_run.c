/* Into Devanagari, a byte at a time: the loop. */
#include "language/sanskrit/fast_in_internal.h"

/* How many bytes the steps over in[0..len) write, from the first state on. */
static size_t written(const lp_sk_in *f, const char *in, size_t len)
{
    size_t state = 0, n = 0;
    for (size_t i = 0; i < len; i++) {
        const size_t at = state + f->class_of[(unsigned char)in[i]];
        n += f->texts[f->text[at]].advance;
        state = f->next[at];
    }
    return n;
}

/* The chain from one state to the next is a load and an addition; everything
 * else (which text, writing it) runs beside it. */
size_t lp_sk_in_run(const lp_sk_in *f, lp_sv in, char **out)
{
    const char *p = in.s, *end = in.s + in.len;
    char *o = *out;
    size_t state = 0;
    for (; p < end; p++) {
        const size_t at = state + f->class_of[(unsigned char)*p];
        state = f->next[at];
        if (state == SK_IN_STOP) break;
        const sk_in_text *t = &f->texts[f->text[at]];
        memcpy(o, t, sizeof *t);
        o[t->len] = *p;
        o += t->advance;
    }
    const char *word = p;
    while (word > in.s && !lp_sk_is_space(word[-1])) word--;
    *out = o - written(f, word, (size_t)(p - word));
    return (size_t)(word - in.s);
}
