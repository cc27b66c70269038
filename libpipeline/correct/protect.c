#include "correct/protect.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/utf8.h"
#include "language/unicode.h"
#include "language/words.h"

#define LARGEST_FILE ((size_t)64 * 1024 * 1024)

/* A phrase, or words that phrases begin with, by the key of its words. */
typedef struct phrase {
    uint64_t key;
    bool whole, longer;
} phrase;

struct lp_protected {
    phrase *v;
    size_t n, cap;
    size_t phrases;
};

static int add(lp_protected *p, uint64_t key, bool whole)
{
    if (p->n == p->cap) {
        size_t cap = p->cap ? p->cap * 2 : 256;
        phrase *more = realloc(p->v, cap * sizeof *more);
        if (!more) return LP_ENOMEM;
        p->v = more;
        p->cap = cap;
    }
    p->v[p->n++] = (phrase){key, whole, !whole};
    return LP_OK;
}

/* A word of a phrase without the punctuation around it. */
static lp_sv bare(lp_sv w)
{
    uint32_t c;
    size_t last = w.len;
    while (w.len) {
        const size_t n = lp_utf8_get(w.s, w.len, &c);
        if (lp_is_word_char(c)) break;
        w = lp_sv_make(w.s + n, w.len - n);
    }
    for (size_t i = 0; i < w.len;) {
        i += lp_utf8_get(w.s + i, w.len - i, &c);
        if (lp_is_word_char(c)) last = i;
    }
    if (w.len) w.len = last;
    return w;
}

static int add_line(lp_protected *p, lp_sv line, lp_err *err)
{
    lp_words w;
    int code = lp_words_split(line, &w, err);
    uint64_t key = 0;
    size_t n = 0, left = 0;
    for (size_t i = 0; code == LP_OK && i < w.n; i++) {
        w.word[i] = bare(w.word[i]);
        left += w.word[i].len > 0;
    }
    for (size_t i = 0; code == LP_OK && i < w.n; i++) {
        if (!w.word[i].len) continue;
        const uint64_t next = lp_word_key(w.word[i]);
        key = n++ ? lp_word_key_join(key, next) : next;
        code = add(p, key, n == left);
    }
    if (code == LP_ENOMEM) return lp_fail(err, code, "no memory for the protected words");
    p->phrases += n > 0;
    return code;
}

static int by_key(const void *x, const void *y)
{
    const phrase *a = x, *b = y;
    return a->key < b->key ? -1 : a->key > b->key;
}

/* Sorted, each key once. */
static void settle(lp_protected *p)
{
    size_t n = 0;
    if (p->n) qsort(p->v, p->n, sizeof *p->v, by_key);
    for (size_t i = 0; i < p->n; i++) {
        if (n && p->v[n - 1].key == p->v[i].key) {
            p->v[n - 1].whole |= p->v[i].whole;
            p->v[n - 1].longer |= p->v[i].longer;
        } else {
            p->v[n++] = p->v[i];
        }
    }
    p->n = n;
}

static int read_lines(lp_protected *p, lp_sv text, lp_err *err)
{
    int code = LP_OK;
    size_t number = 0;
    lp_sv line;
    text = lp_sv_without_bom(text);
    while (code == LP_OK && lp_sv_line(&text, &line)) {
        const char *sharp = memchr(line.s, '#', line.len);
        number++;
        code = add_line(p, lp_sv_make(line.s, sharp ? (size_t)(sharp - line.s) : line.len), err);
        if (code != LP_OK && err) err->line = number;
    }
    return code;
}

int lp_protected_load(const char *path, lp_protected **out, lp_err *err)
{
    lp_str text = LP_STR_INIT;
    *out = NULL;
    lp_protected *p = calloc(1, sizeof *p);
    int code = p ? lp_file_read(path, LARGEST_FILE, &text, err) : lp_fail(err, LP_ENOMEM, "no memory for the protected words");
    if (code == LP_OK) code = read_lines(p, lp_str_view(&text), err);
    lp_str_free(&text);
    if (code != LP_OK) {
        lp_protected_free(p);
        lp_err_at(err, path);
        return code;
    }
    settle(p);
    *out = p;
    return LP_OK;
}

void lp_protected_free(lp_protected *p)
{
    if (!p) return;
    free(p->v);
    free(p);
}

size_t lp_protected_n(const lp_protected *p) { return p->phrases; }

static const phrase *find(const lp_protected *p, uint64_t key)
{
    const phrase want = {.key = key};
    return p->n ? bsearch(&want, p->v, p->n, sizeof *p->v, by_key) : NULL;
}

static bool is_whole(const lp_protected *p, uint64_t key)
{
    const phrase *found = find(p, key);
    return found && found->whole;
}

/* The word as the stem of a possessive, or nothing. */
static lp_sv owner(lp_sv low)
{
    return low.len > 2 && low.s[low.len - 2] == '\'' && low.s[low.len - 1] == 's' ? lp_sv_make(low.s, low.len - 2) : LP_SV("");
}

void lp_protected_mark(const lp_protected *p, const lp_tokens *tokens, uint8_t *taken)
{
    for (size_t i = 0; i < tokens->n; i++) {
        uint64_t key = 0;
        for (size_t k = i; k < tokens->n; k++) {
            const lp_token *t = &tokens->v[k];
            const lp_sv stem = owner(t->low);
            const uint64_t before = key;
            key = k > i ? lp_word_key_join(before, t->key) : t->key;
            const phrase *found = find(p, key);
            const uint64_t bare_key = stem.len ? lp_word_key(stem) : 0;
            if ((found && found->whole) ||
                (stem.len && is_whole(p, k > i ? lp_word_key_join(before, bare_key) : bare_key)))
                memset(taken + i, 1, k - i + 1);
            if (!found || !found->longer) break;
        }
    }
}
