/* import.c (L4) - tl_import_csv: each row of a table becomes an item, all or none. Headings are looked up in the book's own words; what is
 * wrong in a cell is told as a finding, and the rest is looked at all the same. */
#include "import.h"
#include "label.h"
#include "name.h"

#include <stdio.h>
#include <string.h>

enum { ERRORS_MAX = 1000, UNITS_MAX = 500 };

/* What a column gives. The names of the first NAMED kinds are those of the book's columns. */
enum kind { NO, TITLE, DETAIL, SOURCE, OFFICER, DUE, RISK, PARENT, LEAD, RESPONSIBLE, SUPPORT, CONTACT, NAMED, FIELD = NAMED, PASSED_OVER, UNNAMED };
static const char *const kind_names[NAMED] = { "no", "title", "detail", "source", "officer", "due", "risk", "parent", "lead", "responsible", "support",
    "contact" };

typedef struct column {
    char *heading;
    char *name; /* the column's in SQL, or the field's code */
    char *type, *choices;
    enum kind kind;
    char *copy; /* what the cell of the row became, where that is not the cell itself */
} column;

enum statement { FIND_HEADING, ALL_HEADINGS, FIND_RISK, FIND_UNIT, FIND_LEDGER, STATEMENTS };

typedef struct import {
    tl_book *book;
    tl_import_options options;
    tl__csv *csv;
    sqlite3_stmt *statements[STATEMENTS];
    char *ledger; /* its code */
    column *columns;
    size_t count;
    int64_t errors, items;
    int row_refused;
    char first[1200]; /* the first error, in words */
    /* The item of the row. */
    tl_item_spec spec;
    tl_assignment_spec units[UNITS_MAX];
    tl_value_spec *values;
    const column *contact; /* the column that gave officer, of the lead */
    const char *officer;
} import;

/* In an import a heading is first a column that can be given, then a field of the ledger, then a column that is derived. */
static int prepare(import *job)
{
    static const char *const sql[STATEMENTS] = {
        [FIND_HEADING] = "SELECT name, NULL, NULL, CASE WHEN instr(',no,title,detail,source,officer,due,risk,parent,lead,responsible,support,contact,', "
                         "',' || name || ',') THEN iif(name = ?1 COLLATE NOCASE, 0, 1) ELSE 4 END AS rank FROM label "
                         "WHERE kind = 'column' AND (name = ?1 COLLATE NOCASE OR en = ?1 COLLATE NOCASE OR zh = ?1) "
                         "UNION ALL SELECT code, type, choices, iif(code = ?1, 2, 3) FROM field WHERE ledger = ?2 AND (code = ?1 OR title = ?1) ORDER BY 4 LIMIT 1",
        [ALL_HEADINGS] = "SELECT name FROM label WHERE kind = 'column' UNION SELECT en FROM label WHERE kind = 'column' "
                         "UNION SELECT zh FROM label WHERE kind = 'column' UNION SELECT code FROM field WHERE ledger = ?1 "
                         "UNION SELECT title FROM field WHERE ledger = ?1",
        [FIND_RISK] = "SELECT name FROM label WHERE kind = 'risk' AND (name = ?1 COLLATE NOCASE OR en = ?1 COLLATE NOCASE OR zh = ?1)",
        [FIND_UNIT] = "SELECT code, retired FROM unit WHERE id = ?1",
        [FIND_LEDGER] = "SELECT code FROM ledger WHERE id = ?1",
    };
    for (int i = 0; i < STATEMENTS; i++) {
        int result = sqlite3_prepare_v2(job->book->db, sql[i], -1, &job->statements[i], NULL);
        if (result != SQLITE_OK)
            return tl__fail_db(job->book, result);
    }
    return TL_OK;
}

static int copy_text(import *job, const char *text, char **copy)
{
    *copy = tl__copy(text);
    return *copy == NULL ? tl__fail_memory(job->book) : TL_OK;
}

/* ------------------------------------------------------------------------------------------------------------------------- findings */

static int tell(import *job, int note, const char *rule, const char *heading, const char *message)
{
    int64_t line = tl__csv_line(job->csv);
    const tl_finding finding = { sizeof finding, note, rule, job->options.path, line, heading, message };
    if (!note && job->errors++ == 0)
        snprintf(job->first, sizeof job->first, "line %lld%s%.100s: %s", (long long)line, heading == NULL ? "" : ", ", heading == NULL ? "" : heading, message);
    if (job->options.on_finding == NULL || job->options.on_finding(&finding, job->options.arg) == 0)
        return TL_OK;
    tl__enter(job->book);
    return tl__error_set(&job->book->error, TL_ESTOP, NULL, "stopped by the caller; nothing was imported");
}

