// Tics: round numbers, and the digits that stand beside them.
#include "plot/look/tics.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cfloat>
#include <cmath>
#include <cstdlib>
#include <random>
#include <set>

namespace gradfield::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Range {
  double min, max;
};

std::ostream& operator<<(std::ostream& out, const Range& range) {
  return out << std::hexfloat << range.min << ":" << range.max << std::defaultfloat << " = " << range.min << ":"
             << range.max;
}

std::vector<std::string> labels(double min, double max, int most) {
  std::vector<std::string> out;
  for (const Tic& tic : choose_tics(min, max, most)) out.push_back(tic.label);
  return out;
}

/// Ranges people have, and many at random: of every magnitude, about 0 and away from it.
std::vector<Range> sane_ranges() {
  std::vector<Range> out{
      {-3, 3},       {0, 1},           {-1, 1},        {0, 10},         {0, 9},        {-3.157, 3.157},  {0, 1000},
      {-1e-9, 1e-9}, {-1e9, 1e9},      {1e9, 1e9 + 1}, {1e6, 1e6 + 3},  {0.1, 0.3},    {-0.3, -0.1},     {99.5, 100.5},
      {0, 8.485},    {1e-300, 1e-299}, {1e299, 1e300}, {-1e300, 1e300}, {0, 1e-12},    {2, 2.0001},      {-7, 1e5},
      {0, 0.7},      {0.95, 1.05},     {-M_PI, M_PI},  {0, 2 * M_PI},   {-1e5, -1e-5}, {123456, 123457}, {0, 6.02e23}};
  std::mt19937 random(1);
  std::uniform_real_distribution<double> exponent(-12, 12), mantissa(-10, 10), width(-3, 3);
  for (int i = 0; i < 2000; ++i) {
    const double min = mantissa(random) * std::pow(10, std::round(exponent(random)));
    const double max = min + std::fabs(min) * std::pow(10, width(random));
    if (min < max) out.push_back({min, max});
  }
  return out;
}

TEST(Tics, AreTheOnesAPersonWouldChoose) {
  EXPECT_THAT(labels(-3, 3, 8), ElementsAre("-3", "-2", "-1", "0", "1", "2", "3"));
  EXPECT_THAT(labels(-3, 3, 4), ElementsAre("-2", "0", "2"));
  EXPECT_THAT(labels(0, 1, 6), ElementsAre("0", "0.2", "0.4", "0.6", "0.8", "1.0"));
  EXPECT_THAT(labels(-1, 1, 5), ElementsAre("-1.0", "-0.5", "0", "0.5", "1.0"));
  EXPECT_THAT(labels(0, 1000, 6), ElementsAre("0", "200", "400", "600", "800", "1000"));
  EXPECT_THAT(labels(0, 9, 4), ElementsAre("0", "5"));
  EXPECT_THAT(labels(0, 1e9, 3), ElementsAre("0", "5e8", "1e9"));
  EXPECT_THAT(labels(-2e-10, 2e-10, 5), ElementsAre("-2e-10", "-1e-10", "0", "1e-10", "2e-10"));
  EXPECT_THAT(labels(99.5, 100.5, 4), ElementsAre("99.5", "100.0", "100.5"));
}

TEST(Tics, FarFromZeroAreCountedFromARoundNumber) {
  const auto of = [](double min, double max) {
    std::vector<std::string> out{choose_tics(min, max, 6).front().offset};
    for (const std::string& label : labels(min, max, 6)) out.push_back(label);
    return out;
  };
  EXPECT_THAT(of(1e9 - 1, 1e9 + 1), ElementsAre("1e9", "-1.0", "-0.5", "0", "0.5", "1.0"));
  EXPECT_THAT(of(1.7e9, 1.7e9 + 10), ElementsAre("1.7e9", "0", "2", "4", "6", "8", "10"));
  EXPECT_THAT(of(-1.7e9 - 10, -1.7e9), ElementsAre("-1.7e9", "-10", "-8", "-6", "-4", "-2", "0"));
  EXPECT_THAT(of(1732999123, 1732999133), ElementsAre("1732999100", "24", "26", "28", "30", "32"));
  EXPECT_THAT(of(1e6, 1e6 + 10), ElementsAre("", "1000000", "1000002", "1000004", "1000006", "1000008", "1000010"));
  EXPECT_THAT(of(1.25e-12, 1.26e-12).front(), "");
  EXPECT_EQ(plain_offset(choose_tics(1e9 - 1, 1e9 + 1, 6), "-"), " - 1e9");
  EXPECT_EQ(typeset_offset(choose_tics(-1.7e9 - 10, -1.7e9, 6)), " + 1.7×10^{9}");
  EXPECT_EQ(typeset_offset(choose_tics(0, 1, 6)), "");
}

