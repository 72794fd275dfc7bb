// Stream lines of formulas, and their geometry on the page.
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "analysis/streams/stream_lines.hpp"
#include "base/geometry.hpp"
#include "field/methods/methods.hpp"
#include "formula/compile.hpp"

namespace gradfield::test {

using Place = Point;

/// The spacing of lines where nobody asks for another, in page points.
constexpr double kSpacing = 24;

/// The region drawn 600 points wide and 550 high.
inline StreamRegion page(double x_low, double x_high, double y_low, double y_high) {
  return {x_low, x_high, y_low, y_high, 600 / (x_high - x_low), 550 / (y_high - y_low)};
}

/// A gradient that counts at how many points it is asked for, its clones' with its own.
class CountedGradient : public Gradient {
 public:
  CountedGradient(std::unique_ptr<Gradient> gradient, std::size_t& count)
      : gradient_(std::move(gradient)), count_(count) {}

  std::unique_ptr<Gradient> clone() const override {
    return std::make_unique<CountedGradient>(gradient_->clone(), count_);
  }
  const GradientTile& evaluate(const Tile& tile) override {
    count_ += tile.size();
    return gradient_->evaluate(tile);
  }

 private:
  std::unique_ptr<Gradient> gradient_;
  std::size_t& count_;
};

struct CountedStreams {
  std::vector<StreamLine> lines;
  std::size_t evaluations = 0;  // of the gradient
};

/// Stream lines of the exact gradient.
inline CountedStreams counted_streams_of(const std::string& formula, const StreamRegion& region,
                                         const StreamSettings& settings = {}) {
  CountedStreams streams;
  PointGradient gradient(
      CountedGradient(methods()[0].make(compile_expression(formula, {{"x", "y"}, {}}), {}), streams.evaluations), 2);
  streams.lines = stream_lines(gradient, region, settings);
  return streams;
}

inline std::vector<StreamLine> streams_of(const std::string& formula, const StreamRegion& region,
                                          const StreamSettings& settings = {}) {
  return counted_streams_of(formula, region, settings).lines;
}

/// In page points from the lower left corner.
inline Place on_page(const StreamRegion& region, const Place& point) {
  return {(point[0] - region.x_low) * region.x_scale, (point[1] - region.y_low) * region.y_scale};
}

inline double distance_to_segment(const Place& p, const Place& a, const Place& b) {
  const Place way = b - a;
  const double square = dot(way, way);
  return distance(between(a, b, square > 0 ? std::clamp(dot(p - a, way) / square, 0.0, 1.0) : 0), p);
}

/// A line as it is drawn.
using Drawn = std::vector<Place>;

inline std::vector<Drawn> drawn(const StreamRegion& region, const std::vector<StreamLine>& lines) {
  std::vector<Drawn> all;
  for (const StreamLine& line : lines) {
    Drawn& one = all.emplace_back();
    for (const Place& point : line.points) one.push_back(on_page(region, point));
  }
  return all;
}

inline double distance_to_line(const Place& place, const Drawn& line) {
  double nearest = std::numeric_limits<double>::infinity();
  for (std::size_t i = 1; i < line.size(); ++i) {
    // No segment is longer than 8 points (a third of the default spacing): far ones need not be looked at closely.
    if (std::fabs(line[i][0] - place[0]) > nearest + 8 || std::fabs(line[i][1] - place[1]) > nearest + 8) continue;
    nearest = std::min(nearest, distance_to_segment(place, line[i - 1], line[i]));
  }
  return nearest;
}

/// Distance to the nearest of the lines but the one numbered `own`.
inline double distance_to_lines(const Place& place, const std::vector<Drawn>& lines,
                                std::size_t own = std::numeric_limits<std::size_t>::max()) {
  double nearest = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i != own) nearest = std::min(nearest, distance_to_line(place, lines[i]));
  }
  return nearest;
}

inline double drawn_length(const Drawn& line) {
  double sum = 0;
  for (std::size_t i = 1; i < line.size(); ++i) sum += distance(line[i - 1], line[i]);
  return sum;
}

inline bool is_on_border(const StreamRegion& region, const Place& point) {
  return point[0] == region.x_low || point[0] == region.x_high || point[1] == region.y_low || point[1] == region.y_high;
}

}  // namespace gradfield::test
