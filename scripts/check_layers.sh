#!/bin/sh
# Fails when an include in src/ leaves what src/CMakeLists.txt allows its folder: a folder that it does not link, a
# private header of another, or a folder that stands above it; when a link or a door is there that nobody uses; when a
# folder has more than 20 files; or when a third-party header leaves the one file (or folder) it belongs to.
# Usage: check_layers.sh [FOLDER_OF_SRC]
set -eu
src=${1:-$(dirname -- "$(readlink -f -- "$0")")/../src}
most_files=20

find "$src" -name '*.[ch]pp' | grep -q . || { echo "no source files in $src"; exit 1; }
find "$src" -name '*.[ch]pp' -exec awk -v src="$src" -v most_files="$most_files" '
  BEGIN {
    table = src "/CMakeLists.txt"
    # gradfield_folder(FOLDER DOORS ... LINKS ... USES ...): lowest first.
    while ((getline line < table) > 0) {
      sub(/#.*/, "", line)
      if (line ~ /^gradfield_folder\(/) {
        is_row = 1
        row = ""
        sub(/^gradfield_folder\(/, "", line)
      }
      if (!is_row) continue
      row = row " " line
      if (line !~ /\)/) continue
      is_row = 0
      sub(/\).*/, "", row)
      count = split(row, words, " ")
      folder = words[1]
      rank[folder] = ++folders
      kind = ""
      for (i = 2; i <= count; i++) {
        if (words[i] == "DOORS" || words[i] == "LINKS" || words[i] == "USES") kind = words[i]
        else if (kind == "DOORS") doors[folder "/" words[i]] = 1
        else if (kind == "LINKS") {
          links[folder, words[i]] = 1
          if (!(words[i] in rank)) fault(table, folder " links " words[i] ", which does not stand below it")
        }
      }
    }
    if (!folders) fault(table, "no folder stands in it")
    # Third-party headers, and the only place that may include each.
    home["CLI/"] = "cli/parse.cpp"
    home["muParser"] = "formula/compile.cpp"
    home["gnuplot-iostream"] = "plot/gnuplot/gnuplot.cpp"
    home["boost/numeric/odeint"] = "analysis/streams/"
    home["boost/"] = "plot/gnuplot/gnuplot.cpp"
    home["hwy/"] = "kernel/"
    home["sleef"] = "kernel/"
    home["tbb/"] = "field/sample.cpp"
    home["oneapi/"] = "field/sample.cpp"
    home["dragonbox/"] = "base/numbers/decimal.cpp"
    home["gif_lib"] = "plot/files/gif.cpp"
    home["png.h"] = "plot/files/png_frames.cpp"
    home["zlib.h"] = "plot/files/"
    home["utf8proc"] = "base/"
    home["benchmark/"] = "nowhere"
    home["gtest/"] = "nowhere"
    home["gmock/"] = "nowhere"
  }
  function fault(place, text) {
    print place ": " text
    faults++
  }
  function complain(text) { fault(FILENAME ":" FNR, text) }
  function folder_of(path) {
    sub(/\/?[^\/]*$/, "", path)
    return path
  }
  FNR == 1 {
    files++
    file = substr(FILENAME, length(src) + 2)
    folder = folder_of(file)
    size[folder]++
    if (folder != "" && !(folder in rank)) complain("the folder " folder "/ does not stand in src/CMakeLists.txt")
  }
  /^[ \t]*#[ \t]*include[ \t]*"/ {
    split($0, part, "\"")
    target = part[2]
    below = folder_of(target)
    if (!(below in rank)) complain("\"" target "\" is not included by its path from src/")
    else if (below != folder) {
      opened[target] = 1
      if (folder != "") used[folder, below] = 1
      if (!(target in doors)) complain("\"" target "\" is private to " below "/")
      if (folder in rank && rank[below] > rank[folder]) complain(folder "/ includes \"" target "\", which lies above it")
      else if (folder in rank && !((folder, below) in links)) complain(folder "/ does not link " below "/")
    }
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
    for (pair in links) {
      split(pair, ends, SUBSEP)
      if (!(pair in used)) fault(table, ends[1] " links " ends[2] " and does not use it")
    }
    for (door in doors) if (!(door in opened)) fault(table, "nobody outside opens the door " door)
    for (folder in size) {
      if (size[folder] > most_files) fault(src "/" folder, size[folder] " files; more than " most_files " are two subjects")
    }
    if (faults) exit 1
    print "layers: " files " files in " folders " folders, no fault"
  }
' {} +
