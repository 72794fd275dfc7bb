#include "kernel/blocks.hpp"

#include <cstdlib>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "base/spelling.hpp"

namespace gradfield {

const InstructionSet& choose_instruction_set(std::string_view name) {
  std::vector<std::string_view> supported;
  const InstructionSet* widest = nullptr;
  for (const InstructionSet& set : instruction_sets()) {
    if (!set.is_supported()) continue;
    supported.push_back(set.name);
    if (name.empty() || set.name == name) widest = &set;
  }
  if (widest == nullptr) {
    throw Error(ExitCode::kUsage, "GRADFIELD_INSTRUCTION_SET=" + printable(name) +
                                      ": no instruction set of this processor; it has " + listed(supported));
  }
  return *widest;
}

const Blocks& active_blocks() {
  static const Blocks& chosen = [&]() -> const Blocks& {
    const char* name = std::getenv("GRADFIELD_INSTRUCTION_SET");
    return choose_instruction_set(name == nullptr ? "" : name).blocks();
  }();
  return chosen;
}

}  // namespace gradfield
