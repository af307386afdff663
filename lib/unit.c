/* unit.c (L2) - units: whoever can be answerable. */
#include "post.h"

#include <string.h>

int tl_unit_add(tl_book *book, const tl_unit_spec *spec, int64_t *unit)
{
    tl_unit_spec given = TL_UNIT_SPEC_INIT;
    if (tl__take(book, &given, sizeof given, spec) != TL_OK)
        return TL_EMISUSE;
    tl__new_entry entry = {
        .action = "add_unit", .code = given.code, .title = given.name, .kind = given.kind, .parent = given.parent, .request = given.request
    };
    int result = tl__post_one(book, &entry, unit);
    if (result == TL_EEXISTS)
        tl__error_prefix(&book->error, "%s: ", given.code);
    return result;
}

int tl_unit_rename(tl_book *book, int64_t unit, const char *name)
{
    tl__enter(book);
    tl__new_entry entry = { .action = "rename_unit", .unit = unit, .title = name };
    return tl__post_one(book, &entry, NULL);
}

int tl_unit_retire(tl_book *book, int64_t unit)
{
    tl__enter(book);
    tl__new_entry entry = { .action = "retire_unit", .unit = unit };
    return tl__post_one(book, &entry, NULL);
}

int tl_unit_appoint(tl_book *book, int64_t unit, const char *officer, const char *note)
{
    tl__enter(book);
    tl__new_entry entry = { .action = "appoint", .unit = unit, .officer = officer, .note = note };
    return tl__post_one(book, &entry, NULL);
}
