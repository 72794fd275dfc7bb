#include "cli/tables.hpp"

#include <unistd.h>

#include <optional>

#include "cli/points.hpp"
#include "cli/progress.hpp"
#include "cli/style.hpp"
#include "field/part.hpp"
#include "table/table.hpp"

namespace gradfield {
namespace {

// Points of the grid, or of the part; none where they are not known beforehand.
std::optional<double> point_total(const Work& work) {
  if (work.options.at) return std::nullopt;
  const double all = work.domain.grid.point_count();
  return work.part ? all / static_cast<double>(work.part->count) : all;
}

// A person who sees the rows pass needs no line between them.
bool shows_progress(const Work& work, const Output& output) {
  return !work.options.quiet && isatty(STDERR_FILENO) == 1 && isatty(output.descriptor()) != 1;
}

}  // namespace

void make_table(const Work& work) {
  const FieldContent content{work.names.variables, work.options.descent, work.method.estimates_errors,
                             work.options.hessian};
  TableLayout layout = read_layout(work.options, content);
  if (work.part && work.part->number > 1) layout.header = false;
  Points points(work, work.domain.grid);
  Output output = work.open_output();
  const std::unique_ptr<Gradient> gradient =
      work.make_gradient(work.grid(), parts_of(layout.columns, content.variables.size()));
  TableSetup setup{*work.destination.format->table, layout, work.grid(), work.threads};
  std::optional<Progress> progress;
  if (shows_progress(work, output)) {
    progress.emplace(STDERR_FILENO, point_total(work));
    setup.on_progress = [&](std::size_t done) { progress->add(done); };
  }
  write_table(points.source(), *gradient, setup, output);
  progress.reset();
  output.commit();
  points.note_if_none();
}

}  // namespace gradfield
