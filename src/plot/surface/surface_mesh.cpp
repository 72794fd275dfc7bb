#include "plot/surface/surface_mesh.hpp"

#include <algorithm>
#include <cmath>

namespace gradfield {

// Method: Sutherland & Hodgman, "Reentrant Polygon Clipping", Communications of the ACM 17, 1974.
std::vector<Vector> cut_at(const std::vector<Vector>& outline, double height, double sign) {
  std::vector<Vector> out;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const Vector &from = outline[i], &to = outline[(i + 1) % outline.size()];
    const bool has_from = sign * (from[2] - height) >= 0, has_to = sign * (to[2] - height) >= 0;
    if (has_from) out.push_back(from);
    if (has_from == has_to) continue;
    const double share = (height / 2 - from[2] / 2) / (to[2] / 2 - from[2] / 2);  // halves: a range may overflow
    out.push_back({from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1]), height});
  }
  return out;
}

SurfaceMesh::SurfaceMesh(const Grid& grid, const Field& field, const SurfaceBorder& border, double low, double high)
    : x_(grid.axes[0]), y_(grid.axes[1]), field_(field), border_(border), low_(low), high_(high) {}

std::array<std::size_t, 4> SurfaceMesh::points_of(std::size_t column, std::size_t row, std::size_t size) const {
  const std::size_t first = row * x_.count + column, above = first + size * x_.count;
  return {first, first + size, above + size, above};
}

Vector SurfaceMesh::place(std::size_t point) const {
  return {field_.coordinates[0][point], field_.coordinates[1][point], std::clamp(field_.f[point], low_, high_)};
}

bool SurfaceMesh::is_finite(std::size_t column, std::size_t row) const {
  return std::ranges::all_of(points_of(column, row), [&](std::size_t i) { return std::isfinite(field_.f[i]); });
}

CellPart SurfaceMesh::part_of(std::size_t column, std::size_t row) const {
  const std::array<std::size_t, 4> points = points_of(column, row);
  // Comparisons with nan are false.
  const auto between =
      std::ranges::count_if(points, [&](std::size_t i) { return field_.f[i] >= low_ && field_.f[i] <= high_; });
  return between == 4 ? CellPart::kAll : between > 0 ? CellPart::kSome : CellPart::kNothing;
}

std::size_t SurfaceMesh::cut() const {
  std::size_t count = 0;
  for (std::size_t row = 0; row < rows(); ++row) {
    for (std::size_t column = 0; column < columns(); ++column) {
      count += is_finite(column, row) && part_of(column, row) == CellPart::kNothing;
    }
  }
  return count;
}

std::vector<Vector> SurfaceMesh::outline(std::size_t column, std::size_t row) const {
  const std::array<std::size_t, 4> points = points_of(column, row);
  std::vector<Vector> outline;
  for (std::size_t k = 0; k < 4; ++k) {
    const std::size_t from = points[k], to = points[(k + 1) % 4];
    if (std::isfinite(field_.f[from])) {
      outline.push_back({field_.coordinates[0][from], field_.coordinates[1][from], field_.f[from]});
    }
    for (const Vector* last : {border_.last_on_way(from, to), border_.last_on_way(to, from)}) {
      if (last != nullptr) outline.push_back(*last);
    }
  }
  return cut_at(cut_at(outline, low_, 1), high_, -1);
}

std::array<std::size_t, 2> SurfaceMesh::cell_at(const std::array<double, 2>& point) const {
  const auto cell = [](const Axis& axis, double value) {
    const auto cells = static_cast<double>(axis.count - 1);
    return static_cast<std::size_t>(std::clamp((value - axis.min) / (axis.max - axis.min) * cells, 0.0, cells - 1));
  };
  return {cell(x_, point[0]), cell(y_, point[1])};
}

double SurfaceMesh::height(double x, double y) const {
  const double across = (x - x_.min) / (x_.max - x_.min) * static_cast<double>(columns());
  const double up = (y - y_.min) / (y_.max - y_.min) * static_cast<double>(rows());
  if (!(across >= 0 && up >= 0 && across <= static_cast<double>(columns()) && up <= static_cast<double>(rows()))) {
    return NAN;
  }
  const std::size_t column = std::min(static_cast<std::size_t>(across), columns() - 1);
  const std::size_t row = std::min(static_cast<std::size_t>(up), rows() - 1);
  if (!is_finite(column, row) || part_of(column, row) == CellPart::kNothing) return NAN;
  const std::array<std::size_t, 4> corners = points_of(column, row);
  const double u = across - static_cast<double>(column), v = up - static_cast<double>(row);
  const auto f = [&](std::size_t k) { return place(corners[k])[2]; };
  return (1 - v) * ((1 - u) * f(0) + u * f(1)) + v * ((1 - u) * f(3) + u * f(2));
}

bool SurfaceMesh::is_seen(const Vector& place, const SpaceView& view, Face face) const {
  // In steps of a cell towards the eye, the surface must stay below, or, where its lower face is seen, above; but for
  // half a point of a usual page, which is what bending within a cell may come to.
  const Vector way = view.towards_eye();
  const double cell = std::min((x_.max - x_.min) / static_cast<double>(columns()) * view.scale(0),
                               (y_.max - y_.min) / static_cast<double>(rows()) * view.scale(1));
  const double slack = 0.002 * (high_ - low_);
  double side = face == Face::kUpper   ? 1
                : face == Face::kLower ? -1
                                       : 0;  // of the surface, that the way is on; 0: not known yet
  const double here = height(place[0], place[1]), beside = std::isnan(here) ? 0 : place[2] - here;
  for (int step = 1;; ++step) {
    Vector at;
    for (std::size_t k = 0; k < 3; ++k) at[k] = place[k] + step * cell * way[k];
    if (at[0] < x_.min || at[0] > x_.max || at[1] < y_.min || at[1] > y_.max) return true;
    const double above = at[2] - height(at[0], at[1]);
    // Above all of it, the way from a lower face has come through the surface, or where there is none.
    if (at[2] > high_) return side >= 0 || std::isnan(above);
    if (side * above < -slack) return false;
    // The face is told by the first step: whether the surface rises less steeply than the way does.
    if (side == 0 && !std::isnan(above)) side = above > beside ? 1 : -1;
  }
}

}  // namespace gradfield
