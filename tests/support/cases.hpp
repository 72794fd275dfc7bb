// Tables of what a formula and its partial derivatives are at a point, for tests of edges.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/numbers.hpp"
#include "support/reference.hpp"

namespace gradfield::test {

/// A formula of x and y at one point: f and its partial derivatives there.
struct Case {
  std::string formula;
  double x, y;
  double f, fx, fy;      // expected; 0 and -0 are equal
  double roundings = 0;  // that each may be off
};

/// Fails, with the formula and the point, for every number that is not as expected.
template <std::size_t N>
void expect(const Case (&cases)[N]) {
  for (const Case& row : cases) {
    const std::vector<double> actual = gradient_at(row.formula, {row.x, row.y});
    const std::vector<double> expected{row.f, row.fx, row.fy};
    for (std::size_t k = 0; k < 3; ++k) {
      EXPECT_THAT(actual[k], WithinRoundings(expected[k], row.roundings))
          << (k == 0   ? "f"
              : k == 1 ? "df/dx"
                       : "df/dy")
          << " of " << row.formula << " at (" << row.x << ", " << row.y << ")";
    }
  }
}

}  // namespace gradfield::test
