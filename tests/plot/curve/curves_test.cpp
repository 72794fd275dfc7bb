#include "plot/curve/curves.hpp"
#include "plot/gnuplot/lettering.hpp"
#include "plot/sheet/script.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <sstream>

#include "base/error.hpp"
#include "support/fields.hpp"

namespace gradfield::test {
namespace {

CurvesPicture curves_of(const std::string& formula, double min, double max, PictureStyle style = {}) {
  style.expression = formula;
  return compose_curves(view_of(formula, {{{"x", min, max, 20}}}), style, terminals()[0]);
}

// Where each piece begins and ends.
std::vector<std::pair<double, double>> extents(const Curve& curve) {
  std::vector<std::pair<double, double>> out;
  for (const std::vector<Point>& piece : curve) out.emplace_back(piece.front().x, piece.back().x);
  return out;
}

TEST(Curves, AreFAndItsDerivative) {
  const CurvesPicture picture = curves_of("x^3-3*x", -3, 3);
  ASSERT_EQ(picture.f.size(), 1u);
  ASSERT_EQ(picture.slope.size(), 1u);
  EXPECT_GT(picture.f[0].size(), 1000u);  // however few points the axis has
  for (const Point point : picture.f[0]) EXPECT_NEAR(point.y, std::pow(point.x, 3) - 3 * point.x, 1e-12);
  for (const Point point : picture.slope[0]) EXPECT_NEAR(point.y, 3 * point.x * point.x - 3, 1e-12);
  EXPECT_FALSE(picture.has_right);
  EXPECT_EQ(picture.missing.count, 0u);
}

TEST(Curves, TurnTheDerivativeWithDescent) {
  PictureStyle style;
  style.arrows.descent = true;
  const CurvesPicture picture = curves_of("x^2", -3, 3, style);
  ASSERT_EQ(picture.slope.size(), 1u);
  EXPECT_GE(picture.slope[0].size(), 20u);
  for (const Point point : picture.slope[0]) EXPECT_NEAR(point.y, -2 * point.x, 1e-12);
}

TEST(Curves, EndAtPolesAndJumpsAndNowhereElse) {
  EXPECT_EQ(curves_of("sin(20*x)", -3, 3).f.size(), 1u);
  EXPECT_EQ(curves_of("exp(5*x)", -3, 3).f.size(), 1u);
  EXPECT_EQ(curves_of("abs(x)", -3, 3).f.size(), 1u);
  EXPECT_EQ(curves_of("abs(x)", -3, 3).slope.size(), 3u);  // -1, the 0 in the middle, and 1
  EXPECT_EQ(curves_of("floor(x)", -2.5, 2.5).f.size(), 6u);
  EXPECT_EQ(curves_of("1/x", -3, 2.9).f.size(), 2u);
  const auto pieces = extents(curves_of("tan(x)", -3, 3).f);
  ASSERT_EQ(pieces.size(), 3u);
  constexpr double kStep = 6.0 / 1200;
  EXPECT_NEAR(pieces[0].second, -1.5707963, kStep);
  EXPECT_NEAR(pieces[1].first, -1.5707963, kStep);
  EXPECT_NEAR(pieces[1].second, 1.5707963, kStep);
}

TEST(Curves, LeaveOutWhatIsNotFinite) {
  const CurvesPicture picture = curves_of("sqrt(1-x^2)", -2, 2);
  ASSERT_EQ(picture.f.size(), 1u);
  EXPECT_NEAR(picture.f[0].front().x, -1, 0.01);
  EXPECT_NEAR(picture.f[0].back().x, 1, 0.01);
  EXPECT_NEAR(static_cast<double>(picture.missing.count), 0.5 * static_cast<double>(picture.sampled), 3);
  EXPECT_TRUE(curves_of("log(-1-x^2)", -2, 2).f.empty());
}

TEST(Curves, ShareAnAxisUnlessOneWouldBeFlatOnIt) {
  EXPECT_FALSE(curves_of("sin(x)", -3, 3).has_right);
  EXPECT_FALSE(curves_of("2*x", -3, 3).has_right);  // its derivative is constant, and near
  EXPECT_TRUE(curves_of("1000+sin(x)", -3, 3).has_right);
  EXPECT_TRUE(curves_of("sin(100*x)", -3, 3).has_right);
  EXPECT_TRUE(curves_of("1e-9*sin(x)+5", -3, 3).has_right);
}

TEST(Curves, AreSeenWhole) {
  for (const char* formula : {"x^2", "exp(x)", "sin(100*x)", "1000+sin(x)", "3", "0", "1e-12*x", "1e12*x"}) {
    const CurvesPicture picture = curves_of(formula, -3, 3);
    EXPECT_GE(picture.f.at(0).size(), 2u) << formula;
    EXPECT_GE(picture.slope.at(0).size(), 2u) << formula;
    for (const Point point : picture.f[0]) {
      EXPECT_GE(point.y, picture.page.y.low) << formula;
      EXPECT_LE(point.y, picture.page.y.high) << formula;
    }
    const Scale& slopes = picture.has_right ? picture.right : picture.page.y;
    for (const Point point : picture.slope[0]) {
      EXPECT_GE(point.y, slopes.low) << formula;
      EXPECT_LE(point.y, slopes.high) << formula;
    }
  }
}

TEST(Curves, AreNotFlattenedByAPole) {
  const CurvesPicture picture = curves_of("tan(x)", -3, 3);
  EXPECT_LT(picture.page.y.high, 20);
  EXPECT_GT(picture.page.y.low, -20);
}

TEST(Curves, ThatHardlyVaryAreLevelLines) {
  for (const auto& [formula, value] : {std::pair{"1e9+x*1e-3", 1e9}, {"x*1e-310", 0.0}}) {
    const CurvesPicture picture = curves_of(formula, -3, 3);
    EXPECT_LT(picture.page.y.low, value) << formula;
    EXPECT_GT(picture.page.y.high, value) << formula;
  }
}

TEST(Curves, BeyondAnyPageAreRefusedByName) {
  try {
    curves_of("1e308*x", -3, 3);
    FAIL() << "drawn";
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), testing::StartsWith("f from "));
    EXPECT_THAT(error.what(), testing::Not(testing::HasSubstr("inf")));
  }
}

