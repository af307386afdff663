/* posting.c (L2) - tl_post: an action with the files and fields that go along with it, and the everyday verbs on top. */
#include "calendar.h"
#include "name.h"
#include "post.h"

#include <stdio.h>
#include <string.h>

/* Attaches each file. As evidence that goes along with another action a file has a request id of its own; where attaching is the action, the
 * first file bears the request itself. */
static int attach_files(tl_book *book, tl_posting *posting, int whole, const tl__file *files, int64_t *seq)
{
    char request[400];
    for (size_t i = 0; i < posting->file_count; i++) {
        tl_posting attach = { .size = sizeof attach, .item = posting->item, .actor = posting->actor };
        if (whole)
            attach = *posting;
        attach.uri = posting->files[i];
        attach.expect = posting->expect;
        attach.request = whole && i == 0 ? posting->request : tl__request_along(posting->request, "file", i + 1, request, sizeof request);
        int result = tl__post_item(book, &attach, "attach", &files[i], NULL, NULL, seq);
        if (result != TL_OK)
            return result;
        posting->expect = 0; /* held against the first entry of the call */
    }
    return TL_OK;
}

/* A report fills in custom fields along the way; what the item is called and when it is due changes by amend, where everybody looks for it. */
static int check_custom(tl_book *book, const tl_value_spec *change)
{
    const char *column = NULL;
    int result = change->name == NULL ? TL_OK : tl__amended_column(book, change->name, &column);
    if (result == TL_OK && column != NULL)
        result = tl__error_set(&book->error, TL_EINVAL, NULL, "%s changes by amend alone; other actions fill in custom fields", column);
    return result;
}

/* A single change bears the request itself; of several, the others have ids of their own. */
static int amend(tl_book *book, tl_posting *posting, int whole, int64_t *seq)
{
    char request[400];
    const char *own = posting->request;
    int result = TL_OK;
    for (size_t i = 0; result == TL_OK && i < posting->set_count; i++) {
        if (!whole || i > 0)
            posting->request = tl__request_along(own, "set", i + 1, request, sizeof request);
        result = whole ? TL_OK : check_custom(book, &posting->set[i]);
        if (result == TL_OK)
            result = tl__post_amend(book, posting, &posting->set[i], seq);
        posting->expect = 0;
    }
    posting->request = own;
    return result;
}

/* 1 if what is posted is nothing but files to attach. */
static int only_files(const tl_posting *posting, const char *action)
{
    return strcmp(action, "attach") == 0 && posting->uri == NULL && posting->file_count > 0;
}

/* A repeated request must go along with as many files and changes as the first time: the one behind the last must not be there, all others must. */
static int check_along(tl_book *book, const tl_posting *posting, const char *kind, size_t from, size_t count)
{
    char request[400];
    for (size_t i = from; i <= count + 1; i++) {
        int known = tl__request_known(book, tl__request_along(posting->request, kind, i, request, sizeof request));
        if (known < 0)
            return known;
        if (known != (i <= count))
            return tl__fail_rule(book, "entry.request");
    }
    return TL_OK;
}

static int check_repetition(tl_book *book, const tl_posting *posting, const char *action)
{
    int known = tl__request_known(book, posting->request);
    if (known <= 0)
        return known;
    int result = check_along(book, posting, "file", only_files(posting, action) ? 2 : 1, posting->file_count);
    if (result == TL_OK)
        result = check_along(book, posting, "set", strcmp(action, "amend") == 0 && posting->set_count > 0 ? 2 : 1, posting->set_count);
    return result;
}

/* files: those of posting, and behind them the one that is attached by the action itself. */
static int post_all(tl_book *book, tl_posting *posting, const char *action, const tl__file *files, int64_t *seq)
{
    int whole = only_files(posting, action);
    int result = check_repetition(book, posting, action);
    if (result == TL_OK)
        result = attach_files(book, posting, whole, files, seq);
    if (result != TL_OK)
        return result;
    if (strcmp(action, "amend") == 0 && posting->set_count > 0)
        return amend(book, posting, 1, seq);
    result = amend(book, posting, 0, seq);
    const tl__file *own = strcmp(action, "attach") == 0 ? &files[posting->file_count] : NULL;
    return result != TL_OK || whole ? result : tl__post_item(book, posting, action, own, NULL, NULL, seq);
}

/* Reads what is attached, while nobody has to wait for it. A repeated request is known by its id: its files are compared where they still are.
 * *files is a copy. */
static int read_files(tl_book *book, const tl_posting *posting, const char *action, tl__file **files)
{
    *files = sqlite3_malloc64((posting->file_count + 1) * sizeof **files);
    if (*files == NULL)
        return tl__fail_memory(book);
    memset(*files, 0, (posting->file_count + 1) * sizeof **files);
    int known = tl__request_known(book, posting->request);
    int result = known < 0 ? known : TL_OK;
    for (size_t i = 0; result == TL_OK && i <= posting->file_count; i++) {
        const char *own = strcmp(action, "attach") == 0 ? posting->uri : NULL;
        result = tl__read_file(book, i < posting->file_count ? posting->files[i] : own, &(*files)[i]);
        if (result == TL_OK || !known)
            continue;
        tl__error_clear(&book->error);
        (*files)[i].sha256[0] = '\0';
        result = TL_OK;
    }
    return result;
}

