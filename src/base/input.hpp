// Where what we read comes from: standard input, or a file.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <utility>

namespace gradfield {

/// A source of bytes.
/// Errors: Error kNoInput from the named constructors (a file that is not there, a directory) and from `read`.
class Input {
 public:
  static Input standard_input();
  static Input file(const std::string& path);

  Input(Input&& other) noexcept;
  Input& operator=(Input&&) = delete;
  ~Input();

  /// Reads what there is, at most `buffer.size()` bytes, and waits only where there is nothing yet. Returns how many
  /// bytes came; 0 at the end.
  std::size_t read(std::span<char> buffer);

  /// The name for messages: the path as it was given, made printable, or "standard input".
  const std::string& name() const { return name_; }
  /// Whether reading may have to wait for somebody who writes: true of all but regular files.
  bool may_wait() const { return may_wait_; }
  /// Whether this is a regular file and `descriptor` is open on the same one, so that what is written there comes back
  /// here without end.
  bool is_same_file(int descriptor) const;

 private:
  Input(int descriptor, std::string name) : descriptor_(descriptor), name_(std::move(name)) {}

  void examine();
  [[noreturn]] void fail(const std::string& reason) const;

  int descriptor_ = -1;
  bool is_file_ = false;  // opened by us, and so ours to close
  bool may_wait_ = true;
  std::string name_;
};

}  // namespace gradfield
