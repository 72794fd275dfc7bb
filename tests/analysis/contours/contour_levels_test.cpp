// Which levels have contour lines: round, about as many as wished, and spread over the picture.
#include "analysis/contours/contours.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "support/fields.hpp"

namespace gradfield::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<double> levels_of(const std::string& formula, std::optional<int> wanted = {}) {
  return contour_levels(field_of(formula, square(101)), wanted);
}

TEST(ContourLevels, AreEvenlySpacedWhereThatShowsTheField) {
  EXPECT_THAT(levels_of("x^2+y^2"), ElementsAre(2, 4, 6, 8, 10, 12, 14, 16));
  EXPECT_THAT(levels_of("x*y"), ElementsAre(-8, -6, -4, -2, 0, 2, 4, 6, 8));
  EXPECT_THAT(levels_of("sin(x)*cos(y)"), ElementsAre(-0.8, -0.6, -0.4, -0.2, 0, 0.2, 0.4, 0.6, 0.8));
  EXPECT_THAT(levels_of("exp(-x^2-y^2)"), ElementsAre(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9));
  EXPECT_THAT(levels_of("100+x", 3), ElementsAre(98, 100, 102));
}

TEST(ContourLevels, GrowByFactorsWhereValuesSpanDecades) {
  EXPECT_THAT(levels_of("exp(x)"), ElementsAre(0.1, 0.2, 0.5, 1, 2, 5, 10, 20));
  EXPECT_THAT(levels_of("-exp(x)"), ElementsAre(-20, -10, -5, -2, -1, -0.5, -0.2, -0.1));
  const std::vector<double> valley = levels_of("(1-x)^2+100*(y-x^2)^2");
  EXPECT_LE(valley.front(), 5);
  EXPECT_GE(valley.back(), 5000);
}

TEST(ContourLevels, AreNotWastedOnPoles) {
  for (const std::string formula : {"1/(x^2+y^2)", "1/(x-y)", "tan(x)*y", "1/x", "-1/(x^2+y^2)", "1/(x^2+y^2)^3"}) {
    const Field field = field_of(formula, square(101));
    const std::vector<double> levels = contour_levels(field, 10);
    ASSERT_GE(levels.size(), 4u) << formula;
    // Of nine tenths of the field the values lie between the levels, or beside them as often as between two.
    std::vector<int> between(levels.size() + 1, 0);
    for (const double f : field.f) {
      if (std::isfinite(f)) ++between[static_cast<std::size_t>(std::ranges::upper_bound(levels, f) - levels.begin())];
    }
    EXPECT_LT(*std::ranges::max_element(between), 0.6 * static_cast<double>(field.size())) << formula;
  }
}

TEST(ContourLevels, ShowAWellOrAHillHoweverLittleOfThePictureItTakes) {
  // Depth 1; the lobes around it are up to 0.008 high.
  const std::vector<double> well = levels_of("-cos(2*x)*cos(2*y)*exp(-4*(x^2+y^2))");
  EXPECT_THAT(well, ElementsAre(-0.9, -0.8, -0.7, -0.6, -0.5, -0.4, -0.3, -0.2, -0.1));
  EXPECT_THAT(levels_of("exp(-9*(x^2+y^2))", 5), ElementsAre(0.2, 0.4, 0.6, 0.8));
  EXPECT_THAT(levels_of("3-exp(-9*(x^2+y^2))", 5), ElementsAre(2.2, 2.4, 2.6, 2.8));
}

TEST(ContourLevels, LieApartWhereAFunctionHasHundredsOfDecades) {
  // Levels a factor q apart are log(q)/100 apart in x; at 87 points of the page per unit 10 points need log(q) > 11.
  const std::vector<double> levels = levels_of("exp(100*x)");
  ASSERT_GE(levels.size(), 5U);
  for (std::size_t i = 1; i < levels.size(); ++i) EXPECT_GT(std::log(levels[i] / levels[i - 1]), 11);
}

