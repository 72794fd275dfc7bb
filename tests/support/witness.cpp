#include "support/witness.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>

namespace gradfield::test {

MuParserFormula::MuParserFormula(const std::string& formula) {
  // Its optimiser folds 0.5||0 as whole numbers, to 0.
  parser_.EnableOptimizer(false);
  parser_.ClearConst();
  parser_.DefineConst("pi", 3.141592653589793);
  parser_.DefineConst("e", 2.718281828459045);
  parser_.DefineVar("x", &x_);
  parser_.DefineVar("y", &y_);
  parser_.SetExpr(formula);
  parser_.Eval();
}

double MuParserFormula::operator()(double x, double y) {
  x_ = x;
  y_ = y;
  return parser_.Eval();
}

double rounding_spread(const Program& program, const std::vector<double>& point) {
  const double exact = program.evaluate_at(point)[0];
  if (std::isnan(exact)) return 0;
  std::mt19937_64 random(1);
  double spread = 4 * 0x1p-52 * std::fabs(exact) + std::numeric_limits<double>::denorm_min();
  const auto& instructions = program.instructions();
  std::vector<double> values(instructions.size());
  for (int run = 0; run < 6; ++run) {
    for (std::size_t i = 0; i < instructions.size(); ++i) {
      const Instruction& instruction = instructions[i];
      // -1 to 1, in units of two roundings.
      const double error = (static_cast<double>(random() >> 11) * 0x1p-52 - 1) * 0x1p-51;
      std::array<double, kLargestArity> operands{};
      for (std::size_t k = 0; k < kLargestArity; ++k) operands[k] = values[instruction.operands[k]];
      switch (instruction.operation) {
        case Operation::kConstant:
          values[i] = instruction.constant;
          continue;
        case Operation::kVariable:
          values[i] = point[instruction.variable];
          continue;
        default:
          values[i] = kernel_of(instruction.operation).value(operands.data()) * (1 + error);
      }
      const double u = operands[0];
      // muParser's asinh is log(u + sqrt(u*u + 1)), its acosh log(u + sqrt(u*u - 1)) and its atanh
      // log((1+u)/(1-u))/2: absolute errors near 0, and cancellation in asinh below 0 and in acosh near 1.
      if (instruction.operation == Operation::kAreaSine) values[i] += error * (1 + 2 * u * u);
      if (instruction.operation == Operation::kAreaTangent) values[i] += error;
      if (instruction.operation == Operation::kAreaCosine && u > 1) values[i] += error * (1 + 1 / values[i]);
    }
    const double moved = std::fabs(values[program.outputs()[0]] - exact);
    if (std::isnan(moved)) {
      // Both at the same infinity: nothing has moved.
      if (values[program.outputs()[0]] == exact) continue;
      return std::numeric_limits<double>::infinity();
    }
    spread = std::max(spread, 2 * moved);
  }
  return spread;
}

namespace {

std::vector<double> every_step(const Program& program, const std::vector<double>& point) {
  std::vector<NodeId> all(program.instructions().size());
  std::iota(all.begin(), all.end(), NodeId{0});
  return Program(program.variables(), program.instructions(), all).evaluate_at(point);
}

}  // namespace

bool has_singular_step(const Program& program, const std::vector<double>& point) {
  const std::vector<double> values = every_step(program, point);
  for (std::size_t i = 0; i < values.size(); ++i) {
    const Instruction& instruction = program.instructions()[i];
    const bool divides_by_0 = instruction.operation == Operation::kDivide && values[instruction.operands[1]] == 0;
    if (std::isinf(values[i]) || divides_by_0) return true;
  }
  return false;
}

bool has_nan_step(const Program& program, const std::vector<double>& point) {
  const std::vector<double> values = every_step(program, point);
  return std::any_of(values.begin(), values.end(), [](double value) { return std::isnan(value); });
}

}  // namespace gradfield::test
