#include "analysis/stream_saddles.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

#include "kernel/mathematics.hpp"

namespace gradfield {
namespace {

double cross(const PagePoint& a, const PagePoint& b) { return a[0] * b[1] - a[1] * b[0]; }
double dot(const PagePoint& a, const PagePoint& b) { return a[0] * b[0] + a[1] * b[1]; }

// The angle from one direction to another, in (-pi, pi].
double turn(const Flow& from, const Flow& to) {
  return arc_tangent2(cross(from.direction, to.direction), dot(from.direction, to.direction));
}

// The angle by which the direction turns on the straight way between two points. The flow of a plain critical point
// turns by less than 180 degrees on it; where it turns far, more points tell which way around.
double turn_along(StreamFlow& flow, const StreamPoint& from, const StreamPoint& to, int halvings = 3) {
  const double whole = turn(from.flow, to.flow);
  if (std::fabs(whole) < std::numbers::pi / 2 || halvings == 0) return whole;
  const PagePoint place{(from.place[0] + to.place[0]) / 2, (from.place[1] + to.place[1]) / 2};
  const StreamPoint middle{place, flow.at(place)};
  if (!middle.flow.runs) return whole;
  return turn_along(flow, from, middle, halvings - 1) + turn_along(flow, middle, to, halvings - 1);
}

// How often the direction turns along the closed way through these points; 0 where the flow does not run at one of
// them.
template <typename Points>
int index_of(StreamFlow& flow, const Points& points) {
  if (!std::all_of(points.begin(), points.end(), [](const StreamPoint& point) { return point.flow.runs; })) return 0;
  double sum = 0;
  for (std::size_t i = 0; i < points.size(); ++i) sum += turn_along(flow, points[i], points[(i + 1) % points.size()]);
  return static_cast<int>(std::lround(sum / (2 * std::numbers::pi)));
}

struct CriticalPoint {
  PagePoint place;
  int index;
};

class Search {
 public:
  Search(StreamFlow& flow, double spacing) : flow_(flow), spacing_(spacing) {
    for (std::size_t k = 0; k < 2; ++k) {
      counts_[k] = static_cast<std::size_t>(std::ceil(4 * flow.half()[k] / spacing)) + 1;
      pitch_[k] = 2 * flow.half()[k] / static_cast<double>(counts_[k]);
    }
    for (std::size_t j = 0; j < counts_[1]; ++j) {
      for (std::size_t i = 0; i < counts_[0]; ++i) nodes_.push_back({node(i, j), flow.at(node(i, j))});
    }
  }

  std::vector<CriticalPoint> points() {
    std::vector<CriticalPoint> found;
    for (std::size_t j = 0; j + 1 < counts_[1]; ++j) {
      for (std::size_t i = 0; i + 1 < counts_[0]; ++i) {
        const StreamPoint* corner = &nodes_[j * counts_[0] + i];
        const int index = index_of(flow_, std::array{corner[0], corner[1], corner[counts_[0] + 1], corner[counts_[0]]});
        if (index != 0) found.push_back({refine(node(i, j), index), index});
      }
    }
    return found;
  }

 private:
  // Not at halves nor at the border: where formulas are symmetric, critical points lie on such lines, and on a node
  // there is no direction. 0.382 is the golden section's.
  PagePoint node(std::size_t i, std::size_t j) const {
    return {(static_cast<double>(i) + 0.382) * pitch_[0] - flow_.half()[0],
            (static_cast<double>(j) + 0.382) * pitch_[1] - flow_.half()[1]};
  }

  // Halves the cell, each time unevenly for the same reason, while a part of it has the index.
  PagePoint refine(PagePoint low, int index) {
    PagePoint size = pitch_;
    while (std::max(size[0], size[1]) > spacing_ / 2000) {
      const std::optional<std::array<PagePoint, 2>> part = part_with(low, size, index);
      if (!part) break;
      low = (*part)[0];
      size = (*part)[1];
    }
    return {low[0] + size[0] / 2, low[1] + size[1] / 2};
  }

