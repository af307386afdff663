/* test_posting.c - tl_post and the everyday verbs: every result, repeated requests, expect, files and fields that go along. */
#include "fixture.h"
#include "suite.h"

#include <stdio.h>

static tl_posting posting_of(int64_t item, const char *action)
{
    tl_posting posting = TL_POSTING_INIT;
    posting.item = item;
    posting.action = action;
    return posting;
}

START_TEST(everyday_verbs)
{
    OK(tl_assign(t.book, t.second, t.east, "lead", "Sun"));
    OK(tl_assign(t.book, t.second, t.south, "support", NULL));
    OK(tl_unassign(t.book, t.second, t.south));
    OK(tl_dispatch(t.book, t.second, "2023-05-01"));
    ck_assert_str_eq(state_of(t.second), "dispatched");
    OK(tl_acknowledge(t.book, t.second, t.east));
    ck_assert_str_eq(state_of(t.second), "in_progress");
    OK(tl_report(t.book, t.second, t.east, "half done", "50.5"));
    OK(tl_attach(t.book, t.second, "https://example.org/photo", "photo"));
    OK(tl_request_close(t.book, t.second, "done"));
    ck_assert_str_eq(state_of(t.second), "in_review");
    OK(tl_return(t.book, t.second, "one board is missing"));
    ck_assert_str_eq(state_of(t.second), "in_progress");
    OK(tl_request_close(t.book, t.second, NULL));
    OK(tl_close_out(t.book, t.second, "looked at it"));
    ck_assert_str_eq(state_of(t.second), "closed");
    tl_item *item;
    OK(tl_item_get(t.book, t.second, &item));
    ck_assert_str_eq(item->percent, "50.5");
    ck_assert_str_eq(item->lead, "east");
    ck_assert_int_eq(item->returned, 1);
    ck_assert_int_eq(item->evidence, 1);
    tl_free(item);
    ck_assert_str_eq(
        book_text(
            t.book, "SELECT group_concat(action, ' ') FROM (SELECT action FROM entry WHERE item = (SELECT max(id) FROM item WHERE no = '2') ORDER BY seq)"),
        "register assign assign unassign dispatch acknowledge report attach request_close return request_close close");
    verify_clean();
}
END_TEST

/* What each action leaves in its entry. */
START_TEST(all_that_an_entry_carries)
{
    int64_t seq = 0;
    bring_to(t.item, "in_progress");
    tl_posting posting = posting_of(t.item, "report");
    posting.actor = "li";
    posting.unit = t.north;
    posting.percent = "66.5";
    posting.value = "-3.25";
    posting.note = "第一段已完成";
    posting.problem = "rain";
    posting.next_step = "wait";
    posting.happened_on = "2023-02-28";
    posting.data = "{\"a\":1}";
    posting.request = "r1";
    OK(tl_post(t.book, &posting, &seq));
    ck_assert_int_eq(seq, entries());
    ck_assert_str_eq(
        book_text(t.book,
            "SELECT actor||','||unit||','||percent||','||value||','||note||','||problem||','||next_step||','||happened_on||','||data||','||request "
            "FROM entry ORDER BY seq DESC LIMIT 1"),
        "li,2,66.5,-3.25,第一段已完成,rain,wait,2023-02-28,{\"a\":1},r1");
    posting = posting_of(t.item, "request-extension");
    posting.unit = t.north;
    posting.due = "2023-09-30";
    posting.note = "rain";
    OK(tl_post(t.book, &posting, NULL));
    OK(tl_post(t.book, &(tl_posting) { .size = sizeof posting, .item = t.item, .action = "grant-extension" }, NULL));
    posting = posting_of(t.item, "rate");
    posting.risk = "high";
    posting.note = "flood";
    OK(tl_post(t.book, &posting, NULL));
    ck_assert_str_eq(book_text(t.book, "SELECT due || ' ' || baseline_due || ' ' || risk || ' ' || extended FROM item WHERE no = '1' AND risk IS NOT NULL"),
        "2023-09-30 2023-06-30 high 1");
    verify_clean();
}
END_TEST

