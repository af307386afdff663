/* json.h (L4) - what the parts that speak JSON share. jansson keeps its own allocator, which belongs to the whole process. */
#ifndef TL_JSON_H
#define TL_JSON_H

#include "taskledger.h"

#include <jansson.h>

/* A JSON value as text, with jansson's flags: tl_free. NULL when memory is out. */
char *tl__json_dump(const json_t *json, size_t flags);

#endif
