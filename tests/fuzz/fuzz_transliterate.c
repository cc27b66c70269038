/* Any bytes through the transliterator and the normaliser.
 *
 * The first byte chooses the two schemes, the second a style and the size of
 * the pieces, the rest is the text. Checked: bad UTF-8 is refused at its first
 * bad byte; output is well-formed NFC; NFC of the input gives the same output;
 * the quick way gives what the plain way gives; pieces give what the whole
 * gives; lossy never fails; normalising twice is normalising once.
 */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "language/normalize.h"
#include "language/sanskrit/transliterate.h"
#include "language/unicode.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool good)
{
    if (!good) abort();
}

static void transliterates(lp_scheme from, lp_scheme to, lp_sv in)
{
    lp_str out = LP_STR_INIT, nfc = LP_STR_INIT, again = LP_STR_INIT;
    lp_err err = {0};
    size_t bad = lp_utf8_check(in.s, in.len);
    int code = lp_transliterate(from, to, in, &out, &err);
    must(code == (bad < in.len ? LP_EUTF8 : LP_OK));
    if (code != LP_OK) {
        must(err.byte == bad && out.len == 0);
    } else {
        must(lp_is_nfc(lp_str_view(&out)));
        must(lp_nfc(in, &nfc, NULL) == LP_OK);
        must(lp_transliterate(from, to, lp_str_view(&nfc), &again, NULL) == LP_OK);
        must(lp_sv_eq(lp_str_view(&out), lp_str_view(&again)));
    }
    lp_str_free(&out);
    lp_str_free(&nfc);
    lp_str_free(&again);
}

/* With the tables for long texts; made once, for they take a millisecond. */
static void quick_is_plain(lp_scheme from, lp_scheme to, lp_sv in)
{
    static lp_translit *quick[LP_N_SCHEMES][LP_N_SCHEMES];
    lp_translit **t = &quick[from][to];
    lp_str a = LP_STR_INIT, b = LP_STR_INIT;
    lp_err ea = {0}, eb = {0};
    if (!*t && (*t = lp_translit_new(from, to, NULL, NULL)) != NULL) lp_translit_prepare(*t);
    must(*t != NULL);
    int code = lp_translit_run(*t, in, &a, &ea);
    must(lp_transliterate(from, to, in, &b, &eb) == code && ea.byte == eb.byte);
    must(lp_sv_eq(lp_str_view(&a), lp_str_view(&b)));
    lp_str_free(&a);
    lp_str_free(&b);
}

static void in_pieces(lp_normalize_options o, lp_sv in, size_t piece)
{
    lp_str whole = LP_STR_INIT, out = LP_STR_INIT, good = LP_STR_INIT;
    lp_normalizer *n = lp_normalizer_new(&o, true, NULL);
    (void)lp_utf8_repair(in.s, in.len, &good);
    must(n && lp_normalize(&o, lp_str_view(&good), &whole, NULL) == LP_OK);
    for (size_t at = 0; at < in.len; at += piece) {
        const size_t len = in.len - at < piece ? in.len - at : piece;
        must(lp_normalizer_feed(n, lp_sv_make(in.s + at, len), false, &out, NULL) == LP_OK);
    }
    must(lp_normalizer_feed(n, lp_sv_make("", 0), true, &out, NULL) == LP_OK);
    must(lp_sv_eq(lp_str_view(&whole), lp_str_view(&out)) && lp_is_nfc(lp_str_view(&out)));
    lp_normalizer_free(n);
    lp_str_free(&whole);
    lp_str_free(&out);
    lp_str_free(&good);
}

static lp_translit_style style_of(uint8_t bits)
{
    return (lp_translit_style){.anusvara = (enum lp_anusvara)(bits % 3),
                               .strip_accents = bits & 4,
                               .lower = bits & 8,
                               .keep_digits = bits & 16,
                               .keep_dandas = bits & 32,
                               .drop_schwa = bits & 64};
}

static void normalizes(lp_sv in)
{
    const lp_normalize_options o = LP_NORMALIZE_DEFAULTS;
    lp_str once = LP_STR_INIT, twice = LP_STR_INIT;
    if (lp_normalize(&o, in, &once, NULL) == LP_OK) {
        must(lp_normalize(&o, lp_str_view(&once), &twice, NULL) == LP_OK);
        must(lp_sv_eq(lp_str_view(&once), lp_str_view(&twice)));
    }
    lp_str_free(&once);
    lp_str_free(&twice);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2) return 0;
    const lp_scheme from = (lp_scheme)(data[0] % LP_N_SCHEMES), to = (lp_scheme)(data[0] / LP_N_SCHEMES % LP_N_SCHEMES);
    lp_sv text = lp_sv_make((const char *)data + 2, size - 2);
    transliterates(from, to, text);
    quick_is_plain(from, to, text);
    in_pieces((lp_normalize_options){.from = from, .to = to, .style = style_of(data[1])}, text, 1u + data[1] % 11);
    normalizes(text);
    return 0;
}
