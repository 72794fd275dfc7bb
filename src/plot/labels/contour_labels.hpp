// Labels on contour lines: where they stand on the page, and the gaps they leave in the lines.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analysis/contours/contours.hpp"
#include "plot/arrows/arrows.hpp"
#include "plot/labels/page_line.hpp"
#include "plot/look/page.hpp"

namespace gradfield {

/// A label in the middle of a gap of its line. All lengths in points of the page.
struct ContourLabel {
  double level;
  std::string text;      // plain as a tic's, to be typeset by typeset_label
  Point position;        // middle of the text
  double angle;          // along the line: degrees counter-clockwise, in (-90, 90]
  double width, height;  // of the text
  bool is_clear = true;  // of marks
};

/// The rectangle of the page that a label takes.
TextBox box_of(const ContourLabel& label);

/// What else is drawn and labels keep clear of, as lines in data coordinates: outlines of arrows, stream lines.
using PageMarks = std::vector<std::vector<Point>>;

/// What is drawn of one contour line.
struct LabelledLine {
  double level;
  std::vector<std::vector<Point>> pieces;  // in points of the page; a closed line without a gap ends with its first
  std::vector<ContourLabel> labels;
};

/// Places labels on the lines and cuts the lines there, in their order.
///
/// A label stands along its line, where that is straight, wholly within the axes and clear of every other line and
/// label, and of marks; of such places the straightest and most level one is taken, and on long lines more, at least
/// 250 points of the page apart. Labels of one level are at least 100 points apart. A line without such a place has no
/// label; but of a level that would have none at all a long one has it among marks.
///
/// `font_size`: in typographic points, as a Caption's; none: the lines without labels. `taken`: rectangles that no
/// label touches, whatever else it may hide.
std::vector<LabelledLine> label_contours(std::span<const ContourLine> lines, const Page& page,
                                         std::optional<double> font_size, const PageMarks& marks = {},
                                         std::span<const TextBox> taken = {});

}  // namespace gradfield
