#include "plot/space/space_page.hpp"

#include "base/numbers/number.hpp"
#include "plot/gnuplot/quoted.hpp"
#include "plot/look/tics.hpp"
#include "plot/sheet/layout.hpp"
#include "plot/sheet/script_parts.hpp"

namespace gradfield {

namespace {

// In points of the page; an em of the 12 point font takes 16.
constexpr double kOuter = 14, kBarWidth = 18, kBarGap = 16, kEm = 16;

void write_plots(std::ostream& script, const SpacePicture& picture, const Drawing& drawing) {
  std::string list;
  for (const std::string& plot : plots_of(drawing)) list += (list.empty() ? "" : ", \\\n     ") + plot;
  // A bar is drawn only where something takes its colour from the palette.
  if (!picture.bar_tics.empty()) list += ", \\\n     NaN with points palette notitle";
  script << "plot " << list << '\n';
}

}  // namespace

Area furnish_page(SpacePicture& picture, const Grid& grid, const std::vector<KeyEntry>& key) {
  Page& page = picture.page;
  page.width = picture.points.width;
  page.height = picture.points.height;
  picture.bar_tics = picture.colors.tics(most_bar_tics(picture.points.height - 110));
  if (picture.style.key) picture.key = arrange_key(key, page.width);
  const double bar_room =
      picture.bar_tics.empty() ? 0 : kBarGap + kBarWidth + 12 + widest_typeset_label(picture.bar_tics) * kEm + kEm + 14;
  Area area{kOuter, page.width - kOuter - bar_room, kOuter + key_height(picture.key), page.height - kOuter};
  page.key_top = area.bottom;
  page.x.begin = area.left;
  page.x.end = area.right;
  page.title = make_title(grid, picture.style, area.right - area.left);
  constexpr double kApart = 12;  // of the box from title and key
  area.top -= page.title.height() + kApart;
  area.bottom += kApart;
  return area;
}

void place_bar(SpacePicture& picture, const Area& box) {
  Page& page = picture.page;
  page.bar_begin = box.right + kBarGap;
  page.bar_end = page.bar_begin + kBarWidth;
  page.y.begin = box.bottom + 0.1 * box.height();
  page.y.end = box.top - 0.05 * box.height();
}

void paint_arrow(Drawing& drawing, Point middle, Point direction, const std::vector<std::vector<Point>>& shape,
                 Rgb color) {
  for (const std::vector<Point>& piece : shape) {
    Shape polygon{ShapeKind::kPolygon, {}, color};
    for (const Point corner : piece) {
      polygon.points.push_back({middle.x + corner.x * direction.x - corner.y * direction.y,
                                middle.y + corner.x * direction.y + corner.y * direction.x});
    }
    drawing.shapes.push_back(std::move(polygon));
  }
}

void write_script(std::ostream& script, const SpacePicture& picture, const Terminal& terminal) {
  const Theme& theme = *picture.style.theme;
  const Lettering lettering{terminal, picture.zoom};
  write_header(script, picture, terminal);
  script << "# What is drawn, in points of the page, each point with its colour.\n";
  write_shapes(script, picture.drawing);
  script << "set tics nomirror out scale 0.6 textcolor " << color_clause(theme.text) << '\n';
  write_color_bar(script, picture.colors, picture.bar_tics, picture.page, theme.text, terminal);
  script << "unset key\n";
  int label = write_key(script, picture.key, picture.page, theme.quiet, lettering);
  const Page& page = picture.page;
  if (!page.title.text.empty()) {
    script << "set label " << label++ << ' ' << caption_clause(page.title, lettering, theme.text) << " at "
           << number_text((page.x.begin + page.x.end) / 2, 6) << ","
           << number_text(page.height - 14 - page.title.height() / 2 / page.title.lines, 6) << " center\n";
  }
  write_words(script, picture.drawing, picture, label, lettering);
  for (const std::string& command : picture.style.commands) script << command << '\n';
  // Its axes are the page itself, and those on it are drawn: tics and ranges of the user's own would be the page's.
  if (!picture.style.commands.empty()) write_page_axes(script, picture);
  write_plots(script, picture, picture.drawing);
  for (const Drawing& drawing : picture.turned) {
    write_shapes(script, drawing);
    write_words(script, drawing, picture, label, lettering);
    write_plots(script, picture, drawing);
  }
}

}  // namespace gradfield
