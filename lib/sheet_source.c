/* sheet_source.c (L4) - where the bytes of a table come from: a file, a pipe, a function of the caller; and what is put aside of them. */
#include "sheet_reader.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PIECE = 64 * 1024 }; /* bytes given to a file of SQLite at once: it takes no more than a page of its own may have */

static int fail_read(tl__source *source)
{
    return tl__error_set(source->error, TL_EIO, NULL, "the file %s can't be read: %s", source->name, strerror(errno));
}

/* ------------------------------------------------------------------------------------------------------------------------------ spool */

static int fail_spool(tl__spool *spool)
{
    return tl__error_set(spool->error, TL_EIO, NULL, "no temporary file can be written (is the disk full?); SQLITE_TMPDIR names another folder for it");
}

static int open_spool(tl__spool *spool)
{
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXCLUSIVE | SQLITE_OPEN_DELETEONCLOSE | SQLITE_OPEN_TEMP_JOURNAL;
    sqlite3_vfs *vfs = sqlite3_vfs_find(NULL);
    sqlite3_file *file = sqlite3_malloc64((sqlite3_uint64)vfs->szOsFile);
    if (file == NULL)
        return tl__error_set(spool->error, TL_ENOMEM, NULL, "out of memory");
    memset(file, 0, (size_t)vfs->szOsFile);
    if (vfs->xOpen(vfs, NULL, file, flags, NULL) != SQLITE_OK) {
        sqlite3_free(file);
        return fail_spool(spool);
    }
    spool->file = file;
    return TL_OK;
}

static int flush(tl__spool *spool)
{
    int result = spool->file == NULL ? open_spool(spool) : TL_OK;
    sqlite3_file *file = spool->file;
    if (result != TL_OK)
        return result;
    for (size_t at = 0; at < spool->memory.length; at += PIECE) {
        size_t left = spool->memory.length - at, count = left < PIECE ? left : PIECE;
        if (file->pMethods->xWrite(file, spool->memory.text + at, (int)count, spool->written) != SQLITE_OK)
            return fail_spool(spool);
        spool->written += (int64_t)count;
    }
    spool->memory.length = 0;
    return TL_OK;
}

int tl__spool_append(tl__spool *spool, const void *bytes, size_t count)
{
    size_t limit = spool->file == NULL ? TL__SPOOL_ROOM : TL__SHEET_CHUNK;
    int result = spool->memory.length > 0 && spool->memory.length + count > limit ? flush(spool) : TL_OK;
    if (result != TL_OK)
        return result;
    tl__append_bytes(&spool->memory, bytes, count);
    if (spool->memory.failed)
        return tl__error_set(spool->error, TL_ENOMEM, NULL, "out of memory");
    spool->size += (int64_t)count;
    return TL_OK;
}

int tl__spool_read(tl__spool *spool, int64_t offset, void *bytes, size_t count)
{
    sqlite3_file *file = spool->file;
    if (offset < spool->written && offset + (int64_t)count > spool->written) {
        int result = flush(spool);
        if (result != TL_OK)
            return result;
    }
    if (offset >= spool->written) {
        memcpy(bytes, spool->memory.text + (offset - spool->written), count);
        return TL_OK;
    }
    for (size_t at = 0; at < count; at += PIECE) {
        size_t left = count - at;
        if (file->pMethods->xRead(file, (char *)bytes + at, (int)(left < PIECE ? left : PIECE), offset + (int64_t)at) != SQLITE_OK)
            return fail_spool(spool);
    }
    return TL_OK;
}

void tl__spool_close(tl__spool *spool)
{
    sqlite3_file *file = spool->file;
    if (file != NULL)
        file->pMethods->xClose(file);
    sqlite3_free(file);
    tl_free(spool->memory.text);
    *spool = (tl__spool) { .error = spool->error };
}

/* ----------------------------------------------------------------------------------------------------------------------------- source */

