# info: what the book says of itself; and the ways to say which book.
# shellcheck shell=sh source=/dev/null
. "$PRELUDE"
book
t info
t info --json
t --lang zh info
say 'another day'
t info --today 2023-12-31 --json
say 'which book'
t -b other.db info
t --book other.db info --json
mv taskledger.db moved.db
t info
TASKLEDGER_BOOK=moved.db
export TASKLEDGER_BOOK
q info
q -b moved.db info
say 'no book'
echo 'just text' >notes.txt
t -b notes.txt info
t -b . info
