/* table.c (L3) - the table people expect: which columns it has, in which order and under which headings. */
#include "table.h"

#include "name.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* A table being put together. */
typedef struct table {
    tl_book *book;
    int64_t ledger;
    int count;
    tl__buffer sql, headings; /* headings: as tl__cursor_headings takes them */
} table;

/* The template of ledger ?1. */
#define TEMPLATE "coalesce((SELECT template FROM ledger WHERE id = ?1), 'tasks')"

static void add_column(table *to, const char *name, const char *heading, int field)
{
    if (name == NULL)
        to->sql.failed = 1;
    if (to->sql.failed)
        return;
    const char *before = to->count++ == 0 ? "SELECT " : ", ";
    char *column = field ? sqlite3_mprintf("%s(SELECT value FROM value v WHERE v.item = t.item AND v.field = %Q) AS \"%w\"", before, name, name)
                         : sqlite3_mprintf("%st.\"%w\"", before, name);
    tl__append(&to->sql, column == NULL ? "" : column);
    to->sql.failed |= column == NULL;
    sqlite3_free(column);
    if (heading == NULL || (!field && !tl__in_chinese(to->book)))
        return;
    tl__append_bytes(&to->headings, name, strlen(name) + 1);
    tl__append_bytes(&to->headings, heading, strlen(heading) + 1);
}

/* The columns that a query by the ledger's id gives, as name, heading, and whether it is a custom field. */
static int add_columns(table *to, const char *sql)
{
    const tl__parameter ledger = { NULL, to->ledger };
    tl_cursor *cursor = NULL;
    int result = tl__cursor_open(to->book, sql, &ledger, strchr(sql, '?') == NULL ? 0 : 1, "field", &cursor);
    if (result != TL_OK)
        return result;
    while ((result = tl_next(cursor)) == TL_ROW)
        add_column(to, tl_column_text(cursor, 0), tl_column_text(cursor, 1), tl_column_int(cursor, 2) != 0);
    tl_cursor_close(cursor);
    return result == TL_DONE ? TL_OK : result;
}

/* As on paper. A field that the template names and this ledger has not is left out. */
static int add_template(table *to)
{
    int result = add_columns(to, "SELECT c.name, coalesce(f.title, c.heading), f.code IS NOT NULL FROM template_column c LEFT JOIN field f ON f.ledger = ?1 "
                                 "AND f.code = c.name WHERE c.template = " TEMPLATE " AND (f.code IS NOT NULL OR NOT EXISTS (SELECT 1 FROM template_field t "
                                 "WHERE t.template = c.template AND t.code = c.name)) ORDER BY c.rank");
    if (result == TL_OK)
        result = add_columns(to, "SELECT code, title, 1 FROM field WHERE ledger = ?1 AND code NOT IN (SELECT name FROM template_column "
                                 "WHERE template = " TEMPLATE ") ORDER BY rank");
    if (result == TL_OK && to->ledger == 0)
        add_column(to, "ledger", NULL, 0);
    return result;
}

/* Of the names and headings that there are the one that is meant; it is added. */
static int add_named(table *to, tl_cursor *known, const char *name)
{
    char best[200] = "";
    size_t least = SIZE_MAX;
    int result;
    while ((result = tl_next(known)) == TL_ROW) {
        for (int column = 0; column < 3; column++) {
            const char *word = tl_column_text(known, column);
            size_t distance = word == NULL ? SIZE_MAX : strcmp(word, name) == 0 ? 0 : tl__distance(name, word);
            if (distance == 0) {
                add_column(to, tl_column_text(known, 0), tl_column_text(known, 1), tl_column_int(known, 3) != 0);
                return TL_OK;
            }
            if (distance >= least || !tl__is_near(name, word, distance))
                continue;
            least = distance;
            snprintf(best, sizeof best, "%s", word);
        }
    }
    if (result != TL_DONE)
        return result;
    if (best[0] == '\0')
        return tl__error_set(&to->book->error, TL_EINVAL, NULL, "the table has no column '%.100s'", name);
    return tl__error_set(&to->book->error, TL_EINVAL, NULL, "the table has no column '%.100s'; the nearest is '%s'", name, best);
}

