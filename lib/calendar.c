/* calendar.c (L2) - the day a due date means in this book: tl_due_parse, and the same for what is posted; days of the calendar set one by one. */
#include "calendar.h"

#include "clock.h"
#include "name.h"
#include "post.h"

#include <stdio.h>
#include <string.h>

/* ------------------------------------------------------------------------------------------------------------- the calendar in words */

/* Where the working days of a year stand: the names of its documents; a year without any has its weekends only. A copy. */
static int year_words(tl_book *book, int year, char **words)
{
    int zh = tl__in_chinese(book);
    sqlite3_stmt *statement = tl__statement(book, TL__CALENDAR_NAMES);
    if (statement == NULL)
        return book->error.result;
    sqlite3_bind_int(statement, 1, year);
    sqlite3_bind_text(statement, 2, zh ? "本库自设日历" : "days set in this book", -1, SQLITE_STATIC);
    sqlite3_bind_text(statement, 3, zh ? "、" : ", ", -1, SQLITE_STATIC);
    int result = tl__step(book, statement);
    if (result == TL_ROW)
        result = tl__column_copy(book, statement, 0, words);
    tl__done(statement);
    if (result == TL_OK && *words == NULL)
        *words = tl__copy(zh ? "仅周六周日" : "Saturdays and Sundays only");
    return result == TL_OK && *words == NULL ? tl__fail_memory(book) : result;
}

/* The calendar of the days from one to another, kept in the handle. Years that follow one another under the same one are named once. */
static int name_calendar(tl_book *book, int from, int to)
{
    tl__buffer name = { 0 };
    char *before = NULL;
    int first = tl__day_date(from).year, last = tl__day_date(to).year;
    int result = TL_OK;
    for (int year = first; result == TL_OK && year <= last; year++) {
        char *words = NULL, head[40] = "";
        result = year_words(book, year, &words);
        if (result == TL_OK && (before == NULL || strcmp(before, words) != 0)) {
            if (year > first)
                snprintf(head, sizeof head, tl__in_chinese(book) ? "；%d年起" : "; from %d on ", year);
            tl__append(&name, head);
            tl__append(&name, words);
        }
        tl_free(before);
        before = words;
    }
    tl_free(before);
    tl_free(book->calendar);
    book->calendar = name.text;
    return result == TL_OK && name.failed ? tl__fail_memory(book) : result;
}

/* ------------------------------------------------------------------------------------------------------------------ what a phrase means */

/* For tl__due_parse: the book's own word on a day, else Monday to Friday. */
static int is_workday(void *arg, const char *day)
{
    tl_book *book = arg;
    int number = 0;
    sqlite3_stmt *statement = tl__statement(book, TL__WORKING);
    if (statement == NULL)
        return book->error.result;
    sqlite3_bind_text(statement, 1, day, -1, SQLITE_STATIC);
    int result = tl__step(book, statement);
    int working = result == TL_ROW && sqlite3_column_int(statement, 0) != 0;
    tl__done(statement);
    if (result < 0)
        return result;
    return result == TL_ROW ? working : tl__day_read(day, &number) && tl__weekday(number) < 6;
}

static int read_today(tl_book *book, char day[11])
{
    sqlite3_stmt *statement = tl__statement(book, TL__TODAY);
    if (statement == NULL)
        return book->error.result;
    int result = tl__bind_text(book, statement, 1, "today", book->today);
    if (result == TL_OK)
        result = tl__step(book, statement);
    if (result == TL_ROW)
        snprintf(day, 11, "%s", (const char *)sqlite3_column_text(statement, 0));
    tl__done(statement);
    return result < 0 ? result : TL_OK;
}

