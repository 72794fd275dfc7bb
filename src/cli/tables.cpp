#include "cli/tables.hpp"

#include "cli/points.hpp"
#include "cli/style.hpp"
#include "table/table.hpp"

namespace gradfield {

void make_table(const Work& work) {
  const FieldContent content{work.names.variables, work.options.descent, work.method.estimates_errors,
                             work.options.hessian};
  const TableLayout layout = read_layout(work.options, content);
  Points points(work, work.domain.grid);
  Output output = work.open_output();
  const std::unique_ptr<Gradient> gradient = work.make_gradient(work.grid(), need_second(layout.columns));
  write_table(points.source(), *gradient, {*work.destination.format->table, layout, work.grid(), available_threads()},
              output);
  output.commit();
  points.note_if_none();
}

}  // namespace gradfield
