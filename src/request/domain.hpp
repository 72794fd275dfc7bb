// What the options say about the function and the grid, understood: names, axes, counts.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "field/grid/grid.hpp"
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
  bool counts_given = false;  // some count was asked for
};

/// The grid of --x, --range, -n and so on. Errors: kUsage, as the design lists them.
Domain read_domain(const Options& options, const Names& names);

}  // namespace gradfield
