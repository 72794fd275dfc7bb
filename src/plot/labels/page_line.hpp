// A line on the page, measured along itself, and the room of a text beside it.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "plot/arrows/arrows.hpp"
#include "plot/look/page.hpp"

namespace gradfield {

/// A stretch of a line, by lengths from its start; of a closed line it may begin before 0 or end behind the length.
struct Stretch {
  double begin, end;
};

class PageLine {
 public:
  /// `points` in data coordinates; of a closed line the first is not repeated.
  PageLine(std::span<const std::array<double, 2>> points, bool closed, const Page& page);

  /// In points of the page.
  double length() const { return lengths_.back(); }
  bool is_closed() const { return closed_; }
  /// The point at a length from the start, on the page; a closed line goes round.
  Point at(double along) const;

  /// What is left of the line without the gaps, on the page; all of it, closed by its first point, where there is none.
  /// Requires: gaps that do not overlap, ascending.
  std::vector<std::vector<Point>> without(std::span<const Stretch> gaps) const;

 private:
  std::vector<Point> part(double begin, double end) const;

  std::vector<Point> points_;    // on the page; closed by its first point
  std::vector<double> lengths_;  // from the start to each
  bool closed_;
};

/// A turned rectangle, in points of the page.
struct TextBox {
  Point middle;
  Point along;  // direction of the text, of length 1
  double half_width, half_height;

  TextBox grown(double margin) const { return {middle, along, half_width + margin, half_height + margin}; }
  std::array<Point, 4> corners() const;
  bool contains(Point point) const;
  bool overlaps(const TextBox& other) const;
};

}  // namespace gradfield
