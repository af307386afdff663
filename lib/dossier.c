/* dossier.c (L4) - tl_dossier: one item as a folder of its own (一批示一档案): cover sheet, every entry with its digests, the evidence, and a script that
 * checks them. */
#include "dossier.h"

#include "cursor.h"

#include <string.h>

/* ------------------------------------------------------------------------------------------------------------------------ evidence */

/* The name of a copy: the entry's number, and the file's own name with nothing in it that a shell or another system would take for more than a name. */
static char *copy_name(int64_t entry, const char *uri)
{
    enum { LONGEST = 120 };
    const char *slash = strrchr(uri, '/'), *own = slash == NULL ? uri : slash + 1;
    size_t length = strlen(own), from = length > LONGEST ? length - LONGEST : 0;
    while (from < length && ((unsigned char)own[from] & 0xC0) == 0x80)
        from++;
    char *name = sqlite3_mprintf("evidence/%lld-%s", (long long)entry, own + from);
    for (char *at = name == NULL ? NULL : strchr(name, '-'); at != NULL && *at != '\0'; at++)
        if ((unsigned char)*at < 0x80 && strchr("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-_", *at) == NULL)
            *at = '_';
    return name;
}

static int keep_exhibit(const tl_cursor *cursor, void *element)
{
    enum { ENTRY, UNIT, TITLE, URI, SHA256 }; /* the columns of tl_evidence */
    tl__exhibit *exhibit = element;
    const char *uri = tl_column_text(cursor, URI), *title = tl_column_text(cursor, TITLE), *sha256 = tl_column_text(cursor, SHA256);
    *exhibit = (tl__exhibit) { .entry = tl_column_int(cursor, ENTRY), .title = tl__copy(title), .uri = tl__copy(uri), .sha256 = tl__copy(sha256) };
    exhibit->name = exhibit->uri == NULL ? NULL : copy_name(exhibit->entry, uri);
    exhibit->copied = sha256 == NULL ? TL__ADDRESS : TL__UNREADABLE;
    if (exhibit->name != NULL && (title == NULL || exhibit->title != NULL) && (sha256 == NULL || exhibit->sha256 != NULL))
        return TL_OK;
    tl_free(exhibit->title);
    tl_free(exhibit->uri);
    tl_free(exhibit->sha256);
    sqlite3_free(exhibit->name);
    return tl__fail_memory(tl__cursor_book(cursor));
}

static int read_exhibits(tl__dossier *dossier)
{
    tl_cursor *cursor = NULL;
    void *list = NULL;
    int result = tl_evidence(dossier->book, dossier->item, &cursor);
    if (result == TL_OK)
        result = tl__cursor_keep(cursor, sizeof *dossier->exhibits, keep_exhibit, &list, &dossier->exhibit_count);
    dossier->exhibits = list;
    return result;
}

const tl__exhibit *tl__dossier_exhibit(const tl__dossier *dossier, int64_t entry)
{
    for (size_t i = 0; i < dossier->exhibit_count; i++)
        if (dossier->exhibits[i].entry == entry)
            return &dossier->exhibits[i];
    return NULL;
}

static int tell(const tl__dossier *dossier, const tl_dossier_options *options, const tl__exhibit *exhibit, const char *why)
{
    if (options->on_finding == NULL)
        return TL_OK;
    char *message = sqlite3_mprintf("the file attached by entry %lld is left out: %s: %!.200s", (long long)exhibit->entry, why, exhibit->uri);
    if (message == NULL)
        return tl__fail_memory(dossier->book);
    const tl_finding finding = { sizeof finding, 0, "evidence", "evidence", exhibit->entry, "uri", message };
    int stop = options->on_finding(&finding, options->arg);
    sqlite3_free(message);
    return stop == 0 ? TL_OK : tl__error_set(&dossier->book->error, TL_ESTOP, NULL, "stopped by the caller");
}

