#!/bin/sh
# Replays the district's year 2023 into a new book: one call of the program for each unit, ledger and event.
# The data lie beside this script: units.csv, the three ledgers as .csv, events.tsv. Prints nothing on success.
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

# One line of events.tsv; "-" stands for an empty field.
event() {
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

replay_events() {
	tab=$(printf '\t')
	line=0
	while IFS=$tab read -r date actor action ref unit percent due file note problem next; do
		line=$((line + 1))
		[ "$line" -gt 1 ] || continue
		event || die "line $line of events.tsv was refused: $action $ref." 1
	done <events.tsv
}

found_book
add_units
add_ledgers
replay_events
