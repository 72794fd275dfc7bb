// Makes tables of paths: of all their points, or a line a path. Batches of paths are walked by the threads that write
// them, so that of many no more are in memory than are being written.
#include "result/paths/path_tables.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "analysis/descent/optimizers.hpp"
#include "cli/formats.hpp"
#include "cli/options.hpp"
#include "cli/values.hpp"
#include "request/paths.hpp"
#include "request/style.hpp"
#include "result/paths/path_notes.hpp"
#include "table/listing.hpp"

namespace gradfield {
namespace {

template <auto rows, auto word>
std::span<const std::string_view> words_of() {
  static const std::vector<std::string_view> words = [] {
    std::vector<std::string_view> all;
    for (const auto& row : rows()) all.push_back(row.*word);
    return all;
  }();
  return words;
}

double place_of(const Optimizer* optimizer) { return static_cast<double>(optimizer - optimizers().data()); }

/// A column of a table of paths: a name, and the cell of the point after `step` steps.
struct PathColumn {
  std::string name;
  double (*cell)(const DescentPath& path, std::size_t step, std::size_t variable);
  std::size_t variable = 0;
  bool by_default = true;
  std::span<const std::string_view> (*words)() = nullptr;
};

constexpr auto kNumber = [](const DescentPath& path, std::size_t, std::size_t) {
  return static_cast<double>(path.number);
};
constexpr auto kStep = [](const DescentPath&, std::size_t step, std::size_t) { return static_cast<double>(step); };
constexpr auto kCoordinate = [](const DescentPath& path, std::size_t step, std::size_t variable) {
  return path.coordinates[variable][step];
};

std::vector<PathColumn> columns_of(const Request& request) {
  const bool is_summary = request.options.summary;
  const PathNaming& naming = request.paths.naming;
  std::vector<PathColumn> columns{{"path", kNumber}};
  if (naming.by_optimizer || is_summary) {
    columns.push_back({"optimizer",
                       [](const DescentPath& path, std::size_t, std::size_t) { return place_of(path.optimizer); }, 0,
                       true, words_of<optimizers, &Optimizer::name>});
  }
  columns.push_back({is_summary ? "steps" : "step", kStep});
  for (std::size_t k = 0; k < request.names.variables.size(); ++k) {
    columns.push_back({request.names.variables[k], kCoordinate, k});
  }
  columns.push_back({"f", [](const DescentPath& path, std::size_t step, std::size_t) { return path.f[step]; }});
  columns.push_back({"norm", [](const DescentPath& path, std::size_t step, std::size_t) { return path.norms[step]; }});
  if (!is_summary) return columns;
  const auto add = [&](const char* name, auto cell, bool by_default = true) {
    columns.push_back({name, cell, 0, by_default});
  };
  add("end",
      [](const DescentPath& path, std::size_t, std::size_t) { return static_cast<double>(path.ending.outcome); });
  columns.back().words = words_of<outcome_rows, &OutcomeRow::word>;
  add("lambda_min", [](const DescentPath& path, std::size_t, std::size_t) { return path.ending.least_curvature; });
  add("lambda_max", [](const DescentPath& path, std::size_t, std::size_t) { return path.ending.largest_curvature; });
  add(
      "rate", [](const DescentPath& path, std::size_t, std::size_t) { return path.rate; }, naming.by_rate);
  return columns;
}

/// What all blocks of rows share.
struct PathTable {
  const Descents& descents;
  std::vector<PathColumn> columns;
  bool is_summary;
  PathNotes& notes;

  std::size_t first_step(const DescentPath& path) const { return is_summary ? path.steps() : 0; }
};

/// The rows of some paths, walked when the first one is asked for.
class PathBlock : public PointSource {
 public:
  PathBlock(const PathTable& table, std::size_t first, std::size_t count)
      : table_(table), first_(first), count_(count) {}

  std::size_t variables() const override { return table_.columns.size(); }

