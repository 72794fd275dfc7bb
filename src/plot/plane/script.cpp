#include "plot/plane/script.hpp"

#include <string>
#include <vector>

#include "base/numbers/number.hpp"
#include "plot/look/typeset.hpp"
#include "plot/plane/heat_ink.hpp"
#include "plot/plane/layers.hpp"
#include "plot/sheet/script_parts.hpp"

namespace gradfield {
namespace {

void write_field(std::ostream& script, const Picture& picture) {
  const std::string& x = picture.grid.axes[0].name;
  const std::string& y = picture.grid.axes[1].name;
  script << "# The field: " << x << ", " << y << ", f and its gradient.\n"
         << "$field << EOD\n"
         << "# " << x << ' ' << y << " f df_d" << x << " df_d" << y << '\n';
  const Field& field = picture.field;
  std::string row;
  for (std::size_t i = 0; i < field.size(); ++i) {
    row.clear();
    for (const std::vector<double>* column :
         {&field.coordinates[0], &field.coordinates[1], &field.f, &field.slopes[0], &field.slopes[1]}) {
      if (column != &field.coordinates[0]) row += ' ';
      append_number(row, (*column)[i]);
    }
    script << row << '\n';
  }
  script << "EOD\n\n";
}

void write_plots(std::ostream& script, const Picture& picture) {
  std::string list;
  for (const Layer& layer : layers()) {
    if (!layer.is_shown(picture)) continue;
    for (const std::string& plot : layer.plots(picture)) list += (list.empty() ? "" : ", \\\n     ") + plot;
  }
  script << "plot " << (list.empty() ? "NaN notitle" : list) << '\n';
}

}  // namespace

void write_script(std::ostream& script, const Picture& picture, const Terminal& terminal, bool has_table) {
  write_header(script, picture, terminal);
  if (has_table) write_field(script, picture);
  for (const Layer& layer : layers()) {
    if (layer.is_shown(picture) && !(layer.grows && !picture.frames.empty())) layer.write_data(script, picture);
  }
  const Lettering lettering{terminal, picture.zoom};
  // Grid lines over a heat map would be taken for something of the field.
  const bool grid_lines = picture.style.grid_lines && !picture.heat;
  write_axes(script, picture, picture.page, {grid_lines, {}, 0, 0}, lettering);
  write_color_bar(script, picture.bar(), picture.bar_tics, picture.page, picture.style.theme->text, terminal);
  script << "unset key\n";
  int label = write_key(script, picture.key, picture.page, picture.style.theme->quiet, lettering);
  const Page& page = picture.page;
  for (const LabelledLine& line : picture.contours) {
    for (const ContourLabel& level : line.labels) {
      const Point place{page.x.in_data(level.position.x), page.y.in_data(level.position.y)};
      const Rgb color = picture.heat ? level_label_ink(picture, line.level, place) : picture.style.theme->quiet;
      script << "set label " << label++ << ' ' << text_clause(typeset_label(level.text), true, terminal)
             << " at screen " << number_text(level.position.x / picture.page.width, 6) << ","
             << number_text(level.position.y / picture.page.height, 6) << " center front rotate by "
             << number_text(level.angle, 4) << " font \"," << number_text(9 * lettering.scale(), 3) << "\" textcolor "
             << color_clause(color) << '\n';
    }
  }
  for (const std::string& command : picture.style.commands) script << command << '\n';
  if (picture.frames.empty()) {
    write_plots(script, picture);
    return;
  }
  Picture frame = picture;
  for (const std::size_t steps : picture.frames) {
    frame.steps_shown = steps;
    for (const Layer& layer : layers()) {
      if (layer.grows && layer.is_shown(frame)) layer.write_data(script, frame);
    }
    write_plots(script, frame);
  }
}

}  // namespace gradfield
