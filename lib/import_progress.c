/* import_progress.c (L4) - what a table says of progress: a report where the item takes one, else a comment with the cells as they stand, for nothing is to be
 * lost; and the remark, a comment of its own. What the book has so already is not said again. */
#include "import.h"

#include "label.h"
#include "post.h"

#include <string.h>

enum { HAS_EN = TL__IMPORT_REMARK - TL__IMPORT_PROGRESS + 1, HAS_ZH, HAS_COUNT };

/* The work on one item. has: what it has of each column, from PROGRESS on, and its state in both languages. */
typedef struct progress {
    tl__import *job;
    int64_t item, found; /* found: what was looked up last */
    char *has[HAS_COUNT];
    tl__import_column *says[HAS_COUNT]; /* the columns whose cells say something else */
} progress;

static int is_status(const tl__import_column *column)
{
    return column->kind >= TL__IMPORT_PROGRESS && column->kind <= TL__IMPORT_REMARK;
}

/* ----------------------------------------------------------------------------------------------------------------------------- figures */

/* The number of 80%（进度滞后）; *plain gets 1 where the cell says no more than that. 0: it is no percentage (3/5, 80万, 1.2.3). */
static int read_percent(const char *cell, char number[40], int *plain)
{
    static const char *const ends[] = { "(", ",", ";", ":", "、", "。", "\n" };
    char text[400];
    *plain = 0;
    if (!tl__narrow(cell, text, sizeof text))
        return 0;
    size_t whole = strspn(text, "0123456789"), length = whole;
    if (text[length] == '.')
        length += 1 + strspn(text + length + 1, "0123456789");
    if (whole == 0 || length == whole + 1 || length >= 39)
        return 0;
    memcpy(number, text, length);
    number[length] = '\0';
    const char *rest = text + length + strspn(text + length, " ");
    int marked = *rest == '%';
    rest += (size_t)marked + strspn(rest + marked, " ");
    *plain = *rest == '\0';
    int known = *plain || (marked && strchr("0123456789.%/", *rest) == NULL);
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++)
        known |= strncmp(rest, ends[i], strlen(ends[i])) == 0;
    return known;
}

/* 1 for a figure that is no percentage, which likely was meant to be one. */
static int is_wrong_figure(const char *cell)
{
    char number[40], first[400];
    int plain;
    return tl__narrow(cell, first, sizeof first) && *first >= '0' && *first <= '9' && !read_percent(cell, number, &plain);
}

/* 60, 60%, 60.0 and 60.00% are the same. */
static int is_same_percent(const char *there, const char *cell)
{
    char number[40];
    int plain;
    if (there == NULL || !read_percent(cell, number, &plain) || !plain)
        return 0;
    size_t length = strlen(number);
    while (strchr(number, '.') != NULL && (number[length - 1] == '0' || number[length - 1] == '.'))
        number[--length] = '\0';
    return strcmp(there, number) == 0;
}

static int is_over(const char *number)
{
    size_t whole = strcspn(number, ".");
    return whole > 3 || (whole == 3 && (strncmp(number, "100", 3) != 0 || strspn(number + 3, ".0") != strlen(number + 3)));
}

/* ------------------------------------------------------------------------------------------------------------------------ what is other */

static int read_present(progress *p, int added)
{
    sqlite3_stmt *find = p->job->statements[TL__FIND_STATUS];
    sqlite3_bind_int64(find, 1, p->item);
    if (added) {
        /* A new item has none of it, and is registered. */
        static const int state = TL__IMPORT_STATE - TL__IMPORT_PROGRESS;
        int result = tl__import_copy(p->job, "registered", &p->has[state]);
        result = result == TL_OK ? tl__import_copy(p->job, "registered", &p->has[HAS_EN]) : result;
        return result == TL_OK ? tl__import_copy(p->job, tl_label(p->job->book, "state", "registered"), &p->has[HAS_ZH]) : result;
    }
    int result = tl__step(p->job->book, find);
    for (int i = 0; result == TL_ROW && i < HAS_COUNT; i++)
        result = tl__column_copy(p->job->book, find, i, &p->has[i]) == TL_OK ? TL_ROW : p->job->book->error.result;
    tl__done(find);
    return result == TL_ROW ? TL_OK : result;
}

static int is_there(const progress *p, const tl__import_column *column)
{
    const char *there = p->has[column->kind - TL__IMPORT_PROGRESS];
    if (there != NULL && strcmp(there, column->cell) == 0)
        return 1;
    if (column->kind == TL__IMPORT_PERCENT)
        return is_same_percent(there, column->cell);
    return column->kind == TL__IMPORT_STATE && (strcmp(p->has[HAS_EN], column->cell) == 0 || strcmp(p->has[HAS_ZH], column->cell) == 0);
}

/* The column of a kind, where the row has something there. */
static tl__import_column *filled_column(const progress *p, tl__import_kind kind)
{
    tl__import_column *column = tl__import_column_of(p->job, kind);
    return column == NULL || *column->cell == '\0' ? NULL : column;
}

