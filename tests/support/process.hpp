// Runs the real binary as people do: arguments, environment, standard input; its output, messages and exit code.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

namespace gradfield::test {

struct ProcessResult {
  int exit_code = -1;        // -1: ended by a signal
  int signal = 0;            // the signal that ended it
  std::string output;        // standard output
  std::string messages;      // standard error
  long peak_memory_kib = 0;  // largest resident size; never below that of the process that started it
};

/// So that a failing expectation prints everything.
std::ostream& operator<<(std::ostream& out, const ProcessResult& result);

/// How a process is started.
struct ProcessSetup {
  std::string input;                               // standard input
  std::map<std::string, std::string> environment;  // added to a small fixed one: PATH, HOME, LANG=C.UTF-8
  std::filesystem::path folder = ".";              // working directory
  bool terminal = false;                           // standard output is a terminal (messages go there too)
  bool terminal_for_messages = false;              // standard error alone is a terminal
  unsigned short columns = 80, rows = 24;          // of the terminal
  std::string output_to;                           // a file that standard output goes to instead, such as /dev/full
  std::optional<int> signal_after_ms;              // SIGTERM after so many milliseconds
  std::function<bool()> signal_when;               // asked again and again: once true, `signal_number` is sent
  int signal_number = 15;                          // SIGTERM
};

/// Runs gradfield with these arguments.
ProcessResult run_gradfield(const std::vector<std::string>& arguments, const ProcessSetup& setup = {});

/// Runs any program, found through PATH.
ProcessResult run_program(const std::vector<std::string>& command, const ProcessSetup& setup = {});

/// Runs a bash script with gradfield as "$gradfield" and `arguments` as $1, $2, ...
ProcessResult run_bash(const std::string& script, const std::vector<std::string>& arguments = {},
                       ProcessSetup setup = {});

/// What a python3 script prints, given `input`. Throws where it fails; a reference that is independent of us.
std::string run_python(const std::string& script, const std::string& input = "");

/// The same of the python3 that Debian's numpy belongs to, whichever stands first in PATH; `arguments` are
/// sys.argv[1:].
std::string run_numpy(const std::string& script, const std::vector<std::string>& arguments = {},
                      const std::string& input = "");

/// A folder of its own for one test, removed at the end.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
  /// Names of everything in it, hidden files too, sorted.
  std::vector<std::string> names() const;

 private:
  std::filesystem::path path_;
};

std::string read_file(const std::filesystem::path& path);
void write_file(const std::filesystem::path& path, const std::string& bytes);

/// The lines of a text, without their line ends.
std::vector<std::string> lines_of(const std::string& text);

}  // namespace gradfield::test
