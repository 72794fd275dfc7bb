#!/bin/sh
# Fails when an include in src/ goes up the layers, or a third-party header leaves the one file (or folder) it belongs to.
# Usage: check_layers.sh [FOLDER_OF_SRC]
set -eu
src=${1:-$(dirname -- "$(readlink -f -- "$0")")/../src}

find "$src" -name '*.[ch]pp' | grep -q . || { echo "no source files in $src"; exit 1; }
find "$src" -name '*.[ch]pp' -exec awk -v src="$src" '
  BEGIN {
    # Lowest first: a folder may include itself and what stands before it.
    split("base kernel expression field analysis table " \
          "plot/page plot/formats plot/parts plot/plane plot/space plot/text plot cli", order, " ")
    for (i in order) rank[order[i]] = i + 0
    # Pictures of one kind know nothing of those of another.
    split("plot/plane plot/space plot/text", kinds, " ")
    for (i in kinds) is_kind[kinds[i]] = 1
    # Third-party headers, and the only place that may include each.
    home["CLI/"] = "cli/parse.cpp"
    home["muParser"] = "expression/compile.cpp"
    home["gnuplot-iostream"] = "plot/formats/gnuplot.cpp"
    home["boost/numeric/odeint"] = "analysis/"
    home["boost/"] = "plot/formats/gnuplot.cpp"
    home["hwy/"] = "kernel/"
    home["sleef"] = "kernel/"
    home["tbb/"] = "field/sample.cpp"
    home["oneapi/"] = "field/sample.cpp"
    home["dragonbox/"] = "table/decimal.cpp"
    home["benchmark/"] = "nowhere"
    home["gtest/"] = "nowhere"
    home["gmock/"] = "nowhere"
  }
  function folder_of(path) {
    sub(/\/?[^\/]*$/, "", path)
    return path
  }
  function complain(text) {
    printf "%s:%d: %s\n", FILENAME, FNR, text
    faults++
  }
  FNR == 1 {
    files++
    file = substr(FILENAME, length(src) + 2)
    folder = folder_of(file)
    if (folder != "" && !(folder in rank)) complain("the folder " folder "/ has no place among the layers")
  }
  /^[ \t]*#[ \t]*include[ \t]*"/ {
    split($0, part, "\"")
    target = part[2]
    below = folder_of(target)
    if (!(below in rank)) complain("\"" target "\" is not included by its path from src/")
    else if (folder != "" && rank[below] > rank[folder]) complain(folder "/ includes \"" target "\", which lies above it")
    else if (folder != below && (folder in is_kind) && (below in is_kind))
      complain(folder "/ includes \"" target "\", which is of another kind of picture")
  }
  /^[ \t]*#[ \t]*include[ \t]*</ {
    header = $0
    sub(/^[^<]*</, "", header)
    sub(/>.*/, "", header)
    longest = ""
    for (prefix in home) if (index(header, prefix) == 1 && length(prefix) > length(longest)) longest = prefix
    if (longest == "") next
    if (file ~ /\.hpp$/) complain("<" header "> is a third-party header; it stays out of our headers")
    else if (index(file, home[longest]) != 1) complain("<" header "> belongs to " home[longest] " alone")
  }
  END {
    if (faults) exit 1
    print "layers: " files " files, no fault"
  }
' {} +
