/* manual.h - the manual page taskledger(1), and the table of commands for programs. Neither is in the help: the build calls them. */
#ifndef MANUAL_H
#define MANUAL_H

/* Prints the manual page as roff (man macros, ASCII only). Returns an exit status. */
int manual_print(void);
/* Prints a line for each command: name, usage, its own options, what it does, with tabs between. Returns an exit status. */
int manual_print_commands(void);

#endif