START_TEST(refused_by_a_rule)
{
    REFUSED(tl_close_out(t.book, t.item, NULL), TL_ERULE, "item.move");
    expect_words("tasks/1");
    expect_words("possible from this state");
    REFUSED(tl_dispatch(t.book, t.second, "2023-05-01"), TL_ERULE, "item.lead");
    REFUSED(tl_assign(t.book, t.item, t.east, "lead", NULL), TL_ERULE, "assignment.one_lead");
    REFUSED(tl_assign(t.book, t.item, t.north, "support", NULL), TL_ERULE, "assignment.twice");
    bring_to(t.item, "in_progress");
    REFUSED(tl_report(t.book, t.item, t.east, "not mine", NULL), TL_ERULE, "entry.unit");
    REFUSED(tl_report(t.book, t.item, t.north, NULL, "50"), TL_ERULE, "entry.note");
    tl_posting posting = posting_of(t.item, "request_close");
    posting.unit = t.south;
    REFUSED(tl_post(t.book, &posting, NULL), TL_ERULE, "item.lead_only");
    posting = posting_of(t.item, "comment");
    posting.note = "x";
    posting.percent = "5";
    REFUSED(tl_post(t.book, &posting, NULL), TL_ERULE, "entry.figure");
    OK(tl_set_lang(t.book, "zh"));
    REFUSED(tl_close_out(t.book, t.item, NULL), TL_ERULE, "item.move");
    expect_words("事项在当前状态下不能进行此动作");
    expect_words("办理中");
    verify_clean();
}
END_TEST

START_TEST(second_party)
{
    int64_t dossier = add_item(t.dossiers, "instruction", "2023-06-30", t.north);
    OK(tl_dispatch(t.book, dossier, NULL));
    OK(tl_acknowledge(t.book, dossier, t.north));
    REFUSED(tl_request_close(t.book, dossier, NULL), TL_ERULE, "item.evidence");
    OK(tl_attach(t.book, dossier, "https://example.org/", NULL));
    OK(tl_request_close(t.book, dossier, NULL));
    REFUSED(tl_close_out(t.book, dossier, NULL), TL_ERULE, "item.second_party");
    act_as("zhao", dossier, "close", NULL);
    ck_assert_str_eq(state_of(dossier), "closed");
}
END_TEST

/* As people type it. */
START_TEST(percent_with_its_sign)
{
    static const char *const percents[] = { "60", "60%", "60 %", "６０％", "60％" };
    bring_to(t.item, "in_progress");
    for (size_t i = 0; i < sizeof percents / sizeof percents[0]; i++) {
        OK(tl_report(t.book, t.item, t.north, "x", percents[i]));
        ck_assert_str_eq(book_text(t.book, "SELECT percent FROM entry ORDER BY seq DESC LIMIT 1"), "60");
    }
}
END_TEST

START_TEST(malformed_values)
{
    static const char *const percents[] = { "101", "-1", "half", "50%%", "%", "5 0%", "1e2", "5.", ".5", "1.2.3", "100.01", "１０１" };
    static const char *const values[] = { "many", "--1", "1.", "1,5", "1e3", "+5" };
    static const char *const days[] = { "2023-02-30", "30.6.2023", "6月前", "tomorrow", "尽快" };
    REFUSED(tl_dispatch(t.book, t.second, NULL), TL_ERULE, "item.lead");
    OK(tl_assign(t.book, t.second, t.east, "lead", NULL));
    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
        REFUSED(tl_dispatch(t.book, t.second, days[i]), TL_EINVAL, "entry.due_date");
        expect_words(days[i]);
    }
    bring_to(t.item, "in_progress");
    for (size_t i = 0; i < sizeof percents / sizeof percents[0]; i++) {
        REFUSED(tl_report(t.book, t.item, t.north, "x", percents[i]), TL_EINVAL, "entry.percent");
        expect_words(percents[i]);
    }
    tl_posting posting = posting_of(t.item, "report");
    posting.unit = t.north;
    posting.note = "x";
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++) {
        posting.value = values[i];
        REFUSED(tl_post(t.book, &posting, NULL), TL_EINVAL, "entry.value");
    }
    posting.value = NULL;
    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
        posting.happened_on = days[i];
        REFUSED(tl_post(t.book, &posting, NULL), TL_EINVAL, "entry.happened_on");
    }
    posting.happened_on = "2023-03-02";
    REFUSED(tl_post(t.book, &posting, NULL), TL_ERULE, "entry.happened_later");
    REFUSED(tl_assign(t.book, t.item, t.east, "boss", NULL), TL_EINVAL, "entry.role");
    REFUSED(tl_assign(t.book, t.item, t.east, NULL, NULL), TL_EINVAL, "assignment.role");
    posting = posting_of(t.item, "rate");
    posting.note = "x";
    REFUSED(tl_post(t.book, &posting, NULL), TL_EINVAL, "item.risk");
    posting.risk = "urgent";
    REFUSED(tl_post(t.book, &posting, NULL), TL_EINVAL, NULL);
}
END_TEST

