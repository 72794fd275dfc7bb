#include "analysis/streams/stream_lines.hpp"

#include <cmath>
#include <cstddef>

#include "analysis/streams/stream_heads.hpp"
#include "analysis/streams/stream_placement.hpp"

namespace gradfield {
namespace {

// Leaves out points that nobody sees: in a narrow valley the steps are far shorter than what is drawn.
std::vector<StreamPoint> thinned(const std::vector<StreamPoint>& points, double least_distance) {
  const auto are_apart = [&](const StreamPoint& a, const StreamPoint& b) {
    return page_distance(a.place, b.place) >= least_distance;
  };
  std::vector<StreamPoint> kept{points.front()};
  for (std::size_t i = 1; i + 1 < points.size(); ++i) {
    if (are_apart(points[i], kept.back()) && are_apart(points[i], points.back())) kept.push_back(points[i]);
  }
  kept.push_back(points.back());
  return kept;
}

// Puts points between those that are far apart, as on a straight line, so that whoever draws can tell the length of the
// gradient along the way.
std::vector<StreamPoint> filled(const std::vector<StreamPoint>& points, StreamFlow& flow) {
  constexpr double kFar = 8;  // points of the page
  std::vector<StreamPoint> all{points.front()};
  for (std::size_t i = 1; i < points.size(); ++i) {
    const PagePoint &from = points[i - 1].place, &to = points[i].place;
    const double parts = std::ceil(page_distance(from, to) / kFar);
    for (double part = 1; part < parts; ++part) {
      const double share = part / parts;
      const PagePoint place{from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])};
      const Flow there = flow.at(place);
      if (there.runs) all.push_back({place, there});
    }
    all.push_back(points[i]);
  }
  return all;
}

}  // namespace

std::vector<StreamLine> stream_lines(PointGradient& gradient, const StreamRegion& region,
                                     const StreamSettings& settings) {
  StreamFlow flow(gradient, region, settings.descent, settings.is_allowed);
  const std::vector<StreamCourse> courses = place_streams(flow, settings.spacing, settings.most_evaluations);
  const std::vector<std::vector<StreamPoint>> heads = place_heads(courses, flow.half(), settings.spacing);
  std::vector<StreamLine> lines(courses.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    for (const StreamPoint& point : filled(thinned(courses[i].points, settings.spacing / 50), flow)) {
      lines[i].points.push_back(flow.data(point.place));
      lines[i].norms.push_back(point.flow.norm);
    }
    for (const StreamPoint& head : heads[i]) {
      lines[i].heads.push_back({flow.data(head.place), head.flow.direction, head.flow.norm});
    }
  }
  return lines;
}

}  // namespace gradfield
