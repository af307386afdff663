// cxx.cc - the header in C++17: every initialiser, a book held by a smart pointer, a post, a cursor, a callback. Built and run by test/cxx.sh.
#include <cstdio>
#include <cstring>
#include <memory>
#include <string>
#include <taskledger.h>
#include <type_traits>

namespace {

using book_handle = std::unique_ptr<tl_book, decltype(&tl_close)>;
using cursor_handle = std::unique_ptr<tl_cursor, decltype(&tl_cursor_close)>;

bool initialisers_know_their_size()
{
    const tl_open_options open = TL_OPEN_OPTIONS_INIT;
    const tl_info info = TL_INFO_INIT;
    const tl_unit_spec unit = TL_UNIT_SPEC_INIT;
    const tl_ledger_spec ledger = TL_LEDGER_SPEC_INIT;
    const tl_field_spec field = TL_FIELD_SPEC_INIT;
    const tl_item_spec spec = TL_ITEM_SPEC_INIT;
    const tl_item item = TL_ITEM_INIT;
    const tl_posting posting = TL_POSTING_INIT;
    const tl_item_query items = TL_ITEM_QUERY_INIT;
    const tl_entry_query entries = TL_ENTRY_QUERY_INIT;
    const tl_import_options import = TL_IMPORT_OPTIONS_INIT;
    return open.size == sizeof open && info.size == sizeof info && unit.size == sizeof unit && ledger.size == sizeof ledger && field.size == sizeof field &&
           spec.size == sizeof spec && item.size == sizeof item && posting.size == sizeof posting && items.size == sizeof items &&
           entries.size == sizeof entries && import.size == sizeof import;
}

int count_finding(const tl_finding *, void *count)
{
    ++*static_cast<int *>(count);
    return 0;
}

int64_t add_item(tl_book *book)
{
    int64_t ledger = 0, item = 0;
    tl_ledger_spec ledger_spec = TL_LEDGER_SPEC_INIT;
    ledger_spec.code = "c";
    ledger_spec.title = "事项清单";
    ledger_spec.template_name = "checklist";
    tl_item_spec spec = TL_ITEM_SPEC_INIT;
    spec.title = "开具居住证明";
    if (tl_ledger_add(book, &ledger_spec, &ledger) != TL_OK)
        return 0;
    spec.ledger = ledger;
    return tl_item_add(book, &spec, &item) == TL_OK ? item : 0;
}

} // namespace

int main(int argc, char **argv)
{
    static_assert(std::is_same<decltype(tl_version()), int>::value, "tl_version gives an int");
    if (argc != 2 || !initialisers_know_their_size())
        return 1;
    tl_open_options options = TL_OPEN_OPTIONS_INIT;
    options.flags = TL_OPEN_NEW;
    options.actor = "小张";
    tl_book *opened = nullptr;
    const int result = tl_open(argv[1], &options, &opened);
    const book_handle book(opened, tl_close);
    if (result != TL_OK)
        return std::fprintf(stderr, "cxx: %s\n", tl_errmsg(opened)), 1;
    const int64_t item = add_item(opened);
    if (item == 0 || tl_close_out(opened, item, "已办结") != TL_OK)
        return std::fprintf(stderr, "cxx: %s\n", tl_errmsg(opened)), 1;
    if (tl_close_out(opened, item, nullptr) != TL_ERULE || std::strcmp(tl_errrule(opened), "item.move") != 0)
        return 1;
    tl_cursor *rows = nullptr;
    if (tl_items(opened, nullptr, &rows) != TL_OK || tl_next(rows) != TL_ROW)
        return 1;
    const cursor_handle cursor(rows, tl_cursor_close);
    tl_item read = TL_ITEM_INIT;
    int findings = 0;
    if (tl_cursor_item(rows, &read) != TL_OK || tl_verify(opened, nullptr, count_finding, &findings) != TL_OK)
        return 1;
    std::printf("%s %s %s, %d findings\n", read.ref, read.title, read.state, findings);
    return 0;
}
