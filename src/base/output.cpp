#include "base/output.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <climits>
#include <cstring>

#include "base/spelling.hpp"

namespace gradfield {
namespace {

Error cannot_create(const std::string& path, const std::string& reason) {
  return Error(ExitCode::kCannotCreate, "cannot create '" + printable(path) + "': " + reason);
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

// The descriptor that a path such as /dev/stdout or /dev/fd/3 stands for, or -1. Opening such a path anew would lose
// the shell's `>>` and place in the file.
int descriptor_behind(const std::string& path) {
  if (path == "/dev/stdout") return STDOUT_FILENO;
  if (path == "/dev/stderr") return STDERR_FILENO;
  for (const std::string_view folder : {"/dev/fd/", "/proc/self/fd/"}) {
    if (!path.starts_with(folder)) continue;
    int number = -1;
    const char* end = path.data() + path.size();
    const auto [rest, fault] = std::from_chars(path.data() + folder.size(), end, number);
    if (fault == std::errc() && rest == end) return number;
  }
  return -1;
}

// The path at the end of a chain of symbolic links, also where that file does not exist yet. A path that stands for a
// descriptor is the end of a chain, whatever it is a link to.
std::string follow_links(const std::string& given) {
  std::string path = given;
  for (int hops = 0; hops < 40; ++hops) {
    if (descriptor_behind(path) >= 0) return path;
    std::array<char, PATH_MAX> target;
    const ssize_t length = readlink(path.c_str(), target.data(), target.size());
    if (length < 0) return path;
    const std::string link(target.data(), static_cast<std::size_t>(length));
    path = link.starts_with('/') ? link : folder_of(path) + "/" + link;
  }
  throw cannot_create(given, std::strerror(ELOOP));
}

// The mode open(2) would give a new file.
mode_t new_file_mode() {
  const mode_t mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

}  // namespace

Output Output::standard_output() { return Output(STDOUT_FILENO, "standard output"); }

Output Output::file(const std::string& path) {
  if (path.empty()) throw cannot_create(path, "the name is empty");
  const std::string target = follow_links(path);
  if (const int open_already = descriptor_behind(target); open_already >= 0) {
    if (fcntl(open_already, F_GETFD) < 0) throw cannot_create(path, std::strerror(errno));
    return Output(open_already, path);
  }
  struct stat status {};
  const bool exists = stat(path.c_str(), &status) == 0;
  if (!exists && errno != ENOENT) throw cannot_create(path, std::strerror(errno));
  if (exists && S_ISDIR(status.st_mode)) throw cannot_create(path, "it is a directory");
  if (exists && !S_ISREG(status.st_mode)) {
    Output out(open(path.c_str(), O_WRONLY | O_CLOEXEC), path);
    if (out.descriptor_ < 0) throw cannot_create(path, std::strerror(errno));
    out.owns_descriptor_ = true;
    return out;
  }
  if (exists && access(path.c_str(), W_OK) != 0) throw cannot_create(path, std::strerror(errno));

  Output out(-1, path);
  out.target_path_ = target;
  if (out.target_path_.ends_with('/')) throw cannot_create(path, "there is no such directory");
  std::string temporary = folder_of(out.target_path_) + "/.gradfield-XXXXXX";
  {
    const SignalsHeld held;
    out.descriptor_ = mkostemp(temporary.data(), O_CLOEXEC);
    if (out.descriptor_ < 0) throw cannot_create(path, std::strerror(errno));
    out.owns_descriptor_ = true;
    out.temporary_path_ = temporary;
    out.unfinished_ = std::make_unique<UnfinishedFile>(temporary);
  }
  fchmod(out.descriptor_, exists ? status.st_mode & 07777 : new_file_mode());
  // A name that is too long is found out here, not after the work.
  const std::size_t slash = out.target_path_.rfind('/');
  const std::size_t name_length = out.target_path_.size() - (slash == std::string::npos ? 0 : slash + 1);
  if (name_length > NAME_MAX) throw cannot_create(path, std::strerror(ENAMETOOLONG));
  return out;
}

Output::Output(Output&& other) noexcept
    : descriptor_(other.descriptor_),
      owns_descriptor_(other.owns_descriptor_),
      name_(std::move(other.name_)),
      target_path_(std::move(other.target_path_)),
      temporary_path_(std::move(other.temporary_path_)),
      unfinished_(std::move(other.unfinished_)) {
  other.descriptor_ = -1;
  other.owns_descriptor_ = false;
  other.temporary_path_.clear();
}

Output::~Output() {
  if (owns_descriptor_) close(descriptor_);
  if (!temporary_path_.empty()) unlink(temporary_path_.c_str());
}

Error Output::write_failed() const {
  return Error(ExitCode::kWriteFailed, "cannot write to " + printable(name_) + ": " + std::strerror(errno));
}

void Output::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), std::min<std::size_t>(bytes.size(), 1u << 30));
    if (written >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EPIPE) {
      throw ReaderGone();
    } else if (errno == EAGAIN) {  // another process may have made the descriptor we share with it non-blocking
      pollfd waiting{descriptor_, POLLOUT, 0};
      poll(&waiting, 1, -1);
    } else if (errno != EINTR) {
      throw write_failed();
    }
  }
}

void Output::rewrite(std::size_t offset, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = pwrite(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(offset));
    if (written >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
      offset += static_cast<std::size_t>(written);
    } else if (errno != EINTR) {
      throw write_failed();
    }
  }
}

void Output::commit() {
  // Data that the disk refuses late (quota, full) is an error of ours, not a truncated file of the reader's.
  if (is_temporary() && fdatasync(descriptor_) != 0 && errno != EINVAL && errno != EROFS) throw write_failed();
  if (owns_descriptor_) {
    owns_descriptor_ = false;
    if (close(descriptor_) != 0) throw write_failed();
  }
  if (is_temporary()) {
    if (rename(temporary_path_.c_str(), target_path_.c_str()) != 0) throw write_failed();
    temporary_path_.clear();
    unfinished_.reset();
  }
}

}  // namespace gradfield
