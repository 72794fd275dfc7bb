// gnuplot-iostream is used as the stream that a script is written to, and no more: its own way to start gnuplot (popen)
// has no say over the standard streams, environment, signals and process group of the child, and does not tell how it
// ended, without which a picture cannot be believed; its data sections are not needed, for the layers write their own,
// with shortest digits.
#include "plot/gnuplot/gnuplot.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <gnuplot-iostream.h>

#include "base/error.hpp"
#include "base/interrupt.hpp"
#include "base/spelling.hpp"
#include "plot/gnuplot/terminals.hpp"

extern char** environ;

namespace gradfield {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds kWindowTimeLimit{5};

// A file in memory.
class MemoryFile {
 public:
  explicit MemoryFile(const char* name) : descriptor_(memfd_create(name, MFD_CLOEXEC)) {
    if (descriptor_ < 0)
      throw Error(ExitCode::kInternal, std::string("cannot create a memory file: ") + std::strerror(errno));
  }
  ~MemoryFile() { close(descriptor_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

// The environment, with GNUTERM replaced: a bad one makes every plot fail, and it may hold commands.
std::vector<char*> child_environment() {
  static char gnuterm[] = "GNUTERM=unknown";
  std::vector<char*> variables;
  for (char** variable = environ; *variable != nullptr; ++variable) {
    if (std::strncmp(*variable, "GNUTERM=", 8) != 0) variables.push_back(*variable);
  }
  variables.push_back(gnuterm);
  variables.push_back(nullptr);
  return variables;
}

Error cannot_start(int fault) {
  const std::string reason = fault == ENOENT ? "not found" : std::strerror(fault);
  return Error(ExitCode::kUnavailable, "cannot start gnuplot (" + reason +
                                           "): install it (apt install gnuplot-qt), or write a table with --csv");
}

// Writes a script to a descriptor and closes it. False where not all of it could be written.
bool send_script(int descriptor, const ScriptWriter& script) {
  Gnuplot gnuplot(fdopen(descriptor, "w"));  // an ostream; its destructor closes
  gnuplot.imbue(std::locale::classic());
  script(gnuplot);
  gnuplot << std::flush;
  return gnuplot.good();
}

// A running gnuplot that reads its script from `input`. Ended when it is destroyed unfinished, with what it started.
class Process {
 public:
  Process(int input, int output, int errors, bool stays) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t defaults;
    sigemptyset(&defaults);
    sigaddset(&defaults, SIGPIPE);
    sigaddset(&defaults, SIGXFSZ);
    posix_spawnattr_setsigdefault(&attributes, &defaults);
    // A process group of its own: it is ended as a whole, and a window outlives a Ctrl-C meant for something else.
    posix_spawnattr_setpgroup(&attributes, 0);
    // A signal waits until the child is known, for one that came between its start and `running_` would leave it
    // behind.
    const SignalsHeld held;
    posix_spawnattr_setsigmask(&attributes, &held.before());
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK);
    // As a file argument the pipe is read in large pieces, and the script ends at its first error with status 1; -d
    // leaves ~/.gnuplot alone, which may run commands.
    std::vector<std::string> words{"gnuplot", "-d"};
    if (stays) words.emplace_back("-persist");
    words.emplace_back("/dev/stdin");
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    std::vector<char*> environment = child_environment();
    const int fault = posix_spawnp(&pid_, "gnuplot", &actions, &attributes, arguments.data(), environment.data());
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    if (fault != 0) throw cannot_start(fault);
    running_.emplace(pid_);
  }

  ~Process() {
    if (!running_) return;
    kill(-pid_, SIGKILL);
    waitpid(pid_, nullptr, 0);
  }
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  // The status of waitpid, or nothing where it has not ended in time.
  std::optional<int> wait(std::optional<Clock::time_point> deadline = {}) {
    int status = 0;
    for (;;) {
      const pid_t ended = waitpid(pid_, &status, deadline ? WNOHANG : 0);
      if (ended == pid_) {
        running_.reset();
        return status;
      }
      if (ended < 0 && errno != EINTR) throw Error(ExitCode::kInternal, "gnuplot got lost");
      if (deadline && Clock::now() >= *deadline) return {};
      if (deadline) usleep(2000);
    }
  }

 private:
  pid_t pid_ = -1;
  std::optional<RunningChild> running_;
};

// What gnuplot said, on one line: its first words, without the script's lines that it echoes.
std::string said(const MemoryFile& errors) {
  std::array<char, 4096> text;
  const ssize_t length = pread(errors.descriptor(), text.data(), text.size(), 0);
  std::string line;
  for (ssize_t i = 0; i < length; ++i) {
    const char c = text[static_cast<std::size_t>(i)];
    if (c == '\n' || c == ' ' || c == '\t') {
      if (!line.empty() && line.back() != ' ') line += ' ';
    } else {
      line += c;
    }
  }
  if (line.empty()) return "";
  return ": " + shortened(printable(line), 300);
}

Error failed(const std::string& how, const MemoryFile& errors) {
  return Error(ExitCode::kUnavailable, "gnuplot " + how + said(errors));
}

// `destination`: where what it draws is to be written; null: nowhere.
void check_status(int status, const MemoryFile& errors, const std::string* destination) {
  if (destination != nullptr && WIFSIGNALED(status) && WTERMSIG(status) == SIGXFSZ) {
    throw Error(ExitCode::kWriteFailed, "cannot write to " + printable(*destination) + ": " + std::strerror(EFBIG));
  }
  if (WIFSIGNALED(status)) throw failed(std::string("was ended by signal ") + std::to_string(WTERMSIG(status)), errors);
  if (WEXITSTATUS(status) != 0) throw failed("failed with status " + std::to_string(WEXITSTATUS(status)), errors);
}

// Whether the last bytes of the picture hold the mark.
bool ends_with_mark(int descriptor, off_t size, std::string_view mark) {
  std::array<char, 64> tail;
  const off_t start = size > static_cast<off_t>(tail.size()) ? size - static_cast<off_t>(tail.size()) : 0;
  const ssize_t length = pread(descriptor, tail.data(), tail.size(), start);
  return length > 0 &&
         std::string_view(tail.data(), static_cast<std::size_t>(length)).find(mark) != std::string_view::npos;
}

bool begins_with(int descriptor, std::string_view start) {
  std::array<char, 64> head;
  const ssize_t length = pread(descriptor, head.data(), head.size(), 0);
  return length > 0 && std::string_view(head.data(), static_cast<std::size_t>(length)).starts_with(start);
}

void check_picture(int descriptor, const Terminal& terminal, const MemoryFile& errors, const std::string& destination) {
  struct stat status {};
  fstat(descriptor, &status);
  if (status.st_size == 0) throw failed("drew nothing", errors);
  if (!begins_with(descriptor, terminal.start)) {
    throw failed("drew something else than " + std::string(terminal.name), errors);
  }
  if (!ends_with_mark(descriptor, status.st_size, terminal.end_mark)) {
    throw Error(ExitCode::kWriteFailed, "cannot write to " + printable(destination) +
                                            ": the picture is cut off; is the disk full?" + said(errors));
  }
}

std::string read_all(int descriptor) {
  std::string bytes;
  std::array<char, 1 << 16> buffer;
  for (;;) {
    const ssize_t length = pread(descriptor, buffer.data(), buffer.size(), static_cast<off_t>(bytes.size()));
    if (length <= 0) return bytes;
    bytes.append(buffer.data(), static_cast<std::size_t>(length));
  }
}

}  // namespace

void require_gnuplot() {
  const char* const path = std::getenv("PATH");
  if (path == nullptr) return;  // the C library has a path of its own then
  const std::string_view folders = path;
  for (std::size_t start = 0; start <= folders.size();) {
    const std::size_t end = std::min(folders.find(':', start), folders.size());
    const std::string folder(folders.substr(start, end - start));
    if (access(((folder.empty() ? "." : folder) + "/gnuplot").c_str(), F_OK) == 0) return;
    start = end + 1;
  }
  throw cannot_start(ENOENT);
}

struct GnuplotRun::State {
  // Gathered first: a whole picture is finished, and nothing comes out where it fails.
  MemoryFile gathered{"picture"};
  MemoryFile errors{"gnuplot-errors"};
  int script = -1;  // the end of the pipe that the script is written into
  std::optional<Process> process;