  bool next(Tile& tile) override {
    if (!is_walked_) walk();
    std::size_t filled = 0;
    tile.resize(kTileSize);
    for (; path_ < paths_.size() && filled < kTileSize; ++path_) {
      const DescentPath& path = paths_[path_];
      const std::size_t count = std::min(kTileSize - filled, path.steps() + 1 - step_);
      for (std::size_t c = 0; c < table_.columns.size(); ++c) {
        const PathColumn& column = table_.columns[c];
        double* const cells = tile.mutable_coordinate(c) + filled;
        for (std::size_t i = 0; i < count; ++i) cells[i] = column.cell(path, step_ + i, column.variable);
      }
      filled += count;
      step_ += count;
      if (step_ <= path.steps()) break;
      step_ = path_ + 1 < paths_.size() ? table_.first_step(paths_[path_ + 1]) : 0;
    }
    tile.resize(filled);
    return filled > 0;
  }

 private:
  void walk() {
    paths_ = table_.descents.walk(first_, count_);
    for (std::size_t i = 0; i < paths_.size(); ++i) table_.notes.add(first_ + i, paths_[i]);
    if (!paths_.empty()) step_ = table_.first_step(paths_[0]);
    is_walked_ = true;
  }

  const PathTable& table_;
  std::size_t first_, count_;
  bool is_walked_ = false;
  std::vector<DescentPath> paths_;
  std::size_t path_ = 0, step_ = 0;
};

class PathRows : public PointSource {
 public:
  explicit PathRows(const PathTable& table) : table_(table) {}

  std::size_t variables() const override { return table_.columns.size(); }
  bool next(Tile& tile) override {
    for (; block_ || (block_ = take(0)); block_.reset()) {
      if (block_->next(tile)) return true;
    }
    tile.resize(0);
    return false;
  }
  std::unique_ptr<PointSource> take(std::size_t) override {
    const std::size_t count = std::min(table_.descents.batch_size(), table_.descents.size() - taken_);
    if (count == 0) return nullptr;
    return std::make_unique<PathBlock>(table_, std::exchange(taken_, taken_ + count), count);
  }

 private:
  const PathTable& table_;
  std::size_t taken_ = 0;
  std::unique_ptr<PointSource> block_;
};

Listing listing_of(PointSource& rows, const std::vector<Column>& columns) {
  Listing listing{{}, std::vector<std::vector<double>>(columns.size())};
  for (const Column& column : columns) listing.names.push_back(column.name);
  Tile tile(columns.size());
  while (rows.next(tile)) {
    for (std::size_t c = 0; c < columns.size(); ++c) {
      listing.columns[c].insert(listing.columns[c].end(), tile.coordinate(c), tile.coordinate(c) + tile.size());
    }
  }
  return listing;
}

}  // namespace

void make_path_table(const Request& request) {
  const std::vector<PathColumn> columns = columns_of(request);
  std::vector<std::string> names;
  // What the variables are called otherwise is refused for tables of the field already.
  for (const PathColumn& column : columns) {
    if (std::ranges::count(names, column.name) > 0) {
      throw wrong("--vars", "'" + column.name + "' is the name of another column of the table of paths");
    }
    names.push_back(column.name);
  }
  std::vector<Column> available = coordinate_columns(names);
  for (std::size_t c = 0; c < columns.size(); ++c) {
    available[c].by_default = columns[c].by_default;
    if (columns[c].words != nullptr) available[c].words = columns[c].words();
  }
  const TableLayout layout = read_layout(request.options, available);
  const TableFormat& format = *request.destination.format->table;
  Output output = request.open_output();
  const Descents descents(request.f, request.method, request.settings, request.domain.grid,
                          request.condition ? &*request.condition : nullptr, request.paths);
  PathNotes notes(request.paths);
  const PathTable table{descents, columns, request.options.summary, notes};
  PathRows rows(table);
  const bool is_counted = format.counted_header != nullptr && layout.header;
  if (request.options.summary) {
    write_rows(rows, descents.size(), format, layout, request.threads, output);
  } else if (is_counted && !(request.paths.naming.is_crowd && output.is_temporary())) {
    // Their number stands before the rows.
    write_listing(listing_of(rows, available), format, layout, output);
  } else {
    write_rows(rows, {}, format, layout, request.threads, output);
  }
  output.commit();
  for (const std::string& note : notes.texts(request.domain.grid, request.name)) request.note(note);
}

}  // namespace gradfield
