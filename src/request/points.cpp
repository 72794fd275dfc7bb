#include "request/points.hpp"

#include <unistd.h>

#include <algorithm>
#include <utility>

#include "base/error.hpp"
#include "cli/formats.hpp"
#include "cli/values.hpp"
#include "formula/compile.hpp"
#include "request/refusals.hpp"
#include "table/table.hpp"

namespace gradfield {
namespace {

bool is_whole_number(const std::string& text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

GridCursor cursor_of(const Grid& grid, const std::optional<Part>& part) {
  if (!part) return GridCursor(grid);
  const auto [begin, end] = part_of_grid(grid, *part);
  return GridCursor(grid, begin, end);
}

}  // namespace

PointList read_listed_points(const std::string& file, const Names& names, Log& log) {
  constexpr std::size_t kMost = 1'000'000;  // no page shows more arrows
  Input input = file == "-" ? Input::standard_input() : Input::file(file);
  PointReader reader(std::move(input), names.variables, [&log](const std::string& text) { log.note(text); });
  PointList points;
  for (Tile tile(names.variables.size()); reader.next(tile) || tile.size() > 0;) {
    for (std::size_t i = 0; i < tile.size(); ++i) {
      std::vector<double>& point = points.emplace_back();
      for (std::size_t k = 0; k < names.variables.size(); ++k) point.push_back(tile.coordinate(k)[i]);
    }
    if (points.size() > kMost) throw wrong("--at", "a picture has at most 1000000 arrows; write a table with --csv");
  }
  if (points.empty()) log.note("there are no points in " + reader.name());
  return points;
}

std::optional<Part> read_part(const Options& options, const Format& format) {
  if (!options.part) return std::nullopt;
  const std::string& text = *options.part;
  const std::size_t slash = text.find('/');
  const std::string number = text.substr(0, slash), count = slash == std::string::npos ? "" : text.substr(slash + 1);
  const std::string given = "--part " + shown(text);
  if (!is_whole_number(number) || !is_whole_number(count)) {
    throw Error(ExitCode::kUsage, given + ": write I/N, such as 1/8: the first of eight parts");
  }
  Part part;
  part.count = read_count(given, count, 1, kMostParts);
  part.number = read_count(given, number, 1, part.count);
  refuse_beside("part", options, &format);
  return part;
}

Points::Points(const Request& request, const Grid& grid) : request_(request), grid_(cursor_of(grid, request.part)) {
  if (const auto& file = request.options.at) {
    Input input = *file == "-" ? Input::standard_input() : Input::file(*file);
    if (!request.destination.path && input.is_same_file(STDOUT_FILENO)) {
      throw wrong("--at", "standard output is the file that the points come from; write another, or this one with -o");
    }
    reader_.emplace(std::move(input), request.names.variables,
                    [&request](const std::string& text) { request.note(text); });
  }
  if (!request.marks.empty()) listed_.emplace(request.marks, request.names.variables.size());
  if (!request.condition) return;
  const TableFormat* table = request.destination.format->table;
  filter_.emplace(all(), *request.condition, table != nullptr ? table->gaps : Gaps::kSkipped);
}

PointSource& Points::all() {
  if (reader_) return *reader_;
  if (listed_) return *listed_;
  return grid_;
}

PointSource& Points::source() {
  if (filter_) return *filter_;
  return all();
}

std::optional<double> Points::total() const {
  if (reader_) return std::nullopt;
  if (listed_) return static_cast<double>(request_.marks.size());
  return request_.domain.grid.point_count() / static_cast<double>(request_.part ? request_.part->count : 1);
}

std::optional<double> Points::tried() const {
  return filter_ ? std::optional(static_cast<double>(filter_->seen())) : std::nullopt;
}

bool Points::note_if_none() const {
  if (reader_ && reader_->count() == 0) {
    request_.note("there are no points in " + reader_->name());
    return false;
  }
  if (!filter_ || filter_->kept() > 0) return true;
  const std::size_t seen = filter_->seen();
  if (request_.part && seen == 0) return false;  // more parts than points
  request_.note("--where '" + shown(*request_.options.condition) + "' holds at none of the points (" +
                std::to_string(seen) + (seen == 1 ? " was tried)" : " were tried)"));
  return false;
}

std::optional<Program> read_condition(const Options& options, const Names& names) {
  if (!options.condition) return std::nullopt;
  if (trimmed(*options.condition).empty()) {
    throw Error(ExitCode::kData, "--where: the condition is empty: give one such as \"x^2+y^2 < 4\"");
  }
  try {
    return compile_expression(*options.condition, names);
  } catch (const Error& fault) {
    throw Error(fault.code(), "--where: " + std::string(fault.what()));
  }
}

}  // namespace gradfield
