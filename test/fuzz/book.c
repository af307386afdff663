/* book.c - fuzz target: a file of any bytes is opened as a book, listed and verified. It must be told, never believed. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    tl_book *book = NULL;
    tl_cursor *cursor = NULL;
    tl_open_options options = TL_OPEN_OPTIONS_INIT;
    options.flags = TL_OPEN_READONLY;
    if (tl_open(fuzz_file(data, size), &options, &book) == TL_OK) {
        if (tl_items(book, NULL, &cursor) == TL_OK)
            while (tl_next(cursor) == TL_ROW)
                tl_column_word(cursor, 0);
        tl_cursor_close(cursor);
        tl_verify(book, NULL, NULL, NULL);
    }
    tl_close(book);
    return 0;
}
