#!/bin/sh
# dictionary.sh - schema/README.md names every table, view, column and action of a fresh book, has each move as the table move has it, each template, and
# its examples of plain SQL run. A table or view has a heading of its own (the checks: a row of a table); a column stands in its section.
set -u
here=$(cd "$(dirname "$0")" && pwd) || exit 1
schema=${SCHEMA:-$here/../schema}
dictionary=$schema/README.md
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
LC_ALL=C.UTF-8
export LC_ALL
# shellcheck source=/dev/null
. "$here/count.sh"

# A shell as anybody has it, but for a ~/.sqliterc.
sql() { sqlite3 -batch -init /dev/null "$@"; }

cat "$schema"/*.sql | sql "$work/new.db" >/dev/null || exit 1

# section NAME: from its heading to the next one.
section() {
    awk -v name="$1" '/^##/ { inside = index($0, "`" name "`") > 0 } inside' "$dictionary"
}

# ------------------------------------------------------------------------------------------------------- tables, views, columns

sql "$work/new.db" "SELECT name FROM sqlite_schema WHERE (type = 'table' OR type = 'view') AND name NOT GLOB 'sqlite_*' ORDER BY rowid" >"$work/names"
sql "$work/new.db" "SELECT s.name, c.name FROM sqlite_schema s JOIN pragma_table_xinfo(s.name) c WHERE s.type = 'table' OR s.type = 'view'" >"$work/columns"
# For each column "named" or "unnamed", for each name that a row of the section begins with "there" or "unheard-of", and the name.
# Chinese columns stand in a row, with 、 between.
compare() {
    awk -F '|' -v name="$1" '
        FILENAME == ARGV[1] { text = text $0 "\n"; count = split($0, part, "、"); for (i = 1; i <= count; i++) word[part[i]] = 1
            if ($0 ~ /^\| `[^|]*` \| /) { claims = $2; gsub(/[` ]/, "", claims); count = split(claims, part, ","); for (i = 1; i <= count; i++) claimed[part[i]] = 1 }
            next }
        $1 == name { column[$2] = 1; print index(text, "`" $2 "`") || ($2 in word) ? "named" : "unnamed", $2 }
        END { for (each in claimed) print each in column ? "there" : "unheard-of", each }' "$work/section" "$work/columns"
}
while read -r name; do
    case $name in
    check_*)
        if grep -q "^| \`$name\` |" "$dictionary"; then ok; else not_ok "$name is not in the dictionary"; fi
        continue
        ;;
    esac
    section "$name" >"$work/section"
    if [ -s "$work/section" ]; then ok; else
        not_ok "$name has no section in the dictionary"
        continue
    fi
    compare "$name" >"$work/compared"
    while read -r verdict column; do
        case $verdict in
        unnamed) not_ok "column $column of $name is not in its section" ;;
        unheard-of) not_ok "the dictionary gives $name a column $column" ;;
        *) ok ;;
        esac
    done <"$work/compared"
done <"$work/names"

# ------------------------------------------------------------------------------------------------------------ actions and moves

sql "$work/new.db" "SELECT name FROM action" >"$work/actions"
awk '/^## /{ inside = $0 == "## Actions" } inside' "$dictionary" >"$work/section"
while read -r action; do
    if grep -q "^| .*\`$action\`.* |" "$work/section"; then ok; else not_ok "action $action is not in the dictionary"; fi
done <"$work/actions"

cat >"$work/moves.sql" <<'SQL'
WITH steps(action, workflow, rank, step) AS (
  SELECT action, workflow, min(rank),
    CASE states WHEN 'registered, dispatched, in_progress, in_review, standing, suspended' THEN 'any open state'
      WHEN 'registered, dispatched, in_progress, in_review, standing, suspended, closed, cancelled' THEN 'any state' ELSE states END
      || iif(same, '', ' → ' || ifnull(to_state, 'where it was'))
  FROM (
    SELECT m.action, m.workflow, m.to_state IS m.from_state AS same, iif(m.to_state IS m.from_state, '', ifnull(m.to_state, '?')) AS target, m.to_state,
      s.rank, group_concat(m.from_state, ', ') OVER (PARTITION BY m.action, m.workflow, iif(m.to_state IS m.from_state, '', ifnull(m.to_state, '?'))
        ORDER BY s.rank ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS states
    FROM move m JOIN state s ON s.name = m.from_state)
  GROUP BY action, workflow, target),
cell(action, workflow, text) AS (
  SELECT action, workflow, group_concat(step, '; ') FROM (SELECT * FROM steps ORDER BY action, workflow, rank) GROUP BY action, workflow)
SELECT '| `' || a.name || '` | ' || a.zh || ' | ' || ifnull(one.text, '–') || ' | ' || ifnull(two.text, '–') || ' | ' || ifnull(three.text, '–') || ' | '
  || CASE (SELECT max(by) FROM move WHERE action = a.name) WHEN 'line' THEN 'an assigned unit' WHEN 'lead' THEN 'the lead' WHEN 'lead_moves' THEN 'an assigned unit; the lead moves it'
    ELSE '' END
  || ' | ' || iif((SELECT max(needs_note) FROM move WHERE action = a.name), 'yes', '') || ' |'
FROM action a LEFT JOIN cell one ON one.action = a.name AND one.workflow = 'simple' LEFT JOIN cell two ON two.action = a.name AND two.workflow = 'standard'
  LEFT JOIN cell three ON three.action = a.name AND three.workflow = 'counting'
WHERE a.scope = 'item' AND a.name <> 'register' ORDER BY a.name;
SQL
sql "$work/new.db" <"$work/moves.sql" >"$work/moves"
while read -r row; do
    if grep -q -x -F "$row" "$work/section"; then ok; else not_ok "the moves are others; the dictionary lacks: $row"; fi
done <"$work/moves"
# standard and supervised share a column.
other=$(sql "$work/new.db" "SELECT count(*) FROM move a WHERE workflow = 'standard' AND NOT EXISTS (SELECT 1 FROM move b WHERE b.workflow = 'supervised'
  AND b.action = a.action AND b.from_state = a.from_state AND b.to_state IS a.to_state AND b.by IS a.by AND b.needs_note = a.needs_note)")
if [ "$other" = 0 ]; then ok; else not_ok 'supervised has other moves than standard'; fi

# Each template has its row, with its workflow; what it sets is a policy.
section template >"$work/section"
sql "$work/new.db" "SELECT '| ' || name || ' | ' || zh || ' | ' || workflow || ' |' FROM template" >"$work/templates"
while read -r row; do
    if grep -q -F "$row" "$work/section"; then ok; else not_ok "the dictionary lacks the template: $row"; fi
done <"$work/templates"
same=$(grep -c '^| [a-z]* | ' "$work/section")
if [ "$same" -eq $(($(wc -l <"$work/templates") + 2)) ]; then ok; else not_ok "the section template has $same rows"; fi

# --------------------------------------------------------------------------------------------------------------------- examples

awk '/^<!-- run -->$/ { marked = 1; next } marked && /^```/ { marked = 0; inside = 1; next } inside && /^```/ { inside = 0 } inside' "$dictionary" >"$work/run.sql"
if sql -bail "$work/new.db" <"$work/run.sql"; then ok; else not_ok 'the examples do not run'; fi
got=$(sql "$work/new.db" "SELECT ref, title, state, due, extended, returned, evidence, risk, detail IS NULL, (SELECT count(*) FROM entry WHERE request = 'archive-8'),
  (SELECT retired FROM unit WHERE code = 'sz'), (SELECT count(*) FROM check_book) FROM item_status")
wanted='tasks/1|打通断头路四条|closed|2030-07-31|1|1|2|high|1|1|1|0'
if [ "$got" = "$wanted" ]; then ok; else not_ok "the examples end with '$got', not '$wanted'"; fi

# The workflow of one's own, in a book without the other examples, which count on the numbers of their entries.
cat "$schema"/*.sql | sql "$work/own.db" >/dev/null || exit 1
awk '/^<!-- own -->$/ { marked = 1; next } marked && /^```/ { marked = 0; inside = 1; next } inside && /^```/ { inside = 0 } inside' "$dictionary" | sql -bail "$work/own.db"
got=$(sql "$work/own.db" "SELECT zh, (SELECT count(*) FROM move WHERE workflow = name), (SELECT count(*) FROM check_book) FROM workflow WHERE entry IS NOT NULL")
if [ "$got" = '隐患整改|6|0' ]; then ok; else not_ok "the workflow of one's own ends with '$got'"; fi

counted
