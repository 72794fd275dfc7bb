// A specialised program against the one it was made from: the same bits in the box, and less to do.
#include "program/passes/specialize.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <random>
#include <string>

#include "formula/compile.hpp"
#include "program/differentiate.hpp"
#include "support/numbers.hpp"
#include "support/reference.hpp"

namespace gradfield::test {
namespace {

Box box(double x_low, double x_high, double y_low, double y_high) {
  return {{x_low, x_high, false}, {y_low, y_high, false}};
}

long operations_of(const Program& program) {
  return std::ranges::count_if(program.instructions(), [](const Instruction& instruction) {
    return kernel_of(instruction.operation).arity > 0;
  });
}

TEST(Specialize, KeepsEveryBitInTheBox) {
  std::mt19937_64 random(20240713);
  const Box boxes[] = {box(-3, 3, -3, 3), box(1, 3, 0, 2),        box(-3, -1, 0.5, 0.5),
                       box(0, 1, -1, 0),  box(-1e9, 1e9, 2, 1e9), box(0.1, 0.9, 0.1, 0.9)};
  for (const std::string& formula : read_formulas()) {
    const Program program = differentiate_twice(compile_expression(formula, {{"x", "y"}, {}}));
    for (const Box& where : boxes) {
      const Program special = specialize(program, where);
      EXPECT_LE(operations_of(special), operations_of(program)) << formula;
      for (int k = 0; k < 8; ++k) {
        std::vector<double> point;
        for (const Bounds& range : where) {
          const double share = k == 0 ? 0 : k == 1 ? 1 : k == 2 ? 0.5 : static_cast<double>(random() >> 11) * 0x1p-53;
          point.push_back(std::clamp(range.low + share * (range.high - range.low), range.low, range.high));
        }
        const auto expected = program.evaluate_at(point), actual = special.evaluate_at(point);
        for (std::size_t i = 0; i < expected.size(); ++i) {
          const bool same = std::isnan(expected[i])
                                ? std::isnan(actual[i])
                                : std::bit_cast<std::uint64_t>(expected[i]) == std::bit_cast<std::uint64_t>(actual[i]);
          EXPECT_TRUE(same) << formula << ", output " << i << " at " << point[0] << ", " << point[1] << ": "
                            << expected[i] << ", specialised " << actual[i];
        }
      }
    }
  }
}

// A nan among the coordinates, as --at may bring it: the guards stay.
TEST(Specialize, KeepsTheGuardsWhereAVariableMayBeNan) {
  const Program program = gradient_of("x^2+y^2");
  const Box anywhere(2);
  const Program special = specialize(program, anywhere);
  const std::vector<double> values = special.evaluate_at({1, std::nan("")});
  EXPECT_TRUE(std::isnan(values[0]) && std::isnan(values[1]) && std::isnan(values[2]));
}

struct Row {
  std::string formula;
  Box where;
  std::string lines;
};

TEST(Specialize, LeavesOutWhatTheBoxDecides) {
  const Box plane = box(-3, 3, -3, 3), right = box(1, 3, 1, 3);
  const Row rows[] = {
      {"x^2+y^2", plane,
       "%0 = variable x\n%1 = square %0\n%2 = variable y\n%3 = square %2\n%4 = add %1 %3\n%5 = constant 2\n"
       "%6 = multiply %0 %5\n%7 = multiply %2 %5\nresult %4 %6 %7\n"},
      // The slope log(x) + x/abs(x) shares one origin of nans with x*log(x), but 0 * -inf is the product's own.
      {"x*log(x)", right,
       "%0 = variable x\n%1 = log %0\n%2 = multiply %0 %1\n%3 = constant 1\n%4 = add %1 %3\n%5 = constant 0\n"
       "result %2 %4 %5\n"},
      // Only the logarithm can be nan; it guards what does not use it.
      {"log(x)+y", plane,
       "%0 = variable x\n%1 = log %0\n%2 = variable y\n%3 = add %1 %2\n%4 = constant 1\n%5 = abs %0\n"
       "%6 = divide %4 %5\n%7 = nan_where %1 %6\n%8 = nan_where %1 %4\nresult %3 %7 %8\n"},
      {"abs(x)", right, "%0 = variable x\n%1 = constant 1\n%2 = constant 0\nresult %0 %1 %2\n"},
      {"abs(x)", box(-3, -1, 0, 1),
       "%0 = variable x\n%1 = negate %0\n%2 = constant -1\n%3 = constant 0\nresult %1 %2 %3\n"},
      {"x>0?x:y", right, "%0 = variable x\n%1 = constant 0\n%2 = constant 1\nresult %0 %2 %1\n"},
      {"x>4?x:y", right, "%0 = constant 0\n%1 = variable y\n%2 = constant 1\nresult %1 %0 %2\n"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(specialize(gradient_of(row.formula), row.where).listing(), row.lines) << row.formula;
  }
}

// At -0 the magnitude is another bit pattern, and 1/abs(x) another infinity.
TEST(Specialize, KeepsTheMagnitudeOfWhatMayBeMinusZero) {
  const Program special = specialize(gradient_of("log(x)"), box(-0.0, 3, 0, 1));
  EXPECT_EQ(special.evaluate_at({-0.0, 0})[1], std::numeric_limits<double>::infinity());
}

}  // namespace
}  // namespace gradfield::test
