/* open.c (L2) - opening, creating and closing a book, and what a handle is set to. */
#include "open.h"

#include "label.h"
#include "place.h"
#include "post.h"
#include "schema.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int set_copy(tl_book *book, char **to, const char *text)
{
    char *copy = tl__copy(text);
    if (copy == NULL && text != NULL)
        return tl__fail_memory(book);
    tl_free(*to);
    *to = copy;
    return TL_OK;
}

/* Text that the schema would refuse in the founding entry is refused before a file is made for it. */
static int check_text(tl_book *book, const char *what, const char *text, size_t most)
{
    if (text == NULL)
        return TL_OK;
    if (!tl__is_utf8(text))
        return tl__error_set(&book->error, TL_EINVAL, NULL, "%s is not UTF-8 text; convert it first", what);
    if (tl__characters(text) > most || text[strspn(text, " \t\r\n")] == '\0')
        return tl__error_set(&book->error, TL_EINVAL, NULL, "%s is 1 to %zu characters and not blank", what, most);
    return TL_OK;
}

int tl_set_actor(tl_book *book, const char *actor)
{
    tl__enter(book);
    int result = check_text(book, "actor", actor, 200);
    if (result != TL_OK)
        return result;
    return set_copy(book, &book->actor, actor);
}

int tl_set_lang(tl_book *book, const char *lang)
{
    tl__enter(book);
    if (lang != NULL && strcmp(lang, "en") != 0 && strcmp(lang, "zh") != 0)
        return tl__error_set(&book->error, TL_EINVAL, NULL, "language '%s' is not known; there are en and zh", lang);
    tl__labels_free(book);
    book->error.chinese = lang != NULL && strcmp(lang, "zh") == 0;
    return TL_OK;
}

int tl_set_today(tl_book *book, const char *day)
{
    tl__enter(book);
    if (day != NULL && !tl__is_day(day))
        return tl__error_set(&book->error, TL_EINVAL, NULL, "today '%s' is no day of the calendar; write 2023-06-30", day);
    int result = set_copy(book, &book->today, day);
    book->today_told = 0;
    if (result == TL_OK && book->today_known)
        result = tl__schema_today(book);
    tl_free(book->entry_at);
    book->entry_at = NULL;
    return result;
}

static int set_options(tl_book *book, const tl_open_options *options)
{
    if (options->durability != TL_FULL && options->durability != TL_NORMAL)
        return tl__error_set(&book->error, TL_EINVAL, NULL, "durability is TL_FULL or TL_NORMAL");
    if (options->uid != NULL && !tl__is_uid(options->uid))
        return tl__error_set(&book->error, TL_EINVAL, NULL, "uid '%s' is not 32 hex digits in lower case", options->uid);
    if (options->utc_offset != NULL && !tl__is_utc_offset(options->utc_offset))
        return tl__error_set(&book->error, TL_EINVAL, NULL, "UTC offset '%s' is not understood; write +08:00", options->utc_offset);
    if (options->flags & ~(TL_OPEN_CREATE | TL_OPEN_NEW | TL_OPEN_READONLY | TL_OPEN_NOMIGRATE | TL_OPEN_GIVEN_CLOCK))
        return tl__error_set(&book->error, TL_EINVAL, NULL, "flags 0x%x are not known to this version", options->flags);
    if ((options->flags & TL_OPEN_READONLY) && (options->flags & (TL_OPEN_CREATE | TL_OPEN_NEW)))
        return tl__error_set(&book->error, TL_EMISUSE, NULL, "a book can't be made in a read-only open");
    if (check_text(book, "title", options->title, 2000) != TL_OK)
        return book->error.result;
    book->read_only = (options->flags & TL_OPEN_READONLY) != 0;
    book->busy_ms = options->busy_ms == 0 ? 10000 : options->busy_ms < 0 ? 0 : options->busy_ms;
    book->durability = options->durability;
    book->progress = options->progress;
    book->progress_arg = options->progress_arg;
    book->error.log = options->log;
    book->error.log_arg = options->log_arg;
    book->clock = options->clock;
    book->clock_arg = options->clock_arg;
    int result = tl_set_actor(book, options->actor);
    if (result == TL_OK)
        result = tl_set_lang(book, options->lang);
    if (result == TL_OK)
        result = tl_set_today(book, options->today);
    return result;
}

/* A book can be made where there is a folder for it. */
static int look_for_folder(tl_book *book)
{
    struct stat info;
    const char *slash = strrchr(book->path, '/');
    if (slash == NULL || slash == book->path)
        return 0;
    char *folder = sqlite3_mprintf("%.*s", (int)(slash - book->path), book->path);
    if (folder == NULL)
        return tl__fail_memory(book);
    int there = stat(folder, &info) == 0 && S_ISDIR(info.st_mode);
    if (!there)
        tl__error_set(&book->error, TL_ENOTFOUND, NULL, "there is no folder %s to make the book in", folder);
    sqlite3_free(folder);
    return there ? 0 : TL_ENOTFOUND;
}