/* Makes a refusal a finding, by the rule that the words name or else the one given, to go on. What is wrong with the book or the system ends
 * the import. */
static int refuse(import *job, int result, const char *rule, const char *heading)
{
    const tl__error error = job->book->error;
    if (result != TL_EINVAL && result != TL_ENOTFOUND && result != TL_EEXISTS && result != TL_ERULE)
        return result;
    tl__enter(job->book);
    job->row_refused = 1;
    return tell(job, 0, error.rule[0] != '\0' ? error.rule : rule, heading, error.message);
}

/* ----------------------------------------------------------------------------------------------------------------------------- header */

/* The words for a heading that nothing in the book is called by. */
static int fail_heading(import *job, const char *heading)
{
    sqlite3_stmt *all = job->statements[ALL_HEADINGS];
    char best[200] = "";
    size_t best_distance = SIZE_MAX;
    int result;
    sqlite3_bind_int64(all, 1, job->options.ledger);
    while ((result = tl__step(job->book, all)) == TL_ROW) {
        const char *name = (const char *)sqlite3_column_text(all, 0);
        size_t distance = name == NULL ? SIZE_MAX : tl__distance(heading, name);
        if (distance >= best_distance || !tl__is_near(heading, name, distance))
            continue;
        best_distance = distance;
        snprintf(best, sizeof best, "%s", name);
    }
    tl__done(all);
    if (result != TL_DONE)
        return result;
    if (best[0] == '\0')
        return tl__error_set(&job->book->error, TL_EINVAL, NULL, "there is no column '%.100s'; leave it out, or add it to the ledger as a field", heading);
    return tl__error_set(&job->book->error, TL_EINVAL, NULL, "there is no column '%.100s'; the nearest is '%s'", heading, best);
}

/* What the row of FIND_HEADING says of a column. */
static int read_found(import *job, sqlite3_stmt *found, column *column)
{
    const char *type = (const char *)sqlite3_column_text(found, 1);
    const char *choices = (const char *)sqlite3_column_text(found, 2);
    int result = copy_text(job, (const char *)sqlite3_column_text(found, 0), &column->name);
    if (result != TL_OK)
        return result;
    column->kind = type != NULL ? FIELD : PASSED_OVER;
    for (int i = 0; type == NULL && i < NAMED; i++)
        if (strcmp(kind_names[i], column->name) == 0)
            column->kind = (enum kind)i;
    if (type != NULL)
        result = copy_text(job, type, &column->type);
    return result == TL_OK && choices != NULL ? copy_text(job, choices, &column->choices) : result;
}

static int find_heading(import *job, column *column)
{
    sqlite3_stmt *find = job->statements[FIND_HEADING];
    sqlite3_bind_text(find, 1, column->heading, -1, SQLITE_STATIC);
    sqlite3_bind_int64(find, 2, job->options.ledger);
    int result = tl__step(job->book, find);
    if (result == TL_ROW)
        result = read_found(job, find, column);
    tl__done(find);
    return result == TL_DONE ? fail_heading(job, column->heading) : result;
}

/* Refuses a column that another one before it is, too. */
static int check_twice(import *job, const column *column)
{
    for (size_t i = 0; i < job->count; i++) {
        const char *name = job->columns[i].name;
        if (name != NULL && strcmp(name, column->name) == 0)
            return tl__error_set(&job->book->error, TL_EINVAL, "import.twice", "the columns '%.100s' and '%.100s' are the same one; keep one of them",
                job->columns[i].heading, column->heading);
    }
    return TL_OK;
}

static int read_heading(import *job, const char *text)
{
    column *column = &job->columns[job->count];
    char message[300];
    column->kind = UNNAMED;
    if (!tl__is_utf8(text))
        return tl__error_set(&job->book->error, TL_EINVAL, "import.encoding", "the header is not UTF-8 text; save the file as CSV UTF-8");
    int result = copy_text(job, text, &column->heading);
    if (result != TL_OK || *text == '\0')
        return result;
    result = find_heading(job, column);
    if (result == TL_OK)
        result = check_twice(job, column);
    if (result != TL_OK) {
        column->kind = PASSED_OVER;
        return refuse(job, result, "import.column", column->heading);
    }
    if (column->kind != PASSED_OVER)
        return TL_OK;
    snprintf(message, sizeof message, "the column '%.100s' is not for import: the book keeps it itself; it is passed over", text);
    return tell(job, 1, "import.passed_over", column->heading, message);
}

