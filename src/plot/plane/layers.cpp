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
                                  kStreamLayer, kPathLayer,    kPointLayer};
  return kLayers;
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
  append(notes, notes_on_commands(picture.style, false));
  if (!picture.page.equal_aspect) {
    notes.push_back(unequal_scales_note(picture.style, picture.style.stream ? "stream lines" : "arrows", "contours"));
  }
  return notes;
}

}  // namespace gradfield
