// Rows of our tables by their names.
#pragma once

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>

namespace gradfield::test {

/// The row of that name. Throws where there is none.
template <typename Rows>
const auto& named(const Rows& rows, std::string_view name) {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.name == name; });
  if (found == rows.end()) throw std::out_of_range("no row is called " + std::string(name));
  return *found;
}

}  // namespace gradfield::test
