#include "support/svg.hpp"

#include <algorithm>
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
def walk(node, stroke, plot):
    if node.get('id', '').startswith('gnuplot_plot'):
        title = node.find('{*}title')
        plot = {'gradient': 'arrow', 'gradient, shortened': 'shortened'}.get('' if title is None else title.text, 'other')
    stroke = node.get('stroke', stroke)
    if name(node) == 'defs': return
    if name(node) == 'polygon':
        print(plot or 'mark', channels(node.get('fill')), node.get('points').replace(',', ' '))
    if name(node) == 'path': print('line', stroke.replace(' ', ''))
    if name(node) == 'text': print('text', ''.join(node.itertext()).encode('utf-8').hex())
    for child in node: walk(child, stroke, plot)
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

SvgPolygon read_polygon(std::istream& line) {
  SvgPolygon polygon{};
  line >> polygon.fill[0] >> polygon.fill[1] >> polygon.fill[2];
  for (Point corner{}; line >> corner.x >> corner.y;) polygon.corners.push_back(corner);
  return polygon;
}

// Left and right.
std::pair<double, double> edges(const SvgPolygon& polygon) {
  const auto [left, right] = std::ranges::minmax(polygon.corners, {}, &Point::x);
  return {left.x, right.x};
}

}  // namespace

bool Svg::has_text(const std::string& text) const { return std::ranges::find(texts, text) != texts.end(); }

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