START_TEST(unknown_actions)
{
    tl_posting posting = posting_of(t.item, "dispach");
    REFUSED(tl_post(t.book, &posting, NULL), TL_EINVAL, NULL);
    expect_words("dispatch");
    posting.action = "requestclose";
    REFUSED(tl_post(t.book, &posting, NULL), TL_EINVAL, NULL);
    expect_words("request_close");
    posting.action = "add_unit"; /* an action, but not of an item */
    REFUSED(tl_post(t.book, &posting, NULL), TL_EINVAL, NULL);
    posting.action = "zzzzzzzzzzzzzzzz";
    REFUSED(tl_post(t.book, &posting, NULL), TL_EINVAL, NULL);
    posting.action = "an action with a name that is by far too long for anything that the library could know of at all";
    REFUSED(tl_post(t.book, &posting, NULL), TL_EINVAL, NULL);
    posting.action = NULL;
    REFUSED(tl_post(t.book, &posting, NULL), TL_EMISUSE, NULL);
    posting.action = "";
    REFUSED(tl_post(t.book, &posting, NULL), TL_EMISUSE, NULL);
}
END_TEST

START_TEST(not_found)
{
    tl_posting posting = posting_of(4711, "comment");
    posting.note = "x";
    REFUSED(tl_post(t.book, &posting, NULL), TL_ENOTFOUND, "entry.item");
    posting.item = t.north; /* an id, but not an item's */
    REFUSED(tl_post(t.book, &posting, NULL), TL_ENOTFOUND, "entry.item");
    posting.item = 0;
    REFUSED(tl_post(t.book, &posting, NULL), TL_EMISUSE, NULL);
    REFUSED(tl_assign(t.book, t.item, 4711, "support", NULL), TL_ENOTFOUND, "assignment.unit");
    REFUSED(tl_attach(t.book, t.item, in_folder("none.txt"), NULL), TL_ENOTFOUND, NULL);
    expect_words("none.txt");
    REFUSED(tl_attach(t.book, t.item, t.folder, NULL), TL_ENOTFOUND, NULL);
    REFUSED(tl_attach(t.book, t.item, NULL, NULL), TL_ERULE, "evidence.uri");
    verify_clean();
}
END_TEST

START_TEST(needs_an_actor)
{
    OK(tl_set_actor(t.book, NULL));
    tl_posting posting = posting_of(t.item, "comment");
    posting.note = "x";
    REFUSED(tl_post(t.book, &posting, NULL), TL_EMISUSE, "entry.actor");
    posting.actor = "";
    REFUSED(tl_post(t.book, &posting, NULL), TL_EMISUSE, "entry.actor");
    posting.actor = " ";
    REFUSED(tl_post(t.book, &posting, NULL), TL_EINVAL, "entry.actor");
    posting.actor = "li";
    OK(tl_post(t.book, &posting, NULL));
}
END_TEST

