/* All stages over a folder tree: what comes out, whatever the number of workers,
 * and what becomes of files that cannot be done. */
#include "support/test.h"

#include "support/folder.h"
#include "support/small.h"

#include "correct/correct.h"
#include "subtitle/srt.h"
#include "work/run.h"
#include "work/tree.h"

static lp_resource *small;

static int start(void **state)
{
    (void)state;
    small = small_resource();
    return 0;
}

static int end(void **state)
{
    (void)state;
    lp_resource_close(small);
    return 0;
}

/* Transcripts with words that give corrections, flags and none. */
static void a_transcript(uint64_t *seed, lp_str *out)
{
    static const char *const words[] = {"the",  "vairagya", "of",        "krishna", "why",   "rag", "ya",
                                        "good", "धर्म",      "upanishad", "chapter", "two",   "is",  "bagavat",
                                        "gita", "TAMAS",    "viveka",    "and",     "leelaa"};
    lp_str_clear(out);
    for (size_t cue = 1, n = 1 + test_below(seed, 30); cue <= n; cue++) {
        lp_str_addf(out, "%zu\n00:00:%02zu,000 --> 00:00:%02zu,500\n", cue, cue, cue);
        for (size_t w = 1 + test_below(seed, 8); w; w--)
            lp_str_addf(out, "%s%c", words[test_below(seed, COUNT(words))], w > 1 ? ' ' : '\n');
        lp_str_addc(out, '\n');
    }
}

static char *tree_of(size_t files)
{
    static const char *const folders[] = {"", "a/", "a/b/", "c d/", "ś/"};
    char *root = folder_new();
    uint64_t seed = 8;
    lp_str text = LP_STR_INIT, name = LP_STR_INIT;
    for (size_t i = 0; i < files; i++) {
        a_transcript(&seed, &text);
        lp_str_clear(&name);
        lp_str_addf(&name, "%s%03zu.srt", folders[i % COUNT(folders)], i);
        folder_put(root, name.s, lp_str_view(&text));
    }
    lp_str_free(&text);
    lp_str_free(&name);
    return root;
}

static void at(lp_str *path, const char *root, const char *name)
{
    lp_str_clear(path);
    lp_str_addf(path, "%s/%s", root, name);
}

static void read_file(const char *root, const char *name, lp_str *out)
{
    lp_str path = LP_STR_INIT;
    lp_err err = {0};
    at(&path, root, name);
    lp_str_clear(out);
    if (lp_file_read(path.s, 0, out, &err) != LP_OK) fail_msg("%s: %s", path.s, err.msg);
    lp_str_free(&path);
}

static void assert_same_trees(const char *x, const char *y)
{
    lp_tree a = LP_TREE_INIT, b = LP_TREE_INIT;
    lp_str one = LP_STR_INIT, two = LP_STR_INIT;
    assert_int_equal(lp_tree_list(x, "", &a, NULL), LP_OK);
    assert_int_equal(lp_tree_list(y, "", &b, NULL), LP_OK);
    assert_int_equal(a.n, b.n);
    for (size_t i = 0; i < a.n; i++) {
        assert_string_equal(a.files[i].name, b.files[i].name);
        read_file(x, a.files[i].name, &one);
        read_file(y, b.files[i].name, &two);
        assert_text(lp_str_view(&one), lp_str_view(&two));
    }
    lp_tree_free(&a);
    lp_tree_free(&b);
    lp_str_free(&one);
    lp_str_free(&two);
}

static lp_run_options options(const char *in, const char *out, size_t jobs)
{
    lp_run_options o = {.in = in, .out = out, .config = lp_config_defaults(), .format = LP_N_FORMATS};
    o.config.jobs = jobs;
    return o;
}

static void law_workers_do_not_show(void **state)
{
    (void)state;
    enum { FILES = 60 };
    static const size_t jobs[] = {1, 2, 4, 0, 1024};
    char *in = tree_of(FILES), *out[COUNT(jobs)];
    lp_run_result result[COUNT(jobs)];
    for (size_t i = 0; i < COUNT(jobs); i++) {
        lp_err err = {0};
        out[i] = folder_new();
        const lp_run_options o = options(in, out[i], jobs[i]);
        if (lp_run(small, &o, &result[i], &err) != LP_OK) fail_msg("%s", err.msg);
        assert_int_equal(result[i].files, FILES);
        assert_int_equal(result[i].failed, 0);
        assert_true(result[i].jobs >= 1 && result[i].jobs <= FILES);
        assert_true(lp_tally_edits(&result[i].tally) > 0 && result[i].tally.flagged > 0);
        assert_memory_equal(&result[i].tally, &result[0].tally, sizeof result[i].tally);
        assert_true(result[i].bytes == result[0].bytes && result[i].flagged == result[0].flagged);
        if (i) assert_same_trees(out[0], out[i]);
    }
    for (size_t i = 0; i < COUNT(jobs); i++) folder_remove(out[i]);
    folder_remove(in);
}

