// The layer of a heat map: f, or the length of its gradient, as colours below everything else.
#include <algorithm>
#include <cmath>

#include "base/numbers/number.hpp"
#include "plot/plane/layers.hpp"

namespace gradfield {
namespace {

constexpr int kShareDigits = 4;

// A heat map this fine shows no pixels on a usual page, however many arrows there are.
constexpr std::size_t kHeatPoints = 240;

// The points of an axis of `count` pixels that fill the scale.
Axis pixel_axis(const Axis& axis, const Scale& scale, std::size_t count) {
  const double half = (scale.high - scale.low) / static_cast<double>(count) / 2;
  return {axis.name, scale.low + half, scale.high - half, count};
}

// Shares of the colour scale, or colours where blanks have one, a line for each row of pixels.
std::string rows_of(const HeatLayer& heat) {
  std::string rows;
  const std::size_t columns = heat.grid.axes[0].count;
  for (std::size_t i = 0; i < heat.values.size(); ++i) {
    if (i % columns > 0) rows += ' ';
    const bool is_blank = !std::isfinite(heat.values[i]);
    if (heat.blank) {
      const Rgb color = is_blank ? *heat.blank : color_at(heat.scale.colors, heat.scale.share(heat.values[i]));
      rows += std::to_string(65536 * color.red + 256 * color.green + color.blue);
    } else if (is_blank) {
      rows += "NaN";
    } else {
      append_number(rows, heat.scale.share(heat.values[i]), kShareDigits);
    }
    if (i % columns == columns - 1) rows += '\n';
  }
  return rows;
}

std::string plot_of(const HeatLayer& heat) {
  const auto place = [](const Axis& axis, const char* index) {
    const double step = (axis.max - axis.min) / static_cast<double>(axis.count - 1);
    return "(" + number_text(axis.min) + "+" + index + "*" + number_text(step) + ")";
  };
  const std::string colors = ":(int($3)/65536):(int($3)/256%256):(int($3)%256) notitle with rgbimage";
  return "$heat matrix using " + place(heat.grid.axes[0], "$1") + ":" + place(heat.grid.axes[1], "$2") +
         (heat.blank ? colors : ":3 notitle with image");
}

LayerMarks draw_heat(const PlanePicture& picture) {
  const HeatLayer& heat = *picture.heat;
  const std::string comment = std::string("The heat map: a line for each row of pixels, ") +
                              (heat.blank ? "their colours" : "their values as places on the colour scale (0 to 1)") +
                              ".";
  return {{{comment, "heat", rows_of(heat)}}, {plot_of(heat)}};
}

void tell_heat(const PlanePicture& picture, PictureFacts& facts) {
  if (!picture.heat) return;
  const std::string norm =
      "the length of the gradient" + std::string(picture.style.place.empty() ? "" : " in the slice");
  facts.description += " Colours show " + (picture.style.heat_map == HeatMap::kNorm ? norm : picture.style.name) +
                       " from " + number_text(picture.heat->scale.low, 4) + " to " +
                       number_text(picture.heat->scale.high, 4) + ".";
}

}  // namespace

HeatLayer make_heat(const PlanePicture& picture, const FieldView& view) {
  const Page& page = picture.page;
  const double width = page.x.end - page.x.begin, height = page.y.end - page.y.begin;
  const double longer = std::max(width, height);
  const auto count = [&](double length) {
    constexpr std::size_t kFewest = 8;
    return std::max(static_cast<std::size_t>(std::lround(kHeatPoints * length / longer)), kFewest);
  };
  HeatLayer heat;
  heat.grid.axes = {pixel_axis(picture.grid.axes[0], page.x, count(width)),
                    pixel_axis(picture.grid.axes[1], page.y, count(height))};
  const Field fine = view.sample(heat.grid);
  const bool by_norm = picture.style.heat_map == HeatMap::kNorm;
  for (std::size_t i = 0; i < fine.size(); ++i) {
    heat.values.push_back(!std::isfinite(fine.f[i]) ? NAN : by_norm ? norm_at(fine, i) : fine.f[i]);
  }
  const bool is_signed = !by_norm && has_both_signs(value_scale(heat.values, {}, false));
  const Palette& palette = area_palette(picture.style, is_signed);
  const std::vector<Rgb> colors = colors_for_areas(palette, picture.style.theme->background);
  heat.scale = value_scale(heat.values, colors, palette.is_diverging && !by_norm);
  const auto is_finite = [](double value) { return std::isfinite(value); };
  if (std::ranges::any_of(heat.values, is_finite)) heat.scale = around_constant(heat.scale, by_norm);
  heat.scale.label = by_norm ? picture.lengths.name : typeset_name(picture.style.name);
  return heat;
}

const Layer kHeatLayer{.is_shown = [](const PlanePicture& picture) { return picture.heat.has_value(); },
                       .draw = draw_heat,
                       .tell = tell_heat};

}  // namespace gradfield
