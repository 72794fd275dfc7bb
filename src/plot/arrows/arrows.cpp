#include "plot/arrows/arrows.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "kernel/mathematics.hpp"

namespace gradfield {
namespace {

constexpr Pivot kPivots[] = {{"middle", 0}, {"tail", -0.5}, {"tip", 0.5}};

constexpr double kDotRadius = 0.035;  // in units of a grid cell (its shorter side on the page)
// In points of the page: a few grid points do not make their arrows thick, and what is smaller than this is lost.
constexpr double kLargestCell = 100;
constexpr double kLargestHead = 24, kSmallestHead = 2.4;
constexpr double kThinnestShaft = 0.6;
constexpr double kLargestDot = 2.4, kSmallestDot = 0.7;

}  // namespace

std::span<const Pivot> pivots() { return kPivots; }

// Shaft, then head. The head grows with the length, but never below what can be seen nor beyond what suits the longest
// of a usual field, and leaves the shaft a part of every arrow, or its tip would not be told from its other corners;
// the tip is exactly at the end.
std::vector<std::vector<Point>> arrow_shape(double length, double cell, bool broken) {
  constexpr double kMostHead = 0.64, kLeastHalfHead = 2;
  cell = std::min(cell, kLargestCell);
  const double longest = std::min(length, cell);
  const double head =
      std::min(std::clamp(0.11 * cell + 0.27 * longest, kSmallestHead, kLargestHead), kMostHead * length);
  const double half_head = std::max(0.40 * head, std::min(kLeastHalfHead, 0.36 * length));
  const double half_shaft = std::min(std::max(0.020 * cell + 0.020 * longest, kThinnestShaft / 2), 0.45 * half_head);
  const double tail = -length / 2, tip = length / 2, neck = tip - head;
  // The break is a third of the shaft, in its middle.
  const double shaft_end = broken ? neck - (neck - tail) / 3 : tail;
  std::vector<std::vector<Point>> shape = {{{shaft_end, half_shaft},
                                            {neck, half_shaft},
                                            {neck, half_head},
                                            {tip, 0},
                                            {neck, -half_head},
                                            {neck, -half_shaft},
                                            {shaft_end, -half_shaft},
                                            {shaft_end, half_shaft}}};
  if (broken) {
    const double end = tail + (neck - tail) / 3;
    shape.push_back(
        {{tail, half_shaft}, {end, half_shaft}, {end, -half_shaft}, {tail, -half_shaft}, {tail, half_shaft}});
  }
  return shape;
}

std::vector<Point> circle_shape(double radius, int corners) {
  std::vector<Point> shape;
  for (int corner = 0; corner <= corners; ++corner) {
    const double angle = corner * 2 * std::numbers::pi / corners;
    shape.push_back({radius * std::cos(angle), radius * std::sin(angle)});
  }
  return shape;
}

std::vector<Point> dot_shape(double cell) {
  constexpr int kCorners = 8;  // there may be a million of them
  return circle_shape(std::clamp(kDotRadius * cell, kSmallestDot, kLargestDot), kCorners);
}

double arrow_length(double share, double cell, const ArrowStyle& style) {
  const double longest = style.longest * cell;
  return std::max(share * longest, std::min(style.shortest, longest));
}

double arrow_cell(const Page& page) {
  return std::min(page.x.cell * page.x.points_per_unit(), page.y.cell * page.y.points_per_unit());
}

double longest_arrow(const Page& page, const ArrowStyle& style) { return style.longest * arrow_cell(page); }

Arrows make_arrows(const Field& field, const Page& page, const LengthScale& lengths, const ArrowStyle& style) {
  Arrows arrows;
  // Shapes are made in points of the page, where they are not distorted, and carried back to data.
  const double x_scale = page.x.points_per_unit(), y_scale = page.y.points_per_unit();
  const double cell = arrow_cell(page);
  const double sign = style.descent ? -1 : 1;
  for (std::size_t i = 0; i < field.size(); ++i) {
    if (!has_arrow(field, i)) {
      ++arrows.not_finite;
      continue;
    }
    ++arrows.all;
    const Point center{field.coordinates[0][i], field.coordinates[1][i]};
    const double norm = norm_at(field, i);
    const auto carried = [&](const std::vector<Point>& shape, double u, double v) {
      std::vector<Point> outline;
      outline.reserve(shape.size());
      for (const Point corner : shape) {
        outline.push_back(
            {center.x + (corner.x * u - corner.y * v) / x_scale, center.y + (corner.x * v + corner.y * u) / y_scale});
      }
      return outline;
    };
    if (norm == 0) {
      ++arrows.dots;
      arrows.list.push_back({ArrowKind::kDot, carried(dot_shape(cell), 1, 0), {}, norm, field.f[i]});
      continue;
    }
    const bool cut = lengths.is_cut(norm);
    arrows.shortened += cut;
    const double length = arrow_length(lengths.share(norm), cell, style);
    // The direction on the page; divided by the norm first, so that no product overflows.
    const double u = sign * field.slopes[0][i] / norm * x_scale, v = sign * field.slopes[1][i] / norm * y_scale;
    const double size = hypotenuse(u, v);
    std::vector<std::vector<Point>> shape = arrow_shape(length, cell, cut);
    for (std::vector<Point>& piece : shape) {
      for (Point& corner : piece) corner.x -= style.pivot->place * length;
      piece = carried(piece, u / size, v / size);
    }
    arrows.list.push_back({cut ? ArrowKind::kShortened : ArrowKind::kWhole, std::move(shape[0]),
                           cut ? std::move(shape[1]) : std::vector<Point>(), norm, field.f[i]});
  }
  return arrows;
}

Reach reach_of(const Arrows& arrows, const Field& field) {
  Reach reach;
  if (arrows.list.empty()) return reach;
  const auto [x_first, x_last] = std::minmax_element(field.coordinates[0].begin(), field.coordinates[0].end());
  const auto [y_first, y_last] = std::minmax_element(field.coordinates[1].begin(), field.coordinates[1].end());
  for (const Arrow& arrow : arrows.list) {
    for (const std::vector<Point>* piece : {&arrow.outline, &arrow.rest}) {
      for (const Point corner : *piece) {
        reach.x_low = std::max(reach.x_low, *x_first - corner.x);
        reach.x_high = std::max(reach.x_high, corner.x - *x_last);
        reach.y_low = std::max(reach.y_low, *y_first - corner.y);
        reach.y_high = std::max(reach.y_high, corner.y - *y_last);
      }
    }
  }
  return reach;
}

std::vector<Point> placed(const std::vector<Point>& shape, Point place, Point direction, const Page& page) {
  std::vector<Point> out;
  for (const Point corner : shape) {
    out.push_back({place.x + (corner.x * direction.x - corner.y * direction.y) / page.x.points_per_unit(),
                   place.y + (corner.x * direction.y + corner.y * direction.x) / page.y.points_per_unit()});
  }
  return out;
}

}  // namespace gradfield
