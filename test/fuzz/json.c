/* json.c - fuzz target: any text is posted as JSON, and undone. */
#include "fuzz.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    int64_t ledger, seq;
    tl_book *book = fuzz_book(&ledger);
    char *text = malloc(size + 1);
    if (text == NULL)
        return 0;
    memcpy(text, data, size);
    text[size] = '\0';
    if (tl_begin(book) != TL_OK)
        abort();
    int result = tl_post_json(book, text, &seq);
    if (result != TL_OK && tl_errmsg(book)[0] == '\0')
        abort();
    if (tl_rollback(book) != TL_OK)
        abort();
    free(text);
    return 0;
}
