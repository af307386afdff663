// hello.cc - the twin of examples/hello.c in C++17: what a stranger builds from the installed files alone (test/install.sh).
#include <cstdio>
#include <stdexcept>
#include <string>
#include <taskledger.h>

namespace
{
class Book
{
public:
    explicit Book(const char *path)
    {
        tl_open_options options = TL_OPEN_OPTIONS_INIT;
        options.flags = TL_OPEN_CREATE;
        options.actor = "hello";
        options.lang = "zh";
        const int result = tl_open(path, &options, &book_);
        if (result != TL_OK) {
            const std::string words = book_ ? tl_errmsg(book_) : tl_result_text(result);
            tl_close(book_);
            throw std::runtime_error(words);
        }
    }
    Book(const Book &) = delete;
    Book &operator=(const Book &) = delete;
    ~Book()
    {
        tl_close(book_);
    }
    void check(int result) const
    {
        if (result < TL_OK)
            throw std::runtime_error(tl_errmsg(book_));
    }
    operator tl_book *() const
    {
        return book_;
    }

private:
    tl_book *book_ = nullptr;
};

void give_out(const Book &book)
{
    tl_unit_spec unit = TL_UNIT_SPEC_INIT;
    tl_ledger_spec ledger = TL_LEDGER_SPEC_INIT;
    tl_item_spec spec = TL_ITEM_SPEC_INIT;
    tl_assignment_spec lead = { 0, "lead", nullptr };
    int64_t item = 0;
    unit.code = "js";
    unit.name = "区建设局";
    unit.request = "hello: unit";
    ledger.code = "tasks";
    ledger.title = "重点任务";
    ledger.template_name = "tasks";
    ledger.request = "hello: ledger";
    book.check(tl_unit_add(book, &unit, &lead.unit));
    book.check(tl_ledger_add(book, &ledger, &spec.ledger));
    spec.title = "打通断头路三条";
    spec.due = "2030-06-30";
    spec.assignments = &lead;
    spec.assignment_count = 1;
    book.check(tl_item_add(book, &spec, &item));
    book.check(tl_dispatch(book, item, nullptr));
}

void print_open(const Book &book)
{
    tl_item_query query = TL_ITEM_QUERY_INIT;
    tl_item item = TL_ITEM_INIT;
    tl_cursor *cursor = nullptr;
    query.state = "open";
    book.check(tl_items(book, &query, &cursor));
    int result;
    while ((result = tl_next(cursor)) == TL_ROW) {
        book.check(tl_cursor_item(cursor, &item));
        std::printf("%s  %s  %s  %s  %s\n", item.ref, item.title, item.lead, tl_label(book, "state", item.state), item.due);
    }
    tl_cursor_close(cursor);
    book.check(result);
}
} // namespace

int main(int argc, char **argv)
{
    try {
        const Book book(argc > 1 ? argv[1] : "hello.db");
        give_out(book);
        print_open(book);
    } catch (const std::exception &error) {
        std::fprintf(stderr, "hello: %s\n", error.what());
        return 1;
    }
    return 0;
}
