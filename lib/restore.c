/* restore.c (L4) - tl_restore: a book made again from its journal as tl_export wrote it (jsonl). Each line is held against its digest, then the journal is
 * replayed: what comes of it is a book by the same rules as any other, or nothing. */
#include "backup.h"
#include "json.h"
#include "open.h"
#include "schema.h"
#include "seal.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { CHUNK = 64 * 1024, LINE_MAX_BYTES = 4 * 1024 * 1024 };

typedef struct restore {
    tl_book *book;
    tl_restore_options options;
    char chunk[CHUNK];
    size_t at, end; /* of what is left of the chunk */
    int at_end;
    tl__buffer line;
    int64_t number; /* of the line */
    int64_t entries;
    char digest[TL__DIGEST_HEX + 1];
    sqlite3 *journal; /* the entries read, in a file of its own that goes when it is closed */
    sqlite3_stmt *add, *row, *seal;
} restore;

static int fail_line(restore *run, const char *why)
{
    return tl__error_set(
        &run->book->error, TL_EINVAL, "restore.line", "line %lld: %s; nothing was made", (long long)run->number, tl__said(&run->book->error, why));
}

/* --------------------------------------------------------------------------------------------------------------------------- lines */

static int fill(restore *run)
{
    run->at = run->end = 0;
    if (run->options.read(run->chunk, CHUNK, &run->end, run->options.arg) != 0)
        return tl__error_set(&run->book->error, TL_ESTOP, NULL, "the journal could not be read to its end; nothing was made");
    run->at_end = run->end == 0;
    return TL_OK;
}

/* The next line, without its end: TL_ROW, TL_DONE, or an error. */
static int next_line(restore *run)
{
    run->line.length = 0;
    run->number++;
    for (;;) {
        int result = run->at == run->end && !run->at_end ? fill(run) : TL_OK;
        if (result != TL_OK)
            return result;
        if (run->at_end)
            return run->line.length == 0 ? TL_DONE : fail_line(run, "it breaks off; the end of the file is missing");
        const char *from = run->chunk + run->at, *stop = memchr(from, '\n', run->end - run->at);
        size_t count = stop == NULL ? run->end - run->at : (size_t)(stop - from);
        tl__append_bytes(&run->line, from, count);
        run->at += count + (stop != NULL);
        if (run->line.failed)
            return tl__fail_memory(run->book);
        if (run->line.length > LINE_MAX_BYTES)
            return fail_line(run, "it is longer than any entry; this is no journal");
        if (stop != NULL)
            return TL_ROW;
    }
}

static int parse_line(restore *run, json_t **object)
{
    json_error_t error;
    *object = json_loadb(run->line.text == NULL ? "" : run->line.text, run->line.length, JSON_REJECT_DUPLICATES, &error);
    if (*object == NULL && (error.text[0] == '\0' || json_error_code(&error) == json_error_out_of_memory))
        return tl__fail_memory(run->book);
    return json_is_object(*object) ? TL_OK : fail_line(run, "it is no JSON object, and was damaged or is of another kind of file");
}

/* ---------------------------------------------------------------------------------------------------------------------------- head */

static int run_journal(restore *run, const char *sql)
{
    int result = sqlite3_exec(run->journal, sql, NULL, NULL, NULL);
    return result == SQLITE_OK ? TL_OK : tl__fail_on(run->book, run->journal, result);
}

static int add_upgrade(restore *run, const char *format, const json_t *seq)
{
    char *sql = sqlite3_mprintf("INSERT INTO upgrade VALUES (%d, %lld)", atoi(format), (long long)json_integer_value(seq));
    int result = sql == NULL ? tl__fail_memory(run->book) : run_journal(run, sql);
    sqlite3_free(sql);
    return result;
}

static int take_head(restore *run, json_t *head)
{
    const char *kind = json_string_value(json_object_get(head, "kind")), *format;
    json_t *seq, *upgrades = json_object_get(head, "upgrades");
    int result = TL_OK;
    if (kind == NULL || strcmp(kind, "taskledger journal") != 0)
        return fail_line(run, "this is no journal of a book; export one with --format jsonl");
    if (json_integer_value(json_object_get(head, "format")) / 1000 != TL_FORMAT / 1000)
        return fail_line(run, "the journal is of another format than this program knows; use the taskledger that wrote it");
    run->entries = json_integer_value(json_object_get(head, "entries"));
    json_object_foreach(upgrades, format, seq) if (result == TL_OK) result = add_upgrade(run, format, seq);
    return result;
}

