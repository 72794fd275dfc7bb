// The two ways through the instructions of a program: from the leaves to the results, making each anew, and from the
// results back to what they need.
#pragma once

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

#include "program/program.hpp"

namespace gradfield {

/// Makes every instruction anew, each after its operands, and returns where each of them went. `visit(instruction,
/// place)` makes one: of the instruction that stands at `place`, with its operands where they went; and says where it
/// is now.
template <typename Visitor>
std::vector<NodeId> transform(const std::vector<Instruction>& instructions, const Visitor& visit) {
  std::vector<NodeId> places;
  places.reserve(instructions.size());
  for (Instruction instruction : instructions) {
    for (std::size_t k = 0; k < arity_of(instruction); ++k) instruction.operands[k] = places[instruction.operands[k]];
    places.push_back(visit(std::as_const(instruction), static_cast<NodeId>(places.size())));
  }
  return places;
}

/// Where these nodes went.
inline std::vector<NodeId> moved(std::span<const NodeId> nodes, const std::vector<NodeId>& places) {
  std::vector<NodeId> result;
  for (const NodeId node : nodes) result.push_back(places[node]);
  return result;
}

/// One flag an instruction: whether it is one of `tops`, or is reached from one by going from instructions to their
/// operands, to the k-th of the one at `place` where `follows(place, k)`.
template <typename Follows>
std::vector<bool> reach(const std::vector<Instruction>& instructions, std::span<const NodeId> tops,
                        const Follows& follows) {
  std::vector<bool> reached(instructions.size(), false);
  for (const NodeId top : tops) reached[top] = true;
  for (auto place = static_cast<NodeId>(instructions.size()); place-- > 0;) {
    for (std::size_t k = 0; reached[place] && k < arity_of(instructions[place]); ++k) {
      if (follows(place, k)) reached[instructions[place].operands[k]] = true;
    }
  }
  return reached;
}

/// The same, to all operands: whether one of `tops` needs it.
inline std::vector<bool> reach(const std::vector<Instruction>& instructions, std::span<const NodeId> tops) {
  return reach(instructions, tops, [](NodeId, std::size_t) { return true; });
}

}  // namespace gradfield
