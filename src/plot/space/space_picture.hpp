// Pictures of space: arrows of a field of three variables; surface/ has those of f over a plane field.
#pragma once

#include <functional>
#include <limits>
#include <vector>

#include "analysis/descent/descent.hpp"
#include "field/grid/grid.hpp"
#include "field/sample.hpp"
#include "plot/arrows/arrows.hpp"
#include "plot/arrows/color_scale.hpp"
#include "plot/files/recipe.hpp"
#include "plot/sheet/key.hpp"
#include "plot/sheet/marked_points.hpp"
#include "plot/sheet/notes.hpp"
#include "plot/sheet/sheet.hpp"
#include "plot/space/painting.hpp"
#include "plot/space/space_view.hpp"

namespace gradfield {

struct SpacePicture : Sheet {
  Grid grid;
  Page page;  // of the colour bar and the key
  Painting painting;
  std::vector<Painting> turned;  // of a moving picture: the frames after the first
  ArrowCounts arrows;
  LengthScale lengths;
  ColorScale colors;
  ColorBar bar;
  std::vector<KeyRow> key;
  std::vector<DescentPath> paths;
  std::size_t cut = 0;                     // cells of the surface that lie beyond its axis
  LevelSummary levels;                     // of the lines on a surface and its floor
  std::vector<LevelLines> curves;          // of --curve, on a surface and its floor
  std::vector<MarkedPoint> points_marked;  // with their gradients
  bool turns = false;                      // f, within the facets of the surface
  bool equal_scale = true;                 // a unit is as long on all axes, or on both of the floor
};

/// One picture of those that move.
struct Moment {
  View view;
  std::size_t steps_shown = std::numeric_limits<std::size_t>::max();  // of the paths, at most
};

/// The arrows of a field of three variables, the nearer in front of the farther, and over them paths and marked points.
/// Requires: a grid of three axes; `field` is at its points, or some of them.
SpacePicture compose_space(const Grid& grid, const Field& field, const PictureStyle& style, const Terminal& terminal,
                           std::vector<DescentPath> paths = {}, const Moment& moment = {},
                           std::vector<MarkedPoint> points = {});

/// A picture for a terminal: seen from there, or where the terminal moves, turning from there once around the upright
/// axis, while the paths grow step by step.
SpacePicture compose_turning(const View& view, const Terminal& terminal,
                             const std::function<SpacePicture(const Moment&)>& compose);

Drawing draw(const SpacePicture& picture);
PictureFacts facts_of(const SpacePicture& picture);
Notes notes_on(const SpacePicture& picture, const Field& field);

}  // namespace gradfield
