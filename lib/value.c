/* value.c (L2) - what people write for a custom field, a datum, a figure or a period, as the book writes it: in ASCII where it is figures, however wide
 * they were typed. Whether it may be so, the schema says. */
#include "value.h"

#include "name.h"

#include <stdio.h>
#include <string.h>

static int read_unit(tl_book *book, const char *name, char room[TL__VALUE_ROOM])
{
    int64_t unit;
    int result = tl__unit_id(book, name, &unit);
    if (result != TL_OK)
        return result;
    sqlite3_stmt *statement = tl__statement(book, TL__UNIT_CODE);
    if (statement == NULL)
        return book->error.result;
    sqlite3_bind_int64(statement, 1, unit);
    result = tl__step(book, statement);
    if (result == TL_ROW)
        snprintf(room, TL__VALUE_ROOM, "%s", (const char *)sqlite3_column_text(statement, 0));
    tl__done(statement);
    return result < 0 ? result : TL_OK;
}

int tl__value_read(tl_book *book, const char *type, const char **value, char room[TL__VALUE_ROOM])
{
    int read = 0, result = TL_OK;
    if (*value == NULL)
        return TL_OK;
    if (strcmp(type, "integer") == 0 || strcmp(type, "number") == 0)
        read = tl__read_number(*value, room, TL__VALUE_ROOM);
    else if (strcmp(type, "date") == 0)
        read = tl__read_day(*value, room);
    else if (strcmp(type, "unit") == 0)
        read = (result = read_unit(book, *value, room)) == TL_OK;
    if (read)
        *value = room;
    return result;
}

const char *tl__figure_read(const char *figure, char room[TL__VALUE_ROOM])
{
    return figure != NULL && tl__read_number(figure, room, TL__VALUE_ROOM) ? room : figure;
}

const char *tl__percent_read(const char *percent, char room[TL__VALUE_ROOM])
{
    if (percent == NULL || !tl__narrow(percent, room, TL__VALUE_ROOM))
        return percent;
    size_t length = strspn(room, "0123456789.-");
    const char *sign = room + length + strspn(room + length, " ");
    if (strcmp(sign, "%") == 0)
        room[length] = '\0';
    return length > 0 && room[length] == '\0' ? room : percent;
}

const char *tl__period_read(const char *period, char room[TL__PERIOD_ROOM])
{
    if (period == NULL || !tl__narrow(period, room, TL__PERIOD_ROOM))
        return period;
    char *quarter = strchr(room, 'q');
    if (quarter != NULL)
        *quarter = 'Q';
    return room;
}
