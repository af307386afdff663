/* fault_disk.c - each step of a small life with its n-th write, flush or read of the disk failing, for n = 1, 2, 3 … until the step needs no more:
 * the failure is told as TL_EIO, every entry acknowledged before is there, nothing is half done, the book verifies, and a post with a request
 * id can be repeated. FAULT_ALL=1 tries every n; otherwise each of the first six, then ever wider apart; FAULT_SPARSE=1: the first three,
 * and wider; 2, 3: wider still. */
#include "life_round.h"

#include <sqlite3.h>

enum { WRITE = 1, SYNC = 2, READ = 4 };

static const struct kind {
    const char *name;
    int operation, result, persistent; /* 1: all from the n-th on fail until the book is closed */
} kinds[] = {
    { "a write fails", WRITE, SQLITE_IOERR_WRITE, 0 },
    { "the disk is full", WRITE, SQLITE_FULL, 1 },
    { "a flush fails", SYNC, SQLITE_IOERR_FSYNC, 0 },
    { "flushes fail", SYNC, SQLITE_IOERR_FSYNC, 1 },
    { "a read fails", READ, SQLITE_IOERR_READ, 0 },
    { "reads fail", READ, SQLITE_IOERR_READ, 1 },
};

static sqlite3_vfs *real;
static struct kind chosen;
static long countdown; /* 0: nothing fails; 1: the next one */
static int for_good, has_failed;

static int fails(int operation)
{
    if (countdown == 0 || operation != chosen.operation)
        return 0;
    if (countdown > 1) {
        countdown--;
        return 0;
    }
    has_failed = 1;
    if (!for_good)
        countdown = 0;
    return 1;
}

/* A file of ours: SQLite's own behind it. */
typedef struct shim {
    sqlite3_file base;
    sqlite3_io_methods methods;
    sqlite3_file *file;
} shim;
#define FILE_OF(handle) (((shim *)(void *)(handle))->file)

static int shim_close(sqlite3_file *handle)
{
    return FILE_OF(handle)->pMethods->xClose(FILE_OF(handle));
}

static int shim_read(sqlite3_file *handle, void *into, int count, sqlite3_int64 at)
{
    return fails(READ) ? chosen.result : FILE_OF(handle)->pMethods->xRead(FILE_OF(handle), into, count, at);
}

/* What fails is torn: half of it is there. */
static int shim_write(sqlite3_file *handle, const void *from, int count, sqlite3_int64 at)
{
    if (!fails(WRITE))
        return FILE_OF(handle)->pMethods->xWrite(FILE_OF(handle), from, count, at);
    FILE_OF(handle)->pMethods->xWrite(FILE_OF(handle), from, count / 2, at);
    return chosen.result;
}

static int shim_truncate(sqlite3_file *handle, sqlite3_int64 size)
{
    return FILE_OF(handle)->pMethods->xTruncate(FILE_OF(handle), size);
}

static int shim_sync(sqlite3_file *handle, int flags)
{
    return fails(SYNC) ? chosen.result : FILE_OF(handle)->pMethods->xSync(FILE_OF(handle), flags);
}

static int shim_size(sqlite3_file *handle, sqlite3_int64 *size)
{
    return FILE_OF(handle)->pMethods->xFileSize(FILE_OF(handle), size);
}

static int shim_lock(sqlite3_file *handle, int level)
{
    return FILE_OF(handle)->pMethods->xLock(FILE_OF(handle), level);
}

static int shim_unlock(sqlite3_file *handle, int level)
{
    return FILE_OF(handle)->pMethods->xUnlock(FILE_OF(handle), level);
}

static int shim_reserved(sqlite3_file *handle, int *result)
{
    return FILE_OF(handle)->pMethods->xCheckReservedLock(FILE_OF(handle), result);
}

static int shim_control(sqlite3_file *handle, int operation, void *arg)
{
    return FILE_OF(handle)->pMethods->xFileControl(FILE_OF(handle), operation, arg);
}

static int shim_sector(sqlite3_file *handle)
{
    return FILE_OF(handle)->pMethods->xSectorSize(FILE_OF(handle));
}

static int shim_device(sqlite3_file *handle)
{
    return FILE_OF(handle)->pMethods->xDeviceCharacteristics(FILE_OF(handle));
}

static int shim_map(sqlite3_file *handle, int page, int size, int extend, void volatile **memory)
{
    return FILE_OF(handle)->pMethods->xShmMap(FILE_OF(handle), page, size, extend, memory);
}

static int shim_shm_lock(sqlite3_file *handle, int offset, int count, int flags)
{
    return FILE_OF(handle)->pMethods->xShmLock(FILE_OF(handle), offset, count, flags);
}

static void shim_barrier(sqlite3_file *handle)
{
    FILE_OF(handle)->pMethods->xShmBarrier(FILE_OF(handle));
}

static int shim_unmap(sqlite3_file *handle, int remove_it)
{
    return FILE_OF(handle)->pMethods->xShmUnmap(FILE_OF(handle), remove_it);
}

