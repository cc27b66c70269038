/* Pronunciations: terms in the mouths of their speakers, and laws. */
#include "test.h"

#include "language/phones.h"
#include "language/sanskrit/pronunciation.h"

static const struct {
    const char *why, *iast;
    lp_speaker speaker;
    const char *phones;
} wanted[] = {
    {"every a is spoken", "yoga", LP_SAYS_SANSKRIT, "yoga"},
    {"Hindi drops the last a", "yoga", LP_SAYS_HINDI, "yog"},
    {"Bengali: y is j and a is o", "yoga", LP_SAYS_BENGALI, "jog"},
    {"an open a at the end", "yoga", LP_SAYS_AMERICAN, "yogA"},
    {"ṛ as ri", "Kṛṣṇa", LP_SAYS_SANSKRIT, "kriSna"},
    {"ṛ as ru in the south", "Kṛṣṇa", LP_SAYS_SANSKRIT, "kruSna"},
    {"Hindi kriṣṇ", "Kṛṣṇa", LP_SAYS_HINDI, "kriSn"},
    {"Bengali keeps the o behind two consonants", "Kṛṣṇa", LP_SAYS_BENGALI, "kriSno"},
    {"jñ as written", "jñāna", LP_SAYS_SANSKRIT, "jnAna"},
    {"jñ as gn", "jñāna", LP_SAYS_SANSKRIT, "gnAna"},
    {"jñ as gy in Hindi", "jñāna", LP_SAYS_HINDI, "gyAn"},
    {"jñ as gg in Bengali", "jñāna", LP_SAYS_BENGALI, "gAn"},
    {"English readers of gyana", "jñāna", LP_SAYS_ENGLISH, "gyAna"},
    {"kṣm in Bengali", "lakṣmī", LP_SAYS_BENGALI, "lokhi"},
    {"v of sv is silent in Bengali", "svāmī", LP_SAYS_BENGALI, "SAmi"},
    {"v is b in Bengali", "veda", LP_SAYS_BENGALI, "bed"},
    {"y behind a consonant doubles it in Bengali", "satya", LP_SAYS_BENGALI, "Soto"},
    {"m behind d doubles it in Bengali", "padma", LP_SAYS_BENGALI, "podo"},
    {"ai is oi in Bengali", "kailāsa", LP_SAYS_BENGALI, "koilAS"},
    {"anusvāra before a sibilant", "saṃsāra", LP_SAYS_SANSKRIT, "sansAra"},
    {"anusvāra is ng in Bengali", "saṃsāra", LP_SAYS_BENGALI, "SongSAr"},
    {"anusvāra at the end", "oṃ", LP_SAYS_SANSKRIT, "om"},
    {"anusvāra before a labial", "saṃbhava", LP_SAYS_SANSKRIT, "sambhava"},
    {"visarga is a breath", "namaḥ", LP_SAYS_SANSKRIT, "namah"},
    {"visarga with its echo", "namaḥ", LP_SAYS_SANSKRIT, "namaha"},
    {"echo of i", "hariḥ", LP_SAYS_SANSKRIT, "harihi"},
    {"echo of u", "guruḥ", LP_SAYS_SANSKRIT, "guruhu"},
    {"ph is f in America", "phala", LP_SAYS_AMERICAN, "falA"},
    {"ph is p in England", "phala", LP_SAYS_ENGLISH, "pala"},
    {"th is that of thin in America", "ratha", LP_SAYS_AMERICAN, "rathA"},
    {"t between vowels is d in America", "gītā", LP_SAYS_AMERICAN, "gIdA"},
    {"retroflexes are Sanskrit", "pīṭha", LP_SAYS_SANSKRIT, "pITha"},
    {"and are none in English", "pīṭha", LP_SAYS_ENGLISH, "pIta"},
    {"Hindi in the middle", "bhagavān", LP_SAYS_HINDI, "bhagvAn"},
    {"two words are one sound", "rāma nāma", LP_SAYS_HINDI, "rAmnAm"},
    {"NFD and ISO are the same",
     "kr\xCC\xA5s\xCC\xA3n\xCC\xA3"
     "a",
     LP_SAYS_SANSKRIT, "kriSna"},
    {"ड़ between vowels", "laṛakā", LP_SAYS_HINDI, "laDkA"},
    {"z of Hindi", "hazāra", LP_SAYS_HINDI, "hazAr"},
    {"avagraha is silent", "so 'ham", LP_SAYS_SANSKRIT, "soham"},
};

