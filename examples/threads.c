/* threads.c - one book, several threads: each opens a handle of its own, and all of them post and read at once.
 *
 *     threads BOOK [THREADS [POSTS]]      makes BOOK; 4 threads with 50 posts each unless told otherwise.
 *
 * A handle is of one thread at a time, and handles share nothing: there is nothing here to lock. Writers wait for one another inside the library.
 * In the end each entry is accounted for: every thread has kept the numbers it was given, and read what all the others have posted. */
#define _POSIX_C_SOURCE 200809L
#include <inttypes.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <taskledger.h>

enum { MOST = 64, NOTE = 80 };

/* What one thread is given, and what it brings back. */
typedef struct worker {
    const char *path;
    int number, posts;
    int64_t own, shared;         /* items: its own, and one that all post to */
    pthread_barrier_t *all_done; /* nobody posts any more */
    int64_t *told;               /* the sequence number of each of its posts */
    int64_t read;                /* the last entry it has read: it has read all up to there */
    int result;
    char words[300];
} worker;

static int fail(worker *w, tl_book *book, int result)
{
    w->result = result;
    snprintf(w->words, sizeof w->words, "%s: %.200s", tl_result_name(result), book == NULL ? tl_result_text(result) : tl_errmsg(book));
    return result;
}

/* Reads on from where it was. The journal has no gaps, and what one has read stays: each entry follows the one before. */
static int read_on(worker *w, tl_book *book)
{
    tl_entry_query query = { .size = sizeof query, .after = w->read };
    tl_cursor *cursor;
    int result = tl_entries(book, &query, &cursor);
    while (result == TL_OK && (result = tl_next(cursor)) == TL_ROW)
        result = tl_column_int(cursor, 0) == ++w->read ? TL_OK : TL_ECORRUPT;
    tl_cursor_close(cursor);
    return result == TL_DONE ? TL_OK : result;
}

/* Every other post goes to the item that all share. */
static int post_one(worker *w, tl_book *book, int n)
{
    char note[NOTE];
    tl_posting posting = { .size = sizeof posting, .item = n % 2 == 0 ? w->own : w->shared, .action = "comment", .note = note };
    snprintf(note, sizeof note, "post %d of thread %d", n + 1, w->number);
    return tl_post(book, &posting, &w->told[n]);
}

static int post_and_read(worker *w, tl_book *book)
{
    int result = TL_OK;
    for (int n = 0; result == TL_OK && n < w->posts; n++) {
        result = post_one(w, book, n);
        if (result == TL_OK)
            result = read_on(w, book);
    }
    return result;
}

static void *work(void *arg)
{
    worker *w = arg;
    char actor[NOTE];
    tl_book *book;
    tl_open_options options = { .size = sizeof options, .actor = actor };
    snprintf(actor, sizeof actor, "thread %d", w->number);
    int result = tl_open(w->path, &options, &book);
    if (result == TL_OK)
        result = post_and_read(w, book);
    pthread_barrier_wait(w->all_done); /* whoever has failed comes here, too: else the others would wait for ever */
    if (result == TL_OK)
        result = read_on(w, book);
    if (result != TL_OK)
        fail(w, book, result);
    tl_close(book);
    return NULL;
}

/* Registers an item for each thread, and behind them the shared one. *last gets the newest entry. */
static int set_up(tl_book *book, worker *workers, int threads, int64_t *last)
{
    char title[NOTE];
    tl_ledger_spec ledger = { .size = sizeof ledger, .code = "t", .title = "threads", .template_name = "checklist" };
    tl_item_spec spec = { .size = sizeof spec, .title = title };
    tl_info info = TL_INFO_INIT;
    int64_t shared;
    int result = tl_ledger_add(book, &ledger, &spec.ledger);
    for (int i = 0; result == TL_OK && i <= threads; i++) {
        snprintf(title, sizeof title, i < threads ? "of thread %d alone" : "of all", i + 1);
        result = tl_item_add(book, &spec, i < threads ? &workers[i].own : &shared);
    }
    for (int i = 0; result == TL_OK && i < threads; i++)
        workers[i].shared = shared;
    if (result == TL_OK)
        result = tl_book_info(book, &info);
    *last = info.entries;
    return result;
}

