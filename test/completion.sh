#!/bin/sh
# completion.sh BUILD - what taskledger --complete offers at each place of a line, that it is silent where there is nothing to offer, and what
# the completion of bash makes of it. Those of zsh and fish are only read by their shells, where these are there.
set -u
here=$(cd "$(dirname "$0")" && pwd) || exit 1
root=$(cd "$here/.." && pwd) || exit 1
build=$(cd "${1:-$root/build}" && pwd) || exit 1
scripts=$root/examples/cli/completion
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
trap 'exit 1' HUP INT TERM
PATH=$build:$PATH
LC_ALL=C.UTF-8
TASKLEDGER_ACTOR=li
TASKLEDGER_TODAY=2023-03-01
export PATH LC_ALL TASKLEDGER_ACTOR TASKLEDGER_TODAY
unset TASKLEDGER_BOOK
cd "$dir" || exit 1
passed=0
failed=0

same() { # same NAME WANTED GOT
    if [ "$2" = "$3" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf "not ok: %s: expected '%s', got '%s'\n" "$1" "$2" "$3"
    fi
}
# offered WANTED WORD...: the candidates at the last word of a line, without what they mean.
offered() {
    wanted=$1
    shift
    same "line $*|" "$wanted" "$(taskledger --complete line "$@" 2>&1 | cut -f 1 | tr '\n' ' ' | sed 's/ $//')"
}
# what WANTED KIND...: the candidates of a kind.
what() {
    wanted=$1
    shift
    same "$*" "$wanted" "$(taskledger --complete "$@" 2>&1 | cut -f 1 | tr '\n' ' ' | sed 's/ $//')"
}

# --------------------------------------------------------------------------------------------------------------- without a book

for kind in refs units ledgers states; do
    what '' $kind
done
offered '' show ''
offered '' add ''
offered '' -b missing.db show ''
same 'no book is made' '' "$(ls)"
offered 'unit unassign urge' u
offered 'init info import instruct' i
offered 'add rename retire appoint holders list' unit ''
offered 'retire' unit ret
offered '--given-clock' init --title T --g
offered ':file' backup ''
offered ':file' import tasks ''
offered ':file' -b ''
offered ':file' attach tasks/1 one.txt ''
offered '' frobnicate ''
offered '' unit frobnicate ''
offered 'high medium low' add tasks T --risk ''
offered '--risk=medium' add tasks T --risk=m
offered 'en zh' --lang ''
offered 'mentor mentee' assign tasks/1 js --role men
offered 'month' counters --by ''
offered 'ledger unit state month' stats --by ''
offered 'ledger unit' board --by ''
offered '--limit' list --lim
offered '' init --no-such-option ''
printf 'no book' >text.db
TASKLEDGER_BOOK=text.db
export TASKLEDGER_BOOK
what '' refs
what '' units
unset TASKLEDGER_BOOK
rm text.db

# ------------------------------------------------------------------------------------------------------------------ with a book

q() { taskledger "$@" >out 2>&1 || { cat out && failed=$((failed + 1)); }; }
q init --given-clock --utc-offset +08:00
q unit add js 区建设局
q unit add ga 区公安局
q unit add old 原城建局
q unit retire old
q ledger add tasks 重点任务
q ledger add 'a b' 杂项
q add tasks 打通断头路 --lead js --due 2023-06-30
q add tasks 加装电梯 --lead ga --no 〔2023〕2号
q add 'a b' "one
two"
q dispatch tasks/1
what 'tasks/1 tasks/〔2023〕2号 a b/1' refs
what 'tasks/1 tasks/〔2023〕2号' refs tasks/
what 'tasks/〔2023〕2号' refs tasks/〔
what '' refs nothing/
what 'tasks/1 tasks/〔2023〕2号 a b/1' refs -b taskledger.db
what '' refs -b missing.db
same 'what it means' 'tasks/1	打通断头路' "$(taskledger --complete refs tasks/1)"
same 'not what would break the line' 'a b/1' "$(taskledger --complete refs 'a b')"
what 'js ga' units
what '区建设局 区公安局' units 区
what 'tasks a b' ledgers
what 'tasks' ledgers t
what 'closed cancelled' states c
what '' none
what 'acknowledge acknowledge-warning amend assign attach cancel circulate comment decline grant-extension hear instruct notify rate refuse-extension '\
'request-extension suspend talk unassign urge warn' actions tasks/1
what 'acknowledge-warning amend assign attach cancel circulate comment dispatch hear instruct notify rate suspend talk unassign urge warn' \
    actions tasks/〔2023〕2号
# Every command about one item is an action that post can post, but those that are none, and enlist and delist, which name a ledger; and warn, whose
# command is about many items.
same 'all actions' "$({ taskledger --commands | sed -n 's/^\([a-z-]*\)	REF.*/\1/p' | grep -vx -e post -e show -e dossier -e enlist -e delist && echo warn; } | sort)" \
    "$(taskledger --complete actions | cut -f 1 | sort)"
offered 'tasks/1 tasks/〔2023〕2号 a b/1' show ''
offered 'tasks/1' report tasks/1
offered 'tasks/1 tasks/〔2023〕2号' --json close ta
offered 'decline' post tasks/1 dec
offered 'js ga' assign tasks/1 ''
offered 'js ga' add tasks T --lead ''
offered '--lead=js' add tasks T --lead=j
offered 'js ga' unit retire ''
offered 'js ga' unit add x X --parent ''
offered '' unit add ''
offered 'tasks a b' list ''
offered 'tasks a b' ledger show ''
offered '' ledger add ''
offered 'add end list show run' series ''
offered 'monthly quarterly yearly days' series add a m T --cycle ''
offered 'tasks a b' series list ''
q series add tasks ypc 月排查 --cycle monthly --day 25 --from 2023-01
q series add tasks nbg 年报告 --cycle yearly --day 12-31 --from 2023
offered 'ypc nbg' series show ''
offered 'nbg' series run n
offered '' series end ypc ''
offered '' series add ''
q datum add people 人口 --type integer
q datum add homes 户数
offered 'add list use' datum ''
offered 'people homes' datum use tasks ''
offered 'people' fill js p
offered '' fill js people ''
offered 'open' list --state op
offered '' -b missing.db show ''
offered 'tasks/1' -b missing.db -b taskledger.db show tasks/1
offered 'tasks/1' -btaskledger.db show tasks/1
offered 'tasks/1' show -- tasks/1
offered '' show tasks/1 ''
same 'in Chinese, by the locale' 'decline	退签' "$(LC_ALL=zh_CN.UTF-8 taskledger --complete line post tasks/1 dec)"
# With very many items the ledgers come first.
awk 'BEGIN { print "title"; for (i = 1; i <= 250; i++) print "item " i }' >many.csv
q ledger add many 许多
q import many many.csv
what 'tasks/ a b/ many/' refs
what 'many/' refs m
what 'many/25 many/250' refs many/25

# ------------------------------------------------------------------------------------------------------------------------ bash

if command -v bash >/dev/null; then
    # words WANTED WORD...: what bash has in COMPREPLY when the last word is to be completed.
    words() {
        wanted=$1
        shift
        # shellcheck disable=SC2016 # for bash
        same "bash $*|" "$wanted" "$(bash --norc --noprofile -c '. "$0"
            COMP_WORDS=(taskledger "$@")
            COMP_CWORD=$#
            _taskledger taskledger "${!#}" "" && echo "${COMPREPLY[*]}"' "$scripts/taskledger.bash" "$@" 2>&1)"
    }
    # shellcheck disable=SC2016
    same 'bash knows the function' 'complete -F _taskledger taskledger' "$(bash --norc --noprofile -c '. "$0"; complete -p taskledger' "$scripts/taskledger.bash")"
    words 'tasks/1 tasks/〔2023〕2号' show tasks/
    words 'a\ b/' show a
    words 'decline' post tasks/1 de
    words 'acknowledge acknowledge-warning amend assign attach' post tasks/1 a
    words 'js ga' add tasks T --lead ''
    words 'js ga' add tasks T --lead =
    words 'js' add tasks T --lead = j
    words 'unit unassign urge' u
    words '' backup ''
    words '' -b missing.db show ''
    words 'tasks/1' -b "'taskledger.db'" show tasks/1
    words 'many/' show m
    q ledger add "\$(id)" 'a hostile code'
    words '\$\(id\)' list '$'
fi
for shell in zsh fish; do
    case $shell in
    zsh) file=_taskledger ;;
    *) file=taskledger.fish ;;
    esac
    if command -v $shell >/dev/null; then same "$shell reads it" '' "$($shell -n "$scripts/$file" 2>&1)"; fi
done
if command -v fish >/dev/null; then
    same 'fish' 'js	区建设局' "$(HOME=$dir fish -N -c "source $scripts/taskledger.fish; complete -C 'taskledger assign tasks/1 j'" 2>&1)"
fi
if command -v shellcheck >/dev/null; then same 'shellcheck on that of bash' '' "$(shellcheck -s bash "$scripts/taskledger.bash" 2>&1)"; fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