static bool says(const lp_saying *list, size_t n, lp_speaker speaker, const char *phones)
{
    for (size_t i = 0; i < n; i++)
        if (list[i].speaker == speaker && lp_sv_eq(lp_sv_make(list[i].phones, list[i].n), lp_sv_of(phones)))
            return true;
    return false;
}

static void terms_are_said(void **state)
{
    (void)state;
    size_t failed = 0;
    for (size_t i = 0; i < COUNT(wanted); i++) {
        lp_saying list[LP_SAYINGS_MOST];
        size_t n = lp_sayings(lp_sv_of(wanted[i].iast), list);
        if (says(list, n, wanted[i].speaker, wanted[i].phones)) continue;
        print_error("%s: %s has no %s \"%s\"; it has", wanted[i].why, wanted[i].iast,
                    lp_speaker_name(wanted[i].speaker), wanted[i].phones);
        for (size_t k = 0; k < n; k++)
            print_error(" %s=%.*s", lp_speaker_name(list[k].speaker), (int)list[k].n, list[k].phones);
        print_error("\n");
        failed++;
    }
    assert_int_equal(failed, 0);
}

static void names_of_speakers(void **state)
{
    (void)state;
    assert_string_equal(lp_speaker_name(LP_SAYS_SANSKRIT), "sanskrit");
    assert_string_equal(lp_speaker_name(LP_SAYS_AMERICAN), "american");
    assert_null(lp_speaker_name(LP_N_SPEAKERS));
}

/* Bounded, of our phones, no two alike, in the order of speakers, and the same
 * again. */
static void obeys_laws(lp_sv text)
{
    lp_saying a[LP_SAYINGS_MOST], b[LP_SAYINGS_MOST];
    size_t n = lp_sayings(text, a), again = lp_sayings(text, b);
    assert_true(n <= LP_SAYINGS_MOST);
    assert_int_equal(n, again);
    for (size_t i = 0; i < n; i++) {
        assert_true(a[i].n > 0 && a[i].n <= LP_SAYING_LONGEST);
        assert_int_equal(a[i].n, b[i].n);
        assert_memory_equal(a[i].phones, b[i].phones, a[i].n);
        for (size_t k = 0; k < a[i].n; k++) assert_true(lp_phone_index(a[i].phones[k]) >= 0);
        if (i) assert_true(a[i].speaker >= a[i - 1].speaker);
        for (size_t k = 0; k < i; k++) assert_false(a[i].n == a[k].n && memcmp(a[i].phones, a[k].phones, a[i].n) == 0);
    }
}

static void any_bytes(void **state)
{
    (void)state;
    static const char letters[] =
        "aiueokgcjtdnpbmyrlvshzqf -'\xC4\x81\xE1\xB9\x9B\xE1\xB9\x83\xE1\xB8\xA5\xC3\xB1\xCC\x84\xFF";
    uint64_t seed = 0x5A71;
    for (int round = 0; round < 20000; round++) {
        char bytes[300];
        size_t n = test_below(&seed, round % 10 ? 24 : sizeof bytes);
        for (size_t i = 0; i < n; i++) bytes[i] = letters[test_below(&seed, sizeof letters - 1)];
        obeys_laws(lp_sv_make(bytes, n));
    }
    lp_saying list[LP_SAYINGS_MOST];
    assert_int_equal(lp_sayings(LP_SV(""), list), 0);
    assert_int_equal(lp_sayings(LP_SV("12 ..."), list), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(terms_are_said),
        cmocka_unit_test(names_of_speakers),
        cmocka_unit_test(any_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
