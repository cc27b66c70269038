#include "correct/numbers_internal.h"

/*
 * The rules, in order: the first that holds settles a numeral for good. Their
 * language is described in numbers_pattern.c. A new rule wants a row in
 * tests/rows/numbers.tsv that would be wrong without it.
 */

const lp_number_class lp_number_classes[] = {
    {"ref",
     "chapter verse mantra sutra sūtra sloka shloka śloka slok shlok karika kārikā karikas carica kharika "
     "canto skanda skandha skander scanda adhyaya adhyāya anuvaka kandika",
     "what a place in a text is called, and how recognisers write it"},
    {"refs",
     "chapters verses mantras sutras sūtras slokas shlokas ślokas karikas kārikās caricas cantos skandas "
     "upanishads upanisads",
     "the same in the plural; Upanishads are counted like verses"},
    {"part", "book section part volume pada anuvaka khanda kanda kandam valli page",
     "parts of a text that are parts of other things, too"},
    {"cite", "text page volume paragraph", "what is numbered but seldom called by an ordinal"},
    {"verse", "verse mantra sutra sloka shloka śloka slok shlok karika kārikā carica verses mantras slokas shlokas",
     "the smallest place"},
    {"chapter", "chapter skanda skandha skander scanda canto adhyaya book prakarana", "what has verses"},
    {"heard", "words word worse birth birds bars loka loca local lucas versus",
     "what 'verse' and 'śloka' are heard as, behind a chapter only"},
    {"heard-book", "scandal scandals standard secunda scan condor scanda skander",
     "what 'skandha' is heard as, before a chapter only"},
    {"gita", "gita geeta gītā githa geetha", "chapter and verse"},
    {"two-levels",
     "gita geeta gītā githa geetha karika kārikā kena kenopanishad prashna prasna shvetashvatara svetasvatara "
     "dhammapada ashtavakra",
     "texts cited by two numbers"},
    {"three-levels",
     "katha kathopanishad mundaka mundakopanishad chandogya chhandogya brihadaranyaka taittiriya aitareya "
     "bhagavata bhagavatam bhagavatham",
     "texts cited by three numbers"},
    {"month", "january jan february februari feb march april june july august september october november december",
     "'may' is left out: it is a verb more often"},
    {"det",
     "the this that these those our your my his her their its a an each every any some which what another other "
     "same whole first last next previous many few both no one's only entire particular holy",
     "before a noun: the number after it begins something else"},
    {"follow",
     "verse verses mantra sloka chapter section of and to in is it he she we i you says said so where which that "
     "but from till was then uh um the if when for with there here our let please or because now at on also "
     "krishna arjuna sri shri swami bhagavan what how as not very",
     "what goes on after a reference; a counted noun would not begin so"},
    {"many", "different other beautiful important main more great kinds types famous major minor good big small such",
     "opens what is counted"},
    {"after-one",
     "another who day thing things person man way god time must should can cannot has does had may might will "
     "would could more by or being soul self reality consciousness becomes gets sees knows goes feels finds "
     "realizes attains needs wants thinks after life",
     "'one' is the pronoun, or counts what follows"},
    {"hedge",
     "some about around nearly almost approximately roughly maybe perhaps probably hardly over than least most "
     "say suppose suddenly another upto every few several like mid late early above below under odd",
     "a guess follows"},
    {"decade", "twenties thirties forties fifties sixties seventies eighties nineties hundreds thousands tens",
     "the number before is half a word"},
    {"lead", "in since until till year by from during january february march april june july august september october "
             "november december summer winter spring",
     "a year follows"},
    {"works", "verses mantras slokas shlokas sutras karikas chapters upanishads upanisads pages cantos volumes tattvas "
              "syllables letters",
     "counted in books, so exact even when round"},
    {"money", "rupees dollars pounds cents paise rupee dollar", "sums are exact when they are not round"},
    {"plural", "people men women children percent years' feet mice oxen kids tattva percentage gurus hindus",
     "plurals without the usual ending"},
    {"no-plural",
     "is was has does says goes comes becomes means gives takes tells talks speaks makes sees knows this thus his "
     "its yes us as always perhaps besides towards afterwards sometimes begins starts ends deals shows "
     "lives looks asks seems appears exists happens needs wants likes thinks gets puts runs keeps works calls "
     "explains describes mentions teaches states continues ourselves themselves news series pass plus minus times' "
     "das ramas vyas twenties thirties forties fifties sixties seventies eighties nineties hundreds thousands lets "
     "whereas unless upwards onwards afterwords backwards forwards else's alas hours' basis analysis crisis thesis "
     "synthesis hypothesis emphasis oasis genesis paris tennis samadhis",
     "ends in s and is no plural noun"},
    {"little",
     "is was are were has had have does do did says said goes comes came and or but so then now the a an this that "
     "these those he she it we you they i me him her us them my your his our their its of in on at to from by for "
     "with as if when where what who which why how not no yes there here all each every because until till um uh "
     "ok okay ah oh also only just very even up out into onto over under after before about like than more less "
     "times years days verse chapter will would can could should must may might be been being get got let lets one's "
     "percent again called plus minus sri shri swami krishna arjuna rama see read take give come go "
     "next last first both such same too well right actually basically don't it's that's he's we're i'm o'clock",
     "does not stand between a number and what it counts"},
};
const size_t lp_number_classes_n = sizeof lp_number_classes / sizeof *lp_number_classes;

