// Everything that a picture of a plane field shows, ready to be drawn.
#pragma once

#include <limits>
#include <optional>
#include <vector>

#include "analysis/descent/descent.hpp"
#include "field/grid/grid.hpp"
#include "field/sample.hpp"
#include "plot/arrows/arrows.hpp"
#include "plot/arrows/color_scale.hpp"
#include "plot/look/page.hpp"
#include "plot/plane/field_lines.hpp"
#include "plot/sheet/key.hpp"
#include "plot/sheet/sheet.hpp"

namespace gradfield {

/// A heat map: values of a grid that fills the axes, its points the middles of the pixels.
struct HeatLayer {
  Grid grid;
  std::vector<double> values;  // nan where there is nothing to show
  ColorScale scale;
  std::optional<Rgb> blank;  // the colour of what shows nothing; none: it is left out
};

struct Picture : Sheet {
  Grid grid;
  Field field;
  Page page;
  LengthScale lengths;
  Arrows arrows;
  ColorBy color_by = ColorBy::kNorm;  // of the arrows
  Rgb color{};                        // of arrows in one colour
  ColorScale arrow_colors;
  std::optional<HeatLayer> heat;
  std::vector<LabelledLine> contours;  // in points of the page
  std::vector<StreamLine> streams;     // in place of arrows
  double without_streams = 0;          // the share of the page on which none found room
  std::vector<DescentPath> paths;
  std::size_t steps_shown = std::numeric_limits<std::size_t>::max();  // of the paths, at most
  std::vector<Tic> bar_tics;                                          // of the colour bar; none: there is no bar
  std::vector<KeyRow> key;

  /// What the colour bar shows: the heat map where there is one, else the arrows.
  const ColorScale& bar() const { return heat ? heat->scale : arrow_colors; }
};

/// Lays a field out for a page of `terminal`. `access` is asked only for the layers of the style.
/// Requires: a grid of two axes.
Picture compose_picture(const Grid& grid, Field field, const PictureStyle& style, const Terminal& terminal,
                        const FieldAccess& access = {}, std::vector<DescentPath> paths = {});

}  // namespace gradfield
