#include "plot/curve/curves.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/numbers/number.hpp"
#include "plot/paths/path_frames.hpp"
#include "plot/paths/path_lines.hpp"
#include "plot/paths/path_marks.hpp"
#include "plot/sheet/layout.hpp"
#include "plot/sheet/script_parts.hpp"

namespace gradfield {
namespace {

// The theme's colours for lines that stand for f and its derivative.
constexpr std::size_t kCurves = 2;
// The way from step to step is a chord of the curve: thinner, as the curve is what matters, with dots to be seen on it.
constexpr PathLook kPathLook{1.2, 1.8, 2.6, 3.8, 5.5, 6};

// What a dash of the derivative, and the gap after it, are, in points of the page.
constexpr const char* kDashes = "(14,14)";

bool is_dot(const std::vector<Point>& piece) { return piece.size() == 1; }

// Those pieces of the curve that are dots, or those that are none.
void write_curve(std::ostream& script, const std::string& block, const Curve& curve, bool dots) {
  script << "$" << block << " << EOD\n";
  std::string text;
  for (const std::vector<Point>& piece : curve) {
    if (is_dot(piece) != dots) continue;
    for (const Point point : piece) {
      append_number(text, point.x);
      text += ' ';
      append_number(text, point.y);
      text += '\n';
    }
    text += '\n';
  }
  script << text << "EOD\n\n";
}

void write_plots(std::ostream& script, const CurvesPicture& picture, const PathLines& paths) {
  const Theme& theme = *picture.style.theme;
  script << "plot ";
  const auto zero_line = [&](const char* axes, Rgb color, const char* dashes) {
    script << "0 axes " << axes << " notitle with lines linewidth 1 dashtype " << dashes << " linecolor "
           << color_clause(color) << ", \\\n     ";
  };
  zero_line("x1y1", theme.border, "solid");
  // Where both zeros stand in one place, that is one line.
  constexpr double kOnePoint = 1;
  const bool is_aligned = std::fabs(picture.right.on_page(0) - picture.page.y.on_page(0)) < kOnePoint;
  if (picture.has_right && !is_aligned) zero_line("x1y2", theme.lines[1], "(4,4)");
  const auto curve = [&](const Curve& pieces, const std::string& block, const char* axes, const std::string& dashes,
                         Rgb color) {
    if (!std::ranges::all_of(pieces, is_dot)) {
      script << "$" << block << " using 1:2 axes " << axes << " title \"" << block << "\" with lines linewidth 2"
             << dashes << " linecolor " << color_clause(color) << ", \\\n     ";
    }
    if (std::ranges::any_of(pieces, is_dot)) {
      script << "$" << block << "_dots using 1:2 axes " << axes << " title \"" << block
             << " at single points\" with points pointtype 7 pointsize 0.8 linecolor " << color_clause(color)
             << ", \\\n     ";
    }
  };
  curve(picture.f, "f", "x1y1", "", theme.lines[0]);
  // On top, in dashes: where the two are one, both are seen.
  curve(picture.slope, "slope", picture.has_right ? "x1y2" : "x1y1", " dashtype " + std::string(kDashes),
        theme.lines[1]);
  for (const std::string& plot : path_line_plots(paths, picture.page, kPathLook)) script << plot << ", \\\n     ";
  script << "NaN notitle\n";
}

}  // namespace

CurvesPicture compose_curves(const Axis& axis, const PictureStyle& style, const Terminal& terminal,
                             const FieldAccess& access, std::vector<DescentPath> paths) {
  CurvesPicture picture;
  picture.paths = std::move(paths);
  static_cast<Sheet&>(picture) = make_sheet(style, terminal);
  static_cast<SampledCurves&>(picture) = sample_curves(axis, style.arrows.descent, access);
  picture.axis = axis;
  PictureStyle page_style = style;
  page_style.aspect = Aspect::kFree;
  if (page_style.variables.empty()) page_style.variables = {axis.name};
  const auto grid_with = [&](const Axis& values) {
    Axis shown = axis;
    if (axis.count > 1) shown.count = 100;
    return Grid{{shown, values}};
  };
  const std::string slope_name = style.arrows.descent ? "−f′" : "f′";
  const std::string slope_words = slope_name + (picture.has_right ? " (right axis)" : "");
  std::vector<KeyEntry> entries{{KeyMark::kLine, "f", style.theme->lines[0]},
                                {KeyMark::kBrokenLine, slope_words, style.theme->lines[1]}};
  for (const KeyEntry& entry : path_key(picture.paths, *style.theme, kCurves)) entries.push_back(entry);
  if (style.key) picture.key = arrange_key(entries, picture.points.width);
  PageParts parts;
  parts.key_height = key_height(picture.key);
  if (picture.has_right) {
    picture.right = lay_out(grid_with(value_axis(picture.slope_range)), page_style, picture.points, parts).y;
    parts.right_tics = picture.right.tics;
  }
  picture.page = lay_out(grid_with(value_axis(picture.f_range)), page_style, picture.points, parts);
  if (terminal.moves && !picture.paths.empty()) {
    picture.frames = growing_frames(paths_on_curve(picture.paths, *style.theme, kCurves), picture.page);
    picture.seconds = growing_seconds(picture.frames.size());
  }
  return picture;
}

void write_script(std::ostream& script, const CurvesPicture& picture, const Terminal& terminal) {
  const Theme& theme = *picture.style.theme;
  write_header(script, picture, terminal);
  script << "# f, as pieces of a curve: " << picture.axis.name << " and f.\n";
  write_curve(script, "f", picture.f, false);
  script << "# Its derivative, likewise.\n";
  write_curve(script, "slope", picture.slope, false);
  if (std::ranges::any_of(picture.f, is_dot)) write_curve(script, "f_dots", picture.f, true);
  if (std::ranges::any_of(picture.slope, is_dot)) write_curve(script, "slope_dots", picture.slope, true);
  const PathLines paths = paths_on_curve(picture.paths, theme, kCurves);
  if (picture.frames.empty()) write_path_lines(script, paths, picture.page, kPathLook);
  const Lettering lettering{terminal, picture.zoom};
  AxesParts parts{picture.style.grid_lines, {}, 0, 0};
  if (picture.has_right) parts = {parts.grid_lines, picture.right.tics, picture.right.low, picture.right.high};
  write_axes(script, picture, picture.page, parts, lettering);
  script << "unset colorbox\nunset key\nset samples 2\n";
  write_key(script, picture.key, picture.page, theme.quiet, lettering);
  for (const std::string& command : picture.style.commands) script << command << '\n';
  if (picture.frames.empty()) write_plots(script, picture, paths);
  for (const std::size_t steps : picture.frames) {
    const PathLines so_far = paths_on_curve(first_steps(picture.paths, steps), theme, kCurves);
    write_path_lines(script, so_far, picture.page, kPathLook);
    write_plots(script, picture, so_far);
  }
}

}  // namespace gradfield
