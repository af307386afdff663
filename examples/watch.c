/* watch.c - a program that is told of new entries: it keeps the number of the last one seen, asks now and then whether anybody has committed, and
 * reads on behind it.
 *
 *     watch BOOK [AFTER [COUNT]]      prints what comes behind entry AFTER (else from now on), until COUNT are printed, or until Ctrl-C
 *     watch --both-sides BOOK         makes BOOK and plays both sides, the one that posts and the one that is told
 *
 * The last line says how far it got: the AFTER of the next time. No entry is missed and none told twice: entries are numbered in the order in
 * which they were committed, without a gap. A watcher needs to read only, and keeps nobody from writing. */
#define _POSIX_C_SOURCE 200809L
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <taskledger.h>
#include <time.h>

typedef struct watcher {
    tl_book *book;
    int64_t last;  /* the last entry seen */
    int64_t count; /* how many more to print; below 0: no end */
    int behind;    /* there may be something to read */
} watcher;

static volatile sig_atomic_t interrupted;

static void interrupt(int signal_number)
{
    (void)signal_number;
    interrupted = 1;
}

static const char *text_of(tl_cursor *cursor, const char *name)
{
    for (int i = 0; i < tl_column_count(cursor); i++)
        if (strcmp(tl_column_name(cursor, i), name) == 0 && tl_column_text(cursor, i) != NULL)
            return tl_column_text(cursor, i);
    return "";
}

static void print_entry(watcher *w, tl_cursor *cursor)
{
    w->last = tl_column_int(cursor, 0);
    printf("%" PRId64 " %s %s %s %s %s\n", w->last, text_of(cursor, "at"), text_of(cursor, "actor"), text_of(cursor, "action"), text_of(cursor, "ref"),
        text_of(cursor, "note"));
    if (w->count > 0)
        w->count--;
}

static int read_on(watcher *w)
{
    tl_entry_query query = { .size = sizeof query, .after = w->last, .limit = w->count > 0 ? w->count : 0 };
    tl_cursor *cursor;
    int result = tl_entries(w->book, &query, &cursor);
    while (result == TL_OK && (result = tl_next(cursor)) == TL_ROW) {
        print_entry(w, cursor);
        result = TL_OK;
    }
    tl_cursor_close(cursor);
    return result == TL_DONE ? TL_OK : result;
}

/* Asks, and reads on if it should. That something came is told once: it is kept until the reading has succeeded. */
static int look(watcher *w)
{
    int changed = 0;
    int result = tl_changed(w->book, &changed);
    w->behind |= changed;
    if (result != TL_OK || !w->behind)
        return result;
    result = read_on(w);
    if (result == TL_OK)
        w->behind = 0;
    return result;
}

/* ------------------------------------------------------------------------------------------------------------------ following a book */

static int follow(watcher *w)
{
    const struct timespec nap = { 0, 100000000 }; /* a tenth of a second; a signal ends it */
    int result = look(w);
    while (!interrupted && w->count != 0 && (result == TL_OK || result == TL_EBUSY)) {
        nanosleep(&nap, NULL);
        result = look(w);
        fflush(stdout);
    }
    return result == TL_EBUSY ? TL_OK : result;
}

/* after below 0: from now on. */
static int follow_book(const char *path, int64_t after, int64_t count)
{
    struct sigaction action = { .sa_handler = interrupt };
    tl_open_options options = { .size = sizeof options, .flags = TL_OPEN_READONLY };
    tl_info info = TL_INFO_INIT;
    watcher w = { .count = count };
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    int result = tl_open(path, &options, &w.book);
    if (result == TL_OK)
        result = tl_book_info(w.book, &info);
    if (result == TL_OK) {
        w.last = after < 0 ? info.entries : after;
        result = follow(&w);
        printf("seen up to entry %" PRId64 "\n", w.last);
    }
    if (result != TL_OK)
        fprintf(stderr, "watch: %s\n", tl_errmsg(w.book));
    tl_close(w.book);
    return result == TL_OK ? 0 : 1;
}

/* --------------------------------------------------------------------------------------------------------------------- both sides */

static void need(tl_book *book, int result)
{
    if (result == TL_OK)
        return;
    fprintf(stderr, "watch: %s\n", book != NULL ? tl_errmsg(book) : tl_result_text(result));
    exit(1);
}

static tl_book *make_book(const char *path, int64_t *item)
{
    tl_open_options options = { .size = sizeof options, .flags = TL_OPEN_NEW | TL_OPEN_GIVEN_CLOCK, .actor = "小张", .today = "2023-03-01" };
    tl_ledger_spec ledger = { .size = sizeof ledger, .code = "t", .title = "重点任务", .template_name = "checklist" };
    tl_item_spec spec = { .size = sizeof spec, .title = "打通断头路三条" };
    tl_book *book;
    options.utc_offset = "+08:00";
    int result = tl_open(path, &options, &book);
    need(book, result);
    need(book, tl_ledger_add(book, &ledger, &spec.ledger));
    need(book, tl_item_add(book, &spec, item));
    return book;
}

static void comment(tl_book *book, int64_t item, const char *note)
{
    tl_posting posting = { .size = sizeof posting, .item = item, .action = "comment", .note = note };
    need(book, tl_post(book, &posting, NULL));
}

static void look_and_say(watcher *w, const char *moment)
{
    int64_t before = w->last;
    printf("%s:\n", moment);
    need(w->book, look(w));
    if (w->last == before)
        printf("nothing new\n");
}

/* Two handles take turns here; in earnest they are two programs. After a fork() each side would open its own: no handle goes through it. */
static int play_both_sides(const char *path)
{
    tl_open_options options = { .size = sizeof options, .flags = TL_OPEN_READONLY };
    watcher w = { .count = -1 };
    int64_t item;
    tl_book *poster = make_book(path, &item);
    int result = tl_open(path, &options, &w.book);
    need(w.book, result);
    look_and_say(&w, "the first look");
    look_and_say(&w, "another one");
    comment(poster, item, "已开工两条");
    look_and_say(&w, "after a post");
    need(poster, tl_begin(poster));
    comment(poster, item, "第三条征拆完成");
    comment(poster, item, "第三条已开工");
    look_and_say(&w, "in the middle of a transaction");
    need(poster, tl_commit(poster));
    look_and_say(&w, "after its commit");
    need(poster, tl_begin(poster));
    comment(poster, item, "写错了");
    need(poster, tl_rollback(poster));
    look_and_say(&w, "after one that was rolled back");
    printf("seen up to entry %" PRId64 "\n", w.last);
    tl_close(poster);
    tl_close(w.book);
    return 0;
}

/* A whole number from least on; what is not given is -1. */
static int read_number(const char *text, int64_t least, int64_t *number)
{
    char *end = NULL;
    *number = text == NULL ? -1 : strtoll(text, &end, 10);
    return text == NULL || (*text != '\0' && *end == '\0' && *number >= least);
}

int main(int argc, char **argv)
{
    int64_t after, count;
    if (argc == 3 && strcmp(argv[1], "--both-sides") == 0)
        return play_both_sides(argv[2]);
    if (argc >= 2 && argc <= 4 && read_number(argc > 2 ? argv[2] : NULL, 0, &after) && read_number(argc > 3 ? argv[3] : NULL, 1, &count))
        return follow_book(argv[1], after, count);
    fprintf(stderr, "usage: watch BOOK [AFTER [COUNT]]\n       watch --both-sides BOOK\n");
    return 2;
}
