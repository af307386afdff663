/* label.h (L2) - words for names, in the handle's language. */
#ifndef TL_LABEL_H
#define TL_LABEL_H

#include "book.h"

void tl__labels_free(tl_book *book);

#endif
