/* import.c (L4) - tl_import_csv: each row of a table becomes an item, all or none. Headings are looked up in the book's own words; what is
 * wrong in a cell is told as a finding, and the rest is looked at all the same. */
#include "import.h"

#include "label.h"
#include "name.h"
#include "post.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

static const char *const kind_names[TL__IMPORT_NAMED] = { "no", "title", "detail", "source", "officer", "due", "risk", "parent", "lead", "responsible",
    "support", "mentor", "mentee", "contact" };

/* In an import a heading is first a column that can be given, then a field of the ledger (which may be called mentor or mentee, too), then a role of a
 * pair, then a column that is derived. */
static int prepare(tl__import *job)
{
    static const char *const sql[TL__IMPORT_STATEMENTS] = {
        [TL__FIND_HEADING] = "SELECT name, NULL, NULL, CASE WHEN instr(',no,title,detail,source,officer,due,risk,parent,lead,responsible,support,contact,', "
                             "',' || name || ',') THEN iif(name = ?1 COLLATE NOCASE, 0, 1) ELSE 4 END AS rank FROM (SELECT name FROM label "
                             "WHERE (kind = 'column' OR (kind = 'heading' AND (name = 'mentor' OR name = 'mentee'))) "
                             "AND (name = ?1 COLLATE NOCASE OR en = ?1 COLLATE NOCASE OR zh = ?1) "
                             "UNION ALL SELECT name FROM template_column WHERE heading = ?1 AND template = (SELECT template FROM ledger WHERE id = ?2)) "
                             "UNION ALL SELECT code, type, choices, iif(code = ?1, 2, 3) FROM field WHERE ledger = ?2 AND (code = ?1 OR title = ?1) "
                             "ORDER BY 4 LIMIT 1",
        [TL__ALL_HEADINGS] = "SELECT name FROM label WHERE kind = 'column' UNION SELECT en FROM label WHERE kind = 'column' "
                             "UNION SELECT zh FROM label WHERE kind = 'column' UNION SELECT name FROM label WHERE kind = 'role' UNION SELECT zh FROM label "
                             "WHERE kind = 'heading' AND (name = 'mentor' OR name = 'mentee') UNION SELECT code FROM field WHERE ledger = ?1 "
                             "UNION SELECT title FROM field WHERE ledger = ?1",
        [TL__FIND_RISK] = "SELECT name FROM label WHERE kind = 'risk' AND (name = ?1 COLLATE NOCASE OR en = ?1 COLLATE NOCASE OR zh = ?1)",
        [TL__FIND_UNIT] = "SELECT code, retired FROM unit WHERE id = ?1",
        [TL__FIND_LEDGER] = "SELECT code FROM ledger WHERE id = ?1",
    };
    for (int i = 0; i < TL__IMPORT_STATEMENTS; i++) {
        int result = sqlite3_prepare_v2(job->book->db, sql[i], -1, &job->statements[i], NULL);
        if (result != SQLITE_OK)
            return tl__fail_db(job->book, result);
    }
    return TL_OK;
}

int tl__import_copy(tl__import *job, const char *text, char **copy)
{
    *copy = tl__copy(text);
    return *copy == NULL ? tl__fail_memory(job->book) : TL_OK;
}

/* ------------------------------------------------------------------------------------------------------------------------- findings */

static int tell(tl__import *job, int note, const char *rule, const char *heading, const char *message)
{
    int64_t line = tl__csv_line(job->csv);
    const tl_finding finding = { sizeof finding, note, rule, job->options.path, line, heading, message };
    if (!note && job->errors++ == 0)
        tl__error_set(&job->first, TL_EINVAL, NULL, "line %lld%s%s: %s", (long long)line, heading == NULL ? "" : ", ", heading == NULL ? "" : heading, message);
    if (job->options.on_finding == NULL || job->options.on_finding(&finding, job->options.arg) == 0)
        return TL_OK;
    tl__enter(job->book);
    return tl__error_set(&job->book->error, TL_ESTOP, NULL, "stopped by the caller; nothing was imported");
}

int tl__import_refuse(tl__import *job, int result, const char *rule, const char *heading)
{
    const tl__error error = job->book->error;
    if (result != TL_EINVAL && result != TL_ENOTFOUND && result != TL_EEXISTS && result != TL_ERULE)
        return result;
    tl__enter(job->book);
    job->row_refused = 1;
    job->refused |= result == TL_ERULE;
    job->malformed |= result != TL_ERULE && result != TL_EEXISTS;
    return tell(job, 0, error.rule[0] != '\0' ? error.rule : rule, heading, error.message);
}

