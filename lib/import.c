/* import.c (L4) - tl_import: a table becomes items, all of it or nothing. Here is the frame: the transaction, the findings, the statements, the entry that
 * names the file. What is wrong in a cell is told as a finding, and the rest is looked at all the same. */
#include "import.h"

#include "label.h"
#include "name.h"
#include "post.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

int tl__import_copy(tl__import *job, const char *text, char **copy)
{
    char *made = tl__copy(text);
    if (made == NULL && text != NULL)
        return tl__fail_memory(job->book);
    tl_free(*copy);
    *copy = made;
    return TL_OK;
}

/* ------------------------------------------------------------------------------------------------------------------------- findings */

int tl__import_tell(tl__import *job, int note, const char *rule, const char *heading, const char *message)
{
    int64_t row = job->line == NULL || job->line->row == 0 ? 1 : job->line->row;
    const tl_finding finding = { sizeof finding, note, rule, job->options.path, row, heading, message };
    if (note)
        job->result.doubts++;
    else if (job->errors++ == 0)
        tl__error_of_line(&job->failure, &job->book->error, row, heading, message);
    if (job->options.on_finding == NULL || job->options.on_finding(&finding, job->options.arg) == 0)
        return TL_OK;
    tl__enter(job->book);
    return tl__error_set(&job->book->error, TL_ESTOP, NULL, "stopped by the caller; nothing was imported");
}

int tl__import_note(tl__import *job, const char *rule, const char *heading, const char *format, ...)
{
    char message[1000];
    va_list values;
    va_start(values, format);
    vsnprintf(message, sizeof message, tl__said(&job->book->error, format), values);
    va_end(values);
    return tl__import_tell(job, 1, rule, heading, message);
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
    return tl__import_tell(job, 0, error.rule[0] != '\0' ? error.rule : rule, heading, error.message);
}

const char *tl__import_quote(tl__import *job, const char *text)
{
    static const char more[] = "…";
    size_t length = strlen(text), room = sizeof job->quote - sizeof more;
    if (length <= room) {
        memcpy(job->quote, text, length + 1);
        return job->quote;
    }
    while (room > 0 && ((unsigned char)text[room] & 0xC0u) == 0x80u)
        room--;
    memcpy(job->quote, text, room);
    memcpy(job->quote + room, more, sizeof more);
    return job->quote;
}

/* ------------------------------------------------------------------------------------------------------------------------- statements */

/* A heading is first what an office says it is, then a column that can be given, then a field of the ledger (which may be called mentor or mentee, too), then
 * what is kept in words or a role of a pair, a role, a built-in synonym; last a column that is derived. */
static const char find_heading[] =
    "SELECT name, NULL, NULL, 'synonym', 0 AS rank FROM synonym WHERE heading = ?3 AND entry IS NOT NULL "
    "UNION ALL SELECT name, NULL, NULL, 'name', CASE WHEN instr(',no,title,detail,source,officer,due,risk,parent,lead,responsible,support,contact,', "
    "',' || name || ',') THEN iif(name = ?3, 1, 2) WHEN "
    "instr(',progress,percent,problem,next_step,state,started_on,completed_on,uri,remark,row,mentor,mentee,', "
    "',' || name || ',') THEN 5 ELSE 8 END FROM (SELECT name FROM label "
    "WHERE (kind = 'column' OR (kind = 'heading' AND (name = 'mentor' OR name = 'mentee'))) "
    "AND (name = ?3 OR replace(lower(en), ' ', '') = ?3 OR zh = ?3) UNION ALL SELECT name FROM template_column WHERE heading = ?3 "
    "AND template = (SELECT template FROM ledger WHERE id = ?2) AND name NOT IN (SELECT code FROM field WHERE ledger = ?2)) "
    "UNION ALL SELECT code, type, choices, 'field', iif(code = ?1, 3, 4) FROM field WHERE ledger = ?2 AND (code = ?1 OR title = ?1) "
    "UNION ALL SELECT name, NULL, NULL, 'name', 6 FROM label WHERE kind = 'role' AND zh = ?3 "
    "UNION ALL SELECT name, NULL, NULL, 'synonym', 7 FROM synonym WHERE heading = ?3 AND entry IS NULL "
    "ORDER BY 5 LIMIT 1";

