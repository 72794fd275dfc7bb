#!/bin/sh
# Builds gradfield and runs all its tests, after installing what is missing.
# Usage: test.sh [CTEST_OPTION...], such as: test.sh -R Sample
set -eu
root=$(CDPATH="" cd -- "$(dirname -- "$(readlink -f -- "$0")")/.." && pwd)
"$root/scripts/install_dependencies.sh" test
echo "Building gradfield and its tests ..." >&2
"$root/scripts/build.sh" -DGRADFIELD_TESTS=ON -DGRADFIELD_WARNINGS_AS_ERRORS="${GRADFIELD_WARNINGS_AS_ERRORS:-OFF}"
cd "$root/build"
exec ctest --output-on-failure --parallel "$(nproc)" "$@"
