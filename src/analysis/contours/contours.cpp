#include "analysis/contours/contours.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/contours/contour_cells.hpp"
#include "analysis/contours/contour_graph.hpp"

namespace gradfield {

std::vector<ContourLine> contour_lines(const Grid& grid, const Field& field, std::span<const double> levels,
                                       const Gradient& gradient) {
  std::vector<ContourLine> lines;
  if (grid.axes[0].count < 2 || grid.axes[1].count < 2) return lines;
  LevelCrossings crossings(gradient);
  ContourMesh mesh(grid, field, crossings);
  ContourCells cells(mesh, crossings);
  for (const double level : levels) {
    const ContourPieces found = cells.pieces(level);
    const std::vector<ContourChain> chains = join_pieces(found.pieces, found.points.size());
    std::vector<ContourLine> of_level = smooth_lines(chains, found.points, mesh.cell_size(), level, crossings);
    std::ranges::move(of_level, std::back_inserter(lines));
  }
  return lines;
}

}  // namespace gradfield
