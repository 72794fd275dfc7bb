// Differences of f at one stencil: their weights in exact numbers, their orders, their steps, and the edges of domains.
#include "field/methods/differences.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <functional>
#include <limits>

#include "support/methods.hpp"
#include "support/numbers.hpp"

namespace gradfield::test {
namespace {

struct DifferenceMethod {
  const char* name;
  double order;
  double step_factor;
};
const DifferenceMethod kMethods[] = {
    {"forward", 1, std::pow(kEpsilon, 1.0 / 2)},
    {"backward", 1, std::pow(kEpsilon, 1.0 / 2)},
    {"central", 2, std::pow(kEpsilon, 1.0 / 3)},
    {"five-point", 4, std::pow(kEpsilon, 1.0 / 5)},
};

double slope_in_x(const std::string& method, const std::string& formula, double x, std::optional<double> step = {}) {
  return slopes_at(method, formula, x, 0.5, step)[0];
}

// Of all errors of slopes in two fields.
double root_mean_square(const Field& field, const Field& exact) {
  double sum = 0;
  for (std::size_t k = 0; k < field.slopes.size(); ++k) {
    for (std::size_t i = 0; i < field.size(); ++i) sum += std::pow(field.slopes[k][i] - exact.slopes[k][i], 2);
  }
  return std::sqrt(sum / static_cast<double>(field.size() * field.slopes.size()));
}

// How the logarithm of the error grows with that of the step: least squares over the steps h, h/2, ..., h/16.
double order_of(const std::function<double(double h)>& error, double largest_step) {
  double n = 0, x = 0, y = 0, xx = 0, xy = 0;
  for (double h = largest_step; h >= largest_step / 16; h /= 2) {
    const double log_h = std::log(h), log_error = std::log(error(h));
    n += 1, x += log_h, y += log_error, xx += log_h * log_h, xy += log_h * log_error;
  }
  return (n * xy - x * y) / (n * xx - x * x);
}

TEST(DifferenceGradient, HasTheOrderOfItsMethod) {
  for (const DifferenceMethod& method : kMethods) {
    for (const std::string formula :
         {"exp(x)*sin(y)", "sin(x)*cosh(y)", "1/(9+x+y^3/9)", "log(4+x)*sqrt(5+y)", "x^6+x*y^5"}) {
      const Grid grid = plane(-2.9, 2.7, 13);
      // From 0.1 down to 0.006: there the next term of the error adds at most a tenth, and roundings not yet anything.
      const Field exact = field_by("exact", formula, grid);
      const double order =
          order_of([&](double h) { return root_mean_square(field_by(method.name, formula, grid, h), exact); }, 0.1);
      EXPECT_NEAR(order, method.order, 0.05 * method.order) << method.name << " of " << formula;
    }
  }
}

// Numbers in which nothing is rounded: a formula of the degree of the method's order has the exact slope, the next
// degree has not.
TEST(DifferenceGradient, IsExactForPolynomialsOfItsOrder) {
  for (const double h : {0.5, 0.25, 0.0078125}) {
    EXPECT_EQ(slope_in_x("forward", "3*x", 2, h), 3);
    EXPECT_EQ(slope_in_x("forward", "x^2", 2, h), 4 + h);
    EXPECT_EQ(slope_in_x("backward", "x^2", 2, h), 4 - h);
    EXPECT_EQ(slope_in_x("central", "x^2", 2, h), 4);
    EXPECT_EQ(slope_in_x("central", "x^3", 2, h), 12 + h * h);
    EXPECT_EQ(slope_in_x("five-point", "x^4-x^3", 2, h), 32 - 12);
    EXPECT_EQ(slope_in_x("five-point", "x^5", 2, h), 80 - 4 * h * h * h * h);
  }
}

// 0*sqrt(x) is 0 above 0 and nan below; 0*sqrt(4-x) the other way round at 4.
TEST(DifferenceGradient, IsOneSidedWithoutLossOfOrderWhereFIsUndefinedOnOneSide) {
  const double h = 0.25;
  EXPECT_EQ(slope_in_x("forward", "x^2+0*sqrt(4-x)", 4, h), 8 - h) << "backward";
  EXPECT_EQ(slope_in_x("backward", "x^2+0*sqrt(x)", 0, h), 0 + h) << "forward";
  for (const std::string edge : {"+0*sqrt(x-2)", "+0*sqrt(2-x)"}) {
    EXPECT_EQ(slope_in_x("central", "x^2" + edge, 2, h), 4) << "three points" << edge;
    EXPECT_EQ(slope_in_x("central", "x^3" + edge, 2, h), 12 - 2 * h * h) << "three points" << edge;
    EXPECT_EQ(slope_in_x("five-point", "x^4" + edge, 2, h), 32) << "five points" << edge;
    EXPECT_EQ(slope_in_x("five-point", "x^5" + edge, 2, h), 80 - 24 * h * h * h * h) << "five points" << edge;
  }
  // One step away from the edge: one point on its side, three on the other.
  EXPECT_EQ(slope_in_x("five-point", "x^4+0*sqrt(x-1.75)", 2, h), 32);
  EXPECT_EQ(slope_in_x("five-point", "x^5+0*sqrt(x-1.75)", 2, h), 80 + 6 * h * h * h * h);
  EXPECT_EQ(slope_in_x("five-point", "x^4+0*sqrt(2.25-x)", 2, h), 32);
  EXPECT_EQ(slope_in_x("five-point", "x^5+0*sqrt(2.25-x)", 2, h), 80 + 6 * h * h * h * h);
}

TEST(DifferenceGradient, TakesFewerPointsWhereFIsDefinedOnAShortStretch) {
  const double h = 0.25;
  // On [2-h, 2+h], [2, 2+2h], [2, 2+h] and [2-h, 2] alone.
  EXPECT_EQ(slope_in_x("five-point", "x^3+0*sqrt(0.25-abs(x-2))", 2, h), 12 + h * h) << "central";
  EXPECT_EQ(slope_in_x("five-point", "x^3+0*sqrt(0.25-abs(x-2.25))", 2, h), 12 - 2 * h * h) << "three points above";
  EXPECT_EQ(slope_in_x("five-point", "x^3+0*sqrt(0.25-abs(x-1.75))", 2, h), 12 - 2 * h * h) << "three points below";
  for (const std::string method : {"central", "five-point", "forward", "backward"}) {
    EXPECT_EQ(slope_in_x(method, "x^2+0*sqrt(0.125-abs(x-2.125))", 2, h), 4 + h) << method << ": two points above";
    EXPECT_EQ(slope_in_x(method, "x^2+0*sqrt(0.125-abs(x-1.875))", 2, h), 4 - h) << method << ": two points below";
    EXPECT_TRUE(std::isnan(slope_in_x(method, "0*sqrt(-abs(x-2))", 2, h))) << method << ": the point alone";
  }
}

TEST(DifferenceGradient, TakesAnInfiniteNeighbourForNone) {
  const double h = 0.25;
  // log(0) is -inf, and log(0.5) - log(0.25) = log(2). 1e-14: a few roundings of values near 1, over h.
  EXPECT_NEAR(slope_in_x("central", "log(x)", 0.25, h), (4 * std::log(2.0) - std::log(3.0)) / (2 * h), 1e-14);
  EXPECT_NEAR(slope_in_x("backward", "log(x)", 0.25, h), std::log(2.0) / h, 1e-14);
  for (const DifferenceMethod& method : kMethods) {
    EXPECT_TRUE(std::isnan(slope_in_x(method.name, "1/x", 0))) << "at the pole itself " << method.name << " has none";
  }
}

TEST(DifferenceGradient, HasAlmostTheLeastErrorThatAnyStepGives) {
  for (const double scale : {1.0, 1e-9, 1e9}) {
    const Grid grid = plane(-3 * scale, 2.8 * scale, 14);
    for (const std::string formula : {"sin(a*x)*cos(a*y)", "exp(-(a*x)^2/4-(a*y)^2/4)", "log(5+a*x+(a*y)^2)",
                                      "(a*x)^5-2*a*x*(a*y)^4", "1/(9+a*x+a*y)+sqrt(9+a*x)"}) {
      for (const DifferenceMethod& method : kMethods) {
        const Program f = compile_expression(formula, {{"x", "y"}, {{"a", 1 / scale}}});
        const Field exact = collect(grid, *make_gradient(*find_method("exact"), f, {}));
        const auto error = [&](std::optional<double> step) {
          return root_mean_square(collect(grid, *make_gradient(*find_method(method.name), f, settings_of(grid, step))),
                                  exact);
        };
        double least = std::numeric_limits<double>::infinity();
        // Four steps a decade, four decades to both sides.
        for (int i = -16; i <= 16; ++i) {
          least = std::min(least, error(method.step_factor * 3 * scale * std::pow(10, i / 4.0)));
        }
        EXPECT_LE(error({}), 10 * least) << method.name << " of " << formula << ", scale " << scale;
      }
    }
  }
}

}  // namespace
}  // namespace gradfield::test
