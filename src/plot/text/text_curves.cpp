#include "plot/text/text_curves.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <utility>

#include "base/numbers/number.hpp"
#include "base/spelling.hpp"
#include "plot/curve/curves.hpp"
#include "plot/text/text_frame.hpp"
#include "plot/text/text_paths.hpp"

namespace gradfield {
namespace {

// A character as a grid of dots.
struct Pen {
  std::size_t across, down;
};
constexpr Pen kBraille{2, 4}, kWhole{1, 1};

// The dots of Braille, by columns from the top: bits of U+2800 to U+28FF (Unicode, section 21.1).
constexpr std::uint8_t kBits[2][4] = {{0x01, 0x02, 0x04, 0x40}, {0x08, 0x10, 0x20, 0x80}};

// Dots on a rectangle of characters.
class Dots {
 public:
  Dots(std::size_t columns, std::size_t rows, Pen pen) : columns_(columns), rows_(rows), pen_(pen) {
    bits_.resize(columns * rows);
  }

  // Of the whole width and height, from the upper left corner; rounded.
  using Dot = std::pair<long, long>;
  Dot dot_at(double across, double down) const {
    return {std::lround(across * static_cast<double>(columns_ * pen_.across - 1)),
            std::lround(down * static_cast<double>(rows_ * pen_.down - 1))};
  }
  void put(Dot dot) {
    const auto x = static_cast<std::size_t>(dot.first), y = static_cast<std::size_t>(dot.second);
    bits_[y / pen_.down * columns_ + x / pen_.across] |= kBits[x % pen_.across][y % pen_.down];
  }
  std::uint8_t bits(std::size_t row, std::size_t column) const { return bits_[row * columns_ + column]; }

 private:
  std::size_t columns_, rows_;
  Pen pen_;
  std::vector<std::uint8_t> bits_;
};

// Far beyond the frame; there is no overflow between such shares of an axis.
constexpr double kFar = 1e9;

// Draws the curve over the ranges of the two axes, whole or in dashes.
void draw_curve(const Curve& curve, const Axis& x, const Axis& y, bool is_dashed, Dots& dots) {
  // A character of dots, and as much without.
  constexpr std::size_t kDash = 2;
  for (const std::vector<Point>& piece : curve) {
    std::size_t drawn = 0;
    Dots::Dot last{-1, -1};
    const auto put = [&](double across, double up) {
      const Dots::Dot dot = dots.dot_at(across, 1 - up);
      if (dot == last) return;
      last = dot;
      if (!is_dashed || drawn / kDash % 2 == 0) dots.put(dot);
      ++drawn;
    };
    const auto across = [&](Point point) { return share_along(x, point.x); };
    const auto up = [&](Point point) { return std::clamp(share_along(y, point.y), -kFar, kFar); };
    for (std::size_t i = 0; i < piece.size(); ++i) {
      const Point& from = piece[i > 0 ? i - 1 : 0];
      const double x0 = across(from), x1 = across(piece[i]), y0 = up(from), y1 = up(piece[i]);
      if ((y0 < 0 && y1 < 0) || (y0 > 1 && y1 > 1)) continue;
      // The part of the line from 0 to 1 that is inside.
      const auto at_height = [&](double height) { return (height - y0) / (y1 - y0); };
      const double begin = y0 < 0 ? at_height(0) : y0 > 1 ? at_height(1) : 0;
      const double end = y1 < 0 ? at_height(0) : y1 > 1 ? at_height(1) : 1;
      const auto height = [&](double place) { return std::clamp(y0 + place * (y1 - y0), 0.0, 1.0); };
      const auto width = [&](double place) { return x0 + place * (x1 - x0); };
      const Dots::Dot first = dots.dot_at(width(begin), height(begin)), final = dots.dot_at(width(end), height(end));
      const long steps = std::max({std::labs(final.first - first.first), std::labs(final.second - first.second), 1L});
      for (long step = 0; step <= steps; ++step) {
        const double place = begin + (end - begin) * static_cast<double>(step) / static_cast<double>(steps);
        put(width(place), height(place));
      }
    }
  }
}

class TextCurves {
 public:
  TextCurves(const Axis& axis, const SampledCurves& curves, const PictureStyle& style, const TextScreen& screen,
             const std::vector<DescentPath>& paths)
      : x_(axis),
        curves_(curves),
        style_(style),
        screen_(screen),
        paths_(paths),
        is_colored_(screen.colors != TextColors::kNone),
        f_axis_(f_axis(curves)),
        slope_axis_(curves.has_right ? value_axis(curves.slope_range) : f_axis_),
        slope_name_(std::string(style.arrows.descent ? screen.unicode ? "−" : "-" : "") +
                    shown_name(style.name, screen) + (screen.unicode ? "′" : "'")),
        colors_{readable(style.theme->lines[0], screen), readable(style.theme->lines[1], screen)} {}

