#include "plot/plane/picture.hpp"

#include <algorithm>
#include <functional>
#include <utility>

#include "plot/critical/critical_marks.hpp"
#include "plot/paths/path_lines.hpp"
#include "plot/plane/layers.hpp"
#include "plot/sheet/key.hpp"
#include "plot/sheet/layout.hpp"
#include "plot/sheet/picture_lines.hpp"

namespace gradfield {
namespace {

std::vector<KeyEntry> key_entries(const PlanePicture& picture) {
  const Theme& theme = *picture.style.theme;
  std::vector<KeyEntry> entries;
  if (has_arrows(picture.style)) {
    entries = arrow_key(picture.arrows, picture.lengths, picture.colors.in_key(picture.lengths.reference, theme),
                        longest_arrow(picture.page, picture.style.arrows), arrow_cell(picture.page));
    for (const KeyEntry& entry : key_between(picture.between, picture.lengths, theme.ink)) entries.push_back(entry);
  } else if (picture.stream_spacing > 0 && picture.streams.empty()) {
    entries.push_back({KeyMark::kDot, no_streams_text(picture), theme.ink});
  }
  if (picture.heat && picture.heat->turns) {
    entries.push_back(turning_key(typeset_name(picture.style.name), "the pixels of the heat map", theme.ink));
  }
  // Stream lines are made on a page that has the room for it.
  const bool has_colored =
      picture.style.stream ? !picture.streams.empty() || picture.stream_spacing == 0 : picture.arrows.all > 0;
  if (picture.style.heat_map != HeatMap::kNone && has_colored && picture.colors.by != ColorBy::kOneColor) {
    entries.push_back(color_key(picture.colors.scale, theme.ink));
  }
  for (const KeyEntry& entry : mark_key(picture.points_marked, picture.style)) entries.push_back(entry);
  for (const KeyEntry& entry : critical_key(picture.style)) entries.push_back(entry);
  for (const KeyEntry& entry : curve_key(picture.style)) entries.push_back(entry);
  for (const KeyEntry& entry : path_key(picture.paths, picture.style)) entries.push_back(entry);
  return entries;
}

}  // namespace

PlanePicture compose_plane(const FieldView& view, Field field, const PictureStyle& style, const Terminal& terminal,
                           std::vector<DescentPath> paths, const BetweenArrows& between) {
  PlanePicture picture;
  static_cast<Sheet&>(picture) = make_sheet(style, terminal);
  picture.grid = view.grid();
  picture.field = std::move(field);
  picture.paths = std::move(paths);
  if (!style.marks.empty()) picture.points_marked = mark_points(style.marks, *view.gradient());
  picture.lengths = length_scale(picture.field, style);
  picture.between = between;
  ArrowGround ground;
  ground.has_paths = !picture.paths.empty();
  const auto choose_colors = [&] {
    picture.colors = arrow_colors(style, picture.field, picture.lengths,
                                  colors_on(arrow_palette(style, ground), style.theme->background), ground);
    if (!style.stream && !has_arrows(style)) picture.colors.by = ColorBy::kOneColor;
  };
  if (style.heat_map != HeatMap::kNone) {
    ground.areas = style.heat_map == HeatMap::kNorm ? ColorBy::kNorm : ColorBy::kValue;
  }
  choose_colors();

  // Arrows decide how far the axes reach, the axes what a heat map shows, its values what the bar's labels need, these
  // on the room for the axes; arrows on axes of unequal scale turn a little with that room. It settles at once.
  PageParts parts;
  parts.has_arrows = has_arrows(style);
  // A key that needs more rows than there was room for, on a page that became narrower, has all laid out once more.
  const std::function<void()> lay_out_now = [&] {
    picture.page = lay_out(picture.grid, style, picture.points, parts);
    if (style.shows_arrows || style.stream) {
      picture.arrows = make_arrows(picture.field, picture.page, picture.lengths, picture.style.arrows);
    }
    picture.key = style.key ? arrange_key(key_entries(picture), picture.page.width) : std::vector<KeyRow>();
    const double key = key_height(picture.key), room = std::exchange(parts.key_height, key);
    picture.point_arrows = mark_arrows(picture.points_marked, picture.page, picture.lengths, style);
    for (const Arrows* arrows : {&picture.arrows, &picture.point_arrows}) {
      const Reach reach = reach_of(*arrows, picture.field);
      parts.reach = {std::max(parts.reach.x_low, reach.x_low), std::max(parts.reach.x_high, reach.x_high),
                     std::max(parts.reach.y_low, reach.y_low), std::max(parts.reach.y_high, reach.y_high)};
    }
    if (room > 0 && key > room) lay_out_now();
  };
  lay_out_now();
  lay_out_now();
  if (style.heat_map != HeatMap::kNone) {
    picture.heat = make_heat(picture, view);
    ground.area_palette = picture.heat->scale.palette;
    choose_colors();
  }
  const auto lay_out_with_bar = [&] {
    picture.bar = {};
    if (picture.heat || picture.colors.by != ColorBy::kOneColor)
      picture.bar = picture.bar_scale().bar(most_bar_tics(picture.page.y.end - picture.page.y.begin));
    parts.bar = picture.bar;
    lay_out_now();
  };
  lay_out_with_bar();
  if (!style.size) {
    cut_to_content(picture, terminal);
    lay_out_with_bar();
  }
  const double fine = picture.zoom * terminal.image_pixels * (terminal.has_pixels ? picture.dpi / kUsualDpi : 1);
  if (picture.heat) {
    picture.heat->turns = turns_between_points(view, heat_grid(picture, fine));
    if (picture.heat->turns) {
      lay_out_now();  // the height of the key, for which the next one makes room
      lay_out_with_bar();
    }
  }
  if (style.stream) {
    make_streams(picture, view);
    if (!picture.streams.empty()) shade_streams(picture, view, ground);
    lay_out_with_bar();
  }
  if (picture.heat) {
    sample_heat(*picture.heat, picture, view, fine);
    if (has_blanks(*picture.heat) && !terminal.has_pixels) {
      constexpr double kEdges = 4.0 / 3;  // print shows more of an edge than of colours
      sample_heat(*picture.heat, picture, view, kEdges * fine);
    }
    if (picture.is_transparent) picture.heat->holes = terminal.image_holes;
    smooth_edges(*picture.heat, picture, view);
  }
  make_curves(picture);
  make_point_levels(picture, view);
  for (const Layer& layer : layers()) {
    if (layer.make != nullptr) layer.make(picture, view);
  }
  if (terminal.moves && !picture.paths.empty()) {
    picture.frames = growing_frames(paths_on_plane(picture.paths, style), picture.page);
    picture.seconds = growing_seconds(picture.frames.size());
  }
  return picture;
}

}  // namespace gradfield
