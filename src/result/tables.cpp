#include "result/tables.hpp"

#include "request/points.hpp"
#include "request/style.hpp"
#include "result/path_table.hpp"
#include "result/progress.hpp"
#include "table/table.hpp"

namespace gradfield {

void make_table(const Work& work) {
  if (!work.paths.starts.empty()) return make_path_table(work);
  const FieldContent content{work.names.variables, work.options.descent, work.method.estimates_errors,
                             work.options.hessian};
  TableLayout layout = read_layout(work.options, available_columns(content));
  if (work.part && work.part->number > 1) layout.header = false;
  Points points(work, work.domain.grid);
  Output output = work.open_output();
  const std::unique_ptr<Gradient> gradient =
      work.make_gradient(work.grid(), parts_of(layout.columns, content.variables.size()));
  TableSetup setup{*work.destination.format->table, layout, work.grid(), work.threads};
  std::unique_ptr<Progress> progress = start_progress(work, output, points.total());
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

}  // namespace gradfield
