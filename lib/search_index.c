/* search_index.c (L3) - making, filling and dropping the index of a search. Only pieces of one and two characters are in it, without their places, so
 * that it is small, and what comes later to an item is simply added; whether an item has a word in it, search.c asks of the item. */
#include "search_index.h"

#include <stdio.h>
#include <string.h>

enum { VERSION = 1, WAITING = 1000, CHUNK = 20000, PIECES = 24 };

/* A piece that no folded text has: full-width. On items from which an amendment took words that are still in the index. */
static const char amended_piece[] = "\xEF\xBC\x8A"; /* ＊ */

/* By their SQL the two tables are told from a stranger's. */
static const char index_sql[] = "CREATE VIRTUAL TABLE search_index USING fts5(text, content='', detail=none, columnsize=0, "
                                "tokenize=\"ascii tokenchars '!\"\"#$%&''()*+,-./:;<=>?@[\\]^_`{|}~'\")";
static const char indexed_sql[] =
    "CREATE TABLE search_indexed(\n"
    "  -- 检索索引. What search_index has in it: one row. Made by the library when it is wanted; may be dropped with search_index.\n"
    "  version INTEGER NOT NULL, -- of the pieces\n"
    "  seq INTEGER NOT NULL      -- the last entry that is in it\n"
    ") STRICT";

int tl__search_index_is_own(const char *type, const char *name, const char *sql)
{
    /* What FTS5 makes for the first: nobody else quotes a name in this way. */
    static const char *const parts[] = { "CREATE TABLE 'search_index_data'(", "CREATE TABLE 'search_index_idx'(", "CREATE TABLE 'search_index_config'(" };
    if (strcmp(type, "table") != 0 || sql == NULL)
        return 0;
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        if (strncmp(sql, parts[i], strlen(parts[i])) == 0)
            return 1;
    return (strcmp(name, "search_index") == 0 && strcmp(sql, index_sql) == 0) || (strcmp(name, "search_indexed") == 0 && strcmp(sql, indexed_sql) == 0);
}

static int read_seq(tl_book *book, int *kind, int64_t *seq)
{
    sqlite3_stmt *statement = NULL;
    int result = sqlite3_prepare_v2(book->db,
        "SELECT version, seq FROM main.search_indexed WHERE (SELECT count(*) FROM main.search_indexed) = 1 AND seq <= (SELECT max(seq) FROM main.entry)", -1,
        &statement, NULL);
    if (result != SQLITE_OK)
        return tl__fail_db(book, result);
    result = tl__step(book, statement);
    *kind = result == TL_ROW && sqlite3_column_int64(statement, 0) == VERSION ? TL__INDEX_OURS : TL__INDEX_STALE;
    *seq = result == TL_ROW ? sqlite3_column_int64(statement, 1) : 0;
    sqlite3_finalize(statement);
    return result < 0 ? result : TL_OK;
}

int tl__search_index_look(tl_book *book, int *kind, int64_t *seq)
{
    *kind = TL__INDEX_NONE;
    *seq = 0;
    sqlite3_stmt *statement = tl__statement(book, TL__SEARCH_TABLES);
    if (statement == NULL)
        return book->error.result;
    sqlite3_bind_text(statement, 1, index_sql, -1, SQLITE_STATIC);
    sqlite3_bind_text(statement, 2, indexed_sql, -1, SQLITE_STATIC);
    int result = tl__step(book, statement);
    int there = result == TL_ROW ? sqlite3_column_int(statement, 0) : 0;
    int ours = result == TL_ROW ? sqlite3_column_int(statement, 1) : 0;
    tl__done(statement);
    if (result < 0 || there == 0)
        return result < 0 ? result : TL_OK;
    *kind = ours == there ? TL__INDEX_STALE : TL__INDEX_STRANGE;
    return ours == 2 ? read_seq(book, kind, seq) : TL_OK;
}

/* ---------------------------------------------------------------------------------------------------------------------- filling */

/* Appends the pieces of a text: each character, and with the one behind it unless there a word ends. */
static void append_pieces(tl__buffer *to, tl__buffer *folded, const char *text)
{
    folded->length = 0;
    tl__search_fold(folded, text);
    for (const char *at = folded->failed ? "" : folded->text; *at != '\0';) {
        size_t one = tl__search_step(at);
        const char *next = at + one;
        if (*at != ' ') {
            tl__append_bytes(to, at, one);
            tl__append_bytes(to, " ", 1);
        }
        if (*at != ' ' && *next != ' ' && *next != '\0') {
            tl__append_bytes(to, at, one + tl__search_step(next));
            tl__append_bytes(to, " ", 1);
        }
        at = next;
    }
    to->failed = to->failed || folded->failed;
}

