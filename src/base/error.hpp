// What can go wrong, as one type: a message for a person and the exit code of the process.
// The lowest layer: everything else may throw an Error, and only main reports it.
#pragma once

#include <stdexcept>
#include <string>

namespace gradfield {

/// Exit codes of the process (the BSD sysexits.h numbers where there is one). Scripts rest on them.
enum class ExitCode : int {
  kSuccess = 0,
  kDisagreement = 1,   // --check found one
  kUsage = 64,         // wrong option, definition, range or count
  kData = 65,          // wrong expression, condition or --at data
  kNoInput = 66,       // an input cannot be read
  kUnavailable = 69,   // gnuplot is missing or failed
  kInternal = 70,      // a fault of gradfield itself
  kCannotCreate = 73,  // an output cannot be created
  kWriteFailed = 74,   // a write failed
};

/// A failure to report: `what()` says what is wrong, with which input, and the cure. It may have several lines and
/// has neither the "gradfield: error: " in front nor a newline at the end.
class Error : public std::runtime_error {
 public:
  Error(ExitCode code, const std::string& message) : std::runtime_error(message), code_(code) {}
  ExitCode code() const { return code_; }

 private:
  ExitCode code_;
};

/// The reader of our output has gone (`| head`): the work is over, and that is no failure.
class ReaderGone : public std::exception {
 public:
  const char* what() const noexcept override { return "the reader of the output has gone"; }
};

}  // namespace gradfield
