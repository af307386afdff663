/* complete.h - what may stand at a place of the command line: for the completion of shells. */
#ifndef COMPLETE_H
#define COMPLETE_H

#include "command.h"

/* Prints what is possible, one candidate in a line, behind a tab what it is; nothing where there is no book.
 *     refs [PREFIX], units [PREFIX], ledgers [PREFIX], states [PREFIX]; actions [REF]: of the item those that are possible now
 *     line WORD...: what the last word, as far as it is typed, may become; ":file" where it is the name of a file
 * The words are those behind --complete, -b FILE among them or not. Returns an exit status. */
int complete_print(struct cli *cli, int count, char **words);

#endif
