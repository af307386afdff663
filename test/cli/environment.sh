# The environment: book, actor, day, language.
# shellcheck shell=sh source=/dev/null
. "$PRELUDE"
# One variable more for one call.
with() {
    echo "# $1"
    (
        export "${1?}"
        shift
        t "$@"
    )
}
book
say 'the actor: -a, else TASKLEDGER_ACTOR'
q add t 甲
q -a 李四 comment t/1 由参数
q comment t/1 由环境
t log t/1
t -a '' comment t/1 无名
say 'the language: --lang, else LC_ALL, LC_MESSAGES, LANG'
with LANG=zh_CN.UTF-8 list
with LANG=zh_CN.UTF-8 list --lang en
with LANG=zh_CN.UTF-8 close t/1
LANG=zh_CN.UTF-8
with LC_MESSAGES=en_GB.UTF-8 list
LC_MESSAGES=en_GB.UTF-8
export LC_MESSAGES
with LC_ALL=zh_TW.UTF-8 list
LANG=C.UTF-8
unset LC_MESSAGES
say 'the day: --today, else TASKLEDGER_TODAY'
q amend t/1 --set due=2023-03-10
t list
t list --today 2023-03-11
with TASKLEDGER_TODAY=2023-03-12 list
with TASKLEDGER_TODAY=nonsense list
say 'entries under an earlier clock bear the time of the one before'
on 2023-02-01
q comment t/1 早了
t log t/1
say 'in a book with a real clock the day is for reading only'
q -b real.db init --utc-offset +08:00
q -b real.db ledger add t 任务
q -b real.db add t 甲 --today 2001-01-01
t -b real.db list --today 2001-01-01
"$TL" -b real.db log --json | grep '"2001' || echo 'no entry of 2001'