static int open_file(tl__source *source)
{
    struct stat info;
    source->file = open(source->name, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (source->file < 0 && (errno == ENOENT || errno == ENOTDIR))
        return tl__error_set(source->error, TL_ENOTFOUND, NULL, "there is no file %s", source->name);
    if (source->file < 0 || fstat(source->file, &info) != 0)
        return fail_read(source);
    if (S_ISDIR(info.st_mode))
        return tl__error_set(source->error, TL_EINVAL, NULL, "%s is a folder; name a file", source->name);
    source->seekable = S_ISREG(info.st_mode);
    source->size = source->seekable ? (int64_t)info.st_size : -1;
    return TL_OK;
}

int tl__source_open(tl__source *source, const tl__sheet_options *options)
{
    source->file = -1;
    source->read = options->read;
    source->arg = options->arg;
    source->size = -1;
    source->keeping = 1;
    source->spool.error = source->error;
    return options->read == NULL ? open_file(source) : TL_OK;
}

void tl__source_close(tl__source *source)
{
    if (source->file >= 0)
        close(source->file);
    source->file = -1;
    tl__spool_close(&source->spool);
}

static int fail_stop(tl__source *source, int result)
{
    return tl__error_set(source->error, TL_ESTOP, NULL, "reading %s was stopped by the caller (%d)", source->name, result);
}

/* Reads on in what can't be read twice. */
static int read_once(tl__source *source, void *buffer, size_t room, size_t *count)
{
    *count = 0;
    if (source->read != NULL) {
        int result = source->read(buffer, room, count, source->arg);
        if (result != 0 || *count > room)
            return fail_stop(source, result);
    } else {
        ssize_t got;
        do
            got = read(source->file, buffer, room);
        while (got < 0 && errno == EINTR);
        if (got < 0)
            return fail_read(source);
        *count = (size_t)got;
    }
    source->at_end = *count == 0;
    return TL_OK;
}

/* The next bytes of what can't seek: those that are kept first. */
static int read_stream(tl__source *source, char *buffer, size_t room, size_t *count)
{
    int64_t kept = source->spool.size - source->at;
    if (kept > 0) {
        *count = (uint64_t)kept < room ? (size_t)kept : room;
        return tl__spool_read(&source->spool, source->at, buffer, *count);
    }
    *count = 0;
    if (source->at_end)
        return TL_OK;
    int result = read_once(source, buffer, room, count);
    return result == TL_OK && source->keeping && *count > 0 ? tl__spool_append(&source->spool, buffer, *count) : result;
}

static int read_file(tl__source *source, int64_t offset, char *buffer, size_t room, size_t *count)
{
    ssize_t got;
    do
        got = pread(source->file, buffer, room, (off_t)offset);
    while (got < 0 && errno == EINTR);
    *count = got < 0 ? 0 : (size_t)got;
    return got < 0 ? fail_read(source) : TL_OK;
}

int tl__source_read(tl__source *source, void *buffer, size_t room, size_t *count)
{
    *count = 0;
    while (*count < room) {
        char *to = (char *)buffer + *count;
        size_t got;
        int result = source->seekable ? read_file(source, source->at, to, room - *count, &got) : read_stream(source, to, room - *count, &got);
        if (result != TL_OK)
            return result;
        if (got == 0)
            break;
        source->at += (int64_t)got;
        *count += got;
    }
    return TL_OK;
}

void tl__source_rewind(tl__source *source)
{
    source->at = 0;
}

void tl__source_forget(tl__source *source)
{
    source->keeping = 0;
}

int tl__source_complete(tl__source *source)
{
    char chunk[4096];
    size_t count = 1;
    if (source->seekable)
        return TL_OK;
    source->at = source->spool.size;
    while (count > 0) {
        int result = read_stream(source, chunk, sizeof chunk, &count);
        if (result != TL_OK)
            return result;
        source->at += (int64_t)count;
    }
    source->size = source->spool.size;
    source->at = 0;
    return TL_OK;
}

int tl__source_read_at(tl__source *source, int64_t offset, void *buffer, size_t room, size_t *count)
{
    int64_t left = source->size - offset;
    *count = left <= 0 ? 0 : (uint64_t)left < room ? (size_t)left : room;
    if (!source->seekable)
        return *count == 0 ? TL_OK : tl__spool_read(&source->spool, offset, buffer, *count);
    size_t wanted = *count;
    *count = 0;
    while (*count < wanted) {
        size_t got;
        int result = read_file(source, offset + (int64_t)*count, (char *)buffer + *count, wanted - *count, &got);
        if (result != TL_OK || got == 0)
            return result;
        *count += got;
    }
    return TL_OK;
}
