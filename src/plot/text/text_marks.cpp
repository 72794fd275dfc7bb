#include "plot/text/text_marks.hpp"

#include <array>
#include <cmath>

#include "base/numbers/number.hpp"
#include "base/spelling.hpp"
#include "formula/print/formula.hpp"
#include "plot/critical/critical_marks.hpp"
#include "plot/sheet/picture_lines.hpp"

namespace gradfield {
namespace {

constexpr std::string_view kBetween = "   ";

std::string_view mark_glyph(const TextScreen& screen) { return screen.unicode ? "●" : "&"; }

// "(1, 2)"
std::string list_of(const std::vector<double>& values) {
  std::string text;
  for (const double value : values) text += (text.empty() ? "" : ", ") + number_text(value + 0.0, 4);
  return values.size() == 1 ? text : "(" + text + ")";
}

std::string words_of(const MarkedPoint& point, const PictureStyle& style, const TextScreen& screen) {
  const bool is_curve = point.place.size() == 1;
  const std::string sign = !style.arrows.descent ? "" : screen.unicode ? "−" : "-";
  const std::string name = shown_name(style.name, screen), place = list_of(point.place);
  std::string words = is_curve ? sign + name + (screen.unicode ? "′" : "'") + "(" + place + ")"
                               : sign + (screen.unicode ? "∇" : "grad ") + name + place;
  if (!point.is_finite()) return words + " is not finite";
  std::vector<double> slopes = point.slopes;
  for (double& slope : slopes) slope = style.arrows.descent ? -slope : slope;
  words += " = " + list_of(slopes);
  return is_curve ? words : words + ", " + shown_norm(style, screen) + " = " + number_text(point.norm(), 4);
}

// By CriticalKind.
std::string_view critical_glyph(CriticalKind kind, const TextScreen& screen) {
  constexpr std::array<std::string_view, 4> kAscii{"V", "A", "X", "H"}, kUnicode{"▼", "▲", "✕", "■"};
  return (screen.unicode ? kUnicode : kAscii)[static_cast<std::size_t>(kind)];
}

void put_glyph(const std::array<double, 2>& place, std::string_view glyph, Rgb color, const TextScreen& screen,
               TextCells& cells) {
  const double x = std::round(place[0]), y = std::round(place[1]);
  if (!(x >= 0 && y >= 0 && y < static_cast<double>(cells.size()))) return;
  std::vector<std::string>& line = cells[static_cast<std::size_t>(y)];
  if (x < static_cast<double>(line.size())) line[static_cast<std::size_t>(x)] = paint(glyph, color, screen);
}

}  // namespace

void put_marks(const Line<2>& places, const PictureStyle& style, const TextScreen& screen, TextCells& cells) {
  const Rgb color = readable(line_colors(style).mark, screen);
  for (const std::array<double, 2>& place : places) put_glyph(place, mark_glyph(screen), color, screen, cells);
}

void put_critical(const Line<2>& places, const PictureStyle& style, const TextScreen& screen, TextCells& cells) {
  const Rgb color = readable(line_colors(style).mark, screen);
  for (std::size_t k = 0; k < places.size(); ++k) {
    put_glyph(places[k], critical_glyph(style.critical[k].kind, screen), color, screen, cells);
  }
}

std::string critical_legend(const PictureStyle& style, const TextScreen& screen, std::size_t room) {
  std::string line;
  std::size_t width = 0;
  for (const CriticalCount& count : critical_counts(style)) {
    width += (line.empty() ? 0 : kBetween.size()) + 2 + column_width(count.words);
    line += std::string(line.empty() ? "" : kBetween) +
            paint(critical_glyph(count.kind, screen), readable(line_colors(style).mark, screen), screen) + " " +
            count.words;
  }
  return width <= room ? line : "";
}

std::string mark_legend(const std::vector<MarkedPoint>& points, const PictureStyle& style, const TextScreen& screen,
                        std::size_t room) {
  if (points.empty()) return "";
  const auto join = [&](bool painted) {
    std::string line;
    for (const MarkedPoint& point : points) {
      const std::string_view glyph = mark_glyph(screen);
      line += std::string(line.empty() ? "" : kBetween) +
              (painted ? paint(glyph, readable(line_colors(style).mark, screen), screen) : std::string(glyph)) + " " +
              words_of(point, style, screen);
    }
    return line;
  };
  if (column_width(join(false)) <= room) return join(true);
  const std::string count = std::string(mark_glyph(screen)) + " " + std::to_string(points.size()) +
                            (points.size() == 1 ? " point" : " points");
  return column_width(count) <= room ? count : "";
}

std::string curve_glyph(std::size_t curve, const PictureStyle& style, const TextScreen& screen) {
  // Those of ASCII are none of arrows, paths and marks.
  constexpr std::array<std::string_view, 4> kAscii{"#", "=", "+", "~"}, kUnicode{"▪", "▫", "▴", "▾"};
  const std::string_view glyph = (screen.unicode ? kUnicode : kAscii)[curve % kAscii.size()];
  return paint(glyph, readable(line_colors(style).curves[curve], screen), screen);
}

std::string curve_legend(const PictureStyle& style, const TextScreen& screen, std::size_t room) {
  std::string line;
  std::size_t width = 0;
  for (std::size_t k = 0; k < style.curves.size(); ++k) {
    const std::string& text = style.curves[k].text;
    const std::string words = " " + (screen.unicode ? printable(text) : in_ascii(text));
    width += (k > 0 ? kBetween.size() : 0) + 1 + column_width(words);
    line += std::string(k > 0 ? kBetween : "") + curve_glyph(k, style, screen) + words;
  }
  return width <= room ? line : "";
}

}  // namespace gradfield
