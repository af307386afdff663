/* export_jsonl.c (L4) - the journal itself, one entry a line, for tl_restore: a head, then every column of every entry with the digest behind it. */
#include "export.h"
#include "json.h"
#include "seal.h"

#include <stdio.h>
#include <string.h>

/* One line. Uses up the object, which may be NULL where memory is out. */
static int write_line(tl__export *to, json_t *object)
{
    char *text = object == NULL ? NULL : tl__json_dump(object, JSON_COMPACT);
    int result = text == NULL ? tl__fail_memory(to->book) : TL_OK;
    if (result == TL_OK) {
        tl__export_text(to, text);
        tl__export_text(to, "\n");
    }
    tl_free(text);
    json_decref(object);
    return result;
}

/* Which part of the journal was made under an older format: format and last entry. */
static int read_upgrades(tl__export *to, json_t *object)
{
    tl_cursor *cursor = NULL;
    char format[24];
    int result = tl__cursor_open(to->book, "SELECT format, seq FROM upgrade ORDER BY format", NULL, 0, "entry", &cursor);
    if (result != TL_OK)
        return result;
    while ((result = tl_next(cursor)) == TL_ROW) {
        snprintf(format, sizeof format, "%lld", (long long)tl_column_int(cursor, 0));
        if (json_object_set_new(object, format, json_integer(tl_column_int(cursor, 1))) != 0)
            result = tl__fail_memory(to->book);
        if (result != TL_ROW)
            break;
    }
    tl_cursor_close(cursor);
    return result == TL_DONE ? TL_OK : result;
}

static int write_head(tl__export *to)
{
    tl_cursor *cursor = NULL;
    json_t *upgrades = json_object(), *head = NULL;
    int result = upgrades == NULL ? tl__fail_memory(to->book) : read_upgrades(to, upgrades);
    if (result == TL_OK)
        result = tl__cursor_open(to->book, "SELECT uid, (SELECT max(seq) FROM entry) FROM book", NULL, 0, "entry", &cursor);
    if (result == TL_OK && (result = tl_next(cursor)) == TL_ROW)
        head = json_pack("{s:s, s:i, s:s, s:I, s:O}", "kind", "taskledger journal", "format", TL_FORMAT, "book", tl_column_text(cursor, 0), "entries",
            (json_int_t)tl_column_int(cursor, 1), "upgrades", upgrades);
    if (result == TL_ROW)
        result = write_line(to, head);
    tl_cursor_close(cursor);
    json_decref(upgrades);
    return result;
}

/* The digest behind the entry, and whether the book has sealed it; a seal that is another one is not handed on as if it held. */
static int add_digest(tl__export *to, sqlite3_stmt *row, const char *digest, sqlite3_stmt *seal, json_t *object)
{
    sqlite3_bind_int64(seal, 1, sqlite3_column_int64(row, 0));
    int result = tl__step(to->book, seal);
    const char *sealed = result == TL_ROW ? (const char *)sqlite3_column_text(seal, 0) : digest;
    if (sealed == NULL)
        result = tl__fail_memory(to->book);
    else if (strcmp(sealed, digest) != 0)
        result = tl__error_set(
            &to->book->error, TL_ECHAIN, "chain", "the digest chain does not hold at entry %lld; run verify", (long long)sqlite3_column_int64(row, 0));
    if (result >= 0 &&
        (json_object_set_new(object, "digest", json_string(digest)) != 0 || (result == TL_ROW && json_object_set_new(object, "sealed", json_true()) != 0)))
        result = tl__fail_memory(to->book);
    sqlite3_reset(seal);
    return result < 0 ? result : TL_OK;
}

static int write_entries(tl__export *to, sqlite3_stmt *row, sqlite3_stmt *seal)
{
    char digest[TL__DIGEST_HEX + 1] = "";
    int result = TL_OK;
    while (to->result == TL_OK && (result = tl__step(to->book, row)) == TL_ROW) {
        json_t *object = NULL;
        result = tl__entry_object(to->book, row, &object);
        if (result == TL_OK && !tl__chain(row, digest))
            result = tl__fail_memory(to->book);
        if (result == TL_OK)
            result = add_digest(to, row, digest, seal, object);
        if (result != TL_OK) {
            json_decref(object);
            return result;
        }
        if ((result = write_line(to, object)) != TL_OK)
            return result;
        tl__export_count(to);
    }
    return to->result != TL_OK ? to->result : result == TL_DONE ? TL_OK : result;
}

static int write_journal(tl__export *to)
{
    sqlite3_stmt *row = NULL, *seal = NULL;
    int prepared = sqlite3_prepare_v2(to->book->db, "SELECT * FROM entry ORDER BY seq", -1, &row, NULL);
    if (prepared == SQLITE_OK)
        prepared = sqlite3_prepare_v2(to->book->db, "SELECT digest FROM seal WHERE seq = ?1", -1, &seal, NULL);
    int result = prepared == SQLITE_OK ? write_head(to) : tl__fail_db(to->book, prepared);
    if (result == TL_OK)
        result = write_entries(to, row, seal);
    sqlite3_finalize(row);
    sqlite3_finalize(seal);
    return result;
}

int tl__export_jsonl(tl__export *to)
{
    if (to->options.ledger != 0)
        return tl__error_set(&to->book->error, TL_EINVAL, NULL, "jsonl is the journal of the whole book; leave the ledger out, or choose json or csv");
    /* One read transaction, so that the head is of the same moment as the entries. */
    int begun = sqlite3_get_autocommit(to->book->db);
    int result = begun ? tl__run(to->book, "BEGIN") : TL_OK;
    if (result == TL_OK)
        result = write_journal(to);
    if (begun)
        sqlite3_exec(to->book->db, "COMMIT", NULL, NULL, NULL);
    return result;
}
