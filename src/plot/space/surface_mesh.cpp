#include "plot/space/surface_mesh.hpp"

#include <algorithm>
#include <cmath>

namespace gradfield {

SurfaceMesh::SurfaceMesh(const Grid& grid, const Field& field, double low, double high)
    : x_(grid.axes[0]), y_(grid.axes[1]), field_(field), low_(low), high_(high) {}

std::array<std::size_t, 4> SurfaceMesh::points_of(std::size_t column, std::size_t row) const {
  const std::size_t first = row * x_.count + column;
  return {first, first + 1, first + x_.count + 1, first + x_.count};
}

Vector SurfaceMesh::place(std::size_t point) const {
  return {field_.coordinates[0][point], field_.coordinates[1][point], std::clamp(field_.f[point], low_, high_)};
}

bool SurfaceMesh::is_finite(std::size_t column, std::size_t row) const {
  return std::ranges::all_of(points_of(column, row), [&](std::size_t i) { return std::isfinite(field_.f[i]); });
}

bool SurfaceMesh::has_facet(std::size_t column, std::size_t row) const {
  const auto is_between = [&](std::size_t i) { return field_.f[i] >= low_ && field_.f[i] <= high_; };
  return is_finite(column, row) && std::ranges::any_of(points_of(column, row), is_between);
}

double SurfaceMesh::height(double x, double y) const {
  const double across = (x - x_.min) / (x_.max - x_.min) * static_cast<double>(columns());
  const double up = (y - y_.min) / (y_.max - y_.min) * static_cast<double>(rows());
  if (!(across >= 0 && up >= 0 && across <= static_cast<double>(columns()) && up <= static_cast<double>(rows()))) {
    return NAN;
  }
  const std::size_t column = std::min(static_cast<std::size_t>(across), columns() - 1);
  const std::size_t row = std::min(static_cast<std::size_t>(up), rows() - 1);
  if (!has_facet(column, row)) return NAN;
  const std::array<std::size_t, 4> corners = points_of(column, row);
  const double u = across - static_cast<double>(column), v = up - static_cast<double>(row);
  const auto f = [&](std::size_t k) { return place(corners[k])[2]; };
  return (1 - v) * ((1 - u) * f(0) + u * f(1)) + v * ((1 - u) * f(3) + u * f(2));
}

bool SurfaceMesh::is_seen(const Vector& place, const SpaceView& view) const {
  // In steps of half a facet towards the eye, the surface must stay below; but for half a point of a usual page, which
  // is what bending within a facet may come to.
  const Vector way = view.towards_eye();
  const double facet = std::min((x_.max - x_.min) / static_cast<double>(columns()) * view.scale(0),
                                (y_.max - y_.min) / static_cast<double>(rows()) * view.scale(1));
  const double slack = 0.002 * (high_ - low_);
  for (int step = 1;; ++step) {
    Vector at;
    for (std::size_t k = 0; k < 3; ++k) at[k] = place[k] + step * facet / 2 * way[k];
    if (at[0] < x_.min || at[0] > x_.max || at[1] < y_.min || at[1] > y_.max || at[2] > high_) return true;
    if (height(at[0], at[1]) > at[2] + slack) return false;
  }
}

}  // namespace gradfield
