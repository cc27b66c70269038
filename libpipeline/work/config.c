#include "work/config.h"

#include <stddef.h>
#include <yaml.h>

#include "base/file.h"
#include "base/number.h"

typedef enum kind { MODE, SHARE, NUMBER, FLAG, WHOLE, PATH, LEXICONS, STYLE, PROFILE } kind;

/* Every setting there is. */
static const struct setting {
    const char *section, *key;
    kind kind;
    size_t place; /* in lp_config */
    size_t least, most;
} settings[] = {
    {"correct", "mode", MODE, offsetof(lp_config, correct.mode), 0, 0},
    {"correct", "apply_at", SHARE, offsetof(lp_config, correct.apply_at), 0, 1},
    {"correct", "flag_at", SHARE, offsetof(lp_config, correct.flag_at), 0, 1},
    {"correct", "odds", NUMBER, offsetof(lp_config, correct.odds), 0, 1000},
    {"correct", "numbers", FLAG, offsetof(lp_config, correct.numbers), 0, 1},
    {"correct", "rules", PATH, offsetof(lp_config, rules), 0, 0},
    {"correct", "profile", PROFILE, offsetof(lp_config, correct.profile), 0, 0},
    {"correct", "style", STYLE, offsetof(lp_config, style), 0, 0},
    {"correct", "spellings", PATH, offsetof(lp_config, spellings), 0, 0},
    {"correct", "protect", PATH, offsetof(lp_config, protect), 0, 0},
    {"correct", "lexicon", LEXICONS, 0, 0, 0},
    {"run", "jobs", WHOLE, offsetof(lp_config, jobs), 0, 1024},
    {"run", "largest_file", WHOLE, offsetof(lp_config, largest_file), 1, (size_t)1 << 32},
};

lp_config lp_config_defaults(void)
{
    return (lp_config){.correct = lp_correct_defaults(), .style = LP_IAST, .jobs = 0, .largest_file = (size_t)64 << 20};
}

static const struct setting *find(lp_sv section, lp_sv key)
{
    for (size_t i = 0; i < sizeof settings / sizeof *settings; i++)
        if (lp_sv_eq(section, lp_sv_of(settings[i].section)) && lp_sv_eq(key, lp_sv_of(settings[i].key)))
            return &settings[i];
    return NULL;
}

static bool is_section(lp_sv name)
{
    for (size_t i = 0; i < sizeof settings / sizeof *settings; i++)
        if (lp_sv_eq(name, lp_sv_of(settings[i].section))) return true;
    return false;
}

static bool set_flag(lp_sv v, bool *to)
{
    bool yes = lp_sv_eq(v, LP_SV("true"));
    if (!yes && !lp_sv_eq(v, LP_SV("false"))) return false;
    *to = yes;
    return true;
}

static bool set_mode(lp_sv v, lp_mode *to)
{
    for (int m = 0; m < LP_N_MODES; m++) {
        if (!lp_sv_eq(v, lp_sv_of(lp_mode_name((lp_mode)m)))) continue;
        *to = (lp_mode)m;
        return true;
    }
    return false;
}

static bool set_profile(lp_sv v, lp_profile *to)
{
    for (int p = 0; p < LP_N_PROFILES; p++) {
        if (!lp_sv_eq(v, lp_sv_of(lp_profile_name((lp_profile)p)))) continue;
        *to = (lp_profile)p;
        return true;
    }
    return false;
}

static bool set_style(lp_sv v, lp_scheme *to)
{
    for (int s = 0; s < LP_N_SCHEMES; s++) {
        if (!lp_spelling_is_style((lp_scheme)s) || !lp_sv_eq(v, lp_sv_of(lp_scheme_name((lp_scheme)s)))) continue;
        *to = (lp_scheme)s;
        return true;
    }
    return false;
}

/* A name beside the file of settings, or one from the root; nothing is none. */
static bool set_path(lp_sv v, const char *settings_file, lp_config_path *to)
{
    const char *slash = strrchr(settings_file, '/');
    const size_t folder = v.len && v.s[0] != '/' && slash ? (size_t)(slash - settings_file) + 1 : 0;
    if (memchr(v.s, '\0', v.len) || folder + v.len >= sizeof to->s) return false;
    memcpy(to->s, settings_file, folder);
    memcpy(to->s + folder, v.s, v.len);
    to->s[folder + v.len] = '\0';
    return true;
}

static bool set(const struct setting *s, lp_sv v, const char *file, lp_config *c)
{
    void *place = (char *)c + s->place;
    switch (s->kind) {
    case MODE: return set_mode(v, place);
    case SHARE: return lp_number_share(v, place);
    case NUMBER: return lp_number_decimal(v, (double)s->least, (double)s->most, place);
    case FLAG: return set_flag(v, place);
    case WHOLE: return lp_number_whole(v, s->least, s->most, place);
    case PROFILE: return set_profile(v, place);
    case STYLE: return set_style(v, place);
    case PATH: return set_path(v, file, place);
    case LEXICONS: return false; /* set_lexicons */
    }
    return false;
}

static int complain(lp_err *err, int code, const yaml_node_t *at, const char *what, lp_sv name)
{
    lp_fail(err, code, "%s`%.*s`", what, (int)(name.len > 80 ? 80 : name.len), name.s);
    if (err) err->line = at->start_mark.line + 1;
    return code;
}

static lp_sv scalar(const yaml_node_t *n)
{
    if (!n || n->type != YAML_SCALAR_NODE) return LP_SV("(not a text)");
    return lp_sv_make((const char *)n->data.scalar.value, n->data.scalar.length);
}

