/* realpath is of the X/Open part of POSIX. */
#define _XOPEN_SOURCE 700

#include "work/run.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "work/tree.h"

/* What the workers share; everything below the lock is touched only with it. */
typedef struct shop {
    const lp_resource *res;
    const lp_run_options *o;
    const lp_tree *tree;
    double started;
    pthread_mutex_t lock;
    size_t next;
    lp_run_progress progress;
    lp_run_result *result;
} shop;

/* One worker's scratch, used for file after file. */
typedef struct bench {
    shop *shop;
    lp_worker *worker;
    lp_transcript t;
    lp_str in, out, path, folder;
} bench;

static double now(void)
{
    struct timespec ts;
    clock_gettime(CLOCK_MONOTONIC, &ts);
    return (double)ts.tv_sec + (double)ts.tv_nsec * 1e-9;
}

static void join(lp_str *path, const char *root, const char *name)
{
    lp_str_clear(path);
    lp_str_addf(path, "%s/%s", root, name);
}

static int make_folder_of(bench *b, lp_err *err)
{
    const char *slash = strrchr(b->path.s, '/');
    lp_str_clear(&b->folder);
    lp_str_add(&b->folder, b->path.s, (size_t)(slash - b->path.s));
    int code = lp_str_check(&b->folder, err);
    return code == LP_OK ? lp_make_folders(b->folder.s, err) : code;
}

static int do_file(bench *b, const lp_tree_file *f, lp_tally *tally, lp_err *err)
{
    const char *name = f->name;
    const lp_run_options *o = b->shop->o;
    const lp_normalize_options normalize = LP_NORMALIZE_DEFAULTS;
    lp_correct_options correct = o->config.correct;
    correct.reasons = o->format == LP_FORMAT_JSONL; /* the only form that shows them */
    lp_str_clear(&b->in);
    lp_str_clear(&b->out);
    lp_transcript_clear(&b->t);
    join(&b->path, o->in, name);
    int code = lp_str_check(&b->path, err);
    if (code == LP_OK && f->problem) code = lp_fail(err, LP_EIO, "cannot look into it: %s", f->problem);
    if (code == LP_OK) code = lp_file_read(b->path.s, o->config.largest_file, &b->in, err);
    if (code == LP_OK) code = lp_format_read(lp_str_view(&b->in), &b->t, err);
    if (code == LP_OK && o->config.correct.mode != LP_MODE_EMERGENCY)
        code = lp_normalize_transcript(&normalize, &b->t, err);
    if (code == LP_OK) code = lp_correct(b->shop->res, &correct, b->worker, &b->t, tally, err);
    if (code != LP_OK) {
        lp_err_at(err, b->path.s);
        return code;
    }
    lp_format_write(&b->t, o->format == LP_N_FORMATS ? LP_FORMAT_SRT : o->format, &b->out);
    join(&b->path, o->out, name);
    code = lp_str_check(&b->out, err);
    if (code == LP_OK) code = lp_str_check(&b->path, err);
    if (code == LP_OK) code = make_folder_of(b, err);
    if (code == LP_OK) code = lp_file_write_whole(b->path.s, lp_str_view(&b->out), err);
    return code;
}

static bool take(shop *s, size_t *i)
{
    pthread_mutex_lock(&s->lock);
    *i = s->next;
    bool more = s->next < s->tree->n;
    if (more) s->next++;
    pthread_mutex_unlock(&s->lock);
    return more;
}

static void tell(bench *b, const lp_tree_file *f, int code, const lp_err *err, const lp_tally *tally)
{
    shop *s = b->shop;
    const lp_run_file told = {f->name, code == LP_OK ? NULL : err, code == LP_OK ? &b->t : NULL,
                              code == LP_OK ? tally : NULL};
    pthread_mutex_lock(&s->lock);
    lp_run_result *r = s->result;
    if (code == LP_OK) {
        lp_tally_add(&r->tally, tally);
        r->warned += b->t.n_diags > 0;
        r->flagged += tally->flagged > 0;
    } else {
        r->failed++;
        r->io_failed |= code == LP_EIO || code == LP_ENOMEM || code == LP_ERESOURCE;
    }
    r->bytes += f->size;
    s->progress.files_done++;
    s->progress.bytes_done += f->size;
    s->progress.words_done = r->tally.words;
    s->progress.seconds = now() - s->started;
    if (s->o->on_file) s->o->on_file(s->o->arg, &told);
    if (s->o->on_progress) s->o->on_progress(s->o->arg, &s->progress);
    pthread_mutex_unlock(&s->lock);
}