TEST(CurvesScript, TellsPointsApartThatAreFarOff) {
  std::ostringstream script;
  write_script(script, draw(curves_of("sqrt(x)", 1e9, 1e9 + 1)), terminals()[0]);
  std::istringstream rows(script.str().substr(script.str().find("$f << EOD\n") + 10));
  double last = 0, x = 0, f = 0;
  std::size_t count = 0;
  for (; rows >> x >> f; last = x, ++count) ASSERT_GT(x, last);
  EXPECT_GT(count, 1000u);
}

TEST(CurvesScript, NamesTheCurvesInItsKey) {
  const auto script_of = [](const CurvesPicture& picture) {
    std::ostringstream script;
    write_script(script, draw(picture), terminals()[0]);
    return script.str();
  };
  const std::string shared = script_of(curves_of("x^2", -3, 3));
  EXPECT_THAT(shared, testing::HasSubstr(gradfield::quoted(typeset_name("f")) + " enhanced at screen"));
  EXPECT_THAT(shared, testing::Not(testing::HasSubstr("y2range")));
  const std::string split = script_of(curves_of("1000+sin(x)", -3, 3));
  EXPECT_THAT(split, testing::HasSubstr("(right axis)"));
  EXPECT_THAT(split, testing::HasSubstr("$slope using 1:2 axes x1y2"));
  // What is empty is not plotted, and the script is still whole.
  EXPECT_THAT(script_of(curves_of("log(-1-x^2)", -2, 2)), testing::Not(testing::HasSubstr("$f using")));
}

TEST(CurvesScript, DrawsTheDerivativeInDashesOverF) {
  const CurvesPicture picture = curves_of("exp(x)", -3, 3);
  std::ostringstream script;
  write_script(script, draw(picture), terminals()[0]);
  const std::size_t f = script.str().find("$f using"), slope = script.str().find("$slope using");
  ASSERT_NE(f, std::string::npos);
  ASSERT_NE(slope, std::string::npos);
  EXPECT_LT(f, slope);
  EXPECT_THAT(script.str().substr(slope, 120), testing::HasSubstr("dashtype ("));
  EXPECT_THAT(script.str().substr(f, slope - f), testing::Not(testing::HasSubstr("dashtype")));
  EXPECT_EQ(picture.key.at(0).at(1).mark, KeyMark::kBrokenLine);
}

TEST(CurvesScript, ShowsSinglePointsAsDots) {
  PictureStyle style;
  style.expression = "x+1";
  std::ostringstream single, sign;
  write_script(single, draw(compose_curves(view_of("x+1", {{{"x", 2, 2, 1}}}), style, terminals()[0])), terminals()[0]);
  EXPECT_THAT(
      single.str(),
      testing::AllOf(testing::HasSubstr("$f_dots << EOD\n2 3\n"), testing::HasSubstr("$slope_dots << EOD\n2 1\n"),
                     testing::HasSubstr("$f_dots using 1:2 axes x1y1"), testing::Not(testing::HasSubstr("$f using"))));
  write_script(sign, draw(curves_of("sign(x)", -3, 3)), terminals()[0]);
  EXPECT_THAT(sign.str(), testing::AllOf(testing::HasSubstr("$f_dots << EOD\n0 0\n"), testing::HasSubstr("$f using")));
}

}  // namespace
}  // namespace gradfield::test