  std::string draw() {
    const std::size_t around = lines_around(style_, !paths_.empty());
    const std::size_t rows = std::max(screen_.rows, around + 2) - around;
    constexpr std::size_t kMostTics = 9;
    const std::vector<Tic> y_tics =
        choose_tics(f_axis_.min, f_axis_.max, static_cast<int>(std::clamp<std::size_t>(rows / 2, 2, kMostTics)));
    TextFrame frame;
    frame.title = text_title(shown_name(style_.name, screen_) + " and " + slope_name_, Grid{{x_}}, style_, screen_);
    frame.x_name = axis_name(x_, x_.name, screen_);
    frame.y_name = axis_name(f_axis_, curves_.has_right ? style_.name : "", screen_);
    frame.left = left_width(y_tics, frame.y_name);
    const std::size_t other_columns = columns_around(frame.left, frame.x_name);
    frame.columns = std::max(screen_.columns, other_columns + 2) - other_columns;
    const Pen pen = screen_.unicode ? kBraille : kWhole;
    const Dots dots(frame.columns, rows, pen);
    TextCells cells = curve_cells(frame.columns, rows, pen);
    TextPaths paths(paths_, kPathsOnCurves, style_, screen_);
    paths.put(path_places(dots, pen), cells);
    frame.rows = rows_of(cells);
    for (const Tic& tic : y_tics) {
      const long dot = dots.dot_at(0, 1 - share_along(f_axis_, tic.value)).second;
      frame.left_tics.push_back({static_cast<std::size_t>(dot) / pen.down, tic.label});
    }
    for (const Tic& tic : column_tics(x_, frame.columns)) {
      const long dot = dots.dot_at(share_along(x_, tic.value), 0).first;
      frame.bottom_tics.push_back({static_cast<std::size_t>(dot) / pen.across, tic.label});
    }
    if (style_.key) {
      const std::size_t room = legend_room(frame, screen_);
      frame.legend = legend(room);
      frame.path_legend = paths.legend(room);
    }
    return draw_frame(frame, screen_);
  }

 private:
  TextCells curve_cells(std::size_t columns, std::size_t rows, Pen pen) const {
    Dots f(columns, rows, pen), slope = f, zero = f;
    draw_curve(curves_.f, x_, f_axis_, false, f);
    draw_curve(curves_.slope, x_, slope_axis_, screen_.unicode && !is_colored_, slope);
    // At an end of the axis the frame is that line.
    if (f_axis_.min < 0 && f_axis_.max > 0) {
      const long down = f.dot_at(0, 1 - share_along(f_axis_, 0)).second;
      for (std::size_t i = 0; i < columns; ++i) zero.put({static_cast<long>(i * pen.across), down});
    }
    TextCells cells(rows);
    for (std::size_t row = 0; row < rows; ++row) {
      for (std::size_t i = 0; i < columns; ++i) {
        const std::uint8_t bits[] = {f.bits(row, i), slope.bits(row, i), zero.bits(row, i)};
        cells[row].push_back(screen_.unicode ? braille(bits) : ascii(bits));
      }
    }
    return cells;
  }

