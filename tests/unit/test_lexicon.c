/* Lexicons as people write them: what is read, what is refused with its line,
 * what the checker finds. English lists and confusion costs, too. */
#include "support/test.h"

#include "support/folder.h"
#include "support/small.h"

#include "base/utf8.h"

/* Load a text as a lexicon. */
static int load(const char *yaml, lp_lexicon *lex, lp_err *err)
{
    char *name = small_file(lp_sv_of(yaml));
    int code = lp_lexicon_load(lex, name, err);
    small_remove(name);
    return code;
}

static void assert_refused(const char *yaml, size_t line, const char *what)
{
    lp_lexicon lex = LP_LEXICON_INIT;
    lp_err err = {0};
    int code = load(yaml, &lex, &err);
    if (code != LP_EFORMAT || err.line != line || !strstr(err.msg, what))
        fail_msg("%s\nhave %s line %zu: %s\nwant LP_EFORMAT line %zu: %s", yaml, lp_code_name(code), err.line, err.msg,
                 line, what);
    assert_true(err.file[0] != '\0');
    lp_lexicon_free(&lex);
}

static void every_field_is_read(void **state)
{
    (void)state;
    lp_lexicon lex = LP_LEXICON_INIT;
    lp_err err = {0};
    const char yaml[] =
        "# a comment\n"
        "domain: tests\n"
        "defaults: {category: deity, source_authority: MW, frequency: rare, confidence: 0.5}\n"
        "entries:\n"
        "- {original_term: \" guṇa \", variations: [goona, ' ', \"\", gunna], heard_as: [good now]}\n"
        "- term: visnu\n"
        "  transliteration: Viṣṇu\n"
        "  is_proper_noun: true\n"
        "  gloss: the preserver\n"
        "  category: name\n"
        "  frequency: common\n"
        "  confidence: 1\n"
        "- {original_term: om tat, transliteration: oṃ tat, canonical_text: oṃ tat sat, is_verse: true}\n"
        "- {original_term: om tat, transliteration: oṃ tat, canonical_text: not asked for, is_verse: False}\n"
        "- {original_term: vaira\xCC\x84gya, variations: }\n";
    assert_int_equal(load(yaml, &lex, &err), LP_OK);
    assert_int_equal(lex.n, 5);
    const lp_entry *e = lex.entries;
    assert_text(e[0].term, LP_SV("guṇa"));
    assert_int_equal(e[0].n_variations, 2);
    assert_text(e[0].variations[1], LP_SV("gunna"));
    assert_int_equal(e[0].n_heard_as, 1);
    assert_text(e[0].heard_as[0], LP_SV("good now"));
    assert_text(e[0].category, LP_SV("deity"));
    assert_text(e[0].source, LP_SV("MW"));
    assert_int_equal(e[0].frequency, LP_RARE);
    assert_true(e[0].confidence > 0.499 && e[0].confidence < 0.501);
    assert_int_equal(e[0].line, 5);
    assert_false(e[0].proper || e[0].verse);
    assert_text(e[1].term, LP_SV("Viṣṇu"));
    assert_int_equal(e[1].n_variations, 1); /* the plain spelling */
    assert_text(e[1].variations[0], LP_SV("visnu"));
    assert_text(e[1].gloss, LP_SV("the preserver"));
    assert_text(e[1].category, LP_SV("name"));
    assert_int_equal(e[1].frequency, LP_COMMON);
    assert_true(e[1].proper && e[1].confidence > 0.999);
    assert_int_equal(e[1].line, 6);
    assert_text(e[2].term, LP_SV("oṃ tat sat"));
    assert_true(e[2].verse);
    assert_text(e[3].term, LP_SV("oṃ tat"));
    assert_text(e[4].term, LP_SV("vairāgya")); /* NFC */
    assert_int_equal(e[4].n_variations, 0);
    lp_lexicon_free(&lex);
    assert_int_equal(lex.n, 0);
}

