#!/bin/sh
# office.sh BUILD - what leaves a book for offices, read by programs that are not ours: a workbook by unzip and LibreOffice, a calendar by libical. Each is
# skipped, with a line that says so, where the program is missing.
set -u
build=${1:?the build folder}
here=$(cd "$(dirname "$0")" && pwd) || exit 1
tl=$(cd "$build" && pwd)/taskledger
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
cd "$work" || exit 1
passed=0
failed=0
LC_ALL=C.UTF-8
TASKLEDGER_ACTOR=王
export LC_ALL TASKLEDGER_ACTOR

good() { passed=$((passed + 1)); }
bad() {
    failed=$((failed + 1))
    printf 'not ok: %s\n' "$1"
}
# check WORDS COMMAND...
check() {
    words=$1
    shift
    if "$@"; then good; else bad "$words"; fi
}

# A book with what is awkward in a cell: formulas, quotation marks, line breaks, control characters, long text, words that look like numbers or days.
TASKLEDGER_TODAY=2023-06-25
export TASKLEDGER_TODAY
(
    set -e
    "$tl" init --given-clock --utc-offset +08:00 --title '区委"督查"台账'
    "$tl" unit add js 区建设局
    "$tl" unit add ga '区公安局; 交警, 一队'
    "$tl" ledger add t '重点任务[2023]: 甲/乙*丙' --template tasks
    "$tl" ledger add u '重点任务[2023]: 甲/乙*丙'
    "$tl" ledger add d 批示档案 --template dossiers
    "$tl" ledger field d cost 造价 --type number
    "$tl" ledger field d phone 电话
    "$tl" add t '=1+1' --no '+2' --due 2023-06-30 --lead js --detail "$(printf '第一行\n"第二行", 甲')"
    "$tl" add t '<b>&amp; _x0041_' --no 007 --due 2023-06-20 --lead ga --support js
    "$tl" add t "$(printf '控制\001字符\t制表')" --no 2023-01-01 --lead ga
    "$tl" add t "$(printf '%060d' 0 | sed 's/0/很长的标题/g')" --no 3.10
    "$tl" add u '一项' --lead js --due 2023-07-01
    "$tl" add d 批示事项 --lead js --due 2023-08-01 --field leader=李书记 --field instructed_on=2023-06-01 --field instruction=请核查 --field cost=12.5 --field phone=010-8888
    "$tl" dispatch t/+2
    "$tl" acknowledge t/+2 --unit js
    "$tl" report t/+2 '@进展' --unit js --percent 60.5 --problem '-缺人'
    "$tl" dispatch t/007
) >log 2>&1
check 'the book can not be made' [ "$(tail -n 1 log)" = t/007 ]

# ------------------------------------------------------------------------------------------------------------- workbook
if "$tl" --lang zh export --format xlsx -o all.xlsx 2>refusal; then
    "$tl" --lang zh export --format xlsx -o again.xlsx
    check 'the same book gives another workbook' cmp -s all.xlsx again.xlsx
    # What it is made of, without an office program.
    if command -v unzip >/dev/null; then
        mkdir parts && (cd parts && unzip -q ../all.xlsx)
        sheet=parts/xl/worksheets/sheet1.xml
        for part in '<mergeCell ref="A1:' '<autoFilter ref="A2:' 'state="frozen"' 'orientation="landscape"' 'paperSize="9"' 'fitToHeight="0"'; do
            check "no $part in the sheet" grep -q -- "$part" "$sheet"
        done
        check 'a formula' sh -c '! grep -q "<f>" parts/xl/worksheets/*.xml'
        check 'three sheets' [ "$(find parts/xl/worksheets -name 'sheet*.xml' | wc -l)" -eq 3 ]
        check 'the header is not repeated' grep -q 'Print_Titles.*[$]1:[$]2' parts/xl/workbook.xml
        check 'a sheet has the name of another' [ "$(grep -o 'sheet name="[^"]*"' parts/xl/workbook.xml | sort -u | wc -l)" -eq 3 ]
        check 'the red light has no colour' grep -q 'FFC7CE' parts/xl/styles.xml
        check 'the day is not that of the book' grep -q '2023-06-25T' parts/docProps/core.xml
    else
        echo 'skipped: the parts of a workbook: no unzip here'
    fi
elif grep -q 'libxlsxwriter was not there when it was made' refusal; then
    echo 'skipped: workbooks: built without libxlsxwriter'
else
    bad "no workbook: $(cat refusal)"
fi

# cells FILE: the cells of a table in a line each, without the apostrophe that csv has before what looks like a formula, and without the sign of percents.
cells() {
    sqlite3 :memory: -cmd '.mode csv' -cmd ".import --skip ${2:-0} '$1' cells" -cmd '.mode ascii' -cmd '.separator "\n" "\n----\n"' 'SELECT * FROM cells' 2>/dev/null |
        sed "s/^'\\([=+@-]\\)/\\1/; s/^\\([0-9.]*\\)%\$/\\1/"
}
# The same cells as in the csv export, as an office program reads and shows them. One run: its start takes longest.
if [ -f all.xlsx ] && command -v soffice >/dev/null && command -v sqlite3 >/dev/null; then
    HOME=$work soffice --headless --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1' --outdir sheets all.xlsx >office.log 2>&1
    check 'LibreOffice opens it' [ "$(find sheets -name '*.csv' | wc -l)" -eq 3 ]
    for pair in 't:重点任务_2023__ 甲_乙_丙' 'd:批示档案'; do
        "$tl" --lang zh export "${pair%%:*}" --format csv -o table.csv
        tail -c +4 table.csv >plain.csv # behind the byte order mark
        found=$(find sheets -name "*-${pair#*:}.csv" | head -n 1)
        cells plain.csv >expected
        cells "${found:-none}" 1 >shown
        check "the cells of ${pair%%:*}" diff -u expected shown
        check "there are cells of ${pair%%:*}" [ "$(wc -l <expected)" -gt 20 ]
    done
else
    echo 'skipped: a workbook in LibreOffice: no soffice or no workbook here'
fi

# ------------------------------------------------------------------------------------------------------------- calendar
if pkg-config --exists libical; then
    # shellcheck disable=SC2046
    ${CC:-cc} -o ics "$here/office/ics.c" $(pkg-config --cflags --libs libical) || bad 'ics.c'
    "$tl" --lang zh export --format ics -o all.ics
    check 'libical refuses the calendar' ./ics all.ics >tasks
    sqlite3 taskledger.db "SELECT uid, title, coalesce(due, ''), CASE state WHEN 'in_progress' THEN 'IN-PROCESS' ELSE 'NEEDS-ACTION' END,
        coalesce(CAST(percent AS INTEGER), ''), iif(due IS NULL, '', '-P6DT15H') FROM item_status ORDER BY (SELECT id FROM ledger WHERE code = ledger), no_order" |
        tr -d '\001' >expected
    check 'the tasks' diff -u expected tasks
    check 'a line of more than 75 bytes' sh -c "! LC_ALL=C grep -q '^.\{77,\}' all.ics" # and its carriage return
    "$tl" export t --unit ga --format ics -o ga.ics
    check 'the tasks of one unit' [ "$(./ics ga.ics | wc -l)" -eq 2 ]
else
    echo 'skipped: a calendar in libical: no libical here'
fi
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
