#!/bin/sh
# browser.sh - the HTML board in a real browser: it counts what the book counts, its filters work, its texts stay texts, and on paper each page of a table
# has the header, and no row is lost. Usage: browser.sh BUILD. Needs Chromium and pdftotext; where they are missing, it says that it skips.
set -u
cd "$(dirname "$0")/.." || exit 1
case $1 in /*) build=$1 ;; *) build=$PWD/$1 ;; esac
tl=$build/taskledger
for browser in chromium chromium-browser google-chrome; do
    command -v "$browser" >/dev/null 2>&1 && break
    browser=
done
if [ -z "$browser" ] || ! command -v pdftotext >/dev/null 2>&1; then
    echo 'skipped: Chromium or pdftotext is not there, so the HTML board is not looked at in a browser'
    echo '0 passed, 0 failed'
    exit 0
fi
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
cd "$work" || exit 1
TASKLEDGER_BOOK=$work/book.db TASKLEDGER_ACTOR=wang TASKLEDGER_TODAY=2023-06-30
HOME=$work
export TASKLEDGER_BOOK TASKLEDGER_ACTOR TASKLEDGER_TODAY HOME
passed=0
failed=0

# same WHAT ACTUAL EXPECTED
same() {
    if [ "$2" = "$3" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'not ok: %s: %s, not %s\n' "$1" "$2" "$3"
    fi
}

# Without a network: what a page tried to load would not be there. It leaves its words about itself on stderr.
browse() { timeout 120 "$browser" --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --disable-background-networking --disable-component-update \
    --no-first-run --user-data-dir="$work/profile" --proxy-server=127.0.0.1:9 "$@" 2>browser.log; }

# What a page holds after its script ran: dom HASH FILE
dom() { browse --dump-dom "file://$work/board.html$1" >"$2"; }

# How many items are not hidden, by a filter or with their ledger.
visible() { sed 's/<section/\n<section/g; s/<tbody/\n<tbody/g' "$1" | grep -c '^<tbody data-ledger=[^>]*data-unit="[^"]*">'; }

# What the page says that it shows.
shown() { grep -o 'id="shown"[^>]*>[^<]*' "$1" | sed 's/.*>//'; }
count() { sqlite3 "$TASKLEDGER_BOOK" "$1"; }

# A ledger of several pages, another of a few lines, and texts that would like to be more.
{
    echo 'title,detail,due,lead'
    awk 'BEGIN { for (i = 1; i <= 60; i++) printf "Item %d of the plan,what is to be reached by it and by which means and for whom and with what funds and within which bounds,2023-%02d-15,%s\n", i, i % 12 + 1, i % 3 ? "js" : "ga" }'
    printf '"</script><script>document.title=1</script><img src=x onerror=""document.title=2"">",x,2023-12-01,ga\n'
} >items.csv
{
    "$tl" init --given-clock --title Board && "$tl" unit add js Works && "$tl" unit add ga Order && "$tl" ledger add t Tasks && "$tl" ledger add c Lines --template checklist
    "$tl" import t items.csv
    for title in one two three; do "$tl" add c "$title" --lead js; done
    "$tl" close c/1 && "$tl" close c/3
} >made.log 2>&1 || { cat made.log; exit 1; }
"$tl" --lang en export --format html -o board.html || exit 1

dom '#state=closed' closed.html
closed=$(count "SELECT count(*) FROM item WHERE state = 'closed'")
same 'closed' "$(visible closed.html)" "$closed"
same 'closed, and all, in figures' "$(shown closed.html)" "$closed / $(count 'SELECT count(*) FROM item')"
same 'its title' "$(grep -o '<title>[^<]*</title>' closed.html | head -n 1)" '<title>Board</title>'
same 'pictures made of a text' "$(grep -c '<img' closed.html)" 0
dom '#unit=ga&light=red&text=PLAN%20item' red.html
red=$("$tl" --json list t --unit ga --light red | jq length)
same 'red ones of a unit, by two words' "$(shown red.html)" "$red / $(count 'SELECT count(*) FROM item')"
[ "$red" -gt 3 ]
same 'so few red ones can not be' $? 0

browse --no-pdf-header-footer --print-to-pdf="$work/board.pdf" "file://$work/board.html#ledger=t" >/dev/null
pdftotext -layout board.pdf board.txt
pages=$(tr -cd '\f' <board.txt | wc -c)
# The header, on each page with an item; each item once.
tr '\n' ' ' <board.txt | tr '\f' '\n' >pages.txt
with_items=$(grep -c 'Item [0-9]' pages.txt)
[ "$with_items" -gt 2 ]
same "so few pages with items ($with_items of $pages) can not be" $? 0
same 'pages with items, and the header' "$(grep 'Item [0-9]' pages.txt | grep -c ' title .* detail ')" "$with_items"
same 'items on paper' "$(grep -o 'Item [0-9]*' board.txt | sort -u | wc -l)" 60
same 'times that they stand there' "$(grep -o 'Item [0-9]*' board.txt | wc -l)" 60
same 'the paper' "$(pdfinfo board.pdf | grep -o 'A4')" A4
same 'its width' "$(pdfinfo board.pdf | sed -n 's/^Page size: *\([0-9]*\).*/\1/p')" 841
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
