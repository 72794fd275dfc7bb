// A program as the steps in which the evaluator runs it: mostly one an instruction, fewer where one block of the kernel
// has the results of two.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "kernel/blocks.hpp"
#include "program/program.hpp"

namespace gradfield {

/// One loop over the points of a tile. Operands and results are named by their instructions.
struct Step {
  Block block = nullptr;     // of one result
  PairBlock pair = nullptr;  // of two results of one operand; then `block` is null
  std::size_t arity = 0;
  std::array<NodeId, kLargestArity> operands{};
  std::array<NodeId, 2> results{};  // the second one of pairs only

  std::size_t result_count() const { return pair == nullptr ? 1 : 2; }
};

/// The steps of a program, each after those whose results it reads. Variables and constants need none. The sine and the
/// cosine of one operand are one step, and so are operations that the kernel has a fusion of, where nothing else reads
/// the values between them.
std::vector<Step> steps_of(const Program& program, const Blocks& blocks);

}  // namespace gradfield
