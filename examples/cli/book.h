/* book.h - opening the book that a command works on. */
#ifndef BOOK_H
#define BOOK_H

#include "command.h"

/* Opens the book, for reading or writing as the command needs it, or as it was on the day of --as-of. Returns an exit status. */
int book_open(struct cli *cli);
/* What a book is opened with but for flags: language, day, actor (unless for reading only), progress. login is room for the actor's name. */
int book_options(struct cli *cli, tl_open_options *options, char *login, size_t size);
/* Where it is. */
const char *book_path(const struct cli *cli);

#endif
