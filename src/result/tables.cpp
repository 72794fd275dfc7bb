// Makes tables of the field.
#include "request/points.hpp"
#include "request/style.hpp"
#include "result/makers.hpp"
#include "result/progress.hpp"
#include "table/table.hpp"

namespace gradfield {
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

}  // namespace gradfield