/* What lp_run writes is what the stages give one after the other. */
static void a_run_is_the_chain_of_stages(void **state)
{
    (void)state;
    char *in = tree_of(5), *out = folder_new();
    lp_run_result result;
    const lp_run_options o = options(in, out, 2);
    assert_int_equal(lp_run(small, &o, &result, NULL), LP_OK);
    lp_tree tree = LP_TREE_INIT;
    assert_int_equal(lp_tree_list(in, ".srt", &tree, NULL), LP_OK);
    lp_str text = LP_STR_INIT, have = LP_STR_INIT, want = LP_STR_INIT;
    lp_worker *w = lp_worker_new(NULL);
    for (size_t i = 0; i < tree.n; i++) {
        const lp_normalize_options n = LP_NORMALIZE_DEFAULTS;
        const lp_correct_options c = lp_correct_defaults();
        lp_transcript t = LP_TRANSCRIPT_INIT;
        lp_tally tally = {0};
        read_file(in, tree.files[i].name, &text);
        assert_int_equal(lp_srt_read(lp_str_view(&text), &t, NULL), LP_OK);
        assert_int_equal(lp_normalize_transcript(&n, &t, NULL), LP_OK);
        assert_int_equal(lp_correct(small, &c, w, &t, &tally, NULL), LP_OK);
        lp_str_clear(&want);
        lp_srt_write(&t, true, &want);
        read_file(out, tree.files[i].name, &have);
        assert_text(lp_str_view(&have), lp_str_view(&want));
        lp_transcript_free(&t);
    }
    lp_worker_free(w);
    lp_tree_free(&tree);
    lp_str_free(&text);
    lp_str_free(&have);
    lp_str_free(&want);
    folder_remove(in);
    folder_remove(out);
}

typedef struct told {
    size_t files, failed, progress;
    lp_run_progress last;
    lp_str errors;
} told;

static void on_file(void *arg, const lp_run_file *f)
{
    told *seen = arg;
    seen->files++;
    seen->failed += f->err != NULL;
    assert_true((f->err == NULL) == (f->t != NULL) && (f->t != NULL) == (f->tally != NULL));
    if (f->err) lp_str_addf(&seen->errors, "%s=%s ", f->name, lp_code_name(f->err->code));
}

static void on_progress(void *arg, const lp_run_progress *p)
{
    told *seen = arg;
    seen->progress++;
    assert_int_equal(p->files_done, seen->last.files_done + 1);
    assert_true(p->bytes_done >= seen->last.bytes_done && p->bytes_done <= p->bytes);
    assert_true(p->seconds >= seen->last.seconds);
    seen->last = *p;
}

static void a_bad_file_stops_nobody(void **state)
{
    (void)state;
    char *in = tree_of(4), *out = folder_new();
    folder_put(in, "bad/binary.srt",
               LP_SV("\x7F"
                     "ELF\x02\x01\x01\0\0\0\0\0"));
    folder_put(in, "bad/large.srt",
               LP_SV("1\n00:00:01,000 --> 00:00:02,000\n"
                     "............................................................................\n"
                     "............................................................................\n"));
    folder_put(in, "warned.srt", LP_SV("00:00:01,000 --> 00:00:02,000\nvairagya\n"));
    folder_put(in, "empty.srt", LP_SV(""));
    told seen = {0};
    lp_run_result result;
    lp_run_options o = options(in, out, 1);
    lp_str text = LP_STR_INIT, path = LP_STR_INIT;
    o.on_file = on_file;
    o.on_progress = on_progress;
    o.arg = &seen;
    assert_int_equal(lp_run(small, &o, &result, NULL), LP_OK);
    assert_int_equal(result.files, 8);
    assert_int_equal(result.failed, 1);
    assert_text(lp_str_view(&seen.errors), LP_SV("bad/binary.srt=LP_EFORMAT "));
    assert_false(result.io_failed);
    assert_true(result.warned >= 2);
    assert_int_equal(seen.files, 8);
    assert_int_equal(seen.progress, 8);
    assert_int_equal(seen.last.files_done, seen.last.files);
    assert_int_equal(seen.last.bytes_done, seen.last.bytes);
    read_file(out, "empty.srt", &text);
    assert_int_equal(text.len, 0);
    at(&path, out, "bad/binary.srt");
    assert_int_not_equal(access(path.s, F_OK), 0);
    /* over the limit: bad input, and the old output stays */
    lp_str_clear(&seen.errors);
    seen = (told){.errors = seen.errors};
    o.config.largest_file = 100;
    assert_int_equal(lp_run(small, &o, &result, NULL), LP_OK);
    assert_true(result.failed >= 2 && !result.io_failed);
    assert_non_null(strstr(seen.errors.s, "bad/large.srt=LP_ELIMIT"));
    read_file(out, "bad/large.srt", &text);
    assert_true(text.len > 100);
    lp_str_free(&seen.errors);
    lp_str_free(&text);
    lp_str_free(&path);
    folder_remove(in);
    folder_remove(out);
}