static int prepare(tl__import *job)
{
    static const char *const sql[TL__IMPORT_STATEMENTS] = {
        [TL__FIND_HEADING] = find_heading,
        [TL__ALL_HEADINGS] = "SELECT name FROM label WHERE kind = 'column' UNION SELECT en FROM label WHERE kind = 'column' "
                             "UNION SELECT zh FROM label WHERE kind = 'column' UNION SELECT name FROM label WHERE kind = 'role' UNION SELECT zh FROM label "
                             "WHERE kind = 'heading' AND (name = 'mentor' OR name = 'mentee') UNION SELECT heading FROM synonym "
                             "UNION SELECT code FROM field WHERE ledger = ?1 UNION SELECT title FROM field WHERE ledger = ?1",
        [TL__FIND_RISK] = "SELECT name FROM label WHERE kind = 'risk' AND (name = ?1 COLLATE NOCASE OR en = ?1 COLLATE NOCASE OR zh = ?1)",
        [TL__FIND_NAMED] = "SELECT 1 FROM unit WHERE code = ?1 UNION ALL SELECT 1 FROM unit WHERE name = ?1",
        [TL__FIND_UNIT] = "SELECT code, retired FROM unit WHERE id = ?1",
        /* The units of a kind, by the book's own word for it or a usual English one; else those directly below a unit, a group, of that name. */
        [TL__FIND_KIND] = "SELECT code FROM unit WHERE NOT retired AND (kind = ?1 OR (kind, ?1) IN (VALUES ('subdistrict', '街道'), ('township', '乡镇'), "
                          "('community', '社区'), ('department', '部门'), ('village', '村'), ('county', '县区'))) "
                          "UNION ALL SELECT u.code FROM unit g JOIN unit u ON u.parent = g.id AND NOT u.retired WHERE g.name = ?2 OR g.code = ?2",
        [TL__FIND_LEDGER] = "SELECT code FROM ledger WHERE id = ?1",
        /* The entry itself, or the item that it added; or one that it changed, about which it has only further ones. */
        [TL__FIND_FILE] = "SELECT coalesce(item, seq) FROM entry WHERE request = ?1 OR (request >= ?1 || '#' AND request < ?1 || '$') LIMIT 1",
        [TL__FIND_OLDER] = "SELECT 1 FROM entry WHERE request >= ?1 || ':' AND request < ?1 || ';' LIMIT 1",
        [TL__FIND_ITEM] = "SELECT id, entry FROM item WHERE ledger = ?1 AND no = ?2",
        [TL__FIND_PRESENT] = "SELECT title, detail, source, officer, due, due_text, risk, (SELECT no FROM item p WHERE p.id = item.parent), parent, state, no "
                             "FROM item WHERE id = ?1",
        [TL__FIND_STATUS] =
            "SELECT s.progress, s.percent, s.problem, s.next_step, s.state, s.started_on, s.completed_on, "
            "(SELECT group_concat(uri, '、') FROM evidence v WHERE v.item = s.item), "
            "(SELECT note FROM entry e WHERE e.item = s.item AND e.action = 'comment' ORDER BY seq DESC LIMIT 1), "
            "(SELECT en FROM state t WHERE t.name = s.state), (SELECT zh FROM state t WHERE t.name = s.state) FROM item_status s WHERE s.item = ?1",
        [TL__FIND_ROLES] = "SELECT unit, role, officer FROM assignment WHERE item = ?1 AND ended_at IS NULL",
        [TL__FIND_VALUE] = "SELECT value FROM value WHERE item = ?1 AND field = ?2",
        [TL__FIND_COMMENT] = "SELECT 1 FROM entry WHERE item = ?1 AND action = 'comment' AND note = ?2",
        [TL__FIND_MOVE] = "SELECT i.lead FROM item i JOIN ledger l ON l.id = i.ledger JOIN move m ON m.workflow = l.workflow AND m.from_state = i.state "
                          "WHERE i.id = ?1 AND m.action = ?2 AND i.lead IS NOT NULL",
    };
    for (int i = 0; i < TL__IMPORT_STATEMENTS; i++) {
        int result = sql[i] == NULL ? SQLITE_OK : sqlite3_prepare_v3(job->book->db, sql[i], -1, SQLITE_PREPARE_PERSISTENT, &job->statements[i], NULL);
        if (result != SQLITE_OK)
            return tl__fail_db(job->book, result);
    }
    return TL_OK;
}

