/* sheet_xlsx.c (L4) - rows of a sheet of an .xlsx workbook. A formula counts by the value that was kept with it. */
#include "sheet_book.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

enum { RELATIONS = 10000 };

/* What a part of the workbook refers to: an id, the kind of what it is, and which part that is. */
typedef struct relation {
    char *id, *kind, *target;
} relation;

typedef struct xlsx_state {
    tl__zip zip;
    tl__xml xml;
    tl__strings strings;
    tl__styles styles;
    tl__merges merges;
    relation *relations; /* of the workbook */
    size_t relation_count, relation_room;
    char *workbook, *folder; /* its part, and the folder of that with its / */
    int since_1904;
    /* The row and the cell that are being read. */
    int in_data, in_value, in_reading;
    size_t column;
    int64_t style;
    char type;        /* of the cell: n number, s shared text, i text within, t text, b boolean, e error, d date */
    tl__buffer value; /* of the cell */
} xlsx_state;

/* ------------------------------------------------------------------------------------------------------------------------- relations */

/* Where a target lies: from the front of the archive, or beside the part that names it. */
static char *place_of(const char *folder, const char *target)
{
    if (*target == '/')
        return tl__copy(target + 1);
    while (strncmp(target, "./", 2) == 0)
        target += 2;
    return sqlite3_mprintf("%s%s", folder, target);
}

static void on_relation(tl__xml *xml, const char *name, const char **attributes)
{
    xlsx_state *book = xml->arg;
    const char *id = tl__xml_attribute(attributes, "Id"), *type = tl__xml_attribute(attributes, "Type"), *target = tl__xml_attribute(attributes, "Target");
    if (strcmp(name, "Relationship") != 0 || id == NULL || type == NULL || target == NULL || book->relation_count == RELATIONS)
        return;
    if (strlen(id) + strlen(type) + strlen(target) > TL__SHEET_NAME) {
        xml->result = tl__sheet_broken(xml->zip->sheet, "its part %s has a name that is too long", xml->zip->part);
        return;
    }
    if (book->relation_count == book->relation_room) {
        size_t room = book->relation_room * 2 + 16;
        relation *relations = sqlite3_realloc64(book->relations, room * sizeof *relations);
        if (relations == NULL) {
            xml->result = tl__sheet_memory(xml->zip->sheet);
            return;
        }
        book->relations = relations;
        book->relation_room = room;
    }
    const char *kind = strrchr(type, '/') == NULL ? type : strrchr(type, '/') + 1;
    relation *made = &book->relations[book->relation_count++];
    *made = (relation) { tl__copy(id), tl__copy(kind), place_of(book->folder == NULL ? "" : book->folder, target) };
    if (made->id == NULL || made->kind == NULL || made->target == NULL)
        xml->result = tl__sheet_memory(xml->zip->sheet);
}

static void forget_relations(xlsx_state *book)
{
    while (book->relation_count > 0) {
        relation *last = &book->relations[--book->relation_count];
        tl_free(last->id);
        tl_free(last->kind);
        tl_free(last->target);
    }
}

static int read_relations(xlsx_state *book, const char *part)
{
    tl__xml xml = { .zip = &book->zip, .start = on_relation, .arg = book };
    forget_relations(book);
    return tl__xml_read(&xml, part);
}

/* The target of the first relation of a kind. NULL: there is none. */
static const char *target_of(const xlsx_state *book, const char *kind)
{
    for (size_t i = 0; i < book->relation_count; i++)
        if (strcmp(book->relations[i].kind, kind) == 0)
            return book->relations[i].target;
    return NULL;
}

static const relation *relation_of(const xlsx_state *book, const char *id)
{
    for (size_t i = 0; i < book->relation_count; i++)
        if (id != NULL && strcmp(book->relations[i].id, id) == 0)
            return &book->relations[i];
    return NULL;
}

/* ------------------------------------------------------------------------------------------------------------------------- workbook */