/* The year of phrases without one. Without a ledger it is that of today. */
static int read_year(tl_book *book, int64_t ledger, const char *today, int *year)
{
    int number;
    if (ledger == 0) {
        *year = tl__day_read(today, &number) ? tl__day_date(number).year : 0;
        return TL_OK;
    }
    sqlite3_stmt *statement = tl__statement(book, TL__LEDGER_YEAR);
    if (statement == NULL)
        return book->error.result;
    sqlite3_bind_int64(statement, 1, ledger);
    int result = tl__step(book, statement);
    if (result == TL_ROW)
        *year = sqlite3_column_int(statement, 0);
    tl__done(statement);
    return result == TL_DONE ? tl__fail_rule(book, "item.ledger") : result < 0 ? result : TL_OK;
}

int tl__due_meaning(tl_book *book, const char *phrase, int64_t ledger, const char *rule, tl__due *due)
{
    char today[11] = "";
    int year = 0, from = 0, to = 0;
    int result = read_today(book, today);
    if (result == TL_OK)
        result = read_year(book, ledger, today, &year);
    if (result == TL_OK)
        result = tl__due_parse(phrase, year, today, is_workday, book, due);
    if (result > 0)
        return tl__error_set(
            &book->error, TL_EINVAL, rule, "'%.100s%s' %s", phrase, strlen(phrase) > 100 ? "…" : "", tl__due_reason(result, tl__in_chinese(book)));
    if (result == TL_OK && due->working_days && tl__day_read(today, &from) && tl__day_read(due->day, &to))
        result = name_calendar(book, from < to ? from + 1 : to, to);
    return result;
}

int tl_due_parse(tl_book *book, const char *phrase, int64_t ledger, tl_due *due)
{
    tl__due read;
    tl_due meaning = TL_DUE_INIT;
    tl__enter(book);
    if (phrase == NULL || due == NULL)
        return tl__error_set(&book->error, TL_EMISUSE, NULL, "reading a due date takes a phrase, and a place for the answer");
    if (!tl__is_utf8(phrase))
        return tl__error_set(&book->error, TL_EINVAL, NULL, "due is not UTF-8 text; convert it first");
    int result = tl__due_meaning(book, phrase, ledger, "entry.due_date", &read);
    if (result != TL_OK)
        return result;
    size_t size = due->size < sizeof meaning ? due->size : sizeof meaning;
    meaning.size = due->size;
    meaning.kind = (int)read.kind;
    meaning.working_days = read.working_days;
    memcpy(meaning.from, read.from, sizeof meaning.from);
    memcpy(meaning.day, read.day, sizeof meaning.day);
    meaning.calendar = book->calendar;
    memcpy(due, &meaning, size);
    return TL_OK;
}

const char *tl_calendar_used(const tl_book *book)
{
    return book == NULL || book->calendar == NULL ? "" : book->calendar;
}

/* ---------------------------------------------------------------------------------------------------------------- what is given in a post */

/* The day that the phrase meant when the request was posted first. TL_ROW: it was. */
static int read_requested(tl_book *book, const char *phrase, const char *request, char day[11])
{
    if (request == NULL || *request == '\0' || !tl__is_utf8(request))
        return TL_DONE;
    sqlite3_stmt *statement = tl__statement(book, TL__REQUESTED_DUE);
    if (statement == NULL)
        return book->error.result;
    sqlite3_bind_text(statement, 1, request, -1, SQLITE_STATIC);
    sqlite3_bind_text(statement, 2, phrase, -1, SQLITE_STATIC);
    int result = tl__step(book, statement);
    if (result == TL_ROW && sqlite3_column_type(statement, 0) != SQLITE_NULL)
        snprintf(day, 11, "%s", (const char *)sqlite3_column_text(statement, 0));
    tl__done(statement);
    return result;
}

int tl__due_given_read(tl_book *book, const char *phrase, const char *text, int64_t ledger, const char *request, tl__due_given *given)
{
    tl__due due;
    int number;
    *given = (tl__due_given) { .due = phrase, .text = text };
    if (phrase == NULL || *phrase == '\0' || !tl__is_utf8(phrase) || tl__day_read(phrase, &number))
        return TL_OK;
    int result = read_requested(book, phrase, request, given->day);
    if (result == TL_DONE) {
        result = tl__due_meaning(book, phrase, ledger, "entry.due_date", &due);
        if (result == TL_OK)
            memcpy(given->day, due.day, sizeof given->day);
    }
    if (result < 0)
        return result;
    given->due = given->day[0] == '\0' ? NULL : given->day;
    given->text = text != NULL ? text : phrase;
    return TL_OK;
}

