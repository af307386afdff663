# log: the journal, of an item or whole.
# shellcheck shell=sh source=/dev/null
. "$PRELUDE"
book
t log
q add t 修路 --lead js --due 2023-06-30
q dispatch t/1
on 2023-03-08
as 李四
q acknowledge t/1
q report t/1 开工 --percent 10 --problem 无 --next 铺设
q rate t/1 进度滞后 --risk high
t log t/1
t --lang zh log t/1
tj '.[] | [.seq, .on, .action, .unit, .percent, .due]' log t/1 --json
tj '.[-1] | keys' log t/1 --json
t log t/1 --as-of 2023-03-01
t log t/2
t log tt/1
t log t/1 t/2
t log --limit 3
t --lang zh log --action 交办
t --lang zh log --action 交辨
