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

TEST(Growths, GrowAndTurnBack) {
  for (const Growth* growth : {&kLinear, &kRoot, &kLogarithmic}) {
    for (const double threshold : {1e-8, 1e-3, 0.1}) {
      EXPECT_EQ(growth->grown(0, threshold), 0) << growth->name;
      for (double value = 1e-12; value < 1e3; value *= 3) {
        EXPECT_LT(growth->grown(value, threshold), growth->grown(3 * value, threshold)) << growth->name << value;
        EXPECT_EQ(growth->grown(-value, threshold), -growth->grown(value, threshold)) << growth->name << value;
        EXPECT_NEAR(growth->back(growth->grown(value, threshold), threshold), value, 1e-13 * value) << growth->name;
      }
    }
  }
}

TEST(Growths, AreWhatTheirNamesSay) {
  EXPECT_EQ(kLinear.grown(0.3, 0.1), 0.3);
  EXPECT_EQ(kRoot.grown(0.25, 0.1), 0.5);
  // Above the threshold each factor of ten adds the same.
  EXPECT_NEAR(kLogarithmic.grown(1, 1e-8) - kLogarithmic.grown(0.1, 1e-8), std::log(10), 1e-12);
  EXPECT_NEAR(kLogarithmic.grown(1e-6, 1e-8) - kLogarithmic.grown(1e-7, 1e-8), std::log(10), 1e-12);
}

TEST(Gradation, OfALogarithmHasTheGeometricMeanInItsMiddle) {
  const Gradation gradation = logarithm_between(1, 100);
  EXPECT_EQ(gradation.share(0.5), 0);
  EXPECT_EQ(gradation.share(1), 0);
  EXPECT_NEAR(gradation.share(10), 0.5, 1e-15);
  EXPECT_EQ(gradation.share(100), 1);
  EXPECT_EQ(gradation.share(1e9), 1);
  EXPECT_NEAR(gradation.value(0.5), 10, 1e-13);
  EXPECT_NEAR(logarithm_between(-100, -1).share(-10), 0.5, 1e-15);
  EXPECT_NEAR(logarithm_between(-100, 100).share(0), 0.5, 1e-15);
}

TEST(LengthScale, OfLogTellsApartThreeDecadesAndNoMore) {
  const LengthScale scale = length_scale(field_of_norms(powers_of_ten(-4, 4)), named(length_rules(), "log"), kNone);
  EXPECT_EQ(scale.reference, 1e4);
  const double least = scale.share(1e-4);
  EXPECT_GE(least, 0.2);  // its direction can be seen
  for (const double norm : powers_of_ten(-4, 1)) EXPECT_EQ(scale.share(norm), least) << norm;
  for (const double norm : powers_of_ten(1, 3)) {
    EXPECT_NEAR(scale.share(10 * norm) - scale.share(norm), (1 - least) / 3, 1e-12) << norm;
  }
  EXPECT_DOUBLE_EQ(scale.share(1e4), 1);
}

// Norms of as many arrows: of the longest's, the median's and the lower quartile's share.
std::vector<double> spread(double longest, double median, double quartile) {
  std::vector<double> norms;
  for (int i = 0; i < 100; ++i) norms.push_back(i <= 30 ? quartile : i <= 60 ? median : longest);
  return norms;
}

TEST(LengthScale, IsByItselfTheFirstThatLetsMostArrowsBeRead) {
  const auto rule = [](const std::vector<double>& norms) {
    return length_scale(field_of_norms(norms), named(length_rules(), "auto"), kNone).rule->name;
  };
  EXPECT_EQ(rule(spread(1, 0.5, 0.25)), "linear");
  EXPECT_EQ(rule(spread(1, 0.3, 0.25)), "sqrt");  // half are short
  EXPECT_EQ(rule(spread(1, 0.5, 0.1)), "sqrt");   // a quarter are specks
  EXPECT_EQ(rule(spread(1, 0.1, 0.1)), "log");
  EXPECT_EQ(rule(spread(1, 0.5, 0.001)), "log");
  EXPECT_EQ(rule({3, 3, 3}), "linear");
  EXPECT_EQ(rule({0, 0, 0}), "linear");
  EXPECT_EQ(rule({}), "linear");
  // Zeros are dots in any case.
  std::vector<double> norms = spread(1, 0.5, 0.25);
  norms.resize(1000, 0);
  EXPECT_EQ(rule(norms), "linear");
}

TEST(LengthScale, ColoursEqualArrowsAsTheirLengthsWouldBe) {
  const LengthRule& unit = named(length_rules(), "unit");
  EXPECT_EQ(length_scale(field_of_norms(spread(1, 0.5, 0.25)), unit).growth, &kLinear);
  EXPECT_EQ(length_scale(field_of_norms(spread(1, 0.1, 0.01)), unit).growth, &kLogarithmic);
}

TEST(LengthScale, HasNoLengthForZeroAndTheWholeForWhatIsCut) {
  const LengthScale scale = length_scale(field_of_norms({0, 1, 2, 3, 4}), linear_rule(), {false, 50});
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
    const LengthScale scale = length_scale(field_of_norms(norms), linear_rule(), {false, percent});
    EXPECT_NEAR(scale.reference, 10 * percent, 1) << percent;
  }
  EXPECT_EQ(length_scale(field_of_norms(norms), linear_rule(), {false, 100}).reference, 1000);
  EXPECT_FALSE(length_scale(field_of_norms(norms), linear_rule(), {false, 100}).percent);
}

TEST(LengthScale, CutsNothingWhereNoneIsAskedFor) {
  std::vector<double> norms(100, 1);
  norms[3] = 1e9;
  EXPECT_EQ(length_scale(field_of_norms(norms), linear_rule(), kNone).reference, 1e9);
  EXPECT_EQ(length_scale(field_of_norms(norms), linear_rule()).reference, 1);
  EXPECT_EQ(length_scale(field_of_norms(norms), linear_rule()).percent, 95);
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
