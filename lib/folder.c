/* folder.c (L1) - see folder.h. */
#include "folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int fail_io(tl__folder *folder)
{
    int reason = errno;
    return tl__error_set(&folder->book->error, reason == ENOENT || reason == ENOTDIR ? TL_ENOTFOUND : TL_EIO, NULL, "the folder %s can't be made: %s",
        folder->path, strerror(reason));
}

/* 1 if there is nothing in the folder, or no such folder. */
static int is_free(const char *path)
{
    struct stat info;
    if (lstat(path, &info) != 0)
        return 1;
    DIR *entries = opendir(path);
    const struct dirent *entry;
    int count = 0;
    if (entries == NULL)
        return 0;
    while ((entry = readdir(entries)) != NULL)
        count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    closedir(entries);
    return count == 0;
}

int tl__folder_begin(tl_book *book, const char *path, tl__folder *folder)
{
    *folder = (tl__folder) { .book = book };
    size_t length = path == NULL ? 0 : strlen(path);
    while (length > 1 && path[length - 1] == '/')
        length--;
    if (length == 0)
        return tl__error_set(&book->error, TL_EMISUSE, NULL, "a folder to be made needs a path");
    folder->path = sqlite3_mprintf("%.*s", (int)length, path);
    if (folder->path == NULL)
        return tl__fail_memory(book);
    if (!is_free(folder->path))
        return tl__error_set(&book->error, TL_EEXISTS, NULL, "%s exists already and is left as it is; name a folder that is new or empty", folder->path);
    folder->aside = sqlite3_mprintf("%s.tmp-%ld", folder->path, (long)getpid());
    if (folder->aside == NULL)
        return tl__fail_memory(book);
    if (mkdir(folder->aside, 0777) == 0)
        return TL_OK;
    int result = fail_io(folder);
    sqlite3_free(folder->aside); /* what lies there is not ours to remove */
    folder->aside = NULL;
    return result;
}

static char *path_in(const char *folder, const char *name)
{
    return sqlite3_mprintf("%s/%s", folder, name);
}

int tl__folder_make(tl__folder *folder, const char *name)
{
    char *path = path_in(folder->aside, name);
    if (path == NULL)
        return tl__fail_memory(folder->book);
    int result = mkdir(path, 0777) == 0 ? TL_OK : fail_io(folder);
    sqlite3_free(path);
    return result;
}

