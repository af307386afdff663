#!/bin/sh
# What a book says to each mechanism of the report: runs the queries of mechanisms.tsv, as they stand there, in the plain sqlite3 shell.
# Usage: mechanisms.sh BOOK; prints number, mechanism, figure in the report, figure in the book, ok or differs, and the query below it.
# "–": the report gives no figure. Ends with 1 when a figure differs.
set -eu
[ $# -eq 1 ] || { echo 'usage: mechanisms.sh BOOK' >&2; exit 2; }
book=$1
table=$(dirname -- "$0")/mechanisms.tsv
tab=$(printf '\t')

sed 1d "$table" | {
	while IFS=$tab read -r no mechanism report query; do
		figure=$(sqlite3 -readonly "$book" "$query") || figure='?'
		case $report in
		"$figure") verdict=ok ;;
		–) verdict=- ;;
		*) verdict=differs ;;
		esac
		printf '%s\t%s\t%s\t%s\t%s\t%s\n' "$no" "$report" "$figure" "$verdict" "$mechanism" "$query"
	done
} | LC_ALL=C awk -F '\t' '
	# A character beyond ASCII is three bytes here, and two columns wide; the dash is one.
	function pad(text, width, wide) {
		wide = gsub(/[\200-\377]/, "&", text)
		width -= length(text) - wide + 2 * wide / 3 - (text == "–")
		return text sprintf("%" (width > 1 ? width : 1) "s", "")
	}
	{ print pad($1, 3) pad($2, 20) pad($3, 34) pad($4, 8) $5 "\n     " $6 }
	$4 == "differs" { status = 1 }
	END { exit status }'