static int has_column(const import *job, enum kind kind)
{
    for (size_t i = 0; i < job->count; i++)
        if (job->columns[i].kind == kind)
            return 1;
    return 0;
}

/* The columns, from the first row; TL_EINVAL when the rows behind it can't be read without it. */
static int read_header(import *job)
{
    tl__error *error = &job->book->error;
    int result = tl__csv_next(job->csv);
    if (result == TL_DONE)
        return tl__error_set(error, TL_EINVAL, "import.empty", "the file is empty; its first row has to name the columns");
    if (result != TL_ROW)
        return result;
    size_t count = tl__csv_count(job->csv);
    if (count > TL__CSV_COLUMNS)
        return tl__error_set(error, TL_EINVAL, "import.size", "the header has %zu columns; at most %d can be read", count, TL__CSV_COLUMNS);
    job->columns = sqlite3_malloc64(count * sizeof *job->columns);
    job->values = sqlite3_malloc64(count * sizeof *job->values);
    if (job->columns == NULL || job->values == NULL)
        return tl__fail_memory(job->book);
    memset(job->columns, 0, count * sizeof *job->columns);
    for (result = TL_OK; result == TL_OK && job->count < count; job->count++)
        result = read_heading(job, tl__csv_cell(job->csv, job->count));
    if (result == TL_OK && !has_column(job, TITLE))
        result = tl__error_set(error, TL_EINVAL, "import.header", "the header has no column '%s'; it has to be there, for an item needs a title",
            tl_label(job->book, "column", "title"));
    return result;
}

/* ------------------------------------------------------------------------------------------------------------------------------ cells */

static int take_day(import *job, column *column, const char *cell)
{
    char day[11];
    if (!tl__read_day(cell, day))
        return tl__error_set(&job->book->error, TL_EINVAL, "import.date", "'%.100s' is no day of the calendar; write 2023-06-30", cell);
    return copy_text(job, day, &column->copy);
}

/* A number is written in ASCII; any other text stays as it is. */
static int take_no(import *job, column *column, const char *cell)
{
    char number[80];
    return copy_text(job, tl__read_number(cell, number, sizeof number) ? number : cell, &column->copy);
}

static int take_risk(import *job, column *column, const char *cell)
{
    sqlite3_stmt *find = job->statements[FIND_RISK];
    sqlite3_bind_text(find, 1, cell, -1, SQLITE_STATIC);
    int result = tl__step(job->book, find);
    if (result == TL_ROW)
        result = tl__column_copy(job->book, find, 0, &column->copy);
    tl__done(find);
    if (result != TL_DONE)
        return result;
    return tl__error_set(&job->book->error, TL_EINVAL, "import.risk", "'%.100s' is no risk level; write high, medium or low (高、中、低)", cell);
}

/* A parent is named as everywhere, or by its bare number in the same ledger. */
static int take_parent(import *job, column *column, const char *cell)
{
    int result = take_no(job, column, cell);
    if (result != TL_OK)
        return result;
    if (strchr(cell, '/') != NULL || tl__is_uid(cell))
        return tl__item_id(job->book, cell, &job->spec.parent);
    char *ref = sqlite3_mprintf("%s/%s", job->ledger, column->copy);
    if (ref == NULL)
        return tl__fail_memory(job->book);
    result = tl__item_id(job->book, ref, &job->spec.parent);
    tl_free(ref);
    return result;
}

/* The id of a unit by code or name, its code, and whether it is retired. */
static int find_unit(import *job, const char *name, int64_t *unit, char **code, int *retired)
{
    int result = tl__unit_id(job->book, name, unit);
    if (result != TL_OK)
        return result;
    sqlite3_stmt *find = job->statements[FIND_UNIT];
    sqlite3_bind_int64(find, 1, *unit);
    result = tl__step(job->book, find);
    if (result == TL_ROW) {
        *retired = sqlite3_column_int(find, 1);
        result = code == NULL ? TL_OK : tl__column_copy(job->book, find, 0, code);
    }
    tl__done(find);
    return result;
}