TEST(AxisTics, AreMultiplesOfPiWhereTheRangeIs) {
  const auto of = [](double min, double max, int most = 10) {
    std::vector<std::string> out;
    for (const Tic& tic : choose_axis_tics({min, max}, {min - 0.1, max + 0.1}, most)) {
      out.push_back(tic.label);
      const double units = tic.label.find("pi") == std::string::npos ? 0 : tic.value / M_PI * 24;
      EXPECT_NEAR(units, std::round(units), 1e-9) << tic.label;
    }
    return out;
  };
  const double pi = M_PI;
  EXPECT_THAT(of(-pi, pi), ElementsAre("-pi", "-pi/2", "0", "pi/2", "pi"));
  EXPECT_THAT(of(0, 2 * pi), ElementsAre("0", "pi/2", "pi", "3pi/2", "2pi"));
  EXPECT_THAT(of(0, 2 * pi, 3), ElementsAre("0", "pi", "2pi"));
  EXPECT_THAT(of(-pi / 2, pi / 2), ElementsAre("-pi/2", "-pi/4", "0", "pi/4", "pi/2"));
  EXPECT_THAT(of(-pi / 3, pi / 3), ElementsAre("-pi/3", "-pi/6", "0", "pi/6", "pi/3"));
  EXPECT_THAT(of(0, 20 * pi), ElementsAre("0", "4pi", "8pi", "12pi", "16pi", "20pi"));
  EXPECT_THAT(of(-3.14, 3.14), ElementsAre("-3", "-2", "-1", "0", "1", "2", "3"));
  EXPECT_THAT(of(0, 3), ElementsAre("0", "0.5", "1.0", "1.5", "2.0", "2.5", "3.0"));
  EXPECT_EQ(of(0, 24 * pi).front(), "0");
  EXPECT_EQ(of(0, 24 * pi)[1].find("pi"), std::string::npos) << "too wide";
  EXPECT_EQ(typeset_label("-3pi/4"), "−3π/4");
}

TEST(Tics, LieWithinTheRangeAscendAndAreAtMostAsManyAsAskedFor) {
  for (const Range range : sane_ranges()) {
    for (const int most : {2, 3, 5, 8, 11, 20}) {
      const std::vector<Tic> tics = choose_tics(range.min, range.max, most);
      ASSERT_FALSE(tics.empty()) << range << ", most " << most;
      ASSERT_LE(tics.size(), static_cast<std::size_t>(most)) << range;
      const double slack = 1e-8 * (range.max - range.min);  // a tic at an end belongs to the range
      EXPECT_GE(tics.front().value, range.min - slack) << range;
      EXPECT_LE(tics.back().value, range.max + slack) << range;
      for (std::size_t i = 1; i < tics.size(); ++i) EXPECT_LT(tics[i - 1].value, tics[i].value) << range;
    }
  }
}

TEST(Tics, AreEvenlySpacedByOneTwoOrFiveTimesAPowerOfTen) {
  for (const Range range : sane_ranges()) {
    for (const int most : {3, 6, 11}) {
      const std::vector<Tic> tics = choose_tics(range.min, range.max, most);
      if (tics.size() < 2) continue;
      const double step = (tics.back().value - tics.front().value) / static_cast<double>(tics.size() - 1);
      const double power = std::pow(10, std::floor(std::log10(step) + 1e-6));
      const double digit = step / power;
      const double off = std::min({std::fabs(digit - 1), std::fabs(digit - 2), std::fabs(digit - 5)});
      // The step of tics at 1e9 that are 1 apart is exact to 1e-7 of itself.
      EXPECT_LT(off, 1e-5) << range << ", step " << step;
      for (const Tic& tic : tics) {
        const double multiple = tic.value / step;
        EXPECT_NEAR(multiple, std::round(multiple), 1e-5 * std::max(1.0, std::fabs(multiple) * 1e-6))
            << range << ", " << tic.label;
      }
    }
  }
}

TEST(Tics, FillTheRangeNoCoarserThanNeeded) {
  // The next finer step has at most two and a half times as many tics, so fewer than a third of `most` is too few.
  for (const Range range : sane_ranges()) {
    for (const int most : {6, 11, 20}) {
      EXPECT_GE(3 * choose_tics(range.min, range.max, most).size() + 3, static_cast<std::size_t>(most)) << range;
    }
  }
}

