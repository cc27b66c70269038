/* Lexicons that are no YAML of ours: lexicons of the field, tables, lists,
 * records of the Cologne dictionaries; and hostile ones. */
#include "support/test.h"

#include "support/folder.h"
#include "support/small.h"

static char *folder;

static int start(void **state)
{
    (void)state;
    folder = folder_new();
    return 0;
}

static int end(void **state)
{
    (void)state;
    folder_remove(folder);
    return 0;
}

static int load(const char *name, lp_sv text, lp_lexicon *lex, lp_err *err)
{
    lp_str path = LP_STR_INIT;
    folder_put(folder, name, text);
    lp_str_addf(&path, "%s/%s", folder, name);
    int code = lp_lexicon_load(lex, path.s, err);
    lp_str_free(&path);
    return code;
}

static lp_lexicon loaded(const char *name, lp_sv text)
{
    lp_lexicon lex = LP_LEXICON_INIT;
    lp_err err = {0};
    if (load(name, text, &lex, &err) != LP_OK) fail_msg("%s: line %zu: %s", name, err.line, err.msg);
    return lex;
}

static void assert_refused(const char *name, lp_sv text, int code, size_t line, const char *what)
{
    lp_lexicon lex = LP_LEXICON_INIT;
    lp_err err = {0};
    int have = load(name, text, &lex, &err);
    if (have != code || err.line != line || !strstr(err.msg, what))
        fail_msg("%s\nhave %s line %zu: %s\nwant %s line %zu: %s", name, lp_code_name(have), err.line, err.msg,
                 lp_code_name(code), line, what);
    assert_non_null(strstr(err.file, name));
    assert_null(strchr(err.msg, '\n'));
    lp_lexicon_free(&lex);
}

/* As they lie about in the field's repositories. */
static void lexicons_of_the_field(void **state)
{
    (void)state;
    lp_lexicon lex = loaded("corrections.yaml", LP_SV("entries:\n"
                                                      "- original_term: Bhagavad Gita\n"
                                                      "  variations:\n"
                                                      "  - bhagavad gita\n"
                                                      "  - bhagvad geeta\n"
                                                      "  transliteration: Bhagavad Gītā\n"
                                                      "  is_proper_noun: true\n"
                                                      "  category: scripture\n"
                                                      "  confidence: 1.0\n"
                                                      "  source_authority: IAST\n"
                                                      "  difficulty_level: beginner\n"
                                                      "  meaning: Song of God - sacred Hindu text\n"));
    assert_int_equal(lex.n, 1);
    assert_text(lex.entries[0].term, LP_SV("Bhagavad Gītā"));
    assert_text(lex.entries[0].gloss, LP_SV("Song of God - sacred Hindu text"));
    assert_int_equal(lex.entries[0].n_variations, 3);
    lp_lexicon_free(&lex);
    lex = loaded("proper_nouns.yaml", LP_SV("# Proper Nouns Lexicon\nentries:\n  - term: \"Krishna\"\n"
                                            "    variations: [\"krishna\", \"krsna\"]\n    category: \"deity\"\n"));
    assert_text(lex.entries[0].term, LP_SV("Krishna"));
    lp_lexicon_free(&lex);
    lex = loaded("compounds.yaml", LP_SV("compound_terms:\n  - phrase: \"Śrīmad Bhāgavatam\"\n    variations: [srimad bhagavatam]\n"
                                         "    type: scriptural_title\n    context_clues: [canto, [a, {b: c}]]\n"
                                         "context_rules:\n  title_indicators: [the]\nperformance: {n: 5}\nmetadata: x\n"));
    assert_text(lex.entries[0].term, LP_SV("Śrīmad Bhāgavatam"));
    assert_text(lex.entries[0].category, LP_SV("scriptural_title"));
    lp_lexicon_free(&lex);
    lex = loaded("x.json", LP_SV("{\"entries\": [{\"term\": \"guṇa\", \"variations\": [\"goona\"]}]}"));
    assert_int_equal(lex.n, 1);
    lp_lexicon_free(&lex);
    assert_refused("twice.yaml", LP_SV("entries:\n- {gloss: a, term: b, meaning: c}\n"), LP_EFORMAT, 2, "field given twice: meaning");
    assert_refused("twice.yaml", LP_SV("entries:\n- {phrase: a, term: b}\n"), LP_EFORMAT, 2, "field given twice: term");
}

