#include "correct/endings.h"

static bool ends(lp_sv w, const char *tail)
{
    size_t n = strlen(tail);
    return w.len > n && memcmp(w.s + w.len - n, tail, n) == 0;
}

/* A stem shorter than this is more likely a word of its own. */
enum { SHORTEST_STEM = 3 };

size_t lp_endings(lp_sv low, lp_ending out[LP_ENDINGS_MOST])
{
    if (ends(low, "'s")) {
        out[0] = (lp_ending){low.len - 2, "'s", false};
        return 1;
    }
    if (low.len < SHORTEST_STEM + 1) return 0;
    if (ends(low, "s") && !ends(low, "ss")) {
        out[0] = (lp_ending){low.len - 1, "s", false};
        return 1;
    }
    if (ends(low, "ic") && low.len > SHORTEST_STEM + 2) {
        out[0] = (lp_ending){low.len - 2, "ic", false}; /* upanishad-ic */
        out[1] = (lp_ending){low.len - 2, "ic", true};  /* advait-ic: looked up with its a */
        return 2;
    }
    return 0;
}

void lp_ending_put(lp_sv term, const lp_ending *e, lp_str *out)
{
    if (e->drop_a && term.len && term.s[term.len - 1] == 'a') term.len--;
    lp_str_addv(out, term);
    lp_str_adds(out, e->add);
}
