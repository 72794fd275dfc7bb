#include "cli/progress.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <string_view>

#include "table/number.hpp"

namespace gradfield {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kDelay{1000};  // what ends before needs no line
constexpr milliseconds kPause{200};   // between lines: as often as digits can be read

// All digits of a whole number that a person may want to read; of larger ones the magnitude.
std::string whole(double number) {
  const double rounded = std::floor(number);
  return rounded < 1e15 ? std::to_string(static_cast<long long>(rounded)) : number_text(rounded);
}

// Three digits, and a word for the thousands.
std::string rate_text(double rate) {
  const auto [unit, word] = rate >= 1e9   ? std::pair(1e9, " billion")
                            : rate >= 1e6 ? std::pair(1e6, " million")
                                          : std::pair(1.0, "");
  return number_text(unit == 1 ? std::round(rate) : rate / unit, unit == 1 ? 7 : 3) + word + "/s";
}

// Two units at most: nobody reads the seconds of an hour.
std::string time_text(double seconds) {
  if (!(seconds < 1e9)) return "a long time";
  const double rounded = std::ceil(seconds);
  if (rounded < 60) return whole(rounded) + " s";
  if (rounded < 3600) return whole(rounded / 60) + " min " + whole(std::fmod(rounded, 60)) + " s";
  if (rounded < 86400) return whole(rounded / 3600) + " h " + whole(std::fmod(rounded, 3600) / 60) + " min";
  return whole(rounded / 86400) + " d " + whole(std::fmod(rounded, 86400) / 3600) + " h";
}

// A line that reached the last column would wrap, and could not be written over.
std::size_t columns_of(int descriptor) {
  winsize size{};
  const bool is_known = ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 1;
  return is_known ? size.ws_col - 1 : 79;
}

void write_quietly(int descriptor, std::string_view text) {
  const ssize_t written = write(descriptor, text.data(), text.size());
  static_cast<void>(written);
}

}  // namespace

std::string progress_line(double done, std::optional<double> total, double elapsed) {
  const double rate = done / elapsed;
  if (!total) return "gradfield: " + whole(done) + " points, " + rate_text(rate);
  const double share = std::min(done / *total, 1.0);
  return "gradfield: " + whole(100 * share) + " % of " + whole(*total) + " points, " + rate_text(rate) + ", " +
         time_text((*total - done) / rate) + " left";
}

Progress::Progress(int descriptor, std::optional<double> total)
    : descriptor_(descriptor), total_(total), start_(Clock::now()), next_(start_ + kDelay) {}

Progress::~Progress() {
  if (is_shown_) write_quietly(descriptor_, "\r\033[K");
}

void Progress::add(std::size_t points) {
  done_ += static_cast<double>(points);
  const Clock::time_point now = Clock::now();
  if (now < next_) return;
  next_ = now + kPause;
  std::string line = progress_line(done_, total_, std::chrono::duration<double>(now - start_).count());
  line.resize(std::min(line.size(), columns_of(descriptor_)));
  write_quietly(descriptor_, "\r" + line + "\033[K");
  is_shown_ = true;
}

}  // namespace gradfield
