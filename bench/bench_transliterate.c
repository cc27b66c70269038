/* How many MB of text a second and core go from Devanagari to IAST and back,
 * and through the other schemes; ICU's transliterator on the same text in the
 * same run; what starting costs.
 *
 *   bench_transliterate [MEGABYTES [ROUNDS]]      50 and 5 unless given
 *
 * The text is the verses below, in an order drawn from a seed, numbered. Best
 * of ROUNDS; input bytes count. ICU is given the first 1 MB, from and to UTF-8
 * as every caller of it with UTF-8 must.
 */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

#include "base/number.h"
#include "language/normalize.h"
#include "language/sanskrit/transliterate.h"

#define MB    1e6
#define PIECE 65536

static const char *const lines[] = {
    "धर्मक्षेत्रे कुरुक्षेत्रे समवेता युयुत्सवः",
    "मामकाः पाण्डवाश्चैव किमकुर्वत सञ्जय",
    "कर्मण्येवाधिकारस्ते मा फलेषु कदाचन",
    "मा कर्मफलहेतुर्भूर्मा ते सङ्गोऽस्त्वकर्मणि",
    "योगस्थः कुरु कर्माणि सङ्गं त्यक्त्वा धनञ्जय",
    "सिद्ध्यसिद्ध्योः समो भूत्वा समत्वं योग उच्यते",
    "यदा यदा हि धर्मस्य ग्लानिर्भवति भारत",
    "अभ्युत्थानमधर्मस्य तदात्मानं सृजाम्यहम्",
    "परित्राणाय साधूनां विनाशाय च दुष्कृताम्",
    "धर्मसंस्थापनार्थाय सम्भवामि युगे युगे",
    "वासांसि जीर्णानि यथा विहाय नवानि गृह्णाति नरोऽपराणि",
    "तथा शरीराणि विहाय जीर्णान्यन्यानि संयाति नवानि देही",
    "नैनं छिन्दन्ति शस्त्राणि नैनं दहति पावकः",
    "न चैनं क्लेदयन्त्यापो न शोषयति मारुतः",
    "पूर्णमदः पूर्णमिदं पूर्णात् पूर्णमुदच्यते",
    "पूर्णस्य पूर्णमादाय पूर्णमेवावशिष्यते",
    "ईशा वास्यमिदं सर्वं यत्किञ्च जगत्यां जगत्",
    "तेन त्यक्तेन भुञ्जीथा मा गृधः कस्यस्विद्धनम्",
    "असतो मा सद्गमय तमसो मा ज्योतिर्गमय",
    "मृत्योर्मामृतं गमय शान्तिः शान्तिः शान्तिः",
    "वागर्थाविव सम्पृक्तौ वागर्थप्रतिपत्तये",
    "जगतः पितरौ वन्दे पार्वतीपरमेश्वरौ",
    "क्व सूर्यप्रभवो वंशः क्व चाल्पविषया मतिः",
    "तितीर्षुर्दुस्तरं मोहादुडुपेनास्मि सागरम्",
    "अस्त्युत्तरस्यां दिशि देवतात्मा हिमालयो नाम नगाधिराजः",
    "पूर्वापरौ तोयनिधी विगाह्य स्थितः पृथिव्या इव मानदण्डः",
    "सत्यमेव जयते नानृतं सत्येन पन्था विततो देवयानः",
    "अथातो ब्रह्मजिज्ञासा जन्माद्यस्य यतः शास्त्रयोनित्वात्",
    "योगश्चित्तवृत्तिनिरोधः तदा द्रष्टुः स्वरूपेऽवस्थानम्",
    "वृत्तिसारूप्यमितरत्र वृत्तयः पञ्चतय्यः क्लिष्टाक्लिष्टाः",
    "सह नाववतु सह नौ भुनक्तु सह वीर्यं करवावहै",
    "तेजस्वि नावधीतमस्तु मा विद्विषावहै",
};

static uint32_t draw(uint64_t *seed)
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*seed >> 33);
}

static void add_number(lp_str *text, unsigned n)
{
    char digits[16];
    (void)snprintf(digits, sizeof digits, "%u", n);
    for (const char *d = digits; *d; d++) lp_str_addf(text, "\xE0\xA5%c", (char)(0xA6 + (*d - '0')));
}

