/* Any bytes through the transliterator and the normaliser.
 *
 * The first byte chooses the two schemes, the rest is the text. Checked: bad
 * UTF-8 is refused at its first bad byte; output is well-formed NFC; NFC of
 * the input gives the same output; normalising twice is normalising once.
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
    if (!size) return 0;
    lp_sv text = lp_sv_make((const char *)data + 1, size - 1);
    transliterates((lp_scheme)(data[0] % LP_N_SCHEMES), (lp_scheme)(data[0] / LP_N_SCHEMES % LP_N_SCHEMES), text);
    normalizes(text);
    return 0;
}
