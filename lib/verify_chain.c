/* verify_chain.c (L3) - the digest of every entry, against the seals in the book and the checkpoints kept elsewhere. */
#include "seal.h"
#include "verify.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct checkpoint {
    char uid[40];
    char digest[TL__DIGEST_HEX + 1];
    long long seq;
    int met;
} checkpoint;

typedef struct checkpoints {
    checkpoint *rows;
    size_t count;
} checkpoints;

/* The lines of a text that have something in them. */
static size_t count_lines(const char *text)
{
    size_t lines = 0;
    while (*text != '\0') {
        size_t length = strcspn(text, "\n");
        if (strspn(text, " \t\r") < length)
            lines++;
        text += length + (text[length] == '\n');
    }
    return lines;
}

static int read_checkpoints(tl__verification *check, checkpoints *into)
{
    const char *text = check->against;
    if (text == NULL)
        return TL_OK;
    size_t lines = count_lines(text);
    if (lines == 0)
        return tl__error_set(&check->book->error, TL_EINVAL, NULL, "there is no checkpoint in what was given; it is a line: book-uid seq digest time");
    into->rows = sqlite3_malloc64(lines * sizeof *into->rows);
    if (into->rows == NULL)
        return tl__fail_memory(check->book);
    for (; *text != '\0'; text += strcspn(text, "\n"), text += *text == '\n') {
        checkpoint *row = &into->rows[into->count];
        if (strspn(text, " \t\r") >= strcspn(text, "\n"))
            continue;
        memset(row, 0, sizeof *row);
        if (sscanf(text, "%39s %lld %64s", row->uid, &row->seq, row->digest) != 3 || !tl__is_uid(row->uid) || row->seq < 1 ||
            strspn(row->digest, "0123456789abcdef") != TL__DIGEST_HEX)
            return tl__error_set(&check->book->error, TL_EINVAL, NULL, "'%.*s' is no checkpoint; it is a line: book-uid seq digest time",
                (int)(strcspn(text, "\n") < 100 ? strcspn(text, "\n") : 100), text);
        into->count++;
    }
    return TL_OK;
}

static int meet_checkpoints(tl__verification *check, const checkpoints *kept, int64_t seq, const char *digest)
{
    int result = TL_OK;
    for (size_t i = 0; result == TL_OK && i < kept->count; i++) {
        checkpoint *row = &kept->rows[i];
        if (row->seq != seq)
            continue;
        row->met = 1;
        if (strcmp(row->uid, check->book->uid) == 0 && strcmp(row->digest, digest) != 0)
            result = tl__found(
                check, 0, "checkpoint", "entry", seq, "the chain up to entry %lld is not the one of the checkpoint: it was rewritten", (long long)seq);
    }
    return result;
}

static int unmet_checkpoints(tl__verification *check, const checkpoints *kept, int64_t last)
{
    int result = TL_OK;
    for (size_t i = 0; result == TL_OK && i < kept->count; i++) {
        const checkpoint *row = &kept->rows[i];
        if (strcmp(row->uid, check->book->uid) != 0)
            result = tl__found(check, 0, "checkpoint", "book", 0, "the checkpoint is of another book, %s; this is %s", row->uid, check->book->uid);
        else if (!row->met)
            result = tl__found(check, 0, "checkpoint", "entry", row->seq,
                "the journal ends with entry %lld, but the checkpoint knew entry %lld: its tail was cut off, or an older file put back", (long long)last,
                row->seq);
    }
    return result;
}

/* The seals in order, read beside the entries. */
typedef struct seals {
    sqlite3_stmt *rows;
    int on_row;
    int64_t sealed; /* the last entry met that has one */
} seals;

static int next_seal(tl__verification *check, seals *at)
{
    int step = sqlite3_step(at->rows);
    at->on_row = step == SQLITE_ROW;
    return step == SQLITE_ROW || step == SQLITE_DONE ? TL_OK : tl__unreadable(check, "chain", "seal");
}

/* The seal of this entry, if it has one; then on to the next. */
static int meet_seal(tl__verification *check, seals *at, int64_t seq, const char *digest)
{
    int result = TL_OK;
    while (result == TL_OK && at->on_row && sqlite3_column_int64(at->rows, 0) < seq)
        result = next_seal(check, at);
    if (result != TL_OK || !at->on_row || sqlite3_column_int64(at->rows, 0) != seq)
        return result;
    at->sealed = seq;
    const char *kept = (const char *)sqlite3_column_text(at->rows, 1);
    int same = kept != NULL && strcmp(kept, digest) == 0;
    result = next_seal(check, at);
    if (result != TL_OK || same || check->broken_chain > 0)
        return result; /* once the chain is broken every later seal is, too: the first says where */
    return tl__found(check, 0, "chain", "seal", seq, "the digest of the entries up to %lld is not the sealed one: an entry up to here was changed, or the seal",
        (long long)seq);
}

/* Plain SQL can store bytes that are no text; no rule in SQL can see them. */
static int check_text(tl__verification *check, sqlite3_stmt *entries, int64_t seq)
{
    for (int i = 1; i < sqlite3_column_count(entries); i++) {
        const char *text = sqlite3_column_type(entries, i) == SQLITE_TEXT ? (const char *)sqlite3_column_text(entries, i) : NULL;
        if (text != NULL && !tl__is_utf8(text))
            return tl__found(check, 0, "utf8", "entry", seq, "%s of entry %lld is not UTF-8 text", sqlite3_column_name(entries, i), (long long)seq);
    }
    return TL_OK;
}

static int walk(tl__verification *check, const checkpoints *kept, sqlite3_stmt *entries, sqlite3_stmt *rows)
{
    char digest[TL__DIGEST_HEX + 1] = "";
    seals at = { .rows = rows };
    int64_t last = 0;
    int result = next_seal(check, &at);
    int step = SQLITE_DONE;
    while (result == TL_OK && (step = sqlite3_step(entries)) == SQLITE_ROW) {
        last = sqlite3_column_int64(entries, 0);
        result = tl__chain(entries, digest) ? check_text(check, entries, last) : tl__fail_memory(check->book);
        if (result == TL_OK)
            result = meet_seal(check, &at, last, digest);
        if (result == TL_OK)
            result = meet_checkpoints(check, kept, last, digest);
    }
    if (result == TL_OK && step != SQLITE_DONE)
        return tl__unreadable(check, "chain", "entry");
    if (result == TL_OK && last > at.sealed)
        result = tl__found(check, 1, "unsealed", "entry", at.sealed + 1,
            "entries %lld to %lld came by plain SQL and have no seal yet; the next writer seals them", (long long)(at.sealed + 1), (long long)last);
    return result == TL_OK ? unmet_checkpoints(check, kept, last) : result;
}

int tl__verify_chain(tl__verification *check)
{
    checkpoints kept = { 0 };
    sqlite3_stmt *entries = NULL, *rows = NULL;
    sqlite3 *db = check->db;
    int result = read_checkpoints(check, &kept);
    if (result == TL_OK && (sqlite3_prepare_v2(db, "SELECT * FROM main.entry ORDER BY seq", -1, &entries, NULL) != SQLITE_OK ||
                               sqlite3_prepare_v2(db, "SELECT seq, digest FROM main.seal ORDER BY seq", -1, &rows, NULL) != SQLITE_OK))
        result = tl__unreadable(check, "chain", "seal");
    else if (result == TL_OK)
        result = walk(check, &kept, entries, rows);
    sqlite3_finalize(entries);
    sqlite3_finalize(rows);
    sqlite3_free(kept.rows);
    return result;
}
