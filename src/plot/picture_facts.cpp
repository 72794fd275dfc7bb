#include "plot/picture_facts.hpp"

#include <algorithm>

#include "base/numbers/number.hpp"
#include "formula/print/one_line.hpp"

namespace gradfield {
namespace {

// "x from -3 to 3"
std::string range_text(const Axis& axis) {
  if (axis.count == 1) return axis.name + " = " + number_text(axis.min);
  return axis.name + " from " + number_text(axis.min) + " to " + number_text(axis.max);
}

std::string ranges_text(const Grid& grid) {
  std::string text;
  for (std::size_t k = 0; k < grid.axes.size(); ++k) {
    text += (k == 0 ? "" : k + 1 < grid.axes.size() ? ", " : " and ") + range_text(grid.axes[k]);
  }
  return text;
}

std::string count_text(std::size_t count, const std::string& thing) {
  return std::to_string(count) + " " + thing + (count == 1 ? "" : "s");
}

// "f(x, y, z) = x*y*z, z = 0"
std::string function_text(const Grid& grid, const PictureStyle& style, const std::string& formula) {
  return "f(" + variable_list(grid, style) + ") = " + formula + (style.place.empty() ? "" : ", " + style.place);
}

std::string scale_text(const PictureStyle& style, const ArrowCounts& arrows, const LengthScale& lengths) {
  if (arrows.all == 0) return "there is no arrow";
  if (arrows.all == arrows.dots) return "every gradient is zero";
  if (lengths.rule->name == "unit") return "all arrows are equally long";
  return "the longest arrow stands for a gradient " + std::string(style.place.empty() ? "" : "in the slice ") +
         "of length " + number_text(lengths.reference, 4) + std::string(lengths.rule->key);
}

std::string cap_text(const ArrowCounts& arrows, const LengthScale& lengths) {
  if (arrows.shortened == 0) return "none";
  return count_text(arrows.shortened, "arrow") + " of gradients longer than " + number_text(lengths.reference, 4) +
         (arrows.shortened == 1 ? " is" : " are") + " drawn as long as that";
}

// The facts of arrows on a grid; `front`: what is shown of f, as "Gradient field".
PictureFacts arrow_facts(const Grid& grid, const PictureStyle& style, const ArrowCounts& arrows,
                         const LengthScale& lengths, const std::string& front) {
  PictureFacts facts;
  facts.formula = on_one_line(style.expression);
  const std::string function = function_text(grid, style, facts.formula);
  facts.title = style.title.value_or("");
  if (facts.title.empty()) facts.title = std::string(style.arrows.descent ? "−" : "") + "∇f, " + function;
  facts.scale = scale_text(style, arrows, lengths);
  facts.cap = cap_text(arrows, lengths);
  facts.description = front + " of " + function + " for " + ranges_text(grid) + ": " + count_text(arrows.all, "arrow") +
                      "; " + facts.scale + ".";
  if (arrows.shortened > 0) facts.description += " Cut off: " + facts.cap + ".";
  if (arrows.not_finite > 0) {
    facts.description += " Without an arrow, since not finite: " + count_text(arrows.not_finite, "point") + ".";
  }
  return facts;
}

std::string field_name(const PictureStyle& style) {
  return style.arrows.descent ? "Negative gradient field, the way down," : "Gradient field";
}

std::string contour_text(const std::vector<LabelledLine>& contours) {
  std::vector<double> levels;
  for (const LabelledLine& line : contours) {
    if (std::ranges::find(levels, line.level) == levels.end()) levels.push_back(line.level);
  }
  std::string text = levels.size() == 1 ? "Level lines of f at " : "Level lines of f at the levels ";
  for (std::size_t k = 0; k < levels.size(); ++k) {
    text += (k == 0 ? "" : k + 1 < levels.size() ? ", " : " and ") + number_text(levels[k], 6);
  }
  return text + ".";
}

std::string place_text(const DescentPath& path, std::size_t step) {
  std::string text;
  for (const std::vector<double>& coordinate : path.coordinates) {
    text += (text.empty() ? "" : ", ") + number_text(coordinate[step], 4);
  }
  return path.coordinates.size() == 1 ? text : "(" + text + ")";
}

// " Path 1 goes down from (2, 1) to (0, 0) in 52 steps."
std::string paths_text(const std::vector<DescentPath>& paths) {
  std::string text;
  for (std::size_t k = 0; k < paths.size(); ++k) {
    text += " Path " + std::to_string(k + 1) + " goes down from " + place_text(paths[k], 0) + " to " +
            place_text(paths[k], paths[k].steps()) + " in " + count_text(paths[k].steps(), "step") + ".";
  }
  return text;
}

}  // namespace

PictureFacts facts_of(const Picture& picture) {
  PictureFacts facts =
      arrow_facts(picture.grid, picture.style, picture.arrows, picture.lengths, field_name(picture.style));
  if (picture.style.stream) {
    const std::string function = function_text(picture.grid, picture.style, facts.formula);
    facts.scale = facts.cap = "none";
    facts.description = "Stream lines of the " + std::string(picture.style.arrows.descent ? "negative " : "") +
                        "gradient of " + function + " for " + ranges_text(picture.grid) + ": " +
                        count_text(picture.streams.size(), "line") + ".";
  }
  if (picture.heat) {
    facts.description +=
        std::string(" Colours show ") +
        (picture.style.heat_map == HeatMap::kNorm
             ? "the length of the gradient" + std::string(picture.style.place.empty() ? "" : " in the slice")
             : "f") +
        " from " + number_text(picture.heat->scale.low, 4) + " to " + number_text(picture.heat->scale.high, 4) + ".";
  }
  if (!picture.contours.empty()) facts.description += " " + contour_text(picture.contours);
  facts.description += paths_text(picture.paths);
  return facts;
}

PictureFacts facts_of(const CurvesPicture& picture) {
  PictureFacts facts;
  const Grid grid{{picture.axis}};
  facts.formula = on_one_line(picture.style.expression);
  const std::string function = function_text(grid, picture.style, facts.formula);
  const std::string derivative = picture.style.arrows.descent ? "−f′" : "f′";
  facts.title = picture.style.title.value_or("");
  if (facts.title.empty()) facts.title = "f and " + derivative + ", " + function;
  facts.scale = facts.cap = "none";
  facts.description = "Curves of " + function + " and its derivative" +
                      (picture.style.arrows.descent ? ", negative," : "") + " for " + ranges_text(grid) +
                      (picture.has_right ? "; the derivative has the axis at the right." : ".") +
                      paths_text(picture.paths);
  return facts;
}

PictureFacts facts_of(const SpacePicture& picture) {
  const bool is_surface = picture.grid.axes.size() == 2;
  PictureFacts facts = arrow_facts(
      picture.grid, picture.style, picture.arrows, picture.lengths,
      is_surface
          ? "Surface of f over the " + std::string(picture.style.arrows.descent ? "negative " : "") + "gradient field"
          : field_name(picture.style));
  facts.description += paths_text(picture.paths);
  return facts;
}

}  // namespace gradfield
