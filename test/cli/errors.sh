# Errors: one line or one object, and the exit status of each kind.
# shellcheck shell=sh source=/dev/null
. "$PRELUDE"
book
q add d 批示 --lead js --due 2023-06-30
say '1: a rule, an existing key, --expect'
t request-close d/1
t --json request-close d/1
t --json add d 又一个 --no 1
t --json comment d/1 迟到 --expect 1
say '2: usage'
t --json lsit
t --json add d 日期不对 --due 2023-02-30
say '3: not found'
t --json show d/2
t --json -b missing.db list
say '4: busy'
(
    printf 'BEGIN IMMEDIATE;\n.shell touch locked\n'
    while [ ! -e over ]; do sleep 0.1; done
    printf 'ROLLBACK;\n'
) | sqlite3 taskledger.db &
while [ ! -e locked ]; do sleep 0.1; done
t list d
t --json comment d/1 等不到
touch over
wait
t comment d/1 等到了
say '5: damaged'
echo text >text.db
t --json -b text.db list
t -b text.db list
say '6: the system'
show_call list '>/dev/full'
{ "$TL" list >/dev/full; } 2>&1
echo "exit $?"
show_call --json list '>/dev/full'
{ "$TL" --json list >/dev/full; } 2>&1
echo "exit $?"
show_call comment d/1 存了 '>/dev/full'
{ "$TL" comment d/1 存了 >/dev/full; } 2>&1
echo "exit $?"
show_call list '|' true
{
    sleep 0.3
    "$TL" list 2>said.txt
    echo "exit $?" >>said.txt
} | true
cat said.txt
show_call list '>&-'
{ "$TL" list >&-; } 2>&1
echo "exit $?"
t log d/1
