/* sheet_csv.c - fuzz target: any bytes are read as a CSV table. */
#include "table.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_bytes from = { data, size };
    const tl__sheet_options options = { .path = "input", .read = fuzz_read, .arg = &from, .format = "csv" };
    fuzz_sheet(&options);
    return 0;
}
