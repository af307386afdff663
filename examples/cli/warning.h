/* warning.h - what other commands say of early warning. */
#ifndef WARNING_H
#define WARNING_H

#include "command.h"

/* Notes each ledger (0: of all, else this one) whose workflow has no move to warn by: its items are never warned of. Returns an exit status. */
int warning_note_silent(const struct cli *cli, int64_t ledger);

#endif