/* The file as it was named; a relative name counts from here, else from the folder of the book. */
static int copy_exhibit(tl__dossier *dossier, const tl_dossier_options *options, tl__exhibit *exhibit)
{
    int copied, reason, other;
    int result = tl__folder_copy(&dossier->folder, exhibit->name, exhibit->uri, exhibit->sha256, &copied, &reason);
    const char *slash = strrchr(dossier->book->path, '/');
    if (result == TL_OK && !copied && exhibit->uri[0] != '/' && slash != NULL) {
        char *path = sqlite3_mprintf("%.*s/%s", (int)(slash - dossier->book->path), dossier->book->path, exhibit->uri);
        if (path == NULL)
            return tl__fail_memory(dossier->book);
        result = tl__folder_copy(&dossier->folder, exhibit->name, path, exhibit->sha256, &copied, &other);
        sqlite3_free(path);
        reason = other == 0 ? 0 : reason;
    }
    if (result != TL_OK)
        return result;
    exhibit->copied = copied ? TL__COPIED : reason == 0 ? TL__CHANGED : TL__UNREADABLE;
    if (copied)
        return TL_OK;
    dossier->missing++;
    return tell(dossier, options, exhibit, reason == 0 ? "it is not what was attached, its SHA-256 is another one" : strerror(reason));
}

static int copy_exhibits(tl__dossier *dossier, const tl_dossier_options *options)
{
    int result = read_exhibits(dossier);
    size_t files = 0;
    for (size_t i = 0; i < dossier->exhibit_count; i++)
        files += dossier->exhibits[i].copied != TL__ADDRESS;
    if (result == TL_OK && files > 0)
        result = tl__folder_make(&dossier->folder, "evidence");
    for (size_t i = 0; result == TL_OK && i < dossier->exhibit_count; i++)
        if (dossier->exhibits[i].copied != TL__ADDRESS)
            result = copy_exhibit(dossier, options, &dossier->exhibits[i]);
    return result;
}

static void free_exhibits(tl__dossier *dossier)
{
    for (size_t i = 0; i < dossier->exhibit_count; i++) {
        tl_free(dossier->exhibits[i].title);
        tl_free(dossier->exhibits[i].uri);
        tl_free(dossier->exhibits[i].sha256);
        sqlite3_free(dossier->exhibits[i].name);
    }
    sqlite3_free(dossier->exhibits);
}

/* ------------------------------------------------------------------------------------------------------------------------ the whole */

static int begin(tl__dossier *dossier, const char *path)
{
    tl_book *book = dossier->book;
    if (book->depth > 0)
        return tl__error_set(&book->error, TL_EMISUSE, NULL, "a dossier is of what is committed; commit or roll back first");
    int result = tl_item_ref(book, dossier->item, &dossier->ref);
    if (result == TL_OK)
        result = tl__folder_begin(book, path, &dossier->folder);
    return result == TL_OK ? tl_checkpoint(book, &dossier->checkpoint) : result;
}

static int write_all(tl__dossier *dossier, const tl_dossier_options *options)
{
    int result = copy_exhibits(dossier, options);
    if (result == TL_OK)
        result = tl__dossier_entries(dossier);
    if (result == TL_OK)
        result = tl__dossier_page(dossier);
    if (result == TL_OK)
        result = tl__folder_add(&dossier->folder, "check.sh", tl__dossier_check, strlen(tl__dossier_check));
    return result;
}

int tl_dossier(tl_book *book, const tl_dossier_options *options, int64_t *missing)
{
    tl_dossier_options given = TL_DOSSIER_OPTIONS_INIT;
    tl__dossier dossier = { .book = book, .folder = { .book = book } };
    int result = tl__take(book, &given, sizeof given, options);
    dossier.item = given.item;
    /* All of it is of one moment. */
    int begun = result == TL_OK && sqlite3_get_autocommit(book->db);
    if (begun)
        result = tl__run(book, "BEGIN");
    if (result == TL_OK)
        result = begin(&dossier, given.path);
    if (result == TL_OK)
        result = write_all(&dossier, &given);
    if (begun)
        sqlite3_exec(book->db, "COMMIT", NULL, NULL, NULL);
    result = tl__folder_end(&dossier.folder, result);
    free_exhibits(&dossier);
    tl_free(dossier.ref);
    tl_free(dossier.checkpoint);
    if (result == TL_OK && missing != NULL)
        *missing = dossier.missing;
    return result;
}
