# warn, warnings, acknowledge-warning: each warning is raised once for an item, a level and the due date in force.
# shellcheck shell=sh source=/dev/null
. "$PRELUDE"
book
q add t 修路 --lead js --due 2023-06-30
q add t 架桥 --lead ga --due 2023-07-31
q add d 关于防汛的批示 --lead xjk --due 2023-06-20
q dispatch t/1
q acknowledge t/1

say nothing is due yet
t warn
t warn --json
t warnings
t escalation

say 'look first, then raise'
on 2023-06-15
t warn --dry-run
t warn --dry-run --json
t warnings
t warn t/1 --dry-run
t warn t/1
t warn t/1
t warn t/9
t warn t
t warn
t warn
tj '[.[] | [.seq, .actor, .action, .kind, .due]]' log t/1 --action warn --json

say the due day itself is not late
on 2023-06-30
t warn
on 2023-07-01
t --lang zh warn
t warnings
t warnings t
t --lang zh warnings d
t warnings --json t

say acknowledging
as 李四
t acknowledge-warning d/1
t acknowledge-warning t/1 已知悉 --level yellow
t acknowledge-warning t/1 --level yellow
t acknowledge-warning t/2
t acknowledge-warning t/1 --level yelow
t --lang zh acknowledge-warning t/1 --level green
t warnings --open
t log t/1

say armed again when the date moves
q ledger set t late_extension=1
q request-extension t/1 连日暴雨 --due 2023-07-31
q grant-extension t/1
t warn t
on 2023-07-24
t warn t
t warnings t

say what is in review or suspended is left alone
q request-close t/1
q suspend t/2 机构改革
on 2023-09-01
t warn t

say by hand
t post d/1 warn --level red
t post t/2 warn --level red
t post d/1 warn --level green
t post d/1 warn
t --lang zh post t/2 warn --level red
t report d/1 x --level red
t list d
t verify
t warnings --as-of 2023-06-30
t warn x
t warn t d
t warnings x
t warn --open
