/* test_restore.c - a book made again from its journal: the same entries, seals and digests, or nothing. */
#include "fixture.h"
#include "suite.h"

#include <stdio.h>
#include <unistd.h>

/* A journal in memory: what tl_export writes, and tl_restore reads. */
typedef struct journal {
    char text[400000];
    size_t length, at, piece; /* piece: bytes at a time */
    int stop;
} journal;
static journal lines;

static int write_journal(const void *bytes, size_t count, void *arg)
{
    journal *to = arg;
    ck_assert_uint_lt(to->length + count, sizeof to->text);
    memcpy(to->text + to->length, bytes, count);
    to->length += count;
    to->text[to->length] = '\0';
    return 0;
}

static int read_journal(void *bytes, size_t room, size_t *count, void *arg)
{
    journal *from = arg;
    size_t left = from->length - from->at;
    size_t most = from->piece < room ? from->piece : room;
    *count = left < most ? left : most;
    memcpy(bytes, from->text + from->at, *count);
    from->at += *count;
    return from->stop && from->at > from->length / 2;
}

static void take_journal(tl_book *book)
{
    tl_export_options options = TL_EXPORT_OPTIONS_INIT;
    memset(&lines, 0, sizeof lines);
    lines.piece = 65536;
    options.format = "jsonl";
    options.write = write_journal;
    options.arg = &lines;
    ck_assert_int_eq(tl_export(book, &options), TL_OK);
}

static int restore(const char *name, tl_book **book)
{
    tl_restore_options options = TL_RESTORE_OPTIONS_INIT;
    options.read = read_journal;
    options.arg = &lines;
    lines.at = 0;
    return tl_restore(in_folder(name), NULL, &options, book);
}

/* The journal as it stands in lines is refused with these words, and no file is made of it. */
static void refuse(int result, const char *words)
{
    tl_book *book = NULL;
    int files = files_in_folder();
    ck_assert_int_eq(restore("made.db", &book), result);
    ck_assert_msg(strstr(tl_errmsg(book), words) != NULL, "%s", tl_errmsg(book));
    tl_close(book);
    ck_assert_int_eq(files_in_folder(), files);
}

static char *line_at(int number)
{
    char *at = lines.text;
    for (int i = 1; i < number; i++)
        at = strchr(at, '\n') + 1;
    return at;
}

/* Puts text in the place of length bytes. */
static void put(char *at, size_t length, const char *text)
{
    size_t size = strlen(text);
    memmove(at + size, at + length, lines.length - (size_t)(at - lines.text) - length + 1);
    memcpy(at, text, size);
    lines.length = lines.length - length + size;
}

static void expect_same(tl_book *book)
{
    char *here = NULL, *there = NULL;
    ck_assert_int_eq(tl_checkpoint(t.book, &here), TL_OK);
    ck_assert_int_eq(tl_checkpoint(book, &there), TL_OK);
    ck_assert_str_eq(here, there);
    tl_free(here);
    tl_free(there);
    ck_assert_str_eq(book_text(book, "SELECT seq || digest FROM seal"), book_text(t.book, "SELECT seq || digest FROM seal"));
    char *before = strdup(lines.text);
    take_journal(book);
    ck_assert_str_eq(lines.text, before);
    free(before);
    ck_assert_int_eq(tl_verify(book, NULL, NULL, NULL), TL_OK);
}

START_TEST(the_same_book)
{
    tl_book *book = NULL;
    tl_info info = TL_INFO_INIT;
    for (size_t piece = 1; piece < 100000; piece *= 97) {
        act(t.item, "comment", "第一\n\"行\"");
        take_journal(t.book);
        lines.piece = piece;
        unlink(in_folder("made.db"));
        ck_assert_int_eq(restore("made.db", &book), TL_OK);
        expect_same(book);
        OK(tl_book_info(book, &info));
        ck_assert_str_eq(info.journal_mode, "wal");
        ck_assert_int_eq(info.given_clock, 1);
        tl_close(book);
    }
}
END_TEST

/* What plain SQL added is not sealed, there and here. */
START_TEST(an_unsealed_end)
{
    tl_book *book = NULL;
    sql_run(t.path, "INSERT INTO post(item, action, actor, at, note) SELECT id, 'comment', 'x', '2023-03-01T00:00:00.000Z', 'x' FROM item");
    take_journal(t.book);
    ck_assert_int_eq(restore("made.db", &book), TL_OK);
    expect_same(book);
    tl_close(book);
}
END_TEST

START_TEST(it_goes_on)
{
    tl_open_options opening = options_of(0);
    tl_restore_options options = TL_RESTORE_OPTIONS_INIT;
    tl_book *book = NULL, *before = t.book;
    int64_t rows = 0, count = entries();
    take_journal(t.book);
    options.read = read_journal;
    options.arg = &lines;
    options.rows = &rows;
    OK(tl_restore(in_folder("made.db"), &opening, &options, &book));
    ck_assert_int_eq(rows, count);
    t.book = book;
    act(t.item, "comment", "here");
    ck_assert_int_eq(entries(), count + 1);
    verify_clean();
    tl_close(before);
}
END_TEST

