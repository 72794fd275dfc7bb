// Points from a file or a pipe, one to a line, each answered as soon as it can be.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "field/grid/tile.hpp"
#include "table/points/lines.hpp"
#include "table/points/point_header.hpp"

namespace gradfield {

/// The points of a text: values separated by blanks or commas, `#` comments and blank lines left out, the columns named
/// by a header or in the order of the variables.
///
/// Order:      that of the lines. A tile ends where the next line has to be read from the input first.
/// Non-finite: nan and infinities are coordinates like any other.
/// Errors:     from `next`, after all points before the fault: kData, with the line, for what is no point; kNoInput
///             where the input cannot be read.
class PointReader : public PointSource {
 public:
  /// `note` gets what a person should know: which columns are not read.
  PointReader(Input input, std::vector<std::string> variables, std::function<void(const std::string&)> note);

  std::size_t variables() const override { return variables_.size(); }
  bool next(Tile& tile) override;
  bool may_wait() const override;
  bool is_live() const override { return lines_.input().may_wait(); }

  /// Points so far.
  std::size_t count() const { return count_; }
  const std::string& name() const { return lines_.input().name(); }

 private:
  /// Adds the point on `line` to `tile`, if it holds one.
  void add_point(const FileLine& line, Tile& tile);

  LineReader lines_;
  std::vector<std::string> variables_;
  std::function<void(const std::string&)> note_;
  std::optional<PointColumns> columns_;  // nothing before the first line is read
  std::vector<std::string_view> cells_;
  std::optional<Error> fault_;  // of the line after the last point
  std::size_t count_ = 0;
};

}  // namespace gradfield
