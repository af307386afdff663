/* sheet_string.c (L4) - the texts that the cells of a workbook share, put aside so that their number does not matter. */
#include "sheet_book.h"

#include <sqlite3.h>
#include <string.h>

typedef struct string_job {
    tl__strings *strings;
    int in_text, in_reading; /* in_reading: how the text is pronounced, no part of it */
} string_job;

static void on_start(tl__xml *xml, const char *name, const char **attributes)
{
    string_job *job = xml->arg;
    (void)attributes;
    if (strcmp(name, "si") == 0)
        job->strings->text.length = 0;
    job->in_reading |= strcmp(name, "rPh") == 0;
    job->in_text = strcmp(name, "t") == 0 && !job->in_reading;
}

static void on_text(tl__xml *xml, const char *text, int length)
{
    string_job *job = xml->arg;
    if (!job->in_text)
        return;
    tl__append_bytes(&job->strings->text, text, (size_t)length);
    if (job->strings->text.failed)
        xml->result = tl__sheet_memory(xml->zip->sheet);
    else if (job->strings->text.length > TL__SHEET_CELL)
        xml->result = tl__error_set(xml->zip->sheet->error, TL_EINVAL, "import.size", "%s has a cell of more than %d bytes, its text number %lld",
            xml->zip->sheet->path, TL__SHEET_CELL, (long long)job->strings->count);
}

static void on_end(tl__xml *xml, const char *name)
{
    string_job *job = xml->arg;
    tl__strings *strings = job->strings;
    job->in_text = 0;
    if (strcmp(name, "rPh") == 0)
        job->in_reading = 0;
    if (strcmp(name, "si") != 0)
        return;
    size_t length = strings->text.length == 0 ? 0 : tl__xml_unescape(strings->text.text, strings->text.length);
    xml->result = length == 0 ? TL_OK : tl__spool_append(&strings->bytes, strings->text.text, length);
    if (xml->result == TL_OK)
        xml->result = tl__spool_append(&strings->offsets, &strings->bytes.size, sizeof strings->bytes.size);
    strings->count++;
}

int tl__strings_read(tl__strings *strings, tl__zip *zip, const char *part)
{
    string_job job = { .strings = strings };
    tl__xml xml = { .zip = zip, .start = on_start, .end = on_end, .text = on_text, .arg = &job };
    strings->bytes.error = strings->offsets.error = zip->sheet->error;
    return tl__xml_read(&xml, part);
}

int tl__strings_get(tl__strings *strings, tl__sheet *sheet, int64_t index, const char **text, size_t *length)
{
    int64_t ends[2] = { 0, 0 };
    if (index < 0 || index >= strings->count)
        return tl__sheet_broken(
            sheet, "row %lld names the text %lld, but there are %lld", (long long)sheet->row.number, (long long)index, (long long)strings->count);
    int result = index == 0 ? tl__spool_read(&strings->offsets, 0, &ends[1], sizeof ends[1])
                            : tl__spool_read(&strings->offsets, (index - 1) * (int64_t)sizeof ends[0], ends, sizeof ends);
    *length = (size_t)(ends[1] - ends[0]);
    *text = "";
    if (result != TL_OK || *length == 0)
        return result;
    strings->text.length = 0;
    if (strings->text.room < *length) {
        char *room = sqlite3_realloc64(strings->text.text, *length);
        if (room == NULL)
            return tl__sheet_memory(sheet);
        strings->text.text = room;
        strings->text.room = *length;
    }
    *text = strings->text.text;
    return tl__spool_read(&strings->bytes, ends[0], strings->text.text, *length);
}

void tl__strings_close(tl__strings *strings)
{
    tl__spool_close(&strings->bytes);
    tl__spool_close(&strings->offsets);
    tl_free(strings->text.text);
}
