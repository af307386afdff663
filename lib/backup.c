/* backup.c (L3) - a copy of a book, or of a database that is to be one, while it is in use. */
#include "backup.h"

#include "place.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Copies all pages in one step: a reader's view of one moment, whoever writes meanwhile. Waits for a lock as other calls do. */
static int copy_pages(tl_book *book, sqlite3 *from, sqlite3 *to)
{
    sqlite3_backup *backup = sqlite3_backup_init(to, "main", from, "main");
    int result = backup == NULL ? sqlite3_errcode(to) : SQLITE_BUSY;
    for (int waited = 0; result == SQLITE_BUSY && waited <= book->busy_ms; waited += 10) {
        result = sqlite3_backup_step(backup, -1);
        if (result == SQLITE_BUSY)
            sqlite3_sleep(10);
    }
    if (backup != NULL)
        sqlite3_backup_finish(backup);
    return result;
}

static int fail_copy(tl_book *book, int result, const char *path, const char *why)
{
    if ((result & 0xff) == SQLITE_BUSY || (result & 0xff) == SQLITE_LOCKED)
        return tl__error_set(&book->error, TL_EBUSY, NULL, "%s: another program has been writing for too long; try again", book->path);
    if ((result & 0xff) == SQLITE_NOMEM)
        return tl__fail_memory(book);
    return tl__error_set(&book->error, TL_EIO, NULL, "the copy %s can't be made: %s", path, why);
}

static int set_journal(tl_book *book, sqlite3 *to, const char *path, const char *mode)
{
    char pragma[60];
    mode = tl__place_of(path) != TL__PLACE_LOCAL ? "DELETE" : mode;
    if (mode == NULL)
        return TL_OK;
    snprintf(pragma, sizeof pragma, "PRAGMA journal_mode=%s", mode);
    int result = sqlite3_exec(to, pragma, NULL, NULL, NULL);
    return result == SQLITE_OK ? TL_OK : fail_copy(book, result, path, sqlite3_errmsg(to));
}

static int make_copy(tl_book *book, sqlite3 *from, const char *aside, const char *path, const char *mode)
{
    sqlite3 *to = NULL;
    int result = sqlite3_open_v2(aside, &to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL);
    if (result == SQLITE_OK)
        result = copy_pages(book, from, to);
    result = result == SQLITE_DONE ? set_journal(book, to, path, mode) : fail_copy(book, result, path, to == NULL ? "out of memory" : sqlite3_errmsg(to));
    sqlite3_close(to);
    return result;
}

/* What lies aside, and the journal that SQLite leaves beside it when the disk is full. */
static void remove_aside(const char *aside)
{
    char *journal = sqlite3_mprintf("%s-journal", aside);
    remove(aside);
    if (journal != NULL)
        remove(journal);
    sqlite3_free(journal);
}

int tl__backup_to(tl_book *book, sqlite3 *from, const char *path, const char *mode)
{
    struct stat info;
    if (stat(path, &info) == 0)
        return tl__error_set(&book->error, TL_EEXISTS, NULL, "%s exists already; it is left as it is", path);
    /* Made aside, then renamed: under its own name there is a whole copy or none. */
    char *aside = sqlite3_mprintf("%s.part", path);
    if (aside == NULL)
        return tl__fail_memory(book);
    remove_aside(aside);
    int result = make_copy(book, from, aside, path, mode);
    if (result == TL_OK && link(aside, path) != 0 && (errno == EEXIST || rename(aside, path) != 0))
        result = fail_copy(book, SQLITE_CANTOPEN, path, strerror(errno));
    remove_aside(aside);
    sqlite3_free(aside);
    return result;
}

int tl_backup(tl_book *book, const char *path)
{
    tl__enter(book);
    if (path == NULL || *path == '\0')
        return tl__error_set(&book->error, TL_EMISUSE, NULL, "a copy needs the path of a file");
    if (book->depth > 0)
        return tl__error_set(&book->error, TL_EMISUSE, NULL, "a book is copied outside a transaction; commit or roll back first");
    return tl__backup_to(book, tl__stored(book), path, NULL);
}
