#!/bin/sh
# Makes one large table by several processes: its parts side by side, then joined in order, the same bytes as from one.
# GNU parallel runs them where it is installed, else xargs. The table appears whole or not at all.
#
# Usage: part_parallel.sh FILE PARTS GRADFIELD_ARGUMENT...
#        part_parallel.sh field.csv 16 "sin(x)*exp(y)" -n 10000
# Environment: GRADFIELD (gradfield) the program, JOBS (one a processor) how many run at a time.
set -eu

[ $# -ge 3 ] || { sed -n 's/^# \{0,1\}//; /^Usage/,/^Environment/p' "$0" >&2; exit 64; }
file=$1 parts=$2
shift 2
gradfield=${GRADFIELD:-gradfield}
jobs=${JOBS:-$(nproc)}
format=${file##*.}  # csv, tsv

folder=$(mktemp -d -- "$file.parts-XXXXXX")
trap 'rm -rf -- "$folder"' EXIT
trap 'exit 1' HUP INT TERM

# @part@ stands for the number of a part; no formula has such a sign. The first that fails ends the others.
if parallel --version 2> /dev/null | grep -q 'GNU parallel'; then
  seq "$parts" | parallel -q -I @part@ -j "$jobs" --halt now,fail=1 \
    "$gradfield" "$@" --threads 1 --part "@part@/$parts" -o "$folder/@part@.$format"
else
  # shellcheck disable=SC2016  # the inner shell expands it; 255 tells xargs to stop
  seq "$parts" | xargs -P "$jobs" -I @part@ sh -c '"$@" || exit 255' part \
    "$gradfield" "$@" --threads 1 --part "@part@/$parts" -o "$folder/@part@.$format"
fi

for part in $(seq "$parts"); do
  cat -- "$folder/$part.$format"
  rm -- "$folder/$part.$format"  # so that the disk need not hold the table twice
done > "$folder/whole"
mv -- "$folder/whole" "$file"