static int read_head(restore *run)
{
    json_t *head = NULL;
    int result = next_line(run);
    if (result == TL_DONE)
        return fail_line(run, "the file is empty");
    if (result == TL_ROW)
        result = parse_line(run, &head);
    if (result == TL_OK)
        result = take_head(run, head);
    json_decref(head);
    return result;
}

/* ------------------------------------------------------------------------------------------------------------------------- entries */

static int prepare_row(restore *run, const char *sql, sqlite3_stmt **statement)
{
    int result = sqlite3_prepare_v2(run->journal, sql, -1, statement, NULL);
    return result == SQLITE_OK ? TL_OK : tl__fail_on(run->book, run->journal, result);
}

/* The journal as the present schema has it, so that the columns stand in the order in which they go into the digest. */
static int make_journal(restore *run, sqlite3 *schema)
{
    static const char sql[] = "SELECT 'CREATE TABLE entry(' || group_concat('\"' || name || '\"') || ', PRIMARY KEY(seq)) WITHOUT ROWID; "
                              "CREATE TABLE seal(seq INTEGER PRIMARY KEY, digest); CREATE TABLE upgrade(format, seq); BEGIN', "
                              "'INSERT INTO entry VALUES (' || group_concat('@' || name) || ')' "
                              "FROM (SELECT name FROM pragma_table_info('entry') ORDER BY cid)";
    sqlite3_stmt *texts = NULL;
    int prepared = sqlite3_prepare_v2(schema, sql, -1, &texts, NULL);
    int result = prepared == SQLITE_OK ? tl__step(run->book, texts) : tl__fail_on(run->book, schema, prepared);
    const char *table = (const char *)sqlite3_column_text(texts, 0), *add = (const char *)sqlite3_column_text(texts, 1);
    if (result == TL_ROW)
        result = table == NULL || add == NULL ? tl__fail_memory(run->book) : run_journal(run, table);
    if (result == TL_OK)
        result = prepare_row(run, add, &run->add);
    if (result == TL_OK)
        result = prepare_row(run, "SELECT * FROM entry WHERE seq = ?1", &run->row);
    if (result == TL_OK)
        result = prepare_row(run, "INSERT INTO seal VALUES (?1, ?2)", &run->seal);
    sqlite3_finalize(texts);
    return result;
}

/* The value lives until the row is added. */
static int bind_column(restore *run, const char *name, const json_t *value)
{
    char mark[64];
    if (strcmp(name, "digest") == 0 || strcmp(name, "sealed") == 0)
        return TL_OK;
    sqlite3_snprintf(sizeof mark, mark, "@%s", name);
    int at = sqlite3_bind_parameter_index(run->add, mark);
    if (at == 0)
        return fail_line(run, "it has a key that no entry has; the journal is of a newer taskledger, or was changed");
    if (!json_is_integer(value) && !json_is_string(value))
        return fail_line(run, "it has a value that is neither a text nor a number; it was changed");
    int result = json_is_integer(value) ? sqlite3_bind_int64(run->add, at, json_integer_value(value))
                                        : sqlite3_bind_text(run->add, at, json_string_value(value), (int)json_string_length(value), SQLITE_STATIC);
    return result == SQLITE_OK ? TL_OK : tl__fail_on(run->book, run->journal, result);
}

static int run_once(restore *run, sqlite3_stmt *statement)
{
    int result = sqlite3_step(statement);
    sqlite3_reset(statement);
    return result == SQLITE_DONE ? TL_OK : tl__fail_on(run->book, run->journal, result);
}

/* An entry that was read is what it was when its digest was made, and so are all before it. */
static int check_digest(restore *run, int64_t seq, const char *digest)
{
    sqlite3_bind_int64(run->row, 1, seq);
    int result = tl__step(run->book, run->row);
    if (result == TL_ROW && !tl__chain(run->row, run->digest))
        result = tl__fail_memory(run->book);
    sqlite3_reset(run->row);
    if (result != TL_ROW)
        return result;
    return digest != NULL && strcmp(digest, run->digest) == 0 ? TL_OK : fail_line(run, "the entry is not the one that its digest was made of; it was changed");
}

static int add_seal(restore *run, int64_t seq)
{
    sqlite3_bind_int64(run->seal, 1, seq);
    sqlite3_bind_text(run->seal, 2, run->digest, TL__DIGEST_HEX, SQLITE_STATIC);
    return run_once(run, run->seal);
}

