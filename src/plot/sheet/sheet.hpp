// The sheet that a picture is drawn on, before anything stands on it.
#pragma once

#include <algorithm>
#include <vector>

#include "plot/gnuplot/terminals.hpp"
#include "plot/look/page.hpp"
#include "plot/sheet/picture_style.hpp"

namespace gradfield {

struct Sheet : Paper {
  PictureStyle style;
  PageSize points;                  // in points of the page
  std::vector<std::size_t> frames;  // of one whose paths grow: how many steps each shows
};

inline Sheet make_sheet(const PictureStyle& style, const Terminal& terminal) {
  Sheet sheet;
  sheet.style = style;
  sheet.size = style.size.value_or(terminal.default_size);
  sheet.font = style.font;
  sheet.background = style.theme->background;
  sheet.is_transparent = style.is_transparent && !terminal.has_ground;
  sheet.dpi = style.dpi;
  const PageSize points{sheet.size.width * terminal.points_per_unit, sheet.size.height * terminal.points_per_unit};
  // Below 400 points the words would leave no room for the field.
  constexpr double kRoom = 400, kUsualFont = 12;
  sheet.zoom = std::clamp(std::min(points.width, points.height) / kRoom, 0.4, 1.0) * style.font_size / kUsualFont;
  sheet.points = {points.width / sheet.zoom, points.height / sheet.zoom};
  sheet.style.arrows.shortest /= std::min(sheet.zoom, 1.0);  // what can be read does not shrink with the type
  return sheet;
}

/// As many tics as stand well beside a colour bar of this height, in points.
inline int most_bar_tics(double height) { return std::clamp(static_cast<int>(height / 45), 2, 11); }

}  // namespace gradfield
