/* synonym.h (L3) - headings of tables as they are compared. */
#ifndef TL_SYNONYM_H
#define TL_SYNONYM_H

#include "book.h"

/* A heading as synonyms have it: without blanks and line breaks, not in full-width forms, in small letters. A copy; NULL when memory is out. */
char *tl__heading_plain(const char *heading);
/* The blanks and line breaks out of it, and small letters. */
void tl__heading_squeeze(char *text);

#endif
