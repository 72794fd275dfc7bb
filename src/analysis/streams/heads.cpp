#include "analysis/streams/heads.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "analysis/streams/page_grid.hpp"

namespace gradfield {
namespace {

// In spacings. A head is as long as a third of the spacing or so: at half the spacing two of them just do not touch.
constexpr double kBetweenHeads = 7;
constexpr double kFirstEarly = 2;       // a line of 12 spacings has two heads
constexpr std::array kRooms{1.0, 0.5};  // distances from other heads, the better first

struct Head {
  Point place;
};

// The arc length from the start of a line to each of its points.
std::vector<double> arcs_of(const std::vector<StreamPoint>& points) {
  std::vector<double> arcs{0};
  for (std::size_t i = 1; i < points.size(); ++i) {
    arcs.push_back(arcs.back() + distance(points[i - 1].place, points[i].place));
  }
  return arcs;
}

// Of the inner points of a line the one nearest to `arc` that has `room`, not farther from it than `reach`.
std::optional<std::size_t> nearest_with_room(const std::vector<StreamPoint>& points, const std::vector<double>& arcs,
                                             double arc, double reach, const PageGrid<Head>& taken, double room) {
  std::optional<std::size_t> best;
  for (std::size_t i = 1; i + 1 < points.size(); ++i) {
    const double shift = std::fabs(arcs[i] - arc);
    if (shift > reach || (best && shift >= std::fabs(arcs[*best] - arc))) continue;
    if (taken.find_within(points[i].place, room) == nullptr) best = i;
  }
  return best;
}

}  // namespace

std::vector<std::vector<StreamPoint>> place_heads(const std::vector<StreamCourse>& courses, const Point& half,
                                                  double spacing) {
  std::vector<std::vector<StreamPoint>> heads(courses.size());
  PageGrid<Head> taken(half, spacing / 2);
  for (std::size_t line = 0; line < courses.size(); ++line) {
    const std::vector<StreamPoint>& points = courses[line].points;
    const std::vector<double> arcs = arcs_of(points);
    const double count = std::max(1.0, std::floor((arcs.back() / spacing + kFirstEarly) / kBetweenHeads));
    const double part = arcs.back() / count;
    for (double k = 0.5; k < count; ++k) {
      std::optional<std::size_t> best;
      for (const double room : kRooms) {
        if (!best) best = nearest_with_room(points, arcs, k * part, part / 5, taken, room * spacing);
      }
      if (!best) continue;
      heads[line].push_back(points[*best]);
      taken.put({points[*best].place});
    }
  }
  return heads;
}

}  // namespace gradfield
