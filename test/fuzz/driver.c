/* driver.c - runs a fuzz target over the files named on the command line, where there is no libFuzzer: so the corpus is a test like any other. */
#include "fuzz.h"

static int run_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return 1;
    uint8_t *bytes = malloc(1 << 20);
    size_t size = bytes == NULL ? 0 : fread(bytes, 1, 1 << 20, file);
    fclose(file);
    if (bytes != NULL)
        LLVMFuzzerTestOneInput(bytes, size);
    free(bytes);
    return 0;
}

int main(int argc, char **argv)
{
    int failed = 0;
    for (int i = 1; i < argc; i++)
        failed += run_file(argv[i]);
    printf("%d passed, %d failed\n", argc - 1 - failed, failed);
    return failed != 0;
}
