#include "plot/sheet/drawing.hpp"

#include "base/numbers/number.hpp"

namespace gradfield {
namespace {

std::string title_clause(const std::string& title) { return title.empty() ? " notitle" : " title \"" + title + "\""; }

}  // namespace

void add_with_halo(std::vector<Words>& words, const Words& letters, Rgb ground) {
  constexpr double kHalo = 1.1, kDiagonal = 0.8;  // points of the page
  for (const Point side : {Point{-kHalo, 0},
                           {kHalo, 0},
                           {0, -kHalo},
                           {0, kHalo},
                           {-kDiagonal, -kDiagonal},
                           {-kDiagonal, kDiagonal},
                           {kDiagonal, -kDiagonal},
                           {kDiagonal, kDiagonal}}) {
    Words& copy = words.emplace_back(letters);
    copy.at = letters.at + side;
    copy.color = ground;
  }
  words.push_back(letters);
}

void BlockRows::add(Point point, const std::string& more) {
  x_.append(rows_, point.x);
  rows_ += ' ';
  y_.append(rows_, point.y);
  rows_ += more;
  rows_ += '\n';
}

void BlockRows::add_line(const std::vector<Point>& points, const std::string& more) {
  for (const Point point : points) add(point, more);
  end_line();
}

std::string color_clause(Rgb color) { return "rgb \"" + hex_text(color) + "\""; }

std::string color_column(Rgb color) { return " 0x" + hex_text(color).substr(1); }

std::string plot_lines(const std::string& data, const std::string& title, double width, const std::string& color,
                       const std::string& dashes) {
  return data + title_clause(title) + " with lines linewidth " + number_text(width) +
         (dashes.empty() ? "" : " dashtype " + dashes) + " linecolor " + color;
}

std::string plot_polygons(const std::string& data, const std::string& title, const std::string& color) {
  return data + title_clause(title) + " with polygons fillstyle solid noborder fillcolor " + color;
}

}  // namespace gradfield
