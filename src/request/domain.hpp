// What the options say about the function and the grid, understood: names, axes, counts.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/numbers/main_range.hpp"
#include "field/grid/grid.hpp"
#include "field/grid/listed_points.hpp"
#include "formula/names.hpp"

namespace gradfield {

struct LeftSide;
struct Options;

/// Variables of --vars, or of the formula's left side where that lists some (null: there is none), and constants of
/// -D, in their order.
/// Errors: kUsage for names that are not well formed, taken, or given twice, for --vars that contradicts the left
/// side, and for values that are no finite constant.
Names read_names(const Options& options, const LeftSide* left = nullptr);

struct Domain {
  Grid grid;
  bool counts_given = false;            // some count was asked for
  std::optional<Ends> values;           // of f, in a picture of one variable
  std::vector<bool> ranges_given = {};  // of each axis: whether its range was asked for
};

/// The grid of --x, --range, -n and so on. Errors: kUsage, as the design lists them.
Domain read_domain(const Options& options, const Names& names);

/// Lets the ranges that nobody asked for show all points, and cells be as wide as so many have room for.
void show_points(Domain& domain, const PointList& points);

}  // namespace gradfield
