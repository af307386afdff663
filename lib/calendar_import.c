/* calendar_import.c (L4) - tl_calendar_import: each row of a table is a day of the book's calendar, all or none. What is wrong in a row is told as a
 * finding, and the rows behind it are looked at all the same. */
#include "import.h"
#include "label.h"

#include <stdio.h>
#include <string.h>

enum column { COLUMN_DAY, COLUMN_KIND, COLUMN_NAME, COLUMN_SOURCE, COLUMNS };

/* The headings of a column: the first one is how it is called in messages, its second one in Chinese. */
static const char *const headings[COLUMNS][6] = {
    [COLUMN_DAY] = { "day", "日期", "date", "时间" },
    [COLUMN_KIND] = { "kind", "类型", "type", "类别" },
    [COLUMN_NAME] = { "name", "名称", "title", "节日", "节假日" },
    [COLUMN_SOURCE] = { "source", "文件", "来源", "来源文件", "依据" },
};

static const char *const holidays[] = { "holiday", "休", "放假", "假", "休息", "节假日", "假日", NULL };
static const char *const workdays[] = { "workday", "班", "上班", "补班", "调休上班", "工作日", NULL };

typedef struct job {
    tl_book *book;
    tl_calendar_import_options options;
    tl__import_source *source;
    tl__import_line *line; /* the present one */
    size_t at[COLUMNS];    /* where in the file each column stands, SIZE_MAX: nowhere */
    size_t count;          /* of the file's columns */
    int64_t head;          /* the book's last entry before */
    int64_t errors, days;
    int malformed; /* there were errors other than refusals by a rule */
    tl__error first;
} job;

/* How a column is called in messages. */
static const char *heading_of(const job *run, enum column column)
{
    return tl__word(run->book, headings[column][0], headings[column][1]);
}

/* Makes a refusal a finding, to go on; what is wrong with the book or the system ends the import. */
static int refuse(job *run, int result, const char *rule, const char *heading)
{
    const tl__error error = run->book->error;
    if (result != TL_EINVAL && result != TL_ERULE)
        return result;
    int64_t line = run->line == NULL || run->line->row == 0 ? 1 : run->line->row;
    const tl_finding finding = { sizeof finding, 0, error.rule[0] != '\0' ? error.rule : rule, run->options.path, line, heading, error.message };
    tl__enter(run->book);
    run->malformed |= result == TL_EINVAL;
    if (run->errors++ == 0)
        tl__error_of_line(&run->first, &run->book->error, line, heading, error.message);
    if (run->options.on_finding == NULL || run->options.on_finding(&finding, run->options.arg) == 0)
        return TL_OK;
    return tl__error_set(&run->book->error, TL_ESTOP, NULL, "stopped by the caller; nothing was imported");
}

/* ----------------------------------------------------------------------------------------------------------------------------- header */

static int is_one_of(const char *word, const char *const *words)
{
    for (; *words != NULL; words++)
        if (strcmp(word, *words) == 0)
            return 1;
    return 0;
}

static int read_heading(job *run, size_t at)
{
    const char *heading = run->line->cells[at].text;
    tl__error *error = &run->book->error;
    for (int i = 0; i < COLUMNS; i++) {
        if (!is_one_of(heading, headings[i]))
            continue;
        if (run->at[i] != SIZE_MAX)
            return tl__error_set(error, TL_EINVAL, "import.twice", "the column '%s' is there twice; keep one of them", heading_of(run, (enum column)i));
        run->at[i] = at;
        return TL_OK;
    }
    if (*heading == '\0')
        return TL_OK;
    return tl__error_set(
        error, TL_EINVAL, "import.column", "there is no column '%.100s' in a calendar; it has day, kind, name, source (日期、类型、名称、文件)", heading);
}

static int read_header(job *run)
{
    tl__error *error = &run->book->error;
    for (int i = 0; i < COLUMNS; i++)
        run->at[i] = SIZE_MAX;
    int result = tl__import_next(run->source, &run->line);
    if (result == TL_DONE)
        return tl__error_set(error, TL_EINVAL, "import.empty", "the file is empty; its first row has to name the columns");
    run->count = run->line->count;
    for (size_t i = 0; result >= 0 && i < run->count; i++)
        result = read_heading(run, i);
    for (int i = COLUMN_DAY; result >= 0 && i <= COLUMN_KIND; i++)
        if (run->at[i] == SIZE_MAX)
            result = tl__error_set(error, TL_EINVAL, "import.header", "the header has no column '%s' (%s); it has to be there", headings[i][0], headings[i][1]);
    return result < 0 ? result : TL_OK;
}

/* ------------------------------------------------------------------------------------------------------------------------------- rows */

/* A cell of the row, or NULL where it is empty or the file has no such column. */
static const char *cell_of(const job *run, enum column column)
{
    const char *cell = run->at[column] < run->line->count ? run->line->cells[run->at[column]].text : "";
    return *cell == '\0' ? NULL : cell;
}

/* holiday or workday, of a word for either; else NULL. */
static const char *kind_of(const char *word)
{
    return word == NULL ? NULL : is_one_of(word, holidays) ? "holiday" : is_one_of(word, workdays) ? "workday" : NULL;
}

/* Refuses a row that sets a day otherwise than another row of the file. */
static int check_other(job *run, const tl_calendar_spec *spec)
{
    sqlite3_stmt *statement = tl__statement(run->book, TL__CALENDAR_DAY);
    if (statement == NULL)
        return run->book->error.result;
    sqlite3_bind_text(statement, 1, spec->day, -1, SQLITE_STATIC);
    int result = tl__step(run->book, statement);
    int other = result == TL_ROW && sqlite3_column_int64(statement, 3) > run->head && sqlite3_column_int(statement, 0) != (strcmp(spec->kind, "workday") == 0);
    tl__done(statement);
    if (other)
        return tl__error_set(&run->book->error, TL_EINVAL, "calendar.twice", "the file has %s as a holiday and as a workday; keep one of the rows", spec->day);
    return result < 0 ? result : TL_OK;
}