/* ----------------------------------------------------------------------------------------------------------------------------- header */

/* The words for a heading that nothing in the book is called by. */
static int fail_heading(tl__import *job, const char *heading)
{
    sqlite3_stmt *all = job->statements[TL__ALL_HEADINGS];
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
    const char *quote = tl__import_quote(job, heading);
    if (best[0] == '\0')
        return tl__error_set(&job->book->error, TL_EINVAL, NULL, "there is no column '%s'; leave it out, or add it to the ledger as a field", quote);
    return tl__error_set(&job->book->error, TL_EINVAL, NULL, "there is no column '%s'; the nearest is '%s'", quote, best);
}

/* What the row of TL__FIND_HEADING says of a column. */
static int read_found(tl__import *job, sqlite3_stmt *found, tl__import_column *column)
{
    const char *type = (const char *)sqlite3_column_text(found, 1);
    const char *choices = (const char *)sqlite3_column_text(found, 2);
    int result = tl__import_copy(job, (const char *)sqlite3_column_text(found, 0), &column->name);
    if (result != TL_OK)
        return result;
    column->kind = type != NULL ? TL__IMPORT_FIELD : TL__IMPORT_PASSED_OVER;
    for (int i = 0; type == NULL && i < TL__IMPORT_NAMED; i++)
        if (strcmp(kind_names[i], column->name) == 0)
            column->kind = (tl__import_kind)i;
    if (type != NULL)
        result = tl__import_copy(job, type, &column->type);
    return result == TL_OK && choices != NULL ? tl__import_copy(job, choices, &column->choices) : result;
}

static int find_heading(tl__import *job, tl__import_column *column)
{
    sqlite3_stmt *find = job->statements[TL__FIND_HEADING];
    sqlite3_bind_text(find, 1, column->heading, -1, SQLITE_STATIC);
    sqlite3_bind_int64(find, 2, job->options.ledger);
    int result = tl__step(job->book, find);
    if (result == TL_ROW)
        result = read_found(job, find, column);
    tl__done(find);
    return result == TL_DONE ? fail_heading(job, column->heading) : result;
}

/* Refuses a column that another one before it is, too. */
static int check_twice(tl__import *job, const tl__import_column *column)
{
    for (size_t i = 0; i < job->count; i++) {
        const char *name = job->columns[i].name;
        if (name != NULL && strcmp(name, column->name) == 0)
            return tl__error_set(&job->book->error, TL_EINVAL, "import.twice", "the columns '%s' and '%s' are the same one; keep one of them",
                job->columns[i].heading, column->heading);
    }
    return TL_OK;
}

static int read_heading(tl__import *job, const char *text)
{
    tl__import_column *column = &job->columns[job->count];
    column->kind = TL__IMPORT_UNNAMED;
    if (!tl__is_utf8(text))
        return tl__error_set(&job->book->error, TL_EINVAL, "import.encoding", "the header is not UTF-8 text; save the file as CSV UTF-8");
    int result = tl__import_copy(job, text, &column->heading);
    if (result != TL_OK || *text == '\0')
        return result;
    result = find_heading(job, column);
    if (result == TL_OK)
        result = check_twice(job, column);
    if (result != TL_OK) {
        column->kind = TL__IMPORT_PASSED_OVER;
        return tl__import_refuse(job, result, "import.column", column->heading);
    }
    if (column->kind != TL__IMPORT_PASSED_OVER)
        return TL_OK;
    return tell(job, 1, "import.passed_over", column->heading, "the book keeps this column itself; what the file says there is passed over");
}

static int has_column(const tl__import *job, tl__import_kind kind)
{
    for (size_t i = 0; i < job->count; i++)
        if (job->columns[i].kind == kind)
            return 1;
    return 0;
}

/* The columns, from the first row; TL_EINVAL when the rows behind it can't be read without it. */
static int read_header(tl__import *job)
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
    if (result == TL_OK && !has_column(job, TL__IMPORT_TITLE))
        result = tl__error_set(error, TL_EINVAL, "import.header", "the header has no column '%s'; it has to be there, for an item needs a title",
            tl_label(job->book, "column", "title"));
    return result;
}

/* ------------------------------------------------------------------------------------------------------------------------------- rows */

/* The rule of a name in a cell that is not known. */
static const char *rule_of(const tl__import_column *column)
{
    return column->kind == TL__IMPORT_PARENT ? "import.parent" : column->kind == TL__IMPORT_FIELD ? "import.unit" : "import.value";
}

