#!/bin/sh
# The layer check must fail on each kind of fault, and on that alone.
# Usage: check_layers_test.sh PATH_OF_CHECK_LAYERS
set -eu
check=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# A tree of three floors, without a fault.
make_tree() {
  rm -rf "$folder/src"
  mkdir -p "$folder/src/base" "$folder/src/field" "$folder/src/plot/plane"
  cat > "$folder/src/CMakeLists.txt" << 'END'
function(gradfield_folder folder)
endfunction()
# gradfield_folder(a comment LINKS plot/plane)
gradfield_folder(base
  DOORS error.hpp)
gradfield_folder(field
  DOORS grid.hpp
  LINKS base USES TBB::tbb)
gradfield_folder(plot/plane
  DOORS picture.hpp
  LINKS base
        field)
END
  echo '#include <string>' > "$folder/src/base/error.hpp"
  echo '#include <string>' > "$folder/src/base/secret.hpp"
  echo '#include "base/error.hpp"' > "$folder/src/field/grid.hpp"
  { echo '#include "field/grid.hpp"'; echo '#include "base/error.hpp"'; } > "$folder/src/plot/plane/picture.hpp"
  echo '#include "plot/plane/picture.hpp"' > "$folder/src/main.cpp"
}

# try NAME EXPECTED_STATUS FILE LINE [PART_OF_MESSAGE]: that tree and a LINE more in FILE.
try() {
  make_tree
  mkdir -p "$folder/src/$(dirname "$3")"
  echo "$4" >> "$folder/src/$3"
  status=0
  message=$("$check" "$folder/src") || status=$?
  if [ "$status" -ne "$2" ]; then
    echo "$1: status $status instead of $2: $message"
    exit 1
  fi
  case $message in
    *"${5:-}"*) ;;
    *) echo "$1: the message says nothing of '$5': $message"; exit 1 ;;
  esac
}

try "no fault" 0 field/grid.cpp '#include <vector>' "6 files in 3 folders"
try "include downwards" 0 plot/plane/layers.cpp '#include "field/grid.hpp"'
try "include in its own folder" 0 field/grid.cpp '#include "field/grid.hpp"'
try "a private header in its own folder" 0 base/error.cpp '#include "base/secret.hpp"'
try "a private header from outside" 1 field/grid.cpp '#include "base/secret.hpp"' "private to base/"
try "a private header from main" 1 main.cpp '#include "base/secret.hpp"' "private to base/"
try "include upwards" 1 field/grid.cpp '#include "plot/plane/picture.hpp"' "lies above it"
try "include upwards with blanks" 1 base/error.cpp '  #  include "field/grid.hpp"' "lies above it"
try "a folder that is not linked" 1 CMakeLists.txt 'gradfield_folder(cli DOORS words.hpp LINKS base)
' "links base and does not use it"
try "a link upwards" 1 CMakeLists.txt 'gradfield_folder(cli LINKS result)' "links result, which does not stand below"
try "a folder nobody knows" 1 misc/thing.cpp '#include "base/error.hpp"' "does not stand in src/CMakeLists.txt"
try "not a path from src" 1 field/grid.cpp '#include "grid.hpp"' "not included by its path"
try "muParser elsewhere" 1 field/grid.cpp '#include <muParser.h>' "belongs to formula/compile.cpp alone"
try "CLI11 elsewhere" 1 field/grid.cpp '#include <CLI/CLI.hpp>' "belongs to cli/parse.cpp alone"
try "gnuplot-iostream elsewhere" 1 plot/plane/layers.cpp '#include <gnuplot-iostream.h>' "alone"
try "a third-party header in a header" 1 field/grid.hpp '#include <tbb/tbb.h>' "stays out of our headers"
try "oneTBB in its file" 0 field/sample.cpp '#include <tbb/tbb.h>'

make_tree
sed 's/LINKS base$/LINKS/' "$folder/src/CMakeLists.txt" > "$folder/table" && mv "$folder/table" "$folder/src/CMakeLists.txt"
if "$check" "$folder/src" | grep -q "plot/plane/ does not link base/"; then :; else echo "an include without a link passes"; exit 1; fi
make_tree
sed 's/DOORS picture.hpp/DOORS picture.hpp layers.hpp/' "$folder/src/CMakeLists.txt" > "$folder/table" && mv "$folder/table" "$folder/src/CMakeLists.txt"
if "$check" "$folder/src" > /dev/null; then echo "a door that nobody opens passes"; exit 1; fi
make_tree
for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21; do echo > "$folder/src/field/f$i.cpp"; done
if "$check" "$folder/src" > /dev/null; then echo "a folder of 22 files passes"; exit 1; fi
make_tree
rm "$folder/src/CMakeLists.txt"
if "$check" "$folder/src" > /dev/null 2>&1; then echo "a tree without a table passes"; exit 1; fi
mkdir "$folder/empty"
if "$check" "$folder/empty" > /dev/null; then echo "an empty tree passes"; exit 1; fi
echo "every fault is found"
