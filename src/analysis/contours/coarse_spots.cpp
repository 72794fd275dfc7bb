#include "analysis/contours/coarse_spots.hpp"

#include <algorithm>
#include <cmath>

namespace gradfield {
namespace {

constexpr std::uint32_t kStep = ContourMesh::kFineSteps;

// The extremum of the cubic through two values with slopes that point to opposite sides (the slopes times the length).
double extreme_between(double a, double b, double from, double to) {
  // v(t) = a + from t + p t^2 + q t^3; v'(t) = 0. The slopes differ in sign, so one root lies between.
  const double p = 3 * (b - a) - 2 * from - to, q = 2 * (a - b) + from + to;
  double low = 0, high = 1;
  for (int i = 0; i < 12; ++i) {  // far nearer than the cubic itself is
    const double t = low / 2 + high / 2;
    ((from + t * (2 * p + 3 * q * t) > 0) == (from > 0) ? low : high) = t;
  }
  return a + low * (from + low * (p + q * low));
}

}  // namespace

CoarseSpots::CoarseSpots(const ContourMesh& mesh) {
  const auto [columns, rows] = mesh.cells();
  for (std::uint32_t j = 0; j <= rows; ++j) {
    for (std::uint32_t i = 0; i <= columns; ++i) {
      const Sample sample = mesh.at({i * kStep, j * kStep});
      for (const bool is_upright : {false, true}) {
        if (is_upright ? j == rows : i == columns) continue;
        const MeshEdge edge{{i * kStep, j * kStep}, is_upright, kStep};
        const Sample other = mesh.at(edge.end());
        const double length = mesh.cell_size()[is_upright];
        const double from = sample.slopes[is_upright] * length, to = other.slopes[is_upright] * length;
        if (!((from > 0 && to < 0) || (from < 0 && to > 0))) continue;
        const double extreme = extreme_between(sample.f, other.f, from, to);
        if (std::isfinite(extreme))
          bends_.push_back({edge, std::min(sample.f, other.f), std::max(sample.f, other.f), extreme});
      }
    }
  }
  find_edge_of_domain(mesh);
}

void CoarseSpots::find_edge_of_domain(const ContourMesh& mesh) {
  const auto [columns, rows] = mesh.cells();
  for (std::uint32_t j = 0; j < rows; ++j) {
    for (std::uint32_t i = 0; i < columns; ++i) {
      int finite = 0;
      for (const MeshNode corner : {MeshNode{i, j}, MeshNode{i + 1, j}, MeshNode{i, j + 1}, MeshNode{i + 1, j + 1}})
        finite += std::isfinite(mesh.at({corner.i * kStep, corner.j * kStep}).f);
      if (finite > 0 && finite < 4) edge_of_domain_.push_back(mesh.cell_index(i, j));
    }
  }
}

std::vector<MeshEdge> CoarseSpots::hiding(double level) const {
  std::vector<MeshEdge> edges;
  for (const Bend& bend : bends_) {
    const bool is_below = bend.extreme < level && bend.low > level,
               is_above = bend.extreme > level && bend.high < level;
    if (is_below || is_above) edges.push_back(bend.edge);
  }
  return edges;
}

}  // namespace gradfield