TEST(ContourLevels, AreAboutAsManyAsWishedRoundAndWithinTheValues) {
  for (const std::string formula :
       {"x^2+y^2", "x*y", "exp(x*y)", "tan(x)*y", "log(abs(x*y))", "1e300*x*y", "1e-300*x*y", "x^9*y^7", "1e9+x",
        "(x^2+y-11)^2+(x+y^2-7)^2", "1/x", "exp(x^2*y^2*4)"}) {
    const Field field = field_of(formula, square(101));
    for (const int wanted : {1, 2, 5, 10, 20, 40}) {
      const std::vector<double> levels = contour_levels(field, wanted);
      EXPECT_LE(levels.size(), 1.3 * wanted + 2) << formula << ", " << wanted;
      if (wanted >= 5) {
        EXPECT_GE(levels.size(), 0.3 * wanted) << formula << ", " << wanted;
      }
      for (std::size_t i = 0; i < levels.size(); ++i) {
        ASSERT_TRUE(std::isfinite(levels[i])) << formula;
        if (i > 0) {
          EXPECT_LT(levels[i - 1], levels[i]) << formula;
        }
        const bool has_both = std::ranges::any_of(field.f, [&](double f) { return f > levels[i]; }) &&
                              std::ranges::any_of(field.f, [&](double f) { return f < levels[i]; });
        EXPECT_TRUE(has_both) << formula << " = " << levels[i];
      }
    }
  }
}

TEST(ContourLevels, AreAsManyAsAskedForAlsoWhereRounderOnesAreFewer) {
  for (const std::string formula :
       {"x^2+y^2", "x*y", "sin(x)*cos(y)", "exp(x)", "exp(x*y)", "(x^2+y-11)^2+(x+y^2-7)^2", "1/(x^2+y^2)", "tan(x)*y",
        "(1-x)^2+100*(y-x^2)^2", "x^20+y^20", "abs(x)+abs(y)", "log(x^2+y^2)", "1e-300*x*y", "exp(100*x)"}) {
    for (const int wanted : {1, 5, 8, 12, 20, 40, 80}) {
      const double count = static_cast<double>(levels_of(formula, wanted).size());
      EXPECT_GE(count, 0.75 * wanted) << formula << ", " << wanted;
      EXPECT_LE(count, std::max(1.3 * wanted, wanted + (wanted > 2 ? 1.0 : 0.0))) << formula << ", " << wanted;
    }
  }
}

TEST(ContourLevels, AreFilledInWithNumbersOfFewDigits) {
  const std::vector<double> levels = levels_of("exp(x*y)", 40);  // over eight decades
  for (const double level : {1.0, 1.5, 2.0, 3.0, 5.0, 7.0, 10.0}) EXPECT_THAT(levels, testing::Contains(level));
  EXPECT_THAT(levels_of("x^2+y^2", 36), testing::IsSupersetOf({0.5, 1.0, 1.5, 17.0}));
  EXPECT_THAT(levels_of("x*y", 1), ElementsAre(0));
}

TEST(ContourLevels, CanBeToldApartByTheValuesOfF) {
  // Beside 1e9 doubles are 1.2e-7 apart.
  const std::vector<double> levels = levels_of("1e9+x^2*1e-6", 60);
  EXPECT_GE(levels.size(), 4u);
  for (std::size_t i = 1; i < levels.size(); ++i) EXPECT_GT(levels[i] - levels[i - 1], 4e-7);
  EXPECT_THAT(levels_of("1e9+x*1e-8"), IsEmpty());
  EXPECT_THAT(levels_of("sin(x*y)^2+cos(x*y)^2"), IsEmpty());
}

TEST(ContourLevels, SpreadOverAllValuesAlsoWhereTheyAreMany) {
  const std::vector<double> levels = levels_of("sqrt(abs(x*y))", 100);  // from 0 to 3
  EXPECT_GE(levels.size(), 50u);
  EXPECT_LE(levels.front(), 0.06);
  EXPECT_GE(levels.back(), 2.9);
}

TEST(ContourLevels, AreNeverFewerThanOneLine) {
  for (const std::string formula : {"x^2+y^2", "x*y", "-x^2", "x^2+y^2+7", "exp(x)", "1/(x^2+y^2)", "sin(x)"}) {
    const Field field = field_of(formula, square(101));
    const auto range = std::ranges::minmax(field.f);
    const std::vector<double> levels = contour_levels(field, 1);
    EXPECT_TRUE(std::ranges::any_of(levels, [&](double level) { return level > range.min && level < range.max; }))
        << formula;
    EXPECT_LE(levels.size(), 4u) << formula;
  }
}

TEST(ContourLevels, OfAConstantOrOfNothingAreNone) {
  EXPECT_THAT(levels_of("5+0*x"), IsEmpty());
  EXPECT_THAT(levels_of("0*x"), IsEmpty());
  EXPECT_THAT(levels_of("sqrt(-1-x^2)"), IsEmpty());
}

}  // namespace
}  // namespace gradfield::test
