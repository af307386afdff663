/* item.h - what the commands about items have in common. */
#ifndef ITEM_H
#define ITEM_H

#include "command.h"

/* Prints an item's REF, or with --json its REF and seq (0: the item's last entry), right after the call that posted it: where working days were
 * counted it says by which calendar. Returns an exit status. */
int item_print_ref(const struct cli *cli, int64_t item, int64_t seq);
/* Tells on stderr by which calendar the last call of the library counted working days, if it did. */
void item_tell_calendar(const struct cli *cli);

#endif
