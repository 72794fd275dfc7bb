#include "plot/plane/picture.hpp"

#include <algorithm>
#include <cmath>

#include "plot/paths/path_frames.hpp"
#include "plot/paths/path_marks.hpp"
#include "plot/sheet/arrow_key.hpp"
#include "plot/sheet/layout.hpp"

namespace gradfield {
namespace {

// A heat map this fine shows no pixels on a usual page, however many arrows there are.
constexpr std::size_t kHeatPoints = 240;

// The points of an axis of `count` pixels that fill the scale.
Axis pixel_axis(const Axis& axis, const Scale& scale, std::size_t count) {
  const double half = (scale.high - scale.low) / static_cast<double>(count) / 2;
  return {axis.name, scale.low + half, scale.high - half, count};
}

HeatLayer make_heat(const Picture& picture, const FieldAccess& access) {
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
  const Field fine = access.sample(heat.grid);
  const bool by_norm = picture.style.heat_map == HeatMap::kNorm;
  for (std::size_t i = 0; i < fine.size(); ++i) {
    heat.values.push_back(!std::isfinite(fine.f[i]) ? NAN : by_norm ? norm_at(fine, i) : fine.f[i]);
  }
  const Palette* palette = picture.style.palette;
  ColorScale scale = value_scale(heat.values, {}, false);
  const bool is_signed = !by_norm && has_both_signs(scale);
  if (palette == nullptr) palette = find_palette(is_signed ? "diverging" : "viridis");
  const std::vector<Rgb> colors = colors_for_areas(*palette, picture.style.theme->background);
  heat.scale = value_scale(heat.values, colors, palette->is_diverging && !by_norm);
  const auto is_finite = [](double value) { return std::isfinite(value); };
  if (std::ranges::any_of(heat.values, is_finite)) heat.scale = around_constant(heat.scale, by_norm);
  heat.scale.label = by_norm ? picture.lengths.name : "f";
  return heat;
}

// The colours of the arrows, and by what.
void choose_arrow_colors(Picture& picture) {
  const PictureStyle& style = picture.style;
  const bool has_layer_below = style.heat_map != HeatMap::kNone;
  const bool is_backdrop = has_layer_below || !picture.paths.empty();
  picture.color_by = style.color_by.value_or(is_backdrop ? ColorBy::kOneColor : ColorBy::kNorm);
  const Palette& palette = style.palette != nullptr && !has_layer_below ? *style.palette : palettes()[0];
  const std::vector<Rgb> colors = colors_on(palette, style.theme->background);
  picture.arrow_colors = picture.color_by == ColorBy::kValue
                             ? value_scale(picture.field.f, colors, palette.is_diverging)
                             : norm_scale(picture.lengths, colors);
  if (picture.color_by != ColorBy::kOneColor && !picture.arrow_colors.has_range()) {
    picture.color_by = ColorBy::kOneColor;
    picture.color = color_at(colors, kOfConstant);
  } else {
    picture.color =
        style.color.value_or(has_layer_below || picture.paths.empty() ? style.theme->ink : style.theme->backdrop);
  }
}

std::vector<KeyEntry> key_entries(const Picture& picture) {
  const Rgb color = picture.color_by == ColorBy::kNorm    ? picture.arrow_colors.colors.back()
                    : picture.color_by == ColorBy::kValue ? picture.style.theme->ink
                                                          : picture.color;
  std::vector<KeyEntry> entries =
      picture.style.stream ? std::vector<KeyEntry>()
                           : arrow_key(picture.arrows, picture.lengths, color,
                                       longest_arrow(picture.page, picture.style.arrows), arrow_cell(picture.page));
  for (const KeyEntry& entry : path_key(picture.paths, *picture.style.theme)) entries.push_back(entry);
  return entries;
}

}  // namespace

Picture compose_picture(const Grid& grid, Field field, const PictureStyle& style, const Terminal& terminal,
                        const FieldAccess& access, std::vector<DescentPath> paths) {
  Picture picture;
  picture.paths = std::move(paths);
  static_cast<Sheet&>(picture) = make_sheet(style, terminal);
  picture.grid = grid;
  picture.field = std::move(field);
  picture.lengths = length_scale(picture.field, style);
  choose_arrow_colors(picture);

  // Arrows decide how far the axes reach, the axes what a heat map shows, its values what the bar's labels need, these
  // on the room for the axes; arrows on axes of unequal scale turn a little with that room. It settles at once.
  PageParts parts;
  parts.has_arrows = !style.stream;
  const auto lay_out_now = [&] {
    picture.page = lay_out(grid, style, picture.points, parts);
    picture.arrows = make_arrows(picture.field, picture.page, picture.lengths, style.arrows);
    picture.key = style.key ? arrange_key(key_entries(picture), picture.page.width) : std::vector<KeyRow>();
    parts.key_height = key_height(picture.key);
    const Reach reach = reach_of(picture.arrows, picture.field);
    parts.reach = {std::max(parts.reach.x_low, reach.x_low), std::max(parts.reach.x_high, reach.x_high),
                   std::max(parts.reach.y_low, reach.y_low), std::max(parts.reach.y_high, reach.y_high)};
  };
  lay_out_now();
  lay_out_now();
  if (style.heat_map != HeatMap::kNone) picture.heat = make_heat(picture, access);
  if (picture.heat && !terminal.leaves_pixels_out) picture.heat->blank = style.theme->background;
  if (picture.heat || picture.color_by != ColorBy::kOneColor) {
    picture.bar_tics = picture.bar().tics(most_bar_tics(picture.page.y.end - picture.page.y.begin));
    parts.bar_tics = picture.bar_tics;
  }
  lay_out_now();
  if (style.contour) picture.contours = make_contours(*style.contour, picture.page, access);
  if (style.stream) {
    Streams streams = make_streams(*style.stream, style.arrows.descent, picture.page, access);
    picture.streams = std::move(streams.lines);
    picture.without_streams = streams.bare_share;
  }
  if (terminal.moves && !picture.paths.empty()) {
    picture.frames = growing_frames(paths_on_plane(picture.paths, *style.theme), picture.page);
    picture.seconds = growing_seconds(picture.frames.size());
  }
  return picture;
}

}  // namespace gradfield
