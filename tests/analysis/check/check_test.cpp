// Checks of right and of wrong gradients: the right ones must pass everywhere, the wrong ones nowhere.
#include "analysis/check/check.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <functional>
#include <limits>

#include "support/methods.hpp"
#include "support/reference.hpp"

namespace gradfield::test {
namespace {

Grid plane(double min, double max, std::size_t count) { return {{{"x", min, max, count}, {"y", min, max, count}}}; }

struct Options {
  std::string method = "exact";
  std::optional<double> step = {};
  double tolerance = 1e-6;
};

Program program_of(const std::string& formula, const Grid& grid) {
  Names names;
  for (const Axis& axis : grid.axes) names.variables.push_back(axis.name);
  return compile_expression(formula, names);
}

// The check that --check makes.
CheckResult check(const std::string& formula, const Grid& grid, const Options& options = {}) {
  const Program f = program_of(formula, grid);
  const Method& method = *find_method(options.method);
  const MethodSettings settings = settings_of(grid, options.step);
  const auto gradient = make_gradient(method, f, settings), exact = make_gradient(methods()[0], f, {});
  GridCursor points(grid);
  return check_gradient({f, method, settings, options.tolerance}, points, *gradient,
                        options.method == "exact" ? nullptr : exact.get())
      .slopes;
}

// An exact gradient that something is done to, point by point.
class WrongGradient : public Gradient {
 public:
  using Fault = std::function<void(const std::vector<double>& point, std::vector<double>& slopes)>;

  WrongGradient(const Program& f, Fault fault)
      : program_(f),
        right_(make_gradient(methods()[0], f, {})),
        fault_(std::move(fault)),
        slopes_(f.variables().size(), std::vector<double>(kTileSize)) {}

  std::unique_ptr<Gradient> clone() const override { return std::make_unique<WrongGradient>(program_, fault_); }

  const GradientTile& evaluate(const Tile& tile) override {
    result_ = right_->evaluate(tile);
    std::vector<double> point(slopes_.size()), slopes(slopes_.size());
    for (std::size_t i = 0; i < tile.size(); ++i) {
      for (std::size_t k = 0; k < slopes.size(); ++k) {
        point[k] = tile.coordinate(k)[i];
        slopes[k] = result_.slopes[k][i];
      }
      fault_(point, slopes);
      for (std::size_t k = 0; k < slopes.size(); ++k) slopes_[k][i] = slopes[k];
    }
    for (std::size_t k = 0; k < slopes_.size(); ++k) result_.slopes[k] = std::span(slopes_[k]).first(tile.size());
    return result_;
  }

