// Points and ways of the plane and of space.
#include "base/geometry.hpp"

#include <gtest/gtest.h>

namespace gradfield {
namespace {

TEST(Geometry, AddsAndScalesByCoordinates) {
  const Point a{1, 2}, b{-3, 5};
  EXPECT_EQ(a + b, (Point{-2, 7}));
  EXPECT_EQ(a - b, (Point{4, -3}));
  EXPECT_EQ(-a, (Point{-1, -2}));
  EXPECT_EQ(2 * a, (Point{2, 4}));
  EXPECT_EQ(a / 2, (Point{0.5, 1}));
  EXPECT_EQ(between(a, b, 0), a);
  EXPECT_EQ(between(a, b, 0.5), (Point{-1, 3.5}));
}

TEST(Geometry, CountsTheAxesFromZero) {
  Point a{1, 2};
  EXPECT_EQ(a[0], 1);
  EXPECT_EQ(a[1], 2);
  a[1] = 3;
  EXPECT_EQ(a, (Point{1, 3}));
}

TEST(Geometry, MeasuresLengthsAndAngles) {
  EXPECT_EQ(length(Point{3, -4}), 5);
  EXPECT_EQ(distance({1, 1}, {4, 5}), 5);
  EXPECT_EQ(dot(Point{1, 2}, Point{3, 4}), 11);
  EXPECT_EQ(dot(Vector{1, 2, 3}, Vector{4, 5, 6}), 32);
  EXPECT_EQ(cross({1, 0}, {0, 1}), 1) << "to the left";
  EXPECT_EQ(cross({0, 1}, {1, 0}), -1);
  EXPECT_EQ(turned_left({1, 0}), (Point{0, 1}));
  EXPECT_EQ(dot(Point{2, 7}, turned_left({2, 7})), 0);
}

}  // namespace
}  // namespace gradfield
