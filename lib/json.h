/* json.h (L4) - what the parts that speak JSON share. jansson keeps its own allocator, which belongs to the whole process. */
#ifndef TL_JSON_H
#define TL_JSON_H

#include "book.h"

#include <jansson.h>

/* A JSON value as text, with jansson's flags: tl_free. NULL when memory is out. */
char *tl__json_dump(const json_t *json, size_t flags);

/* The present row of SELECT * FROM entry: each column that is not NULL, in the order of the table, as it goes into the digest. *object is the caller's, also
 * after an error: json_decref. TL_OK · TL_ECORRUPT text that is not UTF-8 · TL_ENOMEM. */
int tl__entry_object(tl_book *book, sqlite3_stmt *row, json_t **object);

/* What a value is, for words: "a text", "an array" … Lives for ever. */
const char *tl__json_type_name(const json_t *value);

/* Reads a text that is to be one JSON object, with no key twice; what: "a post", for words. *object is the caller's, also after a refusal:
 * json_decref. TL_OK · TL_EINVAL · TL_EMISUSE json is NULL. */
int tl__json_parse(tl_book *book, const char *json, const char *what, json_t **object);

#endif
