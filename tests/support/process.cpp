#include "support/process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace gradfield::test {
namespace {

namespace fs = std::filesystem;

void check(bool condition, const char* what) {
  if (!condition) throw std::runtime_error(std::string("test support: ") + what);
}

// Reads all that comes from these descriptors until each is closed.
void read_all(std::array<int, 2> descriptors, std::array<std::string*, 2> texts, pid_t child,
              const ProcessSetup& setup) {
  const auto start = std::chrono::steady_clock::now();
  bool signalled = false;
  int open = 0;
  for (const int descriptor : descriptors) open += descriptor >= 0;
  while (open > 0) {
    std::array<pollfd, 2> polls{{{descriptors[0], POLLIN, 0}, {descriptors[1], POLLIN, 0}}};
    poll(polls.data(), polls.size(), 5);
    const auto elapsed = std::chrono::steady_clock::now() - start;
    const bool time_is_up = setup.signal_after_ms && elapsed > std::chrono::milliseconds(*setup.signal_after_ms);
    if (!signalled && (time_is_up || (setup.signal_when && setup.signal_when()))) {
      kill(child, setup.signal_number);
      signalled = true;
    }
    for (std::size_t i = 0; i < polls.size(); ++i) {
      if (descriptors[i] < 0 || polls[i].revents == 0) continue;
      std::array<char, 1 << 16> buffer;
      const ssize_t length = read(descriptors[i], buffer.data(), buffer.size());
      if (length > 0) {
        texts[i]->append(buffer.data(), static_cast<std::size_t>(length));
      } else {  // a terminal says EIO at its end
        close(descriptors[i]);
        descriptors[i] = -1;
        --open;
      }
    }
  }
}

std::string run_script(const std::string& python, const std::string& script, const std::vector<std::string>& arguments,
                       const std::string& input) {
  ProcessSetup setup;
  setup.input = input;
  if (const char* home = std::getenv("HOME")) setup.environment["HOME"] = home;
  TemporaryFolder scratch;
  write_file(scratch / "script.py", script);
  std::vector<std::string> command{python, scratch / "script.py"};
  command.insert(command.end(), arguments.begin(), arguments.end());
  const ProcessResult result = run_program(command, setup);
  check(result.exit_code == 0, (python + " failed: " + result.messages).c_str());
  return result.output;
}

}  // namespace

std::ostream& operator<<(std::ostream& out, const ProcessResult& result) {
  return out << "exit code " << result.exit_code << ", signal " << result.signal << "\n--- standard output\n"
             << result.output << "--- standard error\n"
             << result.messages << "---";
}

ProcessResult run_program(const std::vector<std::string>& command, const ProcessSetup& setup) {
  std::map<std::string, std::string> environment{
      {"PATH", std::getenv("PATH")}, {"HOME", "/nonexistent"}, {"LANG", "C.UTF-8"}, {"TERM", "xterm-256color"}};
  for (const auto& [name, value] : setup.environment) environment[name] = value;
  std::vector<std::string> settings;
  for (const auto& [name, value] : environment) settings.push_back(name + "=" + value);
  const auto pointers = [](std::vector<std::string>& texts) {
    std::vector<char*> out;
    for (std::string& text : texts) out.push_back(text.data());
    out.push_back(nullptr);
    return out;
  };
  std::vector<std::string> words = command;
  std::vector<char*> arguments = pointers(words), variables = pointers(settings);

  // Standard input from a file, so that no writer can block.
  TemporaryFolder scratch;
  write_file(scratch / "input", setup.input);
  const int input = open((scratch / "input").c_str(), O_RDONLY | O_CLOEXEC);
  std::array<int, 2> output{-1, -1}, messages{-1, -1};
  int terminal = -1, terminal_end = -1;
  if (setup.terminal || setup.terminal_for_messages) {
    winsize size{setup.rows, setup.columns, 0, 0};
    check(openpty(&terminal, &terminal_end, nullptr, nullptr, &size) == 0, "openpty");
    fcntl(terminal, F_SETFD, FD_CLOEXEC);
    fcntl(terminal_end, F_SETFD, FD_CLOEXEC);
    messages = {terminal, terminal_end};
  } else {
    check(pipe2(messages.data(), O_CLOEXEC) == 0, "pipe2");
  }
  if (!setup.terminal) {
    check(pipe2(output.data(), O_CLOEXEC) == 0, "pipe2");
    if (!setup.output_to.empty()) {
      close(output[1]);
      output[1] = open(setup.output_to.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
      check(output[1] >= 0, "open of output_to");
    }
  }
  const pid_t child = fork();
  check(child >= 0, "fork");
  if (child == 0) {
    dup2(input, STDIN_FILENO);
    dup2(setup.terminal ? terminal_end : output[1], STDOUT_FILENO);
    dup2(messages[1], STDERR_FILENO);
    if (chdir(setup.folder.c_str()) != 0) _exit(126);
    execvpe(arguments[0], arguments.data(), variables.data());
    _exit(127);
  }
  close(input);
  ProcessResult result;
  close(messages[1]);
  if (setup.terminal) {
    read_all({terminal, -1}, {&result.output, &result.messages}, child, setup);
  } else {
    close(output[1]);
    read_all({output[0], messages[0]}, {&result.output, &result.messages}, child, setup);
  }
  int status = 0;
  rusage usage{};
  wait4(child, &status, 0, &usage);
  result.peak_memory_kib = usage.ru_maxrss;
  if (WIFEXITED(status)) result.exit_code = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) result.signal = WTERMSIG(status);
  return result;
}

ProcessResult run_gradfield(const std::vector<std::string>& arguments, const ProcessSetup& setup) {
  std::vector<std::string> command{GRADFIELD_BINARY};
  command.insert(command.end(), arguments.begin(), arguments.end());
  return run_program(command, setup);
}

ProcessResult run_bash(const std::string& script, const std::vector<std::string>& arguments, ProcessSetup setup) {
  std::vector<std::string> command{"bash", "-c", script, "bash"};
  command.insert(command.end(), arguments.begin(), arguments.end());
  setup.environment["gradfield"] = GRADFIELD_BINARY;
  return run_program(command, setup);
}

std::string run_python(const std::string& script, const std::string& input) {
  return run_script("python3", script, {}, input);
}

std::string run_numpy(const std::string& script, const std::vector<std::string>& arguments, const std::string& input) {
  return run_script("/usr/bin/python3", script, arguments, input);
}

TemporaryFolder::TemporaryFolder() {
  std::string pattern = (fs::temp_directory_path() / "gradfield-test-XXXXXX").string();
  check(mkdtemp(pattern.data()) != nullptr, "mkdtemp");
  path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::vector<std::string> TemporaryFolder::names() const {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(path_)) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  check(file.good(), ("cannot read " + path.string()).c_str());
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

void write_file(const fs::path& path, const std::string& bytes) {
  std::ofstream file(path, std::ios::binary);
  file << bytes;
  check(file.good(), ("cannot write " + path.string()).c_str());
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

}  // namespace gradfield::test
