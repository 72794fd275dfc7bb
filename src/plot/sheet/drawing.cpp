#include "plot/sheet/drawing.hpp"

#include <functional>

#include "base/numbers/number.hpp"
#include "plot/sheet/script_parts.hpp"

namespace gradfield {
namespace {

// Hundredths of a point: below what any page shows.
constexpr int kDigits = 7;

struct KindRow {
  ShapeKind kind;
  const char* style;
};

constexpr KindRow kKinds[] = {
    {ShapeKind::kPolygon, "with polygons fillstyle solid noborder fillcolor rgb variable"},
    {ShapeKind::kLine, "with lines linewidth 1 linecolor rgb variable"},
};

// Visits the runs of shapes of one kind: (number from 1, first, end).
void for_each_run(const Drawing& drawing, const std::function<void(int, std::size_t, std::size_t)>& visit) {
  int number = 0;
  for (std::size_t first = 0; first < drawing.shapes.size();) {
    std::size_t end = first;
    while (end < drawing.shapes.size() && drawing.shapes[end].kind == drawing.shapes[first].kind) ++end;
    visit(++number, first, end);
    first = end;
  }
}

}  // namespace

void write_shapes(std::ostream& script, const Drawing& drawing) {
  for_each_run(drawing, [&](int number, std::size_t first, std::size_t end) {
    script << "$shapes" << number << " << EOD\n";
    std::string block;
    for (std::size_t i = first; i < end; ++i) {
      const Shape& shape = drawing.shapes[i];
      block.clear();
      for (const Point point : shape.points) {
        append_number(block, point.x, kDigits);
        block += ' ';
        append_number(block, point.y, kDigits);
        block += " 0x" + hex_text(shape.color).substr(1) + "\n";
      }
      script << block << '\n';
    }
    script << "EOD\n\n";
  });
}

std::vector<std::string> plots_of(const Drawing& drawing) {
  std::vector<std::string> plots;
  for_each_run(drawing, [&](int number, std::size_t first, std::size_t) {
    for (const KindRow& row : kKinds) {
      if (row.kind != drawing.shapes[first].kind) continue;
      plots.push_back("$shapes" + std::to_string(number) + " using 1:2:3 notitle " + row.style);
    }
  });
  return plots;
}

void write_page_axes(std::ostream& script, const Sheet& sheet) {
  script << "set lmargin at screen 0\nset rmargin at screen 1\nset bmargin at screen 0\nset tmargin at screen 1\n"
         << "set xrange [0:" << number_text(sheet.points.width, kDigits) << "] noextend\n"
         << "set yrange [0:" << number_text(sheet.points.height, kDigits) << "] noextend\n"
         << "unset border\nunset xtics\nunset ytics\n";
}

void write_words(std::ostream& script, const Drawing& drawing, const Sheet& sheet, int first,
                 const Lettering& lettering) {
  write_page_axes(script, sheet);
  for (const Words& words : drawing.words) {
    script << "set label " << first++ << ' ' << text_clause(words.markup, true, lettering.terminal) << " at "
           << number_text(words.at.x, kDigits) << "," << number_text(words.at.y, kDigits)
           << (words.side < 0   ? " right"
               : words.side > 0 ? " left"
                                : " center")
           << " font \"," << number_text(words.font_size * lettering.scale(), 3) << "\" textcolor "
           << color_clause(words.color) << '\n';
  }
}

}  // namespace gradfield