static void files_add_up(void **state)
{
    (void)state;
    lp_lexicon lex = LP_LEXICON_INIT;
    lp_err err = {0};
    assert_int_equal(load("entries: [{term: a}]\ndefaults: {}\n", &lex, &err), LP_OK);
    assert_int_equal(load("entries: []\n", &lex, &err), LP_OK);
    assert_int_equal(load("defaults: {frequency: rare}\nentries: [{term: b}]\n", &lex, &err), LP_OK);
    assert_int_equal(load("entries: [{term: c}]", &lex, &err), LP_OK);
    assert_int_equal(lex.n, 3);
    assert_int_equal(lex.entries[1].frequency, LP_RARE);
    assert_int_equal(lex.entries[2].frequency, LP_USUAL); /* defaults end with their file */
    lp_lexicon_free(&lex);
}

static void mistakes_are_refused_with_their_line(void **state)
{
    (void)state;
    assert_refused("", 1, "a lexicon is a mapping");
    assert_refused("# nothing\n", 2, "a lexicon is a mapping");
    assert_refused("just text\n", 1, "a lexicon is a mapping");
    assert_refused("- {term: a}\n", 1, "a lexicon is a mapping");
    assert_refused("domain: x\n", 2, "no `entries:`");
    assert_refused("entries:\n- {term: a}\nextra: 1\n", 3, "unknown field: extra");
    assert_refused("entries: {term: a}\n", 1, "`entries` holds a list");
    assert_refused("entries:\n- just text\n", 2, "an entry is a mapping");
    assert_refused("entries:\n- {term: a}\n- {variaton: [b]}\n", 3, "unknown field: variaton");
    assert_refused("entries:\n- {term: a}\n-\n  gloss: b\n", 4, "an entry without original_term");
    assert_refused("entries:\n- {term: ''}\n", 2, "an entry without original_term");
    assert_refused("entries:\n- {term: [a]}\n", 2, "a text is expected");
    assert_refused("entries:\n- {term: a, variations: b}\n", 2, "a list");
    assert_refused("entries:\n- {term: a, variations: {b: c}}\n", 2, "a list");
    assert_refused("entries:\n- {term: a, variations: [[b]]}\n", 2, "a text is expected");
    assert_refused("entries:\n- {term: a, is_verse: yes}\n", 2, "true or false is expected, not: yes");
    assert_refused("entries:\n- {term: a, is_proper_noun: [true]}\n", 2, "true or false is expected");
    assert_refused("entries:\n- {term: a, confidence: 1.5}\n", 2, "from 0 to 1");
    assert_refused("entries:\n- {term: a, confidence: '0,9'}\n", 2, "from 0 to 1");
    assert_refused("entries:\n- {term: a, confidence: -1}\n", 2, "from 0 to 1");
    assert_refused("entries:\n- {term: a, confidence: .}\n", 2, "from 0 to 1");
    assert_refused("entries:\n- {term: a, confidence: 1e-1}\n", 2, "from 0 to 1");
    assert_refused("entries:\n- {term: a, confidence: ''}\n", 2, "from 0 to 1");
    assert_refused("entries:\n- {term: a, confidence: {}}\n", 2, "a number");
    assert_refused("entries:\n- {term: a, frequency: often}\n", 2, "rare, usual or common");
    assert_refused("defaults: []\nentries: []\n", 1, "`defaults` is a mapping");
    assert_refused("entries:\n- &x {term: a}\n- *x\n", 3, "aliases");
    assert_refused("entries:\n- {term: a\n", 3, "YAML");
    assert_refused("entries:\n- {term: \"a\xFF\"}\n", 2, "YAML");
    assert_refused("entries:\n- {term: a}\n\t- {term: b}\n", 3, "YAML");
    assert_refused("[a]: b\n", 1, "a field name");
    assert_refused("entries:\n- {[a]: b}\n", 2, "a field name");
}

/* What is lost without a word would be a lost correction. */
static void nothing_is_passed_over(void **state)
{
    (void)state;
    assert_refused("entries:\n- {term: a}\n---\nentries:\n- {term: b}\n", 3, "one document");
    assert_refused("entries:\n- {term: a}\n...\nentries: [\n", 4, "");
    assert_refused("entries:\n- {term: a, variations: [b], gloss: c, variations: [d]}\n", 2, "twice");
    assert_refused("entries:\n- {term: a, original_term: b}\n", 2, "twice");
    lp_lexicon lex = LP_LEXICON_INIT;
    assert_int_equal(load("---\nentries:\n- {term: a}\n...\n# the end\n", &lex, NULL), LP_OK);
    lp_lexicon_free(&lex);
}

