#include "cli/tables.hpp"

#include "cli/style.hpp"
#include "field/grid.hpp"
#include "table/table.hpp"

namespace gradfield {

void make_table(const Work& work) {
  const FieldContent content{work.names.variables, work.options.descent, false, work.options.hessian};
  const TableLayout layout = read_layout(work.options, content);
  Output output = work.open_output();
  GridCursor points(work.domain.grid);
  write_table(points, *work.make_gradient(need_second(layout.columns)), *work.destination.format->table, layout,
              output);
  output.commit();
}

}  // namespace gradfield