/* request-close is request_close in the book. */
static int action_name(tl_book *book, const char *given, char *into, size_t room)
{
    if (given == NULL || *given == '\0')
        return tl__error_set(&book->error, TL_EMISUSE, NULL, "a posting needs an action");
    if (strlen(given) >= room)
        return tl__fail_action(book, given);
    snprintf(into, room, "%s", given);
    for (; *into != '\0'; into++)
        if (*into == '-')
            *into = '_';
    return TL_OK;
}

/* What is due becomes a day; a due date that the ledger's default term gives may be counted in working days. */
static int post_dated(tl_book *book, tl_posting *posting, const char *action, const tl__file *files, int64_t *seq)
{
    tl__due_given due;
    if (posting->set_count > 0 && posting->due != NULL && strcmp(action, "amend") == 0)
        return tl__error_set(&book->error, TL_EINVAL, NULL, "the due date is amended in due or in set; give all of it in set");
    int result = tl__due_given_of_item(book, posting->due, posting->due_text, posting->item, posting->request, &due);
    if (result != TL_OK)
        return result;
    posting->due = due.due;
    posting->due_text = due.text;
    int term = strcmp(action, "dispatch") == 0 && due.due == NULL && due.text == NULL ? tl__term_counted(book, posting->item) : 0;
    result = term < 0 ? term : post_all(book, posting, action, files, seq);
    return result == TL_OK && term > 0 ? tl__term_name(book, posting->item) : result;
}

int tl_post(tl_book *book, const tl_posting *posting, int64_t *seq)
{
    tl_posting given = TL_POSTING_INIT;
    char action[64];
    tl__file *files = NULL;
    int64_t last = 0;
    int begun;
    int result = tl__take(book, &given, sizeof given, posting);
    if (result == TL_OK)
        result = action_name(book, given.action, action, sizeof action);
    if (result == TL_OK && given.item == 0)
        result = tl__error_set(&book->error, TL_EMISUSE, NULL, "a posting needs an item");
    if (result == TL_OK)
        result = tl__check_request(book, given.request);
    if (result == TL_OK)
        result = read_files(book, &given, action, &files);
    if (result == TL_OK)
        result = tl__write_begin(book, given.file_count == 0 && given.set_count == 0, &begun);
    if (result != TL_OK) {
        tl_free(files);
        return result;
    }
    result = post_dated(book, &given, action, files, &last);
    if (result != TL_OK)
        tl__post_failed(book, &given);
    result = tl__write_end(book, begun, result);
    tl_free(files);
    if (result == TL_OK && seq != NULL)
        *seq = last;
    return result;
}

int tl_assign(tl_book *book, int64_t item, int64_t unit, const char *role, const char *officer)
{
    tl_posting posting = { .size = sizeof posting, .action = "assign", .item = item, .unit = unit, .role = role, .officer = officer };
    return tl_post(book, &posting, NULL);
}

int tl_unassign(tl_book *book, int64_t item, int64_t unit)
{
    tl_posting posting = { .size = sizeof posting, .action = "unassign", .item = item, .unit = unit };
    return tl_post(book, &posting, NULL);
}

int tl_dispatch(tl_book *book, int64_t item, const char *due)
{
    tl_posting posting = { .size = sizeof posting, .action = "dispatch", .item = item, .due = due };
    return tl_post(book, &posting, NULL);
}

int tl_acknowledge(tl_book *book, int64_t item, int64_t unit)
{
    tl_posting posting = { .size = sizeof posting, .action = "acknowledge", .item = item, .unit = unit };
    return tl_post(book, &posting, NULL);
}

int tl_report(tl_book *book, int64_t item, int64_t unit, const char *note, const char *percent)
{
    tl_posting posting = { .size = sizeof posting, .action = "report", .item = item, .unit = unit, .note = note, .percent = percent };
    return tl_post(book, &posting, NULL);
}

int tl_attach(tl_book *book, int64_t item, const char *uri, const char *title)
{
    tl_posting posting = { .size = sizeof posting, .action = "attach", .item = item, .uri = uri, .title = title };
    return tl_post(book, &posting, NULL);
}

int tl_request_close(tl_book *book, int64_t item, const char *note)
{
    tl_posting posting = { .size = sizeof posting, .action = "request_close", .item = item, .note = note };
    return tl_post(book, &posting, NULL);
}

int tl_return(tl_book *book, int64_t item, const char *reason)
{
    tl_posting posting = { .size = sizeof posting, .action = "return", .item = item, .note = reason };
    return tl_post(book, &posting, NULL);
}

int tl_close_out(tl_book *book, int64_t item, const char *note)
{
    tl_posting posting = { .size = sizeof posting, .action = "close", .item = item, .note = note };
    return tl_post(book, &posting, NULL);
}
