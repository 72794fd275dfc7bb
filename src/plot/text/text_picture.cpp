#include "plot/text/text_picture.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>

#include "base/numbers/number.hpp"
#include "base/spelling.hpp"
#include "kernel/mathematics.hpp"
#include "plot/sheet/arrow_colors.hpp"
#include "plot/sheet/notes.hpp"
#include "plot/text/text_frame.hpp"
#include "plot/text/text_paths.hpp"

namespace gradfield {
namespace {

// What a picture is drawn with: directions counter-clockwise from east by 45 degrees. In ASCII a dot above or below the
// stroke stands at its tip, and what is beyond the scale is doubled.
struct Glyphs {
  std::array<std::string_view, 8> arrows, beyond;
  std::string_view zero, block, nabla, slanted;
};
constexpr Glyphs kUnicode{
    {"→", "↗", "↑", "↖", "←", "↙", "↓", "↘"}, {"⇒", "⇗", "⇑", "⇖", "⇐", "⇙", "⇓", "⇘"}, "·", "■", "∇", ""};
constexpr Glyphs kAscii{{"->", "/'", "^", "'\\", "<-", "./", "v", "\\."},
                        {"=>", "/\"", "^^", "\"\\", "<=", ":/", "vv", "\\:"},
                        ".",
                        "#",
                        "grad ",
                        "/' '\\ up, ./ \\. down"};

class ArrowText {
 public:
  ArrowText(const Grid& grid, const Field& field, const PictureStyle& style, const TextScreen& screen,
            const std::vector<DescentPath>& paths)
      : grid_(grid),
        x_(grid.axes[0]),
        y_(grid.axes[1]),
        field_(field),
        style_(style),
        screen_(screen),
        glyphs_(screen.unicode ? kUnicode : kAscii),
        lengths_(length_scale(field, style)),
        paths_(paths) {
    choose_colors();
  }

  std::string draw() {
    const std::vector<Tic> y_tics = row_tics(y_, y_.count);
    TextFrame frame;
    frame.title = text_title(
        std::string(style_.arrows.descent ? "-" : "") + std::string(glyphs_.nabla) + shown_name(style_.name, screen_),
        grid_, style_, screen_);
    frame.x_name = axis_name(x_, x_.name, screen_);
    frame.y_name = axis_name(y_, y_.name, screen_);
    frame.left = left_width(y_tics, frame.y_name);
    frame.columns = pitch_ * x_.count + 1;
    const std::vector<std::size_t> places = places_of(grid_, field_);
    TextCells cells(y_.count, std::vector<std::string>(frame.columns, " "));
    for (std::size_t row = 0; row < y_.count; ++row) {
      for (std::size_t i = 0; i < x_.count; ++i) {
        put_arrow(places[(y_.count - 1 - row) * x_.count + i], &cells[row][1 + pitch_ * i]);
      }
    }
    TextPaths paths(paths_, kPathsOverArrows, style_, screen_);
    const TextCells arrows = cells;
    paths.put(path_places(), cells);
    erase_halves(arrows, cells);
    frame.rows = rows_of(cells);
    for (const Tic& tic : y_tics) put_beside_its_row(tic, frame);
    for (const Tic& tic : column_tics(x_, frame.columns)) {
      frame.bottom_tics.push_back({static_cast<std::size_t>(std::lround(column_of(tic.value))), tic.label});
    }
    if (style_.key) {
      const std::size_t room = legend_room(frame, screen_);
      frame.legend = legend(room);
      frame.path_legend = paths.legend(room);
    }
    return draw_frame(frame, screen_);
  }

 private:
  void choose_colors() {
    colors_ = arrow_colors(style_, field_.f, lengths_, readable_colors(arrow_palette(style_), screen_));
    if (screen_.colors == TextColors::kNone) colors_.by = ColorBy::kOneColor;
  }

  // No color_at() here: between two colours of a few there may be none.
  Rgb color_of_share(double share) const {
    const std::vector<Rgb>& colors = colors_.scale.colors;
    const double place = std::clamp(share, 0.0, 1.0) * static_cast<double>(colors.size() - 1);
    return colors[static_cast<std::size_t>(std::lround(place))];
  }

