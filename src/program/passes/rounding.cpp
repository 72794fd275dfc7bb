#include "program/passes/rounding.hpp"

#include <array>
#include <limits>

#include "program/rules.hpp"

namespace gradfield {
namespace {

constexpr double kLeast = std::numeric_limits<double>::denorm_min();

// Half a unit in the last place of a value near 1: what a correct rounding costs at most.
constexpr double kUnitRoundoff = 0x1p-53;

// The bound of one instruction from those of its operands, which stand in the place of their slopes; the structural
// zero where there is no error.
Slope bound_of(Operation operation, const RuleInput& in) {
  Slope sum;
  for (std::size_t k = 0; k < kLargestArity; ++k) {
    if (!in.du[k]) continue;
    // The slopes are taken one by one, so that errors of opposite signs do not cancel.
    if (const Slope passed_on = rules_of(operation).slope(only(in, k))) sum = sum + absolute(*passed_on);
  }
  if (has(operation, Trait::kExact)) return sum;
  const Term size = absolute(in.v);
  sum = sum + kUnitRoundoff * size;
  if (!has(operation, Trait::kUnderflows)) return sum;
  return sum + apply(Operation::kMinimum, size, size.constant(kLeast));  // 0 stays 0
}

}  // namespace

Program with_rounding_error(const Program& f) {
  ProgramBuilder builder(f.variables());
  const std::vector<NodeId> places = builder.insert(f);
  std::vector<Slope> bounds;
  for (NodeId place = 0; place < places.size(); ++place) {
    bounds.push_back(bound_of(f.instructions()[place].operation, rule_input(builder, f, place, places, bounds)));
  }
  const NodeId value = f.outputs()[0];
  const Slope bound = bounds[value];
  const std::array outputs{places[value], bound ? bound->node : builder.constant(0)};
  return builder.finish(outputs);
}

}  // namespace gradfield