START_TEST(text_that_is_not_utf8)
{
    tl_posting posting = posting_of(t.item, "comment");
    posting.note = "caf\xe9";
    REFUSED(tl_post(t.book, &posting, NULL), TL_EINVAL, NULL);
    expect_words("note");
    posting.note = "\xed\xa0\x80"; /* half a surrogate pair */
    REFUSED(tl_post(t.book, &posting, NULL), TL_EINVAL, NULL);
    posting.note = "x";
    posting.request = "\xff";
    REFUSED(tl_post(t.book, &posting, NULL), TL_EINVAL, NULL);
    expect_words("request");
    posting.request = NULL;
    posting.actor = "\xc3\x28";
    REFUSED(tl_post(t.book, &posting, NULL), TL_EINVAL, NULL);
    expect_words("actor");
    OK(tl_post(t.book, &(tl_posting) { .size = sizeof posting, .item = t.item, .action = "comment", .note = "café 𝄞 〔2023〕" }, NULL));
}
END_TEST

static char *repeated(const char *piece, size_t times)
{
    char *text = calloc(times + 1, strlen(piece));
    ck_assert_ptr_nonnull(text);
    for (size_t i = 0; i < times; i++)
        memcpy(text + i * strlen(piece), piece, strlen(piece));
    return text;
}

START_TEST(lengths)
{
    char *longest = repeated("督", 20000), *longer = repeated("督", 20001), *huge = repeated("x", 1000001), *request = repeated("r", 201);
    tl_posting posting = posting_of(t.item, "comment");
    posting.note = longest;
    OK(tl_post(t.book, &posting, NULL));
    posting.note = longer;
    REFUSED(tl_post(t.book, &posting, NULL), TL_EINVAL, "entry.note_text");
    posting.note = huge;
    REFUSED(tl_post(t.book, &posting, NULL), TL_EINVAL, NULL);
    posting.note = "x";
    posting.request = request;
    REFUSED(tl_post(t.book, &posting, NULL), TL_EINVAL, NULL);
    free(longest);
    free(longer);
    free(huge);
    free(request);
    verify_clean();
}
END_TEST

START_TEST(the_same_request_again)
{
    int64_t first = 0, again = 0;
    bring_to(t.item, "in_progress");
    tl_posting posting = posting_of(t.item, "report");
    posting.unit = t.north;
    posting.note = "half";
    posting.percent = "50";
    posting.request = "form-17";
    OK(tl_post(t.book, &posting, &first));
    act(t.item, "comment", "something between");
    int64_t count = entries();
    OK(tl_post(t.book, &posting, &again));
    ck_assert_int_eq(first, again);
    ck_assert_int_eq(entries(), count);
    posting.percent = "51";
    REFUSED(tl_post(t.book, &posting, NULL), TL_ECONFLICT, "entry.request");
    posting.percent = "50";
    posting.actor = "li";
    REFUSED(tl_post(t.book, &posting, NULL), TL_ECONFLICT, "entry.request");
    posting.actor = NULL;
    posting.item = t.second;
    REFUSED(tl_post(t.book, &posting, NULL), TL_ECONFLICT, "entry.request");
    posting.item = t.item;
    posting.action = "complete";
    REFUSED(tl_post(t.book, &posting, NULL), TL_ECONFLICT, "entry.request");
    verify_clean();
}
END_TEST

/* A move can't be made twice, but its request can be repeated; so can one that was held against expect. */
START_TEST(a_move_repeated)
{
    int64_t first = 0, again = 0;
    bring_to(t.item, "in_progress");
    tl_posting posting = posting_of(t.item, "request_close");
    posting.request = "close-1";
    posting.expect = entries();
    OK(tl_post(t.book, &posting, &first));
    posting.expect = 0;
    OK(tl_post(t.book, &posting, &again));
    ck_assert_int_eq(first, again);
    posting.expect = first - 1;
    OK(tl_post(t.book, &posting, &again));
    ck_assert_int_eq(first, again);
    ck_assert_int_eq(entries(), first);
}
END_TEST