typedef struct filling {
    tl_book *book;
    sqlite3_stmt *read, *add;
    int64_t item; /* whose pieces are gathered */
    tl__buffer pieces, folded;
} filling;

static int add_item(filling *run)
{
    if (run->pieces.failed)
        return tl__fail_memory(run->book);
    if (run->pieces.length == 0)
        return TL_OK;
    sqlite3_bind_int64(run->add, 1, run->item);
    sqlite3_bind_text(run->add, 2, run->pieces.text, (int)run->pieces.length, SQLITE_STATIC);
    int result = tl__step(run->book, run->add);
    sqlite3_reset(run->add);
    run->pieces.length = 0;
    return result == TL_DONE ? TL_OK : result;
}

static int add_row(filling *run)
{
    int64_t item = sqlite3_column_int64(run->read, 0);
    int result = item == run->item ? TL_OK : add_item(run);
    run->item = item;
    for (int i = 1; i <= TL__SEARCH_TEXTS; i++) {
        const char *text = (const char *)sqlite3_column_text(run->read, i);
        if (text != NULL)
            append_pieces(&run->pieces, &run->folded, text);
    }
    if (sqlite3_column_int(run->read, TL__SEARCH_TEXTS + 1)) {
        tl__append(&run->pieces, amended_piece);
        tl__append(&run->pieces, " ");
    }
    return result;
}

/* By item, for FTS5 wants rising keys: one that falls costs it a write to the file. */
static int fill(tl_book *book, int64_t after, int64_t last)
{
    filling run = { .book = book };
    int result = sqlite3_prepare_v2(book->db,
        "SELECT e.item, " TL__SEARCH_COLUMNS " FROM main.entry e WHERE e.seq > ?1 AND e.seq <= ?2 AND e.item IS NOT NULL ORDER BY e.item", -1, &run.read, NULL);
    if (result == SQLITE_OK)
        result = sqlite3_prepare_v2(book->db, "INSERT INTO main.search_index(rowid, text) VALUES (?1, ?2)", -1, &run.add, NULL);
    if (result == SQLITE_OK) {
        sqlite3_bind_int64(run.read, 1, after);
        sqlite3_bind_int64(run.read, 2, last);
        while ((result = tl__step(book, run.read)) == TL_ROW && (result = add_row(&run)) == TL_OK)
            ;
        if (result == TL_DONE)
            result = add_item(&run);
    } else {
        result = tl__fail_db(book, result);
    }
    sqlite3_finalize(run.read);
    sqlite3_finalize(run.add);
    tl_free(run.pieces.text);
    tl_free(run.folded.text);
    return result;
}

static int last_entry(tl_book *book, int64_t *seq)
{
    sqlite3_stmt *statement = tl__statement(book, TL__LAST_ENTRY);
    if (statement == NULL)
        return book->error.result;
    int result = tl__step(book, statement);
    *seq = result == TL_ROW ? sqlite3_column_int64(statement, 0) : 0;
    tl__done(statement);
    return result < 0 ? result : TL_OK;
}

static int run_format(tl_book *book, const char *format, int64_t number)
{
    char *sql = sqlite3_mprintf(format, (long long)number);
    int result = sql == NULL ? tl__fail_memory(book) : tl__run(book, sql);
    sqlite3_free(sql);
    return result;
}

static int create(tl_book *book)
{
    int result = tl__run(book, index_sql);
    if (result == TL_OK)
        result = tl__run(book, indexed_sql);
    return result == TL_OK ? run_format(book, "INSERT INTO main.search_indexed VALUES (%lld, 0)", VERSION) : result;
}

/* The next entries, in the transaction that is open. *left becomes 0 when none waits any more. */
static int fill_more(tl_book *book, int *left)
{
    int kind;
    int64_t seq, last;
    int result = tl__search_index_look(book, &kind, &seq);
    if (result == TL_OK)
        result = last_entry(book, &last);
    if (result != TL_OK)
        return result;
    *left = 0;
    if (kind > TL__INDEX_OURS || last <= seq)
        return TL_OK;
    if (kind == TL__INDEX_NONE)
        result = create(book);
    *left = last > seq + CHUNK;
    if (*left)
        last = seq + CHUNK;
    if (result == TL_OK)
        result = fill(book, seq, last);
    return result == TL_OK ? run_format(book, "UPDATE main.search_indexed SET seq = %lld", last) : result;
}

