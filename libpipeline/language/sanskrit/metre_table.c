/* The metres by weights, shorter pādas first; of two that fit equally well the
 * first is named. The gaṇas of the tradition stand behind each. */
#include "language/sanskrit/metre_internal.h"

/* clang-format off */
const lp_metre_row lp_metre_rows[] = {
    /* 8: anuṣṭubh, those with every weight fixed */
    {"vidyunmālā",       "GGGG GGGG", NULL, NULL},                     /* ma ma ga ga */
    {"pramāṇikā",        "LGLGLGLG", NULL, NULL},                      /* ja ra la ga */
    {"samānikā",         "GLGLGLGL", NULL, NULL},                      /* ra ja ga la */
    {"māṇavaka",         "GLLG GLLG", NULL, NULL},                     /* bha ta la ga */
    /* 10: paṅkti */
    {"campakamālā",      "GLLGG GLLGG", NULL, NULL},                   /* bha ma sa ga */
    /* 11: triṣṭubh */
    {"indravajrā",       "GGLGGLLGLGG", NULL, NULL},                   /* ta ta ja ga ga */
    {"upendravajrā",     "LGLGGLLGLGG", NULL, NULL},                   /* ja ta ja ga ga */
    {"upajāti",          "GGLGGLLGLGG", NULL, "LGLGGLLGLGG"},          /* the two mixed */
    {"śālinī",           "GGGG GLGGLGG", NULL, NULL},                  /* ma ta ta ga ga */
    {"vātormī",          "GGGG LLGGLGG", NULL, NULL},                  /* ma bha ta ga ga */
    {"rathoddhatā",      "GLGLLLGLGLG", NULL, NULL},                   /* ra na ra la ga */
    {"svāgatā",          "GLGLLLGLLGG", NULL, NULL},                   /* ra na bha ga ga */
    {"dodhaka",          "GLLGLLGLLGG", NULL, NULL},                   /* bha bha bha ga ga */
    /* 10 and 11, 11 and 12, 12 and 13: the halves of a half-verse differ */
    {"viyoginī",         "LLGLLGLGLG", "LLGGLLGLGLG", NULL},           /* sa sa ja ga, sa bha ra la ga */
    {"mālabhāriṇī",      "LLGLLGLGLGG", "LLGGLLGLGLGG", NULL},         /* sa sa ja ga ga, sa bha ra ya */
    {"aparavaktra",      "LLLLLLGLGLG", "LLLLGLLGLGLG", NULL},         /* na na ra la ga, na ja ja ra */
    {"puṣpitāgrā",       "LLLLLLGLGLGG", "LLLLGLLGLGLGG", NULL},       /* na na ra ya, na ja ja ra ga */
    /* 12: jagatī */
    {"vaṃśastha",        "LGLGGLLGLGLG", NULL, NULL},                  /* ja ta ja ra */
    {"indravaṃśā",       "GGLGGLLGLGLG", NULL, NULL},                  /* ta ta ja ra */
    {"upajāti of vaṃśastha and indravaṃśā", "GGLGGLLGLGLG", NULL, "LGLGGLLGLGLG"},
    {"drutavilambita",   "LLLGLLGLLGLG", NULL, NULL},                  /* na bha bha ra */
    {"toṭaka",           "LLGLLGLLGLLG", NULL, NULL},                  /* sa sa sa sa */
    {"bhujaṅgaprayāta",  "LGGLGGLGGLGG", NULL, NULL},                  /* ya ya ya ya */
    {"sragviṇī",         "GLGGLGGLGGLG", NULL, NULL},                  /* ra ra ra ra */
    {"pramitākṣarā",     "LLGLGLLLGLLG", NULL, NULL},                  /* sa ja sa sa */
    {"jaloddhatagati",   "LGLLLG LGLLLG", NULL, NULL},                 /* ja sa ja sa */
    {"vaiśvadevī",       "GGGGG GLGGLGG", NULL, NULL},                 /* ma ma ya ya */
    /* 13: atijagatī */
    {"praharṣiṇī",       "GGG LLLLGLGLGG", NULL, NULL},                /* ma na ja ra ga */
    {"rucirā",           "LGLG LLLLGLGLG", NULL, NULL},                /* ja bha sa ja ga */
    {"mattamayūra",      "GGGG GLLGGLLGG", NULL, NULL},                /* ma ta ya sa ga */
    {"mañjubhāṣiṇī",     "LLGLGLLLGLGLG", NULL, NULL},                 /* sa ja sa ja ga */
    /* 14: śakvarī */
    {"vasantatilakā",    "GGLGLLLGLLGLGG", NULL, NULL},                /* ta bha ja ja ga ga */
    /* 15: atiśakvarī */
    {"mālinī",           "LLLLLLGG GLGGLGG", NULL, NULL},              /* na na ma ya ya */
    {"tūṇaka",           "GLGLGLGLGLGLGLG", NULL, NULL},               /* ra ja ra ja ra */
    /* 16: aṣṭi */
    {"pañcacāmara",      "LGLGLGLGLGLGLGLG", NULL, NULL},              /* ja ra ja ra ja ga */
    /* 17: atyaṣṭi */
    {"śikhariṇī",        "LGGGGG LLLLLGGLLLG", NULL, NULL},            /* ya ma na sa bha la ga */
    {"mandākrāntā",      "GGGG LLLLLG GLGGLGG", NULL, NULL},           /* ma bha na ta ta ga ga */
    {"hariṇī",           "LLLLLG GGGG LGLLGLG", NULL, NULL},           /* na sa ma ra sa la ga */
    {"pṛthvī",           "LGLLLGLG LLLGLGGLG", NULL, NULL},             /* ja sa ja sa ya la ga */
    {"nardaṭaka",        "LLLLGLGLLLGLLGLLG", NULL, NULL},             /* na ja bha ja ja la ga */
    /* 19: atidhṛti */
    {"śārdūlavikrīḍita", "GGGLLGLGLLLG GGLGGLG", NULL, NULL},          /* ma sa ja sa ta ta ga */
    /* 21: prakṛti */
    {"sragdharā",        "GGGGLGG LLLLLLG GLGGLGG", NULL, NULL},       /* ma ra bha na ya ya ya */
    /* What fits only in number and cadence, last: the epic and Vedic forms. */
    {"triṣṭubh",         "xxxxxxxGLGx", NULL, NULL},
    {"jagatī",           "xxxxxxxGLGLx", NULL, NULL},
};
/* clang-format on */
const size_t lp_metre_n_rows = sizeof lp_metre_rows / sizeof *lp_metre_rows;

const char *lp_metre_genus(size_t n)
{
    static const char *const genera[] = {
        "anuṣṭubh", "bṛhatī",    "paṅkti", "triṣṭubh", "jagatī", "atijagatī", "śakvarī",
        "atiśakvarī", "aṣṭi",    "atyaṣṭi", "dhṛti",   "atidhṛti", "kṛti",    "prakṛti",
        "ākṛti",    "vikṛti",    "saṃkṛti",
    };
    return n >= 8 && n < 8 + sizeof genera / sizeof *genera ? genera[n - 8] : "";
}
