/* dossier_entries.c (L4) - the entries of a dossier as JSON, each with the digest before it and after it: the part of the chain that proves them.
 *
 * The digest after an entry covers the digest before it and the text of the entry, nothing else (schema/25_seal.sql). So an entry of the item needs no other
 * item's text beside it; that the digest before is the one of the book shows where the book, or a checkpoint of that entry, is at hand. */
#include "dossier.h"
#include "json.h"
#include "seal.h"

#include <string.h>

/* A walk along the chain, from seal to seal. */
typedef struct walk {
    tl__dossier *dossier;
    sqlite3 *db; /* the file, even where the handle reads a replay of its journal: there are its seals */
    FILE *out;
    sqlite3_stmt *own, *seal, *entries;
    int64_t seq; /* digest is the one after this entry */
    char digest[TL__DIGEST_HEX + 1];
} walk;

static int prepare(walk *at)
{
    static const char *const texts[] = { "SELECT seq FROM main.entry WHERE item = ?1 ORDER BY seq",
        "SELECT seq, digest FROM main.seal WHERE seq <= ?1 ORDER BY seq DESC LIMIT 1", "SELECT * FROM main.entry WHERE seq > ?1 AND seq <= ?2 ORDER BY seq" };
    sqlite3_stmt **const statements[] = { &at->own, &at->seal, &at->entries };
    for (size_t i = 0; i < 3; i++) {
        int result = sqlite3_prepare_v2(at->db, texts[i], -1, statements[i], NULL);
        if (result != SQLITE_OK)
            return tl__fail_on(at->dossier->book, at->db, result);
    }
    sqlite3_bind_int64(at->own, 1, at->dossier->item);
    return TL_OK;
}

/* The last seal up to an entry: *found is its seq, 0 if there is none. */
static int last_seal(walk *at, int64_t seq, int64_t *found, char digest[TL__DIGEST_HEX + 1])
{
    *found = 0;
    sqlite3_bind_int64(at->seal, 1, seq);
    int result = tl__step(at->dossier->book, at->seal);
    const char *kept = result == TL_ROW ? (const char *)sqlite3_column_text(at->seal, 1) : NULL;
    if (kept != NULL) {
        *found = sqlite3_column_int64(at->seal, 0);
        sqlite3_snprintf(TL__DIGEST_HEX + 1, digest, "%s", kept);
    }
    sqlite3_reset(at->seal);
    return result < 0 ? result : TL_OK;
}

static int set_text(walk *at, json_t *object, const char *key, const char *text)
{
    return json_object_set_new(object, key, text == NULL ? json_null() : json_string(text)) == 0 ? TL_OK : tl__fail_memory(at->dossier->book);
}

static int write_line(walk *at, const char *before, int sealed)
{
    tl__dossier *dossier = at->dossier;
    const tl__exhibit *exhibit = tl__dossier_exhibit(dossier, at->seq);
    json_t *line = json_object(), *columns = NULL;
    int result = tl__entry_object(dossier->book, at->entries, &columns);
    if (result == TL_OK)
        result = set_text(at, line, "before", before);
    if (result == TL_OK)
        result = set_text(at, line, "after", at->digest);
    if (result == TL_OK && json_object_set_new(line, "sealed", json_boolean(sealed)) != 0)
        result = tl__fail_memory(dossier->book);
    if (result == TL_OK && exhibit != NULL && exhibit->copied != TL__ADDRESS)
        result = set_text(at, line, "file", exhibit->copied == TL__COPIED ? exhibit->name : NULL);
    if (result == TL_OK && json_object_set(line, "entry", columns) != 0)
        result = tl__fail_memory(dossier->book);
    char *text = result == TL_OK ? tl__json_dump(line, JSON_COMPACT) : NULL;
    if (result == TL_OK && text == NULL)
        result = tl__fail_memory(dossier->book);
    if (text != NULL)
        fprintf(at->out, "%s\n    %s", dossier->entries == 0 ? "" : ",", text);
    tl_free(text);
    json_decref(columns);
    json_decref(line);
    return result;
}

/* The present row, of the entry itself: taken into the chain, and written. */
static int write_entry(walk *at)
{
    char before[TL__DIGEST_HEX + 1], kept[TL__DIGEST_HEX + 1];
    tl__dossier *dossier = at->dossier;
    int64_t sealed, seq = at->seq = sqlite3_column_int64(at->entries, 0);
    memcpy(before, at->digest, sizeof before);
    int result = tl__chain(at->entries, at->digest) ? last_seal(at, seq, &sealed, kept) : tl__fail_memory(dossier->book);
    if (result == TL_OK && sealed == seq && strcmp(kept, at->digest) != 0)
        result =
            tl__error_set(&dossier->book->error, TL_ECHAIN, "chain", "the digest of the entries up to %lld is not the sealed one; run verify", (long long)seq);
    if (result == TL_OK)
        result = write_line(at, before, sealed == seq);
    if (dossier->entries++ == 0)
        dossier->first = seq;
    dossier->last = seq;
    return result;
}

/* On to an entry of the item: from the seal before it, over what other items have in between, whose text stays in the book. */
static int walk_to(walk *at, int64_t seq)
{
    char digest[TL__DIGEST_HEX + 1];
    int64_t sealed;
    int result = last_seal(at, seq - 1, &sealed, digest);
    if (result != TL_OK)
        return result;
    if (sealed > at->seq) {
        at->seq = sealed;
        memcpy(at->digest, digest, sizeof digest);
    }
    sqlite3_bind_int64(at->entries, 1, at->seq);
    sqlite3_bind_int64(at->entries, 2, seq);
    while (result == TL_OK && (result = tl__step(at->dossier->book, at->entries)) == TL_ROW) {
        if (sqlite3_column_int64(at->entries, 0) == seq)
            result = write_entry(at);
        else
            result = tl__chain(at->entries, at->digest) ? TL_OK : tl__fail_memory(at->dossier->book);
    }
    sqlite3_reset(at->entries);
    return result == TL_DONE ? TL_OK : result;
}

static int write_entries(walk *at)
{
    tl__dossier *dossier = at->dossier;
    int result = prepare(at);
    fprintf(at->out, "{\"format\": \"taskledger dossier 1\",\n  \"book\": \"%s\",\n  \"checkpoint\": \"%s\",\n  \"entries\": [", dossier->book->uid,
        dossier->checkpoint);
    while (result == TL_OK && (result = tl__step(dossier->book, at->own)) == TL_ROW)
        result = walk_to(at, sqlite3_column_int64(at->own, 0));
    fprintf(at->out, "],\n  \"count\": %lld}\n", (long long)dossier->entries);
    sqlite3_finalize(at->own);
    sqlite3_finalize(at->seal);
    sqlite3_finalize(at->entries);
    return result == TL_DONE ? TL_OK : result;
}

int tl__dossier_entries(tl__dossier *dossier)
{
    walk at = { .dossier = dossier, .db = tl__stored(dossier->book) };
    int result = tl__folder_open(&dossier->folder, "entries.json", &at.out);
    if (result == TL_OK)
        result = write_entries(&at);
    return tl__folder_close(&dossier->folder, result);
}
