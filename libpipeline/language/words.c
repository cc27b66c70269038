#include "language/words.h"

#include "language/unicode.h"

#define APOSTROPHE "\xE2\x80\x99"

int lp_words_split(lp_sv text, lp_words *w, lp_err *err)
{
    w->n = 0;
    lp_str lower = LP_STR_INIT, nfc = LP_STR_INIT;
    int code = lp_lower(text, &lower, err);
    if (code == LP_OK) code = lp_nfc(lp_str_view(&lower), &nfc, err);
    if (code == LP_OK && nfc.len > sizeof w->buf) code = lp_fail(err, LP_ELIMIT, "a form of %zu bytes", nfc.len);
    size_t at = 0, from = 0;
    for (size_t i = 0; code == LP_OK && i <= nfc.len; i++) {
        bool gap = i == nfc.len || strchr(" \t\r\n-", nfc.s[i]) != NULL;
        if (!gap) {
            bool typographic = nfc.len - i >= 3 && memcmp(nfc.s + i, APOSTROPHE, 3) == 0;
            w->buf[at++] = typographic ? '\'' : nfc.s[i];
            if (typographic) i += 2;
        } else if (at > from) {
            if (w->n == LP_WORDS_MOST) code = lp_fail(err, LP_ELIMIT, "a form of more than %d words", LP_WORDS_MOST);
            else w->word[w->n++] = lp_sv_make(w->buf + from, at - from);
            from = at;
        }
    }
    lp_str_free(&lower);
    lp_str_free(&nfc);
    return code;
}
