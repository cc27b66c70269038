/* The spellings of all schemes: one row a sound, one column a scheme.
 * Conventions and reasons: docs/formats/schemes.md. Latin spellings are NFC;
 * combining marks that would not be seen stand as escapes.
 */
#include "language/sanskrit/scheme_tables_internal.h"

#define RING "\xCC\xA5"    /* U+0325 combining ring below: vocalic r and l of ISO */
#define MACRON "\xCC\x84"  /* U+0304 combining macron */
#define CANDRA "\xCC\x90"  /* U+0310 combining candrabindu */
#define LINE "\xCC\x8D"    /* U+030D vertical line above: svarita */
#define LINES "\xCC\x8E"   /* U+030E double vertical line above: long svarita */
#define BELOW "\xCC\xB1"   /* U+0331 macron below: anudātta */
#define TIE "\xCD\x9F"     /* U+035F double macron below, between k and h */
#define DOTS "\xCC\xA4"    /* U+0324 diaeresis below */

/* clang-format off */
const lp_sk_row lp_sk_rows[SK_N_SOUNDS] = {
    /*                  Deva   IAST   ISO            HK     ITRANS  SLP1  Velthuis WX  popular  sign */
    [SK_A]          = {{"अ",   "a",   "a",           "a",   "a",    "a",  "a",    "a", "a"},   NULL},
    [SK_AA]         = {{"आ",   "ā",   "ā",           "A",   "A",    "A",  "aa",   "A", "a"},   "ा"},
    [SK_I]          = {{"इ",   "i",   "i",           "i",   "i",    "i",  "i",    "i", "i"},   "ि"},
    [SK_II]         = {{"ई",   "ī",   "ī",           "I",   "I",    "I",  "ii",   "I", "i"},   "ी"},
    [SK_U]          = {{"उ",   "u",   "u",           "u",   "u",    "u",  "u",    "u", "u"},   "ु"},
    [SK_UU]         = {{"ऊ",   "ū",   "ū",           "U",   "U",    "U",  "uu",   "U", "u"},   "ू"},
    [SK_R]          = {{"ऋ",   "ṛ",   "r" RING,      "R",   "RRi",  "f",  ".r",   "q", "ri"},   "ृ"},
    [SK_RR]         = {{"ॠ",   "ṝ",   "r" RING MACRON, "RR", "RRI", "F",  ".R",   "Q", "ri"},   "ॄ"},
    [SK_L]          = {{"ऌ",   "ḷ",   "l" RING,      "lR",  "LLi",  "x",  ".l",   "L", "lri"},   "ॢ"},
    [SK_LL]         = {{"ॡ",   "ḹ",   "l" RING MACRON, "lRR", "LLI", "X", ".L",   "LV", "lri"},  "ॣ"},
    [SK_E]          = {{"ए",   "e",   "ē",           "e",   "e",    "e",  "e",    "e", "e"},   "े"},
    [SK_AI]         = {{"ऐ",   "ai",  "ai",          "ai",  "ai",   "E",  "ai",   "E", "ai"},   "ै"},
    [SK_O]          = {{"ओ",   "o",   "ō",           "o",   "o",    "o",  "o",    "o", "o"},   "ो"},
    [SK_AU]         = {{"औ",   "au",  "au",          "au",  "au",   "O",  "au",   "O", "au"},   "ौ"},
    [SK_SHORT_E]    = {{"ऎ",   "e",   "e",           NULL,  NULL,   NULL, NULL,   "eV", "e"},  "ॆ"},
    [SK_SHORT_O]    = {{"ऒ",   "o",   "o",           NULL,  NULL,   NULL, NULL,   "oV", "o"},  "ॊ"},
    [SK_CANDRA_E]   = {{"ऍ",   "ê",   "ê",           NULL,  NULL,   NULL, NULL,   NULL, "e"},  "ॅ"},
    [SK_CANDRA_O]   = {{"ऑ",   "ô",   "ô",           NULL,  NULL,   NULL, NULL,   NULL, "o"},  "ॉ"},

    [SK_KA]         = {{"क",   "k",   "k",           "k",   "k",    "k",  "k",    "k", "k"},   NULL},
    [SK_KHA]        = {{"ख",   "kh",  "kh",          "kh",  "kh",   "K",  "kh",   "K", "kh"},   NULL},
    [SK_GA]         = {{"ग",   "g",   "g",           "g",   "g",    "g",  "g",    "g", "g"},   NULL},
    [SK_GHA]        = {{"घ",   "gh",  "gh",          "gh",  "gh",   "G",  "gh",   "G", "gh"},   NULL},
    [SK_NGA]        = {{"ङ",   "ṅ",   "ṅ",           "G",   "~N",   "N",  "\"n",  "f", "n"},   NULL},
    [SK_CA]         = {{"च",   "c",   "c",           "c",   "ch",   "c",  "c",    "c", "ch"},   NULL},
    [SK_CHA]        = {{"छ",   "ch",  "ch",          "ch",  "Ch",   "C",  "ch",   "C", "chh"},   NULL},
    [SK_JA]         = {{"ज",   "j",   "j",           "j",   "j",    "j",  "j",    "j", "j"},   NULL},
    [SK_JHA]        = {{"झ",   "jh",  "jh",          "jh",  "jh",   "J",  "jh",   "J", "jh"},   NULL},
    [SK_NYA]        = {{"ञ",   "ñ",   "ñ",           "J",   "~n",   "Y",  "~n",   "F", "n"},   NULL},
    [SK_TTA]        = {{"ट",   "ṭ",   "ṭ",           "T",   "T",    "w",  ".t",   "t", "t"},   NULL},
    [SK_TTHA]       = {{"ठ",   "ṭh",  "ṭh",          "Th",  "Th",   "W",  ".th",  "T", "th"},   NULL},
    [SK_DDA]        = {{"ड",   "ḍ",   "ḍ",           "D",   "D",    "q",  ".d",   "d", "d"},   NULL},
    [SK_DDHA]       = {{"ढ",   "ḍh",  "ḍh",          "Dh",  "Dh",   "Q",  ".dh",  "D", "dh"},   NULL},
    [SK_NNA]        = {{"ण",   "ṇ",   "ṇ",           "N",   "N",    "R",  ".n",   "N", "n"},   NULL},
    [SK_TA]         = {{"त",   "t",   "t",           "t",   "t",    "t",  "t",    "w", "t"},   NULL},
    [SK_THA]        = {{"थ",   "th",  "th",          "th",  "th",   "T",  "th",   "W", "th"},   NULL},
    [SK_DA]         = {{"द",   "d",   "d",           "d",   "d",    "d",  "d",    "x", "d"},   NULL},
    [SK_DHA]        = {{"ध",   "dh",  "dh",          "dh",  "dh",   "D",  "dh",   "X", "dh"},   NULL},
    [SK_NA]         = {{"न",   "n",   "n",           "n",   "n",    "n",  "n",    "n", "n"},   NULL},
    [SK_PA]         = {{"प",   "p",   "p",           "p",   "p",    "p",  "p",    "p", "p"},   NULL},
    [SK_PHA]        = {{"फ",   "ph",  "ph",          "ph",  "ph",   "P",  "ph",   "P", "ph"},   NULL},
    [SK_BA]         = {{"ब",   "b",   "b",           "b",   "b",    "b",  "b",    "b", "b"},   NULL},
    [SK_BHA]        = {{"भ",   "bh",  "bh",          "bh",  "bh",   "B",  "bh",   "B", "bh"},   NULL},
    [SK_MA]         = {{"म",   "m",   "m",           "m",   "m",    "m",  "m",    "m", "m"},   NULL},
    [SK_YA]         = {{"य",   "y",   "y",           "y",   "y",    "y",  "y",    "y", "y"},   NULL},
    [SK_RA]         = {{"र",   "r",   "r",           "r",   "r",    "r",  "r",    "r", "r"},   NULL},
    [SK_LA]         = {{"ल",   "l",   "l",           "l",   "l",    "l",  "l",    "l", "l"},   NULL},
    [SK_VA]         = {{"व",   "v",   "v",           "v",   "v",    "v",  "v",    "v", "v"},   NULL},
    [SK_SHA]        = {{"श",   "ś",   "ś",           "z",   "sh",   "S",  "\"s",  "S", "sh"},   NULL},
    [SK_SSA]        = {{"ष",   "ṣ",   "ṣ",           "S",   "Sh",   "z",  ".s",   "R", "sh"},   NULL},
    [SK_SA]         = {{"स",   "s",   "s",           "s",   "s",    "s",  "s",    "s", "s"},   NULL},
    [SK_HA]         = {{"ह",   "h",   "h",           "h",   "h",    "h",  "h",    "h", "h"},   NULL},
    [SK_LLA]        = {{"ळ",   "ḻ",   "ḷ",           "L",   "L",    "L",  "L",    "lY", "l"},  NULL},

    [SK_ANUSVARA]   = {{"ं",   "ṃ",   "ṁ",           "M",   "M",    "M",  ".m",   "M", "m"},   NULL},
    [SK_VISARGA]    = {{"ः",   "ḥ",   "ḥ",           "H",   "H",    "H",  ".h",   "H", "h"},   NULL},
    [SK_CANDRABINDU] = {{"ँ",  "m" CANDRA, "m" CANDRA, "~", ".N",   "~",  "/",    "z", "n"},   NULL},
    [SK_JIHVAMULIYA] = {{"ᳵ",  "ẖ",   "ẖ",           NULL,  NULL,   "Z",  NULL,   NULL, "h"},  NULL},
    [SK_UPADHMANIYA] = {{"ᳶ",  "ḫ",   "ḫ",           NULL,  NULL,   "V",  NULL,   NULL, "h"},  NULL},
    [SK_SVARITA]    = {{"॑",   LINE,  LINE,          NULL,  "\\'",  "^",  NULL,   NULL, NULL},  NULL},
    [SK_ANUDATTA]   = {{"॒",   BELOW, BELOW,         NULL,  "\\_",  "\\", NULL,   NULL, NULL},  NULL},
    [SK_DIRGHA_SVARITA] = {{"᳚", LINES, LINES,       NULL,  "\\\"", NULL, NULL,   NULL, NULL},  NULL},

    [SK_AVAGRAHA]   = {{"ऽ",   "'",   "'",           "'",   ".a",   "'",  ".a",   "Z", "'"},   NULL},
    [SK_OM]         = {{"ॐ",   "oṃ",  "ōṁ",          "oM",  "OM",   "oM", ".o",   "oM", "om"},  NULL},
    [SK_DANDA]      = {{"।",   "|",   "|",           "|",   "|",    ".",  "|",    "|", "|"},   NULL},
    [SK_DOUBLE_DANDA] = {{"॥", "||",  "||",          "||",  "||",   "..", "||",   "||", "||"},  NULL},
    [SK_0]          = {{"०",   "0",   "0",           "0",   "0",    "0",  "0",    "0", "0"},   NULL},
    [SK_1]          = {{"१",   "1",   "1",           "1",   "1",    "1",  "1",    "1", "1"},   NULL},
    [SK_2]          = {{"२",   "2",   "2",           "2",   "2",    "2",  "2",    "2", "2"},   NULL},
    [SK_3]          = {{"३",   "3",   "3",           "3",   "3",    "3",  "3",    "3", "3"},   NULL},
    [SK_4]          = {{"४",   "4",   "4",           "4",   "4",    "4",  "4",    "4", "4"},   NULL},
    [SK_5]          = {{"५",   "5",   "5",           "5",   "5",    "5",  "5",    "5", "5"},   NULL},
    [SK_6]          = {{"६",   "6",   "6",           "6",   "6",    "6",  "6",    "6", "6"},   NULL},
    [SK_7]          = {{"७",   "7",   "7",           "7",   "7",    "7",  "7",    "7", "7"},   NULL},
    [SK_8]          = {{"८",   "8",   "8",           "8",   "8",    "8",  "8",    "8", "8"},   NULL},
    [SK_9]          = {{"९",   "9",   "9",           "9",   "9",    "9",  "9",    "9", "9"},   NULL},
};

