// Programs that read pictures back, where this machine has them.
#pragma once

#include <string>

#include "support/process.hpp"

namespace gradfield::test {

/// Whether PATH leads to a program of that name.
inline bool has_program(const std::string& name) {
  return run_program({"sh", "-c", "command -v \"$0\"", name}).exit_code == 0;
}

}  // namespace gradfield::test