/* Lists the sheets that hold cells: a chart on a sheet of its own is none. */
static void on_workbook(tl__xml *xml, const char *name, const char **attributes)
{
    xlsx_state *book = xml->arg;
    tl__sheet *sheet = xml->zip->sheet;
    if (strcmp(name, "workbookPr") == 0) {
        const char *since = tl__xml_attribute(attributes, "date1904");
        book->since_1904 = since != NULL && (strcmp(since, "1") == 0 || strcmp(since, "true") == 0);
    }
    if (strcmp(name, "sheet") != 0)
        return;
    const char *title = tl__xml_attribute(attributes, "name"), *state = tl__xml_attribute(attributes, "state");
    const relation *part = relation_of(book, tl__xml_attribute(attributes, "id"));
    if (part != NULL && title != NULL && strcmp(part->kind, "worksheet") == 0)
        xml->result = tl__sheet_list(sheet, title, part->target, state != NULL && strcmp(state, "visible") != 0);
}

/* What the archive is when it is no workbook. */
static int fail_archive(tl__sheet *sheet, tl__zip *zip)
{
    static const struct {
        const char *part, *words;
    } others[] = { { "word/document.xml", "a Word document (.docx); copy its table into a spreadsheet and save that as .xlsx" },
        { "ppt/presentation.xml", "a presentation (.pptx), no table" }, { "xl/workbook.bin", "a binary workbook (.xlsb); save it as .xlsx" },
        { "content.xml", "an OpenDocument file (.ods); save it as .xlsx" } };
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        if (tl__zip_has(zip, others[i].part))
            return tl__error_set(sheet->error, TL_EINVAL, "import.format", "%s is %s", sheet->path, tl__said(sheet->error, others[i].words));
    return tl__error_set(sheet->error, TL_EINVAL, "import.format", "%s is a zip archive, but no .xlsx workbook; unpack it first", sheet->path);
}

/* Finds the workbook, by the relations of the archive, and its own relations. */
static int find_workbook(tl__sheet *sheet, xlsx_state *book)
{
    const char *found = NULL;
    int result = tl__zip_has(&book->zip, "_rels/.rels") ? read_relations(book, "_rels/.rels") : TL_OK;
    if (result != TL_OK)
        return result;
    found = target_of(book, "officeDocument");
    book->workbook = tl__copy(found == NULL ? "xl/workbook.xml" : found);
    if (book->workbook == NULL)
        return tl__sheet_memory(sheet);
    const char *slash = strrchr(book->workbook, '/');
    size_t folder = slash == NULL ? 0 : (size_t)(slash - book->workbook) + 1;
    if (strncmp(book->workbook + folder, "workbook", 8) != 0 || strstr(book->workbook, ".xml") == NULL || !tl__zip_has(&book->zip, book->workbook))
        return fail_archive(sheet, &book->zip);
    book->folder = sqlite3_mprintf("%.*s", (int)folder, book->workbook);
    char *relations = sqlite3_mprintf("%s_rels/%s.rels", book->folder, book->workbook + folder);
    if (book->folder == NULL || relations == NULL)
        result = tl__sheet_memory(sheet);
    if (result == TL_OK)
        result = read_relations(book, relations);
    tl_free(relations);
    return result;
}

static int read_workbook(tl__sheet *sheet, xlsx_state *book)
{
    tl__xml xml = { .zip = &book->zip, .start = on_workbook, .arg = book };
    int result = find_workbook(sheet, book);
    if (result == TL_OK)
        result = tl__xml_read(&xml, book->workbook);
    if (result == TL_OK && sheet->sheet_count == 0)
        result = tl__sheet_broken(sheet, "it has no sheet with cells");
    const char *styles = target_of(book, "styles"), *strings = target_of(book, "sharedStrings");
    if (result == TL_OK && styles != NULL && tl__zip_has(&book->zip, styles))
        result = tl__styles_read(&book->styles, &book->zip, styles);
    if (result == TL_OK && strings != NULL && tl__zip_has(&book->zip, strings))
        result = tl__strings_read(&book->strings, &book->zip, strings);
    return result;
}

/* --------------------------------------------------------------------------------------------------------------------------------- cells */

