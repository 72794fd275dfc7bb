// Slopes that exist where doubles lose them on the way: against mathematics, worked out by hand or with mpmath.
#include "field/methods/recovery.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <limits>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "field/grid/tile.hpp"
#include "field/methods/gradient.hpp"
#include "field/methods/methods.hpp"
#include "formula/compile.hpp"
#include "support/numbers.hpp"

namespace gradfield::test {
namespace {

// f, its slopes and its Hessian at one point, by the exact method.
std::vector<double> derivatives_at(const std::string& formula, const std::vector<double>& point,
                                   const std::vector<std::string>& variables = {"x", "y"}) {
  MethodSettings settings;
  settings.second = true;
  const auto gradient = make_gradient(exact_method(), compile_expression(formula, {variables, {}}), settings);
  Tile tile(point.size());
  tile.resize(1);
  for (std::size_t k = 0; k < point.size(); ++k) tile.mutable_coordinate(k)[0] = point[k];
  const GradientTile& values = gradient->evaluate(tile);
  std::vector<double> all{values.f[0]};
  for (const auto* derivatives : {&values.slopes, &values.second}) {
    for (const std::span<const double>& derivative : *derivatives) all.push_back(derivative[0]);
  }
  return all;
}

const double kLost = std::nan("");

struct Row {
  const char* formula;
  double x, y;
  std::vector<double> expected;  // df/dx, df/dy, d2f/dx2, d2f/dxdy, d2f/dy2
};

void expect_rows(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    const std::vector<double> found = derivatives_at(row.formula, {row.x, row.y});
    for (std::size_t k = 0; k < row.expected.size(); ++k) {
      EXPECT_THAT(found[1 + k], WithinRoundings(row.expected[k], 8)) << row.formula << ", derivative " << k;
    }
  }
}

TEST(Recovery, FindsWhatIsLostBeyondTheRange) {
  expect_rows({{"1/(1+exp(-x))", -800, 0, {0, 0, 0, 0, 0}},
               {"1/(1+exp(-x))", -710, 0, {4.476286225675130e-309, 0, 4.476286225675130e-309, 0, 0}},
               {"1/cosh(x)^2", 355.5, 0, {-1.317386940179833e-308, 0, 2.634773880359666e-308, 0, 0}},
               {"1/exp(x^2)", 26.64, 0, {-3.253022536578739e-307, 0, 1.731989302933379e-305, 0, 0}},
               {"tanh(x)", 711, 0, {0, 0, 0, 0, 0}},
               {"tanh(exp(x))+y", 6.57, 0, {0, 1, 0, 0, 0}},
               {"exp(-exp(x))*y", 8, 2, {0, 0, 0, 0, 0}},
               {"x/(1+exp(-x))", -1000, 0, {0, 0, 0, 0, 0}},
               {"x*tanh(log1p(exp(x)))", 1e300, 0, {1, 0, 0, 0, 0}},
               {"log(1+exp(x))", 800, 0, {1, 0, 0, 0, 0}},
               {"exp(x)^(-1.5)", 300, 0, {-5.540824602730885e-196, 0, 8.311236904096327e-196, 0, 0}},
               {"cosh(x)^(-2)", 300, 0, {-2.1203172424034487e-260}},
               {"-(y*log(1/(1+exp(-x)))+(1-y)*log(1-1/(1+exp(-x))))", 30, 1, {-9.357622968839299e-14}}});
}

TEST(Recovery, TakesLimitsWhereDerivativesAreContinuous) {
  expect_rows({{"exp(-1/x^2)", 0, 0, {0, 0, 0, 0, 0}},
               {"sqrt(x^4)+y", 0, 0, {0, 1, 2, 0, 0}},
               {"(x^2)^0.75", 0, 0, {0, 0, kLost, 0, 0}},
               {"cbrt(x)^3", 0, 0, {1, 0, 0, 0, 0}},
               {"x*sqrt(x)", 0, 0, {0, 0, kLost, 0, 0}},
               {"(x*sqrt(x))*y", 0, 3, {0, 0, kLost, 0, 0}},
               {"1/(1+1/x^2)", 0, 0, {0, 0, 2, 0, 0}},
               {"1/(1/x+1/y)", 0, 1, {1, 0, kLost, 0, 0}},
               {"x*(1-x^1.1)", 0, 0, {1, 0, 0, 0, 0}},
               {"sqrt(x^2+y^2)^2", 0, 0, {0, 0, 2, 0, 2}},
               {"exp(-sqrt(x^2+y^2)^2)", 0, 0, {0, 0, -2, 0, -2}},
               {"hypot(x,y)^2", 0, 0, {0, 0, 2, 0, 2}},
               {"1e20+cbrt(x)^3", 0, 0, {1}},  // though f is the same all around
               {"cos(abs(x))", 0, 0, {0, 0, -1, 0, 0}},
               {"abs(x)*abs(x)", 0, 0, {0, 0, 2, 0, 0}},
               {"max(x,0)+log1p(exp(-abs(x)))", 0, 0, {0.5, 0, 0.25, 0, 0}},
               {"max(x,0)^2*y", 0, 1, {0, 0, kLost, 0, 0}}});
}

TEST(Recovery, LeavesWhatDoesNotExist) {
  expect_rows({{"sqrt(x^2+y^2)", 0, 0, {kLost, kLost, kLost, kLost, kLost}},
               {"hypot(x,y)", 0, 0, {0, 0, kLost, kLost, kLost}},
               {"abs(x)", 0, 0, {0, 0, kLost, 0, 0}},
               {"max(x,y)", 1, 1, {0.5, 0.5, kLost, kLost, kLost}},
               {"max(x,0)", 0, 1, {0.5, 0, kLost, 0, 0}},
               {"x*abs(x)", 0, 0, {0, 0, kLost, 0, 0}},
               {"(x^4)^0.25", 0, 0, {kLost, 0, kLost, 0, 0}},
               {"atan(1/x)*x", 0, 0, {kLost, 0, kLost, 0, 0}},
               {"1/(1+exp(1/x))", 0, 0, {kLost, 0, kLost, 0, 0}},
               {"sqrt(abs(x*y))", 0, 0, {kLost, kLost, kLost, kLost, kLost}},
               {"atan2(y,x)", 0, 0, {kLost, kLost}},
               {"x^y", -1, 2, {-2, kLost}},
               {"x^y", 0, 0, {0, kLost}},
               {"log(x)", -1, 0, {kLost, 0, kLost, 0, 0}}});
  const double infinite = std::numeric_limits<double>::infinity();
  expect_rows({{"sqrt(x)", 0, 0, {infinite}}, {"cbrt(x)", 0, 0, {infinite}}, {"asin(x)", 1, 0, {infinite}}});
}

TEST(Recovery, KnowsFlatGround) {
  for (const std::string formula :
       {"sqrt(max(x,0))", "max(x,0)^0.5", "cbrt(max(0,x))", "sqrt(x>0?x:0)", "acos(min(1,max(-1,x)))",
        "sqrt(max(0,x)+max(0,x-1))", "sqrt((x>0)*x)", "sqrt(abs(x)+x)", "sqrt(max(0,1-x^2))", "log(max(0,x)+1)^0.5",
        "sqrt(max(x,0))*sqrt(max(x+0.5,0))", "hypot(sqrt(max(x,0)),0)+1", "step(x)*sqrt(x+9)",
        "asin(max(-1,min(1,x)))"}) {
    EXPECT_THAT(derivatives_at(formula + "+y", {-1.5, 2}), testing::ElementsAre(testing::_, 0, 1, 0, 0, 0)) << formula;
  }
}

TEST(Recovery, FollowsFromTheVariablesOfTheSlopeAlone) {
  // So that a table may compute the digits of such a slope once a column.
  for (const double y : {-1.0, 0.0, 1e300}) {
    EXPECT_EQ(derivatives_at("exp(-1/x^2)+y", {0, y})[1], 0) << y;
    EXPECT_EQ(derivatives_at("1/(1+exp(-x))+1/y", {-800, y})[1], 0) << y;
    EXPECT_TRUE(std::isnan(derivatives_at("1/(1+exp(1/x))+y", {0, y})[1])) << y;
  }
  EXPECT_TRUE(std::isnan(derivatives_at("exp(-1/x^2)+log(y)", {0, -1})[1]));
}

TEST(Recovery, LosesNoSlopeOfFormulasFromNextToZeroToFarBeyond) {
  std::ifstream file(GRADFIELD_TEST_DATA "/far_slopes.csv");
  std::string line;
  std::size_t compared = 0, in_range = 0, right_in_range = 0;
  while (std::getline(file, line)) {
    if (line.starts_with('#')) continue;
    std::istringstream cells(line);
    std::string formula, cell;
    std::getline(cells, formula, ';');
    std::vector<double> v;
    while (std::getline(cells, cell, ';')) v.push_back(std::strtod(cell.c_str(), nullptr));
    ASSERT_EQ(v.size(), 7u - 1) << line;
    const double x = v[0], f = v[1], magnitude = std::fabs(x);
    const std::vector<double> found = derivatives_at(formula, {x}, {"x"});
    if (!(std::fabs(found[0] - f) <= 1e-11 * std::fabs(f) + 1e-307)) continue;  // the formula as written is no better
    // What a step that leaves the range of doubles makes of a finite value is not looked at again.
    const bool is_ordinary = magnitude < 1e90 && magnitude > 1e-90;
    for (const std::size_t order : {1u, 2u}) {
      const double expected = v[1 + order], moves = v[3 + order];
      if (!std::isfinite(expected) || !std::isfinite(moves)) continue;
      const double cancelled = (std::fabs(f) + 1) / std::pow(std::max(magnitude, 1.0), static_cast<double>(order));
      const double error = std::fabs(found[order] - expected);
      // Formulas whose terms cancel lose digits as they are written: no more than f's own over the length x.
      const bool is_right = error <= 1e-9 * moves + 1e-14 * cancelled + 1e-307;
      ++compared;
      if (is_ordinary) {
        EXPECT_TRUE(is_right) << formula << " at " << x << ", order " << order << ": " << found[order] << ", not "
                              << expected;
      } else {
        ++in_range;
        right_in_range += is_right;
        EXPECT_TRUE(std::isfinite(found[order])) << formula << " at " << x << ", order " << order;
      }
    }
  }
  EXPECT_GT(compared, 12'000u);
  EXPECT_GT(static_cast<double>(right_in_range), 0.99 * static_cast<double>(in_range));
}

}  // namespace
}  // namespace gradfield::test
