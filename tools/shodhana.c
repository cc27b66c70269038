/* shodhana -- the driver: everything that is not a filter. */
#include "shodhana.h"

#include <stdio.h>
#include <string.h>

#include "tool.h"

static const struct command {
    const char *name, *what;
    int (*main)(int argc, char **argv);
} commands[] = {
    {"run", "correct a folder of transcripts into another folder", shodhana_run},
    {"lexicon", "compile, check, export and look into lexicons", shodhana_lexicon},
};

static void help(void)
{
    printf("Usage: shodhana COMMAND [ARGUMENTS]\n\n"
           "Turns recogniser transcripts of Yoga and Vedānta lectures into corrected ones.\n\n"
           "Commands:\n");
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        printf("  %-10s %s\n", commands[i].name, commands[i].what);
    printf("\n`shodhana COMMAND --help` tells more. The filters are srt-parse,\n"
           "sanskrit-normalize, correct and score. `shodhana --version` tells the version.\n\n"
           "Examples:\n"
           "  shodhana run transcripts/ corrected/\n"
           "  shodhana lexicon lookup \"why rag ya\"\n\n"
           "Exit codes: 0 done, 1 done with findings, 2 usage, 3 bad input, 4 I/O or\n"
           "resource failure.\n");
}

static int dispatch(int argc, char **argv)
{
    if (argc < 2) return tool_usage("shodhana", "a command is needed");
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0 || strcmp(argv[1], "help") == 0) {
        help();
        return TOOL_DONE;
    }
    if (strcmp(argv[1], "--version") == 0 || strcmp(argv[1], "-V") == 0) {
        tool_version("shodhana");
        return TOOL_DONE;
    }
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        if (strcmp(argv[1], commands[i].name) == 0) return commands[i].main(argc - 1, argv + 1);
    return tool_usage("shodhana", "no command `%s`", argv[1]);
}

int main(int argc, char **argv)
{
    tool_start();
    return tool_finish("shodhana", (enum tool_exit)dispatch(argc, argv));
}
