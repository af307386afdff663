# What is not understood, and help.
# shellcheck shell=sh source=/dev/null
. "$PRELUDE"
on 2023-03-01
as 张三
q init --given-clock --utc-offset +08:00
t
t --json
t frobnicate
t lsit
t unit_list
t 列表
t ''
t --frobnicate
t list --lite red
t list -x
t list --limit
t list -b
t list --json=yes
t list --l 3
t --lang fr list
t --lang fr list --json
t list --today 2023-02-30
t list --today tomorrow
t list --lang zh --state opne
say 'options anywhere, -- ends them'
q ledger add t 重点任务
t -a 李四 add --json t --due 2023-06-30 甲
t add t -- --json
t list -- --json
say 'the last -b and -a count'
t -b missing.db -b taskledger.db -a 甲 -a 乙 add t 丙
tj '.[].actor' log t/3 --json
say 'an action may be written as in SQL'
q unit add x 单位
q add t 丁 --lead x --due 2023-06-30
q dispatch t/4
q acknowledge t/4
t request_close t/4
say 'an action takes what it has, by its own name and by post'
t close t/4 --percent 5
t post t/4 close --percent 5
t post t/4 urge 快 --due 6月底前 --json
t --lang zh rate t/4 x --risk high
say 'version and help'
"$TL" --version | sed 's/[0-9][0-9.]*$/VERSION/'
t --help
t --lang zh --help
t -h list
t --lang zh add --help
t attach --help
t close --help
t frobnicate --help
t --lang zh list --owed
