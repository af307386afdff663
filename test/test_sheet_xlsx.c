/* test_sheet_xlsx.c - sheets of .xlsx workbooks: their cells as people see them, and what is refused of them. */
#include "fixture.h"
#include "suite.h"
#include "tabular.h"

#include <stdio.h>

static const char *table(const char *path, const char *wanted)
{
    const tl__sheet_options options = { .path = path, .sheet = wanted };
    return table_of(&options);
}

/* Without memory growing much. */
static void refused(const char *path, const char *rule, const char *words)
{
    const sqlite3_int64 before = sqlite3_memory_used();
    sqlite3_memory_highwater(1);
    const char *text = table(path, NULL);
    ck_assert_msg(strstr(text, rule) != NULL && strstr(text, words) != NULL, "%.400s", text);
    ck_assert_int_lt(sqlite3_memory_highwater(0) - before, 32 << 20);
}

#define ROWS(rows, expected) ck_assert_str_eq(table(write_workbook("t.xlsx", (rows), NULL, NULL, NULL), NULL), (expected))

START_TEST(cells)
{
    ROWS("<row r=\"2\"><c r=\"B2\" t=\"inlineStr\"><is><r><t>甲</t></r><rPh><t>jia</t></rPh><r><t xml:space=\"preserve\"> 乙</t></r></is></c>"
         "<c r=\"D2\" t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c><c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c><c t=\"str\"><f>A1</f><v>a_x000A_b</v></c>"
         "<c t=\"d\"><v>2023-06-30T00:00:00</v></c><c t=\"d\"><v>2023-06-30T14:30:00Z</v></c><c><f>B1</f></c></row>"
         "<row r=\"3\"/><row r=\"7\" hidden=\"1\"><c><v>5</v></c><c/></row><row><c r=\"A8\"/></row>",
        "2: |甲 乙||bTRUE|bFALSE|e#DIV/0!|a\nb|d2023-06-30|d2023-06-30 14:30:00\n7: n5\n8: \nDONE");
    ck_assert_str_eq(table_is(), "xlsx UTF-8 [任务]");
}
END_TEST

START_TEST(shared_texts)
{
    const char *path = write_workbook("t.xlsx", "<row><c t=\"s\"><v>1</v></c><c t=\"s\"><v>0</v></c><c t=\"s\"><v>2</v></c></row>", NULL,
        "<sst><si><r><t>一</t></r><r><rPr/><t>二</t></r><rPh><t>er</t></rPh></si><si><t>三&amp;</t></si><si><t/></si></sst>", NULL);
    ck_assert_str_eq(table(path, NULL), "1: 三&|一二|\nDONE");
    path = write_workbook("t.xlsx", "<row><c t=\"s\"><v>1</v></c></row>", NULL, "<sst><si><t>a</t></si></sst>", NULL);
    refused(path, "import.broken", "row 1 names the text 1, but there are 1");
    path = write_workbook("t.xlsx", "<row><c t=\"s\"><v>-1</v></c></row>", NULL, "<sst><si><t>a</t></si></sst>", NULL);
    refused(path, "import.broken", "row 1 names a text by '-1', which is no number");
}
END_TEST

/* So many that they are put aside in a file. */
START_TEST(many_shared_texts)
{
    tl__buffer rows = { 0 }, strings = { 0 };
    char text[400];
    tl__append(&strings, "<sst>");
    for (int i = 0; i < 60000; i++) {
        snprintf(text, sizeof text, "<si><t>%0150d</t></si>", i);
        tl__append(&strings, text);
        snprintf(text, sizeof text, "<row><c t=\"s\"><v>%d</v></c></row>", 59999 - i);
        tl__append(&rows, i % 50 == 0 ? text : "");
    }
    tl__append(&strings, "</sst>");
    const char *path = write_workbook("t.xlsx", rows.text, NULL, strings.text, NULL);
    tl_free(rows.text);
    tl_free(strings.text);
    const char *got = table(path, NULL);
    snprintf(text, sizeof text, "1: %0150d\n2: %0150d\n", 59999, 59949);
    ck_assert_msg(strncmp(got, text, strlen(text)) == 0, "%.400s", got);
    snprintf(text, sizeof text, "1200: %0150d\nDONE", 49);
    ck_assert_ptr_nonnull(strstr(got, text));
}
END_TEST

