#include "table/points/point_header.hpp"

#include <algorithm>
#include <cctype>
#include <string_view>

#include "base/numbers/number.hpp"
#include "base/spelling.hpp"

namespace gradfield {
namespace {

using Cells = std::vector<std::string_view>;

Cells cells_of(const FileLine& line, Separators separators) {
  Cells cells;
  split_cells(line, separators, cells);
  return cells;
}

bool names_all(const Cells& cells, const std::vector<std::string>& variables) {
  return std::ranges::all_of(variables, [&](const std::string& name) { return std::ranges::count(cells, name) > 0; });
}

bool is_header(const Cells& cells, const std::vector<std::string>& variables) {
  if (std::ranges::any_of(variables, [&](const std::string& name) { return std::ranges::count(cells, name) > 0; })) {
    return true;
  }
  const auto first = std::ranges::find_if(cells, [](std::string_view cell) { return !cell.empty(); });
  if (first == cells.end()) return false;
  double value = 0;
  const bool begins_with_letter =
      std::isalpha(static_cast<unsigned char>(first->front())) != 0 || first->front() == '_';
  return begins_with_letter && read_number(*first, value) == NumberReading::kNoNumber;
}

// The variables as a list for people: "x and y".
std::string list_of(const std::vector<std::string>& variables) {
  const std::vector<std::string_view> names(variables.begin(), variables.end());
  return listed(names);
}

Error missing(const FileLine& line, const Cells& cells, const std::string& name,
              const std::vector<std::string>& variables) {
  const std::string_view close = closest_name(name, cells);
  if (!close.empty()) {
    return line.wrong(place_of(close, line), "there is no column '" + name + "'", "did you mean '" + name + "'?");
  }
  const bool names_none = std::ranges::none_of(
      variables, [&](const std::string& variable) { return std::ranges::count(cells, variable) > 0; });
  std::string cure = "name the columns " + list_of(variables) + ", or choose variables with --vars";
  if (names_none) cure = "write numbers, or name the columns " + list_of(variables);
  if (line.text.find(';') != std::string_view::npos) cure = "separate columns by blanks or commas";
  const Place place = place_of(cells.front(), line);
  const Place last = place_of(cells.back(), line);
  return line.wrong({place.position, last.position + last.length - place.position},
                    names_none ? "this is neither a point nor a header that names " + list_of(variables)
                               : "there is no column '" + name + "'",
                    cure);
}

}  // namespace

PointColumns columns_in_order(std::size_t variables) {
  PointColumns columns;
  columns.count = variables;
  for (std::size_t k = 0; k < variables; ++k) columns.places.push_back(k);
  return columns;
}

std::optional<PointColumns> read_header(const FileLine& line, const std::vector<std::string>& variables) {
  const Cells words = cells_of(line, Separators::kBlanksAndCommas);
  if (!is_header(words, variables)) return std::nullopt;
  const Cells between_commas = cells_of(line, Separators::kCommas);
  const bool by_commas = names_all(between_commas, variables);
  const Cells& cells = by_commas ? between_commas : words;

  PointColumns columns;
  columns.named = true;
  columns.count = cells.size();
  for (const std::string& name : variables) {
    const auto found = std::ranges::find(cells, name);
    if (found == cells.end()) throw missing(line, cells, name, variables);
    const auto again = std::find(found + 1, cells.end(), name);
    if (again != cells.end()) {
      throw line.wrong(place_of(*again, line), "the column '" + name + "' stands twice", "rename or delete one");
    }
    columns.places.push_back(static_cast<std::size_t>(found - cells.begin()));
  }
  for (const std::string_view cell : cells) {
    if (std::ranges::count(variables, cell) == 0) columns.unread.emplace_back(cell);
  }
  if (by_commas && !columns.unread.empty()) columns.separators = Separators::kCommas;
  return columns;
}

}  // namespace gradfield
