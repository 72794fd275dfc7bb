// Makes tables: of the field, and of the paths down.
#include <algorithm>

#include "cli/values.hpp"
#include "request/paths.hpp"
#include "request/points.hpp"
#include "request/style.hpp"
#include "result/makers.hpp"
#include "result/path_notes.hpp"
#include "result/progress.hpp"
#include "table/listing.hpp"
#include "table/table.hpp"

namespace gradfield {
namespace {

Listing list_paths(const std::vector<DescentPath>& paths, const std::vector<std::string>& names) {
  Listing listing{names, std::vector<std::vector<double>>(names.size())};
  for (std::size_t p = 0; p < paths.size(); ++p) {
    const DescentPath& path = paths[p];
    auto column = listing.columns.begin();
    column++->resize(listing.columns[0].size() + path.f.size(), static_cast<double>(p + 1));
    for (std::size_t step = 0; step < path.f.size(); ++step) column->push_back(static_cast<double>(step));
    ++column;
    const auto append = [&](const std::vector<double>& values) {
      column->insert(column->end(), values.begin(), values.end());
      ++column;
    };
    for (const std::vector<double>& coordinate : path.coordinates) append(coordinate);
    append(path.f);
    append(path.norms);
  }
  return listing;
}

}  // namespace

void make_table(const Request& request) {
  const FieldContent content{request.names.variables, request.options.descent, request.method.estimates_errors,
                             request.options.hessian};
  TableLayout layout = read_layout(request.options, available_columns(content));
  if (request.part && request.part->number > 1) layout.header = false;
  Points points(request, request.domain.grid);
  Output output = request.open_output();
  const std::unique_ptr<Gradient> gradient =
      request.make_gradient(request.grid(), parts_of(layout.columns, content.variables.size()));
  TableSetup setup{*request.destination.format->table, layout, request.grid(), request.threads};
  std::unique_ptr<Progress> progress = start_progress(request.options, output, points.total());
  if (progress) {
    setup.on_progress = [&, written = 0.0](std::size_t count) mutable {
      written += static_cast<double>(count);
      progress->tell(points.tried().value_or(written));
    };
  }
  write_table(points.source(), *gradient, setup, output);
  output.commit();
  progress.reset();
  points.note_if_none();
}

void make_path_table(const Request& request) {
  // What the variables are called otherwise is refused for tables of the field already.
  std::vector<std::string> names{"path", "step"};
  for (const std::string& variable : request.names.variables) {
    if (std::ranges::count(names, variable) > 0) {
      throw wrong("--vars", "'" + variable + "' is the name of another column of the table of paths");
    }
  }
  names.insert(names.end(), request.names.variables.begin(), request.names.variables.end());
  names.insert(names.end(), {"f", "norm"});
  const TableLayout layout = read_layout(request.options, coordinate_columns(names));
  Output output = request.open_output();
  const std::vector<DescentPath> paths = make_paths(request);
  write_listing(list_paths(paths, names), *request.destination.format->table, layout, output);
  output.commit();
  note_paths(request, paths);
}

}  // namespace gradfield
