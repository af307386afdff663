# restore: a book made again from its journal.
# shellcheck shell=sh source=/dev/null
. "$PRELUDE"
book
q add t 修路 --lead js --due 6月底前
q add d 批示 --lead ga --field leader=市委书记
q dispatch t/1
"$TL" export --format jsonl -o book.jsonl
head -1 book.jsonl | same
sed -n 3p book.jsonl | same
wc -l <book.jsonl
"$TL" checkpoint >kept.txt
say 'the same book'
t -b again.db restore book.jsonl
"$TL" -b again.db checkpoint | cmp - kept.txt && echo 'the same head'
t -b again.db verify --against kept.txt
"$TL" -b again.db export --format jsonl | cmp - book.jsonl && echo 'the same journal'
t -b again.db list
tj .entries -b third.db restore - --json <book.jsonl
say 'it goes on'
q -b again.db acknowledge t/1 --unit js
t -b again.db show t/1 --json >/dev/null
say 'an existing file is left as it is'
t -b again.db restore book.jsonl
say 'what was damaged, cut off, put in another order or changed is refused with its line'
bad() {
    show_call -b bad.db restore bad.jsonl
    "$TL" -b bad.db restore bad.jsonl 2>&1
    echo "exit $?"
}
sed '3s/建设局/建筑局/' book.jsonl >bad.jsonl
bad
sed 4d book.jsonl >bad.jsonl
bad
sed '$d' book.jsonl >bad.jsonl
bad
sed '5{h;d;};6{G;}' book.jsonl >bad.jsonl
bad
head -c 1000 book.jsonl >bad.jsonl
bad
"$TL" export t >bad.jsonl
bad
t -b bad.db restore bad.jsonl --json
t -b bad.db restore none.jsonl
t -b no/such/bad.db restore book.jsonl
t export t --format jsonl
files
