#include "analysis/streams/stream_saddles.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
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
// turns by less than 180 degrees on it; where it turns far, more points tell which way around. A dipole's turns by
// more: only with `sure_halvings`, whatever the ends look like, is that seen.
double turn_along(StreamFlow& flow, const StreamPoint& from, const StreamPoint& to, int sure_halvings,
                  int halvings = 3) {
  const double whole = turn(from.flow, to.flow);
  if (sure_halvings <= 0 && (std::fabs(whole) < std::numbers::pi / 2 || halvings == 0)) return whole;
  const PagePoint place{(from.place[0] + to.place[0]) / 2, (from.place[1] + to.place[1]) / 2};
  const StreamPoint middle{place, flow.at(place)};
  if (!middle.flow.runs) return whole;
  return turn_along(flow, from, middle, sure_halvings - 1, halvings - 1) +
         turn_along(flow, middle, to, sure_halvings - 1, halvings - 1);
}

// How often the direction turns along the closed way through these points; 0 where the flow does not run at one of
// them.
template <typename Points>
int index_of(StreamFlow& flow, const Points& points, int sure_halvings = 0) {
  if (!std::all_of(points.begin(), points.end(), [](const StreamPoint& point) { return point.flow.runs; })) return 0;
  double sum = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    sum += turn_along(flow, points[i], points[(i + 1) % points.size()], sure_halvings);
  }
  return static_cast<int>(std::lround(sum / (2 * std::numbers::pi)));
}

struct CriticalPoint {
  PagePoint place;
  int index;
  PagePoint cell;        // lower left corner of the lattice's
  bool is_exact = true;  // whether the place is known as well as is asked for
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
        const std::array corners{corner[0], corner[1], corner[counts_[0] + 1], corner[counts_[0]]};
        const int index = index_of(flow_, corners);
        if (index == 0) continue;
        CriticalPoint point = refined({{}, index, node(i, j)}, 0);
        const bool is_plain = point.is_exact && std::abs(index) == 1;
        if (!is_plain) point = counted_surely(point);
        if (point.index != 0) found.push_back(point);
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

  // The point in the same cell, counted surely; dearer.
  CriticalPoint counted_surely(CriticalPoint point) {
    constexpr int kSureHalvings = 3;  // eight parts of a side: three rounds of a direction are 135 degrees in each
    std::vector<StreamPoint> corners;
    for (const PagePoint& way : {PagePoint{0, 0}, {1, 0}, {1, 1}, {0, 1}}) {
      const PagePoint place{point.cell[0] + way[0] * pitch_[0], point.cell[1] + way[1] * pitch_[1]};
      corners.push_back({place, flow_.at(place)});
    }
    point.index = index_of(flow_, corners, kSureHalvings);
    return point.index == 0 ? point : refined(point, kSureHalvings);
  }

  // Halves the cell, each time unevenly for the same reason, while a part of it has the index.
  CriticalPoint refined(CriticalPoint point, int sure_halvings) {
    PagePoint low = point.cell, size = pitch_;
    point.is_exact = true;
    while (point.is_exact && std::max(size[0], size[1]) > spacing_ / 2000) {
      const std::optional<std::array<PagePoint, 2>> part = part_with(low, size, point.index, sure_halvings);
      point.is_exact = part.has_value();
      if (part) {
        low = (*part)[0];
        size = (*part)[1];
      }
    }
    point.place = {low[0] + size[0] / 2, low[1] + size[1] / 2};
    return point;
  }

  std::optional<std::array<PagePoint, 2>> part_with(const PagePoint& low, const PagePoint& size, int index,
                                                    int sure_halvings) {
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
        if (index_of(flow_, corners, sure_halvings) != index) continue;
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

// The flow on a small circle around a critical point.
class Circle {
 public:
  Circle(StreamFlow& flow, const PagePoint& middle, double radius) : flow_(flow), middle_(middle), radius_(radius) {
    for (std::size_t i = 0; i < kPoints; ++i) points_.push_back(at(static_cast<double>(i) * kAngle));
  }

  /// Whether the flow turns so often around it, and nowhere jumps (as it does where a ridge only looks like a point).
  bool has_index(int index) {
    if (index_of(flow_, points_) != index) return false;
    for (std::size_t i = 0; i < kPoints; ++i) {
      if (std::fabs(turn(points_[i].flow, points_[(i + 1) % kPoints].flow)) > std::numbers::pi / 3) return false;
    }
    return true;
  }

  /// Where the flow has no part across the radius.
  std::vector<StreamPoint> ways() {
    std::vector<StreamPoint> found;
    for (std::size_t i = 0; i < kPoints; ++i) {
      const double angle = static_cast<double>(i) * kAngle;
      const bool rises = across(angle) < 0;
      if (rises == (across(angle + kAngle) >= 0)) found.push_back(at(root(angle, angle + kAngle, rises)));
    }
    return found;
  }

 private:
  // 128 points: from one to the next the flow of a point that is 20 times as steep across as along turns by less
  // than 60 degrees. What turns further jumps.
  static constexpr std::size_t kPoints = 128;
  static constexpr double kAngle = 2 * std::numbers::pi / kPoints;

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
  std::vector<StreamPoint> points_;
};

}  // namespace

Skeleton find_skeleton(StreamFlow& flow, double spacing) {
  const std::vector<CriticalPoint> points = Search(flow, spacing).points();
  Skeleton skeleton;
  for (const CriticalPoint& point : points) {
    double room = std::numeric_limits<double>::infinity();
    for (const CriticalPoint& other : points) {
      if (&other != &point) room = std::min(room, page_distance(other.place, point.place));
    }
    // A fifth of the way to the next leaves most of the line between two nodes.
    const double disc = std::min(kNodeRadius * spacing, room / 5);
    if (point.index < 0 && room < 1.5 * spacing) continue;
    Circle circle(flow, point.place, point.index < 0 ? kSaddleRadius * spacing : disc / 2);
    if (!circle.has_index(point.index)) continue;
    if (point.index > 0) {
      skeleton.nodes.push_back({point.place, disc});
    } else if (const std::vector<StreamPoint> ways = circle.ways(); !ways.empty()) {
      skeleton.saddles.push_back({point.place, ways});
    }
  }
  return skeleton;
}

}  // namespace gradfield