static void a_file_that_is_not_there(void **state)
{
    (void)state;
    lp_lexicon lex = LP_LEXICON_INIT;
    lp_err err = {0};
    assert_int_equal(lp_lexicon_load(&lex, SMALL_DATA "/none.yaml", &err), LP_EIO);
    assert_non_null(strstr(err.file, "none.yaml"));
    lp_lexicon_free(&lex);
}

/* --- the checker ---------------------------------------------------------- */

typedef struct found {
    lp_str rules;
    size_t stop_after, n;
} found;

static bool note(void *arg, const lp_lexicon_finding *f)
{
    found *seen = arg;
    lp_str_addf(&seen->rules, "%zu:%s%s ", f->entry->line, f->error ? "!" : "", f->rule);
    assert_true(strlen(f->text) > 0);
    assert_int_equal(lp_utf8_check(f->text, strlen(f->text)), strlen(f->text));
    return ++seen->n != seen->stop_after;
}

static int level_of(void *arg, lp_sv word)
{
    const lp_english_word *w = lp_english_find(arg, word);
    return w ? w->level : 0;
}

static void assert_findings(const char *yaml, size_t stop_after, const char *want)
{
    lp_lexicon lex = LP_LEXICON_INIT;
    lp_english en = LP_ENGLISH_INIT;
    found seen = {LP_STR_INIT, stop_after, 0};
    lp_err err = {0};
    small_english(&en);
    small_must(load(yaml, &lex, &err), yaml, &err);
    size_t n = lp_lexicon_check(&lex, level_of, &en, note, &seen);
    assert_int_equal(n, seen.n);
    if (!lp_sv_eq(lp_str_view(&seen.rules), lp_sv_of(want)))
        fail_msg("%s\nhave %s\nwant %s", yaml, seen.rules.s ? seen.rules.s : "", want);
    lp_str_free(&seen.rules);
    lp_english_free(&en);
    lp_lexicon_free(&lex);
}

static void the_checker_finds(void **state)
{
    (void)state;
    assert_findings("entries:\n- {term: guṇa, variations: [goona]}\n", 0, "");
    assert_findings("entries:\n- {term: guṇa}\n", 0, "2:no-variations ");
    assert_findings("entries:\n- {term: guṁa, variations: [x]}\n", 0, "2:!not-iast ");
    assert_findings("entries:\n- {term: धर्म, variations: [x]}\n", 0, "2:!not-iast ");
    assert_findings("entries:\n- {term: Viṣṇu, variations: [x]}\n", 0, "2:capital ");
    assert_findings("entries:\n- {term: viṣṇu, is_proper_noun: true, variations: [x]}\n", 0, "2:capital ");
    assert_findings("entries:\n- {term: go, variations: [cow]}\n", 0, "2:!english ");
    assert_findings("entries:\n- {term: go, variations: [cow of plenty, dharma]}\n", 0, "");
    assert_findings("entries:\n- {term: a b, canonical_text: oṃ, is_verse: true}\n", 0, "");
    assert_findings("entries:\n- {term: b, variations: [x]}\n- {term: b, variations: [y]}\n", 0, "3:!duplicate ");
    assert_findings("entries:\n- {term: b, variations: [x]}\n- {term: c, variations: [X]}\n", 0, "3:claimed-twice ");
    assert_findings("entries:\n- {term: b, variations: [c]}\n- {term: c, variations: [y]}\n", 0, "2:claimed-twice ");
    assert_findings("entries:\n- {term: b, variations: [x, X]}\n", 0, "");
}

static void the_checker_finds_in_every_order(void **state)
{
    (void)state;
    /* a term among its own variations does not hide its double */
    assert_findings("entries:\n- {term: b, variations: [b]}\n- {term: b, variations: [y]}\n", 0, "3:!duplicate ");
    assert_findings("entries:\n- {term: b, variations: [x]}\n- {term: b, variations: [b]}\n", 0, "3:!duplicate ");
    /* three claims are two clashes; findings come in the order of the file */
    assert_findings(
        "entries:\n- {term: b, variations: [x]}\n- {term: c, variations: [x]}\n- {term: d, variations: [x]}\n", 0,
        "3:claimed-twice 4:claimed-twice ");
    assert_findings(
        "entries:\n- {term: b, variations: [p]}\n- {term: c, variations: [p]}\n- {term: d, variations: [q]}\n"
        "- {term: e, variations: [q]}\n- {term: g, variations: [r]}\n- {term: h, variations: [r]}\n"
        "- {term: i, variations: [s]}\n- {term: j, variations: [s]}\n",
        0, "3:claimed-twice 5:claimed-twice 7:claimed-twice 9:claimed-twice ");
}

