#include "plot/curves.hpp"

#include <algorithm>
#include <cmath>

#include "plot/color_scale.hpp"
#include "plot/layout.hpp"
#include "plot/script_parts.hpp"
#include "table/number.hpp"

namespace gradfield {
namespace {

// Two samples a pixel of a usual page.
constexpr std::size_t kSamples = 1201;

struct ValueRange {
  double low, high;
  bool is_cut = false;  // values lie beyond
  double width() const { return high - low; }
};

// Of the finite values, but not out to a pole.
ValueRange visible_range(const std::vector<double>& values) {
  constexpr double kPole = 0.08;
  const ColorScale scale = value_scale(values, {}, false, kPole);
  const bool is_cut = std::ranges::any_of(
      values, [&](double value) { return std::isfinite(value) && (value < scale.low || value > scale.high); });
  return {scale.low, scale.high, is_cut};
}

// Both curves share an axis unless one of them would be flat on it.
bool share_an_axis(const ValueRange& f, const ValueRange& slope) {
  constexpr double kFlat = 10;
  const double both = std::max(f.high, slope.high) - std::min(f.low, slope.low);
  const auto is_well = [&](const ValueRange& range) { return range.width() == 0 || both <= kFlat * range.width(); };
  return is_well(f) && is_well(slope);
}

// The axis of values: with zero where it is near, and some width around a constant.
Axis value_axis(ValueRange range) {
  if (!(range.width() > 0) || !std::isfinite(range.width())) {
    const double around = range.low == 0 || !std::isfinite(range.low) ? 1 : std::fabs(range.low) / 2;
    range = {std::isfinite(range.low) ? range.low - around : -1, std::isfinite(range.low) ? range.low + around : 1};
  }
  constexpr double kNear = 0.25;
  if (range.low > 0 && range.low < kNear * range.width()) range.low = 0;
  if (range.high < 0 && -range.high < kNear * range.width()) range.high = 0;
  // The layout pads an axis by half the distance of its points: a thirtieth.
  return {"", range.low, range.high, 16};
}

void write_curve(std::ostream& script, const std::string& block, const Curve& curve) {
  script << "$" << block << " << EOD\n";
  std::string text;
  for (const std::vector<Point>& piece : curve) {
    for (const Point point : piece) {
      append_number(text, point.x, 10);
      text += ' ';
      append_number(text, point.y, 10);
      text += '\n';
    }
    text += '\n';
  }
  script << text << "EOD\n\n";
}

}  // namespace

Curve curve_through(const std::vector<double>& x, const std::vector<double>& values, const std::vector<double>& slopes,
                    double range) {
  // A step of the sample is a jump where it is large enough to be seen, and goes against the slopes at its ends (as
  // across a pole) or far beyond them. Short of them it may stay: so does a curve that comes close to a pole.
  constexpr double kSeen = 0.01, kFarBeyond = 1.9;
  Curve curve(1);
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (!std::isfinite(values[i])) {
      if (!curve.back().empty()) curve.emplace_back();
      continue;
    }
    if (!curve.back().empty()) {
      const double rise = values[i] - values[i - 1];
      const double told = (slopes[i] / 2 + slopes[i - 1] / 2) * (x[i] - x[i - 1]);
      const bool is_told = std::isnan(told) || (rise > 0) == (told > 0);
      if (std::fabs(rise) > kSeen * range && (!is_told || std::fabs(rise) > kFarBeyond * std::fabs(told))) {
        curve.emplace_back();
      }
    }
    curve.back().push_back({x[i], values[i]});
  }
  if (curve.back().empty()) curve.pop_back();
  return curve;
}

