// What holds for the stream lines of every field: they follow it, they are evenly spaced, and they end for a reason.
#include "analysis/streams/stream_lines.hpp"

#include <gtest/gtest.h>

#include <map>

#include "support/stream_scenes.hpp"
#include "support/streams.hpp"

namespace gradfield {
namespace {

using namespace test;

/// The direction of the flow on the page.
Place direction(const StreamScene& scene, const Place& point) {
  const Place slopes = scene.slopes(point[0], point[1]);
  const double u = slopes[0] * scene.region.x_scale, v = slopes[1] * scene.region.y_scale, norm = std::hypot(u, v);
  return {u / norm, v / norm};
}

/// Whether lines may meet within `reach` page points of that point.
bool is_meeting_point(const StreamScene& scene, const Place& point, double reach) {
  for (const Place& critical : scene.critical) {
    if (distance(on_page(scene.region, critical), on_page(scene.region, point)) < reach) return true;
  }
  if (!scene.cut) return false;
  // A cut runs through a disc around the point where its function changes sign on the way around.
  const double here = scene.cut(point[0], point[1]);
  for (double angle = 0; angle < 6.28; angle += 0.1) {
    const double x = point[0] + reach * std::cos(angle) / scene.region.x_scale;
    const double y = point[1] + reach * std::sin(angle) / scene.region.y_scale;
    if (here * scene.cut(x, y) <= 0) return true;
  }
  return false;
}

/// Whether the flow turns by more than 60 degrees within `reach` page points, as where a line leaves a steep valley.
bool is_at_corner(const StreamScene& scene, const Place& point, double reach) {
  const Place here = direction(scene, point);
  for (double angle = 0; angle < 6.28; angle += 0.05) {
    for (double part = 0.1; part <= 1; part += 0.1) {
      const double x = point[0] + part * reach * std::cos(angle) / scene.region.x_scale;
      const double y = point[1] + part * reach * std::sin(angle) / scene.region.y_scale;
      const Place there = direction(scene, {x, y});
      if (here[0] * there[0] + here[1] * there[1] < 0.5) return true;
    }
  }
  return false;
}

struct ScenePicture {
  std::vector<StreamLine> lines;
  std::vector<Drawn> pages;
};

/// The lines of a scene, found once for all its tests.
const ScenePicture& picture_of(const StreamScene& scene) {
  static std::map<std::string, ScenePicture> pictures;
  const auto [place, is_new] = pictures.try_emplace(scene.name);
  if (is_new) {
    place->second.lines = streams_of(scene.formula, scene.region);
    place->second.pages = drawn(scene.region, place->second.lines);
  }
  return place->second;
}

class StreamScenes : public testing::TestWithParam<StreamScene> {
 protected:
  void SetUp() override { ASSERT_GE(lines.size(), 10u); }

