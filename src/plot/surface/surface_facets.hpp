// The polygons of which a surface is painted: small where it bends or changes its colour, large where it is plain.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

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

}  // namespace gradfield
