// Bounds of instructions against what the instructions do: at random points of random boxes no value may leave its
// bounds, and no nan may appear where none was foreseen.
#include "program/bounds.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <numeric>
#include <random>
#include <string>

#include "formula/compile.hpp"
#include "program/differentiate.hpp"
#include "support/numbers.hpp"
#include "support/reference.hpp"

namespace gradfield::test {
namespace {

Program with_every_instruction_a_result(const Program& program) {
  std::vector<NodeId> all(program.instructions().size());
  std::iota(all.begin(), all.end(), NodeId{0});
  return Program(program.variables(), program.instructions(), all);
}

// Ends that bring out every edge: poles at 0, domains that end at 1, overflow, signs.
const std::vector<Box>& boxes() {
  static const std::vector<Box> rows = [] {
    std::vector<Box> all;
    const std::pair<double, double> ranges[] = {{-3, 3},         {1, 3},       {-3, -1},          {0, 2},
                                                {-0.5, 0.5},     {0.25, 0.75}, {-1, 1},           {2, 2},
                                                {0, 0},          {-0.0, 1},    {1e-9, 2e-9},      {-1e9, 1e9},
                                                {-1e308, 1e308}, {700, 720},   {-1e-300, 1e-300}, {1.5, 1.6},
                                                {3.1, 3.2},      {-2.5, -2.4}, {1e5, 1e5 + 1},    {0.001, 30},
                                                {1.4, 1.5}};
    for (const auto& x : ranges) {
      for (const auto& y : ranges) all.push_back({{x.first, x.second, false}, {y.first, y.second, false}});
    }
    all.push_back({{-kInfinity, kInfinity, true}, {-kInfinity, kInfinity, true}});
    all.push_back({{-kInfinity, kInfinity, false}, {1, 2, false}});
    return all;
  }();
  return rows;
}

// A point of the range: an end, a special value where it lies within, or anything between.
double draw(const Bounds& range, std::mt19937_64& random) {
  const double specials[] = {0.0, -0.0, 1, -1, 0.5, std::nan(""), kInfinity, -kInfinity};
  const auto kind = random() % 8;
  if (kind == 0) return range.low;
  if (kind == 1) return range.high;
  if (kind < 4) {
    const double value = specials[random() % std::size(specials)];
    if (std::isnan(value) ? range.may_be_nan : value >= range.low && value <= range.high) return value;
  }
  const double low = std::max(range.low, -1e300), high = std::min(range.high, 1e300);
  const double share = static_cast<double>(random() >> 11) * 0x1p-53;
  return std::clamp(low / 2 + share * (high / 2 - low / 2) + low / 2, low, high);
}

std::vector<std::string> formulas() {
  std::vector<std::string> all = read_formulas();
  for (const std::string more : {"abs(x)^y",
                                 "x^(y+1)",
                                 "(x*x)^-1.5",
                                 "x>=y&&y>0||x!=1",
                                 "0*log(x)",
                                 "tan(x)*y",
                                 "hypot(x,y)",
                                 "cbrt(x)+fmod(x,y)",
                                 "floor(x)*ceil(y)-trunc(x)",
                                 "expm1(x)*gauss(y)",
                                 "erf(x)/erfc(y)",
                                 "log1p(x)-tgamma(y)",
                                 "lgamma(x)*digamma(y)",
                                 "polygamma(2,x)",
                                 "polygamma(x,y)",
                                 "step(x)",
                                 "sec(x)+csc(y)+cot(x)",
                                 "min(x,y)/max(x,y)",
                                 "(x>1?log(x):y)",
                                 "x==x?y:x"}) {
    all.push_back(more);
  }
  return all;
}

TEST(BoundValues, HoldWhateverTheFormulaTheBoxAndThePoint) {
  std::mt19937_64 random(20240711);
  long compared = 0, always_nan = 0;
  const std::vector<std::string> all = formulas();
  for (const std::string& formula : all) {
    const Program program = with_every_instruction_a_result(gradient_of(formula));
    for (int run = 0; run < 12; ++run) {
      const Box& box = boxes()[random() % boxes().size()];
      const auto bounds = bound_values(program, box);
      for (int k = 0; k < 6; ++k) {
        const std::vector<double> point{draw(box[0], random), draw(box[1], random)};
        const std::vector<double> values = program.evaluate_at(point);
        for (std::size_t i = 0; i < values.size(); ++i) {
          ++compared;
          const Bounds& bound = bounds[i].value;
          const bool holds = std::isnan(values[i]) ? bound.may_be_nan
                                                   : !bound.is_nan && values[i] >= bound.low && values[i] <= bound.high;
          always_nan += bound.is_nan;
          ASSERT_TRUE(holds) << formula << ": %" << i << " = " << values[i] << " at " << point[0] << ", " << point[1]
                             << ", foreseen " << bound.low << " to " << bound.high
                             << (bound.may_be_nan ? " or nan" : "") << "\n"
                             << program.listing();
        }
      }
    }
  }
  EXPECT_GT(compared, 400000);
  EXPECT_GT(always_nan, 1000);
}

TEST(NanPaths, SayWhereANanAlwaysGoesThroughAndWhereItNeverDoes) {
  std::mt19937_64 random(20240712);
  long always = 0, never = 0;
  for (const std::string& formula : formulas()) {
    const Program program = gradient_of(formula);
    const Box& box = boxes()[random() % boxes().size()];
    const auto bounds = bound_values(program, box);
    for (NodeId i = 0; i < program.instructions().size(); ++i) {
      const Instruction& instruction = program.instructions()[i];
      const Kernel& kernel = kernel_of(instruction.operation);
      for (std::size_t k = 0; k < arity_of(instruction); ++k) {
        std::array<double, kLargestArity> operands{};
        for (std::size_t other = 0; other < arity_of(instruction); ++other) {
          operands[other] = draw(bounds[instruction.operands[other]].value, random);
        }
        operands[k] = 0;
        const bool has_nan = std::ranges::any_of(operands, [](double u) { return std::isnan(u); });
        operands[k] = std::nan("");
        const bool is_nan = std::isnan(kernel.value(operands.data()));
        const NanPath path = bounds[i].nan_paths[k];
        always += path == NanPath::kAlways;
        never += path == NanPath::kNever;
        EXPECT_TRUE(path == NanPath::kNever ? has_nan || !is_nan : path == NanPath::kSometimes || is_nan)
            << kernel.name << "(" << operands[0] << ", " << operands[1] << ") in " << formula;
      }
    }
  }
  EXPECT_GT(always, 5000);
  EXPECT_GT(never, 100);
}

struct Row {
  std::string formula;
  double x_low, x_high;  // the range of x; that of y is [1, 2]
  Bounds expected;
};

// So tight that the questions asked of them can be answered.
TEST(BoundValues, AreTight) {
  const Row rows[] = {
      {"x+y", -3, 3, {-2, 5, false}},
      {"x-y", -3, 3, {-5, 2, false}},
      {"x*y", -3, 3, {-6, 6, false}},
      {"x/y", -3, 3, {-3, 3, false}},
      {"y/x", 1, 2, {0.5, 2, false}},
      {"y/x", -1, 1, {-kInfinity, kInfinity, false}},
      {"x/x", -1, 1, {-kInfinity, kInfinity, true}},
      {"x^2", -3, 1, {0, 9, false}},
      {"x^3", -3, 1, {-27, 1, false}},
      {"abs(x)", -3, -1, {1, 3, false}},
      {"sqrt(x)", 4, 9, {2, 3, false}},
      {"sqrt(x)", -4, 9, {0, 3, true}},
      {"log(x)", -4, 1, {-kInfinity, 0, true}},
      {"sign(x)", 1, 2, {1, 1, false}},
      {"x<0", 1, 2, {0, 0, false}},
      {"x<=y", 0, 1, {1, 1, false}},
      {"x>0?x:-x", 1, 2, {1, 2, false}},
      {"max(x,y)", 3, 4, {3, 4, false}},
      {"x^0.5", -1, 1, {-kInfinity, kInfinity, true}},
      {"x^5", -2, 1, {-32, 1, false}},
      {"x^6", -2, 1, {0, 64, false}},
      {"x^-3", -2, -1, {-1, -0.125, false}},
      {"sin(x)", -1, 2, {std::sin(-1.0), 1, false}},
      {"sin(x)", 3, 7, {-1, std::sin(7.0), false}},
      {"cos(x)", 0.5, 1, {std::cos(1.0), std::cos(0.5), false}},
      {"cos(x)", -0.5, 1, {std::cos(1.0), 1, false}},
      {"tan(x)", 2, 4, {std::tan(2.0), std::tan(4.0), false}},
      {"tan(x)", 1, 2, {-kInfinity, kInfinity, false}},
      {"atan2(y,x)", 1, 2, {std::atan2(1, 2), std::atan2(2, 1), false}},
      {"atan2(x,-y)", -1, 1, {-std::numbers::pi, std::numbers::pi, false}},
      {"acos(x)", 0, 0.5, {std::acos(0.5), std::numbers::pi / 2, false}},
      {"exp(-x^2)", -1, 2, {std::exp(-4.0), 1, false}},
      {"erfc(x)", -1, 2, {std::erfc(2.0), std::erfc(-1.0), false}},
      {"tgamma(x)", 2, 5, {1, 24, false}},
      {"digamma(x)", 2, 3, {0.4227843350984671, 0.9227843350984671, false}},   // 1 - gamma, 3/2 - gamma
      {"x^3*1e308*1e10-y^3*1e308*1e10", 1, 2, {-kInfinity, kInfinity, true}},  // inf - inf
  };
  for (const Row& row : rows) {
    const Program program = compile_expression(row.formula, {{"x", "y"}, {}});
    const auto bounds = bound_values(program, {{row.x_low, row.x_high, false}, {1, 2, false}});
    const Bounds& bound = bounds[program.outputs()[0]].value;
    EXPECT_EQ(bound.may_be_nan, row.expected.may_be_nan) << row.formula;
    // Those of functions are widened by 8 units in the last place.
    const auto near = [](double a, double b) { return a == b || std::fabs(a - b) <= 2e-14 * std::fabs(b) + 1e-300; };
    EXPECT_TRUE(near(bound.low, row.expected.low)) << row.formula << ": " << bound.low;
    EXPECT_TRUE(near(bound.high, row.expected.high)) << row.formula << ": " << bound.high;
  }
}

// Numbers that doubles miss: thirds, and sums of what is far apart.
TEST(BoundValues, OfTheFormulaHoldForWhatIsNotRounded) {
  struct Case {
    std::string formula;
    long double (*exact)(long double x, long double y);  // to 64 bits, where doubles have 53
  };
  const Case cases[] = {
      {"x/3", [](long double x, long double) { return x / 3; }},
      {"x/3+y/7", [](long double x, long double y) { return x / 3 + y / 7; }},
      {"x*y*(x-y)", [](long double x, long double y) { return x * y * (x - y); }},
      {"sqrt(x^2+y^2)", [](long double x, long double y) { return std::sqrt(x * x + y * y); }},
      {"1e8+x-y/1e8", [](long double x, long double y) { return 1e8L + x - y / 1e8L; }},
      {"sin(x)*exp(y)", [](long double x, long double y) { return std::sin(x) * std::exp(y); }},
      {"(x/y)^3-log(y)", [](long double x, long double y) { return x / y * (x / y) * (x / y) - std::log(y); }},
  };
  std::mt19937_64 random(5);
  std::uniform_real_distribution<double> anywhere(0.1, 3);
  long missed_by_computed = 0;
  for (const auto& [formula, exact] : cases) {
    const Program program = compile_expression(formula, {{"x", "y"}, {}});
    for (int k = 0; k < 200; ++k) {
      const double x = anywhere(random), y = anywhere(random);
      const Box point{{x, x, false}, {y, y, false}};
      const Bounds bound = bound_values(program, point, BoundsOf::kFormula)[program.outputs()[0]].value;
      const Bounds computed = bound_values(program, point)[program.outputs()[0]].value;
      const long double value = exact(x, y);
      EXPECT_TRUE(bound.low <= value && value <= bound.high) << formula << " at " << x << ", " << y;
      EXPECT_LE(bound.high - bound.low, 1e-14 * std::max(std::fabs(bound.high), 1.0)) << formula;
      missed_by_computed += value < computed.low || value > computed.high;
    }
  }
  EXPECT_GT(missed_by_computed, 500);
}

}  // namespace
}  // namespace gradfield::test