/* Letters of IAST in an order that no Sanskrit has. */
static void impossible_sanskrit_is_found(void **state)
{
    (void)state;
    static const struct { const char *term; char kind; } rows[] = {
        {"ṃka", '!'}, {"tatṃ", '!'}, {"ḥ", '!'}, {"sat ḥa", '!'}, {"raam", '!'}, {"geetaa", '!'}, {"chhandas", '!'}, {"akhkhila", '!'},
        {"attta", '!'}, {"buddhdhi", '!'}, {"wiveka", '?'}, {"moksha", '?'}, {"zamīndār", '?'}, {"ñāna", '?'}, {"puṅthi", '?'},
        {"saṃsāra", 0}, {"duḥkha", 0}, {"pañca", 0}, {"yajña", 0}, {"vāṅmaya", 0}, {"aṅga", 0}, {"prāṅ", 0}, {"cchandas", 0},
        {"buddhi", 0}, {"akkhila", 0}, {"bāī", 0}, {"caitanya", 0}, {"kaunteya", 0}, {"klṛpta", 0}, {"śrī śrī", 0}, {"saṃyama", 0},
        {"ātmā", 0}, {"tattva", 0}, {"sūkṣma", 0}, {"yaśaḥ", 0}, {"patañjali", 0}};
    for (size_t i = 0; i < COUNT(rows); i++) {
        char yaml[100], want[40];
        (void)snprintf(yaml, sizeof yaml, "entries:\n- {term: %s, variations: [q]}\n", rows[i].term);
        (void)snprintf(want, sizeof want, "%s", rows[i].kind == '!' ? "2:!impossible " : rows[i].kind ? "2:impossible " : "");
        assert_findings(yaml, 0, want);
    }
}

static void terms_like_english_and_like_one_another(void **state)
{
    (void)state;
    assert_findings("entries:\n- {term: attire, variations: [q]}\n", 0, "2:english-spelling ");
    assert_findings("entries:\n- {term: āttire, variations: [q]}\n", 0, "2:english-spelling ");
    assert_findings("entries:\n- {term: cow vana, variations: [q]}\n", 0, "2:impossible ");
    assert_findings("entries:\n- {term: viddhi, variations: [q]}\n- {term: vidhi, variations: [r]}\n- {term: viḍi, variations: [p]}\n", 0,
                    "3:same-sound ");
    assert_findings("entries:\n- {term: ota prota, variations: [q]}\n- {term: x y}\n- {term: otaprota, variations: [r]}\n", 0,
                    "3:impossible 3:no-variations 4:same-sound ");
    assert_findings("entries:\n- {term: guṇa, variations: [q]}\n- {term: guṇa, variations: [r]}\n", 0, "3:!duplicate ");
}

static void the_checker_stops_when_told(void **state)
{
    (void)state;
    assert_findings("entries:\n- {term: Guṁa}\n- {term: b}\n- {term: c}\n", 1, "2:!not-iast ");
    assert_findings("entries:\n- {term: b}\n- {term: c}\n- {term: d}\n", 2, "2:no-variations 3:no-variations ");
}

static void long_findings_are_cut_between_characters(void **state)
{
    (void)state;
    lp_str yaml = LP_STR_INIT;
    for (int shift = 0; shift < 3; shift++) {
        lp_str_clear(&yaml);
        lp_str_adds(&yaml, "entries:\n- {term: ");
        for (int i = 0; i < shift; i++) lp_str_addc(&yaml, 'k');
        for (int i = 0; i < 120; i++) lp_str_adds(&yaml, i % 2 ? "ṇ" : "ī");
        lp_str_adds(&yaml, "}\n");
        assert_findings(yaml.s, 0, "2:no-variations ");
    }
    lp_str_free(&yaml);
}

