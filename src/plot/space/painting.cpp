#include "plot/space/painting.hpp"

#include "base/numbers/number.hpp"

namespace gradfield {
namespace {

// Hundredths of a point: below what any page shows.
constexpr int kDigits = 7;

std::string rows_of(const Shape& shape) {
  std::string rows;
  const std::string color = color_column(shape.color);
  for (const Point point : shape.points) {
    append_number(rows, point.x, kDigits);
    rows += ' ';
    append_number(rows, point.y, kDigits);
    rows += color + "\n";
  }
  return rows + "\n";
}

std::string plot_of(ShapeKind kind, const std::string& block) {
  const std::string data = "$" + block + " using 1:2:3";
  return kind == ShapeKind::kPolygon ? plot_polygons(data, "", "rgb variable")
                                     : plot_lines(data, "", 1, "rgb variable");
}

}  // namespace

DrawnFrame frame_of(const Painting& painting) {
  DrawnFrame frame;
  frame.words = painting.words;
  const ShapeKind* last = nullptr;
  for (const Shape& shape : painting.shapes) {
    if (last == nullptr || *last != shape.kind) {
      const std::string name = "shapes" + std::to_string(frame.blocks.size() + 1);
      frame.blocks.push_back({"", name, ""});
      frame.plots.push_back(plot_of(shape.kind, name));
      last = &shape.kind;
    }
    frame.blocks.back().rows += rows_of(shape);
  }
  return frame;
}

}  // namespace gradfield
