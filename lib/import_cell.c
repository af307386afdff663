/* import_cell.c (L4) - what a cell of an imported table says: days, numbers, levels, units and fields as people write them, put into the item
 * of the row as the book has them. What is not understood is refused with its text, never guessed. */
#include "calendar.h"
#include "import.h"
#include "label.h"
#include "name.h"

#include <stdio.h>
#include <string.h>

/* The length of the blank that text begins with (ends with: behind 1), or 0: ASCII's, the no-break one (U+00A0), the full-width one (U+3000). */
static size_t blank(const char *text, size_t length, int behind)
{
    static const char *const blanks[] = { " ", "\t", "\r", "\n", "\v", "\f", "\xC2\xA0", "\xE3\x80\x80" };
    for (size_t i = 0; i < sizeof blanks / sizeof blanks[0]; i++) {
        size_t size = strlen(blanks[i]);
        if (size <= length && memcmp(behind ? text + length - size : text, blanks[i], size) == 0)
            return size;
    }
    return 0;
}

char *tl__trimmed(char *text, size_t *length)
{
    size_t size;
    *length = strlen(text);
    while ((size = blank(text, *length, 0)) > 0) {
        text += size;
        *length -= size;
    }
    while ((size = blank(text, *length, 1)) > 0)
        *length -= size;
    return text;
}

char *tl__trim(char *text)
{
    size_t length;
    text = tl__trimmed(text, &length);
    text[length] = '\0';
    return text;
}

static int take_day(tl__import *job, tl__import_column *column, const char *cell)
{
    char day[40];
    if (!tl__read_day(cell, day))
        return tl__error_set(&job->book->error, TL_EINVAL, "import.date", "'%s' is no day of the calendar; write 2023-06-30", tl__import_quote(job, cell));
    return tl__import_copy(job, day, &column->copy);
}

/* A due date in figures is no more than that; in words it is kept as it is written, and said what it means by the item it goes to. */
static int take_due(tl__import *job, tl__import_column *column, const char *cell)
{
    tl__due due;
    char day[40];
    if (tl__read_day(cell, day))
        return tl__import_copy(job, day, &column->copy);
    int result = tl__due_meaning(job->book, cell, job->options.ledger, "import.date", &due);
    return result != TL_OK ? result : tl__import_copy(job, cell, &column->copy);
}

/* A number is written in ASCII; any other text stays as it is. */
static int take_no(tl__import *job, tl__import_column *column, const char *cell)
{
    char number[80];
    return tl__import_copy(job, tl__read_number(cell, number, sizeof number) ? number : cell, &column->copy);
}

static int take_risk(tl__import *job, tl__import_column *column, const char *cell)
{
    sqlite3_stmt *find = job->statements[TL__FIND_RISK];
    sqlite3_bind_text(find, 1, cell, -1, SQLITE_STATIC);
    int result = tl__step(job->book, find);
    if (result == TL_ROW)
        result = tl__column_copy(job->book, find, 0, &column->copy);
    tl__done(find);
    if (result != TL_DONE)
        return result;
    return tl__error_set(
        &job->book->error, TL_EINVAL, "import.risk", "'%s' is no risk level; write high, medium or low (高、中、低)", tl__import_quote(job, cell));
}

static int take_parent_no(tl__import *job, tl__import_column *column)
{
    char *ref = sqlite3_mprintf("%s/%s", job->ledger, column->copy);
    if (ref == NULL)
        return tl__fail_memory(job->book);
    int result = tl__item_id(job->book, ref, &job->spec.parent);
    tl_free(ref);
    return result;
}

/* A parent is named as everywhere, or by its bare number in the same ledger. */
static int take_parent(tl__import *job, tl__import_column *column, const char *cell)
{
    int result = take_no(job, column, cell);
    if (result != TL_OK)
        return result;
    if (strchr(cell, '/') != NULL || tl__is_uid(cell))
        result = tl__item_id(job->book, cell, &job->spec.parent);
    else
        result = take_parent_no(job, column);
    if (result == TL_ENOTFOUND)
        tl__error_suffix(&job->book->error, "; an item above another one stands above it in the file, too");
    return result;
}

