// The grid of a picture of characters: how many arrows a screen has room for, which rows have tics, and which point of
// the field stands where.
#pragma once

#include <cstddef>
#include <vector>

#include "field/sample.hpp"
#include "plot/look/tics.hpp"
#include "plot/sheet/picture_style.hpp"
#include "plot/text/text_screen.hpp"

namespace gradfield {

/// Counts of points for a text picture of the field on this grid: as many arrows as fit, square cells as the style's
/// aspect says. An axis keeps its own count where `keep_counts` and it fits. At least 2 (1 for a single point).
/// `has_paths`: there is a line that explains them.
Grid fit_grid(const Grid& grid, const TextScreen& screen, bool keep_counts, const PictureStyle& style, bool has_paths);

/// Columns from one arrow to the next, with a blank: an arrow of ASCII takes two.
std::size_t cell_columns(const TextScreen& screen);

/// Below so many rows they lie far apart in data: a tic is shown only where it falls on one.
inline constexpr std::size_t kFewRows = 10;

/// Tics for an axis of so many rows.
std::vector<Tic> row_tics(const Axis& axis, std::size_t rows);

inline constexpr std::size_t kNoPoint = static_cast<std::size_t>(-1);

/// For each point of the grid the point of the field that stands there, or kNoPoint.
/// Requires: the points of the field are those of the grid in their order, or some of them.
std::vector<std::size_t> places_of(const Grid& grid, const Field& field);

}  // namespace gradfield
