// The edges of heat maps, of what is shown and between colours that jump, as smooth as pixels can show them.
#include <algorithm>
#include <array>
#include <cmath>

#include "plot/colors/area_colors.hpp"
#include "plot/plane/layers.hpp"

namespace gradfield {
namespace {

// A part of the scale: a neighbour as far away as this is the other side of a jump, or of a wave as short as pixels.
constexpr double kJump = 0.25;

bool differ(double a, double b) { return std::isnan(a) != std::isnan(b) || std::fabs(a - b) > kJump; }

// Those that differ from one of the eight around them: of an edge that is straight, all that it runs through.
std::vector<std::size_t> edge_pixels(const HeatLayer& heat) {
  const std::size_t columns = heat.grid.axes[0].count, rows = heat.grid.axes[1].count;
  std::vector<double> places(heat.values.size());
  std::ranges::transform(heat.values, places.begin(),
                         [&](double value) { return std::isfinite(value) ? heat.scale.share(value) : NAN; });
  std::vector<bool> is_edge(places.size());
  const auto compare = [&](std::size_t a, std::size_t b) {
    if (differ(places[a], places[b])) is_edge[a] = is_edge[b] = true;
  };
  for (std::size_t i = 0; i < places.size(); ++i) {
    const std::size_t column = i % columns;
    if (column + 1 < columns) compare(i, i + 1);
    if (i / columns + 1 == rows) continue;
    compare(i, i + columns);
    if (column > 0) compare(i, i + columns - 1);
    if (column + 1 < columns) compare(i, i + columns + 1);
  }
  std::vector<std::size_t> pixels;
  for (std::size_t i = 0; i < is_edge.size(); ++i) {
    if (is_edge[i]) pixels.push_back(i);
  }
  return pixels;
}

// The points of a pixel, -1/2 to 1/2 along both axes: their number is a power of two, in whose digits the second
// coordinates are the first read backwards. None lies in the middle of its part, nor as far along one axis as along the
// other: a pole on such a line would be met by many.
std::vector<Point> points_of_pixel(std::size_t count) {
  constexpr double kAlong = 0.381966, kUp = 0.585786;
  const auto part = [&](std::size_t k, double within) {
    return (static_cast<double>(k) + within) / static_cast<double>(count) - 0.5;
  };
  std::vector<Point> points;
  for (std::size_t k = 0; k < count; ++k) {
    std::size_t backwards = 0;
    for (std::size_t bit = 1; bit < count; bit *= 2) backwards = 2 * backwards + ((k & bit) != 0 ? 1 : 0);
    points.push_back({part(k, kAlong), part(backwards, kUp)});
  }
  return points;
}

// So many that all of them together take no longer than a few samples of the whole map.
std::size_t points_for(std::size_t edges, std::size_t pixels) {
  constexpr std::size_t kMost = 16, kLeast = 4;
  std::size_t count = kMost;
  while (count > kLeast && count * edges > 2 * pixels) count /= 2;
  return count;
}

EdgePixel mean_of(const HeatLayer& heat, std::size_t pixel, std::span<const double> values) {
  std::array<double, 3> sums{};
  double shown = 0;
  for (const double value : values) {
    if (!std::isfinite(value)) continue;
    const Rgb color = heat_color(heat, value);
    sums = {sums[0] + color.red, sums[1] + color.green, sums[2] + color.blue};
    ++shown;
  }
  const auto mean = [&](double sum) { return static_cast<std::uint8_t>(shown > 0 ? std::lround(sum / shown) : 0); };
  return {pixel, {mean(sums[0]), mean(sums[1]), mean(sums[2])}, shown / static_cast<double>(values.size())};
}

}  // namespace

void smooth_edges(HeatLayer& heat, const PlanePicture& picture, const FieldView& view) {
  heat.edges.clear();
  const std::vector<std::size_t> pixels = edge_pixels(heat);
  const std::vector<Point> parts = points_of_pixel(points_for(pixels.size(), heat.values.size()));
  const Axis &x = heat.grid.axes[0], &y = heat.grid.axes[1];
  const auto width = [](const Axis& axis) {
    return (axis.max / 2 - axis.min / 2) / static_cast<double>(axis.count - 1) * 2;
  };
  const Point pixel{width(x), width(y)};
  PointList points;
  points.reserve(pixels.size() * parts.size());
  for (const std::size_t at : pixels) {
    for (const Point part : parts) {
      points.push_back({x.point(at % x.count) + part.x * pixel.x, y.point(at / x.count) + part.y * pixel.y});
    }
  }
  const bool by_norm = picture.style.heat_map == HeatMap::kNorm;
  const std::vector<double> values = values_of(view.sample_at(std::move(points)), by_norm);
  for (std::size_t i = 0; i < pixels.size(); ++i) {
    heat.edges.push_back(mean_of(heat, pixels[i], std::span(values).subspan(i * parts.size(), parts.size())));
  }
}

}  // namespace gradfield
