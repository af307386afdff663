/* sheet_style.c (L4) - the number formats of a workbook's styles. */
#include "sheet_book.h"

#include <sqlite3.h>
#include <string.h>

enum { STYLES = 65536, FORMATS = 1000 };

typedef struct number_format {
    int64_t id;
    int form;
} number_format;

typedef struct style_job {
    tl__styles *styles;
    number_format *formats; /* those that the workbook defines */
    size_t count, room;
    int in_cell_styles;
} style_job;

/* Makes room for one more in an array; NULL: there are too many, or memory is out. */
static void *widen(tl__xml *xml, void *array, size_t count, size_t *room, size_t size, size_t most)
{
    if (count < *room)
        return array;
    if (count >= most) {
        xml->result = tl__error_set(xml->zip->sheet->error, TL_EINVAL, "import.size", "%s has more than %zu styles", xml->zip->sheet->path, most);
        return NULL;
    }
    void *wider = sqlite3_realloc64(array, (*room * 2 + 64) * size);
    if (wider == NULL)
        xml->result = tl__sheet_memory(xml->zip->sheet);
    else
        *room = *room * 2 + 64;
    return wider;
}

static void add_format(tl__xml *xml, style_job *job, const char **attributes)
{
    const char *code = tl__xml_attribute(attributes, "formatCode");
    number_format *formats = widen(xml, job->formats, job->count, &job->room, sizeof *formats, FORMATS);
    if (formats == NULL)
        return;
    job->formats = formats;
    formats[job->count++] = (number_format) { tl__xml_number(attributes, "numFmtId", -1), code == NULL ? TL__FORM_PLAIN : tl__number_form_of(code) };
}

/* One that is defined goes before the one that is built in. */
static int form_of(const style_job *job, int64_t id)
{
    for (size_t i = job->count; i > 0; i--)
        if (job->formats[i - 1].id == id)
            return job->formats[i - 1].form;
    return tl__number_form_built_in(id);
}

static void add_style(tl__xml *xml, style_job *job, const char **attributes)
{
    tl__styles *styles = job->styles;
    int *forms = widen(xml, styles->forms, styles->count, &styles->room, sizeof *forms, STYLES);
    if (forms == NULL)
        return;
    styles->forms = forms;
    forms[styles->count++] = form_of(job, tl__xml_number(attributes, "numFmtId", 0));
}

static void on_start(tl__xml *xml, const char *name, const char **attributes)
{
    style_job *job = xml->arg;
    job->in_cell_styles |= strcmp(name, "cellXfs") == 0;
    if (strcmp(name, "numFmt") == 0)
        add_format(xml, job, attributes);
    else if (job->in_cell_styles && strcmp(name, "xf") == 0)
        add_style(xml, job, attributes);
}

static void on_end(tl__xml *xml, const char *name)
{
    if (strcmp(name, "cellXfs") == 0)
        ((style_job *)xml->arg)->in_cell_styles = 0;
}

int tl__styles_read(tl__styles *styles, tl__zip *zip, const char *part)
{
    style_job job = { .styles = styles };
    tl__xml xml = { .zip = zip, .start = on_start, .end = on_end, .arg = &job };
    int result = tl__xml_read(&xml, part);
    tl_free(job.formats);
    return result;
}

void tl__styles_close(tl__styles *styles)
{
    tl_free(styles->forms);
}
