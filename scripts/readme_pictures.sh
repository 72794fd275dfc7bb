#!/bin/sh
# Draws the pictures of README.md into FOLDER (tests/pictures where none is given), each by the command that stands
# beside it: `gradfield ... -o NAME` for the picture tests/pictures/NAME.
# Usage: readme_pictures.sh [FOLDER [GRADFIELD]]
set -eu
here=$(CDPATH="" cd -- "$(dirname -- "$(readlink -f -- "$0")")" && pwd)
readme=$here/../README.md
folder=${1:-$here/../tests/pictures}
program=${2:-$here/run.sh}
case $program in */*) program=$(readlink -f -- "$program") ;; esac

gradfield() { "$program" "$@"; }

mkdir -p "$folder"
cd "$folder"
pictures=$(sed -n 's|^!\[.*\](tests/pictures/\(.*\))$|\1|p' "$readme")
for picture in $pictures; do
  command=$(grep "^gradfield .* -o $picture\$" "$readme") || {
    echo "readme_pictures.sh: README.md has no command for $picture" >&2
    exit 1
  }
  eval "$command"
  echo "$picture"
done
