// Points that are marked in a picture, with the gradient there.
#pragma once

#include <string>
#include <vector>

#include "field/grid/listed_points.hpp"
#include "field/methods/gradient.hpp"
#include "plot/arrows/arrows.hpp"
#include "plot/sheet/key.hpp"
#include "plot/sheet/picture_style.hpp"

namespace gradfield {

/// In points of the page: the shortest arrow at a marked point, well visible among the others, and the cell that its
/// head is made for.
inline constexpr double kShortestMark = 46, kMarkCell = 30;

struct MarkedPoint {
  std::vector<double> place;  // on the axes of the picture
  double f;
  std::vector<double> slopes;  // one an axis, in units of f per unit of the variable; never turned by descent

  bool is_finite() const;
  double norm() const;
};

/// `gradient`: on the axes of the picture, one coordinate each.
std::vector<MarkedPoint> mark_points(const PointList& places, const Gradient& gradient);

/// The arrows at these points, on a page: as long as others of their norms, but well visible. Each begins at its point.
Arrows mark_arrows(const std::vector<MarkedPoint>& points, const Page& page, const LengthScale& lengths,
                   const PictureStyle& style);

/// The values of f at those that have a level line through them, each once, ascending.
std::vector<double> mark_levels(const std::vector<MarkedPoint>& points);

/// What the key says of them: "∇f(1, 2) = (2, 4), |∇f| = 4.472", of one variable "f′(1) = 3"; of many how many there
/// are.
std::vector<KeyEntry> mark_key(const std::vector<MarkedPoint>& points, const PictureStyle& style);

/// " At (1, 2) f is 5 and its gradient (2, 4).": of each point a sentence with a blank in front.
std::string mark_facts(const std::vector<MarkedPoint>& points);

}  // namespace gradfield
