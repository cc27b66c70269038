/* Runs a fuzz target over the files named, or all files of the folders named,
 * without a fuzz engine: the corpus as a plain test. */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/file.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static size_t n_run;

static void run_file(const char *path)
{
    lp_str data = LP_STR_INIT;
    lp_err err;
    if (lp_file_read(path, 0, &data, &err) != LP_OK) {
        fprintf(stderr, "%s: %s\n", path, err.msg);
        exit(1);
    }
    fprintf(stderr, "%s\n", path); /* the last one named is the one that failed */
    LLVMFuzzerTestOneInput((const uint8_t *)lp_str_view(&data).s, data.len);
    lp_str_free(&data);
    n_run++;
}

static void run_folder(const char *path)
{
    DIR *dir = opendir(path);
    if (!dir) {
        perror(path);
        exit(1);
    }
    struct dirent *e;
    while ((e = readdir(dir)) != NULL) {
        if (e->d_name[0] == '.') continue;
        lp_str name = LP_STR_INIT;
        lp_str_addf(&name, "%s/%s", path, e->d_name);
        run_file(name.s);
        lp_str_free(&name);
    }
    closedir(dir);
}

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        struct stat st;
        if (stat(argv[i], &st) == 0 && S_ISDIR(st.st_mode)) run_folder(argv[i]);
        else run_file(argv[i]);
    }
    printf("%zu files run\n", n_run);
    return n_run ? 0 : 1;
}