/* What stat says of the path: 1 something to open, 0 nothing there or an empty file, or an error. */
static int look(tl_book *book, unsigned flags)
{
    struct stat info;
    if (stat(book->path, &info) != 0) {
        if (errno != ENOENT && errno != ENOTDIR)
            return tl__error_set(&book->error, TL_EIO, NULL, "%s can't be opened: %s", book->path, strerror(errno));
        if (flags & (TL_OPEN_CREATE | TL_OPEN_NEW))
            return look_for_folder(book);
        return tl__error_set(&book->error, TL_ENOTFOUND, NULL, "there is no file %s; name the book, or make one with init", book->path);
    }
    if (S_ISDIR(info.st_mode))
        return tl__error_set(&book->error, TL_ESCHEMA, NULL, "%s is not a book: it is a folder", book->path);
    if (flags & TL_OPEN_NEW)
        return tl__error_set(&book->error, TL_EEXISTS, NULL, "%s exists already; it is left as it is", book->path);
    if (info.st_size == 0 && !(flags & TL_OPEN_CREATE))
        return tl__error_set(&book->error, TL_ESCHEMA, NULL, "%s is not a book: it is empty", book->path);
    return info.st_size > 0;
}

static int connect(tl_book *book, const char *name, int flags)
{
    int result = sqlite3_open_v2(name, &book->db, flags | SQLITE_OPEN_NOMUTEX, NULL);
    if (book->db == NULL)
        return tl__fail_memory(book);
    return result == SQLITE_OK ? tl__configure(book) : tl__fail_db(book, result);
}

/* The two numbers in the file's header that say what it is. */
static int read_header(tl_book *book, int *application)
{
    sqlite3_stmt *statement;
    int result = sqlite3_prepare_v2(
        book->db, "SELECT (SELECT application_id FROM pragma_application_id), (SELECT user_version FROM pragma_user_version)", -1, &statement, NULL);
    if (result != SQLITE_OK)
        return tl__fail_db(book, result);
    result = tl__step(book, statement);
    if (result == TL_ROW) {
        *application = sqlite3_column_int(statement, 0);
        book->format = sqlite3_column_int(statement, 1);
    }
    sqlite3_finalize(statement);
    return result < 0 ? result : TL_OK;
}

/* file:…?immutable=1, with what means something else in a URI written as %XX. */
static char *immutable_uri(const char *path)
{
    tl__buffer uri = { 0 };
    char code[4];
    tl__append(&uri, "file:");
    for (; *path != '\0'; path++) {
        snprintf(code, sizeof code, strchr("%?#", *path) != NULL ? "%%%02X" : "%c", (unsigned char)*path);
        tl__append(&uri, code);
    }
    tl__append(&uri, "?immutable=1");
    return uri.text;
}

/* A reader of a WAL book needs its -shm file, which can't be made in a folder one may not write. While nothing is waiting in a -wal file the
 * book itself is all there is, and SQLite can read it as a file that does not change. */