static void *work(void *arg)
{
    bench b = {.shop = arg, .t = LP_TRANSCRIPT_INIT};
    lp_err err = {0};
    b.worker = lp_worker_new(&err);
    size_t i;
    while (take(b.shop, &i)) {
        const lp_tree_file *f = &b.shop->tree->files[i];
        lp_tally tally = {0};
        int code = b.worker ? do_file(&b, f, &tally, &err) : err.code;
        tell(&b, f, code, &err, &tally);
    }
    lp_worker_free(b.worker);
    lp_transcript_free(&b.t);
    lp_str_free(&b.in);
    lp_str_free(&b.out);
    lp_str_free(&b.path);
    lp_str_free(&b.folder);
    return NULL;
}

static size_t jobs_for(const lp_run_options *o, size_t n_files)
{
    size_t jobs = o->config.jobs;
    if (!jobs) {
        long processors = sysconf(_SC_NPROCESSORS_ONLN);
        jobs = processors > 0 ? (size_t)processors : 1;
    }
    return jobs < n_files ? jobs : n_files;
}

static int hire(shop *s, size_t jobs, lp_err *err)
{
    pthread_t *threads = calloc(jobs, sizeof *threads);
    if (!threads) return lp_fail(err, LP_ENOMEM, "no memory for the workers");
    size_t started = 0;
    while (started < jobs && pthread_create(&threads[started], NULL, work, s) == 0) started++;
    /* With no thread to be had the work is done here. */
    if (!started) work(s);
    for (size_t i = 0; i < started; i++) pthread_join(threads[i], NULL);
    s->result->jobs = started ? started : 1;
    free(threads);
    return LP_OK;
}

static bool inside(const char *inner, const char *outer)
{
    size_t n = strlen(outer);
    return strncmp(inner, outer, n) == 0 && (inner[n] == '\0' || inner[n] == '/' || outer[n - 1] == '/');
}

/* Where path leads, or as much of it as is there already; NULL with errno. */
static char *reach(const char *path, lp_str *scratch)
{
    char *real = realpath(path, NULL);
    lp_str_adds(scratch, path);
    while (!real && errno == ENOENT && scratch->len) {
        while (scratch->len && scratch->s[scratch->len - 1] == '/') scratch->len--;
        while (scratch->len && scratch->s[scratch->len - 1] != '/') scratch->len--;
        scratch->s[scratch->len] = '\0';
        real = realpath(scratch->len ? scratch->s : ".", NULL);
    }
    return real;
}

/* The original is never touched, and no output is read as input. */
static int keep_apart(const lp_run_options *o, lp_err *err)
{
    int code = LP_OK;
    lp_str scratch = LP_STR_INIT;
    char *in = realpath(o->in, NULL), *out = in ? reach(o->out, &scratch) : NULL;
    if (!in || !out) {
        code = lp_fail_errno(err, LP_EIO, errno, "cannot be reached");
        lp_err_at(err, in ? o->out : o->in);
    /* A folder that holds IN may hold an OUT that is not there yet, too. */
    } else if (inside(out, in) || (inside(in, out) && access(o->out, F_OK) == 0)) {
        code = lp_fail(err, LP_EVALUE, "the input and the output folder must not lie inside one another: %s and %s",
                       o->in, o->out);
    }
    free(in);
    free(out);
    lp_str_free(&scratch);
    return code == LP_OK ? lp_make_folders(o->out, err) : code;
}

int lp_run(const lp_resource *res, const lp_run_options *o, lp_run_result *result, lp_err *err)
{
    lp_tree tree = LP_TREE_INIT;
    *result = (lp_run_result){0};
    if (!res && o->config.correct.mode != LP_MODE_EMERGENCY)
        return lp_fail(err, LP_ERESOURCE, "mode %s needs the compiled lexicon", lp_mode_name(o->config.correct.mode));
    int code = lp_tree_list(o->in, ".srt", &tree, err);
    if (code == LP_OK && !tree.n) {
        code = lp_fail(err, LP_EEMPTY, "no .srt file in this folder");
        lp_err_at(err, o->in);
    }
    if (code == LP_OK) code = keep_apart(o, err);
    if (code == LP_OK) {
        shop s = {.res = res, .o = o, .tree = &tree, .started = now(), .lock = PTHREAD_MUTEX_INITIALIZER, .result = result};
        result->files = s.progress.files = tree.n;
        for (size_t i = 0; i < tree.n; i++) s.progress.bytes += tree.files[i].size;
        code = hire(&s, jobs_for(o, tree.n), err);
        pthread_mutex_destroy(&s.lock);
        result->seconds = now() - s.started;
    }
    lp_tree_free(&tree);
    return code;
}