/* A table exported for spreadsheets has an apostrophe before what they would take for a formula, and before one of a cell's own that looks like that. */
static char *unguarded(char *cell)
{
    return cell[0] == '\'' && cell[1] != '\0' && strchr("=+-@\t\r'", cell[1]) != NULL ? cell + 1 : cell;
}

static int take_cells(tl__import *job)
{
    int result = TL_OK;
    for (size_t i = 0; result == TL_OK && i < job->count && job->errors < TL__IMPORT_ERRORS; i++) {
        tl__import_column *column = &job->columns[i];
        char *cell = unguarded(tl__csv_cell(job->csv, i));
        if (!tl__is_utf8(cell))
            result = tl__error_set(&job->book->error, TL_EINVAL, "import.encoding", "the cell is not UTF-8 text; save the file as CSV UTF-8");
        else if (*cell != '\0')
            result = tl__import_cell(job, column, cell);
        if (result != TL_OK)
            result = tl__import_refuse(job, result, rule_of(column), column->heading);
    }
    return result;
}

/* The person goes with the unit in the lead. */
static int take_contact(tl__import *job)
{
    if (job->contact == NULL)
        return TL_OK;
    if (job->spec.assignment_count == 0 || strcmp(job->units[0].role, "lead") != 0) {
        tl__error_set(&job->book->error, TL_EINVAL, "import.contact", "'%s' is the officer in the lead unit, but the row names no unit in the lead",
            tl__import_quote(job, job->officer));
        return tl__import_refuse(job, TL_EINVAL, "import.contact", job->contact->heading);
    }
    job->units[0].officer = job->officer;
    return TL_OK;
}

/* The column that a rule is about: entry.due_date and item.no_taken name it. */
static size_t column_of_rule(const tl__import *job, const char *rule)
{
    const char *name = strchr(rule, '.') == NULL ? "" : strchr(rule, '.') + 1;
    for (size_t i = 0; i < job->count; i++) {
        size_t length = job->columns[i].kind < TL__IMPORT_NAMED ? strlen(job->columns[i].name) : 0;
        if (length > 0 && strncmp(name, job->columns[i].name, length) == 0 && (name[length] == '\0' || name[length] == '_'))
            return i;
    }
    return job->count;
}

/* By which calendar the working days of a due date were counted: told again only when it is another one. */
static int tell_calendar(tl__import *job)
{
    const char *used = tl_calendar_used(job->book);
    char message[400];
    if (*used == '\0' || (job->calendar != NULL && strcmp(job->calendar, used) == 0))
        return TL_OK;
    tl_free(job->calendar);
    job->calendar = NULL;
    int result = tl__import_copy(job, used, &job->calendar);
    snprintf(message, sizeof message, "working days were counted by: %s", tl__import_quote(job, used));
    return result != TL_OK ? result : tell(job, 1, "import.calendar", tl_label(job->book, "column", "due"), message);
}

static int add_item(tl__import *job)
{
    job->spec.request = job->request;
    int result = tl_item_add(job->book, &job->spec, NULL);
    if (result == TL_OK) {
        job->items++;
        return tell_calendar(job);
    }
    size_t at = column_of_rule(job, job->book->error.rule);
    if (at == job->count)
        return tl__import_refuse(job, result, "import.refused", NULL);
    const char *cell = tl__csv_cell(job->csv, at);
    if (*cell != '\0' && result != TL_EEXISTS)
        tl__error_suffix(&job->book->error, " ('%s')", tl__import_quote(job, cell));
    return tl__import_refuse(job, result, "import.refused", job->columns[at].heading);
}

static void start_row(tl__import *job)
{
    for (size_t i = 0; i < job->count; i++) {
        tl_free(job->columns[i].copy);
        job->columns[i].copy = NULL;
    }
    job->spec = (tl_item_spec) { .size = sizeof job->spec, .ledger = job->options.ledger, .assignments = job->units, .values = job->values };
    job->contact = NULL;
    job->row_refused = 0;
}

static int is_empty_row(tl__import *job, size_t cells)
{
    for (size_t i = 0; i < cells && i < TL__CSV_COLUMNS; i++)
        if (*tl__csv_cell(job->csv, i) != '\0')
            return 0;
    return cells <= TL__CSV_COLUMNS;
}

