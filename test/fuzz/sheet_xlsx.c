/* sheet_xlsx.c - fuzz target: any bytes are read as a workbook. Those that are no zip archive become the parts of one, with lines of % between: so
 * what unpacking and checksums would keep away from the readers of XML gets there. */
#define _GNU_SOURCE /* for memmem */
#include "table.h"

#include <minizip/zip.h>

static void add_part(zipFile zip, const char *name, const uint8_t *data, size_t size)
{
    if (zipOpenNewFileInZip(zip, name, NULL, NULL, 0, NULL, 0, NULL, 0, 0) != ZIP_OK || zipWriteInFileInZip(zip, data, (unsigned)size) != ZIP_OK ||
        zipCloseFileInZip(zip) != ZIP_OK)
        abort();
}

/* The length of the part in front: up to the next line of %. */
static size_t part_length(const uint8_t *data, size_t size)
{
    const uint8_t *end = size == 0 ? NULL : memmem(data, size, "\n%\n", 3);
    return end == NULL ? size : (size_t)(end - data);
}

static const char *pack(const uint8_t *data, size_t size)
{
    static const char relation[] =
        "<Relationships><Relationship Id=\"a\" Type=\"/worksheet\" Target=\"sheet.xml\"/><Relationship Id=\"s\" Type=\"/styles\" Target=\"styles.xml\"/>"
        "<Relationship Id=\"t\" Type=\"/sharedStrings\" Target=\"strings.xml\"/></Relationships>";
    static const char workbook[] = "<workbook><sheets><sheet name=\"a\" r:id=\"a\"/></sheets></workbook>";
    static const char *const names[] = { "xl/sheet.xml", "xl/strings.xml", "xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels" };
    const char *path = fuzz_file(data, 0);
    zipFile zip = zipOpen(path, APPEND_STATUS_CREATE);
    size_t part = 0;
    if (zip == NULL)
        abort();
    for (; part < 5 && size > 0; part++) {
        size_t length = part_length(data, size), used = length + 3 < size ? length + 3 : size;
        add_part(zip, names[part], data, length);
        data += used;
        size -= used;
    }
    if (part <= 3)
        add_part(zip, names[3], (const uint8_t *)workbook, sizeof workbook - 1);
    if (part <= 4)
        add_part(zip, names[4], (const uint8_t *)relation, sizeof relation - 1);
    if (zipClose(zip, NULL) != ZIP_OK)
        abort();
    return path;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_bytes from = { data, size };
    tl__sheet_options options = { .path = "input", .read = fuzz_read, .arg = &from };
    if (size < 2 || memcmp(data, "PK", 2) != 0) {
        options.path = pack(data, size);
        options.read = NULL;
    }
    fuzz_sheet(&options);
    return 0;
}
