/* sheet_json.c - fuzz target: any bytes are read as a JSON table. */
#include "table.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_bytes from = { data, size };
    const tl__sheet_options options = { .path = "input", .read = fuzz_read, .arg = &from, .format = "json" };
    fuzz_sheet(&options);
    return 0;
}