static int put_number(tl__sheet *sheet, xlsx_state *book)
{
    char text[64];
    int form = book->style >= 0 && (size_t)book->style < book->styles.count ? book->styles.forms[book->style] : TL__FORM_PLAIN;
    tl__cell_kind kind = tl__number_write(book->value.text, form, book->since_1904, text);
    return tl__sheet_put(sheet, book->column, kind, text, strlen(text));
}

static int put_shared(tl__sheet *sheet, xlsx_state *book)
{
    const char *text = book->value.text;
    size_t length = strspn(text, "0123456789");
    if (length == 0 || length > 12 || text[length] != '\0')
        return tl__sheet_broken(sheet, "row %lld names a text by '%.20s', which is no number", (long long)sheet->row.number, text);
    int result = tl__strings_get(&book->strings, sheet, strtoll(text, NULL, 10), &text, &length);
    return result == TL_OK ? tl__sheet_put(sheet, book->column, TL__CELL_TEXT, text, length) : result;
}

/* 2023-06-30T00:00:00 without what is no day's, as anywhere else. */
static int put_date(tl__sheet *sheet, xlsx_state *book)
{
    char *text = book->value.text, *time = strchr(text, 'T');
    char *zone = time == NULL ? NULL : strpbrk(time, "Z.+");
    if (zone != NULL)
        *zone = '\0';
    if (time != NULL)
        *time = strcmp(time, "T00:00:00") == 0 ? '\0' : ' ';
    return tl__sheet_put(sheet, book->column, TL__CELL_DATE, text, strlen(text));
}

static int put_cell(tl__sheet *sheet, xlsx_state *book)
{
    size_t length = book->value.length;
    if (length == 0)
        return TL_OK;
    switch (book->type) {
    case 's':
        return put_shared(sheet, book);
    case 'b':
        return strcmp(book->value.text, "0") == 0 ? tl__sheet_put(sheet, book->column, TL__CELL_BOOLEAN, "FALSE", 5)
                                                  : tl__sheet_put(sheet, book->column, TL__CELL_BOOLEAN, "TRUE", 4);
    case 'e':
        return tl__sheet_put(sheet, book->column, TL__CELL_ERROR, book->value.text, length);
    case 'd':
        return put_date(sheet, book);
    case 'n':
        return put_number(sheet, book);
    default:
        return tl__sheet_put(sheet, book->column, TL__CELL_TEXT, book->value.text, tl__xml_unescape(book->value.text, length));
    }
}

static char type_of(const char *type)
{
    if (type == NULL || strcmp(type, "n") == 0)
        return 'n';
    if (strcmp(type, "inlineStr") == 0)
        return 'i';
    if (strcmp(type, "s") == 0 || strcmp(type, "b") == 0 || strcmp(type, "e") == 0 || strcmp(type, "d") == 0)
        return *type;
    return 't';
}

static int start_row(tl__sheet *sheet, xlsx_state *book, const char **attributes)
{
    int64_t number = tl__xml_number(attributes, "r", sheet->row.number + 1);
    if (number <= sheet->row.number)
        return tl__sheet_broken(sheet, "row %lld stands below row %lld", (long long)number, (long long)sheet->row.number);
    sheet->row.number = number;
    book->column = SIZE_MAX;
    return TL_OK;
}

static int start_cell(tl__sheet *sheet, xlsx_state *book, const char **attributes)
{
    const char *place = tl__xml_attribute(attributes, "r");
    size_t column = book->column + 1;
    int64_t row;
    if (place != NULL && !tl__place(place, &column, &row))
        return tl__sheet_broken(sheet, "row %lld has a cell at '%.20s', which is no place", (long long)sheet->row.number, place);
    if (book->column != SIZE_MAX && column <= book->column)
        return tl__sheet_broken(sheet, "the cells of row %lld are out of order", (long long)sheet->row.number);
    if (column >= TL__SHEET_COLUMNS)
        return tl__error_set(sheet->error, TL_EINVAL, "import.size", "row %lld has more than %d columns", (long long)sheet->row.number, TL__SHEET_COLUMNS);
    book->column = column;
    book->style = tl__xml_number(attributes, "s", -1);
    book->type = type_of(tl__xml_attribute(attributes, "t"));
    book->value.length = 0;
    return TL_OK;
}

