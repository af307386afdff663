/* open.h (L2) - a handle before there is a book in it. */
#ifndef TL_OPEN_H
#define TL_OPEN_H

#include "book.h"

/* Makes a handle for the book that is to be at path, set as options say (NULL: as by default), which are copied to chosen. Nothing is opened. As with
 * tl_open there is a handle even after a failure, unless memory is out. */
int tl__open_handle(const char *path, const tl_open_options *options, tl_open_options *chosen, tl_book **book);

#endif
