/* test_search_random.c - what a search finds is what a plain scan of the same texts finds: random items and random words, without an index, with one, with
 * one that lacks the newest entries, after amendments. TEST_SEARCH_ITEMS (10000; with FAULT_SPARSE 600) and TEST_SEARCH_QUERIES (500) are how many. */
#include "draw.h"
#include "fixture.h"
#include "suite.h"

#include <stdio.h>

enum { ROOM = 400, WORDS = 3 };

/* A character as it is compared, and the ways in which it may be written. */
static const char *const letters[][4] = { { "整" }, { "改" }, { "落" }, { "实" }, { "河" }, { "道" }, { "安" }, { "全" }, { "检" }, { "查" }, { "㐀" },
    { "𠮷" }, { "。" }, { "a", "A", "Ａ", "ａ" }, { "b", "B", "Ｂ", "ｂ" }, { "z", "Z", "Ｚ" }, { "1", "１" }, { "2", "２" }, { "0", "０" }, { "é", "É" },
    { "σ", "Σ", "ς" }, { "ж", "Ж" }, { "(", "（" }, { ")", "）" }, { ",", "，" }, { "\"", "＂" }, { "*", "＊" }, { "-", "－" }, { "'" }, { "ß" },
    { " ", "　", "\t", "\n" }, { " " } };
enum { LETTERS = sizeof letters / sizeof *letters };

/* A text as it is stored, and as it is compared. */
typedef struct pair {
    char stored[ROOM], compared[ROOM];
} pair;

/* What is known of an item: its texts as they are compared, with a line break between. */
typedef struct known {
    int64_t item, ledger;
    int led; /* by a unit, which can report */
    char title[ROOM], detail[ROOM], field[ROOM], notes[3 * ROOM];
} known;

static draw dice;
static known *items;
static size_t count, room;
static int64_t ledgers[2];

static const char *spelling(unsigned letter, unsigned way)
{
    const char *written = letters[letter][way];
    return written != NULL ? written : letters[letter][0];
}

/* The first ones are in most texts, the others rarer. */
static unsigned any_letter(void)
{
    unsigned letter = draw_below(&dice, LETTERS);
    return draw_below(&dice, 3) == 0 ? letter % 10 : letter;
}

static void add_letter(pair *to, unsigned letter)
{
    strcat(to->stored, spelling(letter, draw_below(&dice, 4)));
    strcat(to->compared, letters[letter][0]);
}

/* A text is never blank, and ends in no blank. */
static void any_text(pair *to, unsigned most)
{
    unsigned length = draw_below(&dice, most);
    to->stored[0] = to->compared[0] = '\0';
    add_letter(to, draw_below(&dice, 10));
    for (unsigned i = 0; i < length; i++)
        add_letter(to, any_letter());
    add_letter(to, draw_below(&dice, 10));
}

static void keep(char *texts, const pair *text)
{
    strcat(texts, text->compared);
    strcat(texts, "\n");
}

static void add_note(known *to)
{
    pair text[3];
    tl_posting posting = TL_POSTING_INIT;
    if (!to->led || strlen(to->notes) > 2 * ROOM)
        return;
    posting.item = to->item;
    posting.action = "report";
    for (int i = 0; i < 3; i++)
        any_text(&text[i], 6);
    posting.note = text[0].stored;
    posting.problem = draw_below(&dice, 4) == 0 ? text[1].stored : NULL;
    posting.next_step = draw_below(&dice, 4) == 0 ? text[2].stored : NULL;
    OK(tl_post(t.book, &posting, NULL));
    keep(to->notes, &text[0]);
    if (posting.problem != NULL)
        keep(to->notes, &text[1]);
    if (posting.next_step != NULL)
        keep(to->notes, &text[2]);
}