CurvesPicture compose_curves(const Axis& axis, const PictureStyle& style, const Terminal& terminal,
                             const std::function<Field(const Grid&)>& sample) {
  CurvesPicture picture;
  static_cast<Sheet&>(picture) = make_sheet(style, terminal);
  picture.axis = axis;
  Grid fine{{axis}};
  if (axis.count > 1) fine.axes[0].count = kSamples;
  const Field field = sample(fine);
  const std::vector<double>& x = field.coordinates[0];
  std::vector<double> slopes = field.slopes[0];
  picture.sampled = field.size();
  for (std::size_t i = 0; i < field.size(); ++i) {
    if (!std::isfinite(field.f[i])) slopes[i] = NAN;
    picture.not_finite += !std::isfinite(field.f[i]);
    if (style.arrows.descent) slopes[i] = -slopes[i];
  }
  // What the slope of the slope is, differences tell well enough to see a jump: beside it the one that does not cross
  // it.
  std::vector<double> bends(slopes.size(), 0);
  for (std::size_t i = 1; i + 1 < slopes.size(); ++i) {
    const double before = (slopes[i] - slopes[i - 1]) / (x[i] - x[i - 1]);
    const double after = (slopes[i + 1] - slopes[i]) / (x[i + 1] - x[i]);
    bends[i] = std::fabs(before) < std::fabs(after) ? before : after;
  }
  const ValueRange f_range = visible_range(field.f);
  ValueRange slope_range = visible_range(slopes);
  // Where both go to a pole the slope goes there faster: it is seen as far as twice what is seen of f.
  if (f_range.is_cut && slope_range.is_cut) {
    const double most = 2 * std::max(std::fabs(f_range.low), std::fabs(f_range.high));
    slope_range.low = std::clamp(slope_range.low, -most, most);
    slope_range.high = std::clamp(slope_range.high, -most, most);
  }
  picture.f = curve_through(x, field.f, field.slopes[0], f_range.width());
  picture.slope = curve_through(x, slopes, bends, slope_range.width());
  picture.has_right = !share_an_axis(f_range, slope_range);

  const ValueRange left =
      picture.has_right ? f_range
                        : ValueRange{std::min(f_range.low, slope_range.low), std::max(f_range.high, slope_range.high)};
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
  const std::vector<KeyEntry> entries{{KeyMark::kLine, "f", style.theme->lines[0]},
                                      {KeyMark::kLine, slope_words, style.theme->lines[1]}};
  if (style.key) picture.key = arrange_key(entries, picture.points.width);
  PageParts parts;
  parts.key_height = key_height(picture.key);
  if (picture.has_right) {
    picture.right = lay_out(grid_with(value_axis(slope_range)), page_style, picture.points, parts).y;
    parts.right_tics = picture.right.tics;
  }
  picture.page = lay_out(grid_with(value_axis(left)), page_style, picture.points, parts);
  return picture;
}

void write_script(std::ostream& script, const CurvesPicture& picture, const Terminal& terminal) {
  const Theme& theme = *picture.style.theme;
  write_header(script, picture, terminal);
  script << "# f, as pieces of a curve: " << picture.axis.name << " and f.\n";
  write_curve(script, "f", picture.f);
  script << "# Its derivative, likewise.\n";
  write_curve(script, "slope", picture.slope);
  const Lettering lettering{terminal, picture.zoom};
  AxesParts parts{picture.style.grid_lines, {}, 0, 0};
  if (picture.has_right) parts = {parts.grid_lines, picture.right.tics, picture.right.low, picture.right.high};
  write_axes(script, picture, picture.page, parts, lettering);
  script << "unset colorbox\nunset key\nset samples 2\n";
  write_key(script, picture.key, picture.page, theme.quiet, lettering);
  for (const std::string& command : picture.style.commands) script << command << '\n';
  script << "plot ";
  const auto zero_line = [&](const char* axes, Rgb color, const char* dashes) {
    script << "0 axes " << axes << " notitle with lines linewidth 1 dashtype " << dashes << " linecolor "
           << color_clause(color) << ", \\\n     ";
  };
  zero_line("x1y1", theme.border, "solid");
  if (picture.has_right) zero_line("x1y2", theme.lines[1], "(4,4)");
  const auto curve = [&](const Curve& pieces, const char* block, const char* axes, Rgb color) {
    if (pieces.empty()) return;
    script << "$" << block << " using 1:2 axes " << axes << " title \"" << block
           << "\" with lines linewidth 2 linecolor " << color_clause(color) << ", \\\n     ";
  };
  curve(picture.slope, "slope", picture.has_right ? "x1y2" : "x1y1", theme.lines[1]);
  curve(picture.f, "f", "x1y1", theme.lines[0]);
  script << "NaN notitle\n";
}

}  // namespace gradfield
