# board: a line for each ledger or unit, red first; colours only on a terminal. stats --check: the totals are the sums of their parts.
# shellcheck shell=sh source=/dev/null
. "$PRELUDE"
book
say 'nothing to show but empty ledgers'
t board
q ledger add n 一个名称长到看板上放不下的专项整治工作台账
for n in 1 2 3 4; do
    q add t 任务$n --lead js --due 2023-0$((n + 2))-30
    q add n 问题$n --lead ga --due 2023-04-30
    q add c 事项$n --due 2023-12-30
done
q close c/1
q close c/2
q close c/3
q cancel c/4 不再需要
on 2023-05-02
say 'red first'
t board
t board n
t --lang zh board
t board --by unit
t --lang zh board --by unit
t board c --by unit
say 'as JSON, as of a day'
tj '.[0]' board --json
tj '.[-1]' board --by unit --json
t board --as-of 2023-04-28
say 'another locale'
LANG=C t board c
say 'colours'
coloured() { script -qec "\"$TL\" board t" /dev/null </dev/null | tr -d '\r' | grep -c "$(printf '\033')"; }
unset NO_COLOR
TERM=xterm coloured
NO_COLOR=1 TERM=xterm coloured
NO_COLOR='' TERM=xterm coloured
TERM=dumb coloured
say 'refused'
t board tt
t board --by untis
t board t c
say 'the totals are the sums of their parts'
t stats --check
t stats --check --json
t stats --check --by unit
t stats t --check
sqlite3 taskledger.db "DROP TRIGGER tally_journal_update; UPDATE tally SET closed = closed + 1 WHERE month = '-' OR (month = '' AND ledger = (SELECT id FROM ledger WHERE code = 't'))"
t stats --check
tj '[.ok, .sums, (.findings | length), .findings[0]]' stats --check --json