static int find_named(table *to, const char *name)
{
    const tl__parameter ledger = { NULL, to->ledger };
    tl_cursor *known = NULL;
    int result = tl__cursor_open(to->book,
        "SELECT code, title, NULL, 1, 0 FROM field WHERE ledger = ?1 UNION ALL SELECT name, heading, NULL, 0, 1 FROM template_column c WHERE template "
        "= " TEMPLATE
        " AND NOT EXISTS (SELECT 1 FROM template_field t WHERE t.template = c.template AND t.code = c.name) UNION ALL SELECT name, zh, en, 0, 2 FROM label "
        "WHERE kind IN ('column', 'heading') AND name IN (SELECT name FROM pragma_table_info('item_table')) ORDER BY 5",
        &ledger, 1, "field", &known);
    if (result != TL_OK)
        return result;
    result = add_named(to, known, name);
    tl_cursor_close(known);
    return result;
}

/* Takes the next name off a list with commas between; "" at its end. */
static char *next_name(char **rest)
{
    static const char *const commas[] = { ",", "，", "、" };
    char *name = *rest + strspn(*rest, " ");
    char *end = name + strlen(name);
    *rest = end;
    for (size_t i = 0; i < sizeof commas / sizeof commas[0]; i++) {
        char *comma = strstr(name, commas[i]);
        if (comma == NULL || comma >= end)
            continue;
        end = comma;
        *rest = comma + strlen(commas[i]);
    }
    while (end > name && end[-1] == ' ')
        end--;
    *end = '\0';
    return name;
}

static int add_chosen(table *to, const char *columns)
{
    char *copy = tl__copy(columns), *rest = copy;
    int result = copy == NULL ? tl__fail_memory(to->book) : TL_OK;
    while (result == TL_OK && *rest != '\0')
        result = find_named(to, next_name(&rest));
    if (result == TL_OK && to->count == 0)
        result = tl__error_set(&to->book->error, TL_EINVAL, NULL, "no column is named; name some with commas between, or leave it out");
    tl_free(copy);
    return result;
}

/* The view gives its rows by ledger and number already: to ask for an order would sort them all. */
static int open_table(table *to, int result, tl_cursor **cursor)
{
    const tl__parameter parameter = { NULL, to->ledger };
    tl__append(&to->sql, " FROM item_table t");
    tl__append(&to->sql, to->ledger == 0 ? "" : " WHERE t.ledger_id = ?1");
    tl__append_bytes(&to->headings, "", 1);
    if (result == TL_OK && (to->sql.failed || to->headings.failed))
        result = tl__fail_memory(to->book);
    if (result == TL_OK)
        result = tl__cursor_open(to->book, to->sql.text, &parameter, to->ledger == 0 ? 0 : 1, "table", cursor);
    tl_free(to->sql.text);
    if (result == TL_OK)
        tl__cursor_headings(*cursor, to->headings.text);
    else
        tl_free(to->headings.text);
    return result;
}

int tl__table_open(tl_book *book, int64_t ledger, const char *columns, tl_cursor **cursor)
{
    table to = { .book = book, .ledger = ledger };
    *cursor = NULL;
    int result = tl__check_ledger(book, ledger);
    if (result == TL_OK)
        result = columns == NULL ? add_template(&to) : add_chosen(&to, columns);
    return open_table(&to, result, cursor);
}

int tl_table(tl_book *book, int64_t ledger, tl_cursor **cursor)
{
    table to = { .book = book, .ledger = ledger };
    tl__enter(book);
    *cursor = NULL;
    int result = add_columns(&to, "SELECT name, NULL, 0 FROM template_column WHERE template = 'tasks' ORDER BY rank");
    if (result == TL_OK && ledger == 0)
        add_column(&to, "ledger", NULL, 0);
    if (result == TL_OK)
        result = add_columns(&to, "SELECT code, title, 1 FROM field WHERE ledger = ?1 ORDER BY rank");
    return open_table(&to, result, cursor);
}
