#include "support/svg.hpp"

#include <algorithm>
#include <sstream>
#include <stdexcept>

#include "support/process.hpp"

namespace gradfield::test {
namespace {

// One line a thing; texts in hexadecimal, so that they may hold anything.
constexpr const char* kReader = R"python(
import sys, xml.etree.ElementTree as tree
name = lambda node: node.tag.split('}')[-1]
channels = lambda text: text[text.index('(') + 1:text.index(')')].replace(',', ' ')
def walk(node, stroke, in_plot):
    in_plot = in_plot or node.get('id', '').startswith('gnuplot_plot')
    stroke = node.get('stroke', stroke)
    if name(node) == 'defs': return
    if name(node) == 'polygon':
        print('arrow' if in_plot else 'bar', channels(node.get('fill')), node.get('points').replace(',', ' '))
    if name(node) == 'path': print('line', stroke.replace(' ', ''))
    if name(node) == 'text': print('text', ''.join(node.itertext()).encode('utf-8').hex())
    for child in node: walk(child, stroke, in_plot)
root = tree.fromstring(sys.stdin.buffer.read())
assert name(root) == 'svg', name(root)
print('page', *root.get('viewBox').split()[2:])
walk(root, 'none', False)
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

}  // namespace

bool Svg::has_text(const std::string& text) const { return std::ranges::find(texts, text) != texts.end(); }

Svg read_svg(const std::string& bytes) {
  ProcessSetup setup;
  setup.input = bytes;
  const ProcessResult read = run_program({"python3", "-c", kReader}, setup);
  if (read.exit_code != 0) throw std::runtime_error("not a well-formed SVG: " + read.messages);
  Svg svg;
  for (const std::string& text : lines_of(read.output)) {
    std::istringstream line(text);
    std::string kind, rest;
    line >> kind;
    if (kind == "page") line >> svg.width >> svg.height;
    if (kind == "arrow") svg.arrows.push_back(read_polygon(line));
    if (kind == "bar") ++svg.bar_steps;
    if (kind == "text") svg.texts.push_back(line >> rest ? from_hexadecimal(rest) : "");
    if (kind == "line" && line >> rest) svg.line_colors.push_back(rest);
  }
  return svg;
}

}  // namespace gradfield::test
