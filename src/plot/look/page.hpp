// The shape of a page: where the axes, tics, the colour bar and the words stand, and coordinates on it as text.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "plot/look/caption.hpp"
#include "plot/look/paper.hpp"
#include "plot/look/tics.hpp"

namespace gradfield {

/// How the scales of the two axes relate.
enum class Aspect {
  kAutomatic,  // equal where the ranges are within 4:1
  kEqual,
  kFree  // the axes fill the page
};

struct AspectRow {
  std::string_view name;  // as --aspect takes it
  Aspect aspect;
};
std::span<const AspectRow> aspects();

/// One direction of the plot: data from `low` to `high` on the page from `begin` to `end`.
struct Scale {
  double low = 0, high = 1;   // data, padded by half a cell or what the arrows need
  double begin = 0, end = 1;  // points of the page, from its left or lower edge
  double cell = 1;            // distance of grid points, in data
  TicRange asked{0, 1};       // the range itself
  std::vector<Tic> tics;

  double points_per_unit() const { return (end - begin) / (high - low); }
  /// Where a value of the data stands on the page.
  double on_page(double value) const { return begin + (value - low) * points_per_unit(); }
  /// The value that stands there.
  double in_data(double place) const { return low + (place - begin) / points_per_unit(); }
};

/// A page of `width` x `height` points; an em of the 12 point font takes 16 of them.
struct Page {
  double width = 720, height = 660;
  Scale x, y;
  bool equal_aspect = true;  // a unit is as long on both axes
  PageSize spare;            // what that leaves of the room for the axes
  bool has_bar = false;
  double bar_begin = 0, bar_end = 0;  // the colour bar, left and right
  Caption title, x_label, y_label;
  bool y_label_upright = true;
  double key_top = 0;  // upper edge of the key

  /// Where the middle of the title stands: over that of the axes, or as near as the edges of the page let it.
  double title_middle() const;
};

/// White between a title and the edges of the page.
inline constexpr double kTitleMargin = 12;

/// Writes data coordinates of one direction of a page, to a hundredth of a point of it and better.
class PageNumbers {
 public:
  explicit PageNumbers(const Scale& scale);

  void append(std::string& out, double value) const;

 private:
  int decimals_ = 0;      // digits after the point; where negative, numbers are written in scientific form
  double power_ = 1;      // 10^decimals_
  int significant_ = 17;  // digits of the scientific form
};

}  // namespace gradfield
