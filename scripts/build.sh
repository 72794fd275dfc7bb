#!/bin/sh
# Configures and builds into build/, or the folder that GRADFIELD_BUILD_FOLDER names. Usage: build.sh [CMAKE_OPTION...]
# Quiet while all goes well; the whole log where it does not.
set -eu
root=$(CDPATH="" cd -- "$(dirname -- "$(readlink -f -- "$0")")/.." && pwd)
folder=$root/${GRADFIELD_BUILD_FOLDER:-build}
log=$(mktemp)
trap 'rm -f "$log"' EXIT
generator=
[ -f "$folder/CMakeCache.txt" ] || generator="-G Ninja"
# shellcheck disable=SC2086  # empty or two words
if ! { cmake -S "$root" -B "$folder" $generator "$@" && cmake --build "$folder" --parallel; } > "$log" 2>&1; then
  cat "$log" >&2
  exit 1
fi
