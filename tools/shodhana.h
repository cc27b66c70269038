/* tools/shodhana.h -- the driver's commands, a file each. */
#ifndef SHODHANA_H
#define SHODHANA_H

/* Each takes its own arguments (argv[0] is the command's name) and returns an
 * exit code of tool.h; main closes standard output. */
int shodhana_lexicon(int argc, char **argv);
int shodhana_lexicon_export(int argc, char **argv); /* of shodhana_lexicon */
int shodhana_run(int argc, char **argv);

#endif
