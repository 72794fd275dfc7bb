// What a picture of the surface of f shows from every side: samples of f, its border, and its level lines.
#pragma once

#include <vector>

#include "analysis/contours/contours.hpp"
#include "field/grid/grid.hpp"
#include "field/sample.hpp"
#include "field/view.hpp"
#include "plot/gnuplot/terminals.hpp"
#include "plot/look/page.hpp"
#include "plot/sheet/marked_points.hpp"
#include "plot/sheet/picture_style.hpp"
#include "plot/surface/surface_border.hpp"

namespace gradfield {

struct SurfaceField {
  Scale x, y;        // of the floor: padded for its arrows; from 0 to their length in units of the longer side
  bool equal_scale;  // a unit is as long on both
  Grid grid;         // of the mesh
  Field sample;      // on it
  SurfaceBorder border;
  LevelLines levels;
  std::vector<LevelLines> curves;         // of --curve
  std::vector<MarkedPoint> points;        // with their gradients
  std::vector<ContourLine> point_levels;  // the level lines through these
  int color_steps;                        // see surface_facets()
  bool turns;                             // f, between the points of the mesh
};

/// Samples f more coarsely for a terminal that moves, which has many frames to draw. Requires: a grid of two axes.
SurfaceField sample_surface(const FieldView& view, const PictureStyle& style, const Terminal& terminal);

}  // namespace gradfield
