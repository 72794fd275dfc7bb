#include "program/passes/specialize.hpp"

#include <array>
#include <cmath>
#include <optional>

#include "program/builder.hpp"

namespace gradfield {
namespace {

using enum Operation;

// Where the nans of one instruction come from, and which nans make it nan for certain.
class NanOrigins {
 public:
  NanOrigins(const Program& program, const std::vector<InstructionBounds>& bounds)
      : program_(program), bounds_(bounds) {}

  /// All instructions below `top` (and itself) that may make a nan, whether or not it reaches `top`.
  std::vector<NodeId> sources(NodeId top) const {
    std::vector<NodeId> found;
    const std::vector<bool> below = reach(top, [](NodeId, std::size_t) { return true; });
    for (NodeId place = 0; place <= top; ++place) {
      if (below[place] && bounds_[place].value.may_be_nan && bounds_[place].makes_nan) found.push_back(place);
    }
    return found;
  }

  /// One flag an instruction up to `top`: whether its nan always makes `top` nan.
  std::vector<bool> certain(NodeId top) const {
    return reach(top, [&](NodeId place, std::size_t k) { return passes_nan_on(program_, bounds_, place, k); });
  }

 private:
  template <typename Follows>
  std::vector<bool> reach(NodeId top, const Follows& follows) const {
    std::vector<bool> reached(top + 1, false);
    reached[top] = true;
    for (NodeId place = top + 1; place-- > 0;) {
      if (!reached[place]) continue;
      const Instruction& instruction = program_.instructions()[place];
      for (std::size_t k = 0; k < arity_of(instruction); ++k) {
        if (follows(place, k)) reached[instruction.operands[k]] = true;
      }
    }
    return reached;
  }

  const Program& program_;
  const std::vector<InstructionBounds>& bounds_;
};

class Specialization {
 public:
  Specialization(const Program& program, const Box& box)
      : program_(program),
        bounds_(bound_values(program, box)),
        origins_(program, bounds_),
        builder_(program.variables()) {}

  Program run() {
    for (NodeId place = 0; place < program_.instructions().size(); ++place) places_.push_back(rebuild(place));
    std::vector<NodeId> outputs;
    for (const NodeId output : program_.outputs()) outputs.push_back(places_[output]);
    return builder_.finish(outputs);
  }

 private:
  NodeId rebuild(NodeId place) {
    const Instruction& instruction = program_.instructions()[place];
    if (instruction.operation == kConstant) return builder_.constant(instruction.constant);
    if (instruction.operation == kVariable) return builder_.variable(instruction.variable);
    if (const std::optional<NodeId> known = decided(instruction, place)) return *known;
    std::array<NodeId, kLargestArity> operands{};
    for (std::size_t k = 0; k < arity_of(instruction); ++k) operands[k] = places_[instruction.operands[k]];
    // A power whose exponent the box decides: as a product it would be rounded in another way.
    if (instruction.operation == kPower && builder_.is_constant(operands[1]) && !builder_.is_constant(operands[0]) &&
        program_.instructions()[instruction.operands[1]].operation != kConstant) {
      return builder_.add({kPower, operands, 0, 0});
    }
    return builder_.apply(instruction.operation, std::span(operands).first(arity_of(instruction)));
  }

  // The result where the bounds of the operands decide it.
  std::optional<NodeId> decided(const Instruction& instruction, NodeId place) {
    const auto operand = [&](std::size_t k) { return places_[instruction.operands[k]]; };
    const auto bounds = [&](std::size_t k) -> const Bounds& { return bounds_[instruction.operands[k]].value; };
    const Bounds& result = bounds_[place].value;
    const Operation operation = instruction.operation;
    const bool is_truth = operation >= kLess && operation <= kOr;
    const bool is_sign = operation == kSign && result.low != 0;  // the sign of 0 is 0, that of -0 too
    if ((is_truth || is_sign) && result.low == result.high && !result.may_be_nan) return builder_.constant(result.low);
    switch (operation) {
      case kAbsolute:
        // Not where it may be -0, whose magnitude is +0.
        if (bounds(0).low > 0) return operand(0);
        if (bounds(0).high < 0) return builder_.apply(kNegate, std::array{operand(0)});
        return {};
      case kDivide:
        // u/u is 1 exactly for what is finite and not 0.
        if (operand(0) == operand(1) && is_positive_or_negative(bounds(0))) {
          return builder_.constant(1);
        }
        return {};
      case kSelect:
        if (bounds(0).low > 0 || bounds(0).high < 0) return operand(1);  // nan is true
        if (bounds(0).low == 0 && bounds(0).high == 0 && !bounds(0).may_be_nan) return operand(2);
        return {};
      case kNanWhere:
        return guard(instruction);
      default:
        return {};
    }
  }

  static bool is_positive_or_negative(const Bounds& u) {
    return !u.may_be_nan && std::isfinite(u.low) && std::isfinite(u.high) && (u.low > 0 || u.high < 0);
  }

  // nan_where(f, slope): not needed where f cannot be nan, or where every nan of f makes the slope nan by itself. What
  // is left guards with the one origin of f's nans that the slope does not share, where there is one alone.
  std::optional<NodeId> guard(const Instruction& instruction) {
    const NodeId f = instruction.operands[0], slope = instruction.operands[1];
    if (!bounds_[f].value.may_be_nan) return places_[slope];
    const std::vector<bool> reaches_slope = origins_.certain(slope);
    std::vector<NodeId> open;
    for (const NodeId source : origins_.sources(f)) {
      if (source >= reaches_slope.size() || !reaches_slope[source]) open.push_back(source);
    }
    if (open.empty()) return places_[slope];
    if (open.size() == 1 && origins_.certain(f)[open[0]]) {
      return builder_.apply(kNanWhere, std::array{places_[open[0]], places_[slope]});
    }
    return {};
  }

  const Program& program_;
  const std::vector<InstructionBounds> bounds_;
  const NanOrigins origins_;
  ProgramBuilder builder_;
  std::vector<NodeId> places_;
};

}  // namespace

Program specialize(const Program& program, const Box& box) { return Specialization(program, box).run(); }

Program keep_outputs(const Program& program, const std::vector<bool>& kept) {
  ProgramBuilder builder(program.variables());
  std::vector<NodeId> places;
  for (Instruction instruction : program.instructions()) {
    const auto arity = arity_of(instruction);
    for (std::size_t k = 0; k < arity; ++k) instruction.operands[k] = places[instruction.operands[k]];
    places.push_back(builder.add(instruction));
  }
  std::vector<NodeId> outputs;
  for (std::size_t k = 0; k < kept.size(); ++k) {
    outputs.push_back(kept[k] ? places[program.outputs()[k]] : builder.constant(0));
  }
  return builder.finish(outputs);
}

}  // namespace gradfield
