// How far a long table has come: one line on the terminal, rewritten in place and gone at the end.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "base/interrupt.hpp"
#include "base/output.hpp"
#include "cli/options.hpp"

namespace gradfield {

/// "gradfield: 42 % of 16000000 points, 31.2 million/s, 3 s left", after `seconds` of work; where the number of points
/// to come is not known "gradfield: 6720000 points, 31.2 million/s". At most `width` columns.
std::string progress_line(double done, std::optional<double> total, double seconds, std::size_t width);

/// Shows the line on a terminal: first after one second, then at most five times a second; the end of its life takes it
/// away, however that comes about.
///
/// It is not shown while a program that reads the keys itself, such as a pager, has the terminal, nor while another
/// job than ours has it.
class Progress {
 public:
  /// `total`: points to come, if known. `terminal`: its descriptor.
  Progress(std::optional<double> total, int terminal);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// So many points are done, since the beginning. Cheap; from one thread at a time.
  void tell(double done);

 private:
  using Clock = std::chrono::steady_clock;

  bool has_terminal() const;
  void write_text(const std::string& text) const;

  std::optional<double> total_;
  int terminal_;
  Clock::time_point start_, next_;
  std::optional<UnfinishedLine> shown_;
};

/// The progress of a table that goes to `output`; null where nobody would see it or it would be in the way: with
/// --quiet, where standard error is no terminal, and where the table itself or the points of --at stand on one.
std::unique_ptr<Progress> start_progress(const Options& options, const Output& output, std::optional<double> total);

}  // namespace gradfield
