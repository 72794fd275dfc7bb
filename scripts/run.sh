#!/bin/sh
# Runs gradfield with the arguments given, after installing and building what is missing.
# Usage: run.sh [OPTIONS] EXPRESSION, such as: run.sh "x^2+y^2" -o field.png
set -eu
root=$(CDPATH="" cd -- "$(dirname -- "$(readlink -f -- "$0")")/.." && pwd)
program=$root/build/gradfield

# Built, and nothing changed since: start at once.
is_fresh() { [ -x "$program" ] && [ -z "$(find "$root/src" "$root/CMakeLists.txt" -newer "$program" -print -quit)" ]; }

if ! is_fresh; then
  "$root/scripts/install_dependencies.sh" run
  echo "Building gradfield (once) ..." >&2
  "$root/scripts/build.sh" -DGRADFIELD_TESTS=OFF
  touch -c "$program"
fi
exec "$program" "$@"
