/* wal.c (L1) - keeps the -wal file short while others read and write: when a commit brings it back into the book, and how long that may wait.
 *
 * SQLite tries after every commit beyond 1,000 frames, and gives way to whoever reads or writes: among many writers that is two flushes more for
 * each post, and among readers that follow one another without a gap the file never starts anew. So a handle tries once in 1,000 frames, and
 * from 4,000 on it keeps the other writers out until those who read older frames are through; readers that come meanwhile find everything in
 * the book itself. A frame is a page, 4 KiB in our books. */
#include "book.h"

enum {
    TRY_FRAMES = 1000,
    RESTART_FRAMES = 4000, /* 16 MB: starts the file anew */
    CUT_FRAMES = 8000,     /* 32 MB: cuts it off as well, after a long transaction or a long reader */
    PATIENCE_MS = 50,      /* a reader that takes longer than this must be left alone: the writers stand still */
    LONG_PATIENCE_MS = 500 /* but once the file is to be cut: on a busy machine readers take longer, and it must not grow for ever */
};

static int mode_for(int frames)
{
    if (frames < RESTART_FRAMES)
        return SQLITE_CHECKPOINT_PASSIVE;
    return frames < CUT_FRAMES ? SQLITE_CHECKPOINT_RESTART : SQLITE_CHECKPOINT_TRUNCATE;
}

/* Runs after each commit, which stands whatever becomes of this: nothing that fails here may turn it into an error. */
static int after_commit(void *arg, sqlite3 *db, const char *name, int frames)
{
    tl_book *book = arg;
    int before = frames < book->wal_frames ? 0 : book->wal_frames;
    book->wal_frames = frames;
    if (frames / TRY_FRAMES == before / TRY_FRAMES)
        return SQLITE_OK;
    int busy_ms = book->busy_ms, patience = frames < CUT_FRAMES ? PATIENCE_MS : LONG_PATIENCE_MS;
    if (book->busy_ms > patience)
        book->busy_ms = patience;
    sqlite3_wal_checkpoint_v2(db, name, mode_for(frames), NULL, NULL);
    book->busy_ms = busy_ms;
    return SQLITE_OK;
}

int tl__bound_wal(tl_book *book)
{
    char limit[60];
    sqlite3_wal_hook(book->db, after_commit, book);
    /* Where the file started anew by itself, the next commit cuts it. */
    sqlite3_snprintf(sizeof limit, limit, "PRAGMA journal_size_limit=%d", CUT_FRAMES * 4096);
    return tl__run(book, limit);
}
