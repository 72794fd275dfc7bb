// The cells of one line of a table that people or other programs wrote.
#pragma once

#include <string_view>
#include <vector>

#include "table/points/lines.hpp"

namespace gradfield {

enum class Separators {
  kBlanksAndCommas,  // blanks, or a comma with blanks around it
  kCommas,           // commas alone, so that a cell may hold blanks; those around it are not part of it
};

/// Splits a line into `cells`, which are views of it. `#` outside quotes begins a comment; a cell in double quotes is
/// what stands between them. A blank line, or one of a comment alone, has no cells; two commas side by side, or one at
/// an end, have an empty cell between them.
/// Errors: kData for a NUL byte and for quotes that are not closed on the line.
void split_cells(const FileLine& line, Separators separators, std::vector<std::string_view>& cells);

/// Where a cell stands in its line.
Place place_of(std::string_view cell, const FileLine& line);

}  // namespace gradfield
