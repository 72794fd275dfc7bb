#include "result/critical/critical_tables.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "cli/formats.hpp"
#include "cli/values.hpp"
#include "request/style.hpp"
#include "result/critical/critical_notes.hpp"
#include "table/listing.hpp"

namespace gradfield {
namespace {

std::span<const std::string_view> kind_words() {
  static const std::vector<std::string_view> words = [] {
    std::vector<std::string_view> all;
    for (const CriticalWords& word : critical_words()) all.push_back(word.one);
    return all;
  }();
  return words;
}

}  // namespace

void make_critical_table(const Request& request) {
  std::vector<std::string> names = request.names.variables;
  const auto free = static_cast<std::size_t>(
      std::ranges::count_if(request.domain.grid.axes, [](const Axis& axis) { return axis.min != axis.max; }));
  const std::size_t variables = names.size(), kind = variables + 1;
  names.insert(names.end(), {"f", "kind"});
  for (std::size_t k = 0; k < free; ++k) names.push_back("lambda" + std::to_string(k + 1));
  names.insert(names.end(), {"norm", "proved"});
  for (std::size_t k = 0; k < variables; ++k) {
    if (std::ranges::count(names, names[k]) > 1) {
      throw wrong("--vars", "'" + names[k] + "' is the name of another column of the table of critical points");
    }
  }
  std::vector<Column> available = coordinate_columns(names);
  available[kind].words = kind_words();
  const TableLayout layout = read_layout(request.options, available);
  Output output = request.open_output();
  const CriticalReport report = find_critical(request);
  Listing listing{names, std::vector<std::vector<double>>(names.size())};
  for (const NamedPoint& point : report.points) {
    std::vector<double> row = point.place;
    row.insert(row.end(), {point.f, static_cast<double>(point.word())});
    row.insert(row.end(), point.curvatures.begin(), point.curvatures.end());
    row.insert(row.end(), {point.norm, point.is_proved ? 1.0 : 0.0});
    for (std::size_t c = 0; c < row.size(); ++c) listing.columns[c].push_back(row[c]);
  }
  write_listing(listing, *request.destination.format->table, layout, output);
  output.commit();
  for (const std::string& note : critical_notes(report, request.domain.grid)) request.note(note);
}

}  // namespace gradfield
