#!/bin/sh
# manual.sh VERSION FILE.sql... - prints the manual page taskledger(5): the tables with their columns, the views, what is fixed, and the rules,
# made from the comments inside CREATE and from the rows of the schema files.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
version=$1
shift
LC_ALL=C awk -v version="$version" -f "$here/../lib/roff.awk" -f "$here/manual.awk" "$@"
