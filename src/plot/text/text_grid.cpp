#include "plot/text/text_grid.hpp"

#include <algorithm>
#include <cmath>

#include "base/numbers/number.hpp"
#include "plot/text/text_frame.hpp"

namespace gradfield {
namespace {

constexpr std::size_t kMostYTics = 9;

}  // namespace

std::size_t cell_columns(const TextScreen& screen) { return screen.unicode ? 2 : 3; }

std::vector<Tic> row_tics(const Axis& axis, std::size_t rows) {
  if (axis.min == axis.max) return {{axis.min, number_text(axis.min, 6)}};
  const std::size_t most = rows <= kFewRows ? kMostYTics : std::min(rows / 2, kMostYTics);
  const TicRange range{axis.min, axis.max};
  return choose_axis_tics(range, range, static_cast<int>(most));
}

std::vector<std::size_t> places_of(const Grid& grid, const Field& field) {
  const Axis &x = grid.axes[0], &y = grid.axes[1];
  std::vector<std::size_t> places;
  places.reserve(x.count * y.count);
  std::size_t next = 0;
  for (std::size_t j = 0; j < y.count; ++j) {
    for (std::size_t i = 0; i < x.count; ++i) {
      const bool is_here =
          next < field.size() && field.coordinates[0][next] == x.point(i) && field.coordinates[1][next] == y.point(j);
      places.push_back(is_here ? next++ : kNoPoint);
    }
  }
  return places;
}

Grid fit_grid(const Grid& grid, const TextScreen& screen, bool keep_counts, const PictureStyle& style, bool has_paths) {
  Grid fitted = grid;
  Axis& x = fitted.axes[0];
  Axis& y = fitted.axes[1];
  const std::size_t other_rows = lines_around(style, has_paths);
  const std::size_t most_rows = std::max<std::size_t>(screen.rows, other_rows + 2) - other_rows;
  // Before and after each arrow is a blank.
  const std::size_t other_columns =
      columns_around(left_width(row_tics(y, most_rows), axis_name(y, y.name, screen)), axis_name(x, x.name, screen)) +
      1;
  const std::size_t most_columns =
      std::max<std::size_t>((std::max(screen.columns, other_columns) - other_columns) / cell_columns(screen), 2);
  if (keep_counts && x.count <= most_columns && y.count <= most_rows) return fitted;
  const std::size_t x_limit = keep_counts ? std::min(x.count, most_columns) : most_columns;
  const std::size_t y_limit = keep_counts ? std::min(y.count, most_rows) : most_rows;
  const bool x_single = x.count == 1, y_single = y.count == 1;
  x.count = x_single ? 1 : x_limit;
  y.count = y_single ? 1 : y_limit;
  const double ratio = (x.max / 2 - x.min / 2) / (y.max / 2 - y.min / 2);
  const bool is_near = ratio <= 4 && ratio >= 0.25;
  const bool is_equal = style.aspect == Aspect::kEqual || (style.aspect == Aspect::kAutomatic && is_near);
  if (x_single || y_single || !is_equal) return fitted;
  const auto matching = [](std::size_t count, double factor) {
    constexpr double kFarTooMany = 1e9;
    const double steps = std::clamp(static_cast<double>(count - 1) * factor, 1.0, kFarTooMany);
    return static_cast<std::size_t>(std::lround(steps)) + 1;
  };
  if (matching(y_limit, ratio) <= x_limit)
    x.count = matching(y_limit, ratio);
  else
    y.count = std::min(y_limit, matching(x_limit, 1 / ratio));
  return fitted;
}

}  // namespace gradfield
