// Cheaper operations have the same bits, and are what they should be.
#include "program/passes/strength_reduction.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "formula/compile.hpp"
#include "program/builder.hpp"
#include "support/compiled.hpp"
#include "support/numbers.hpp"

namespace gradfield::test {
namespace {

std::string cheaper(const std::string& text) { return with_cheaper_operations(compiled(text)).listing(); }

// The program of one operation on x and a constant, whatever the compiler would make of it.
Program with_constant(Operation operation, double constant, bool constant_first, bool negated) {
  ProgramBuilder builder({"x"});
  NodeId u = builder.variable(0);
  if (negated) u = builder.add({Operation::kNegate, {u}, 0, 0});
  const NodeId c = builder.constant(constant);
  const NodeId result =
      constant_first ? builder.add({operation, {c, u}, 0, 0}) : builder.add({operation, {u, c}, 0, 0});
  return builder.finish(std::array{result, builder.add({Operation::kNegate, {result}, 0, 0})});
}

TEST(CheaperOperations, HaveTheSameBitsForEveryConstant) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  std::vector<double> constants{0, 3, 0.1, 1e300, 1e-320, kInfinity, std::nan("")};
  for (int exponent = -1074; exponent <= 1023; ++exponent) constants.push_back(std::ldexp(1, exponent));
  const double values[] = {0,   5e-324, 1.5e-323, 1e-310,  2.2250738585072014e-308, 1e-300,    0.1,
                           1.0, 3.7,    1e10,     1.7e308, 1.7976931348623157e308,  kInfinity, std::nan("")};
  for (const double magnitude : constants) {
    for (const double constant : {magnitude, -magnitude}) {
      for (const Operation operation : {Operation::kDivide, Operation::kMultiply, Operation::kSubtract}) {
        for (const bool first : {false, true}) {
          for (const bool negated : {false, true}) {
            const Program plain = with_constant(operation, constant, first, negated);
            const Program cheap = with_cheaper_operations(plain);
            for (const double value : values) {
              for (const double x : {value, -value}) {
                const auto expected = plain.evaluate_at({x}), actual = cheap.evaluate_at({x});
                ASSERT_TRUE(same_bits(actual[0], expected[0]) && same_bits(actual[1], expected[1]))
                    << "x=" << x << "\n"
                    << plain.listing() << cheap.listing();
              }
            }
          }
        }
      }
    }
  }
}

TEST(CheaperOperations, MultiplyWhereADivisorIsAPowerOfTwo) {
  using testing::HasSubstr;
  using testing::Not;
  for (const std::string text : {"x/4", "x/0.5", "x/-8", "x/1024", "sin(x)/2^1022", "sin(x)*2^-1022"}) {
    EXPECT_THAT(cheaper(text), HasSubstr("multiply")) << text;
    EXPECT_THAT(cheaper(text), Not(HasSubstr("divide"))) << text;
  }
  // The reciprocals of the last two are no doubles, or denormal.
  for (const std::string text : {"x/3", "x/0.1", "4/x", "x/y", "x/2^-1074", "x/2^1023"}) {
    EXPECT_THAT(cheaper(text), HasSubstr("divide")) << text;
  }
}

TEST(CheaperOperations, TakeASignIntoAConstant) {
  using testing::HasSubstr;
  using testing::Not;
  for (const std::string text : {"-(x+y)/4", "-(x+y)/3", "-(x+y)*3", "-(3*(x+y))", "-(4/(x+y))", "-((x+y)/7)"}) {
    EXPECT_THAT(compiled(text).listing(), HasSubstr("negate")) << text;
    EXPECT_THAT(cheaper(text), Not(HasSubstr("negate"))) << text;
  }
  // Nothing is saved where the product itself is read too.
  EXPECT_THAT(cheaper("exp(3*x)+exp(-(3*x))*(3*x)"), HasSubstr("negate"));
  EXPECT_THAT(cheaper("exp(-x)"), HasSubstr("negate"));
}

}  // namespace
}  // namespace gradfield::test
