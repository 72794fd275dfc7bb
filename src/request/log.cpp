#include "request/log.hpp"

#include <unistd.h>

namespace gradfield {

void Log::note(const std::string& text) {
  if (quiet_ || !said_.insert(text).second) return;
  const std::string line = "gradfield: note: " + text + "\n";
  const ssize_t written = write(STDERR_FILENO, line.data(), line.size());
  static_cast<void>(written);  // there is nowhere left to complain
}

}  // namespace gradfield
