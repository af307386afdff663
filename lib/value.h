/* value.h (L2) - what people write for a custom field, a datum, a figure or a period, as the book writes it. */
#ifndef TL_VALUE_H
#define TL_VALUE_H

#include "book.h"

enum { TL__VALUE_ROOM = 256, TL__PERIOD_ROOM = 40 };

/* A value of a type, see field.type: figures in ASCII, a day as 2023-06-30, a unit by its code. *value becomes room where it is read so; what is none of
 * its type stays as it is, to be refused by the schema. TL_OK, or the error of a unit that is not there. */
int tl__value_read(tl_book *book, const char *type, const char **value, char room[TL__VALUE_ROOM]);

/* A figure in ASCII; what is none, and NULL, stays as it is. */
const char *tl__figure_read(const char *figure, char room[TL__VALUE_ROOM]);
/* The same of a percentage, with or without its sign. */
const char *tl__percent_read(const char *percent, char room[TL__VALUE_ROOM]);

/* A period in ASCII, with a large Q. What is longer than any, and NULL, stays as it is. */
const char *tl__period_read(const char *period, char room[TL__PERIOD_ROOM]);

#endif
