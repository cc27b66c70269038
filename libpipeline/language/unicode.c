#include "language/unicode.h"

#include <unicode/ucasemap.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "base/utf8.h"

static int check(lp_sv in, lp_err *err)
{
    size_t at = lp_utf8_check(in.s, in.len);
    if (at == in.len) return LP_OK;
    lp_fail(err, LP_EUTF8, "malformed at byte %zu", at);
    if (err) err->byte = at;
    return LP_EUTF8;
}

static int icu_failed(UErrorCode u, lp_err *err)
{
    return lp_fail(err, u == U_MEMORY_ALLOCATION_ERROR ? LP_ENOMEM : LP_EVALUE, "ICU: %s", u_errorName(u));
}

/* ICU counts UTF-16 units in 32 bits. */
static bool too_long(lp_sv in) { return in.len > (size_t)1 << 29; }

/* Normalise the part that is not ASCII through UTF-16, the form ICU's C
 * interface for NFC takes. */
static int nfc_slow(lp_sv in, lp_str *out, lp_err *err)
{
    UErrorCode u = U_ZERO_ERROR;
    const UNormalizer2 *nfc = unorm2_getNFCInstance(&u);
    if (U_FAILURE(u)) return icu_failed(u, err);
    /* NFC of n units is at most 3n units (Unicode 15, UAX 15, table 13: the
     * expansion factor of NFC in UTF-16 is 3). */
    size_t units = in.len + 1;
    lp_str wide = LP_STR_INIT, normal = LP_STR_INIT;
    int code = LP_OK;
    if (lp_str_reserve(&wide, units * sizeof(UChar)) != LP_OK ||
        lp_str_reserve(&normal, units * 3 * sizeof(UChar)) != LP_OK) {
        code = lp_fail(err, LP_ENOMEM, "no memory to normalise %zu bytes", in.len);
        goto done;
    }
    UChar *w = (UChar *)(void *)wide.s, *n = (UChar *)(void *)normal.s;
    int32_t wide_len = 0, normal_len = 0, utf8_len = 0;
    u_strFromUTF8(w, (int32_t)units, &wide_len, in.s, (int32_t)in.len, &u);
    normal_len = unorm2_normalize(nfc, w, wide_len, n, (int32_t)(units * 3), &u);
    if (U_SUCCESS(u)) {
        size_t most = (size_t)normal_len * 3 + 1;
        if (lp_str_reserve(out, most) != LP_OK) {
            code = lp_fail(err, LP_ENOMEM, "no memory to normalise %zu bytes", in.len);
            goto done;
        }
        u_strToUTF8(out->s + out->len, (int32_t)most, &utf8_len, n, normal_len, &u);
    }
    if (U_FAILURE(u)) {
        code = icu_failed(u, err);
        out->s[out->len] = '\0';
        goto done;
    }
    out->len += (size_t)utf8_len;
    out->s[out->len] = '\0';
done:
    lp_str_free(&wide);
    lp_str_free(&normal);
    return code;
}

int lp_nfc(lp_sv in, lp_str *out, lp_err *err)
{
    if (lp_ascii_run(in.s, in.len) == in.len || lp_is_nfc(in)) {
        lp_str_addv(out, in);
        return lp_str_check(out, err);
    }
    int code = check(in, err);
    if (code != LP_OK) return code;
    if (too_long(in)) return lp_fail(err, LP_ELIMIT, "text of %zu bytes", in.len);
    return nfc_slow(in, out, err);
}

/* For runs of marks that no text of ours has. */
static bool is_nfc_slow(lp_sv in)
{
    lp_str normal = LP_STR_INIT;
    bool same = nfc_slow(in, &normal, NULL) == LP_OK && lp_sv_eq(lp_str_view(&normal), in);
    lp_str_free(&normal);
    return same;
}

bool lp_is_nfc(lp_sv in)
{
    if (lp_ascii_run(in.s, in.len) == in.len) return true;
    if (too_long(in) || lp_utf8_check(in.s, in.len) != in.len) return false;
    UErrorCode u = U_ZERO_ERROR;
    const UNormalizer2 *nfc = unorm2_getNFCInstance(&u);
    if (U_FAILURE(u)) return false;
    UChar small[256];
    int32_t n = 0;
    size_t i = 0;
    /* In pieces that end before a starter, so that no buffer is needed. */
    while (i < in.len) {
        size_t from = i, last = i;
        n = 0;
        while (i < in.len && n < 250) {
            uint32_t c;
            size_t taken = lp_utf8_get(in.s + i, in.len - i, &c);
            if (i > from && unorm2_hasBoundaryBefore(nfc, (UChar32)c)) last = i;
            UBool wrong = 0;
            U16_APPEND(small, n, 256, c, wrong);
            if (wrong) return false;
            i += taken;
        }
        if (i < in.len) {
            if (last == from) return is_nfc_slow(lp_sv_make(in.s + from, in.len - from));
            i = last;
            n = 0;
            u_strFromUTF8(small, 256, &n, in.s + from, (int32_t)(last - from), &u);
        }
        if (U_FAILURE(u) || !unorm2_isNormalized(nfc, small, n, &u) || U_FAILURE(u)) return false;
    }
    return true;
}

int lp_lower(lp_sv in, lp_str *out, lp_err *err)
{
    int code = check(in, err);
    if (code != LP_OK) return code;
    if (too_long(in)) return lp_fail(err, LP_ELIMIT, "text of %zu bytes", in.len);
    if (lp_str_reserve(out, in.len * 3 + 1) != LP_OK) return lp_str_check(out, err);
    if (lp_ascii_run(in.s, in.len) == in.len) {
        for (size_t i = 0; i < in.len; i++) {
            char c = in.s[i];
            out->s[out->len + i] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
        }
        out->len += in.len;
        out->s[out->len] = '\0';
        return LP_OK;
    }
    UErrorCode u = U_ZERO_ERROR;
    UCaseMap *map = ucasemap_open("", 0, &u);
    int32_t n = U_SUCCESS(u) ? ucasemap_utf8ToLower(map, out->s + out->len, (int32_t)(out->cap - out->len),
                                                    in.s, (int32_t)in.len, &u)
                             : 0;
    if (map) ucasemap_close(map);
    if (U_FAILURE(u)) return icu_failed(u, err);
    out->len += (size_t)n;
    out->s[out->len] = '\0';
    return LP_OK;
}

int lp_capitalise(lp_sv in, lp_str *out, lp_err *err)
{
    int code = check(in, err);
    if (code != LP_OK) return code;
    size_t i = 0;
    while (i < in.len) {
        uint32_t c;
        size_t n = lp_utf8_get(in.s + i, in.len - i, &c);
        if (u_isalpha((UChar32)c)) {
            char buf[4];
            lp_str_add(out, in.s, i);
            lp_str_add(out, buf, lp_utf8_put((uint32_t)u_totitle((UChar32)c), buf));
            lp_str_add(out, in.s + i + n, in.len - i - n);
            return lp_str_check(out, err);
        }
        i += n;
    }
    lp_str_addv(out, in);
    return lp_str_check(out, err);
}

bool lp_is_word_char(unsigned c)
{
    if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return (U_MASK(u_charType((UChar32)c)) & (U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK)) != 0;
}

bool lp_is_upper(unsigned c)
{
    if (c < 0x80) return c >= 'A' && c <= 'Z';
    return u_isupper((UChar32)c) || u_istitle((UChar32)c);
}