static int take_choice(tl__import *job, const tl__import_column *column, const char *cell)
{
    size_t length = strlen(cell);
    for (const char *at = strchr(cell, ',') == NULL ? column->choices : NULL; at != NULL; at = strchr(at, ',')) {
        at += *at == ',';
        if (strncmp(at, cell, length) == 0 && (at[length] == ',' || at[length] == '\0'))
            return TL_OK;
    }
    return tl__error_set(&job->book->error, TL_EINVAL, "import.choice", "'%s' is not one of: %s", tl__import_quote(job, cell), column->choices);
}

/* 46, and where it needs not be whole -3.5: the forms that the book takes. */
static int is_figure(const char *number, int whole)
{
    number += *number == '-';
    size_t digits = strspn(number, "0123456789");
    if (digits > 0 && !whole && number[digits] == '.') {
        number += digits + 1;
        digits = strspn(number, "0123456789");
    }
    return digits > 0 && number[digits] == '\0';
}

static int take_figure(tl__import *job, tl__import_column *column, const char *cell)
{
    char number[400];
    int whole = strcmp(column->type, "integer") == 0;
    if (tl__read_number(cell, number, sizeof number) && is_figure(number, whole))
        return tl__import_copy(job, number, &column->copy);
    return tl__error_set(&job->book->error, TL_EINVAL, "import.number", whole ? "'%s' is no whole number; write 46" : "'%s' is no number; write 46 or -3.5",
        tl__import_quote(job, cell));
}

static int take_field(tl__import *job, tl__import_column *column, const char *cell)
{
    int64_t unit;
    int retired;
    int result = TL_OK;
    if (strcmp(column->type, "date") == 0)
        result = take_day(job, column, cell);
    else if (strcmp(column->type, "integer") == 0 || strcmp(column->type, "number") == 0)
        result = take_figure(job, column, cell);
    else if (strcmp(column->type, "unit") == 0)
        result = tl__import_find_unit(job, cell, &unit, &column->copy, &retired);
    else if (strcmp(column->type, "choice") == 0)
        result = take_choice(job, column, cell);
    if (result == TL_OK)
        job->values[job->spec.value_count++] = (tl_value_spec) { column->name, column->copy != NULL ? column->copy : cell };
    return result;
}

int tl__import_cell(tl__import *job, tl__import_column *column, char *cell)
{
    int result = TL_OK;
    switch (column->kind) {
    case TL__IMPORT_NO:
        result = take_no(job, column, cell);
        job->spec.no = column->copy;
        return result;
    case TL__IMPORT_TITLE:
        job->spec.title = cell;
        return TL_OK;
    case TL__IMPORT_DETAIL:
        job->spec.detail = cell;
        return TL_OK;
    case TL__IMPORT_SOURCE:
        job->spec.source = cell;
        return TL_OK;
    case TL__IMPORT_OFFICER:
        job->spec.officer = cell;
        return TL_OK;
    case TL__IMPORT_DUE:
        result = take_due(job, column, cell);
        job->spec.due = column->copy;
        return result;
    case TL__IMPORT_RISK:
        result = take_risk(job, column, cell);
        job->spec.risk = column->copy;
        return result;
    case TL__IMPORT_PARENT:
        return take_parent(job, column, cell);
    case TL__IMPORT_LEAD:
    case TL__IMPORT_RESPONSIBLE:
    case TL__IMPORT_SUPPORT:
    case TL__IMPORT_MENTOR:
    case TL__IMPORT_MENTEE:
        return tl__import_units(job, column, cell);
    case TL__IMPORT_CONTACT:
        job->contact = column;
        job->officer = cell;
        return TL_OK;
    case TL__IMPORT_FIELD:
        return take_field(job, column, cell);
    case TL__IMPORT_UNNAMED:
        break;
    default:
        return TL_OK;
    }
    return tl__error_set(&job->book->error, TL_EINVAL, "import.column", "'%s' stands in column %zu, which has no heading", tl__import_quote(job, cell),
        (size_t)(column - job->columns) + 1);
}