const lp_sk_nukta lp_sk_nuktas[] = {
    /*            Deva  IAST        ISO         HK    ITRANS SLP1  Velthuis WX  popular */
    {SK_KA,     {NULL, "q",        "q",        NULL, "q",   NULL, "q",    "kZ", "q"}},
    {SK_KHA,    {NULL, "k" TIE "h", "k" TIE "h", NULL, "K", NULL, NULL,   "KZ", "kh"}},
    {SK_GA,     {NULL, "ġ",        "ġ",        NULL, "G",   NULL, NULL,   "gZ", "gh"}},
    {SK_JA,     {NULL, "z",        "z",        NULL, "z",   NULL, "z",    "jZ", "z"}},
    {SK_DDA,    {NULL, "r" DOTS,   "ṛ",        NULL, ".D",  NULL, "R",    "dZ", "r"}},
    {SK_DDHA,   {NULL, "r" DOTS "h", "ṛh",     NULL, ".Dh", NULL, "Rh",   "DZ", "rh"}},
    {SK_PHA,    {NULL, "f",        "f",        NULL, "f",   NULL, "f",    "PZ", "f"}},
    {SK_YA,     {NULL, "ẏ",        "ẏ",        NULL, "Y",   NULL, NULL,   "yZ", "y"}},
    {SK_NA,     {"ऩ",  "ṉ",        "ṉ",        NULL, NULL,  NULL, NULL,   "nY", "n"}},
    {SK_RA,     {"ऱ",  "ṟ",        "ṟ",        NULL, NULL,  NULL, NULL,   "rY", "r"}},
    {SK_LLA,    {"ऴ",  NULL,       "ḻ",        NULL, NULL,  NULL, NULL,   "lYY", "zh"}},
};
const size_t lp_sk_n_nuktas = sizeof lp_sk_nuktas / sizeof *lp_sk_nuktas;

