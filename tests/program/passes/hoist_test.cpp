// What is computed along the axes of a grid, and what at every point.
#include "program/passes/hoist.hpp"

#include <gmock/gmock.h>

#include "formula/compile.hpp"
#include "program/differentiate.hpp"
#include "program/passes/specialize.hpp"
#include "support/compiled.hpp"

namespace gradfield::test {
namespace {

std::size_t operations(const Program& program) {
  std::size_t count = 0;
  for (const Instruction& instruction : program.instructions()) {
    count += kernel_of(instruction.operation).arity > 0;
  }
  return count;
}

TEST(Hoist, LeavesAtThePointsOnlyWhatDependsOnBothAxes) {
  struct Row {
    const char* text;
    std::size_t column, row, point;  // operations
  };
  for (const Row& row : {Row{"x^2+y^2", 1, 1, 1},
                         {"sin(x)*cos(y)", 1, 1, 1},
                         {"sin(x)", 1, 0, 0},
                         {"exp(cos(y))", 0, 2, 0},
                         {"sin(x*y)", 0, 0, 2},
                         {"x", 0, 0, 0},
                         {"sin(x)*x+exp(y)*y", 2, 2, 1},
                         {"7", 0, 0, 0}}) {
    const HoistedProgram parts = hoist(compiled(row.text));
    EXPECT_EQ(operations(parts.column), row.column) << row.text;
    EXPECT_EQ(operations(parts.row), row.row) << row.text;
    EXPECT_EQ(operations(parts.point), row.point) << row.text;
    EXPECT_EQ(parts.point.variables().size(), parts.column.outputs().size() + parts.row.outputs().size()) << row.text;
  }
}

TEST(Hoist, TakesAllSlowerVariablesForOneRow) {
  const HoistedProgram parts = hoist(compiled("sin(y*z)*w+exp(w)", {"w", "y", "z"}));
  EXPECT_EQ(operations(parts.column), 1u);
  EXPECT_EQ(operations(parts.row), 2u);
  EXPECT_EQ(operations(parts.point), 2u);
}

TEST(VariablesOfOutputs, AreThoseThatTheirInstructionsRead) {
  const Box box{{-3, 3, false}, {-3, 3, false}};
  const auto of = [&](const char* text) {
    return variables_of_outputs(specialize(differentiate(compiled(text)), box));
  };
  EXPECT_THAT(of("x^2+y^2"), testing::ElementsAre(3, 1, 2));
  EXPECT_THAT(of("x*y"), testing::ElementsAre(3, 2, 1));
  EXPECT_THAT(of("exp(x)"), testing::ElementsAre(1, 1, 0));
  EXPECT_THAT(of("5"), testing::ElementsAre(0, 0, 0));
  // log(x) is nan for x < 0, and then so is the slope in y.
  EXPECT_THAT(of("log(x)+y"), testing::ElementsAre(3, 1, testing::AnyOf(1, 3)));
}

}  // namespace
}  // namespace gradfield::test
