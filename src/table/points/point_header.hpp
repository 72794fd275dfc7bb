// Which cells of a line are the coordinates of a point: those that a header names, or the variables in their order.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "table/points/lines.hpp"

namespace gradfield {

struct PointColumns {
  std::vector<std::size_t> places;  // for each variable the cell that holds its value
  std::size_t count = 0;            // cells of a line
  bool named = false;               // by a header
  std::vector<std::string> unread;  // what the header calls the columns that are no variables
  /// Of lines that have commas: where columns are not read, a cell of several words may stand among them.
  Separators separators = Separators::kBlanksAndCommas;
};

/// The columns of a file without a header.
PointColumns columns_in_order(std::size_t variables);

/// The columns that the first line of a file names; nothing where that line is a point. It is a header where one of its
/// cells is the name of a variable, or the first of them begins with a letter and is no number.
/// Errors: kData for a variable that is missing or stands twice, and those of split_cells.
std::optional<PointColumns> read_header(const FileLine& line, const std::vector<std::string>& variables);

}  // namespace gradfield
