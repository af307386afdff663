/* backup.h (L3) - a whole database as a new file. */
#ifndef TL_BACKUP_H
#define TL_BACKUP_H

#include "book.h"

/* Copies from into the new file path, which is there whole or not at all; its journal is kept as mode says ("WAL"), or as in from (NULL), but never in
 * WAL where other machines look at it. TL_OK · TL_EEXISTS · TL_EBUSY · TL_EIO · TL_ENOMEM, the words set. */
int tl__backup_to(tl_book *book, sqlite3 *from, const char *path, const char *mode);

#endif
