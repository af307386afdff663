/* test_place.c - where a book lies: file systems by number, folders by name, and what that does to a book. */
#include "place.h"

#include "fixture.h"
#include "suite.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

START_TEST(magic_numbers)
{
    static const unsigned long network[] = { 0x6969, 0x517B, 0xFF534D42, 0xFE534D42, 0x01021997, 0x65735546, 0x00C36400 };
    static const unsigned long local[] = { 0xEF53 /* ext4 */, 0x58465342 /* xfs */, 0x9123683E /* btrfs */, 0x01021994 /* tmpfs */, 0x794C7630 /* overlay */,
        0x4D44 /* fat */, 0 };
    for (size_t i = 0; i < sizeof network / sizeof network[0]; i++)
        ck_assert_msg(tl__place_by_filesystem(network[i]) == TL__PLACE_NETWORK, "%lx", network[i]);
    for (size_t i = 0; i < sizeof local / sizeof local[0]; i++)
        ck_assert_msg(tl__place_by_filesystem(local[i]) == TL__PLACE_LOCAL, "%lx", local[i]);
}
END_TEST

START_TEST(folder_names)
{
    static const char *const synced[] = { "/home/li/OneDrive/book.db", "/home/li/OneDrive - 区委办/书/book.db", "/home/li/Dropbox/book.db",
        "/home/li/Dropbox (2)/a/b.db", "/home/li/坚果云/book.db", "/home/li/Nextcloud/x.db", "/mnt/c/Users/li/onedrive/book.db", "/home/li/百度云同步盘/x.db" };
    static const char *const local[] = { "/home/li/book.db", "/home/li/OneDriver/book.db", "/home/li/OneDrive", "/home/li/MyDropbox/book.db",
        "/home/li/Dropboxes/x.db", "", "book.db" };
    for (size_t i = 0; i < sizeof synced / sizeof synced[0]; i++)
        ck_assert_msg(tl__place_by_name(synced[i]) == TL__PLACE_SYNCED, "%s", synced[i]);
    for (size_t i = 0; i < sizeof local / sizeof local[0]; i++)
        ck_assert_msg(tl__place_by_name(local[i]) == TL__PLACE_LOCAL, "%s", local[i]);
}
END_TEST

/* A path in a new folder of that name. */
static const char *in_new_folder(const char *name, const char *file)
{
    const char *folder = in_folder(name);
    ck_assert_int_eq(mkdir(folder, 0755), 0);
    char *path = (char *)in_folder(name);
    strcat(path, "/");
    return strcat(path, file);
}

START_TEST(a_book_in_a_synchronised_folder)
{
    static const char *const names[] = { "OneDrive - X", "Dropbox", "坚果云" };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const char *path = in_new_folder(names[i], "book.db");
        ck_assert_int_eq(tl__place_of(path), TL__PLACE_SYNCED);
        tl_book *book = open_book(path, TL_OPEN_NEW);
        ck_assert_str_eq(book_text(book, "PRAGMA journal_mode"), "delete");
        ck_assert_ptr_nonnull(strstr(tl_warning(book), names[i]));
        ck_assert_ptr_nonnull(strstr(tl_warning(book), "synchronised"));
        tl_close(book);
        ck_assert_str_eq(sql_text(path, "PRAGMA journal_mode"), "delete");
    }
}
END_TEST

/* One that was made elsewhere and moved there. */
START_TEST(a_book_moved_there)
{
    tl_close(open_book(t.path, TL_OPEN_NEW));
    ck_assert_str_eq(sql_text(t.path, "PRAGMA journal_mode"), "wal");
    const char *path = in_new_folder("Dropbox", "book.db");
    copy_file(t.path, path);
    tl_book *book = open_book(path, TL_OPEN_READONLY);
    ck_assert_str_ne(tl_warning(book), "");
    tl_close(book);
    book = open_book(path, 0);
    ck_assert_str_eq(book_text(book, "PRAGMA journal_mode"), "delete");
    ck_assert_str_ne(tl_warning(book), "");
    tl_close(book);
}
END_TEST

START_TEST(a_local_book)
{
    ck_assert_int_eq(tl__place_of(t.path), TL__PLACE_LOCAL);
    t.book = open_book(t.path, TL_OPEN_NEW);
    ck_assert_str_eq(tl_warning(t.book), "");
    OK(tl_set_actor(t.book, "x"));
    tl_close(t.book);
    t.book = NULL;
    /* The mode that its owner chose stays. */
    sql_run(t.path, "PRAGMA journal_mode=DELETE");
    t.book = open_book(t.path, 0);
    ck_assert_str_eq(book_text(t.book, "PRAGMA journal_mode"), "delete");
    ck_assert_int_eq(tl__place_of("/nowhere/at/all/book.db"), TL__PLACE_LOCAL);
    ck_assert_int_eq(tl__place_of("book.db"), TL__PLACE_LOCAL);
}
END_TEST

/* A link that leads into such a folder is seen through. */
START_TEST(links)
{
    const char *path = in_new_folder("OneDrive", "book.db"), *alias = in_folder("books");
    (void)path;
    ck_assert_int_eq(symlink(in_folder("OneDrive"), alias), 0);
    ck_assert_int_eq(tl__place_of(in_folder("books/book.db")), TL__PLACE_SYNCED);
}
END_TEST

Suite *place_suite(void)
{
    Suite *suite = suite_create("place");
    ADD_TESTS(suite, setup_folder, 30, magic_numbers, folder_names, a_book_in_a_synchronised_folder, a_book_moved_there, a_local_book, links);
    return suite;
}
