#!/bin/sh
# Replays the district's year 2023 into a new book. The data lie beside this script: units.csv, events.tsv (what happened to the items of the
# first three ledgers, a call of the program a line), calls.tsv (the other ledgers, by the program or plain SQL). Prints nothing on success.
set -eu

die() {
	printf 'replay.sh: %s\n' "$1" >&2
	exit "$2"
}

[ $# -eq 2 ] || die 'usage: replay.sh CLI BOOK' 2
cli=$(command -v -- "$1") || die "$1 is not a program that can be run." 2
book=$2
if [ -e "$book" ] || [ -L "$book" ]; then
	die "$book exists already; name a file that is to be made." 1
fi

# Evidence is named relative to this folder, so that the book holds no path of this machine.
case $cli in /*) ;; *) cli=$PWD/$cli ;; esac
case $book in /*) ;; *) book=$PWD/$book ;; esac
CDPATH='' cd -- "$(dirname -- "$0")"
tab=$(printf '\t')

# tl DATE ACTOR ARGUMENT...
tl() {
	today=$1
	who=$2
	shift 2
	"$cli" -b "$book" -a "$who" --today "$today" "$@" </dev/null >/dev/null
}

found_book() {
	"$cli" -b "$book" -a 督查室小张 init --title 'XX区2023年督查督办台账库' \
		--given-clock --utc-offset +08:00 --today 2023-01-03 </dev/null >/dev/null
}

add_units() {
	while IFS=, read -r code name parent kind; do
		[ "$code" != 编码 ] || continue
		set -- unit add "$code" "$name" --kind "$kind"
		[ -z "$parent" ] || set -- "$@" --parent "$parent"
		tl 2023-01-03 督查室小张 "$@"
	done <units.csv
}

add_ledgers() {
	tl 2023-01-03 督查室小张 ledger add tasks-2023 '市委常委会2023年工作要点任务台账' \
		--template tasks --source '市委常委会2023年工作要点'
	tl 2023-01-03 督查室小张 ledger add dossiers-2023 '2023年重要批示督办台账' \
		--template dossiers --source '重要批示“一批示一档案”督办办法'
	tl 2023-01-03 督查室小张 ledger add checklist-2023 '社区协助办理政府事务清单' \
		--template checklist --source '社区协助办理政府事务清单（2023年）'
}

# A line of events.tsv: DATE ACTOR ACTION REF UNIT PERCENT DUE FILE NOTE PROBLEM NEXT; "-" stands for an empty field.
event() {
	date=$1 actor=$2 action=$3 ref=$4 unit=$5 percent=$6 due=$7 file=$8
	shift 8
	note=$1 problem=$2 next=$3
	case $action in
	attach | import) set -- "$action" "$ref" "$file" ;;
	*)
		set -- "$action" "$ref"
		[ "$file" = - ] || set -- "$@" --file "$file"
		;;
	esac
	[ "$unit" = - ] || set -- "$@" --unit "$unit"
	[ "$percent" = - ] || set -- "$@" --percent "$percent"
	[ "$due" = - ] || set -- "$@" --due "$due"
	[ "$note" = - ] || set -- "$@" --note "$note"
	[ "$problem" = - ] || set -- "$@" --problem "$problem"
	[ "$next" = - ] || set -- "$@" --next "$next"
	tl "$date" "$actor" "$@"
}

# From here on: the lines of calls.tsv, DATE ACTOR HOW ARGUMENT...

# What has to be refused by a rule, and leaves no trace.
refused() {
	status=0
	tl "$@" 2>/dev/null || status=$?
	[ "$status" -eq 1 ]
}

# bulk DATE ACTOR LEDGER KIND FIRST LAST DAY: rows FIRST to LAST made of the short lists in bulk.tsv.
bulk() {
	awk -v kind="$4" -v first="$5" -v last="$6" -v day="$7" -f bulk.awk units.csv bulk.tsv |
		"$cli" -b "$book" -a "$2" --today "$1" import "$3" - >/dev/null
}

# rows DATE ACTOR LEDGER FILE FIRST LAST: a part of a table, as a rolling list is added to.
rows() {
	awk -v first="$5" -v last="$6" 'NR == 1 || (NR > first && NR <= last + 1)' "$4" |
		"$cli" -b "$book" -a "$2" --today "$1" import "$3" - >/dev/null
}

# script DATE ACTOR FILE LEDGER: plain SQL, told of the day, the actor and the ledger by the table step.
script() {
	sqlite3 -bail "$book" "CREATE TEMP TABLE step AS SELECT '$1T04:00:00.000Z' AS at, '$2' AS actor, id AS ledger FROM ledger WHERE code = '$4'" ".read $3"
}

# each DATE ACTOR ACTION LEDGER CONDITION NOTE PERCENT DUE FIELD NEW FILE: one action on every item that the condition picks and that allows it,
# posted by plain SQL in one transaction. What a unit does is done for the lead; acknowledge, by every unit, the lead first.
each() {
	at=$1T04:00:00.000Z actor=$2 action=$3 ledger=$4 condition=$5 note=$6 percent=$7 due=$8
	shift 8
	field=$1 new=$2 uri=$3 sha256=- size=-
	if [ "$uri" != - ]; then
		sha256=$(sha256sum "$uri" | cut -d' ' -f1)
		size=$(wc -c <"$uri")
	fi
	sqlite3 -bail "$book" <<-SQL
		INSERT INTO post(at, actor, action, item, unit, note, percent, due, field, new, uri, sha256, size)
		SELECT '$at', '$actor', '$action', i.id, iif(m.by IS NULL, NULL, a.unit), nullif('$note', '-'), nullif('$percent', '-'), nullif('$due', '-'),
		  nullif('$field', '-'), nullif('$new', '-'), nullif('$uri', '-'), nullif('$sha256', '-'), nullif('$size', '-')
		FROM ledger l JOIN item i ON i.ledger = l.id JOIN item_move m ON m.item = i.id AND m.action = '$action'
		  LEFT JOIN assignment a ON a.item = i.id AND a.ended_at IS NULL AND (a.unit = i.lead OR m.action = 'acknowledge')
		WHERE l.code = '$ledger' AND ($condition) ORDER BY i.id, a.unit IS NOT i.lead;
	SQL
}

call() {
	date=$1 actor=$2 how=$3
	shift 3
	case $how in
	cli) tl "$date" "$actor" "$@" ;;
	refused | bulk | rows | script | each) "$how" "$date" "$actor" "$@" ;;
	*) return 2 ;;
	esac
}

# Both files are in the order of time; on one day what happened to the first three ledgers comes first.
replay_year() {
	{
		sed "1d;s/^/event$tab/" events.tsv
		sed "1d;s/^/call$tab/" calls.tsv
	} | LC_ALL=C sort -s -t "$tab" -k 2,2 | {
		IFS=$tab
		set -f
		while read -r line; do
			# shellcheck disable=SC2086 # taken apart at the tabs
			set -- $line
			"$@" || die "this line was refused: $line" 1
		done
	}
}

found_book
add_units
add_ledgers
replay_year
