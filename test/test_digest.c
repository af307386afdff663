/* test_digest.c - SHA3-256 and SHA-256 of files, against the known vectors of FIPS 202 and FIPS 180-4. */
#include "digest.h"

#include "fixture.h"
#include "suite.h"

#include <errno.h>
#include <stdio.h>

START_TEST(sha3_vectors)
{
    static const struct {
        const char *text, *hex;
    } vectors[] = {
        { "", "a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a" },
        { "abc", "3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532" },
        { "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "41c0dba2a9d6240849100376a8235e2c82e1b9998a999e21db32dd97496d3376" },
    };
    for (size_t i = 0; i < sizeof vectors / sizeof vectors[0]; i++) {
        char hex[TL__DIGEST_HEX + 1];
        tl__digest digest;
        tl__digest_start(&digest);
        /* In two pieces: where it is cut makes no difference. */
        size_t length = strlen(vectors[i].text);
        tl__digest_add(&digest, vectors[i].text, length / 3);
        tl__digest_add(&digest, vectors[i].text + length / 3, length - length / 3);
        tl__digest_end(&digest, hex);
        ck_assert_str_eq(hex, vectors[i].hex);
    }
}
END_TEST

START_TEST(files)
{
    char hex[TL__DIGEST_HEX + 1];
    int64_t size = -1;
    ck_assert_int_eq(tl__file_sha256(write_file("abc", "abc"), hex, &size), 0);
    ck_assert_str_eq(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    ck_assert_int_eq(size, 3);
    ck_assert_int_eq(tl__file_sha256(write_file("empty", ""), hex, &size), 0);
    ck_assert_str_eq(hex, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    ck_assert_int_eq(size, 0);
}
END_TEST

/* A million times a: larger than any buffer. */
START_TEST(a_large_file)
{
    char hex[TL__DIGEST_HEX + 1];
    int64_t size = -1;
    const char *path = in_folder("million");
    FILE *file = fopen(path, "wb");
    ck_assert_ptr_nonnull(file);
    for (int i = 0; i < 1000000; i++)
        fputc('a', file);
    ck_assert_int_eq(fclose(file), 0);
    ck_assert_int_eq(tl__file_sha256(path, hex, &size), 0);
    ck_assert_str_eq(hex, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    ck_assert_int_eq(size, 1000000);
}
END_TEST

START_TEST(what_is_no_file)
{
    char hex[TL__DIGEST_HEX + 1];
    int64_t size = -1;
    ck_assert_int_eq(tl__file_sha256(in_folder("none"), hex, &size), ENOENT);
    ck_assert_int_eq(tl__file_sha256(t.folder, hex, &size), EISDIR);
}
END_TEST

Suite *digest_suite(void)
{
    Suite *suite = suite_create("digest");
    ADD_TESTS(suite, setup_folder, 30, sha3_vectors, files, a_large_file, what_is_no_file);
    return suite;
}