  State() {
    std::array<int, 2> pipe_ends;
    if (pipe2(pipe_ends.data(), O_CLOEXEC) != 0) throw cannot_start(errno);
    try {
      process.emplace(pipe_ends[0], gathered.descriptor(), errors.descriptor(), false);
    } catch (const Error&) {
      close(pipe_ends[0]);
      close(pipe_ends[1]);
      throw;
    }
    close(pipe_ends[0]);
    script = pipe_ends[1];
  }
  ~State() {
    process.reset();
    if (script >= 0) close(script);
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
};

GnuplotRun::GnuplotRun() : state_(std::make_unique<State>()) {}
GnuplotRun::~GnuplotRun() = default;

std::string GnuplotRun::draw(const ScriptWriter& script, const Terminal& terminal, const std::string& destination) {
  const bool sent = send_script(std::exchange(state_->script, -1), script);
  check_status(*state_->process->wait(), state_->errors, &destination);
  if (!sent) throw failed("stopped before the end of the picture", state_->errors);
  check_picture(state_->gathered.descriptor(), terminal, state_->errors, destination);
  return read_all(state_->gathered.descriptor());
}

bool has_display() {
  const auto is_set = [](const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr && *value != '\0';
  };
  return is_set("DISPLAY") || is_set("WAYLAND_DISPLAY");
}

WindowResult show_in_window(const ScriptWriter& script) {
  if (!has_display()) return WindowResult::kNoDisplay;
  const Clock::time_point deadline = Clock::now() + kWindowTimeLimit;
  const MemoryFile errors("gnuplot-errors");
  // The script waits in a file: into a pipe that a hanging gnuplot does not read we would write for ever.
  const MemoryFile script_file("gnuplot-script");
  send_script(dup(script_file.descriptor()), [&](std::ostream& out) {
    out << "window = 1\n";
    script(out);
  });
  lseek(script_file.descriptor(), 0, SEEK_SET);
  const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
  Process gnuplot(script_file.descriptor(), nowhere, errors.descriptor(), true);
  close(nowhere);
  const std::optional<int> status = gnuplot.wait(deadline);
  if (!status) return WindowResult::kTimedOut;
  if (WIFEXITED(*status) && WEXITSTATUS(*status) == kNoWindowStatus) return WindowResult::kNoTerminal;
  check_status(*status, errors, nullptr);
  return WindowResult::kShown;
}

}  // namespace gradfield
