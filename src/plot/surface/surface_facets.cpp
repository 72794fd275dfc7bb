#include "plot/surface/surface_facets.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace gradfield {
namespace {

struct PixelBounds {
  long left = std::numeric_limits<long>::max(), right = std::numeric_limits<long>::min();
  long bottom = left, top = right;

  void add(const std::vector<Point>& polygon) {
    for (const Point point : polygon) {
      const long x = static_cast<long>(std::floor(point.x)), y = static_cast<long>(std::floor(point.y));
      left = std::min(left, x), right = std::max(right, x);
      bottom = std::min(bottom, y), top = std::max(top, y);
    }
  }
};

constexpr std::size_t kBlock = 16;  // cells along a side of the largest facet: some 25 points of the page
constexpr int kMostHalvings = 6;

// The colours that cells show.
struct ColorRange {
  Rgb low{255, 255, 255}, high{0, 0, 0};

  void add(Rgb color) {
    low = {std::min(low.red, color.red), std::min(low.green, color.green), std::min(low.blue, color.blue)};
    high = {std::max(high.red, color.red), std::max(high.green, color.green), std::max(high.blue, color.blue)};
  }
  int steps() const { return std::max({high.red - low.red, high.green - low.green, high.blue - low.blue}); }
  Rgb middle() const { return color_at(std::array{low, high}, 0.5); }
};

class FacetTree {
 public:
  FacetTree(const SurfaceMesh& mesh, const SpaceView& view, const CellColor& color, int steps)
      : mesh_(mesh),
        color_(color),
        steps_(steps),
        points_per_height_(view.direction_on_page({0, 0, view.scale(2)}).y),
        eye_(view.towards_eye()) {
    for (std::size_t row = 0; row < mesh.rows(); ++row) {
      for (std::size_t column = 0; column < mesh.columns(); ++column) {
        const CellPart part = mesh.part_of(column, row);
        parts_.push_back(part);
        colors_.push_back(part == CellPart::kAll ? color(column, row, corners(column, row, 1)) : Rgb{});
      }
    }
  }

  std::vector<Facet> facets() {
    for_far_to_near(mesh_.rows() / kBlock, eye_[1], [&](std::size_t row) {
      for_far_to_near(mesh_.columns() / kBlock, eye_[0],
                      [&](std::size_t column) { visit(column * kBlock, row * kBlock, kBlock); });
    });
    return std::move(facets_);
  }

 private:
  template <typename Visit>
  static void for_far_to_near(std::size_t count, double eye, const Visit& visit) {
    for (std::size_t i = 0; i < count; ++i) visit(eye > 0 ? i : count - 1 - i);
  }

  std::vector<Vector> corners(std::size_t column, std::size_t row, std::size_t size) const {
    std::vector<Vector> out;
    for (const std::size_t point : mesh_.points_of(column, row, size)) out.push_back(mesh_.place(point));
    return out;
  }

  void visit(std::size_t column, std::size_t row, std::size_t size) {
    std::size_t whole = 0, nothing = 0;
    ColorRange range;
    for (std::size_t v = row; v < row + size; ++v) {
      for (std::size_t u = column; u < column + size; ++u) {
        const std::size_t cell = v * mesh_.columns() + u;
        whole += parts_[cell] == CellPart::kAll;
        nothing += parts_[cell] == CellPart::kNothing;
        if (parts_[cell] == CellPart::kAll) range.add(colors_[cell]);
      }
    }
    if (nothing == size * size) return;
    if (size == 1) {
      add_cell(column, row, whole == 1 ? corners(column, row, 1) : mesh_.outline(column, row), kMostHalvings);
    } else if (whole == size * size && range.steps() <= steps_ && is_flat(column, row, size)) {
      facets_.push_back({corners(column, row, size), range.middle(), true});
    } else {
      for_far_to_near(2, eye_[1], [&](std::size_t v) {
        for_far_to_near(2, eye_[0],
                        [&](std::size_t u) { visit(column + u * (size / 2), row + v * (size / 2), size / 2); });
      });
    }
  }

  // A cell on a steep slope reaches over many colours: it is halved in height until it does not.
  void add_cell(std::size_t column, std::size_t row, const std::vector<Vector>& outline, int halvings) {
    if (outline.size() < 3) return;
    const auto [low, high] = std::ranges::minmax(outline, {}, [](const Vector& corner) { return corner[2]; });
    constexpr double kLow = 2;  // points of the page
    const Rgb color = color_(column, row, outline);
    if (halvings > 0 && (high[2] - low[2]) * points_per_height_ > kLow) {
      const double middle = low[2] / 2 + high[2] / 2;
      const std::vector<Vector> above = cut_at(outline, middle, 1), below = cut_at(outline, middle, -1);
      ColorRange range;
      range.add(color);
      for (const std::vector<Vector>* half : {&above, &below}) {
        if (half->size() > 2) range.add(color_(column, row, *half));
      }
      if (range.steps() > steps_) {
        add_cell(column, row, below, halvings - 1);
        add_cell(column, row, above, halvings - 1);
        return;
      }
    }
    facets_.push_back({outline, color, parts_[row * mesh_.columns() + column] == CellPart::kAll});
  }

