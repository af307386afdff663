/* poster.c - the writer that kill.sh and race.sh set upon a book:
 *   poster init BOOK                 makes a book with one ledger and one item
 *   poster comment BOOK NAME COUNT   posts COUNT comments (0: without end), each with a request id of its own; a line "SEQ REQUEST" is written
 *                                    to stdout, unbuffered, once it is acknowledged
 *   poster add BOOK NAME COUNT       the same with new items
 *   poster fill BOOK NAME COUNT      the same with comments of 60,000 bytes, and the -wal file may never be larger than 64 MB
 *   poster read BOOK                 reads the first item's log again and again, until it is killed
 *   poster acked BOOK                reads such lines on stdin: each must be in the journal
 *   poster count BOOK                writes to stdout how many entries there are
 *   poster verify BOOK               tl_verify
 * Exit status 0: as it should be. */
#include "taskledger.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum verb { COMMENT, ADD, FILL };
enum { CHARACTERS = 20000, WAL_BYTES = 64000000 };

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

/* As long as a note may be. */
static const char *long_note(void)
{
    static char note[CHARACTERS * 3 + 1];
    for (size_t i = 0; i < CHARACTERS; i++)
        memcpy(note + i * 3, "督", 3);
    return note;
}

static int post_one(tl_book *book, enum verb verb, int64_t place, const char *request, int64_t *seq)
{
    if (verb == ADD) {
        tl_item_spec spec = TL_ITEM_SPEC_INIT;
        spec.ledger = place;
        spec.title = request;
        spec.request = request;
        return tl_item_add(book, &spec, seq);
    }
    tl_posting posting = TL_POSTING_INIT;
    posting.item = place;
    posting.action = "comment";
    posting.note = verb == FILL ? long_note() : request;
    posting.request = request;
    return tl_post(book, &posting, seq);
}

static int check_wal(const char *path)
{
    struct stat info;
    char wal[4200];
    snprintf(wal, sizeof wal, "%s-wal", path);
    if (stat(wal, &info) != 0 || info.st_size <= WAL_BYTES)
        return TL_OK;
    fprintf(stderr, "poster: the -wal file has %lld bytes\n", (long long)info.st_size);
    return TL_EIO;
}

static int post_many(tl_book *book, enum verb verb, char **words)
{
    const char *path = words[2], *name = words[3];
    const long count = strtol(words[4], NULL, 10);
    int64_t place = 0, seq = 0;
    char request[100], line[160];
    int result = verb == ADD ? tl_ledger_find(book, "tasks", &place) : tl_item_find(book, "tasks/1", &place);
    for (long i = 1; result == TL_OK && (count == 0 || i <= count); i++) {
        snprintf(request, sizeof request, "%s-%ld", name, i);
        result = post_one(book, verb, place, request, &seq);
        int length = snprintf(line, sizeof line, "%lld %s\n", (long long)seq, request);
        if (result == TL_OK && write(1, line, (size_t)length) != length)
            return TL_EIO;
        if (result == TL_OK && verb == FILL)
            result = check_wal(path);
    }
    return result;
}

static int read_on(tl_book *book)
{
    int64_t item = 0;
    int result = tl_item_find(book, "tasks/1", &item);
    while (result == TL_OK) {
        tl_cursor *cursor;
        tl_entry_query query = TL_ENTRY_QUERY_INIT;
        query.item = item;
        query.limit = 50;
        result = tl_entries(book, &query, &cursor);
        if (result != TL_OK)
            break;
        for (result = TL_ROW; result == TL_ROW;)
            result = tl_next(cursor);
        tl_cursor_close(cursor);
        result = result == TL_DONE ? TL_OK : result;
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

static int count_entries(tl_book *book)
{
    tl_info info = TL_INFO_INIT;
    int result = tl_book_info(book, &info);
    if (result == TL_OK)
        printf("%lld\n", (long long)info.entries);
    return result;
}

static int do_verb(tl_book *book, int count, char **words)
{
    static const char *const verbs[] = { "comment", "add", "fill" };
    const char *verb = words[1];
    if (strcmp(verb, "init") == 0)
        return init(book);
    if (strcmp(verb, "read") == 0)
        return read_on(book);
    if (strcmp(verb, "acked") == 0)
        return acked(book);
    if (strcmp(verb, "verify") == 0)
        return tl_verify(book, NULL, print_finding, NULL);
    if (strcmp(verb, "count") == 0)
        return count_entries(book);
    for (int i = COMMENT; i <= FILL; i++)
        if (count > 4 && strcmp(verb, verbs[i]) == 0)
            return post_many(book, (enum verb)i, words);
    return TL_EMISUSE;
}

int main(int count, char **words)
{
    tl_book *book = NULL;
    if (count < 3)
        return 2;
    int result = open_it(words[2], strcmp(words[1], "init") == 0 ? TL_OPEN_NEW : 0, &book);
    if (result != TL_OK)
        return fail(book, result, "open");
    result = do_verb(book, count, words);
    if (result != TL_OK)
        return fail(book, result, words[1]);
    tl_close(book);
    return 0;
}
