// The table of methods, and what all of them have in common.
#include "field/methods/methods.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <string>

#include "formula/functions.hpp"
#include "support/methods.hpp"
#include "support/numbers.hpp"

namespace gradfield::test {
namespace {

Grid point(double x, double y) { return {{{"x", x, x, 1}, {"y", y, y, 1}}}; }

TEST(Methods, BeginWithTheDefaultAndAreFoundByName) {
  ASSERT_FALSE(methods().empty());
  EXPECT_EQ(methods().front().name, "exact");
  for (const Method& method : methods()) {
    EXPECT_EQ(find_method(method.name), &method);
    EXPECT_FALSE(method.help.empty()) << method.name;
  }
  EXPECT_EQ(find_method("Exact"), nullptr);
  EXPECT_EQ(find_method(""), nullptr);
}

TEST(CentralGradient, IsWithinItsTheoryOfTheExactOneOnSmoothFormulas) {
  struct Row {
    const char* text;
    double largest_value, largest_third;  // bounds of |f| and of its third partial derivatives on [-3, 3]
  };
  for (const Row& row :
       {Row{"x^2+y^2", 18, 0}, Row{"sin(x)*cos(y)", 1, 1}, Row{"exp(-x^2-y^2)", 1, 6}, Row{"x^3-3*x*y^2", 108, 6},
        Row{"exp(x/2)*sin(y)", 4.5, 4.5}, Row{"(1-x)^2+100*(y-x^2)^2", 14416, 24 * 100 * 3},
        Row{"log(x^2+y^2+1)", 3, 6}, Row{"tanh(x+y)", 1, 2}, Row{"3*x-2*y+1", 16, 0}, Row{"7", 7, 0}}) {
    const Grid grid = plane(-3, 3, 33);
    const Field exact = field_by("exact", row.text, grid), central = field_by("central", row.text, grid);
    const double h = std::cbrt(kEpsilon) * 3;
    // Truncation h^2/6 f''', a tenth more for its higher terms; the two values of f are off by ten roundings each.
    const double tolerance = 1.1 * h * h / 6 * row.largest_third + 10 * kEpsilon * row.largest_value / h;
    for (std::size_t i = 0; i < exact.size(); ++i) {
      ASSERT_EQ(central.f[i], exact.f[i]) << row.text;
      for (std::size_t k = 0; k < 2; ++k) {
        ASSERT_NEAR(central.slopes[k][i], exact.slopes[k][i], tolerance)
            << row.text << ", slope " << k << " at (" << exact.coordinates[0][i] << ", " << exact.coordinates[1][i]
            << ")";
      }
    }
  }
}

TEST(EveryMethod, IsExactForALineEvenWhereThePointsAreRounded) {
  // 0.1 + h and 0.1 - h round; a quotient by 2h would show it.
  for (const Method& method : methods()) {
    const std::string name(method.name);
    for (const double x : {0.1, 0.3, -0.7, 1e-5, 12345.678}) {
      EXPECT_EQ(field_by(name, "x", point(x, 1)).slopes[0][0], 1) << name << " at " << x;
      if (!method.takes_step()) continue;
      for (const double step : {1e-9, 1e-12, 1e-15}) {
        EXPECT_EQ(field_by(name, "x", point(x, 1), step * std::fabs(x)).slopes[0][0], 1) << name << " at " << x;
      }
    }
  }
}

TEST(EveryMethod, StepsInProportionToASmallRange) {
  // 1e-9 wide about 0: a step that does not follow the range would leap over a thousand waves.
  const Grid grid = plane(-5e-10, 5e-10, 21);
  const Field exact = field_by("exact", "sin(1e10*x)+cos(1e10*y)", grid);
  for (const Method& method : methods()) {
    const Field field = field_by(std::string(method.name), "sin(1e10*x)+cos(1e10*y)", grid);
    for (std::size_t i = 0; i < exact.size(); ++i) {
      // The worst method, forward: h/2 f'' is 370 with h = 7.5e-18, and roundings over h are 150.
      for (std::size_t k = 0; k < 2; ++k)
        ASSERT_NEAR(field.slopes[k][i], exact.slopes[k][i], 1e-7 * 1e10) << method.name;
    }
  }
}

TEST(EveryMethod, FollowsALargeRangeToo) {
  for (const Method& method : methods()) {
    const Field field = field_by(std::string(method.name), "x^2/2+y*1e12", plane(-1e12, 1e12, 11));
    for (std::size_t i = 0; i < field.size(); ++i) {
      // The worst method, forward: h/2 is 7.5e3, and ten roundings of 1e24 over h are 1.5e5.
      EXPECT_NEAR(field.slopes[0][i], field.coordinates[0][i], 1.6e5) << method.name;
      EXPECT_NEAR(field.slopes[1][i], 1e12, 1.6e5) << method.name;
    }
  }
}

TEST(EveryMethod, HasAStepAtTheOriginAlone) {
  for (const Method& method : methods()) {
    const Field field = field_by(std::string(method.name), "sin(x)+(1+y)^2", point(0, 0));
    // The worst method, forward: h/2 f'' with h = 1.5e-8.
    EXPECT_NEAR(field.slopes[0][0], 1, 1.6e-8) << method.name;
    EXPECT_NEAR(field.slopes[1][0], 2, 1.6e-8 + 4 * kEpsilon / 1.5e-8) << method.name;
  }
}

TEST(EveryMethod, IsNearTheTrueSlopeAtTheEdgeOfADomain) {
  // The slope is 5/2 x sqrt(x), at 0 too, where f is nan below.
  const Grid grid{{{"x", 0, 2, 5}, {"y", -1, 1, 3}}};
  for (const Method& method : methods()) {
    if (!method.takes_step()) continue;  // exact: 0 times the infinite slope of the root
    const Field field = field_by(std::string(method.name), "x^2*sqrt(x)+y", grid);
    for (std::size_t i = 0; i < field.size(); ++i) {
      const double x = field.coordinates[0][i];
      // The worst method, five-point: h sqrt(h) at 0, with h = 1.5e-3.
      ASSERT_NEAR(field.slopes[0][i], 2.5 * x * std::sqrt(x), 6e-5) << method.name << " at x=" << x;
    }
  }
}

TEST(EveryMethod, HasNoSlopeWhereTheStepChangesNoDigitOfTheVariable) {
  for (const Method& method : methods()) {
    if (!method.takes_step()) continue;
    const std::string name(method.name);
    for (const std::string formula : {"x", "x^2+y", "exp(x)"}) {
      // Doubles near 1 are 2.2e-16 apart above and 1.1e-16 below.
      MethodSettings settings = settings_of(point(1, 0), 1e-16);
      settings.lost_points = std::make_shared<std::atomic<std::size_t>>(0);
      const Grid grid{{{"x", -1, 1, 3}, {"y", 0, 0, 1}}};
      const auto gradient = make_gradient(method, compile_expression(formula, {{"x", "y"}, {}}), settings);
      const Field field = collect(grid, *gradient);
      EXPECT_TRUE(std::isnan(field.slopes[0][0])) << name << " of " << formula << " at -1";
      EXPECT_FALSE(std::isnan(field.slopes[0][1])) << name << " of " << formula << " at 0";
      EXPECT_TRUE(std::isnan(field.slopes[0][2])) << name << " of " << formula << " at 1";
      EXPECT_EQ(*settings.lost_points, 2u) << name << " of " << formula;
    }
  }
}

TEST(EveryMethod, SaysWhetherItEstimatesErrors) {
  for (const Method& method : methods()) {
    const Grid grid = point(1, 2);
    const auto gradient = gradient_by(std::string(method.name), "x*y", grid);
    GridCursor points(grid);
    Tile tile(2);
    points.next(tile);
    EXPECT_EQ(gradient->evaluate(tile).slope_errors.size(), method.estimates_errors ? 2u : 0u) << method.name;
  }
}

TEST(EveryMethod, HasExactSecondDerivativesWhereTheyAreWanted) {
  for (const Method& method : methods()) {
    MethodSettings settings = settings_of(point(2, 3));
    settings.second = true;
    const auto gradient = make_gradient(method, compile_expression("x^3*y", {{"x", "y"}, {}}), settings);
    Tile tile(2);
    tile.resize(1);
    tile.mutable_coordinate(0)[0] = 2;
    tile.mutable_coordinate(1)[0] = 3;
    const GradientTile& values = gradient->evaluate(tile);
    ASSERT_EQ(values.second.size(), 3u) << method.name;
    EXPECT_EQ(values.second[0][0], 36) << method.name;
    EXPECT_EQ(values.second[1][0], 12) << method.name;
    EXPECT_EQ(values.second[2][0], 0) << method.name;
  }
}

// Rules of the design that every method keeps.
TEST(EveryMethod, GivesNanInTheVariablesOfAnUndefinedValueAndZeroInTheOthers) {
  for (const Method& method : methods()) {
    const std::string name(method.name);
    const Grid grid{{{"x", -3, -1, 5}, {"y", -1, 1, 5}, {"z", 0, 1, 3}}};
    const Field field = field_by(name, "sqrt(x)*y", grid);
    for (std::size_t i = 0; i < field.size(); ++i) {
      EXPECT_TRUE(std::isnan(field.f[i])) << name;
      EXPECT_TRUE(std::isnan(field.slopes[0][i])) << name;
      EXPECT_TRUE(std::isnan(field.slopes[1][i])) << name;
      EXPECT_EQ(field.slopes[2][i], 0) << name << ": z is not used";
    }
  }
}

TEST(EveryMethod, HasSlopeZeroInAVariableThatTheFormulaDoesNotUse) {
  for (const Method& method : methods()) {
    const std::string name(method.name);
    for (const std::string text : {"exp(1000*x)", "1/x", "log(x)", "5", "x"}) {
      const Field field = field_by(name, text, plane(-3, 3, 7));
      EXPECT_THAT(field.slopes[1], testing::Each(testing::Eq(0.0))) << name << " of " << text;
    }
    EXPECT_THAT(field_by(name, "5", plane(-3, 3, 7)).slopes[0], testing::Each(testing::Eq(0.0))) << name;
  }
}

TEST(EveryMethod, GivesTheSameWhateverTheTileAPointStandsIn) {
  for (const Method& method : methods()) {
    const std::string name(method.name);
    const std::string text = "sin(x)*exp(y)+sqrt(x)";
    const Grid grid = plane(-3, 3, 37);
    const Field whole = field_by(name, text, grid);
    const auto gradient = gradient_by(name, text, grid);
    Tile tile(2);
    tile.resize(1);
    for (std::size_t i = 0; i < whole.size(); ++i) {
      for (std::size_t k = 0; k < 2; ++k) tile.mutable_coordinate(k)[0] = whole.coordinates[k][i];
      const GradientTile& alone = gradient->evaluate(tile);
      EXPECT_THAT(alone.f[0], testing::NanSensitiveDoubleEq(whole.f[i])) << name;
      for (std::size_t k = 0; k < 2; ++k) {
        const double expected = whole.slopes[k][i];
        EXPECT_TRUE(alone.slopes[k][0] == expected || (std::isnan(expected) && std::isnan(alone.slopes[k][0])))
            << name << ", point " << i << ": " << alone.slopes[k][0] << ", not " << expected;
      }
    }
  }
}

TEST(Methods, AgreeAtTheKinksOfEveryFunction) {
  // Functions that jump at 0, or whose slope does not exist there.
  const std::set<std::string_view> no_kinks{"sign",  "step", "heaviside", "ceil",  "floor",
                                            "trunc", "fmod", "mod",       "atan2", "if"};
  std::size_t compared = 0, kinks = 0;
  for (const Function& function : function_table()) {
    if (no_kinks.contains(function.name)) continue;
    for (const std::string second : {"0", "-x", "2*x", "1"}) {
      std::string formula = std::string(function.name) + "(x";
      const int arity = function.arity == kVariadic ? 3 : function.arity;
      for (int k = 1; k < arity; ++k) formula += "," + (k == 1 ? second : "1");
      formula += ")";
      const double exact = slopes_at("exact", formula, 0, 1)[0], central = slopes_at("central", formula, 0, 1)[0];
      if (!std::isfinite(exact) || !std::isfinite(central)) continue;
      EXPECT_NEAR(exact, central, 1e-6 * (1 + std::fabs(exact))) << formula;
      const double left = slopes_at("backward", formula, 0, 1)[0], right = slopes_at("forward", formula, 0, 1)[0];
      kinks += std::fabs(left - right) > 0.1;
      ++compared;
      if (function.arity == 1) break;
    }
  }
  EXPECT_GT(compared, 60u);
  EXPECT_GT(kinks, 6u);
}

}  // namespace
}  // namespace gradfield::test
