# enlist, delist, list --listed: one item in several ledgers.
# shellcheck shell=sh source=/dev/null
. "$PRELUDE"
book
q add t 打通断头路 --lead js --due 2023-06-30
q add t 改造管网 --lead js --due 2023-09-30
q add d 书记批示：断头路 --field leader=张书记
q add c 每月排查
t list d --listed
say 'listed elsewhere under a number of its own'
t enlist t/1 d
t enlist t/1 c 十项行动 --no A1 --json
t --lang zh enlist t/2 d
t list d --listed
t --lang zh list d --listed
t list --listed
t list d --listed --json
t show d/2
tj '[.ref, .listings[].ref]' show c/A1 --json
say 'automatic numbers go on over items and listings'
t add d 又一批示
t enlist d/1 t --no 10
t add t 下一项
t enlist c/1 t
say 'named by any of its REFs, it is one item'
q dispatch d/2
q acknowledge t/1 --unit js
t report c/A1 已开工 --unit js --percent 40
t list d --listed
t list d
tj '.[] | [.ledger, .total, .open, .listed]' stats --json
say 'refused'
t enlist t/1 d
t enlist t/1 t
t enlist t/2 c --no 1
t enlist t/2 c --no A1
t --lang zh enlist t/2 c --no A1
t enlist t/2 c --no a/b
t enlist t/9 c
t enlist t/2 e
t delist t/2 c
t --lang zh delist t/2 c
t delist t/1 t
t enlist t/1
t list d --listed --state open
t show d/9
say 'a ledger of listings alone'
q ledger add ten 十项行动
q enlist t/2 ten
t list ten
t list ten --json
say 'the keys are those of a list'
tj '.[0] | keys' list ten --listed --json >listed
tj '.[0] | keys' list t --json >own
tail -n 1 listed | jq -c --argjson own "$(tail -n 1 own)" '[. - $own, $own - .]'
q delist t/2 ten
say 'taken off, the number is free again'
t delist d/2 d 不再单列
t list d --listed
t show d/2
t enlist t/2 c --no A9
t delist t/2 c --json
t enlist t/2 c --no A9
t enlist t/1 d --no 2
t list d --listed
t log t/1
t --lang zh log t/2
say 'closed, it still shows where it is listed'
q cancel t/2 并入
t list c --listed
t enlist t/2 d
t delist t/2 c
t list c --listed --as-of 2023-03-01
t verify
