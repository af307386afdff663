/* inspect.c - how the tests look at what was done: files, plain SQL beside the library, cursors, findings. */
#define _XOPEN_SOURCE 700
#include "fixture.h"

#include "book.h"

#include <dirent.h>
#include <stdio.h>

enum { RING = 64, ROOM = 32000 };

/* One of the buffers in turn. */
static char *next_buffer(void)
{
    static char ring[RING][ROOM];
    static unsigned turn;
    char *buffer = ring[turn++ % RING];
    buffer[0] = '\0';
    return buffer;
}

const char *in_folder(const char *name)
{
    char *path = next_buffer();
    snprintf(path, ROOM, "%s/%s", t.folder, name);
    return path;
}

const char *write_file(const char *name, const char *text)
{
    const char *path = in_folder(name);
    FILE *file = fopen(path, "wb");
    ck_assert_ptr_nonnull(file);
    ck_assert_uint_eq(fwrite(text, 1, strlen(text), file), strlen(text));
    ck_assert_int_eq(fclose(file), 0);
    return path;
}

char *read_file(const char *path, size_t *count)
{
    FILE *file = fopen(path, "rb");
    ck_assert_msg(file != NULL, "%s can't be read", path);
    ck_assert_int_eq(fseek(file, 0, SEEK_END), 0);
    long size = ftell(file);
    ck_assert_int_ge(size, 0);
    rewind(file);
    char *bytes = malloc((size_t)size + 1);
    ck_assert_ptr_nonnull(bytes);
    *count = fread(bytes, 1, (size_t)size, file);
    bytes[*count] = '\0';
    fclose(file);
    ck_assert_uint_eq(*count, (size_t)size);
    return bytes;
}

void copy_file(const char *from, const char *to)
{
    size_t count;
    char *bytes = read_file(from, &count);
    FILE *file = fopen(to, "wb");
    ck_assert_ptr_nonnull(file);
    ck_assert_uint_eq(fwrite(bytes, 1, count, file), count);
    ck_assert_int_eq(fclose(file), 0);
    free(bytes);
}

int files_in_folder(void)
{
    DIR *folder = opendir(t.folder);
    ck_assert_ptr_nonnull(folder);
    int count = 0;
    while (readdir(folder) != NULL)
        count++;
    closedir(folder);
    return count - 2;
}

void expect_result(int result, int expected, const char *rule, const char *call, const char *file, int line)
{
    const char *words = tl_errmsg(t.book);
    ck_assert_msg(
        result == expected, "%s:%d: %s is %s, not %s: %s [%s]", file, line, call, tl_result_name(result), tl_result_name(expected), words, tl_errrule(t.book));
    if (t.book == NULL)
        return;
    if (rule != NULL)
        ck_assert_msg(strcmp(tl_errrule(t.book), rule) == 0, "%s:%d: %s breaks the rule '%s', not '%s': %s", file, line, call, tl_errrule(t.book), rule, words);
    ck_assert_msg((words[0] == '\0') == (expected >= 0), "%s:%d: %s: words '%s'", file, line, call, words);
    ck_assert_msg(strpbrk(words, "\r\n") == NULL, "%s:%d: %s: words of more than one line", file, line, call);
}

void expect_words(const char *part)
{
    ck_assert_msg(strstr(tl_errmsg(t.book), part) != NULL, "'%s' is not in: %s", part, tl_errmsg(t.book));
}

static sqlite3 *connect_plain(const char *path)
{
    sqlite3 *db;
    ck_assert_int_eq(sqlite3_open(path, &db), SQLITE_OK);
    sqlite3_busy_timeout(db, 10000);
    return db;
}

int sql_try(const char *path, const char *sql)
{
    sqlite3 *db = connect_plain(path);
    int result = sqlite3_exec(db, sql, NULL, NULL, NULL);
    sqlite3_close(db);
    return result;
}

void sql_run(const char *path, const char *sql)
{
    char *words = NULL;
    char said[400] = "";
    sqlite3 *db = connect_plain(path);
    int result = sqlite3_exec(db, sql, NULL, NULL, &words);
    snprintf(said, sizeof said, "%s", words == NULL ? "" : words);
    sqlite3_free(words);
    sqlite3_close(db);
    ck_assert_msg(result == SQLITE_OK, "%.300s: %s", sql, said);
}

