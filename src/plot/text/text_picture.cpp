#include "plot/text/text_picture.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>
#include <utility>

#include "base/numbers/number.hpp"
#include "base/spelling.hpp"
#include "kernel/mathematics.hpp"
#include "plot/colors/arrow_colors.hpp"
#include "plot/sheet/notes.hpp"
#include "plot/text/text_frame.hpp"
#include "plot/text/text_ground.hpp"
#include "plot/text/text_marks.hpp"
#include "plot/text/text_paths.hpp"
#include "plot/text/text_ramp.hpp"

namespace gradfield {
namespace {

// What a picture is drawn with: directions counter-clockwise from east by 45 degrees. In ASCII a dot above or below the
// stroke stands at its tip, and what is beyond the scale is doubled.
struct Glyphs {
  std::array<std::string_view, 8> arrows, beyond;
  std::string_view zero, nabla, slanted;
};
constexpr Glyphs kUnicode{
    {"→", "↗", "↑", "↖", "←", "↙", "↓", "↘"}, {"⇒", "⇗", "⇑", "⇖", "⇐", "⇙", "⇓", "⇘"}, "·", "∇", ""};
constexpr Glyphs kAscii{{"->", "/'", "^", "'\\", "<-", "./", "v", "\\."},
                        {"=>", "/\"", "^^", "\"\\", "<=", ":/", "vv", "\\:"},
                        ".",
                        "grad ",
                        "/' '\\ up, ./ \\. down"};

class ArrowText {
 public:
  ArrowText(const Grid& grid, const Field& field, const PictureStyle& style, const TextScreen& screen,
            const std::vector<DescentPath>& paths, TextGround ground, std::vector<MarkedPoint> points = {})
      : grid_(grid),
        x_(grid.axes[0]),
        y_(grid.axes[1]),
        field_(field),
        style_(style),
        screen_(screen),
        glyphs_(screen.unicode ? kUnicode : kAscii),
        lengths_(length_scale(field, style)),
        paths_(paths),
        ground_(std::move(ground)),
        points_(std::move(points)) {
    choose_colors();
    for (std::size_t i = 0; i < field.size(); ++i) beyond_ += has_arrow(field, i) && lengths_.is_cut(norm_at(field, i));
  }

  std::string draw() {
    const std::vector<Tic> y_tics = row_tics(y_, y_.count);
    TextFrame frame;
    const std::string gradient =
        std::string(style_.arrows.descent ? "-" : "") + std::string(glyphs_.nabla) + shown_name(style_.name, screen_);
    frame.title = text_title(style_.shows_arrows ? gradient : "", grid_, style_, screen_);
    frame.x_name = axis_name(x_, x_.name, screen_);
    frame.y_name = axis_name(y_, y_.name, screen_);
    frame.left = left_width(y_tics, frame.y_name);
    frame.columns = map_.columns();
    const std::size_t room = legend_room(frame, screen_);
    fit_ramp(room);
    const std::vector<std::size_t> places = places_of(grid_, field_);
    TextCells cells(y_.count, std::vector<std::string>(frame.columns, " "));
    for (std::size_t row = 0; row < y_.count; ++row) {
      for (std::size_t i = 0; i < x_.count; ++i) {
        put_arrow(places[(y_.count - 1 - row) * x_.count + i], row, 1 + pitch_ * i, cells);
      }
    }
    ground_.put_letters(*style_.theme, screen_, cells);
    TextPaths paths(paths_, kPathsOverArrows, style_, screen_);
    const TextCells arrows = cells;
    ground_.put_curves(style_, screen_, cells);
    paths.put(path_places(), cells);
    Line<2> marks;
    for (const MarkedPoint& point : points_) {
      marks.push_back({map_.column_of(point.place[0]), map_.row_of(point.place[1])});
    }
    put_marks(marks, style_, screen_, cells);
    Line<2> critical;
    for (const NamedPoint& point : style_.critical) {
      critical.push_back({map_.column_of(point.place[0]), map_.row_of(point.place[1])});
    }
    put_critical(critical, style_, screen_, cells);
    erase_halves(arrows, cells);
    // Cells of paths stand out as what has no ground.
    for (std::size_t row = 0; row < cells.size(); ++row) {
      for (std::size_t column = 0; column < cells[row].size(); ++column) {
        const std::optional<Rgb> color = ground_.color(row, column);
        std::string& cell = cells[row][column];
        if (color && cell == arrows[row][column]) cell = paint_ground(cell, *color, screen_);
      }
    }
    frame.rows = rows_of(cells);
    for (const Tic& tic : y_tics) put_beside_its_row(tic, frame);
    for (const Tic& tic : column_tics(x_, frame.columns)) {
      frame.bottom_tics.push_back({static_cast<std::size_t>(std::lround(map_.column_of(tic.value))), tic.label});
    }
    if (style_.key) {
      frame.legends = {legend(room),
                       ground_.level_key(room),
                       curve_legend(style_, screen_, room),
                       mark_legend(points_, style_, screen_, room),
                       critical_legend(style_, screen_, room),
                       paths.legend(room)};
    }
    return draw_frame(frame, screen_);
  }

 private:
  void choose_colors() {
    colors_ = arrow_colors(style_, field_, lengths_, readable_colors(arrow_palette(style_), screen_));
    if (screen_.colors == TextColors::kNone || ground_.ramp || !style_.shows_arrows) colors_.by = ColorBy::kOneColor;
    if (colors_.by == ColorBy::kOneColor) return;
    const bool by_norm = colors_.by == ColorBy::kNorm;
    ramp_.emplace(colors_.scale, by_norm ? shown_norm(style_, screen_) : shown_name(style_.name, screen_), screen_);
  }