/* ------------------------------------------------------------------------------------------------------------------------------- file */

/* The number that the journal's next entry gets. */
static int read_next(tl__import *job)
{
    sqlite3_stmt *last = tl__statement(job->book, TL__LAST_ENTRY);
    if (last == NULL)
        return job->book->error.result;
    int result = tl__step(job->book, last);
    job->first = result == TL_ROW ? sqlite3_column_int64(last, 0) + 1 : 1;
    tl__done(last);
    return result < 0 ? result : TL_OK;
}

/* The request id of the entry that names the file: the same file again finds it, and the same sheet, by whichever of its names. */
static void name_file(const tl__import *job, char request[200])
{
    size_t sheet = tl__import_source_sheet(job->source);
    int length = snprintf(request, 200, "import:%lld:%s", (long long)job->options.ledger, job->sha256);
    if (sheet > 0)
        snprintf(request + length, 200 - (size_t)length, "/%zu", sheet + 1);
}

/* What tells a row that was imported before from a new one. */
static int read_digest(tl__import *job)
{
    int failed = tl__file_sha256(tl__import_source_path(job->source, &job->options), job->sha256, &job->size);
    if (failed != 0)
        return tl__error_set(&job->book->error, TL_EIO, NULL, "%s can't be read: %s", job->options.path,
            failed == EINVAL ? tl__said(&job->book->error, "it is no plain file") : strerror(failed));
    return TL_OK;
}

/* One number by a text: 0 where there is none. */
static int look_up(tl__import *job, int statement, const char *text, int64_t *number)
{
    sqlite3_stmt *find = job->statements[statement];
    sqlite3_bind_text(find, 1, text, -1, SQLITE_STATIC);
    int result = tl__step(job->book, find);
    *number = result == TL_ROW ? sqlite3_column_int64(find, 0) : 0;
    tl__done(find);
    return result < 0 ? result : TL_OK;
}

static int find_file(tl__import *job)
{
    char request[200];
    int64_t older = 0;
    int result = read_digest(job);
    name_file(job, request);
    if (result == TL_OK)
        result = look_up(job, TL__FIND_FILE, request, &job->file);
    if (result == TL_OK)
        result = look_up(job, TL__FIND_OLDER, request, &older);
    job->older = older != 0;
    job->again = job->file != 0;
    return result == TL_OK ? read_next(job) : result;
}

int tl__import_begin(tl__import *job)
{
    char request[200];
    if (job->file != 0)
        return TL_OK;
    name_file(job, request);
    const tl__new_entry entry = { .action = "import",
        .ledger = job->options.ledger,
        .title = job->options.sheet,
        .uri = job->options.path,
        .sha256 = job->sha256,
        .size = job->size,
        .request = request };
    return tl__post_new(job->book, &entry, &job->file);
}

/* ---------------------------------------------------------------------------------------------------------------------------------- run */

static int take_rows(tl__import *job)
{
    int result = tl__import_header(job);
    while (result == TL_OK && job->errors < TL__IMPORT_ERRORS) {
        result = tl__import_next(job->source, &job->line);
        if (result == TL_DONE)
            return TL_OK;
        if (result == TL_ROW)
            result = tl__import_take_row(job);
    }
    return result == TL_OK || result == TL_DONE ? TL_OK : tl__import_refuse(job, result, "import.refused", NULL);
}

/* Keeps or undoes what was added; a dry run undoes it, too. */
static int end(tl__import *job, int begun, int result)
{
    const char *more = job->errors >= TL__IMPORT_ERRORS ? tl__said(&job->book->error, "; there may be more") : "";
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
        NULL, job->errors == 1 ? "%lld error in %.300s%s; nothing was imported (%s)" : "%lld errors in %.300s%s; nothing was imported (%s)",
        (long long)job->errors, job->options.path, more, job->failure.message);
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

