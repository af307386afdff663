/* json.h (L4) - what the parts that speak JSON share. jansson keeps its own allocator, which belongs to the whole process. */
#ifndef TL_JSON_H
#define TL_JSON_H

#include "taskledger.h"

#include <jansson.h>

/* A JSON value as text, with jansson's flags: tl_free. NULL when memory is out. */
char *tl__json_dump(const json_t *json, size_t flags);

/* What a value is, for words: "a text", "an array" … Lives for ever. */
const char *tl__json_type_name(const json_t *value);

/* Reads a text that is to be one JSON object, with no key twice; what: "a post", for words. *object is the caller's, also after a refusal:
 * json_decref. TL_OK · TL_EINVAL · TL_EMISUSE json is NULL. */
int tl__json_parse(tl_book *book, const char *json, const char *what, json_t **object);

#endif
