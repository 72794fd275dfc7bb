// A box of space, of ranges padded for arrows, seen from a side: where its points come to lie on the page, and its
// walls with tics and names.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "base/geometry.hpp"
#include "field/grid/grid.hpp"
#include "plot/look/page.hpp"
#include "plot/look/theme.hpp"
#include "plot/sheet/picture_style.hpp"
#include "plot/space/painting.hpp"

namespace gradfield {

/// One edge of the box: data from `low` to `high`, its length in units of the longest edge.
struct SpaceAxis {
  std::string name;  // in gnuplot's markup
  double low = 0, high = 1;
  double length = 1;
  double shown_low = 0, shown_high = 1;  // where its tics stand
};

/// A part of the page, in its points.
struct Area {
  double left, right, bottom, top;
  double width() const { return right - left; }
  double height() const { return top - bottom; }
};

class SpaceView {
 public:
  /// The box as large as its picture fits the area with tics, labels and names, in the middle of it; but never so small
  /// that nothing is seen, where the words alone need more room.
  SpaceView(const std::array<SpaceAxis, 3>& axes, const View& view, const Area& area);

  /// Where a point of the data lies on the page.
  Point on_page(const Vector& data) const;
  /// How near to the eye, in units of the longest edge: 0 in the middle of the box.
  double nearness(const Vector& data) const;
  /// The way towards the eye, of length 1 in units of the edges, in data coordinates.
  Vector towards_eye() const;
  /// A direction in units of the edges, as it is seen: in points of the page for a length of 1.
  Point direction_on_page(const Vector& direction) const;
  /// Units of edges per unit of the data.
  double scale(std::size_t axis) const;
  /// Points of the page that a length of 1 in units of the edges takes, seen from the side.
  double points_per_edge() const { return points_per_edge_; }

  /// What of the page box and words take; of a view that turns, at all azimuths.
  const Area& extent() const { return extent_; }

  /// Paints the walls behind everything, with lines at the tics, and the words around the box.
  void draw_walls(Painting& painting, const Theme& theme, bool grid_lines) const;

 private:
  void aim(double azimuth, double elevation);
  void fit(const View& view, const Area& area);
  /// Of box and words, as they are aimed and sized now.
  Area measured() const;
  Vector in_box(const Vector& data) const;
  Point flat(const Vector& box) const;
  /// The end of an axis that is farther from the eye.
  double far_end(std::size_t axis) const;
  double near_end(std::size_t axis) const;
  /// As many as stand apart on the edge as it is seen.
  std::vector<Tic> tics_of(std::size_t axis) const;
  /// Paints all three axes with their words, which `taken` grows by.
  void draw_axes(Painting& painting, const Theme& theme, Area& taken) const;
  void draw_axis(Painting& painting, const Theme& theme, std::size_t axis, Vector edge, const Point& outwards,
                 Area& taken) const;

  std::array<SpaceAxis, 3> axes_;
  Vector eye_, right_, up_;  // of length 1
  double points_per_edge_ = 1;
  Point middle_{};  // of the box, on the page
  Area extent_{};
};

struct BoxEdge {
  double low, high;  // data, padded
  double cell;       // distance of grid points, in data
  double length;     // in units of the longest edge
};

struct SpaceBox {
  std::vector<BoxEdge> edges;  // one an axis
  bool is_equal;               // a unit is as long on all of them
};

/// The box of the points of a grid: half a cell more at each end, or what their arrows need.
SpaceBox padded_box(const Grid& grid, const PictureStyle& style);

}  // namespace gradfield
