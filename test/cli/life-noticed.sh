# One whole life under a public notice (workflow noticed): five days, an objection, five days again.
# shellcheck shell=sh source=/dev/null
. "$PRELUDE"
book
t ledger add g 拟表彰名单 --workflow noticed
t ledger show g
as 督查室小张
q add g 公示先进集体 --no 1 --due 2023-04-30 --lead js
q dispatch g/1
q acknowledge g/1 --unit js
q attach g/1 https://example.org/list
t request-close g/1 名单已定
say 'another person closes; that begins the notice'
t close g/1
as 核查组老李
t close g/1 名单属实
t list g
t show g/1
on 2023-03-05
t end-notice g/1
t --lang zh end-notice g/1
say 'an objection: back to be done, counted as a return'
t object g/1
t object g/1 有群众反映材料不实
t show g/1
as 督查室小张
q request-close g/1 已核实
as 核查组老李
q close g/1
on 2023-03-08
t suspend g/1 等待复核结论
on 2023-03-18
t resume g/1
say 'three days had passed, then ten that do not count'
on 2023-03-19
t end-notice g/1
on 2023-03-20
as 督查室小张
t end-notice g/1
as 核查组老李
t end-notice g/1 公示期满无异议
t --lang zh log g/1
t verify
