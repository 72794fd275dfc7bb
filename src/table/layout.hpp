// What a table shows.
#pragma once

#include <optional>
#include <vector>

#include "table/columns.hpp"

namespace gradfield {

struct TableLayout {
  std::vector<Column> columns;
  std::optional<int> precision;  // significant digits; none: shortest that read back exactly
  bool header = true;
};

}  // namespace gradfield