static int set_day(job *run, const tl_calendar_spec *spec)
{
    int result = check_other(run, spec);
    if (result != TL_OK)
        return refuse(run, result, "calendar.twice", heading_of(run, COLUMN_DAY));
    int before = sqlite3_total_changes(run->book->db);
    result = tl_calendar_set(run->book, spec);
    run->days += result == TL_OK && sqlite3_total_changes(run->book->db) != before;
    return result == TL_OK ? TL_OK : refuse(run, result, "import.refused", NULL);
}

static int check_encoding(job *run)
{
    for (size_t i = 0; i < run->line->count; i++)
        if (run->line->cells[i].kind == TL__CELL_BROKEN)
            return tl__error_set(&run->book->error, TL_EINVAL, "import.encoding", "the row is not text in the file's encoding; save the file as CSV UTF-8");
    return TL_OK;
}

static int take_row(job *run)
{
    tl__error *error = &run->book->error;
    char day[40];
    size_t cells = run->line->count;
    if (cells != run->count && (cells > run->count || tl__import_is_delimited(run->source))) {
        tl__error_set(error, TL_EINVAL, "import.cells", "the row has %zu cells, the header %zu", cells, run->count);
        return refuse(run, TL_EINVAL, "import.cells", NULL);
    }
    if (check_encoding(run) != TL_OK)
        return refuse(run, TL_EINVAL, "import.encoding", NULL);
    const char *written = cell_of(run, COLUMN_DAY), *kind = cell_of(run, COLUMN_KIND), *source = cell_of(run, COLUMN_SOURCE);
    if (written == NULL && kind == NULL && cell_of(run, COLUMN_NAME) == NULL && source == NULL)
        return TL_OK;
    if (written == NULL || !tl__read_day(written, day)) {
        tl__error_set(error, TL_EINVAL, "calendar.day", "'%.100s' is no day of the calendar; write 2023-10-01", written == NULL ? "" : written);
        return refuse(run, TL_EINVAL, "calendar.day", heading_of(run, COLUMN_DAY));
    }
    if (kind_of(kind) == NULL) {
        tl__error_set(
            error, TL_EINVAL, "calendar.kind", "'%.100s' is neither a holiday nor a workday; write holiday or workday (休、班)", kind == NULL ? "" : kind);
        return refuse(run, TL_EINVAL, "calendar.kind", heading_of(run, COLUMN_KIND));
    }
    tl_calendar_spec spec = TL_CALENDAR_SPEC_INIT;
    spec.day = day;
    spec.kind = kind_of(kind);
    spec.title = cell_of(run, COLUMN_NAME);
    spec.source = source != NULL ? source : run->options.source;
    return set_day(run, &spec);
}

static int read_head(job *run)
{
    sqlite3_stmt *statement = tl__statement(run->book, TL__LAST_ENTRY);
    if (statement == NULL)
        return run->book->error.result;
    int result = tl__step(run->book, statement);
    run->head = result == TL_ROW ? sqlite3_column_int64(statement, 0) : 0;
    tl__done(statement);
    return result < 0 ? result : TL_OK;
}

static int take_rows(job *run)
{
    int result = read_head(run);
    if (result == TL_OK)
        result = read_header(run);
    while (result == TL_OK && run->errors < TL__IMPORT_ERRORS) {
        result = tl__import_next(run->source, &run->line);
        if (result == TL_DONE)
            return TL_OK;
        if (result == TL_ROW)
            result = take_row(run);
    }
    return result == TL_OK ? TL_OK : refuse(run, result, "import.refused", NULL);
}

/* Keeps or undoes what was set; a dry run undoes it, too. */
static int end(job *run, int begun, int result)
{
    if (result == TL_OK && run->errors == 0)
        return run->options.dry_run ? tl_rollback(run->book) : tl__write_end(run->book, begun, TL_OK);
    if (result != TL_OK)
        return tl__write_end(run->book, begun, result);
    tl__write_end(run->book, begun, TL_EINVAL);
    tl__enter(run->book);
    return tl__error_set(&run->book->error, run->malformed ? TL_EINVAL : TL_ERULE, NULL,
        run->errors == 1 ? "%lld error in %.300s; nothing was imported (%s)" : "%lld errors in %.300s; nothing was imported (%s)", (long long)run->errors,
        run->options.path, run->first.message);
}

int tl_calendar_import(tl_book *book, const tl_calendar_import_options *options, int64_t *days)
{
    tl_calendar_import_options given = TL_CALENDAR_IMPORT_OPTIONS_INIT;
    int begun;
    if (tl__take(book, &given, sizeof given, options) != TL_OK)
        return TL_EMISUSE;
    if (given.path == NULL)
        return tl__error_set(&book->error, TL_EMISUSE, NULL, "an import needs the path of a file");
    job run = { .book = book, .options = given };
    const tl_import_options table = { .size = sizeof table, .path = given.path };
    int result = tl__import_open_source(book, &table, &run.source);
    if (result == TL_OK)
        result = tl__write_begin(book, 0, &begun);
    if (result == TL_OK)
        result = end(&run, begun, take_rows(&run));
    if (result == TL_OK && days != NULL)
        *days = run.days;
    tl__import_source_close(run.source);
    return result;
}
