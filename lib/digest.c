/* digest.c (L0) - SHA3-256 for the chain, SHA-256 for files. */
#include "digest.h"

#include <errno.h>
#include <nettle/base16.h>
#include <nettle/base64.h>
#include <nettle/sha2.h>
#include <stdio.h>
#include <sys/stat.h>

void tl__digest_start(tl__digest *digest)
{
    sha3_256_init(digest);
}

void tl__digest_add(tl__digest *digest, const void *bytes, size_t count)
{
    sha3_256_update(digest, count, bytes);
}

void tl__digest_end(tl__digest *digest, char hex[TL__DIGEST_HEX + 1])
{
    uint8_t raw[SHA3_256_DIGEST_SIZE];
    sha3_256_digest(digest, sizeof raw, raw);
    base16_encode_update(hex, sizeof raw, raw);
    hex[TL__DIGEST_HEX] = '\0';
}

static int sha256_stream(FILE *file, char hex[TL__DIGEST_HEX + 1], int64_t *size)
{
    struct sha256_ctx state;
    uint8_t block[16384], raw[SHA256_DIGEST_SIZE];
    size_t count;
    sha256_init(&state);
    *size = 0;
    while ((count = fread(block, 1, sizeof block, file)) > 0) {
        sha256_update(&state, count, block);
        *size += (int64_t)count;
    }
    if (ferror(file))
        return errno != 0 ? errno : EIO;
    sha256_digest(&state, sizeof raw, raw);
    base16_encode_update(hex, sizeof raw, raw);
    hex[TL__DIGEST_HEX] = '\0';
    return 0;
}

int tl__file_sha256(const char *path, char hex[TL__DIGEST_HEX + 1], int64_t *size)
{
    struct stat info;
    /* Looked at before it is opened: opening a pipe would wait, and reading a device might never end. */
    if (stat(path, &info) != 0)
        return errno;
    if (!S_ISREG(info.st_mode))
        return S_ISDIR(info.st_mode) ? EISDIR : EINVAL;
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return errno;
    int failed = sha256_stream(file, hex, size);
    fclose(file);
    return failed;
}

void tl__text_sha256(const char *bytes, size_t count, char base64[TL__DIGEST_BASE64 + 1])
{
    struct sha256_ctx state;
    uint8_t raw[SHA256_DIGEST_SIZE];
    sha256_init(&state);
    sha256_update(&state, count, (const uint8_t *)bytes);
    sha256_digest(&state, sizeof raw, raw);
    base64_encode_raw(base64, sizeof raw, raw);
    base64[TL__DIGEST_BASE64] = '\0';
}
