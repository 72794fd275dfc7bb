// The points of a run: those of its grid, of the --part of it, or of --at and --point; and of them those that --where
// keeps.
#pragma once

#include <optional>

#include "cli/formats.hpp"
#include "cli/options.hpp"
#include "field/filter.hpp"
#include "field/grid/grid.hpp"
#include "field/grid/listed_points.hpp"
#include "request/request.hpp"
#include "table/points/points.hpp"

namespace gradfield {

class Points {
 public:
  /// Those of `grid`, but of --at or --point where one is given. Both arguments must outlive the points.
  /// Errors: kNoInput where the file of --at cannot be read, kUsage where standard output goes into it.
  Points(const Request& request, const Grid& grid);

  PointSource& source();

  /// How many there are before --where, if that is known; of a part to within one point.
  std::optional<double> total() const;
  /// How many --where was asked about so far, if it is given.
  std::optional<double> tried() const;

  /// After the last: says that there were none, and why. Returns whether there were any.
  bool note_if_none() const;

 private:
  const Request& request_;
  GridCursor grid_;
  std::optional<PointReader> reader_;
  std::optional<ListedPoints> listed_;
  std::optional<FilteredPoints> filter_;

  PointSource& all();
};

/// The points of a file, or of standard input where it is "-", for a picture. Errors: those of PointReader, and kUsage
/// for more than a picture has.
PointList read_listed_points(const std::string& file, const Names& names, Log& log);

/// The condition of --where.
/// Errors: kData, with the caret inside the condition.
std::optional<Program> read_condition(const Options& options, const Names& names);

/// What --part says, if it is given. `format`: of the result.
/// Errors: kUsage for a text that is no part, and where the result is no table of a grid.
std::optional<Part> read_part(const Options& options, const Format& format);

}  // namespace gradfield
