#include "base/input.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "base/error.hpp"
#include "base/spelling.hpp"

namespace gradfield {

Input Input::standard_input() {
  Input input(STDIN_FILENO, "standard input");
  input.examine();
  return input;
}

Input Input::file(const std::string& path) {
  Input input(-1, printable(path));
  input.is_file_ = true;
  do {
    input.descriptor_ = open(path.c_str(), O_RDONLY | O_CLOEXEC);  // waits for the writer of a named pipe
  } while (input.descriptor_ < 0 && errno == EINTR);
  input.examine();
  return input;
}

void Input::examine() {
  struct stat status {};
  if (descriptor_ < 0 || fstat(descriptor_, &status) != 0) fail(std::strerror(errno));
  if (S_ISDIR(status.st_mode)) fail("it is a directory");
  may_wait_ = !S_ISREG(status.st_mode);
}

void Input::fail(const std::string& reason) const {
  throw Error(ExitCode::kNoInput, "cannot read " + (is_file_ ? "'" + name_ + "'" : name_) + ": " + reason);
}

bool Input::is_same_file(int descriptor) const {
  struct stat ours {
  }, theirs{};
  return fstat(descriptor_, &ours) == 0 && fstat(descriptor, &theirs) == 0 && S_ISREG(ours.st_mode) &&
         ours.st_dev == theirs.st_dev && ours.st_ino == theirs.st_ino;
}

Input::Input(Input&& other) noexcept
    : descriptor_(other.descriptor_),
      is_file_(std::exchange(other.is_file_, false)),
      may_wait_(other.may_wait_),
      name_(std::move(other.name_)) {}

Input::~Input() {
  if (is_file_ && descriptor_ >= 0) close(descriptor_);
}

std::size_t Input::read(std::span<char> buffer) {
  for (;;) {
    const ssize_t length = ::read(descriptor_, buffer.data(), buffer.size());
    if (length >= 0) return static_cast<std::size_t>(length);
    if (errno == EAGAIN) {  // another process may have made the descriptor we share with it non-blocking
      pollfd waiting{descriptor_, POLLIN, 0};
      poll(&waiting, 1, -1);
    } else if (errno != EINTR) {
      fail(std::strerror(errno));
    }
  }
}

}  // namespace gradfield