static void a_form_that_cannot_be_used_is_found(void **state)
{
    (void)state;
    lp_str yaml = LP_STR_INIT;
    lp_str_adds(&yaml, "entries:\n- {term: b, variations: [");
    for (int i = 0; i < 65; i++) lp_str_adds(&yaml, "x ");
    lp_str_adds(&yaml, "]}\n");
    assert_findings(yaml.s, 0, "2:!bad-variation ");
    lp_str_free(&yaml);
}

static bool forbid_errors(void *arg, const lp_lexicon_finding *f)
{
    (void)arg;
    if (f->error) fail_msg("%.*s:%zu: %s", (int)f->entry->file.len, f->entry->file.s, f->entry->line, f->text);
    return true;
}

static void the_small_lexicon_loads(void **state)
{
    (void)state;
    lp_lexicon lex = LP_LEXICON_INIT;
    lp_err err = {0};
    small_must(lp_lexicon_load(&lex, SMALL_LEXICON, &err), "small lexicon", &err);
    assert_in_range(lex.n, 30, 100);
    lp_lexicon_check(&lex, NULL, NULL, forbid_errors, NULL);
    lp_lexicon_free(&lex);
}

/* --- English -------------------------------------------------------------- */

static void assert_level(const lp_english *en, const char *word, int level, int name_level)
{
    const lp_english_word *w = lp_english_find(en, lp_sv_of(word));
    if (level < 0) {
        assert_null(w);
        return;
    }
    if (!w) fail_msg("%s is not there", word);
    assert_int_equal(w->level, level);
    assert_int_equal(w->name_level, name_level);
}

static void english_words_have_levels(void **state)
{
    (void)state;
    lp_english en = LP_ENGLISH_INIT;
    lp_err err = {0};
    assert_int_equal(lp_english_load(&en, SMALL_DATA "/english", 70, 60, &err), LP_OK);
    for (size_t i = 1; i < en.n; i++) assert_true(lp_sv_cmp(en.words[i - 1].word, en.words[i].word) < 0);
    assert_level(&en, "the", 10, 0);
    assert_level(&en, "don't", 10, 0);
    assert_level(&en, "capricorn", 35, 0); /* in small letters */
    assert_level(&en, "krishna's", 0, 50);
    assert_level(&en, "hanna", 35, 60); /* a word and a name */
    assert_level(&en, "yoga", 35, 0);
    assert_level(&en, "toorare", -1, 0); /* beyond the level */
    assert_level(&en, "these", -1, 0);   /* not a list */
    assert_level(&en, "The", -1, 0);
    assert_level(&en, "", -1, 0);
    assert_int_equal(lp_english_protect(&en, SMALL_DATA "/english/protected.txt", &err), LP_OK);
    assert_level(&en, "yoga", 10, 0);
    assert_level(&en, "vedic", 10, 0);
    assert_level(&en, "hanna", 35, 60);
    lp_english_free(&en);
    assert_level(&en, "the", -1, 0);
}

static void english_lists_that_are_not_there(void **state)
{
    (void)state;
    lp_english en = LP_ENGLISH_INIT;
    lp_err err = {0};
    assert_int_equal(lp_english_load(&en, SMALL_DATA "/none", 70, 60, &err), LP_ERESOURCE);
    assert_non_null(strstr(err.msg, "scowl"));
    assert_int_equal(lp_english_load(&en, TEST_ROWS, 70, 60, &err), LP_ERESOURCE);
    assert_non_null(strstr(err.msg, "scowl"));
    assert_int_equal(lp_english_load(&en, SMALL_DATA "/english", 5, 5, &err), LP_ERESOURCE);
    assert_int_equal(lp_english_protect(&en, SMALL_DATA "/none", &err), LP_EIO);
    lp_english_free(&en);
}

static void english_is_pronounced(void **state)
{
    (void)state;
    static const struct {
        const char *word, *phones;
    } rows[] = {{"why", "vai"}, {"rag", "rEg"}, {"this", "dis"}, {"church", "carc"}, {"the", "da"}, {"judge", "jaj"}};
    char out[48];
    for (size_t i = 0; i < COUNT(rows); i++) {
        size_t n = lp_english_pronounce(lp_sv_of(rows[i].word), out, sizeof out);
        assert_text(lp_sv_make(out, n), lp_sv_of(rows[i].phones));
        assert_int_equal(lp_english_pronounce(lp_sv_of(rows[i].word), out, 2), 2);
    }
    assert_int_equal(lp_english_pronounce(LP_SV(""), out, sizeof out), 0);
    /* too long to be a word; no letters */
    assert_int_equal(
        lp_english_pronounce(LP_SV("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"), out,
                             sizeof out),
        0);
}