/* In steps, so that other writers get a turn. */
static int fill_all(tl_book *book)
{
    int result, begun, left = 1;
    do {
        result = tl__write_begin(book, 0, &begun);
        if (result == TL_OK) {
            result = fill_more(book, &left);
            result = tl__write_end(book, begun, result);
        }
    } while (result == TL_OK && left);
    return result;
}

int tl__search_index_catch_up(tl_book *book)
{
    int kind;
    int64_t seq, last;
    /* Not between a caller's own statements: neither in a transaction, nor while rows are being read. */
    if (book->read_only || book->cursors != NULL || !sqlite3_get_autocommit(book->db))
        return TL_OK;
    int result = tl__search_index_look(book, &kind, &seq);
    if (result == TL_OK)
        result = last_entry(book, &last);
    if (result != TL_OK || kind > TL__INDEX_OURS || last - seq <= WAITING)
        return result;
    int busy_ms = book->busy_ms;
    book->busy_ms = 0;
    result = fill_all(book);
    book->busy_ms = busy_ms;
    if (result == TL_ENOMEM || result == TL_ESTOP)
        return result;
    tl__error_clear(&book->error); /* a search goes without, and is right all the same */
    return TL_OK;
}

/* ------------------------------------------------------------------------------------------------------------------------ asking */

int tl__search_index_decides(const tl__search_words *words)
{
    for (size_t i = 0; i < words->count; i++) {
        const char *word = words->word[i] + tl__search_step(words->word[i]);
        if (*word != '\0' && word[tl__search_step(word)] != '\0')
            return 0;
    }
    return 1;
}

/* One piece in quotation marks, those in it doubled. */
static void append_quoted(tl__buffer *to, const char *piece, size_t length)
{
    tl__append(to, to->length == 0 ? "\"" : " AND \"");
    for (size_t i = 0; i < length; i++)
        tl__append_bytes(to, piece[i] == '"' ? "\"\"" : piece + i, piece[i] == '"' ? 2 : 1);
    tl__append(to, "\"");
}

/* The pairs of a word; one of a single character has none, and is a piece itself. */
static void match_word(tl__buffer *to, const char *word, int *pieces)
{
    size_t one = tl__search_step(word);
    if (word[one] == '\0') {
        append_quoted(to, word, one);
        return;
    }
    for (int first = 1; word[one] != '\0' && (first || *pieces < PIECES); first = 0, ++*pieces) {
        append_quoted(to, word, one + tl__search_step(word + one));
        word += one;
        one = tl__search_step(word);
    }
}

void tl__search_index_match(tl__buffer *to, const tl__search_words *words, int amended)
{
    int pieces = 0;
    for (size_t i = 0; i < words->count; i++)
        match_word(to, words->word[i], &pieces);
    if (amended == TL__AMENDED_TOO)
        return;
    tl__append(to, amended == TL__AMENDED_NOT ? " NOT \"" : " AND \"");
    tl__append(to, amended_piece);
    tl__append(to, "\"");
}

/* ------------------------------------------------------------------------------------------------------------------------ upkeep */

static int drop(tl_book *book, int rebuild)
{
    int kind, begun, left;
    int64_t seq;
    int result = tl__write_begin(book, 0, &begun);
    if (result != TL_OK)
        return result;
    result = tl__search_index_look(book, &kind, &seq);
    if (result == TL_OK && kind == TL__INDEX_STRANGE)
        result = tl__error_set(&book->error, TL_EEXISTS, NULL,
            "the book has a table search_index or search_indexed that is not of this library's making; rename or drop it with sqlite3 first");
    if (result == TL_OK && kind != TL__INDEX_NONE)
        result = tl__run(book, "DROP TABLE IF EXISTS main.search_index; DROP TABLE IF EXISTS main.search_indexed");
    if (result == TL_OK && rebuild)
        result = fill_more(book, &left);
    return tl__write_end(book, begun, result);
}

int tl_search_index(tl_book *book, int what)
{
    tl__enter(book);
    if (what != TL_SEARCH_DROP && what != TL_SEARCH_REBUILD)
        return tl__error_set(&book->error, TL_EMISUSE, NULL, "the search index can be dropped (%d) or rebuilt (%d)", TL_SEARCH_DROP, TL_SEARCH_REBUILD);
    if (book->cursors != NULL)
        return tl__error_set(&book->error, TL_EMISUSE, NULL, "rows are being read with this handle; close its cursors first");
    int result = drop(book, what == TL_SEARCH_REBUILD);
    if (result == TL_OK && what == TL_SEARCH_REBUILD)
        result = fill_all(book);
    if (result == TL_OK && what == TL_SEARCH_REBUILD)
        result = tl__run(book, "INSERT INTO main.search_index(search_index) VALUES ('optimize')");
    return result;
}
