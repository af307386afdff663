/* fuzz.h - what the fuzz targets share: a small book in a temporary folder, and a file to put their input into. */
#ifndef FUZZ_H
#define FUZZ_H

#include "taskledger.h"

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static inline void fuzz_clean(void);

/* A folder of this process, in memory where there is such a place. */
static inline const char *fuzz_folder(void)
{
    static char folder[64];
    if (folder[0] == '\0') {
        snprintf(folder, sizeof folder, "%s/taskledger-fuzz-XXXXXX", access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp");
        if (mkdtemp(folder) == NULL || atexit(fuzz_clean) != 0)
            abort();
    }
    return folder;
}

static inline void fuzz_clean(void)
{
    static const char *const names[] = { "input", "input-wal", "input-shm", "book.db", "book.db-wal", "book.db-shm" };
    char path[96];
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        snprintf(path, sizeof path, "%s/%s", fuzz_folder(), names[i]);
        unlink(path);
    }
    rmdir(fuzz_folder());
}

static inline const char *fuzz_file(const uint8_t *data, size_t size)
{
    static char path[96];
    snprintf(path, sizeof path, "%s/input", fuzz_folder());
    FILE *file = fopen(path, "wb");
    if (file == NULL || fwrite(data, 1, size, file) != size || fclose(file) != 0)
        abort();
    return path;
}

/* A book with two units and a ledger of dossiers, which has custom fields. */
static inline tl_book *fuzz_book(int64_t *ledger)
{
    static tl_book *book;
    static int64_t made;
    if (book == NULL) {
        char path[96];
        tl_open_options options = TL_OPEN_OPTIONS_INIT;
        tl_unit_spec unit = TL_UNIT_SPEC_INIT;
        tl_ledger_spec spec = TL_LEDGER_SPEC_INIT;
        options.flags = TL_OPEN_NEW | TL_OPEN_GIVEN_CLOCK;
        options.today = "2023-06-30";
        options.actor = "fuzz";
        options.durability = TL_NORMAL;
        unit.code = "zzb";
        unit.name = "组织部";
        spec.code = "d";
        spec.title = "档案";
        spec.template_name = "dossiers";
        snprintf(path, sizeof path, "%s/book.db", fuzz_folder());
        if (tl_open(path, &options, &book) != TL_OK || tl_unit_add(book, &unit, NULL) != TL_OK || tl_ledger_add(book, &spec, &made) != TL_OK)
            abort();
    }
    *ledger = made;
    return book;
}

#endif
