// A stream of bytes as lines, in bounded memory, what one read(2) brings given out before the next; and the cells of a
// line of a table that people or other programs wrote.
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

enum class Separators {
  kBlanksAndCommas,  // blanks, or a comma with blanks around it
  kCommas,           // commas alone, so that a cell may hold blanks; those around it are not part of it
};

/// Splits a line into `cells`, which are views of it. `#` outside quotes begins a comment; a cell in double quotes is
/// what stands between them. A blank line, or one of a comment alone, has no cells; two commas side by side, or one at
/// an end, have an empty cell between them.
/// Errors: kData for a NUL byte and for quotes that are not closed on the line.
void split_cells(const FileLine& line, Separators separators, std::vector<std::string_view>& cells);

/// Where a cell stands in its line.
Place place_of(std::string_view cell, const FileLine& line);

}  // namespace gradfield
