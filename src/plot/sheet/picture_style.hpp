// What a picture is asked to look like.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "analysis/critical/critical_search.hpp"
#include "base/numbers/main_range.hpp"
#include "field/grid/grid.hpp"
#include "field/grid/listed_points.hpp"
#include "field/view.hpp"
#include "plot/arrows/arrows.hpp"
#include "plot/arrows/color_scale.hpp"
#include "plot/look/colors.hpp"
#include "plot/look/page.hpp"
#include "plot/look/palettes.hpp"
#include "plot/look/symbols.hpp"
#include "plot/look/theme.hpp"
#include "plot/look/typeset.hpp"

namespace gradfield {

enum class ColorBy { kOneColor, kNorm, kValue };

/// What a heat map shows.
enum class HeatMap { kNone, kValue, kNorm };

/// Level lines: about `count` of them, by default as many as show f best, or those given.
struct ContourStyle {
  std::optional<int> count;
  std::vector<double> levels;
};

/// From where a box of space is seen, without perspective: degrees counter-clockwise from the first axis, and above the
/// floor.
struct View {
  double azimuth = -55;
  double elevation = 23;
  bool turns = false;  // whether the box has one size at all azimuths, and so needs more room
};

/// What a name of the formula stands for.
struct FixedValue {
  std::string name;
  double value;
};

/// What --curve adds: of one variable the curve of a second function, of two the curve on which one is 0.
struct CurveStyle {
  std::string words;  // in gnuplot's markup
  std::string text;   // as typed
  FieldView view;     // of that function, on the axes of the picture
};

struct PictureStyle {
  std::string expression;              // as typed, without a left side: the title where none is given
  std::string name = "f";              // of the function
  std::vector<std::string> variables;  // of f; none: those of the axes
  std::vector<FixedValue> place;       // of a plane among more variables
  std::vector<FixedValue> constants;   // that the formula has
  std::optional<std::string> title;    // shown as it is
  std::optional<std::string> x_label;  // by default the variable's name
  std::optional<std::string> y_label;
  bool shows_arrows = true;  // of the field
  const LengthRule* length = &length_rules()[0];
  Cap cap;
  ArrowStyle arrows;
  std::optional<ColorBy> color_by;  // by default the norm, and one colour over a heat map
  std::optional<Rgb> color;         // of one colour; by default the theme's ink
  ColorWish color_wish;             // of the colours that the bar shows
  std::optional<Palette> palette;   // by default viridis, and diverging for a heat map of both signs
  const Theme* theme = &themes()[0];
  std::map<std::string, std::string> layers;  // of the plane: by the option that asks for each, what it says
  HeatMap heat_map = HeatMap::kNone;
  std::optional<ContourStyle> contour;
  std::optional<double> stream;    // their density, 1 being the usual one
  std::vector<Point> stream_from;  // the lines are those through these points; none: all over
  std::vector<CurveStyle> curves;
  bool shows_f = true, shows_slope = true;  // the curves of one variable
  std::optional<FieldView> slope;           // there its slope as a function, whose own slope is a curve too
  std::optional<Ends> value_range;          // the scale of f there
  std::string method;                       // of differences: "forward differences, h = 1"; empty: the slope is exact
  std::optional<Ends> secant;        // where the chord of its step begins and ends, seen from a point; none: a tangent
  PointList marks;                   // points with their gradients, on the axes of the picture
  std::vector<NamedPoint> critical;  // points, on the axes of the picture
  PointList dots;                    // of one variable, on the curve, with short tangents
  bool surface = false;              // f as a surface, over the field
  View view;                         // of surfaces and of space: where a moving one begins
  bool grid_lines = true;
  bool key = true;
  bool labels = true;  // at level lines
  Aspect aspect = Aspect::kAutomatic;
  std::optional<PageSize> size;  // by default the terminal's
  double dpi = kUsualDpi;
  bool is_transparent = false;
  std::string font = "DejaVu Sans";
  double font_size = 12;              // typographic points, of labels
  std::vector<std::string> commands;  // of the user's own, for gnuplot

