// The difference method against the exact one, with tolerances from its theory.
#include "field/methods.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "expression/compile.hpp"
#include "field/sample.hpp"

namespace gradfield::test {
namespace {

constexpr double kEpsilon = std::numeric_limits<double>::epsilon();

std::unique_ptr<Gradient> make(const std::string& method, const std::string& text, const Grid& grid,
                               std::optional<double> step = {}) {
  Names names;
  MethodSettings settings{step, {}};
  for (const Axis& axis : grid.axes) {
    names.variables.push_back(axis.name);
    settings.magnitudes.push_back(axis.largest_magnitude());
  }
  return find_method(method)->make(compile_expression(text, names), settings);
}

Field field_of(const std::string& method, const std::string& text, const Grid& grid, std::optional<double> step = {}) {
  return collect(grid, *make(method, text, grid, step));
}

Grid plane(double min, double max, std::size_t count) { return {{{"x", min, max, count}, {"y", min, max, count}}}; }

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
    const Field exact = field_of("exact", row.text, grid), central = field_of("central", row.text, grid);
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

TEST(CentralGradient, HasAnErrorOfSecondOrderInTheStep) {
  for (const std::string text : {"exp(x)*sin(y)", "sin(x)*cosh(y)", "1/(4+x+y^3/9)"}) {
    const Grid grid = point(0.7, 1.1);
    const Field exact = field_of("exact", text, grid);
    for (std::size_t k = 0; k < 2; ++k) {
      double before = 0;
      for (const double h : {0.04, 0.02, 0.01, 0.005}) {
        const double fault = field_of("central", text, grid, h).slopes[k][0] - exact.slopes[k][0];
        // The next term of the series is smaller by h^2 times a number near 1.
        if (before != 0) {
          EXPECT_NEAR(before / fault, 4, 0.05) << text << ", slope " << k << ", h=" << h;
        }
        before = fault;
      }
    }
  }
}

TEST(CentralGradient, TakesTheStepItIsGiven) {
  // ((x+h)^3 - (x-h)^3) / 2h = 3x^2 + h^2, in numbers that are exact.
  for (const double h : {0.5, 0.25, 0.0078125}) {
    EXPECT_EQ(field_of("central", "x^3", point(2, 0), h).slopes[0][0], 12 + h * h) << h;
  }
}

TEST(CentralGradient, IsExactForALineEvenWhereThePointsAreRounded) {
  // 0.1 + h and 0.1 - h round; a quotient by 2h would show it.
  for (const double x : {0.1, 0.3, 1e-5, 12345.678}) {
    EXPECT_EQ(field_of("central", "x", point(x, 1)).slopes[0][0], 1) << x;
    EXPECT_EQ(field_of("central", "x", point(x, 1), 1e-9 * x).slopes[0][0], 1) << x;
  }
}

TEST(CentralGradient, StepsInProportionToASmallRange) {
  // 1e-9 wide about 0: a step that does not follow the range would leap over a thousand waves.
  const Grid grid = plane(-5e-10, 5e-10, 21);
  const Field exact = field_of("exact", "sin(1e10*x)+cos(1e10*y)", grid);
  const Field central = field_of("central", "sin(1e10*x)+cos(1e10*y)", grid);
  const double h = std::cbrt(kEpsilon) * 5e-10;
  const double tolerance = 1.1 * h * h / 6 * 1e30 + 10 * kEpsilon * 5 / h;
  ASSERT_LT(tolerance, 1e-3 * 1e10) << "the bound tells something";
  for (std::size_t i = 0; i < exact.size(); ++i) {
    for (std::size_t k = 0; k < 2; ++k)
      ASSERT_NEAR(central.slopes[k][i], exact.slopes[k][i], tolerance) << "point " << i;
  }
}

TEST(CentralGradient, FollowsALargeRangeToo) {
  const Field central = field_of("central", "x^2/2+y", plane(-1e12, 1e12, 11));
  for (std::size_t i = 0; i < central.size(); ++i) {
    // 10 roundings of 5e23 over a step of 6e6.
    EXPECT_NEAR(central.slopes[0][i], central.coordinates[0][i], 10 * kEpsilon * 5e23 / 6e6);
  }
}

TEST(CentralGradient, HasAStepAtTheOriginAlone) {
  const Field central = field_of("central", "sin(x)+2*y", point(0, 0));
  EXPECT_NEAR(central.slopes[0][0], 1, 1e-10);  // h^2/6 with h = 6e-6
  EXPECT_NEAR(central.slopes[1][0], 2, 1e-10);
}

TEST(CentralGradient, IsOneSidedWhereFIsUndefinedOnOneSide) {
  const double h = 0.25;
  EXPECT_EQ(field_of("central", "sqrt(x)", point(0, 0), h).slopes[0][0], 0.5 / h) << "only above";
  EXPECT_EQ(field_of("central", "sqrt(1-x)", point(1, 0), h).slopes[0][0], -0.5 / h) << "only below";
  EXPECT_EQ(field_of("central", "log(x)", point(0.25, 0), 0.25).slopes[0][0], std::log(2.0) / 0.25) << "-inf below";
  EXPECT_TRUE(std::isnan(field_of("central", "sqrt(-(x^2))", point(0, 0), h).slopes[0][0]))
      << "undefined on both sides";
}

TEST(CentralGradient, OfAFormulaAtTheEdgeOfItsDomainIsNearTheTrueSlope) {
  // The slope is 3/2 sqrt(x), at 0 too; the quotient there is h sqrt(h) / h.
  const Grid grid{{{"x", 0, 2, 5}, {"y", -1, 1, 3}}};
  const Field central = field_of("central", "x*sqrt(x)+y", grid);
  const double h = std::cbrt(kEpsilon) * 2;
  for (std::size_t i = 0; i < central.size(); ++i) {
    const double x = central.coordinates[0][i];
    ASSERT_NEAR(central.slopes[0][i], 1.5 * std::sqrt(x), x == 0 ? 1.01 * std::sqrt(h) : 1e-9) << "at x=" << x;
  }
}

// Rules of the design that every method keeps.
TEST(EveryMethod, GivesNanInTheVariablesOfAnUndefinedValueAndZeroInTheOthers) {
  for (const Method& method : methods()) {
    const std::string name(method.name);
    const Grid grid{{{"x", -3, -1, 5}, {"y", -1, 1, 5}, {"z", 0, 1, 3}}};
    const Field field = field_of(name, "sqrt(x)*y", grid);
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
      const Field field = field_of(name, text, plane(-3, 3, 7));
      EXPECT_THAT(field.slopes[1], testing::Each(testing::Eq(0.0))) << name << " of " << text;
    }
    EXPECT_THAT(field_of(name, "5", plane(-3, 3, 7)).slopes[0], testing::Each(testing::Eq(0.0))) << name;
  }
}

TEST(EveryMethod, GivesTheSameWhateverTheTileAPointStandsIn) {
  for (const Method& method : methods()) {
    const std::string name(method.name);
    const std::string text = "sin(x)*exp(y)+sqrt(x)";
    const Grid grid = plane(-3, 3, 37);
    const Field whole = field_of(name, text, grid);
    const auto gradient = make(name, text, grid);
    Tile tile(2);
    tile.resize(1);
    for (std::size_t i = 0; i < whole.size(); ++i) {
      for (std::size_t k = 0; k < 2; ++k) tile.coordinate(k)[0] = whole.coordinates[k][i];
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

}  // namespace
}  // namespace gradfield::test