static int take_entry(restore *run, json_t *object)
{
    const char *name;
    json_t *value;
    int64_t seq = json_integer_value(json_object_get(object, "seq"));
    int result = TL_OK;
    if (seq != run->number - 1)
        return fail_line(run, "another entry belongs here; lines are missing, doubled or out of order");
    sqlite3_clear_bindings(run->add);
    json_object_foreach(object, name, value) if (result == TL_OK) result = bind_column(run, name, value);
    if (result == TL_OK)
        result = run_once(run, run->add);
    if (result == TL_OK)
        result = check_digest(run, seq, json_string_value(json_object_get(object, "digest")));
    return result == TL_OK && json_is_true(json_object_get(object, "sealed")) ? add_seal(run, seq) : result;
}

static int read_entries(restore *run)
{
    int result;
    while ((result = next_line(run)) == TL_ROW) {
        json_t *object = NULL;
        result = parse_line(run, &object);
        if (result == TL_OK)
            result = take_entry(run, object);
        json_decref(object);
        if (result != TL_OK)
            return result;
        if (run->options.rows != NULL)
            ++*run->options.rows;
        if (run->book->progress != NULL && run->number % 1000 == 0 && run->book->progress(run->book->progress_arg) != 0)
            return tl__error_set(&run->book->error, TL_ESTOP, NULL, "stopped by the caller; nothing was made");
    }
    if (result == TL_DONE && run->number - 2 != run->entries)
        result = fail_line(run, "the file ends before the last entry that its first line speaks of");
    return result == TL_DONE ? TL_OK : result;
}

/* ------------------------------------------------------------------------------------------------------------------------ the book */

static int read_journal(restore *run, sqlite3 *schema)
{
    if (sqlite3_open_v2("", &run->journal, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
        return tl__fail_on(run->book, run->journal, SQLITE_ERROR);
    int result = run_journal(run, "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF");
    if (result == TL_OK)
        result = make_journal(run, schema);
    if (result == TL_OK)
        result = read_head(run);
    return result == TL_OK ? read_entries(run) : result;
}

static int make_book(restore *run)
{
    sqlite3 *made = NULL;
    tl_book *book = run->book;
    int64_t seq;
    int result = tl__schema_scratch(book, &made);
    if (result == TL_OK)
        result = read_journal(run, made);
    if (result == TL_OK && sqlite3_exec(made, "BEGIN", NULL, NULL, NULL) != SQLITE_OK)
        result = tl__fail_on(book, made, SQLITE_ERROR);
    if (result == TL_OK)
        result = tl__replay(book, run->journal, "entry", made, "seal", NULL, &seq);
    if (result == TL_OK && sqlite3_exec(made, "COMMIT", NULL, NULL, NULL) != SQLITE_OK)
        result = tl__fail_on(book, made, SQLITE_ERROR);
    if (result == TL_OK)
        result = tl__backup_to(book, made, book->path, "WAL");
    sqlite3_close(made);
    return result;
}

static int check_given(tl_book *book, const tl_restore_options *options)
{
    struct stat info;
    if (options->read == NULL)
        return tl__error_set(&book->error, TL_EMISUSE, NULL, "a book is restored from a function that gives its journal");
    if (stat(book->path, &info) == 0)
        return tl__error_set(&book->error, TL_EEXISTS, NULL, "%s exists already; it is left as it is", book->path);
    return TL_OK;
}

static int restore_into(tl_book *book, const tl_restore_options *options)
{
    restore *run = sqlite3_malloc64(sizeof *run);
    if (run == NULL)
        return tl__fail_memory(book);
    memset(run, 0, sizeof *run);
    run->book = book;
    run->options = *options;
    int result = make_book(run);
    sqlite3_finalize(run->add);
    sqlite3_finalize(run->row);
    sqlite3_finalize(run->seal);
    sqlite3_close(run->journal);
    tl_free(run->line.text);
    sqlite3_free(run);
    return result;
}

int tl_restore(const char *path, const tl_open_options *opening, const tl_restore_options *options, tl_book **book)
{
    tl_open_options chosen = TL_OPEN_OPTIONS_INIT;
    tl_restore_options given = TL_RESTORE_OPTIONS_INIT;
    if (book == NULL)
        return TL_EMISUSE;
    int result = tl__open_handle(path, opening, &chosen, book);
    if (result == TL_OK)
        result = tl__take(*book, &given, sizeof given, options);
    if (result == TL_OK)
        result = check_given(*book, &given);
    if (result == TL_OK && given.rows != NULL)
        *given.rows = 0;
    if (result == TL_OK)
        result = restore_into(*book, &given);
    if (result != TL_OK)
        return result;
    tl_close(*book);
    chosen.flags &= ~(TL_OPEN_NEW | TL_OPEN_CREATE);
    return tl_open(path, &chosen, book);
}