  bool shows_second() const { return slope.has_value(); }
};

/// Whether a picture of the plane has them: stream lines stand in their place.
inline bool has_arrows(const PictureStyle& style) { return style.shows_arrows && !style.stream; }

/// "−g′" for a function's name "g": the derivative of a function of one variable, or its negative.
inline std::string slope_name(const PictureStyle& style, const std::string& name) {
  return (style.arrows.descent ? "−" : "") + name + "′";
}

/// " by forward differences, h = 1"; nothing where slopes are exact.
inline std::string method_words(const PictureStyle& style) { return style.method.empty() ? "" : " by " + style.method; }

/// "g and g′ by forward differences, h = 1", "g, g′ and g″": the curves of a picture of one variable.
inline std::string curve_names(const PictureStyle& style, const std::string& name, const std::string& before_mark) {
  std::vector<std::string> names;
  if (style.shows_f) names.push_back(name);
  if (style.shows_slope) names.push_back(slope_name(style, before_mark) + method_words(style));
  if (style.shows_second()) names.push_back(before_mark + "″");
  std::string list;
  for (std::size_t k = 0; k < names.size(); ++k) {
    list += (k == 0 ? "" : k + 1 < names.size() ? ", " : " and ") + names[k];
  }
  return list;
}

/// "∇g", the gradient of the function, or its negative.
inline std::string gradient_name(const PictureStyle& style, const std::string& name) {
  return std::string(style.arrows.descent ? "−" : "") + "∇" + name;
}

/// The function's name in gnuplot's markup, before a bar or a prime that the hook of an italic f would touch.
inline std::string name_before_mark(const PictureStyle& style) {
  constexpr std::string_view kHair = "\u200A";
  const std::string name = typeset_name(style.name);
  return name.ends_with("f" + std::string(kItalicEnd)) ? name + std::string(kHair) : name;
}

/// "|∇g|" in gnuplot's markup, of one variable "|g′|". So it is called in keys, at bars and in notes also where what is
/// drawn is −∇g, which is as long.
inline std::string norm_name(const PictureStyle& style) {
  return style.variables.size() == 1 ? "|" + name_before_mark(style) + "′|" : "|∇" + name_before_mark(style) + "|";
}

/// The lengths of a field's arrows. Of a slice the field has the slopes along it alone, and says so.
inline LengthScale length_scale(const Field& field, const PictureStyle& style) {
  LengthScale scale = length_scale(field, *style.length, style.cap);
  scale.name = norm_name(style);
  if (!style.place.empty()) scale.name += " in the slice";
  return scale;
}

/// Whether a unit is to be as long on every axis, where the ranges are so wide.
inline bool has_equal_aspect(const PictureStyle& style, double widest, double narrowest) {
  constexpr double kMostUnequal = 4;
  return style.aspect == Aspect::kEqual || (style.aspect == Aspect::kAutomatic && widest <= kMostUnequal * narrowest);
}

/// What stands at one of the first two axes, in gnuplot's markup.
inline std::string axis_label(const PictureStyle& style, std::size_t axis, const std::string& name) {
  const std::optional<std::string>& label = axis == 0 ? style.x_label : style.y_label;
  return axis < 2 && label ? escape_enhanced(*label) : typeset_name(name);
}

/// How many variables f has.
inline std::size_t variable_count(const Grid& grid, const PictureStyle& style) {
  return style.variables.empty() ? grid.axes.size() : style.variables.size();
}

/// The variables of f as its title shows them: "x, y".
inline std::string variable_list(const Grid& grid, const PictureStyle& style, bool drawn = false) {
  std::string list;
  const auto add = [&](const std::string& name) {
    list += (list.empty() ? "" : ", ") + (drawn ? drawn_name(name) : name);
  };
  for (const std::string& name : style.variables) add(name);
  if (style.variables.empty()) {
    for (const Axis& axis : grid.axes) add(axis.name);
  }
  return list;
}

}  // namespace gradfield
