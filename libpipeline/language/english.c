#include "language/english.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"

/* The level of words that an editor protects. */
enum { MOST_COMMON = 10 };

/* "american-words.35" -> its level when the list is one of ours, else 0. */
static int level_of_list(const char *file, bool *names)
{
    static const char *const regions[] = {"english-", "american-", "british-", "british_z-"};
    static const char *const kinds[] = {"words.", "contractions.", "upper.", "proper-names."};
    for (size_t r = 0; r < sizeof regions / sizeof *regions; r++) {
        size_t n = strlen(regions[r]);
        if (strncmp(file, regions[r], n) != 0) continue;
        for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
            size_t m = strlen(kinds[k]);
            if (strncmp(file + n, kinds[k], m) != 0) continue;
            char *end;
            long level = strtol(file + n + m, &end, 10);
            *names = k >= 2;
            return *end == '\0' && level > 0 && level < 100 ? (int)level : 0;
        }
    }
    return 0;
}

typedef struct list {
    lp_english_word *words;
    size_t n, cap;
} list;

static int add_known(list *l, const lp_english_word *w)
{
    if (l->n == l->cap) {
        size_t cap = l->cap ? l->cap * 2 : 1u << 16;
        lp_english_word *more = realloc(l->words, cap * sizeof *more);
        if (!more) return LP_ENOMEM;
        l->words = more;
        l->cap = cap;
    }
    l->words[l->n++] = *w;
    return LP_OK;
}

static int add_word(lp_english *en, list *l, lp_sv line, int level, bool names)
{
    if (!line.len || line.len > 40) return LP_OK;
    char *copy = lp_arena_copy(&en->arena, line.s, line.len);
    if (!copy) return LP_ENOMEM;
    for (size_t i = 0; i < line.len; i++) {
        unsigned char c = (unsigned char)copy[i];
        if (c >= 0x80) return LP_OK; /* the lists are Latin-1; accents are rare and not ours */
        if (c >= 'A' && c <= 'Z') copy[i] = (char)(c + 32);
    }
    const lp_english_word w = {lp_sv_make(copy, line.len), names ? 0 : (uint8_t)level, names ? (uint8_t)level : 0};
    return add_known(l, &w);
}

static int load_list(lp_english *en, list *l, const char *path, int level, bool names, lp_err *err)
{
    lp_str text = LP_STR_INIT;
    int code = lp_file_read(path, 0, &text, err);
    lp_sv rest = lp_str_view(&text), line;
    while (code == LP_OK && lp_sv_line(&rest, &line)) {
        code = add_word(en, l, lp_sv_trim(line), level, names);
        if (code != LP_OK) lp_fail(err, code, "no memory for the word list");
    }
    lp_str_free(&text);
    return code;
}

static int by_word(const void *a, const void *b)
{
    const lp_english_word *x = a, *y = b;
    return lp_sv_cmp(x->word, y->word);
}

static uint8_t lower_level(uint8_t a, uint8_t b)
{
    if (!a || !b) return a ? a : b;
    return a < b ? a : b;
}

static int keep_unique(lp_english *en, list *l, lp_err *err)
{
    if (!l->n) return lp_fail(err, LP_ERESOURCE, "no word lists in this folder (Debian: install `scowl`)");
    qsort(l->words, l->n, sizeof *l->words, by_word);
    size_t n = 0;
    for (size_t i = 0; i < l->n; i++) {
        if (n && lp_sv_eq(l->words[n - 1].word, l->words[i].word)) {
            l->words[n - 1].level = lower_level(l->words[n - 1].level, l->words[i].level);
            l->words[n - 1].name_level = lower_level(l->words[n - 1].name_level, l->words[i].name_level);
        } else {
            l->words[n++] = l->words[i];
        }
    }
    en->words = lp_arena_grow(&en->arena, l->words, n, n, sizeof *l->words);
    en->n = n;
    return en->words ? LP_OK : lp_fail(err, LP_ENOMEM, "no memory for the word list");
}

int lp_english_load(lp_english *en, const char *folder, int word_level, int name_level, lp_err *err)
{
    DIR *dir = opendir(folder);
    if (!dir) {
        int e = errno;
        lp_fail_errno(err, LP_ERESOURCE, e, "no English word lists (Debian: install `scowl`)");
        lp_err_at(err, folder);
        return LP_ERESOURCE;
    }
    list l = {0};
    int code = LP_OK;
    const struct dirent *d;
    while (code == LP_OK && (d = readdir(dir)) != NULL) {
        bool names = false;
        int level = level_of_list(d->d_name, &names);
        if (!level || level > (names ? name_level : word_level)) continue;
        lp_str path = LP_STR_INIT;
        lp_str_addf(&path, "%s/%s", folder, d->d_name);
        code = lp_str_check(&path, err);
        if (code == LP_OK) code = load_list(en, &l, path.s, level, names, err);
        lp_str_free(&path);
    }
    closedir(dir);
    if (code == LP_OK) code = keep_unique(en, &l, err);
    if (code != LP_OK) lp_err_at(err, folder);
    free(l.words);
    return code;
}

/* Take a word out of the list, if it is there. */
static void release(list *l, lp_sv word)
{
    for (size_t i = 0; i < l->n; i++)
        if (lp_sv_eq(l->words[i].word, word)) l->words[i--] = l->words[--l->n];
}

int lp_english_protect(lp_english *en, const char *path, lp_err *err)
{
    list l = {0};
    lp_str text = LP_STR_INIT;
    int code = lp_file_read(path, 1u << 24, &text, err);
    for (size_t i = 0; code == LP_OK && i < en->n; i++) code = add_known(&l, &en->words[i]);
    lp_sv rest = lp_str_view(&text), line;
    while (code == LP_OK && lp_sv_line(&rest, &line)) {
        line = lp_sv_trim(line);
        if (line.len > 1 && line.s[0] == '!') release(&l, lp_sv_make(line.s + 1, line.len - 1));
        else if (line.len && line.s[0] != '#') code = add_word(en, &l, line, MOST_COMMON, false);
    }
    lp_str_free(&text);
    if (code == LP_OK) code = keep_unique(en, &l, err);
    if (code != LP_OK) lp_err_at(err, path);
    free(l.words);
    return code;
}

void lp_english_free(lp_english *en)
{
    lp_arena_free(&en->arena);
    *en = (lp_english)LP_ENGLISH_INIT;
}

const lp_english_word *lp_english_find(const lp_english *en, lp_sv lower_word)
{
    const lp_english_word key = {.word = lower_word};
    return en->n ? bsearch(&key, en->words, en->n, sizeof *en->words, by_word) : NULL;
}
