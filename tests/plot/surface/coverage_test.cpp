#include "plot/surface/surface_facets.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gradfield::test {
namespace {

using testing::ElementsAre;

std::vector<Point> rectangle(double left, double right, double bottom, double top) {
  return {{left, bottom}, {right, bottom}, {right, top}, {left, top}};
}

TEST(Coverage, LeavesOutWhatALaterPolygonHides) {
  EXPECT_THAT(seen_of({{rectangle(40, 50, 40, 50)}, {rectangle(0, 100, 0, 100)}}), ElementsAre(1));
  EXPECT_THAT(seen_of({{rectangle(0, 100, 0, 100)}, {rectangle(40, 50, 40, 50)}}), ElementsAre(0, 1));
  EXPECT_THAT(seen_of({{rectangle(40, 50, 40, 50)}, {rectangle(0, 100, 0, 100), false}}), ElementsAre(0, 1));
  EXPECT_THAT(seen_of({}), ElementsAre());
}

TEST(Coverage, KeepsWhatReachesTheEdgeOfWhatCoversIt) {
  EXPECT_THAT(seen_of({{rectangle(2, 10, 2, 10)}, {rectangle(0, 100, 0, 100)}}), ElementsAre(1));
  EXPECT_THAT(seen_of({{rectangle(0.6, 10, 2, 10)}, {rectangle(0, 100, 0, 100)}}), ElementsAre(0, 1));
  EXPECT_THAT(seen_of({{rectangle(90, 99.4, 2, 10)}, {rectangle(0, 100, 0, 100)}}), ElementsAre(0, 1));
}

TEST(Coverage, TakesPolygonsTogetherAndOfAnyShape) {
  // Two halves, and a triangle that leaves a corner open.
  EXPECT_THAT(seen_of({{rectangle(40, 60, 40, 60)}, {rectangle(0, 50, 0, 100)}, {rectangle(50, 100, 0, 100)}}),
              ElementsAre(1, 2));
  const std::vector<Point> triangle{{0, 0}, {100, 0}, {0, 100}};
  EXPECT_THAT(seen_of({{rectangle(10, 40, 10, 40)}, {triangle}}), ElementsAre(1));
  EXPECT_THAT(seen_of({{rectangle(10, 60, 10, 60)}, {triangle}}), ElementsAre(0, 1));
  // A ribbon that crosses itself is open above and below the crossing.
  const std::vector<Point> ribbon{{0, 0}, {100, 100}, {100, 0}, {0, 100}};
  EXPECT_THAT(seen_of({{rectangle(10, 20, 45, 55)}, {ribbon}}), ElementsAre(1));
  EXPECT_THAT(seen_of({{rectangle(45, 55, 10, 20)}, {ribbon}}), ElementsAre(0, 1));
}

}  // namespace
}  // namespace gradfield::test
