#include "support/test_functions.hpp"

#include <cmath>
#include <cstdlib>
#include <limits>
#include <sstream>

#include "formula/compile.hpp"
#include "support/process.hpp"

namespace gradfield::test {
namespace {

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
  return parts;
}

// The cells of every line that is no comment.
std::vector<std::vector<std::string>> read_cells(const std::string& file) {
  std::vector<std::vector<std::string>> rows;
  for (const std::string& line : lines_of(read_file(std::string(GRADFIELD_TEST_DATA "/") + file))) {
    if (!line.empty() && line[0] != '#') rows.push_back(split(line, ';'));
  }
  return rows;
}

ZeroSlope zero_slope(const std::string& text) {
  if (text == "edge") return {ZeroSlope::kAtEdge, 0};
  if (text == "kink") return {ZeroSlope::kAtKink, 0};
  return {ZeroSlope::kSmooth, std::strtod(text.c_str(), nullptr)};
}

// MIN:MAX for each variable, whose ends are constant expressions.
std::vector<std::pair<double, double>> read_domain(const std::string& text) {
  std::vector<std::pair<double, double>> domain;
  for (const std::string& range : split(text, ',')) {
    const std::vector<std::string> ends = split(range, ':');
    domain.emplace_back(evaluate_constant(ends.at(0), {}), evaluate_constant(ends.at(1), {}));
  }
  return domain;
}

}  // namespace

std::vector<TestFunction> read_test_functions() {
  std::vector<TestFunction> functions;
  for (const auto& cells : read_cells("test_functions.csv")) {
    if (cells[0] != "name") functions.push_back({cells[0], split(cells[1], ','), read_domain(cells[2]), cells[3]});
  }
  return functions;
}

std::map<std::string, std::vector<ReferenceRow>> read_test_function_references() {
  std::map<std::string, std::vector<ReferenceRow>> rows;
  for (const auto& cells : read_cells("test_function_references.csv")) {
    ReferenceRow row;
    for (const std::string& coordinate : split(cells[2], ',')) {
      row.point.push_back(std::strtod(coordinate.c_str(), nullptr));
    }
    for (std::size_t k = 3; k < cells.size(); ++k) {
      const std::vector<std::string> numbers = split(cells[k], ',');
      row.outputs.push_back({std::strtold(numbers[0].c_str(), nullptr), std::strtod(numbers[1].c_str(), nullptr)});
      if (numbers.size() > 2) row.zero_slopes.push_back(zero_slope(numbers[2]));
      row.text += ' ' + numbers[0].substr(0, 20);
    }
    row.text = cells[0] + " at " + cells[2] + ":" + row.text;
    rows[cells[0]].push_back(row);
  }
  return rows;
}

bool is_open(const Reference& reference) { return std::isinf(reference.condition); }

double units_of_condition(double computed, const Reference& reference) {
  const long double exact = reference.exact;
  if (is_open(reference) || computed == exact || (std::isnan(computed) && std::isnan(exact))) return 0;
  if (!std::isfinite(computed) || !std::isfinite(exact)) return std::numeric_limits<double>::infinity();
  return static_cast<double>(std::fabs(computed - exact) / (0x1p-53L * reference.condition));
}

}  // namespace gradfield::test
