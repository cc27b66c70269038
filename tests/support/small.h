/* tests/support/small.h -- a compiled lexicon of the tests' own, from the files
 * of tests/data. For unit tests and fuzz targets: what fails ends the program.
 */
#ifndef SMALL_H
#define SMALL_H

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "language/english.h"
#include "language/lexicon.h"
#include "language/resource.h"

#define SMALL_DATA    TEST_SOURCE "/tests/data"
#define SMALL_LEXICON SMALL_DATA "/small.yaml"
#define SMALL_LEARNED SMALL_DATA "/learned"

static inline void small_must(int code, const char *what, const lp_err *err)
{
    if (code == LP_OK) return;
    fprintf(stderr, "%s: %s: %s\n", what, lp_code_name(code), err ? err->msg : "");
    abort();
}

/* A name for a file that nobody else has; free it. */
static inline char *small_name(void)
{
    const char *folder = getenv("TMPDIR");
    lp_str name = LP_STR_INIT;
    lp_str_addf(&name, "%s/shodhana-test-XXXXXX", folder && *folder ? folder : "/tmp");
    int fd = mkstemp(name.s);
    if (fd < 0) small_must(LP_EIO, name.s, NULL);
    close(fd);
    return name.s;
}

/* The bytes as a file; unlink and free its name. */
static inline char *small_file(lp_sv bytes)
{
    char *name = small_name();
    FILE *f = fopen(name, "wb");
    bool good = f && (!bytes.len || fwrite(bytes.s, 1, bytes.len, f) == bytes.len);
    if (f && fclose(f) != 0) good = false;
    if (!good) small_must(LP_EIO, name, NULL);
    return name;
}

static inline void small_remove(char *name)
{
    unlink(name);
    free(name);
}

static inline void small_english(lp_english *en)
{
    lp_err err = {0};
    small_must(lp_english_load(en, SMALL_DATA "/english", 70, 60, &err), "english", &err);
    small_must(lp_english_protect(en, SMALL_DATA "/english/protected.txt", &err), "protected", &err);
}

/* Compile a YAML file with the small English lists. */
static inline void small_build(const char *yaml, lp_str *out)
{
    lp_lexicon lex = LP_LEXICON_INIT;
    lp_english en = LP_ENGLISH_INIT;
    lp_err err = {0};
    small_english(&en);
    small_must(lp_lexicon_load(&lex, yaml, &err), yaml, &err);
    small_must(lp_resource_build(&lex, &en, SMALL_LEARNED, out, &err), yaml, &err);
    lp_english_free(&en);
    lp_lexicon_free(&lex);
}

/* Open bytes as a resource; what lp_resource_open says. */
static inline int small_open(lp_sv bytes, lp_resource **res, lp_err *err)
{
    char *name = small_file(bytes);
    int code = lp_resource_open(name, res, err);
    small_remove(name); /* the mapping stays */
    return code;
}

/* The small lexicon, compiled and open. */
static inline lp_resource *small_resource(void)
{
    lp_str bytes = LP_STR_INIT;
    lp_resource *res = NULL;
    lp_err err = {0};
    small_build(SMALL_LEXICON, &bytes);
    small_must(small_open(lp_str_view(&bytes), &res, &err), "small lexicon", &err);
    lp_str_free(&bytes);
    return res;
}

#endif