  // The cells of the dots that the curve of f has, or would have, at the points of the paths.
  std::vector<Line<2>> path_places(const Dots& dots, Pen pen) const {
    std::vector<Line<2>> places;
    for (const DescentPath& path : paths_) {
      places.emplace_back();
      for (const auto& [x, f] : finite_points(path.coordinates[0], path.f)) {
        const Dots::Dot dot = dots.dot_at(std::clamp(share_along(x_, x), -kFar, kFar),
                                          1 - std::clamp(share_along(f_axis_, f), -kFar, kFar));
        places.back().push_back({std::floor(static_cast<double>(dot.first) / static_cast<double>(pen.across)),
                                 std::floor(static_cast<double>(dot.second) / static_cast<double>(pen.down))});
      }
    }
    return places;
  }

  // Of f, its derivative and the zero line. That gives way to the curves.
  std::string braille(const std::uint8_t (&bits)[3]) const {
    const int curves = bits[0] | bits[1], all = curves != 0 ? curves : bits[2];
    if (all == 0) return " ";
    constexpr char32_t kNoDots = 0x2800;
    const std::string glyph = encode_character(kNoDots + static_cast<char32_t>(all));
    return curves == 0 ? glyph : paint(glyph, colors_[bits[0] != 0 ? 0 : 1], screen_);
  }

  std::string ascii(const std::uint8_t (&bits)[3]) const {
    if (bits[0] != 0) return paint("*", colors_[0], screen_);
    if (bits[1] != 0) return paint(".", colors_[1], screen_);
    return bits[2] != 0 ? "-" : " ";
  }

  std::string legend(std::size_t room) const {
    if (curves_.f.empty() && curves_.slope.empty()) return "no point is finite";
    const std::string f_name = shown_name(style_.name, screen_);
    const std::string f_mark = screen_.unicode ? "⠒⠒⠒" : "*";
    const std::string slope_mark = !screen_.unicode ? "." : is_colored_ ? "⠒⠒⠒" : "⠒ ⠒";
    const std::string words = f_mark + " " + f_name + "   " + slope_mark + " " + slope_name_;
    if (column_width(words) > room) return "";
    std::string scale;
    if (curves_.has_right) {
      const std::string range = number_text(slope_axis_.min, 4) + " to " + number_text(slope_axis_.max, 4);
      for (const std::string& text : {", from bottom to top " + range, ": " + range, std::string()}) {
        scale = text;
        if (column_width(words + scale) <= room) break;
      }
    }
    return paint(f_mark, colors_[0], screen_) + " " + f_name + "   " + paint(slope_mark, colors_[1], screen_) + " " +
           slope_name_ + scale;
  }

  const Axis& x_;
  const SampledCurves& curves_;
  const PictureStyle& style_;
  const TextScreen& screen_;
  const std::vector<DescentPath>& paths_;
  bool is_colored_;
  Axis f_axis_, slope_axis_;
  std::string slope_name_;
  std::array<Rgb, 2> colors_;  // of f and its derivative
};

}  // namespace

std::string draw_text_curves(const Axis& axis, const SampledCurves& curves, const PictureStyle& style,
                             const TextScreen& screen, const std::vector<DescentPath>& paths) {
  return TextCurves(axis, curves, style, screen, paths).draw();
}

TextPicture text_of_curves(const FieldView& view, const PictureStyle& style, const TextScreen& screen,
                           const std::vector<DescentPath>& paths) {
  const Axis& axis = view.grid().axes[0];
  const SampledCurves curves = sample_curves(view, curve_wish(style));
  return {draw_text_curves(axis, curves, style, screen, paths), notes_on(curves, axis, style)};
}

}  // namespace gradfield