static void add_one(void)
{
    pair title, detail, field;
    tl_item_spec spec = TL_ITEM_SPEC_INIT;
    const tl_assignment_spec lead = { t.north, "lead", NULL };
    const tl_value_spec value = { "place", field.stored };
    known *made = &items[count++];
    ck_assert_uint_le(count, room);
    any_text(&title, 8);
    any_text(&detail, 14);
    any_text(&field, 4);
    spec.ledger = made->ledger = ledgers[draw_below(&dice, 2)];
    spec.title = title.stored;
    spec.detail = draw_below(&dice, 3) == 0 ? NULL : detail.stored;
    spec.assignments = &lead;
    spec.assignment_count = (size_t)(made->led = draw_below(&dice, 3) == 0);
    spec.values = &value;
    spec.value_count = draw_below(&dice, 3) == 0;
    OK(tl_item_add(t.book, &spec, &made->item));
    strcpy(made->title, title.compared);
    if (spec.detail != NULL)
        strcpy(made->detail, detail.compared);
    if (spec.value_count > 0)
        strcpy(made->field, field.compared);
    add_note(made);
}

static void amend_one(known *of)
{
    pair text;
    const char *name = draw_below(&dice, 2) == 0 ? "title" : draw_below(&dice, 2) == 0 ? "detail" : "place";
    char *texts = *name == 't' ? of->title : *name == 'd' ? of->detail : of->field;
    int empty = *name != 't' && texts[0] != '\0' && draw_below(&dice, 3) == 0;
    any_text(&text, 8);
    if (strcmp(texts, text.compared) == 0)
        return;
    const tl_value_spec set = { name, empty ? NULL : text.stored };
    tl_posting posting = TL_POSTING_INIT;
    posting.item = of->item;
    posting.action = "amend";
    posting.set = &set;
    posting.set_count = 1;
    OK(tl_post(t.book, &posting, NULL));
    strcpy(texts, empty ? "" : text.compared);
}

/* ------------------------------------------------------------------------------------------------------------------ the comparison */

static int has_word(const known *item, const char *word)
{
    return strstr(item->title, word) != NULL || strstr(item->detail, word) != NULL || strstr(item->field, word) != NULL || strstr(item->notes, word) != NULL;
}

static int fits(const known *item, const tl_search_query *query, const pair *words, unsigned word_count)
{
    if (query->ledger != 0 && query->ledger != item->ledger)
        return 0;
    for (unsigned i = 0; i < word_count; i++)
        if (!has_word(item, words[i].compared))
            return 0;
    return 1;
}

/* The letter that a compared text begins with. */
static unsigned letter_at(const char *compared)
{
    for (unsigned i = 0; i < LETTERS; i++)
        if (strncmp(compared, letters[i][0], strlen(letters[i][0])) == 0)
            return i;
    ck_abort_msg("no letter at %s", compared);
}

/* A part of a text that is there, written in some other way; or whatever. No blank in it. */
static void any_word(pair *word)
{
    const known *of = &items[draw_below(&dice, (unsigned)count)];
    const char *const texts[] = { of->title, of->detail, of->field, of->notes };
    const char *at = texts[draw_below(&dice, 4)];
    unsigned skip = draw_below(&dice, 8), length = 1 + draw_below(&dice, 4);
    word->stored[0] = word->compared[0] = '\0';
    if (draw_below(&dice, 6) != 0)
        for (; *at != '\0' && *at != '\n' && length > 0; at += strlen(letters[letter_at(at)][0])) {
            if (skip > 0 && skip--)
                continue;
            if (*at == ' ')
                break;
            add_letter(word, letter_at(at));
            length--;
        }
    while (word->compared[0] == '\0' || (length > 0 && draw_below(&dice, 4) == 0)) {
        add_letter(word, draw_below(&dice, 20));
        length -= length > 0;
    }
}

static void check_count(const tl_search_query *query, const pair *words, unsigned word_count)
{
    int64_t found = -1, wanted = 0;
    for (size_t i = 0; i < count; i++)
        wanted += fits(&items[i], query, words, word_count);
    OK(tl_search_count(t.book, query, &found));
    ck_assert_msg(found == wanted, "'%s': %lld are counted, %lld have it", query->text, (long long)found, (long long)wanted);
}

/* The place of the next one before a place that has the words; 0: there is none. */
static size_t step_to_fit(size_t at, const tl_search_query *query, const pair *words, unsigned word_count)
{
    while (at > 0 && !fits(&items[at - 1], query, words, word_count))
        at--;
    return at;
}

