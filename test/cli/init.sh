# init: a new book, and what it refuses.
# shellcheck shell=sh source=/dev/null
. "$PRELUDE"
on 2023-03-01
as 张三
t init --given-clock --utc-offset +08:00 --title 区委督查台账
t info
say 'an existing file, be it a book or not'
t init --given-clock
echo text >notes.txt
t -b notes.txt init
cat notes.txt
say 'an empty file counts as none'
: >empty.db
t -b empty.db init --given-clock --utc-offset -03:30 --json
t -b empty.db info
say 'malformed'
t -b new.db init --utc-offset 8
t -b new.db init --today 2023-02-30 --given-clock
t -b new.db init extra
t -b no/such/folder/new.db init
files