static void close_level(tl__import_level *level)
{
    tl_free(level->no);
    tl_free(level->title);
}

static void forget(tl__import *job)
{
    for (size_t i = 0; job->columns != NULL && i < job->count; i++) {
        tl_free(job->columns[i].heading);
        tl_free(job->columns[i].name);
        tl_free(job->columns[i].type);
        tl_free(job->columns[i].choices);
        tl_free(job->columns[i].above);
        tl_free(job->columns[i].of_item);
        tl_free(job->columns[i].copy);
        tl_free(job->columns[i].filled);
    }
    for (int i = 0; i < TL__IMPORT_STATEMENTS; i++)
        sqlite3_finalize(job->statements[i]);
    for (size_t i = 0; i < TL__IMPORT_SECTIONS; i++)
        close_level(&job->sections[i]);
    for (size_t i = 0; i < 3; i++)
        close_level(&job->open[i]);
    tl__import_source_close(job->source);
    tl_free(job->columns);
    tl_free(job->values);
    tl_free(job->ledger);
    tl_free(job->calendar);
    tl_free(job->words.text);
    tl_free(job);
}

static int check_options(tl__import *job)
{
    static const char *const conflicts[] = { "fail", "skip", "update" };
    const char *conflict = job->options.on_conflict;
    if (job->options.path == NULL && job->options.read != NULL)
        job->options.path = "-";
    if (job->options.path == NULL)
        return tl__error_set(&job->book->error, TL_EMISUSE, NULL, "an import needs the path of a file, or a function that reads one");
    if (job->options.map == NULL && job->options.map_count > 0)
        return tl__error_set(&job->book->error, TL_EMISUSE, NULL, "map is NULL, but map_count is not 0");
    for (size_t i = 0; conflict != NULL && i < 3; i++)
        if (strcmp(conflict, conflicts[i]) == 0)
            return TL_OK;
    return conflict == NULL ? TL_OK : tl__error_set(&job->book->error, TL_EINVAL, NULL, "on_conflict is fail, skip or update, not '%.100s'", conflict);
}

static int run(tl__import *job)
{
    int begun;
    int result = check_options(job);
    if (result == TL_OK)
        result = tl__import_open_source(job->book, &job->options, &job->source);
    if (result == TL_OK)
        result = prepare(job);
    if (result == TL_OK)
        result = find_ledger(job);
    if (result == TL_OK)
        result = tl__write_begin(job->book, 0, &begun);
    if (result != TL_OK)
        return result;
    job->strict = tl__import_is_delimited(job->source);
    result = find_file(job);
    if (result == TL_OK)
        result = take_rows(job);
    /* It would stay with the connection; a rollback takes it away, too. */
    sqlite3_finalize(job->statements[TL__FIND_TITLE]);
    job->statements[TL__FIND_TITLE] = NULL;
    if (job->titles && result == TL_OK)
        result = tl__run(job->book, "DROP TABLE temp.import_title");
    return end(job, begun, result);
}

static void answer(const tl__import *job, tl_import_result *result)
{
    if (result == NULL)
        return;
    size_t size = result->size < sizeof *result ? result->size : sizeof *result;
    tl_import_result answered = job->result;
    answered.size = result->size;
    answered.errors = job->errors;
    memcpy(result, &answered, size);
}

static int import(tl_book *book, const tl_import_options *options, int old, tl_import_result *result)
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
    if (old)
        job->options = (tl_import_options) { .size = sizeof given,
            .path = given.path,
            .ledger = given.ledger,
            .on_finding = given.on_finding,
            .arg = given.arg,
            .dry_run = given.dry_run,
            .format = "csv",
            .refuse_unknown = 1 };
    int code = run(job);
    answer(job, result);
    forget(job);
    return code;
}

int tl_import(tl_book *book, const tl_import_options *options, tl_import_result *result)
{
    return import(book, options, 0, result);
}

int tl_import_csv(tl_book *book, const tl_import_options *options, int64_t *items)
{
    tl_import_result counts = TL_IMPORT_RESULT_INIT;
    int result = import(book, options, 1, &counts);
    if (result == TL_OK && items != NULL)
        *items = counts.items;
    return result;
}