  std::optional<std::array<PagePoint, 2>> part_with(const PagePoint& low, const PagePoint& size, int index) {
    const std::array<double, 3> cuts{0, 0.472, 1};
    std::array<std::array<StreamPoint, 3>, 3> nodes;
    for (std::size_t j = 0; j < 3; ++j) {
      for (std::size_t i = 0; i < 3; ++i) {
        const PagePoint place{low[0] + cuts[i] * size[0], low[1] + cuts[j] * size[1]};
        nodes[j][i] = {place, flow_.at(place)};
      }
    }
    for (std::size_t j = 0; j < 2; ++j) {
      for (std::size_t i = 0; i < 2; ++i) {
        const std::array corners{nodes[j][i], nodes[j][i + 1], nodes[j + 1][i + 1], nodes[j + 1][i]};
        if (index_of(flow_, corners) != index) continue;
        return std::array{PagePoint{low[0] + cuts[i] * size[0], low[1] + cuts[j] * size[1]},
                          PagePoint{(cuts[i + 1] - cuts[i]) * size[0], (cuts[j + 1] - cuts[j]) * size[1]}};
      }
    }
    return std::nullopt;
  }

  StreamFlow& flow_;
  double spacing_;
  std::array<std::size_t, 2> counts_;
  PagePoint pitch_;
  std::vector<StreamPoint> nodes_;
};

// The ways of a saddle: where the flow on the circle has no part across the radius. None where the flow jumps there.
class Circle {
 public:
  Circle(StreamFlow& flow, const PagePoint& middle, double radius) : flow_(flow), middle_(middle), radius_(radius) {}

  std::vector<StreamPoint> ways(int index) {
    // 128 points: from one to the next the flow of a saddle that is 20 times as steep across as along turns by less
    // than 60 degrees. What turns further jumps.
    constexpr std::size_t kPoints = 128;
    constexpr double kAngle = 2 * std::numbers::pi / kPoints;
    std::vector<StreamPoint> points, found;
    for (std::size_t i = 0; i < kPoints; ++i) points.push_back(at(static_cast<double>(i) * kAngle));
    if (index_of(flow_, points) != index) return {};
    for (std::size_t i = 0; i < kPoints; ++i) {
      if (std::fabs(turn(points[i].flow, points[(i + 1) % kPoints].flow)) > std::numbers::pi / 3) return {};
      const double angle = static_cast<double>(i) * kAngle;
      const bool rises = across(angle) < 0;
      if (rises == (across(angle + kAngle) >= 0)) found.push_back(at(root(angle, angle + kAngle, rises)));
    }
    return found;
  }

 private:
  StreamPoint at(double angle) {
    const PagePoint place{middle_[0] + radius_ * cosine(angle), middle_[1] + radius_ * sine(angle)};
    return {place, flow_.at(place)};
  }

  double across(double angle) { return cross({cosine(angle), sine(angle)}, at(angle).flow.direction); }

  double root(double low, double high, bool rises) {
    for (int halvings = 0; halvings < 16;
         ++halvings) {  // to 3e-6, far less than the curvature of the way on the circle
      const double middle = (low + high) / 2;
      ((across(middle) < 0) == rises ? low : high) = middle;
    }
    return (low + high) / 2;
  }

  StreamFlow& flow_;
  PagePoint middle_;
  double radius_;
};

}  // namespace

std::vector<Saddle> find_saddles(StreamFlow& flow, double spacing) {
  const std::vector<CriticalPoint> points = Search(flow, spacing).points();
  std::vector<Saddle> saddles;
  for (const CriticalPoint& point : points) {
    const auto is_too_near = [&](const CriticalPoint& other) {
      return &other != &point && page_distance(other.place, point.place) < 1.5 * spacing;
    };
    if (point.index >= 0 || std::any_of(points.begin(), points.end(), is_too_near)) continue;
    const std::vector<StreamPoint> ways = Circle(flow, point.place, kSaddleRadius * spacing).ways(point.index);
    if (!ways.empty()) saddles.push_back({point.place, ways});
  }
  return saddles;
}

}  // namespace gradfield
