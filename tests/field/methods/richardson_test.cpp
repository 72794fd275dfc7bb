// Richardson's slopes and the errors they claim, against exact slopes and against numbers of 40 digits.
#include "field/methods/richardson.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/error.hpp"
#include "support/methods.hpp"
#include "support/numbers.hpp"
#include "support/process.hpp"
#include "support/reference.hpp"

namespace gradfield::test {
namespace {

struct Slope {
  double slope, error;
};

// In both variables at one point, beside axes of that magnitude.
std::vector<Slope> richardson_at(const std::string& formula, double x, double y, double magnitude = 3,
                                 std::optional<double> step = {}) {
  MethodSettings settings;
  settings.step = step;
  settings.lengths = {magnitude, magnitude};
  const auto gradient =
      make_gradient(*find_method("richardson"), compile_expression(formula, {{"x", "y"}, {}}), settings);
  Tile tile(2);
  tile.resize(1);
  tile.mutable_coordinate(0)[0] = x;
  tile.mutable_coordinate(1)[0] = y;
  const GradientTile& values = gradient->evaluate(tile);
  return {{values.slopes[0][0], values.slope_errors[0][0]}, {values.slopes[1][0], values.slope_errors[1][0]}};
}

// The part of values at or below which a share of them lies.
double quantile(std::vector<double> values, double share) {
  std::ranges::sort(values);
  return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

TEST(RichardsonGradient, ClaimsAnErrorThatHoldsAndIsSmallAgainstNumbersOfFortyDigits) {
  std::vector<double> parts, sizes;
  for (const std::string& line : lines_of(read_file(GRADFIELD_TEST_DATA "/slopes.csv"))) {
    std::istringstream cells(line);
    std::vector<double> numbers;
    std::string cell, formula;
    for (int i = 0; i < 4 && std::getline(cells, cell, ','); ++i) numbers.push_back(std::strtod(cell.c_str(), nullptr));
    std::getline(cells, formula);
    if (formula == "formula") continue;
    const std::vector<Slope> found = richardson_at(formula, numbers[0], numbers[1]);
    const std::vector<double> exact = slopes_at("exact", formula, numbers[0], numbers[1]);
    for (std::size_t k = 0; k < 2; ++k) {
      const double error = std::fabs(found[k].slope - numbers[2 + k]);
      // Constants and arguments are rounded before any difference is taken: what this costs the exact slope shows.
      const double of_formula = std::fabs(exact[k] - numbers[2 + k]);
      ASSERT_LE(error, 2 * (found[k].error + of_formula)) << line << ": " << found[k].slope;
      parts.push_back(found[k].error > 0 ? error / found[k].error : 0);
      if (numbers[2 + k] != 0) sizes.push_back(found[k].error / std::fabs(numbers[2 + k]));
    }
  }
  ASSERT_EQ(parts.size(), 2u * 35 * 12);
  EXPECT_LE(quantile(parts, 0.99), 0.5) << "nearly always it is well within";
  EXPECT_GE(quantile(parts, 0.5), 0.005) << "and not for being claimed far too large";
  EXPECT_LE(quantile(sizes, 0.5), 1e-12) << "a few thousand roundings";
  EXPECT_LE(quantile(sizes, 0.95), 1e-7);
}

TEST(RichardsonGradient, ClaimsAnErrorThatHoldsAgainstExactSlopesOfAllFormulas) {
  for (const auto& [min, max] : {std::pair{-2.7, 3.1}, {-30.0, 29.0}, {0.5, 1.5}}) {
    const Grid grid{{{"x", min, max, 17}, {"y", min, max, 17}}};
    std::size_t compared = 0, beyond = 0;
    for (const std::string& formula : read_formulas()) {
      const auto exact = gradient_by("exact", formula, grid), richardson = gradient_by("richardson", formula, grid);
      GridCursor points(grid);
      Tile tile(2);
      while (points.next(tile)) {
        const GradientTile &expected = exact->evaluate(tile), &found = richardson->evaluate(tile);
        for (std::size_t k = 0; k < 2; ++k) {
          for (std::size_t i = 0; i < tile.size(); ++i) {
            const double truth = expected.slopes[k][i], slope = found.slopes[k][i];
            if (!std::isfinite(truth) || !std::isfinite(slope)) continue;
            ++compared;
            // The exact slope has roundings of its own; 1e-290: below that, products on the way underflow.
            beyond +=
                std::fabs(slope - truth) > 2 * found.slope_errors[k][i] + 8 * kEpsilon * std::fabs(truth) + 1e-290;
          }
        }
      }
    }
    EXPECT_GT(compared, 150000u);
    // What is left are points at which a branch of ?: or a kink is hit exactly, where the exact slope follows a rule.
    EXPECT_LE(static_cast<double>(beyond), 1e-3 * static_cast<double>(compared)) << min << ":" << max;
  }
}

TEST(RichardsonGradient, FollowsRangesOfEverySize) {
  for (const double scale : {1e-200, 1e-9, 1.0, 1e9, 1e150}) {
    const Grid grid{{{"x", -3 * scale, 2.8 * scale, 11}, {"y", -2.9 * scale, 3 * scale, 11}}};
    const Names names{{"x", "y"}, {{"a", 1 / scale}}};
    for (const std::string formula : {"sin(a*x)*exp(a*y)", "1/(1+(a*x)^2)+a*y", "(a*x)^3-a*x*(a*y)^2"}) {
      const Program f = compile_expression(formula, names);
      const Field exact = collect(grid, *make_gradient(*find_method("exact"), f, {}));
      const Field field = collect(grid, *make_gradient(*find_method("richardson"), f, settings_of(grid)));
      for (std::size_t i = 0; i < field.size(); ++i) {
        for (std::size_t k = 0; k < 2; ++k) {
          // Slopes are of order 1/scale, and f is up to 60: a thousand roundings of that.
          ASSERT_NEAR(field.slopes[k][i] * scale, exact.slopes[k][i] * scale, 60e3 * kEpsilon) << formula << scale;
        }
      }
    }
  }
}

TEST(RichardsonGradient, SaysAtAKinkHowFarTheSlopesToItsSidesAreApart) {
  const Slope middle = richardson_at("abs(x)", 0, 0)[0];
  EXPECT_EQ(middle.slope, 0);
  // A quarter may be taken for rounding, at the smallest steps.
  EXPECT_NEAR(middle.error, 1, 0.25) << "-1 to 1";
  const Slope tie = richardson_at("max(x,y)", 1.5, 1.5)[0];
  EXPECT_NEAR(tie.slope, 0.5, 1e-6);
  EXPECT_NEAR(tie.error, 0.5, 0.125) << "0 to 1";
  EXPECT_NEAR(richardson_at("sqrt(x^2+y^2)", 0, 0)[1].error, 1, 0.25) << "the tip of a cone";
}

TEST(RichardsonGradient, IsSureBesideAKink) {
  for (const double x : {1e-3, 1e-6, 1e-9, 1e-12}) {
    const Slope beside = richardson_at("abs(x)", x, 0)[0];
    EXPECT_NEAR(beside.slope, 1, 1e-9) << x;
    EXPECT_LT(beside.error, 1e-9) << x;
  }
}

TEST(RichardsonGradient, IsUnsureOfJumpsAndPoles) {
  for (const std::string formula : {"rint(x+0.5)", "x<0", "x==0", "sign(x)", "tan(x+pi/2)"}) {
    const Slope found = richardson_at(formula, 0, 0)[0];
    EXPECT_GT(found.error, 0.2 * std::fabs(found.slope)) << formula;
    EXPECT_GT(found.error, 1) << formula;
  }
}

TEST(RichardsonGradient, StaysWhereFIsFinite) {
  // Steps must be smaller than the distance from the edge or the pole.
  for (const double x : {1e-2, 1e-5, 1e-8}) {
    const Slope root = richardson_at("sqrt(x)", x, 0)[0], pole = richardson_at("1/x", x, 0)[0];
    EXPECT_NEAR(root.slope, 0.5 / std::sqrt(x), 1e-11 / std::sqrt(x)) << x;
    EXPECT_NEAR(root.slope, 0.5 / std::sqrt(x), root.error) << x;
    EXPECT_NEAR(pole.slope, -1 / (x * x), 1e-10 / (x * x)) << x;
    EXPECT_NEAR(pole.slope, -1 / (x * x), pole.error) << x;
  }
}

TEST(RichardsonGradient, IsOneSidedWhereFIsFiniteOnOneSideAlone) {
  for (const auto& [x, edge] : {std::pair{0.0, "+0*sqrt(x)"}, {2.0, "+0*sqrt(2-x)"}, {-1.0, "+0*sqrt(x+1)"}}) {
    const Slope found = richardson_at(std::string("exp(x)") + edge, x, 0)[0];
    EXPECT_NEAR(found.slope, std::exp(x), found.error) << edge;
    EXPECT_LT(found.error, 1e-10) << edge;
  }
  const Slope vertical = richardson_at("sqrt(x)", 0, 0)[0];
  EXPECT_GT(vertical.slope, 1e6) << "the true slope is infinite";
  EXPECT_GT(vertical.error, 0.1 * vertical.slope);
}

TEST(RichardsonGradient, HasNoSlopeAndNoErrorWhereThereIsNone) {
  for (const auto& [formula, x] : {std::pair{"sqrt(x)", -1.0}, {"1/x", 0.0}, {"0*sqrt(-abs(x))", 0.0}}) {
    const std::vector<Slope> found = richardson_at(formula, x, 0);
    EXPECT_TRUE(std::isnan(found[0].slope)) << formula;
    EXPECT_TRUE(std::isnan(found[0].error)) << formula;
    EXPECT_EQ(found[1].slope, 0) << formula << ": y is not used";
    EXPECT_EQ(found[1].error, 0) << formula << ": y is not used";
  }
}

// Waves far shorter than any step that would suit the range.
TEST(RichardsonGradient, FindsSlopesBeneathALargeScale) {
  for (const double w : {1e2, 1e4, 1e6, 1e8}) {
    for (int i = 1; i <= 20; ++i) {
      const double x = -3 + 0.29 * i;
      // The argument w x is rounded, and so is the cosine of the truth: eps w x each.
      const Slope found = richardson_at("sin(" + std::to_string(w) + "*x)+x^2", x, 0)[0];
      const double truth = w * std::cos(w * x) + 2 * x;
      EXPECT_NEAR(found.slope, truth, 2 * found.error + 2 * kEpsilon * w * w * std::fabs(x)) << w << ", " << x;
      EXPECT_LT(found.error, 1e-3 * w) << w << ", " << x;
    }
  }
}

// Where values cancel on the way f itself is small, and its roundings are not.
TEST(RichardsonGradient, KnowsOfRoundingsThatTheValueDoesNotShow) {
  for (const double x : {-2.9, -1.0, 0.3, 2.2}) {
    const Slope found = richardson_at("(x+1e8)-1e8", x, 0)[0];
    EXPECT_NEAR(found.slope, 1, found.error) << x;
    EXPECT_GT(found.error, 1e-8) << "values are multiples of 1.5e-8";
    EXPECT_LT(found.error, 1e-5) << x;
  }
  const Slope flat = richardson_at("log(1+exp(x))", -33, 0, 40)[0];
  EXPECT_NEAR(flat.slope, std::exp(-33.0), flat.error);
}

TEST(RichardsonGradient, StartsFromTheStepGiven) {
  const auto error_from = [](double step) { return richardson_at("exp(x)", 1, 0, 3, step)[0].error; };
  EXPECT_LT(error_from(0.25), 1e-12);
  EXPECT_LT(error_from(1e3), 1e-12) << "too large a step does no harm";
  EXPECT_GT(error_from(1e-9), 1e-8) << "with so small a step roundings weigh much";
  for (const double step : {1e3, 1.0, 1e-3, 1e-6, 1e-9, 1e-12}) {
    const Slope found = richardson_at("exp(x)", 1, 0, 3, step)[0];
    EXPECT_NEAR(found.slope, std::exp(1), found.error) << step;
  }
}

}  // namespace
}  // namespace gradfield::test
