// Tells a person at a terminal how far a long table is.
#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace gradfield {

/// A line such as "gradfield: 42 % of 16000000 points, 31.2 million/s, 3 s left"; without a total the number of points
/// and the rate. A total may exceed every integer type.
/// Units: `elapsed` in seconds, more than 0.
std::string progress_line(double done, std::optional<double> total, double elapsed);

/// Writes progress_line over itself on a terminal, from a second after its making on; it is erased at the end, whatever
/// that is. For one thread.
class Progress {
 public:
  using Clock = std::chrono::steady_clock;

  /// `descriptor`: of a terminal.
  Progress(int descriptor, std::optional<double> total);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// So many points more are done.
  void add(std::size_t points);

 private:
  int descriptor_;
  std::optional<double> total_;
  double done_ = 0;
  Clock::time_point start_, next_;  // of the line
  bool is_shown_ = false;
};

}  // namespace gradfield
