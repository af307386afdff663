# escalation: urge, notify, circulate, talk, as the lights turn; each step is an entry.
# shellcheck shell=sh source=/dev/null
. "$PRELUDE"
book
q ledger set t late_extension=1
q add t 修路 --lead js --due 2023-06-30 --officer 王副区长
q add t 架桥 --lead ga --due 2023-12-31
q dispatch t/1
q acknowledge t/1

say yellow: urge
on 2023-06-25
q warn
t escalation
t urge t/1 请抓紧
t escalation

say 'the first red: notify; urging is not enough'
on 2023-07-01
q warn
t urge t/1 再次催办
t escalation
t notify t/1 督办通知书第1号
t escalation

say extended, and late again: circulate
q request-extension t/1 材料短缺 --due 2023-07-31
q grant-extension t/1
t escalation
on 2023-08-01
q warn
t --lang zh escalation
t circulate t/1 全区通报
t escalation

say the third: talk
q request-extension t/1 人手不足 --due 2023-08-31
q grant-extension t/1
on 2023-09-01
q warn
t escalation t
tj '.[] | [.ref, .step, .lead, .officer, .level, .due, .days_left, .reds, .warned_on]' escalation --json
t escalation d
t talk t/1 约谈主要负责人
t escalation

say all of it is in the journal
t log t/1
t escalation --as-of 2023-08-01
t escalation x
t notify t/1
t circulate t/1
t verify
