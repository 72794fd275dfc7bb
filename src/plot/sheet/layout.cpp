#include "plot/sheet/layout.hpp"

#include <algorithm>
#include <cmath>

#include "base/error.hpp"
#include "base/numbers/number.hpp"
#include "base/spelling.hpp"
#include "plot/look/typeset.hpp"
#include "plot/sheet/color_bar.hpp"
#include "plot/sheet/facts.hpp"

namespace gradfield {
namespace {

// In points of the page.
constexpr double kEm = 16;     // of the 12 point font
constexpr double kOuter = 14;  // white at the edges

// Distance of grid points; for a single point that of the other axis, or one that suits the magnitude of the place.
double cell_of(const Axis& axis, const Axis& other) {
  if (axis.count > 1) return (axis.max / 2 - axis.min / 2) / static_cast<double>(axis.count - 1) * 2;
  const double magnitude = axis.largest_magnitude();
  if (other.count > 1 && cell_of(other, axis) > 1e-6 * magnitude) return cell_of(other, axis);
  const double larger = std::max(magnitude, other.count > 1 ? 0 : other.largest_magnitude());
  return larger > 0 ? larger / 10 : 1;
}

// The range of an axis with half a cell at both ends, or what the arrows need; around a single point enough for axes of
// equal scale. Without arrows the range as it is.
Scale padded(const Axis& axis, const Axis& other, double low_reach, double high_reach, bool has_arrows) {
  Scale scale;
  scale.cell = cell_of(axis, other);
  scale.asked = {axis.min, axis.max};
  double pad = scale.cell / 2;
  if (axis.count == 1 && other.count > 1 && scale.cell == cell_of(other, axis)) {
    pad = std::max(pad, static_cast<double>(other.count) * scale.cell / 6);
  }
  // A tip that touches the border looks cut.
  constexpr double kAir = 0.04;
  const bool is_exact = !has_arrows && axis.count > 1;
  scale.low = is_exact ? axis.min : axis.min - std::max(pad, low_reach + kAir * scale.cell);
  scale.high = is_exact ? axis.max : axis.max + std::max(pad, high_reach + kAir * scale.cell);
  // gnuplot computes in doubles too: its ranges, in units of the page, must neither overflow nor round away.
  constexpr double kWidest = 1e307, kNarrowest = 1e-300, kFinest = 1e-11;
  const double width = scale.high - scale.low;
  const std::string name = axis.name.empty() ? "f" : axis.name;  // an axis of values has no name
  const std::string range = name + " from " + number_text(axis.min) + " to " + number_text(axis.max);
  if (!(width < kWidest))
    throw Error(ExitCode::kUsage, range + " is too wide a range for a picture (a table takes it)");
  if (!(width > kNarrowest && scale.cell > kFinest * axis.largest_magnitude())) {
    throw Error(ExitCode::kUsage, range + " is too narrow a range for a picture (a table takes it)");
  }
  return scale;
}

// How many tics stand well on this length, and then those tics; labels side by side need room for their width.
void choose_tics_for(Scale& scale, double length, bool side_by_side) {
  int most = std::max(2, static_cast<int>(length / 60) + 1);
  const TicRange shown{scale.low, scale.high};
  scale.tics = choose_axis_tics(scale.asked, shown, most);
  while (side_by_side && most > 2 &&
         (widest_typeset_label(scale.tics) + 1.5) * static_cast<double>(scale.tics.size()) * kEm > length) {
    scale.tics = choose_axis_tics(scale.asked, shown, --most);
  }
}

// Of labels side by side, each in the middle below its tic, where the last ends on the page.
double end_of_last_label(const Scale& scale) {
  if (scale.tics.empty()) return 0;
  const Tic& last = scale.tics.back();
  return scale.on_page(last.value) + markup_width(typeset_label(last.label)) * kEm / 2;
}

}  // namespace

Caption make_title(const Grid& grid, const PictureStyle& style, double width) {
  constexpr double kLargest = 13, kManyNames = 30;
  constexpr int kMostLines = 4;
  if (style.title) return fit_caption(*style.title, width, kLargest, kMostLines);
  const std::string name = typeset_formula(style.name, kManyNames).markup;
  const std::string equals = name + "(" + typeset_formula(variable_list(grid, style), kManyNames).markup + ") = ";
  const bool is_curve = variable_count(grid, style) == 1;
  std::string front = is_curve                             ? curve_names(style, name, name_before_mark(style)) + ",  "
                      : style.shows_arrows || style.stream ? gradient_name(style, name) + method_words(style) + ",  "
                                                           : "";
  front += equals;
  constexpr std::size_t kMostFixed = 6;
  return fit_formula(front, style.expression, fixed_texts(style, typeset_name, kMostFixed), width, kLargest);
}

Page lay_out(const Grid& grid, const PictureStyle& style, PageSize points, const PageParts& parts) {
  Page page;
  page.width = points.width;
  page.height = points.height;
  page.x = padded(grid.axes[0], grid.axes[1], parts.reach.x_low, parts.reach.x_high, parts.has_arrows);
  page.y = padded(grid.axes[1], grid.axes[0], parts.reach.y_low, parts.reach.y_high, parts.has_arrows);
  page.has_bar = !parts.bar.tics.empty();

  // The room that words need around the axes.
  constexpr int kMostLabelLines = 3;
  constexpr double kLabelSize = 12;
  const auto label_for = [&](const std::optional<std::string>& given, const std::string& name, const Scale& scale,
                             double room) {
    if (given) return fit_caption(*given + plain_offset(scale.tics, "−"), room, kLabelSize, kMostLabelLines);
    Caption label = name.empty() ? Caption{"", true} : fit_formula("", name, {}, room, kLabelSize);
    const std::string offset = typeset_offset(scale.tics);
    label.text += offset;
    label.width += markup_width(offset) * label.font_size / kLabelSize * kEm;
    return label;
  };
  choose_tics_for(page.x, page.width, true);
  choose_tics_for(page.y, page.height, false);
  page.x_label = label_for(style.x_label, grid.axes[0].name, page.x, page.width * 0.75);
  page.y_label = label_for(style.y_label, grid.axes[1].name, page.y, page.height * 0.7);
  constexpr double kShort = 1.7 * kEm;  // of two letters
  page.y_label_upright = page.y_label.lines == 1 && page.y_label.width <= kShort;
  const double bar_gap = 18;
  double right = kOuter + (page.has_bar ? bar_gap + bar_room(parts.bar) : 12) +
                 (parts.right_tics.empty() ? 0 : widest_typeset_label(parts.right_tics) * kEm + 8);
  // From the axis down: tics, their labels, the axis label, the key.
  const double words = kEm + 22 + page.x_label.height();
  const double bottom = kOuter + words + parts.key_height;
  const double x_range = page.x.high - page.x.low, y_range = page.y.high - page.y.low;
  page.equal_aspect = has_equal_aspect(style, std::max(x_range, y_range), std::min(x_range, y_range));
  double box_width = page.width, box_height = page.height;
  page.title = make_title(grid, style, page.width - 2 * kTitleMargin);
  // Labels beside the tics take room from the box, whose size decides on the tics: another round settles it.
  for (int round = 0; round < 3; ++round) {
    if (round > 0) choose_tics_for(page.y, box_height, false);
    const double top = kOuter + page.title.height() + 16;
    const double height = std::max(page.height - top - bottom, page.height / 4);
    const double label = page.y_label_upright ? page.y_label.width + 6 : page.y_label.height();
    const double left = kOuter + label + 8 + widest_typeset_label(page.y.tics) * kEm + 8;
    const double width = std::max(page.width - left - right, page.width / 4);
    box_width = width;
    box_height = height;
    if (page.equal_aspect) {
      const double points_per_unit = std::min(width / x_range, height / y_range);
      box_width = points_per_unit * x_range;
      box_height = points_per_unit * y_range;
    }
    page.x.begin = left + (width - box_width) / 2;
    page.x.end = page.x.begin + box_width;
    page.y.begin = bottom + (height - box_height) / 2;
    page.y.end = page.y.begin + box_height;
    choose_tics_for(page.x, box_width, true);
    right += std::max(0.0, end_of_last_label(page.x) + kOuter / 2 - page.width);
    page.spare = {width - box_width, height - box_height};
  }
  page.key_top = page.y.begin - words;
  page.bar_begin = page.x.end + bar_gap;
  page.bar_end = page.bar_begin + kBarWidth;
  return page;
}

}  // namespace gradfield