/* 1 if the percentage, as it is written, says more than the number that a report has: then its note has it, too. */
static int is_noted(const tl__import_column *percent)
{
    char number[40];
    int plain;
    return percent != NULL && (!read_percent(percent->cell, number, &plain) || is_over(number) || !plain);
}

/* The note of a report: the progress, and the percentage where that is noted. */
static int write_note(progress *p, tl__buffer *note)
{
    const tl__import_column *told = filled_column(p, TL__IMPORT_PROGRESS), *percent = filled_column(p, TL__IMPORT_PERCENT);
    tl__append(note, told == NULL ? "" : told->cell);
    if (is_noted(percent)) {
        tl__append(note, told == NULL ? "" : "\n");
        tl__append(note, percent->heading);
        tl__append(note, "：");
        tl__append(note, percent->cell);
    }
    return note->failed ? tl__fail_memory(p->job->book) : TL_OK;
}

/* Progress and percentage are said together, or each report would hide what the other said; neither, where the last report has them so. */
static int settle_report(progress *p)
{
    enum { TOLD = 0, PERCENT = TL__IMPORT_PERCENT - TL__IMPORT_PROGRESS };
    tl__buffer note = { 0 };
    tl__import_column *percent = filled_column(p, TL__IMPORT_PERCENT);
    if (p->says[TOLD] == NULL && p->says[PERCENT] == NULL)
        return TL_OK;
    int result = write_note(p, &note);
    int same = result == TL_OK && p->has[TOLD] != NULL && strcmp(note.text == NULL ? "" : note.text, p->has[TOLD]) == 0;
    same = same && (percent == NULL || is_noted(percent) || is_there(p, percent));
    p->says[TOLD] = same ? NULL : filled_column(p, TL__IMPORT_PROGRESS);
    p->says[PERCENT] = same ? NULL : percent;
    tl_free(note.text);
    return result;
}

/* What the row says of progress that the book does not. */
static int find_news(progress *p, int *some)
{
    for (size_t i = 0; i < p->job->count; i++) {
        tl__import_column *column = &p->job->columns[i];
        if (is_status(column) && *column->cell != '\0' && !is_there(p, column))
            p->says[column->kind - TL__IMPORT_PROGRESS] = column;
    }
    int result = settle_report(p);
    *some = p->job->words.length > 0;
    for (int i = 0; i < HAS_COUNT; i++)
        *some |= p->says[i] != NULL;
    return result;
}

/* ---------------------------------------------------------------------------------------------------------------------------- posting */

static int post(progress *p, tl_posting *posting, const char *what)
{
    posting->size = sizeof *posting;
    posting->item = p->item;
    posting->request = tl__import_request(p->job, what, 1);
    return tl__post_item(p->job->book, posting, posting->action, NULL, NULL, NULL, NULL);
}

static int look_up(progress *p, int statement, const char *text)
{
    sqlite3_stmt *find = p->job->statements[statement];
    sqlite3_bind_int64(find, 1, p->item);
    sqlite3_bind_text(find, 2, text, -1, SQLITE_STATIC);
    int result = tl__step(p->job->book, find);
    p->found = result == TL_ROW ? sqlite3_column_int64(find, 0) : 0;
    tl__done(find);
    return result;
}

/* A comment, unless the item has the very same. */
static int comment(progress *p, const char *note, const char *what, int to_post, int *changed)
{
    int result = look_up(p, TL__FIND_COMMENT, note);
    if (result != TL_DONE)
        return result < 0 ? result : TL_OK;
    *changed = 1;
    tl__import_differs(p->job, tl_label(p->job->book, "column", "remark"), NULL, note);
    tl_posting posting = { .action = "comment", .note = note };
    return to_post ? post(p, &posting, what) : TL_OK;
}

/* Says once for each column what becomes of it. */
static int tell_kept(progress *p, tl__import_column *column, int to_post)
{
    if (column->told || !to_post)
        return TL_OK;
    column->told = 1;
    return tl__import_note(p->job, "import.kept", column->heading, "the item takes no report of this yet; what the file says there is kept as a comment");
}

/* What the row says of its item in words, as a comment has it. */
static int add_words(progress *p, int first, int last, int to_post)
{
    int result = TL_OK;
    for (int kind = first; result == TL_OK && kind <= last; kind++) {
        tl__import_column *column = p->says[kind - TL__IMPORT_PROGRESS];
        if (column == NULL)
            continue;
        result = tell_kept(p, column, to_post);
        tl__append(&p->job->words, column->heading);
        tl__append(&p->job->words, "：");
        tl__append(&p->job->words, column->cell);
        tl__append(&p->job->words, "\n");
    }
    return result;
}

static const char *cell_of(const progress *p, tl__import_kind kind)
{
    const tl__import_column *column = p->says[kind - TL__IMPORT_PROGRESS];
    return column == NULL ? NULL : column->cell;
}

