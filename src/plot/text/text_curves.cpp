#include "plot/text/text_curves.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <utility>

#include "base/numbers/number.hpp"
#include "base/spelling.hpp"
#include "formula/print/formula.hpp"
#include "plot/curve/curves.hpp"
#include "plot/sheet/picture_lines.hpp"
#include "plot/text/text_frame.hpp"
#include "plot/text/text_marks.hpp"
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

// So many dots, and as many without; 0: all of them.
struct Dash {
  std::size_t on = 0, off = 0;
};

// A curve, on which axis and how it is drawn, and what the legend calls it.
struct Stroke {
  const Curve& curve;
  const Axis& axis;
  Rgb color;
  Dash dash;
  std::string_view ascii;
  std::string name;
};

// "f, f′ and f″"
std::string listed_with_and(const std::vector<std::string>& names) {
  std::string list;
  for (std::size_t k = 0; k < names.size(); ++k) {
    list += (k == 0 ? "" : k + 1 < names.size() ? ", " : " and ") + names[k];
  }
  return list;
}

// Draws the curve over the ranges of the two axes, whole or in dashes.
void draw_curve(const Curve& curve, const Axis& x, const Axis& y, Dash dash, Dots& dots) {
  for (const std::vector<Point>& piece : curve) {
    std::size_t drawn = 0;
    Dots::Dot last{-1, -1};
    const auto put = [&](double across, double up) {
      const Dots::Dot dot = dots.dot_at(across, 1 - up);
      if (dot == last) return;
      last = dot;
      if (dash.on == 0 || drawn % (dash.on + dash.off) < dash.on) dots.put(dot);
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
             const std::vector<DescentPath>& paths, const std::vector<Curve>& others,
             const std::vector<MarkedPoint>& points)
      : x_(axis),
        curves_(curves),
        style_(style),
        screen_(screen),
        paths_(paths),
        points_(points),
        f_axis_(f_axis(curves)),
        slope_axis_(curves.has_right ? value_axis(curves.slope_range) : f_axis_),
        strokes_(make_strokes(others)) {}

  std::string draw() {
    const std::size_t around = lines_around(style_, !paths_.empty());
    const std::size_t rows = std::max(screen_.rows, around + 2) - around;
    constexpr std::size_t kMostTics = 9;
    const std::vector<Tic> y_tics =
        choose_tics(f_axis_.min, f_axis_.max, static_cast<int>(std::clamp<std::size_t>(rows / 2, 2, kMostTics)));
    TextFrame frame;
    std::vector<std::string> names;
    for (const Stroke& stroke : strokes_) names.push_back(stroke.name);
    names.resize(names.size() - style_.curves.size());
    frame.title = text_title(listed_with_and(names), Grid{{x_}}, style_, screen_);
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
    Line<2> marks;
    for (const MarkedPoint& point : points_) {
      if (point.is_finite()) marks.push_back(place_of(point.place[0], point.f, dots, pen));
    }
    put_marks(marks, style_, screen_, cells);
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
      frame.legends = {legend(room), mark_legend(points_, style_, screen_, room), paths.legend(room)};
    }
    return draw_frame(frame, screen_);
  }

 private:
  // The curves, those first that others give way to.
  std::vector<Stroke> make_strokes(const std::vector<Curve>& others) const {
    const LineColors colors = line_colors(style_);
    const bool has_colors = screen_.colors != TextColors::kNone;
    const std::string f_name = shown_name(style_.name, screen_), prime = screen_.unicode ? "′" : "'";
    const std::string sign = !style_.arrows.descent ? "" : screen_.unicode ? "−" : "-";
    std::vector<Stroke> strokes;
    if (style_.shows_f) strokes.push_back({curves_.f, f_axis_, colors.functions[0], {}, "*", f_name});
    if (style_.shows_slope) {
      strokes.push_back({curves_.slope, slope_axis_, colors.functions[1], {2, 2}, ".", sign + f_name + prime});
    }
    if (style_.shows_second()) {
      strokes.push_back(
          {curves_.second, slope_axis_, colors.functions[2], {4, 2}, ":", f_name + (screen_.unicode ? "″" : "''")});
    }
    for (std::size_t k = 0; k < others.size(); ++k) {
      constexpr std::array<std::string_view, 3> kGlyphs{"+", "=", "~"};
      const std::string& text = style_.curves[k].text;
      strokes.push_back({others[k],
                         f_axis_,
                         colors.curves[k],
                         {1, 1},
                         kGlyphs[k % kGlyphs.size()],
                         screen_.unicode ? printable(text) : in_ascii(text)});
    }
    for (Stroke& stroke : strokes) {
      stroke.color = readable(stroke.color, screen_);
      if (!screen_.unicode || has_colors) stroke.dash = {};
    }
    return strokes;
  }

  TextCells curve_cells(std::size_t columns, std::size_t rows, Pen pen) const {
    std::vector<Dots> drawn;
    for (const Stroke& stroke : strokes_) {
      draw_curve(stroke.curve, x_, stroke.axis, stroke.dash, drawn.emplace_back(columns, rows, pen));
    }
    Dots zero(columns, rows, pen);
    // At an end of the axis the frame is that line.
    if (f_axis_.min < 0 && f_axis_.max > 0) {
      const long down = zero.dot_at(0, 1 - share_along(f_axis_, 0)).second;
      for (std::size_t i = 0; i < columns; ++i) zero.put({static_cast<long>(i * pen.across), down});
    }
    TextCells cells(rows);
    for (std::size_t row = 0; row < rows; ++row) {
      for (std::size_t i = 0; i < columns; ++i) cells[row].push_back(cell(drawn, zero, row, i));
    }
    return cells;
  }

  // The zero line gives way to the curves.
  std::string cell(const std::vector<Dots>& drawn, const Dots& zero, std::size_t row, std::size_t column) const {
    const Stroke* first = nullptr;
    int all = 0;
    for (std::size_t k = 0; k < drawn.size(); ++k) {
      const std::uint8_t bits = drawn[k].bits(row, column);
      if (bits != 0 && first == nullptr) first = &strokes_[k];
      all |= bits;
    }
    if (first == nullptr) all = zero.bits(row, column);
    if (all == 0) return " ";
    if (!screen_.unicode) return first == nullptr ? "-" : paint(first->ascii, first->color, screen_);
    constexpr char32_t kNoDots = 0x2800;
    const std::string glyph = encode_character(kNoDots + static_cast<char32_t>(all));
    return first == nullptr ? glyph : paint(glyph, first->color, screen_);
  }

  // The cell of the dot that the curve of f has, or would have, there.
  std::array<double, 2> place_of(double x, double f, const Dots& dots, Pen pen) const {
    const Dots::Dot dot =
        dots.dot_at(std::clamp(share_along(x_, x), -kFar, kFar), 1 - std::clamp(share_along(f_axis_, f), -kFar, kFar));
    return {std::floor(static_cast<double>(dot.first) / static_cast<double>(pen.across)),
            std::floor(static_cast<double>(dot.second) / static_cast<double>(pen.down))};
  }

  // At the points of the paths.
  std::vector<Line<2>> path_places(const Dots& dots, Pen pen) const {
    std::vector<Line<2>> places;
    for (const DescentPath& path : paths_) {
      places.emplace_back();
      for (const auto& [x, f] : finite_points(path.coordinates[0], path.f)) {
        places.back().push_back(place_of(x, f, dots, pen));
      }
    }
    return places;
  }

  std::string legend(std::size_t room) const {
    if (std::ranges::all_of(strokes_, [](const Stroke& stroke) { return stroke.curve.empty(); })) {
      return "no point is finite";
    }
    std::string words, painted;
    for (const Stroke& stroke : strokes_) {
      const std::string between = words.empty() ? "" : "   ";
      const std::string mark(!screen_.unicode      ? stroke.ascii
                             : stroke.dash.on == 0 ? "⠒⠒⠒"
                             : stroke.dash.on == 2 ? "⠒ ⠒"
                             : stroke.dash.on == 4 ? "⠒⠒ "
                                                   : "⠂⠂⠂");
      words += between + mark + " " + stroke.name;
      painted += between + paint(mark, stroke.color, screen_) + " " + stroke.name;
    }
    if (column_width(words) > room) return "";
    std::string scale;
    if (curves_.has_right) {
      const std::string range = number_text(slope_axis_.min, 4) + " to " + number_text(slope_axis_.max, 4);
      const std::string whose = strokes_.size() > 2 ? " of slopes" : "";
      for (const std::string& text : {", from bottom to top" + whose + " " + range, ": " + range, std::string()}) {
        scale = text;
        if (column_width(words + scale) <= room) break;
      }
    }
    return painted + scale;
  }

  const Axis& x_;
  const SampledCurves& curves_;
  const PictureStyle& style_;
  const TextScreen& screen_;
  const std::vector<DescentPath>& paths_;
  const std::vector<MarkedPoint>& points_;
  Axis f_axis_, slope_axis_;
  std::vector<Stroke> strokes_;
};

}  // namespace

std::string draw_text_curves(const Axis& axis, const SampledCurves& curves, const PictureStyle& style,
                             const TextScreen& screen, const std::vector<DescentPath>& paths,
                             const std::vector<Curve>& others, const std::vector<MarkedPoint>& points) {
  PictureStyle of_line = style;
  of_line.variables = {axis.name};
  return TextCurves(axis, curves, of_line, screen, paths, others, points).draw();
}

TextPicture text_of_curves(const FieldView& view, const PictureStyle& style, const TextScreen& screen,
                           const std::vector<DescentPath>& paths) {
  const Axis& axis = view.grid().axes[0];
  SampledCurves curves = sample_curves(view, curve_wish(style));
  const std::vector<Curve> others = sample_others(style, curves);
  PointList marked = style.marks;
  marked.insert(marked.end(), style.dots.begin(), style.dots.end());
  const std::vector<MarkedPoint> points = mark_points(marked, *view.gradient());
  Notes notes = notes_on(curves, axis, style);
  append(notes, notes_on_others(style, others));
  return {draw_text_curves(axis, curves, style, screen, paths, others, points), std::move(notes)};
}

}  // namespace gradfield