/* A journal of older formats keeps which of its entries were made under them. */
START_TEST(an_older_journal)
{
    static const char *const books[] = { "test/data/book-1001.db", "test/data/book-1002.db" };
    for (size_t i = 0; i < 2; i++) {
        tl_book *book = NULL;
        copy_file(books[i], in_folder("old.db"));
        tl_close(t.book);
        t.book = open_book(in_folder("old.db"), TL_OPEN_READONLY);
        take_journal(t.book);
        ck_assert_int_eq(restore("made.db", &book), TL_OK);
        expect_same(book);
        tl_close(book);
        unlink(in_folder("made.db"));
        unlink(in_folder("made.db-wal"));
        unlink(in_folder("made.db-shm"));
    }
}
END_TEST

START_TEST(what_was_changed)
{
    take_journal(t.book);
    put(strstr(line_at(3), "add_unit"), 8, "add_uniT");
    refuse(TL_EINVAL, "line 3: the entry is not the one that its digest was made of");
    take_journal(t.book);
    put(strstr(line_at(6), ",\"digest\""), 1, ",\"note\":\"x\",");
    refuse(TL_EINVAL, "line 6: ");
    take_journal(t.book);
    put(strstr(line_at(6), "{\"seq\":5"), 8, "{\"seq\":5,\"colour\":\"red\"");
    refuse(TL_EINVAL, "line 6: it has a key that no entry has");
    take_journal(t.book);
    put(strstr(line_at(6), "{\"seq\":5"), 8, "{\"seq\":5,\"note\":[]");
    refuse(TL_EINVAL, "line 6: it has a value");
    take_journal(t.book);
    put(line_at(4), 1, "[");
    refuse(TL_EINVAL, "line 4: it is no JSON object");
    put(line_at(1), (size_t)(line_at(2) - line_at(1)), "{}\n");
    refuse(TL_EINVAL, "line 1: this is no journal");
}
END_TEST

START_TEST(what_is_missing)
{
    take_journal(t.book);
    put(line_at(5), (size_t)(line_at(6) - line_at(5)), "");
    refuse(TL_EINVAL, "line 5: another entry belongs here");
    take_journal(t.book);
    char *third = strndup(line_at(3), (size_t)(line_at(4) - line_at(3)));
    put(line_at(3), strlen(third), "");
    put(line_at(4), 0, third);
    refuse(TL_EINVAL, "line 3: another entry belongs here");
    put(line_at(4), strlen(third), "");
    put(line_at(3), 0, third);
    put(line_at(3), 0, third);
    refuse(TL_EINVAL, "line 4: another entry belongs here");
    free(third);
    take_journal(t.book);
    lines.length = (size_t)(line_at(4) - lines.text);
    refuse(TL_EINVAL, "line 4: the file ends before the last entry");
    lines.length -= 10;
    refuse(TL_EINVAL, "line 3: it breaks off");
    lines.length = 0;
    refuse(TL_EINVAL, "line 1: the file is empty");
}
END_TEST

/* Of a later major format nothing is known here; a line without end is read no further. */
START_TEST(what_can_not_be_read)
{
    take_journal(t.book);
    put(strstr(lines.text, "\"format\":1003"), 13, "\"format\":2000");
    refuse(TL_EINVAL, "another format");
    memset(lines.text, ' ', 300000);
    lines.length = 300000;
    refuse(TL_EINVAL, "line 1: it breaks off");
}
END_TEST

/* Digests that fit entries which the rules refuse: whoever forges a journal comes no further than one who posts. */
START_TEST(the_rules_hold)
{
    ck_assert_int_eq(sql_try(t.path, "DROP TRIGGER entry_immutable_update; UPDATE entry SET state = 'closed' WHERE action = 'register'; "
                                     "DROP TRIGGER seal_immutable_delete; DELETE FROM seal"),
        SQLITE_OK);
    take_journal(t.book);
    refuse(TL_ECORRUPT, "is refused when the journal is replayed");
}
END_TEST

static int stop(void *arg)
{
    (void)arg;
    return 1;
}

START_TEST(refused)
{
    tl_restore_options options = TL_RESTORE_OPTIONS_INIT;
    tl_open_options opening = TL_OPEN_OPTIONS_INIT;
    tl_book *book = NULL;
    take_journal(t.book);
    write_file("made.db", "mine");
    refuse(TL_EEXISTS, "exists already");
    unlink(in_folder("made.db"));
    ck_assert_int_eq(tl_restore(in_folder("made.db"), NULL, &options, &book), TL_EMISUSE);
    tl_close(book);
    ck_assert_int_eq(tl_restore(in_folder("made.db"), NULL, NULL, &book), TL_EMISUSE);
    tl_close(book);
    ck_assert_int_eq(tl_restore(in_folder("made.db"), NULL, NULL, NULL), TL_EMISUSE);
    ck_assert_int_eq(tl_restore("", NULL, NULL, &book), TL_EMISUSE);
    tl_close(book);
    lines.stop = 1;
    lines.piece = 1000;
    refuse(TL_ESTOP, "nothing was made");
    lines.stop = 0;
    opening.progress = stop;
    options.read = read_journal;
    options.arg = &lines;
    lines.at = 0;
    ck_assert_int_eq(tl_restore(in_folder("made.db"), &opening, &options, &book), TL_ESTOP);
    tl_close(book);
    lines.at = 0;
    ck_assert_int_eq(tl_restore(in_folder("no/made.db"), NULL, &options, &book), TL_EIO);
    tl_close(book);
}
END_TEST

Suite *restore_suite(void)
{
    Suite *suite = suite_create("restore");
    ADD_TESTS(suite, setup_small, 60, the_same_book, an_unsealed_end, it_goes_on, an_older_journal, what_was_changed, what_is_missing, what_can_not_be_read,
        the_rules_hold, refused);
    return suite;
}