static int take_row(tl__import *job)
{
    size_t cells = tl__csv_count(job->csv);
    if (is_empty_row(job, cells))
        return TL_OK;
    start_row(job);
    snprintf(job->request, sizeof job->request, "import:%lld:%s:%lld", (long long)job->options.ledger, job->sha256, (long long)tl__csv_line(job->csv));
    /* A row that came in before is there, whatever was amended or renamed since. */
    int known = tl__request_known(job->book, job->request);
    if (known != 0)
        return known < 0 ? known : TL_OK;
    if (cells != job->count) {
        tl__error_set(&job->book->error, TL_EINVAL, "import.cells",
            "the row has %zu cell%s, the header %zu; a cell with a comma or a line break in it stands in quotation marks", cells, cells == 1 ? "" : "s",
            job->count);
        return tl__import_refuse(job, TL_EINVAL, "import.cells", NULL);
    }
    int result = take_cells(job);
    if (result == TL_OK)
        result = take_contact(job);
    return result != TL_OK || job->row_refused ? result : add_item(job);
}

static int take_rows(tl__import *job)
{
    int result = read_header(job);
    while (result == TL_OK && job->errors < TL__IMPORT_ERRORS) {
        result = tl__csv_next(job->csv);
        if (result == TL_DONE)
            return TL_OK;
        if (result == TL_ROW)
            result = take_row(job);
    }
    return result == TL_OK ? TL_OK : tl__import_refuse(job, result, "import.refused", NULL);
}

/* Keeps or undoes what was added; a dry run undoes it, too. */
static int end(tl__import *job, int begun, int result)
{
    const char *more = job->errors >= TL__IMPORT_ERRORS ? "; there may be more" : "";
    if (result == TL_OK && job->errors == 0)
        return job->options.dry_run ? tl_rollback(job->book) : tl__write_end(job->book, begun, TL_OK);
    if (result != TL_OK)
        return tl__write_end(job->book, begun, result);
    tl__write_end(job->book, begun, TL_EINVAL);
    tl__enter(job->book);
    return tl__error_set(&job->book->error,
        job->malformed ? TL_EINVAL
        : job->refused ? TL_ERULE
                       : TL_EEXISTS,
        NULL, "%lld error%s in %.300s%s; nothing was imported (%s)", (long long)job->errors, job->errors == 1 ? "" : "s", job->options.path, more,
        job->first.message);
}

static int find_ledger(tl__import *job)
{
    sqlite3_stmt *find = job->statements[TL__FIND_LEDGER];
    sqlite3_bind_int64(find, 1, job->options.ledger);
    int result = tl__step(job->book, find);
    if (result == TL_ROW)
        result = tl__column_copy(job->book, find, 0, &job->ledger);
    tl__done(find);
    if (result != TL_DONE)
        return result;
    return tl__error_set(&job->book->error, TL_ENOTFOUND, NULL, "there is no ledger with the id %lld", (long long)job->options.ledger);
}

static void forget(tl__import *job)
{
    for (size_t i = 0; job->columns != NULL && i < job->count; i++) {
        tl_free(job->columns[i].heading);
        tl_free(job->columns[i].name);
        tl_free(job->columns[i].type);
        tl_free(job->columns[i].choices);
        tl_free(job->columns[i].copy);
    }
    for (int i = 0; i < TL__IMPORT_STATEMENTS; i++)
        sqlite3_finalize(job->statements[i]);
    tl__csv_close(job->csv);
    tl_free(job->columns);
    tl_free(job->values);
    tl_free(job->ledger);
    tl_free(job->calendar);
    tl_free(job);
}

/* What tells a row that was imported before from a new one. */
static int read_digest(tl__import *job)
{
    int64_t size;
    int failed = tl__file_sha256(job->options.path, job->sha256, &size);
    if (failed != 0)
        return tl__error_set(
            &job->book->error, TL_EIO, NULL, "%s can't be read: %s", job->options.path, failed == EINVAL ? "it is no plain file" : strerror(failed));
    return TL_OK;
}

static int run(tl__import *job)
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
    if (result != TL_OK)
        return result;
    result = read_digest(job);
    return end(job, begun, result != TL_OK ? result : take_rows(job));
}

int tl_import_csv(tl_book *book, const tl_import_options *options, int64_t *items)
{
    tl_import_options given = TL_IMPORT_OPTIONS_INIT;
    if (tl__take(book, &given, sizeof given, options) != TL_OK)
        return TL_EMISUSE;
    tl__import *job = sqlite3_malloc64(sizeof *job);
    if (job == NULL)
        return tl__fail_memory(book);
    memset(job, 0, sizeof *job);
    job->book = book;
    job->options = given;
    int result = run(job);
    if (result == TL_OK && items != NULL)
        *items = job->items;
    forget(job);
    return result;
}