static int shim_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *handle, int flags, int *out)
{
    shim *made = (shim *)(void *)handle;
    (void)vfs;
    made->file = (sqlite3_file *)(made + 1);
    made->base.pMethods = NULL;
    int result = real->xOpen(real, name, made->file, flags, out);
    if (made->file->pMethods == NULL)
        return result;
    made->methods = (sqlite3_io_methods) { 2, shim_close, shim_read, shim_write, shim_truncate, shim_sync, shim_size, shim_lock, shim_unlock, shim_reserved,
        shim_control, shim_sector, shim_device, shim_map, shim_shm_lock, shim_barrier, shim_unmap, NULL, NULL };
    if (made->file->pMethods->iVersion < 2)
        made->methods.iVersion = 1;
    made->base.pMethods = &made->methods;
    return result;
}

static int tell(const char *step, long n, const char *what, const char *words)
{
    printf("not ok: %s, %s, number %ld: %s %s\n", step, chosen.name, n, what, words);
    return 0;
}

/* The request can be made again, and is there once. */
static const char *repeat_request(life *l, size_t step)
{
    if (steps[step].run != step_request)
        return NULL;
    int result = step_open(l);
    if (result == TL_OK)
        result = step_request(l);
    int64_t last = last_entry(l->book);
    tl_close(l->book);
    l->book = NULL;
    return result != TL_OK ? "can't be repeated" : last != golden[step] ? "is there twice after it was repeated" : NULL;
}

static int has_remains(const char *copy)
{
    static const char *const ends[] = { "", ".part", ".part-journal" };
    char name[300];
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        snprintf(name, sizeof name, "%s%s", copy, ends[i]);
        if (access(name, F_OK) == 0)
            return 1;
    }
    return 0;
}

static int one_round(life *l, size_t step, long n, int *reached)
{
    char words[1200];
    int good = 1;
    begin_round(l, step);
    int result = step == 0 ? TL_OK : step_open(l);
    if (result != TL_OK)
        return tell(steps[step].name, n, "can't be begun", tl_errmsg(l->book));
    has_failed = 0;
    for_good = chosen.persistent;
    countdown = n;
    result = steps[step].run(l);
    snprintf(words, sizeof words, "%.400s; %.400s", tl_errmsg(l->book), result == TL_ECORRUPT ? l->findings : "");
    /* To verify, a page that can't be read is one that is not sound. */
    int damaged = result == TL_ECORRUPT && chosen.operation == READ && steps[step].run == step_verify;
    if (result != TL_OK && result != TL_EIO && !damaged)
        good = tell(steps[step].name, n, tl_result_name(result), words);
    if (result != TL_OK && steps[step].run == step_backup && has_remains(l->copy))
        good = tell(steps[step].name, n, "failed, and a copy is there, or a part of one", "");
    tl_close(l->book);
    l->book = NULL;
    countdown = 0;
    *reached = has_failed;
    /* A read that failed has spoilt nothing: that is looked at now and then. */
    if (chosen.operation == READ && n % 4 != 1)
        return good;
    const char *afterwards = look_after(l, step, result, 1);
    if (afterwards == NULL)
        afterwards = repeat_request(l, step);
    return afterwards == NULL ? good : tell(steps[step].name, n, "", afterwards);
}

static int all_rounds(life *l, int *wrong)
{
    int rounds = 0, every = getenv("FAULT_ALL") != NULL, all_sparse = getenv("FAULT_SPARSE") == NULL ? 0 : atoi(getenv("FAULT_SPARSE"));
    for (size_t step = 0; step < STEPS; step++) {
        int reached = 1, before = *wrong, sparse = all_sparse > 0 ? all_sparse : steps[step].sparse;
        for (long n = 1; reached && *wrong < before + 3; n += every || n < (sparse ? 3 : 6) ? 1 : 1 + n * (sparse ? 4 * sparse : 1) / 2) {
            *wrong += !one_round(l, step, n, &reached);
            rounds++;
        }
    }
    return rounds;
}

int main(void)
{
    life l;
    int rounds = 0, wrong = 0;
    real = sqlite3_vfs_find(NULL);
    sqlite3_vfs ours = *real;
    ours.zName = "faulty";
    ours.szOsFile = (int)sizeof(shim) + real->szOsFile;
    ours.xOpen = shim_open;
    if (sqlite3_vfs_register(&ours, 1) != SQLITE_OK)
        return 1;
    setvbuf(stdout, NULL, _IOLBF, 0);
    make_place(&l);
    if (live_golden(&l))
        for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
            chosen = kinds[i];
            int first = rounds;
            rounds += all_rounds(&l, &wrong);
            wrong += rounds - first < 2 * STEPS; /* each step writes, flushes or reads something, or there is no test in it */
            printf("%s: %d rounds\n", chosen.name, rounds - first);
        }
    else
        wrong++;
    remove_place(&l);
    sqlite3_vfs_unregister(&ours);
    printf("%d passed, %d failed\n", rounds - wrong > 0 ? rounds - wrong : 0, wrong);
    return wrong == 0 ? 0 : 1;
}
