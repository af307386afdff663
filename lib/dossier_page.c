/* dossier_page.c (L4) - the cover sheet of a dossier: what the item is, who answers for it, its evidence, its timeline, and how all of it is checked. */
#include "cursor.h"
#include "dossier.h"
#include "html.h"

#include <string.h>

typedef struct page {
    tl__dossier *dossier;
    tl_book *book;
    FILE *out;
    tl__buffer text; /* what is not in the file yet */
} page;

static void heading(page *to, const char *en, const char *zh)
{
    tl__html(&to->text, "<h2>%s</h2>\n", tl__word(to->book, en, zh));
}

/* Ends a row, and writes what there is: a page of any length needs little memory. */
static int end_row(page *to)
{
    tl__append(&to->text, "</tr>\n");
    if (to->text.failed)
        return tl__fail_memory(to->book);
    fwrite(to->text.text, 1, to->text.length, to->out);
    to->text.length = 0;
    return TL_OK;
}

/* ------------------------------------------------------------------------------------------------------------------------ the item */

static int fact(page *to, const char *label, const char *word)
{
    tl__html(&to->text, "<tr><th>%s</th><td>%s</td>", label, word);
    return end_row(to);
}

/* The columns of the one row that say something, a line each. Closes the cursor. */
static int facts(page *to, tl_cursor *cursor)
{
    int result = tl_next(cursor);
    int columns = result == TL_ROW ? tl_column_count(cursor) : 0;
    for (int i = 0; result >= 0 && i < columns; i++) {
        const char *word = tl_column_word(cursor, i);
        if (word != NULL && strcmp(word, "0") != 0)
            result = fact(to, tl_column_label(cursor, i), word);
    }
    tl_cursor_close(cursor);
    return result < 0 ? result : TL_OK;
}

/* The custom fields that are filled in. */
static int fields(page *to)
{
    enum { TITLE = 1, VALUE = 3 };
    tl_cursor *cursor;
    int result = tl_values(to->book, to->dossier->item, &cursor);
    while (result == TL_OK && (result = tl_next(cursor)) == TL_ROW) {
        const char *value = tl_column_text(cursor, VALUE);
        result = value == NULL ? TL_OK : fact(to, tl_column_text(cursor, TITLE), value);
    }
    tl_cursor_close(cursor);
    return result == TL_DONE ? TL_OK : result;
}

static int write_item(page *to)
{
    static const char sql[] = "SELECT ref, state, light, source, detail, officer, parent, lead, coalesce(due, due_text) AS due, baseline_due, percent, value, "
                              "risk, goal, registered_on, started_on, completed_on, suspended_on, returned, extended, urged, reopened, uid FROM item_status "
                              "WHERE item = ?1";
    const tl__parameter parameter = { NULL, to->dossier->item };
    tl_cursor *cursor;
    heading(to, "Item", "基本情况");
    tl__append(&to->text, "<table class=\"sum\"><tbody>\n");
    int result = tl__cursor_open(to->book, sql, &parameter, 1, "item", &cursor);
    if (result == TL_OK)
        result = facts(to, cursor);
    if (result == TL_OK)
        result = fields(to);
    tl__append(&to->text, "</tbody></table>\n");
    return result;
}

/* ------------------------------------------------------------------------------------------------------------------- the tables of it */

static int table_head(page *to, const tl_cursor *cursor, int columns)
{
    tl__append(&to->text, "<table><thead><tr>");
    for (int i = 0; i < columns; i++)
        tl__html(&to->text, "<th>%s</th>", tl_column_label(cursor, i));
    tl__append(&to->text, "</tr></thead><tbody>\n");
    return to->text.failed ? tl__fail_memory(to->book) : TL_OK;
}

/* The rows of a cursor, the first columns in cells of their own; rest writes one more of all others, or is NULL. Closes the cursor. */
static int table(page *to, tl_cursor *cursor, int columns, void (*rest)(page *to, const tl_cursor *cursor))
{
    int result = table_head(to, cursor, columns + (rest != NULL));
    while (result == TL_OK && (result = tl_next(cursor)) == TL_ROW) {
        tl__append(&to->text, "<tr>");
        for (int i = 0; i < columns; i++)
            tl__html(&to->text, "<td>%s</td>", tl_column_word(cursor, i));
        if (rest != NULL)
            rest(to, cursor);
        result = end_row(to);
    }
    tl__append(&to->text, "</tbody></table>\n");
    tl_cursor_close(cursor);
    return result == TL_DONE ? TL_OK : result;
}

