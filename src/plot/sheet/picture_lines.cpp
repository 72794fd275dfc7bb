#include "plot/sheet/picture_lines.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <tuple>

namespace gradfield {
namespace {

// Places among the theme's colours, the first choice first. Over a field curves begin with what stands out from the
// palettes, and paths end with what is near to these; beside f and its derivative both end with what is near to f's.
constexpr std::size_t kBlue = 0, kOrange = 1, kGreen = 2, kCrimson = 3, kViolet = 4, kOchre = 5;
constexpr std::array kFunctions{kBlue, kOrange, kGreen};
constexpr std::array kCurves{kCrimson, kViolet, kOchre, kBlue, kGreen, kOrange};
constexpr std::array kPaths{kOrange, kGreen, kCrimson, kViolet, kOchre, kBlue};
constexpr std::array kBesideFunctions{kCrimson, kViolet, kOchre, kGreen};

}  // namespace

LineColors line_colors(const PictureStyle& style) {
  const auto& lines = style.theme->lines;
  LineColors colors;
  std::array<bool, std::tuple_size_v<std::remove_cvref_t<decltype(lines)>>> is_taken{};
  const auto take = [&](std::size_t place) {
    is_taken[place] = true;
    return lines[place];
  };
  const bool is_line = style.variables.size() == 1;
  for (const std::size_t place : kFunctions) colors.functions.push_back(lines[place]);
  if (is_line) std::ranges::fill_n(is_taken.begin(), style.shows_second() ? 3 : 2, true);
  colors.mark = lines[kCrimson];
  if (!style.marks.empty() || !style.dots.empty()) take(kCrimson);
  const auto free = [&] { return std::ranges::count(is_taken, false); };
  const std::span<const std::size_t> for_curves = is_line ? std::span<const std::size_t>(kBesideFunctions) : kCurves;
  for (const std::size_t place : for_curves) {
    if (colors.curves.size() < style.curves.size() && !is_taken[place] && free() > 1) {
      colors.curves.push_back(take(place));
    }
  }
  for (std::size_t k = 0; colors.curves.size() < style.curves.size(); ++k) colors.curves.push_back(colors.curves[k]);
  for (const std::size_t place : is_line ? std::span<const std::size_t>(kBesideFunctions) : kPaths) {
    if (!is_taken[place]) colors.paths.push_back(lines[place]);
  }
  return colors;
}

std::vector<LevelLines> curve_lines(const PictureStyle& style, const ContourRange& x, const ContourRange& y) {
  constexpr double kLevel[] = {0};
  std::vector<LevelLines> lines;
  for (const CurveStyle& curve : style.curves) lines.push_back(level_lines(x, y, {}, kLevel, curve.view));
  return lines;
}

std::vector<KeyEntry> curve_key(const PictureStyle& style, KeyMark mark) {
  const LineColors colors = line_colors(style);
  std::vector<KeyEntry> entries;
  for (std::size_t k = 0; k < style.curves.size(); ++k) {
    entries.push_back({mark, style.curves[k].words, colors.curves[k]});
  }
  return entries;
}

}  // namespace gradfield
