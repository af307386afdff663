/* importing.c - see importing.h. */
#include "importing.h"
#include "tabular.h"

#include <stdio.h>

heard h;
tl_import_result counted;

static void add_line(char *to, size_t room, const char *one, const char *other)
{
    size_t at = strlen(to);
    snprintf(to + at, room - at, "%s=%s\n", one, other);
}

static int hear_column(const tl_import_column *column, void *arg)
{
    heard *into = arg;
    ck_assert_uint_eq(column->size, sizeof *column);
    add_line(into->columns, sizeof into->columns, column->heading, column->name);
    return into->stop_at_column == column->number;
}

static int hear_row(const tl_import_row *row, void *arg)
{
    heard *into = arg;
    tl_item *item = NULL;
    if (row->item != 0)
        ck_assert_int_eq(tl_item_get(t.book, row->item, &item), TL_OK); /* the handle may be read */
    add_line(into->rows, sizeof into->rows, row->outcome, item == NULL ? "" : item->ref);
    tl_free(item);
    return into->stop_at_row == row->row;
}

static int hear_finding(const tl_finding *finding, void *arg)
{
    heard *into = arg;
    add_line(into->notes, sizeof into->notes, finding->rule, finding->column == NULL ? "" : finding->column);
    return 0;
}

tl_import_options options_for(const char *csv)
{
    tl_import_options options = TL_IMPORT_OPTIONS_INIT;
    memset(&h, 0, sizeof h);
    options.path = csv == NULL ? NULL : write_file("in.csv", csv);
    options.ledger = t.checklist;
    options.on_column = hear_column;
    options.on_row = hear_row;
    options.on_finding = hear_finding;
    options.arg = &h;
    counted = (tl_import_result)TL_IMPORT_RESULT_INIT;
    return options;
}

const char *titles(void)
{
    return book_text(t.book,
        "SELECT group_concat(no || title, '|') FROM (SELECT no, i.title AS title FROM item i JOIN ledger l ON l.id = i.ledger WHERE l.code = 'list' "
        "AND no > '50' ORDER BY no)");
}

int again(const char *csv, const char *how)
{
    tl_import_options options = options_for(csv);
    options.on_conflict = how;
    return tl_import(t.book, &options, &counted);
}

const char *parts(void)
{
    return book_text(t.book,
        "SELECT group_concat(no || ' ' || coalesce(due, '-') || ' ' || coalesce((SELECT code FROM unit u WHERE u.id = i.lead), '-') || ' ' || "
        "coalesce((SELECT officer FROM assignment a WHERE a.item = i.id AND a.unit = i.lead AND ended_at IS NULL), '-') || ' ' || "
        "coalesce((SELECT group_concat(note, '/') FROM entry e WHERE e.item = i.id AND action = 'comment'), '-'), '|') "
        "FROM (SELECT * FROM item WHERE no GLOB '5?.*' ORDER BY no) i");
}

const char *workbook(const char *const *rows, size_t count)
{
    static char xml[10000];
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        at += (size_t)snprintf(xml + at, sizeof xml - at, "<row>");
        for (const char *cell = rows[i]; cell != NULL; cell = strchr(cell, '|') == NULL ? NULL : strchr(cell, '|') + 1)
            at += (size_t)snprintf(xml + at, sizeof xml - at, "<c t=\"inlineStr\"><is><t>%.*s</t></is></c>", (int)strcspn(cell, "|"), cell);
        at += (size_t)snprintf(xml + at, sizeof xml - at, "</row>");
    }
    return write_workbook("in.xlsx", xml, NULL, NULL, NULL);
}
