/* help.h - help as text, made from the tables of commands and options. */
#ifndef HELP_H
#define HELP_H

#include "command.h"

/* Prints help: of the command that the words name, of a group of commands, or of all. Returns an exit status. */
int help_print(struct cli *cli);

#endif
