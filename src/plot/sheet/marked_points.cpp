#include "plot/sheet/marked_points.hpp"

#include <algorithm>
#include <cmath>

#include "base/numbers/number.hpp"
#include "field/point_gradient.hpp"
#include "kernel/mathematics.hpp"
#include "plot/sheet/picture_lines.hpp"

namespace gradfield {
namespace {

constexpr int kDigits = 4;

std::string as_typed(std::string_view text) { return std::string(text); }

// "1, 2"
std::string list_of(const std::vector<double>& values, std::string (*write)(std::string_view)) {
  std::string text;
  for (const double value : values) text += (text.empty() ? "" : ", ") + write(number_text(value + 0.0, kDigits));
  return text;
}

std::string in_brackets(const std::vector<double>& values, std::string (*write)(std::string_view)) {
  return values.size() == 1 ? list_of(values, write) : "(" + list_of(values, write) + ")";
}

}  // namespace

bool MarkedPoint::is_finite() const {
  return std::isfinite(f) && std::ranges::all_of(slopes, [](double slope) { return std::isfinite(slope); });
}

double MarkedPoint::norm() const {
  double norm = 0;
  for (const double slope : slopes) norm = hypotenuse(norm, slope);
  return norm;
}

std::vector<MarkedPoint> mark_points(const PointList& places, const Gradient& gradient) {
  std::vector<MarkedPoint> points;
  for (const std::vector<double>& place : places) {
    PointGradient at(gradient, place.size());
    const PointValue value = at.at(place);
    points.push_back({place, value.f, {value.slopes.begin(), value.slopes.end()}});
  }
  return points;
}

Arrows mark_arrows(const std::vector<MarkedPoint>& points, const Page& page, const LengthScale& lengths,
                   const PictureStyle& style) {
  Arrows arrows;
  for (const MarkedPoint& point : points) {
    const double norm = point.is_finite() ? point.norm() : 0;
    if (norm == 0) continue;
    const double sign = style.arrows.descent ? -1 : 1;
    const double u = sign * point.slopes[0] / norm * page.x.points_per_unit();
    const double v = sign * point.slopes[1] / norm * page.y.points_per_unit();
    const double length = std::max(lengths.share(norm) * longest_arrow(page, style.arrows), kShortestMark);
    std::vector<Point> shape = arrow_shape(length, std::max(arrow_cell(page), kMarkCell), false)[0];
    for (Point& corner : shape) corner.x += length / 2;  // it begins at the point
    const double size = std::hypot(u, v);
    arrows.list.push_back({ArrowKind::kWhole,
                           placed(shape, {point.place[0], point.place[1]}, {u / size, v / size}, page),
                           {},
                           norm,
                           point.f});
  }
  return arrows;
}

std::vector<double> mark_levels(const std::vector<MarkedPoint>& points) {
  std::vector<double> levels;
  for (const MarkedPoint& point : points) {
    if (point.is_finite() && point.norm() > 0) levels.push_back(point.f);
  }
  std::ranges::sort(levels);
  levels.erase(std::unique(levels.begin(), levels.end()), levels.end());
  return levels;
}

std::vector<KeyEntry> mark_key(const std::vector<MarkedPoint>& points, const PictureStyle& style) {
  constexpr std::size_t kMostNamed = 6;  // more would take the room of the picture
  const Rgb color = line_colors(style).mark;
  if (points.size() > kMostNamed) return {{KeyMark::kDisk, std::to_string(points.size()) + " points", color}};
  std::vector<KeyEntry> entries;
  for (const MarkedPoint& point : points) {
    const std::string place = "(" + list_of(point.place, typeset_name) + ")";
    const bool is_curve = point.place.size() == 1;
    // The arrow's own vector: where it points down, so does this.
    std::vector<double> slopes = point.slopes;
    if (style.arrows.descent) {
      for (double& slope : slopes) slope = -slope;
    }
    const std::string name =
        is_curve ? slope_name(style, name_before_mark(style)) : gradient_name(style, typeset_name(style.name));
    std::string words =
        name + place + (point.is_finite() ? " = " + in_brackets(slopes, typeset_name) : " is not finite");
    if (!is_curve && point.is_finite()) {
      words += ", " + norm_name(style) + " = " + typeset_name(number_text(point.norm(), kDigits));
    }
    entries.push_back({KeyMark::kDisk, std::move(words), color});
  }
  return entries;
}

std::string mark_facts(const std::vector<MarkedPoint>& points) {
  std::string text;
  for (const MarkedPoint& point : points) {
    text += " At " + in_brackets(point.place, as_typed) + " f is " + number_text(point.f, kDigits) +
            (point.place.size() == 1 ? " and its slope " : " and its gradient ") + in_brackets(point.slopes, as_typed) +
            ".";
  }
  return text;
}

}  // namespace gradfield
