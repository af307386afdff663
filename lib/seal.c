/* seal.c (L1) - the digest chain: how an entry is read into it, and sealing before COMMIT. schema/25_seal.sql says the form. */
#include "seal.h"

#include <stdio.h>
#include <string.h>

int tl__chain(sqlite3_stmt *statement, char digest[TL__DIGEST_HEX + 1])
{
    static const char version[] = "tl1;sha3-256;";
    tl__digest state;
    char head[96];
    tl__digest_start(&state);
    tl__digest_add(&state, version, sizeof version - 1);
    tl__digest_add(&state, digest, strlen(digest));
    int columns = sqlite3_column_count(statement);
    for (int i = 0; i < columns; i++) {
        if (sqlite3_column_type(statement, i) == SQLITE_NULL)
            continue;
        const unsigned char *text = sqlite3_column_text(statement, i);
        if (text == NULL)
            return 0;
        int bytes = sqlite3_column_bytes(statement, i);
        int length = snprintf(head, sizeof head, ";%s=%d:", sqlite3_column_name(statement, i), bytes);
        tl__digest_add(&state, head, (size_t)length);
        tl__digest_add(&state, text, (size_t)bytes);
    }
    tl__digest_end(&state, digest);
    return 1;
}

int tl__last_seal(tl_book *book, int64_t *seq, char digest[TL__DIGEST_HEX + 1])
{
    *seq = 0;
    digest[0] = '\0';
    sqlite3_stmt *statement = tl__statement(book, TL__LAST_SEAL);
    if (statement == NULL)
        return book->error.result;
    int result = tl__step(book, statement);
    if (result == TL_ROW) {
        *seq = sqlite3_column_int64(statement, 0);
        snprintf(digest, TL__DIGEST_HEX + 1, "%s", (const char *)sqlite3_column_text(statement, 1));
    }
    tl__done(statement);
    return result < 0 ? result : TL_OK;
}

int tl__chain_to_end(tl_book *book, int64_t *seq, char digest[TL__DIGEST_HEX + 1])
{
    sqlite3_stmt *statement = tl__statement(book, TL__ENTRIES_AFTER);
    if (statement == NULL)
        return book->error.result;
    sqlite3_bind_int64(statement, 1, *seq);
    int result;
    while ((result = tl__step(book, statement)) == TL_ROW && tl__chain(statement, digest))
        *seq = sqlite3_column_int64(statement, 0);
    if (result == TL_ROW)
        result = tl__fail_memory(book);
    tl__done(statement);
    return result < 0 ? result : TL_OK;
}

int tl__seal(tl_book *book)
{
    char digest[TL__DIGEST_HEX + 1];
    int64_t sealed, last;
    int result = tl__last_seal(book, &sealed, digest);
    if (result != TL_OK)
        return result;
    last = sealed;
    result = tl__chain_to_end(book, &last, digest);
    if (result != TL_OK || last == sealed)
        return result;
    sqlite3_stmt *statement = tl__statement(book, TL__SEAL);
    if (statement == NULL)
        return book->error.result;
    sqlite3_bind_int64(statement, 1, last);
    sqlite3_bind_text(statement, 2, digest, TL__DIGEST_HEX, SQLITE_STATIC);
    result = tl__step(book, statement);
    tl__done(statement);
    return result == TL_DONE ? TL_OK : result;
}
