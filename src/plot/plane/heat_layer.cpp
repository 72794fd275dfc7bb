// The layer of a heat map: f, or the length of its gradient, as colours below everything else.
#include <algorithm>
#include <cmath>

#include "base/numbers/number.hpp"
#include "plot/colors/area_colors.hpp"
#include "plot/plane/layers.hpp"

namespace gradfield {
namespace {

// Colours a pixel can have: as finely as a page can show them, and short in a script.
constexpr double kLevels = 250;
constexpr int kLevelDigits = 3;

// The points of an axis of `count` pixels that fill the scale.
Axis pixel_axis(const Axis& axis, const Scale& scale, std::size_t count) {
  const double half = (scale.high - scale.low) / static_cast<double>(count) / 2;
  return {axis.name, scale.low + half, scale.high - half, count};
}

double place_of(const HeatLayer& heat, double value) { return std::round(heat.scale.share(value) * kLevels) / kLevels; }

// A matrix as gnuplot has them: the coordinates of the columns, then lines with that of a row, and its pixels. These
// are places on the colour scale, or colours where blanks have one.
std::string rows_of(const HeatLayer& heat) {
  const Axis &x = heat.grid.axes[0], &y = heat.grid.axes[1];
  constexpr int kDigits = 9;
  std::string rows = std::to_string(x.count);
  for (std::size_t i = 0; i < x.count; ++i) append_number(rows += ' ', x.point(i), kDigits);
  for (std::size_t i = 0; i < heat.values.size(); ++i) {
    if (i % x.count == 0) append_number(rows += '\n', y.point(i / x.count), kDigits);
    rows += ' ';
    const bool is_blank = !std::isfinite(heat.values[i]);
    if (heat.blank) {
      const Rgb color = is_blank ? *heat.blank : color_at(heat.scale.colors, place_of(heat, heat.values[i]));
      rows += std::to_string(65536 * color.red + 256 * color.green + color.blue);
    } else if (is_blank) {
      rows += "NaN";
    } else {
      const std::string place = number_text(place_of(heat, heat.values[i]), kLevelDigits);
      rows += std::string_view(place).substr(place.starts_with("0.") ? 1 : 0);
    }
  }
  return rows + '\n';
}

// Without expressions: gnuplot takes far longer for one of each pixel than for all the rest.
std::string plot_of(const HeatLayer& heat) {
  return std::string("$heat nonuniform matrix") +
         (heat.blank ? " using 1:2:(int($3)/65536):(int($3)/256%256):(int($3)%256) notitle with rgbimage"
                     : " notitle with image");
}

LayerMarks draw_heat(const PlanePicture& picture) {
  const HeatLayer& heat = *picture.heat;
  const std::string comment = std::string("The heat map: the places of its pixels along both axes, and ") +
                              (heat.blank ? "their colours." : "their values as places on the colour scale (0 to 1).");
  return {{{comment, "heat", rows_of(heat)}}, {plot_of(heat)}};
}

void tell_heat(const PlanePicture& picture, PictureFacts& facts) {
  if (!picture.heat) return;
  const std::string norm =
      "the length of the gradient" + std::string(picture.style.place.empty() ? "" : " in the slice");
  facts.description += " Colours show " + (picture.style.heat_map == HeatMap::kNorm ? norm : picture.style.name) +
                       " from " + number_text(picture.heat->scale.low(), 4) + " to " +
                       number_text(picture.heat->scale.high(), 4) + ".";
}

}  // namespace

Field sample_heat(HeatLayer& heat, const PlanePicture& picture, const FieldView& view, double pixels_per_point) {
  const auto pixels = [&](const Scale& scale) {
    constexpr double kFewest = 8, kMost = 2000;
    return static_cast<std::size_t>(
        std::lround(std::clamp((scale.end - scale.begin) * pixels_per_point, kFewest, kMost)));
  };
  const Page& page = picture.page;
  heat.grid.axes = {pixel_axis(picture.grid.axes[0], page.x, pixels(page.x)),
                    pixel_axis(picture.grid.axes[1], page.y, pixels(page.y))};
  Field fine = view.sample(heat.grid);
  heat.values = values_of(fine, picture.style.heat_map == HeatMap::kNorm);
  return fine;
}

HeatLayer make_heat(const PlanePicture& picture, const FieldView& view) {
  constexpr double kPixels = 240;  // along the longer axis: enough for the scale
  const Page& page = picture.page;
  HeatLayer heat;
  const Field coarse =
      sample_heat(heat, picture, view, kPixels / std::max(page.x.end - page.x.begin, page.y.end - page.y.begin));
  const bool by_norm = picture.style.heat_map == HeatMap::kNorm;
  heat.scale = area_scale(picture.style, coarse, by_norm ? &picture.lengths : nullptr, [&](const Palette& palette) {
    return colors_for_areas(palette, picture.style.theme->background);
  });
  const auto is_finite = [](double value) { return std::isfinite(value); };
  if (std::ranges::any_of(heat.values, is_finite)) heat.scale = around_constant(heat.scale, by_norm);
  return heat;
}

bool has_blanks(const HeatLayer& heat) {
  return std::ranges::any_of(heat.values, [](double value) { return !std::isfinite(value); });
}

const Layer kHeatLayer{.is_shown = [](const PlanePicture& picture) { return picture.heat.has_value(); },
                       .draw = draw_heat,
                       .tell = tell_heat};

}  // namespace gradfield
