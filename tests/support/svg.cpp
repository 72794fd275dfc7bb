#include "support/svg.hpp"

#include <algorithm>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <utility>

#include "support/process.hpp"

namespace gradfield::test {
namespace {

// One line a thing; texts in hexadecimal, so that they may hold anything.
constexpr const char* kReader = R"python(
import sys, xml.etree.ElementTree as tree
name = lambda node: node.tag.split('}')[-1]
channels = lambda text: text[text.index('(') + 1:text.index(')')].replace(',', ' ')
# Hair spaces stand beside italic letters, for the eye alone.
words = lambda node: ''.join(node.itertext()).replace('\u200a', '')
hexadecimal = lambda node: words(node).strip().encode('utf-8').hex()
def pieces(path):
    return [piece.replace('L', ' ').replace(',', ' ') for piece in path.split('M') if piece.strip()]
def walk(node, stroke, plot, title=None, place=''):
    if node.get('id', '').startswith('gnuplot_plot'):
        title = node.find('{*}title')
        plot = {'gradient': 'arrow', 'gradient, shortened': 'shortened'}.get('' if title is None else title.text, 'other')
    stroke = node.get('stroke', stroke)
    if name(node) == 'defs': return
    if name(node) == 'polygon':
        print(plot or 'mark', channels(node.get('fill')), node.get('points').replace(',', ' '))
    if name(node) == 'path': print('line', stroke.replace(' ', ''))
    if name(node) == 'text': print('text', words(node).encode('utf-8').hex())
    if name(node) == 'path' and title is not None:
        for piece in pieces(node.get('d')): print('piece', hexadecimal(title), piece)
    if name(node) == 'g' and 'translate(' in node.get('transform', ''):
        place = node.get('transform').split('(')[1].split(')')[0].replace(',', ' ') + ' ' + node.get('font-size')
    if name(node) == 'text' and hexadecimal(node): print('place', hexadecimal(node), place)
    previous = None
    for child in node:
        # Beside the mark of a tic stands its label.
        if name(child) == 'g' and previous is not None and name(previous) == 'path':
            label = child.find('{*}text')
            mark = pieces(previous.get('d'))[-1]
            if label is not None and len(mark.split()) == 4: print('tic', hexadecimal(label), mark)
        previous = child
        walk(child, stroke, plot, title, place)
root = tree.fromstring(sys.stdin.buffer.read())
assert name(root) == 'svg', name(root)
print('page', *root.get('viewBox').split()[2:])
walk(root, 'none', None)
)python";

std::string from_hexadecimal(const std::string& digits) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
    bytes += static_cast<char>(std::stoi(digits.substr(i, 2), nullptr, 16));
  }
  return bytes;
}

std::vector<Point> read_points(std::istream& line) {
  std::vector<Point> points;
  for (Point point{}; line >> point.x >> point.y;) points.push_back(point);
  return points;
}

SvgPolygon read_polygon(std::istream& line) {
  SvgPolygon polygon{};
  line >> polygon.fill[0] >> polygon.fill[1] >> polygon.fill[2];
  polygon.corners = read_points(line);
  return polygon;
}

// The axis through two of its tics.
void read_tic(std::istream& line, Svg& svg) {
  std::string label;
  Point from{}, to{};
  line >> label >> from.x >> from.y >> to.x >> to.y;
  label = from_hexadecimal(label);
  if (label.starts_with("−")) label.replace(0, std::string("−").size(), "-");
  // Marks of the axes point down and to the left, those of the colour bar to the right.
  const bool is_of_x = to.y > from.y;
  if (!is_of_x && to.x > from.x) return;
  SvgAxis& axis = is_of_x ? svg.x : svg.y;
  const double pixel = is_of_x ? from.x : from.y, value = std::stod(label);
  if (axis.pixel != 0 && axis.pixel != pixel) axis.per_pixel = (value - axis.value) / (pixel - axis.pixel);
  if (axis.pixel == 0) axis.pixel = pixel, axis.value = value;
}

// Left and right.
std::pair<double, double> edges(const SvgPolygon& polygon) {
  const auto [left, right] = std::ranges::minmax(polygon.corners, {}, &Point::x);
  return {left.x, right.x};
}

}  // namespace

bool Svg::has_text(const std::string& text) const { return std::ranges::find(texts, text) != texts.end(); }

std::vector<SvgLine> Svg::lines_of(const std::string& plot) const {
  std::vector<SvgLine> out;
  std::ranges::copy_if(lines, std::back_inserter(out), [&](const SvgLine& line) { return line.plot == plot; });
  return out;
}

Svg read_svg(const std::string& bytes) {
  ProcessSetup setup;
  setup.input = bytes;
  const ProcessResult read = run_program({"python3", "-c", kReader}, setup);
  if (read.exit_code != 0) throw std::runtime_error("not a well-formed SVG: " + read.messages);
  Svg svg;
  std::vector<SvgPolygon> marks;
  for (const std::string& text : lines_of(read.output)) {
    std::istringstream line(text);
    std::string kind, rest;
    line >> kind;
    if (kind == "page") line >> svg.width >> svg.height;
    if (kind == "arrow") svg.arrows.push_back(read_polygon(line));
    if (kind == "shortened") svg.shortened.push_back(read_polygon(line));
    if (kind == "mark") marks.push_back(read_polygon(line));
    if (kind == "text") svg.texts.push_back(line >> rest ? from_hexadecimal(rest) : "");
    if (kind == "tic") read_tic(line, svg);
    if (kind == "piece" && line >> rest) svg.lines.push_back({from_hexadecimal(rest), read_points(line)});
    if (kind == "place" && line >> rest) {
      SvgText place{from_hexadecimal(rest), {}, 0};
      line >> place.at.x >> place.at.y >> place.size;
      svg.places.push_back(place);
    }
    if (kind == "line" && line >> rest) svg.line_colors.push_back(rest);
  }
  constexpr std::size_t kFewestSteps = 16;  // and more than a key has marks of one width
  for (const SvgPolygon& mark : marks) {
    const auto alike =
        std::ranges::count_if(marks, [&](const SvgPolygon& other) { return edges(other) == edges(mark); });
    if (static_cast<std::size_t>(alike) >= kFewestSteps) {
      ++svg.bar_steps;
    } else {
      svg.key.push_back(mark);
    }
  }
  return svg;
}

}  // namespace gradfield::test