static void tables(void **state)
{
    (void)state;
    lp_lexicon lex = loaded("a.tsv", LP_SV("# mine\noriginal_term\tvariations\tis_proper_noun\tgloss\tfrequency\tconfidence\tcount\r\n"
                                           "guṇa\tgoona|good na; gunna\t\tquality\tcommon\t0.5\t7\r\n"
                                           "\r\nViṣṇu\tvishnu\ttrue\n"));
    assert_int_equal(lex.n, 2);
    assert_text(lex.entries[0].term, LP_SV("guṇa"));
    assert_int_equal(lex.entries[0].n_variations, 3);
    assert_text(lex.entries[0].variations[1], LP_SV("good na"));
    assert_text(lex.entries[0].gloss, LP_SV("quality"));
    assert_int_equal(lex.entries[0].frequency, LP_COMMON);
    assert_true(lex.entries[0].confidence > 0.499 && lex.entries[0].confidence < 0.501);
    assert_false(lex.entries[0].proper);
    assert_int_equal(lex.entries[0].line, 3);
    assert_true(lex.entries[1].proper);
    lp_lexicon_free(&lex);
    /* Without a head: term, variations, gloss. A capital makes a name. */
    lex = loaded("b", LP_SV("\xEF\xBB\xBF" "Śiva\tshiv, see va\tthe kind one\nguṇa\n"));
    assert_true(lex.entries[0].proper && !lex.entries[1].proper);
    assert_int_equal(lex.entries[0].n_variations, 2);
    assert_text(lex.entries[0].gloss, LP_SV("the kind one"));
    lp_lexicon_free(&lex);
    lex = loaded("c.tsv", LP_SV("term\ttransliteration\ncrishna\tKṛṣṇa\n"));
    assert_text(lex.entries[0].term, LP_SV("Kṛṣṇa"));
    assert_text(lex.entries[0].variations[0], LP_SV("crishna"));
    lp_lexicon_free(&lex);
    /* What the exporter writes. */
    lex = loaded("d.tsv", LP_SV("term\tkind\tgloss\tfrequency\tcount\nguṇa\tconcept\tquality\trare\t12\n"));
    assert_text(lex.entries[0].category, LP_SV("concept"));
    assert_int_equal(lex.entries[0].frequency, LP_RARE);
    lp_lexicon_free(&lex);
    assert_refused("e.tsv", LP_SV("term\tvariaton\nx\ty\n"), LP_EFORMAT, 1, "unknown field: variaton");
    assert_refused("e.tsv", LP_SV("term\tgloss\tmeaning\n"), LP_EFORMAT, 1, "field given twice: meaning");
    assert_refused("e.tsv", LP_SV("term\tgloss\nx\ty\tz\n"), LP_EFORMAT, 2, "more columns");
    assert_refused("e.tsv", LP_SV("term\tgloss\n\ty\n"), LP_EFORMAT, 2, "without a term");
    assert_refused("e.tsv", LP_SV("term\tfrequency\nx\tdaily\n"), LP_EFORMAT, 2, "rare, usual or common");
    assert_refused("e.tsv", LP_SV("term\tconfidence\nx\t95%\n"), LP_EFORMAT, 2, "from 0 to 1");
    assert_refused("e.tsv", LP_SV("term\tis_verse\nx\tperhaps\n"), LP_EFORMAT, 2, "true or false");
    assert_refused("e.tsv", LP_SV("x\ta\n\xFF\tb\n"), LP_EUTF8, 2, "");
}

static void lists(void **state)
{
    (void)state;
    lp_lexicon lex = loaded("terms.txt", LP_SV("# our terms\nKūṭastha  # the anvil\n\n  sat cit ānanda\r\nOm-Prakash\n"));
    assert_int_equal(lex.n, 3);
    assert_text(lex.entries[0].term, LP_SV("Kūṭastha"));
    assert_true(lex.entries[0].proper);
    assert_text(lex.entries[1].term, LP_SV("sat cit ānanda"));
    assert_int_equal(lex.entries[2].line, 5);
    assert_int_equal(lex.entries[2].n_variations, 0);
    lp_lexicon_free(&lex);
    lex = loaded("yaml.txt", LP_SV("entries:\n- {term: guṇa}\n")); /* YAML under another name */
    assert_int_equal(lex.n, 1);
    lp_lexicon_free(&lex);
    assert_refused("talk.txt", LP_SV("1\n00:00:01,000 --> 00:00:02,000\nplain\n"), LP_EFORMAT, 1, "no term: 1");
    assert_refused("t.txt", LP_SV("good\n<b>bad</b>\n"), LP_EFORMAT, 2, "no term");
    assert_refused("t.txt", LP_SV("good\na\x01z\n"), LP_EFORMAT, 2, "no term");
    assert_refused("t.srt", LP_SV("1\n00:00:01,000 --> 00:00:02,000\nplain\n"), LP_EFORMAT, 1, "mapping");
}

