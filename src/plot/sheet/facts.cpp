#include "plot/sheet/facts.hpp"

#include <cmath>
#include <cstdint>

#include "base/numbers/number.hpp"
#include "formula/print/formula.hpp"

namespace gradfield {
namespace {

// "x from -3 to 3"
std::string range_text(const Axis& axis) {
  if (axis.count == 1) return axis.name + " = " + number_text(axis.min);
  return axis.name + " from " + number_text(axis.min) + " to " + number_text(axis.max);
}

std::string scale_text(const PictureStyle& style, const ArrowCounts& arrows, const LengthScale& lengths) {
  if (arrows.all == 0) return "there is no arrow";
  if (arrows.all == arrows.dots) return "every gradient is zero";
  if (lengths.rule->shortest == 1) return "all arrows are equally long";
  return "the longest arrow stands for a gradient " + std::string(style.place.empty() ? "" : "in the slice ") +
         "of length " + number_text(lengths.reference, 4) + std::string(lengths.rule->key) +
         (lengths.rule->shortest > 0 ? ", the shortest for " + number_text(lengths.reach, 4) + " or less" : "");
}

std::string cap_text(const ArrowCounts& arrows, const LengthScale& lengths) {
  if (arrows.shortened == 0) return "none";
  return count_text(arrows.shortened, "arrow") + " of gradients longer than " + number_text(lengths.reference, 4) +
         (arrows.shortened == 1 ? " is" : " are") + " drawn as long as that";
}

}  // namespace

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

std::vector<std::string> fixed_texts(const PictureStyle& style, std::string (*write)(std::string_view),
                                     std::size_t most) {
  constexpr int kDigits = 6;  // more than a picture shows
  std::vector<std::string> texts;
  for (const std::vector<FixedValue>* values : {&style.place, &style.constants}) {
    for (const FixedValue& fixed : *values) {
      if (texts.size() == most) {
        texts.emplace_back("...");
        return texts;
      }
      texts.push_back(write(fixed.name) + " = " + write(number_text(fixed.value, kDigits)));
    }
  }
  return texts;
}

std::string function_text(const Grid& grid, const PictureStyle& style) {
  std::string text = style.name + "(" + variable_list(grid, style) + ") = " + on_one_line(style.expression);
  const auto as_typed = [](std::string_view word) { return std::string(word); };
  for (const std::string& fixed : fixed_texts(style, as_typed, SIZE_MAX)) text += ", " + fixed;
  return text;
}

PictureFacts title_facts(const Grid& grid, const PictureStyle& style, const std::string& front) {
  PictureFacts facts;
  facts.formula = on_one_line(style.expression);
  facts.title = style.title.value_or("");
  if (facts.title.empty()) facts.title = front + (front.empty() ? "" : ", ") + function_text(grid, style);
  return facts;
}

PictureFacts arrow_facts(const Grid& grid, const PictureStyle& style, const ArrowCounts& arrows,
                         const LengthScale& lengths, const std::string& front) {
  PictureFacts facts = title_facts(grid, style, gradient_name(style, drawn_name(style.name)) + method_words(style));
  facts.scale = scale_text(style, arrows, lengths);
  facts.cap = cap_text(arrows, lengths);
  facts.description = front + " of " + function_text(grid, style) + " for " + ranges_text(grid) + ": " +
                      count_text(arrows.all, "arrow") + "; " + facts.scale + ".";
  if (arrows.shortened > 0) facts.description += " Cut off: " + facts.cap + ".";
  if (arrows.not_finite > 0) {
    facts.description += " Without an arrow, since not finite: " + count_text(arrows.not_finite, "point") + ".";
  }
  return facts;
}

std::string value_facts(const Field& field, const PictureStyle& style) {
  constexpr int kDigits = 4;
  constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::size_t lowest = kNone, highest = kNone, steepest = kNone;
  double steepest_norm = 0;
  for (std::size_t i = 0; i < field.size(); ++i) {
    if (!std::isfinite(field.f[i])) continue;
    if (lowest == kNone || field.f[i] < field.f[lowest]) lowest = i;
    if (highest == kNone || field.f[i] > field.f[highest]) highest = i;
    double norm = 0;
    for (const std::vector<double>& slopes : field.slopes) norm = std::hypot(norm, slopes[i]);
    if (field.slopes.empty() || !std::isfinite(norm) || (steepest != kNone && norm <= steepest_norm)) continue;
    steepest = i;
    steepest_norm = norm;
  }
  if (lowest == kNone) return "";
  const auto place = [&](std::size_t i) {
    std::string text;
    for (const std::vector<double>& coordinate : field.coordinates) {
      text += (text.empty() ? "(" : ", ") + number_text(coordinate[i], kDigits);
    }
    return text + ")";
  };
  std::string text = " At the points shown " + style.name + " is from " + number_text(field.f[lowest], kDigits) +
                     " at " + place(lowest) + " to " + number_text(field.f[highest], kDigits) + " at " + place(highest);
  if (steepest != kNone) {
    text += ", and steepest at " + place(steepest) + ", with a slope of " + number_text(steepest_norm, kDigits);
  }
  return text + ".";
}

std::string field_name(const PictureStyle& style) {
  return style.arrows.descent ? "Negative gradient field, the way down," : "Gradient field";
}

}  // namespace gradfield
