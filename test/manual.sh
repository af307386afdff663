#!/bin/sh
# manual.sh BUILD - the manual pages say all there is: every command, option, function, struct, result, table, column, view, state, action and
# rule. groff and mandoc find nothing wrong with them (where they are there), and their examples run.
set -u
here=$(cd "$(dirname "$0")" && pwd) || exit 1
root=$(cd "$here/.." && pwd) || exit 1
build=$(cd "${1:-$root/build}" && pwd) || exit 1
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
trap 'exit 1' HUP INT TERM
LC_ALL=C.UTF-8
export LC_ALL
unset TASKLEDGER_BOOK TASKLEDGER_ACTOR TASKLEDGER_TODAY
PATH=$build:$PATH
header=$root/include/taskledger.h
# shellcheck source=/dev/null
. "$here/count.sh"

# The page as a reader has it, as far as that goes without a formatter: what roff writes in another way is written back.
plain() {
    sed -e '/^\.\\"/d' -e 's/\\f[BIR]//g' -e 's/\\%//g' -e 's/\\-/-/g' -e "s/\\\\(aq/'/g" -e 's/\\(ga/`/g' -e 's/\\(ha/^/g' -e 's/\\(ti/~/g' \
        -e 's/\\[lr]q/"/g' -e 's/\\&//g' -e 's/^\.\(B\|I\|BR\|IR\|RI\|SS\|SH\) *//' -e 's/\\e/\\/g' "$1"
}
# has PAGE WHAT TEXT: the text stands in the page.
has() {
    if grep -qF -e "$3" "$dir/$1"; then ok; else not_ok "taskledger($1) lacks $2: $3"; fi
}
# all PAGE WHAT: each line that comes in stands in the page.
all() {
    awk 'FILENAME == ARGV[1] { text = text $0 "\n"; next } { print (index(text, $0) ? 1 : 0), $0 }' "$dir/$1" "$dir/list" >"$dir/looked"
    while read -r there line; do
        if [ "$there" = 1 ]; then ok; else not_ok "taskledger($1) lacks $2: $line"; fi
    done <"$dir/looked"
    [ -s "$dir/looked" ] || not_ok "nothing to look for: $2"
}
for section in 1 3 5; do
    plain "$build/man/taskledger.$section" >"$dir/$section"
    same "ASCII only, page $section" '' "$(LC_ALL=C grep -n '[^ -~]' "$build/man/taskledger.$section")"
    same "page $section begins with its name" 'NAME' "$(sed -n '/^NAME$/p' "$dir/$section")"
done

# -------------------------------------------------------------------------------------------------------------- taskledger(1)

if taskledger --man | cmp -s - "$build/man/taskledger.1"; then ok; else not_ok 'the page is not what the program prints'; fi
# The commands of --help: indented by two blanks, the name ends where two blanks follow.
taskledger --lang en --help | sed -n '/^options/q; s/^  \([a-z][a-z -]*[a-z]\)  .*/\1/p' >"$dir/list"
all 1 'the command'
taskledger --lang en --help | sed -n '/^options/,/^exit/s/^.*\(--[a-z-]*\).*/\1/p' >"$dir/list"
all 1 'the option'
while IFS='	' read -r name usage options sentence; do
    has 1 "the usage of $name" "$(printf '%s' "$name${usage% }" | sed 's/±/\\[u00B1]/')"
    has 1 "the sentence of $name" "$sentence"
    for option in $options; do
        has 1 "an option of $name" "$option"
    done
done <<EOT
$(taskledger --commands | sed 's/	/	 /; s/		/	 	/')
EOT
for heading in NAME SYNOPSIS DESCRIPTION OPTIONS COMMANDS 'EXIT STATUS' ENVIRONMENT FILES EXAMPLES 'SEE ALSO' TASKLEDGER_BOOK TASKLEDGER_ACTOR TASKLEDGER_TODAY; do
    has 1 heading "$heading"
done
for option in --man --commands --complete; do
    if taskledger --help | grep -q -e "$option"; then not_ok "$option stands in the help"; else ok; fi
done
# The examples are the lines that begin with the program's name between .nf and .fi.
mkdir "$dir/run"
sed -n '/^\.nf$/,/^\.fi$/p' "$build/man/taskledger.1" >"$dir/examples.raw"
plain "$dir/examples.raw" | grep '^taskledger ' >"$dir/examples"
if (cd "$dir/run" && TASKLEDGER_ACTOR=li sh -e "$dir/examples" >"$dir/log" 2>&1); then ok; else not_ok "the examples end with $?: $(cat "$dir/log")"; fi
same 'what they did' 'tasks/1 closed' "$(cd "$dir/run" && taskledger show tasks/1 --json | jq -r '"\(.ref) \(.state)"')"

# -------------------------------------------------------------------------------------------------------------- taskledger(3)

