# stats: by ledger, unit, state, month.
# shellcheck shell=sh source=/dev/null
. "$PRELUDE"
on 2023-03-01
as 张三
q init --given-clock --utc-offset +08:00
t stats
t stats --json
q unit add js 区建设局
q unit add ga 区公安局
q ledger add t 重点任务
q ledger add c 事项清单 --template checklist
t stats
for n in 1 2 3; do
    q add t 任务$n --lead js --due 2023-0$((n + 3))-30
    q add c 事项$n --lead ga --due 2023-04-30
done
q close c/1
q close c/2
q cancel t/3 不再需要
t stats
t stats t
t --lang zh stats
t stats c --json
tj '.[0] | keys' stats --by unit --json
t stats --by unit
t --lang zh stats --by unit
t stats --by state
t --lang zh stats t --by state
t stats --by month
t stats t --by month --json
t --lang zh stats --rates --by ledger
say 'another day, as of a day'
t stats --today 2023-05-01
on 2023-05-02
q close c/3
t stats c
t stats c --as-of 2023-05-01
say 'refused'
t stats tt
t stats --by legder
t stats --by year
t stats t --by unit
t stats t c
