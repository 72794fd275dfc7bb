#include "program/passes/strength_reduction.hpp"

#include <array>
#include <cmath>
#include <optional>
#include <span>
#include <vector>

#include "program/builder.hpp"
#include "program/transform.hpp"

namespace gradfield {
namespace {

using enum Operation;

// The reciprocal of a power of two between 2^-1022 and 2^1022. It is exact there, so that u/c and u*(1/c) are the same
// number, rounded once; denormals stay out, which some processors are slow with.
std::optional<double> exact_reciprocal(double c) {
  int exponent = 0;
  const bool is_power = std::fabs(std::frexp(c, &exponent)) == 0.5;  // c is +-2^(exponent-1)
  if (!is_power || exponent - 1 < -1022 || exponent - 1 > 1022) return {};
  return 1 / c;
}

class Rewriting {
 public:
  explicit Rewriting(const Program& program)
      : program_(program), readers_(program.reader_counts()), builder_(program.variables()) {}

  Program run() {
    const std::vector<NodeId> places =
        transform(program_.instructions(),
                  [this](const Instruction& instruction, NodeId place) { return rebuild(instruction, place); });
    return builder_.finish(moved(program_.outputs(), places));
  }

 private:
  NodeId rebuild(const Instruction& instruction, NodeId place) {
    switch (instruction.operation) {
      case kMultiply:
        for (const std::size_t k : {0u, 1u}) {
          if (builder_.is_constant(instruction.operands[k]))
            return times(instruction.operands[1 - k], value_of(instruction.operands[k]));
        }
        break;
      case kDivide:
        if (builder_.is_constant(instruction.operands[1]))
          return divided(instruction.operands[0], value_of(instruction.operands[1]));
        break;
      case kNegate:
        // The product or quotient itself goes, so nothing else may read it.
        if (readers_[program_.instructions()[place].operands[0]] == 1) {
          if (const auto negated = negative_of(builder_[instruction.operands[0]])) return *negated;
        }
        break;
      default:
        break;
    }
    return builder_.add(instruction);
  }

  double value_of(NodeId constant) const { return builder_[constant].constant; }

  NodeId make(Operation operation, NodeId a, NodeId b) { return builder_.add({operation, {a, b}, 0, 0}); }

  // (-u) * c is u * (-c): signs of products and quotients are exact.
  NodeId times(NodeId u, double c) {
    if (builder_[u].operation == kNegate) return times(builder_[u].operands[0], -c);
    return make(kMultiply, builder_.constant(c), u);
  }

  NodeId divided(NodeId u, double c) {
    if (const auto reciprocal = exact_reciprocal(c)) return times(u, *reciprocal);
    if (builder_[u].operation == kNegate) return divided(builder_[u].operands[0], -c);
    return make(kDivide, u, builder_.constant(c));
  }

  // Of c*u, u/c or c/u.
  std::optional<NodeId> negative_of(const Instruction product) {
    if (product.operation != kMultiply && product.operation != kDivide) return {};
    for (const std::size_t k : {0u, 1u}) {
      if (!builder_.is_constant(product.operands[k])) continue;
      std::array<NodeId, kLargestArity> operands = product.operands;
      operands[k] = builder_.constant(-value_of(product.operands[k]));
      return make(product.operation, operands[0], operands[1]);
    }
    return {};
  }

  const Program& program_;
  std::vector<int> readers_;
  ProgramBuilder builder_;
};

}  // namespace

Program with_cheaper_operations(const Program& program) { return Rewriting(program).run(); }

}  // namespace gradfield
