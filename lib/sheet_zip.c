/* sheet_zip.c (L4) - the parts of a workbook in its zip archive, unpacked piece by piece by minizip. What grows too much is a bomb, and refused. */
#include "sheet_book.h"

#include <minizip/unzip.h>
#include <sqlite3.h>
#include <string.h>

enum {
    RATIO = 150,           /* times that a part may grow */
    RATIO_FROM = 32 << 20, /* bytes from which on that counts */
    PARTS = 20000          /* of an archive, at most */
};
#define PART_MAX ((int64_t)4 << 30) /* bytes of a part, unpacked */

/* -------------------------------------------------------------------------------------------------- minizip's way to the source's bytes */

/* minizip takes the archive's list byte by byte; what lies around a byte is kept for the next. */
typedef struct reading {
    tl__source *source;
    int64_t at;
    int failed;
    int64_t kept_at;
    size_t kept;
    char bytes[4096];
} reading;

static voidpf ZCALLBACK open_bytes(voidpf opaque, const void *name, int mode)
{
    (void)name;
    (void)mode;
    reading *made = sqlite3_malloc64(sizeof *made);
    if (made != NULL) {
        made->source = opaque;
        made->at = made->kept_at = 0;
        made->failed = 0;
        made->kept = 0;
    }
    return made;
}

static int read_kept(reading *from, void *buffer, size_t size, size_t *count)
{
    int result = TL_OK;
    if (from->at < from->kept_at || from->at + (int64_t)size > from->kept_at + (int64_t)from->kept) {
        from->kept_at = from->at;
        result = tl__source_read_at(from->source, from->at, from->bytes, sizeof from->bytes, &from->kept);
    }
    size_t start = (size_t)(from->at - from->kept_at), left = from->kept - start;
    *count = left < size ? left : size;
    memcpy(buffer, from->bytes + start, *count);
    return result;
}

static uLong ZCALLBACK read_bytes(voidpf opaque, voidpf stream, void *buffer, uLong size)
{
    reading *from = stream;
    size_t count = 0;
    int result = TL_OK;
    (void)opaque;
    if (size >= sizeof from->bytes)
        result = tl__source_read_at(from->source, from->at, buffer, size, &count);
    else
        result = read_kept(from, buffer, size, &count);
    from->failed |= result != TL_OK;
    from->at += (int64_t)count;
    return count;
}

static uLong ZCALLBACK write_bytes(voidpf opaque, voidpf stream, const void *buffer, uLong size)
{
    (void)opaque;
    (void)stream;
    (void)buffer;
    (void)size;
    return 0;
}

static ZPOS64_T ZCALLBACK tell(voidpf opaque, voidpf stream)
{
    (void)opaque;
    return (ZPOS64_T)((reading *)stream)->at;
}

static long ZCALLBACK seek(voidpf opaque, voidpf stream, ZPOS64_T offset, int origin)
{
    reading *from = stream;
    int64_t base = origin == ZLIB_FILEFUNC_SEEK_CUR ? from->at : origin == ZLIB_FILEFUNC_SEEK_END ? from->source->size : 0;
    (void)opaque;
    if (offset > (ZPOS64_T)(from->source->size - base))
        return -1;
    from->at = base + (int64_t)offset;
    return 0;
}

static int ZCALLBACK close_bytes(voidpf opaque, voidpf stream)
{
    (void)opaque;
    sqlite3_free(stream);
    return 0;
}

static int ZCALLBACK has_failed(voidpf opaque, voidpf stream)
{
    (void)opaque;
    return ((reading *)stream)->failed;
}

/* -------------------------------------------------------------------------------------------------------------------------------- parts */

int tl__zip_open(tl__zip *zip, tl__sheet *sheet)
{
    zlib_filefunc64_def functions = { open_bytes, read_bytes, write_bytes, tell, seek, close_bytes, has_failed, &sheet->source };
    unz_global_info64 info;
    zip->sheet = sheet;
    int result = tl__source_complete(&sheet->source);
    if (result != TL_OK)
        return result;
    zip->file = unzOpen2_64(sheet->path, &functions);
    if (sheet->error->result != TL_OK)
        return sheet->error->result;
    if (zip->file == NULL)
        return tl__sheet_broken(sheet, "it begins as a zip archive does and has no end; is it complete?");
    if (unzGetGlobalInfo64(zip->file, &info) != UNZ_OK || info.number_entry > PARTS)
        return tl__error_set(sheet->error, TL_EINVAL, "import.size", "%s is an archive of more than %d files, no workbook", sheet->path, PARTS);
    return TL_OK;
}

static void leave(tl__zip *zip)
{
    if (zip->open)
        unzCloseCurrentFile(zip->file);
    zip->open = 0;
}

void tl__zip_close(tl__zip *zip)
{
    leave(zip);
    if (zip->file != NULL)
        unzClose(zip->file);
    zip->file = NULL;
}

int tl__zip_has(tl__zip *zip, const char *part)
{
    leave(zip);
    return unzLocateFile(zip->file, part, 2) == UNZ_OK;
}

int tl__zip_start(tl__zip *zip, const char *part)
{
    unz_file_info64 info;
    leave(zip);
    zip->part = part;
    zip->taken = 0;
    if (unzLocateFile(zip->file, part, 2) != UNZ_OK)
        return tl__sheet_broken(zip->sheet, "its part %s is missing", part);
    if (unzGetCurrentFileInfo64(zip->file, &info, NULL, 0, NULL, 0, NULL, 0) != UNZ_OK)
        return tl__sheet_broken(zip->sheet, "its part %s can't be unpacked", part);
    if ((info.flag & 1u) != 0)
        return tl__error_set(zip->sheet->error, TL_EINVAL, "import.format", "%s has a password; save it without one", zip->sheet->path);
    if (unzOpenCurrentFile(zip->file) != UNZ_OK)
        return tl__sheet_broken(zip->sheet, "its part %s can't be unpacked", part);
    zip->open = 1;
    zip->packed = info.compressed_size < (ZPOS64_T)zip->sheet->source.size ? (int64_t)info.compressed_size : zip->sheet->source.size;
    zip->size = info.uncompressed_size < (ZPOS64_T)PART_MAX ? (int64_t)info.uncompressed_size : PART_MAX;
    return TL_OK;
}

int tl__zip_read(tl__zip *zip, void *buffer, size_t room, size_t *count)
{
    int got = zip->open ? unzReadCurrentFile(zip->file, buffer, (unsigned)room) : 0;
    *count = got < 0 ? 0 : (size_t)got;
    if (zip->sheet->error->result != TL_OK)
        return zip->sheet->error->result;
    if (got < 0)
        return tl__sheet_broken(zip->sheet, "its part %s can't be unpacked; is the file complete?", zip->part);
    zip->taken += got;
    if (zip->taken > PART_MAX || (zip->taken > RATIO_FROM && zip->taken / RATIO > zip->packed))
        return tl__error_set(zip->sheet->error, TL_EINVAL, "import.size",
            "%s was not read on: its part %s becomes more than %lld MiB out of %lld KiB, as no table does", zip->sheet->path, zip->part,
            (long long)(zip->taken >> 20) - 1, (long long)(zip->packed >> 10) + 1);
    if (got > 0 || !zip->open)
        return TL_OK;
    zip->open = 0;
    return unzCloseCurrentFile(zip->file) == UNZ_OK ? TL_OK : tl__sheet_broken(zip->sheet, "the checksum of its part %s is wrong", zip->part);
}