#define KEEP(pattern, why) {pattern, LP_NUMBER_KEEP, 0, why}
#define REF(pattern, confidence, why) {pattern, LP_NUMBER_REF, confidence, why}
#define COUNT(pattern, confidence, why) {pattern, LP_NUMBER_COUNT, confidence, why}
#define DOT(pattern, confidence, why) {pattern, LP_NUMBER_DOT, confidence, why}
#define YEAR(pattern, confidence, why) {pattern, LP_NUMBER_YEAR, confidence, why}
#define JOIN(pattern, confidence, why) {pattern, LP_NUMBER_JOIN, confidence, why}

const lp_number_rule lp_number_rules[] = {
    /* -- the title and two or three numbers: a place in that text -- */
    DOT("<two-levels> upanishad? =#cd1-18 =#cdj1-99 !<things>|<refs>|times|o'clock !#", 0.93,
        "title, chapter and verse in digits"),
    DOT("<two-levels> upanishad? =#cd1-18 =#cdn1-99 !<things>|<refs>|and|or|to|times !#", 0.85,
        "title, chapter and verse in digits, no list"),
    DOT("<three-levels> upanishad? =#c1-12 =#c1-99 =#c1-99 !<things>|<refs>|times !#", 0.9, "title and three numbers"),
    DOT("<two-levels> upanishad? =#cw1-18 point|dot? =#cj1-99 !<things>|<refs>|<many>|<heard>|times|percent !#", 0.9,
        "title, chapter and verse"),
    DOT("<two-levels> upanishad? =#cw1-18 =#cn1-99 !<things>|<refs>|<many>|and|or|to|times|percent !#", 0.75,
        "title, chapter and verse, no list"),
    DOT("<gita> =#cd1-18 point|dot =#c1-78", 0.9, "title, chapter and verse"),
    DOT("sutra|sutras =#c1-4 =#c1-4 =#c1-60 !<things> !#", 0.85, "book, part and aphorism"),
    DOT("yoga|brahma sutra|sutras =#c1-4 =#c1-60 !<things>|<refs>|and|or|to !#", 0.85, "part and aphorism"),
    DOT("#o chapter =#ce =#cj1-99 !<things>|<refs>|<heard> !#", 0.85, "the chapter named before, and its verse"),
    DOT("chapter # =#ce =#cj1-99 !<things>|<refs>|<heard> !#", 0.75, "the chapter named before, and its verse"),
    DOT("verse =#cw1-18 =#cw20-78 !<things>|<refs>|<heard>|and|to|or !#", 0.8,
        "chapter and verse: no verse is numbered so"),
    JOIN("page|pages|number =#cw0-9 =#cw0-9 =#cw0-9 !#", 0.85, "a page read out digit by digit"),

    /* -- numbers in digits that the recogniser broke in two -- */
    JOIN("!# =#cd1-999 =#k =#z", 0.9, "one number, written in groups of three"),
    JOIN("!# =#cd1-999 =#z !#k", 0.92, "one number, written in groups of three"),

    /* -- idioms, pronouns, arithmetic, the clock -- */
    KEEP("=#c by =#c", "one by one"),
    KEEP("=#c fold|folded|pointed|sided|fifths|thirds|quarters|ness|ish", "two-fold, one-pointed"),
    KEEP("=#c <decade>", "nineteen seventies"),
    KEEP("the|no|any|every|each|another|that|this|only|which|other|is|with|some =#c1", "the one, no one"),
    KEEP("=#c1 of the|them|us|those|these|my|his|our|your|her|their|its|such|you", "one of the"),
    KEEP("=#c1 and the|only|same", "one and the same"),
    KEEP("=#c1 with|without|<after-one>", "one without a second; one must"),
    KEEP("without a|any =#o2", "one without a second"),
    KEEP("=#o to none", "second to none"),
    KEEP("=#o of all", "first of all"),
    KEEP("at =#c1 time|point|level|place|end|stage|moment", "at one time"),
    KEEP("=#24 =#7", "day and night"),
    KEEP("=#c1001", "thousand and one is said for many"),
    KEEP("=#c10001", "thousand and one is said for many"),
    KEEP("=#c2001-2009 years", "half of a greater number was not heard"),
    KEEP("=#cw1-9 =#cw1-10 <things>", "two or three things"),
    KEEP("=#c plus|minus|equals|multiplied|divided", "arithmetic stays as it is spoken"),
    KEEP("plus|minus|equals|equal =#c", "arithmetic stays as it is spoken"),
    KEEP("=#c times|into =#c", "arithmetic stays as it is spoken"),
    KEEP("=#c point =#c", "a decimal"),
    KEEP("=#c and a half|quarter", "with a fraction"),
    KEEP("=#c o'clock|oclock|pm|noon|midnight|thirtyish|ish", "the clock"),
    KEEP("=#cw a|p m", "the clock"),
    KEEP("=#cw1-12 =#cw10-59 pm|am|o'clock", "the clock"),
    KEEP("at =#cw1-12 =#cw10-59", "the clock"),
    KEEP("=#c commandments", "a name"),
    KEEP("net|neti|natan|nathan|natty|natal|nate|nat =#cw", "neti neti, heard as a number"),
    KEEP("=#cw18-19 =#cw80 =#cw19", "neti neti, heard as a number"),

    /* -- years -- */
    YEAR("<month>|may ~#c1-31 =#cw17-19 =#cw10-99", 0.93, "day and year"),
    YEAR("<month>|may #o1-31 =#cw17-19 =#cw10-99", 0.93, "year of a date"),
    YEAR("#c1-31 =#cw18-19 =#cwx21-99 !<things>|<refs>", 0.85, "year of a date"),
    YEAR("<month> =#cw18-20 =#cw10-99 !<things>", 0.9, "a year after its month"),
    YEAR("year =#cw10-20 =#cw10-99 !<things>|<refs>", 0.92, "the year said to be one"),
    YEAR("<lead> =#cw18-19 =#cwx21-99 !<things>|<refs> !#", 0.93, "a year after its preposition"),
    YEAR("in|since =#cw15-17 =#cwx21-99 !<things>|<refs> !#", 0.85, "a year after its preposition"),
    YEAR("in|since =#cw19 =#cw10-17 !<things>|<refs> !#", 0.75, "a year after its preposition"),
    YEAR("in|since|by =#cw20 =#cw10-29 !<things>|<refs> !#", 0.8, "a year after its preposition"),
    YEAR("=#cw18-20 oh|o =#cw1-9 !<things>", 0.85, "a year with its nought"),
    YEAR("!<ref>|<refs>|<chapter>|number|verse =#cw19 =#cwx21-99 !<things>|<refs>|<heard> !#", 0.8, "reads as a year"),
    YEAR("!<ref>|<refs>|<chapter>|number|verse =#cw18 =#cwx79-99 !<things>|<refs>|<heard> !#", 0.8,
         "reads as a year; no text has so many verses in chapter 18"),
    YEAR("#% to|and|or|till|until =#cw18-20 =#cw10-99 !<things>", 0.9, "a span of years"),
    COUNT("year =#cw1000-2100", 0.93, "the year said to be one"),

    /* -- references: the noun before -- */
    REF("<ref>|<refs>|<cite>|<part> number|no|numbers =#c", 0.96, "a number after its noun"),
    REF("<ref>|<refs>|<cite>|<part> =#cd", 0.97, "a number after its noun"),
    REF("<ref>|<refs>|<cite>|<part> =#cw10-999", 0.94, "a number after its noun"),
    KEEP("!number|no|text|<ref>|<refs> #c1 <ref> =#cw1-9", "one chapter, and what follows"),
    REF("!<det> !#o <ref>|text =#cw2-9 !<things>|<refs>|<many>", 0.92, "a number after its noun"),
    REF("!<det> !#o <chapter> =#cw2-9 <refs> #", 0.9, "a number after its noun"),
    REF("the|this|that|our|same|last|next <ref>|text =#cw2-9 <follow>", 0.85, "a number after its noun"),
    REF("the|this|that|our|same|last|next <ref>|text =#cw2-9 $", 0.85, "a number after its noun"),
    REF("!<det> !#o <part>|<cite> =#cw2-9 of|and|is|the|verse|chapter|page|section|part|says", 0.8,
        "a number after its noun"),
    REF("!<det> !#o <part>|<cite> =#cw2-9 $", 0.8, "a number after its noun"),
    REF("!<det> !#o <chapter>|part|section|volume =#cw1 verse|verses|mantra|mantras|sloka|shloka|section|sutra", 0.94,
        "chapter one, with its verse"),
    REF("!#o <ref> =#cw1 to|through|till #", 0.9, "a range from one"),
    REF("<ref> =#cw1 <ref> #", 0.85, "two references, one after the other"),
    REF("!<det> !#o <ref> =#cw1 !<ref>|<refs>|<things>|<many>|<after-one>", 0.75, "a number after its noun"),
    REF("!<det> !# <refs> =#cw1-9 to|and|or|through|till|until #", 0.88, "a list or range of places"),
    REF("!<det> !# <refs> =#cw1-9 , #c !<things>", 0.85, "a list of places"),

    /* -- references: the noun after -- */
    REF("=#od <ref>|<refs>", 0.97, "an ordinal before its noun"),
    REF("=#ow <ref>|chapters|verses|mantras|slokas|shlokas|sutras|karikas", 0.93, "an ordinal before its noun"),
    REF("=#ow10-999 <part>|<cite>", 0.85, "an ordinal before its noun"),
    REF("=#ow section|khanda|anuvaka of the? # <ref>", 0.85, "a part of a text, with its chapter"),
    REF("=#ow <part> # <ref>", 0.88, "a part of a text, with its chapter"),
    REF("=#ow10-99 words|works", 0.75, "an ordinal before a plural: 'verse' misheard"),
    REF("=#ow <heard-book> # chapter", 0.85, "a book and its chapter"),
    REF("=#cw2-99 book|<heard-book> # chapter", 0.85, "a book and its chapter"),
    REF("# <chapter> =# <heard>", 0.88, "a chapter and what sounds like its verse"),
    REF("=#cw10-999 <ref>", 0.88, "an ordinal that lost its ending, before its noun"),
    REF("=#cw10-999 and =#cn !<things>|<many>", 0.8, "two numbers in order are verses, not a guess"),
    REF("=#cw11-199 onwards|onward", 0.85, "from a place on"),
    REF("number =#cw10-999", 0.85, "a number called so"),

    /* -- references that go on; these rules run together until none holds -- */
    REF("#@ <chapter> =#cw2-9 <verse>", 0.8, "an ordinal that lost its ending, before its noun"),
    REF("#c@ <ref>|<refs> =#cw2-9 !<things>|<refs>|<many>", 0.88, "a place within the place"),
    REF("#@ , and|or|to|through|till|until|upto then? =#cg1-999 !<things>|<refs>|<many>|<after-one>", 0.88,
        "a list or range goes on"),
    REF("#@ and then =#cg1-999 !<things>|<many>|<after-one>", 0.85, "a list or range goes on"),
    REF("#@ onwards|onward|up to|till|until =#c", 0.88, "a range goes on"),
    REF("#c@ , =#cg2-999 !<things>|<many>", 0.8, "a list goes on"),
    REF("=#ow , and|or|to? #o@", 0.88, "a list before its noun"),
    REF("=#cw10-999 , and|or|to? #o@", 0.7, "a list before its noun"),
    REF("from =#cw1-99 to|till|until #@", 0.88, "a range before its noun"),
    REF("#@ , and =#cn !<things>", 0.8, "the next in order"),
    REF("=#cw2-999 , and? #c@n", 0.8, "the one before in order"),

    /* -- guesses and counting aloud keep their words -- */
    KEEP("=#c o'clock|am", "the clock"),
    KEEP("<hedge> =#cw", "a guess"),
    KEEP("=#cw or so|odd|plus|something", "a guess"),
    KEEP("=#cw <things> or so|something", "a guess"),
    KEEP("=#c or|maybe|perhaps #", "a guess"),
    KEEP("# or|maybe|perhaps =#c", "a guess"),
    KEEP("=#c <things> or =#cr", "a guess"),
    KEEP("=#c1-20 <things> or =#c1-20", "a guess"),
    KEEP("=#c to #c <things>|<some>", "a guess"),
    KEEP("# to =#c <things>|<some>", "a guess"),
    KEEP("=#c <things>|<refs> , or|and|maybe? =#c <same>", "a guess, or the like said again"),
    KEEP("# <things> , or|and|maybe? =#c <same>", "a guess, or the like said again"),
    KEEP("=#c =#c =#c", "counting"),
    KEEP("=#c =#c", "a guess, or said twice"),
    KEEP("#c =#cw", "counting"),
    KEEP("=#cwr10 times", "ten times is said for often"),

    /* -- counts -- */
    COUNT("age of =#cw10-99", 0.85, "an age"),
    COUNT("=#cw10-99 year|years old", 0.9, "an age"),
    COUNT("=#cwx21-999999", 0.9, "an exact number"),
    COUNT("=#cw11-19 <things>|<refs>", 0.88, "an exact count"),
    COUNT("=#cw11-19 more <things>|<refs>", 0.75, "an exact count"),
    COUNT("=#cw11-19 <some> <things>|<refs>", 0.75, "an exact count"),
    COUNT("=#cw11-19 of them|us|these|those", 0.75, "an exact count"),
    COUNT("=#cwr10-90 <things>|<refs>|<money> !<same>", 0.75, "a count"),
    COUNT("=#cwr10-90 <some> <things>|<refs>", 0.65, "a count"),
    COUNT("=#cwr100-9999 <works>", 0.85, "a count of verses and the like"),
    COUNT("=#cw11000-19999 !years|people|times <things>", 0.65, "a count, and not quite round"),
    COUNT("=#cw101-999999 <works>|<money>|<refs>", 0.8, "a count that is not round"),
    COUNT("<month> =#cw10-31", 0.8, "a date"),
    REF("from =#cw1-999 to|till|until #+", 0.75, "a range"),
};
const size_t lp_number_rules_n = sizeof lp_number_rules / sizeof *lp_number_rules;
