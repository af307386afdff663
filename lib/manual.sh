#!/bin/sh
# manual.sh HEADER - prints the manual page taskledger(3), made from the public header: each declaration with the comment above it, under the
# header's own section lines. It relies on two things: a line /* ---- name */ begins a section, and a comment stands above what it speaks of.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
LC_ALL=C awk -f "$here/roff.awk" -f "$here/manual.awk" "$1"