/* A number in a format, by its code or its number. */
static void shows(const char *value, const char *code, int id, const char *expected)
{
    char row[300], styles[600], whole[200];
    snprintf(row, sizeof row, "<row><c s=\"1\"><v>%s</v></c></row>", value);
    snprintf(styles, sizeof styles,
        "<styleSheet><numFmts><numFmt numFmtId=\"200\" formatCode=\"%s\"/></numFmts><cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs>"
        "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"%d\"/></cellXfs></styleSheet>",
        code == NULL ? "0" : code, code == NULL ? id : 200);
    snprintf(whole, sizeof whole, "1: %s\nDONE", expected);
    ck_assert_str_eq(table(write_workbook("t.xlsx", row, NULL, NULL, styles), NULL), whole);
}

START_TEST(numbers)
{
    shows("0.30000000000000004", NULL, 0, "n0.3");
    shows("0.99999999999999999", NULL, 0, "n1");
    shows("-12.50", NULL, 0, "n-12.5");
    shows("1E-3", NULL, 2, "n0.001");
    shows("1.5E+25", NULL, 0, "n1.5E+25");
    shows("1.2345678901234567E+17", NULL, 0, "n123456789012346000");
    shows("110101199003074514", NULL, 0, "n110101199003074514");
    shows("-0", NULL, 0, "n0");
    shows("0.8", NULL, 9, "p80%");
    shows("0.8049999999999999", NULL, 10, "p80.5%");
    shows("1.2", "0.0%", 0, "p120%");
    shows("7", "000", 0, "n007");
    shows("1234", "000", 0, "n1234");
    shows("12", "#,##0.00&quot;元&quot;", 0, "n12");
    shows("12", "General", 0, "n12");
    shows("nan", NULL, 0, "nan");
}
END_TEST

START_TEST(days)
{
    shows("45107", NULL, 14, "d2023-06-30");
    shows("45107.6041666667", NULL, 22, "d2023-06-30 14:30:00");
    shows("45107", NULL, 22, "d2023-06-30");
    shows("45107.99999999", NULL, 22, "d2023-07-01");
    shows("45107", NULL, 31, "d2023-06-30");
    shows("45107", NULL, 58, "d2023-06-30");
    shows("45107", NULL, 57, "2023年6月");
    shows("45107", "yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@", 0, "d2023-06-30");
    shows("45107", "[$-804]yyyy\\-mm\\-dd", 0, "d2023-06-30");
    shows("45107", "YYYY/M", 0, "2023年6月");
    shows("45107", "yyyy", 0, "2023年");
    shows("0.6041666667", NULL, 20, "14:30");
    shows("1.5", "[h]:mm", 0, "36:00");
    shows("59", NULL, 14, "d1900-02-28");
    shows("60", NULL, 14, "n60");
    shows("61", NULL, 14, "d1900-03-01");
    shows("1", NULL, 14, "d1900-01-01");
    shows("0", NULL, 14, "n0");
    shows("-5", NULL, 14, "n-5");
    shows("2958465", NULL, 14, "d9999-12-31");
    shows("2958466", NULL, 14, "n2958466");
    shows("45107", "[Red]0.0", 0, "n45107");
}
END_TEST

static const char *write_sheets(const char *workbook)
{
    const part parts[] = { workbook_parts[0], { "xl/workbook.xml", workbook, 0 }, workbook_parts[2],
        { "xl/worksheets/sheet1.xml", "<x:worksheet xmlns:x=\"y\"><x:sheetData><x:row><x:c s=\"0\"><x:v>43645</x:v></x:c></x:row></x:sheetData></x:worksheet>",
            0 },
        { "xl/worksheets/sheet2.xml", "<worksheet><sheetData><row><c><v>2</v></c></row></sheetData></worksheet>", 0 },
        { "xl/styles.xml", "<s><cellXfs><xf numFmtId=\"14\"/></cellXfs></s>", 0 }, { NULL, NULL, 0 } };
    return write_archive("sheets.xlsx", parts);
}

