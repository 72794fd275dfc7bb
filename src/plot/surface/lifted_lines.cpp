#include "plot/surface/lifted_lines.hpp"

#include <cmath>

namespace gradfield {

Vector LiftedLines::place(const std::array<double, 2>& point) const {
  return {point[0], point[1], floor_.has(point) ? mesh_.height(point[0], point[1]) : NAN};
}

Lifted LiftedLines::lifted(const std::array<double, 2>& point) const {
  const Vector there = place(point);
  if (std::isnan(there[2])) return {{NAN, NAN}};
  return {view_.on_page(there), mesh_.is_seen(there, view_)};
}

std::vector<Lifted> LiftedLines::along(const Line<2>& line, std::optional<double> level) const {
  const auto lift = [&](const std::array<double, 2>& point) {
    if (!level) return lifted(point);
    const Vector there{point[0], point[1], *level};
    return Lifted{view_.on_page(there), mesh_.is_seen(there, view_, Face::kBoth)};
  };
  std::vector<Lifted> out{lift(line.front())};
  constexpr double kApart = 1.5;  // points of the page
  std::array<double, 2> from = line.front();
  for (const std::array<double, 2>& to : line) {
    const double length = std::hypot((to[0] - from[0]) * view_.scale(0), (to[1] - from[1]) * view_.scale(1));
    const auto pieces = static_cast<std::size_t>(std::lround(length * view_.points_per_edge() / kApart));
    for (std::size_t i = 1; i <= pieces; ++i) {
      const double share = static_cast<double>(i) / static_cast<double>(pieces);
      out.push_back(lift({from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])}));
    }
    if (pieces > 0) from = to;
  }
  return out;
}

std::vector<std::vector<Point>> stretches(const std::vector<Lifted>& line, bool seen) {
  std::vector<std::vector<Point>> out;
  bool is_open = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool is_one = !std::isnan(line[i].at.x) && line[i].is_seen == seen;
    if (is_one && !is_open) {
      out.emplace_back();
      if (i > 0 && !std::isnan(line[i - 1].at.x)) out.back().push_back(line[i - 1].at);
    }
    if (is_one) out.back().push_back(line[i].at);
    is_open = is_one;
  }
  return out;
}

}  // namespace gradfield
