// What is rewritten, and what never is, because it would hide a nan, an infinity or the sign of a zero.
#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "formula/compile.hpp"
#include "program/builder.hpp"
#include "program/rules.hpp"
#include "support/numbers.hpp"
#include "support/reference.hpp"

namespace gradfield::test {
namespace {

std::string listing_of(const std::string& formula) { return compile_expression(formula, {{"x", "y"}, {}}).listing(); }

TEST(Simplify, FindsTheSimplerForm) {
  const std::pair<std::string, std::string> pairs[] = {
      {"1*x", "x"},
      {"x*1", "x"},
      {"x/1", "x"},
      {"x-0", "x"},
      {"x^1", "x"},
      {"x^0", "1"},
      {"-(-x)", "x"},
      {"x*-1", "-x"},
      {"-1*x", "-x"},
      {"x/-1", "-x"},
      {"x+-y", "x-y"},
      {"x-(-y)", "x+y"},

      {"(-x)^2", "x^2"},
      {"abs(x)^2", "x^2"},
      {"(-x)^4", "x^4"},
      {"abs(-x)", "abs(x)"},
      {"abs(x^2)", "x^2"},
      {"abs(exp(x))", "exp(x)"},
      {"abs(abs(x))", "abs(x)"},
      {"abs(sqrt(x^2+y^2))", "sqrt(x^2+y^2)"},
      {"abs(x^2*exp(y)+3)", "x^2*exp(y)+3"},
      {"1?x:y", "x"},
      {"0?x:y", "y"},
      {"0/0?x:y", "x"},
      {"x?y:y", "y"},
      {"2*3+x", "6+x"},
      {"sin(0)+x", "0+x"},
      {"x*y+y*x", "(x*y)+(x*y)"},
      {"max(1,2)*x", "2*x"},
      {"+x", "x"},
      {"min(x,x)", "x"},
      {"max(x+y,x+y,0)", "max(x+y,0)"},
  };
  for (const auto& [formula, simpler] : pairs) EXPECT_EQ(listing_of(formula), listing_of(simpler)) << formula;
  EXPECT_EQ(listing_of("-x+y"), "%0 = variable x\n%1 = variable y\n%2 = subtract %1 %0\nresult %2\n");
  EXPECT_EQ(listing_of("x^-1"), "%0 = variable x\n%1 = constant 1\n%2 = divide %1 %0\nresult %2\n");
}

TEST(Simplify, KeepsWhatMayBeNanOrInfiniteOrMinusZero) {
  const std::pair<std::string, std::string> kept[] = {
      {"0*x", "multiply"},   {"x*0", "multiply"},    {"0/x", "divide"},        {"x-x", "subtract"},
      {"x/x", "divide"},     {"x+0", "add"},         {"0+x", "add"},           {"0-x", "subtract"},
      {"x/x*y", "divide"},   {"x^2/x^2", "divide"},  {"abs(x)", "abs"},        {"abs(x+y)", "abs"},
      {"abs(x^3)", "abs"},   {"min(x,y)", "min"},    {"x==x", "equal"},        {"0^x", "power"},
      {"1^x", "power"},      {"x&&0", "and"},        {"x||1", "or"},           {"sqrt(x)^2", "square"},
      {"sqrt(x^2)", "sqrt"}, {"log(exp(x))", "log"}, {"abs(max(x,1))", "abs"}, {"x/2*2", "divide"},
  };
  for (const auto& [formula, operation] : kept) {
    EXPECT_NE(listing_of(formula).find("= " + operation + " "), std::string::npos) << listing_of(formula);
  }
}

// Each rewrite against the operation as typed, at every pair of nasty values: same bits, but for powers within one
// rounding, and every nan the same nan to us.
TEST(Simplify, ChangesNoValue) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity(), kNan = std::numeric_limits<double>::quiet_NaN();
  const double nasty[] = {0.0,
                          -0.0,
                          5e-324,
                          -5e-324,
                          1e-310,
                          1e-160,
                          0.3,
                          -0.5,
                          1.0,
                          -1.0,
                          1.0000000000000002,
                          2.5,
                          -3.0,
                          1e8,
                          1.4e154,
                          -1.4e154,
                          1e300,
                          1.7976931348623157e308,
                          kInfinity,
                          -kInfinity,
                          kNan};
  using enum Operation;
  const double constants[] = {0.0, -0.0, 1.0, -1.0, 2.0, 3.0, 4.0, 0.5, kInfinity, kNan};
  std::size_t rewritten = 0;
  for (std::size_t i = 0; i < kOperationCount; ++i) {
    const auto operation = static_cast<Operation>(i);
    const SimplifyRule simplify = rules_of(operation).simplify;
    if (simplify == nullptr) continue;
    ProgramBuilder builder({"x", "y"});
    const NodeId x = builder.variable(0), y = builder.variable(1);
    std::vector<NodeId> atoms{x,
                              y,
                              builder.apply(kNegate, std::array{x}),
                              builder.apply(kNegate, std::array{y}),
                              builder.apply(kAbsolute, std::array{x}),
                              builder.apply(kSquare, std::array{x}),
                              builder.apply(kExponential, std::array{y})};
    for (const double constant : constants) atoms.push_back(builder.constant(constant));
    const auto arity = static_cast<std::size_t>(kernel_of(operation).arity);
    for (const NodeId a : atoms) {
      for (const NodeId b : arity > 1 ? atoms : std::vector{a}) {
        for (const NodeId c : arity > 2 ? atoms : std::vector{b}) {
          const std::array operands{a, b, c};
          const std::span used = std::span(operands).first(arity);
          const std::optional<NodeId> simpler = simplify(builder, used);
          if (!simpler) continue;
          ++rewritten;
          const Program program = builder.finish(std::array{a, b, c, *simpler});
          for (const double u : nasty) {
            for (const double w : nasty) {
              const std::vector<double> values = program.evaluate_at({u, w});
              const bool is_power = operation == kPower;
              // The C library's power: ours overflows 2e-6 early.
              const double expected =
                  is_power ? std::pow(values[0], values[1]) : kernel_of(operation).value(values.data());
              EXPECT_THAT(values[3], WithinRoundings(expected, is_power ? 1.5 : 0))
                  << kernel_of(operation).name << " at " << u << ", " << w << " of\n"
                  << program.listing();
              if (!std::isnan(expected)) {
                EXPECT_EQ(std::signbit(values[3]), std::signbit(expected))
                    << kernel_of(operation).name << " at " << u << ", " << w << " of\n"
                    << program.listing();
              }
            }
          }
        }
      }
    }
  }
  EXPECT_GE(rewritten, 300u);
}

TEST(Simplify, KnowsWhatIsNeverNegative) {
  const auto is_known = [](const std::string& formula) {
    const Program program = compile_expression(formula, {{"x", "y"}, {}});
    ProgramBuilder builder(program.variables());
    const std::vector<NodeId> places = builder.insert(program);
    return builder.is_never_negative(places[program.outputs()[0]]);
  };
  for (const std::string formula :
       {"3",        "0",       "x^2",        "x^4",       "abs(x)",     "exp(x)",     "cosh(x)",
        "x^2+y^2",  "x^2*y^2", "x^2/exp(y)", "sqrt(x^2)", "min(x^2,1)", "max(x^2,0)", "x?y^2:1",
        "gauss(x)", "erfc(x)", "step(x)",    "x<y",       "x==y",       "x&&y",       "given(x,y^2)"}) {
    EXPECT_TRUE(is_known(formula)) << formula;
  }
  for (const std::string formula :
       {"-3", "-0", "x", "x^3", "-x^2", "x^2-1", "x^2*y", "sqrt(x)", "log(x)", "sin(x)", "max(x,1)", "min(x,1)",
        "x?y:1", "sinh(x)", "erf(x)", "tgamma(x)", "lgamma(x)", "floor(x)", "given(x^2,y)"}) {
    EXPECT_FALSE(is_known(formula)) << formula;
  }
  // Deeper than it looks: no, but no harm.
  std::string deep = "x^2";
  for (int i = 0; i < 100; ++i) deep = "sqrt(" + deep + ")";
  EXPECT_FALSE(is_known(deep));
}

}  // namespace
}  // namespace gradfield::test