static void records_of_a_dictionary(void **state)
{
    (void)state;
    lp_lexicon lex = loaded("ccs.txt", LP_SV("%***This_File_is_CCS.ALL\n\n[Page001-1]\n<H>{#a#}\n\n"
                                             "<L>1<pc>001-1<k1>a<k2>a<h>1\n1. {#a#}¦ {%Pron-Stamm%}\n<LEND>\n\n"
                                             "<L>3<pc>001-1<k1>aMSa<k2>a/MSa\n{#a/MSa#}¦ {%m.%} Teil, Erbteil; {%N. eines\nGottes.%}\n"
                                             "{#aMSena#} teilweise.\n<LEND>\n"
                                             "<L>73<pc>002-1<k1>akzara<k2>a/kra<h>1\n1. {#a/kra#}¦ unthätig.\n<LEND>\n"
                                             "<L>74<pc>002-1<k1>akzara<k2>akra/<h>2\n2. {#akra/#}¦ {%m.%} Banner.\n<LEND>\n"
                                             "[Page002-2]\n<L>4<pc>1,1<k1>vijYAnamaya<k2>x\n<s>x</s> ¦ made of <ab>knowl.</ab>\n"));
    assert_int_equal(lex.n, 3);
    assert_text(lex.entries[0].term, LP_SV("aṃśa"));
    assert_text(lex.entries[0].gloss, LP_SV("m. Teil, Erbteil; N. eines Gottes. teilweise."));
    assert_true(lex.entries[0].headword);
    assert_int_equal(lex.entries[0].frequency, LP_RARE);
    assert_int_equal(lex.entries[0].line, 10);
    assert_text(lex.entries[0].source, LP_SV("ccs.txt"));
    assert_text(lex.entries[1].term, LP_SV("akṣara")); /* homonyms once */
    assert_text(lex.entries[1].gloss, LP_SV("unthätig."));
    assert_text(lex.entries[2].term, LP_SV("vijñānamaya"));
    assert_text(lex.entries[2].gloss, LP_SV("made of knowl."));
    lp_lexicon_free(&lex);
    lex = loaded("mw.xml", LP_SV("<?xml version=\"1.0\"?>\n<mw>\n<H1><h><key1>aMSa</key1><key2>aMSa</key2></h><body><s>aMSa</s>"
                                 " a share</body><tail><L>1</L></tail></H1>\n<H2><h><key1>akzara</key1></h><body/></H2>\n</mw>\n"));
    assert_int_equal(lex.n, 2);
    assert_text(lex.entries[0].gloss, LP_SV("aMSa a share"));
    assert_text(lex.entries[1].term, LP_SV("akṣara"));
    lp_lexicon_free(&lex);
    lex = loaded("headwords.tsv", LP_SV("a\tben bop cae mw72\nababhraṭa\tgst\n"));
    assert_int_equal(lex.n, 2);
    assert_true(lex.entries[1].headword);
    assert_int_equal(lex.entries[1].n_variations, 0);
    assert_text(lex.entries[1].source, LP_SV("gst"));
    lp_lexicon_free(&lex);
    assert_refused("r.txt", LP_SV("<L>1<pc>1\n"), LP_EFORMAT, 1, "without <k1>");
    assert_refused("r.txt", LP_SV("<L>1<k1>a\xFF<k2>a\n"), LP_EUTF8, 1, "");
    assert_refused("h.tsv", LP_SV("a\tben\nb\tzzz\n"), LP_EFORMAT, 2, "no headword");
    lp_str text = LP_STR_INIT;
    lp_str_adds(&text, "<L>1<k1>");
    for (int i = 0; i < 1000; i++) lp_str_addc(&text, 'a');
    lp_str_adds(&text, "<k2>a\n");
    assert_refused("r.txt", lp_str_view(&text), LP_ELIMIT, 1, "200 bytes");
    lp_str_free(&text);
}

/* Small files that describe endless data, or nest without end. */
static void hostile_yaml(void **state)
{
    (void)state;
    assert_refused("cycle.yaml", LP_SV("entries: &a\n- *a\n"), LP_EFORMAT, 2, "aliases are not allowed");
    assert_refused("cycle.yaml", LP_SV("&a entries: [{term: x, variations: &b [*b]}]\n"), LP_EFORMAT, 1, "aliases are not allowed");
    assert_refused("laughs.yaml", LP_SV("metadata: [&a [x, x], &b [*a, *a], &c [*b, *b]]\nentries: []\n"), LP_EFORMAT, 1,
                   "aliases are not allowed");
    lp_str text = LP_STR_INIT;
    lp_str_adds(&text, "metadata: ");
    for (int i = 0; i < 100000; i++) lp_str_addc(&text, '[');
    assert_refused("deep.yaml", lp_str_view(&text), LP_EFORMAT, 1, "nested too deeply");
    lp_str_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lexicons_of_the_field), cmocka_unit_test(tables),       cmocka_unit_test(lists),
        cmocka_unit_test(records_of_a_dictionary), cmocka_unit_test(hostile_yaml),
    };
    return cmocka_run_group_tests(tests, start, end);
}
