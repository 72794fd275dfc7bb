// The gnuplot process: started, fed, watched, and believed only when a whole picture is there.
#pragma once

#include <functional>
#include <ostream>
#include <string>
#include <string_view>

#include "base/output.hpp"
#include "plot/gnuplot/terminals.hpp"

namespace gradfield {

/// Writes a script to a stream.
using ScriptWriter = std::function<void(std::ostream&)>;

/// Errors: kUnavailable where there is no gnuplot on the path; asked before the work.
void require_gnuplot();

/// Makes the finished bytes of what gnuplot drew.
using Finisher = std::function<std::string(std::string)>;

/// Runs gnuplot on the script and puts what it draws, finished, into `output`. Does not commit.
///
/// The picture is believed when it ends with the terminal's mark; gnuplot itself exits with 0 on a full disk.
/// Errors: kUnavailable where gnuplot is missing, fails, dies or draws nothing, with what it said; kWriteFailed where
/// the disk is full.
void draw_with_gnuplot(const ScriptWriter& script, const Terminal& terminal, const Finisher& finish, Output& output);

enum class WindowResult { kShown, kNoDisplay, kNoTerminal, kTimedOut };

/// Whether the environment names a display.
bool has_display();

/// Opens the picture in a window that stays when we return. gnuplot is ended where it has not returned in 5 seconds,
/// as its qt terminal never does without a working display.
/// Errors: kUnavailable where gnuplot is missing or fails.
WindowResult show_in_window(const ScriptWriter& script);

}  // namespace gradfield