TEST(Tics, HaveLabelsThatReadBackAsTheirValue) {
  for (const Range range : sane_ranges()) {
    for (const int most : {3, 6, 11}) {
      for (const Tic& tic : choose_tics(range.min, range.max, most)) {
        char* end = nullptr;
        const double shown = std::strtod(tic.label.c_str(), &end);
        if (tic.offset.empty()) {
          EXPECT_EQ(shown, tic.value) << range << ": " << tic.label;
        } else {
          // Exact but for the rounding of three numbers.
          EXPECT_NEAR(std::stod(tic.offset) + shown, tic.value, 4 * DBL_EPSILON * std::fabs(tic.value)) << range;
          EXPECT_EQ(tic.offset, choose_tics(range.min, range.max, 2).front().offset) << range << " for every number";
        }
        EXPECT_EQ(*end, '\0') << tic.label;
        EXPECT_NE(tic.label, "-0") << range;
        if (tic.value == 0) {
          EXPECT_EQ(tic.label, "0") << range;
          EXPECT_FALSE(std::signbit(tic.value)) << range;
        }
      }
    }
  }
}

TEST(Tics, AreAllWrittenAlike) {
  for (const Range range : sane_ranges()) {
    for (const int most : {3, 6, 11}) {
      std::set<bool> scientific;
      std::set<std::size_t> decimals;
      for (const Tic& tic : choose_tics(range.min, range.max, most)) {
        if (tic.label == "0") continue;  // a plain 0 in either form
        const bool has_exponent = tic.label.find('e') != std::string::npos;
        scientific.insert(has_exponent);
        const std::size_t point = tic.label.find('.');
        if (!has_exponent) decimals.insert(point == std::string::npos ? 0 : tic.label.size() - point - 1);
      }
      EXPECT_LE(scientific.size(), 1u) << range << ", most " << most;
      EXPECT_LE(decimals.size(), 1u) << range << ", most " << most;
    }
  }
}

TEST(Tics, IncludeTheEndsOfARoundRange) {
  for (const double scale : {1e-9, 1e-3, 0.1, 1.0, 10.0, 1e6, 1e9}) {
    for (const auto& [min, max] : {Range{-3, 3}, {0, 1}, {-1, 1}, {0, 10}, {0, 4}, {-5, 5}, {1, 2}}) {
      const std::vector<Tic> tics = choose_tics(min * scale, max * scale, 11);
      EXPECT_NEAR(tics.front().value, min * scale, 1e-12 * scale) << Range{min * scale, max * scale};
      EXPECT_NEAR(tics.back().value, max * scale, 1e-12 * scale) << Range{min * scale, max * scale};
    }
  }
}

TEST(Tics, OfExtremeRangesEndAndAreFinite) {
  const double denormal = std::numeric_limits<double>::denorm_min();
  for (const Range range : {Range{-1.7e308, 1.7e308},
                            {-DBL_MAX, DBL_MAX},
                            {0, DBL_MAX},
                            {1e308, 1.1e308},
                            {0, denormal},
                            {-denormal, denormal},
                            {0, DBL_MIN},
                            {DBL_MIN, 2 * DBL_MIN},
                            {0, 1e-320},
                            {1e-300, 1e300},
                            {1, std::nextafter(1, 2)},
                            {1e15, 1e15 + 1},
                            {1e22, std::nextafter(1e22, 1e23)},
                            {-1e300, -1e-300},
                            {DBL_MAX / 2, DBL_MAX}}) {
    for (const int most : {2, 5, 11}) {
      const std::vector<Tic> tics = choose_tics(range.min, range.max, most);
      EXPECT_LE(tics.size(), static_cast<std::size_t>(most)) << range;
      for (const Tic& tic : tics) {
        EXPECT_TRUE(std::isfinite(tic.value)) << range << ": " << tic.label;
        EXPECT_LT(tic.label.size(), 30u) << range << ": " << tic.label;
      }
    }
  }
}

TEST(Tics, OfVeryLargeRangesAreThere) {
  for (const Range range : {Range{-1.7e308, 1.7e308}, {-1e300, 1e300}, {0, 1.7e308}, {-1e-300, 1e-300}}) {
    EXPECT_GE(choose_tics(range.min, range.max, 8).size(), 2u) << range;
  }
}

TEST(TypesetLabel, HasARealMinusSignAndPowersOfTen) {
  EXPECT_EQ(typeset_label("0"), "0");
  EXPECT_EQ(typeset_label("2.5"), "2.5");
  EXPECT_EQ(typeset_label("-3"), "−3");
  EXPECT_EQ(typeset_label("2e-10"), "2×10^{−10}");
  EXPECT_EQ(typeset_label("-2.5e9"), "−2.5×10^{9}");
}

TEST(WidestLabel, CountsItsCharacters) {
  EXPECT_EQ(widest_label({}), 0u);
  EXPECT_EQ(widest_label(choose_tics(-1, 1, 5)), 4u);  // "-1.0"
}

}  // namespace
}  // namespace gradfield::test
