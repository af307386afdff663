/* item.h - what the commands that change an item have in common. */
#ifndef ITEM_H
#define ITEM_H

#include "command.h"

/* Prints an item's REF, or with --json its REF and seq (0: the item's last entry), right after the call that posted it: where working days were
 * counted it says by which calendar. Returns an exit status. */
int item_print_ref(const struct cli *cli, int64_t item, int64_t seq);

#endif
