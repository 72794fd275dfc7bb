#!/bin/sh
# Builds the benchmarks in build-bench/ and runs them, after installing what is missing.
# Usage: bench.sh [quick|full|pictures|lengths|parts]
#   quick: whole commands beside programs that do the same work, as a Markdown table; a minute or two.
#   full:  the same with more rounds, 10^8 rows for memory and growth.
#   pictures: pictures beside gnuplot alone on their scripts, and beside matplotlib where it is installed.
#   lengths: how long the arrows of default pictures are, and how many are too short to be read.
#   parts: digits, operations and the evaluator by themselves (Google Benchmark); further arguments go to it, such as
#          --benchmark_filter=digits
set -eu
root=$(CDPATH="" cd -- "$(dirname -- "$(readlink -f -- "$0")")/.." && pwd)
mode=${1:-quick}
case $mode in
  quick | full | pictures | lengths | parts) ;;
  *) echo "usage: $0 quick|full|pictures|lengths|parts [OPTION_OF_GOOGLE_BENCHMARK...]" >&2; exit 64 ;;
esac
[ $# -eq 0 ] || shift

"$root/scripts/install_dependencies.sh" bench
echo "Building gradfield and its benchmarks ..." >&2
GRADFIELD_BUILD_FOLDER=build-bench "$root/scripts/build.sh" -DCMAKE_BUILD_TYPE=Release -DGRADFIELD_TESTS=OFF -DGRADFIELD_BENCHMARKS=ON
if [ "$mode" = parts ]; then
  # Random interleaving: what is compared is measured in turns.
  exec "$root/build-bench/tests/bench/parts_bench" --benchmark_repetitions=9 --benchmark_enable_random_interleaving=true \
    --benchmark_display_aggregates_only=true "$@"
fi
if [ "$mode" = lengths ]; then
  exec python3 "$root/tests/bench/arrow_lengths.py" "$root/build-bench/gradfield" "$@"
fi
if [ "$mode" = pictures ]; then exec python3 "$root/tests/bench/pictures.py" "$root/build-bench"; fi
exec python3 "$root/tests/bench/whole_commands.py" "$root/build-bench" "$mode"
