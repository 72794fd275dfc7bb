#!/bin/sh
# Fails when a source file is not formatted as .clang-format says. Usage: check_format.sh [--fix]
set -eu
root=$(CDPATH="" cd -- "$(dirname -- "$(readlink -f -- "$0")")/.." && pwd)
"$root/scripts/install_dependencies.sh" check
mode="--dry-run --Werror"
[ "${1:-}" != --fix ] || mode=-i
# shellcheck disable=SC2086  # two words
find "$root/src" "$root/tests" -name '*.[ch]pp' -exec clang-format --style=file $mode {} +
[ "${1:-}" = --fix ] || echo "format: no fault"