/* Says what a percentage that is none, or is over 100, becomes. */
static int tell_percent(progress *p, int reported)
{
    const tl__import_column *column = p->says[TL__IMPORT_PERCENT - TL__IMPORT_PROGRESS];
    char number[40];
    int plain;
    if (column == NULL)
        return TL_OK;
    if (is_wrong_figure(column->cell))
        return tl__import_note(p->job, "import.percent", column->heading, "'%s' is no percentage; it is kept in words", tl__import_quote(p->job, column->cell));
    if (!read_percent(column->cell, number, &plain) || !is_over(number))
        return TL_OK;
    if (!reported)
        return tl__import_note(p->job, "import.percent", column->heading, "'%s' is over 100; it is kept in words", tl__import_quote(p->job, column->cell));
    return tl__import_note(
        p->job, "import.percent", column->heading, "'%s' is over 100: reported as 100, with %s as the figure", tl__import_quote(p->job, column->cell), number);
}

/* A report of what can be reported; its note has the percentage as it was written, where that says more than the number. */
static int report(progress *p)
{
    char number[40] = "";
    const char *written = cell_of(p, TL__IMPORT_PERCENT);
    int plain;
    int known = written != NULL && read_percent(written, number, &plain);
    int over = known && is_over(number);
    tl__buffer note = { 0 };
    int result = write_note(p, &note);
    tl_posting posting = { .action = "report",
        .unit = p->found,
        .note = note.length > 0 ? note.text : tl_label(p->job->book, "action", "report"),
        .percent = !known ? NULL
                   : over ? "100"
                          : number,
        .value = over ? number : NULL,
        .problem = cell_of(p, TL__IMPORT_PROBLEM),
        .next_step = cell_of(p, TL__IMPORT_NEXT_STEP) };
    if (result == TL_OK)
        result = post(p, &posting, "report");
    tl_free(note.text);
    return result;
}

/* What can be reported goes into a report where the item takes one. *reported: it did. */
static int try_report(progress *p, int added, int to_post, int *reported, int *changed)
{
    int some = 0;
    for (int kind = TL__IMPORT_PROGRESS; kind <= TL__IMPORT_NEXT_STEP; kind++)
        if (p->says[kind - TL__IMPORT_PROGRESS] != NULL) {
            some = 1;
            tl__import_differs(p->job, p->says[kind - TL__IMPORT_PROGRESS]->heading, p->has[kind - TL__IMPORT_PROGRESS], cell_of(p, (tl__import_kind)kind));
        }
    *reported = 0;
    if (!some || added)
        return TL_OK;
    int result = look_up(p, TL__FIND_MOVE, "report");
    if (result != TL_ROW)
        return result < 0 ? result : TL_OK;
    *reported = *changed = 1;
    return to_post ? report(p) : TL_OK;
}

/* 1 if all that the row says stands in a comment already, which came of it when the item took no report; 0, or an error. */
static int is_kept(progress *p)
{
    size_t kept = p->job->words.length;
    int result = add_words(p, TL__IMPORT_PROGRESS, TL__IMPORT_URI, 0);
    if (result != TL_OK || p->job->words.failed)
        return result != TL_OK ? result : tl__fail_memory(p->job->book);
    if (p->job->words.length == 0)
        return 0;
    p->job->words.text[p->job->words.length - 1] = '\0';
    result = look_up(p, TL__FIND_COMMENT, p->job->words.text);
    p->job->words.text[p->job->words.length - 1] = '\n';
    p->job->words.length = kept;
    return result < 0 ? result : result == TL_ROW;
}

static int post_words(progress *p, int added, int to_post, int *changed)
{
    int reported;
    int result = added ? 0 : is_kept(p);
    if (result != 0)
        return result < 0 ? result : TL_OK;
    result = try_report(p, added, to_post, &reported, changed);
    if (result == TL_OK && to_post)
        result = tell_percent(p, reported);
    if (result == TL_OK)
        result = add_words(p, reported ? TL__IMPORT_STATE : TL__IMPORT_PROGRESS, TL__IMPORT_URI, to_post);
    if (result != TL_OK || p->job->words.failed)
        return result != TL_OK ? result : tl__fail_memory(p->job->book);
    if (p->job->words.length > 0) {
        p->job->words.text[p->job->words.length - 1] = '\0';
        result = comment(p, p->job->words.text, "words", to_post, changed);
    }
    return result;
}

static int post_news(progress *p, int added, int to_post, int *changed)
{
    int result = post_words(p, added, to_post, changed);
    const char *remark = cell_of(p, TL__IMPORT_REMARK);
    return result == TL_OK && remark != NULL ? comment(p, remark, "remark", to_post, changed) : result;
}

int tl__import_progress(tl__import *job, int64_t item, int added, int to_post, int *changed)
{
    progress p = { .job = job, .item = item };
    int some;
    size_t kept = job->words.length;
    int result = read_present(&p, added);
    if (result == TL_OK)
        result = find_news(&p, &some);
    if (result == TL_OK && some)
        result = post_news(&p, added, to_post, changed);
    for (int i = 0; i < HAS_COUNT; i++)
        tl_free(p.has[i]);
    job->words.length = kept;
    if (kept > 0 && job->words.text != NULL)
        job->words.text[kept - 1] = '\n';
    return result;
}