int tl__folder_open(tl__folder *folder, const char *name, FILE **file)
{
    *file = NULL;
    folder->name = name;
    folder->file_path = path_in(folder->aside, name);
    if (folder->file_path == NULL)
        return tl__fail_memory(folder->book);
    int fd = open(folder->file_path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    folder->file = fd < 0 ? NULL : fdopen(fd, "w");
    if (folder->file == NULL) {
        int result = fail_io(folder);
        if (fd >= 0)
            close(fd);
        return result;
    }
    *file = folder->file;
    return TL_OK;
}

/* The line of SHA256SUMS for the file just written. */
static int list_file(tl__folder *folder)
{
    char hex[TL__DIGEST_HEX + 1];
    int64_t size;
    errno = tl__file_sha256(folder->file_path, hex, &size);
    if (errno != 0)
        return fail_io(folder);
    tl__append(&folder->sums, hex);
    tl__append(&folder->sums, "  ");
    tl__append(&folder->sums, folder->name);
    tl__append(&folder->sums, "\n");
    return folder->sums.failed ? tl__fail_memory(folder->book) : TL_OK;
}

int tl__folder_close(tl__folder *folder, int result)
{
    if (folder->file != NULL) {
        int failed = ferror(folder->file); /* its reason is gone by now; most often the disk is full, and flushing says so again */
        errno = failed ? EIO : 0;
        failed |= fflush(folder->file) != 0 || fsync(fileno(folder->file)) != 0;
        if (failed && result == TL_OK)
            result = fail_io(folder);
        if (fclose(folder->file) != 0 && result == TL_OK)
            result = fail_io(folder);
        if (result == TL_OK && strcmp(folder->name, "SHA256SUMS") != 0)
            result = list_file(folder);
    }
    sqlite3_free(folder->file_path);
    folder->file_path = NULL;
    folder->file = NULL;
    return result;
}

int tl__folder_add(tl__folder *folder, const char *name, const void *bytes, size_t count)
{
    FILE *file;
    int result = tl__folder_open(folder, name, &file);
    if (result == TL_OK)
        fwrite(bytes, 1, count, file);
    return tl__folder_close(folder, result);
}

/* Takes back what is no true copy. */
static int take_back(tl__folder *folder, const char *name, size_t listed)
{
    char *path = path_in(folder->aside, name);
    if (path == NULL)
        return tl__fail_memory(folder->book);
    unlink(path);
    sqlite3_free(path);
    folder->sums.length = listed;
    if (folder->sums.text != NULL)
        folder->sums.text[listed] = '\0';
    return TL_OK;
}

/* Opened without waiting: what was a file may be a pipe by now. */
static FILE *open_plain(const char *path, int *reason)
{
    struct stat info;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    FILE *file = NULL;
    if (fd >= 0 && fstat(fd, &info) == 0 && !S_ISREG(info.st_mode))
        errno = S_ISDIR(info.st_mode) ? EISDIR : EINVAL;
    else if (fd >= 0)
        file = fdopen(fd, "rb");
    *reason = errno;
    if (file == NULL && fd >= 0)
        close(fd);
    return file;
}

int tl__folder_copy(tl__folder *folder, const char *name, const char *from, const char *sha256, int *copied, int *reason)
{
    char block[16384];
    size_t count, listed = folder->sums.length;
    FILE *to;
    *copied = 0;
    FILE *source = open_plain(from, reason);
    if (source == NULL)
        return TL_OK;
    int result = tl__folder_open(folder, name, &to);
    while (result == TL_OK && (count = fread(block, 1, sizeof block, source)) > 0)
        if (fwrite(block, 1, count, to) != count)
            break;
    *reason = ferror(source) ? EIO : 0;
    fclose(source);
    result = tl__folder_close(folder, result);
    /* What was copied is what is compared: the file itself may change at any time. */
    *copied = result == TL_OK && *reason == 0 && strncmp(folder->sums.text + listed, sha256, TL__DIGEST_HEX) == 0;
    return result == TL_OK && !*copied ? take_back(folder, name, listed) : result;
}

/* By names alone: it is what has to be done when memory is out, too. */
static void remove_files(int parent, const char *path, int depth)
{
    const struct dirent *entry;
    int fd = openat(parent, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    DIR *entries = fd < 0 ? NULL : fdopendir(fd);
    while (entries != NULL && (entry = readdir(entries)) != NULL) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        if (unlinkat(fd, entry->d_name, 0) != 0 && depth > 0)
            remove_files(fd, entry->d_name, depth - 1);
    }
    if (entries != NULL)
        closedir(entries);
    else if (fd >= 0)
        close(fd);
    unlinkat(parent, path, AT_REMOVEDIR);
}

static int keep(tl__folder *folder)
{
    int result = tl__folder_add(folder, "SHA256SUMS", folder->sums.text, folder->sums.length);
    if (result != TL_OK)
        return result;
    if (rename(folder->aside, folder->path) == 0)
        return TL_OK;
    if (errno != ENOTEMPTY && errno != EEXIST && errno != ENOTDIR)
        return fail_io(folder);
    return tl__error_set(&folder->book->error, TL_EEXISTS, NULL, "%s exists already and is left as it is; name a folder that is new or empty", folder->path);
}

int tl__folder_end(tl__folder *folder, int result)
{
    if (result == TL_OK)
        result = keep(folder);
    if (result != TL_OK && folder->aside != NULL)
        remove_files(AT_FDCWD, folder->aside, 1);
    tl_free(folder->sums.text);
    sqlite3_free(folder->aside);
    sqlite3_free(folder->path);
    *folder = (tl__folder) { .book = folder->book };
    return result;
}
