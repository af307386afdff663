/* life_export.h - what leaves the book, for life.h: each format of an export, the journal and the book made of it again, a dossier. What was written while
 * something failed, and was told to be whole, must be what was written without. */
#ifndef TEST_LIFE_EXPORT_H
#define TEST_LIFE_EXPORT_H

#include "taskledger.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* What the last export wrote, and the journal. */
static struct written {
    char text[400000];
    size_t length, at; /* at: where reading is */
} written, journal;

static int take_written(const void *bytes, size_t count, void *arg)
{
    struct written *to = arg;
    if (to->length + count > sizeof to->text)
        return 1;
    memcpy(to->text + to->length, bytes, count);
    to->length += count;
    return 0;
}

static int give_written(void *bytes, size_t room, size_t *count, void *arg)
{
    struct written *from = arg;
    size_t left = from->length - from->at;
    *count = left < room ? left : room;
    memcpy(bytes, from->text + from->at, *count);
    from->at += *count;
    return 0;
}

/* TL_OK if it is what was written the first time: whose sum is kept in *first, 0 before. */
static int same_written(unsigned long *first)
{
    unsigned long sum = 1;
    for (size_t i = 0; i < written.length; i++)
        sum = sum * 31 + (unsigned char)written.text[i];
    if (*first == 0)
        *first = sum;
    return sum == *first ? TL_OK : TL_EMISUSE;
}

static int export_as(tl_book *book, const char *format, unsigned long *first)
{
    tl_export_options options = TL_EXPORT_OPTIONS_INIT;
    options.format = format;
    options.write = take_written;
    options.arg = &written;
    written.length = 0;
    int result = tl_export(book, &options);
    return result == TL_OK ? same_written(first) : result;
}

static int export_all(tl_book *book, const char *const *formats, unsigned long *first)
{
    int result = TL_OK;
    for (size_t i = 0; result == TL_OK && formats[i] != NULL; i++)
        result = export_as(book, formats[i], &first[i]);
    return result;
}

static int export_tables(tl_book *book)
{
#ifdef TL_XLSX
    static const char *const formats[] = { "csv", "md", "xlsx", NULL };
#else
    static const char *const formats[] = { "csv", "md", NULL };
#endif
    static unsigned long first[3];
    return export_all(book, formats, first);
}

static int export_items(tl_book *book)
{
    static const char *const formats[] = { "ics", "json", NULL };
    static unsigned long first[2];
    return export_all(book, formats, first);
}

static int export_page(tl_book *book)
{
    static const char *const formats[] = { "html", NULL };
    static unsigned long first[1];
    return export_all(book, formats, first);
}

static int export_journal(tl_book *book)
{
    static unsigned long first;
    int result = export_as(book, "jsonl", &first);
    if (result == TL_OK)
        journal = written;
    return result;
}

/* A new book of the journal, which is there whole or not at all. */
static int restore_at(const char *path)
{
    static int64_t first;
    tl_restore_options options = TL_RESTORE_OPTIONS_INIT;
    tl_info info = TL_INFO_INIT;
    tl_book *book = NULL;
    options.read = give_written;
    options.arg = &journal;
    journal.at = 0;
    int result = tl_restore(path, NULL, &options, &book);
    if (result == TL_OK)
        result = tl_book_info(book, &info);
    tl_close(book);
    first = first == 0 ? info.entries : first;
    return result == TL_OK && info.entries != first ? TL_EMISUSE : result;
}

/* A folder and the folders in it, which are two deep at most. */
static void remove_folder(const char *path, int depth)
{
    DIR *entries = opendir(path);
    const struct dirent *entry;
    while (entries != NULL && (entry = readdir(entries)) != NULL) {
        char name[600];
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        snprintf(name, sizeof name, "%s/%s", path, entry->d_name);
        if (unlink(name) != 0 && depth > 0)
            remove_folder(name, depth - 1);
    }
    if (entries != NULL)
        closedir(entries);
    rmdir(path);
}

/* Its list of digests says what is in it. */
static int same_dossier(const char *path)
{
    static unsigned long first;
    char name[300];
    snprintf(name, sizeof name, "%s/SHA256SUMS", path);
    FILE *file = fopen(name, "rb");
    if (file == NULL)
        return TL_EMISUSE;
    written.length = fread(written.text, 1, sizeof written.text, file);
    fclose(file);
    return same_written(&first);
}

static int dossier_at(tl_book *book, int64_t item, const char *path)
{
    tl_dossier_options options = TL_DOSSIER_OPTIONS_INIT;
    char aside[300];
    int64_t missing = 0;
    options.item = item;
    options.path = path;
    int result = tl_dossier(book, &options, &missing);
    snprintf(aside, sizeof aside, "%s.tmp-%ld", path, (long)getpid());
    if (result == TL_OK)
        result = missing == 0 ? same_dossier(path) : TL_EMISUSE;
    else if (access(path, F_OK) == 0 || access(aside, F_OK) == 0)
        result = TL_EEXISTS;
    remove_folder(path, 1);
    remove_folder(aside, 1);
    return result;
}

#endif
