#include "plot/picture.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/spelling.hpp"
#include "plot/curve/curves.hpp"
#include "plot/plane/picture.hpp"
#include "plot/sheet/facts.hpp"
#include "plot/sheet/marked_points.hpp"
#include "plot/space/space_picture.hpp"
#include "plot/surface/surface.hpp"
#include "plot/text/text_curves.hpp"
#include "plot/text/text_grid.hpp"
#include "plot/text/text_picture.hpp"

namespace gradfield {
namespace {

bool has_axes(const Scene& scene, std::size_t count) { return scene.view.grid().axes.size() == count; }

Field field_of(const Scene& scene, const FieldView& view) {
  return scene.listed ? view.field_at(*scene.listed) : view.field();
}

std::string no_points_note(const Scene& scene, const Grid& grid) {
  if (scene.listed && scene.listed->empty()) return "there is no point to show within the ranges";
  constexpr std::size_t kWidth = 60;
  const std::size_t tried = scene.listed ? scene.listed->size() : static_cast<std::size_t>(grid.point_count());
  return "--where '" + printable(shortened(scene.condition, kWidth)) + "' holds at none of the points (" +
         std::to_string(tried) + (tried == 1 ? " was tried)" : " were tried)");
}

Picture without_points(const Scene& scene, const Grid& grid) { return {{}, {}, {no_points_note(scene, grid)}}; }

// The grid, unless its counts were asked for, with no more than `most` points along an axis, in proportion. Of a few
// points that are listed, as many as a grid of them would have, but half of `most` at least: their arrows have more
// room.
Grid thinned_grid(const Scene& scene, std::size_t most) {
  Grid grid = scene.view.grid();
  if (scene.listed) {
    const double along = std::pow(static_cast<double>(scene.listed->size()), 1 / static_cast<double>(grid.axes.size()));
    most = std::clamp(static_cast<std::size_t>(along), (most + 1) / 2, most);
  }
  const std::size_t longest = std::ranges::max(grid.axes, {}, &Axis::count).count;
  if (scene.counts_given || longest <= most) return grid;
  for (Axis& axis : grid.axes) {
    if (axis.count > 1) axis.count = std::max(axis.count * most / longest, std::size_t{2});
  }
  return grid;
}

// Nothing where there are no arrows, or where these stand at points that were asked for.
BetweenArrows between_arrows(const Scene& scene, const FieldView& view, const Field& field) {
  return scene.listed || !has_arrows(scene.style) ? BetweenArrows() : look_between(view, field);
}

PictureFacts with_values(PictureFacts facts, const Field& field, const PictureStyle& style) {
  facts.description += value_facts(field, style);
  return facts;
}

Notes notes_in_space(const Scene& scene, const SpacePicture& picture, const FieldView& view, const Field& field) {
  Notes notes = notes_on(picture, field);
  append(notes, notes_between(between_arrows(scene, view, field), picture.lengths, "more points (-n) or "));
  return notes;
}

Picture compose_surface_picture(const Scene& scene, const Terminal& terminal) {
  constexpr std::size_t kReadable = 12;  // more arrows along the floor, which is seen from aside, are dust
  const FieldView view = scene.view.on(thinned_grid(scene, kReadable));
  const Field field = field_of(scene, view);
  if (field.size() == 0) return without_points(scene, view.grid());
  const SurfaceField surface = sample_surface(view, scene.style, terminal);
  const SpacePicture picture = compose_turning(scene.style.view, terminal, [&](const Moment& moment) {
    return compose_surface(view.grid(), field, scene.style, terminal, surface, scene.paths, moment);
  });
  return {draw(picture), with_values(facts_of(picture), field, scene.style),
          notes_in_space(scene, picture, view, field)};
}

Picture compose_curves_picture(const Scene& scene, const Terminal& terminal) {
  const CurvesPicture picture = compose_curves(scene.view, scene.style, terminal, scene.paths);
  Notes notes = notes_on(picture, picture.axis, scene.style);
  append(notes, notes_on_others(scene.style, picture.others));
  append(notes, notes_on_commands(scene.style, false));
  Field values{{{}}, {}, {}};
  for (const std::vector<Point>& piece : picture.f) {
    if (!picture.f_poles.empty()) break;  // there is no range where it grows without end
    for (const Point& point : piece) {
      values.coordinates[0].push_back(point.x);
      values.f.push_back(point.y);
    }
  }
  return {draw(picture), with_values(facts_of(picture), values, scene.style), std::move(notes)};
}

TextPicture compose_curves_text(const Scene& scene, const TextScreen& screen) {
  return text_of_curves(scene.view, scene.style, screen, scene.paths);
}

Picture compose_plane_picture(const Scene& scene, const Terminal& terminal) {
  const Grid& grid = scene.view.grid();
  const bool is_fitted = !scene.counts_given && !scene.listed;
  const FieldView view = is_fitted ? scene.view.on(fit_to_page(grid, scene.style, terminal)) : scene.view;
  Field field = field_of(scene, view);
  if (field.size() == 0) return without_points(scene, view.grid());
  const BetweenArrows between = between_arrows(scene, view, field);
  const PlanePicture picture = compose_plane(view, std::move(field), scene.style, terminal, scene.paths, between);
  return {draw(picture, scene.has_table), with_values(facts_of(picture), picture.field, scene.style),
          notes_on(picture)};
}

TextPicture compose_plane_text(const Scene& scene, const TextScreen& screen) {
  const Grid grid = fit_grid(scene.view.grid(), screen, scene.counts_given, scene.style, !scene.paths.empty());
  const FieldView view = scene.view.on(grid);
  if (view.field().size() == 0) return {"", {no_points_note(scene, grid)}};
  return text_of_plane(view, scene.style, screen, scene.paths);
}

Picture compose_space_picture(const Scene& scene, const Terminal& terminal) {
  constexpr std::size_t kReadable = 7;  // more points along an axis of space hide each other
  const Grid grid = thinned_grid(scene, kReadable);
  const FieldView view = scene.view.on(grid);
  const Field field = field_of(scene, view);
  if (field.size() == 0) return without_points(scene, grid);
  const std::vector<MarkedPoint> points = mark_points(scene.style.marks, *view.gradient());
  const SpacePicture picture = compose_turning(scene.style.view, terminal, [&](const Moment& moment) {
    return compose_space(grid, field, scene.style, terminal, scene.paths, moment, points);
  });
  return {draw(picture), with_values(facts_of(picture), field, scene.style),
          notes_in_space(scene, picture, view, field)};
}

constexpr PictureKind kKinds[] = {
    {[](const Scene& scene) { return scene.style.surface; }, compose_surface_picture, nullptr},
    {[](const Scene& scene) { return has_axes(scene, 1); }, compose_curves_picture, compose_curves_text},
    {[](const Scene& scene) { return has_axes(scene, 2); }, compose_plane_picture, compose_plane_text},
    {[](const Scene& scene) { return has_axes(scene, 3); }, compose_space_picture, nullptr},
};

}  // namespace

std::span<const PictureKind> picture_kinds() { return kKinds; }

const PictureKind& kind_of(const Scene& scene) {
  return *std::ranges::find_if(kKinds, [&](const PictureKind& kind) { return kind.shows(scene); });
}

}  // namespace gradfield
