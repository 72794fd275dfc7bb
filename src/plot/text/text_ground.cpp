#include "plot/text/text_ground.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/contours/contours.hpp"
#include "base/numbers/number.hpp"
#include "base/spelling.hpp"
#include "plot/arrows/arrow_lengths.hpp"
#include "plot/colors/area_colors.hpp"
#include "plot/sheet/picture_lines.hpp"
#include "plot/text/text_marks.hpp"

namespace gradfield {
namespace {

// Without v and o, which are arrows and starts of paths in ASCII.
constexpr std::string_view kLetters = "abcdefghijklmnpqrstuwxyzABCDEFGHIJKLMNPQRSTUWXYZ";

// The points of so many cells in line with those of the axis, which are `pitch` apart, from the second on; `before`:
// how many cells are before the first.
Axis cell_axis(const Axis& axis, std::size_t pitch, std::size_t before, std::size_t count) {
  if (axis.count == 1) return {axis.name, axis.min, axis.max, 1};
  const double cell = (axis.max / 2 - axis.min / 2) / static_cast<double>(pitch * (axis.count - 1)) * 2;
  const double low = axis.min - static_cast<double>(before) * cell;
  return {axis.name, low, low + static_cast<double>(count - 1) * cell, count};
}

// A heat map's colours as the screen has them, more than are told apart.
std::vector<Rgb> ground_colors(const Palette& palette, const Theme& theme, const TextScreen& screen) {
  constexpr int kSteps = 64;
  const std::vector<Rgb> colors = colors_for_areas(palette, screen.background.value_or(theme.background));
  std::vector<Rgb> steps;
  for (int i = 0; i <= kSteps; ++i) {
    steps.push_back(nearest_color(color_at(colors, static_cast<double>(i) / kSteps), screen));
  }
  return steps;
}

// Calls `visit` with the column and the row of places along the line, closer than cells are.
template <typename Visitor>
void for_each_cell(const ContourLine& line, const CellMap& map, const Visitor& visit) {
  std::vector<std::array<double, 2>> points = line.points;
  if (line.closed && !points.empty()) points.push_back(points.front());
  for (std::size_t i = 1; i < points.size(); ++i) {
    const std::array<double, 2> from{map.column_of(points[i - 1][0]), map.row_of(points[i - 1][1])};
    const std::array<double, 2> to{map.column_of(points[i][0]), map.row_of(points[i][1])};
    const double steps = std::ceil(2 * std::max(std::fabs(to[0] - from[0]), std::fabs(to[1] - from[1]))) + 1;
    for (double k = 0; k <= steps; ++k) {
      visit(from[0] + k / steps * (to[0] - from[0]), from[1] + k / steps * (to[1] - from[1]));
    }
  }
}

}  // namespace

TextGround::TextGround(const FieldView& view, const CellMap& map, const PictureStyle& style, const TextScreen& screen)
    : columns_(map.columns()) {
  const Axis &x = map.grid.axes[0], &y = map.grid.axes[1];
  if (style.heat_map != HeatMap::kNone && screen.colors != TextColors::kNone) {
    const bool by_norm = style.heat_map == HeatMap::kNorm;
    const Grid cells{{cell_axis(x, map.pitch, 1, columns_), {y.name, y.min, y.max, y.count}}};
    const Field field = view.sample(cells);
    const std::size_t sampled = cells.axes[0].count;
    for (std::size_t row = 0; row < map.rows(); ++row) {
      for (std::size_t column = 0; column < columns_; ++column) {
        const std::size_t i = (map.rows() - 1 - row) * sampled + std::min(column, sampled - 1);
        values_.push_back(!std::isfinite(field.f[i]) ? NAN : by_norm ? norm_at(field, i) : field.f[i]);
      }
    }
    const LengthScale lengths = length_scale(field, style);
    const ColorScale scale = area_scale(style, field, by_norm ? &lengths : nullptr, [&](const Palette& palette) {
      return ground_colors(palette, *style.theme, screen);
    });
    const std::string name = shown_name(style.name, screen);
    ramp.emplace(around_constant(scale, by_norm), by_norm ? shown_norm(style, screen) : name, screen);
  }
  if (x.count < 2 || y.count < 2) return;
  constexpr double kRowsAreHigher = 2;  // than columns are wide
  const Axis across = cell_axis(x, map.pitch, 1, columns_);
  const ContourRange columns{across.min, across.max, static_cast<double>(columns_)};
  const ContourRange rows{y.min, y.max, kRowsAreHigher * static_cast<double>(map.rows())};
  const auto none = [&] { return std::vector<double>(columns_ * map.rows(), NAN); };
  curves = curve_lines(style, columns, rows);
  if (!curves.empty()) on_curves_ = none();
  for (std::size_t k = 0; k < curves.size(); ++k) {
    for (const ContourLine& line : curves[k].lines) {
      for_each_cell(line, map,
                    [&](double column, double row) { put(on_curves_, column, row, static_cast<double>(k)); });
    }
  }
  if (!style.contour) return;
  lines_ = none();
  const LevelLines found = level_lines(columns, rows, style.contour->count, style.contour->levels, view);
  summary = found.summary;
  const auto pitch = static_cast<double>(map.pitch);
  for (const ContourLine& line : found.lines) {
    if (levels.empty() || levels.back() != line.level) levels.push_back(line.level);
    for_each_cell(line, map,
                  [&](double column, double row) { put(lines_, std::round(column / pitch) * pitch, row, line.level); });
  }
}

void TextGround::put(std::vector<double>& cells, double column, double row, double value) const {
  const auto last_row = static_cast<double>(cells.size() / columns_ - 1), last = static_cast<double>(columns_ - 1);
  cells[static_cast<std::size_t>(std::clamp(std::round(row), 0.0, last_row)) * columns_ +
        static_cast<std::size_t>(std::clamp(std::round(column), 0.0, last))] = value;
}

std::optional<Rgb> TextGround::color(std::size_t row, std::size_t column) const {
  if (!ramp || !std::isfinite(value(row, column))) return std::nullopt;
  return ramp->color_of(value(row, column));
}

std::optional<Rgb> TextGround::ink(std::size_t row, std::size_t column) const {
  const std::optional<Rgb> ground = color(row, column);
  if (!ground) return std::nullopt;
  return is_dark(*ground) ? rgb(0xffffff) : rgb(0x101010);
}

char TextGround::letter_of(double level) const {
  const auto place = std::ranges::lower_bound(levels, level) - levels.begin();
  return kLetters[static_cast<std::size_t>(place) % kLetters.size()];
}

void TextGround::put_curves(const PictureStyle& style, const TextScreen& screen, TextCells& cells) const {
  for (std::size_t i = 0; i < on_curves_.size(); ++i) {
    if (std::isnan(on_curves_[i])) continue;
    cells[i / columns_][i % columns_] = curve_glyph(static_cast<std::size_t>(on_curves_[i]), style, screen);
  }
}

void TextGround::put_letters(const Theme& theme, const TextScreen& screen, TextCells& cells) const {
  if (lines_.empty()) return;
  const Rgb quiet = readable(theme.quiet, screen);
  for (std::size_t row = 0; row < cells.size(); ++row) {
    for (std::size_t column = 0; column < cells[row].size(); ++column) {
      const double level = lines_[row * columns_ + column];
      if (cells[row][column] != " " || std::isnan(level)) continue;
      const char letter = letter_of(level);
      cells[row][column] = paint(std::string_view(&letter, 1), ink(row, column).value_or(quiet), screen);
    }
  }
}

std::string TextGround::level_key(std::size_t room) const {
  if (levels.empty()) return "";
  std::string all;
  const auto entry = [&](double level) { return std::string(1, letter_of(level)) + " " + number_text(level, 6); };
  for (const double level : levels) all += (all.empty() ? "" : "  ") + entry(level);
  const std::string ends = entry(levels.front()) + " to " + entry(levels.back());
  return all.size() <= room ? all : ends.size() <= room ? ends : "";
}

}  // namespace gradfield
