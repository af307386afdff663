/* poster.c - the writer that kill.sh and race.sh set upon a book:
 *   poster init BOOK                 makes a book with one ledger and one item
 *   poster comment BOOK NAME COUNT   posts COUNT comments (0: without end), each with a request id of its own; a line "SEQ REQUEST" is written
 *                                    to stdout, unbuffered, once it is acknowledged
 *   poster add BOOK NAME COUNT       the same with new items
 *   poster acked BOOK                reads such lines on stdin: each must be in the journal
 *   poster verify BOOK [ITEMS]       tl_verify, and so many items
 * Exit status 0: as it should be. */
#include "taskledger.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int fail(tl_book *book, int result, const char *what)
{
    fprintf(stderr, "poster: %s: %s: %s\n", what, tl_result_name(result), tl_errmsg(book));
    tl_close(book);
    return 1;
}

static int open_it(const char *path, unsigned flags, tl_book **book)
{
    tl_open_options options = TL_OPEN_OPTIONS_INIT;
    options.flags = flags;
    options.actor = "poster";
    options.busy_ms = 60000;
    return tl_open(path, &options, book);
}

static int init(tl_book *book)
{
    int64_t ledger = 0;
    tl_ledger_spec ledger_spec = TL_LEDGER_SPEC_INIT;
    tl_item_spec item_spec = TL_ITEM_SPEC_INIT;
    ledger_spec.code = "tasks";
    ledger_spec.title = "Tasks";
    ledger_spec.template_name = "tasks";
    int result = tl_ledger_add(book, &ledger_spec, &ledger);
    item_spec.ledger = ledger;
    item_spec.title = "the first";
    return result != TL_OK ? result : tl_item_add(book, &item_spec, NULL);
}

static int post_one(tl_book *book, int adds, int64_t place, const char *request, int64_t *seq)
{
    if (adds) {
        tl_item_spec spec = TL_ITEM_SPEC_INIT;
        spec.ledger = place;
        spec.title = request;
        spec.request = request;
        return tl_item_add(book, &spec, seq);
    }
    tl_posting posting = TL_POSTING_INIT;
    posting.item = place;
    posting.action = "comment";
    posting.note = request;
    posting.request = request;
    return tl_post(book, &posting, seq);
}

static int post_many(tl_book *book, int adds, const char *name, long count)
{
    int64_t place = 0, seq = 0;
    char request[100], line[160];
    int result = adds ? tl_ledger_find(book, "tasks", &place) : tl_item_find(book, "tasks/1", &place);
    for (long i = 1; result == TL_OK && (count == 0 || i <= count); i++) {
        snprintf(request, sizeof request, "%s-%ld", name, i);
        result = post_one(book, adds, place, request, &seq);
        int length = snprintf(line, sizeof line, "%lld %s\n", (long long)seq, request);
        if (result == TL_OK && write(1, line, (size_t)length) != length)
            return TL_EIO;
    }
    return result;
}

/* Walks the journal and the lines side by side: both rise. */
static int acked(tl_book *book)
{
    char line[200], request[150];
    long long seq;
    tl_cursor *cursor;
    int at = -1;
    int result = tl_entries(book, NULL, &cursor);
    if (result != TL_OK)
        return result;
    for (int i = 0; i < tl_column_count(cursor); i++)
        if (strcmp(tl_column_name(cursor, i), "request") == 0)
            at = i;
    while (result == TL_OK && fgets(line, sizeof line, stdin) != NULL) {
        if (sscanf(line, "%lld %149s", &seq, request) != 2 || at < 0)
            result = TL_EINVAL;
        int next = TL_ROW;
        while (result == TL_OK && tl_column_int(cursor, 0) < seq && next == TL_ROW)
            next = tl_next(cursor);
        const char *there = tl_column_text(cursor, at);
        if (result == TL_OK && (next != TL_ROW || tl_column_int(cursor, 0) != seq || there == NULL || strcmp(there, request) != 0)) {
            fprintf(stderr, "poster: the acknowledged entry %lld %s is not there\n", seq, request);
            result = TL_ENOTFOUND;
        }
    }
    tl_cursor_close(cursor);
    return result;
}

static int print_finding(const tl_finding *finding, void *arg)
{
    (void)arg;
    fprintf(stderr, "poster: %s %s %lld: %s\n", finding->rule, finding->place, (long long)finding->row, finding->message);
    return 0;
}

static int verify(tl_book *book, long items)
{
    tl_info info = TL_INFO_INIT;
    int result = tl_verify(book, NULL, print_finding, NULL);
    if (result == TL_OK)
        result = tl_book_info(book, &info);
    if (result == TL_OK && items > 0 && info.items != items) {
        fprintf(stderr, "poster: %lld items, not %ld\n", (long long)info.items, items);
        result = TL_ENOTFOUND;
    }
    return result;
}

int main(int count, char **words)
{
    tl_book *book = NULL;
    if (count < 3)
        return 2;
    const char *verb = words[1];
    int result = open_it(words[2], strcmp(verb, "init") == 0 ? TL_OPEN_NEW : 0, &book);
    if (result != TL_OK)
        return fail(book, result, "open");
    if (strcmp(verb, "init") == 0)
        result = init(book);
    else if ((strcmp(verb, "comment") == 0 || strcmp(verb, "add") == 0) && count > 4)
        result = post_many(book, strcmp(verb, "add") == 0, words[3], strtol(words[4], NULL, 10));
    else if (strcmp(verb, "acked") == 0)
        result = acked(book);
    else if (strcmp(verb, "verify") == 0)
        result = verify(book, count > 3 ? strtol(words[3], NULL, 10) : 0);
    else
        result = TL_EMISUSE;
    if (result != TL_OK)
        return fail(book, result, verb);
    tl_close(book);
    return 0;
}