 private:
  Program program_;
  std::unique_ptr<Gradient> right_;
  Fault fault_;
  std::vector<std::vector<double>> slopes_;
  GradientTile result_;
};

CheckResult check_wrong(const std::string& formula, const Grid& grid, const WrongGradient::Fault& fault) {
  const Program f = program_of(formula, grid);
  const MethodSettings settings = settings_of(grid);
  WrongGradient gradient(f, fault);
  GridCursor points(grid);
  return check_gradient({f, methods()[0], settings, 1e-6}, points, gradient, nullptr).slopes;
}

const char* const kSmooth[] = {"x^2+y^2",     "(1-x)^2+100*(y-x^2)^2", "exp(-x^2-y^2)",     "sin(100*x)+y", "x^9+y",
                               "exp(30*x)*y", "x^3-3*x*y^2",           "log(1+exp(x))+y^2", "1e6+x^2+y"};

TEST(CheckGradient, PassesSmoothFormulasAtEveryPointAlsoWhereTheGradientIsZero) {
  for (const std::string formula : kSmooth) {
    for (const std::size_t count : {20u, 21u}) {
      const CheckResult result = check(formula, plane(-3, 3, count));
      EXPECT_EQ(result.compared, count * count) << formula;
      EXPECT_EQ(result.beyond, 0u) << formula;
      EXPECT_EQ(result.left_out, 0u) << formula;
      EXPECT_LT(result.worst, 1e-9) << formula;
      EXPECT_EQ(result.where.size(), 2u) << formula;
    }
  }
}

TEST(CheckGradient, LeavesOutKinksJumpsAndPolesAndNothingElse) {
  struct Row {
    const char* formula;
    std::size_t at_kinks;  // of the 21 x 21 points, 0.3 apart
  };
  for (const Row& row :
       {Row{"abs(x)+y", 21}, Row{"max(x,y)", 21}, Row{"sqrt(x^2+y^2)", 1}, Row{"1/(x^2+y^2)", 1}, Row{"1/x", 21},
        Row{"rint(x)", 2 * 21},  // 1.5 and -1.5; half is between points elsewhere
        Row{"log(abs(x*y))", 41}, Row{"sqrt(x)", 11 * 21}, Row{"x<y", 21}, Row{"x==y", 21}, Row{"tan(x)*y", 0},
        Row{"x-y?x:y", 21}, Row{"max(x,0)+log(1+exp(-abs(x)))", 0}, Row{"abs(x)/x", 21}, Row{"7", 0}}) {
    const CheckResult result = check(row.formula, plane(-3, 3, 21));
    EXPECT_EQ(result.left_out, row.at_kinks) << row.formula;
    EXPECT_EQ(result.compared, 441 - row.at_kinks) << row.formula;
    EXPECT_EQ(result.beyond, 0u) << row.formula;
  }
}

TEST(CheckGradient, PassesRoundingsThatTheValueDoesNotShow) {
  for (const std::string formula : {"(x+1e8)-1e8", "cosh(x)^2-sinh(x)^2", "sin(x)^2+cos(x)^2", "(x-y)-(x-y)",
                                    "1-cos(x)+y^2", "log(1+exp(x-30))", "atanh(tanh(5*x))"}) {
    EXPECT_EQ(check(formula, plane(-3, 3, 20)).beyond, 0u) << formula;
  }
}

TEST(CheckGradient, NeverFindsFaultWithTheExactSlopesOfAnyFormula) {
  for (const auto& [min, max, count] :
       {std::tuple{-3.0, 3.0, 20}, {-3.0, 3.0, 21}, {-5e-10, 5e-10, 9}, {1.0, 1 + 1e-9, 9}, {-1e9, 1e9, 9}}) {
    std::uint64_t compared = 0, left_out = 0;
    for (const std::string& formula : read_formulas()) {
      const CheckResult result = check(formula, plane(min, max, static_cast<std::size_t>(count)));
      EXPECT_EQ(result.beyond, 0u) << formula << " from " << min << " to " << max << ": " << result.worst;
      compared += result.compared;
      left_out += result.left_out;
    }
    // Formulas with roots and logarithms are undefined in half of the plane; at 1e9 waves are shorter than roundings.
    EXPECT_LT(static_cast<double>(left_out), 0.25 * static_cast<double>(compared)) << min << " to " << max;
  }
}

TEST(CheckGradient, FindsASlopeThatIsWrongByATenThousandth) {
  for (const std::string formula : kSmooth) {
    const CheckResult result =
        check_wrong(formula, plane(-3, 3, 20), [](const auto&, std::vector<double>& slopes) { slopes[0] *= 1.0001; });
    EXPECT_GT(result.beyond, 0u) << formula;
    EXPECT_LT(result.worst, 2e-4) << formula;
  }
}

TEST(CheckGradient, FindsSlopesOfWrongSignAndOfTheWrongVariable) {
  std::size_t found = 0, all = 0;
  for (const std::string& formula : read_formulas()) {
    const Field exact = field_by("exact", formula, plane(-3, 3, 8));
    std::size_t with_slopes = 0;
    for (std::size_t i = 0; i < exact.size(); ++i) {
      // Not so steep that a value has no digits left, nor so flat.
      const double x = std::fabs(exact.slopes[0][i]), f = std::fabs(exact.f[i]);
      with_slopes += x > 1e-6 * (1 + f) && x > 0.1 * std::fabs(exact.slopes[1][i]) && x < 1e6 * (1 + f);
    }
    if (with_slopes < 8) continue;
    ++all;
    found += check_wrong(formula, plane(-3, 3, 8), [](const auto&, std::vector<double>& slopes) {
               slopes[0] = -slopes[0];
             }).beyond > 0;
  }
  EXPECT_GT(all, 400u);
  EXPECT_EQ(found, all);
  const auto swapped = [](const auto&, std::vector<double>& slopes) { std::swap(slopes[0], slopes[1]); };
  EXPECT_GT(check_wrong("x^2+3*y", plane(-3, 3, 20), swapped).beyond, 350u);
}

TEST(CheckGradient, TellsWhereTheWorstIsAndHowManyThereAre) {
  const CheckResult result = check_wrong("x^2+y", plane(-3, 3, 7), [](const std::vector<double>& point, auto& slopes) {
    if (point[0] > 1.5) slopes[1] = point[1] > 2.5 ? 3 : 2;
  });
  EXPECT_EQ(result.beyond, 2u * 7) << "x is 2 or 3";
  EXPECT_EQ(result.compared, 49u);
  // At (2, 3) the slopes are (4, 3) in place of (4, 1), whose difference is 2.
  EXPECT_EQ(result.where, (std::vector{2.0, 3.0}));
  EXPECT_NEAR(result.worst, 2.0 / 5, 1e-6);
}

TEST(CheckGradient, LeavesOutSlopesThatAreNotFiniteOnEitherSide) {
  const CheckResult result = check_wrong("x+y", plane(-3, 3, 7), [](const std::vector<double>& point, auto& slopes) {
    if (point[0] == 1) slopes[1] = std::numeric_limits<double>::quiet_NaN();
  });
  EXPECT_EQ(result.left_out, 7u);
  EXPECT_EQ(result.beyond, 0u);
}

TEST(CheckGradient, OfADifferenceMethodFindsTooLargeAStep) {
  for (const auto& [method, step] : {std::pair{"central", 0.5},
                                     {"central", 0.01},
                                     {"forward", 1e-5},
                                     {"backward", 1e-5},
                                     {"five-point", 0.2},
                                     {"central", 2.5},
                                     {"central", 40.0}}) {
    const CheckResult result = check("sin(3*x)", plane(-3, 3, 20), {method, step});
    EXPECT_EQ(result.compared, 400u) << method << ' ' << step;
    EXPECT_GT(result.beyond, 300u) << method << ' ' << step;
  }
  // sin(3h)/3h of the slope is left. 1e-5: the room for roundings of the method.
  EXPECT_NEAR(check("sin(3*x)", plane(-3, 3, 20), {"central", 0.5}).worst, 1 - std::sin(1.5) / 1.5, 1e-5);
}

TEST(CheckGradient, OfADifferenceMethodFindsTooSmallAStep) {
  EXPECT_GT(check("sin(3*x)", plane(-3, 3, 20), {"central", 1e-12}).beyond, 300u);
  EXPECT_GT(check("sin(3*x)", plane(-3, 3, 20), {"richardson", 1e-12}).beyond, 300u);
}

TEST(CheckGradient, OfADifferenceMethodPassesItsDefaultStep) {
  for (const std::string method : {"central", "forward", "backward", "five-point", "richardson"}) {
    for (const std::string formula :
         {"x^2+y^2", "(1-x)^2+100*(y-x^2)^2", "exp(-x^2-y^2)", "sin(x)*cos(y)", "x^3-3*x*y^2", "abs(x)*y", "max(x,y)",
          "sqrt(x^2+y^2)", "rint(x)", "log(abs(x*y))", "7", "1e6+x^2+y", "sin(x)^2+cos(x)^2", "x*abs(x)+y",
          "x/(1+abs(x))", "x>0?x:exp(x)-1"}) {
      for (const std::size_t count : {20u, 21u}) {
        const CheckResult result = check(formula, plane(-3, 3, count), {method, {}});
        EXPECT_EQ(result.beyond, 0u) << method << " of " << formula << ": " << result.worst;
        EXPECT_GT(result.compared, 10 * count) << method << " of " << formula;
      }
    }
  }
}

// A stencil that reaches over a kink or a jump has no slope to find.
TEST(CheckGradient, OfADifferenceMethodLeavesOutWhatAKinkWithinItsReachExplains) {
  // 61 points, 0.1 apart. abs(x): 0 is a kink, and steps of 0.25 reach it from 0.1 and 0.2, on both sides.
  for (const auto& [method, at_kink] :
       {std::pair{"central", 5u}, {"forward", 3u}, {"backward", 3u}, {"five-point", 9u}}) {
    const Grid line{{{"x", -3, 3, 61}}};
    const CheckResult result = check("abs(x)", line, {method, 0.25});
    EXPECT_EQ(result.left_out, at_kink) << method;
    EXPECT_EQ(result.beyond, 0u) << method;
  }
  // A jump at the very end of the stencil: 2.4 + 0.1 is 2.5, where rint steps up.
  EXPECT_EQ(check("rint(x)", plane(-3, 3, 21), {"central", 0.1}).beyond, 0u);
  // A kink of the slope: half of (x + h)^2 is lost.
  EXPECT_EQ(check("max(0,x)^2", plane(-3, 3, 21), {"central", 0.01}).beyond, 0u);
}

TEST(CheckGradient, TakesAnyNumberOfVariables) {
  EXPECT_EQ(check("t^3", {{{"t", -3, 3, 50}}}).compared, 50u);
  const Grid four{{{"a", -3, 3, 5}, {"b", -3, 3, 4}, {"c", -2, 2, 3}, {"d", 1, 2, 2}}};
  const CheckResult result = check("a*b+sin(c)/d", four);
  EXPECT_EQ(result.compared, 120u);
  EXPECT_EQ(result.beyond, 0u);
  EXPECT_EQ(result.where.size(), 4u);
}

TEST(CheckGradient, GoesByTheTolerance) {
  const Grid grid = plane(-3, 3, 20);
  EXPECT_EQ(check("sin(x)*y", grid, {"forward", 1e-5, 1e-3}).beyond, 0u);
  EXPECT_GT(check("sin(x)*y", grid, {"forward", 1e-5, 1e-7}).beyond, 100u);
}

}  // namespace
}  // namespace gradfield::test
