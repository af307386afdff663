/* template.c (L3) - the kinds of ledger there are ready-made, as they are read. */
#include "cursor.h"
#include "name.h"

#include <string.h>

/* 1 if there is such a template, 0, or an error. */
static int is_known(tl_book *book, const char *name)
{
    if (name == NULL)
        return tl__error_set(&book->error, TL_EMISUSE, NULL, "template: a name is needed");
    sqlite3_stmt *statement = tl__statement(book, TL__TEMPLATE_BY_NAME);
    if (statement == NULL)
        return book->error.result;
    int result = tl__bind_text(book, statement, 1, "the name of the template", name);
    if (result == TL_OK)
        result = tl__step(book, statement);
    tl__done(statement);
    return result < 0 ? result : result == TL_ROW;
}

#define TEMPLATES(title)                                                                                                                                       \
    "SELECT name, " title " AS title, workflow, (SELECT count(*) FROM template_field WHERE template = name) AS field_count, "                                  \
    "(SELECT group_concat(p.name || '=' || p.content, ' ') FROM template_policy p WHERE p.template = t.name) AS policy FROM template t ORDER BY name"

int tl_templates(tl_book *book, tl_cursor **cursor)
{
    tl__enter(book);
    int zh = tl__in_chinese(book);
    return tl__cursor_open(book, zh ? TEMPLATES("zh") : TEMPLATES("en"), NULL, 0, "template", cursor);
}

int tl_template_fields(tl_book *book, const char *name, tl_cursor **cursor)
{
    const tl__parameter parameter = { name, 0 };
    tl__enter(book);
    *cursor = NULL;
    int result = is_known(book, name);
    if (result < 0)
        return result;
    if (result == 0) {
        tl__fail_template(book, name);
        book->error.result = TL_ENOTFOUND;
        return TL_ENOTFOUND;
    }
    return tl__cursor_open(
        book, "SELECT code, title, type, required, choices FROM template_field WHERE template = ?1 ORDER BY rank", &parameter, 1, "field", cursor);
}
