/* sheet_csv.c - fuzz target: any bytes are read as a CSV table, and imported in a dry run. */
#include "table.h"

static int take(const tl_finding *finding, void *arg)
{
    (void)arg;
    if (finding->message == NULL || finding->rule == NULL)
        abort();
    return 0;
}

static void import(const uint8_t *data, size_t size)
{
    tl_import_options options = TL_IMPORT_OPTIONS_INIT;
    int64_t items = 0;
    tl_book *book = fuzz_book(&options.ledger);
    options.path = fuzz_file(data, size);
    options.on_finding = take;
    options.dry_run = 1;
    int result = tl_import_csv(book, &options, &items);
    if (result != TL_OK && tl_errmsg(book)[0] == '\0')
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_bytes from = { data, size };
    const tl__sheet_options options = { .path = "input", .read = fuzz_read, .arg = &from, .format = "csv" };
    fuzz_sheet(&options);
    import(data, size);
    return 0;
}