/* The length of what parts two units in a cell, or 0. */
static size_t separator(const char *at)
{
    static const char *const separators[] = { "、", ",", "，", ";", "；", "\n", "\r" };
    for (size_t i = 0; i < sizeof separators / sizeof separators[0]; i++)
        if (strncmp(at, separators[i], strlen(separators[i])) == 0)
            return strlen(separators[i]);
    return 0;
}

/* Takes the next name off a cell; NULL when there is none left. */
static char *next_name(char **rest)
{
    while (**rest != '\0') {
        char *name = *rest, *end = name;
        size_t skip = 0;
        while (*end != '\0' && (skip = separator(end)) == 0)
            end++;
        *rest = end + skip;
        *end = '\0';
        name = tl__trim(name);
        if (*name != '\0')
            return name;
    }
    return NULL;
}

static int take_unit(import *job, const column *column, const char *name)
{
    tl_item_spec *spec = &job->spec;
    tl__error *error = &job->book->error;
    int64_t unit;
    int retired = 0;
    int result = find_unit(job, name, &unit, NULL, &retired);
    if (result != TL_OK)
        return result;
    if (column->kind == LEAD && spec->assignment_count > 0 && strcmp(job->units[0].role, "lead") == 0)
        return tl__error_set(error, TL_EINVAL, "import.lead", "'%.100s' is a second unit in the lead, and an item has one; put it under %s or %s", name,
            tl_label(job->book, "column", "responsible"), tl_label(job->book, "column", "support"));
    for (size_t i = 0; result == TL_OK && i < spec->assignment_count; i++)
        if (job->units[i].unit == unit)
            result = tl__fail_rule(job->book, "assignment.twice");
    if (result == TL_OK && retired)
        result = tl__fail_rule(job->book, "unit.retired");
    if (result != TL_OK)
        return tl__error_suffix(error, " ('%.100s')", name);
    if (spec->assignment_count == UNITS_MAX)
        return tl__error_set(error, TL_EINVAL, "import.size", "the row names more than %d units", UNITS_MAX);
    /* The lead stands first, wherever its column does. */
    size_t at = column->kind == LEAD ? 0 : spec->assignment_count;
    memmove(&job->units[at + 1], &job->units[at], (spec->assignment_count - at) * sizeof job->units[0]);
    job->units[at] = (tl_assignment_spec){ unit, column->name, NULL };
    spec->assignment_count++;
    return TL_OK;
}

/* Each unit of a cell; one that is refused doesn't hide what is wrong with the others. */
static int take_units(import *job, const column *column, char *cell)
{
    char *name;
    int result = TL_OK;
    while (result == TL_OK && job->errors < ERRORS_MAX && (name = next_name(&cell)) != NULL) {
        result = take_unit(job, column, name);
        if (result != TL_OK)
            result = refuse(job, result, "import.unit", column->heading);
    }
    return result;
}

static int take_choice(import *job, const column *column, const char *cell)
{
    size_t length = strlen(cell);
    for (const char *at = column->choices; at != NULL; at = strchr(at, ',')) {
        at += *at == ',';
        if (strncmp(at, cell, length) == 0 && (at[length] == ',' || at[length] == '\0'))
            return TL_OK;
    }
    return tl__error_set(&job->book->error, TL_EINVAL, "import.choice", "'%.100s' is not one of: %.500s", cell, column->choices);
}

static int take_figure(import *job, column *column, const char *cell)
{
    char number[400];
    int whole = strcmp(column->type, "integer") == 0;
    if (!tl__read_number(cell, number, sizeof number) || strchr(number + 1, '-') != NULL || (whole && strchr(number, '.') != NULL))
        return tl__error_set(&job->book->error, TL_EINVAL, "import.number", "'%.100s' is no %snumber; write %s", cell, whole ? "whole " : "", whole ? "46" : "46 or -3.5");
    return copy_text(job, number, &column->copy);
}

static int take_field(import *job, column *column, const char *cell)
{
    int64_t unit;
    int retired;
    int result = TL_OK;
    if (strcmp(column->type, "date") == 0)
        result = take_day(job, column, cell);
    else if (strcmp(column->type, "integer") == 0 || strcmp(column->type, "number") == 0)
        result = take_figure(job, column, cell);
    else if (strcmp(column->type, "unit") == 0)
        result = find_unit(job, cell, &unit, &column->copy, &retired);
    else if (strcmp(column->type, "choice") == 0)
        result = take_choice(job, column, cell);
    if (result == TL_OK)
        job->values[job->spec.value_count++] = (tl_value_spec){ column->name, column->copy != NULL ? column->copy : cell };
    return result;
}