  // Whether the points of the mesh lie on what four corners span. Only their heights may differ.
  bool is_flat(std::size_t column, std::size_t row, std::size_t size) const {
    constexpr double kBend = 0.25;  // points of the page
    const std::vector<Vector> at = corners(column, row, size);
    for (std::size_t v = 0; v <= size; ++v) {
      for (std::size_t u = 0; u <= size; ++u) {
        const double across = static_cast<double>(u) / static_cast<double>(size);
        const double up = static_cast<double>(v) / static_cast<double>(size);
        const double height = (1 - up) * ((1 - across) * at[0][2] + across * at[1][2]) +
                              up * ((1 - across) * at[3][2] + across * at[2][2]);
        const double there = mesh_.place(mesh_.point_at(column + u, row + v))[2];
        if (!(std::fabs(there - height) * points_per_height_ <= kBend)) return false;
      }
    }
    return true;
  }

  const SurfaceMesh& mesh_;
  const CellColor& color_;
  int steps_;
  double points_per_height_;
  Vector eye_;
  std::vector<CellPart> parts_;  // of all cells, row by row
  std::vector<Rgb> colors_;      // of those that are whole
  std::vector<Facet> facets_;
};

// Of SVG some 3 MB; a usual surface has half of that. Where everything changes everywhere, differences of colours hide.
constexpr std::size_t kMostFacets = 24'000;
constexpr int kMostSteps = 8;

std::vector<Facet> seen_facets(std::vector<Facet> facets, const SpaceView& view) {
  std::vector<PaintedPolygon> painted;
  for (const Facet& facet : facets) {
    painted.push_back({{}, facet.is_whole});
    for (const Vector& corner : facet.corners) painted.back().polygon.push_back(view.on_page(corner));
  }
  std::vector<Facet> seen;
  for (const std::size_t i : seen_of(painted)) seen.push_back(std::move(facets[i]));
  return seen;
}

}  // namespace

Coverage::Coverage(const std::vector<PaintedPolygon>& painted) {
  PixelBounds bounds;
  for (const PaintedPolygon& layer : painted) bounds.add(layer.polygon);
  if (bounds.left > bounds.right) return;
  left_ = bounds.left;
  bottom_ = bounds.bottom;
  width_ = static_cast<std::size_t>(bounds.right - bounds.left + 1);
  height_ = static_cast<std::size_t>(bounds.top - bounds.bottom + 1);
  covered_.resize(width_ * height_);
}

bool Coverage::hides(const std::vector<Point>& polygon) const {
  PixelBounds bounds;
  bounds.add(polygon);
  const long left = bounds.left - 1 - left_, right = bounds.right + 1 - left_;
  const long bottom = bounds.bottom - 1 - bottom_, top = bounds.top + 1 - bottom_;
  if (left < 0 || bottom < 0 || right >= static_cast<long>(width_) || top >= static_cast<long>(height_)) return false;
  for (long y = bottom; y <= top; ++y) {
    for (long x = left; x <= right; ++x) {
      if (!covered_[static_cast<std::size_t>(y) * width_ + static_cast<std::size_t>(x)]) return false;
    }
  }
  return true;
}

void Coverage::cover(const std::vector<Point>& polygon) {
  PixelBounds bounds;
  bounds.add(polygon);
  std::vector<double> crossings;
  for (long row = bounds.bottom; row <= bounds.top; ++row) {
    const double y = static_cast<double>(row) + 0.5;
    crossings.clear();
    for (std::size_t i = 0; i < polygon.size(); ++i) {
      const Point from = polygon[i], to = polygon[(i + 1) % polygon.size()];
      if ((from.y <= y) == (to.y <= y)) continue;
      crossings.push_back(from.x + (y - from.y) / (to.y - from.y) * (to.x - from.x));
    }
    std::ranges::sort(crossings);
    for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
      const long first = static_cast<long>(std::ceil(crossings[i] - 0.5));
      const long end = static_cast<long>(std::ceil(crossings[i + 1] - 0.5));
      for (long x = first; x < end; ++x) {
        covered_[static_cast<std::size_t>(row - bottom_) * width_ + static_cast<std::size_t>(x - left_)] = true;
      }
    }
  }
}

std::vector<std::size_t> seen_of(const std::vector<PaintedPolygon>& painted) {
  Coverage coverage(painted);
  std::vector<std::size_t> seen;
  for (std::size_t i = painted.size(); i-- > 0;) {
    if (coverage.hides(painted[i].polygon)) continue;
    seen.push_back(i);
    if (painted[i].hides) coverage.cover(painted[i].polygon);
  }
  std::ranges::reverse(seen);
  return seen;
}

std::size_t cells_along(double wanted) {
  return std::max(static_cast<std::size_t>(std::lround(wanted / kBlock)), std::size_t{1}) * kBlock;
}

std::vector<Facet> surface_facets(const SurfaceMesh& mesh, const SpaceView& view, const CellColor& color, int steps) {
  for (;; steps += steps / 2 + 1) {
    std::vector<Facet> facets = seen_facets(FacetTree(mesh, view, color, steps).facets(), view);
    if (facets.size() <= kMostFacets || steps >= kMostSteps) return facets;
  }
}

}  // namespace gradfield
