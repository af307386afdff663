/* dossier_page.c (L4) - the cover sheet of a dossier: what the item is, who answers for it, its evidence, its timeline, and how all of it is checked. */
#include "cursor.h"
#include "dossier.h"

#include <string.h>

typedef struct page {
    tl__dossier *dossier;
    tl_book *book;
    FILE *out;
} page;

/* Text, escaped for the inside of an element and of an attribute. */
static void put(const page *to, const char *text)
{
    for (; text != NULL && *text != '\0'; text++) {
        const char *escaped = *text == '&' ? "&amp;" : *text == '<' ? "&lt;" : *text == '>' ? "&gt;" : *text == '"' ? "&quot;" : NULL;
        if (escaped != NULL)
            fputs(escaped, to->out);
        else if ((unsigned char)*text >= ' ' || *text == '\n' || *text == '\t')
            fputc(*text, to->out);
    }
}

static const char *in_lang(const page *to, const char *en, const char *zh)
{
    return tl__in_chinese(to->book) ? zh : en;
}

static void heading(const page *to, const char *en, const char *zh)
{
    fprintf(to->out, "<h2>%s</h2>\n", in_lang(to, en, zh));
}

static void cell(const page *to, const char *tag, const char *text)
{
    fprintf(to->out, "<%s>", tag);
    put(to, text);
    fprintf(to->out, "</%s>", tag);
}

/* ------------------------------------------------------------------------------------------------------------------------ the item */

/* The columns of the one row that say something, a line each. */
static int facts(const page *to, tl_cursor *cursor)
{
    int result = tl_next(cursor);
    for (int i = 0; result == TL_ROW && i < tl_column_count(cursor); i++) {
        const char *word = tl_column_word(cursor, i);
        if (word == NULL || strcmp(word, "0") == 0)
            continue;
        fputs("<tr>", to->out);
        cell(to, "th", tl_column_label(cursor, i));
        cell(to, "td", word);
        fputs("</tr>\n", to->out);
    }
    tl_cursor_close(cursor);
    return result < 0 ? result : TL_OK;
}

/* The custom fields that are filled in: field, title, type, value. */
static int fields(const page *to)
{
    tl_cursor *cursor;
    int result = tl_values(to->book, to->dossier->item, &cursor);
    while (result >= 0 && (result = tl_next(cursor)) == TL_ROW) {
        if (tl_column_text(cursor, 3) == NULL)
            continue;
        fputs("<tr>", to->out);
        cell(to, "th", tl_column_text(cursor, 1));
        cell(to, "td", tl_column_text(cursor, 3));
        fputs("</tr>\n", to->out);
    }
    tl_cursor_close(cursor);
    return result == TL_DONE ? TL_OK : result;
}

static int write_item(const page *to)
{
    static const char sql[] =
        "SELECT ref, state, light, source, detail, officer, parent, lead, coalesce(due, due_text) AS due, baseline_due, percent, value, risk, goal, "
        "registered_on, started_on, completed_on, suspended_on, returned, extended, urged, reopened, uid FROM item_status WHERE item = ?1";
    const tl__parameter parameter = { NULL, to->dossier->item };
    tl_cursor *cursor;
    int result = tl__cursor_open(to->book, sql, &parameter, 1, "item", &cursor);
    heading(to, "Item", "基本情况");
    fputs("<table class=\"facts\">\n", to->out);
    if (result == TL_OK)
        result = facts(to, cursor);
    if (result == TL_OK)
        result = fields(to);
    fputs("</table>\n", to->out);
    return result;
}

/* ------------------------------------------------------------------------------------------------------------------- the tables of it */

static void table_head(const page *to, const tl_cursor *cursor, int columns)
{
    fputs("<table><thead><tr>", to->out);
    for (int i = 0; i < columns; i++)
        cell(to, "th", tl_column_label(cursor, i));
}

