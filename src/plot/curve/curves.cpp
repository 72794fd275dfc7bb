#include "plot/curve/curves.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/numbers/number.hpp"
#include "base/spelling.hpp"
#include "formula/print/formula.hpp"
#include "plot/paths/path_lines.hpp"
#include "plot/paths/path_marks.hpp"
#include "plot/sheet/facts.hpp"
#include "plot/sheet/layout.hpp"
#include "plot/sheet/picture_lines.hpp"

namespace gradfield {
namespace {

// The way from step to step is a chord of the curve: thinner, as the curve is what matters, with dots to be seen on it.
constexpr PathLook kPathLook{1.2, 1.8, 2.6, 3.8, 5.5, 6};

// What a dash of the derivative, and the gap after it, are, in points of the page.
constexpr const char* kDashes = "(14,14)";
// Of the second one.
constexpr const char* kDashesAndDots = "(14,6,3,6)";

// A second function, over the others: where it is one of them, both are seen.
constexpr const char* kShortDashes = "(5,5)";

bool is_dot(const std::vector<Point>& piece) { return piece.size() == 1; }

// Those pieces of the curve that are dots, or those that are none.
std::string rows_of(const Curve& curve, bool dots) {
  std::string rows;
  for (const std::vector<Point>& piece : curve) {
    if (is_dot(piece) != dots) continue;
    for (const Point point : piece) {
      append_number(rows, point.x);
      rows += ' ';
      append_number(rows, point.y);
      rows += '\n';
    }
    rows += '\n';
  }
  return rows;
}

bool has_dots(const Curve& curve) { return std::ranges::any_of(curve, is_dot); }

std::vector<DataBlock> curve_blocks(const CurvesPicture& picture) {
  std::vector<DataBlock> blocks;
  if (picture.style.shows_f) {
    blocks.push_back({"f, as pieces of a curve: " + picture.axis.name + " and f.", "f", rows_of(picture.f, false)});
  }
  if (picture.style.shows_slope) {
    blocks.push_back({"Its derivative, likewise.", "slope", rows_of(picture.slope, false)});
  }
  if (picture.style.shows_second()) {
    blocks.push_back({"The second derivative, likewise.", "second", rows_of(picture.second, false)});
  }
  if (has_dots(picture.f)) blocks.push_back({"", "f_dots", rows_of(picture.f, true)});
  if (has_dots(picture.slope)) blocks.push_back({"", "slope_dots", rows_of(picture.slope, true)});
  if (has_dots(picture.second)) blocks.push_back({"", "second_dots", rows_of(picture.second, true)});
  for (std::size_t k = 0; k < picture.others.size(); ++k) {
    const std::string name = "curve_" + std::to_string(k + 1);
    blocks.push_back({"The curve " + shortened(in_ascii(picture.style.curves[k].text), 100) + ".", name,
                      rows_of(picture.others[k], false)});
    if (has_dots(picture.others[k])) blocks.push_back({"", name + "_dots", rows_of(picture.others[k], true)});
  }
  return blocks;
}

// The parts of the plot command that show them, over lines at 0.
std::vector<std::string> curve_plots(const CurvesPicture& picture) {
  const Theme& theme = *picture.style.theme;
  const LineColors colors = line_colors(picture.style);
  std::vector<std::string> plots{plot_lines("0 axes x1y1", "", 1, color_clause(theme.border), "solid")};
  // Where both zeros stand in one place, that is one line.
  constexpr double kOnePoint = 1;
  const bool is_aligned = std::fabs(picture.right.on_page(0) - picture.page.y.on_page(0)) < kOnePoint;
  if (picture.has_right && !is_aligned) {
    plots.push_back(plot_lines("0 axes x1y2", "", 1, color_clause(colors.functions[1]), "(4,4)"));
  }
  const auto add = [&](const Curve& curve, const std::string& block, const std::string& axes, Rgb color,
                       const std::string& dashes) {
    const std::string columns = " using 1:2 axes " + axes;
    if (!std::ranges::all_of(curve, is_dot)) {
      plots.push_back(plot_lines("$" + block + columns, block, 2, color_clause(color), dashes));
    }
    if (has_dots(curve)) {
      plots.push_back("$" + block + "_dots" + columns + " title \"" + block +
                      " at single points\" with points pointtype 7 pointsize 0.8 linecolor " + color_clause(color));
    }
  };
  if (picture.style.shows_f) add(picture.f, "f", "x1y1", colors.functions[0], "");
  // On top, in dashes: where the two are one, both are seen.
  const char* axes = picture.has_right ? "x1y2" : "x1y1";
  if (picture.style.shows_slope) add(picture.slope, "slope", axes, colors.functions[1], kDashes);
  if (picture.style.shows_second()) add(picture.second, "second", axes, colors.functions[2], kDashesAndDots);
  for (std::size_t k = 0; k < picture.others.size(); ++k) {
    add(picture.others[k], "curve_" + std::to_string(k + 1), "x1y1", colors.curves[k], kShortDashes);
  }
  return plots;
}

// "x = -1, 0 and 1"; "7 places" where they are many.
std::string places_text(std::vector<double> places, const Axis& axis) {
  constexpr std::size_t kFew = 4;
  if (places.size() > kFew) return std::to_string(places.size()) + " places";
  std::ranges::sort(places);
  // To a thousandth of the range.
  const double unit = axis.max > axis.min ? std::pow(10, std::floor(std::log10(axis.max / 2 - axis.min / 2)) - 3) : 0;
  std::string text = axis.name + " = ";
  for (std::size_t i = 0; i < places.size(); ++i) {
    const double place = unit > 0 ? std::round(places[i] / unit) * unit : places[i];
    text += (i == 0 ? "" : i + 1 == places.size() ? " and " : ", ") + number_text(place, 6);
  }
  return text;
}

// "Curves of f(x) = x^2 and its derivative, negative,"
std::string curves_text(const Grid& grid, const PictureStyle& style) {
  std::vector<std::string> derivatives;
  if (style.shows_slope) derivatives.push_back(style.arrows.descent ? "derivative, negative," : "derivative");
  if (style.shows_second()) derivatives.push_back("second derivative");
  std::string list;
  for (const std::string& derivative : derivatives) list += (list.empty() ? "" : " and ") + derivative;
  if (!style.shows_f) {
    list[0] = 'D';
    return list + " of " + function_text(grid, style);
  }
  return (list.empty() ? "Curve of " : "Curves of ") + function_text(grid, style) +
         (list.empty() ? "" : " and its " + list);
}

}  // namespace

CurveWish curve_wish(const PictureStyle& style) {
  return {style.arrows.descent, style.shows_f, style.shows_slope,
          style.value_range ? std::optional(ValueRange{style.value_range->low, style.value_range->high}) : std::nullopt,
          style.slope ? &*style.slope : nullptr};
}

std::vector<Curve> sample_others(const PictureStyle& style, SampledCurves& curves) {
  std::vector<Curve> others;
  for (const CurveStyle& other : style.curves) {
    SampledCurves sampled = sample_curves(other.view, {});
    for (const std::vector<Point>& piece : sampled.f) {
      for (const Point point : piece) {
        const double value = std::clamp(point.y, sampled.f_range.low, sampled.f_range.high);
        curves.f_range.low = std::min(curves.f_range.low, value);
        curves.f_range.high = std::max(curves.f_range.high, value);
      }
    }
    others.push_back(std::move(sampled.f));
  }
  return others;
}

CurvesPicture compose_curves(const FieldView& view, const PictureStyle& style, const Terminal& terminal,
                             std::vector<DescentPath> paths) {
  const Axis& axis = view.grid().axes[0];
  CurvesPicture picture;
  picture.paths = std::move(paths);
  static_cast<Sheet&>(picture) = make_sheet(style, terminal);
  static_cast<SampledCurves&>(picture) = sample_curves(view, curve_wish(style));
  if (!style.marks.empty()) picture.points_marked = mark_points(style.marks, *view.gradient());
  picture.axis = axis;
  picture.others = sample_others(style, picture);
  if (picture.style.variables.empty()) picture.style.variables = {axis.name};
  PictureStyle page_style = picture.style;
  page_style.aspect = Aspect::kFree;
  const auto grid_with = [&](const Axis& values) {
    Axis shown = axis;
    if (axis.count > 1) shown.count = 100;
    return Grid{{shown, values}};
  };
  const auto tics_at_right = [&](const PageParts& parts) {
    picture.right = lay_out(grid_with(value_axis(picture.slope_range)), page_style, picture.points, parts).y;
    return picture.right.tics;
  };
  const std::string right_words = picture.has_right ? typeset_offset(tics_at_right({})) + " (right axis)" : "";
  const std::string slope_words = slope_name(style, name_before_mark(style)) + method_words(style) + right_words;
  const LineColors colors = line_colors(picture.style);
  std::vector<KeyEntry> entries;
  if (style.shows_f) entries.push_back({KeyMark::kLine, typeset_name(style.name), colors.functions[0]});
  if (style.shows_slope) entries.push_back({KeyMark::kBrokenLine, slope_words, colors.functions[1]});
  if (style.shows_second()) {
    entries.push_back({KeyMark::kDashDotLine, name_before_mark(style) + "″" + right_words, colors.functions[2]});
  }
  if (picture.turns) {
    entries.push_back(turning_key(typeset_name(style.name), "the steps of its curve", style.theme->ink));
  }
  std::ranges::move(curve_key(picture.style, KeyMark::kDottedLine), std::back_inserter(entries));
  for (const KeyEntry& entry : mark_key(picture.points_marked, picture.style)) entries.push_back(entry);
  for (const KeyEntry& entry : path_key(picture.paths, picture.style)) entries.push_back(entry);
  if (style.key) picture.key = arrange_key(entries, picture.points.width);
  PageParts parts;
  parts.key_height = key_height(picture.key);
  if (picture.has_right) parts.right_tics = tics_at_right(parts);
  picture.page = lay_out(grid_with(f_axis(picture)), page_style, picture.points, parts);
  if (style.shows_f) picture.tangents = make_tangents(view, style, picture.page);
  if (terminal.moves && !picture.paths.empty()) {
    picture.frames = growing_frames(paths_on_curve(picture.paths, picture.style), picture.page);
    picture.seconds = growing_seconds(picture.frames.size());
  }
  return picture;
}

Drawing draw(const CurvesPicture& picture) {
  Drawing drawing;
  drawing.sheet = picture;
  drawing.page = picture.page;
  drawing.axes = AxesParts{.grid_lines = picture.style.grid_lines};
  if (picture.has_right) {
    drawing.axes->right_tics = picture.right.tics;
    drawing.axes->right_low = picture.right.low;
    drawing.axes->right_high = picture.right.high;
  }
  drawing.key = picture.key;
  drawing.has_constants = true;
  drawing.blocks = curve_blocks(picture);
  std::ranges::move(tangent_blocks(picture.tangents, picture.page), std::back_inserter(drawing.blocks));
  drawing.words = tangent_words(picture.tangents, picture.page, picture.style);
  const std::vector<std::string> curves = curve_plots(picture);
  const auto add_frame = [&](std::size_t steps, std::vector<DataBlock>& blocks) {
    const PathLines paths = paths_on_curve(first_steps(picture.paths, steps), picture.style);
    std::ranges::move(path_line_blocks(paths, picture.page, kPathLook), std::back_inserter(blocks));
    DrawnFrame& frame = drawing.frames.emplace_back();
    frame.plots = curves;
    std::ranges::move(tangent_plots(picture.tangents, picture.style), std::back_inserter(frame.plots));
    std::ranges::move(path_line_plots(paths, picture.page, kPathLook), std::back_inserter(frame.plots));
    frame.plots.push_back("NaN notitle");
  };
  if (picture.frames.empty()) add_frame(static_cast<std::size_t>(-1), drawing.blocks);
  for (const std::size_t steps : picture.frames) {
    std::vector<DataBlock> blocks;
    add_frame(steps, blocks);
    drawing.frames.back().blocks = std::move(blocks);
    drawing.frames.back().words.push_back(step_words(picture.paths, steps, picture.style, picture.page));
  }
  return drawing;
}

PictureFacts facts_of(const CurvesPicture& picture) {
  const Grid grid{{picture.axis}};
  const std::string name = drawn_name(picture.style.name);
  PictureFacts facts = title_facts(grid, picture.style, curve_names(picture.style, name, name));
  facts.scale = facts.cap = "none";
  facts.description = curves_text(grid, picture.style) + method_words(picture.style) + " for " + ranges_text(grid) +
                      (picture.has_right ? "; the derivative has the axis at the right." : ".") +
                      mark_facts(picture.points_marked) + path_facts(picture.paths);
  for (const CurveStyle& other : picture.style.curves) facts.description += " The curve " + other.text + ".";
  return facts;
}

Notes notes_on_others(const PictureStyle& style, const std::vector<Curve>& others) {
  Notes notes;
  for (std::size_t k = 0; k < others.size(); ++k) {
    if (!others[k].empty()) continue;
    notes.push_back("the curve '" + printable(shortened(style.curves[k].text, 60)) + "' is nowhere finite");
  }
  return notes;
}

Notes notes_on(const SampledCurves& curves, const Axis& axis, const PictureStyle& style) {
  Notes notes;
  if (curves.turns) notes.push_back(turning_note(style, "the steps of its curve"));
  const std::string& f = style.name;
  const auto note_missing = [&](const std::string& what, const MissingPoints& missing) {
    if (!missing.is_part && !missing.places.empty()) {
      notes.push_back(what + " at " + places_text(missing.places, axis));
    } else if (missing.count > 0) {
      const double share = 100.0 * static_cast<double>(missing.count) / static_cast<double>(curves.sampled);
      notes.push_back(what + " on " + number_text(share, 3) + " % of the range");
    }
  };
  note_missing(f + " is not finite, or left out,", curves.missing);
  const std::string slope = (style.arrows.descent ? "-" : "") + f + "'";
  // A place to which the slope goes as to a pole is named with the poles.
  if (curves.slope_poles.empty() || curves.missing_slopes.is_part) {
    note_missing(slope + " is not finite, though " + f + " is,", curves.missing_slopes);
  }
  const auto note_cut = [&](const std::string& names, const ValueRange& range, const std::vector<double>& poles) {
    notes.push_back(names + " cut at " + number_text(range.low, 3) + " and " + number_text(range.high, 3) +
                    ": poles near " + places_text(poles, axis));
  };
  const bool f_is_cut = !curves.f_poles.empty(), slope_is_cut = !curves.slope_poles.empty();
  if (f_is_cut && slope_is_cut && !curves.has_right) {
    note_cut(f + " and " + slope + " are", curves.f_range, curves.f_poles);
  } else {
    if (f_is_cut) note_cut(f + " is", curves.f_range, curves.f_poles);
    if (slope_is_cut) note_cut(slope + " is", curves.slope_range, curves.slope_poles);
  }
  if (!curves.second_poles.empty()) note_cut(f + "'' is", curves.slope_range, curves.second_poles);
  return notes;
}

}  // namespace gradfield