static lp_str running_text(size_t bytes)
{
    lp_str text = LP_STR_INIT;
    uint64_t seed = 20261121;
    const size_t n = sizeof lines / sizeof *lines / 2;
    for (unsigned verse = 1; text.len < bytes; verse++) {
        const size_t k = 2 * (draw(&seed) % n);
        lp_str_addf(&text, "%s ।\n%s ॥ ", lines[k], lines[k + 1]);
        add_number(&text, verse % 1000);
        lp_str_adds(&text, " ॥\n\n");
    }
    return text;
}

/* Processor time: others may be at work on the machine. */
static double now(void)
{
    struct timespec t;
    (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void must(int code, const lp_err *err)
{
    if (code == LP_OK) return;
    fprintf(stderr, "bench_transliterate: %s\n", err->msg);
    exit(1);
}

/* Once through, in pieces into a buffer that is used again, as --text does. */
static double stream_once(lp_scheme from, lp_scheme to, const lp_str *in, lp_str *all)
{
    const lp_normalize_options o = {.from = from, .to = to};
    lp_err err = {0};
    lp_str out = LP_STR_INIT;
    const double start = now();
    lp_normalizer *n = lp_normalizer_new(&o, false, &err);
    for (size_t at = 0, len; at < in->len; at += len) {
        len = in->len - at < PIECE ? in->len - at : PIECE;
        must(lp_normalizer_feed(n, lp_sv_make(in->s + at, len), at + len == in->len, &out, &err), &err);
        if (all) lp_str_addv(all, lp_str_view(&out));
        lp_str_clear(&out);
    }
    const double took = now() - start;
    lp_normalizer_free(n);
    lp_str_free(&out);
    return took;
}

/* Once through from a whole text into a whole text that has its room. */
static double whole_once(const lp_translit *t, const lp_str *in, lp_str *out)
{
    lp_err err = {0};
    lp_str_clear(out);
    const double start = now();
    must(lp_translit_run(t, lp_str_view(in), out, &err), &err);
    return now() - start;
}

static double best_whole(lp_scheme from, lp_scheme to, const lp_str *in, lp_str *out, int rounds, bool quick)
{
    lp_err err = {0};
    double best = 1e9;
    lp_translit *t = lp_translit_new(from, to, NULL, &err);
    if (quick) lp_translit_prepare(t);
    for (int i = 0; i < rounds; i++) {
        const double took = whole_once(t, in, out);
        if (took < best) best = took;
    }
    lp_translit_free(t);
    return (double)in->len / MB / best;
}

static double best_stream(lp_scheme from, lp_scheme to, const lp_str *in, int rounds)
{
    double best = 1e9;
    for (int i = 0; i < rounds; i++) {
        const double took = stream_once(from, to, in, NULL);
        if (took < best) best = took;
    }
    return (double)in->len / MB / best;
}

/* ---- ICU ---- */

/* Line by line, which is the fastest for it: it moves the rest of its buffer at
 * every letter. */
static double icu_once(UTransliterator *t, const lp_str *in)
{
    enum { LONGEST = 4096 };
    UChar wide[LONGEST];
    char back[LONGEST * 3];
    UErrorCode u = U_ZERO_ERROR;
    const double start = now();
    for (size_t at = 0, len; at < in->len && U_SUCCESS(u); at += len) {
        const char *end = memchr(in->s + at, '\n', in->len - at);
        int32_t n = 0, limit, bytes = 0;
        len = end ? (size_t)(end - in->s) + 1 - at : in->len - at;
        u_strFromUTF8(wide, LONGEST, &n, in->s + at, (int32_t)len, &u);
        limit = n;
        utrans_transUChars(t, wide, &n, LONGEST, 0, &limit, &u);
        u_strToUTF8(back, sizeof back, &bytes, wide, n, &u);
    }
    if (U_FAILURE(u)) fprintf(stderr, "ICU: %s\n", u_errorName(u));
    return now() - start;
}

static double best_icu(const char *id, const lp_str *in, int rounds)
{
    UErrorCode u = U_ZERO_ERROR;
    UChar name[64];
    u_uastrcpy(name, id);
    UTransliterator *t = utrans_openU(name, -1, UTRANS_FORWARD, NULL, 0, NULL, &u);
    if (U_FAILURE(u)) return 0;
    double best = 1e9;
    for (int i = 0; i < rounds; i++) {
        const double took = icu_once(t, in);
        if (took < best) best = took;
    }
    utrans_close(t);
    return (double)in->len / MB / best;
}

static void against_icu(const char *what, const char *id, const lp_str *in, double ours)
{
    lp_str part = LP_STR_INIT;
    size_t len = in->len < 1000000 ? in->len : 1000000;
    while (len && in->s[len - 1] != '\n') len--;
    lp_str_add(&part, in->s, len);
    const double icu = best_icu(id, &part, 2);
    printf("%-28s %8.0f MB/s   ICU %s %.1f MB/s, ratio %.0f\n", what, ours, id, icu, ours / icu);
    lp_str_free(&part);
}

/* ---- the start ---- */

static void starting(void)
{
    lp_err err = {0};
    lp_str out = LP_STR_INIT;
    double word = 1e9, tables = 1e9;
    for (int i = 0; i < 50; i++) {
        double start = now();
        lp_str_clear(&out);
        must(lp_transliterate(LP_DEVANAGARI, LP_IAST, lp_sv_of("धर्मक्षेत्रे"), &out, &err), &err);
        if (now() - start < word) word = now() - start;
        start = now();
        lp_translit *t = lp_translit_new(LP_IAST, LP_DEVANAGARI, NULL, &err);
        lp_translit_prepare(t);
        if (now() - start < tables) tables = now() - start;
        lp_translit_free(t);
    }
    printf("a single word, tables and all %5.1f us; tables for long texts %.0f us\n", word * 1e6, tables * 1e6);
    lp_str_free(&out);
}

int main(int argc, char **argv)
{
    size_t megabytes = 50, times = 5;
    if ((argc > 1 && !lp_number_whole(lp_sv_of(argv[1]), 1, 4000, &megabytes)) ||
        (argc > 2 && !lp_number_whole(lp_sv_of(argv[2]), 1, 1000, &times))) {
        (void)fprintf(stderr, "usage: bench_transliterate [MEGABYTES [ROUNDS]]\n");
        return 2;
    }
    const int rounds = (int)times;
    (void)setvbuf(stdout, NULL, _IOLBF, BUFSIZ);
    lp_str text = running_text(megabytes * (size_t)MB), iast = LP_STR_INIT, out = LP_STR_INIT;
    must(lp_str_reserve(&out, text.len * 2), &(lp_err){.msg = "no memory"});
    must(lp_str_reserve(&iast, text.len), &(lp_err){.msg = "no memory"});
    printf("%.1f MB of Devanagari, best of %d\n", (double)text.len / MB, rounds);
    starting();
    against_icu("devanagari to iast", "Devanagari-Latin", &text,
                best_whole(LP_DEVANAGARI, LP_IAST, &text, &iast, rounds, true));
    printf("%-28s %8.0f MB/s\n", "  as a stream", best_stream(LP_DEVANAGARI, LP_IAST, &text, rounds));
    against_icu("iast to devanagari", "Latin-Devanagari", &iast,
                best_whole(LP_IAST, LP_DEVANAGARI, &iast, &out, rounds, true));
    if (!lp_sv_eq(lp_str_view(&out), lp_str_view(&text))) printf("there and back DIFFERS\n");
    printf("%-28s %8.0f MB/s\n", "  as a stream", best_stream(LP_IAST, LP_DEVANAGARI, &iast, rounds));
    lp_str_clear(&iast);
    lp_str part = LP_STR_INIT;
    size_t len = text.len < 4000000 ? text.len : 4000000;
    while (len && text.s[len - 1] != '\n') len--;
    lp_str_add(&part, text.s, len);
    printf("%-28s %8.1f MB/s (the plain way, 4 MB)\n", "devanagari to iast",
           best_whole(LP_DEVANAGARI, LP_IAST, &part, &iast, 2, false));
    printf("%-28s %8.1f MB/s (the plain way, 4 MB)\n", "iast to devanagari",
           best_whole(LP_IAST, LP_DEVANAGARI, &iast, &out, 2, false));
    for (int s = LP_ISO15919; s < LP_N_SCHEMES; s++) {
        const double to = best_whole(LP_DEVANAGARI, (lp_scheme)s, &part, &iast, rounds, true);
        const double from = best_whole((lp_scheme)s, LP_DEVANAGARI, &iast, &out, rounds, true);
        const double iso = best_whole((lp_scheme)s, s == LP_ISO15919 ? LP_HK : LP_IAST, &iast, &out, rounds, true);
        printf("%-12s from devanagari %6.0f, to devanagari %6.0f, to %s %6.0f MB/s\n", lp_scheme_name((lp_scheme)s), to,
               from, s == LP_ISO15919 ? "hk" : "iast", iso);
    }
    lp_str_free(&text);
    lp_str_free(&iast);
    lp_str_free(&out);
    lp_str_free(&part);
    return 0;
}