static int write_assignments(const page *to)
{
    static const char sql[] = "SELECT u.name, a.role, coalesce(u.holder, a.officer) AS contact, date(a.signed_at, b.utc_offset) AS signed_at, a.percent, "
                              "date(a.completed_at, b.utc_offset) AS completed_at, date(a.ended_at, b.utc_offset) AS ended_at FROM assignment a "
                              "JOIN unit u ON u.id = a.unit CROSS JOIN book b WHERE a.item = ?1 ORDER BY a.role, a.unit";
    const tl__parameter parameter = { NULL, to->dossier->item };
    tl_cursor *cursor;
    int result = tl__cursor_open(to->book, sql, &parameter, 1, "assignment", &cursor);
    if (result != TL_OK)
        return result;
    heading(to, "Assignments", "责任分工");
    table_head(to, cursor, tl_column_count(cursor));
    fputs("</tr></thead><tbody>\n", to->out);
    while ((result = tl_next(cursor)) == TL_ROW) {
        fputs("<tr>", to->out);
        for (int i = 0; i < tl_column_count(cursor); i++)
            cell(to, "td", tl_column_word(cursor, i));
        fputs("</tr>\n", to->out);
    }
    fputs("</tbody></table>\n", to->out);
    tl_cursor_close(cursor);
    return result == TL_DONE ? TL_OK : result;
}

/* What became of it; a link to the copy. */
static void exhibit_file(const page *to, const tl__exhibit *exhibit)
{
    if (exhibit->copied == TL__COPIED)
        fprintf(to->out, "<td><a href=\"%s\">%s</a><br><code>%s</code></td>", exhibit->name, exhibit->name, exhibit->sha256);
    else if (exhibit->copied == TL__ADDRESS)
        fprintf(to->out, "<td>%s</td>", in_lang(to, "an address: not copied", "网址，未复制"));
    else if (exhibit->copied == TL__CHANGED)
        fprintf(to->out, "<td class=\"bad\">%s</td>", in_lang(to, "left out: the file is not what was attached", "未收入：文件已不是提交时的内容"));
    else
        fprintf(to->out, "<td class=\"bad\">%s</td>", in_lang(to, "left out: the file is not there", "未收入：文件不在或无法读取"));
}

static void write_evidence(const page *to)
{
    const tl__dossier *dossier = to->dossier;
    if (dossier->exhibit_count == 0)
        return;
    heading(to, "Evidence", "佐证材料");
    fprintf(to->out, "<table><thead><tr><th>%s</th><th>%s</th><th>%s</th><th>%s</th></tr></thead><tbody>\n", in_lang(to, "entry", "流水号"),
        in_lang(to, "what it is", "材料名称"), in_lang(to, "attached as", "提交时的文件或网址"), in_lang(to, "copy, SHA-256", "副本及 SHA-256"));
    for (size_t i = 0; i < dossier->exhibit_count; i++) {
        fprintf(to->out, "<tr><td>%lld</td>", (long long)dossier->exhibits[i].entry);
        cell(to, "td", dossier->exhibits[i].title);
        cell(to, "td", dossier->exhibits[i].uri);
        exhibit_file(to, &dossier->exhibits[i]);
        fputs("</tr>\n", to->out);
    }
    fputs("</tbody></table>\n", to->out);
}

/* ---------------------------------------------------------------------------------------------------------------------- the timeline */

enum { TIMELINE_COLUMNS = 5 }; /* with a cell of their own; what else an entry says goes into one more, the text before all */

static void timeline_words(const page *to, const tl_cursor *cursor)
{
    const char *note = tl_column_text(cursor, TIMELINE_COLUMNS);
    fputs("<td>", to->out);
    put(to, note);
    for (int i = TIMELINE_COLUMNS + 1, count = note != NULL; i < tl_column_count(cursor); i++) {
        if (tl_column_text(cursor, i) == NULL)
            continue;
        fputs(count++ > 0 ? "\n<span>" : "<span>", to->out);
        put(to, tl_column_label(cursor, i));
        fprintf(to->out, "%s</span>", in_lang(to, ": ", "："));
        put(to, tl_column_word(cursor, i));
    }
    fputs("</td>", to->out);
}

