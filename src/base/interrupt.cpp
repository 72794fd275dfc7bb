#include "base/interrupt.hpp"

#include <unistd.h>

#include <array>
#include <atomic>
#include <climits>
#include <cstring>
#include <string_view>

namespace gradfield {
namespace {

// What the handler may touch: plain memory and lock-free atomics, written before they are armed.
std::array<char, PATH_MAX> unfinished_path;
std::atomic<bool> unfinished_armed{false};
std::atomic<pid_t> running_child{0};
std::atomic<int> unfinished_line{-1};
static_assert(std::atomic<bool>::is_always_lock_free && std::atomic<pid_t>::is_always_lock_free);

void end_by_signal(int signal_number) {
  const pid_t child = running_child.load();
  if (child > 0) kill(-child, SIGKILL);
  if (unfinished_armed.load()) unlink(unfinished_path.data());
  if (const int terminal = unfinished_line.load(); terminal >= 0) {
    constexpr std::string_view kClearLine = "\r\x1b[K";
    const ssize_t written = write(terminal, kClearLine.data(), kClearLine.size());
    static_cast<void>(written);
  }
  signal(signal_number, SIG_DFL);
  raise(signal_number);  // delivered when the handler returns
}

}  // namespace

void install_signal_handlers() {
  // All whose default is to end the process without a core file, and QUIT and XCPU, which batch systems send.
  for (const int number : {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGIO,
                           SIGPWR, SIGSTKFLT, SIGXCPU}) {
    struct sigaction before {};
    sigaction(number, nullptr, &before);
    if (before.sa_handler == SIG_IGN) continue;  // nohup, or started in the background
    struct sigaction action {};
    action.sa_handler = end_by_signal;
    sigfillset(&action.sa_mask);
    sigaction(number, &action, nullptr);
  }
  signal(SIGPIPE, SIG_IGN);
  signal(SIGXFSZ, SIG_IGN);
}

SignalsHeld::SignalsHeld() {
  sigset_t all;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, &before_);
}

SignalsHeld::~SignalsHeld() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

UnfinishedFile::UnfinishedFile(const std::string& path) {
  if (path.size() >= unfinished_path.size()) return;  // such a path cannot be opened either
  std::memcpy(unfinished_path.data(), path.c_str(), path.size() + 1);
  unfinished_armed.store(true);
}

UnfinishedFile::~UnfinishedFile() { unfinished_armed.store(false); }

UnfinishedLine::UnfinishedLine(int descriptor) { unfinished_line.store(descriptor); }

UnfinishedLine::~UnfinishedLine() { unfinished_line.store(-1); }

RunningChild::RunningChild(pid_t child) { running_child.store(child); }

RunningChild::~RunningChild() { running_child.store(0); }

}  // namespace gradfield
