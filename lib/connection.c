/* connection.c (L1) - the database connection of a handle: how it trusts, waits, and is limited. */
#include "book.h"

#include <time.h>

static int64_t monotonic_us(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

/* 50 to 200 us. Short, uneven naps are fair; longer ones starve the writers where readers want every processor. */
static void nap(void)
{
    unsigned char noise;
    sqlite3_randomness(1, &noise);
    struct timespec time = { 0, (50 + noise * 150 / 255) * 1000L };
    nanosleep(&time, NULL);
}

/* SQLite's own handler backs off to 100 ms and lets a writer starve. The first call of a wait sets its end. */
static int wait_for_writer(void *arg, int calls)
{
    enum { COURTESIES = 5 };
    tl_book *book = arg;
    if (book->busy_ms == 0)
        return 0;
    if (calls == 0)
        book->wait_until = monotonic_us() + (int64_t)book->busy_ms * 1000;
    else if (monotonic_us() >= book->wait_until)
        return 0;
    book->courtesies = COURTESIES;
    nap();
    return 1;
}

void tl__give_way(tl_book *book)
{
    if (book->courtesies == 0)
        return;
    book->courtesies--;
    nap();
}

sqlite3 *tl__stored(const tl_book *book)
{
    return book->older != NULL ? book->older : book->db;
}

void tl__watch(const tl_book *book, sqlite3 *db)
{
    if (book->progress != NULL)
        sqlite3_progress_handler(db, 10000, book->progress, book->progress_arg);
}

int tl__configure(tl_book *book)
{
    sqlite3_extended_result_codes(book->db, 1);
    sqlite3_db_config(book->db, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)NULL);
    sqlite3_db_config(book->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)NULL);
    sqlite3_db_config(book->db, SQLITE_DBCONFIG_ENABLE_FKEY, 1, (int *)NULL);
    sqlite3_busy_handler(book->db, wait_for_writer, book);
    tl__watch(book, book->db);
    int result = tl__run(book, "PRAGMA cell_size_check=ON; PRAGMA recursive_triggers=ON; PRAGMA temp_store=MEMORY");
    if (result == TL_OK)
        result = tl__bound_wal(book);
    return result != TL_OK ? result : tl__run(book, book->durability == TL_NORMAL ? "PRAGMA synchronous=NORMAL" : "PRAGMA synchronous=FULL");
}
