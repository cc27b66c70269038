#include "work/tree.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <strings.h>
#include <sys/stat.h>

/* Deeper trees are links gone wrong or made to harm. */
enum { DEEPEST = 64 };

typedef struct walk {
    lp_tree *tree;
    const char *suffix;
    size_t root; /* length of the root in path, slash included */
    lp_err *err;
} walk;

static bool wanted(const char *name, const char *suffix)
{
    size_t n = strlen(name), m = strlen(suffix);
    return name[0] != '.' && n > m && strcasecmp(name + n - m, suffix) == 0;
}

static int no_memory(const walk *w) { return lp_fail(w->err, LP_ENOMEM, "no memory for the list of files"); }

static int add(walk *w, const lp_str *path, lp_tree_file f)
{
    lp_tree *t = w->tree;
    if (t->n == t->cap) {
        size_t cap = t->cap ? t->cap * 2 : 1024;
        lp_tree_file *more = lp_arena_grow(&t->arena, t->files, t->n, cap, sizeof *more);
        if (!more) return no_memory(w);
        t->files = more;
        t->cap = cap;
    }
    f.name = lp_arena_copy(&t->arena, path->s + w->root, path->len - w->root);
    if (!f.name) return no_memory(w);
    t->files[t->n++] = f;
    return LP_OK;
}

/* A place below the root that cannot be looked into becomes one of the list. */
static int set_aside(walk *w, const lp_str *path, const char *what)
{
    const char *problem = lp_arena_copy(&w->tree->arena, what, strlen(what));
    return problem ? add(w, path, (lp_tree_file){.problem = problem}) : no_memory(w);
}

static int list(walk *w, lp_str *path, int depth);

static int visit(walk *w, lp_str *path, const char *name, int depth)
{
    size_t len = path->len;
    struct stat st;
    if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0) return LP_OK;
    lp_str_addf(path, "/%s", name);
    int code = lp_str_check(path, w->err);
    if (code == LP_OK && lstat(path->s, &st) != 0) {
        /* What is gone since the folder was read is no matter. */
        if (errno != ENOENT && wanted(name, w->suffix)) code = set_aside(w, path, strerror(errno));
    } else if (code == LP_OK && S_ISDIR(st.st_mode)) {
        code = name[0] == '.' ? LP_OK : list(w, path, depth + 1);
    } else if (code == LP_OK && wanted(name, w->suffix)) {
        if (stat(path->s, &st) != 0) code = errno == ENOENT ? LP_OK : set_aside(w, path, strerror(errno));
        else if (S_ISREG(st.st_mode)) code = add(w, path, (lp_tree_file){.size = (uint64_t)st.st_size});
    }
    path->len = len;
    if (path->s) path->s[len] = '\0';
    return code;
}

static int unlisted(walk *w, const lp_str *path, int depth, int errnum)
{
    if (depth) return set_aside(w, path, strerror(errnum));
    int code = lp_fail_errno(w->err, LP_EIO, errnum, "cannot list the folder");
    lp_err_at(w->err, path->s);
    return code;
}

static int list(walk *w, lp_str *path, int depth)
{
    if (depth > DEEPEST) return set_aside(w, path, "it lies too deep");
    DIR *dir = opendir(path->s);
    if (!dir) return unlisted(w, path, depth, errno);
    int code = LP_OK;
    const struct dirent *d;
    errno = 0;
    while (code == LP_OK && (d = readdir(dir)) != NULL) {
        code = visit(w, path, d->d_name, depth);
        errno = 0;
    }
    if (code == LP_OK && errno) code = unlisted(w, path, depth, errno);
    closedir(dir);
    return code;
}

static int by_name(const void *x, const void *y)
{
    const lp_tree_file *a = x, *b = y;
    return strcmp(a->name, b->name);
}

int lp_tree_list(const char *root, const char *suffix, lp_tree *tree, lp_err *err)
{
    lp_str path = LP_STR_INIT;
    lp_str_adds(&path, root);
    while (path.len > 1 && path.s[path.len - 1] == '/') path.s[--path.len] = '\0';
    int code = lp_str_check(&path, err);
    walk w = {tree, suffix, path.len + 1, err};
    if (code == LP_OK) code = list(&w, &path, 0);
    lp_str_free(&path);
    if (code == LP_OK && tree->n) qsort(tree->files, tree->n, sizeof *tree->files, by_name);
    return code;
}

void lp_tree_free(lp_tree *tree)
{
    lp_arena_free(&tree->arena);
    *tree = (lp_tree)LP_TREE_INIT;
}