static int connect_immutable(tl_book *book, int *application)
{
    struct stat info;
    char *wal = sqlite3_mprintf("%s-wal", book->path);
    if (wal == NULL)
        return tl__fail_memory(book);
    int waiting = stat(wal, &info) == 0 && info.st_size > 0;
    sqlite3_free(wal);
    tl__error_clear(&book->error);
    if (waiting)
        return tl__error_set(&book->error, TL_EREADONLY, NULL,
            "%s can't be read here: its folder can't be written and entries wait in %s-wal; copy both to a folder of your own, or let a writer open the book "
            "once",
            book->path, book->path);
    sqlite3_close(book->db);
    book->db = NULL;
    char *uri = immutable_uri(book->path);
    if (uri == NULL)
        return tl__fail_memory(book);
    int result = connect(book, uri, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
    tl_free(uri);
    return result != TL_OK ? result : read_header(book, application);
}

static int connect_existing(tl_book *book, int *application)
{
    if (access(book->path, R_OK) != 0)
        return tl__error_set(&book->error, TL_EIO, NULL, "%s can't be opened: %s", book->path, strerror(errno));
    if (!book->read_only && access(book->path, W_OK) != 0)
        return tl__error_set(&book->error, TL_EREADONLY, NULL, "%s can't be written: %s", book->path, strerror(errno));
    int result = connect(book, book->path, book->read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE);
    if (result == TL_OK)
        result = read_header(book, application);
    int plain = sqlite3_extended_errcode(book->db) & 0xff;
    if (result != TL_OK && book->read_only && (plain == SQLITE_CANTOPEN || plain == SQLITE_READONLY))
        return connect_immutable(book, application);
    return result;
}

/* The founding entry, with what the caller gave; the rest is filled in by the schema. */
static int found(tl_book *book, const tl_open_options *options)
{
    int given = options->flags & TL_OPEN_GIVEN_CLOCK ? 1 : 0;
    char *actor = book->actor;
    if (actor == NULL || *actor == '\0')
        book->actor = tl__copy("taskledger");
    book->given_clock = given;
    if (set_copy(book, &book->utc_offset, options->utc_offset) != TL_OK)
        return book->error.result;
    tl__new_entry entry = {
        .action = "found_book", .title = options->title, .uid = options->uid, .kind = given ? "given clock" : "real clock", .content = options->utc_offset
    };
    int result = tl__post_new(book, &entry, NULL);
    if (book->actor != actor) {
        tl_free(book->actor);
        book->actor = actor;
    }
    return result;
}

/* One transaction makes the whole book; whoever comes second finds it made. */
static int create(tl_book *book, const tl_open_options *options, int *made)
{
    int application = 0, begun;
    int result = connect(book, book->path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    if (result == TL_OK)
        result = tl__write_begin(book, 0, &begun);
    if (result != TL_OK)
        return result;
    result = read_header(book, &application);
    if (result == TL_OK && application == TL__APPLICATION_ID && options->flags & TL_OPEN_NEW)
        result = tl__error_set(&book->error, TL_EEXISTS, NULL, "%s exists already; it is left as it is", book->path);
    if (result == TL_OK && application == 0) {
        int created = tl__schema_create(book->db);
        result = created == SQLITE_OK ? found(book, options) : tl__fail_db(book, created);
        *made = result == TL_OK;
    }
    return tl__write_end(book, begun, result);
}

/* A disk too full for a book shall not be left with an empty file that the next attempt would find in its way. */
static void remove_empty(tl_book *book, int was_there)
{
    struct stat info;
    if (book->error.result != TL_EIO || was_there || stat(book->path, &info) != 0 || info.st_size > 0)
        return;
    unlink(book->path);
}

static int check_format(tl_book *book, int application, unsigned flags)
{
    if (application != TL__APPLICATION_ID)
        return tl__error_set(&book->error, TL_ESCHEMA, NULL, "%s is not a book: it is an SQLite file of another kind", book->path);
    if (book->format / 1000 > TL_FORMAT / 1000)
        return tl__error_set(&book->error, TL_ESCHEMA, NULL, "%s is of format %d, newer than this program knows (%d); use a newer taskledger", book->path,
            book->format, TL_FORMAT);
    if (book->format < 1)
        return tl__error_set(&book->error, TL_ESCHEMA, NULL, "%s says it is of format %d, which there never was", book->path, book->format);
    if (book->format >= TL_FORMAT)
        return TL_OK;
    if (book->read_only && book->format / 1000 == TL_FORMAT / 1000)
        return tl__read_older(book);
    if (book->read_only || flags & TL_OPEN_NOMIGRATE)
        return tl__error_set(
            &book->error, TL_ESCHEMA, NULL, "%s is of the older format %d; open it once for writing to bring it up to %d", book->path, book->format, TL_FORMAT);
    return tl__migrate(book);
}

static int read_book_row(tl_book *book)
{
    sqlite3_stmt *statement = tl__statement(book, TL__BOOK);
    if (statement == NULL)
        return book->error.result;
    int result = tl__step(book, statement);
    if (result == TL_DONE)
        result = tl__error_set(&book->error, TL_ECORRUPT, "book.founding", "%s has no founding entry; go back to a backup", book->path);
    if (result == TL_ROW)
        result = tl__column_copy(book, statement, 0, &book->uid);
    if (result == TL_OK)
        result = tl__column_copy(book, statement, 1, &book->title);
    tl_free(book->utc_offset);
    book->utc_offset = NULL;
    if (result == TL_OK)
        result = tl__column_copy(book, statement, 2, &book->utc_offset);
    book->given_clock = result == TL_OK && sqlite3_column_int(statement, 3);
    tl__done(statement);
    return result;
}

/* SQLite does not wait here for others who look at the new file: whoever can't switch at once leaves it for a little while. */
static int switch_to_wal(tl_book *book)
{
    int result = SQLITE_BUSY;
    for (int waited = 0; result == SQLITE_BUSY && waited <= book->busy_ms; waited += 5) {
        result = sqlite3_exec(book->db, "PRAGMA journal_mode=WAL", NULL, NULL, NULL) & 0xff;
        if (result == SQLITE_BUSY)
            sqlite3_sleep(5);
    }
    return result == SQLITE_OK || result == SQLITE_BUSY ? TL_OK : tl__fail_db(book, result);
}

/* New books are kept in WAL mode with full durability; not where another machine may look at the files. */
static int choose_journal(tl_book *book, int made)
{
    tl__place place = tl__place_of(book->path);
    if (place == TL__PLACE_LOCAL)
        return made ? switch_to_wal(book) : TL_OK;
    book->warning = sqlite3_mprintf("%s lies on a %s folder: keep it open on one machine at a time, and keep backups and checkpoints elsewhere", book->path,
        place == TL__PLACE_NETWORK ? "network" : "synchronised");
    if (book->warning == NULL)
        return tl__fail_memory(book);
    if (book->error.log != NULL)
        book->error.log(book->error.log_arg, TL_OK, book->warning);
    return book->read_only ? TL_OK : tl__run(book, "PRAGMA journal_mode=DELETE");
}

/* With a clock of the caller's the day it is, too, is the caller's. */
static int choose_day(tl_book *book)
{
    if (book->clock == NULL || book->today != NULL)
        return TL_OK;
    sqlite3_stmt *statement = tl__statement(book, TL__CLOCK_DAY);
    if (statement == NULL)
        return book->error.result;
    sqlite3_bind_int64(statement, 1, book->clock(book->clock_arg) / 1000);
    sqlite3_bind_text(statement, 2, book->utc_offset, -1, SQLITE_STATIC);
    int result = tl__step(book, statement);
    if (result == TL_ROW)
        result = tl__column_copy(book, statement, 0, &book->today);
    tl__done(statement);
    return result;
}

static int open_at(tl_book *book, const tl_open_options *options)
{
    int application = TL__APPLICATION_ID;
    int made = 0;
    int was_there = access(book->path, F_OK) == 0;
    int there = look(book, options->flags);
    int result = there < 0 ? there : there ? connect_existing(book, &application) : create(book, options, &made);
    if (there == 0)
        remove_empty(book, was_there);
    if (there == 0 && result == TL_OK)
        result = read_header(book, &application);
    if (result == TL_OK)
        result = check_format(book, application, options->flags);
    if (result == TL_OK)
        result = read_book_row(book);
    if (result == TL_OK)
        result = choose_journal(book, made);
    return result != TL_OK ? result : choose_day(book);
}

/* ":memory:" and "file:…" mean other things to SQLite; here they are files like any other. */
static int set_path(tl_book *book, const char *path)
{
    int special = path[0] == ':' || strncmp(path, "file:", 5) == 0;
    book->path = special ? sqlite3_mprintf("./%s", path) : tl__copy(path);
    return book->path == NULL ? tl__fail_memory(book) : TL_OK;
}

int tl__open_handle(const char *path, const tl_open_options *options, tl_open_options *chosen, tl_book **book)
{
    *book = sqlite3_malloc(sizeof **book);
    if (*book == NULL)
        return TL_ENOMEM;
    memset(*book, 0, sizeof **book);
    if (options != NULL)
        memcpy(chosen, options, options->size < sizeof *chosen ? options->size : sizeof *chosen);
    if (path == NULL || *path == '\0')
        return tl__error_set(&(*book)->error, TL_EMISUSE, NULL, "a book needs the path of its file");
    int result = set_path(*book, path);
    return result == TL_OK ? set_options(*book, chosen) : result;
}

int tl_open(const char *path, const tl_open_options *options, tl_book **book)
{
    tl_open_options chosen = TL_OPEN_OPTIONS_INIT;
    if (book == NULL)
        return TL_EMISUSE;
    int result = tl__open_handle(path, options, &chosen, book);
    return result != TL_OK ? result : open_at(*book, &chosen);
}

void tl_close(tl_book *book)
{
    if (book == NULL)
        return;
    while (book->cursors != NULL)
        tl_cursor_close(book->cursors);
    tl__let_go(book);
    for (int i = 0; i < TL__STATEMENT_COUNT; i++)
        sqlite3_finalize(book->statements[i]);
    tl__labels_free(book);
    sqlite3_close(book->db);
    sqlite3_close(book->older);
    char *texts[] = { book->path, book->actor, book->today, book->warning, book->uid, book->title, book->utc_offset, book->entry_at, book->day,
        book->journal_mode, book->calendar, book->view_text[0], book->view_text[1] };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        tl_free(texts[i]);
    sqlite3_free(book);
}

const char *tl_errmsg(const tl_book *book)
{
    return book == NULL ? "out of memory" : book->error.message;
}

const char *tl_errrule(const tl_book *book)
{
    return book == NULL ? "" : book->error.rule;
}

const char *tl_warning(const tl_book *book)
{
    return book == NULL || book->warning == NULL ? "" : book->warning;
}
