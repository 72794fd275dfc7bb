#!/bin/sh
# Configures and builds into build/. Usage: build.sh [CMAKE_OPTION...]
# Quiet while all goes well; the whole log where it does not.
set -eu
root=$(CDPATH="" cd -- "$(dirname -- "$(readlink -f -- "$0")")/.." && pwd)
log=$(mktemp)
trap 'rm -f "$log"' EXIT
generator=
[ -f "$root/build/CMakeCache.txt" ] || generator="-G Ninja"
# shellcheck disable=SC2086  # empty or two words
if ! { cmake -S "$root" -B "$root/build" $generator "$@" && cmake --build "$root/build" --parallel; } > "$log" 2>&1; then
  cat "$log" >&2
  exit 1
fi