static int write_assignments(page *to)
{
    static const char sql[] = "SELECT u.name, a.role, coalesce(u.holder, a.officer) AS contact, date(a.signed_at, b.utc_offset) AS signed_at, a.percent, "
                              "date(a.completed_at, b.utc_offset) AS completed_at, date(a.ended_at, b.utc_offset) AS ended_at FROM assignment a "
                              "JOIN unit u ON u.id = a.unit CROSS JOIN book b WHERE a.item = ?1 ORDER BY a.role, a.unit";
    const tl__parameter parameter = { NULL, to->dossier->item };
    tl_cursor *cursor;
    heading(to, "Assignments", "责任分工");
    int result = tl__cursor_open(to->book, sql, &parameter, 1, "assignment", &cursor);
    return result == TL_OK ? table(to, cursor, tl_column_count(cursor), NULL) : result;
}

/* What became of it; a link to the copy. */
static void exhibit_cell(page *to, const tl__exhibit *exhibit)
{
    if (exhibit->copied == TL__COPIED)
        tl__html(&to->text, "<td><a href=\"%s\">%s</a><br><code>%s</code></td>", exhibit->name, exhibit->name, exhibit->sha256);
    else if (exhibit->copied == TL__ADDRESS)
        tl__html(&to->text, "<td>%s</td>", tl__word(to->book, "an address: not copied", "网址，未复制"));
    else if (exhibit->copied == TL__CHANGED)
        tl__html(&to->text, "<td class=\"red\">%s</td>", tl__word(to->book, "left out: the file is not what was attached", "未收入：文件已不是提交时的内容"));
    else
        tl__html(&to->text, "<td class=\"red\">%s</td>", tl__word(to->book, "left out: the file is not there, or can't be read", "未收入：文件不在或无法读取"));
}

static int write_evidence(page *to)
{
    const tl__dossier *dossier = to->dossier;
    int result = TL_OK;
    if (dossier->exhibit_count == 0)
        return TL_OK;
    heading(to, "Evidence", "佐证材料");
    tl__html(&to->text, "<table><thead><tr><th>%s</th><th>%s</th><th>%s</th><th>%s</th></tr></thead><tbody>\n", tl__word(to->book, "entry", "流水号"),
        tl__word(to->book, "what it is", "材料名称"), tl__word(to->book, "attached as", "提交时的文件或网址"),
        tl__word(to->book, "copy, SHA-256", "副本及 SHA-256"));
    for (size_t i = 0; result == TL_OK && i < dossier->exhibit_count; i++) {
        const tl__exhibit *exhibit = &dossier->exhibits[i];
        tl__html(&to->text, "<tr><td>%lld</td><td>%s</td><td>%s</td>", (long long)exhibit->entry, exhibit->title, exhibit->uri);
        exhibit_cell(to, exhibit);
        result = end_row(to);
    }
    tl__append(&to->text, "</tbody></table>\n");
    return result;
}

/* ---------------------------------------------------------------------------------------------------------------------- the timeline */

enum { NOTE = 5 }; /* the column of the text; before it those with a cell of their own, behind it what else an entry says */

static void note_cell(page *to, const tl_cursor *cursor)
{
    const char *note = tl_column_text(cursor, NOTE);
    int lines = note != NULL;
    tl__html(&to->text, "<td>%s", note);
    for (int i = NOTE + 1; i < tl_column_count(cursor); i++) {
        const char *word = tl_column_word(cursor, i);
        if (word == NULL)
            continue;
        tl__html(&to->text, "%s%s%s%s", lines++ > 0 ? "\n" : "", tl_column_label(cursor, i), tl__word(to->book, ": ", "："), word);
    }
    tl__append(&to->text, "</td>");
}

static int write_timeline(page *to)
{
    static const char sql[] =
        "SELECT e.seq, e.\"on\", e.actor, e.action, (SELECT name FROM unit WHERE code = e.unit) AS unit, e.note, e.title, e.detail, "
        "e.role, e.officer, e.percent, e.value, e.problem, e.next_step, iif(e.action = 'rate' OR e.action = 'register', e.risk, NULL) AS risk, "
        "e.asked_due, iif(e.due IS NOT lag(e.due) OVER (ORDER BY e.seq), e.due, NULL) AS due, e.due_text, e.field, e.old, e.new, "
        "iif(e.action = 'warn' OR e.action = 'acknowledge_warning', e.kind, NULL) AS light, e.uri, e.listed_in, e.happened_on, "
        "iif(e.state IS NOT lag(e.state) OVER (ORDER BY e.seq), e.state, NULL) AS state FROM entry_status e WHERE e.item = ?1 "
        "ORDER BY e.seq";
    const tl__parameter parameter = { NULL, to->dossier->item };
    tl_cursor *cursor;
    heading(to, "Timeline", "办理过程");
    int result = tl__cursor_open(to->book, sql, &parameter, 1, "entry", &cursor);
    return result == TL_OK ? table(to, cursor, NOTE, note_cell) : result;
}