  // Of cells, from 0.
  double column_of(double x) const { return 1 + share_along(x_, x) * static_cast<double>(pitch_ * (x_.count - 1)); }
  double row_of(double y) const { return (1 - share_along(y_, y)) * static_cast<double>(y_.count - 1); }

  std::vector<Line<2>> path_places() const {
    // Far beyond the frame; there is no overflow between such places.
    constexpr double kFar = 1e9;
    std::vector<Line<2>> places;
    for (const DescentPath& path : paths_) {
      places.emplace_back();
      for (const auto& [x, y] : finite_points(path.coordinates[0], path.coordinates[1])) {
        places.back().push_back({std::clamp(column_of(x), -kFar, kFar), std::clamp(row_of(y), -kFar, kFar)});
      }
    }
    return places;
  }

  // What is left of arrows of which a path took one of their two cells.
  void erase_halves(const TextCells& arrows, TextCells& cells) const {
    if (screen_.unicode) return;
    for (std::size_t row = 0; row < cells.size(); ++row) {
      for (std::size_t first = 1; first + 1 < cells[row].size(); first += pitch_) {
        const auto is_taken = [&](std::size_t column) { return cells[row][column] != arrows[row][column]; };
        if (is_taken(first) == is_taken(first + 1)) continue;
        cells[row][is_taken(first) ? first + 1 : first] = " ";
      }
    }
  }

  // The nearest row, where it is near enough.
  void put_beside_its_row(const Tic& tic, TextFrame& frame) const {
    const double place = row_of(tic.value);
    constexpr double kNear = 0.05;
    if (y_.count <= kFewRows && std::fabs(place - std::round(place)) >= kNear) return;
    frame.left_tics.push_back({static_cast<std::size_t>(std::ceil(place - 0.5)), tic.label});
  }

  // In the cell given, and in ASCII the one after it.
  void put_arrow(std::size_t i, std::string* cell_text) {
    if (i == kNoPoint || !has_arrow(field_, i)) return;
    const double norm = norm_at(field_, i);
    if (norm == 0) {
      *cell_text = glyphs_.zero;
      return;
    }
    const double sign = style_.arrows.descent ? -1 : 1;
    // On the screen: one cell along x is as long as one along y.
    const double x_cell = x_.count > 1 ? (x_.max / 2 - x_.min / 2) / static_cast<double>(x_.count - 1) : 1;
    const double y_cell = y_.count > 1 ? (y_.max / 2 - y_.min / 2) / static_cast<double>(y_.count - 1) : x_cell;
    const double cell = std::min(x_cell, y_cell);
    const double u = sign * field_.slopes[0][i] / norm * (cell / x_cell);
    const double v = sign * field_.slopes[1][i] / norm * (cell / y_cell);
    const long eighth = std::lround(arc_tangent2(v, u) / (std::numbers::pi / 4));
    const bool is_beyond = lengths_.is_cut(norm);
    beyond_ += is_beyond;
    const std::string_view glyph =
        (is_beyond ? glyphs_.beyond : glyphs_.arrows)[static_cast<std::size_t>((eighth + 8) % 8)];
    has_slanted_ = has_slanted_ || eighth % 2 != 0;
    const double value = colors_.by == ColorBy::kValue ? field_.f[i] : norm;
    const std::optional<Rgb> color =
        colors_.by == ColorBy::kOneColor ? style_.color : color_of_share(colors_.scale.share(value));
    const auto painted = [&](std::string_view text) {
      return color ? paint(text, *color, screen_) : std::string(text);
    };
    if (screen_.unicode) {
      *cell_text = painted(glyph);
      return;
    }
    for (const char character : glyph) *cell_text++ = painted(std::string_view(&character, 1));
  }

  bool has_finite_point() const {
    for (std::size_t i = 0; i < field_.size(); ++i) {
      if (has_arrow(field_, i)) return true;
    }
    return false;
  }

