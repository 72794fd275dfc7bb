#include "plot/gnuplot/fonts.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <utility>

#include "base/spelling.hpp"

extern char** environ;

namespace gradfield {
namespace {

// Kinds of fonts, of which fontconfig has one whatever it is called.
constexpr std::string_view kKinds[] = {"serif", "sans", "sans-serif", "monospace", "mono", "cursive", "fantasy"};

std::string lower_case(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

std::string read_all(int descriptor) {
  std::string text;
  std::array<char, 512> buffer;
  for (ssize_t length = 0; (length = read(descriptor, buffer.data(), buffer.size())) > 0;) {
    text.append(buffer.data(), static_cast<std::size_t>(length));
  }
  return text;
}

bool has_files(const std::filesystem::path& folder) {
  std::error_code fault;
  for (std::filesystem::recursive_directory_iterator at(folder, fault), end; !fault && at != end; at.increment(fault)) {
    if (at->is_regular_file(fault)) return true;
  }
  return false;
}

}  // namespace

bool has_usual_fonts() {
  // A configuration of one's own may name other folders.
  if (std::getenv("FONTCONFIG_FILE") != nullptr || std::getenv("FONTCONFIG_PATH") != nullptr) return false;
  const char* const home = std::getenv("HOME");
  const std::string own = home == nullptr ? "" : home;
  return has_files("/usr/share/fonts") || has_files("/usr/local/share/fonts") ||
         (!own.empty() && (has_files(own + "/.local/share/fonts") || has_files(own + "/.fonts")));
}

FontQuery::FontQuery(const std::string& name) : name_(name) {
  std::array<int, 2> ends;
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  // The name is a pattern there, in which these would begin something else.
  std::string pattern;
  for (const char c : name)
    pattern += (std::string_view("\\-:,").find(c) != std::string_view::npos ? "\\" : "") + std::string(1, c);
  std::array<std::string, 4> words{"fc-match", "--format=%{family}\n", "--", pattern};
  std::array<char*, 5> arguments{words[0].data(), words[1].data(), words[2].data(), words[3].data(), nullptr};
  if (posix_spawnp(&child_, "fc-match", &actions, nullptr, arguments.data(), environ) != 0) child_ = -1;
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  answer_ = ends[0];
}

FontQuery::~FontQuery() {
  if (answer_ >= 0) close(answer_);
  if (child_ > 0) waitpid(child_, nullptr, 0);
}

std::string FontQuery::note() {
  if (child_ <= 0) return "";
  std::string families = read_all(answer_);
  int status = 0;
  if (waitpid(std::exchange(child_, -1), &status, 0) < 0 || !WIFEXITED(status) || WEXITSTATUS(status) != 0) return "";
  families = families.substr(0, families.find('\n'));
  if (families.empty()) {
    return "this machine has no fonts, so the picture has no words (apt install fonts-dejavu-core)";
  }
  const std::string wanted = lower_case(name_), all = "," + lower_case(families) + ",";
  if (all.find("," + wanted + ",") != std::string::npos || std::ranges::find(kKinds, wanted) != std::end(kKinds))
    return "";
  return "there is no font '" + printable(shortened(name_, 40)) +
         "' here: " + printable(shortened(families.substr(0, families.find(',')), 40)) + " is drawn in its place";
}

}  // namespace gradfield