/* --- costs ---------------------------------------------------------------- */

static int build_with_costs(const char *costs, lp_err *err)
{
    lp_lexicon lex = LP_LEXICON_INIT;
    lp_english en = LP_ENGLISH_INIT;
    lp_str out = LP_STR_INIT;
    char *learned = folder_new();
    folder_put(learned, "confusions.tsv", lp_sv_of(costs));
    int code = lp_resource_build(&lex, &en, learned, &out, err);
    folder_remove(learned);
    lp_str_free(&out);
    return code;
}

static void costs_are_read_to_the_last_byte(void **state)
{
    (void)state;
    lp_err err = {0};
    static const char *const good[] = {"",
                                       "# only a comment\n",
                                       "swap\ta\te\t0.25\twhy\n",
                                       "sub\tV\tC\t1\n",
                                       "add\t*\t-\t20\twhy",
                                       "drop\t-\ta\t0\twhy\r\n",
                                       "end\t-\tm\t.5\n\n",
                                       "noise\t*\t-\t3\n",
                                       "sub\ta\ta\t0.1\tfor itself\n",
                                       "heard\t-\t-\t1.125\n"};
    static const char *const bad[] = {"swap\ta\te\t20.001\n",
                                      "swap\ta\te\t1.2345\n",
                                      "swap\ta\te\t-1\n",
                                      "swap\ta\te\t\n",
                                      "swap\ta\te\t.\n",
                                      "swap\ta\te\t1e2\n",
                                      "swap\ta\t?\t1\n",
                                      "swap\ta\n",
                                      "swop\ta\te\t1\n",
                                      "swap a e 1\n",
                                      "add\t-\ta\t1\n",
                                      "noise\t-\ta\t1\n",
                                      "drop\ta\t-\t1\n",
                                      "sub\tab\tc\t1\n",
                                      "heard\t-\t-\tmuch\n",
                                      "swap\ta\te\t99999999999999999999\n"};
    for (size_t i = 0; i < COUNT(good); i++)
        if (build_with_costs(good[i], &err) != LP_OK) fail_msg("%s: %s", good[i], err.msg);
    for (size_t i = 0; i < COUNT(bad); i++) {
        lp_str text = LP_STR_INIT;
        lp_str_addf(&text, "# one\nswap\ta\te\t1\n%s", bad[i]);
        if (build_with_costs(text.s, &err) != LP_EFORMAT) fail_msg("taken for good: %s", bad[i]);
        assert_int_equal(err.line, 3);
        lp_str_free(&text);
    }
    lp_lexicon lex = LP_LEXICON_INIT;
    lp_english en = LP_ENGLISH_INIT;
    lp_str out = LP_STR_INIT;
    assert_int_equal(lp_resource_build(&lex, &en, SMALL_DATA "/none", &out, &err), LP_EIO);
    assert_non_null(strstr(err.file, "none/confusions.tsv"));
    lp_str_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_field_is_read),
        cmocka_unit_test(files_add_up),
        cmocka_unit_test(mistakes_are_refused_with_their_line),
        cmocka_unit_test(nothing_is_passed_over),
        cmocka_unit_test(a_file_that_is_not_there),
        cmocka_unit_test(the_checker_finds),
        cmocka_unit_test(the_checker_finds_in_every_order),
        cmocka_unit_test(impossible_sanskrit_is_found),
        cmocka_unit_test(terms_like_english_and_like_one_another),
        cmocka_unit_test(the_checker_stops_when_told),
        cmocka_unit_test(long_findings_are_cut_between_characters),
        cmocka_unit_test(a_form_that_cannot_be_used_is_found),
        cmocka_unit_test(the_small_lexicon_loads),
        cmocka_unit_test(english_words_have_levels),
        cmocka_unit_test(english_lists_that_are_not_there),
        cmocka_unit_test(english_is_pronounced),
        cmocka_unit_test(costs_are_read_to_the_last_byte),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