  // Of what has a key of colours or shades: the heat map, else the arrows.
  void fit_ramp(std::size_t room) {
    if (!style_.key) return;
    const std::string norm = shown_norm(style_, screen_), largest = number_text(lengths_.reference, 4);
    const std::string beyond =
        beyond_ == 0 ? "" : ", " + std::string(glyphs_.beyond[0]) + " " + std::to_string(beyond_) + " beyond";
    const std::string arrows = ", " + (beyond_ == 0 ? "largest " + norm + " = " : norm + " up to ") + largest + beyond;
    if (ground_.ramp) {
      ground_.ramp->fit(room, lengths_.reference == 0 ? "" : arrows);
    } else if (ramp_) {
      ramp_->fit(room, colors_.by == ColorBy::kNorm || beyond_ == 0 ? beyond : arrows);
    }
  }

  std::vector<Line<2>> path_places() const {
    // Far beyond the frame; there is no overflow between such places.
    constexpr double kFar = 1e9;
    std::vector<Line<2>> places;
    for (const DescentPath& path : paths_) {
      places.emplace_back();
      for (const auto& [x, y] : finite_points(path.coordinates[0], path.coordinates[1])) {
        places.back().push_back({std::clamp(map_.column_of(x), -kFar, kFar), std::clamp(map_.row_of(y), -kFar, kFar)});
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
    const double place = map_.row_of(tic.value);
    constexpr double kNear = 0.05;
    if (y_.count <= kFewRows && std::fabs(place - std::round(place)) >= kNear) return;
    frame.left_tics.push_back({static_cast<std::size_t>(std::ceil(place - 0.5)), tic.label});
  }

  // In the cell given, and in ASCII the one after it.
  void put_arrow(std::size_t i, std::size_t row, std::size_t column, TextCells& cells) {
    if (i == kNoPoint || !style_.shows_arrows || !has_arrow(field_, i)) return;
    const double norm = norm_at(field_, i);
    const auto put = [&](std::string_view glyph, std::size_t at, std::optional<Rgb> color) {
      if (!color) color = ground_.ink(row, at);
      cells[row][at] = color ? paint(glyph, *color, screen_) : std::string(glyph);
    };
    if (norm == 0) {
      put(glyphs_.zero, column, {});
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
    const std::string_view glyph =
        (is_beyond ? glyphs_.beyond : glyphs_.arrows)[static_cast<std::size_t>((eighth + 8) % 8)];
    has_slanted_ = has_slanted_ || eighth % 2 != 0;
    const std::optional<Rgb> color =
        ramp_ ? ramp_->color_of(colors_.by == ColorBy::kValue ? field_.f[i] : norm) : style_.color;
    if (screen_.unicode) {
      put(glyph, column, color);
      return;
    }
    for (const char character : glyph) put(std::string_view(&character, 1), column++, color);
  }

  bool has_finite_point() const {
    for (std::size_t i = 0; i < field_.size(); ++i) {
      if (has_arrow(field_, i)) return true;
    }
    return false;
  }

  // What the colours stand for, and how far they go; `room`: its columns. After fit_ramp().
  std::string legend(std::size_t room) const {
    if (!has_finite_point()) return "no point is finite";
    if (ground_.ramp) return ground_.ramp->key();
    if (!style_.shows_arrows) return "";
    const std::string norm = shown_norm(style_, screen_);
    if (lengths_.reference == 0) return norm + " = 0 everywhere";
    if (ramp_) return ramp_->key();
    const std::string largest = number_text(lengths_.reference, 4);
    const std::string beyond = ", " + std::string(glyphs_.beyond[0]) + " " + std::to_string(beyond_) + " beyond";
    const std::string slanted = has_slanted_ && !screen_.unicode ? "   " + std::string(glyphs_.slanted) : "";
    const std::string all = beyond_ == 0 ? "largest " + norm + " = " + largest : norm + " up to " + largest + beyond;
    // The words may go, but not the number.
    for (const std::string& text : {all + slanted, all, norm + " up to " + largest, "up to " + largest}) {
      if (column_width(text) <= room) return text;
    }
    return largest.size() <= room ? largest : "";
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
  TextGround ground_;
  std::vector<MarkedPoint> points_;
  std::optional<TextRamp> ramp_;  // of arrows that are not of one colour
  std::size_t pitch_ = cell_columns(screen_);
  CellMap map_{grid_, pitch_};
  std::size_t beyond_ = 0;  // arrows drawn apart
  bool has_slanted_ = false;
};

}  // namespace

std::string draw_text(const Grid& grid, const Field& field, const PictureStyle& style, const TextScreen& screen,
                      const std::vector<DescentPath>& paths) {
  return ArrowText(grid, field, style, screen, paths, {}).draw();
}

TextPicture text_of_plane(const FieldView& view, const PictureStyle& style, const TextScreen& screen,
                          const std::vector<DescentPath>& paths) {
  const Grid& grid = view.grid();
  const Field field = view.field();
  std::size_t not_finite = 0;
  for (std::size_t i = 0; i < field.size(); ++i) not_finite += !has_arrow(field, i);
  TextGround ground(view, {grid, cell_columns(screen)}, style, screen);
  Notes notes = style.shows_arrows ? notes_on_arrows(not_finite, field.size()) : Notes();
  if (not_finite < field.size()) append(notes, notes_on_levels(style, ground.summary));
  append(notes, notes_on_curves(style, ground.curves));
  std::vector<MarkedPoint> points = mark_points(style.marks, *view.gradient());
  return {ArrowText(grid, field, style, screen, paths, std::move(ground), std::move(points)).draw(), notes};
}

}  // namespace gradfield
