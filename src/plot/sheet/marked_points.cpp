#include "plot/sheet/marked_points.hpp"

#include <algorithm>
#include <cmath>

#include "base/numbers/number.hpp"
#include "field/point_gradient.hpp"

namespace gradfield {
namespace {

constexpr int kDigits = 4;
constexpr std::size_t kMagenta = 3;  // of the theme's lines

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
  return slopes.size() == 1 ? std::fabs(slopes[0]) : std::hypot(slopes[0], slopes[1]);
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

Rgb mark_color(const Theme& theme) { return theme.lines[kMagenta]; }

std::vector<KeyEntry> mark_key(const std::vector<MarkedPoint>& points, const PictureStyle& style) {
  constexpr std::size_t kMostNamed = 6;  // more would take the room of the picture
  const Rgb color = mark_color(*style.theme);
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