/* A file, or a list of them. */
static bool set_lexicons(yaml_document_t *doc, const yaml_node_t *node, const char *file, lp_config *c)
{
    c->n_lexicons = 0;
    if (node->type == YAML_SCALAR_NODE) {
        if (!node->data.scalar.length) return true;
        c->n_lexicons = 1;
        return set_path(scalar(node), file, &c->lexicons[0]);
    }
    if (node->type != YAML_SEQUENCE_NODE) return false;
    for (yaml_node_item_t *i = node->data.sequence.items.start; i < node->data.sequence.items.top; i++) {
        const yaml_node_t *item = yaml_document_get_node(doc, *i);
        if (item->type != YAML_SCALAR_NODE || !item->data.scalar.length || c->n_lexicons == LP_CONFIG_LEXICONS) return false;
        if (!set_path(scalar(item), file, &c->lexicons[c->n_lexicons++])) return false;
    }
    return true;
}

/* What a file has set so far: a bit a setting. */
typedef uint32_t done;

static int read_section(yaml_document_t *doc, lp_sv section, const yaml_node_t *node, const char *file, lp_config *c,
                        done *seen, lp_err *err)
{
    if (node->type != YAML_MAPPING_NODE) return complain(err, LP_EFORMAT, node, "a list of settings is expected in ", section);
    for (yaml_node_pair_t *p = node->data.mapping.pairs.start; p < node->data.mapping.pairs.top; p++) {
        const yaml_node_t *key = yaml_document_get_node(doc, p->key), *value = yaml_document_get_node(doc, p->value);
        const struct setting *s = find(section, scalar(key));
        if (!s) return complain(err, LP_EFORMAT, key, "no such setting: ", scalar(key));
        const done bit = (done)1 << (s - settings);
        if (*seen & bit) return complain(err, LP_EFORMAT, key, "set twice: ", scalar(key));
        *seen |= bit;
        const bool good = s->kind == LEXICONS ? set_lexicons(doc, value, file, c)
                                              : value->type == YAML_SCALAR_NODE && set(s, scalar(value), file, c);
        if (!good) {
            complain(err, LP_EVALUE, value, "", scalar(value));
            if (err) {
                size_t used = strlen(err->msg);
                (void)snprintf(err->msg + used, sizeof err->msg - used, " for %s.%s", s->section, s->key);
            }
            return LP_EVALUE;
        }
    }
    return LP_OK;
}

static int read_document(yaml_document_t *doc, const char *file, lp_config *c, lp_err *err)
{
    const yaml_node_t *root = yaml_document_get_root_node(doc);
    done seen = 0;
    if (!root) return LP_OK; /* nothing set */
    if (root->type != YAML_MAPPING_NODE) return complain(err, LP_EFORMAT, root, "sections are expected, not ", scalar(root));
    for (yaml_node_pair_t *p = root->data.mapping.pairs.start; p < root->data.mapping.pairs.top; p++) {
        const yaml_node_t *key = yaml_document_get_node(doc, p->key), *value = yaml_document_get_node(doc, p->value);
        if (!is_section(scalar(key))) return complain(err, LP_EFORMAT, key, "no such section: ", scalar(key));
        int code = read_section(doc, scalar(key), value, file, c, &seen, err);
        if (code != LP_OK) return code;
    }
    return lp_correct_check(&c->correct, err);
}

/* The line of what the YAML reader did not like: bytes that are no text have
 * an offset only. */
static size_t line_of_problem(const yaml_parser_t *p, lp_sv text)
{
    if (p->error != YAML_READER_ERROR) return p->problem_mark.line + 1;
    size_t line = 1;
    for (size_t i = 0; i < p->problem_offset && i < text.len; i++) line += text.s[i] == '\n';
    return line;
}

static int load_document(yaml_parser_t *p, lp_sv text, yaml_document_t *doc, lp_err *err)
{
    if (yaml_parser_load(p, doc)) return LP_OK;
    lp_fail(err, LP_EFORMAT, "YAML: %s", p->problem ? p->problem : "cannot be read");
    if (err) err->line = line_of_problem(p, text);
    return LP_EFORMAT;
}

/* The settings are one document; what stood behind it would not be read. */
static int read_all(yaml_parser_t *p, lp_sv text, const char *file, lp_config *c, lp_err *err)
{
    yaml_document_t doc;
    int code = load_document(p, text, &doc, err);
    if (code != LP_OK) return code;
    code = read_document(&doc, file, c, err);
    yaml_document_delete(&doc);
    if (code == LP_OK) code = load_document(p, text, &doc, err);
    if (code != LP_OK) return code;
    const yaml_node_t *second = yaml_document_get_root_node(&doc);
    if (second)
        code = complain(err, LP_EFORMAT, second, "settings are one document, and this is a second one: ", scalar(second));
    yaml_document_delete(&doc);
    return code;
}

int lp_config_load(const char *path, lp_config *c, lp_err *err)
{
    lp_str text = LP_STR_INIT;
    yaml_parser_t parser;
    int code = lp_file_read(path, 1u << 20, &text, err);
    if (code == LP_OK && !yaml_parser_initialize(&parser)) code = lp_fail(err, LP_ENOMEM, "no memory for the settings");
    if (code == LP_OK) {
        yaml_parser_set_input_string(&parser, (const unsigned char *)(text.s ? text.s : ""), text.len);
        code = read_all(&parser, lp_str_view(&text), path, c, err);
        yaml_parser_delete(&parser);
    }
    if (code != LP_OK) lp_err_at(err, path);
    lp_str_free(&text);
    return code;
}
