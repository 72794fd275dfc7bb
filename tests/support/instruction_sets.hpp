// The instruction sets that this machine can run, for tests of every one of them.
#pragma once

#include <vector>

#include "kernel/blocks.hpp"

namespace gradfield::test {

/// What stands where a kernel must not write.
constexpr double kUntouched = 12345;

inline std::vector<const InstructionSet*> supported_sets() {
  std::vector<const InstructionSet*> sets;
  for (const InstructionSet& set : instruction_sets()) {
    if (set.is_supported()) sets.push_back(&set);
  }
  return sets;
}

}  // namespace gradfield::test