/* ------------------------------------------------------------------------------------------------------------------------------- rows */

static int take_cell(import *job, column *column, char *cell)
{
    int result = TL_OK;
    switch (column->kind) {
    case NO:
        result = take_no(job, column, cell);
        job->spec.no = column->copy;
        return result;
    case TITLE:
        job->spec.title = cell;
        return TL_OK;
    case DETAIL:
        job->spec.detail = cell;
        return TL_OK;
    case SOURCE:
        job->spec.source = cell;
        return TL_OK;
    case OFFICER:
        job->spec.officer = cell;
        return TL_OK;
    case DUE:
        result = take_day(job, column, cell);
        job->spec.due = column->copy;
        return result;
    case RISK:
        result = take_risk(job, column, cell);
        job->spec.risk = column->copy;
        return result;
    case PARENT:
        return take_parent(job, column, cell);
    case LEAD:
    case RESPONSIBLE:
    case SUPPORT:
        return take_units(job, column, cell);
    case CONTACT:
        job->contact = column;
        job->officer = cell;
        return TL_OK;
    case FIELD:
        return take_field(job, column, cell);
    case PASSED_OVER:
        return TL_OK;
    default:
        return tl__error_set(&job->book->error, TL_EINVAL, "import.column", "'%.100s' stands in column %zu, which has no heading", cell,
            (size_t)(column - job->columns) + 1);
    }
}

static int take_cells(import *job)
{
    int result = TL_OK;
    for (size_t i = 0; result == TL_OK && i < job->count && job->errors < ERRORS_MAX; i++) {
        column *column = &job->columns[i];
        char *cell = tl__csv_cell(job->csv, i);
        if (!tl__is_utf8(cell))
            result = tl__error_set(&job->book->error, TL_EINVAL, "import.encoding", "the cell is not UTF-8 text; save the file as CSV UTF-8");
        else if (*cell != '\0')
            result = take_cell(job, column, cell);
        if (result != TL_OK)
            result = refuse(job, result, column->kind >= LEAD && column->kind <= SUPPORT ? "import.unit" : "import.value", column->heading);
    }
    return result;
}

/* The person goes with the unit in the lead. */
static int take_contact(import *job)
{
    if (job->contact == NULL)
        return TL_OK;
    if (job->spec.assignment_count == 0 || strcmp(job->units[0].role, "lead") != 0) {
        tl__error_set(&job->book->error, TL_EINVAL, "import.contact", "'%.100s' is the officer in the lead unit, but the row names no unit in the lead", job->officer);
        return refuse(job, TL_EINVAL, "import.contact", job->contact->heading);
    }
    job->units[0].officer = job->officer;
    return TL_OK;
}

/* The column that a rule is about: entry.due_date and item.no_taken name it. */
static size_t column_of_rule(const import *job, const char *rule)
{
    const char *name = strchr(rule, '.') == NULL ? "" : strchr(rule, '.') + 1;
    for (size_t i = 0; i < job->count; i++) {
        size_t length = job->columns[i].kind < NAMED ? strlen(job->columns[i].name) : 0;
        if (length > 0 && strncmp(name, job->columns[i].name, length) == 0 && (name[length] == '\0' || name[length] == '_'))
            return i;
    }
    return job->count;
}

static int add_item(import *job)
{
    int result = tl_item_add(job->book, &job->spec, NULL);
    if (result == TL_OK) {
        job->items++;
        return TL_OK;
    }
    size_t at = column_of_rule(job, job->book->error.rule);
    if (at == job->count)
        return refuse(job, result, "import.refused", NULL);
    const char *cell = tl__csv_cell(job->csv, at);
    if (*cell != '\0' && result != TL_EEXISTS)
        tl__error_suffix(&job->book->error, " ('%.100s')", cell);
    return refuse(job, result, "import.refused", job->columns[at].heading);
}

static void start_row(import *job)
{
    for (size_t i = 0; i < job->count; i++) {
        tl_free(job->columns[i].copy);
        job->columns[i].copy = NULL;
    }
    job->spec = (tl_item_spec){ .size = sizeof job->spec, .ledger = job->options.ledger, .assignments = job->units, .values = job->values };
    job->contact = NULL;
    job->row_refused = 0;
}