static const char *text_of(sqlite3 *db, const char *sql)
{
    char *text = next_buffer();
    size_t at = 0;
    int rows = 0;
    sqlite3_stmt *statement;
    ck_assert_msg(sqlite3_prepare_v2(db, sql, -1, &statement, NULL) == SQLITE_OK, "%s: %s", sql, sqlite3_errmsg(db));
    int step;
    while ((step = sqlite3_step(statement)) == SQLITE_ROW && at < ROOM) {
        const char *value = (const char *)sqlite3_column_text(statement, 0);
        at += (size_t)snprintf(text + at, ROOM - at, "%s%s", rows++ > 0 ? "|" : "", value == NULL ? "" : value);
    }
    sqlite3_finalize(statement);
    ck_assert_msg(step == SQLITE_DONE && at < ROOM, "%s: %s", sql, sqlite3_errmsg(db));
    return text;
}

char *long_text(const char *path, const char *sql)
{
    sqlite3 *db = connect_plain(path);
    sqlite3_stmt *statement;
    ck_assert_msg(sqlite3_prepare_v2(db, sql, -1, &statement, NULL) == SQLITE_OK, "%s: %s", sql, sqlite3_errmsg(db));
    ck_assert_int_eq(sqlite3_step(statement), SQLITE_ROW);
    char *text = sqlite3_mprintf("%s", sqlite3_column_text(statement, 0));
    ck_assert_ptr_nonnull(text);
    sqlite3_finalize(statement);
    sqlite3_close(db);
    return text;
}

const char *sql_text(const char *path, const char *sql)
{
    sqlite3 *db = connect_plain(path);
    const char *text = text_of(db, sql);
    sqlite3_close(db);
    return text;
}

int sparsely(int every, int step)
{
    return getenv("FAULT_SPARSE") == NULL ? every : step;
}

int64_t sql_int(const char *path, const char *sql)
{
    return strtoll(sql_text(path, sql), NULL, 10);
}

const char *book_text(tl_book *book, const char *sql)
{
    return text_of(book->db, sql);
}

int64_t book_int(tl_book *book, const char *sql)
{
    return strtoll(text_of(book->db, sql), NULL, 10);
}

int64_t entries(void)
{
    return t.book == NULL ? 0 : book_int(t.book, "SELECT max(seq) FROM main.entry");
}

const char *state_of(int64_t item)
{
    char sql[80];
    snprintf(sql, sizeof sql, "SELECT state FROM main.item WHERE id = %lld", (long long)item);
    return book_text(t.book, sql);
}

const char *due_of(int64_t item)
{
    char sql[140];
    snprintf(sql, sizeof sql, "SELECT ifnull(due, '-') || ' ' || ifnull(due_text, '-') FROM main.item WHERE id = %lld", (long long)item);
    return book_text(t.book, sql);
}

const char *rows_of(tl_cursor *cursor, const char *column)
{
    char *text = next_buffer();
    size_t at = 0;
    int rows = 0, place = -1, result;
    for (int i = 0; i < tl_column_count(cursor); i++)
        if (strcmp(tl_column_name(cursor, i), column) == 0)
            place = i;
    ck_assert_msg(place >= 0, "there is no column %s", column);
    while ((result = tl_next(cursor)) == TL_ROW && at < ROOM) {
        const char *value = tl_column_text(cursor, place);
        at += (size_t)snprintf(text + at, ROOM - at, "%s%s", rows++ > 0 ? "|" : "", value == NULL ? "" : value);
    }
    tl_cursor_close(cursor);
    ck_assert_int_eq(result, TL_DONE);
    ck_assert_uint_lt(at, ROOM);
    return text;
}

int count_rows(tl_cursor *cursor)
{
    int count = 0, result;
    while ((result = tl_next(cursor)) == TL_ROW)
        count++;
    tl_cursor_close(cursor);
    ck_assert_int_eq(result, TL_DONE);
    return count;
}

int collect(const tl_finding *finding, void *arg)
{
    findings *into = arg;
    char one[600];
    ck_assert_uint_eq(finding->size, sizeof *finding);
    ck_assert_ptr_nonnull(finding->rule);
    ck_assert_ptr_nonnull(finding->place);
    ck_assert(finding->message != NULL && finding->message[0] != '\0');
    if (finding->note)
        into->notes++;
    else
        into->wrong++;
    snprintf(one, sizeof one, "%s%s|%s|%lld ", finding->note ? "note:" : "", finding->rule, finding->place, (long long)finding->row);
    strncat(into->list, one, sizeof into->list - strlen(into->list) - 1);
    snprintf(one, sizeof one, "%.500s\n", finding->message);
    strncat(into->words, one, sizeof into->words - strlen(into->words) - 1);
    return into->stop_after > 0 && into->wrong + into->notes >= into->stop_after;
}

void verify_clean(void)
{
    findings found = { 0 };
    int result = tl_verify(t.book, NULL, collect, &found);
    ck_assert_msg(result == TL_OK && found.wrong == 0, "verify is %s: %s%s", tl_result_name(result), found.list, found.words);
}
