// The gnuplot process: started, fed, watched, and believed only when a whole picture is there.
#pragma once

#include <functional>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>

#include "plot/gnuplot/terminals.hpp"

namespace gradfield {

/// Writes a script to a stream.
using ScriptWriter = std::function<void(std::ostream&)>;

/// Errors: kUnavailable where there is no gnuplot on the path; asked before the work.
void require_gnuplot();

/// A gnuplot that draws one picture. It starts at once, so that what it is to draw may be computed meanwhile; one that
/// has drawn nothing is ended with its object.
class GnuplotRun {
 public:
  /// Errors: kUnavailable where gnuplot cannot be started.
  GnuplotRun();
  ~GnuplotRun();
  GnuplotRun(const GnuplotRun&) = delete;
  GnuplotRun& operator=(const GnuplotRun&) = delete;

  /// Runs the script, and returns the bytes of what it drew. Once only.
  ///
  /// The picture is believed when it ends with the terminal's mark; gnuplot itself exits with 0 on a full disk.
  /// `destination`: where it is going to be written, for messages.
  /// Errors: kUnavailable where gnuplot fails, dies or draws nothing, with what it said; kWriteFailed where the disk is
  /// full.
  std::string draw(const ScriptWriter& script, const Terminal& terminal, const std::string& destination);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

enum class WindowResult { kShown, kNoDisplay, kNoTerminal, kTimedOut };

/// Whether the environment names a display.
bool has_display();

/// Opens the picture in a window that stays when we return. gnuplot is ended where it has not returned in 5 seconds,
/// as its qt terminal never does without a working display.
/// Errors: kUnavailable where gnuplot is missing or fails.
WindowResult show_in_window(const ScriptWriter& script);

}  // namespace gradfield