static int is_empty_row(import *job, size_t cells)
{
    for (size_t i = 0; i < cells && i < TL__CSV_COLUMNS; i++)
        if (*tl__csv_cell(job->csv, i) != '\0')
            return 0;
    return cells <= TL__CSV_COLUMNS;
}

static int take_row(import *job)
{
    size_t cells = tl__csv_count(job->csv);
    if (is_empty_row(job, cells))
        return TL_OK;
    start_row(job);
    if (cells != job->count) {
        tl__error_set(&job->book->error, TL_EINVAL, "import.cells",
            "the row has %zu cell%s, the header %zu; a cell with a comma or a line break in it stands in quotation marks", cells, cells == 1 ? "" : "s", job->count);
        return refuse(job, TL_EINVAL, "import.cells", NULL);
    }
    int result = take_cells(job);
    if (result == TL_OK)
        result = take_contact(job);
    return result != TL_OK || job->row_refused ? result : add_item(job);
}

static int take_rows(import *job)
{
    int result = read_header(job);
    while (result == TL_OK && job->errors < ERRORS_MAX) {
        result = tl__csv_next(job->csv);
        if (result == TL_DONE)
            return TL_OK;
        if (result == TL_ROW)
            result = take_row(job);
    }
    return result == TL_OK ? TL_OK : refuse(job, result, "import.refused", NULL);
}

/* Keeps or undoes what was added; a dry run undoes it, too. */
static int end(import *job, int begun, int result)
{
    const char *more = job->errors >= ERRORS_MAX ? "; there may be more" : "";
    if (result == TL_OK && job->errors == 0)
        return job->options.dry_run ? tl_rollback(job->book) : tl__write_end(job->book, begun, TL_OK);
    if (result != TL_OK)
        return tl__write_end(job->book, begun, result);
    tl__write_end(job->book, begun, TL_EINVAL);
    tl__enter(job->book);
    return tl__error_set(&job->book->error, TL_EINVAL, NULL, "%lld error%s in %.300s%s; nothing was imported (%s)", (long long)job->errors,
        job->errors == 1 ? "" : "s", job->options.path, more, job->first);
}

static int find_ledger(import *job)
{
    sqlite3_stmt *find = job->statements[FIND_LEDGER];
    sqlite3_bind_int64(find, 1, job->options.ledger);
    int result = tl__step(job->book, find);
    if (result == TL_ROW)
        result = tl__column_copy(job->book, find, 0, &job->ledger);
    tl__done(find);
    if (result != TL_DONE)
        return result;
    return tl__error_set(&job->book->error, TL_ENOTFOUND, NULL, "there is no ledger with the id %lld", (long long)job->options.ledger);
}

static void forget(import *job)
{
    for (size_t i = 0; job->columns != NULL && i < job->count; i++) {
        tl_free(job->columns[i].heading);
        tl_free(job->columns[i].name);
        tl_free(job->columns[i].type);
        tl_free(job->columns[i].choices);
        tl_free(job->columns[i].copy);
    }
    for (int i = 0; i < STATEMENTS; i++)
        sqlite3_finalize(job->statements[i]);
    tl__csv_close(job->csv);
    tl_free(job->columns);
    tl_free(job->values);
    tl_free(job->ledger);
    tl_free(job);
}

static int run(import *job)
{
    int begun;
    if (job->options.path == NULL)
        return tl__error_set(&job->book->error, TL_EMISUSE, NULL, "an import needs the path of a file");
    int result = tl__csv_open(job->book, job->options.path, &job->csv);
    if (result == TL_OK)
        result = prepare(job);
    if (result == TL_OK)
        result = find_ledger(job);
    if (result == TL_OK)
        result = tl__write_begin(job->book, 0, &begun);
    return result != TL_OK ? result : end(job, begun, take_rows(job));
}

int tl_import_csv(tl_book *book, const tl_import_options *options, int64_t *items)
{
    const tl_import_options defaults = TL_IMPORT_OPTIONS_INIT;
    tl__enter(book);
    import *job = sqlite3_malloc64(sizeof *job);
    if (job == NULL)
        return tl__fail_memory(book);
    memset(job, 0, sizeof *job);
    job->book = book;
    job->options = defaults;
    memcpy(&job->options, options, options->size < sizeof defaults ? options->size : sizeof defaults);
    int result = run(job);
    if (result == TL_OK && items != NULL)
        *items = job->items;
    forget(job);
    return result;
}