/* ळ before a vowel is often written ḷ in IAST (īḷe); vocalic ḷ never stands
 * there, so the next letter decides. */
#define LLA_BEFORE(letters, sound) {LP_IAST, "ḷ" letters, SK_LLA, sound}

const lp_sk_alias lp_sk_aliases[] = {
    /* The letters of one Latin norm in the other, and what printers do. */
    {LP_IAST, "ṁ", SK_ANUSVARA, 0},
    {LP_IAST, "r" RING, SK_R, 0},
    {LP_IAST, "r" RING MACRON, SK_RR, 0},
    {LP_IAST, "l" RING, SK_L, 0},
    {LP_IAST, "l" RING MACRON, SK_LL, 0},
    {LP_IAST, "ē", SK_E, 0},
    {LP_IAST, "ō", SK_O, 0},
    {LP_IAST, "ï", SK_I, 0},
    {LP_IAST, "ü", SK_U, 0},
    {LP_IAST, "’", SK_AVAGRAHA, 0},
    {LP_IAST, CANDRA, SK_CANDRABINDU, 0},
    LLA_BEFORE("a", SK_A), LLA_BEFORE("ā", SK_AA), LLA_BEFORE("i", SK_I), LLA_BEFORE("ī", SK_II),
    LLA_BEFORE("u", SK_U), LLA_BEFORE("ū", SK_UU), LLA_BEFORE("ṛ", SK_R), LLA_BEFORE("ṝ", SK_RR),
    LLA_BEFORE("e", SK_E), LLA_BEFORE("ai", SK_AI), LLA_BEFORE("o", SK_O), LLA_BEFORE("au", SK_AU),
    LLA_BEFORE("h", SK_HA),
    {LP_ISO15919, "ṃ", SK_ANUSVARA, 0},
    {LP_ISO15919, "’", SK_AVAGRAHA, 0},
    {LP_ISO15919, CANDRA, SK_CANDRABINDU, 0},
    /* NFC puts a mark below before a mark above, so an anudātta comes to stand
     * inside these letters. */
    {LP_IAST, "m" BELOW CANDRA, SK_CANDRABINDU, SK_ANUDATTA},
    {LP_ISO15919, "m" BELOW CANDRA, SK_CANDRABINDU, SK_ANUDATTA},
    {LP_IAST, "r" RING BELOW MACRON, SK_RR, SK_ANUDATTA},
    {LP_IAST, "l" RING BELOW MACRON, SK_LL, SK_ANUDATTA},
    {LP_ISO15919, "r" RING BELOW MACRON, SK_RR, SK_ANUDATTA},
    {LP_ISO15919, "l" RING BELOW MACRON, SK_LL, SK_ANUDATTA},

    {LP_HK, "OM", SK_OM, 0},

    {LP_ITRANS, "aa", SK_AA, 0}, {LP_ITRANS, "ii", SK_II, 0}, {LP_ITRANS, "ee", SK_II, 0},
    {LP_ITRANS, "uu", SK_UU, 0}, {LP_ITRANS, "oo", SK_UU, 0},
    {LP_ITRANS, "R^i", SK_R, 0}, {LP_ITRANS, "R^I", SK_RR, 0},
    {LP_ITRANS, "L^i", SK_L, 0}, {LP_ITRANS, "L^I", SK_LL, 0},
    {LP_ITRANS, "N^", SK_NGA, 0}, {LP_ITRANS, "JN", SK_NYA, 0},
    {LP_ITRANS, "c", SK_CA, 0}, {LP_ITRANS, "chh", SK_CHA, 0},
    {LP_ITRANS, "w", SK_VA, 0}, {LP_ITRANS, "shh", SK_SSA, 0},
    {LP_ITRANS, "x", SK_KA, SK_SSA},
    {LP_ITRANS, "GY", SK_JA, SK_NYA}, {LP_ITRANS, "dny", SK_JA, SK_NYA},
    {LP_ITRANS, "J", SK_JA | SK_NUKTA, 0},
    {LP_ITRANS, ".m", SK_ANUSVARA, 0}, {LP_ITRANS, ".n", SK_ANUSVARA, 0},
    {LP_ITRANS, "AUM", SK_OM, 0},
    {LP_ITRANS, ".h", SK_BREAK, 0}, {LP_ITRANS, "{}", SK_BREAK, 0},

    {LP_VELTHUIS, "A", SK_AA, 0}, {LP_VELTHUIS, "I", SK_II, 0}, {LP_VELTHUIS, "U", SK_UU, 0},
    {LP_VELTHUIS, ".rr", SK_RR, 0}, {LP_VELTHUIS, ".ll", SK_LL, 0},
    {LP_VELTHUIS, "O", SK_OM, 0}, {LP_VELTHUIS, "&", SK_BREAK, 0}, {LP_VELTHUIS, "{}", SK_BREAK, 0},

    {LP_POPULAR, "aa", SK_AA, 0}, {LP_POPULAR, "ee", SK_II, 0}, {LP_POPULAR, "ii", SK_II, 0},
    {LP_POPULAR, "oo", SK_UU, 0}, {LP_POPULAR, "uu", SK_UU, 0}, {LP_POPULAR, "w", SK_VA, 0},
    {LP_POPULAR, "x", SK_KA, SK_SSA}, {LP_POPULAR, "c", SK_CA, 0},
};
const size_t lp_sk_n_aliases = sizeof lp_sk_aliases / sizeof *lp_sk_aliases;

const lp_sk_traits lp_sk_scheme_traits[LP_N_SCHEMES] = {
    /*               separator a_i   a_u   cased  om_is_word dot_is_danda guesses */
    [LP_DEVANAGARI] = {"",   NULL, NULL, false, false,     false,       false},
    [LP_IAST]       = {"_",  "ï",  "ü",  true,  true,      false,       false},
    [LP_ISO15919]   = {":",  NULL, NULL, true,  true,      false,       false},
    [LP_HK]         = {"_",  NULL, NULL, false, true,      false,       false},
    [LP_ITRANS]     = {"_",  NULL, NULL, false, false,     false,       false},
    [LP_SLP1]       = {"_",  NULL, NULL, false, true,      true,        false},
    [LP_VELTHUIS]   = {"{}", NULL, NULL, false, false,     false,       false},
    [LP_WX]         = {"_",  NULL, NULL, false, true,      false,       false},
    [LP_POPULAR]    = {"",   NULL, NULL, true,  true,      false,       true},
};
/* clang-format on */
