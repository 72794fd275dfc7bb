// Leaves nothing behind when a signal ends the process: the unfinished file is removed and the child is ended,
// then the process dies of that same signal.
#pragma once

#include <signal.h>
#include <sys/types.h>

#include <string>

namespace gradfield {

/// Installs the handlers for every signal that a person or a batch system ends a process with (those that were ignored
/// at the start stay ignored), and ignores PIPE and XFSZ, so that a closed pipe and a file size limit come back as
/// errors of write(2).
void install_signal_handlers();

/// While it lives, signals wait: for the moment between making a file or a child and telling the handler of it.
class SignalsHeld {
 public:
  SignalsHeld();
  ~SignalsHeld();
  SignalsHeld(const SignalsHeld&) = delete;
  SignalsHeld& operator=(const SignalsHeld&) = delete;
  /// The signals that were held before.
  const sigset_t& before() const { return before_; }

 private:
  sigset_t before_;
};

/// While it lives, a signal removes `path`. One at a time in a process.
class UnfinishedFile {
 public:
  explicit UnfinishedFile(const std::string& path);
  ~UnfinishedFile();
  UnfinishedFile(const UnfinishedFile&) = delete;
  UnfinishedFile& operator=(const UnfinishedFile&) = delete;
};

/// While it lives, a signal erases the line that stands on the terminal `descriptor`. One at a time in a process.
class UnfinishedLine {
 public:
  explicit UnfinishedLine(int descriptor);
  ~UnfinishedLine();
  UnfinishedLine(const UnfinishedLine&) = delete;
  UnfinishedLine& operator=(const UnfinishedLine&) = delete;
};

/// While it lives, a signal kills the process group of `child`, which leads it. One at a time in a process.
class RunningChild {
 public:
  explicit RunningChild(pid_t child);
  ~RunningChild();
  RunningChild(const RunningChild&) = delete;
  RunningChild& operator=(const RunningChild&) = delete;
};

}  // namespace gradfield
