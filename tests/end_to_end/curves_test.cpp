// --curve: the curve on which an equation holds, and a second function of one variable.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <sstream>
#include <string>
#include <vector>

#include "support/process.hpp"

namespace gradfield::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

struct CurvePoint {
  double x, y;
};

// The points of the n-th curve of a script, as they are plotted.
std::vector<CurvePoint> curve_points(const std::string& script, int n = 1) {
  const std::string begin = "$curve_" + std::to_string(n) + " << EOD\n";
  const std::size_t from = script.find(begin);
  if (from == std::string::npos) return {};
  const std::size_t rows = from + begin.size();
  std::istringstream numbers(script.substr(rows, script.find("EOD", rows) - rows));
  std::vector<CurvePoint> points;
  for (CurvePoint point{}; numbers >> point.x >> point.y;) points.push_back(point);
  return points;
}

ProcessResult curve_script(std::vector<std::string> command) {
  command.insert(command.end(), {"-f", "gp"});
  return run_gradfield(command);
}

TEST(Curves, LieWhereTheirEquationHolds) {
  for (const char* equation :
       {"x^2+y^2 = 4", "4 = x^2+y^2", "x^2+y^2 == r^2", "y^2 = r^2 - x^2", "sqrt(x²+y²) - r = 0"}) {
    const ProcessResult result = curve_script({"x*y", "-D", "r=2", "--curve", equation});
    EXPECT_EQ(result.exit_code, 0) << result;
    EXPECT_THAT(result.messages, IsEmpty());
    const std::vector<CurvePoint> points = curve_points(result.output);
    ASSERT_GT(points.size(), 50u) << equation;
    double turn = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
      ASSERT_NEAR(std::hypot(points[i].x, points[i].y), 2, 0.002) << equation;
      if (i == 0) continue;
      const CurvePoint a = points[i - 1], b = points[i];
      turn += std::fabs(std::atan2(a.x * b.y - a.y * b.x, a.x * b.x + a.y * b.y));
    }
    EXPECT_NEAR(turn, 2 * 3.14159265, 0.05) << equation << ": the whole circle";
  }
}

TEST(Curves, AreFoundWhereBothSidesOnlyTouch) {
  const std::vector<CurvePoint> points = curve_points(curve_script({"x*y", "--curve", "(x-y)^2 = 0"}).output);
  ASSERT_FALSE(points.empty());
  for (const CurvePoint& point : points) EXPECT_NEAR(point.x, point.y, 0.01);
}

TEST(Curves, KeepTheEdgeOfTheRegionThatIsShown) {
  const std::string edge = "x^2+y^2 = 4";
  const auto whole = curve_points(curve_script({"x*y", "--curve", edge}).output);
  const auto kept = curve_points(curve_script({"x*y", "--curve", edge, "--where", "x^2+y^2 < 4"}).output);
  EXPECT_EQ(kept.size(), whole.size());
}

TEST(Curves, AreNamedInTheKeyEachInAColourOfItsOwn) {
  const std::string script =
      curve_script({"x*y", "--curve", "x^2+y^2 = 4", "--curve", "y = x", "--path", "1,1"}).output;
  const auto color_of = [&](const std::string& data) {
    const std::size_t plot = script.find(data), color = script.find("rgb \"", plot);
    return plot == std::string::npos ? "" : script.substr(color + 5, 7);
  };
  const std::string first = color_of("$curve_1 using"), second = color_of("$curve_2 using");
  EXPECT_NE(first, second);
  EXPECT_THAT(script, AllOf(HasSubstr("fillcolor rgb \"" + first), HasSubstr("fillcolor rgb \"" + second)));
  EXPECT_LT(script.find("$curve_2 using"), script.find("$path1 using")) << "under paths";
  EXPECT_NE(first, color_of("$path1 using"));
  EXPECT_THAT(curve_script({"x*y", "--curve", "y = x", "--no-key"}).output, Not(HasSubstr("fillcolor rgb \"" + first)));
}

TEST(Curves, TellWhereThereIsNone) {
  EXPECT_THAT(curve_script({"x*y", "--curve", "x = 9"}).messages,
              HasSubstr("the curve 'x = 9' does not run through this picture"));
  EXPECT_THAT(curve_script({"x*y", "--curve", "x-x = 0"}).messages, HasSubstr("holds all over a part"));
  EXPECT_THAT(curve_script({"x^2", "--vars", "x", "--curve", "sqrt(-1-x^2)"}).messages, HasSubstr("nowhere finite"));
}

TEST(Curves, OfOneVariableAreASecondFunctionOnTheAxisOfTheFirst) {
  for (const char* tangent : {"2x-1", "y = 2x-1", "t(x) = 2x-1"}) {
    const std::string script = curve_script({"x^2", "--vars", "x", "--curve", tangent, "--curve", "-20"}).output;
    const std::vector<CurvePoint> points = curve_points(script);
    ASSERT_GE(points.size(), 2u) << tangent;
    for (const CurvePoint& point : points) EXPECT_NEAR(point.y, 2 * point.x - 1, 1e-9) << tangent;
    EXPECT_EQ(points.front().x, -3);
    EXPECT_EQ(points.back().x, 3);
    for (const CurvePoint& point : curve_points(script, 2)) EXPECT_EQ(point.y, -20);
    const std::size_t range = script.find("set yrange [");
    EXPECT_LT(std::stod(script.substr(range + 12)), -20) << "all of them are seen";
  }
}

TEST(Curves, ThatAreNoneAreRefusedWithACaretAndACure) {
  struct Row {
    std::vector<std::string> words;
    const char *fault, *cure;
  };
  for (const Row& row : std::vector<Row>{
           {{"x*y", "--curve", "x^2+q = 1"}, "--curve: unknown name 'q'", "^ the variables are x and y"},
           {{"x*y", "--curve", "x = y+"}, "ends too early", "^ a value is missing"},
           {{"x*y", "--curve", "x^2+y^2"}, "no equation", "^ write = 0 behind it"},
           {{"x*y", "--curve", "x^2+y^2 <= 4"}, "a region", "^~ for its edge write = in place of <="},
           {{"x*y", "--curve", "x = y = 1"}, "a second equation", "      ^ write a --curve for each"},
           {{"x*y", "--curve", "x == 1 && y == 2"}, "a second equation", "^~ write a --curve for each"},
           {{"x*y", "--curve", ""}, "empty", "give a formula"},
           {{"x^2", "--vars", "x", "--curve", "x = 1"}, "an equation", "^ write what stands right of y ="},
           {{"x^2", "--vars", "x", "--curve", "f(t) = t"}, "the variable is x", "^~~~ write f(x) ="},
       }) {
    const ProcessResult result = curve_script(row.words);
    EXPECT_EQ(result.exit_code, 65) << result;
    EXPECT_THAT(result.messages, AllOf(HasSubstr(row.fault), HasSubstr(row.cure)));
  }
}

}  // namespace
}  // namespace gradfield::test
