// The polygons of which a surface is painted: small where it bends or changes its colour, large where it is plain; what
// lies behind those that are painted already is left out.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "plot/arrows/arrows.hpp"
#include "plot/look/colors.hpp"
#include "plot/space/space_view.hpp"
#include "plot/surface/surface_mesh.hpp"

namespace gradfield {

struct Facet {
  std::vector<Vector> corners;
  Rgb color;
  bool is_whole;  // not cut at the border nor at a height
};

/// The colour of what the surface shows over a cell, given its outline.
using CellColor = std::function<Rgb(std::size_t column, std::size_t row, const std::vector<Vector>& outline)>;

/// How many cells along an axis of about `wanted` suit surface_facets().
std::size_t cells_along(double wanted);

/// The facets of which something is seen, from the farthest to the nearest.
///
/// Method: blocks of cells are split into four until each shows one colour, but for `steps` of the 255 of a channel,
/// and is flat, but for a quarter of a point of the page; then down to single cells, cut at the border. From above,
/// what is nearer on the floor stands in front, however high it is: so blocks are visited from the far corner of the
/// floor to the near one. Where that makes too many for a small file, colours are told apart less finely.
/// Requires: cells_along() both axes of the mesh.
std::vector<Facet> surface_facets(const SurfaceMesh& mesh, const SpaceView& view, const CellColor& color, int steps);

/// A polygon of those that are painted one after the other.
struct PaintedPolygon {
  std::vector<Point> polygon;
  bool hides = true;  // what lies behind it; not at the border of an area, where its neighbours may leave gaps
};

class Coverage {
 public:
  /// Of the part of the page that they span.
  explicit Coverage(const std::vector<PaintedPolygon>& painted);

  /// Whether all of a polygon and of what is a point of the page beside it is covered. That much is more than a border
  /// of what covers it leaves half seen.
  bool hides(const std::vector<Point>& polygon) const;

  /// Covers the squares, a point of the page wide, whose middles lie in the polygon (an odd number of times, where it
  /// crosses itself).
  void cover(const std::vector<Point>& polygon);

 private:
  long left_ = 0, bottom_ = 0;
  std::size_t width_ = 0, height_ = 0;
  std::vector<bool> covered_;
};

/// The places of those of which something is seen, ascending.
std::vector<std::size_t> seen_of(const std::vector<PaintedPolygon>& painted);

}  // namespace gradfield
