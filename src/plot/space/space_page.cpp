#include "plot/space/space_page.hpp"

#include <algorithm>
#include <cmath>

#include "plot/critical/critical_marks.hpp"
#include "plot/look/tics.hpp"
#include "plot/paths/path_marks.hpp"
#include "plot/sheet/color_bar.hpp"
#include "plot/sheet/facts.hpp"
#include "plot/sheet/layout.hpp"

namespace gradfield {

namespace {

// In points of the page.
constexpr double kOuter = 14, kBarGap = 16;

}  // namespace

Area furnish_page(SpacePicture& picture, const Grid& grid, const std::vector<KeyEntry>& key) {
  Page& page = picture.page;
  page.width = picture.points.width;
  page.height = picture.points.height;
  picture.bar = picture.colors.bar(most_bar_tics(picture.points.height - 110));
  if (picture.style.key) picture.key = arrange_key(key, page.width);
  const double bar = picture.bar.tics.empty() ? 0 : kBarGap + bar_room(picture.bar);
  Area area{kOuter, page.width - kOuter - bar, kOuter + key_height(picture.key), page.height - kOuter};
  page.key_top = area.bottom;
  page.x.begin = area.left;
  page.x.end = area.right;
  page.title = make_title(grid, picture.style, page.width - 2 * kTitleMargin);
  constexpr double kApart = 12;  // of the box from title and key
  area.top -= page.title.height() + kApart;
  area.bottom += kApart;
  return area;
}

void place_bar(SpacePicture& picture, const Area& box) {
  Page& page = picture.page;
  page.bar_begin = box.right + kBarGap;
  page.bar_end = page.bar_begin + kBarWidth;
  page.y.begin = box.bottom + 0.1 * box.height();
  page.y.end = box.top - 0.05 * box.height();
}

void paint_arrow(Painting& painting, Point middle, Point direction, const std::vector<std::vector<Point>>& shape,
                 Rgb color) {
  for (const std::vector<Point>& piece : shape) {
    Shape polygon{ShapeKind::kPolygon, {}, color};
    for (const Point corner : piece) {
      polygon.points.push_back({middle.x + corner.x * direction.x - corner.y * direction.y,
                                middle.y + corner.x * direction.y + corner.y * direction.x});
    }
    painting.shapes.push_back(std::move(polygon));
  }
}

void paint_mark_arrow(Painting& painting, Point from, Point way, double cell, Rgb color, Rgb ground) {
  constexpr double kCasing = 1.3, kSeen = 1e-6;  // straight from the front next to nothing of it is seen
  const double length = std::max(std::hypot(way.x, way.y), kSeen);
  std::vector<Point> outline = arrow_shape(length, std::max(cell, kMarkCell), false)[0];
  for (Point& corner : outline) {
    const double along = corner.x / length + 0.5, across = corner.y / length;
    corner = {from.x + along * way.x - across * way.y, from.y + along * way.y + across * way.x};
  }
  paint_stroke(painting, outline, 2 * kCasing, ground);
  painting.shapes.push_back({ShapeKind::kPolygon, std::move(outline), color});
}

Drawing draw(const SpacePicture& picture) {
  Drawing drawing;
  drawing.sheet = picture;
  drawing.page = picture.page;
  drawing.colors = picture.colors;
  drawing.bar = picture.bar;
  drawing.key = picture.key;
  DrawnFrame& first = drawing.frames.emplace_back(frame_of(picture.painting));
  drawing.blocks = std::move(first.blocks);
  drawing.words = std::move(first.words);
  if (!drawing.blocks.empty()) {
    drawing.blocks[0].comment = "What is drawn, in points of the page, each point with its colour.";
  }
  first.blocks.clear();
  first.words.clear();
  for (const Painting& painting : picture.turned) drawing.frames.push_back(frame_of(painting));
  return drawing;
}

PictureFacts facts_of(const SpacePicture& picture) {
  const bool is_surface = picture.grid.axes.size() == 2;
  const std::string surface =
      "Surface of f over the " + std::string(picture.style.arrows.descent ? "negative " : "") + "gradient field";
  PictureFacts facts = arrow_facts(picture.grid, picture.style, picture.arrows, picture.lengths,
                                   is_surface ? surface : field_name(picture.style));
  facts.description += mark_facts(picture.points_marked);
  facts.description += critical_facts(picture.style);
  for (const CurveStyle& curve : picture.style.curves) {
    if (is_surface) facts.description += " The curve " + curve.text + ".";
  }
  facts.description += path_facts(picture.paths);
  return facts;
}

Notes notes_on(const SpacePicture& picture, const Field& field) {
  const bool is_surface = picture.grid.axes.size() == 2;
  Notes notes;
  if (picture.style.shows_arrows) notes = notes_on_arrows(picture.arrows, picture.lengths, field);
  append(notes, notes_on_commands(picture.style, true));
  if (picture.turns) notes.push_back(turning_note(picture.style, "the facets of its surface"));
  if (is_surface && picture.arrows.not_finite < field.size()) {
    append(notes, notes_on_levels(picture.style, picture.levels));
  }
  append(notes, notes_on_curves(picture.style, picture.curves));
  if (!picture.equal_scale) {
    notes.push_back(unequal_scales_note(picture.style, "arrows", is_surface ? "contours" : "surfaces of equal f"));
  }
  return notes;
}

}  // namespace gradfield
