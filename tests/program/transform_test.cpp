// The two ways through a program: instructions made anew after their operands, and what a result needs.
#include "program/transform.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

#include "formula/compile.hpp"
#include "program/builder.hpp"

namespace gradfield::test {
namespace {

Program compiled(const std::string& formula) { return compile_expression(formula, {{"x", "y"}, {}}); }

TEST(Transform, GivesEachInstructionWithItsOperandsWhereTheyWent) {
  const Program program = compiled("sin(x)*y+sin(x)");
  ProgramBuilder builder({"x", "y"});
  builder.constant(7);  // so that nothing keeps its place
  const std::vector<NodeId> places =
      transform(program.instructions(), [&](const Instruction& instruction, NodeId place) {
        EXPECT_EQ(instruction.operation, program.instructions()[place].operation);
        const bool is_sine = instruction.operation == Operation::kSine;
        return is_sine ? builder.apply(Operation::kCosine, std::array{instruction.operands[0]})
                       : builder.add(instruction);
      });
  EXPECT_EQ(places.size(), program.instructions().size());
  EXPECT_EQ(builder.finish(moved(program.outputs(), places)).listing(), compiled("cos(x)*y+cos(x)").listing());
}

TEST(Reach, FlagsWhatTheTopsNeedAndNothingElse) {
  ProgramBuilder builder({"x", "y"});
  const NodeId x = builder.variable(0), y = builder.variable(1);
  const NodeId sine = builder.apply(Operation::kSine, std::array{x});
  const NodeId square = builder.apply(Operation::kSquare, std::array{y});
  const Program program = builder.finish(std::array{sine, square});
  EXPECT_EQ(reach(program.instructions(), std::array{sine}), (std::vector{true, false, true, false}));
  EXPECT_EQ(reach(program.instructions(), program.outputs()), (std::vector{true, true, true, true}));
  EXPECT_EQ(reach(program.instructions(), {}), (std::vector{false, false, false, false}));
}

TEST(Reach, GoesOnlyWhereItMayFollow) {
  const Program program = compiled("sin(x)-cos(y)");
  const auto is_left = [](NodeId, std::size_t k) { return k == 0; };
  const std::vector<bool> reached = reach(program.instructions(), program.outputs(), is_left);
  for (std::size_t i = 0; i < reached.size(); ++i) {
    const Operation operation = program.instructions()[i].operation;
    const bool is_of_y = operation == Operation::kCosine || program.instructions()[i].variable == 1;
    EXPECT_EQ(reached[i], !is_of_y) << i;
  }
}

}  // namespace
}  // namespace gradfield::test