START_TEST(sheets)
{
    const char *path = write_sheets("<w><workbookPr date1904=\"1\"/><sheets><sheet name=\"隐藏\" state=\"hidden\" r:id=\"b\" xmlns:r=\"q\"/>"
                                    "<sheet name=\"图\" r:id=\"d\" xmlns:r=\"q\"/><sheet name=\"任务\" r:id=\"c\" xmlns:r=\"q\"/></sheets></w>");
    ck_assert_str_eq(table(path, NULL), "1: n2\nDONE");
    ck_assert_str_eq(table_is(), "xlsx UTF-8 (隐藏) [任务]");
    ck_assert_str_eq(table(path, "隐藏"), "1: d2023-06-30\nDONE");
    ck_assert_str_eq(table(path, "1"), "1: d2023-06-30\nDONE");
    ck_assert_ptr_nonnull(strstr(table(path, "任务书"), "has no sheet '任务书'; the nearest is '任务'"));
    ck_assert_ptr_nonnull(strstr(table(path, "3"), "has no sheet '3'"));
}
END_TEST

START_TEST(merged)
{
    const char *rows = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><v>2</v></c><c r=\"B2\"><v>3</v></c><c r=\"D2\"><v>4</v></c></row>"
                       "<row r=\"3\"><c r=\"D3\"><v>5</v></c></row><row r=\"4\"><c r=\"A4\"/></row>";
    const char *behind = "<mergeCells><mergeCell ref=\"B2:C3\"/><mergeCell ref=\"A1:XFD1\"/><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"Z9\"/></mergeCells>";
    ck_assert_str_eq(table(write_workbook("t.xlsx", rows, behind, NULL, NULL), NULL), "1: n1|<|<|<\n2: n2|n3|<|n4\n3: ^|^|^<|n5\n4: \nDONE");
    behind = "<mergeCells><mergeCell ref=\"A1:XFD2\"/><mergeCell ref=\"A2:B3\"/></mergeCells>";
    refused(write_workbook("t.xlsx", rows, behind, NULL, NULL), "import.broken", "merged cells lie over one another in row 2");
}
END_TEST

START_TEST(broken)
{
    refused(write_workbook("t.xlsx", "<row r=\"2\"><c><v>1</v></c></row><row r=\"2\"/>", NULL, NULL, NULL), "import.broken", "row 2 stands below row 2");
    refused(write_workbook("t.xlsx", "<row><c r=\"B1\"/><c r=\"A1\"/></row>", NULL, NULL, NULL), "import.broken", "the cells of row 1 are out of order");
    refused(write_workbook("t.xlsx", "<row><c r=\"b!\"/></row>", NULL, NULL, NULL), "import.broken", "row 1 has a cell at 'b!', which is no place");
    refused(write_workbook("t.xlsx", "<row><c r=\"XFE1\"/></row>", NULL, NULL, NULL), "import.size", "row 1 has more than 16384 columns");
    refused(write_workbook("t.xlsx", "<row><c></row>", NULL, NULL, NULL), "import.broken", "its part xl/worksheets/sheet1.xml is no XML at line 1");
    refused(write_archive("t.xlsx", workbook_parts), "import.broken", "its part xl/worksheets/sheet1.xml is missing");
    refused(write_sheets("<w/>"), "import.broken", "it has no sheet with cells");
}
END_TEST

START_TEST(cut_short)
{
    size_t count;
    char *bytes = read_file(write_workbook("t.xlsx", "<row><c><v>1</v></c></row>", NULL, NULL, NULL), &count);
    for (size_t i = 4; i + 22 < count; i += 37) {
        const char *text = table_of_bytes(bytes, i, NULL, NULL);
        ck_assert_msg(strstr(text, "import.broken: in is broken: ") != NULL, "%zu: %s", i, text);
    }
    for (size_t i = 0; i < count; i += 3) { /* a byte that fell over: it is read or refused, nothing else */
        bytes[i] = (char)(bytes[i] ^ 0x15);
        table_of_bytes(bytes, count, NULL, NULL);
        bytes[i] = (char)(bytes[i] ^ 0x15);
    }
    ck_assert_str_eq(table_of_bytes(bytes, count, "xlsx", NULL), "1: n1\nDONE");
    free(bytes);
}
END_TEST

static const char *write_one(const char *name, const char *text)
{
    const part parts[] = { { name, text, 0 }, { NULL, NULL, 0 } };
    return write_archive("other.xlsx", parts);
}