/* A page of them, from somewhere on. */
static void check_page(tl_search_query *query, const pair *words, unsigned word_count)
{
    tl_cursor *cursor;
    size_t at = count - draw_below(&dice, (unsigned)count / 2);
    int64_t rows = 0;
    int result;
    query->limit = 20;
    query->after = at < count ? items[at].item : 0;
    OK(tl_search(t.book, query, &cursor));
    for (; (result = tl_next(cursor)) == TL_ROW; rows++) {
        at = step_to_fit(at, query, words, word_count);
        if (at == 0 || tl_column_int(cursor, 10) != items[at - 1].item)
            ck_abort_msg("'%s' finds item %lld in row %lld", query->text, (long long)tl_column_int(cursor, 10), (long long)rows);
        at--;
    }
    ck_assert_int_eq(result, TL_DONE);
    tl_cursor_close(cursor);
    if (rows < query->limit && (at = step_to_fit(at, query, words, word_count)) > 0)
        ck_abort_msg("'%s' does not find item %lld", query->text, (long long)items[at - 1].item);
}

static void check_queries(size_t queries)
{
    for (size_t i = 0; i < queries; i++) {
        pair words[WORDS];
        char text[WORDS * ROOM] = "";
        tl_search_query query = TL_SEARCH_QUERY_INIT;
        unsigned word_count = draw_below(&dice, 3) == 0 ? 1 + draw_below(&dice, WORDS) : 1;
        for (unsigned w = 0; w < word_count; w++) {
            any_word(&words[w]);
            strcat(text, words[w].stored);
            strcat(text, draw_below(&dice, 2) ? " " : "　");
        }
        query.text = text;
        query.ledger = draw_below(&dice, 4) == 0 ? ledgers[0] : 0;
        check_count(&query, words, word_count);
        check_page(&query, words, word_count);
    }
}

static size_t setting(const char *name, size_t otherwise)
{
    const char *text = getenv(name);
    return text == NULL || *text == '\0' ? otherwise : strtoul(text, NULL, 10);
}

static void prepare(size_t wanted)
{
    tl_field_spec field = TL_FIELD_SPEC_INIT;
    field.code = "place";
    field.title = "地点";
    field.type = "text";
    t.north = add_unit("north", "North Office");
    ledgers[0] = add_ledger("one", "checklist");
    ledgers[1] = add_ledger("other", "checklist");
    for (int i = 0; i < 2; i++)
        OK(tl_field_add(t.book, ledgers[i], &field));
    count = 0;
    room = wanted + 100;
    items = calloc(room, sizeof *items);
    ck_assert_ptr_nonnull(items);
}

START_TEST(as_a_plain_scan)
{
    const size_t wanted = setting("TEST_SEARCH_ITEMS", getenv("FAULT_SPARSE") != NULL ? 600 : 10000), queries = setting("TEST_SEARCH_QUERIES", 500);
    draw_seed(&dice, 6);
    prepare(wanted);
    OK(tl_begin(t.book));
    while (count < wanted)
        add_one();
    OK(tl_commit(t.book));
    reopen(TL_OPEN_READONLY); /* no index, and none is made */
    check_queries(queries / 25);
    reopen(0);
    OK(tl_search_index(t.book, TL_SEARCH_REBUILD));
    check_queries(queries * 6 / 25);
    for (int writer = 1; writer >= 0; writer--) {
        reopen(0);
        OK(tl_begin(t.book));
        for (int i = 0; i < 150; i++) {
            amend_one(&items[draw_below(&dice, (unsigned)count)]);
            add_note(&items[draw_below(&dice, (unsigned)count)]);
            if (i < 50)
                add_one();
        }
        OK(tl_commit(t.book));
        reopen(writer ? 0 : TL_OPEN_READONLY);
        check_queries(queries * 6 / 25);
    }
    reopen(0);
    OK(tl_search_index(t.book, TL_SEARCH_REBUILD));
    check_queries(queries * 6 / 25);
    free(items);
}
END_TEST

Suite *search_random_suite(void)
{
    Suite *suite = suite_create("search_random");
    ADD_TESTS(suite, setup_book, 300, as_a_plain_scan);
    return suite;
}