/* --------------------------------------------------------------------------------------------------------------------------- proof */

/* clang-format off */
static const char proof_en[] =
    "<ol>\n<li><code>sh check.sh</code> needs sha256sum and the sqlite3 shell. It compares every file with SHA256SUMS, every entry in entries.json with its\n"
    "digest, and the evidence with the entries that attached it.</li>\n"
    "<li>Who takes an entry out, or rewrites all of it and computes every digest anew, is found only from outside: <code>sh check.sh --book BOOK</code>\n"
    "computes the chain of the book and compares, <code>sh check.sh --against FILE</code> compares with checkpoints kept elsewhere that are on an entry of\n"
    "this item.</li>\n"
    "<li>Entries of other items lie between these. Nothing of them is in here but the digests; their text stays in the book.</li>\n</ol>\n";
static const char proof_zh[] =
    "<ol>\n<li><code>sh check.sh</code>（需要 sha256sum 和 sqlite3）核对 SHA256SUMS 所列每个文件、entries.json 中每条流水的封签，以及佐证材料与提交时的校验值。</li>\n"
    "<li>若有人抽去流水，或改写全部内容并重算封签，只有与外部对照才能发现：<code>sh check.sh --book 台账库文件</code> 重算全库封签并比对；\n"
    "<code>sh check.sh --against 文件</code> 与另行保存、落在本事项流水上的锚点比对。</li>\n"
    "<li>其间其他事项的流水只留封签，内容不在本档案内。</li>\n</ol>\n";
/* clang-format on */

static void write_proof(page *to)
{
    const tl__dossier *dossier = to->dossier;
    heading(to, "Check it", "核验");
    tl__html(&to->text, "<p>%s: %lld (%lld … %lld) · %s: <code>%s</code><br>%s: <code>%s</code></p>\n", tl__word(to->book, "Entries", "流水"),
        (long long)dossier->entries, (long long)dossier->first, (long long)dossier->last, tl__word(to->book, "book", "台账库"), to->book->uid,
        tl__word(to->book, "Checkpoint when this was made", "制作时的锚点"), dossier->checkpoint);
    tl__append(&to->text, tl__word(to->book, proof_en, proof_zh));
}

static int write_head(page *to)
{
    tl_item *item;
    int result = tl_item_get(to->book, to->dossier->item, &item);
    if (result != TL_OK)
        return result;
    char *title = sqlite3_mprintf("%s %s", item->ref, item->title);
    result = title == NULL ? tl__fail_memory(to->book) : TL_OK;
    if (result == TL_OK) {
        tl__html_head(&to->text, tl__word(to->book, "en", "zh"), title, 0);
        tl__html(&to->text, "<h1>%s</h1>\n<p class=\"meta\">%s · %s</p>\n", item->title, item->ref, to->book->title);
    }
    if (to->dossier->missing > 0)
        tl__html(&to->text, "<p><span class=\"light red\">%s: %lld</span></p>\n",
            tl__word(to->book, "Files of the evidence that are left out, see below", "未能收入的佐证材料，见下"), (long long)to->dossier->missing);
    sqlite3_free(title);
    tl_free(item);
    return result;
}

static int write_page(page *to)
{
    static int (*const parts[])(page *) = { write_head, write_item, write_assignments, write_evidence, write_timeline };
    int result = TL_OK;
    for (size_t i = 0; result == TL_OK && i < sizeof parts / sizeof parts[0]; i++)
        result = parts[i](to);
    write_proof(to);
    tl__html_foot(&to->text, 0);
    if (result == TL_OK && to->text.failed)
        result = tl__fail_memory(to->book);
    if (result == TL_OK)
        fwrite(to->text.text, 1, to->text.length, to->out);
    tl_free(to->text.text);
    return result;
}

int tl__dossier_page(tl__dossier *dossier)
{
    page to = { .dossier = dossier, .book = dossier->book };
    int result = tl__folder_open(&dossier->folder, "index.html", &to.out);
    if (result == TL_OK)
        result = write_page(&to);
    return tl__folder_close(&dossier->folder, result);
}