START_TEST(other_archives)
{
    refused(write_one("word/document.xml", "<w/>"), "import.format", "is a Word document (.docx)");
    refused(write_one("content.xml", "<w/>"), "import.format", "is an OpenDocument file (.ods)");
    refused(write_one("readme.txt", "a"), "import.format", "is a zip archive, but no .xlsx workbook; unpack it first");
}
END_TEST

/* ------------------------------------------------------------------------------------------------------------------------------- hostile */

static const char *write_large(const char *sheet, size_t mebibytes)
{
    const part parts[] = { workbook_parts[0], workbook_parts[1], workbook_parts[2], { "xl/worksheets/sheet1.xml", sheet, mebibytes }, { NULL, NULL, 0 } };
    return write_archive("large.xlsx", parts);
}

START_TEST(bomb)
{
    refused(write_large("<worksheet><sheetData><!--@--></sheetData></worksheet>", 3), "import.size", "has a tag of more than 2097152 bytes");
    refused(write_large("<worksheet><sheetData>@</sheetData></worksheet>", 40), "import.size", "as no table does");
    refused(write_large("<worksheet><sheetData><row><c t=\"str\"><v>@</v></c></row></sheetData></worksheet>", 2), "import.size",
        "row 1 has a cell of more than 1048576 bytes");
}
END_TEST

START_TEST(entities)
{
    refused(write_large("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;\">]><worksheet><sheetData><row><c t=\"str\"><v>&b;</v></c>"
                        "</row></sheetData></worksheet>",
                0),
        "import.broken", "has a document type");
    tl__buffer deep = { 0 };
    for (int i = 0; i < 1000; i++)
        tl__append(&deep, "<a>");
    refused(write_large(deep.text, 0), "import.broken", "has tags more than 100 levels deep");
    deep.length = 0;
    tl__append(&deep, "<a>");
    for (int i = 0; i < 20000; i++) {
        char tag[40];
        snprintf(tag, sizeof tag, "<b%d c%d=\"\"/>", i, i);
        tl__append(&deep, tag);
    }
    tl__append(&deep, "</a>");
    refused(write_large(deep.text, 0), "import.broken", "has more than 5000 different tags");
    const char *long_name = "<w><sheets><sheet name=\"@\" r:id=\"b\" xmlns:r=\"q\"/></sheets></w>";
    const part parts[] = { workbook_parts[0], { "xl/workbook.xml", long_name, 1 }, workbook_parts[2], { NULL, NULL, 0 } };
    refused(write_archive("t.xlsx", parts), "import.size", "has a sheet whose name is longer than 4096 bytes");
    tl_free(deep.text);
}
END_TEST

/* With less and less memory: refused as that, and nothing is left behind. */
START_TEST(memory)
{
    const char *path = write_workbook("t.xlsx", "<row><c t=\"s\"><v>0</v></c><c s=\"1\"><v>45107</v></c></row>",
        "<mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells>", "<sst><si><t>a</t></si></sst>", "<s><cellXfs><xf numFmtId=\"14\"/></cellXfs></s>");
    const char *paths[] = { path, write_file("t.json", "[{\"a\":1}]"), write_file("t.csv", "a,\xD6\xD0\n") };
    table(path, NULL);
    for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++) {
        const sqlite3_int64 used = sqlite3_memory_used();
        sqlite3_int64 room = 16;
        const char *text;
        do {
            sqlite3_hard_heap_limit64(used + room);
            text = table(paths[i], NULL);
            sqlite3_hard_heap_limit64(0);
            ck_assert_int_eq(sqlite3_memory_used(), used);
            ck_assert_msg(strcmp(text, ": out of memory") == 0 || strstr(text, "DONE") != NULL, "%lld: %s", (long long)room, text);
            room += room / 8 + 8;
        } while (strstr(text, "DONE") == NULL);
    }
}
END_TEST

Suite *sheet_xlsx_suite(void)
{
    Suite *suite = suite_create("sheet_xlsx");
    ADD_TESTS(suite, setup_folder, 30, cells, shared_texts, many_shared_texts, numbers, days, sheets, merged, broken, cut_short, other_archives, bomb, entities,
        memory);
    return suite;
}
