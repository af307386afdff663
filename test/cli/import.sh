# import: a CSV file, all or nothing.
# shellcheck shell=sh source=/dev/null
. "$PRELUDE"
book
cat >tasks.csv <<'CSV'
编号,工作任务,任务来源,牵头单位,责任单位,配合单位,完成时限,状态
1,修路,要点,区建设局,,区公安局、新街口街道,2023-06-30,办理中
2,"架桥,
两座",要点,ga,js,,2023-09-30,
CSV
t import t tasks.csv --dry-run
t list
t import t tasks.csv
t list
tj '.assignments[] | [.unit, .role]' show t/1 --json
say 'the same file again'
t import t tasks.csv
say 'with a byte order mark, English headings, numbers to be given, from a pipe'
printf '\357\273\277title,due,lead\n植树,2023-04-30,js\n' >bom.csv
t import t bom.csv --json
show_call import t -
printf 'title\n浇水\n' | "$TL" import t -
t list t
say 'errors are told, each with its line; nothing is added'
cat >bad.csv <<'CSV'
编号,工作任务,牵头单位,完成时限
7,好的,js,2023-06-30
8,单位不对,区建设据,2023-06-30
9,日期不对,js,2023-02-30
,,js,
CSV
t import t bad.csv
t import t bad.csv --json
t --lang zh import t bad.csv
t list t
printf 'colour,title\nred,甲\n' >column.csv
t import t column.csv
: >empty.csv
t import t empty.csv
"$TL" list t --state suspended --json >none.json
t import t none.json
printf 'title\n\377\376\n' >latin.csv
t import t latin.csv
say 'refused'
t import t missing.csv
t --json import t missing.csv
t import tt tasks.csv
t import t tasks.csv --format xlsx
t import t
say 'what comes in bears the name it was given, and is known again'
printf 'title\n浇水\n' | "$TL" import t -
mkfifo pipe
printf 'title\n施肥\n' >pipe &
t import t pipe
sqlite3 -batch taskledger.db "SELECT DISTINCT file FROM import_row ORDER BY file"
