#!/bin/sh
# Builds the tool, its tests and its benchmarks by clang (preset clang of CMakePresets.json), warnings as errors and each
# folder of src/ a shared library of its own, so that the linker finds what uses a folder that it does not link. Then
# runs a formula. All without optimization: it is the word of the compiler that is wanted.
set -eu
root=$(CDPATH="" cd -- "$(dirname -- "$(readlink -f -- "$0")")/.." && pwd)
"$root/scripts/install_dependencies.sh" clang
cd "$root"
GRADFIELD_BUILD_FOLDER=build-clang scripts/build.sh --preset clang
row=$(build-clang/gradfield "x^2*y" --x 3:3:1 --y 2:2:1 --csv --no-header)
[ "$row" = "3,2,18,12,9" ] || { echo "clang: x^2*y at (3, 2) became $row instead of 3,2,18,12,9" >&2; exit 1; }
echo "clang: no fault"