static int write_timeline(const page *to)
{
    static const char sql[] =
        "SELECT e.seq, e.\"on\", e.actor, e.action, (SELECT name FROM unit WHERE code = e.unit) AS unit, e.note, e.title, e.detail, e.role, e.officer, "
        "e.percent, "
        "e.value, e.problem, e.next_step, iif(e.action = 'rate' OR e.action = 'register', e.risk, NULL) AS risk, e.asked_due, "
        "iif(e.due IS NOT lag(e.due) OVER (ORDER BY e.seq), e.due, NULL) AS due, e.due_text, e.field, e.old, e.new, "
        "iif(e.action = 'warn' OR e.action = 'acknowledge_warning', e.kind, NULL) AS light, e.uri, e.listed_in, "
        "e.happened_on, iif(e.state IS NOT lag(e.state) OVER (ORDER BY e.seq), e.state, NULL) AS state FROM entry_status e WHERE e.item = ?1 ORDER BY e.seq";
    const tl__parameter parameter = { NULL, to->dossier->item };
    tl_cursor *cursor;
    int result = tl__cursor_open(to->book, sql, &parameter, 1, "entry", &cursor);
    if (result != TL_OK)
        return result;
    heading(to, "Timeline", "办理过程");
    table_head(to, cursor, TIMELINE_COLUMNS);
    cell(to, "th", tl_column_label(cursor, TIMELINE_COLUMNS));
    fputs("</tr></thead><tbody>\n", to->out);
    while ((result = tl_next(cursor)) == TL_ROW) {
        fputs("<tr>", to->out);
        for (int i = 0; i < TIMELINE_COLUMNS; i++)
            cell(to, "td", tl_column_word(cursor, i));
        timeline_words(to, cursor);
        fputs("</tr>\n", to->out);
    }
    fputs("</tbody></table>\n", to->out);
    tl_cursor_close(cursor);
    return result == TL_DONE ? TL_OK : result;
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

static void write_proof(const page *to)
{
    const tl__dossier *dossier = to->dossier;
    heading(to, "Check it", "核验");
    fprintf(to->out,
        in_lang(to, "<p>%lld entries, %lld to %lld, of the book <code>%s</code>. Its checkpoint when this was made:<br><code>%s</code></p>\n",
            "<p>流水 %lld 条，流水号 %lld 至 %lld，出自台账库 <code>%s</code>。制作时的锚点：<br><code>%s</code></p>\n"),
        (long long)dossier->entries, (long long)dossier->first, (long long)dossier->last, to->book->uid, dossier->checkpoint);
    fputs(in_lang(to, proof_en, proof_zh), to->out);
}

static void write_head(const page *to, const tl_item *item)
{
    fprintf(to->out,
        "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width\">\n<title>",
        in_lang(to, "en", "zh-CN"));
    put(to, item->ref);
    fputs(" ", to->out);
    put(to, item->title);
    fprintf(to->out, "</title>\n<style>\n%.*s</style>\n</head>\n<body>\n", (int)tl__dossier_style_size, (const char *)tl__dossier_style);
    cell(to, "h1", item->title);
    fputs("\n<p class=\"place\">", to->out);
    put(to, item->ref);
    if (to->book->title != NULL)
        fputs(" · ", to->out);
    put(to, to->book->title);
    fputs("</p>\n", to->out);
    if (to->dossier->missing > 0)
        fprintf(to->out,
            in_lang(to, "<p class=\"bad\">%lld file(s) of the evidence are left out; see below.</p>\n",
                "<p class=\"bad\">有 %lld 份佐证材料未能收入，见下。</p>\n"),
            (long long)to->dossier->missing);
}

static int write_page(const page *to)
{
    tl_item *item;
    int result = tl_item_get(to->book, to->dossier->item, &item);
    if (result != TL_OK)
        return result;
    write_head(to, item);
    tl_free(item);
    result = write_item(to);
    if (result == TL_OK)
        result = write_assignments(to);
    if (result != TL_OK)
        return result;
    write_evidence(to);
    result = write_timeline(to);
    write_proof(to);
    fputs("</body>\n</html>\n", to->out);
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