  const StreamScene& scene = GetParam();
  const StreamRegion& region = scene.region;
  const std::vector<StreamLine>& lines = picture_of(scene).lines;
  const std::vector<Drawn>& pages = picture_of(scene).pages;
};

TEST_P(StreamScenes, FollowTheFieldFromPointToPoint) {
  std::size_t compared = 0;
  for (std::size_t line = 0; line < lines.size(); ++line) {
    const auto& points = lines[line].points;
    ASSERT_GE(points.size(), 2U);
    ASSERT_EQ(points.size(), lines[line].norms.size());
    for (std::size_t i = 1; i < points.size(); ++i) {
      if (is_meeting_point(scene, points[i], 0.1 * kSpacing) ||
          is_meeting_point(scene, points[i - 1], 0.1 * kSpacing)) {
        continue;  // there the direction turns within a step
      }
      const Place &from = pages[line][i - 1], &to = pages[line][i];
      const Place before = direction(scene, points[i - 1]), after = direction(scene, points[i]);
      const Place chord{(to[0] - from[0]) / distance(from, to), (to[1] - from[1]) / distance(from, to)};
      const Place mean{(before[0] + after[0]) / 2, (before[1] + after[1]) / 2};
      // The chord of an arc has the mean direction of its ends; a change of the curvature by its whole in one step
      // turns it by a sixth of the angle between them.
      const double turned = std::acos(std::clamp(dot(before, after), -1.0, 1.0));
      const double error = std::acos(std::clamp(dot(chord, mean) / std::hypot(mean[0], mean[1]), -1.0, 1.0));
      const double limit = scene.has_valley ? 0.05 + turned / 2 : 0.01 + turned / 6;
      EXPECT_LT(error, limit) << scene.formula << " at " << points[i][0] << ", " << points[i][1];
      EXPECT_LT(distance(from, to), 0.29 * kSpacing) << "too few points for a curve";  // a quarter, and two left out
      ++compared;
    }
  }
  EXPECT_GT(compared, 1000U);
}

TEST_P(StreamScenes, TellTheLengthOfTheGradient) {
  std::size_t compared = 0;
  for (const StreamLine& line : lines) {
    for (std::size_t i = 0; i < line.points.size(); ++i) {
      const auto [x, y] = line.points[i];
      if (is_meeting_point(scene, line.points[i], 0.1 * kSpacing)) continue;
      const Place slopes = scene.slopes(x, y);
      const double norm = std::hypot(slopes[0], slopes[1]);
      EXPECT_NEAR(line.norms[i], norm, 1e-9 * norm) << scene.formula;  // their subtractions cost digits, here and there
      ++compared;
    }
  }
  EXPECT_GT(compared, 1000U);
}

TEST_P(StreamScenes, RunUphill) {
  std::size_t compared = 0;
  for (const StreamLine& line : lines) {
    for (std::size_t i = 1; i < line.points.size(); ++i) {
      const double before = scene.f(line.points[i - 1][0], line.points[i - 1][1]);
      const double after = scene.f(line.points[i][0], line.points[i][1]);
      // A point of an axis is not the very place where the log is infinite, and the line's saddle point is rounded.
      if (is_meeting_point(scene, line.points[i], 0.05 * kSpacing)) continue;
      if (is_meeting_point(scene, line.points[i - 1], 0.05 * kSpacing)) continue;
      EXPECT_GE(after - before, -1e-12 * std::fabs(after)) << scene.formula << " at " << line.points[i][0];
      ++compared;
    }
  }
  EXPECT_GT(compared, 1000U);
}

TEST_P(StreamScenes, StayInTheRegionAndEndForAReason) {
  EXPECT_GT(lines.size(), 15U);
  for (std::size_t line = 0; line < lines.size(); ++line) {
    for (const Place& point : lines[line].points) {
      EXPECT_TRUE(point[0] >= region.x_low && point[0] <= region.x_high && point[1] >= region.y_low &&
                  point[1] <= region.y_high);
    }
    for (const Place& end : {lines[line].points.front(), lines[line].points.back()}) {
      // 0.3: the disc around a critical point, and more than the gap of 0.18 before a cut. 0.62: lines end 0.6 spacings
      // from the next, less the 1/64 of a step to which that is found and its chord's sag. Or a hook was cut off.
      EXPECT_TRUE(is_on_border(region, end) || is_meeting_point(scene, end, 0.32 * kSpacing) ||
                  is_at_corner(scene, end, 0.16 * kSpacing) ||
                  distance_to_lines(on_page(region, end), pages, line) < 0.62 * kSpacing)
          << scene.formula << " at " << end[0] << ", " << end[1];
    }
  }
}

TEST_P(StreamScenes, HaveNoHooks) {
  // Of a line that ends beside another: within the first spacing it does not turn by more than 60 degrees in a seventh
  // of that. Where the flow itself ends, at a critical point, it may.
  for (std::size_t line = 0; line < lines.size(); ++line) {
    for (const bool from_end : {false, true}) {
      Drawn page = pages[line];
      if (from_end) std::ranges::reverse(page);
      const Place& end = from_end ? lines[line].points.back() : lines[line].points.front();
      if (is_meeting_point(scene, end, 0.32 * kSpacing) || is_on_border(region, end)) continue;
      double arc = 0;
      std::vector<double> arcs{0};
      for (std::size_t i = 1; i < page.size() && arc < kSpacing; ++i)
        arcs.push_back(arc += distance(page[i - 1], page[i]));
      for (std::size_t k = 2; k < arcs.size(); ++k) {
        std::size_t first = k;
        while (first > 1 && arcs[k] - arcs[first - 1] < kSpacing / 7) --first;
        const Place a = page[first] - page[first - 1], b = page[k] - page[k - 1];
        EXPECT_GT(dot(a, b), 0.49 * length(a) * length(b)) << scene.formula << " at " << end[0] << ", " << end[1];
      }
    }
  }
}

TEST_P(StreamScenes, KeepTheirDistance) {
  std::size_t compared = 0;
  for (std::size_t line = 0; line < lines.size(); ++line) {
    for (std::size_t i = 0; i < pages[line].size(); ++i) {
      if (is_meeting_point(scene, lines[line].points[i], 1.6 * kSpacing)) continue;
      // 0.6 spacings, less the sag of chords and the tenth of a spacing between the places that are compared.
      EXPECT_GE(distance_to_lines(pages[line][i], pages, line), 0.58 * kSpacing)
          << scene.formula << " at " << lines[line].points[i][0] << ", " << lines[line].points[i][1];
      ++compared;
    }
  }
  EXPECT_GT(compared, 1000U);
}

TEST_P(StreamScenes, LeaveNoHole) {
  for (double u = 2; u < 600; u += 4) {
    for (double v = 2; v < 550; v += 4) {
      // The widest empty circle is 1.7 spacings across: seeds of a last lattice fill what is farther than 0.75 from all
      // lines, the lattice adds 0.1. Along the border a gap of a whole spacing looks as wide as those between lines.
      const bool is_inside = u > kSpacing && u < 600 - kSpacing && v > kSpacing && v < 550 - kSpacing;
      EXPECT_LT(distance_to_lines({u, v}, pages), (is_inside ? 0.85 : 1) * kSpacing)
          << scene.formula << " at " << u << ", " << v;
    }
  }
}

TEST_P(StreamScenes, AreNoStubs) {
  double total = 0;
  for (std::size_t line = 0; line < lines.size(); ++line) {
    const bool is_cut =
        is_on_border(region, lines[line].points.front()) || is_on_border(region, lines[line].points.back());
    const double length = drawn_length(pages[line]);
    total += length;
    EXPECT_GE(length, (is_cut ? 0.3 : 0.89) * kSpacing) << scene.formula;  // 0.89: chords are shorter than arcs
  }
  EXPECT_GT(total / static_cast<double>(lines.size()), 3 * kSpacing) << "long lines are what a field is read by";
}

TEST_P(StreamScenes, BearHeadsThatPointAlongThem) {
  std::vector<Place> heads;
  std::size_t long_lines = 0, long_lines_with_head = 0;
  for (std::size_t line = 0; line < lines.size(); ++line) {
    for (const StreamHead& head : lines[line].heads) {
      const Place place = on_page(region, head.place);
      EXPECT_LT(distance_to_line(place, pages[line]), 0.02 * kSpacing);
      EXPECT_GT(dot(head.direction, direction(scene, head.place)), 0.999) << scene.formula;
      EXPECT_GT(head.norm, 0);
      for (const Place& other : heads) EXPECT_GE(distance(place, other), 0.5 * kSpacing) << scene.formula;
      heads.push_back(place);
    }
    const double length = drawn_length(pages[line]);
    EXPECT_LE(static_cast<double>(lines[line].heads.size()), std::max(1.0, length / (6 * kSpacing))) << scene.formula;
    if (length < 2 * kSpacing) continue;
    ++long_lines;
    long_lines_with_head += lines[line].heads.empty() ? 0 : 1;
  }
  EXPECT_GT(long_lines, 10U);
  EXPECT_GE(10 * long_lines_with_head, 9 * long_lines)
      << scene.formula;  // some stand where there is no room for theirs
}

INSTANTIATE_TEST_SUITE_P(Fields, StreamScenes, testing::ValuesIn(stream_scenes()),
                         [](const auto& instance) { return instance.param.name; });

}  // namespace
}  // namespace gradfield
