// gradfield: the command line tool. Everything is in the library; here errors become messages and exit codes.
#include <fcntl.h>
#include <unistd.h>

#include <exception>
#include <new>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "base/interrupt.hpp"
#include "cli/parse.hpp"
#include "result/run.hpp"

namespace {

int report(const std::string& message, gradfield::ExitCode code) {
  const std::string line = "gradfield: error: " + message + "\n";
  const ssize_t written = write(STDERR_FILENO, line.data(), line.size());
  static_cast<void>(written);  // there is nowhere left to complain
  return static_cast<int>(code);
}

// Where a standard descriptor is closed, the next file opened would take its place and get what is meant for it.
void reserve_standard_descriptors() {
  while (true) {
    const int descriptor = open("/dev/null", O_RDONLY);
    if (descriptor < 0) return;
    if (descriptor > STDERR_FILENO) {
      close(descriptor);
      return;
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  using gradfield::ExitCode;
  reserve_standard_descriptors();
  gradfield::install_signal_handlers();
  try {
    return static_cast<int>(gradfield::run(gradfield::parse_command_line({argv + (argc > 0 ? 1 : 0), argv + argc})));
  } catch (const gradfield::Error& error) {
    return report(error.what(), error.code());
  } catch (const gradfield::ReaderGone&) {
    return static_cast<int>(ExitCode::kSuccess);
  } catch (const std::bad_alloc&) {
    return report("out of memory", ExitCode::kInternal);
  } catch (const std::exception& error) {
    return report(std::string("internal fault: ") + error.what(), ExitCode::kInternal);
  }
}
