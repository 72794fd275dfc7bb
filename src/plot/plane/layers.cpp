#include "plot/plane/layers.hpp"

#include <algorithm>

#include "base/numbers/number.hpp"

namespace gradfield {
namespace {

// What is shown, for readers of the script.
DataBlock field_table(const PlanePicture& picture) {
  const std::string &x = picture.grid.axes[0].name, &y = picture.grid.axes[1].name;
  const Field& field = picture.field;
  DataBlock table{"The field: " + x + ", " + y + ", f and its gradient.", "field", ""};
  table.rows = "# " + x + ' ' + y + " f df_d" + x + " df_d" + y + '\n';
  for (std::size_t i = 0; i < field.size(); ++i) {
    for (const std::vector<double>* column :
         {&field.coordinates[0], &field.coordinates[1], &field.f, &field.slopes[0], &field.slopes[1]}) {
      if (column != &field.coordinates[0]) table.rows += ' ';
      append_number(table.rows, (*column)[i]);
    }
    table.rows += '\n';
  }
  return table;
}

template <typename List>
void append_to(List& list, List more) {
  std::ranges::move(more, std::back_inserter(list));
}

// All layers, what the picture is of before the rest.
std::vector<const Layer*> in_reading_order() {
  std::vector<const Layer*> order;
  for (const bool is_subject : {true, false}) {
    for (const Layer& layer : layers()) {
      if (layer.is_subject == is_subject) order.push_back(&layer);
    }
  }
  return order;
}

}  // namespace

std::span<const Layer> layers() {
  static const Layer kLayers[] = {kHeatLayer,   kContourLayer, kCurveLayer, kArrowLayer,
                                  kStreamLayer, kPathLayer,    kPointLayer, kCriticalLayer};
  return kLayers;
}

PageMarks marks_on(const PlanePicture& picture) {
  const Page& page = picture.page;
  const auto is_on = [&](Point point) {
    return point.x >= page.x.low && point.x <= page.x.high && point.y >= page.y.low && point.y <= page.y.high;
  };
  PageMarks marks;
  for (const StreamLine& line : picture.streams) marks.push_back(line.points);
  for (const LevelLines& curve : picture.curves) {
    for (const ContourLine& line : curve.lines) {
      std::vector<Point>& mark = marks.emplace_back();
      for (const std::array<double, 2>& point : line.points) mark.push_back({point[0], point[1]});
    }
  }
  if (!picture.style.stream) {
    for (const Arrow& arrow : picture.arrows.list) {
      for (const std::vector<Point>& outline : {arrow.outline, arrow.rest}) {
        if (!outline.empty()) marks.push_back(outline);
      }
    }
  }
  for (const Arrow& arrow : picture.point_arrows.list) marks.push_back(arrow.outline);
  for (const DescentPath& path : picture.paths) {
    std::vector<Point>& mark = marks.emplace_back();
    for (std::size_t i = 0; i < path.coordinates[0].size(); ++i) {
      const Point point{path.coordinates[0][i], path.coordinates[1][i]};
      if (is_on(point)) mark.push_back(point);
    }
    if (mark.empty()) marks.pop_back();
  }
  return marks;
}

Drawing draw(const PlanePicture& picture, bool has_table) {
  Drawing drawing;
  drawing.sheet = picture;
  drawing.page = picture.page;
  // Grid lines over a heat map would be taken for something of the field.
  drawing.axes = AxesParts{.grid_lines = picture.style.grid_lines && !picture.heat};
  if (has_table) drawing.table = {field_table(picture)};
  drawing.colors = picture.bar_scale();
  drawing.bar = picture.bar;
  drawing.key = picture.key;
  const bool moves = !picture.frames.empty();
  drawing.frames.resize(moves ? picture.frames.size() : 1);
  for (const Layer& layer : layers()) {
    if (!layer.is_shown(picture)) continue;
    if (layer.grows && moves) {
      PlanePicture so_far = picture;
      for (std::size_t k = 0; k < drawing.frames.size(); ++k) {
        so_far.steps_shown = picture.frames[k];
        LayerMarks marks = layer.draw(so_far);
        append_to(drawing.frames[k].blocks, std::move(marks.blocks));
        append_to(drawing.frames[k].plots, std::move(marks.plots));
        append_to(drawing.frames[k].words, std::move(marks.words));
      }
      continue;
    }
    LayerMarks marks = layer.draw(picture);
    append_to(drawing.blocks, std::move(marks.blocks));
    append_to(drawing.words, std::move(marks.words));
    for (DrawnFrame& frame : drawing.frames) append_to(frame.plots, marks.plots);
  }
  return drawing;
}

PictureFacts facts_of(const PlanePicture& picture) {
  PictureFacts facts;
  for (const Layer* layer : in_reading_order()) {
    if (layer->tell != nullptr) layer->tell(picture, facts);
  }
  return facts;
}

Notes notes_on(const PlanePicture& picture) {
  Notes notes;
  for (const Layer* layer : in_reading_order()) {
    if (layer->notes != nullptr) append(notes, layer->notes(picture));
  }
  if (!picture.style.shows_arrows &&
      std::ranges::none_of(layers(), [&](const Layer& layer) { return layer.is_shown(picture); })) {
    notes.push_back("--no-arrows leaves nothing to see; add --contour, --heatmap, --curve or --point");
  }
  append(notes, notes_on_commands(picture.style, false));
  if (!picture.page.equal_aspect) {
    notes.push_back(unequal_scales_note(picture.style, picture.style.stream ? "stream lines" : "arrows", "contours"));
  }
  return notes;
}

}  // namespace gradfield
