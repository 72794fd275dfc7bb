#include "plot/arrows/arrow_lengths.hpp"
#include "support/rows.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace gradfield {
namespace {

using test::named;

// A field whose gradients have these lengths.
Field field_of_norms(const std::vector<double>& norms) {
  Field field;
  field.coordinates.assign(2, norms);
  field.f.assign(norms.size(), 0);
  field.slopes = {norms, std::vector<double>(norms.size(), 0)};
  return field;
}

std::vector<double> powers_of_ten(int first, int last) {
  std::vector<double> norms;
  for (int exponent = first; exponent <= last; ++exponent) norms.push_back(std::pow(10.0, exponent));
  return norms;
}

constexpr Cap kNone{false, {}};

TEST(LengthRules, GrowFromZeroToOneAndTurnBack) {
  for (const LengthRule& rule : length_rules()) {
    if (rule.name == "unit") continue;
    for (const double knee : {1e-8, 1e-3, 0.1}) {
      EXPECT_EQ(rule.share(0, knee), 0) << rule.name;
      EXPECT_DOUBLE_EQ(rule.share(1, knee), 1) << rule.name;
      for (double ratio = 1e-6; ratio < 0.5; ratio *= 2) {
        EXPECT_LT(rule.share(ratio, knee), rule.share(2 * ratio, knee)) << rule.name << " at " << ratio;
      }
    }
  }
}

TEST(LengthRules, AreWhatTheirNamesSay) {
  EXPECT_EQ(named(length_rules(), "linear").share(0.3, 0.1), 0.3);
  EXPECT_EQ(named(length_rules(), "sqrt").share(0.25, 0.1), 0.5);
  for (const double ratio : {1e-9, 0.1, 1.0}) EXPECT_EQ(named(length_rules(), "unit").share(ratio, 0.1), 1);
  // Far above the knee each factor of ten adds the same length.
  const LengthRule& log = named(length_rules(), "log");
  const double decade = log.share(1, 1e-8) - log.share(0.1, 1e-8);
  EXPECT_NEAR(log.share(1e-3, 1e-8) - log.share(1e-4, 1e-8), decade, 1e-3 * decade);
}

TEST(LengthScale, OfLogShowsEachOfManyDecades) {
  const LengthScale scale = length_scale(field_of_norms(powers_of_ten(-2, 4)), named(length_rules(), "log"), kNone);
  EXPECT_EQ(scale.reference, 1e4);
  double last = -1;
  for (const double norm : powers_of_ten(-2, 4)) {
    EXPECT_GT(scale.share(norm), last + 0.08) << norm;  // an arrow that is 0.08 of a cell longer is seen to be
    last = scale.share(norm);
  }
  EXPECT_DOUBLE_EQ(last, 1);
}

TEST(LengthScale, HasNoLengthForZeroAndTheWholeForWhatIsCut) {
  const LengthScale scale = length_scale(field_of_norms({0, 1, 2, 3, 4}), length_rules()[0], {false, 50});
  EXPECT_EQ(scale.share(0), 0);
  EXPECT_LT(scale.reference, 4);
  EXPECT_TRUE(scale.is_cut(4));
  EXPECT_FALSE(scale.is_cut(scale.reference));
  EXPECT_EQ(scale.share(4), 1);
  EXPECT_EQ(scale.percent, 50);
}

TEST(LengthScale, CutsAtThePercentileThatIsGiven) {
  std::vector<double> norms;
  for (int i = 1; i <= 1000; ++i) norms.push_back(i);
  for (const double percent : {1.0, 25.0, 50.0, 99.0}) {
    const LengthScale scale = length_scale(field_of_norms(norms), length_rules()[0], {false, percent});
    EXPECT_NEAR(scale.reference, 10 * percent, 1) << percent;
  }
  EXPECT_EQ(length_scale(field_of_norms(norms), length_rules()[0], {false, 100}).reference, 1000);
  EXPECT_FALSE(length_scale(field_of_norms(norms), length_rules()[0], {false, 100}).percent);
}

TEST(LengthScale, CutsNothingWhereNoneIsAskedFor) {
  std::vector<double> norms(100, 1);
  norms[3] = 1e9;
  EXPECT_EQ(length_scale(field_of_norms(norms), length_rules()[0], kNone).reference, 1e9);
  EXPECT_EQ(length_scale(field_of_norms(norms), length_rules()[0]).reference, 1);
  EXPECT_EQ(length_scale(field_of_norms(norms), length_rules()[0]).percent, 95);
}

TEST(LengthScale, DoesNotDependOnTheUnit) {
  for (const LengthRule& rule : length_rules()) {
    std::vector<double> norms = powers_of_ten(-3, 3), tiny = norms;
    for (double& norm : tiny) norm *= 0x1p-600;
    const LengthScale usual = length_scale(field_of_norms(norms), rule);
    const LengthScale small = length_scale(field_of_norms(tiny), rule);
    for (std::size_t i = 0; i < norms.size(); ++i) {
      EXPECT_DOUBLE_EQ(usual.share(norms[i]), small.share(tiny[i])) << rule.name;
    }
  }
}

TEST(Norm, TakesEveryVariable) {
  Field field;
  field.f = {0};
  field.slopes = {{2}, {-3}, {6}};
  EXPECT_DOUBLE_EQ(norm_at(field, 0), 7);
  field.slopes = {{-2}};
  EXPECT_EQ(norm_at(field, 0), 2);
  field.slopes = {{1e300}, {1e300}};
  EXPECT_DOUBLE_EQ(norm_at(field, 0), std::sqrt(2) * 1e300);
}

}  // namespace
}  // namespace gradfield
