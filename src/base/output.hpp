// Where results go: standard output, or a file that appears whole or not at all.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.hpp"
#include "base/interrupt.hpp"

namespace gradfield {

/// A destination of bytes.
///
/// A regular or a new file is written beside itself under a temporary name and renamed by `commit`, with the mode of
/// the file it replaces; a symbolic link is followed. Anything else that exists (/dev/stdout, a pipe, a device) and
/// standard output are written into directly. Without `commit` the temporary file is removed and the target untouched.
///
/// Errors: Error kCannotCreate from the named constructors, kWriteFailed from `write` and `commit`; ReaderGone where
/// the other end of a pipe has closed.
class Output {
 public:
  static Output standard_output();
  static Output file(const std::string& path);

  Output(Output&& other) noexcept;
  Output& operator=(Output&&) = delete;
  ~Output();

  void write(std::string_view bytes);
  /// Puts other bytes in the place of those written at `offset`. Requires: is_temporary().
  void rewrite(std::size_t offset, std::string_view bytes);
  /// Makes the result visible under its name. Nothing may be written afterwards.
  void commit();

  /// The open descriptor, for a child process that writes the file itself. At offset 0 before the first `write`.
  int descriptor() const { return descriptor_; }
  /// The name for messages: the path as it was given, or "standard output".
  const std::string& name() const { return name_; }
  /// True where the bytes can be read back through `descriptor` before they become visible.
  bool is_temporary() const { return !temporary_path_.empty(); }

 private:
  Error write_failed() const;

  Output(int descriptor, std::string name) : descriptor_(descriptor), name_(std::move(name)) {}

  int descriptor_ = -1;
  bool owns_descriptor_ = false;
  std::string name_;
  std::string target_path_;     // after following links
  std::string temporary_path_;  // empty: written directly
  std::unique_ptr<UnfinishedFile> unfinished_;
};

}  // namespace gradfield