  // What the colours stand for, and how far they go; `room`: its columns.
  std::string legend(std::size_t room) const {
    const std::string norm = "|" + std::string(glyphs_.nabla) + shown_name(style_.name, screen_) + "|" +
                             (style_.place.empty() ? "" : " in the slice");
    if (!has_finite_point()) return "no point is finite";
    if (lengths_.reference == 0) return norm + " = 0 everywhere";
    const std::string mark = std::string(glyphs_.beyond[0]) + " ";
    const std::string beyond = beyond_ == 0 ? "" : ", " + mark + std::to_string(beyond_) + " beyond";
    const std::string largest = number_text(lengths_.reference, 4);
    if (colors_.by == ColorBy::kOneColor) {
      const std::string slanted = has_slanted_ && !screen_.unicode ? "   " + std::string(glyphs_.slanted) : "";
      const std::string all = beyond_ == 0 ? "largest " + norm + " = " + largest : norm + " up to " + largest + beyond;
      // The words may go, but not the number.
      for (const std::string& text : {all + slanted, all, norm + " up to " + largest, "up to " + largest}) {
        if (column_width(text) <= room) return text;
      }
      return largest.size() <= room ? largest : "";
    }
    if (colors_.by == ColorBy::kNorm) return ramp(norm, room, beyond);
    return ramp(shown_name(style_.name, screen_), room, beyond_ == 0 ? "" : ", " + norm + " up to " + largest + beyond);
  }

  // The colours between the numbers at their ends, and at their middle where they are not even; as wide as fits.
  std::string ramp(const std::string& name, std::size_t room, std::string tail) const {
    constexpr std::size_t kMostSteps = 10, kFewestSteps = 2;
    const std::string low = number_text(colors_.scale.low, 4), high = number_text(colors_.scale.high, 4);
    std::string middle;
    if (colors_.scale.lengths) {
      const LengthScale& lengths = *colors_.scale.lengths;
      middle = " " + number_text(lengths.reference * lengths.rule->ratio(0.5, lengths.knee), 2) + " ";
    }
    const std::size_t words = column_width(name) + 2 + low.size() + 2 + middle.size() + high.size();
    if (words + kFewestSteps + column_width(tail) > room) tail.clear();
    if (words + kFewestSteps > room) return shortened(name + " " + low + " to " + high, room);
    const std::size_t steps =
        std::clamp(room - std::min(room, words + column_width(tail)), kFewestSteps, kMostSteps) / 2 * 2;
    std::string line = name + "  " + low + " ";
    for (std::size_t i = 0; i < steps; ++i) {
      if (i == steps / 2) line += middle;
      const double share = (static_cast<double>(i) + 0.5) / static_cast<double>(steps);
      line += paint(glyphs_.block, color_of_share(share), screen_);
    }
    return line + " " + high + tail;
  }

  const Grid& grid_;
  const Axis& x_;
  const Axis& y_;
  const Field& field_;
  const PictureStyle& style_;
  const TextScreen& screen_;
  const Glyphs& glyphs_;
  LengthScale lengths_;
  ArrowColors colors_;
  const std::vector<DescentPath>& paths_;
  std::size_t pitch_ = cell_columns(screen_);
  std::size_t beyond_ = 0;  // arrows drawn apart
  bool has_slanted_ = false;
};

}  // namespace

std::string draw_text(const Grid& grid, const Field& field, const PictureStyle& style, const TextScreen& screen,
                      const std::vector<DescentPath>& paths) {
  return ArrowText(grid, field, style, screen, paths).draw();
}

TextPicture text_of_plane(const Grid& grid, const Field& field, const PictureStyle& style, const TextScreen& screen,
                          const std::vector<DescentPath>& paths) {
  std::size_t not_finite = 0;
  for (std::size_t i = 0; i < field.size(); ++i) not_finite += !has_arrow(field, i);
  return {draw_text(grid, field, style, screen, paths), notes_on_arrows(not_finite, field.size())};
}

}  // namespace gradfield
