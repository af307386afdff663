# rate: high, medium, low; with a reason, the history kept, listed by level.
# shellcheck shell=sh source=/dev/null
. "$PRELUDE"
book
q add t 修路 --lead js --due 2023-06-30 --risk low
q add t 架桥 --lead ga --due 2023-06-30
t rate t/1 连日暴雨 --risk high
t rate t/2 初评 --risk medium
on 2023-04-01
as 李四
t rate t/1 已加固 --risk medium
t rate t/1 --risk low
t rate t/1 理由
t rate t/1 理由 --risk severe
t log t/1 --action rate
t --lang zh log --action rate
tj '.[] | [.on, .actor, .risk, .note]' log t/1 --action rate --json
t log --action rat
t log --action request-extension
t list --risk medium
t list t --risk high
t list --risk severe