int tl__due_given_of_item(tl_book *book, const char *phrase, const char *text, int64_t item, const char *request, tl__due_given *given)
{
    int64_t ledger = 0;
    int result = phrase == NULL ? TL_OK : tl__item_ledger(book, item, &ledger);
    return result != TL_OK ? result : tl__due_given_read(book, phrase, text, ledger, request, given);
}

int tl__term_counted(tl_book *book, int64_t item)
{
    sqlite3_stmt *statement = tl__statement(book, TL__TERM_COUNTED);
    if (statement == NULL)
        return book->error.result;
    sqlite3_bind_int64(statement, 1, item);
    int result = tl__step(book, statement);
    tl__done(statement);
    return result < 0 ? result : result == TL_ROW;
}

int tl__term_name(tl_book *book, int64_t item)
{
    int from = 0, to = 0, known = 0;
    sqlite3_stmt *statement = tl__statement(book, TL__TERM_SPAN);
    if (statement == NULL)
        return book->error.result;
    sqlite3_bind_int64(statement, 1, item);
    int result = tl__step(book, statement);
    if (result == TL_ROW && sqlite3_column_type(statement, 1) != SQLITE_NULL)
        known = tl__day_read((const char *)sqlite3_column_text(statement, 0), &from) && tl__day_read((const char *)sqlite3_column_text(statement, 1), &to);
    tl__done(statement);
    return result < 0 ? result : known ? name_calendar(book, from + 1, to) : TL_OK;
}

/* ---------------------------------------------------------------------------------------------------------------------- days that are set */

/* 1 if the calendar has the day as the spec says; 0, or an error. */
static int is_set(tl_book *book, const tl_calendar_spec *spec)
{
    sqlite3_stmt *statement = tl__statement(book, TL__CALENDAR_DAY);
    if (statement == NULL)
        return book->error.result;
    int result = tl__bind_text(book, statement, 1, "day", spec->day);
    if (result == TL_OK)
        result = tl__step(book, statement);
    int same = 0;
    if (result == TL_ROW) {
        const char *kind = sqlite3_column_int(statement, 0) ? "workday" : "holiday";
        const char *title = (const char *)sqlite3_column_text(statement, 1), *source = (const char *)sqlite3_column_text(statement, 2);
        same = spec->kind != NULL && strcmp(spec->kind, kind) == 0 && strcmp(spec->title == NULL ? "" : spec->title, title == NULL ? "" : title) == 0 &&
               strcmp(spec->source == NULL ? "" : spec->source, source == NULL ? "" : source) == 0;
    }
    tl__done(statement);
    return result < 0 ? result : same;
}

int tl_calendar_set(tl_book *book, const tl_calendar_spec *spec)
{
    tl_calendar_spec given = TL_CALENDAR_SPEC_INIT;
    int result = tl__take(book, &given, sizeof given, spec);
    if (result == TL_OK)
        result = is_set(book, &given);
    if (result != 0)
        return result < 0 ? result : TL_OK;
    tl__new_entry entry = { .action = "set_day", .happened_on = given.day, .kind = given.kind, .title = given.title, .source = given.source };
    result = tl__post_one(book, &entry, NULL);
    if (given.day != NULL && (strcmp(book->error.rule, "entry.happened_on") == 0 || strcmp(book->error.rule, "calendar.day") == 0))
        tl__error_suffix(&book->error, " ('%.100s')", given.day);
    if (given.kind != NULL && strcmp(book->error.rule, "calendar.kind") == 0)
        tl__error_suffix(&book->error, " ('%.100s')", given.kind);
    return result;
}