/* The whole call is repeated: files and fields that go along have ids that follow from the request. */
START_TEST(a_whole_call_repeated)
{
    int64_t first = 0, again = 0;
    tl_field_spec field = TL_FIELD_SPEC_INIT;
    field.code = "street";
    field.title = "Street";
    OK(tl_field_add(t.book, t.tasks, &field));
    bring_to(t.item, "in_progress");
    const char *const files[] = { write_file("a.txt", "first"), write_file("b.txt", "second") };
    const tl_value_spec set[] = { { "street", "Main St" } };
    tl_posting posting = posting_of(t.item, "report");
    posting.note = "with files";
    posting.unit = t.north;
    posting.files = files;
    posting.file_count = 2;
    posting.set = set;
    posting.set_count = 1;
    posting.request = "r";
    OK(tl_post(t.book, &posting, &first));
    ck_assert_int_eq(book_int(t.book, "SELECT count(*) FROM evidence"), 2);
    OK(tl_post(t.book, &posting, &again));
    ck_assert_int_eq(first, again);
    ck_assert_int_eq(first, entries());
    write_file("a.txt", "changed");
    REFUSED(tl_post(t.book, &posting, NULL), TL_ECONFLICT, "entry.request");
    verify_clean();
}
END_TEST

START_TEST(expectations)
{
    tl_posting posting = posting_of(t.item, "comment");
    posting.note = "seen";
    tl_item *item;
    OK(tl_item_get(t.book, t.item, &item));
    posting.expect = item->entry;
    tl_free(item);
    OK(tl_post(t.book, &posting, NULL));
    REFUSED(tl_post(t.book, &posting, NULL), TL_ECONFLICT, "item.expect");
    posting.expect = 4711;
    REFUSED(tl_post(t.book, &posting, NULL), TL_ECONFLICT, "item.expect");
    const char *const files[] = { write_file("a.txt", "a") };
    const tl_value_spec set[] = { { "detail", "d" }, { "source", "s" } };
    posting.expect = entries();
    posting.files = files;
    posting.file_count = 1;
    OK(tl_post(t.book, &posting, NULL));
    posting.expect = entries();
    posting.action = "amend";
    posting.set = set;
    posting.set_count = 2;
    OK(tl_post(t.book, &posting, NULL));
    REFUSED(tl_post(t.book, &posting, NULL), TL_ECONFLICT, "item.expect");
    verify_clean();
}
END_TEST

START_TEST(files)
{
    const char *const good[] = { write_file("abc.txt", "abc"), write_file("empty.txt", "") };
    const char *const bad[] = { good[0], in_folder("missing.txt") };
    tl_posting posting = posting_of(t.item, "comment");
    posting.note = "x";
    posting.files = bad;
    posting.file_count = 2;
    REFUSED(tl_post(t.book, &posting, NULL), TL_ENOTFOUND, NULL);
    posting.files = good;
    OK(tl_post(t.book, &posting, NULL));
    ck_assert_str_eq(book_text(t.book, "SELECT size || ' ' || sha256 FROM evidence ORDER BY id"),
        "3 ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad|0 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    ck_assert_int_eq(book_int(t.book, "SELECT evidence FROM item WHERE no = '1' AND evidence > 0"), 2);
    OK(tl_attach(t.book, t.item, "https://example.org/x", "page"));
    ck_assert_int_eq(book_int(t.book, "SELECT sha256 IS NULL AND title = 'page' FROM evidence ORDER BY id DESC LIMIT 1"), 1);
    /* An action that is refused takes its files along. */
    posting.action = "close";
    REFUSED(tl_post(t.book, &posting, NULL), TL_ERULE, "item.move");
    ck_assert_int_eq(book_int(t.book, "SELECT count(*) FROM evidence"), 3);
}
END_TEST

Suite *posting_suite(void)
{
    Suite *suite = suite_create("posting");
    ADD_TESTS(suite, setup_small, 30, everyday_verbs, all_that_an_entry_carries, refused_by_a_rule, second_party, percent_with_its_sign, malformed_values,
        unknown_actions, not_found, needs_an_actor, text_that_is_not_utf8, lengths, the_same_request_again, a_move_repeated, a_whole_call_repeated,
        expectations, files);
    return suite;
}
