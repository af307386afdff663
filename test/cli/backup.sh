# backup: a copy in a new file.
# shellcheck shell=sh source=/dev/null
. "$PRELUDE"
book
q add t 修路
t backup copy.db
t -b copy.db list
t -b copy.db verify
t backup copy2.db --json
say 'refused'
t backup copy.db
t --json backup copy.db
t backup no/such/folder.db
t backup
