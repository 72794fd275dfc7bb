// A stream of bytes as lines, in bounded memory: what one read(2) brings is given out before the next.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/excerpt.hpp"
#include "base/input.hpp"

namespace gradfield {

/// In bytes. Beyond it a line is no point, and a file without line ends shall not fill the memory.
inline constexpr std::size_t kLongestLine = 1 << 20;

/// A line of a file, for messages about it.
struct FileLine {
  const std::string& file;  // its name
  std::size_t number;       // from 1
  std::string_view text;

  /// Error kData about `place` of the line, with the line, a caret and the cure.
  Error wrong(Place place, const std::string& message, const std::string& cure) const;
};

class LineReader {
 public:
  explicit LineReader(Input input);

  /// The next line without its end (LF or CR LF; the last line may have none), and without a UTF-8 byte order mark
  /// where it is the first; nothing after the last. Valid until the next call.
  /// Errors: kNoInput where the input cannot be read, kData for a line longer than kLongestLine.
  std::optional<FileLine> next();

  /// Whether `next` has to read before it can give a line or tell the end.
  bool must_read() const { return !line_end_ && !at_end_; }

  /// Whether no line has been given out yet.
  bool at_start() const { return number_ == 0; }
  const Input& input() const { return input_; }

 private:
  void check_length(std::size_t length) const;
  void read_more();
  void find_line_end(std::size_t from);

  Input input_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0, end_ = 0;      // what is not yet given out
  std::optional<std::size_t> line_end_;  // of the line at begin_, where it is known
  bool at_end_ = false;
  std::size_t number_ = 0;  // of the line given out last
};

}  // namespace gradfield
