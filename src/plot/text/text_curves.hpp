// The picture of a function of one variable in a terminal, drawn by us: f and its derivative as curves of small dots.
#pragma once

#include <string>
#include <vector>

#include "analysis/curves/sampled_curves.hpp"
#include "analysis/descent/descent.hpp"
#include "field/grid/grid.hpp"
#include "plot/sheet/marked_points.hpp"
#include "plot/sheet/picture_style.hpp"
#include "plot/text/text_screen.hpp"

namespace gradfield {

/// The picture as wide and high as the screen: title, frame with tics, the curves, a dotted line at f = 0 where that
/// is inside, and a line that tells the curves apart. LF line ends.
///
/// The curves are Braille characters of 2x4 dots, derivatives and `others` broken where there are no colours; '*', '.',
/// ':' and more in ASCII. Where they share a cell it is in the colour of the first. Derivatives with a scale of their
/// own fill the frame like f does, and that line tells from where to where. Pieces of curves beyond the range to be
/// seen are left out. The steps of paths and marked points stand on the curve of f, and more lines explain them.
/// `others`: of --curve, on the axis of f.
std::string draw_text_curves(const Axis& axis, const SampledCurves& curves, const PictureStyle& style,
                             const TextScreen& screen, const std::vector<DescentPath>& paths = {},
                             const std::vector<Curve>& others = {}, const std::vector<MarkedPoint>& points = {});

/// The picture of a view of one axis.
TextPicture text_of_curves(const FieldView& view, const PictureStyle& style, const TextScreen& screen,
                           const std::vector<DescentPath>& paths = {});

}  // namespace gradfield