/* Starts them all, and waits for them. Without one of them the others would wait for ever: then there is nothing to be done. */
static void run(worker *workers, int threads)
{
    pthread_t started[MOST];
    for (int i = 0; i < threads; i++)
        if (pthread_create(&started[i], NULL, work, &workers[i]) != 0) {
            fprintf(stderr, "threads: thread %d can't be started\n", i + 1);
            exit(1);
        }
    for (int i = 0; i < threads; i++)
        pthread_join(started[i], NULL);
}

/* How many of the entries behind first are accounted for: told to one thread, and to no other. */
static int64_t accounted_for(const worker *workers, int threads, int64_t first, int64_t entries)
{
    int64_t good = 0;
    int *times = calloc((size_t)entries + 1, sizeof *times);
    for (int i = 0; times != NULL && i < threads; i++)
        for (int n = 0; n < workers[i].posts; n++)
            if (workers[i].told[n] > first && workers[i].told[n] <= entries)
                times[workers[i].told[n]]++;
    for (int64_t seq = first + 1; times != NULL && seq <= entries; seq++)
        good += times[seq] == 1;
    free(times);
    return good;
}

/* Prints what came of it. Returns 0 when everything is accounted for. */
static int sum_up(tl_book *book, const worker *workers, int threads, int64_t first)
{
    tl_info info = TL_INFO_INIT;
    int wrong = 0;
    int result = tl_book_info(book, &info);
    for (int i = 0; i < threads; i++) {
        const worker *w = &workers[i];
        if (w->result == TL_OK)
            printf("thread %d: %d posted, %" PRId64 " read\n", w->number, w->posts, w->read);
        else
            printf("thread %d: %s\n", w->number, w->words);
        wrong += w->result != TL_OK || w->read != info.entries;
    }
    int64_t posted = info.entries - first, good = accounted_for(workers, threads, first, info.entries);
    printf("entries: %" PRId64 " before, %" PRId64 " posted, %" PRId64 " accounted for\n", first, posted, good);
    if (result == TL_OK)
        result = tl_verify(book, NULL, NULL, NULL);
    printf("verify: %s\n", result == TL_OK ? "nothing wrong" : tl_errmsg(book));
    return wrong + (result != TL_OK) + (posted != good) + (posted != (int64_t)threads * workers[0].posts);
}

static int work_on(const char *path, tl_book *book, int threads, int posts)
{
    worker workers[MOST] = { 0 };
    pthread_barrier_t all_done;
    int64_t first = 0;
    int wrong = 0;
    for (int i = 0; i < threads; i++)
        workers[i] = (worker) { .path = path, .number = i + 1, .posts = posts, .all_done = &all_done, .told = calloc((size_t)posts, sizeof(int64_t)) };
    for (int i = 0; i < threads; i++)
        wrong += workers[i].told == NULL;
    int result = wrong > 0 ? TL_ENOMEM : set_up(book, workers, threads, &first);
    if (result == TL_OK && pthread_barrier_init(&all_done, NULL, (unsigned)threads) == 0) {
        run(workers, threads);
        pthread_barrier_destroy(&all_done);
        wrong = sum_up(book, workers, threads, first);
    } else {
        fprintf(stderr, "threads: %s\n", wrong > 0 ? tl_result_text(result) : tl_errmsg(book));
        wrong = 1;
    }
    for (int i = 0; i < threads; i++)
        free(workers[i].told);
    return wrong;
}

int main(int argc, char **argv)
{
    int threads = argc > 2 ? atoi(argv[2]) : 4, posts = argc > 3 ? atoi(argv[3]) : 50;
    if (argc < 2 || argc > 4 || threads < 1 || threads > MOST || posts < 1 || posts > 100000)
        return fprintf(stderr, "usage: threads BOOK [THREADS [POSTS]], at most %d threads\n", MOST), 2;
    tl_open_options options = { .size = sizeof options, .flags = TL_OPEN_NEW, .actor = "threads" };
    tl_book *book;
    int wrong = 1;
    if (tl_open(argv[1], &options, &book) == TL_OK)
        wrong = work_on(argv[1], book, threads, posts);
    else
        fprintf(stderr, "threads: %s\n", tl_errmsg(book));
    tl_close(book);
    return wrong == 0 ? 0 : 1;
}
