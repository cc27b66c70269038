/* English pronunciations by flite: apart from english.c so that only programs
 * that compile lexicons are linked with flite's lexicon of some megabytes. */
#include <flite/flite.h>

#include "language/english.h"
#include "language/phones.h"

cst_lexicon *cmu_lex_init(void); /* flite has no header for its lexicon's entry point */

size_t lp_english_pronounce(lp_sv word, char *out, size_t cap)
{
    char text[64];
    if (!word.len || word.len >= sizeof text) return 0;
    memcpy(text, word.s, word.len);
    text[word.len] = '\0';
    cst_lexicon *lex = cmu_lex_init();
    cst_val *phones = lex_lookup(lex, text, NULL, NULL);
    size_t n = 0;
    for (const cst_val *p = phones; p; p = val_cdr(p)) lp_phones_of_arpabet(lp_sv_of(val_string(val_car(p))), out, &n, cap);
    delete_val(phones);
    return n;
}
