/* listing.c (L3) - items listed in other ledgers than their own, and how far an item is from those below it. */
#include "cursor.h"

#include <stdio.h>
#include <string.h>

static int post_listing(tl_book *book, const char *action, int64_t item, int64_t ledger, const char *no)
{
    tl_posting posting = { .size = sizeof posting, .action = action, .item = item, .ledger = ledger, .no = no };
    return tl_post(book, &posting, NULL);
}

int tl_enlist(tl_book *book, int64_t item, int64_t ledger, const char *no)
{
    return post_listing(book, "enlist", item, ledger, no);
}

int tl_delist(tl_book *book, int64_t item, int64_t ledger)
{
    return post_listing(book, "delist", item, ledger, NULL);
}

int tl_listings(tl_book *book, int64_t ledger, int64_t item, tl_cursor **cursor)
{
    static const char *const wheres[] = { "", " WHERE ledger_id = ?1", " WHERE item = ?1", " WHERE ledger_id = ?1 AND item = ?2" };
    const tl__parameter parameters[] = { { NULL, ledger != 0 ? ledger : item }, { NULL, item } };
    int given = (ledger != 0) + 2 * (item != 0);
    char sql[1000];
    tl__enter(book);
    snprintf(sql, sizeof sql,
        "SELECT ref, ledger, no, item, home, title, lead, state, due, days_left, light, percent, uid, detail, source, parent, officer, value, baseline_due, "
        "late, risk, asked_due, goal, returned, extended, urged, reopened, evidence, registered_on, started_on, requested_at, requester, suspended_on, "
        "completed_on, closed_at, progress, problem, next_step, no_order, entry, due_text, notice_on, notice_until, late_requests, report_due "
        "FROM listing_status%s ORDER BY ledger_id, no_order",
        wheres[given]);
    return tl__cursor_open(book, sql, parameters, given == 3 ? 2 : given > 0, "listing", cursor);
}

/* The item's row, of NULLs where nothing stands below it. TL_ROW, TL_DONE or an error. */
static int read_progress(tl_cursor *cursor, tl_progress *progress)
{
    int result = tl_next(cursor);
    if (result != TL_ROW)
        return result;
    const char *percent = tl_column_text(cursor, 2);
    progress->below = tl_column_int(cursor, 0);
    progress->closed = tl_column_int(cursor, 1);
    snprintf(progress->percent, sizeof progress->percent, "%s", percent == NULL ? "" : percent);
    return TL_ROW;
}

int tl_item_progress(tl_book *book, int64_t item, tl_progress *progress)
{
    const tl__parameter parameter = { NULL, item };
    tl_progress read = TL_PROGRESS_INIT;
    tl_cursor *cursor;
    tl__enter(book);
    if (progress == NULL)
        return tl__error_set(&book->error, TL_EMISUSE, NULL, "there is no place for the answer");
    int result =
        tl__cursor_open(book, "SELECT p.below, p.closed_below, p.progress_below FROM item i LEFT JOIN item_progress p ON p.item = i.id WHERE i.id = ?1",
            &parameter, 1, "item", &cursor);
    if (result != TL_OK)
        return result;
    result = read_progress(cursor, &read);
    if (result == TL_DONE)
        result = tl__error_set(&book->error, TL_ENOTFOUND, "entry.item", "there is no item with the id %lld", (long long)item);
    tl_cursor_close(cursor);
    if (result < 0)
        return result;
    size_t size = progress->size < sizeof read ? progress->size : sizeof read;
    read.size = progress->size;
    memcpy(progress, &read, size);
    return TL_OK;
}
