#include "program/passes/specialize.hpp"

#include <array>
#include <cmath>
#include <optional>

#include "program/rules.hpp"
#include "program/transform.hpp"

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
    const std::vector<bool> below = reach(program_.instructions(), std::array{top});
    for (NodeId place = 0; place <= top; ++place) {
      if (below[place] && bounds_[place].value.may_be_nan && bounds_[place].makes_nan) found.push_back(place);
    }
    return found;
  }

  /// One flag an instruction: whether its nan always makes `top` nan.
  std::vector<bool> certain(NodeId top) const {
    return reach(program_.instructions(), std::array{top},
                 [&](NodeId place, std::size_t k) { return bounds_[place].nan_paths[k] == NanPath::kAlways; });
  }

 private:
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
    transform(program_.instructions(), [this](const Instruction& instruction, NodeId place) {
      return places_.emplace_back(rebuild(instruction, place));
    });
    return builder_.finish(moved(program_.outputs(), places_));
  }

 private:
  // `instruction` has its operands in the builder, as it would stand there; in the program it stands at `place`.
  NodeId rebuild(const Instruction& instruction, NodeId place) {
    if (const std::optional<NodeId> known = decided(instruction, place)) return *known;
    const NodeId base = instruction.operands[0], exponent = instruction.operands[1];
    // A power whose exponent the box decides: as a product it would be rounded in another way.
    if (instruction.operation == kPower && builder_.is_constant(exponent) && !builder_.is_constant(base) &&
        before(before(place).operands[1]).operation != kConstant) {
      return builder_.add(instruction);
    }
    return builder_.apply(instruction);
  }

  const Instruction& before(NodeId place) const { return program_.instructions()[place]; }

  // The result where the bounds of the operands decide it.
  std::optional<NodeId> decided(const Instruction& instruction, NodeId place) {
    const auto& operand = instruction.operands;
    const auto bounds = [&](std::size_t k) -> const Bounds& { return bounds_[before(place).operands[k]].value; };
    const Bounds& result = bounds_[place].value;
    if (has(instruction.operation, Trait::kFewValues) && result.low == result.high && !result.may_be_nan) {
      return builder_.constant(result.low);
    }
    switch (instruction.operation) {
      case kAbsolute:
        // Not where it may be -0, whose magnitude is +0.
        if (bounds(0).low > 0) return operand[0];
        if (bounds(0).high < 0) return builder_.apply(kNegate, std::array{operand[0]});
        return {};
      case kDivide:
        // u/u is 1 exactly for what is finite and not 0.
        if (operand[0] == operand[1] && is_positive_or_negative(bounds(0))) {
          return builder_.constant(1);
        }
        return {};
      case kSelect:
        if (bounds(0).low > 0 || bounds(0).high < 0) return operand[1];  // nan is true
        if (bounds(0).low == 0 && bounds(0).high == 0 && !bounds(0).may_be_nan) return operand[2];
        return {};
      case kNanWhere:
        return guard(before(place));
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
      if (!reaches_slope[source]) open.push_back(source);
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
  const std::vector<NodeId> places = transform(
      program.instructions(), [&](const Instruction& instruction, NodeId) { return builder.add(instruction); });
  std::vector<NodeId> outputs;
  for (std::size_t k = 0; k < kept.size(); ++k) {
    outputs.push_back(kept[k] ? places[program.outputs()[k]] : builder.constant(0));
  }
  return builder.finish(outputs);
}

}  // namespace gradfield
