/* digest.h (L0) - SHA3-256 for the chain, SHA-256 for files, both in lower-case hex; SHA-256 of what a page holds. */
#ifndef TL_DIGEST_H
#define TL_DIGEST_H

#include <nettle/sha3.h>
#include <stddef.h>
#include <stdint.h>

enum { TL__DIGEST_HEX = 64, TL__DIGEST_BASE64 = 44 };

typedef struct sha3_256_ctx tl__digest;

/* A digest grows by tl__digest_add and ends with tl__digest_end, which writes 64 hex digits and a NUL. */
void tl__digest_start(tl__digest *digest);
void tl__digest_add(tl__digest *digest, const void *bytes, size_t count);
void tl__digest_end(tl__digest *digest, char hex[TL__DIGEST_HEX + 1]);

/* SHA-256 and size of a plain file. 0, or errno (EISDIR for a folder, EINVAL for what is neither). */
int tl__file_sha256(const char *path, char hex[TL__DIGEST_HEX + 1], int64_t *size);

/* SHA-256 of bytes in base64, as content security policies have it, with a NUL. */
void tl__text_sha256(const char *bytes, size_t count, char base64[TL__DIGEST_BASE64 + 1]);

#endif
