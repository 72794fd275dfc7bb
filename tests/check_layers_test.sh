#!/bin/sh
# The layer check must fail on each kind of fault, and on that alone.
# Usage: check_layers_test.sh PATH_OF_CHECK_LAYERS
set -eu
check=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# try NAME EXPECTED_STATUS FILE LINE: a tree of one good file and FILE with LINE.
try() {
  rm -rf "$folder/src"
  mkdir -p "$folder/src/$(dirname "$3")" "$folder/src/base" "$folder/src/cli"
  echo '#include <string>' > "$folder/src/base/error.hpp"
  echo "$4" > "$folder/src/$3"
  status=0
  message=$("$check" "$folder/src") || status=$?
  if [ "$status" -ne "$2" ]; then
    echo "$1: status $status instead of $2: $message"
    exit 1
  fi
}

try "include downwards" 0 plot/parts/arrows.cpp '#include "field/sample.hpp"'
try "include in its own folder" 0 field/grid.cpp '#include "field/grid.hpp"'
try "include upwards" 1 field/grid.cpp '#include "plot/parts/arrows.hpp"'
try "include upwards within a layer" 1 plot/page/font.cpp '#include "plot/parts/arrows.hpp"'
try "include downwards within a layer" 0 plot/parts/arrows.cpp '#include "plot/page/font.hpp"'
try "include across kinds of pictures" 1 plot/text/text_grid.cpp '#include "plot/plane/picture.hpp"'
try "a part of a layer nobody knows" 1 plot/misc/thing.cpp '#include "base/error.hpp"'
try "include upwards with blanks" 1 base/output.cpp '  #  include "kernel/operation.hpp"'
try "a folder nobody knows" 1 misc/thing.cpp '#include "base/error.hpp"'
try "not a path from src" 1 field/grid.cpp '#include "grid.hpp"'
try "muParser in its file" 0 expression/compile.cpp '#include <muParser.h>'
try "muParser elsewhere" 1 expression/program.cpp '#include <muParser.h>'
try "CLI11 elsewhere" 1 cli/run.cpp '#include <CLI/CLI.hpp>'
try "gnuplot-iostream elsewhere" 1 plot/plane/script.cpp '#include <gnuplot-iostream.h>'
try "a third-party header in a header" 1 kernel/mathematics.hpp '#include <sleef.h>'
try "SLEEF in the kernel" 0 kernel/mathematics.cpp '#include <sleef.h>'
mkdir "$folder/empty"
if "$check" "$folder/empty" > /dev/null; then echo "an empty tree passes"; exit 1; fi
echo "every fault is found"
