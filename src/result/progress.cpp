#include "result/progress.hpp"

#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>

namespace gradfield {
namespace {

constexpr std::chrono::milliseconds kFirstAfter{1000}, kThenEvery{200};
constexpr std::string_view kClearLine = "\r\x1b[K";

std::string fixed_text(double value, int decimals) {
  std::array<char, 320> text;  // the largest double has 309 digits
  const auto [end, fault] =
      std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, decimals);
  return {text.data(), end};
}

std::string count_text(double count) {
  constexpr double kLargestInDigits = 1e15;
  if (count < kLargestInDigits) return fixed_text(count, 0);
  std::array<char, 32> text;
  const auto [end, fault] =
      std::to_chars(text.data(), text.data() + text.size(), count, std::chars_format::scientific, 0);
  return {text.data(), end};
}

// Three digits and a word: "31.2 million".
std::string rate_text(double rate) {
  struct Unit {
    double size;
    std::string_view name;
  };
  constexpr Unit kUnits[] = {{1e9, " billion"}, {1e6, " million"}, {1e3, " thousand"}, {1, ""}};
  // From 0.9995 of a unit on its three digits are 1.00.
  const Unit& unit =
      *std::ranges::find_if(kUnits, [rate](const Unit& u) { return rate >= 0.9995 * u.size || u.size == 1; });
  const double units = rate / unit.size;
  const int decimals = unit.size == 1 || units >= 99.95 ? 0 : units >= 9.995 ? 1 : 2;
  return fixed_text(units, decimals) + std::string(unit.name);
}

std::string time_text(double seconds) {
  constexpr long kMinute = 60, kHour = 60 * kMinute, kDay = 24 * kHour, kYear = 365 * kDay;
  if (seconds > static_cast<double>(kYear)) return "more than a year";
  const long whole = static_cast<long>(std::ceil(seconds));
  if (whole < kMinute) return std::to_string(whole) + " s";
  if (whole < kHour) return std::to_string(whole / kMinute) + " min " + std::to_string(whole % kMinute) + " s";
  if (whole < kDay) return std::to_string(whole / kHour) + " h " + std::to_string(whole % kHour / kMinute) + " min";
  return std::to_string(whole / kDay) + " d " + std::to_string(whole % kDay / kHour) + " h";
}

}  // namespace

std::string progress_line(double done, std::optional<double> total, double seconds, std::size_t width) {
  const double rate = seconds > 0 ? done / seconds : 0;
  std::string line = "gradfield: ";
  if (total) {
    line += fixed_text(*total > 0 ? std::floor(100 * (done / *total)) : 100, 0) + " % of " + count_text(*total);
  } else {
    line += count_text(done);
  }
  line += " points, " + rate_text(rate) + "/s";
  if (total && rate > 0) line += ", " + time_text(std::max(*total - done, 0.0) / rate) + " left";
  if (line.size() > width) line.resize(width);
  return line;
}

Progress::Progress(std::optional<double> total, int terminal)
    : total_(total), terminal_(terminal), start_(Clock::now()), next_(start_ + kFirstAfter) {}

Progress::~Progress() {
  if (shown_ && has_terminal()) write_text(std::string(kClearLine));
}

void Progress::tell(double done) {
  const Clock::time_point now = Clock::now();
  if (now < next_) return;
  next_ = now + kThenEvery;
  if (!has_terminal()) return;
  winsize size{};
  const bool is_known = ioctl(terminal_, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  // The last column stays free: what is written there may begin a new line.
  const std::size_t width = is_known ? size.ws_col - 1u : 79u;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  if (!shown_) shown_.emplace(terminal_);
  write_text(std::string(kClearLine) + progress_line(done, total_, seconds, width));
}

bool Progress::has_terminal() const {
  // Line by line is how a terminal reads the keys by itself; a pager that has our table turns that off.
  termios mode{};
  if (tcgetattr(terminal_, &mode) != 0 || (mode.c_lflag & ICANON) == 0) return false;
  // There is no such group where the terminal is not the one that controls us.
  const pid_t group = tcgetpgrp(terminal_);
  return group < 0 || group == getpgrp();
}

void Progress::write_text(const std::string& text) const {
  const ssize_t written = write(terminal_, text.data(), text.size());
  static_cast<void>(written);
}

std::unique_ptr<Progress> start_progress(const Options& options, const Output& output, std::optional<double> total) {
  const char* kind = std::getenv("TERM");
  const bool is_dumb = kind == nullptr || std::string_view(kind) == "dumb";  // it cannot take a line away
  const bool types_points = options.at == "-" && isatty(STDIN_FILENO) == 1;
  if (options.quiet || is_dumb || types_points || isatty(STDERR_FILENO) != 1 || isatty(output.descriptor()) == 1) {
    return nullptr;
  }
  return std::make_unique<Progress>(total, STDERR_FILENO);
}

}  // namespace gradfield
