// The evaluator against Program::evaluate_at, point by point and bit by bit, on every expression of tests/data.
#include "field/evaluator/evaluator.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <cstdint>
#include <limits>
#include <random>

#include "formula/compile.hpp"
#include "program/differentiate.hpp"
#include "support/compiled.hpp"
#include "support/numbers.hpp"
#include "support/reference.hpp"

namespace gradfield::test {
namespace {

// Everyday values with the nasty ones among them.
Tile random_tile(std::size_t variables, std::size_t size, std::uint64_t seed) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  const std::vector<double> nasty{0.0,   -0.0,   1.0,   -1.0,      0.5,        5e-324,
                                  1e308, -1e308, 710.0, kInfinity, -kInfinity, std::nan("")};
  std::mt19937_64 bits(seed);
  std::uniform_real_distribution<double> everyday(-3, 3);
  Tile tile(variables);
  tile.resize(size);
  for (std::size_t k = 0; k < variables; ++k) {
    for (std::size_t i = 0; i < size; ++i)
      tile.mutable_coordinate(k)[i] = bits() % 4 == 0 ? nasty[bits() % nasty.size()] : everyday(bits);
  }
  return tile;
}

void expect_like_evaluate_at(const Program& program, Evaluator& evaluator, const Tile& tile, const std::string& name) {
  evaluator.evaluate(tile);
  for (std::size_t i = 0; i < tile.size(); ++i) {
    std::vector<double> point;
    for (std::size_t k = 0; k < tile.variables(); ++k) point.push_back(tile.coordinate(k)[i]);
    const std::vector<double> expected = program.evaluate_at(point);
    for (std::size_t k = 0; k < expected.size(); ++k) {
      ASSERT_EQ(evaluator.output(k).size(), tile.size()) << name;
      ASSERT_TRUE(same_bits(evaluator.output(k)[i], expected[k]))
          << name << ", output " << k << " at " << testing::PrintToString(point) << " in a tile of " << tile.size()
          << ": " << evaluator.output(k)[i] << ", not " << expected[k] << "\n"
          << program.listing();
    }
  }
}

TEST(Evaluator, GivesTheBitsOfEvaluateAtForEveryExpressionAndItsGradient) {
  const auto all = read_programs();
  ASSERT_GT(all.size(), 500u);
  for (const auto& [text, f] : all) {
    const Program gradient = differentiate(f);
    Evaluator of_f(f), of_gradient(gradient);
    // One object for tiles of different sizes: nothing of a larger tile may show in a smaller one.
    for (const std::size_t size : {kTileSize, std::size_t{1}, kTileSize - 1, std::size_t{3}}) {
      const Tile tile = random_tile(2, size, size);
      ASSERT_NO_FATAL_FAILURE(expect_like_evaluate_at(f, of_f, tile, text));
      ASSERT_NO_FATAL_FAILURE(expect_like_evaluate_at(gradient, of_gradient, tile, "gradient of " + text));
    }
  }
}

TEST(Evaluator, TakesAnyNumberOfVariables) {
  for (std::size_t count : {1u, 3u, 4u, 8u, 32u}) {
    std::vector<std::string> names;
    std::string text = "1";
    for (std::size_t k = 0; k < count; ++k) {
      names.push_back("v" + std::to_string(k));
      text += "+sin(v" + std::to_string(k) + ")*v" + std::to_string((k + 1) % count);
    }
    const Program gradient = differentiate(compile_expression(text, {names, {}}));
    ASSERT_EQ(gradient.outputs().size(), count + 1);
    Evaluator evaluator(gradient);
    expect_like_evaluate_at(gradient, evaluator, random_tile(count, kTileSize, count), text);
  }
}

TEST(Evaluator, GivesVariablesAndConstantsAsTheyAre) {
  const Tile tile = random_tile(2, 100, 5);
  Evaluator variable(compiled("y")), constant(compiled("2.5"));
  variable.evaluate(tile);
  constant.evaluate(tile);
  for (std::size_t i = 0; i < tile.size(); ++i) {
    EXPECT_TRUE(same_bits(variable.output(0)[i], tile.coordinate(1)[i])) << i;
    EXPECT_EQ(constant.output(0)[i], 2.5) << i;
  }
  EXPECT_EQ(variable.slot_count(), 0u) << "a variable needs no copy";
  EXPECT_EQ(constant.slot_count(), 1u);
}

TEST(Evaluator, UsesOneSlotForAChainHoweverLong) {
  std::string text = "x";
  for (int i = 0; i < 100; ++i) text = "cos(sin(" + text + "))";
  const Program chain = compiled(text);
  EXPECT_EQ(chain.instructions().size(), 201u);
  EXPECT_EQ(Evaluator(chain).slot_count(), 1u);
}

TEST(Evaluator, UsesThreeSlotsForASumHoweverWide) {
  // u holds a power of sin(x) for the next term, t the term, s the sum.
  std::string text = "sin(x)", power = "sin(x)";
  for (int i = 0; i < 60; ++i) {
    power = "sin(" + power + ")";
    text += "+cos(" + power + ")*y";
  }
  const Program sum = compiled(text);
  EXPECT_GT(sum.instructions().size(), 200u);
  EXPECT_LE(Evaluator(sum).slot_count(), 3u) << sum.listing();
}

TEST(Evaluator, MakesTheSineAndTheCosineOfOneOperandInOneStep) {
  const auto steps = [](const std::string& text) { return steps_of(compiled(text), active_blocks()).size(); };
  EXPECT_EQ(steps("sin(x)"), 1u);
  EXPECT_EQ(steps("sin(x)*cos(x)"), 2u);
  EXPECT_EQ(steps("cos(x)*sin(y)"), 3u);
  EXPECT_EQ(steps("cos(x*y)-sin(x*y)+cos(x)+sin(y)"), 6u)
      << "one pair, two alone, the product, and three sums in two steps";
  // The bits of each alone, whichever stands first, however far apart, and where both overwrite their operand's slot.
  for (const std::string text : {"sin(x)*cos(x)", "cos(x)-sin(x)", "sin(x)", "cos(x)", "sin(x*y)/cos(x*y)",
                                 "cos(exp(x))+y*exp(sin(exp(x)))", "cos(sin(x)+cos(x))*sin(sin(x)+cos(x))+sin(x)"}) {
    const Program program = differentiate(compiled(text));
    Evaluator evaluator(program);
    expect_like_evaluate_at(program, evaluator, random_tile(2, kTileSize, 4), text);
  }
}

TEST(Evaluator, FusesTwoOperationsWhereNothingElseReadsTheInnerOne) {
  const auto steps = [](const std::string& text) { return steps_of(compiled(text), active_blocks()).size(); };
  EXPECT_EQ(steps("x*y+x"), 1u);
  EXPECT_EQ(steps("x-x*y"), 1u);
  EXPECT_EQ(steps("x^2+y"), 1u) << "a square is a product";
  EXPECT_EQ(steps("x*y+x+y"), 2u) << "two operations at a time";
  EXPECT_EQ(steps("(x+y)*(x+y)"), 2u) << "both operands";
  EXPECT_EQ(steps("x*y/(x*y+1)"), 2u) << "the product is read twice, the sum once";
  EXPECT_EQ(steps("sin(x)*y+cos(y)*x+exp(x)*y+x*y"), 7u) << "three functions, a product, and one step for each other";
  EXPECT_EQ(steps_of(differentiate(compiled("x*y*x")), active_blocks()).size(), 4u) << "the product is a result too";
  // Each row on each side.
  for (const std::string inner : {"(x+y)", "(x-y)", "x*y", "x^2"}) {
    for (const std::string outer : {"+", "-", "*", "/"}) {
      for (const std::string& text : {inner + outer + "exp(y)", "exp(y)" + outer + inner, inner + outer + inner,
                                      inner + outer + "(" + inner + "-sin(x))*" + inner}) {
        const Program program = differentiate(compiled(text));
        Evaluator evaluator(program);
        expect_like_evaluate_at(program, evaluator, random_tile(2, kTileSize, 6), text);
      }
    }
  }
}

TEST(Evaluator, KeepsAValueThatIsReadAgainMuchLater) {
  std::string text = "exp(x)";
  for (int i = 0; i < 50; ++i) text = "sin(" + text + "*y)";
  const Program program = compiled(text + "+exp(x)");
  Evaluator evaluator(program);
  EXPECT_EQ(evaluator.slot_count(), 2u) << program.listing();
  expect_like_evaluate_at(program, evaluator, random_tile(2, kTileSize, 9), text);
}

TEST(Evaluator, ReadsTheSameOperandTwiceFromOneSlot) {
  for (const std::string text : {"exp(x)+exp(x)", "exp(x)*exp(x)", "atan2(exp(x),exp(x))", "min(exp(x),exp(x),exp(x))",
                                 "exp(x)>0?exp(x):exp(x)", "exp(x)/exp(x)-exp(x)"}) {
    const Program program = compiled(text);
    Evaluator evaluator(program);
    expect_like_evaluate_at(program, evaluator, random_tile(2, kTileSize, 3), text);
  }
}

}  // namespace
}  // namespace gradfield::test
