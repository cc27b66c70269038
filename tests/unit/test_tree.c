/* Files of a folder tree: which, in which order, and what cannot be listed. */
#include "support/test.h"

#include "support/folder.h"

#include "work/tree.h"

/* The names found below root, in brackets. */
static void assert_files(const char *root, const char *suffix, const char *want)
{
    lp_tree tree = LP_TREE_INIT;
    lp_str have = LP_STR_INIT;
    lp_err err = {0};
    if (lp_tree_list(root, suffix, &tree, &err) != LP_OK) fail_msg("%s", err.msg);
    for (size_t i = 0; i < tree.n; i++) lp_str_addf(&have, "(%s)", tree.files[i].name);
    assert_text(lp_str_view(&have), lp_sv_of(want));
    lp_str_free(&have);
    lp_tree_free(&tree);
    assert_int_equal(tree.n, 0);
}

static void files_come_in_byte_order(void **state)
{
    (void)state;
    char *root = folder_new();
    static const char *const names[] = {"b.srt",   "a.srt", "B.SRT",  "sub/z.Srt", "sub/deep/er/a.srt",
                                        "sub.srt", "ś.srt", "a b.srt"};
    for (size_t i = 0; i < COUNT(names); i++) folder_put(root, names[i], LP_SV("x"));
    assert_files(root, ".srt", "(B.SRT)(a b.srt)(a.srt)(b.srt)(sub.srt)(sub/deep/er/a.srt)(sub/z.Srt)(ś.srt)");
    lp_str slashed = LP_STR_INIT;
    lp_str_addf(&slashed, "%s//", root);
    assert_files(slashed.s, ".srt", "(B.SRT)(a b.srt)(a.srt)(b.srt)(sub.srt)(sub/deep/er/a.srt)(sub/z.Srt)(ś.srt)");
    lp_str_free(&slashed);
    folder_remove(root);
}

static void others_are_passed_over(void **state)
{
    (void)state;
    char *root = folder_new();
    lp_str path = LP_STR_INIT;
    static const char *const names[] = {"a.srt", "a.srt.bak",   "a.txt",         "srt",
                                        ".srt",  ".hidden.srt", ".folder/a.srt", "asrt"};
    for (size_t i = 0; i < COUNT(names); i++) folder_put(root, names[i], LP_SV("x"));
    lp_str_addf(&path, "%s/pipe.srt", root);
    assert_int_equal(mkfifo(path.s, 0600), 0);
    lp_str_clear(&path);
    lp_str_addf(&path, "%s/folder.srt", root);
    assert_int_equal(mkdir(path.s, 0700), 0);
    assert_files(root, ".srt", "(a.srt)");
    assert_files(root, ".none", "");
    lp_str_free(&path);
    folder_remove(root);
}

static void links_to_files_are_followed(void **state)
{
    (void)state;
    char *root = folder_new();
    lp_str path = LP_STR_INIT;
    folder_put(root, "real/a.srt", LP_SV("12345"));
    static const struct {
        const char *to, *name;
    } links[] = {{"real/a.srt", "link.srt"}, {"real", "folder"}, {"..", "real/up"}, {"nowhere", "broken.srt"}};
    for (size_t i = 0; i < COUNT(links); i++) {
        lp_str_clear(&path);
        lp_str_addf(&path, "%s/%s", root, links[i].name);
        assert_int_equal(symlink(links[i].to, path.s), 0);
    }
    lp_tree tree = LP_TREE_INIT;
    assert_int_equal(lp_tree_list(root, ".srt", &tree, NULL), LP_OK);
    assert_int_equal(tree.n, 2);
    assert_string_equal(tree.files[0].name, "link.srt");
    assert_string_equal(tree.files[1].name, "real/a.srt");
    assert_int_equal(tree.files[0].size, 5);
    assert_null(tree.files[0].problem);
    lp_tree_free(&tree);
    lp_str_free(&path);
    folder_remove(root);
}

static void many_files_are_one_list(void **state)
{
    (void)state;
    char *root = folder_new();
    lp_str name = LP_STR_INIT;
    for (int i = 0; i < 1500; i++) {
        lp_str_clear(&name);
        lp_str_addf(&name, "%s/%04d.srt", root, (i * 7919) % 1500);
        FILE *f = fopen(name.s, "w");
        assert_non_null(f);
        fclose(f);
    }
    lp_tree tree = LP_TREE_INIT;
    assert_int_equal(lp_tree_list(root, ".srt", &tree, NULL), LP_OK);
    assert_int_equal(tree.n, 1500);
    for (size_t i = 1; i < tree.n; i++) assert_true(strcmp(tree.files[i - 1].name, tree.files[i].name) < 0);
    lp_tree_free(&tree);
    lp_str_free(&name);
    folder_remove(root);
}

static void a_root_that_cannot_be_listed(void **state)
{
    (void)state;
    char *root = folder_new();
    lp_tree tree = LP_TREE_INIT;
    lp_err err = {0};
    lp_str path = LP_STR_INIT;
    lp_str_addf(&path, "%s/none", root);
    assert_int_equal(lp_tree_list(path.s, ".srt", &tree, &err), LP_EIO);
    assert_string_equal(err.file, path.s);
    folder_put(root, "a.srt", LP_SV("x"));
    lp_str_clear(&path);
    lp_str_addf(&path, "%s/a.srt", root);
    assert_int_equal(lp_tree_list(path.s, ".srt", &tree, &err), LP_EIO);
    assert_int_equal(lp_tree_list("", ".srt", &tree, NULL), LP_EIO);
    assert_int_equal(tree.n, 0);
    lp_tree_free(&tree);
    lp_str_free(&path);
    folder_remove(root);
}

/* Deeper trees are made to harm; the rest is listed all the same. */
static void a_tree_too_deep_does_not_stop_the_others(void **state)
{
    (void)state;
    char *root = folder_new();
    lp_str path = LP_STR_INIT;
    lp_tree tree = LP_TREE_INIT;
    for (int i = 0; i < 80; i++) lp_str_adds(&path, "d/");
    lp_str_adds(&path, "deep.srt");
    folder_put(root, path.s, LP_SV("x"));
    folder_put(root, "z.srt", LP_SV("x"));
    folder_put(root, "a.srt", LP_SV("x"));
    assert_int_equal(lp_tree_list(root, ".srt", &tree, NULL), LP_OK);
    assert_int_equal(tree.n, 3);
    assert_string_equal(tree.files[0].name, "a.srt");
    assert_non_null(tree.files[1].problem);
    assert_string_equal(tree.files[2].name, "z.srt");
    lp_tree_free(&tree);
    lp_str_free(&path);
    folder_remove(root);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_come_in_byte_order),     cmocka_unit_test(others_are_passed_over),
        cmocka_unit_test(links_to_files_are_followed),  cmocka_unit_test(many_files_are_one_list),
        cmocka_unit_test(a_root_that_cannot_be_listed), cmocka_unit_test(a_tree_too_deep_does_not_stop_the_others),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