static void on_start(tl__xml *xml, const char *name, const char **attributes)
{
    xlsx_state *book = xml->arg;
    tl__sheet *sheet = xml->zip->sheet;
    book->in_data |= strcmp(name, "sheetData") == 0;
    if (!book->in_data)
        return;
    if (strcmp(name, "row") == 0)
        xml->result = start_row(sheet, book, attributes);
    else if (strcmp(name, "c") == 0)
        xml->result = start_cell(sheet, book, attributes);
    book->in_reading |= strcmp(name, "rPh") == 0;
    book->in_value = book->type == 'i' ? strcmp(name, "t") == 0 && !book->in_reading : strcmp(name, "v") == 0;
}

static void on_text(tl__xml *xml, const char *text, int length)
{
    xlsx_state *book = xml->arg;
    tl__sheet *sheet = xml->zip->sheet;
    if (!book->in_value)
        return;
    tl__append_bytes(&book->value, text, (size_t)length);
    if (book->value.failed)
        xml->result = tl__sheet_memory(sheet);
    else if (book->value.length > TL__SHEET_CELL)
        xml->result = tl__error_set(sheet->error, TL_EINVAL, "import.size", "row %lld has a cell of more than %d bytes; the rest was not read",
            (long long)sheet->row.number, TL__SHEET_CELL);
}

static void on_end(tl__xml *xml, const char *name)
{
    xlsx_state *book = xml->arg;
    book->in_value = 0;
    if (strcmp(name, "sheetData") == 0)
        book->in_data = 0;
    if (!book->in_data)
        return;
    if (strcmp(name, "rPh") == 0)
        book->in_reading = 0;
    else if (strcmp(name, "c") == 0)
        xml->result = put_cell(xml->zip->sheet, book);
    else if (strcmp(name, "row") == 0)
        xml->pause = book->column != SIZE_MAX;
}

/* ------------------------------------------------------------------------------------------------------------------------ open and close */

static int open_xlsx(tl__sheet *sheet)
{
    xlsx_state *book = sqlite3_malloc64(sizeof *book);
    if (book == NULL)
        return tl__sheet_memory(sheet);
    memset(book, 0, sizeof *book);
    sheet->state = book;
    int result = tl__zip_open(&book->zip, sheet);
    if (result == TL_OK)
        result = read_workbook(sheet, book);
    if (result == TL_OK)
        result = tl__sheet_choose(sheet);
    if (result != TL_OK)
        return result;
    const char *part = sheet->sheets[sheet->index].part;
    book->xml = (tl__xml) { .zip = &book->zip, .start = on_start, .end = on_end, .text = on_text, .arg = book };
    result = tl__merges_read(&book->merges, &book->zip, part);
    return result == TL_OK ? tl__xml_open(&book->xml, part) : result;
}

static int next_xlsx(tl__sheet *sheet)
{
    xlsx_state *book = sheet->state;
    int result = tl__xml_next(&book->xml);
    if (result != TL_ROW)
        return result;
    result = tl__merges_mark(&book->merges, sheet);
    return result == TL_OK ? TL_ROW : result;
}

static void close_xlsx(tl__sheet *sheet)
{
    xlsx_state *book = sheet->state;
    tl__xml_close(&book->xml);
    tl__zip_close(&book->zip);
    tl__strings_close(&book->strings);
    tl__styles_close(&book->styles);
    tl__merges_close(&book->merges);
    forget_relations(book);
    tl_free(book->relations);
    tl_free(book->workbook);
    tl_free(book->folder);
    tl_free(book->value.text);
    tl_free(book);
}

static int progress(const tl__sheet *sheet)
{
    const xlsx_state *book = sheet->state;
    return book->zip.size <= 0 ? -1 : (int)(book->zip.taken * 1000 / book->zip.size);
}

const tl__sheet_reader tl__xlsx_reader = { "xlsx", "row", open_xlsx, next_xlsx, close_xlsx, progress };