static void an_output_that_cannot_be_written_is_told(void **state)
{
    (void)state;
    char *in = tree_of(3), *out = folder_new();
    lp_run_result result;
    told seen = {0};
    lp_run_options o = options(in, out, 2);
    o.on_file = on_file;
    o.arg = &seen;
    /* a file where a folder should be, and a folder where a file should be */
    folder_put(out, "a", LP_SV("in the way"));
    folder_put(out, "000.srt/x", LP_SV("in the way"));
    assert_int_equal(lp_run(small, &o, &result, NULL), LP_OK);
    assert_int_equal(result.failed, 3);
    assert_true(result.io_failed);
    lp_tree left = LP_TREE_INIT;
    assert_int_equal(lp_tree_list(out, ".part", &left, NULL), LP_OK);
    assert_int_equal(left.n, 0);
    lp_tree_free(&left);
    lp_str_free(&seen.errors);
    folder_remove(in);
    folder_remove(out);
}

static void formats_and_modes(void **state)
{
    (void)state;
    char *in = folder_new(), *out = folder_new();
    lp_run_result result;
    lp_str text = LP_STR_INIT;
    folder_put(in, "a.srt", LP_SV("7\n00:00:01,000 --> 00:00:02,000\nthe vairagya\n"));
    lp_run_options o = options(in, out, 1);
    o.format = LP_FORMAT_TXT;
    assert_int_equal(lp_run(small, &o, &result, NULL), LP_OK);
    read_file(out, "a.srt", &text);
    assert_text(lp_str_view(&text), LP_SV("the vairāgya\n"));
    o.format = LP_N_FORMATS;
    o.config.correct.mode = LP_MODE_EMERGENCY;
    assert_int_equal(lp_run(NULL, &o, &result, NULL), LP_OK);
    read_file(out, "a.srt", &text);
    assert_text(lp_str_view(&text), LP_SV("7\n00:00:01,000 --> 00:00:02,000\nthe vairagya\n"));
    o.config.correct.mode = LP_MODE_BASIC;
    assert_int_equal(lp_run(NULL, &o, &result, NULL), LP_ERESOURCE);
    lp_str_free(&text);
    folder_remove(in);
    folder_remove(out);
}

static void folders_that_cannot_be_used(void **state)
{
    (void)state;
    char *in = tree_of(1), *empty = folder_new();
    lp_run_result result;
    lp_err err = {0};
    lp_str path = LP_STR_INIT;
    lp_run_options o = options(in, in, 1);
    assert_int_equal(lp_run(small, &o, &result, &err), LP_EVALUE);
    at(&path, in, "out");
    o.out = path.s;
    assert_int_equal(lp_run(small, &o, &result, &err), LP_EVALUE);
    lp_str_clear(&path);
    lp_str_addf(&path, "%s/../%s", in, strrchr(in, '/') + 1);
    assert_int_equal(lp_run(small, &o, &result, &err), LP_EVALUE);
    o = options(empty, in, 1);
    assert_int_equal(lp_run(small, &o, &result, &err), LP_EEMPTY);
    assert_string_equal(err.file, empty);
    at(&path, empty, "none");
    o.in = path.s;
    assert_int_equal(lp_run(small, &o, &result, &err), LP_EIO);
    lp_str_free(&path);
    folder_remove(in);
    folder_remove(empty);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(law_workers_do_not_show), cmocka_unit_test(a_run_is_the_chain_of_stages),
        cmocka_unit_test(a_bad_file_stops_nobody), cmocka_unit_test(an_output_that_cannot_be_written_is_told),
        cmocka_unit_test(formats_and_modes),       cmocka_unit_test(folders_that_cannot_be_used),
    };
    return cmocka_run_group_tests(tests, start, end);
}