sed -n 's/^TL_API [^(]*[ *]\(tl_[a-z0-9_]*\)(.*/\1(/p' "$header" >"$dir/list"
same 'functions found' "$(grep -c '^TL_API ' "$header")" "$(wc -l <"$dir/list")"
all 3 'the function'
sed -n 's/^typedef struct \(tl_[a-z_]*\) {.*/typedef struct \1 {/p; s/^#define \(TL_[A-Z_]*_INIT\) .*/\1/p; s/^#define \(TL_[A-Z_]*\) [0-9x"].*/\1/p' "$header" >"$dir/list"
all 3 'the struct or constant'
sed -n 's/^ *X(\(TL_[A-Z]*\), \(-*[0-9]*\), "\(.*\)").*/\1 (\2)/p' "$header" >"$dir/list"
all 3 'the result'
sed -n 's|^/\* -* \([a-zA-Z ,]*\) \*/$|\1|p' "$header" | tr '[:lower:]' '[:upper:]' >"$dir/list"
all 3 'the section'
# Every member of a struct, and every word of the comments above the functions that is a name of the library.
grep -o 'tl_[a-z_]*' "$header" | sort -u >"$dir/list"
all 3 'the name'
grep -o 'TL_E[A-Z]*' "$header" | sort -u >"$dir/list"
all 3 'the result'

# -------------------------------------------------------------------------------------------------------------- taskledger(5)

book=$dir/schema.db
cat "$root"/schema/[0-9]*.sql | sqlite3 -batch -init /dev/null "$book" >/dev/null
sql() { sqlite3 -batch -init /dev/null "$book" "$@"; }
# Names in Chinese stand in the page as numbers.
coded() { LC_ALL=C awk -f "$root/lib/roff.awk" -f "$dir/coded.awk"; }
cat >"$dir/coded.awk" <<'AWK'
BEGIN { roff_begin() }
{ print roff_unicode($0) }
AWK
sql "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%'" | coded >"$dir/list"
all 5 'the table or view'
same 'a heading for each' "$(sort "$dir/list")" "$(sed -n 's/^\.SS //p' "$build/man/taskledger.5" | sed 's/\\-/-/g' | sort)"
sql "SELECT s.type || '|' || s.name || '|' || group_concat(c.name, ', ') FROM sqlite_schema s JOIN pragma_table_xinfo(s.name) c
    WHERE s.type IN ('table', 'view') AND s.name NOT LIKE 'sqlite_%' GROUP BY s.name" | coded >"$dir/columns"
# As the page has them: a table's one a line, a view's behind "Columns: ", where "those of TABLE" stands for all its columns.
awk -F '|' '
    FILENAME == ARGV[1] { columns[$2] = $3; next }
    /^\.SS / { name = substr($0, 5); gsub(/\\-/, "-", name) }
    /^\.SH / { name = "" }
    name != "" && /^\.BR [a-z_0-9]+ "/ { split($0, word, " "); table[name] = table[name] (table[name] == "" ? "" : ", ") word[2] }
    name != "" && /^Columns: .*\.$/ { view[name] = substr($0, 10, length($0) - 10) }
    END {
        for (name in columns) {
            printed = name in view ? view[name] : table[name]
            if (printed ~ /^those of /) { match(printed, /^those of [^,]*/); printed = columns[substr(printed, 10, RLENGTH - 9)] substr(printed, RLENGTH + 1) }
            print printed == columns[name] ? "same" : "other", name, "has " columns[name] ", the page " printed
        }
    }' "$dir/columns" "$build/man/taskledger.5" >"$dir/looked"
while read -r verdict name text; do
    if [ "$verdict" = same ]; then ok; else not_ok "the columns of $name: it $text"; fi
done <"$dir/looked"
sql "SELECT 'tl:' || name FROM rule; SELECT en FROM rule" | coded >"$dir/list"
all 5 'the rule'
sql "SELECT name || char(10) || en FROM state; SELECT name || char(10) || en FROM action; SELECT name || char(10) || en FROM workflow;
    SELECT name || char(10) || en FROM template" | coded >"$dir/list"
all 5 'a fixed row'
sed -n '/^\.SH EXAMPLES/,$p' "$build/man/taskledger.5" | sed -n '/^\.nf$/,/^\.fi$/p' >"$dir/examples.raw"
plain "$dir/examples.raw" | grep -v '^\.' >"$dir/examples.sql"
same 'the SQL examples' 'tasks/1|Repair the bridge|registered' "$(sql ".read $dir/examples.sql" 2>&1 | sed -n '1s/^\([^|]*|[^|]*|[^|]*\).*/\1/p')"

# ----------------------------------------------------------------------------------------------------------------- formatters

for section in 1 3 5; do
    page=$build/man/taskledger.$section
    if command -v groff >/dev/null; then
        same "groff on page $section" '' "$(groff -man -Tutf8 -ww "$page" 2>&1 >"$dir/out")"
        same "page $section has a body" 1 "$([ "$(wc -l <"$dir/out")" -gt 100 ] && echo 1)"
    fi
    # The pages bear the version and no date.
    if command -v mandoc >/dev/null; then same "mandoc on page $section" '' "$(mandoc -T lint -W warning "$page" | grep -v 'missing date')"; fi
    if command -v lexgrog >/dev/null; then same "lexgrog on page $section" 0 "$(lexgrog "$page" >/dev/null 2>&1; echo $?)"; fi
done
counted
